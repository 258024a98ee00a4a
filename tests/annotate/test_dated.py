"""Dates that a rule can read, and what a reader marked."""

from __future__ import annotations

import pytest
from texts import document, rows

from rift.annotate.dated import DATE_COLUMNS, FOREIGN_COLUMNS, REFERENCE_COLUMNS, date_marks, foreign_marks, reference_marks


def dates(text: str, *table: str) -> list[tuple[str, str]]:
    made = document(text)
    marks = date_marks(made, rows(DATE_COLUMNS, *table), [])
    return [(made.text[m.start:m.end], " ".join(f"{k}={v}" for k, v in m.attributes)) for m in sorted(marks, key=lambda m: m.start)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on May 5, 1951, we met", [("May 5, 1951", "when=1951-05-05")]),
        ("on 5 May 1951 we met", [("5 May 1951", "when=1951-05-05")]),
        ("in May 1951 we met", [("May 1951", "when=1951-05")]),
        ("since 1951 we met", [("1951", "when=1951")]),
        ("on May 5 we met", []),
        ("from 1951-1953, 1,951 boats and page 1951", []),
        ("in 1951–53", []),
        ("on 31 February 1951, on June 0, 1951", []),
    ],
    ids=["American", "British", "month", "year", "no year", "no date", "span", "no day"],
)
def test_a_date_that_says_its_year_is_read(text, found):
    assert dates(text) == found


def test_a_row_decides_before_the_rule():
    assert dates("from May 5, 1951, to June", "1|from May 5, 1951, to June|from=1951-05-05 to=1951-06") == \
        [("from May 5, 1951, to June", "from=1951-05-05 to=1951-06")]


def test_a_foreign_word_has_its_language():
    made = document("He ate kapusta.")
    mark, = foreign_marks(made, rows(FOREIGN_COLUMNS, "1|kapusta|ru-Latn|cabbage"), [])
    assert (made.text[mark.start:mark.end], mark.get("xml:lang")) == ("kapusta", "ru-Latn")


def test_a_reference_points_where_it_is_told():
    table = rows(REFERENCE_COLUMNS, "1|above|internal|3", "1|his letter|work|?")
    marks = reference_marks(document("As I said above, in his letter."), table, lambda row: "" if row["target"] == "?" else "#x3", [])
    assert [(m.get("type"), m.get("target")) for m in marks] == [("internal", "#x3")]
