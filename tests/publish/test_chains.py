"""Through whose hands a statement came."""

from __future__ import annotations

import pytest

from rift.publish.files import load_edition
from rift.publish.site import plan
from rift.publish.synopsis.chain_diagram import chains_envelope, statements
from rift.publish.synopsis.shared import Synopsis

from .conftest import REPOSITORY


def chain(synopsis: Synopsis, text: str, xml_id: str) -> list[str]:
    file = next(file for file in synopsis.site.edition.texts if file.id == text)
    return [f"{hand.name}, {hand.role}" for hand in synopsis.chains.chain(file, file.elements[xml_id])]


@pytest.mark.parametrize(
    ("text", "xml_id", "hands"),
    [
        # a turn of a record
        ("minutes", "m2", ["Vera Holm, speaker", "Carl Lerk, note-taker", "unnamed translator, translator", "The Ferry Archive, publisher"]),
        # speech quoted in a turn
        ("minutes", "m3.said", ["Vera Holm, quoted", "Ole Berg, speaker", "Carl Lerk, note-taker", "unnamed translator, translator",
                                "The Ferry Archive, publisher"]),
        # speech in the book of one who took part, and his own words; a book is its own publication
        ("recollections", "v10.said", ["Ole Berg, speaker", "Vera Holm, memoirist"]),
        ("recollections", "v5", ["Vera Holm, memoirist"]),
        # speech in the book of one who did not
        ("study", "s2.said", ["Vera Holm, speaker", "I. Storian, author", "Journal of Ferries, publisher"]),
    ],
)
def test_chain(ferry, text, xml_id, hands):
    assert chain(ferry, text, xml_id) == hands


def test_every_turn_and_piece_of_speech_is_counted_once(ferry):
    assert [sum(1 for _ in statements(file, ferry)) for file in ferry.site.edition.texts] == [4, 2, 1]


def test_bands_of_the_diagram_are_as_many_as_what_passes(ferry):
    (diagram,) = chains_envelope(ferry).root.findall("{*}diagram")
    nodes = [node.get("label") for node in diagram.findall("{*}node")]
    assert nodes == [
        "others in Minutes 1", "others in Minutes 4", "others in Recollections 2", "others in Ferries 1",
        "Carl Lerk 4", "Vera Holm 2", "I. Storian 1", "unnamed translator 4", "The Ferry Archive 4", "Journal of Ferries 1",
    ]
    assert "Carl Lerk → unnamed translator: 4" in [band.get("label") for band in diagram.findall("{*}band")]


def test_documents_of_the_repository_come_from_their_sender(repository):
    assert chain(repository, "tirana-observatory", "t122")[0] == "Ministry of Foreign Affairs of the Albanian People’s Republic, sender"
    assert chain(repository, "tirana-observatory", "t20")[0] == "Nikita Sergeyevich Khrushchev, speaker"
    quoted = chain(repository, "tirana-observatory", "t160.quote")
    assert chain(repository, "memorandum-1956", "m13.note")[0].endswith("note-taker")  # not the speaker beside whose words it is
    assert quoted[0] == "Ministry of Foreign Affairs of the USSR, quoted"


@pytest.fixture(scope="module")
def repository() -> Synopsis:
    return Synopsis(plan(load_edition(REPOSITORY), {"html"}))
