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
from rift.publish.synopsis.passages import Passage, slot
from rift.publish.synopsis.shared import Synopsis
from rift.publish.words import TEI, XML_ID

QUOTATIONS = (f"{TEI}quote", f"{TEI}said")


class Retold:
    """The marks beside the passages of every text. They are made when publishing and stand in no text."""

    def __init__(self, synopsis: Synopsis):
        self.synopsis = synopsis

    def add(self, envelope: Envelope, page: Page) -> None:
        """Add ``page:retold`` (``beside``: xml:id) for every block of ``page`` that is told elsewhere or quoted."""
        told, quoted = self._told_on(page), self._quoted_on(page)
        for xml_id in sorted(told.keys() | quoted.keys()):
            names = {event: self._elsewhere(event, page) for event in told.get(xml_id, ())}
            mark = envelope.add("retold", beside=xml_id, elsewhere=_listed(list(names.values())))
            for event in names:
                envelope.link("event", event_href(event.id), mark, label=event.label, elsewhere=_listed([names[event]]))
            for passage in quoted.get(xml_id, ()):
                envelope.link("quoted", passage.address, mark, label=f"{text_name(passage.file)}, {passage.where}")

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

    def _elsewhere(self, event: Event, page: Page) -> list[str]:
        """Names of the other texts that tell it; of this one, if it tells it in another chapter only."""
        files = {file for teller, file in self._tellers[event].items() if teller is not page}
        others = [file for file in self.synopsis.site.edition.texts if file in files and file is not page.file]
        return [text_name(file) for file in others] or ["another chapter" if page.printed else "another document"]

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


def _listed(names: list[list[str]]) -> str:
    """Each name once, with commas between."""
    return ", ".join(dict.fromkeys(name for some in names for name in some))


def _append(entries: list, entry) -> None:
    if entry not in entries:
        entries.append(entry)


def _beside(passage: Passage) -> str:
    """Address of the block beside which a mark for the passage stands."""
    return slot(passage.element).get(XML_ID, passage.id)
