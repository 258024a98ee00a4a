"""Paragraphs by the width of lines: would the next word have fitted?"""

from __future__ import annotations

from random import Random

import pytest
from texts import drafts, ocr_page, outline

from rift.reading.notes import find_footnote_marks, find_footnotes
from rift.reading.pages import find_pages
from rift.structure.chapters import line_drafts
from rift.structure.justified import beginnings, setting
from rift.structure.paragraphs import measure, reflow
from rift.structure.widths import SetLine, learned, natural_width

from .prose import Writer
from .typesetter import GAP, INDENT, Paragraph, Typesetter, Word

READING = (find_pages, find_footnotes, find_footnote_marks)
# Lines of one width, more or less, as a printer justifies them.
FULL = (
    "in the morning the boats went out to the north and to the",
    "islands, and in the evening they came back with the nets full",
    "of fish, which the women of the town carried to the market at",
    "night, so that the traders could send them to the capital by",
)


def paragraphs(*pages: str, rows: dict[int, bool] | None = None) -> list[str]:
    made = outline("".join(pages), line_drafts, reflow, reading=READING, paragraph_rows=rows or {})
    return [words for kind, words in drafts(made) if kind == "p"]


def starts(*lines: str, rows: dict[int, bool] | None = None) -> list[str]:
    """First two words of each paragraph of a page that begins with four full lines."""
    return [" ".join(text.split()[:2]) for text in paragraphs(ocr_page(*FULL, *lines), rows=rows)]


def test_the_first_line_begins_a_paragraph_whatever_a_row_says():
    made = outline(ocr_page(*FULL), line_drafts, reflow, reading=READING, paragraph_rows={1: False})
    assert [kind for kind, _ in drafts(made)] == ["p"]
    assert made.unjoined == [1]


def test_broad_letters_make_broad_lines():
    assert natural_width("mmmm") > natural_width("nnnn") > natural_width("iiii")


def test_letters_are_learned_from_lines_of_known_width():
    random = Random(1)
    lines = ["".join(random.choice("abcdei") for _ in range(60)) for _ in range(400)]
    face = learned((line, natural_width(line) + 80 * line.count("a") - 50 * line.count("i"), 100) for line in lines)
    changes = {char: face.of(char) - natural_width(char) for char in "abix"}
    assert changes == pytest.approx({"a": 80, "b": 0, "i": -50, "x": 0}, abs=1)


def test_the_setting_is_told_by_unlabelled_lines():
    writer = Writer(Random(3))
    lines: list[SetLine] = []
    for _ in range(250):
        made = Typesetter(writer.random).lines(Paragraph("p", [Word(word) for word in writer.opening().split()]))
        lines += [SetLine(0, " ".join(w.shown for w in line.words), after="" if k else "sentence") for k, line in enumerate(made)]
    for line, following in zip(lines, lines[1:], strict=False):
        line.next_word = following.text.split()[0]
    found = setting(lines, 30000)
    assert found.indent / found.full == pytest.approx(INDENT, abs=0.005)
    assert found.gap / found.full == pytest.approx(GAP, abs=0.01)


def test_a_width_that_fits_no_beginning_makes_none():
    goes_on, ends, alike = (10, 0.01), (0.01, 10), (1, 1)
    assert beginnings([(ends, ends), (alike, alike)], [0.5], False)[0] > 0.9
    assert beginnings([(goes_on, goes_on), (alike, alike)], [0.5], False)[0] < 0.1


def test_where_widths_say_nothing_the_share_decides():
    alike = (1, 1)
    assert beginnings([(alike, alike)] * 3, [0.7, 0.2], False) == pytest.approx([0.7, 0.2])


def test_the_measure_is_the_width_of_a_full_line():
    lines = outline(ocr_page(*FULL * 20), reading=READING).pages.lines
    assert measure(lines) == max(natural_width(line) for line in FULL)
    assert measure([]) == 0


def test_a_short_line_that_ends_a_sentence_ends_a_paragraph():
    assert starts("train before dawn.", "Nobody slept in those weeks, but nobody had a mind to") == ["in the", "Nobody slept"]


def test_a_short_line_inside_a_sentence_ends_none():
    assert starts("train before", "dawn, as the contract with the railway had it since May") == ["in the"]


def test_a_full_line_that_ends_a_sentence_ends_none():
    full = "train, which was never late in all the years that I know of."
    assert starts(full, FULL[1].capitalize()) == ["in the"]


def test_a_line_that_begins_small_goes_on():
    assert starts("train etc.", "and so on, as the contract with the railway had it in May") == ["in the"]


def test_a_hyphen_ends_no_paragraph():
    assert starts("train be-", "Fore dawn") == ["in the"]


def test_a_new_sentence_inside_a_speech_needs_the_usual_room():
    lines = ("train before dawn.", "“Nobody sleeps in these weeks, nobody has a mind to sleep.", "Who pays for it?” asked Brook.")
    assert starts(*lines) == ["in the", "“Nobody sleeps"]


def test_a_short_line_that_ends_with_a_comma_was_perhaps_misread():
    assert starts("train before,", "Nobody slept in those weeks, but nobody had a mind to") == ["in the", "Nobody slept"]
    full = "train, which was never late in all the years that I know of,"
    assert starts(full, "Nobody slept in those weeks") == ["in the"]


def test_paragraphs_go_on_over_pages_and_over_footnotes():
    first = ocr_page(*FULL, notes=["* A note of one line."])
    text, = paragraphs(first, ocr_page(*FULL))
    assert text.split() == [*" ".join(FULL).split() * 2]


def test_a_mark_on_a_line_of_its_own_parts_nothing():
    text, = paragraphs(ocr_page(*FULL, "“Slava!”\n*\n said Brook, and gave the word to his friend, whose"))
    assert text.endswith("“Slava!” * said Brook, and gave the word to his friend, whose")


def test_a_row_decides_before_the_rule():
    last = "train, which was never late in all the years that I know of."
    assert starts(last, "Nobody slept in those weeks", rows={11: True}) == ["in the", "Nobody slept"]
    assert starts("train before dawn.", "Nobody slept", rows={11: False}) == ["in the"]
