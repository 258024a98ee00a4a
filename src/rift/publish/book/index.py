"""Where the texts name the entries of the registers, as the index of a book says it: by page, turn or paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from rift.publish.addresses import landing
from rift.publish.files import TeiFile
from rift.publish.pages import elements
from rift.publish.synopsis.events import Target
from rift.publish.synopsis.passages import Passages, slot
from rift.publish.words import TEI, XML_ID, is_mark

NAMES = {f"{TEI}{name}" for name in ("persName", "placeName", "orgName", "title")}
Place = tuple[str, str]  # page, turn or paragraph in words, and its address
Index = dict[Target, dict[TeiFile, dict[str, str]]]  # entry, text, then place to address


def index(passages: Passages) -> Index:
    """The places of each entry, text by text, each place once and in the order of the text."""
    found: Index = {}
    for file in passages.site.edition.texts:
        for target, (where, address) in _named(file, passages):
            found.setdefault(target, {}).setdefault(file, {}).setdefault(where, address)
    return found


def _named(file: TeiFile, passages: Passages) -> Iterator[tuple[Target, Place]]:
    """Each pointer of a name, with the place it stands at: the printed page if the text has any."""
    printed: Place | None = None
    for page in passages.site.pages[file.id]:
        for element in elements(page.content):
            if element.tag == f"{TEI}pb" and not any(map(is_mark, element.iterancestors())):
                printed = _printed(file, element, passages) or printed
            elif element.tag in NAMES and element.get("ref"):
                place = printed or _passage(file, element, passages)
                for pointer in element.get("ref").split() if place else ():
                    yield landing(pointer, file.path), place


def _printed(file: TeiFile, pb, passages: Passages) -> Place | None:
    address = passages.site.addresses.of(file.path, pb.get(XML_ID, ""))
    return (pb.get("n", "").strip("[]"), address) if address else None


def _passage(file: TeiFile, element, passages: Passages) -> Place | None:
    passage = passages.of((file.path, slot(element).get(XML_ID, "")))
    return (passage.where, passage.address) if passage else None
