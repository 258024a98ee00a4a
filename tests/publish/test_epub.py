"""The e-book: every letter of the texts, links that lead somewhere, and the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from rift.publish import publish
from rift.publish.corrections import corrections
from rift.publish.files import load_edition
from rift.publish.pages import split
from rift.publish.synopsis.events import Events
from rift.publish.synopsis.shared import difference

from .conftest import EDITIONS, REPOSITORY, SMALL
from .letters import TEI, Reading, letters, of_tei
from .two_texts import LONG, SHARED, write

XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"


def read(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed_in(out: Path) -> bytes:
    (path,) = out.glob("epub/*.epub")
    return path.read_bytes()


def build(root: Path, out: Path, **choices) -> dict[str, bytes]:
    publish(root, out, {"epub"}, **choices)
    return read(packed_in(out))


@pytest.fixture(scope="module")
def books(tmp_path_factory) -> dict[Path, dict[str, bytes]]:
    return {root: build(root, tmp_path_factory.mktemp("book") / "site") for root in EDITIONS.values()}


@pytest.fixture(params=EDITIONS.values(), ids=EDITIONS)
def book(request, books) -> tuple[Path, dict[str, etree._Element]]:
    """Root of an edition, and the pages of its book."""
    pages = {name: etree.fromstring(data) for name, data in books[request.param].items() if name.endswith(".xhtml")}
    return request.param, pages


def of_page(page: etree._Element) -> Reading:
    """Running text and notes of a chapter, without what the book adds."""
    for added in page.xpath("//*[@class = 'generated' or @class = 'noteref']"):
        before, parent = added.getprevious(), added.getparent()
        if before is not None:
            before.tail = (before.tail or "") + (added.tail or "")
        else:
            parent.text = (parent.text or "") + (added.tail or "")
        parent.remove(added)
    (text,) = page.iterfind(f".//{XHTML}div[@class='text']")
    notes = page.iterfind(f".//{XHTML}div[@class='note-words']")
    return Reading(letters("".join(text.itertext())), [letters("".join(note.itertext())) for note in notes])


def test_chapters_in_order_are_the_reading_text(book):
    root, pages = book
    for file in load_edition(root).texts:
        found = [of_page(pages[f"EPUB/text-{file.id}-{page.id}.xhtml"]) for page in split(file)]
        made = Reading("".join(one.text for one in found), [note for one in found for note in one.notes])
        assert made == of_tei(root / file.path)


def test_the_chronology_says_where_each_event_is_told(books):
    chronology = etree.fromstring(books[REPOSITORY]["EPUB/chronology.xhtml"])
    told = chronology.findall(f".//{XHTML}p[@class='told']")
    assert len(told) == len([event for event in Events(load_edition(REPOSITORY).events).all if event.accounts])
    assert all(line.find(f".//{XHTML}a") is not None for line in told)


def test_an_index_leads_to_every_text_that_names_somebody(books):
    people = etree.fromstring(books[REPOSITORY]["EPUB/people.xhtml"])
    (entry,) = people.findall(f".//{XHTML}li[@id='khrushchev']")
    linked = {file.id for file in load_edition(REPOSITORY).texts for link in entry.iter(f"{XHTML}a") if link.get("href").startswith(f"text-{file.id}-")}
    assert linked == {file.id for file in load_edition(REPOSITORY).texts}


def test_every_link_leads_to_an_element_of_the_book(book):
    _, pages = book
    ids = {name: [e.get("id") for e in page.iter(etree.Element) if e.get("id")] for name, page in pages.items()}
    assert all(len(found) == len(set(found)) for found in ids.values())
    for name, page in pages.items():
        for href in page.xpath("//@href | //@src"):
            path, _, anchor = str(href).partition("#")
            if path.startswith("https://"):
                continue
            target = f"EPUB/{path}" if path else name
            assert target in ids and (not anchor or anchor in ids[target]) or path in ("book.css", "cover.svg"), (name, href)


def test_marks_and_notes_are_what_readers_show_at_the_mark(book):
    root, pages = book
    marks = [mark for page in pages.values() for mark in page.iter(f"{XHTML}a") if mark.get(TYPE) == "noteref"]
    notes = [note for page in pages.values() for note in page.iter(f"{XHTML}aside") if note.get(TYPE) == "footnote"]
    assert [mark.get("href") for mark in marks] == [f"#{note.get('id')}" for note in notes]
    assert {mark.get("role") for mark in marks} == {"doc-noteref"}
    assert {note.get("role") for note in notes} == {"doc-footnote"}
    for note in notes:
        assert note.find(f".//{XHTML}a[@role='doc-backlink']").get("href") == f"#{note.get('id')}-mark"


def test_the_page_list_is_that_of_the_printed_book(book):
    root, pages = book
    printed = [pb.get("n").strip("[]") for file in load_edition(root).texts for pb in file.text.iter(f"{TEI}pb")]
    entries = pages["EPUB/nav.xhtml"].xpath("//*[@id = 'page-list']//*[local-name() = 'a']")
    assert [entry.text for entry in entries] == printed
    breaks = [e for page in pages.values() for e in page.iter(f"{XHTML}span") if e.get(TYPE) == "pagebreak"]
    assert sorted(e.get("aria-label") for e in breaks) == sorted(printed)


def test_each_text_is_a_part_with_its_own_rights(book):
    root, pages = book
    for file in load_edition(root).texts:
        part = pages[f"EPUB/text-{file.id}.xhtml"]
        status = file.root.find(f".//{TEI}bibl[@type='published']//{TEI}availability").get("status")
        assert part.find(f".//{XHTML}section").get(TYPE) == "part"
        assert f"Rights {status}" in "".join(part.find(f".//{XHTML}p[@class='rights']").itertext())


def test_the_first_page_of_a_text_cites_and_names_places_in_words(books):
    for file in load_edition(REPOSITORY).texts:
        part = etree.fromstring(books[REPOSITORY][f"EPUB/text-{file.id}.xhtml"])
        assert not [a.text for a in part.iter(f"{XHTML}a") if a.text in file.elements]
    (published,) = etree.fromstring(books[REPOSITORY]["EPUB/text-memorandum-1956.xhtml"]).xpath("//*[. = 'Published']/following-sibling::*[1]")
    said = "".join(published.itertext())
    assert said.startswith('"Memorandum of Meeting') and said.endswith(" https://digitalarchive.wilsoncenter.org/document/119256")
    assert said.count("Mëhilli") == said.count("Dos.") == 1


def test_what_a_reader_needs_to_know_about_access_is_stated(books):
    package = etree.fromstring(books[REPOSITORY]["EPUB/package.opf"])
    stated = {(e.get("property"), e.text) for e in package.iter("{*}meta")}
    for feature in ("tableOfContents", "pageNavigation", "structuralNavigation", "readingOrder", "index"):
        assert ("schema:accessibilityFeature", feature) in stated
    assert {"schema:accessMode", "schema:accessModeSufficient", "schema:accessibilityHazard",
            "schema:accessibilitySummary", "dcterms:modified"} <= {name for name, _ in stated}


def test_the_package_says_who_made_what_when_and_about_what(books):
    package = etree.fromstring(books[REPOSITORY]["EPUB/package.opf"])
    refined = {(e.get("refines"), e.get("property")): e.text for e in package.iter("{*}meta") if e.get("refines")}
    made = [(e.tag.rpartition("}")[2], e.text, refined[f"#{e.get('id')}", "role"], refined[f"#{e.get('id')}", "file-as"])
            for e in package.iter("{*}creator", "{*}contributor")]
    assert made[0] == ("creator", "The Rift edition", "edt", "Rift edition, The")
    assert made.count(("contributor", "Enver Hoxha", "aut", "Hoxha, Enver")) == 1
    assert ("contributor", "Elidor Mëhilli", "trl", "Mëhilli, Elidor") in made
    assert refined["#main-title", "file-as"].startswith("Rift: ") and refined["#main-title", "file-as"].endswith(", The")
    about = load_edition(REPOSITORY).about.root
    assert package.findtext(".//{*}date") == about.find(".//{*}edition/{*}date").get("when")
    assert [e.text for e in package.iter("{*}subject")] == [e.text for e in about.iterfind(".//{*}keywords/{*}term")] != []


def test_titles_printed_in_capitals_are_not_shouted_in_contents(book):
    _, pages = book
    listed = [link.text for link in pages["EPUB/nav.xhtml"].xpath("//*[@id = 'toc']//*[local-name() = 'a']")]
    titles = [page.findtext(f".//{XHTML}title") for page in pages.values()]
    assert not [title for title in (*listed, *titles) if title.isupper()]


def test_shelves_that_show_no_drawing_have_the_raster_of_this_cover(books):
    for root, names in ((REPOSITORY, ["cover.png", "cover.svg"]), (SMALL, ["cover.svg"])):
        items = etree.fromstring(books[root]["EPUB/package.opf"]).findall(".//{*}item")
        assert [e.get("href") for e in items if e.get("href") in ("cover.png", "cover.svg")] == names
        assert [e.get("href") for e in items if e.get("properties") == "cover-image"] == names[:1]
        assert {f"EPUB/{name}" for name in names} <= books[root].keys()


def test_registers_and_chronology_stand_behind_the_texts(books):
    spine = [e.get("idref") for e in etree.fromstring(books[REPOSITORY]["EPUB/package.opf"]).iter("{*}itemref")]
    assert spine[:3] == ["cover", "title", "nav"]
    assert spine[-7:] == ["chronology", "people", "places", "organizations", "works", "corrections", "imprint"]


def test_every_correction_of_the_book_is_listed_and_the_principles_lead_there(books):
    listed = etree.fromstring(books[REPOSITORY]["EPUB/corrections.xhtml"])
    made = sum(len(corrections(page)) for file in load_edition(REPOSITORY).texts for page in split(file))
    assert len(listed.findall(f".//{XHTML}li")) == made
    lines = ["".join(line.itertext()).strip() for line in listed.iter(f"{XHTML}li")]
    assert any(line.startswith("¶\xa018: …better now. On the basis on → of this position") for line in lines)
    introduction = etree.fromstring(books[REPOSITORY]["EPUB/introduction.xhtml"])
    assert [a.text for a in introduction.iter(f"{XHTML}a") if a.get("href") == "corrections.xhtml"] == [
        "the printed form stands beside the right one"]


def test_the_chronology_states_what_the_tellings_do_not_agree_about(books):
    chronology = etree.fromstring(books[REPOSITORY]["EPUB/chronology.xhtml"])
    stated = [[difference(c.kind) + ". " + c.words for c in event.contradictions] for event in Events(load_edition(REPOSITORY).events).all]
    shown = chronology.findall(f".//{XHTML}ul[@class='contradictions']")
    assert [["".join(line.itertext()) for line in event] for event in shown] == [event for event in stated if event]


def test_equal_editions_give_equal_bytes(small, tmp_path):
    publish(small, tmp_path / "a", {"epub"})
    publish(small, tmp_path / "b", {"epub"})
    packed = [packed_in(tmp_path / name) for name in "ab"]
    assert packed[0] == packed[1]
    with zipfile.ZipFile(io.BytesIO(packed[0])) as archive:
        first, *others = archive.infolist()
        assert (first.filename, first.compress_type, first.file_size) == ("mimetype", zipfile.ZIP_STORED, 20)
        assert {entry.date_time for entry in (first, *others)} == {(1980, 1, 1, 0, 0, 0)}
        names = [entry.filename for entry in others]
        assert names == sorted(names, reverse=True)


def test_a_public_book_has_the_place_and_not_the_words(tmp_path):
    pages = build(write(tmp_path / "edition"), tmp_path / "site", audience="public")
    diary = pages["EPUB/text-diary-d3.xhtml"].decode()
    assert 'id="d14"' in diary and "On that day Anna saw how …" in diary
    assert LONG not in diary and SHARED not in diary
    assert "Do not copy." in pages["EPUB/text-diary.xhtml"].decode()
    assert SHARED in pages["EPUB/text-minutes-q1.xhtml"].decode()


def test_a_public_book_is_another_book_and_says_so(tmp_path):
    edition = write(tmp_path / "edition")
    whole, public = build(edition, tmp_path / "whole"), build(edition, tmp_path / "public", audience="public")
    notice = "In this public edition the words of one of two texts are withheld."
    assert notice.encode() in public["EPUB/title.xhtml"] and notice.encode() not in whole["EPUB/title.xhtml"]
    packages = [etree.fromstring(book["EPUB/package.opf"]) for book in (whole, public)]
    assert packages[1].findtext(".//{*}description") == notice
    assert len({package.findtext(".//{*}identifier") for package in packages}) == 2


@pytest.mark.parametrize("name", ["introduction", "1956-talks"])
def test_a_text_may_be_called_as_a_section_or_begin_with_a_digit(small, tmp_path, name):
    (small / "tei" / "talks.xml").rename(small / "tei" / f"{name}.xml")
    made = build(small, tmp_path / "site")
    assert {"EPUB/introduction.xhtml", f"EPUB/text-{name}.xhtml"} <= set(made)
    assert not [item.get("id") for item in etree.fromstring(made["EPUB/package.opf"]).iter("{*}item") if item.get("id")[0].isdigit()]
