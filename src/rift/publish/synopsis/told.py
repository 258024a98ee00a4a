"""The tellings on the page of an event: text by text, what evidence each passage is and whose words, what is left out
between two, and which of the differences it is part of.

``transforms/html/event.xsl`` says what it reads.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from rift.publish.envelope import Envelope, contents_href
from rift.publish.labels import day, page_label, sent_on, shorten
from rift.publish.synopsis.chains import SENDER, SPOKEN, Hand, statement
from rift.publish.synopsis.events import Contradiction, Event
from rift.publish.synopsis.flow import adjoining
from rift.publish.synopsis.passages import Passage
from rift.publish.synopsis.shared import Synopsis, add_chain, add_hand, difference, written
from rift.publish.synopsis.tellings import PUBLICATION, Run, Telling, marked
from rift.publish.words import TEI, XML_ID, is_mark

Chain = tuple[Hand, ...]
EVIDENCE = "evidence"  # division of the edition's own text in which the kinds of evidence are explained


@dataclass(frozen=True)
class Place:
    """How a passage is headed: where it stands in the text, and by whom it is, where its words do not say so."""

    where: str
    by: Chain


class Told:
    """Adds to ``envelope``, the page of ``event``, the passages that tell it and the differences between them."""

    def __init__(self, envelope: Envelope, event: Event, synopsis: Synopsis):
        self.envelope = envelope
        self.synopsis = synopsis
        self.marks = synopsis.collation(event).marks
        self._told = {passage.target for telling in synopsis.tellings(event) for passage in telling.passages}
        self._differences: dict[str, list[tuple[int, str]]] = {}

    def contradiction(self, number: int, contradiction: Contradiction) -> None:
        """A difference with its ``number``; a passage that is told on the page is linked there."""
        element = self.synopsis.contradiction(self.envelope, contradiction)
        element.set("n", str(number))
        for link, passage in zip(element, self.synopsis.passages.all_of(contradiction.targets), strict=True):
            told = self._shown(passage)
            if told:
                link.set("href", f"#{told}")
                entries = self._differences.setdefault(told, [])
                if (number, difference(contradiction.kind)) not in entries:
                    entries.append((number, difference(contradiction.kind)))

    def telling(self, telling: Telling) -> etree._Element:
        """A text with what it tells; the chains through which its words came, with the documents they belong to."""
        file, envelope = telling.file, self.envelope
        element = envelope.link("telling", contents_href(file), label=file.short_title, text=file.id)
        sent = {sent_on(file, run.page.id) for run in telling.runs}
        element.set("written", written(file, sent.pop() if len(sent) == 1 else ""))
        for author in [] if file.header is None else file.header.findall(f"{TEI}fileDesc/{TEI}titleStmt/{TEI}author"):
            envelope.add("author", element, label="".join(author.itertext()))
        chains = self._chains(telling.runs)
        for hands in chains[:1] if len(chains) == 1 else ():
            add_chain(envelope, hands, element)
        for run in telling.runs:
            added = self._run(run, element)
            for hands in self._chains([run]) if len(chains) > 1 else ():
                add_chain(envelope, hands, added)
        return element

    def _shown(self, passage: Passage) -> str:
        """Id under which the page tells a passage: its own, or that of the passage it is part of; else empty."""
        around = (e.get(XML_ID, "") for e in (passage.element, *passage.element.iterancestors()))
        return next((xml_id for xml_id in around if (passage.file.path, xml_id) in self._told), "")

    def _run(self, run: Run, parent: etree._Element) -> etree._Element:
        site, file = self.synopsis.site, run.page.file
        element = self.envelope.add("run", parent, evidence=run.kind)
        defined = site.edition.about and site.addresses.of(site.edition.about.path, f"{EVIDENCE}.{run.evidence}")
        if defined:
            self.envelope.link("meaning", defined, element)
        writers = [] if run.evidence == PUBLICATION else self.synopsis.chains.of_document(file, run.passages[0].element)
        sent = day(sent_on(file, run.page.id)) if writers else ""
        for hand in writers[:1]:
            add_hand(self.envelope, "by", hand, element)
        if len(site.pages[file.id]) > 1:
            label = shorten(run.page.title) if sent else page_label(run.page)
            self.envelope.link("document", run.page.href, element, label=label, sent=sent)
        self._passages(run, element)
        return element

    def _passages(self, run: Run, parent: etree._Element) -> None:
        """Each passage, headed where it does not go on from the one before; a note stands in no row with the others."""
        before: Passage | None = None
        heading = None
        for passage in run.passages:
            is_note = is_mark(passage.element)
            is_inside = before is not None and before.element in passage.element.iterancestors()
            follows = before is None or is_note or is_inside or passage.element in adjoining(before.element)
            place = Place(passage.where, self._by(passage))
            goes_on = follows and place == heading and passage.id not in self._differences
            told = self.envelope.add("told", parent, id=passage.id, gap=None if follows else "yes")
            if not goes_on:
                self._heading(told, passage, place)
            told.append(marked(passage, self.marks.get(passage.id, [])))
            heading = place
            if not is_note and not is_inside:
                before = passage

    def _heading(self, told: etree._Element, passage: Passage, place: Place) -> None:
        where = self.envelope.link("where", passage.address, told, label=place.where)
        for hand in place.by:
            add_hand(self.envelope, "by", hand, where)
        for number, label in self._differences.get(passage.id, ()):
            self.envelope.add("differs", where, n=str(number), label=label)

    def _by(self, passage: Passage) -> Chain:
        """Whose words a passage is, if nothing that is shown with it says so: he first, then those who quote him."""
        spoken = statement(passage.element)
        if spoken is None or spoken is passage.element and spoken.find(f"{TEI}speaker") is not None:
            return ()
        return self.synopsis.chains.voices(passage.file, spoken)

    def _chains(self, runs: Iterable[Run]) -> list[Chain]:
        """Through whose hands words came: one chain for all who are reported directly, one for each document, one for each
        who is quoted by another. What the publication adds came through none."""
        told = [passage for run in runs if run.evidence != PUBLICATION for passage in run.passages]
        voices = dict.fromkeys(
            self.synopsis.chains.voices(passage.file, spoken) for passage in told for spoken in _statements(passage)
        )
        direct = dict.fromkeys(person for voice in voices if _is_direct(voice) for person in voice[0].people)
        roles = {voice[0].role for voice in voices if _is_direct(voice)}
        first = (Hand(roles.pop() if len(roles) == 1 else "speaker", tuple(direct)),) if direct else ()
        others = [voice for voice in voices if voice and not _is_direct(voice)]
        reporters = self.synopsis.chains.reporters(told[0].file) if told else ()
        return [(*voice, *reporters) for voice in ([first] if told and (first or not others) else []) + others]


def _is_direct(voice: Chain) -> bool:
    return len(voice) == 1 and voice[0].role != SENDER


def _statements(passage: Passage) -> list[etree._Element]:
    return [passage.element, *passage.element.iterdescendants(SPOKEN)]
