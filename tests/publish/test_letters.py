"""No character is lost, added or moved on the way from the TEI to pages and texts."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from rift.publish.files import load_edition
from rift.publish.pages import split
from rift.publish.text.editions import editions_of

from .conftest import EDITIONS
from .letters import RAISED, of_pages, of_tei, of_text

TEXTS = [(root, file) for root in EDITIONS.values() for file in load_edition(root).texts]
NAMES = [file.path for _, file in TEXTS]


@pytest.mark.parametrize(("root", "file"), TEXTS, ids=NAMES)
def test_pages_in_order_are_the_reading_text(root, file, publisheds):
    pages = [(publisheds[root] / page.href).read_bytes() for page in split(file)]
    assert of_pages(pages) == of_tei(root / file.path)


@pytest.mark.parametrize(("root", "file"), TEXTS, ids=NAMES)
@pytest.mark.parametrize("edition", ["reading", "source", "pages", "endnotes"])
def test_plain_text_is_the_reading_and_the_source(root, file, edition, publisheds):
    if edition not in editions_of(file):
        return
    text = publisheds[root] / "text" / f"{file.id}.{edition}.txt"
    expected = of_tei(root / file.path, source=edition == "source")
    assert not RAISED.search(expected.text), "raised digits of the text would be taken for marks"
    assert of_text(text, text.with_suffix(".lines.tsv")) == expected


@pytest.mark.skipif(not shutil.which("xsltproc"), reason="xsltproc is not installed (Debian: xsltproc)")
@pytest.mark.parametrize(("root", "file"), TEXTS, ids=NAMES)
def test_xsltproc_makes_the_same_of_a_whole_file(root, file):
    assert of_pages([_xsltproc("html/text.xsl", root / file.path)]) == of_tei(root / file.path)


@pytest.mark.skipif(not shutil.which("xsltproc"), reason="xsltproc is not installed (Debian: xsltproc)")
@pytest.mark.parametrize(("root", "file"), TEXTS, ids=NAMES)
def test_xsltproc_makes_the_same_plain_text(root, file, publisheds):
    made = _xsltproc("text/reading.xsl", root / file.path)
    assert made.strip() == (publisheds[root] / "text" / f"{file.id}.reading.txt").read_bytes().strip()


def test_a_script_has_a_line_for_each_turn_and_each_direction_between(publisheds):
    for root, file in TEXTS:
        turns = file.root.xpath(
            "//t:text//t:sp | //t:text//t:stage[not(ancestor::t:sp or ancestor::t:p)]",
            namespaces={"t": etree.QName(file.root).namespace},
        )
        companion = publisheds[root] / "text" / f"{file.id}.script.lines.tsv"
        if file.root.find(".//{*}sp") is None:
            assert not companion.exists()
        else:
            assert len(companion.read_text().splitlines()) - 1 == len(turns)


def _xsltproc(sheet: str, path: Path) -> bytes:
    transforms = Path(__file__).parents[2] / "transforms"
    return subprocess.run(["xsltproc", transforms / sheet, path], check=True, capture_output=True).stdout
