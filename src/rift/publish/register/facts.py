"""What a register entry states, and on what each statement rests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from rift.publish.addresses import landing
from rift.publish.labels import day
from rift.publish.register.entities import Entities, Entity
from rift.publish.synopsis.events import DATES, Target
from rift.publish.words import TEI, words

IDENTIFIER = re.compile(r"(wikidata|viaf|gnd|geonames|hsg-people):(.+)")
SCHEMES = {  # of identifiers: name, and address where the data set shows its entries
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "viaf": ("VIAF", "https://viaf.org/viaf/{}"),
    "gnd": ("GND", "https://d-nb.info/gnd/{}"),
    "geonames": ("GeoNames", "https://www.geonames.org/{}"),
    "hsg-people": ("Office of the Historian, people", ""),
}
LABELS = {
    "birth": "Born", "death": "Died", "occupation": "Office", "country": "Country", "location": "Coordinates",
    "desc": "In the texts", "author": "Author", "publisher": "Publisher", "date": "Date",
}
NOTES = {"disagreement": "Where the texts differ", "identification": "Who is meant", "editorial": "Note"}
RELATIONS = {  # name to what the active entry is to the passive one, and the passive one to it
    "spouse": ("Married to", "Married to"),
    "parent": ("Parent of", "Child of"),
    "brother-in-law": ("Brother-in-law of", "Brother-in-law of"),
    "associate": ("Associate of", "Associate of"),
    "envoy": ("Envoy of", "Envoys"),
    "successor": ("Successor of", "Succeeded by"),
    "predecessor": ("Earlier form of", "Earlier form"),
    "member": ("Member of", "Members"),
    "delegation": ("In a delegation with", "In a delegation with"),
    "in": ("In", "Has in it"),
    "reply": ("Reply to", "Answered by"),
    "part": ("Part of", "Has as parts"),
    "published-in": ("Published in", "Published there"),
    "organ": ("Organ of", "Has as its organ"),
    "source": ("Source of", "Source"),
    "held-by": ("Held by", "Holds"),
    "addressee": ("Addressed to", "Received"),
}
BODY_RELATIONS = {"parent": ("Has under it", "Under")}  # the same word, said of bodies


@dataclass(frozen=True)
class Fact:
    """A statement. ``evidence``: passages (targets) and identifiers (``wikidata:Q1``); ``entities``: entries it names."""

    label: str
    words: str = ""
    dates: str = ""
    evidence: tuple[Target | str, ...] = ()
    entities: tuple[Target, ...] = ()
    cert: str = ""


@dataclass(frozen=True)
class Identifier:
    """An identifier of a published data set; ``href`` is empty if that has no page for it."""

    scheme: str
    value: str
    href: str
    cert: str


def facts(entity: Entity) -> Iterator[Fact]:
    """Dates, offices, places, authors … of an entry, in its order."""
    for element in entity.element.iterchildren(*(TEI + name for name in LABELS)):
        name = etree.QName(element).localname
        pointed = [landing(pointer, entity.file.path) for pointer in (element.get("ref") or "").split()]
        pointed += [landing(place.get("ref"), entity.file.path) for place in element.iterfind(f"{TEI}placeName[@ref]")]
        shown = _coordinates(words(element)) if name == "location" else words(element)
        yield Fact(LABELS[name], shown, dates(element), _evidence(element, entity), tuple(pointed), element.get("cert", ""))


def notes(entity: Entity) -> Iterator[Fact]:
    """What this edition says about an entry."""
    for note in entity.element.iterchildren(f"{TEI}note"):
        label = NOTES.get(note.get("type", ""), "Note")
        yield Fact(label, words(note), evidence=_evidence(note, entity), cert=note.get("cert", ""))


def designations(entity: Entity) -> Iterator[Fact]:
    """What passages call somebody or something that they do not name."""
    for name in entity.element.iterchildren(TEI + entity.kind.name):
        if name.get("type") == "designation":
            yield Fact("Called", words(name), evidence=_evidence(name, entity))


def identifiers(entity: Entity) -> Iterator[Identifier]:
    """Identifiers of published data sets."""
    for idno in entity.element.iterchildren(f"{TEI}idno"):
        label, address = SCHEMES.get(idno.get("type", ""), (idno.get("type", ""), ""))
        value = words(idno)
        yield Identifier(label, value, address.format(value) if address else "", idno.get("cert", ""))


def editions(entity: Entity) -> list[Target]:
    """Where this edition holds a work itself."""
    pointers = entity.element.iterfind(f"{TEI}ptr[@type='edition']")
    return [landing(pointer.get("target", ""), entity.file.path) for pointer in pointers]


def authors(work: Entity) -> tuple[Target, ...]:
    """People and bodies that the register names as authors of a work."""
    return tuple(landing(author.get("ref"), work.file.path) for author in work.element.iterfind(f"{TEI}author[@ref]"))


def dates(element: etree._Element) -> str:
    """The dates of an element's attributes as a reader writes them."""
    value = {name: day(element.get(name)) for name in DATES if element.get(name)}
    if "when" in value:
        return value["when"]
    parts = []
    if "from" in value and "to" in value:
        parts.append(f"{value['from']} to {value['to']}")
    else:
        parts += [f"{word} {value[name]}" for name, word in (("from", "from"), ("to", "until")) if name in value]
    if "notBefore" in value and "notAfter" in value:
        parts.append(f"between {value['notBefore']} and {value['notAfter']}")
    else:
        parts += [f"{word} {value[n]}" for n, word in (("notBefore", "not before"), ("notAfter", "not after")) if n in value]
    return ", ".join(parts)


def relations(entities: Entities) -> dict[Target, list[Fact]]:
    """What the entries are to each other, for each of them, in the order of the registers."""
    found: dict[Target, list[Fact]] = {}
    for file in {entity.file.path: entity.file for entity in entities}.values():
        for relation in file.root.iter(f"{TEI}relation"):
            for entry, fact in _sides(relation, file.path):
                if entities.of(entry) is not None:
                    found.setdefault(entry, []).append(fact)
    return found


def _sides(relation: etree._Element, path: str) -> Iterator[tuple[Target, Fact]]:
    name = relation.get("name", "")
    labels = RELATIONS.get(name, (name.capitalize(), name.capitalize()))
    if path.endswith("organizations.xml"):
        labels = BODY_RELATIONS.get(name, labels)
    ends = {end: tuple(landing(p, path) for p in relation.get(end, "").split()) for end in ("active", "passive", "mutual")}
    said = words(relation.find(f"{TEI}desc"))
    evidence = tuple(_pointer(p, path) for p in relation.get("source", "").split())
    for entry in ends["mutual"]:
        others = tuple(other for other in ends["mutual"] if other != entry)
        yield entry, Fact(labels[0], said, dates(relation), evidence, others)
    for label, these, others in ((labels[0], ends["active"], ends["passive"]), (labels[1], ends["passive"], ends["active"])):
        for entry in these:
            yield entry, Fact(label, said, dates(relation), evidence, others)


def _evidence(element: etree._Element, entity: Entity) -> tuple[Target | str, ...]:
    return tuple(_pointer(pointer, entity.file.path) for pointer in element.get("source", "").split())


def _pointer(pointer: str, path: str) -> Target | str:
    return pointer if IDENTIFIER.fullmatch(pointer) else landing(pointer, path)


def _coordinates(geo: str) -> str:
    """``41.33 19.82`` as ``41.33° N, 19.82° E``; anything else as it is."""
    try:
        north, east = (float(part) for part in geo.split())
    except ValueError:
        return geo
    return f"{abs(north):.2f}° {'N' if north >= 0 else 'S'}, {abs(east):.2f}° {'E' if east >= 0 else 'W'}"


def life(entity: Entity) -> str:
    """Years of birth and death as far as the entry states them: ``1876–1967``, ``†1956``."""
    born, died = (_year(entity.element.find(TEI + name)) for name in ("birth", "death"))
    return f"{born}–{died}" if born and died else f"*{born}" if born else f"†{died}" if died else ""


def start(entity: Entity) -> str:
    """First date that an entry states, in ISO form, to sort by: of birth, of writing."""
    stated = (element for name in ("birth", "date") for element in entity.element.iterchildren(TEI + name))
    found = (element.get(name) for element in stated for name in DATES)
    return next((value for value in found if value), "")


def dated(entity: Entity) -> str:
    """Date of a work as a reader writes it."""
    date = entity.element.find(f"{TEI}date")
    return "" if date is None else dates(date)


def _year(element: etree._Element | None) -> str:
    found = (element.get(name) for name in DATES) if element is not None else ()
    return next((value.partition("-")[0] for value in found if value), "")
