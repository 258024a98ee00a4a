"""The list of corrections: what is printed, what is read, where, among which words."""

from __future__ import annotations

from rift.publish.corrections import corrections
from rift.publish.files import load_edition
from rift.publish.pages import split

from .conftest import EDITIONS, SMALL


def rows(text: str) -> list[tuple]:
    file = next(file for file in load_edition(SMALL).texts if file.id == text)
    found = [row for page in split(file) for row in corrections(page)]
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
    for file in load_edition(EDITIONS["repository"]).texts:
        listed = sum(len(corrections(page)) for page in split(file))
        marked = len(file.text.findall(".//{*}choice")) + len(file.text.xpath(".//*[local-name() = 'supplied'][@resp = '#rift']"))
        assert listed == marked, file.id
