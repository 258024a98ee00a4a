"""Where pointers lead: from a file of the edition and an ``xml:id`` to an address in the site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from lxml import etree

from rift.publish.pages import Page, elements
from rift.publish.words import TEI, XML_ID

POINTERS = ("ref", "target", "source")
SHOWN_OF_SIC = {f"{TEI}pb", f"{TEI}note"}  # in sic, only these are shown by a page of the reading text


@dataclass(frozen=True)
class Addresses:
    """Addresses of every element that a page of the site shows: ``(file, id)`` to ``page.html#id``."""

    known: dict[tuple[str, str], str]

    def of(self, file: str, xml_id: str) -> str | None:
        """Address in the site of an element of ``file`` (``tei/khrushchevites.xml``)."""
        return self.known.get((file, xml_id))

    def of_pointer(self, pointer: str, file: str) -> str | None:
        """Address that the first of the pointers in an attribute of ``file`` leads to; ``None`` if no page shows it."""
        first = pointer.split()[:1]
        return self.of(*landing(first[0], file)) if first else None

    def links(self, tree: etree._Element, file: str, page: str) -> list[tuple[str, str]]:
        """Each pointer in ``tree`` that leads to a page, with its address as seen from ``page``; sorted."""
        pointers = {e.get(name) for e in tree.iter(etree.Element) for name in POINTERS if e.get(name)}
        found = ((pointer, self.of_pointer(pointer, file)) for pointer in sorted(pointers))
        return [(pointer, relative(address, page)) for pointer, address in found if address]


@cache
def landing(pointer: str, file: str) -> tuple[str, str]:
    """File and ``xml:id`` that one pointer in ``file`` names (``register/persons.xml#hoxha``)."""
    path, _, xml_id = pointer.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), path)) if path else file, xml_id


def shown(pages: Iterable[Page]) -> dict[tuple[str, str], Page]:
    """Everything that reading pages show and that has an ``xml:id``, with its page."""
    found = {}
    for page in pages:
        for element in elements(page.content):
            xml_id = element.get(XML_ID)
            if xml_id and _is_shown(element):
                found[page.file.path, xml_id] = page
    return found


def relative(address: str, page: str) -> str:
    """``address`` (from the site's root) as seen from ``page``."""
    path, mark, anchor = address.partition("#")
    if path == page and mark:
        return mark + anchor
    return root_of(page) + address


def root_of(page: str) -> str:
    """The way from a page up to the site's root: ``../`` for each folder."""
    return "../" * page.count("/")


def _is_shown(element) -> bool:
    if element.tag in SHOWN_OF_SIC:
        return True
    return element.tag != f"{TEI}sic" and not any(a.tag == f"{TEI}sic" for a in element.iterancestors())
