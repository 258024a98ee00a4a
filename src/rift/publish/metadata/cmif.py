"""The letters and diplomatic notes of the texts in the Correspondence Metadata Interchange Format, for indexes of letters.

``transforms/metadata/cmif.xsl`` writes the file. Senders, addressees and places are named by the identifiers of published
data sets where the registers have them, else by their page on the site.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from uuid import NAMESPACE_URL, uuid5

from rift.publish.addresses import landing
from rift.publish.envelope import Envelope
from rift.publish.files import TeiFile
from rift.publish.metadata.cited import full_title, issue_of
from rift.publish.product import Product, digest
from rift.publish.register.entities import Entity
from rift.publish.register.facts import identifiers
from rift.publish.site import Site
from rift.publish.stylesheets import Stylesheets
from rift.publish.words import TEI

CMIF_PATH = "cmif.xml"
SHEET = "metadata/cmif.xsl"
PREFERRED = ("VIAF", "GND", "GeoNames", "Wikidata")  # as such indexes ask for them


def cmif_products(site: Site, sheets: Stylesheets, made_from: str) -> Iterator[Product]:
    """The one file of all letters and notes; nothing if the texts have none."""
    envelope = cmif_envelope(site)
    if len(envelope.root.findall("{*}letter")):
        depends = digest(made_from, SHEET, envelope.to_bytes())
        yield Product((CMIF_PATH,), depends, lambda: (sheets.apply(SHEET, envelope.root, None),))


def cmif_envelope(site: Site) -> Envelope:
    """Every ``correspDesc`` of the headers in ``page:letter``, and where their pointers lead in ``page:link``."""
    envelope, issue = Envelope(site, CMIF_PATH, "cmif"), issue_of(site)
    home = f"{site.base_url}index.html"
    for name, value in (("full-title", issue.title), ("publisher", issue.publisher), ("issued", issue.date), ("home", home),
                        ("uuid", f"uuid-{uuid5(NAMESPACE_URL, home + issue.title)}")):
        envelope.root.set(name, value)
    pointers: dict[str, str] = {}
    for file in site.edition.texts:
        for letter in file.header.iter(f"{TEI}correspDesc") if file.header is not None else ():
            address = site.addresses.of_pointer(letter.get("corresp", ""), file.path)
            if address:
                element = envelope.add("letter", href=site.base_url + address, key=address.rpartition("#")[2], title=full_title(file))
                element.append(deepcopy(letter))
                pointers |= _authorities(site, file, letter)
    for target, href in sorted(pointers.items()):
        envelope.add("link", target=target, href=href)
    return envelope


def _authorities(site: Site, file: TeiFile, letter) -> dict[str, str]:
    """Each pointer of a ``correspDesc`` to a register, with the address that identifies whom or what it names."""
    pointers = {element.get("ref") for element in letter.iter() if element.get("ref")}
    entities = {pointer: site.entities.of(landing(pointer, file.path)) for pointer in pointers}
    return {pointer: _authority(site, entity) for pointer, entity in entities.items() if entity is not None}


def _authority(site: Site, entity: Entity) -> str:
    known = {found.scheme: found.href for found in identifiers(entity) if found.href}
    return next((known[scheme] for scheme in PREFERRED if scheme in known), site.base_url + entity.href)
