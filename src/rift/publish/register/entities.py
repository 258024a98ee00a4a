"""The entries of the registers: people and groups, places, organizations, works."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from rift.publish.files import TeiFile
from rift.publish.synopsis.events import Target
from rift.publish.words import TEI, XML_ID, words

SIDE = "#side-"
UNNAMED = "Unnamed"  # group in an index of entries whose name is a description in brackets


@dataclass(frozen=True)
class Kind:
    """A register: folder of its pages, file, elements of its entries and of their names."""

    folder: str
    register: str
    entries: tuple[str, ...]
    name: str
    label: str

    @property
    def href(self) -> str:
        """Address of its index."""
        return f"{self.folder}/index.html"

    @property
    def path(self) -> str:
        return f"tei/register/{self.register}.xml"


KINDS = (
    Kind("people", "persons", ("person", "personGrp"), "persName", "People"),
    Kind("places", "places", ("place",), "placeName", "Places"),
    Kind("organizations", "organizations", ("org",), "orgName", "Organizations"),
    Kind("works", "works", ("bibl",), "title", "Works"),
)


@dataclass(frozen=True, eq=False)
class Entity:
    """One entry of a register. ``file`` is the register."""

    kind: Kind
    file: TeiFile
    element: etree._Element

    @property
    def id(self) -> str:
        return self.element.get(XML_ID)

    @property
    def target(self) -> Target:
        return self.file.path, self.id

    @property
    def href(self) -> str:
        """Address of its page."""
        return f"{self.kind.folder}/{self.id}.html"

    @cached_property
    def standard(self) -> etree._Element | None:
        """Element of the standard name: the one so marked, else the first."""
        names = self.element.findall(TEI + self.kind.name)
        return next((n for n in names if n.get("type") == "standard"), names[0] if names else None)

    @cached_property
    def name(self) -> str:
        """Standard name; a description in brackets without them."""
        stated = words(self.standard) or self.id
        return stated[1:-1] if self.is_unnamed else stated

    @property
    def is_unnamed(self) -> bool:
        """Whether the entry is of a group, a voice or a person whom no text names."""
        stated = words(self.standard)
        return stated.startswith("(") and stated.endswith(")")

    @cached_property
    def listed(self) -> str:
        """The name as an index lists it: ``Adenauer, Konrad``."""
        surname, forename = (None if self.standard is None else self.standard.find(TEI + n) for n in ("surname", "forename"))
        if surname is None or forename is None or words(self.standard) != f"{words(forename)} {words(surname)}":
            return self.name
        return f"{words(surname)}, {words(forename)}"

    @cached_property
    def sorted_by(self) -> str:
        """Small plain letters and figures of the name, without quotation marks and accents."""
        plain = (c for c in unicodedata.normalize("NFKD", self.listed).casefold() if not unicodedata.combining(c))
        return "".join(c if c.isalnum() else " " for c in plain).strip() + f" {self.id}"

    @property
    def letter(self) -> str:
        """The letter under which an index lists the name; ``0–9`` for figures."""
        if self.is_unnamed:
            return UNNAMED
        first = self.sorted_by[:1].upper()
        return "0–9" if first.isdigit() else first

    @cached_property
    def side(self) -> str:
        """Side as the entry states it (``soviet``); empty if it doesn't."""
        stated = (pointer.rpartition(SIDE) for pointer in self.element.get("ana", "").split())
        return next((side for _, mark, side in stated if mark), "")

    @property
    def type(self) -> str:
        """Kind of place, body or work in words (``verbal note``); for people ``group`` or nothing."""
        if self.kind.folder == "people":
            return "group" if self.element.tag == f"{TEI}personGrp" else ""
        return self.element.get("type", "").replace("-", " ")


class Entities:
    """Every entry of the registers, in the order of the kinds and of the alphabet."""

    def __init__(self, registers: dict[str, TeiFile]):
        self.by_kind = {kind: sorted(_entries(kind, registers), key=lambda e: (e.is_unnamed, e.sorted_by)) for kind in KINDS}
        self.by_target = {entity.target: entity for entities in self.by_kind.values() for entity in entities}

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Words of the names that the entries have in capitals only: ``CPSU``."""
        names = {word for entity in self for name in entity.element.iter(TEI + entity.kind.name) for word in words(name).split()}
        return frozenset(word for word in names if word.isupper()) - {word.upper() for word in names if not word.isupper()}

    def __iter__(self) -> Iterator[Entity]:
        return iter(self.by_target.values())

    def __bool__(self) -> bool:
        return bool(self.by_target)

    def of(self, target: Target) -> Entity | None:
        """The entry that ``target`` names."""
        return self.by_target.get(target)

    def of_kind(self, folder: str) -> list[Entity]:
        """Entries of the kind whose pages stand in ``folder``, by the alphabet."""
        return next(entities for kind, entities in self.by_kind.items() if kind.folder == folder)

    @property
    def kinds(self) -> list[Kind]:
        """The kinds of which there are entries."""
        return [kind for kind, entities in self.by_kind.items() if entities]

    @property
    def addresses(self) -> dict[Target, str]:
        """Where each entry has its page."""
        return {target: entity.href for target, entity in self.by_target.items()}


def _entries(kind: Kind, registers: dict[str, TeiFile]) -> Iterator[Entity]:
    file = registers.get(kind.path)
    tags = {TEI + name for name in kind.entries}
    for element in file.elements.values() if file is not None else ():
        if element.tag in tags:
            yield Entity(kind, file, element)
