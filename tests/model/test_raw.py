"""Offsets, lines and columns of a raw text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rift.model.raw import RawText

RAW = RawText("x", "One\n\nTwo two\nThree")


def test_lines_and_columns_count_from_one():
    assert [RAW.place(offset) for offset in (0, 3, 4, 5, 9)] == [(1, 1), (1, 4), (2, 1), (3, 1), (3, 5)]


def test_lines_have_no_line_end():
    assert [RAW.line(n) for n in range(1, RAW.line_count + 1)] == ["One", "", "Two two", "Three"]


@given(st.text("ab\n\u2028\r", max_size=30), st.data())
def test_places_and_offsets_lead_to_each_other(text, data):
    raw = RawText("x", text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = raw.place(offset)
    assert raw.offset(line, column) == offset
    assert raw.line_of(offset) == line
    assert "\n".join(raw.line(n) for n in range(1, raw.line_count + 1)) == text
