"""The plain-text family: pages, endnotes, one speaker; each line with the address that it comes from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rift.publish import publish
from rift.publish.files import TeiFile, load_edition
from rift.publish.register.speech import MODES
from rift.publish.site import Site, plan
from rift.publish.synopsis.passages import Passages
from rift.publish.text.editions import editions_of
from rift.publish.text.lines import RULE, Line, with_companion
from rift.publish.text.paged import FOOT, paged
from rift.publish.text.spoken import Spoken

from .conftest import EDITIONS, HERE, REPOSITORY, SMALL

MARK = "\ue000{} {}\ue000".format
MILL = HERE / "mill"
PLACE = re.compile("— .* —")


# ---- pages

def test_a_word_that_is_divided_stays_on_its_first_page():
    lines = [Line("a", f"so it is divi{MARK('b', '8')}ded, she said")]
    assert [(line.id, line.words) for line in paged(lines)] == [("a", "so it is divided,"), ("b", "— 8 —"), ("a", "she said")]


def test_a_note_stands_on_the_page_of_its_mark():
    lines = [Line("a", f"one¹ {MARK('b', '[8]')} two²"), Line("n", "¹ First."), Line("o", "² Second."),
             Line("c", MARK("c", "9")), Line("d", "three")]
    assert [line.words for line in paged(lines)] == [
        "one¹", FOOT, "¹ First.", "— [8] —", "two²", FOOT, "² Second.", "— 9 —", "three"]


def test_a_paragraph_that_goes_on_over_a_page_is_told_from_a_new_one():
    lines = [Line("a", f"goes on {MARK('b', '8')} there"), Line("c", MARK("c", "9")), Line("d", "is new"),
             Line("e", f"{MARK('e', '[10]')} begins here")]
    assert [(line.words, line.space, line.page) for line in paged(lines)] == [
        ("goes on", 1, ""), ("— 8 —", 0, "8"), ("there", 0, "8"), ("— 9 —", 1, "9"), ("is new", 1, "9"),
        ("— [10] —", 1, "10"), ("begins here", 1, "10")]


def test_a_paragraph_goes_on_after_the_notes_of_a_page():
    lines = [Line("a", f"one¹ {MARK('b', '8')} two"), Line("n", "¹ First.")]
    assert [(line.words, line.space) for line in paged(lines)] == [
        ("one¹", 1), (FOOT, 1), ("¹ First.", 1), ("— 8 —", 1), ("two", 0)]


# ---- lines and their places

def test_the_companion_gives_address_page_and_place_of_each_line():
    site = planned(SMALL)
    lines = [Line("", "The Harbour"), Line("h3.head", "1. THE COLD QUAY", space=2), Line("h5", "He said", space=0),
             Line("h5", "too late", page="8"), Line("h7.note", "The harbour.")]
    text, companion = with_companion(lines, Passages(site).places(next(f for f in site.edition.texts if f.id == "harbour")))
    assert text.decode() == "The Harbour\n\n\n1. THE COLD QUAY\nHe said\n\ntoo late\n\nThe harbour.\n"
    assert [row.split("\t") for row in companion.decode().splitlines()] == [
        ["line", "id", "page", "where"], ["4", "h3.head", "7", "heading, p. 7"], ["5", "h5", "7", "p. 7"], ["7", "h5", "8", "p. 8"],
        ["9", "h7.note", "8", "note, p. 8"]]


@pytest.mark.parametrize("root", EDITIONS.values(), ids=EDITIONS)
def test_every_line_of_the_text_names_an_address_of_its_file(root: Path, publisheds):
    site = planned(root)
    for file in site.edition.texts:
        paths = sorted((publisheds[root] / "text").glob(f"{file.id}.*.txt"))
        assert len(paths) == len(editions_of(file)) + len(site.speakers(file))
        for path in paths:
            lines = path.read_text().split("\n")
            rows = [row.split("\t") for row in path.with_name(path.stem + ".lines.tsv").read_text().splitlines()[1:]]
            assert {row[1] for row in rows} <= file.elements.keys()
            assert all(row[3] for row in rows), "the site shows each of these lines"
            traced = {int(row[0]) for row in rows}
            heading = lines.index(RULE) + 1
            rest = {n for n, line in enumerate(lines, 1) if line and n > heading and not _is_ours(line, path)}
            assert traced == rest, path.name


def _is_ours(line: str, path: Path) -> bool:
    """Whether a line after the head belongs to the edition, not to the text."""
    return line in (FOOT, "Notes", RULE, *MODES.values()) or ".speaker-" in path.name and bool(PLACE.fullmatch(line))


def test_all_pages_of_the_memoir_are_there(publisheds):
    memoir = next(file for file in load_edition(REPOSITORY).texts if file.id == "khrushchevites")
    printed = [f"— {pb.get('n')} —" for pb in memoir.text.iter("{*}pb")]
    lines = (publisheds[REPOSITORY] / "text" / "khrushchevites.pages.txt").read_text().splitlines()
    assert [line for line in lines if line.startswith("— ")] == printed


def test_a_paragraph_may_begin_with_the_mark_of_a_note():
    lines = [Line("a", "¹One."), Line("n", "¹ First."), Line("o", "² Between."), Line("c", MARK("c", "9"))]
    assert [line.words for line in paged(lines)] == ["¹One.", "² Between.", FOOT, "¹ First.", "— 9 —"]


BETWEEN = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x"><teiHeader><fileDesc><titleStmt><title>Minutes</title></titleStmt>
<publicationStmt><publisher>Quay</publisher></publicationStmt><sourceDesc><bibl><title>Minutes</title></bibl></sourceDesc>
</fileDesc></teiHeader><text><body><div xml:id="x1" type="document">
<sp xml:id="x2.sp" n="1" who="#a"><speaker xml:id="x2">Anna:</speaker><p xml:id="x2.p">Listen.</p>
<list xml:id="x3.list"><item xml:id="x3">Boats.</item>
<item xml:id="x4">Nets.</item></list>
<note place="end" n="1" xml:id="x5">Of nets.</note>
<quote xml:id="x6.quote"><p xml:id="x6">Quay<note place="end" n="2" xml:id="x6.note">Of quays.</note>.</p></quote></sp>
</div></body></text></TEI>
"""


@pytest.mark.parametrize(("edition", "lines"), [
    ("reading", ["Anna: Listen.", "Boats.", "Nets.", "¹ Of nets.", "Quay².", "² Of quays."]),
    ("endnotes", ["Anna: Listen.", "Boats.", "Nets.", "Quay².", "\nNotes", "¹ Of nets.", "² Of quays."]),
    ("script", ["A: Listen.", "Boats. Nets.", "Quay."]),
    ("speaker-a", ["Spoken in a record", "— turn 1 —", "Listen.", "Boats.", "Nets.", "Quay."]),
])
def test_lists_notes_and_quotations_in_a_turn(tmp_path: Path, edition: str, lines: list[str]):
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "x.xml").write_text(BETWEEN)
    publish(tmp_path, tmp_path / "site", {"text"})
    made = (tmp_path / "site" / "text" / f"x.{edition}.txt").read_text()
    assert made.split("* * *")[1].split("\n\n")[1:] == [*lines[:-1], lines[-1] + "\n"]


# ---- heads

def test_which_editions_a_text_has():
    harbour, talks = sorted(load_edition(SMALL).texts, key=lambda file: file.id)
    assert editions_of(harbour) == ["reading", "source", "pages", "endnotes"]
    assert editions_of(talks) == ["reading", "source", "script", "endnotes"]


def test_the_head_says_of_which_edition_a_text_is(tmp_path):
    publish(SMALL, tmp_path / "site", {"text"}, base_url="https://example.org/quay")
    assert head(tmp_path / "site" / "text" / "harbour.source.txt") == [
        "The Harbour: Recollections",
        "Ida Moll",
        "March 1975",
        "Source text: as the source prints it, errors included. A note follows its paragraph; its mark is the printed one. "
        "[…] stands for what the source has lost.",
        "Source: The Harbour, https://example.org/harbour",
        "Edition: The Quay, version 0.3, 2 January 2026, https://example.org/quay/harbour/index.html",
        "Rights: The source says nothing. What this edition adds: https://example.org/licence",
        "The place of each line: harbour.source.lines.tsv",
    ]


def test_the_head_explains_the_signs_that_occur(publisheds):
    texts = publisheds[SMALL] / "text"
    kinds = {name: next(line for line in head(texts / f"{name}.txt") if "text" in line) for name in (
        "harbour.pages", "talks.reading", "talks.script", "harbour.speaker-ben")}
    assert ["[…]" in kind for kind in kinds.values()] == [True, False, False, False]
    assert ["— 10 —" in kind for kind in kinds.values()] == [True, False, False, False]
    assert ["square brackets" in kind for kind in kinds.values()] == [True, False, False, False]
    assert ["raised number" in kind for kind in kinds.values()] == [True, True, False, False]


def test_a_date_that_the_title_says_is_not_said_again(publisheds):
    texts = publisheds[REPOSITORY] / "text"
    assert "26 December 1956, the day of the meeting by the catalogue; Moscow by its title" in head(texts / "memorandum-1956.script.txt")
    assert not [line for line in head(texts / "report-1960.script.txt") if line.startswith("12 November 1960")]


def head(path: Path) -> list[str]:
    return path.read_text().partition(RULE)[0].split("\n\n")[:-1]


# ---- one speaker

def planned(root: Path) -> Site:
    return plan(load_edition(root), {"text"})


def said(site: Site, text: str) -> dict[str, list[str]]:
    """What each speaker says in a text, as the lines of his file."""
    file: TeiFile = next(file for file in site.edition.texts if file.id == text)
    spoken = Spoken(file, site.entities, Passages(site).places(file))
    return {speaker.id: [line.words for line in spoken.lines(speaker)] for speaker in site.speakers(file)}


def test_speech_is_given_to_whom_the_text_gives_it():
    assert said(planned(SMALL), "harbour") == {
        "anna": [MODES["quoted"], "1. THE COLD QUAY", "— p. 7, quoted by Ben —", "‘too late’"],
        "ben": [MODES["narrative"], "1. THE COLD QUAY", "— p. 7 —", "“I came by the Anna, ‘too late’, as ever.”"],
    }


def test_a_turn_is_given_by_its_paragraphs_with_all_who_speak_it():
    assert said(planned(SMALL), "talks") == {
        "anna": [MODES["record"], "— turn 1 —", "Sit down [Ben]. All is well [in German]", "I said sit.",
                 "— turn 3, with Ben —", "(rising) Enough."],
        "ben": [MODES["record"], "— turn 2 —", "No. (Applause) (Stir. Shouts: “No!”)", "— turn 3, with Anna —", "(rising) Enough."],
    }


def test_speech_of_the_three_modes_stands_apart():
    speakers = said(planned(MILL), "mill")
    assert speakers["ana"] == [
        MODES["record"], "THE TALK", "— turn 1 —", "I said once: “Sit.”",
        RULE, MODES["narrative"], "THE MILL", "— p. 3 —", "“Sit,” … “for Ida told me: ‘Never stand.’”",
    ]
    assert speakers["ida"] == [
        MODES["quoted"], "THE MILL", "— p. 3, quoted by Ana Çela —", "‘Never stand.’", "— p. 4, quoted from Ida’s letter —", "“the moulin is sold”"]


def test_a_thought_is_not_spoken_and_a_speech_may_be_a_division():
    assert said(planned(MILL), "mill")["ben"] == [MODES["record"], "THE TALK", "Ana:", "I said once: “Sit.”"]


def test_the_speech_at_the_congress_is_among_khrushchevs_words(publisheds):
    words = (publisheds[REPOSITORY] / "text" / "tirana-observatory.speaker-khrushchev.txt").read_text()
    speech = words.partition("Khrushchev’s speech on Albania\n\n")[2].split("\n\n")
    division = next(file for file in load_edition(REPOSITORY).texts if file.id == "tirana-observatory").elements["t10"]
    assert len(speech) == len(division.findall("{*}p")) > 20
    assert speech[0].startswith("…Comrades! The Central Committee’s report")


def test_a_name_that_changes_is_changed_in_the_files_of_speakers(small, tmp_path):
    publish(small, tmp_path / "site", {"text"})
    register = small / "tei" / "register" / "persons.xml"
    register.write_text(register.read_text().replace(">Ben<", ">Benedict<"))
    publish(small, tmp_path / "site", {"text"})
    assert "quoted by Benedict" in (tmp_path / "site" / "text" / "harbour.speaker-anna.txt").read_text()
