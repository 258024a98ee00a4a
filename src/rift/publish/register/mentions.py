"""Every mention of a register entry in the texts, with the words around it.

A line is a paragraph, heading, turn's label, note … in its reading text; notes that stand elsewhere are lines of their
own. In an edition that withholds a text its names are empty: such a mention has a place and no words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from rift.publish.addresses import landing
from rift.publish.envelope import contents_href
from rift.publish.files import TeiFile
from rift.publish.pages import Page, Shell
from rift.publish.register.entities import Entities
from rift.publish.synopsis.events import Target
from rift.publish.synopsis.passages import Passages
from rift.publish.words import TEI, XML_ID, is_mark, words

LINES = {f"{TEI}{name}" for name in (
    "p", "head", "note", "speaker", "item", "salute", "dateline", "signed", "byline", "stage", "kinesic", "vocal", "incident",
    "trailer", "closer", "opener", "cell", "bibl", "l",
)}
NAMES = {f"{TEI}{name}" for name in ("persName", "placeName", "orgName", "title")}
POINTING = {**{name: "ref" for name in NAMES}, f"{TEI}ref": "target", f"{TEI}quote": "source"}
AROUND = 64  # characters of context on either side
QUOTED = 90  # characters shown of a quotation or reference
SIC, CORR, CHOICE = f"{TEI}sic", f"{TEI}corr", f"{TEI}choice"
HEADER = "about this text"  # place of a mention in a text's header


class Mention(NamedTuple):
    """``words`` as this edition reads them, ``printed`` as the source has them; ``is_name``: whether a name, not a reference."""

    target: Target
    file: str
    id: str
    address: str
    where: str
    before: str
    words: str
    after: str
    printed: str
    is_name: bool = True


@dataclass
class Line:
    """Reading text of a line as it grows. ``spans``: pointing elements with start and end in it."""

    element: etree._Element
    text: str = ""
    spans: list[tuple[int, int, etree._Element]] = field(default_factory=list)

    def add(self, text: str | None) -> None:
        """Add a text node, white space collapsed."""
        if not text:
            return
        flat = " ".join(text.split())
        start = " " if text[0].isspace() and self.text and not self.text.endswith(" ") else ""
        end = " " if flat and text[-1].isspace() else ""
        self.text += f"{start}{flat}{end}"


def on_page(page: Page, targets: Targets, passages: Passages) -> Iterator[Mention]:
    """The mentions on one reading page, in its order."""
    for line in lines(page.content):
        if line.spans:
            place = (page.file.id, *_place(line.element, page, passages))
            for start, end, element in sorted(line.spans, key=lambda span: (span[0], -span[1])):
                shown = (line.text[:start], line.text[start:end], line.text[end:])
                for target in targets.of(element, page.file.path):
                    yield _mention(target, element, shown, place)


def lines(nodes) -> Iterator[Line]:
    """The lines under some elements or shells, in the order in which they begin."""
    for node in nodes:
        if isinstance(node, Shell):
            yield from lines(node)
        elif isinstance(node.tag, str):
            yield from _lines(node) if node.tag in LINES else lines(node)


def _lines(element: etree._Element) -> Iterator[Line]:
    line, notes = Line(element), []
    _read(element, line, notes)
    yield line
    for note in notes:
        yield from _lines(note)


def _read(element: etree._Element, line: Line, notes: list[etree._Element]) -> None:
    line.add(element.text)
    for child in element:
        if isinstance(child.tag, str):
            _read_child(child, line, notes)
        line.add(child.tail)


def _read_child(child: etree._Element, line: Line, notes: list[etree._Element]) -> None:
    if is_mark(child):
        notes.append(child)
    elif child.tag == SIC:
        notes += [note for note in child.iter(f"{TEI}note") if is_mark(note)]
    elif child.tag in POINTING and child.get(POINTING[child.tag]):
        start = len(line.text)
        _read(child, line, notes)
        line.spans.append((start, len(line.text), child))
    else:
        if child.tag in LINES and line.text:
            line.add(" ")
        _read(child, line, notes)


def in_header(file: TeiFile, targets: Targets) -> Iterator[Mention]:
    """The mentions in a text's header: one for each entry that it names."""
    seen = set()
    for element in file.header.iter(*NAMES) if file.header is not None else ():
        for target in targets.of(element, file.path):
            if target not in seen:
                seen.add(target)
                yield Mention(target, file.id, "", contents_href(file), HEADER, "", words(element), "", "", False)


class Targets:
    """The entries that elements point to; what a pointer means is found out once."""

    def __init__(self, entities: Entities):
        self._entities = entities
        self._known: dict[tuple[str, str], tuple[Target, ...]] = {}

    def of(self, element: etree._Element, path: str) -> tuple[Target, ...]:
        """Entries that an element of the file at ``path`` names."""
        key = element.get(POINTING[element.tag], ""), path
        if key not in self._known:
            found = (landing(pointer, path) for pointer in key[0].split())
            self._known[key] = tuple(target for target in found if self._entities.of(target) is not None)
        return self._known[key]


def _place(element: etree._Element, page: Page, passages: Passages) -> tuple[str, str, str]:
    """Nearest ``xml:id`` that the site shows, its address, and how a reader cites it."""
    for ancestor in (element, *element.iterancestors()):
        passage = passages.of((page.file.path, ancestor.get(XML_ID, "")))
        if passage is not None:
            return passage.id, passage.address, passage.where
    return "", page.href, ""


def _mention(target: Target, element: etree._Element, shown: tuple[str, str, str], place: tuple[str, str, str, str]) -> Mention:
    before, named, after = shown
    is_name = element.tag in NAMES
    printed = " ".join("".join(_as_printed(element)).split()) if is_name else ""
    return Mention(target, *place, tail(before), named if is_name else head(named, QUOTED), head(after), printed, is_name)


def _as_printed(element: etree._Element) -> Iterator[str]:
    """Text of the source under ``element``: with ``sic``, without what this edition supplies."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag != CORR and not is_mark(child) and child.get("resp") != "#rift":
            yield from _as_printed(child)
        yield child.tail or ""


def tail(text: str, length: int = AROUND) -> str:
    """The last words of ``text``, cut at a space."""
    return text if len(text) <= length else "…" + text[-length:].partition(" ")[2]


def head(text: str, length: int = AROUND) -> str:
    """The first words of ``text``, cut at a space."""
    return text if len(text) <= length else text[:length].rpartition(" ")[0].rstrip(",;:") + "…"
