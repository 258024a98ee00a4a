"""The units by which a text can be cited, as its header declares them (``refsDecl/citeStructure``).

Each outermost ``citeStructure`` is a citation tree of its own: pages and chapters cut a text in two ways. The first is
the text's default. A reference is that of the unit around, the delimiter, and what ``@use`` gives, without the brackets of
inferred page numbers. Units whose reference is empty, met before in the tree, or no name for a file, are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from rift.publish.files import TeiFile
from rift.publish.labels import shorten
from rift.publish.words import TEI, XML_ID, words

NAMESPACES = {"tei": TEI[1:-1]}
PARTS = re.compile(r"('[^']*'|\"[^\"]*\")")  # literals of an XPath, whose words are no names
NAME = re.compile(r"(?<![\w@$.-])(?<![^:]:)(?!(?:or|and)\b)([A-Za-z_][\w.-]*)(?![\w.-]*\s*[(:])")
UNSAFE = re.compile(r"(?:^|/)\.*(?:/|$)|[\x00-\x1f\\]")  # no file can be called so, or not everywhere
LONGEST = 120  # characters of a reference


@dataclass(eq=False)
class Unit:
    """One citable unit. ``title`` is empty where only its reference names it."""

    ref: str
    kind: str
    level: int
    parent: Unit | None
    element: etree._Element
    title: str
    children: list[Unit] = field(default_factory=list)

    @property
    def is_milestone(self) -> bool:
        """Whether it is an empty element: what it cites goes on to the next one."""
        return len(self.element) == 0 and not self.element.text

    def walk(self, depth: int = -1) -> Iterator[Unit]:
        """The unit and those in it, in their order, down to so many levels (-1: all)."""
        yield self
        for child in self.children if depth else ():
            yield from child.walk(depth - 1)


@dataclass(eq=False)
class Tree:
    """A way to cite a text. ``identifier`` is empty for the default; ``structure``: kind of unit and those inside it."""

    identifier: str
    structure: dict
    units: list[Unit]
    depth: int

    def walk(self, depth: int = -1) -> list[Unit]:
        """All units down to so many levels (-1: all), in the order of the text."""
        return [unit for top in self.units for unit in top.walk(depth if depth < 0 else depth - 1)]


def trees(file: TeiFile) -> list[Tree]:
    """The citation trees of a text, the default first."""
    declared = [] if file.header is None else file.header.iterfind(f".//{TEI}refsDecl/{TEI}citeStructure")
    return [_tree(file, structure, at) for at, structure in enumerate(declared)]


def _tree(file: TeiFile, structure: etree._Element, at: int) -> Tree:
    units = _units(structure, file.root, None, set())
    depth = 1 + max((len(list(s.iterancestors(f"{TEI}citeStructure"))) for s in structure.iter(f"{TEI}citeStructure")), default=0)
    return Tree(structure.get("unit", "") if at else "", _structure(structure), units, depth)


def _structure(structure: etree._Element) -> dict:
    inner = [_structure(child) for child in structure.iterchildren(f"{TEI}citeStructure")]
    return {"citeType": structure.get("unit", "")} | ({"citeStructure": inner} if inner else {})


def _units(structure: etree._Element, context: etree._Element, parent: Unit | None, seen: set[str]) -> list[Unit]:
    found, before = [], parent.ref + structure.get("delim", "") if parent else ""
    for position, element in enumerate(context.xpath(prefixed(structure.get("match", ".")), namespaces=NAMESPACES), 1):
        ref = before + _value(element, structure.get("use", ""), position).strip("[]")
        if ref == before or ref in seen or len(ref) > LONGEST or UNSAFE.search(ref):
            continue
        seen.add(ref)
        unit = Unit(ref, structure.get("unit", ""), parent.level + 1 if parent else 1, parent, element, _title(element))
        for inner in structure.iterchildren(f"{TEI}citeStructure"):
            unit.children += _units(inner, element, unit, seen)
        found.append(unit)
    return found


def prefixed(path: str) -> str:
    """An XPath of ``citeStructure``, whose names are TEI's without a prefix, as one with prefixes."""
    parts = PARTS.split(path)
    return "".join(part if at % 2 else NAME.sub(r"tei:\1", part) for at, part in enumerate(parts))


def _value(element: etree._Element, use: str, position: int) -> str:
    if use == "position()":
        return str(position)
    if use == "@xml:id":
        return element.get(XML_ID, "")
    return element.xpath(f"string({prefixed(use)})", namespaces=NAMESPACES)


def _title(element: etree._Element) -> str:
    """Heading of a division, speaker of a turn, number of a page."""
    if element.tag == f"{TEI}pb":
        return f"p. {element.get('n', '')}"
    named = element.find(f"{TEI}head") if element.tag == f"{TEI}div" else element.find(f"{TEI}speaker")
    return shorten(words(named).rstrip(" :"))
