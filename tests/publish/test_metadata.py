"""What the heads of pages tell programs, with and without the address where the site will stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree, html

from rift.publish import publish

from .conftest import REPOSITORY, SMALL

BASE = "https://example.org/quay/"
KINDS = {  # page to type of schema.org
    "index.html": "Collection",
    "khrushchevites/index.html": "Book",
    "khrushchevites/k390.html": "Chapter",
    "report-1960/r3.html": "ArchiveComponent",
    "memorandum-1956/m1.html": "ArchiveComponent",
    "edemskiy/e36.html": "ScholarlyArticle",
    "tirana-observatory/t10.html": "CreativeWork",
    "tirana-observatory/t118.html": "CreativeWork",
    "people/hoxha.html": "Person",
    "places/tirana.html": "Place",
    "organizations/cpsu.html": "Organization",
    "events/ev-meeting-1960-11-12.html": "Event",
}


@pytest.fixture(scope="module")
def placed(tmp_path_factory) -> Path:
    """The small edition published for a known address."""
    out = tmp_path_factory.mktemp("placed") / "site"
    publish(SMALL, out, {"html"}, base_url=BASE)
    return out


def head(out: Path, path: str) -> html.HtmlElement:
    return html.fromstring((out / path).read_bytes()).find("head")


def meta(out: Path, path: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in head(out, path).iter("meta"):
        found.setdefault(tag.get("name") or tag.get("property") or "", []).append(tag.get("content"))
    return found


def data(out: Path, path: str) -> dict:
    return json.loads(head(out, path).find("script[@type='application/ld+json']").text)


def test_a_chapter_tells_a_reference_manager_what_it_is(placed):
    told = meta(placed, "harbour/h3.html")
    assert told["citation_title"] == ["1. The Cold Quay"] and told["citation_author"] == ["Moll, Ida"]
    assert told["citation_inbook_title"] == ["The Harbour: Recollections"]
    assert (told["citation_firstpage"], told["citation_lastpage"]) == (["7"], ["8"])
    assert told["citation_publication_date"] == ["2026/01/02"]
    assert told["citation_public_url"] == told["og:url"] == told["DC.identifier"] == [f"{BASE}harbour/h3.html"]
    assert told["DC.creator"] == ["Moll, Ida"] and told["DCTERMS.created"] == ["1975-03"]
    assert told["og:title"] == ["1. THE COLD QUAY · The Harbour"] and told["og:type"] == ["article"]


def test_every_page_names_its_canonical_address(placed):
    for path in placed.rglob("*.html"):
        name = path.relative_to(placed).as_posix()
        (link,) = head(placed, name).xpath("link[@rel = 'canonical']/@href")
        assert link == BASE + name


def test_a_page_links_its_citations(placed):
    links = head(placed, "talks/q1.html").xpath("link[@rel = 'alternate']/@href")
    assert links == ["../talks/q1.bib", "../talks/q1.ris", "../talks/q1.csl.json"]


def test_linked_data_of_a_chapter(placed):
    chapter = data(placed, "harbour/h3.html")
    assert chapter["@type"] == "Chapter" and chapter["@id"] == f"{BASE}harbour/h3.html"
    assert chapter["author"] == [{"@type": "Person", "name": "Ida Moll", "familyName": "Moll", "givenName": "Ida"}]
    assert chapter["isPartOf"]["@type"] == "Book" and chapter["isPartOf"]["isPartOf"]["version"] == "0.3"


def test_without_a_base_address_everything_is_relative(publisheds):
    out = publisheds[SMALL]
    assert head(out, "harbour/h3.html").xpath("link[@rel = 'canonical']/@href") == ["h3.html"]
    assert data(out, "harbour/h3.html")["isPartOf"]["@id"] == "../harbour/index.html"


@pytest.mark.parametrize(("path", "kind"), KINDS.items())
def test_each_kind_of_page_says_what_it_is_about(publisheds, path, kind):
    found = data(publisheds[REPOSITORY], path)
    assert found["@context"] == "https://schema.org" and found["@type"] == kind and found["name"] and found["url"]


def test_an_archive_and_identifiers_are_named(publisheds):
    out = publisheds[REPOSITORY]
    record = data(out, "report-1960/r3.html")
    assert record["holdingArchive"]["name"] == "Central State Archive" and record["dateCreated"] == "1960-11-12"
    assert "https://www.wikidata.org/wiki/Q2492" in data(out, "people/adenauer.html")["sameAs"]
    assert data(out, "events/ev-meeting-1960-11-12.html")["startDate"] == "1960-11-12"


def test_no_word_can_end_the_script_it_stands_in(small, tmp_path):
    text = small / "tei" / "talks.xml"
    text.write_text(text.read_text(encoding="utf-8").replace("<title>Talks on", "<title>&lt;/script&gt; on"), encoding="utf-8")
    publish(small, tmp_path / "site", {"html"})
    assert data(tmp_path / "site", "talks/index.html")["name"] == "</script> on the Quay"


def test_the_sitemap_lists_every_page(placed, publisheds):
    for out, base in ((placed, BASE), (publisheds[SMALL], "")):
        root = etree.parse(out / "sitemap.xml").getroot()
        pages = {base + path.relative_to(out).as_posix() for path in out.rglob("*.html")}
        assert {loc.text for loc in root.iter("{*}loc")} == pages
        assert {date.text for date in root.iter("{*}lastmod")} == {"2026-01-02"}


def test_another_base_address_makes_the_pages_again(small, tmp_path):
    publish(small, tmp_path / "site", {"html"})
    publish(small, tmp_path / "site", {"html"}, base_url=BASE)
    assert head(tmp_path / "site", "people/anna.html").xpath("link[@rel = 'canonical']/@href") == [f"{BASE}people/anna.html"]
