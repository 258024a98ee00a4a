"""What the pages and files of the registers show: of an invented edition, and how much of this repository's."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from lxml import html

from rift.publish import publish
from rift.publish.files import load_edition
from rift.publish.register.entries import Register
from rift.publish.site import plan
from rift.publish.synopsis.passages import Passages

from .conftest import HERE, REPOSITORY

MILL = HERE / "mill"


@pytest.fixture(scope="module")
def register() -> Register:
    return Register(Passages(plan(load_edition(MILL), {"html"})))


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("mill") / "site"
    publish(MILL, out, {"html"})
    return out


def entry(register: Register, xml_id: str):
    return next(entity for entity in register.entities if entity.id == xml_id)


def text(site: Path, path: str, xpath: str) -> list[str]:
    page = html.fromstring((site / path).read_bytes())
    return [" ".join(found.text_content().split()) for found in page.xpath(xpath)]


def test_a_mention_has_the_words_around_it(register):
    found = [(m.where, m.before, m.words, m.after) for m in register.in_texts(entry(register, "ben"))]
    assert found == [
        ("p. 3", "At noon Ana Çela came to the Mill of Eastport with ", "Ben", "."),
        ("note, p. 3", "", "Ben", " was nine."),
    ]


def test_a_name_inside_a_name_is_a_mention_of_its_own(register):
    assert [m.words for m in register.in_texts(entry(register, "eastport"))] == ["Eastport"]
    assert [m.words for m in register.in_texts(entry(register, "mill"))] == ["Mill of Eastport"]


def test_long_context_is_cut_at_a_word():
    from rift.publish.register.mentions import head, tail

    assert tail("one two three", 9) == "…three" and head("one two, three", 9) == "one two…"
    assert tail("one", 9) == "one" and head("one", 9) == "one"


def test_works_are_named_referred_to_and_quoted(register):
    found = [(m.words, m.is_name) for m in register.in_texts(entry(register, "letter"))]
    assert found == [("her letter", True), ("“the moulin is sold”", False), ("the same letter", False)]


def test_headers_name_entries_too(register):
    (mention,) = register.mentions(entry(register, "press"))
    assert (mention.where, mention.address) == ("about this text", "mill/index.html")
    assert register.in_texts(entry(register, "press")) == []


def test_printed_forms_are_counted_as_they_are_printed(register):
    forms = [(f.printed, f.read, f.texts) for f in register.forms(entry(register, "ana"))]
    assert forms == [("Ana", "", (("w", 2),)), ("Ara Çela", "Ana Çela", (("w", 1),))]


def test_three_modes_of_speech_are_kept_apart(register):
    ana = register.utterances(entry(register, "ana"))
    assert [(u.mode, u.words, u.is_own) for u in ana] == [
        ("narrative", "“Sit,” … “for Ida told me: ‘Never stand.’”", False),
        ("record", "I said once: “Sit.”", False),
        ("quoted", "“Sit.”", True),
    ]
    assert [xml_id for _, xml_id in ana[0].to] == ["ben"]
    ida = register.utterances(entry(register, "ida"))
    assert [(u.mode, u.words, [x for _, x in u.by], u.work and u.work[1]) for u in ida] == [
        ("quoted", "‘Never stand.’", ["ana"], None),
        ("quoted", "“the moulin is sold”", [], "letter"),
    ]
    thought, talk = register.utterances(entry(register, "ben"))
    assert thought.is_thought and (talk.mode, talk.work[1]) == ("record", "mill-talk")


def test_an_entry_shows_its_statements_with_their_evidence(site):
    facts = text(site, "people/ana.html", "//dl[@class = 'facts']/*")
    assert facts == [
        "Born", "3 February 1901 wikidata:Q1",
        "Died", "Eastport, between 1950 and 1951 w p. 3",
        "Office", "miller, from 1950 w p. 3 w about this text",
        "Parent of", "Ben w p. 3", "Married to", "Ida Moll: for a year",
        "Identifiers", "Wikidata Q1 (medium certainty) Office of the Historian, people 7",
    ]
    page = html.fromstring((site / "people/ana.html").read_bytes())
    assert page.xpath("//dd/a[@class = 'proof']/@href") == [
        "../mill/w1.html#w5", "../mill/w1.html#w3", "../mill/index.html", "../mill/w1.html#w5"]
    assert page.xpath("//li/a[starts-with(@href, 'https:')]/@href") == ["https://www.wikidata.org/wiki/Q1"]
    assert text(site, "people/ben.html", "//p[@class = 'entry-note']") == ["Who is meant. A child. w note, p. 3"]
    assert text(site, "places/eastport.html", "//dl[@class = 'facts']/dd")[0] == "41.50° N, 19.25° W geonames:5"


def test_a_work_leads_to_its_author_and_to_the_edition_of_it(site):
    assert text(site, "works/mill-talk.html", "//dl[@class = 'facts']/dd/a[not(@class)]") == ["The Mill", "Ben"]
    assert "Ida’s letter" in text(site, "people/ida.html", "//dl[@class = 'facts']/dd/a")


def test_names_in_the_text_lead_to_their_pages(site):
    page = html.fromstring((site / "mill" / "w1.html").read_bytes())
    found = {(a.text_content(), a.get("href"), a.get("title")) for a in page.xpath("//p[@id = 'w3']//a[contains(@class, 'name')]")}
    assert ("Ana Çela", "../people/ana.html", "Ana Çela") in found
    assert ("Mill of Eastport", "../organizations/mill.html", None) in found
    assert page.xpath("string(//p[@id = 'w5']//a[. = 'Ana']/@title)") == "Ana Çela"


def test_an_index_lists_by_letter_and_the_unnamed_last(site):
    assert text(site, "people/index.html", "//tbody/tr/th") == [
        "B", "Ben", "C", "Çela, Ana", "M", "Moll, Ida", "Unnamed", "the crowd, unnamed"]
    assert text(site, "works/index.html", "//tr[@class = 'group']") == ["Letter", "Speech"]
    assert text(site, "works/index.html", "//tbody/tr[not(@class)]/td[2]") == ["March 1950", ""]


def test_the_glossary_gives_translations_and_places(site):
    terms = zip(text(site, "glossary.html", "//dt"), text(site, "glossary.html", "//dd"), strict=True)
    assert list(terms) == [("moulin", "Mill w p. 4 w p. 4"), ("nyet", "no w p. 4")]
    assert text(site, "glossary.html", "//section/h2")[:2] == ["French", "Russian"]


def test_files_hold_what_the_pages_show(site):
    people = json.loads((site / "data" / "people.json").read_text())
    ana = next(person for person in people if person["id"] == "ana")
    assert ana["forms"][1] == {"printed": "Ara Çela", "read": "Ana Çela", "texts": {"w": 1}}
    assert ana["facts"][2]["evidence"] == ["mill.xml#w3", "mill.xml#w.header", "mill.xml#gone"]
    rows = list(csv.DictReader((site / "data" / "people.csv").read_text().splitlines()))
    assert [row["id"] for row in rows] == [person["id"] for person in people] == ["ben", "ana", "ida", "crowd"]
    mentions = list(csv.DictReader((site / "data" / "mentions.csv").read_text().splitlines()))
    assert {(row["id"], row["address"]) for row in mentions} >= {("ben", "mill/w1.html#w3.note"), ("letter", "mill/w1.html#w7")}


def test_a_changed_word_makes_only_the_entries_beside_it_again(tmp_path):
    edition = shutil.copytree(MILL, tmp_path / "edition")
    publish(edition, tmp_path / "site", {"html"})
    before = {p: p.stat().st_ino for p in (tmp_path / "site").rglob("*.html")}
    file = edition / "tei" / "mill.xml"
    file.write_text(file.read_text().replace("was nine", "was ten"))
    publish(edition, tmp_path / "site", {"html"})
    changed = {p.relative_to(tmp_path / "site").as_posix() for p, inode in before.items() if p.stat().st_ino != inode}
    assert "people/ben.html" in changed
    assert not changed & {"people/ida.html", "people/ana.html", "works/letter.html", "places/eastport.html"}


def test_every_pointer_to_an_entry_is_a_mention():
    register = Register(Passages(plan(load_edition(REPOSITORY), {"html"})))
    pointing = 0
    for file in register.site.edition.texts:
        for element in file.text.iter("{*}persName", "{*}placeName", "{*}orgName", "{*}title", "{*}ref", "{*}quote"):
            read = not any(ancestor.tag.endswith("}sic") for ancestor in element.iterancestors())
            pointers = f"{element.get('ref', '')} {element.get('target', '')} {element.get('source', '')}"
            pointing += read * sum(pointer.startswith("register/") for pointer in pointers.split())
    assert sum(len(register.in_texts(entity)) for entity in register.entities) == pointing > 7000
