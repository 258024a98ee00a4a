"""Ids and pointers over the whole edition: what one file alone cannot show."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache

from lxml import etree

from rift.diagnostics import Finding
from rift.validate.document import ADDRESS, Document
from rift.validate.names import TEI, XML_ID, local
from rift.validate.places import place_of, report

SHARED_ID = "rift"
"""The one id that every file has: the ``respStmt`` of this edition."""

_PERSONS = frozenset({"person", "personGrp"})
_TARGETS: dict[str, frozenset[str]] = {
    "who": _PERSONS | {"org"},
    "toWhom": _PERSONS | {"org"},
    "persName/ref": _PERSONS,
    "person/corresp": _PERSONS,
    "personGrp/corresp": _PERSONS,
    "placeName/ref": frozenset({"place"}),
    "country/ref": frozenset({"place"}),
    "where": frozenset({"place"}),
    "orgName/ref": frozenset({"org"}),
    "org/corresp": frozenset({"org"}),
    "title/ref": frozenset({"bibl"}),
    "author/ref": _PERSONS | {"org"},
    "publisher/ref": frozenset({"org"}),
    "correspDesc/corresp": frozenset({"div"}),
    "resp": frozenset({"respStmt"}),
    "ana": frozenset({"category"}),
    "scheme": frozenset({"category", "taxonomy"}),
    "next": frozenset({"said"}),
    "prev": frozenset({"said"}),
}
"""What an attribute (of an element, or of any) may point to; the others may point to anything."""

_POINTING = frozenset({"who", "toWhom", "ref", "target", "corresp", "source", "ana", "next", "prev", "resp", "where", "scheme", "active",
                       "passive", "mutual"})
_MUTUAL = {"next": "prev", "prev": "next"}
_POINTER = re.compile(r"((?:[\w.-]+/)*[\w-]+\.xml)?#([A-Za-z][\w.-]*)")
_IDENTIFIER = re.compile(r"(?:wikidata|viaf|gnd|geonames|hsg-people):[\w-]+")
_ENTRIES = (TEI + "person", TEI + "place", TEI + "org", TEI + "bibl")
_WHOLES = frozenset({"div", "body", "text", "TEI"})


def check_ids(documents: Mapping[str, Document | None], wanted: Document) -> Iterator[Finding]:
    """ID-001: an id of ``wanted`` that stood before, in its file or in one that comes earlier."""
    earlier: dict[str, Document] = {}
    for path, document in documents.items():
        if path == wanted.path:
            break
        if document is not None:
            earlier |= dict.fromkeys(document.ids.keys() & wanted.ids.keys(), document)
    for element, name in wanted.named:
        if wanted.ids[name] is not element:
            yield report("ID-001", wanted, element, id=name, first=place_of(wanted, wanted.ids[name]))
        elif name in earlier and name != SHARED_ID:
            other = earlier[name]
            yield report("ID-001", wanted, element, id=name, first=place_of(other, other.ids[name]))


def check_addresses(document: Document) -> Iterator[Finding]:
    """ID-002, ID-003: an id in a text is no address, or names a line that its raw text doesn't have."""
    if document.source is None:
        return
    texts = [set(text.iter(etree.Element)) for text in document.tree.getroot().iter(TEI + "text")]
    named = [(element, name) for text in texts for element, name in document.named if name and element in text]
    addresses = [ADDRESS.fullmatch(name) for _, name in named]
    sigla = Counter(a[1] for a in addresses if a)
    if not sigla:
        return
    siglum = sigla.most_common(1)[0][0]
    lines = document.source.read_bytes().count(b"\n") + 1
    for (element, name), address in zip(named, addresses, strict=True):
        if address is None or address[1] != siglum:
            yield report("ID-002", document, element, id=name, siglum=siglum)
        elif int(address[2]) > lines:
            yield report("ID-003", document, element, id=name, line=address[2], lines=lines)


def check_pointers(documents: Mapping[str, Document | None], document: Document) -> Iterator[Finding]:
    """PTR-…: a pointer of ``document`` that leads nowhere, or to something of the wrong kind.

    ``documents`` has None for a file that is there and could not be read: pointers to it are not judged.
    A file that isn't there is told once, with the number of pointers that lead to it.
    """
    absent: dict[str, list[etree._Element]] = {}
    nearest: dict[str, str] = {}
    sound: set[tuple[str, str, str]] = set()  # what is right wherever it stands, and need not be judged again
    for element, attribute, pointer in _pointers(document):
        judged = element.tag, attribute, pointer
        if judged in sound:
            continue
        match = _POINTER.fullmatch(pointer)
        if match is None:
            yield from _check_identifier(document, element, pointer)
            continue
        path = resolve(document.path, match[1])
        target = documents.get(path)
        if target is None and path in documents:
            continue
        if target is None:
            absent.setdefault(path, []).append(element)
            continue
        end = target.ids.get(match[2])
        if end is None:
            if pointer not in nearest:
                nearest[pointer] = ", ".join(get_close_matches(match[2], target.ids)) or "none"
            yield report("PTR-002", document, element, attribute=attribute, pointer=pointer, nearest=nearest[pointer])
        elif faults := list(_check_kind(document, element, (attribute, pointer), end)):
            yield from faults
        elif attribute not in _MUTUAL and local(end) not in _WHOLES:
            sound.add(judged)
    for path, elements in absent.items():
        yield report("PTR-001", document, elements[0], count=len(elements), file=path)


def _pointers(document: Document) -> Iterator[tuple[etree._Element, str, str]]:
    """Element, attribute and each single pointer in it."""
    for element in document.tree.getroot().iter(etree.Element):
        for attribute, value in element.items():
            if attribute in _POINTING:
                for pointer in value.split():
                    yield element, attribute, pointer


def _check_identifier(document: Document, element: etree._Element, pointer: str) -> Iterator[Finding]:
    """PTR-006: evidence from a published data set is an identifier that the entry itself has."""
    if _IDENTIFIER.fullmatch(pointer):
        entry = next(element.iterancestors(*_ENTRIES), element)
        known = [f"{idno.get('type')}:{idno.text}" for idno in entry.iterchildren(TEI + "idno")]
        if pointer not in known:
            yield report("PTR-006", document, element, identifier=pointer, known=", ".join(known) or "none")


@cache
def resolve(path: str, file: str | None) -> str:
    """Path of the file that a pointer in the file at ``path`` names; that file itself if it names none."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path


@cache
def _expected(tag: str, attribute: str) -> frozenset[str]:
    """What an attribute of an element may point to; empty: anything."""
    return _TARGETS.get(f"{tag.rpartition('}')[2]}/{attribute}") or _TARGETS.get(attribute) or frozenset()


def _check_kind(document: Document, element: etree._Element, pointing: tuple[str, str], end: etree._Element) -> Iterator[Finding]:
    """PTR-003 to PTR-005: the target exists; is it such as the attribute asks for?"""
    attribute, pointer = pointing
    found = local(end)
    expected = _expected(element.tag, attribute)
    if expected and found not in expected:
        names = ", ".join(sorted(expected))
        yield report("PTR-003", document, element, attribute=attribute, pointer=pointer, found=found, expected=names)
    elif attribute in _MUTUAL:
        if element.get(XML_ID) and end.get(_MUTUAL[attribute]) != f"#{element.get(XML_ID)}":
            yield report("PTR-004", document, element, attribute=attribute, pointer=pointer)
    elif found in _WHOLES and _tells(element):
        yield report("PTR-005", document, element, pointer=pointer, found=found)


def _tells(element: etree._Element) -> bool:
    """Whether an element names a telling of an event: an account, or a passage of a contradiction."""
    return local(element) == "ptr" and element.get("type") == "account" or element.get("type") == "contradiction"
