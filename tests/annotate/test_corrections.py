"""Corrections: as small as a whole word or sign, at their place, and the printed words kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import document, rows, setting

from rift.annotate.corrections import CORRECTION_COLUMNS, corrected, corrections
from rift.model.document import Change


def changes(*table: str, text: tuple[str, ...]) -> list[tuple[str, str]]:
    """Printed and right words of each change."""
    made = setting(*text)
    found, findings = corrections(made, rows(CORRECTION_COLUMNS, *(row + "|word|ocr|high|wrong" for row in table)))
    assert not findings
    return [(made.text[c.start:c.end], c.right) for c in found]


def findings(*table: str, text: tuple[str, ...]):
    return corrections(setting(*text), rows(CORRECTION_COLUMNS, *(row + "|word|ocr|high|wrong" for row in table)))[1]


@pytest.mark.parametrize(
    ("text", "row", "change"),
    [
        ("The modem age.", "1|modem|modern", ("modem", "modern")),
        ("The modem age.", "1|The modem age|The modern age", ("modem", "modern")),
        ("No one, In May", "1|one, In|one. In", (",", ".")),
        ("in may, In June", "1|, In|, in", ("In", "in")),
        ("Berta’s reign", "1|Berta’s|Beria’s", ("Berta", "Beria")),
        ("He said: Go.”", "1|: Go|: “Go", ("", "“")),
        ("the harbour,“ he", "1|harbour,“|harbour,”", ("“", "”")),
        ("into the the harbour", "1|the the|the", ("the the", "the")),
        ("the boat.He left", "1|boat.He|boat. He", ("", " ")),
        ("Marxist- Leninist", "1|Marxist- Leninist|Marxist-Leninist", ("- Leninist", "-Leninist")),
        ("n o r m a l l y we", "1|n o r m a l l y|normally", ("n o r m a l l y", "normally")),
        ("{in May", "1|{in|(in", ("{", "(")),
    ],
    ids=["letters", "within a longer row", "a sign alone", "a capital", "without the possessive", "a mark is put in", "a mark is turned",
         "a doubled word", "a missing space behind a sign", "a space too many", "letter spacing", "a bracket"],
)
def test_a_change_is_as_small_as_a_word_or_sign(text, row, change):
    assert changes(row, text=(text,)) == [change]


@pytest.mark.parametrize(
    ("text", "row", "word"),
    [("nearly of them", "1|nearly of|nearly all of", "all "), ("make into the town", "1|make into|make it into", "it ")],
    ids=["before a word", "before a word that begins as it does"],
)
def test_a_missing_word_is_put_in(text, row, word):
    assert changes(row, text=(text,)) == [("", word)]


def test_two_words_that_ran_together_are_parted_as_one_word():
    assert changes("1|ofthem|of them", text=("many ofthem left",)) == [("ofthem", "of them")]


def test_a_change_is_found_on_its_line_even_where_lines_are_joined():
    assert changes("3|men|man", text=("many men saw the", "men in the harbour")) == [("men", "man")]


def test_words_that_are_not_on_the_line_are_a_finding():
    found, = findings("3|modem|modern", text=("The modem age.", "The old age."))
    assert (found.code, found.place.line, str(found.raw)) == ("SRC-009", 2, "sources/x/text.txt:3")
    assert "'modem'" in found.message


@pytest.mark.parametrize(("row", "code"), [("1|a|b", "SRC-021"), ("99|modem|modern", "SRC-009"), ("1||x", "SRC-009")],
                         ids=["not once", "no such line", "nothing"])
def test_words_that_are_not_there_once_are_a_finding(row, code):
    assert [f.code for f in findings(row, text=("a bad modem, a cat",))] == [code]


def test_two_corrections_of_the_same_words_are_a_finding():
    found, = findings("1|modem|modern", "1|modem age|modest age", text=("The modem age.",))
    assert (found.code, found.raw.line) == ("SRC-012", 1)


def test_corrections_side_by_side_are_none():
    assert changes("1|modem|modern", "1|agc|age", text=("The modem agc.",)) == [("modem", "modern"), ("agc", "age")]


@pytest.mark.parametrize(
    ("text", "right"),
    [('"Go,” he said, “go.”', "“"), ('“Go" and “go,” “stay.”', "”"), ("“The town's” “”", "’"), ("“He said 'go’” ", "‘")],
    ids=["opening", "closing", "apostrophe", "single"],
)
def test_straight_marks_are_turned_where_the_text_prints_curved_ones(text, right):
    assert [new for _, new in changes(text=(text,))] == [right]


def test_texts_that_print_straight_marks_keep_them():
    assert changes(text=('"Go," he said, "the town\'s harbour."',)) == []


def test_a_row_decides_before_the_rule():
    assert changes('1|"Go|‘Go', text=('"Go,” “he” said”',)) == [('"', "‘")]


def test_the_text_is_mended_and_its_blocks_stay_where_they_were():
    made = document("The modem agc.", "He said: Go.”", mended=["1|modem|modern", "1|agc|age", "3|: Go|: “Go"])
    assert made.text == "The modern age.\nHe said: “Go.”\n"
    assert [made.text[b.start:b.end] for b in made.blocks] == ["The modern age.", "He said: “Go.”"]


def test_an_insertion_at_the_beginning_belongs_to_its_block():
    made = document("One.", "Go,” he said.", mended=["3|Go|“Go"])
    assert [made.text[b.start:b.end] for b in made.blocks] == ["One.", "“Go,” he said."]


def test_an_insertion_at_the_end_belongs_to_its_block():
    made = document("“Go, he said", "Two.", mended=["1|said|said."])
    assert [made.text[b.start:b.end] for b in made.blocks] == ["“Go, he said.", "Two."]


@given(st.data())
def test_printed_and_reading_positions_lead_to_each_other_outside_of_changes(data):
    made = setting("abcdefghij" * 3)
    size = len(made.text)
    edges = sorted(data.draw(st.lists(st.integers(0, size - 2), max_size=8, unique=True)))
    spans = [(edges[k], edges[k + 1]) for k in range(0, len(edges) - 1, 2)]
    chosen = [Change(a, b, data.draw(st.text("xyz", max_size=4)), "ocr", "high") for a, b in spans]
    mended = corrected(made, chosen)
    outside = [p for p in range(size) if not any(a <= p < b for a, b in spans)]
    for printed in outside:
        reading = mended.reading(printed)
        assert mended.text[reading] == made.text[printed]
        assert mended.printed(reading) == printed
    shown = "".join(made.text[p] for p in outside)
    kept = "".join(char for k, char in enumerate(mended.text) if not any(a <= k < b for a, b in mended.places))
    assert shown == kept
