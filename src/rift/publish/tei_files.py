"""The TEI of the edition for download, as its pages show it: a public edition leaves out the words that it withholds."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from rift.publish.files import TeiFile
from rift.publish.product import Product, digest
from rift.publish.site import Site
from rift.publish.stylesheets import Stylesheets


def tei_products(site: Site, sheets: Stylesheets, made_from: str) -> Iterator[Product]:
    """Texts, registers, events and the edition's own text under their own paths, so that pointers between them lead on."""
    edition = site.edition
    known = (*edition.texts, *edition.registers.values(), edition.events, edition.about)
    for file in (file for file in known if file is not None):
        yield Product((file.path,), digest(made_from, file.path, file.digest), lambda file=file: (tei_bytes(file),))


def tei_bytes(file: TeiFile) -> bytes:
    """The file as XML."""
    return etree.tostring(file.root.getroottree(), xml_declaration=True, encoding="UTF-8") + b"\n"
