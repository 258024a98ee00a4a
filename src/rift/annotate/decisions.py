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


def locate(document: Document, line: int, words: str, after: int = 0) -> tuple[int, int] | None:
    """Reading positions of ``words`` that begin on raw line ``line``, at ``after`` or later; None if they don't.

    The corrected text is searched first, then the text as printed; whole words only.
    """
    setting = document.setting
    low, high = setting.span_of_line(line)
    if low == high or not words.strip():
        return None
    words = GAP.sub(" ", words)
    found = _find(document.text, words, max(document.reading(low) - 1, after, 0), document.reading(high))
    if found >= 0:
        return found, found + len(words)
    found = _find(setting.text, words, max(low - 1, document.printed(after), 0), high)
    if found >= 0:
        return document.reading(found), max(document.reading(found + len(words)), document.reading(found) + 1)
    return None


def _find(text: str, words: str, low: int, high: int) -> int:
    """First place from ``low`` to ``high`` where ``words`` begin and are no part of longer words; -1 if none."""
    at = text.find(words, low, high + len(words) + REACH)
    while 0 <= at <= high:
        inside = words[0].isalnum() and text[at - 1:at].isalnum() or words[-1].isalnum() and text[at + len(words):at + len(words) + 1].isalnum()
        if not inside:
            return at
        at = text.find(words, at + 1, high + len(words) + REACH)
    return -1


def located(document: Document, rows: Sequence[Row], lost: list[Row]) -> Iterator[tuple[Row, int, int]]:
    """Every row with the reading positions of its ``words``; rows that match nothing go to ``lost``, and those of words
    that have a row already.

    Rows of one line stand in the order of the text: each is searched for behind the one before.
    """
    last: dict[str, int] = {}
    taken: set[tuple[int, int]] = set()
    for row in rows:
        line = row.number("line")
        span = locate(document, line, row["words"], last.get(row["line"], 0)) or locate(document, line, row["words"])
        if span is None or span in taken:
            lost.append(row)
        else:
            last[row["line"]] = span[1]
            taken.add(span)
            yield row, *span


def unmatched(document: Document, rows: Iterable[Row]) -> list[Finding]:
    """A finding for each row that matches nothing."""
    raw = document.setting.raw
    found = []
    for row in rows:
        line = row.number("line")
        cited = row["words"] if "words" in row.columns else row["line"]
        excerpt = raw.line(line) if 0 < line <= raw.line_count else ""
        found.append(finding("SRC-009", Place(row.path, row.line), Place(f"sources/{raw.id}/text.txt", line), excerpt, words=cited))
    return found
