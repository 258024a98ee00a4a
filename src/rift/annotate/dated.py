"""Dates, foreign words and references that a reader marked, and dates that a rule can read."""

from __future__ import annotations

import re
from calendar import monthrange
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
# A year is soon found; what stands before and after it says whether it is a date.
YEAR = re.compile(r"1[89]\d\d\b")
DAY_AND_MONTH = re.compile(rf"\b(?:(?P<m1>{_MONTH}) (?P<d1>\d{{1,2}}),?|(?P<d2>\d{{1,2}}) (?P<m2>{_MONTH})|(?P<m3>{_MONTH}),?) \Z")
LONGEST = len("September 30, ")
PREPOSITION = re.compile(r"(?<![\d.,–-])\b(?:in|since|of|from|to|until|by|year|after|before|during)\s\Z")
GOES_ON = re.compile(r"[.,–-]\d")


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
    found, years = [], []
    for year in YEAR.finditer(text):
        start, end = year.span()
        before = max(start - LONGEST, 0)
        if match := DAY_AND_MONTH.search(text, before, start):
            month = MONTHS.index(match["m1"] or match["m2"] or match["m3"]) + 1
            day = match["d1"] or match["d2"]
            if not day or 0 < int(day) <= monthrange(int(year[0]), month)[1]:
                found.append((match.start(), end, f"{year[0]}-{month:02}" + (f"-{int(day):02}" if day else "")))
        elif PREPOSITION.search(text, before, start) and not GOES_ON.match(text, end):
            years.append((start, end, year[0]))
    return found + years


def foreign_marks(document: Document, rows: Sequence[Row], lost: list[Row]) -> list[Mark]:
    """``foreign`` with its language."""
    return [Mark(start, end, "foreign", (("xml:lang", row["lang"]),), 7, True)
            for row, start, end in located(document, rows, lost)]


def reference_marks(document: Document, rows: Sequence[Row], pointer: Callable[[Row], str], lost: list[Row]) -> list[Mark]:
    """``ref`` to the passage, page or work meant; rows with target ``?`` stay on the worklist."""
    return [Mark(start, end, "ref", (("target", target), ("type", "internal" if row["type"] == "page" else row["type"])), 4)
            for row, start, end in located(document, rows, lost) if (target := pointer(row))]
