"""Setting: one text out of the lines, with its page beginnings and note marks taken out and kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import ocr_page, outline, read

from rift.model.document import Setting
from rift.model.outline import Outline
from rift.reading.notes import find_endnotes, find_footnote_marks, find_footnotes
from rift.reading.pages import find_pages, number_pages
from rift.structure.chapters import chapter_heads, line_drafts, notes_last
from rift.structure.paragraphs import reflow
from rift.structure.records import lines_are_paragraphs
from rift.structure.setting import set_text

READING = (find_pages, number_pages, find_footnotes, find_footnote_marks)
FULL = ("in the morning the boats went out to the north and to the", "islands, and in the evening they came back with the nets full")


def book(*pages: str, hyphens: dict[int, bool] | None = None) -> Setting:
    return set_text(outline("".join(pages), line_drafts, chapter_heads, reflow, notes_last, reading=READING), hyphens or {})


def blocks(setting: Setting) -> list[tuple[str, int, str]]:
    return [(b.kind, b.line, setting.text[b.start:b.end]) for b in setting.blocks]


def notes(setting: Setting) -> list[tuple[str, str, str | None]]:
    """The words before every note mark, the mark, and the note's text (None: lost)."""
    def body(number: int | None) -> str | None:
        return None if number is None else setting.text[setting.blocks[number].start:setting.blocks[number].end]
    return [(setting.text[:a.position].split("\n")[-1][-10:], a.mark, body(a.body)) for a in setting.anchors]


def test_lines_are_joined_by_one_space():
    assert blocks(book(ocr_page(*FULL)))[0][2] == " ".join(FULL)


def test_spaces_inside_a_line_are_folded():
    made = set_text(outline("One  two\u00a0three\t four\n", lines_are_paragraphs), {})
    assert made.text == "One two three four\n"


def test_a_hyphen_that_only_divides_goes_and_a_hard_one_stays():
    made = book(ocr_page("the boats went out in the morn-", "ing to the half-", "hearted islands in the half-hearted morning"))
    assert made.text.startswith("the boats went out in the morning to the half-hearted islands")


def test_a_row_of_hyphens_tsv_decides():
    page = ocr_page("the boats went out in the morn-", "ing to the islands")
    assert "morn-ing" in book(page, hyphens={1: True}).text


def test_a_page_begins_at_its_first_character():
    made = book(ocr_page(*FULL), ocr_page("of fish, which the women of the town carried to the market."))
    assert [(b.n, made.text[b.position:b.position + 7], b.inside_word) for b in made.breaks] == \
        [("[1]", "in the ", False), ("[2]", "of fish", False)]


def test_a_page_may_begin_inside_a_word():
    second = book(ocr_page(*FULL, "of fish, which the women of the town carried to the mar-"), ocr_page("ket at night.")).breaks[1]
    assert (second.inside_word, second.line) == (True, 6)


def test_a_page_that_begins_after_a_hard_hyphen_begins_between_words():
    made = book(ocr_page(*FULL, "half-hearted, and half-"), ocr_page("hearted again."))
    assert not made.breaks[1].inside_word
    assert "half-hearted again." in made.text


@pytest.mark.parametrize(
    ("lines", "before", "text"),
    [
        (("he ate kapusta* all day",), " ate kapusta", "he ate kapusta all day"),
        (("the idea that “she knows vsyo*”?!",), "e knows vsyo", "the idea that “she knows vsyo”?!"),
        (("“Well, Anna,”* he said",), "“Well, Anna,”", "“Well, Anna,” he said"),
        (("“Well, Anna,” * he said",), "“Well, Anna,”", "“Well, Anna,” he said"),
        (("“Slava!”\n*\n said the guard",), "“Slava!”", "“Slava!” said the guard"),
        (("why the refinery?”\n*\n Have you",), "he refinery?”", "why the refinery?” Have you"),
    ],
    ids=["inline", "before the closing mark", "after it", "after it and a space", "on a line of its own", "and before a sentence"],
)
def test_a_note_stands_at_its_mark(lines, before, text):
    made = book(ocr_page(*lines, notes=["* The note."]))
    assert notes(made) == [(before[-10:], "*", "The note.")]
    assert blocks(made)[0][2] == text


@pytest.mark.parametrize("note", ["* Glory (in the|original).", "*\n Glory (in the|original)."])
def test_a_note_may_run_over_lines(note):
    made = book(ocr_page("“Slava!”* he said", notes=note.split("|")))
    assert notes(made) == [("“Slava!”", "*", "Glory (in the original).")]


def test_a_note_whose_text_is_lost_has_none():
    made = book(ocr_page("zakuski* came", notes=["*"]))
    assert notes(made) == [("zakuski", "*", None)]


def test_notes_of_a_page_are_linked_mark_by_mark():
    made = book(ocr_page("kapusta* and zakuski†", notes=["* Cabbage.", "† Bites."]), ocr_page("blini*", notes=["* Cakes."]))
    assert [body for _, _, body in notes(made)] == ["Cabbage.", "Bites.", "Cakes."]


def test_two_notes_with_the_same_mark_are_linked_in_their_order():
    made = book(ocr_page("kapusta* and zakuski*", notes=["* Cabbage.", "* Bites."]))
    assert [body for _, _, body in notes(made)] == ["Cabbage.", "Bites."]


def test_a_note_is_never_linked_to_a_mark_on_another_page():
    first = outline(ocr_page("kapusta* came") + ocr_page("and went", notes=["* Cabbage."]), line_drafts, reflow, notes_last, reading=READING)
    assert [body for _, _, body in notes(set_text(first, {}))] == [None]
    assert [what for _, what, _ in first.pages.worklist] == ["note without a mark in the text", "the text of note * is lost"]


def test_a_hyphen_over_a_footnote_is_joined():
    made = book(ocr_page(*FULL, "kapusta* from the mar-", notes=["* Cabbage."]), ocr_page("ket came"))
    assert "from the market came" in made.text


def test_endnotes_are_linked_by_their_marks():
    made = set_text(outline("He left.[i] They wept.[ii]\n[i] In May.\n[ii] In June.\n", lines_are_paragraphs, notes_last,
                            reading=(find_endnotes,)), {})
    assert notes(made) == [("He left.", "[i]", "In May."), ("They wept.", "[ii]", "In June.")]
    assert blocks(made)[0][2] == "He left. They wept."


def test_a_hole_inside_a_line_leaves_its_neighbours_as_they_stand():
    pages = read("The **strong** word\n", excluded=["1:5|1:6|format||bold", "1:13|1:14|format||bold"])
    made = Outline(pages, [])
    lines_are_paragraphs(made)
    assert set_text(made, {}).text == "The strong word\n"


@given(st.lists(st.text("ab -\u00a0\t", min_size=1).filter(str.strip), min_size=1, max_size=6))
def test_every_character_of_the_text_knows_its_raw_place(lines):
    """What ``origin`` leads back to is the character itself, or white space where the text has a space."""
    raw = "\n\n".join(lines) + "\n"
    made = set_text(outline(raw, lines_are_paragraphs), {})
    assert len(made.origin) == len(made.text)
    for char, at in zip(made.text, made.origin, strict=True):
        assert char == (raw + "\n")[at] or char.isspace() and (raw + "\n")[at].isspace()


@given(st.lists(st.text("ab -", min_size=1).filter(str.strip), min_size=1, max_size=6))
def test_raw_lines_and_positions_lead_to_each_other(lines):
    """The space that joins two lines belongs to neither."""
    made = set_text(outline("\n\n".join(lines) + "\n", lines_are_paragraphs), {})
    for position in (k for k, char in enumerate(made.text) if not char.isspace()):
        low, high = made.span_of_line(made.line_at(position))
        assert low <= position < high
