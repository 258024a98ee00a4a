"""Find the words that a decision cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rift.diagnostics import Finding, Place, finding
from rift.model.document import Document
from rift.model.tables import Row

# Cited words begin on the cited line; they may run on over so many characters.
REACH = 40
GAP = re.compile(r"\s+")


def locate(document: Document, line: int, words: str) -> tuple[int, int] | None:
    """Reading positions of ``words`` that begin on raw line ``line``; None if they don't stand there.

    The corrected text is searched first, then the text as printed.
    """
    setting = document.setting
    low, high = setting.span_of_line(line)
    if low == high:
        return None
    words = GAP.sub(" ", words)
    a, b = document.reading(low), document.reading(high)
    found = document.text.find(words, max(a - 1, 0), b + len(words) + REACH)
    if 0 <= found <= b:
        return found, found + len(words)
    found = setting.text.find(words, max(low - 1, 0), high + len(words) + REACH)
    if 0 <= found <= high:
        return document.reading(found), max(document.reading(found + len(words)), document.reading(found) + 1)
    return None


def located(document: Document, rows: Sequence[Row]) -> Iterator[tuple[Row, tuple[int, int] | None]]:
    """Every row with the reading positions of its ``words``."""
    for row in rows:
        yield row, locate(document, int(row["line"]), row["words"])


def unmatched(document: Document, rows: Iterable[Row]) -> list[Finding]:
    """A finding for each row that matches nothing."""
    raw = document.setting.raw
    return [finding("SRC-009", Place(row.path, row.line), Place(f"sources/{raw.id}/text.txt", int(row["line"])),
                    raw.line(int(row["line"])) if int(row["line"]) <= raw.line_count else "", words=row["words"])
            for row in rows]
