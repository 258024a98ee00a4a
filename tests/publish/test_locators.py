"""One numbering of a passage: on its page, where the citation box finds it, in lists and files, and in citable units."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from lxml import etree, html

from rift.publish.files import EditionFiles, TeiFile, load_edition
from rift.publish.metadata.citable import trees
from rift.publish.site import plan
from rift.publish.synopsis.passages import Passages, slot
from rift.publish.words import is_mark

from .conftest import REPOSITORY

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
HEADER = "about this text"
UNITS = {"page": "p. {}", "note": "note {}", "speech": "turn {}"}  # kind of citable unit to where its passage stands
NUMBERED = "tirana-observatory"  # its paragraphs are cited by number, those of the other texts by their address


@pytest.fixture(scope="module")
def passages() -> Passages:
    return Passages(plan(load_edition(REPOSITORY), {"html"}))


def by_id(path: Path) -> dict[str, html.HtmlElement]:
    """The elements of a page that have an address."""
    return {element.get("id"): element for element in html.fromstring(path.read_bytes()).iter() if element.get("id")}


def locator(element: html.HtmlElement) -> str:
    """What the script of the page reads when a passage is chosen."""
    return next(iter(element.xpath("ancestor-or-self::*[@data-locator][1]/@data-locator")), "")


def test_a_passage_is_cited_by_the_place_that_files_name(publisheds):
    out = publisheds[REPOSITORY]
    rows = csv.DictReader((out / "data" / "mentions.csv").read_text(encoding="utf-8").splitlines())
    told = {tuple(row["address"].split("#")): row["where"] for row in rows if row["where"] != HEADER}
    pages = {path: by_id(out / path) for path in {path for path, _ in told}}
    found = {(path, xml_id): locator(pages[path][xml_id]) for path, xml_id in told}
    assert found == {address: where.replace("¶", "para.") for address, where in told.items()}
    assert len(told) > 1000


def test_every_passage_but_divisions_has_its_place_on_the_page(passages, publisheds):
    for page in (page for pages in passages.site.pages.values() for page in pages):
        shown = by_id(publisheds[REPOSITORY] / page.href)
        for passage in passages.on(page).values():
            place = "" if etree.QName(passage.element).localname == "div" else passage.locator
            assert locator(shown[passage.id]) == place, passage.id


def test_no_two_paragraphs_or_notes_of_a_text_are_cited_alike(passages):
    """Where a text has printed pages, its paragraphs are cited by them, and paragraphs of one page alike."""
    cited = [p for p in passages if is_mark(p.element) or (p.where.rpartition(" ")[0].endswith("¶") and slot(p.element) is p.element)]
    places = [(passage.file.id, passage.where) for passage in cited]
    assert len(places) == len(set(places)) > 150


def test_units_of_text_services_are_numbered_as_passages_are(passages):
    compared = 0
    for file in passages.site.edition.texts:
        for unit in (unit for tree in trees(file) for unit in tree.walk()):
            where = passages.of((file.path, unit.element.get(XML_ID))).where
            if unit.kind in UNITS:
                assert where == UNITS[unit.kind].format(unit.ref)
                compared += 1
            elif unit.kind == "paragraph" and file.id == NUMBERED:
                assert where.endswith(f"¶ {unit.ref.rpartition('.')[2]}")
                compared += 1
    assert compared > 400


@pytest.mark.parametrize(
    ("body", "places"),
    [
        # paragraphs from 1 in each division; what holds a paragraph and has no number of its own is where that begins
        ('<div type="introduction" xml:id="a1"><p xml:id="a2">A</p></div><div type="document" xml:id="a3"><p xml:id="a4">B</p>'
         '<list xml:id="a5"><item xml:id="a6"><p xml:id="a7">C</p></item></list><trailer xml:id="a8">D</trailer></div>',
         {"a2": "introduction, ¶ 1", "a4": "¶ 1", "a5": "¶ 2", "a6": "¶ 2", "a7": "¶ 2", "a8": "close"}),
        # a turn without a label
        ('<div type="document" xml:id="a1"><p xml:id="a2">A</p><sp xml:id="a3"><p xml:id="a4">B</p></sp></div>',
         {"a2": "¶ 1", "a3": "¶ 2", "a4": "¶ 2"}),
        # a heading and what is in it; a note by its printed mark, and its paragraphs are not counted
        ('<div type="document" xml:id="a1"><head xml:id="a2"><quote xml:id="a3">A</quote></head><p xml:id="a4">B<note n="[vi]" '
         'xml:id="a5"><p xml:id="a6">C</p></note></p><p xml:id="a7">D</p></div>',
         {"a2": "heading", "a3": "heading", "a4": "¶ 1", "a5": "note vi", "a6": "note vi", "a7": "¶ 2"}),
        # printed pages, and a paragraph that runs on
        ('<div type="document" xml:id="a1"><pb n="[7]" xml:id="a2"/><p xml:id="a3">A<pb n="8" xml:id="a4"/><said xml:id="a5">B'
         '</said></p></div>',
         {"a2": "p. 7", "a3": "p. 7", "a4": "p. 8", "a5": "p. 8"}),
    ],
)
def test_where_a_passage_stands(body, places):
    xml = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>'
    edition = EditionFiles(Path(), (TeiFile("tei/a.xml", etree.fromstring(xml), ""),), None, {})
    found = Passages(plan(edition, {"html"}))
    assert {passage.id: passage.where for passage in found if passage.id in places} == places
