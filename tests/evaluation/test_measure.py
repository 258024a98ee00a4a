"""The evaluation itself: letters are located, misses are missed, floors hold."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from . import floors
from .figures import Figure
from .located import Located, corrected, printed

RAW = """Menu
We met in the har-
bour of East-
port.*
12
And so on.
* And left.
"""
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>
<p>We met in the harbour of <placeName ref="#eastport">East-<pb n="12"/>port</placeName>.<note place="foot" n="*">And left.</note></p>
<p>And <choice><sic>so</sic><corr resp="#rift">thus</corr></choice> on<supplied resp="#rift">!</supplied><supplied resp="#x">.</supplied></p>
</body></text></TEI>"""


def located(folder: Path, raw: str = RAW, tei: str = TEI) -> Located:
    (folder / "sources" / "x").mkdir(parents=True)
    (folder / "tei").mkdir()
    (folder / "sources" / "x" / "text.txt").write_text(raw, encoding="utf-8")
    (folder / "tei" / "x.xml").write_text(tei, encoding="utf-8")
    return Located.read(folder, "x")


def test_elements_are_found_on_their_raw_lines(tmp_path):
    text = located(tmp_path)
    assert [text.lines(p) for p in text.all("p")] == [(2, 4), (6, 6)]
    assert text.lines(text.all("placeName")[0]) == (3, 4)


def test_letters_that_agree_by_chance_with_what_was_left_out_stand_behind_it(tmp_path):
    """The note that was moved begins as the next paragraph does."""
    text = located(tmp_path, "One.\nAnd left.\nAnd so on, said the keeper.\n",
                   '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p>One.</p><p>And so on, said the keeper.</p></text></TEI>')
    assert [text.lines(p) for p in text.all("p")] == [(1, 1), (3, 3)]


def test_what_stands_between_letters_is_known(tmp_path):
    text = located(tmp_path)
    assert [text.gaps[text.letter_at(line, end=True)] for line in (2, 3)] == ["", "-"]
    assert text.letter_at(1) is None
    assert text.letter_at(5) is None


def test_notes_stand_behind_the_letters_before_their_mark(tmp_path):
    text = located(tmp_path)
    note, = text.notes
    assert text.letters[:note.at].endswith("port")
    assert text.note_lines(note) == (7, 7)


def test_both_readings():
    second = etree.fromstring(TEI)[0][0][1]
    assert (printed(second), corrected(second)) == ("And so on.", "And thus on!.")


def test_a_figure_counts_what_is_found_missed_and_too_much():
    figure = Figure("x", hits=3, missed=["a"], extra=["b", "c", "d"])
    assert (figure.recall, figure.precision) == (0.75, 0.5)
    assert Figure("x", negatives=False, hits=3).precision is None


def test_floors_are_raised_and_never_lowered_on_the_way():
    before = {"a": floors.Floor(0.9, 0.5), "b": floors.Floor(0.1, 0)}
    figures = [Figure("a", hits=3, missed=["x"], extra=["y"]), Figure("b", False, hits=1), Figure("c", hits=1)]
    made = floors.raised(before, figures)
    assert made == {"a": floors.Floor(0.9, 0.75), "b": floors.Floor(1, 0), "c": floors.Floor(1, 1)}
    assert floors.raised(before, figures, ["c"]) == {**before, "c": floors.Floor(1, 1)}


def test_a_floor_holds_from_above():
    assert floors.Floor(0.75, 0.5).holds(Figure("a", hits=3, missed=["x"], extra=["y"]))
    assert not floors.Floor(0.76, 0.5).holds(Figure("a", hits=3, missed=["x"], extra=["y"]))
    assert not floors.Floor(0.75, 0.8).holds(Figure("a", hits=3, missed=["x"], extra=["y"]))
