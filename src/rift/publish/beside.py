"""What stands round the text of a reading page: who is named in it, what comes before and after it in time, its printed
pages, other forms of the text.

``transforms/html/beside.xsl`` says what it reads.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from rift.publish.addresses import landing
from rift.publish.envelope import Envelope, contents_href
from rift.publish.forms import forms
from rift.publish.labels import day, page_label, stated_on
from rift.publish.pages import Page, named
from rift.publish.register.entities import Entity
from rift.publish.site import Site
from rift.publish.words import TEI

MONTH = len("1957-04")  # more of the middle date of what a page tells would be too exact
ENOUGH = 3  # dated events that give a page its place in time


class Beside:
    """Adds to reading pages what only the whole edition knows."""

    def __init__(self, site: Site):
        self.site = site

    def add(self, envelope: Envelope, page: Page) -> None:
        """Add ``page:person``, ``page:earlier``, ``page:later``, ``page:goto`` and ``page:form``."""
        self._people(envelope, page)
        self._neighbours(envelope, page)
        self._goto(envelope, page)
        for form in forms(self.site, page.file):
            envelope.link("form", form.path, label=form.label, note=form.note)

    @cached_property
    def in_time(self) -> list[tuple[str, Page]]:
        """Every page that has a place in time, with its date (ISO), in that order."""
        told = _told(self.site)
        pages = [page for pages in self.site.pages.values() for page in pages if not _is_preface(page)]
        dated = [(stated_on(page) or told.get(page.href, ""), page) for page in pages]
        return sorted((found for found in dated if found[0]), key=lambda found: found[0])

    def _people(self, envelope: Envelope, page: Page) -> None:
        pointers = Counter(p for e in named(page.content, f"{TEI}persName") for p in e.get("ref", "").split())
        counts: Counter[Entity] = Counter()
        for pointer, count in pointers.items():
            entity = self.site.entities.of(landing(pointer, page.file.path))
            if entity is not None and not entity.is_unnamed:
                counts[entity] += count
        for entity in sorted(counts, key=lambda entity: entity.sorted_by):
            envelope.link("person", entity.href, label=entity.listed, count=str(counts[entity]))

    def _neighbours(self, envelope: Envelope, page: Page) -> None:
        """The pages that come before and after in time, with their text where it is another; not if they are the
        previous and the next one."""
        pages = [other for _, other in self.in_time]
        if page not in pages:
            return
        around = _around(pages, page)
        if around == _around(self.site.pages[page.file.id], page):
            return
        dates = {other: when for when, other in self.in_time}
        for name, other in zip(("earlier", "later"), around, strict=True):
            if other is not None:
                when = dates[other]
                text = other.file.short_title if len(self.site.pages[other.file.id]) > 1 else ""
                label = other.file.short_title if not text else page_label(other)
                told = "" if stated_on(other) else "events of "
                envelope.link(name, other.href, label=label, text=text, when=told + day(when[:MONTH] if told else when))

    def _goto(self, envelope: Envelope, page: Page) -> None:
        """The printed pages of each reading page of the text."""
        siblings = self.site.pages[page.file.id]
        if not any(sibling.printed for sibling in siblings):
            return
        goto = envelope.link("goto", f"{contents_href(page.file)}#pages")
        for sibling in siblings:
            numbers = [n.strip("[]") for n in (sibling.opening, *(printed.n for printed in sibling.printed)) if n]
            if numbers:
                envelope.link("range", sibling.href, goto, first=numbers[0], last=numbers[-1])


def _around(pages: list[Page], page: Page) -> tuple[Page | None, Page | None]:
    """The page before and the page after."""
    at = pages.index(page)
    return pages[at - 1] if at else None, next(iter(pages[at + 1:]), None)


def _is_preface(page: Page) -> bool:
    """Whether the page is about the whole text, and so not in its time."""
    return any(e.get("type") == "preface" for e in named(page.content, f"{TEI}div"))


def _told(site: Site) -> dict[str, str]:
    """By address of a page, the middle one of the dates of the events that it tells, if they are ``ENOUGH``."""
    dates: dict[str, list[str]] = {}
    for target, events in site.events.by_account.items():
        address = site.addresses.of(*target)
        if address:
            dates.setdefault(address.partition("#")[0], []).extend(event.start for event in events if event.start)
    return {href: sorted(found)[(len(found) - 1) // 2] for href, found in dates.items() if len(found) >= ENOUGH}
