"""The printed book: notes at their marks, links inside, the same bytes; a clear word where WeasyPrint is missing."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html

from rift.diagnostics import Problem
from rift.model.resources import resource_folder
from rift.publish import publish
from rift.publish.book.pdf import printed
from rift.publish.book.sections import Book
from rift.publish.files import load_edition
from rift.publish.site import plan
from rift.publish.stylesheets import Stylesheets
from rift.publish.words import words

from .conftest import EDITIONS, SMALL
from .letters import TEI, letters, of_tei
from .two_texts import LONG, write


def need_weasyprint() -> None:
    """Skip where WeasyPrint, or the Pango library that it calls, is not installed."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as error:
        pytest.skip(f"weasyprint or Pango is not installed (pip install 'rift[pdf]'; Debian: libpangoft2-1.0-0): {error}")


@pytest.fixture(scope="module", params=EDITIONS.values(), ids=EDITIONS)
def page(request) -> tuple[Path, html.HtmlElement]:
    """Root of an edition and the page that its printed book is set from."""
    root = request.param
    site = plan(load_edition(root), {"pdf"})
    return root, html.fromstring(printed(Book(site), Stylesheets(resource_folder("transforms", root))))


def test_every_link_leads_to_an_address_that_is_there_once(page):
    ids = page[1].xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page[1].xpath("//@href") if href.startswith("#")} <= set(ids)
    assert not [href for href in page[1].xpath("//@href") if ".xhtml" in href]


def test_the_texts_are_there_with_each_note_at_its_mark(page):
    root, book = page
    notes = [letters(note.text_content()) for note in book.xpath("//*[@class = 'footnote']")]
    for added in book.xpath("//*[@class = 'generated' or @class = 'footnote']"):
        added.drop_tree()
    found = "".join(letters(text.text_content()) for text in book.xpath("//div[@class = 'text']"))
    readings = [of_tei(root / file.path) for file in load_edition(root).texts]
    assert found == "".join(reading.text for reading in readings)
    assert [note.replace("[lostinthesource]", "") for note in notes] == [note for r in readings for note in r.notes]


def test_the_document_says_whose_it_is_of_when_and_what_it_is(page):
    root, book = page
    stated = {name: book.xpath(f"//meta[@name = '{name}']/@content") for name in ("author", "description", "dcterms.created")}
    about = load_edition(root).about
    assert {words(a) for file in load_edition(root).texts for a in file.header.iterfind(".//{*}titleStmt/{*}author")} <= set(stated["author"])
    assert stated["description"] == [about.summary]
    assert stated["dcterms.created"] == [about.root.find(".//{*}edition/{*}date").get("when")]


def test_printed_page_numbers_are_in_the_page(page):
    root, book = page
    numbers = [pb.get("n") for file in load_edition(root).texts for pb in file.text.iter(f"{TEI}pb")]
    assert book.xpath("//*[@class = 'pb']/@data-n") == numbers


def test_without_weasyprint_there_is_one_finding(small, tmp_path, monkeypatch):
    monkeypatch.setattr("rift.publish.book.pdf.find_spec", lambda _: None)
    with pytest.raises(Problem) as caught:
        publish(small, tmp_path / "site", {"pdf"})
    assert (caught.value.finding.code, caught.value.exit_code) == ("PUB-040", 2)
    assert "pip install 'rift[pdf]'" in caught.value.finding.hint


def test_a_planted_sentence_stops_a_public_book(tmp_path, monkeypatch):
    need_weasyprint()
    monkeypatch.setattr("rift.publish.book.pdf.printed", lambda *_: f"<p>{LONG}</p>".encode())
    with pytest.raises(Problem) as caught:
        publish(write(tmp_path / "edition"), tmp_path / "site", {"pdf"}, audience="public")
    assert (caught.value.finding.code, caught.value.finding.place.path) == ("PUB-031", "pdf/the-edition.pdf")


def test_equal_editions_give_equal_bytes_with_notes_at_the_foot(tmp_path):
    need_weasyprint()
    for name in "ab":
        publish(SMALL, tmp_path / name, {"pdf"})
    books = [tmp_path / name / "pdf" / "the-quay.pdf" for name in "ab"]
    assert books[0].read_bytes() == books[1].read_bytes()
    if shutil.which("pdftotext"):
        pages = subprocess.run(["pdftotext", books[0], "-"], capture_output=True, text=True, check=True).stdout.split("\f")
        chapter, _ = (page for page in pages if "We land." in page)  # the other is the list of corrections
        assert "The Quay" in chapter.splitlines() and "1. THE COLD QUAY" in chapter  # what is copied is what is printed
        assert chapter.index("We land.") < chapter.index("full of “hope”") < chapter.index("So called.")
