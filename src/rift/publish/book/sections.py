"""The edition as a book: which sections it has, in which order, and what each is made from.

Title page and introduction, then each text as a part with its chapters or documents, then chronology, indexes,
corrections and rights. A section is a file of an e-book; a printed book is made from the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cached_property

from lxml import etree

from rift.publish.addresses import Addresses
from rift.publish.book.index import index
from rift.publish.corrections import add_corrections
from rift.publish.envelope import Envelope
from rift.publish.files import TeiFile
from rift.publish.labels import page_label, text_name
from rift.publish.metadata.cited import headline
from rift.publish.pages import Page
from rift.publish.register.entities import Entity, Kind
from rift.publish.register.facts import dated, facts, life
from rift.publish.site import Site
from rift.publish.synopsis.events import Event
from rift.publish.synopsis.passages import Passages, name_places
from rift.publish.synopsis.shared import difference, when
from rift.publish.words import TEI, XML_ID, words

DAY = re.compile(r"\d{4}-\d\d-\d\d")
FRONT, BODY, BACK = "frontmatter", "bodymatter", "backmatter"
STATED = {"Office", "Country", "Author"}  # facts of an entry that the index gives beside its name


@dataclass(frozen=True, eq=False)
class Section:
    """A section. ``sheet`` makes it of ``root``; ``level``: 1 for a chapter of the part before it; ``listed`` in the
    table of contents; ``parts``: ids and labels in it that are listed too.
    """

    name: str
    title: str
    sheet: str
    root: etree._Element
    source: TeiFile | None = None
    level: int = 0
    listed: bool = True
    parts: tuple[tuple[str, str], ...] = ()

    @property
    def href(self) -> str:
        return f"{self.name}.xhtml"


class Book:
    """The sections of a book, whose pointers lead from one to another."""

    def __init__(self, site: Site):
        self.site = replace(site, addresses=Addresses(_addresses(site)))
        self.passages = Passages(self.site)

    @cached_property
    def about(self) -> TeiFile | None:
        return self.site.edition.about

    @property
    def title(self) -> str:
        """The full title: the first one of the edition's own text."""
        return self._stated("title") or self.site.title

    @property
    def topic(self) -> str:
        """What the full title says beyond the short one."""
        return self.title.removeprefix(self.site.title).lstrip(": ")

    @property
    def subtitle(self) -> str:
        return self._stated("title[@type='sub']")

    @property
    def publisher(self) -> str:
        path = f"{TEI}teiHeader/{TEI}fileDesc/{TEI}publicationStmt/{TEI}publisher"
        return words(self.about.root.find(path)) if self.about else ""

    @property
    def issued(self) -> str:
        """Day that the edition states as its date; empty if it states none."""
        date = self.about.root.find(f".//{TEI}editionStmt/{TEI}edition/{TEI}date") if self.about else None
        stated = "" if date is None else date.get("when", "")
        return stated if DAY.fullmatch(stated) else ""

    @property
    def subjects(self) -> list[str]:
        """What the book is about, in the words of catalogues."""
        path = f"{TEI}teiHeader/{TEI}profileDesc/{TEI}textClass/{TEI}keywords/{TEI}term"
        return [words(term) for term in self.about.root.iterfind(path)] if self.about else []

    def _stated(self, element: str) -> str:
        path = f"{TEI}teiHeader/{TEI}fileDesc/{TEI}titleStmt/{TEI}{element}"
        return words(self.about.root.find(path)) if self.about else ""

    @cached_property
    def sections(self) -> list[Section]:
        """Every section, in reading order."""
        return [*self._front(), *self._texts(), *self._back()]

    def envelope(self, name: str, kind: str, title: str, matter: str = "") -> Envelope:
        """An envelope of the section ``name``."""
        envelope = Envelope(self.site, f"{name}.xhtml", kind)
        envelope.root.set("title", title)
        envelope.root.set("matter", matter)
        return envelope

    # ---- navigation

    @property
    def contents(self) -> Section:
        """Table of contents, landmarks and list of the printed pages."""
        envelope = self.envelope("nav", "nav", "Contents")
        parent = None
        for section in (section for section in self.sections if section.listed):
            entry = envelope.link("section", section.href, parent if section.level else None, label=section.title)
            parent = parent if section.level else entry
            for xml_id, label in section.parts:
                envelope.link("section", f"{section.href}#{xml_id}", entry, label=label)
        for type_, href, label in self._landmarks():
            envelope.link("landmark", href, label=label, type=type_)
        for page in (page for pages in self.site.pages.values() for page in pages):
            for printed in page.printed:
                address = self.site.addresses.of(page.file.path, printed.id)
                envelope.link("printed", address, n=printed.n.strip("[]"))
        return Section("nav", "Contents", "nav", envelope.root, listed=False)

    def _landmarks(self) -> Iterator[tuple[str, str, str]]:
        yield "cover", "cover.xhtml", "Cover"
        yield "titlepage", "title.xhtml", "Title page"
        yield "toc", "nav.xhtml", "Contents"
        yield "bodymatter", f"{_part(self.site.edition.texts[0])}.xhtml", "Begin reading"
        for section in self.sections:
            if section.sheet == "register":
                yield "index", section.href, section.title
        yield "copyright-page", "imprint.xhtml", "Rights"

    # ---- front

    def _front(self) -> Iterator[Section]:
        title = self.envelope("title", "title", self.title, FRONT)
        for name, value in (("topic", self.topic), ("subtitle", self.subtitle), ("publisher", self.publisher)):
            if value:
                title.root.set(name, value)
        for file in self.site.edition.texts:
            title.add("text", label=file.short_title)
        yield Section("title", "Title page", "title", title.root, listed=False)
        if self.about is not None:
            envelope = self.envelope("introduction", "editorial", "About this edition", FRONT)
            envelope.wrap(self.about, deepcopy(self.about.text))
            heads = tuple((div.get(XML_ID), words(div.find(f"{TEI}head")))
                          for div in self.about.text.iterfind(f"*/{TEI}div[{TEI}head]"))
            yield Section("introduction", "About this edition", "editorial", envelope.root, self.about, parts=heads)

    # ---- texts

    def _texts(self) -> Iterator[Section]:
        for file in self.site.edition.texts:
            envelope = self.envelope(_part(file), "part", file.short_title, BODY)
            envelope.of_text(file)
            if file.withheld is None:
                envelope.link("corrections", f"corrections.xhtml#{file.id}")
            envelope.wrap(file, None)
            name_places(envelope.root, file, self.passages)
            yield Section(_part(file), file.short_title, "part", envelope.root, file)
            pages = self.site.pages[file.id]
            for page in pages:
                yield self._chapter(page, listed=len(pages) > 1)

    def _chapter(self, page: Page, listed: bool) -> Section:
        name, title = _name(page), headline(page_label(page), self.site.entities) if listed else page.file.short_title
        envelope = self.envelope(name, "text", title, BODY)
        envelope.wrap(page.file, page.build())
        return Section(name, title, "text", envelope.root, page.file, 1, listed)

    # ---- back

    def _back(self) -> Iterator[Section]:
        if self.site.events.all:
            envelope = self.envelope("chronology", "chronology", "Chronology", BACK)
            for event in self.site.events.tops:
                self._event(envelope, envelope.root, event)
            yield Section("chronology", "Chronology", "chronology", envelope.root, self.site.edition.events)
        for kind in self.site.entities.kinds:
            yield self._register(kind)
        yield self._corrections()
        envelope = self.envelope("imprint", "imprint", "Rights", BACK)
        for file in self.site.edition.texts:
            entry = envelope.add("text", label=file.short_title)
            if file.header is not None:
                entry.append(deepcopy(file.header))
        if self.about is not None:
            envelope.wrap(self.about, None)
        yield Section("imprint", "Rights", "imprint", envelope.root, self.about)

    def _event(self, envelope: Envelope, parent: etree._Element, event: Event) -> None:
        entry = envelope.add("event", parent, id=event.id, when=when(event), label=event.label, words=event.words)
        for contradiction in event.contradictions:
            envelope.add("contradiction", entry, label=difference(contradiction.kind), words=contradiction.words)
        told: set[tuple[str, str]] = set()
        for passage in self.passages.all_of(tuple(account.target for account in event.accounts)):
            place = text_name(passage.file), passage.where
            if place not in told:
                told.add(place)
                envelope.link("account", passage.address, entry, text=place[0], where=place[1])
        for child in event.children:
            self._event(envelope, entry, child)

    def _corrections(self) -> Section:
        envelope = self.envelope("corrections", "corrections", "Corrections", BACK)
        for file in self.site.edition.texts:
            text = envelope.add("text", id=file.id, label=file.short_title, withheld="yes" if file.withheld else None)
            for page in self.site.pages[file.id]:
                add_corrections(envelope, page, self.passages, text)
        return Section("corrections", "Corrections", "corrections", envelope.root)

    def _register(self, kind: Kind) -> Section:
        envelope = self.envelope(kind.folder, "register", kind.label, BACK)
        for entity in self.site.entities.of_kind(kind.folder):
            entry = envelope.add("entry", id=entity.id, label=entity.listed, dated=life(entity) or dated(entity),
                                 words=_statement(entity))
            for file, places in self._index.get(entity.target, {}).items():
                text = envelope.add("text", entry, label=text_name(file))
                for where, address in places.items():
                    envelope.link("place", address, text, where=where)
        return Section(kind.folder, kind.label, "register", envelope.root, self.site.edition.registers.get(kind.path))

    @cached_property
    def _index(self):
        return index(self.passages)


def _addresses(site: Site) -> dict[tuple[str, str], str]:
    """Where the book shows what the pages of the site show."""
    known = {target: f"{_name(page)}.xhtml#{target[1]}" for target, page in site.shown.items()}
    about, events = site.edition.about, site.edition.events
    if about is not None:
        known |= {(about.path, xml_id): f"introduction.xhtml#{xml_id}" for xml_id in about.elements}
        known |= {(about.path, listed.get(XML_ID)): "corrections.xhtml" for listed in about.root.iter(f"{TEI}divGen")}
    if events is not None:
        known[events.path, "events"] = "chronology.xhtml"
        known |= {(events.path, xml_id): f"chronology.xhtml#{xml_id}" for xml_id in site.events.by_id}
    return known | {entity.target: f"{entity.kind.folder}.xhtml#{entity.id}" for entity in site.entities}


def _part(file: TeiFile) -> str:
    """Name of the section of a text: an id in XML, and none of the book's own sections, whatever the text is called."""
    return f"text-{file.id}"


def _name(page: Page) -> str:
    return f"{_part(page.file)}-{page.id}"


def _statement(entity: Entity) -> str:
    """Offices, country or author of an entry."""
    return "; ".join(dict.fromkeys(fact.words for fact in facts(entity) if fact.label in STATED and fact.words))
