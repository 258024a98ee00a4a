"""Places in the words of a reader: in references of a header, of divisions, of notes that were sent on one day."""

from __future__ import annotations

import re

import pytest
from lxml import etree, html

from rift.publish.files import load_edition
from rift.publish.site import plan
from rift.publish.synopsis.passages import Passages, name_places
from rift.publish.words import words

from .conftest import REPOSITORY, SMALL

ADDRESS = re.compile(r"[a-z]\d+[.\w]*")


@pytest.fixture(scope="module")
def passages() -> Passages:
    return Passages(plan(load_edition(SMALL), {"html"}))


def named(passages: Passages, written: str) -> str:
    """How a paragraph of the header of the memoir is shown."""
    file = next(file for file in passages.site.edition.texts if file.id == "harbour")
    paragraph = etree.fromstring(f'<p xmlns="http://www.tei-c.org/ns/1.0">{written}</p>')
    name_places(paragraph, file, passages)
    return words(paragraph)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('lost (<ref target="#h5">h5</ref>)', "lost (p. 7)"),
        ('in <ref target="#h12">h12</ref>', "in chapter 2"),
        ('told (<ref target="talks.xml#q5">q5</ref>)', "told (Talks on the Quay, turn 2)"),
        ('<ref target="talks.xml#q3">q3</ref> and <ref target="talks.xml#q5">q5</ref>', "Talks on the Quay, turn 1 and turn 2"),
        ('(<ref target="#h5">h5</ref>, <ref target="#h5">h5</ref>)', "(p. 7)"),
        ('<ref target="#h5">his words</ref>', "his words"),
        ('<ref target="#h99">h99</ref>', "h99"),
    ],
)
def test_a_reference_that_prints_an_address_names_the_place(passages, written, shown):
    assert named(passages, written) == shown


def test_notes_of_one_day_are_told_apart():
    passages = Passages(plan(load_edition(REPOSITORY), {"html"}))
    where = [passages.of(("tei/tirana-observatory.xml", xml_id)).where for xml_id in ("t75", "t83", "t95")]
    assert where == ["first note of 25 November 1961", "second note of 25 November 1961", "note of 3 December 1961"]


def test_no_reader_meets_a_bare_address_where_a_text_is_introduced(published):
    root, out = published
    for file in load_edition(root).texts:
        page = html.parse(out / file.id / "index.html")
        links = page.xpath("//div[@class = 'lead']//a | //section[@class = 'source']//a")
        assert not [link.text_content() for link in links if ADDRESS.fullmatch(link.text_content())]
