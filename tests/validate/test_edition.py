"""What is read, what is told, and what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import etree

from rift.diagnostics import Problem, load_catalogue
from rift.validate import validate_edition

from .broken import GOOD, SCHEMA

BOMB = """<?xml version="1.0"?>
<!DOCTYPE TEI [
  <!ENTITY a0 "aaaaaaaaaa">
  %s
]>
<TEI xmlns="http://www.tei-c.org/ns/1.0">&a9;</TEI>
""" % "\n  ".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "edition"))


def codes(root: Path, names: list[Path] | None = None) -> list[tuple[str, str]]:
    return [(f.place.path, f.code) for f in validate_edition(root, names)]


def break_two_files(edition: Path) -> None:
    for name in ("memoir", "talks"):
        path = edition / "tei" / f"{name}.xml"
        path.write_text(path.read_text(encoding="utf-8").replace('<note place="', '<note rend="x" place="', 1)
                        .replace('<note type="gloss"', '<note rend="x" type="gloss"', 1), encoding="utf-8")


def test_names_limit_what_is_told(edition: Path) -> None:
    break_two_files(edition)
    assert codes(edition) == [("tei/memoir.xml", "XSD-003"), ("tei/talks.xml", "XSD-003")]
    assert codes(edition, [Path("tei/talks.xml")]) == [("tei/talks.xml", "XSD-003")]
    assert codes(edition, [edition / "tei" / "memoir.xml"]) == [("tei/memoir.xml", "XSD-003")]


def test_findings_come_in_order_of_place_and_twice_the_same(edition: Path) -> None:
    break_two_files(edition)
    found = validate_edition(edition)
    assert found == sorted(found) == validate_edition(edition)


def test_a_file_that_is_not_there(edition: Path) -> None:
    assert codes(edition, [Path("tei/talk.xml")]) == [("tei/talk.xml", "XML-005")]


def test_bytes_that_are_not_utf_8(edition: Path) -> None:
    path = edition / "tei" / "edition.xml"
    path.write_bytes(path.read_bytes().replace("Introduction".encode(), b"Introducti\xf3n"))
    [found] = validate_edition(edition)
    assert (found.code, found.place.line) == ("XML-004", 21)


@pytest.mark.parametrize("data", [b"", b"\n", b"<TEI", b"\x00\x01", b"words", "<TEI/>".encode("utf-16")])
def test_what_is_no_xml_is_a_finding(edition: Path, data: bytes) -> None:
    (edition / "tei" / "new.xml").write_bytes(data)
    [(path, code)] = codes(edition)
    assert path == "tei/new.xml" and code in ("XML-001", "XML-004")


def test_an_entity_bomb_is_refused_unread(edition: Path) -> None:
    (edition / "tei" / "bomb.xml").write_text(BOMB, encoding="utf-8")
    assert codes(edition) == [("tei/bomb.xml", "XML-002")]


def test_an_external_entity_is_refused_unread(edition: Path) -> None:
    secret = edition / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    text = f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "{secret.as_uri()}">]><TEI xmlns="http://www.tei-c.org/ns/1.0">&x;</TEI>'
    (edition / "tei" / "outside.xml").write_text(text, encoding="utf-8")
    [found] = validate_edition(edition)
    assert found.code == "XML-002" and "the secret" not in str(found)


def test_pointers_to_a_missing_file_are_told_once(edition: Path) -> None:
    (edition / "tei" / "register" / "persons.xml").unlink()
    told = [f for f in validate_edition(edition, [Path("tei/talks.xml")])]
    assert [f.code for f in told] == ["PTR-001"] and told[0].message.startswith("10 ")


def test_one_id_of_a_file_may_be_shared_by_all(edition: Path) -> None:
    assert (edition / "tei" / "talks.xml").read_text(encoding="utf-8").count('xml:id="rift"') == 1
    assert (edition / "tei" / "memoir.xml").read_text(encoding="utf-8").count('xml:id="rift"') == 1
    assert codes(edition) == []


def test_an_edition_may_have_a_schema_of_its_own(edition: Path) -> None:
    shutil.copytree(SCHEMA, edition / "schema")
    rules = edition / "schema" / "rift.sch"
    own = '<pattern><rule context="tei:soCalled"><assert id="OWN-001" role="warning" test="false()">no irony here: delete it</assert></rule></pattern>'
    rules.write_text(rules.read_text(encoding="utf-8").replace("</schema>", own + "</schema>"), encoding="utf-8")
    [found] = validate_edition(edition)
    assert (found.code, found.severity, found.message, found.hint) == ("OWN-001", "warning", "no irony here", "delete it")


@pytest.mark.parametrize(("file", "old", "new"), [
    ("rift.xsd", "</xs:schema>", ""),
    ("rift.xsd", 'ref="teiHeader"', 'ref="teiHeadder"'),
    ("rift.sch", 'test="@n"', 'test="@n["'),
    ("rift.sch", "</schema>", "<"),
])
def test_a_schema_that_cannot_be_used_is_told_without_a_traceback(edition: Path, file: str, old: str, new: str) -> None:
    shutil.copytree(SCHEMA, edition / "schema")
    path = edition / "schema" / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Problem) as caught:
        validate_edition(edition)
    assert (caught.value.finding.code, caught.value.finding.place.path) == ("SCHEMA-001", f"schema/{file}")


def test_codes_of_the_rules_and_of_the_catalogue_are_apart() -> None:
    asserts = etree.parse(SCHEMA / "rift.sch").iter("{http://purl.oclc.org/dsdl/schematron}assert")
    told = [node.get("id") for node in asserts]
    assert len(told) == len(set(told))
    assert not set(told) & set(load_catalogue())
