"""rift.odd, rift.xsd and rift.sch say the same."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import xmlschema
from lxml import etree

from .broken import GOOD, SCHEMA

TEI = "{http://www.tei-c.org/ns/1.0}"
EXAMPLES = "{http://www.tei-c.org/ns/Examples}"
SCH = "{http://purl.oclc.org/dsdl/schematron}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
ROOT = SCHEMA.parent


def short(name: str) -> str:
    return name.replace("{http://www.w3.org/XML/1998/namespace}", "xml:").replace(TEI, "")


@cache
def xsd() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(SCHEMA / "rift.xsd"))


@cache
def xsd_attributes() -> dict[str, dict[str, tuple[bool, tuple[str, ...]]]]:
    """Element, attribute: required?, closed list of values (empty if open)."""
    found = {}
    for name, element in xsd().elements.items():
        attributes = {short(key): value for key, value in element.attributes.items() if key}
        found[short(name)] = {
            key: (a.use == "required", tuple(getattr(a.type, "enumeration", None) or ((a.fixed,) if a.fixed else ())))
            for key, a in attributes.items()
        }
    return found


@cache
def odd() -> etree._ElementTree:
    return etree.parse(SCHEMA / "rift.odd")


def odd_attributes() -> dict[str, dict[str, tuple[bool, tuple[str, ...]]]]:
    found = {}
    for spec in odd().iter(TEI + "elementSpec"):
        assert spec.get("ident") not in found, f"{spec.get('ident')} is specified twice"
        found[spec.get("ident")] = {
            a.get("ident"): (a.get("usage") == "req", tuple(v.get("ident") for v in a.iter(TEI + "valItem")))
            for a in spec.iter(TEI + "attDef")
        }
    return found


def test_odd_and_xsd_have_the_same_elements() -> None:
    assert sorted(odd_attributes()) == sorted(xsd_attributes())


def test_odd_and_xsd_have_the_same_attributes_and_values() -> None:
    assert odd_attributes() == xsd_attributes()


def test_modules_of_the_odd_hold_its_elements() -> None:
    included = [name for ref in odd().iter(TEI + "moduleRef") for name in ref.get("include", "").split()]
    assert sorted(included) == sorted(odd_attributes())


def test_each_specification_says_what_it_is_for() -> None:
    for kind in ("elementSpec", "attDef", "valItem"):
        for spec in odd().iter(TEI + kind):
            assert spec.findtext(TEI + "desc"), spec.get("ident")


def expressions() -> list[str]:
    nodes = etree.parse(SCHEMA / "rift.sch").iter(SCH + "rule", SCH + "assert", SCH + "value-of")
    return [value for node in nodes for key, value in node.items() if key in ("context", "test", "select")]


@pytest.mark.parametrize("expression", sorted(set(expressions())))
def test_schematron_knows_only_names_and_values_of_the_xsd(expression: str) -> None:
    known = xsd_attributes()
    names = set(re.findall(r"tei:([A-Za-z]+)", expression))
    assert names <= set(known)
    attributes = {name for element in known.values() for name in element}
    assert set(re.findall(r"@([a-z]+:[a-z]+|[A-Za-z]+)", expression)) <= attributes
    for element, attribute, value in re.findall(r"tei:([A-Za-z]+)\[@([A-Za-z]+)='([^']+)'\]", expression):
        assert value in known[element][attribute][1], f"{element}/@{attribute}={value}"


@pytest.mark.parametrize("rule", list(etree.parse(SCHEMA / "rift.sch").iter(SCH + "rule")), ids=lambda r: r.get("context"))
def test_values_that_a_rule_compares_are_in_the_lists(rule: etree._Element) -> None:
    """``@type='x'`` in a test means the attribute of the rule's own elements."""
    known = xsd_attributes()
    steps = [re.sub(r"\[.*?\]", "", part).rsplit("/", 1)[-1] for part in rule.get("context").split(" | ")]
    elements = [step.removeprefix("tei:") for step in steps if step != "*"]
    for check in rule.iter(SCH + "assert"):
        for attribute, value in re.findall(r"(?<![\[/])@([a-z]+)='([^']+)'", check.get("test")):
            lists = [known[e][attribute][1] for e in elements if attribute in known[e]]
            assert lists and all(not closed or value in closed for closed in lists)


def test_each_rule_has_code_severity_practice_and_a_remedy() -> None:
    chapters = {f"rift.odd#{node.get(XML_ID)}" for node in odd().iter(TEI + "div")}
    for check in etree.parse(SCHEMA / "rift.sch").iter(SCH + "assert"):
        assert re.fullmatch(r"[A-Z]+-\d{3}", check.get("id"))
        assert check.get("role") in ("error", "warning")
        assert check.get("see") in chapters
        wrong, remedy = "".join(check.itertext()).split(": ", 1)
        assert wrong and remedy


def examples() -> list[etree._Element]:
    return [child for block in etree.parse(SCHEMA / "rift.odd").iter(EXAMPLES + "egXML") for child in block.iterchildren(etree.Element)]


@pytest.mark.parametrize("example", examples(), ids=lambda e: e.get(XML_ID))
def test_examples_of_the_odd_are_valid(example: etree._Element) -> None:
    text = etree.tostring(example, encoding="unicode", with_tail=False).replace(EXAMPLES[1:-1], TEI[1:-1])
    schema = etree.XMLSchema(etree.parse(SCHEMA / "rift.xsd"))
    schema.assertValid(etree.fromstring(text))


def test_the_xsd_has_only_what_is_in_use() -> None:
    """In the edition, in the small one of the tests, or at least in an example of the practice.

    The facts of a register share one type: each may be dated in each way.
    """
    trees = [parse(path) for folder in (ROOT, GOOD) for path in sorted((folder / "tei").rglob("*.xml"))]
    used = {(short(e.tag), short(a)) for tree in trees for e in tree.iter(etree.Element) for a in ("", *e.attrib)}
    used |= {(short(e.tag).replace(EXAMPLES, ""), short(a)) for e in odd().iter(EXAMPLES + "*") for a in ("", *e.attrib)}
    known = {(name, a) for name, attributes in xsd_attributes().items() for a in ("", *attributes)}
    assert {(name, a) for name, a in known - used if name not in ("birth", "death", "occupation")} == set()


def parse(path: Path) -> etree._ElementTree:
    return etree.parse(path, etree.XMLParser(collect_ids=False))
