"""The site as planned: which pages there are, where each thing is shown, what stands in the menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from rift.publish.addresses import Addresses, landing, shown
from rift.publish.files import EditionFiles, TeiFile
from rift.publish.labels import number
from rift.publish.memory import Memory
from rift.publish.pages import Page, split
from rift.publish.register.entities import Entities
from rift.publish.register.speech import Works
from rift.publish.synopsis.chains import Chains
from rift.publish.synopsis.events import Events
from rift.publish.text.speakers import Speaker, speakers
from rift.publish.words import TEI, words

T = TypeVar("T")
UNTITLED = "The edition"
ABOUT_HREF = "editorial.html"
SEARCH_HREF = "search.html"
EVENTS = "events/"  # folder of everything about events
CHRONOLOGY_HREF = f"{EVENTS}index.html"
GLOSSARY_HREF = "glossary.html"


@dataclass(frozen=True, eq=False)
class Site:
    """What all pages share. ``pages`` are the reading pages of each text, by its id; ``shown``: what of the texts has an
    address, with its page; ``formats`` what is built; ``base_url``: where the site will stand, ends with a slash; empty if
    that is not known; ``memory``: what the last build found out.
    """

    edition: EditionFiles
    pages: dict[str, list[Page]]
    shown: dict[tuple[str, str], Page]
    addresses: Addresses
    formats: frozenset[str]
    base_url: str = ""
    memory: Memory = field(default_factory=Memory)

    @cached_property
    def events(self) -> Events:
        return Events(self.edition.events)

    @cached_property
    def entities(self) -> Entities:
        return Entities(self.edition.registers)

    @cached_property
    def chains(self) -> Chains:
        return Chains(self.edition)

    @cached_property
    def works(self) -> Works:
        return Works(self.entities)

    def page_with(self, target: tuple[str, str]) -> Page | None:
        """The reading page that shows an element: its file, its ``xml:id``."""
        return self.shown.get(target)

    def once(self, make: Callable[[Site], T]) -> T:
        """What ``make`` finds out about the site, the same for all who ask: the passages of the texts are read only once."""
        if make not in self._made:
            self._made[make] = make(self)
        return self._made[make]

    @cached_property
    def _made(self) -> dict:
        return {}

    def speakers(self, file: TeiFile) -> list[Speaker]:
        """Everybody who speaks in a text."""
        if file not in self._speakers:
            self._speakers[file] = speakers(file, self.entities, self.works)
        return self._speakers[file]

    @cached_property
    def _speakers(self) -> dict[TeiFile, list[Speaker]]:
        return {}

    def named(self, pointers: str, file: str) -> str:
        """Standard names of the register entries that pointers in ``file`` lead to, with commas between."""
        entities = (self.entities.of(landing(pointer, file)) for pointer in pointers.split())
        return ", ".join(entity.name for entity in entities if entity is not None)

    def side(self, who: str, file: str) -> str:
        """Side (``soviet``) of those to whom ``@who`` in ``file`` points; empty if unknown or not the same for all."""
        entities = (self.entities.of(landing(pointer, file)) for pointer in who.split())
        sides = {"" if entity is None else entity.side for entity in entities}
        return sides.pop() if len(sides) == 1 else ""

    @cached_property
    def title(self) -> str:
        return self.edition.about.short_title if self.edition.about else UNTITLED

    @cached_property
    def version(self) -> str:
        """Version that ``tei/edition.xml`` states (``edition/@n``)."""
        stated = self._stated
        return "" if stated is None else stated.get("n", "")

    @cached_property
    def date(self) -> str:
        """Date that ``tei/edition.xml`` states, in its own words."""
        return "" if self._stated is None else words(self._stated.find(f".//{TEI}date"))

    @cached_property
    def notice(self) -> str:
        """What a public edition says of itself; empty if the words of every text are there."""
        texts = self.edition.texts
        withheld = sum(file.withheld is not None for file in texts)
        return f"In this public edition the words of {number(withheld)} of {number(len(texts))} texts are withheld." if withheld else ""

    @property
    def summary(self) -> str:
        """What the edition is in its own words, after what a public one says of itself."""
        return " ".join(filter(None, (self.notice, self.edition.about.summary if self.edition.about else "")))

    @cached_property
    def menu(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Label and address of each entry of the site's menu, and the folders and pages that belong to it."""
        about = [("About", ABOUT_HREF, ())] if self.edition.about else []
        events = [("Events", CHRONOLOGY_HREF, (EVENTS.rstrip("/"),))] if self.events.all else []
        registers = (*(kind.folder for kind in self.entities.kinds), GLOSSARY_HREF)
        names = [("Names", kind.href, registers) for kind in self.entities.kinds[:1]]
        search = [("Search", SEARCH_HREF, ())] if "search" in self.formats else []
        return [("Texts", "index.html", tuple(self.pages)), *events, *names, *search, *about]

    @property
    def _stated(self):
        about = self.edition.about
        return None if about is None else about.root.find(f".//{TEI}editionStmt/{TEI}edition")


def plan(edition: EditionFiles, formats: set[str], base_url: str = "", memory: Memory | None = None) -> Site:
    """Split every text into pages and find out what is shown where."""
    pages = {file.id: split(file) for file in edition.texts}
    texts = shown(page for text in pages.values() for page in text)
    known = {target: f"{page.href}#{target[1]}" for target, page in texts.items()}
    if edition.about is not None:
        known |= {(edition.about.path, xml_id): f"{ABOUT_HREF}#{xml_id}" for xml_id in edition.about.elements}
    site = Site(edition, pages, texts, Addresses(known), frozenset(formats), base_url, memory or Memory())
    if site.events.all:
        known[edition.events.path, "events"] = CHRONOLOGY_HREF
        known |= {(edition.events.path, xml_id): event_href(xml_id) for xml_id in site.events.by_id}
    known |= site.entities.addresses
    return site


def event_href(xml_id: str) -> str:
    """Address of the page of an event."""
    return f"{EVENTS}{xml_id}.html"
