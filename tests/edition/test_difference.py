"""Differences of two TEI files as a person reads them."""

from __future__ import annotations

from rift.difference import difference


def test_only_the_words_around_a_change_are_shown() -> None:
    before = "<p>" + "one two three " * 50
    found = difference("tei/x.xml", f"<body>\n{before}four</p>", f"<body>\n{before}five</p>")
    place, stands, converted = found.split("\n")
    assert place == "tei/x.xml:2"
    assert stands.endswith("two three ⟦four⟧</p>") and converted.endswith("two three ⟦five⟧</p>")
    assert len(stands) < 80


def test_every_place_has_its_line() -> None:
    lines = [f"<p>line {number}</p>" for number in range(1, 41)]
    other = [line.replace("line 7<", "line seven<").replace("line 30<", "lines 30<") for line in lines]
    found = difference("x", "\n".join(lines), "\n".join(other)).split("\n")
    assert found[::3] == ["x:7", "x:30"]
    assert found[1] == "  as it stands: <p>line ⟦7⟧</p>" and found[2] == "  as converted: <p>line ⟦seven⟧</p>"


def test_a_long_piece_is_shown_by_its_ends() -> None:
    found = difference("x", "", "<p>" + "word " * 1000 + "end</p>")
    assert "⟦<p>word " in found and found.endswith("end</p>⟧") and len(found) < 400


def test_equal_files_differ_nowhere() -> None:
    assert difference("x", "<p>a</p>\n", "<p>a</p>\n") == ""
