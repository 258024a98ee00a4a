"""The header: as written beside the raw text, or made from ``source.toml``."""

from __future__ import annotations

import pytest
from lxml import etree

from rift.diagnostics import Problem
from rift.encode.header import header
from rift.model.source import Rights, Source

SOURCE = Source("x", "Dues & Boats", "x", "web-post", "ab" * 32, origin="invented", rights=Rights("restricted", "Ask <us>."))
WRITTEN = """<teiHeader xmlns="http://www.tei-c.org/ns/1.0"><fileDesc>
<titleStmt><title>Dues</title></titleStmt>
<sourceDesc><bibl type="raw"><idno type="sha256"/></bibl></sourceDesc></fileDesc></teiHeader>"""


def tree(written: str | None = None, **counts: int) -> etree._Element:
    return etree.fromstring(header(SOURCE, written.encode() if written else None, counts))


def test_a_header_is_made_from_the_settings():
    made = tree(pages=3, notes=0)
    assert made.findtext(".//titleStmt/title") == "Dues & Boats"
    assert made.findtext(".//sourceDesc//availability/p") == "Ask <us>."
    assert made.findtext(".//idno[@type='sha256']") == SOURCE.sha256
    assert [m.get("unit") for m in made.iter("measure")] == ["pages"]


def test_a_written_header_is_kept_and_its_counted_facts_filled_in():
    made = tree(WRITTEN, pages=3)
    assert made.findtext(".//titleStmt/title") == "Dues"
    assert made.findtext(".//idno") == SOURCE.sha256
    assert [(m.get("unit"), m.get("quantity")) for m in made.iter("measure")] == [("pages", "3")]
    assert [child.tag for child in made[0]] == ["titleStmt", "extent", "sourceDesc"]


def test_a_written_extent_stays():
    written = WRITTEN.replace("<sourceDesc>", "<extent>ten</extent><sourceDesc>")
    assert [e.text for e in tree(written, pages=3).iter("extent")] == ["ten"]


@pytest.mark.parametrize("text", ["<teiHeader>", "", "<a/><b/>"])
def test_a_header_that_is_not_well_formed_is_a_problem(text):
    with pytest.raises(Problem) as caught:
        header(SOURCE, text.encode(), {})
    assert caught.value.finding.code == "ENC-001"
    assert caught.value.finding.place.path == "sources/x/header.xml"


@pytest.mark.parametrize("text", ["<foo/>", f"<!DOCTYPE teiHeader [<!ENTITY x 'y'>]>{WRITTEN}"])
def test_a_header_that_is_something_else_is_a_problem(text):
    with pytest.raises(Problem) as caught:
        tree(text)
    assert caught.value.finding.code == "ENC-004"
