"""The list of corrections: what is printed, what is read, where, among which words."""

from __future__ import annotations

from lxml import html

from rift.publish.corrections import add_corrections, corrections
from rift.publish.envelope import PAGE, Envelope
from rift.publish.files import load_edition
from rift.publish.pages import split
from rift.publish.site import plan
from rift.publish.synopsis.passages import Passages

from .conftest import EDITIONS, REPOSITORY, SMALL


def rows(text: str) -> list[tuple]:
    site = plan(load_edition(SMALL), {"html"})
    envelope, passages = Envelope(site, "corrections.html", "corrections"), Passages(site)
    found = [row for page in site.pages[text] for row in add_corrections(envelope, page, passages)]
    where = [element.get("where") for element in envelope.root.iterfind(f"{PAGE}correction")]
    return [(r.id, at, r.before, r.printed, r.read, r.after, r.type, r.cert) for r, at in zip(found, where, strict=True)]


def test_every_kind_of_correction_with_the_words_around():
    assert rows("harbour") == [
        ("h4.p", "p. 7", "We land. ", "Bcn", "Ben", " is late.", "ocr", "high"),
        ("h5", "p. 8", "…1951 the porto froze", ",", ".", " We read The Tide; see p. 9…", "print", "medium"),
        ("h9", "p. 8", "Nearly ", "", "all ", "left/, full of “hope”.", "supplied", "high"),
        ("h9", "p. 8", "Nearly left", "/", "", ", full of “hope”.", "ocr", ""),
        ("h14", "p. 9", "“", "Quav", "Quay", "’s end”, she wrote. Perhaps…", "ocr", "high"),
    ]


def test_without_pages_the_passage_is_the_place():
    assert rows("talks") == [("q6.p", "turn 3", "(rising) Enough", "", ".", "", "supplied", "")]


def test_the_principles_lead_to_the_corrections_of_every_text(publisheds):
    page = html.parse(publisheds[REPOSITORY] / "editorial.html")
    (promise,) = page.xpath("//div[@class = 'text']//a[@href = '#corrections']")
    assert promise.text_content() == "the printed form stands beside the right one"
    listed = page.xpath("//*[@id = 'corrections']//a/@href")
    assert listed == [f"{file.id}/corrections.html" for file in load_edition(REPOSITORY).texts]


def test_no_correction_of_the_repository_is_missing():
    for file in load_edition(EDITIONS["repository"]).texts:
        listed = sum(len(corrections(page)) for page in split(file))
        marked = len(file.text.findall(".//{*}choice")) + len(file.text.xpath(".//*[local-name() = 'supplied'][@resp = '#rift']"))
        assert listed == marked, file.id
