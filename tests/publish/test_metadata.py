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
    "editorial.html": "AboutPage",
    "glossary.html": "CollectionPage",
    "people/index.html": "CollectionPage",
    "events/index.html": "CollectionPage",
    "events/contradictions.html": "CollectionPage",
    "events/reports.html": "WebPage",
    "edemskiy/corrections.html": "WebPage",
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
    "works/the-khrushchevites.html": "Book",
    "works/khrushchev-speech-1961-10.html": "CreativeWork",
    "works/cpsu-congress-22.html": "Event",
    "events/ev-meeting-1960-11-12.html": "Event",
}
ITEMS = {  # page to type of Zotero, and the title of the book whose section it is
    "index.html": ("webpage", None),
    "khrushchevites/index.html": ("book", None),
    "khrushchevites/k390.html": ("bookSection", "The Khrushchevites"),
    "report-1960/index.html": ("manuscript", None),
    "memorandum-1956/m1.html": ("manuscript", None),
    "edemskiy/e36.html": ("bookSection", "The Rift: Albania and the Soviet Union, 1956–1961"),
    "tirana-observatory/index.html": ("document", None),
    "tirana-observatory/t118.html": ("bookSection", "Albania and the Soviet Union go to “War”"),
    "people/hoxha.html": ("webpage", None),
    "events/ev-meeting-1960-11-12.html": ("webpage", None),
    "khrushchevites/corrections.html": ("webpage", None),
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
    assert told["citation_inbook_title"] == told["citation_book_title"] == ["The Harbour: Recollections"]
    assert (told["citation_firstpage"], told["citation_lastpage"]) == (["7"], ["8"])
    assert told["citation_publication_date"] == ["2026/01/02"]
    assert told["citation_public_url"] == told["og:url"] == told["DC.identifier"] == [f"{BASE}harbour/h3.html"]
    assert told["DC.creator"] == ["Moll, Ida"] and told["DCTERMS.created"] == ["1975-03"]
    assert told["og:title"] == ["1. THE COLD QUAY · The Harbour"] and told["og:type"] == ["article"]


@pytest.mark.parametrize(("path", "item"), ITEMS.items())
def test_a_reference_manager_is_told_what_to_make_of_a_page(publisheds, path, item):
    told, (kind, book) = meta(publisheds[REPOSITORY], path), item
    assert told["z:itemType"] == [kind] and told.get("citation_book_title", [None]) == [book]
    assert told["og:type"] == ["book" if kind == "book" else "website" if kind == "webpage" else "article"]
    assert "DC.type" not in told  # which it would print as the type of a manuscript


def test_a_record_is_dated_by_its_day_and_says_where_it_lies(publisheds):
    told = meta(publisheds[REPOSITORY], "report-1960/r3.html")
    assert told["citation_publication_date"] == ["1960/11/12"] and told["DCTERMS.issued"] == ["2026-11-21"]
    assert told["z:archive"] == ["Central State Archive, Tirana"] and told["z:archiveLocation"] == ["AQPPSh-MPKBS, V.1960, L.14/1, D.24"]


def test_a_translator_is_no_author(publisheds):
    told = meta(publisheds[REPOSITORY], "memorandum-1956/m1.html")
    assert told["z:translators"] == told["DC.contributor.translator"] == ["Mëhilli, Elidor"]
    assert not told.keys() & {"citation_author", "DC.creator", "DC.contributor"}


def test_every_page_but_the_search_can_be_cited(placed, publisheds):
    for out in (placed, publisheds[REPOSITORY]):
        for path in out.rglob("*.html"):
            told = meta(out, path.relative_to(out).as_posix())
            for name in ("z:itemType", "citation_title", "citation_publication_date", "citation_publisher", "DC.title", "DCTERMS.issued"):
                assert len(told[name]) == 1, (path, name)


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


def test_without_a_base_address_nothing_that_must_be_whole_is_written(publisheds):
    out = publisheds[SMALL]
    assert not meta(out, "harbour/h3.html").keys() & {"og:url", "citation_public_url", "DC.identifier"}
    assert not (out / "sitemap.xml").exists()


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


def test_an_event_names_what_it_is_part_of_and_the_passages_that_tell_it(publisheds):
    out = publisheds[REPOSITORY]
    event = data(out, "events/ev-m60-host-first.html")
    assert event["superEvent"] == {"@type": "Event", "name": "The meeting of 12 November 1960", "url": "../events/ev-meeting-1960-11-12.html"}
    assert {"@type": "CreativeWork", "name": "Report, turn 1", "url": "../report-1960/r3.html#r34"} in event["subjectOf"]
    assert event["mainEntityOfPage"]["isPartOf"]["name"] == "The Rift: Albania and the Soviet Union, 1956–1961"


def test_a_work_has_its_author_date_and_kind(publisheds):
    work = data(publisheds[REPOSITORY], "works/khrushchev-speech-1961-10.html")
    assert [author["name"] for author in work["author"]] == ["Nikita Sergeyevich Khrushchev"]
    assert (work["dateCreated"], work["genre"]) == ("1961-10", "speech") and work["workExample"]


def test_a_collection_lists_its_parts_and_the_edition_states_its_licence(publisheds):
    out = publisheds[REPOSITORY]
    parts = data(out, "tirana-observatory/index.html")["hasPart"]
    assert "../tirana-observatory/t118.html" in [part["url"] for part in parts]
    assert [part["@type"] for part in data(out, "khrushchevites/index.html")["hasPart"]][:2] == ["Chapter", "Chapter"]
    assert "hasPart" not in data(out, "khrushchevites/k390.html")
    assert data(out, "index.html")["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_each_chapter_is_described_by_its_own_abstract(publisheds):
    out = publisheds[REPOSITORY]
    chapters = [path for path in (out / "khrushchevites").glob("k*.html")]
    told = [meta(out, f"khrushchevites/{path.name}").get("og:description", [""])[0] for path in chapters]
    assert len(set(told)) == len(told) > 10
    assert data(out, "khrushchevites/k390.html")["description"].startswith("Stalin dies.")


def test_a_long_heading_is_no_title_of_a_page(publisheds):
    out = publisheds[REPOSITORY]
    assert head(out, "edemskiy/e36.html").findtext("title") == "Edemskiy, The rupture between Tirana and the Kremlin · The Rift"
    assert max(len(head(out, f"tirana-observatory/{path.name}").findtext("title")) for path in (out / "tirana-observatory").glob("*.html")) < 150


def test_a_public_edition_says_that_the_words_are_withheld_and_describes_no_chapter_by_them(public_site):
    chapter = data(public_site, "khrushchevites/k390.html")
    assert chapter["isAccessibleForFree"] is False and chapter["conditionsOfAccess"]
    assert "description" not in chapter and "og:description" not in meta(public_site, "khrushchevites/k390.html")


def test_no_word_can_end_the_script_it_stands_in(small, tmp_path):
    text = small / "tei" / "talks.xml"
    text.write_text(text.read_text(encoding="utf-8").replace("<title>Talks on", "<title>&lt;/script&gt; on"), encoding="utf-8")
    publish(small, tmp_path / "site", {"html"})
    assert data(tmp_path / "site", "talks/index.html")["name"] == "</script> on the Quay"


def test_the_sitemap_lists_every_page(placed):
    root = etree.parse(placed / "sitemap.xml").getroot()
    assert {loc.text for loc in root.iter("{*}loc")} == {BASE + path.relative_to(placed).as_posix() for path in placed.rglob("*.html")}
    assert {date.text for date in root.iter("{*}lastmod")} == {"2026-01-02"}


def test_another_base_address_makes_the_pages_again(small, tmp_path):
    publish(small, tmp_path / "site", {"html"})
    publish(small, tmp_path / "site", {"html"}, base_url=BASE)
    assert head(tmp_path / "site", "people/anna.html").xpath("link[@rel = 'canonical']/@href") == [f"{BASE}people/anna.html"]
