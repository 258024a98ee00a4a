"""What the statements of the registers rest on: a passage that is cited must name whom or what it is cited for.

A printed form must stand in each passage that it points to. For any other statement a passage must hold one of the forms of
the entry, or of an entry that the statement names (an author, both ends of a relation). Dates, notes and relations often
rest on several passages read together: there, one of them must.

Limits: that a passage says what the statement says is for people to judge.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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


def check_evidence(documents: Documents, document: Document) -> Iterator[Finding]:
    """EVD-001 at each statement of a register whose evidence does not name its entry. Pointers that lead nowhere are not judged."""
    if not document.path.startswith("tei/register/"):
        return
    texts: dict[str, str] = {}
    for element in document.tree.getroot().iter(etree.Element):
        pointers = [p for p in element.get("source", "").split() if "#" in p]
        entry = next((e for e in upward(element) if e.tag in _ENTRIES and e.get(XML_ID)), element)
        if not pointers or entry is element and element.tag != TEI + "relation":
            continue
        forms = [_plain(element)] if element.tag in _NAMES and element.get("type") else _forms(documents, document, entry, element)
        passages = [(p, _passage(documents, document, p, texts)) for p in pointers]
        failing = [p for p, text in passages if text is not None and not any(form in text for form in forms)]
        if failing and (element.tag not in _TOGETHER or len(failing) == len(pointers)):
            yield report("EVD-001", document, element, statement=local(element), pointer=failing[0], forms=_listed(forms))


def _forms(documents: Documents, document: Document, entry: etree._Element, statement: etree._Element) -> list[str]:
    """Names of the entry, and of those that the statement names."""
    named = [p for attribute in _NAMING for p in statement.get(attribute, "").split()]
    entries = [entry, *(e for e in (_element(documents, document, p) for p in named) if e is not None)]
    return [form for e in entries for name in e.iterchildren(*_NAMES) if not (form := _plain(name)).startswith("(")]


def _element(documents: Documents, document: Document, pointer: str) -> etree._Element | None:
    file, _, xml_id = pointer.partition("#")
    target = documents.get(resolve(document.path, file))
    return None if target is None else target.ids.get(xml_id)


def _passage(documents: Documents, document: Document, pointer: str, texts: dict[str, str]) -> str | None:
    """Both readings of what a pointer leads to, without regard to capitals; ``None`` if it leads nowhere."""
    if pointer not in texts:
        element = _element(documents, document, pointer)
        if element is None:
            return None
        readings = (True, False) if _is_edited(element) else (False,)
        texts[pointer] = "\n".join(_plain(element, printed) for printed in readings)
    return texts[pointer]


def _plain(element: etree._Element, printed: bool = False) -> str:
    """Words of an element without regard to capitals and white space: as this edition reads them, or as they are printed."""
    words = "".join(_pieces(element, printed)) if _is_edited(element) else _STRING(element)
    return " ".join(words.split()).casefold()


def _is_edited(element: etree._Element) -> bool:
    """Whether the two readings may differ."""
    return next(element.iter(*_EDITED), None) is not None


def _pieces(element: etree._Element, printed: bool) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and not (_is_ours(child) if printed else child.tag == TEI + "sic"):
            yield from _pieces(child, printed)
        yield child.tail or ""


def _is_ours(element: etree._Element) -> bool:
    """Whether this edition put the words of an element into the text."""
    return element.tag == TEI + "corr" or element.tag == TEI + "supplied" and element.get("resp") == "#rift"


def _listed(forms: list[str]) -> str:
    return ", ".join(dict.fromkeys(forms)) or "none"
