"""Printed forms and the entries they name."""

from __future__ import annotations

from rift.model.lexicon import Entity, Lexicon

BROOK = Entity("brook", "register/persons.xml", "persName")
ADA = Entity("brook-ada", "register/persons.xml", "persName")
BOARD = Entity("board", "register/organizations.xml", "orgName")


def lexicon() -> Lexicon:
    made = Lexicon({e.id: e for e in (BROOK, ADA, BOARD)})
    made.sure["Alan Brook"] = [BROOK]
    made.context["Brook"] = [BROOK, ADA]
    made.context["Alan"] = [BROOK]
    made.sure["Board"] = [BOARD]
    return made


def test_ids_become_pointers_and_other_values_stay():
    assert lexicon().pointers("brook board") == "register/persons.xml#brook register/organizations.xml#board"
    assert lexicon().pointers("https://example.org #x3") == "https://example.org #x3"


def test_words_name_a_person_if_they_name_one_only():
    assert lexicon().person("Comrade Alan") == "brook"
    assert lexicon().person("Brook") == ""
    assert lexicon().person("Olsen") == ""
    assert lexicon().person("") == ""


def test_a_whole_name_is_sure_though_its_surname_is_not():
    assert lexicon().person("Alan Brook") == "brook"


def test_a_body_is_no_person():
    assert lexicon().person("Board") == ""
