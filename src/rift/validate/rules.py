"""Schematron rules (XPath 1.0), asked of a parsed file.

``lxml.isoschematron`` gives the same answers, but walks the tree once for each pattern in XSLT and takes
seconds for a book. Here each rule is one XPath expression that finds only the elements that break it, so a clean file
costs one quick search a rule, and none if the file has no element by whose name a context of the rule begins. The asserts
of a rule, and the rules before it, are looked at only where something is broken.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from rift.diagnostics import Finding
from rift.validate.document import Document
from rift.validate.places import excerpt_at, place_of, raw_place

_SCH = "{http://purl.oclc.org/dsdl/schematron}"
# ``*[@when]``: elements of any name are found sooner by an attribute that few of them have.
_ANY_WITH = re.compile(r"^\*\[@([\w-]+)\]")
_BY_ATTRIBUTE = r"node()/@\1/parent::*"
_NAME = re.compile(r"([\w-]+):([\w-]+)(?=[\[/]|$)")


class Assert(NamedTuple):
    """One test. ``wording`` holds strings and, for ``value-of``, expressions."""

    code: str
    severity: str
    test: etree.XPath
    wording: tuple[str | etree.XPath, ...]

    def words(self, element: etree._Element, values: dict[str, str]) -> tuple[str, str]:
        """What is wrong, and what to do: the two halves of the message round its colon."""
        parts = (part if isinstance(part, str) else _string(part(element, **values)) for part in self.wording)
        message = " ".join("".join(parts).split())
        wrong, _, remedy = message.partition(": ")
        return wrong, remedy


class Rule(NamedTuple):
    """``broken`` finds the elements of the context that fail a test; ``context`` finds all of them.

    ``names`` are the elements one of which must be there, or the context finds none; it is empty if that cannot be told.
    """

    context: etree.XPath
    broken: etree.XPath
    asserts: tuple[Assert, ...]
    names: frozenset[str]


class Rules:
    """The patterns of a Schematron file, compiled."""

    def __init__(self, path: Path):
        schema = etree.parse(str(path)).getroot()
        self._names = {n.get("prefix"): n.get("uri") for n in schema.iter(_SCH + "ns")}
        self._values = {n.get("name"): n.get("value")[1:-1] for n in schema.findall(_SCH + "let")}
        self._patterns = [[self._rule(r) for r in p.iter(_SCH + "rule")] for p in schema.iter(_SCH + "pattern")]

    def _xpath(self, expression: str) -> etree.XPath:
        return etree.XPath(expression, namespaces=self._names)

    def _rule(self, rule: etree._Element) -> Rule:
        parts = [part.strip() for part in rule.get("context").split(" | ")]
        contexts = [f"/descendant-or-self::{_ANY_WITH.sub(_BY_ATTRIBUTE, part)}" for part in parts]
        asserts = tuple(self._assert(a) for a in rule.iter(_SCH + "assert"))
        kept = " and ".join(f"({a.get('test')})" for a in rule.iter(_SCH + "assert"))
        broken = " | ".join(f"{context}[not({kept})]" for context in contexts)
        return Rule(self._xpath(" | ".join(contexts)), self._xpath(broken), asserts, self._first_names(parts))

    def _first_names(self, contexts: list[str]) -> frozenset[str]:
        """The names by which contexts begin; none if one of them begins otherwise."""
        names = [_NAME.match(context) for context in contexts]
        if not all(name and name[1] in self._names for name in names):
            return frozenset()
        return frozenset(f"{{{self._names[name[1]]}}}{name[2]}" for name in names)

    def _assert(self, node: etree._Element) -> Assert:
        wording: list[str | etree.XPath] = [node.text or ""]
        for child in node.iterchildren(_SCH + "value-of"):
            wording += [self._xpath(child.get("select")), child.tail or ""]
        return Assert(node.get("id"), node.get("role", "error"), self._xpath(node.get("test")), tuple(wording))

    def check(self, document: Document) -> list[Finding]:
        """Findings of every assert that fails. Within a pattern only the first rule that fits an element counts."""
        found: list[Finding] = []
        for pattern in self._patterns:
            for number, rule in enumerate(pattern):
                if rule.names and rule.names.isdisjoint(document.names):
                    continue
                broken = rule.broken(document.tree, **self._values)
                if broken:
                    earlier = {e for r in pattern[:number] for e in r.context(document.tree, **self._values)}
                    for element in broken:
                        if element not in earlier:
                            found += self._failed(rule, document, element)
        return found

    def _failed(self, rule: Rule, document: Document, element: etree._Element) -> list[Finding]:
        failed = [a for a in rule.asserts if not _truth(a.test(element, **self._values))]
        found = []
        for check in failed:
            wrong, remedy = check.words(element, self._values)
            place = place_of(document, element)
            raw, excerpt = raw_place(document, element), excerpt_at(document, place)
            found.append(Finding(place, check.code, wrong, check.severity, raw, excerpt[:160], remedy))
        return found


def _truth(result: object) -> bool:
    """XPath's boolean(): a node-set or string is true if it is not empty, a number if it is neither 0 nor NaN."""
    if isinstance(result, float):
        return result == result and result != 0
    return bool(result)


def _string(result: object) -> str:
    """XPath's string(): of a node-set the first node, of a whole number no decimals."""
    if isinstance(result, list):
        first = result[0] if result else ""
        return "".join(first.itertext()) if isinstance(first, etree._Element) else str(first)
    return f"{result:g}" if isinstance(result, float) else str(result)
