"""What all pages about events share: the events, the passages that tell them, whose words those are, and their links."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from rift.publish.envelope import Envelope
from rift.publish.files import TeiFile
from rift.publish.labels import MONTHS, day, text_name
from rift.publish.site import Site, event_href
from rift.publish.synopsis.chains import Hand
from rift.publish.synopsis.events import Contradiction, Event, Target
from rift.publish.synopsis.passages import Passage, Passages, place_label
from rift.publish.synopsis.tellings import Collation, Telling, collate, tellings

DIFFERENCES = {  # kinds of contradiction, in the order of their list, to a heading
    "fact": "What happened",
    "wording": "Wording",
    "attribution": "Who said or did it",
    "judgement": "What it meant",
    "date": "Date",
    "order": "Order",
    "figure": "Figures",
    "place": "Place",
    "attendance": "Who was there",
}


class Synopsis:
    """The events of a site, as its pages show them."""

    def __init__(self, site: Site):
        self.site = site
        self.events = site.events
        self.passages = site.once(Passages)
        self.chains = site.chains
        self._tellings: dict[Event, list[Telling]] = {}
        self._collations: dict[Event, Collation] = {}

    def tellings(self, event: Event) -> list[Telling]:
        """Who tells an event, text by text."""
        if event not in self._tellings:
            self._tellings[event] = tellings(event, self.passages)
        return self._tellings[event]

    def collation(self, event: Event) -> Collation:
        """The phrases in which the tellings of an event are nearly alike."""
        if event not in self._collations:
            self._collations[event] = collate(self.tellings(event))
        return self._collations[event]

    # ---- elements of an envelope

    def link_event(self, envelope: Envelope, name: str, event: Event, parent: etree._Element | None = None) -> etree._Element:
        """A link to the event's page, with its date and the texts that tell it."""
        link = envelope.link(name, event_href(event.id), parent, label=event.label, id=event.id, when=when(event))
        if event.contradictions:
            link.set("contradictions", str(len(event.contradictions)))
        for file in self.site.edition.texts:
            if file.path in event.texts:
                envelope.add("in", link, label=text_name(file), text=file.id)
        return link

    def link_passage(self, envelope: Envelope, passage: Passage, parent: etree._Element) -> etree._Element:
        """A link into a text: its name, the place, the first words."""
        stated = {"label": place_label(passage), "opening": passage.opening, "text": passage.file.id}
        return envelope.link("passage", passage.address, parent, **stated)

    def contradiction(self, envelope: Envelope, contradiction: Contradiction, parent: etree._Element | None = None) -> etree._Element:
        """A contradiction, with links to its passages."""
        element = envelope.add("contradiction", parent, kind=contradiction.kind, label=difference(contradiction.kind),
                               words=contradiction.words)
        for passage in self.passages.all_of(contradiction.targets):
            self.link_passage(envelope, passage, element)
        return element


def difference(kind: str) -> str:
    """Heading of a kind of contradiction; an unknown one is its own."""
    return DIFFERENCES.get(kind, kind.capitalize() or "Other")


def link_entry(envelope: Envelope, name: str, target: Target, label: str, parent: etree._Element | None = None) -> None:
    """A name, which is a link if the register's entry has a page."""
    address = envelope.site.addresses.of(*target)
    if address:
        envelope.link(name, address, parent, label=label)
    else:
        envelope.add(name, parent, label=label)


def add_chain(envelope: Envelope, hands: Iterable[Hand], parent: etree._Element) -> None:
    """``page:chain``: the hands through which words came (``transforms/html/chain.xsl``)."""
    chain = envelope.add("chain", parent)
    for hand in hands:
        add_hand(envelope, "hand", hand, chain)


def add_hand(envelope: Envelope, name: str, hand: Hand, parent: etree._Element) -> None:
    """One of those hands, as ``page:name`` for each of its people."""
    element = envelope.add(name, parent, role=None if hand.role in hand.name else hand.role)
    for label, target in hand.people:
        if target is None:
            envelope.add("name", element, label=label)
        else:
            link_entry(envelope, "name", target, label, element)


def targets_of(event: Event) -> Iterable[Target]:
    """Passages that an event names: its accounts, where tellings differ, where the date is from."""
    yield from (account.target for account in event.accounts)
    yield from (target for contradiction in event.contradictions for target in contradiction.targets)
    yield from event.date_source


def when(event: Event) -> str:
    """The date as a reader writes it: ``12 November 1960``, ``May to June 1955``, ``by December 1956``; or empty."""
    date = event.date
    if "when" in date:
        return day(date["when"])
    if "from" in date and "to" in date:
        return _span(date["from"], date["to"], " to ")
    if "notBefore" in date and "notAfter" in date:
        return f"between {_span(date['notBefore'], date['notAfter'], ' and ')}"
    words = {"from": "from", "notBefore": "not before", "to": "to", "notAfter": "by"}
    return next((f"{words[name]} {day(date[name])}" for name in words if name in date), "")


def written(file: TeiFile, sent: str = "") -> str:
    """When a text was written, in the words of its header, or empty; a letter or note when it was ``sent``."""
    if sent:
        return day(sent)
    date = file.creation
    if date is None or not date.attrib:
        return ""
    return day(date.get("when")) if date.get("when") else " ".join("".join(date.itertext()).split())


def _span(first: str, last: str, between: str) -> str:
    """Two dates in one expression, in which the year or month that they share stands once."""
    if first[:7] == last[:7] and len(first) == len(last) == 10:
        return f"{first[8:].lstrip('0')}{between}{day(last)}"
    if first[:4] == last[:4] and len(first) > 4 and len(last) > 4:
        begin = " ".join(filter(None, [first[8:].lstrip("0"), MONTHS[int(first[5:7]) - 1]]))
        return f"{begin}{between}{day(last)}"
    return f"{day(first)}{between}{day(last)}"
