"""What the heads of the pages of events and register entries tell programs about what those pages treat of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rift.publish.envelope import Envelope
from rift.publish.metadata.described import Described, short
from rift.publish.metadata.head import WEB_PAGE
from rift.publish.register.entities import Entity
from rift.publish.register.facts import authors, editions, identifiers
from rift.publish.site import Site, event_href
from rift.publish.synopsis.events import Event, Target
from rift.publish.words import TEI, words

ENTITIES = {"people": "Person", "places": "Place", "organizations": "Organization", "works": "CreativeWork"}
WORKS = {  # kind of work: type of schema.org, if there is a closer one than CreativeWork
    "article": "Article", "book": "Book", "collection": "Collection", "congress": "Event", "letter": "Message",
    "periodical": "Periodical", "radiogram": "Message", "report": "Report", "verbal note": "Message",
}


def describe_entity(page: Envelope, site: Site, entity: Entity) -> None:
    """Fill the head of the page of a register entry."""
    head, kind = Described(page, site), _kind(entity)
    head.tags(entity.name, WEB_PAGE, head.issue.title)
    stated = {"people": _life, "places": _coordinates, "works": _work}.get(entity.kind.folder)
    head.linked_data(
        kind,
        name=entity.name,
        sameAs=[found.href for found in identifiers(entity) if found.href],
        **(stated(head, entity) if stated and kind != "Thing" else {}),
        mainEntityOfPage=head.own_page(),
    )


def describe_event(page: Envelope, site: Site, event: Event, told: Iterable[tuple[str, str]]) -> None:
    """Fill the head of the page of an event. ``told``: name and address of each passage that tells it."""
    head = Described(page, site)
    description = short(event.words)
    head.meta("description", description)
    head.tags(event.label, WEB_PAGE, head.issue.title)
    head.linked_data(
        "Event",
        name=event.label,
        description=description,
        startDate=event.date.get("when") or event.date.get("from", ""),
        endDate=event.date.get("to", ""),
        location=next(_links(head, [event.place] if event.place else []), {}),
        about=[link for link in _links(head, (p.target for p in event.participants)) if link["@type"] == "Person"],
        superEvent=head.link("Event", event.parent.label, event_href(event.parent.id)) if event.parent else {},
        subjectOf=[head.link("CreativeWork", name, address) for name, address in told],
        mainEntityOfPage=head.own_page(),
    )


def _kind(entity: Entity) -> str:
    """Type of schema.org; of a group that of bodies, as there is none of its own."""
    if entity.is_unnamed:
        return "Thing"
    if entity.kind.folder == "works":
        return WORKS.get(entity.type, ENTITIES["works"])
    return "Organization" if entity.type == "group" else ENTITIES[entity.kind.folder]


def _life(head: Described, entity: Entity) -> dict:
    dates = {name: entity.element.find(TEI + tag) for name, tag in (("birthDate", "birth"), ("deathDate", "death"))}
    return {name: date.get("when", "") for name, date in dates.items() if date is not None}


def _coordinates(head: Described, entity: Entity) -> dict:
    geo = words(entity.element.find(f"{TEI}location/{TEI}geo")).split()
    return {"geo": {"@type": "GeoCoordinates", "latitude": geo[0], "longitude": geo[1]}} if len(geo) == 2 else {}


def _work(head: Described, entity: Entity) -> dict:
    """Of a congress its date, of other works their author and date, and where this edition holds them."""
    date = entity.element.find(f"{TEI}date")
    when = "" if date is None else date.get("when", "")
    if _kind(entity) == "Event":
        return {"startDate": when}
    held = [page.href for page in map(head.site.page_with, editions(entity)) if page is not None]
    return {"author": list(_links(head, authors(entity))), "dateCreated": when, "genre": entity.type,
            "workExample": [{"@type": "CreativeWork", "url": head.address(href)} for href in held]}


def _links(head: Described, targets: Iterable[Target]) -> Iterator[dict]:
    """The register entries of some targets that have a page."""
    for entity in filter(None, map(head.site.entities.of, targets)):
        yield head.link(_kind(entity), entity.name, entity.href)
