"""Pages of an OCR'd book: where they begin, and their numbers."""

from __future__ import annotations

import pytest
from texts import RULE, ocr_page, read

from rift.reading.pages import find_pages, number_pages

LINES = tuple(f"line {n} of the page" for n in range(10))


def pages_of(text: str) -> list[tuple[int, str]]:
    """Raw line and number of every page."""
    return [(page.line, page.n) for page in read(text, find_pages, number_pages).pages]


def first_words(text: str) -> list[str]:
    """First line of every page."""
    pages = read(text, find_pages)
    return [next(line.text for line in pages.lines if line.page == k and line.part != "number") for k in range(len(pages.pages))]


def test_a_page_begins_with_a_space_and_without_an_empty_line():
    assert first_words(ocr_page("one", "two") + ocr_page("three", "four")) == ["one", "three"]


def test_a_page_begins_below_its_printed_number():
    text = ocr_page("one", "two") + ocr_page("three", "four", number="36")
    assert first_words(text) == ["one", "three"]
    assert pages_of(text) == [(1, "[35]"), (9, "36")]


def test_a_printed_number_may_stand_where_the_page_begins_with_a_space():
    text = ocr_page("one", "two") + " 238 \n\nthree \n\nfour \n"
    assert first_words(text) == ["one", "three"]
    assert [n for _, n in pages_of(text)] == ["[237]", "238"]


def test_pages_are_counted_on_from_the_printed_numbers():
    text = ocr_page("one") + ocr_page("two", number="12") + ocr_page("three") + ocr_page("four", number="14")
    assert [n for _, n in pages_of(text)] == ["[11]", "12", "[13]", "14"]


def test_pages_without_any_number_are_counted_from_one():
    assert [n for _, n in pages_of(ocr_page("one") + ocr_page("two"))] == ["[1]", "[2]"]


def test_a_number_that_disagrees_is_left_to_a_reader():
    text = "".join(ocr_page("a", "b", number=n) for n in ("12", "13", "41", "15"))
    pages = read(text, find_pages, number_pages)
    assert [page.n for page in pages.pages] == ["12", "13", "[14]", "15"]
    assert [(what, line) for line, what, _ in pages.worklist] == [("printed page number 41, counted 14", 22)]


def test_a_year_between_lines_of_text_is_no_page_number():
    assert first_words(ocr_page("one", "1980", "two")) == ["one"]


def test_what_follows_a_lone_mark_goes_on_in_its_line():
    text = ocr_page("one", "“Slava!”\n*\n said the guard and") + ocr_page("two")
    assert first_words(text) == ["one", "two"]


@pytest.mark.parametrize("note", ["* Glory.", "*\n Glory."])
def test_a_page_begins_below_the_notes_of_the_one_before(note):
    assert first_words(ocr_page("“Slava!”* he said.", "one", notes=[note]) + ocr_page("two", "three")) == ["“Slava!”* he said.", "two"]


def test_a_page_whose_beginning_follows_the_mark_of_a_lost_note_is_found_by_height():
    lost = ocr_page(*LINES).removesuffix("\n") + f"\n\n{RULE}\n*\n"
    text = ocr_page(*LINES) * 2 + lost + ocr_page("hidden", *LINES[1:]) + ocr_page(*LINES)
    assert first_words(text) == [LINES[0]] * 3 + ["hidden", LINES[0]]


def test_two_pages_in_a_row_are_found_that_marks_of_lost_notes_hide():
    lost = ocr_page(*LINES).removesuffix("\n") + f"\n\n{RULE}\n*\n"
    text = ocr_page(*LINES) * 3 + lost * 2 + ocr_page("hidden", *LINES[1:]) + ocr_page(*LINES)
    assert first_words(text) == [LINES[0]] * 5 + ["hidden", LINES[0]]


@pytest.mark.parametrize(("words", "begins"), [("went on", True), ("A gloss", False)])
def test_a_page_a_little_too_tall_hides_another_where_its_note_would_begin_inside_a_sentence(words, begins):
    lines = [f"line {n} of the page" for n in range(40)]
    lost = ocr_page(*lines).removesuffix("\n") + f"\n\n{RULE}\n*\n"
    text = ocr_page(*lines) * 2 + lost + ocr_page(words, "to its end") + ocr_page(*lines)
    assert first_words(text) == [lines[0]] * 3 + [words] * begins + [lines[0]]


def test_a_page_with_several_long_notes_hides_none():
    notes = [f"{mark}\n A note that takes\n\nsome lines\n\nof its page" for mark in "*†‡"]
    page = ocr_page(*LINES[:3], notes=notes)
    assert first_words(ocr_page(*LINES) * 2 + page + ocr_page(*LINES)) == [LINES[0]] * 4


def test_a_note_text_on_the_line_below_its_mark_begins_no_page():
    page = ocr_page(*LINES, notes=["*\n The words of the note."])
    assert first_words(ocr_page(*LINES) + page + ocr_page(*LINES)) == [LINES[0]] * 3
