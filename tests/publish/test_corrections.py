"""The list of corrections: what is printed, what is read, where, among which words."""

from __future__ import annotations

from rift.publish.corrections import Correction, corrections
from rift.publish.files import load_edition
from rift.publish.site import Site, plan
from rift.publish.synopsis.passages import Passages

from .conftest import EDITIONS, SMALL


def listed(site: Site, text: str) -> list[Correction]:
    passages = Passages(site)
    return [row for page in site.pages[text] for row in corrections(page, passages.on(page))]


def rows(text: str) -> list[tuple]:
    found = listed(plan(load_edition(SMALL), {"html"}), text)
    return [(r.id, r.where, r.before, r.printed, r.read, r.after, r.type, r.cert) for r in found]


def test_every_kind_of_correction_with_the_words_around():
    assert rows("harbour") == [
        ("h4.p", "p. 7", "We land. ", "Bcn", "Ben", " is late.", "ocr", "high"),
        ("h5", "p. 8", "…1951 the porto froze", ",", ".", " We read The Tide; see p. 9…", "print", "medium"),
        ("h9", "p. 8", "Nearly ", "", "all", "left/, full of “hope”.", "supplied", "high"),
        ("h9", "p. 8", "Nearly left", "/", "", ", full of “hope”.", "ocr", ""),
        ("h14", "p. 9", "“", "Quav", "Quay", "’s end”, she wrote. Perhaps…", "ocr", "high"),
    ]


def test_without_pages_the_turn_is_the_place():
    assert rows("talks") == [("q6.p", "turn 3", "(rising) Enough", "", ".", "", "supplied", "")]


def test_no_correction_of_the_repository_is_missing():
    site = plan(load_edition(EDITIONS["repository"]), {"html"})
    for file in site.edition.texts:
        found = listed(site, file.id)
        marked = len(file.text.findall(".//{*}choice")) + len(file.text.xpath(".//*[local-name() = 'supplied'][@resp = '#rift']"))
        assert len(found) == marked, file.id
        assert all(row.where and row.where != row.id for row in found)
