"""Notes at the foot of a page or the end of a text, and their marks."""

from __future__ import annotations

import pytest
from texts import RULE, ocr_page, read

from rift.reading.notes import find_endnotes, find_footnote_marks, find_footnotes
from rift.reading.pages import find_pages


def book(text: str):
    return read(text, find_pages, find_footnotes, find_footnote_marks)


def notes(pages) -> list[tuple[str, str]]:
    """Printed mark and words of each line of notes."""
    return [(line.mark, line.text) for line in pages.lines if line.part == "note"]


def marks(pages) -> list[tuple[str, str]]:
    """Every mark cut out of the running text, with the words before it."""
    text = pages.raw.text
    return [(cut.mark, text[max(cut.start - 8, 0):cut.start]) for line in pages.lines if line.part == "body" for cut in line.cuts]


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("he ate kapusta* all day", " kapusta"),
        ("she knows vsyo*”, he said", "ows vsyo"),
        ("“Well, Anna,”* he said", ", Anna,”"),
        ("“Well, Anna,” * he said", " Anna,” "),
    ],
    ids=["inline", "before the closing mark", "after it", "after it and a space"],
)
def test_a_mark_in_the_running_text(line, before):
    assert marks(book(ocr_page("one", line, notes=["* Cabbage."]))) == [("*", before)]


def test_a_mark_on_a_line_of_its_own():
    pages = book(ocr_page("one", "“Slava!”\n*\n said the guard", notes=["* Glory."]))
    assert marks(pages) == [("*", "Slava!”\n")]
    assert notes(pages) == [("*", "* Glory.")]


def test_a_note_whose_text_stands_on_the_line_below_its_mark():
    pages = book(ocr_page("“Slava!”* he said.", notes=["*\n Glory (in the", "original)."]))
    assert notes(pages) == [("*", "*"), ("*", "Glory (in the"), ("*", "original).")]


def test_several_notes_on_a_page():
    pages = book(ocr_page("kapusta* and zakuski†", "and both", notes=["* Cabbage", "and more.", "† Bites."]))
    assert notes(pages) == [("*", "* Cabbage"), ("*", "and more."), ("†", "† Bites.")]
    assert [mark for mark, _ in marks(pages)] == ["*", "†"]


def test_a_note_whose_text_is_lost_is_a_mark_alone():
    pages = book(ocr_page("zakuski* came", notes=["*"]))
    assert notes(pages) == [("*", "*")]


def test_a_mark_below_no_rule_begins_no_note():
    pages = book(ocr_page("one", "* and so on", "two"))
    assert notes(pages) == []
    assert [mark for mark, _ in marks(pages)] == ["*"]


def test_notes_end_with_their_page():
    pages = book(ocr_page("kapusta*", notes=["* Cabbage."]) + ocr_page("next page"))
    assert [line.part for line in pages.lines] == ["body", "note", "body"]


def test_a_rule_above_no_mark_is_no_footnote_rule():
    assert notes(book(f" one \n\n{RULE}\n\ntwo \n")) == []


def test_endnotes_begin_with_a_mark_that_the_text_has_too():
    pages = read("He left.[i] They wept.[ii]\n\n[i] In May.\n[ii] In June.\n", find_endnotes)
    assert notes(pages) == [("[i]", "[i] In May."), ("[ii]", "[ii] In June.")]
    assert [mark for mark, _ in marks(pages)] == ["[i]", "[ii]"]


def test_the_bookmark_of_a_word_processor_belongs_to_the_mark():
    pages = read("He left.[bookmark: _endn_A1][i]\n[bookmark: _endn1][i] In May.\n", find_endnotes)
    cut, = pages.lines[0].cuts
    assert pages.raw.text[cut.start:cut.end] == "[bookmark: _endn_A1][i]"
    assert notes(pages) == [("[i]", "[bookmark: _endn1][i] In May.")]


def test_a_bracketed_word_is_no_mark():
    assert marks(read("He said [sic] and [Anna] left [1960].\n", find_endnotes)) == []


def test_a_bracketed_number_at_the_beginning_without_a_mark_before_is_text():
    pages = read("[1] First of all, this.\nThen that.\n", find_endnotes)
    assert [line.part for line in pages.lines] == ["body", "body"]
    assert marks(pages) == []
