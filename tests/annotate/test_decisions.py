"""The words that a decision cites are found on its line, as printed or as corrected."""

from __future__ import annotations

import pytest
from texts import document, rows

from rift.annotate.decisions import locate, located, unmatched

COLUMNS = ("line", "words", "reason")


def found(line: int, words: str, *paragraphs: str, **kwargs) -> str | None:
    made = document(*paragraphs, **kwargs)
    span = locate(made, line, words)
    return made.text[span[0]:span[1]] if span else None


def test_words_are_found_on_their_line():
    made = document("Brook left.", "Brook came.")
    assert locate(made, 3, "Brook") == (12, 17)


def test_words_may_run_over_the_end_of_a_line():
    assert found(1, "boats came back", "many boats came", "back at night") == "boats came back"


def test_words_that_begin_on_another_line_are_not_found():
    assert found(3, "boats came", "many boats came", "back at night") is None


def test_whole_words_only():
    assert found(1, "man", "Many women and a man") == "man"
    assert found(1, "wom", "Many women") is None


@pytest.mark.parametrize("words", ["modem age", "modern age"])
def test_words_are_cited_as_printed_or_as_corrected(words):
    assert found(1, words, "The modem age.", mended=["1|modem|modern"]) == "modern age"


def test_a_run_of_spaces_counts_as_one():
    assert found(1, "many  boats", "so many boats came") == "many boats"


def test_rows_that_match_nothing_are_findings_with_their_line():
    made = document("One.", "Two.")
    lost: list = []
    assert [row["words"] for row, *_ in located(made, rows(COLUMNS, "1|One", "3|One", "7|Two"), lost)] == ["One"]
    assert [(f.code, f.place.line, f.raw.line) for f in unmatched(made, lost)] == [("SRC-009", 3, 3), ("SRC-009", 4, 7)]
