"""The events of ``tei/events.xml``: who tells them where, and how the tellings differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from rift.publish.addresses import landing
from rift.publish.files import TeiFile
from rift.publish.words import TEI, XML_ID, words

BODIES = (f"{TEI}person", f"{TEI}personGrp", f"{TEI}org")
DATES = ("when", "from", "to", "notBefore", "notAfter")

Target = tuple[str, str]  # file of the edition (tei/report-1960.xml) and xml:id in it


@dataclass(frozen=True)
class Account:
    """A passage that tells an event. ``evidence``: ``minute``, ``eye-witness``, ``hearsay``, ``study``, ``note`` …"""

    target: Target
    evidence: str


@dataclass(frozen=True)
class Contradiction:
    """Where tellings of an event differ: ``kind`` of the contract (``wording``, ``date`` …), reason, the passages."""

    kind: str
    words: str
    targets: tuple[Target, ...]


@dataclass(frozen=True)
class Participant:
    """Who took part: the register's entry and the name by which the event calls it."""

    target: Target
    name: str


@dataclass(frozen=True, eq=False)
class Event:
    """One event of ``file``. ``parent`` and ``children`` are of nested events."""

    file: str
    element: etree._Element
    parent: Event | None
    children: list[Event] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.element.get(XML_ID, "")

    @property
    def whole(self) -> Event:
        """The event that it is part of, itself part of none; it if there is no other."""
        return self.parent.whole if self.parent else self

    @cached_property
    def label(self) -> str:
        return words(self.element.find(f"{TEI}label"))

    @cached_property
    def words(self) -> str:
        return words(self.element.find(f"{TEI}desc"))

    @cached_property
    def date(self) -> dict[str, str]:
        """The ISO dates of its attributes."""
        return {name: self.element.get(name) for name in DATES if self.element.get(name)}

    @cached_property
    def date_words(self) -> str:
        """What is said about the date."""
        return self._note("date")

    @cached_property
    def date_source(self) -> tuple[Target, ...]:
        """Passages from which the date is."""
        return _targets(self.element.get("source"), self.file)

    @property
    def place(self) -> Target | None:
        return next(iter(_targets(self.element.get("where"), self.file)), None)

    @cached_property
    def comparison(self) -> str:
        """How the tellings compare."""
        return self._note("comparison")

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        notes = self.element.iterfind(f"{TEI}note[@type='contradiction']")
        return tuple(Contradiction(_kind(note), words(note), _targets(note.get("target"), self.file)) for note in notes)

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        return tuple(Account(landing(p.get("target", ""), self.file), p.get("subtype", "")) for p in self._pointers("accounts"))

    @cached_property
    def participants(self) -> tuple[Participant, ...]:
        """Of this event, not of those nested in it: persons and groups of its list, bodies beside it."""
        entries = (*self.element.iterfind(f"{TEI}listPerson/*"), *self.element.iterfind(f"{TEI}org"))
        named = (entry for entry in entries if entry.tag in BODIES and entry.get("corresp"))
        return tuple(Participant(_targets(entry.get("corresp"), self.file)[0], words(entry)) for entry in named)

    @cached_property
    def related(self) -> tuple[str, ...]:
        """Ids of events that belong to the same matter."""
        return tuple(landing(pointer.get("target", ""), self.file)[1] for pointer in self._pointers("related"))

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Files that tell the event, in the order of the accounts."""
        return tuple(dict.fromkeys(account.target[0] for account in self.accounts))

    @property
    def start(self) -> str:
        """First day, month or year that the dates allow; the last one if only that is known; else empty."""
        return next((self.date[name] for name in ("when", "from", "notBefore", "to", "notAfter") if name in self.date), "")

    @property
    def is_exact(self) -> bool:
        """Whether the event has one date, be it a day, a month or a year."""
        return "when" in self.date

    def _note(self, kind: str) -> str:
        return words(self.element.find(f"{TEI}note[@type='{kind}']"))

    def _pointers(self, kind: str) -> Iterator[etree._Element]:
        return self.element.iterfind(f"{TEI}linkGrp[@type='{kind}']/{TEI}ptr")


class Events:
    """All events of an edition, in the order of the file, which is that of time: a nested one after its parent."""

    def __init__(self, file: TeiFile | None):
        self.file = file
        tops = [] if file is None else file.root.findall(f".//{TEI}listEvent/{TEI}event")
        self.tops = [_event(element, file.path, None) for element in tops]
        self.all = [event for top in self.tops for event in _with_children(top)]
        self.by_id = {event.id: event for event in self.all}

    @cached_property
    def by_account(self) -> dict[Target, list[Event]]:
        """Events that a passage tells, by the passage."""
        found: dict[Target, list[Event]] = {}
        for event in self.all:
            for account in event.accounts:
                found.setdefault(account.target, []).append(event)
        return found

    @cached_property
    def by_participant(self) -> dict[Target, list[Event]]:
        """Events in which a person, group or body took part, by its register entry."""
        found: dict[Target, list[Event]] = {}
        for event in self.all:
            for participant in event.participants:
                found.setdefault(participant.target, []).append(event)
        return found


def _with_children(event: Event) -> Iterator[Event]:
    yield event
    for child in event.children:
        yield from _with_children(child)


def _event(element: etree._Element, file: str, parent: Event | None) -> Event:
    event = Event(file, element, parent)
    event.children.extend(_event(child, file, event) for child in element.findall(f"{TEI}event"))
    return event


def _kind(note: etree._Element) -> str:
    """The first of the kinds of a contradiction; empty if none is stated."""
    return next(iter(note.get("ana", "").split()), "").removeprefix("#")


def _targets(pointers: str | None, file: str) -> tuple[Target, ...]:
    return tuple(landing(pointer, file) for pointer in (pointers or "").split())
