"""Records, articles and posts: what their lines are."""

from __future__ import annotations

import pytest
from texts import drafts, outline, read, rows

from rift.model.outline import Outline
from rift.reading.notes import find_endnotes
from rift.structure.chapters import notes_last
from rift.structure.decided import STRUCTURE_COLUMNS, groups, kinds
from rift.structure.records import (
    article_front,
    bold_heads,
    enumerations,
    lines_are_paragraphs,
    one_division,
    post_documents,
    speaker_labels,
    turns,
)


def shown(made) -> list[str]:
    """Groups as ``name first-last`` with their attributes."""
    return [f"{g.name} {g.first}-{g.last} " + " ".join(f"{k}={v}" for k, v in g.attributes.items()) for g in made.groups]


def test_a_line_is_a_paragraph():
    assert drafts(outline("One.\n\nTwo.\nThree.\n", lines_are_paragraphs)) == [("p", "One."), ("p", "Two."), ("p", "Three.")]


def test_a_sentence_that_a_page_end_cut_is_made_whole():
    made = outline("You accuse us while we\n\naccuse you.\n\nThen go.\n", lines_are_paragraphs)
    assert drafts(made) == [("p", "You accuse us while we accuse you."), ("p", "Then go.")]


def test_a_sentence_without_its_full_stop_is_not_joined_to_a_capital():
    assert len(outline("We are listening\n\nBrook: I thank you.\n", lines_are_paragraphs).drafts) == 2


@pytest.mark.parametrize(
    "label",
    ["Brook:", "A. B. Brook:", "Comrade Dene:", "Comrade Dene and Comrade Brook:", "Brook reading the first letter:", "Brook (to Dene about Anna):"],
)
def test_a_speakers_label(label):
    made = outline(f"{label} You may begin.\n", lines_are_paragraphs, speaker_labels)
    assert drafts(made) == [("speaker", label), ("p", "You may begin.")]


@pytest.mark.parametrize(
    "line",
    [
        "The delegation was represented by: Brook and Dene.",
        "I ask you: who pays?",
        "At 10:30 we met.",
        "They asked the following: who pays, and when.",
        "“Brook: you pay,” she said.",
    ],
)
def test_a_colon_in_prose_makes_no_label(line):
    assert drafts(outline(line + "\n", lines_are_paragraphs, speaker_labels)) == [("p", line)]


def test_a_paragraph_in_round_brackets_is_a_stage_direction():
    assert drafts(outline("(They stand up.)\n", lines_are_paragraphs, speaker_labels)) == [("stage", "(They stand up.)")]


def test_a_turn_is_a_label_and_what_follows():
    text = "Heading\n\nBrook: One.\n\nTwo.\n\nDene: Three.\n\n(They leave.)\n\nThe end.\n"
    made = outline(text, lines_are_paragraphs, speaker_labels, one_division, turns)
    assert shown(made) == ["div 0-7 type=document", "sp 1-3 n=1", "sp 4-5 n=2"]


def test_bold_stretches_are_heads_also_over_lines():
    text = "**May 5, 1951**\n\n**Report of the Talks\nin Eastport**\n\nPlain.\n"
    stars = ["1:1|1:2|format||bold", "1:14|1:15|format||bold", "3:1|3:2|format||bold", "4:12|4:13|format||bold"]
    made = Outline(read(text, excluded=stars), [])
    lines_are_paragraphs(made)
    bold_heads(made)
    assert drafts(made) == [("opener/dateline", "May 5, 1951"), ("head", "Report of the Talks in Eastport"), ("p", "Plain.")]


ARTICLE = """“The boats never came back,” a study of the harbour

By Ada Lind

Part Two

The following is a paper by Ada Lind. The paper was read in May.

The Study by Ada Lind, of the Institute for Harbours

The harbour was founded early.

It closed late.

To be continued in the next issue
"""


def test_an_article_has_front_and_body():
    made = outline(ARTICLE, lines_are_paragraphs, article_front)
    assert [kind for kind, _ in drafts(made)] == ["head", "byline", "head", "p", "head", "p", "p", "trailer"]
    assert made.drafts[2].attributes == {"type": "part"}
    assert shown(made) == ["front 0-3 ", "div 0-3 type=introduction", "body 4-7 ", "div 4-7 type=document"]


def test_an_article_without_an_introduction_is_one_document():
    made = outline("The boats never came back\n\nThe harbour was founded early.\n", lines_are_paragraphs, article_front)
    assert shown(made) == ["div 0-1 type=document"]


POST = """The harbour quarrel

A word before. The letters follow.

Brook’s speech on dues

Friends! We pay.

“New Hostile Acts of the Harbour Board,[1]

The Board declares the following.

The contents of the verbal note of May 5, 1951, delivered by A. Brook:

The Board protests.

Note of the Town presented to the Board on May 6, 1951:

To the Board of the Harbour, Eastport:

I. The town is surprised.

And sorry.

II. The town rejects this.

Eastport, May 6, 1951

[1] So the paper calls them.
"""


def post():
    return outline(POST, lines_are_paragraphs, notes_last, post_documents, enumerations, reading=(find_endnotes,))


def test_a_post_is_parted_into_documents():
    assert [line for line in shown(post()) if line.startswith("div")] == [
        "div 0-1 type=introduction",
        "div 2-3 type=speech",
        "div 4-13 type=notes",
        "div 5-5 type=note",
        "div 6-7 type=note",
        "div 8-13 type=note",
    ]


def test_a_note_has_its_salute_and_dateline():
    assert [kind for kind, _ in drafts(post())][8:14] == ["head", "opener/salute", "p", "p", "p", "closer/dateline"]


def test_numbered_paragraphs_of_a_note_are_a_list():
    assert shown(post())[-3:] == ["list 10-12 type=enumeration", "item 10-11 n=I", "item 12-12 n=II"]


def decided(text: str, *table: str, rules=(kinds, groups)):
    return outline(text, lines_are_paragraphs, *rules, structure_rows=rows(STRUCTURE_COLUMNS, *table))


def test_a_row_names_the_element_of_a_block():
    made = decided("One.\nTwo.\n", "2||closer/signed|rend=right|the signature")
    assert drafts(made) == [("p", "One."), ("closer/signed", "Two.")]
    assert made.drafts[1].attributes == {"rend": "right"}


def test_a_row_with_an_end_puts_an_element_around_blocks():
    assert shown(decided("One.\nTwo.\nThree.\n", "2|3|sp|n=1 who=brook|he speaks")) == ["sp 1-2 n=1 who=brook"]


@pytest.mark.parametrize("row", ["9||head||no such line", "9|10|sp||no such lines", "2|1|sp||backwards"])
def test_a_row_that_matches_no_block_is_kept_to_be_told(row):
    assert [r["reason"] for r in decided("One.\nTwo.\n", row).unmatched] == [row.rsplit("|", 1)[1]]


def test_rows_that_cross_match_nothing():
    made = decided("One.\nTwo.\nThree.\nFour.\n", "1|3|quote||first", "2|4|list||crosses", "2|3|sp||inside")
    assert shown(made) == ["quote 0-2 ", "sp 1-2 "]
    assert [r["reason"] for r in made.unmatched] == ["crosses"]
