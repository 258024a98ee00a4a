"""Elements, attributes and values: lxml decides, xmlschema explains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import etree

from rift.diagnostics import Finding, Place, finding
from rift.validate.document import Document
from rift.validate.names import local
from rift.validate.places import report

_SHORT = {"{http://www.w3.org/XML/1998/namespace}": "xml:", "{http://www.tei-c.org/ns/1.0}": ""}
_ATTRIBUTE = re.compile(r"attribute '?((?:\{[^}]*\})?[\w-]+)")
_LIST_ENDS = 40

Fault = tuple[str, etree._Element, dict[str, object]]
"""Code, element, and the facts that its message needs."""


class Schema:
    """An XSD file. It is compiled once for deciding (milliseconds) and, at the first fault, once for explaining."""

    def __init__(self, path: Path):
        self._path = path
        self._decides = etree.XMLSchema(etree.parse(str(path)))

    @cached_property
    def _explains(self) -> Any:
        """xmlschema takes longer to load than a clean edition takes to validate: only a fault brings it in."""
        import xmlschema

        return xmlschema.XMLSchema(str(self._path))

    def is_valid(self, tree: etree._ElementTree) -> bool:
        return self._decides.validate(tree)

    def explained_errors(self, tree: etree._ElementTree) -> list[Any]:
        """What xmlschema has against a tree; empty if it finds nothing."""
        return list(self._explains.iter_errors(tree))

    def check(self, document: Document) -> list[Finding]:
        """Findings XSD-… of a document, at most one of a code for an element."""
        if self.is_valid(document.tree):
            return []
        found: dict[tuple[Any, str], Finding] = {}
        for code, element, facts in self._faults(document.tree.getroot()):
            found.setdefault((element, code), report(code, document, element, **facts))
        return list(found.values()) or list(self._unexplained(document))

    def _faults(self, element: etree._Element) -> Iterator[Fault]:
        """What is wrong in a subtree.

        Every element of the schema is global, so lxml can judge each subtree alone and lead to the faulty elements in
        milliseconds; xmlschema, which would take seconds for a book, sees only these, without their grandchildren.
        Nothing hides behind the first error of a content model.
        """
        if self._decides.validate(element):
            return
        copy, originals = _shallow(element)
        for error in self._explains.iter_errors(copy):
            if error.elem is copy:
                yield _explain(error, originals)
        for child in element.iterchildren(etree.Element):
            if child.tag in self._explains.maps.elements:
                yield from self._faults(child)

    def _unexplained(self, document: Document) -> Iterator[Finding]:
        """lxml's own words, should the two ever disagree."""
        self.is_valid(document.tree)
        for entry in self._decides.error_log:
            yield finding("XSD-007", Place(document.path, entry.line), reason=_short(entry.message))


def _shallow(element: etree._Element) -> tuple[etree._Element, dict[etree._Element, etree._Element]]:
    """An element with its attributes, text and children, these empty; and for each copied element its original."""
    copy = etree.Element(element.tag, dict(element.attrib), element.nsmap)
    copy.text = element.text
    originals = {copy: element}
    last = None
    for child in element:
        if isinstance(child.tag, str):
            last = etree.SubElement(copy, child.tag, dict(child.attrib), child.nsmap)
            last.tail = child.tail
            originals[last] = child
        elif last is None:
            copy.text = (copy.text or "") + (child.tail or "")
        else:
            last.tail = (last.tail or "") + (child.tail or "")
    return copy, originals


def _explain(error: Any, originals: dict[etree._Element, etree._Element]) -> Fault:
    """Code, element and facts of one xmlschema error, by what kind of component refused."""
    from xmlschema import XMLSchemaChildrenValidationError

    element = originals[error.elem]
    name = local(element)
    kind = type(error.validator).__name__
    if isinstance(error, XMLSchemaChildrenValidationError):
        facts = {"parent": name, "expected": _expected_elements(error)}
        if error.invalid_child is None:
            return "XSD-002", element, facts
        return "XSD-001", originals[error.invalid_child], facts | {"found": _short(error.invalid_tag)}
    if kind == "XsdAttributeGroup":
        code, facts = _explain_attribute(error, name)
        return code, element, facts
    if "character data" in error.reason:
        return "XSD-006", element, {"parent": name, "expected": _expected_elements(error)}
    if isinstance(error.obj, str) or error.obj is None or kind == "XsdAttribute":
        return "XSD-005", element, _explain_value(error, name)
    return "XSD-007", element, {"reason": _short(error.reason)}


def _explain_attribute(error: Any, name: str) -> tuple[str, dict[str, object]]:
    """An attribute that is missing, or that the element doesn't have."""
    known = {key: _short(key) for key in error.validator if key}
    missing = next((key for key in known if key not in error.elem.attrib and f"'{key}'" in error.reason), None)
    if missing:
        return "XSD-004", {"name": name, "attribute": known[missing]}
    unknown = next((key for key in error.elem.attrib if f"'{key}'" in error.reason), "")
    expected = _listed(sorted(known.values())) or "none"
    return "XSD-003", {"name": name, "attribute": _short(unknown), "expected": expected}


def _explain_value(error: Any, name: str) -> dict[str, object]:
    """A value of an attribute or an element, and what was expected of it."""
    attribute = _ATTRIBUTE.match(error.reason)
    where = f"@{_short(attribute[1])} of <{name}>" if attribute else f"<{name}>"
    value = error.obj if isinstance(error.obj, str) else error.elem.text or ""
    kind = type(error.validator).__name__
    if kind == "XsdEnumerationFacets":
        return {"where": where, "value": value, "reason": "not in the closed list", "expected": _listed(error.validator.enumeration)}
    if kind == "XsdPatternFacets":
        return {"where": where, "value": value, "reason": "not of the form asked for", "expected": _listed(error.validator.regexps)}
    reason = error.reason.split(": ", 1)[-1]
    return {"where": where, "value": value, "reason": reason, "expected": "see the value lists in schema/rift.odd"}


def _expected_elements(error: Any) -> str:
    """Names of the elements that could stand there, as exact as xmlschema knows."""
    particles = getattr(error, "expected", None) or ()
    names = [_short(p.name) for p in particles if getattr(p, "name", None)]
    if not names and hasattr(error.validator, "iter_elements"):
        names = sorted({_short(e.name) for e in error.validator.iter_elements() if e.name})
    return _listed(f"<{name}>" for name in names) or "nothing"


def _listed(values: Iterable[object]) -> str:
    shown = [str(v) for v in values]
    more = [f"and {len(shown) - _LIST_ENDS} more"] if len(shown) > _LIST_ENDS else []
    return ", ".join(shown[:_LIST_ENDS] + more)


def _short(text: str) -> str:
    """Names as people write them: no namespace in braces."""
    for long, prefix in _SHORT.items():
        text = text.replace(long, prefix)
    return text
