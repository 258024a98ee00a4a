"""Beside a passage of a text: where the same event is told too, and where the passage is quoted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from rift.publish.addresses import landing
from rift.publish.envelope import Envelope
from rift.publish.files import TeiFile
from rift.publish.labels import text_name
from rift.publish.pages import Page, named
from rift.publish.site import event_href
from rift.publish.synopsis.events import Event, Target
from rift.publish.synopsis.passages import Passage, place_label, slot
from rift.publish.synopsis.shared import Synopsis
from rift.publish.words import TEI, XML_ID

QUOTATIONS = (f"{TEI}quote", f"{TEI}said")


class Retold:
    """The marks beside the passages of every text. They are made when publishing and stand in no text."""

    def __init__(self, synopsis: Synopsis):
        self.synopsis = synopsis

    def add(self, envelope: Envelope, page: Page) -> None:
        """Add ``page:retold`` for every block of ``page`` that is told elsewhere or quoted, in their order."""
        told, quoted = self._told_on(page), self._quoted_on(page)
        for target, block in self.synopsis.passages.on(page).items():
            events, quoting = told.get(target[1], []), quoted.get(target[1], [])
            if not events and not quoting:
                continue
            elsewhere = self._elsewhere(events, page) if events else dict.fromkeys(text_name(p.file) for p in quoting)
            mark = envelope.add("retold", beside=block.id, where=block.where, elsewhere=", ".join(elsewhere))
            for event in events:
                link = envelope.link("event", event_href(event.id), mark, label=event.label)
                for passage in self._tellings(event, page):
                    envelope.link("telling", passage.address, link, label=place_label(passage))
            for passage in quoting:
                envelope.link("quoted", passage.address, mark, label=place_label(passage))

    def _told_on(self, page: Page) -> dict[str, list[Event]]:
        """By block: the events that it tells and another text, chapter or document tells too."""
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self._of_page.get(page, ()):
            if len(self._tellers[event]) > 1:
                for passage in self.synopsis.passages.all_of(tuple(account.target for account in event.accounts)):
                    if passage.page is page:
                        _append(found[_beside(passage)], event)
        return found

    @cached_property
    def _tellers(self) -> dict[Event, dict[Page, TeiFile]]:
        """Pages that tell each event, with their texts."""
        site = self.synopsis.site
        accounts = {event: (site.page_with(account.target) for account in event.accounts) for event in site.events.all}
        return {event: {page: page.file for page in pages if page is not None} for event, pages in accounts.items()}

    @cached_property
    def _of_page(self) -> dict[Page, list[Event]]:
        """Events that each page tells."""
        found: dict[Page, list[Event]] = defaultdict(list)
        for event, pages in self._tellers.items():
            for page in pages:
                found[page].append(event)
        return found

    def _elsewhere(self, events: list[Event], page: Page) -> list[str]:
        """Names of the other texts that tell them; of this one, if it tells one in another chapter only."""
        tellers = [{file for teller, file in self._tellers[event].items() if teller is not page} for event in events]
        names = [text_name(file) for file in self.synopsis.site.edition.texts if file is not page.file and any(file in files for files in tellers)]
        if {page.file} in tellers:
            names.append("another chapter" if page.printed else "another document")
        return names

    def _tellings(self, event: Event, page: Page) -> list[Passage]:
        """Where each other page begins to tell it."""
        passages = self.synopsis.passages.all_of(tuple(account.target for account in event.accounts))
        first: dict[Page, Passage] = {}
        for passage in sorted(passages, key=lambda passage: passage.order):
            first.setdefault(passage.page, passage)
        return [passage for teller, passage in first.items() if teller is not page]

    def _quoted_on(self, page: Page) -> dict[str, list[Passage]]:
        """By block: the quotations that are taken from it."""
        found: dict[str, list[Passage]] = defaultdict(list)
        passages = self.synopsis.passages
        for quoting, targets in self._quoting.get(page, ()):
            for quoted in passages.all_of(targets) if (passage := passages.of(quoting)) else ():
                if quoted.page is page:
                    _append(found[_beside(quoted)], passage)
        return found

    @cached_property
    def _quoting(self) -> dict[Page, list[tuple[Target, tuple[Target, ...]]]]:
        """The quotations that are taken from each page, with what they quote."""
        site = self.synopsis.site
        found: dict[Page, list[tuple[Target, tuple[Target, ...]]]] = defaultdict(list)
        for page in (page for pages in site.pages.values() for page in pages):
            for quoting, targets in quotations(page):
                for quoted in dict.fromkeys(map(site.page_with, targets)):
                    if quoted is not None:
                        found[quoted].append((quoting, targets))
        return found


def quotations(page: Page) -> Iterator[tuple[Target, tuple[Target, ...]]]:
    """The quotations on a reading page that say what they quote: each with its sources."""
    for quotation in named(page.content, *QUOTATIONS):
        if quotation.get("source") and quotation.get(XML_ID):
            targets = tuple(landing(pointer, page.file.path) for pointer in quotation.get("source").split())
            yield (page.file.path, quotation.get(XML_ID)), targets


def _append(entries: list, entry) -> None:
    if entry not in entries:
        entries.append(entry)


def _beside(passage: Passage) -> str:
    """Address of the block beside which a mark for the passage stands."""
    return slot(passage.element).get(XML_ID, passage.id)
