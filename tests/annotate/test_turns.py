"""Who speaks in a turn."""

from __future__ import annotations

from texts import outline, rows

from rift.annotate.corrections import corrected
from rift.annotate.turns import LABEL_COLUMNS, turn_speakers
from rift.structure.records import lines_are_paragraphs, speaker_labels, turns
from rift.structure.setting import set_text

PEOPLE = {"A. B. Brook": "brook", "Comrade Dene": "dene"}


def speakers(text: str, *table: str):
    """Attributes of each turn, manners of labels, raw lines of unknown speakers, rows that match nothing."""
    made = corrected(set_text(outline(text, lines_are_paragraphs, speaker_labels, turns), {}), [])
    lost: list = []
    marks, unknown = turn_speakers(made, rows(LABEL_COLUMNS, *table), lambda form: PEOPLE.get(form, ""), lost)
    return [g.attributes for g in made.groups], [made.text[m.start:m.end] for m in marks], unknown, [row["words"] for row in lost]


def test_the_label_names_the_speaker():
    assert speakers("A. B. Brook: One.\n\nComrade Dene: Two.\n")[0] == [{"n": "1", "who": "brook"}, {"n": "2", "who": "dene"}]


def test_a_manner_in_the_label_is_marked_and_not_part_of_the_name():
    turns_, manners, unknown, _ = speakers("Comrade Dene (to the others): One.\n\nA. B. Brook reading the letter: Two.\n")
    assert [t.get("who") for t in turns_] == ["dene", "brook"]
    assert manners == ["(to the others)", "reading the letter"]
    assert unknown == []


def test_a_row_decides_before_the_label():
    table = "1|A. B. Brook and Comrade Dene:|brook dene|anna|both"
    assert speakers("A. B. Brook and Comrade Dene: We pay.\n", table)[0] == [{"n": "1", "who": "brook dene", "toWhom": "anna"}]


def test_an_unknown_speaker_is_for_a_reader():
    assert speakers("Olsen: One.\n\nComrade Dene: Two.\n")[2] == [(1, "Olsen:")]


def test_a_row_that_no_label_matches_is_told():
    assert speakers("Comrade Dene: One.\n", "1|Olsen:|dene", "3|Comrade Dene:|dene")[3] == ["Olsen:", "Comrade Dene:"]
