"""Who speaks: what the words around a quotation prove, and what a table decides."""

from __future__ import annotations

import pytest
from texts import document, rows

from rift.annotate.speech import SPEAKER_COLUMNS, Names, speech_marks, voices

PEOPLE = {"Brook": "brook", "Dene": "dene", "Ada Lind": "lind", "Lind": "lind"}
NAMES = Names(lambda form: PEOPLE.get(form, ""), narrator="narrator")


def heard(*paragraphs: str, table: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    """First word, kind and speaker of each quotation."""
    made = document(*paragraphs)
    found, findings = voices(made, rows(SPEAKER_COLUMNS, *table), NAMES)
    assert not findings
    return [(made.text[v.quotation.inner:v.quotation.end].split()[0], v.kind, v.who)
            for v in sorted(found, key=lambda v: v.quotation.start)]


@pytest.mark.parametrize(
    "text",
    [
        "“Go now,” said Brook.",
        "“Go now,” Brook said.",
        "“Go now,” Comrade Brook replied.",
        "“Go now!” said Brook to me.",
        "Brook said: “Go now.”",
        "He came in. Brook said to us, “Go now.”",
        "Brook interrupted me: “Go now.”",
    ],
)
def test_a_verb_with_a_name_tells_the_speaker(text):
    assert heard(text) == [("Go", "speech", "brook")]


def test_i_is_whoever_tells_the_story():
    assert heard("“Go now,” I said.") == [("Go", "speech", "narrator")]


def test_a_name_that_no_register_has_tells_nothing():
    assert heard("“Go now,” said Olsen.") == [("Go", "?", "")]


def test_a_pronoun_tells_nothing():
    assert heard("“Go now,” he said.") == [("Go", "?", "")]


def test_a_verb_without_a_comma_before_it_tells_nothing():
    """The “masters” said nothing themselves."""
    assert heard("The “masters” said Brook was wrong.")[0][1] == "scare"


def test_a_speech_broken_by_its_verb_has_one_speaker():
    assert heard("“Go now,” said Brook, “and pay.”") == [("Go", "speech", "brook"), ("and", "speech", "brook")]


def test_a_speech_goes_on_over_paragraphs():
    assert [who for _, _, who in heard("Brook said: “First.", "“Second.", "“Third.” Then he left.")] == ["brook"] * 3


def test_a_new_paragraph_after_a_closed_speech_is_another_matter():
    assert heard("Brook said: “First.”", "“Second thoughts are best in such a case.”")[1][1] == "?"


def test_few_words_in_the_sentence_are_scare_quotes():
    assert heard("These “friends” of ours left.") == [("friends”", "scare", "")]


def test_words_inside_a_speech_are_for_a_reader():
    assert heard("“He said ‘go’ to me,” said Brook.")[1] == ("go’", "?", "")


def test_a_row_decides_before_the_rules():
    assert heard("“Go now,” said Brook.", table=("1|Go now|speech|dene||||",)) == [("Go", "speech", "dene")]


def test_rows_of_one_line_go_to_one_quotation_each():
    found = heard("“No,” he said. “No,” she said.", table=("1|No|speech|brook", "1|No|speech|dene"))
    assert [who for _, _, who in found] == ["brook", "dene"]


def test_a_row_may_name_a_quotation_without_marks():
    made = document("Brook reads: Greetings to the town. We pay.")
    found, _ = voices(made, rows(SPEAKER_COLUMNS, "1|Greetings to|document|||letter"), NAMES)
    assert [made.text[v.quotation.start:v.quotation.end] for v in found] == ["Greetings to the town. We pay."]


def test_a_row_that_matches_nothing_is_a_finding():
    findings = voices(document("“Go now,” he said."), rows(SPEAKER_COLUMNS, "1|Stay here|speech|dene"), NAMES)[1]
    assert [(f.code, f.raw.line) for f in findings] == [("SRC-009", 1)]


def test_each_kind_has_its_element():
    made = document("“One,” “two,” “three,” “four” and “five.”")
    kinds = ("speech", "thought", "scare", "title", "document")
    sources = ("", "", "", "work", "letter")
    table = rows(SPEAKER_COLUMNS, *(f"1|{word}|{kind}|brook|dene|{source}" for word, kind, source
                                    in zip("One two three four five".split(), kinds, sources, strict=True)))
    marks = speech_marks(made, voices(made, table, NAMES)[0])
    assert [(m.path, m.get("who"), m.get("aloud"), m.get("source") or m.get("ref")) for m in marks] == [
        ("said", "brook", "true", None),
        ("said", "brook", "false", None),
        ("soCalled", None, None, None),
        ("title", None, None, "work"),
        ("quote", None, None, "letter"),
    ]


def test_pieces_of_a_speech_point_to_each_other():
    made = document("“Go now,” said Brook, “and pay.”", "“Who pays?” asked Dene.")
    marks = speech_marks(made, voices(made, (), NAMES)[0])
    assert [(m.start, m.get("next"), m.get("prev")) for m in marks] == [(0, "\x0022", None), (22, None, "\x000"), (33, None, None)]


def test_a_row_says_that_a_speech_goes_on_where_no_rule_tells():
    made = document("“Go now,” roared old Brook at his “friends”. “Pay.”", "“Who pays?” asked Dene.", "Then: “And go!”")
    table = rows(SPEAKER_COLUMNS, "1|Go now|speech|brook", "1|Pay|speech+|brook", "5|And go|speech+|brook")
    marks = [m for m in speech_marks(made, voices(made, table, NAMES)[0]) if m.path == "said"]
    starts = [m.start for m in marks]
    assert [m.get("next") for m in marks] == [f"\0{starts[1]}", f"\0{starts[3]}", None, None]
    assert [m.get("prev") for m in marks] == [None, f"\0{starts[0]}", None, f"\0{starts[1]}"]


def test_a_speech_that_goes_on_from_nothing_is_a_finding():
    findings = voices(document("“Who?” asked Dene.", "“Pay.”"), rows(SPEAKER_COLUMNS, "3|Pay|speech+|brook"), NAMES)[1]
    assert [(f.code, f.place.line) for f in findings] == [("SRC-009", 2)]
