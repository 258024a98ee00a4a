"""Bracketed insertions, remarks of a note-taker, and what an audience does."""

from __future__ import annotations

import pytest
from texts import document, rows

from rift.annotate.inserted import INSERTION_COLUMNS, STAGE_COLUMNS, insertion_marks, reaction_marks, stage_marks


def marked(made, marks) -> list[tuple[str, str]]:
    return [(m.path, made.text[m.start:m.end]) for m in sorted(marks, key=lambda m: m.start)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We pay. (Applause.) Now", [("kinesic/desc", "(Applause.)")]),
        ("We pay. (Laughter in the hall.)", [("kinesic/desc", "(Laughter in the hall.)")]),
        ("(Stir in the hall. Shouts: “Shame! Shame!”)", [("incident/desc", "(Stir in the hall."), ("vocal/desc", "Shouts: “Shame! Shame!”)")]),
        ("We pay (as you know) all. (We never did.)", []),
        ("(Applause. We never did.)", []),
        ("the (National Liberation Movement), the (Voice of America) and the (Crystal Palace)", []),
    ],
    ids=["applause", "laughter", "two reactions", "no reaction", "more than a reaction", "names"],
)
def test_reactions_are_told_by_their_words(text, found):
    made = document(text)
    assert marked(made, reaction_marks(made)) == found


def test_a_reaction_says_of_what_kind_it_is():
    made = document("(Laughter.) (Prolonged applause.) (Noise.) (Movement.)")
    assert [m.get("type") for m in reaction_marks(made)] == ["laughter", "applause", "noise", "stir"]


def test_insertions_have_the_element_of_their_kind():
    made = document("Ada [Lind] said gud [good, in the original] [?]", "[signed]")
    table = rows(INSERTION_COLUMNS, "1|[Lind]|identification", "1|[good, in the original]|gloss", "1|[?]|doubt", "3|[signed]|signature")
    marks = insertion_marks(made, table, "#x.editor", [])
    assert [(m.path, m.get("reason") or m.get("type"), m.get("resp")) for m in marks] == [
        ("supplied", "identification", "#x.editor"),
        ("note", "gloss", "#x.editor"),
        ("unclear", None, "#x.editor"),
        ("note", "signature", "#x.editor"),
    ]


def test_rows_of_one_line_stand_in_the_order_of_the_text():
    made = document("[the] one and [the] other")
    marks = insertion_marks(made, rows(INSERTION_COLUMNS, "1|[the]|word", "1|[the]|identification"), "#x.editor", [])
    assert [m.start for m in marks] == [0, 14]


def test_a_row_that_matches_nothing_is_told():
    lost: list = []
    assert insertion_marks(document("One."), rows(INSERTION_COLUMNS, "1|[two]|word"), "#x.editor", lost) == []
    assert [row["words"] for row in lost] == ["[two]"]


def test_a_remark_inside_a_turn_is_a_stage_direction():
    made = document("We pay (he laughs) gladly.")
    assert marked(made, stage_marks(made, rows(STAGE_COLUMNS, "1|(he laughs)|delivery"), [])) == [("stage", "(he laughs)")]


def test_a_remark_that_is_a_block_gives_it_its_type():
    made = document("One.", "(They leave.)")
    made.blocks[1].kind = "stage"
    assert stage_marks(made, rows(STAGE_COLUMNS, "3|(They leave.)|exit"), []) == []
    assert made.blocks[1].attributes == {"type": "exit"}
