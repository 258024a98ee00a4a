"""The plain-text family: pages, endnotes, one speaker; each line with the address that it comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from rift.publish import publish
from rift.publish.files import load_edition
from rift.publish.register.entities import Entities
from rift.publish.text.editions import editions_of
from rift.publish.text.paged import FOOT, Line, paged
from rift.publish.text.speakers import speakers

from .conftest import EDITIONS, REPOSITORY, SMALL

NOBODY = Entities({})
MARK = "\ue000{} {}\ue000".format


def test_a_word_that_is_divided_stays_on_its_first_page():
    lines = [Line("a", f"so it is divi{MARK('b', '8')}ded, she said")]
    assert paged(lines) == [Line("a", "so it is divided,"), Line("b", "— 8 —"), Line("a", "she said")]


def test_a_note_stands_on_the_page_of_its_mark():
    lines = [Line("a", f"one¹ {MARK('b', '[8]')} two²"), Line("n", "¹ First."), Line("o", "² Second."),
             Line("c", MARK("c", "9")), Line("d", "three")]
    assert [line.words for line in paged(lines)] == [
        "one¹", FOOT, "¹ First.", "— [8] —", "two²", FOOT, "² Second.", "— 9 —", "three"]


def test_which_editions_a_text_has():
    harbour, talks = sorted(load_edition(SMALL).texts, key=lambda file: file.id)
    assert editions_of(harbour) == ["reading", "source", "pages", "endnotes"]
    assert editions_of(talks) == ["reading", "source", "script", "endnotes"]


def test_speech_is_given_to_whom_the_text_gives_it():
    harbour, talks = sorted(load_edition(SMALL).texts, key=lambda file: file.id)
    assert [(s.id, s.lines) for s in speakers(harbour, NOBODY)] == [
        ("anna", (Line("h5", "‘too late’"),)),
        ("ben", (Line("h5", "“I came by the Anna, ‘too late’, as ever.”"),)),
    ]
    anna, ben = speakers(talks, NOBODY)
    assert anna.lines == (Line("q3", "Sit down [Ben]. All is well [in German] I said sit."), Line("q6", "(rising) Enough."))
    assert [line.id for line in ben.lines] == ["q5", "q6"]


@pytest.mark.parametrize("root", EDITIONS.values(), ids=EDITIONS)
def test_every_line_of_the_text_names_an_address_of_its_file(root: Path, publisheds):
    for file in load_edition(root).texts:
        paths = sorted((publisheds[root] / "text").glob(f"{file.id}.*.txt"))
        assert len(paths) >= 2 + len(speakers(file, NOBODY))
        for path in paths:
            lines = path.read_text().split("\n")
            rows = [row.split("\t") for row in path.with_name(path.stem + ".lines.tsv").read_text().splitlines()[1:]]
            assert {xml_id for _, xml_id in rows} <= file.elements.keys()
            traced = {int(number) for number, _ in rows}
            heading = lines.index("* * *") + 1
            rest = {n for n, line in enumerate(lines, 1) if line and n > heading and line not in (FOOT, "Notes")}
            assert traced == rest, path.name


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
    ("endnotes", ["Anna: Listen.", "Boats.", "Nets.", "Quay².", "Notes", "¹ Of nets.", "² Of quays."]),
    ("script", ["A: Listen. Boats. Nets. Quay."]),
    ("speaker-a", ["Listen. Boats. Nets. Quay."]),
])
def test_lists_notes_and_quotations_in_a_turn(tmp_path: Path, edition: str, lines: list[str]):
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "x.xml").write_text(BETWEEN)
    publish(tmp_path, tmp_path / "site", {"text"})
    made = (tmp_path / "site" / "text" / f"x.{edition}.txt").read_text()
    assert made.split("* * *")[1].split("\n\n")[1:] == [*lines[:-1], lines[-1] + "\n"]
