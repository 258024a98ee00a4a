"""What stands round the text of a reading page: who is named in it, what comes before and after it in time, its printed
pages, other forms of the text.

``transforms/html/beside.xsl`` says what it reads.
"""

from __future__ import annotations

from collections import Counter
from statistics import median_low

from rift.publish.addresses import landing
from rift.publish.envelope import Envelope, contents_href
from rift.publish.forms import forms
from rift.publish.labels import day, page_label, sent_on
from rift.publish.pages import Page, elements
from rift.publish.site import Site
from rift.publish.words import TEI, XML_ID

SPEECH = "speech"


class Beside:
    """Adds to reading pages what only the whole edition knows."""

    def __init__(self, site: Site):
        self.site = site
        self.in_time = _in_time(site)

    def add(self, envelope: Envelope, page: Page) -> None:
        """Add ``page:person``, ``page:earlier``, ``page:later``, ``page:goto`` and ``page:form``."""
        self._people(envelope, page)
        self._neighbours(envelope, page)
        self._goto(envelope, page)
        for form in forms(self.site, page.file):
            envelope.link("form", form.path, label=form.label, note=form.note)

    def _people(self, envelope: Envelope, page: Page) -> None:
        named = (e.get("ref", "").split() for e in elements(page.content) if e.tag == f"{TEI}persName")
        counts = Counter(landing(pointer, page.file.path) for pointers in named for pointer in pointers)
        for entity in self.site.entities:
            if counts[entity.target] and not entity.is_unnamed:
                envelope.link("person", entity.href, label=entity.listed, count=str(counts[entity.target]))

    def _neighbours(self, envelope: Envelope, page: Page) -> None:
        """The pages that come before and after in time, with their text where it is another."""
        pages = [other for _, other in self.in_time]
        if page not in pages:
            return
        at = pages.index(page)
        for name, near in (("earlier", self.in_time[at - 1:at] if at else []), ("later", self.in_time[at + 1:at + 2])):
            for when, other in near:
                text = other.file.short_title if len(self.site.pages[other.file.id]) > 1 else ""
                label = other.file.short_title if not text else page_label(other)
                envelope.link(name, other.href, label=label, text=text, when=day(when) if _stated(other) else None)

    def _goto(self, envelope: Envelope, page: Page) -> None:
        """The printed pages of each reading page of the text."""
        siblings = self.site.pages[page.file.id]
        if not any(sibling.printed for sibling in siblings):
            return
        goto = envelope.link("goto", f"{contents_href(page.file)}#pages")
        for sibling in siblings:
            numbers = [n.strip("[]") for n in (sibling.opening, *(printed.n for printed in sibling.printed)) if n]
            envelope.link("range", sibling.href, goto, first=numbers[0], last=numbers[-1])


def _in_time(site: Site) -> list[tuple[str, Page]]:
    """Every page that has a place in time, with its date (ISO), in that order."""
    dated = [(_stated(page) or _told(site, page), page) for pages in site.pages.values() for page in pages]
    return sorted((found for found in dated if found[0]), key=lambda found: found[0])


def _stated(page: Page) -> str:
    """Date that the header gives the page: when it was sent, or when what it records happened; else empty."""
    header, sent = page.file.header, sent_on(page.file, page.id)
    if sent or header is None or not _is_record(page):
        return sent
    date = header.find(f".//{TEI}setting/{TEI}date")
    return "" if date is None else date.get("when", "")


def _is_record(page: Page) -> bool:
    """Whether the page is the record of speech that the header's setting is about."""
    return any(e.tag == f"{TEI}sp" or (e.tag == f"{TEI}div" and e.get("type") == SPEECH) for e in elements(page.content))


def _told(site: Site, page: Page) -> str:
    """The middle one of the dates of the events that the page tells; empty if it tells none that has one."""
    ids = {e.get(XML_ID) for e in elements(page.content)}
    told = (event for target, events in site.events.by_account.items() if target[0] == page.file.path and target[1] in ids
            for event in events)
    dates = sorted(event.start for event in told if event.start)
    return median_low(dates) if dates else ""
