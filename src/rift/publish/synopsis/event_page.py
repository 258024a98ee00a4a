"""The page of each event: its date, place and people, where its tellings differ, the tellings beside each other."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from rift.publish.dependence import Dependence
from rift.publish.envelope import Envelope, contents_href
from rift.publish.files import TeiFile
from rift.publish.labels import page_label, sent_on
from rift.publish.metadata.things import describe_event
from rift.publish.product import Product, digest
from rift.publish.site import event_href
from rift.publish.stylesheets import Stylesheets
from rift.publish.synopsis.chains import SPOKEN, Hand
from rift.publish.synopsis.events import Event
from rift.publish.synopsis.passages import Passage
from rift.publish.synopsis.shared import Synopsis, add_chain, link_entry, named, when, written
from rift.publish.synopsis.tellings import EVIDENCE, Collation, Run, Telling, marked
from rift.publish.words import TEI

SHEET = "html/event.xsl"


def event_products(synopsis: Synopsis, sheets: Stylesheets, depends: Dependence) -> Iterator[Product]:
    """A page for every event. It is built only if something that it depends on has changed."""
    for event in synopsis.events.all:
        made = digest(SHEET, event.id, depends.event(event))
        yield Product((event_href(event.id),), made, lambda event=event: (_page(event, synopsis, sheets),))


def _page(event: Event, synopsis: Synopsis, sheets: Stylesheets) -> bytes:
    return sheets.apply(SHEET, event_envelope(event, synopsis).root, synopsis.events.file)


def event_envelope(event: Event, synopsis: Synopsis) -> Envelope:
    """Everything that the page of an event shows."""
    envelope = Envelope(synopsis.site, event_href(event.id), "event")
    for name, value in (("id", event.id), ("title", event.label), ("words", event.words), ("comparison", event.comparison)):
        envelope.root.set(name, value)
    told = [(named(passage), passage.address) for telling in synopsis.tellings(event) for passage in telling.passages]
    describe_event(envelope, synopsis.site, event, told)
    if event.parent:
        synopsis.link_event(envelope, "parent", event.parent)
    _facts(envelope, event, synopsis)
    for at in range(len(event.contradictions)):
        synopsis.contradiction(envelope, event, at)
    collation = synopsis.collation(event)
    shown = [(telling.file, _telling(envelope, telling, collation, synopsis)) for telling in synopsis.tellings(event)]
    _pointers(envelope, shown)
    _counterparts(envelope, collation)
    for child in event.children:
        synopsis.link_event(envelope, "exchange", child)
    for related in event.related:
        if related in synopsis.events.by_id:
            synopsis.link_event(envelope, "related", synopsis.events.by_id[related])
    _neighbours(envelope, event, synopsis)
    return envelope


def _facts(envelope: Envelope, event: Event, synopsis: Synopsis) -> None:
    date = envelope.add("date", when=when(event), words=event.date_words)
    for passage in synopsis.passages.all_of(event.date_source):
        synopsis.link_passage(envelope, passage, date)
    if event.place:
        link_entry(envelope, "place", event.place, synopsis.chains.name(event.place))
    for participant in event.participants:
        link_entry(envelope, "participant", participant.target, participant.name)


def _telling(envelope: Envelope, telling: Telling, collation: Collation, synopsis: Synopsis) -> etree._Element:
    file = telling.file
    element = envelope.link("telling", contents_href(file), label=file.short_title, text=file.id)
    pages = {run.page for run in telling.runs}
    sent = {sent_on(file, page.id) for page in pages}
    element.set("written", written(file, sent.pop() if len(sent) == 1 else ""))
    for author in [] if file.header is None else file.header.findall(f"{TEI}fileDesc/{TEI}titleStmt/{TEI}author"):
        envelope.add("author", element, label="".join(author.itertext()))
    for hands in _chains(telling, synopsis):
        add_chain(envelope, hands, element)
    for run in telling.runs:
        _run(envelope, run, collation, element, synopsis)
    return element


def _run(envelope: Envelope, run: Run, collation: Collation, parent: etree._Element, synopsis: Synopsis) -> None:
    element = envelope.add("run", parent, evidence=EVIDENCE.get(run.evidence, run.evidence))
    if len(synopsis.site.pages[run.page.file.id]) > 1:
        envelope.link("document", run.page.href, element, label=page_label(run.page))
    for passage in run.passages:
        shown = envelope.link("told", passage.address, element, id=passage.id, where=passage.where)
        shown.append(marked(passage, collation.marks.get(passage.id, [])))


def _pointers(envelope: Envelope, shown: list[tuple[TeiFile, etree._Element]]) -> None:
    """Where the pointers of the tellings (``shown``: file and element of each) lead, and who speaks; each once."""
    links: dict[str, str] = {}
    voices: dict[str, TeiFile] = {}
    for file, telling in shown:
        for target, address in envelope.site.addresses.links(telling, file.path, envelope.href):
            links.setdefault(target, address)
        for turn in telling.iter(f"{TEI}sp"):
            voices.setdefault(turn.get("who", ""), file)
    for target, address in links.items():
        envelope.add("link", target=target, href=address)
    for who, file in voices.items():
        envelope.voice(who, file)


def _chains(telling: Telling, synopsis: Synopsis) -> list[tuple[Hand, ...]]:
    """Through whose hands the words of a telling came: one chain for all who are reported directly, one for each who is
    quoted by another."""
    voices = dict.fromkeys(
        synopsis.chains.voices(telling.file, statement) for passage in telling.passages for statement in _statements(passage)
    )
    direct = dict.fromkeys(person for voice in voices if len(voice) == 1 for person in voice[0].people)
    roles = {voice[0].role for voice in voices if len(voice) == 1}
    first = (Hand(roles.pop() if len(roles) == 1 else "speaker", tuple(direct)),) if direct else ()
    others = [voice for voice in voices if len(voice) > 1]
    reporters = synopsis.chains.reporters(telling.file)
    return [(*voice, *reporters) for voice in ([first] if first or not others else []) + others]


def _statements(passage: Passage) -> list[etree._Element]:
    return [passage.element, *(e for e in passage.element.iterdescendants(SPOKEN))]


def _counterparts(envelope: Envelope, collation: Collation) -> None:
    """For each phrase that has a counterpart, its number and the passages that have it too, to be linked."""
    seen: dict[str, list[str]] = {}
    for xml_id, marks in collation.marks.items():
        for mark in marks:
            if mark.number:
                seen.setdefault(str(mark.number), []).append(xml_id)
    for number, ids in seen.items():
        for at, xml_id in enumerate(ids):
            envelope.add("alike", n=number, of=xml_id, other=ids[(at + 1) % len(ids)])


def _neighbours(envelope: Envelope, event: Event, synopsis: Synopsis) -> None:
    """The event or exchange before and after, of those on the same level."""
    level = event.parent.children if event.parent else synopsis.events.tops
    at = level.index(event)
    for name, neighbours in (("previous", level[max(at - 1, 0):at]), ("next", level[at + 1:at + 2])):
        for neighbour in neighbours:
            synopsis.link_event(envelope, name, neighbour)


