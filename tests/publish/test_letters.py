"""No character is lost, added or moved on the way from the TEI to pages and texts."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from rift.publish.files import load_edition
from rift.publish.pages import split
from rift.publish.text.editions import editions_of
from rift.publish.text.lines import RULE
from rift.publish.words import TEI

from .conftest import EDITIONS
from .letters import RAISED, marked_notes, of_pages, of_tei, of_text

TEXTS = [(root, file) for root in EDITIONS.values() for file in load_edition(root).texts]
NAMES = [file.path for _, file in TEXTS]
T = {"t": TEI[1:-1]}
LABEL = re.compile("[A-Z-]+(, [A-Z-]+)*: ")


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
    assert of_text(text, text.with_suffix(".lines.tsv"), marked_notes(root / file.path)) == expected


@pytest.mark.skipif(not shutil.which("xsltproc"), reason="xsltproc is not installed (Debian: xsltproc)")
@pytest.mark.parametrize(("root", "file"), TEXTS, ids=NAMES)
def test_xsltproc_makes_the_same_of_a_whole_file(root, file):
    assert of_pages([_xsltproc("html/text.xsl", root / file.path)]) == of_tei(root / file.path)


@pytest.mark.skipif(not shutil.which("xsltproc"), reason="xsltproc is not installed (Debian: xsltproc)")
@pytest.mark.parametrize(("root", "file"), TEXTS, ids=NAMES)
def test_xsltproc_makes_the_same_plain_text(root, file, publisheds):
    made = _xsltproc("text/reading.xsl", root / file.path)
    published = (publisheds[root] / "text" / f"{file.id}.reading.txt").read_bytes()
    assert made.strip() == published.partition(f"{RULE}\n".encode())[2].strip()


def test_a_script_has_a_line_for_each_paragraph_and_a_label_for_each_turn(publisheds):
    for root, file in TEXTS:
        turns, lines = file.root.xpath("//t:text//t:sp", namespaces=T), file.root.xpath(
            "//t:text//t:sp/*[not(self::t:speaker)] | //t:text//t:stage[not(ancestor::t:sp or ancestor::t:p)]", namespaces=T)
        script = publisheds[root] / "text" / f"{file.id}.script.txt"
        assert script.exists() == bool(turns)
        if turns:
            words = script.read_text().partition(f"{RULE}\n\n")[2].splitlines()
            assert len([line for line in words if line]) == len(lines)
            assert len([line for line in words if LABEL.match(line)]) == len(turns)
            assert len(script.with_suffix(".lines.tsv").read_text().splitlines()) - 1 == len(lines)


def _xsltproc(sheet: str, path: Path) -> bytes:
    transforms = Path(__file__).parents[2] / "transforms"
    return subprocess.run(["xsltproc", transforms / sheet, path], check=True, capture_output=True).stdout
