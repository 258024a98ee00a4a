"""What publishing knows of the events."""

from __future__ import annotations

import pytest
from lxml import etree

from rift.publish.synopsis.events import Event, Events
from rift.publish.synopsis.passages import slot
from rift.publish.synopsis.shared import when
from rift.publish.words import TEI


def test_events_stand_in_the_order_of_the_file_nested_ones_after_their_parent(ferry):
    assert [event.id for event in ferry.events.all] == ["ev-rain", "ev-meeting", "ev-sinking", "ev-payment"]
    assert ferry.events.by_id["ev-payment"].parent is ferry.events.by_id["ev-meeting"]


def test_an_event_knows_its_own_participants_only(ferry):
    meeting = ferry.events.by_id["ev-meeting"]
    assert [(p.target[1], p.name) for p in meeting.participants] == [("vera", "Vera Holm"), ("ole", "Ole Berg")]
    assert not ferry.events.by_id["ev-payment"].participants
    vera = ("tei/register/persons.xml", "vera")
    assert [event.id for event in ferry.events.by_participant[vera]] == ["ev-meeting", "ev-sinking"]


def test_contradictions_and_accounts_name_their_passages(ferry):
    sinking = ferry.events.by_id["ev-sinking"]
    (contradiction,) = sinking.contradictions
    assert (contradiction.kind, contradiction.words) == ("wording", "“old” – “big”.")
    assert contradiction.targets == (("tei/minutes.xml", "m2"), ("tei/recollections.xml", "v3.said"))
    assert [account.evidence for account in sinking.accounts] == ["minute", "editorial", "eye-witness", "hearsay", "study"]


def test_an_edition_without_events_has_none():
    assert Events(None).all == []


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ({"when": "1960-11-12"}, "12 November 1960"),
        ({"when": "1956"}, "1956"),
        ({"from": "1953-03-06", "to": "1953-03-14"}, "6 to 14 March 1953"),
        ({"from": "1955-05-25", "to": "1955-06-02"}, "25 May to 2 June 1955"),
        ({"from": "1954-06", "to": "1954-06-23"}, "June to 23 June 1954"),
        ({"from": "1956", "to": "1957-04"}, "1956 to April 1957"),
        ({"notBefore": "1953-06", "notAfter": "1954-06"}, "between June 1953 and June 1954"),
        ({"notAfter": "1960"}, "by 1960"),
        ({"from": "1954"}, "from 1954"),
        ({}, ""),
    ],
)
def test_dates_as_a_reader_writes_them(date, written):
    assert when(Event("tei/events.xml", etree.Element(f"{TEI}event", date), None)) == written


@pytest.mark.parametrize(
    ("file", "xml_id", "where"),
    [
        ("minutes", "m2", "turn 1"),
        ("minutes", "m3.said", "turn 2"),
        ("minutes", "m1.head", "heading"),
        ("recollections", "v2", "abstract"),
        ("recollections", "v3", "p. 12"),
        ("recollections", "v5", "p. 13"),
        ("study", "s2.said", "¶ 1"),
        ("study", "s6", "note, ¶ 1"),
    ],
)
def test_where_a_passage_stands(ferry, file, xml_id, where):
    assert ferry.passages.of((f"tei/{file}.xml", xml_id)).where == where


@pytest.mark.parametrize(
    ("file", "xml_id", "beside"),
    [("minutes", "m3.said", "m3"), ("minutes", "m1.head", "m2"), ("recollections", "v3.said", "v3"), ("recollections", "v2.p", "v2")],
)
def test_beside_which_block_a_mark_stands(ferry, file, xml_id, beside):
    element = ferry.passages.of((f"tei/{file}.xml", xml_id)).element
    assert slot(element).get("{http://www.w3.org/XML/1998/namespace}id") == beside


def test_the_opening_of_a_passage_has_at_most_six_words(ferry):
    assert ferry.passages.of(("tei/minutes.xml", "m2")).opening == "The old ferry sank in the…"
    assert ferry.passages.of(("tei/minutes.xml", "m4")).opening == "Nothing more."

