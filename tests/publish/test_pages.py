"""Where a text is split into pages, and what a page knows."""

from __future__ import annotations

import pytest
from lxml import etree

from rift.publish.files import TeiFile, load_edition
from rift.publish.pages import split

from .conftest import EDITIONS, SMALL


def text(body: str) -> TeiFile:
    xml = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>{body}</text></TEI>'
    return TeiFile("tei/a.xml", etree.fromstring(xml), "")


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        ('<body><div xml:id="a1" type="document"><p/></div></body>', ["a1"]),
        ('<body><div xml:id="a1" type="preface"><p/></div><div xml:id="a2" type="chapter"><p/></div></body>', ["a1", "a2"]),
        # what stands before the first page: with paragraphs a page, a mere heading not
        ('<body><div xml:id="a1" type="introduction"><p/></div><div xml:id="a2" type="note"><p/></div></body>', ["a1", "a2"]),
        ('<body><head/><div xml:id="a2" type="chapter"><p/></div><div xml:id="a3" type="chapter"/></body>', ["a2", "a3"]),
        ('<front><div xml:id="a1"><p/></div></front><body><div xml:id="a2" type="chapter"><p/></div></body>', ["a1", "a2"]),
        # a speech: after an introduction, before notes, or all that there is
        ('<body><div xml:id="a1" type="introduction"><p/></div><div xml:id="a2" type="speech"><p/></div></body>', ["a1", "a2"]),
        ('<body><div xml:id="a1" type="speech"><p/></div><div type="notes"><div xml:id="a2" type="note"/></div></body>', ["a1", "a2"]),
        ('<body><head/><div xml:id="a1" type="speech"><p/></div></body>', ["a1"]),
        # a wrapper with its heading goes with its first page; a note in the heading is no paragraph
        (
            '<body><div xml:id="a1" type="notes"><head><note><p/></note></head>'
            '<div xml:id="a2" type="note"><p/></div><div xml:id="a3" type="note"><p/></div></div></body>',
            ["a2", "a3"],
        ),
        # a division inside a page division is no page; what follows the last goes with it
        ('<body><div xml:id="a1" type="chapter"><div xml:id="a2" type="note"><p/></div></div></body>', ["a1"]),
        ('<body><div xml:id="a1" type="chapter"><p/></div></body><back><div xml:id="a9"><p/></div></back>', ["a1"]),
        ("<body><p/></body>", ["page-1"]),
    ],
)
def test_split(body, pages):
    assert [page.id for page in split(text(body))] == pages


@pytest.mark.parametrize("root", EDITIONS.values(), ids=EDITIONS)
def test_pages_hold_every_word_and_address_of_the_text_once(root):
    for file in load_edition(root).texts:
        built = [page.build() for page in split(file)]
        whole, parts = "".join(file.text.itertext()), "".join("".join(page.itertext()) for page in built)
        assert parts.split() == whole.split()
        ids = [xml_id for page in built for xml_id in page.xpath("//@xml:id")]
        assert ids == file.text.xpath(".//@xml:id")


def test_a_page_knows_its_printed_pages():
    harbour = next(file for file in load_edition(SMALL).texts if file.id == "harbour")
    assert [(p.id, p.opening, [b.n for b in p.printed]) for p in split(harbour)] == [
        ("h1", "", ["[7]"]),
        ("h3", "[7]", ["8"]),
        ("h12", "8", ["9"]),
    ]


def test_titles():
    titles = [page.title for file in load_edition(SMALL).texts for page in split(file)]
    assert titles == [
        "Talks on the Quay", "Notes of the Office", "The second note",
        "Preface", "1. THE COLD QUAY", "2. The Warm Quay",
    ]


def test_the_repository_has_a_page_for_each_chapter_and_document():
    pages = {file.id: len(split(file)) for file in load_edition(EDITIONS["repository"]).texts}
    assert pages == {"memorandum-1956": 1, "report-1960": 1, "khrushchevites": 14, "edemskiy": 1, "tirana-observatory": 7}
