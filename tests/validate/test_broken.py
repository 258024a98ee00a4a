"""Broken copies of the small edition: one fault, one finding, at the right place; and two witnesses for each verdict."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree, isoschematron

from rift.validate import Document, Rules, Schema, read_document, validate_edition

from .broken import GOOD, SCHEMA, Broken, broken_cases

SVRL_FAILED = "{http://purl.oclc.org/dsdl/svrl}failed-assert"


@pytest.fixture(scope="module")
def schema() -> Schema:
    return Schema(SCHEMA / "rift.xsd")


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(SCHEMA / "rift.sch")


@pytest.fixture(scope="module")
def schematron() -> isoschematron.Schematron:
    return isoschematron.Schematron(etree.parse(SCHEMA / "rift.sch"), store_report=True)


def test_one_fault_gives_one_finding_at_its_place(broken: Broken, tmp_path: Path) -> None:
    found = validate_edition(broken.copy_to(tmp_path))
    assert [(f.code, f.place.path, f.place.line) for f in found] == [(broken.code, broken.file, broken.line())]
    if broken.raw:
        assert found[0].raw.line == broken.raw
    assert found[0].hint


def test_lxml_and_xmlschema_agree(broken: Broken, tmp_path: Path, schema: Schema) -> None:
    document = read_document(broken.copy_to(tmp_path), broken.file)
    if isinstance(document, Document):
        assert schema.is_valid(document.tree) == (not schema.explained_errors(document.tree))
        assert schema.is_valid(document.tree) == (not broken.code.startswith("XSD-"))


def test_rules_are_read_as_iso_schematron_reads_them(
    broken: Broken, tmp_path: Path, rules: Rules, schematron: isoschematron.Schematron
) -> None:
    document = read_document(broken.copy_to(tmp_path), broken.file)
    if isinstance(document, Document):
        schematron.validate(document.tree)
        failed = sorted(node.get("id") for node in schematron.validation_report.iter(SVRL_FAILED))
        assert sorted(f.code for f in rules.check(document)) == failed


def test_every_code_has_a_broken_copy() -> None:
    asserts = etree.parse(SCHEMA / "rift.sch").iter("{http://purl.oclc.org/dsdl/schematron}assert")
    assert {node.get("id") for node in asserts} <= {case.code for case in broken_cases()}


def test_the_good_edition_is_good() -> None:
    assert validate_edition(GOOD) == []
