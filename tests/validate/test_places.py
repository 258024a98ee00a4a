"""Line, column and raw line of a finding."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from rift.diagnostics import Place
from rift.validate import Document, read_document
from rift.validate.names import TEI
from rift.validate.places import excerpt_at, place_of, raw_place

from .broken import GOOD

MADE = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
<p>a <seg>b</seg> <segment/> <seg
  n="1">c</seg></p>
</TEI>"""


def test_the_column_is_that_of_the_start_tag() -> None:
    document = Document(Path(), "tei/made.xml", etree.ElementTree(etree.fromstring(MADE)), MADE)
    first, second = document.tree.getroot().iter(TEI + "seg")
    assert place_of(document, first) == Place("tei/made.xml", 2, 6)
    assert place_of(document, second).column in (0, 31), "no column where a tag runs over two lines"
    assert excerpt_at(document, place_of(document, first)).startswith("<seg>b</seg>")


def test_the_raw_line_is_that_of_the_nearest_address() -> None:
    document = read_document(GOOD, "tei/memoir.xml")
    soft = next(document.tree.getroot().iter(TEI + "soCalled"))
    assert raw_place(document, soft) == Place("sources/memoir/text.txt", 5)
    head = next(document.tree.getroot().iter(TEI + "titleStmt"))
    assert raw_place(document, head) == Place()
    register = read_document(GOOD, "tei/register/persons.xml")
    assert raw_place(register, next(register.tree.getroot().iter(TEI + "person"))) == Place()
