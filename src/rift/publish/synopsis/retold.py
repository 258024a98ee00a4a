"""Beside a passage of a text: where the same event is told too, and where the passage is quoted."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from rift.publish.addresses import landing
from rift.publish.envelope import Envelope
from rift.publish.files import TeiFile
from rift.publish.labels import text_name
from rift.publish.pages import Page
from rift.publish.site import event_href
from rift.publish.synopsis.events import Event
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
        told, quoted = self._events.get(page.href, {}), self._quoting.get(page.href, {})
        for xml_id in sorted(told.keys() | quoted.keys()):
            names = {event: self._elsewhere(event, page) for event in told.get(xml_id, ())}
            mark = envelope.add("retold", beside=xml_id, elsewhere=_listed(list(names.values())))
            for event in names:
                envelope.link("event", event_href(event.id), mark, label=event.label, elsewhere=_listed([names[event]]))
            for passage in quoted.get(xml_id, ()):
                envelope.link("quoted", passage.address, mark, label=f"{text_name(passage.file)}, {passage.where}")

    @cached_property
    def _events(self) -> dict[str, dict[str, list[Event]]]:
        """By page and block: the events that the block tells and another text, chapter or document tells too."""
        found: dict[str, dict[str, list[Event]]] = defaultdict(lambda: defaultdict(list))
        for event in self.synopsis.events.all:
            passages = self._accounts(event)
            if len({passage.page.href for passage in passages}) > 1:
                for passage in passages:
                    _append(found[passage.page.href][_beside(passage)], event)
        return found

    def _accounts(self, event: Event) -> list[Passage]:
        return self.synopsis.passages.all_of(tuple(account.target for account in event.accounts))

    @cached_property
    def _tellers(self) -> dict[Event, dict[Page, TeiFile]]:
        """Pages that tell each event, with their texts."""
        return {event: {p.page: p.file for p in self._accounts(event)} for event in self.synopsis.events.all}

    def _elsewhere(self, event: Event, page: Page) -> list[str]:
        """Names of the other texts that tell it; of this one, if it tells it in another chapter only."""
        files = {file for teller, file in self._tellers[event].items() if teller is not page}
        others = [file for file in self.synopsis.site.edition.texts if file in files and file is not page.file]
        return [text_name(file) for file in others] or ["another chapter" if page.printed else "another document"]

    @cached_property
    def _quoting(self) -> dict[str, dict[str, list[Passage]]]:
        """By page and block: the quotations that are taken from the block."""
        found: dict[str, dict[str, list[Passage]]] = defaultdict(lambda: defaultdict(list))
        passages = self.synopsis.passages
        for file in self.synopsis.site.edition.texts:
            for quotation in [] if file.text is None else file.text.iter(QUOTATIONS):
                quoting = passages.of((file.path, quotation.get(XML_ID, "")))
                targets = tuple(landing(pointer, file.path) for pointer in quotation.get("source", "").split())
                for quoted in passages.all_of(targets) if quoting else ():
                    _append(found[quoted.page.href][_beside(quoted)], quoting)
        return found


def _listed(names: list[list[str]]) -> str:
    """Each name once, with commas between."""
    return ", ".join(dict.fromkeys(name for some in names for name in some))


def _append(entries: list, entry) -> None:
    if entry not in entries:
        entries.append(entry)


def _beside(passage: Passage) -> str:
    """Address of the block beside which a mark for the passage stands."""
    return slot(passage.element).get(XML_ID, passage.id)
