"""Quotation marks in pairs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import document

from rift.annotate.quotations import quotations


def quoted(*paragraphs: str) -> list[str]:
    """Each quotation with its marks; ``…`` behind one that is still open, dots before an inner one."""
    made = document(*paragraphs)
    return ["." * q.depth + made.text[q.start:q.end] + ("…" if q.open else "") for q in quotations(made)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Go,” he said, “go now.”", ["“Go,”", "“go now.”"]),
        ("He said: “She said ‘go’ to me.”", ["“She said ‘go’ to me.”", ".‘go’"]),
        ("“He said, “Go!””", ["“He said, “Go!””", ".“Go!”"]),
        ("“I don’t know the town’s dues.”", ["“I don’t know the town’s dues.”"]),
        ("‘I don’t know,’ he said.", ["‘I don’t know,’"]),
        ("the ‘workers’ parties’ met", ["‘workers’ parties’"]),
        ("the workers’ parties met", []),
        ("“the workers’ parties” met", ["“the workers’ parties”"]),
        ("in ’61 they met", []),
        ('"Go," he said, "go now."', ['"Go,"', '"go now."']),
    ],
    ids=["two pieces", "single in double", "double in double", "apostrophes", "apostrophe in single", "possessive in single",
         "possessive alone", "possessive in double", "year", "straight"],
)
def test_marks_are_paired(text, found):
    assert quoted(text) == found


def test_a_speech_that_goes_on_in_the_next_paragraph_is_open():
    assert quoted("He said: “First.", "“Second.", "“Third.” Then he left.") == ["“First.…", "“Second.…", "“Third.”"]


def test_a_quotation_left_open_inside_a_closed_one_ends_with_it():
    assert quoted("“He said, ‘Go now.” They went.") == ["“He said, ‘Go now.”", ".‘Go now.”"]


def test_a_closing_mark_alone_closes_nothing():
    assert quoted("Go,” he said.") == []


def test_the_corrected_marks_count():
    made = document("He said: Go.”", mended=["1|: Go|: “Go"])
    assert [made.text[q.start:q.end] for q in quotations(made)] == ["“Go.”"]


@given(st.lists(st.text("ab “”‘’.,", max_size=30), min_size=1, max_size=3))
def test_quotations_never_cross(texts):
    made = document(*(f"A{text}b." for text in texts))
    found = quotations(made)
    for one in found:
        block = made.blocks[one.block]
        assert block.start <= one.start < one.inner <= one.end <= block.end
        for other in found:
            assert not one.start < other.start < one.end < other.end
