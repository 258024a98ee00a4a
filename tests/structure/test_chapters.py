"""Chapters, their heads and abstracts, and what stands before the first."""

from __future__ import annotations

from texts import drafts, ocr_page, outline

from rift.reading.notes import find_footnote_marks, find_footnotes
from rift.reading.pages import find_pages, number_pages
from rift.structure.chapters import abstracts, chapter_heads, divisions, line_drafts, notes_last
from rift.structure.paragraphs import reflow

READING = (find_pages, number_pages, find_footnotes, find_footnote_marks)
RULES = (line_drafts, chapter_heads, abstracts, reflow, notes_last, divisions)
TEXT = (
    "In the morning the boats went out to the north and to the",
    "islands, and in the evening they came back with the nets full",
    "of fish, which the women of the town carried to the market at",
    "night, so that the traders could send them to the capital.",
)
ABSTRACT = ("The boats. A summer at sea. Brook comes", "to town, and what he wants. The first", "quarrel over dues.")


def book(*pages: str):
    return outline("".join(pages), *RULES, reading=READING)


def chapter(number: int, *title: str, abstract: tuple[str, ...] = ABSTRACT) -> str:
    return ocr_page(f"{number}. {title[0]}", *title[1:], *abstract, *TEXT)


def kinds(made) -> list[str]:
    return [kind for kind, _ in drafts(made)]


def groups(made) -> list[tuple[str, int, int, dict[str, str]]]:
    return [(g.name, g.first, g.last, g.attributes) for g in made.groups]


def test_a_head_may_run_over_two_lines():
    made = book(chapter(1, "THE HARBOUR AND", "ITS MASTERS"), chapter(2, "DUES"))
    assert [words for kind, words in drafts(made) if kind == "head"] == ["1. THE HARBOUR AND ITS MASTERS", "2. DUES"]


def test_a_line_of_capitals_without_a_number_is_text():
    assert kinds(book(chapter(1, "DUES"), ocr_page(*TEXT, "PAY NOW", *TEXT))).count("head") == 1


def test_a_number_before_words_in_small_letters_is_text():
    made = book(chapter(1, "DUES"), ocr_page("2. The boats went out to the north in the morning and to", *TEXT))
    assert kinds(made).count("head") == 1


def test_the_narrow_lines_below_a_head_are_its_abstract():
    made = book(chapter(1, "DUES"))
    assert drafts(made)[1] == ("argument/p", " ".join(ABSTRACT))
    assert drafts(made)[2] == ("p", " ".join(TEXT))


def test_an_abstract_ends_before_short_lines_that_open_the_text():
    """Speech at the beginning of the text is narrow too: the last sentence end before a full line decides."""
    made = book(chapter(1, "DUES", abstract=("The boats. A summer at sea. Brook comes", "to town.")))
    assert drafts(made)[1][1].endswith("to town.")


def test_the_last_line_of_an_abstract_may_end_with_a_misread_comma():
    made = book(chapter(1, "DUES", abstract=(*ABSTRACT[:2], "quarrel,")))
    assert drafts(made)[1] == ("argument/p", " ".join((*ABSTRACT[:2], "quarrel,")))


def test_a_chapter_without_an_abstract_has_none():
    assert kinds(book(chapter(1, "DUES", abstract=()))) == ["head", "p"]


def test_divisions_reach_from_head_to_head():
    made = book(ocr_page(*TEXT), chapter(1, "DUES"), chapter(2, "PAYING"))
    assert groups(made) == [
        ("div", 0, 0, {"type": "preface"}),
        ("div", 1, 3, {"type": "chapter", "n": "1"}),
        ("div", 4, 6, {"type": "chapter", "n": "2"}),
    ]


def test_notes_stand_after_everything_and_in_no_division():
    made = book(ocr_page(*TEXT, notes=["* A note."]), chapter(1, "DUES"))
    assert kinds(made)[-1] == "note"
    assert groups(made)[-1][2] == len(made.drafts) - 2


def test_the_year_below_a_preface_is_its_date():
    made = book(ocr_page(*TEXT[:3], "night.", "1980"), chapter(1, "DUES"))
    assert drafts(made)[1] == ("closer/dateline", "1980")


def test_a_book_without_chapters_is_one_division():
    assert groups(book(ocr_page(*TEXT))) == [("div", 0, 0, {"type": "document"})]


def test_a_mark_on_a_line_of_its_own_below_an_abstract_leaves_the_order_alone():
    """The speech that opens the text is narrow, and its sentence end is taken for that of the abstract."""
    second = ocr_page("2. PAYING", *ABSTRACT, "They call it “Slava!”\n*\n there, and laugh on the", *TEXT[1:])
    made = book(chapter(1, "DUES"), second)
    words = " ".join(text for _, text in drafts(made))
    assert words.index("They call it") < words.index("there, and laugh on the")
