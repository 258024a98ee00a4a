"""An element without a template stops an edition build, and loses no text of foreign TEI."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from rift.diagnostics import Problem
from rift.publish import publish

TRANSFORMS = Path(__file__).parents[2] / "transforms"


@pytest.fixture
def foreign(small: Path) -> Path:
    """The small edition with an element that no stylesheet knows, in line 34 of harbour.xml."""
    path = small / "tei" / "harbour.xml"
    path.write_text(path.read_text().replace("They did not.", "They <rhyme>did</rhyme> not."))
    return small


@pytest.mark.parametrize("format", ["html", "text"])
def test_an_unhandled_element_stops_the_build_with_its_place(foreign, tmp_path, format):
    with pytest.raises(Problem) as caught:
        publish(foreign, tmp_path / "site", {format})
    found = caught.value.finding
    line = (foreign / "tei" / "harbour.xml").read_text().split("\n").index(_line_of(foreign)) + 1
    assert (found.code, found.place.path, found.place.line) == ("PUB-001", "tei/harbour.xml", line)
    assert (found.raw.path, found.raw.line) == ("sources/harbour/text.txt", 9)
    assert "rhyme" in found.message
    assert not (tmp_path / "site").exists()


def test_foreign_tei_keeps_the_text_of_an_unhandled_element(foreign, tmp_path):
    publish(foreign, tmp_path / "site", {"html", "text"}, strict=False)
    assert "They did not." in (tmp_path / "site" / "harbour" / "h3.html").read_text()
    assert "They did not." in (tmp_path / "site" / "text" / "harbour.reading.txt").read_text()


@pytest.mark.parametrize("sheet", sorted(p.relative_to(TRANSFORMS).as_posix() for p in TRANSFORMS.glob("[ht]*/*.xsl")))
def test_every_page_has_the_catch_all(sheet):
    """A stylesheet that makes a page or file imports the catch-all, itself or by what it imports."""
    if "xsl:output" in _with_imports(TRANSFORMS / sheet):
        assert "unhandled.xsl" in _with_imports(TRANSFORMS / sheet)


@pytest.mark.skipif(not shutil.which("xsltproc"), reason="xsltproc is not installed (Debian: xsltproc)")
def test_xsltproc_stops_too(foreign):
    command = ["xsltproc", TRANSFORMS / "html" / "text.xsl", foreign / "tei" / "harbour.xml"]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode != 0
    assert "PUB-001 rhyme h9.note" in run.stderr


def _line_of(edition: Path) -> str:
    return next(line for line in (edition / "tei" / "harbour.xml").read_text().split("\n") if "<rhyme>" in line)


def _with_imports(sheet: Path) -> str:
    """Text of a stylesheet and of those that it imports."""
    text = sheet.read_text()
    for part in text.split('<xsl:import href="')[1:]:
        text += part.split('"')[0] + _with_imports(sheet.parent / part.split('"')[0])
    return text
