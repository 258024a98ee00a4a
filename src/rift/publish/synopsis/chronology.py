"""All events by date: a list by years, and a timeline of it drawn when the site is built.

The timeline has a row for each year and a column for each month, with one before January for what is dated by the year
only. An event is a circle where it begins: the larger, the more texts tell it. Circles fill their cell line by line, and
a row is as high as its fullest cell. A small screen shows the same cells as a table of numbers. Limits: how long an event
lasts is not drawn.
"""

from __future__ import annotations

from collections import defaultdict

from rift.publish.envelope import Envelope
from rift.publish.labels import MONTHS, day, text_name
from rift.publish.metadata.head import describe_page
from rift.publish.site import CHRONOLOGY_HREF, event_href
from rift.publish.synopsis.events import Event, Target
from rift.publish.synopsis.shared import Synopsis, when

LEFT, CELL, PITCH = 48, 74, 13  # width of the year's label, of a month, of a circle with the room round it
IN_A_LINE = (CELL - 8) // PITCH
HEADING, GAP = 24, 12  # height of the months' names, and between rows
SMALLEST, LARGER = 3.0, 1.0  # radius of an event that one text tells, and how much more for each other text
STEPS = (3, 8, 25)  # numbers of events from which on a cell of the table is darker
UNDATED = "open"


def chronology_envelope(synopsis: Synopsis) -> Envelope:
    """The chronology page."""
    envelope = Envelope(synopsis.site, CHRONOLOGY_HREF, "chronology")
    describe_page(envelope, synopsis.site, "Events")
    for file in synopsis.site.edition.texts:
        envelope.add("text", id=file.id, label=text_name(file))
    people = {target: _name(target, events) for target, events in synopsis.events.by_participant.items()}
    for target in sorted(people, key=people.get):
        count = len(synopsis.events.by_participant[target])
        envelope.add("person", id=target[1], label=people[target], count=str(count))
    years: dict[str, list[Event]] = defaultdict(list)
    for event in synopsis.events.tops:
        years[event.start[:4] or UNDATED].append(event)
    _timeline(envelope, synopsis)
    for year in sorted(years):
        element = envelope.add("year", n=year)
        for event in years[year]:
            _entry(envelope, event, element, synopsis)
    return envelope


def _entry(envelope: Envelope, event: Event, parent, synopsis: Synopsis) -> None:
    link = synopsis.link_event(envelope, "event", event, parent)
    link.set("people", " ".join(participant.target[1] for participant in event.participants))
    for child in event.children:
        _entry(envelope, child, link, synopsis)


def _name(target: Target, events: list[Event]) -> str:
    """The name by which the first of the events calls a participant."""
    return next(p.name for p in events[0].participants if p.target == target)


def _timeline(envelope: Envelope, synopsis: Synopsis) -> None:
    cells: dict[str, dict[int, list[Event]]] = defaultdict(lambda: defaultdict(list))
    for event in synopsis.events.all:
        if event.start:
            cells[event.start[:4]][int(event.start[5:7] or 0)].append(event)
    timeline = envelope.add("timeline", width=str(LEFT + 13 * CELL))
    for month, name in enumerate(MONTHS, 1):
        envelope.add("month", timeline, x=str(LEFT + month * CELL), label=name[:3], full=name)
    y = HEADING
    for year in sorted(cells):
        lines = max(-(-len(events) // IN_A_LINE) for events in cells[year].values())
        row = envelope.add("row", timeline, n=year, y=str(y), height=str(lines * PITCH + GAP), baseline=str(y + GAP / 2 + PITCH - 3))
        for month in range(len(MONTHS) + 1):
            _cell(envelope, f"{year}-{month:02}" if month else year, cells[year].get(month, []), row)
        for month, events in sorted(cells[year].items()):
            for at, event in enumerate(events):
                x = LEFT + month * CELL + (at % IN_A_LINE + 0.5) * PITCH
                _circle(envelope, event, timeline, (x, y + GAP / 2 + (at // IN_A_LINE + 0.5) * PITCH))
        y += lines * PITCH + GAP
    timeline.set("height", str(y))


def _cell(envelope: Envelope, when: str, events: list[Event], row) -> None:
    """A cell of the table. ``when``: ISO month, or year if no more is known."""
    cell = envelope.add("cell", row)
    if events:
        label = f"{day(when)}{'' if '-' in when else ', month not stated'}: {len(events)} event{'s' if len(events) > 1 else ''}"
        cell.set("count", str(len(events)))
        cell.set("label", label)
        cell.set("events", " ".join(event.id for event in events))
        cell.set("first", events[0].id)
        cell.set("step", str(1 + sum(len(events) >= step for step in STEPS)))
        if any(event.contradictions for event in events):
            cell.set("differs", "yes")


def _circle(envelope: Envelope, event: Event, timeline, centre: tuple[float, float]) -> None:
    x, y = centre
    texts = len(event.texts)
    label = f"{event.label}, {when(event)}; told by {texts} {'text' if texts == 1 else 'texts'}"
    circle = envelope.link("circle", event_href(event.id), timeline, of=event.id, label=label, x=f"{x:g}", y=f"{y:g}")
    circle.set("r", f"{SMALLEST + LARGER * (min(texts, 4) - 1):g}")
    if event.contradictions:
        circle.set("differs", "yes")
    if not event.is_exact:
        circle.set("open", "yes")
