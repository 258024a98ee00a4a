"""The page of each event: its date, place and people, where its tellings differ, the tellings beside each other."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from rift.publish.dependence import Dependence
from rift.publish.envelope import Envelope
from rift.publish.files import TeiFile
from rift.publish.metadata.things import describe_event
from rift.publish.product import Product, digest
from rift.publish.site import event_href
from rift.publish.stylesheets import Stylesheets
from rift.publish.synopsis.events import Event
from rift.publish.synopsis.passages import place_label
from rift.publish.synopsis.shared import Synopsis, link_entry, when
from rift.publish.synopsis.tellings import Collation
from rift.publish.synopsis.told import Told
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
    passages = [(place_label(passage), passage.address) for telling in synopsis.tellings(event) for passage in telling.passages]
    describe_event(envelope, synopsis.site, event, passages)
    if event.parent:
        synopsis.link_event(envelope, "parent", event.parent)
    _facts(envelope, event, synopsis)
    told = Told(envelope, event, synopsis)
    for number, contradiction in enumerate(event.contradictions, 1):
        told.contradiction(number, contradiction)
    _pointers(envelope, [(telling.file, told.telling(telling)) for telling in synopsis.tellings(event)])
    _counterparts(envelope, synopsis.collation(event))
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
