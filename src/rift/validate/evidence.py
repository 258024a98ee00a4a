"""What the statements of the registers rest on: a passage that is cited must name whom or what it is cited for.

A printed form must stand in each passage that it points to. For any other statement a passage must hold one of the forms of
the entry, or of an entry that the statement names (an author, both ends of a relation). Dates, notes and relations often
rest on several passages read together: there, one of them must.

Limits: that a passage says what the statement says is for people to judge.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from lxml import etree

from rift.diagnostics import Finding
from rift.validate.blocks import upward
from rift.validate.document import Document
from rift.validate.names import TEI, XML_ID, local
from rift.validate.places import report
from rift.validate.pointers import resolve

_ENTRIES = frozenset(TEI + name for name in ("person", "personGrp", "place", "org", "bibl"))
_NAMES = frozenset(TEI + name for name in ("persName", "placeName", "orgName", "title"))
_EDITED = tuple(TEI + name for name in ("sic", "corr", "supplied"))
_STRING = etree.XPath("string()")
_TOGETHER = frozenset(TEI + name for name in ("date", "note", "relation"))
_NAMING = ("ref", "active", "passive", "mutual")

Documents = Mapping[str, Document | None]


class Evidence:
    """The check over all registers of an edition: what several statements rest on, or name, is read once."""

    def __init__(self, documents: Documents):
        self._documents = documents
        self._words = cache(_plain)
        self._names = cache(_names)

    def check(self, document: Document) -> Iterator[Finding]:
        """EVD-001 at each statement of a register whose evidence does not name its entry. Pointers that lead nowhere are not judged."""
        if not document.path.startswith("tei/register/"):
            return
        for element in document.tree.getroot().iter(etree.Element):
            pointers = [p for p in element.get("source", "").split() if "#" in p]
            if not pointers:
                continue
            entry = next((e for e in upward(element) if e.tag in _ENTRIES and e.get(XML_ID)), element)
            if entry is element and element.tag != TEI + "relation":
                continue
            printed = element.tag in _NAMES and element.get("type")
            forms = [_plain(element)] if printed else self._forms(document, entry, element)
            failing = [p for p in pointers if self._fails(self._element(document, p), forms)]
            if failing and (element.tag not in _TOGETHER or len(failing) == len(pointers)):
                yield report("EVD-001", document, element, statement=local(element), pointer=failing[0], forms=_listed(forms))

    def _forms(self, document: Document, entry: etree._Element, statement: etree._Element) -> list[str]:
        """Names of the entry, and of those that the statement names."""
        named = [p for attribute in _NAMING for p in statement.get(attribute, "").split()]
        entries = [entry, *(e for p in named if (e := self._element(document, p)) is not None)]
        return [form for e in entries for form in self._names(e)]

    def _element(self, document: Document, pointer: str) -> etree._Element | None:
        file, _, xml_id = pointer.partition("#")
        target = self._documents.get(resolve(document.path, file))
        return None if target is None else target.ids.get(xml_id)

    def _fails(self, passage: etree._Element | None, forms: list[str]) -> bool:
        """Whether there is a passage, and none of the forms stands in it: neither as this edition reads it nor as it is printed."""
        return passage is not None and not any(form in self._words(passage, printed) for printed in (False, True) for form in forms)


def _names(entry: etree._Element) -> list[str]:
    """Names of an entry, without those in parentheses."""
    return [form for name in entry.iterchildren(*_NAMES) if not (form := _plain(name)).startswith("(")]


def _plain(element: etree._Element, printed: bool = False) -> str:
    """Words of an element without regard to capitals and white space: as this edition reads them, or as they are printed."""
    if len(element):
        words = "".join(_pieces(element, printed)) if _is_edited(element) else _STRING(element)
    else:
        words = element.text or ""  # as most names have it
    return " ".join(words.split()).casefold()


def _is_edited(element: etree._Element) -> bool:
    """Whether the two readings may differ."""
    return next(element.iter(*_EDITED), None) is not None


def _pieces(element: etree._Element, printed: bool) -> list[str]:
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and not (_is_ours(child) if printed else child.tag == TEI + "sic"):
            pieces += _pieces(child, printed)
        pieces.append(child.tail or "")
    return pieces


def _is_ours(element: etree._Element) -> bool:
    """Whether this edition put the words of an element into the text."""
    return element.tag == TEI + "corr" or element.tag == TEI + "supplied" and element.get("resp") == "#rift"


def _listed(forms: list[str]) -> str:
    return ", ".join(dict.fromkeys(forms)) or "none"
