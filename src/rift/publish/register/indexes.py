"""An index of each register, and the glossary of foreign words.

``transforms/html/register.xsl`` and ``glossary.xsl`` say what they read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from lxml import etree

from rift.publish.dependence import Dependence
from rift.publish.envelope import Envelope, contents_href
from rift.publish.metadata.head import describe_page
from rift.publish.product import Product, digest
from rift.publish.register.downloads import NOTES
from rift.publish.register.entities import UNNAMED, Entity, Kind
from rift.publish.register.entries import Register
from rift.publish.register.facts import authors, dated, editions, life, start
from rift.publish.register.pages import link_entities
from rift.publish.site import GLOSSARY_HREF
from rift.publish.stylesheets import Stylesheets
from rift.publish.words import TEI, words

GLOSSARY = "Foreign words"


def index_products(register: Register, sheets: Stylesheets, depends: Dependence) -> Iterator[Product]:
    """Every index, built only if something that it depends on has changed."""
    counted = digest(depends.counted, "glossary" if depends.terms else "")
    pages = [(kind.href, "html/register.xsl", counted, partial(_index, register, kind)) for kind in register.entities.kinds]
    if depends.terms:
        pages.append((GLOSSARY_HREF, "html/glossary.xsl", depends.terms, partial(_glossary, register)))
    for href, sheet, shown, build in pages:
        yield Product((href,), digest(sheet, href, shown), lambda sheet=sheet, build=build: (sheets.apply(sheet, build().root, None),))


def _index(register: Register, kind: Kind) -> Envelope:
    page = _page(register, "register", (kind.label, kind.href))
    page.root.set("of", kind.folder)
    _downloads(page, (kind.folder, "mentions", "speech"))
    group_of = _type if kind.folder == "works" else _letter
    groups: dict[str, list[Entity]] = {}
    for entity in register.entities.by_kind[kind]:
        groups.setdefault(group_of(entity), []).append(entity)
    for name in sorted(groups, key=lambda name: (name == UNNAMED, name)):
        group = page.add("group", label=name, id=_group_id(name))
        for entity in groups[name]:
            _row(page, register, (group, entity))
    return page


def _row(page: Envelope, register: Register, where: tuple[etree._Element, Entity]) -> None:
    group, entity = where
    is_person = entity.kind.folder == "people"
    values = {
        "label": entity.listed, "side": entity.side, "type": entity.type, "life": life(entity), "date": dated(entity),
        "start": start(entity), "country": words(entity.element.find(f"{TEI}country")),
        "mentions": str(len(register.in_texts(entity))), "said": str(len(register.utterances(entity))) if is_person else None,
        "held": "yes" if editions(entity) else None,
    }
    row = page.link("row", entity.href, group, **values)
    link_entities(page, register, ("author", row), authors(entity))
    for file, count in register.texts(entity):
        page.add("in", row, siglum=register.sigla[file.id], count=str(count))


def _glossary(register: Register) -> Envelope:
    page = _page(register, "glossary", (GLOSSARY, GLOSSARY_HREF))
    _downloads(page, ("glossary",))
    for language, terms in groupby(register.glossary, lambda term: term.language):
        group = page.add("group", label=language, id=_group_id(language))
        for term in terms:
            element = page.add("term", group, id=term.id, words=term.words, lang=term.code, kind=term.kind, means=term.means)
            for found in filter(None, (register.passage(place.target) for place in term.places)):
                page.link("evidence", found.address, element, siglum=found.siglum, where=found.where, text=found.text)
    return page


def _page(register: Register, kind: str, entry: tuple[str, str]) -> Envelope:
    """An index with its title, the way to the others, and the texts with their sigla."""
    title, href = entry
    page = Envelope(register.site, href, kind)
    describe_page(page, register.site, title)
    tabs = [(kind.label, kind.href) for kind in register.entities.kinds]
    tabs += [(GLOSSARY, GLOSSARY_HREF)] if register.glossary else []
    for label, address in tabs:
        page.link("tab", address, label=label, here="page" if address == href else None)
    for file in register.site.edition.texts:
        page.link("witness", contents_href(file), siglum=register.sigla[file.id], label=file.short_title)
    return page


def _downloads(page: Envelope, names: tuple[str, ...]) -> None:
    for path, note in NOTES.items():
        file = path.rpartition("/")[2]
        if file.partition(".")[0] in names:
            page.link("download", path, label=file, note=note)


def _group_id(name: str) -> str:
    return "g-" + "".join(c for c in name.lower() if c.isalnum())


def _letter(entity: Entity) -> str:
    return entity.letter


def _type(entity: Entity) -> str:
    return entity.type.capitalize()
