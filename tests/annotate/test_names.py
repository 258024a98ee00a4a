"""Names and their entries: what is linked, and what is left to a reader."""

from __future__ import annotations

import pytest
from texts import document, rows

from rift.annotate.names import NAME_COLUMNS, NameLinker
from rift.model.lexicon import Entity, Lexicon

# Entry: register, element, side, sure forms, forms that name it only in context.
ENTRIES = {
    "brook": ("persons", "persName", "", ["Alan Brook", "Comrade Brook"], ["Brook", "Alan"]),
    "brook-ada": ("persons", "persName", "", ["Ada Brook"], ["Brook"]),
    "dene": ("persons", "persName", "", ["Dene"], ["the pilot"]),
    "eastport": ("places", "placeName", "", ["Eastport"], []),
    "bank": ("organizations", "orgName", "", ["Bank of Eastport"], []),
    "east-board": ("organizations", "orgName", "east", ["Harbour Board of Eastport", "Board"], []),
    "pier": ("places", "placeName", "", ["Alan Brook Pier"], []),
    "tide": ("works", "title", "", ["The Tide of Eastport"], []),
    "west-board": ("organizations", "orgName", "west", ["Western Board", "Board"], []),
}


def lexicon() -> Lexicon:
    made = Lexicon()
    for name, (file, element, side, sure, context) in ENTRIES.items():
        entity = made.entities[name] = Entity(name, f"register/{file}.xml", element, side)
        for form in sure:
            made.sure[form].append(entity)
        for form in context:
            made.context[form].append(entity)
    return made


def linker(*paragraphs: str, table: tuple[str, ...] = (), lost: list | None = None) -> NameLinker:
    made = NameLinker(document(*paragraphs), lexicon())
    made.link(rows(NAME_COLUMNS, *table), [] if lost is None else lost)
    return made


def linked(*paragraphs: str, table: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Printed form and id of each name."""
    made = linker(*paragraphs, table=table)
    return [(made.document.text[m.start:m.end], " ".join(p.split("#")[1] for p in m.get("ref").split()))
            for m in sorted(made.marks, key=lambda m: (m.start, -m.end))]


def test_a_sure_form_is_linked_wherever_it_stands():
    assert linked("Dene left Eastport.") == [("Dene", "dene"), ("Eastport", "eastport")]


def test_the_longest_form_is_the_name():
    assert linked("Alan Brook left.") == [("Alan Brook", "brook")]


def test_a_name_inside_a_name_is_a_name_too():
    assert linked("the Bank of Eastport met") == [("Bank of Eastport", "bank"), ("Eastport", "eastport")]


def test_a_name_may_begin_with_a_name():
    assert linked("at Alan Brook Pier") == [("Alan Brook Pier", "pier"), ("Alan Brook", "brook")]


@pytest.mark.parametrize(("words", "inside"), [("our Western Board", []), ("Western Board of Eastport", [("Eastport", "eastport")])])
def test_what_a_name_is_about_is_no_name_of_its_own(words, inside):
    assert linked(f"{words} met", table=(f"1|{words}|orgName|bank|as told",)) == [(words, "bank"), *inside]


def test_a_title_that_is_in_the_text_already_is_not_linked_again():
    made = NameLinker(document("He read “The Tide of Eastport” aloud."), lexicon())
    made.link((), [], titles=[(8, 30, "title", "tide")])
    assert [m.get("ref").split("#")[1] for m in made.marks] == ["eastport"]
    assert linked("He read “The Tide of Eastport” aloud.")[0] == ("The Tide of Eastport", "tide")


def test_a_possessive_stays_outside():
    assert linked("Dene’s dues") == [("Dene", "dene")]


def test_a_speaker_means_the_body_of_his_own_side():
    made = document("We met in May.", "Board and Board, your Board.")
    names = NameLinker(made, lexicon(), sides=[(15, 25, "west"), (25, 99, "east")])
    names.link((), [])
    assert [m.get("ref").split("#")[1] for m in names.marks] == ["west-board", "east-board"]


@pytest.mark.parametrize("text", ["Denes left.", "the Dene-like men"])
def test_part_of_a_longer_word_is_no_name(text):
    assert linked(text) == []


def test_a_context_form_names_one_who_was_named_before():
    assert linked("Dene came.", "Then the pilot left.")[1:] == [("the pilot", "dene")]
    assert linked("The town waited.", "Then the pilot left.") == []


def test_a_form_of_two_names_the_one_that_was_named_before():
    assert linked("Western Board in May.", "Then the Board met.")[-1] == ("Board", "west-board")


def test_what_the_words_before_do_not_prove_is_for_a_reader():
    made = linker("Ada Brook and Alan Brook came.", "Then the Board said that Brook left.")
    assert [ids for _, _, ids in made.ambiguous] == [("east-board", "west-board"), ("brook", "brook-ada")]
    assert len(made.marks) == 2


def test_a_row_decides_before_all_rules():
    table = ("1|Brook|persName|brook-ada|she is meant",)
    assert linked("Brook left.", table=table) == [("Brook", "brook-ada")]


def test_a_row_with_a_dash_makes_no_name():
    assert linked("Dene, a small town, and Dene.", table=("1|Dene|-||the town",)) == [("Dene", "dene")]


def test_a_row_with_a_dash_is_in_no_longer_name_that_is_about_it():
    assert linked("Alan Brook Pier", table=("1|Pier|-||he peers",)) == [("Alan Brook", "brook")]


def test_a_row_may_name_several():
    assert linked("the brothers left", table=("1|the brothers|persName|brook dene|both",)) == [("the brothers", "brook dene")]


def test_capitals_of_a_heading_are_the_same_name():
    assert linked("EASTPORT AND ITS MASTERS") == [("EASTPORT", "eastport")]


def test_a_row_that_matches_nothing_is_told():
    lost: list = []
    linker("Dene left.", table=("1|Brook|persName|brook",), lost=lost)
    assert [row["words"] for row in lost] == ["Brook"]
