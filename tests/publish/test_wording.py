"""Which phrases are nearly alike, and which of their words differ."""

from __future__ import annotations

import pytest
from lxml import etree

from rift.publish.synopsis.flow import Flow, flow
from rift.publish.synopsis.wording import likenesses, wording


def passage(content: str) -> Flow:
    return flow(etree.fromstring(f'<p xmlns="http://www.tei-c.org/ns/1.0">{content}</p>'))


def printed(content: str) -> list[str]:
    return [" ".join(word.printed for word in phrase.words) for phrase in wording(passage(content)).phrases]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("He came. He went!  Why? So…", ["He came", "He went", "Why", "So"]),
        ("N. S. Brown came at 5.30 p.m.", ["N S Brown came at 5 30 p m"]),
        ("<said>“Well,”</said> he said, <said>“no.”</said>", ["Well", "he said", "no"]),
        ("It’s <choice><sic>bak</sic><corr>back</corr></choice><note place='foot'>Not so.</note> now", ["It’s back now"]),
        ("A “quoted.” Then", ["A quoted", "Then"]),
    ],
)
def test_phrases(content, found):
    assert printed(content) == found


def like(first: str, second: str) -> list[tuple[float, list[tuple[str, str]]]]:
    """Ratio and differing words of each pair of phrases."""
    found = likenesses(wording(passage(first)), wording(passage(second)))
    return [
        (likeness.ratio, [
            (" ".join(w.printed for w in likeness.first.words[s.first]), " ".join(w.printed for w in likeness.second.words[s.second]))
            for s in likeness.steps if not s.same
        ])
        for likeness in found
    ]


def test_differing_words_are_found():
    assert like("The old ferry sank at night.", "The big ferry sank that night.") == [(0.67, [("old", "big"), ("at", "that")])]


def test_case_accents_and_apostrophes_do_not_differ():
    assert like("Don't spare Gomułka’s ferry", "don’t spare GOMULKA's ferry") == [(1.0, [])]


def test_phrases_in_stock_words_are_not_alike():
    assert like("The Central Committee of the party said so.", "The Central Committee of the party has said so.") == []


def test_a_phrase_has_one_counterpart_the_likest():
    (found,) = like("The ferry sank.", "The ferry sank deep. The ferry sank.")
    assert found == (1.0, [])


def test_other_matters_are_not_alike():
    assert like("The old ferry carried wheat to the island every spring.", "Wheat is grown on no island.") == []
