"""Dates, foreign words and references that a reader marked, and dates that a rule can read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rift.annotate.decisions import located
from rift.model.document import Document, Mark
from rift.model.tables import Row

DATE_COLUMNS = ("line", "words", "date", "reason")
FOREIGN_COLUMNS = ("line", "words", "lang", "meaning", "reason")
REFERENCE_COLUMNS = ("line", "words", "type", "target", "reason")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")
_MONTH = "|".join(MONTHS)
FULL_DATE = re.compile(rf"\b(?:(?P<m1>{_MONTH}) (?P<d1>\d{{1,2}}),? (?P<y1>1[89]\d\d)|(?P<d2>\d{{1,2}}) (?P<m2>{_MONTH}) (?P<y2>1[89]\d\d)"
                       rf"|(?P<m3>{_MONTH}),? (?P<y3>1[89]\d\d))\b")
YEAR = re.compile(r"(?<![\d.,–-])\b(?:in|since|of|from|to|until|by|year|after|before|during)\s(?P<year>1[89]\d\d)\b(?![.,]\d|[–-]\d)")


def date_marks(document: Document, rows: Sequence[Row], lost: list[Row]) -> list[Mark]:
    """``date`` with its normalised value: rows first, then dates that are written out in full."""
    marks = []
    for row, start, end in located(document, rows, lost):
        pairs = tuple(tuple(part.split("=", 1)) for part in row["date"].split())
        marks.append(Mark(start, end, "date", pairs, 6))
    taken = sorted((m.start, m.end) for m in marks)
    for start, end, value in _written(document.text):
        if not any(a < end and start < b for a, b in taken):
            marks.append(Mark(start, end, "date", (("when", value),), 6))
    return marks


def _written(text: str) -> list[tuple[int, int, str]]:
    """Dates that say their year, with their ISO value."""
    found = []
    for match in FULL_DATE.finditer(text):
        year = match["y1"] or match["y2"] or match["y3"]
        month = MONTHS.index(match["m1"] or match["m2"] or match["m3"]) + 1
        day = match["d1"] or match["d2"]
        found.append((match.start(), match.end(), f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")))
    ends = {b for _, b, _ in found}
    found += [(m.start("year"), m.end("year"), m["year"]) for m in YEAR.finditer(text) if m.end("year") not in ends]
    return found


def foreign_marks(document: Document, rows: Sequence[Row], lost: list[Row]) -> list[Mark]:
    """``foreign`` with its language."""
    return [Mark(start, end, "foreign", (("xml:lang", row["lang"]),), 7, True)
            for row, start, end in located(document, rows, lost)]


def reference_marks(document: Document, rows: Sequence[Row], pointer: Callable[[Row], str], lost: list[Row]) -> list[Mark]:
    """``ref`` to the passage, page or work meant; rows with target ``?`` stay on the worklist."""
    return [Mark(start, end, "ref", (("target", target), ("type", "internal" if row["type"] == "page" else row["type"])), 4)
            for row, start, end in located(document, rows, lost) if (target := pointer(row))]
