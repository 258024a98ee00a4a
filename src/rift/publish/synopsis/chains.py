"""Who reports whom: through which hands a statement came to the reader.

``chain`` reads it from the markup (who says it, inside whose words) and from the header (who took notes or wrote the
book, who translated, who published). A note-taker whom the header leaves unnamed is a hand nevertheless.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from rift.publish.addresses import landing
from rift.publish.files import EditionFiles, TeiFile
from rift.publish.synopsis.events import Target
from rift.publish.words import TEI, XML_ID, is_mark, words

UNNAMED = "unnamed note-taker"
SPOKEN = (f"{TEI}said", f"{TEI}sp")
UNTOLD = {*SPOKEN, f"{TEI}sic", f"{TEI}speaker"}
DIVISION = f"{TEI}div"
WORD = re.compile(r"\w")
SENDER = "sender"
CORRESPONDENCE = (("sent", SENDER), ("transmitted", "delivered by"))
TITLE = f"{TEI}fileDesc/{TEI}titleStmt/{TEI}"


@dataclass(frozen=True)
class Hand:
    """One who passed a statement on, or several together. ``role``: ``quoted``, ``speaker``, ``memoirist`` …

    ``people``: name of each and his entry in a register, if the markup points to one.
    """

    role: str
    people: tuple[tuple[str, Target | None], ...]

    @property
    def name(self) -> str:
        return " and ".join(name for name, _ in self.people)


class Chains:
    """The chains of an edition's statements. What many of them share is read from the files once."""

    def __init__(self, edition: EditionFiles):
        self.files = {file.path: file for file in (*edition.texts, *edition.registers.values())}
        self._reporters: dict[str, tuple[Hand, ...]] = {}
        self._hands: dict[tuple[str, str, str], Hand | None] = {}
        self._documents: dict[etree._Element, list[Hand]] = {}

    def chain(self, file: TeiFile, element: etree._Element) -> tuple[Hand, ...]:
        """The hands of a statement (``sp``, ``said``, ``quote``) or of any passage, from the mouth to the page."""
        return (*self.voices(file, element), *self.reporters(file))

    def voices(self, file: TeiFile, element: etree._Element) -> tuple[Hand, ...]:
        """Who says or writes it: those who are ``quoted`` first. Empty where the author of the text speaks himself."""
        around = [element, *around_of(element)]
        source = self._quoted(file, element) if element.tag == f"{TEI}quote" else ()
        spoken = [hand for e in around if e.tag in SPOKEN and (hand := self._people(file, e.get("who"), "speaker"))]
        heard = spoken[-1:] or self.of_document(file, element)
        quoted = (*source, *spoken[:-1])
        return (*(replace(hand, role="quoted") for hand in quoted), *heard) if heard else quoted

    def reporters(self, file: TeiFile) -> tuple[Hand, ...]:
        """Through whom every statement of a text came."""
        if file.path not in self._reporters:
            self._reporters[file.path] = () if file.header is None else tuple(self._from_header(file, file.header))
        return self._reporters[file.path]

    def _from_header(self, file: TeiFile, header: etree._Element) -> Iterator[Hand]:
        is_record = header.find(f".//{TEI}msDesc") is not None
        authors = header.findall(f"{TITLE}author")
        for author in authors:
            role = "note-taker" if is_record else "memoirist" if _speaks(file, author.get("ref", "")) else "author"
            yield self._hand(file, role, author)
        if is_record and not authors:
            yield Hand("note-taker", ((UNNAMED, None),))
        for statement in header.findall(f"{TITLE}respStmt"):
            if statement.get(XML_ID, "").endswith(".translator"):
                yield self._hand(file, "translator", next(e for e in statement if e.tag != f"{TEI}resp"))
        published = header.find(f".//{TEI}bibl[@type='published']/{TEI}title")
        if published is not None and words(published) != words(header.find(f"{TITLE}title")):
            yield self._hand(file, "publisher", published)

    def _hand(self, file: TeiFile, role: str, element: etree._Element) -> Hand:
        return self._people(file, element.get("ref"), role) or Hand(role, ((words(element), None),))

    def _people(self, file: TeiFile, pointers: str | None, role: str) -> Hand | None:
        key = file.path, pointers or "", role
        if key not in self._hands:
            targets = [landing(pointer, file.path) for pointer in key[1].split()]
            self._hands[key] = Hand(role, tuple((self.name(target), target) for target in targets)) if targets else None
        return self._hands[key]

    def name(self, target: Target) -> str:
        """The standard name of a register entry; its id if there is none."""
        file = self.files.get(target[0])
        entry = file.elements.get(target[1]) if file else None
        name = None if entry is None else entry.find("*[@type='standard']")
        return target[1] if name is None else words(name)

    def _quoted(self, file: TeiFile, quote: etree._Element) -> tuple[Hand, ...]:
        """Authors of the work that is quoted, or the voices of the passage."""
        for pointer in quote.get("source", "").split():
            path, xml_id = landing(pointer, file.path)
            source = self.files.get(path)
            cited = source.elements.get(xml_id) if source else None
            if cited is None:
                continue
            if cited.tag != f"{TEI}bibl":
                return self.voices(source, cited)
            return tuple(self._hand(source, "author", author) for author in cited.findall(f"{TEI}author"))
        return ()

    def of_document(self, file: TeiFile, element: etree._Element) -> list[Hand]:
        """Whose words the document is that an element stands in, as the header says; of nobody in its notes."""
        division = next((e for e in (element, *around_of(element)) if e.tag == DIVISION), None)
        if division is None or file.header is None:
            return []
        if division not in self._documents:
            self._documents[division] = self._stated(file, division)
        return self._documents[division]

    def _stated(self, file: TeiFile, division: etree._Element) -> list[Hand]:
        """Speaker of a speech, sender and bearer of a note."""
        if division.get("type") == "speech":
            speakers = file.header.iterfind(f".//{TEI}particDesc//{TEI}person")
            return [hand for person in speakers if person.get("role", "").startswith("speaker")
                    and (hand := self._people(file, person.get("corresp"), "speaker"))]
        xml_id = division.get(XML_ID)
        letters = file.header.findall(f".//{TEI}correspDesc[@corresp='#{xml_id}']")
        return [
            self._hand(file, role, name)
            for letter in letters for kind, role in CORRESPONDENCE
            for name in letter.findall(f"{TEI}correspAction[@type='{kind}']/*[@ref]") if name.tag != f"{TEI}placeName"
        ]


def around_of(element: etree._Element) -> Iterator[etree._Element]:
    """The turns, pieces of speech and divisions round an element. A note is not said by those beside whose words it is."""
    if is_mark(element):
        return
    for ancestor in element.iterancestors(*SPOKEN, DIVISION, f"{TEI}note"):
        if is_mark(ancestor):
            return
        if ancestor.tag != f"{TEI}note":
            yield ancestor


def statement(element: etree._Element) -> etree._Element | None:
    """The turn or piece of speech that all words of a passage belong to; ``None`` if they are told or written."""
    if element.tag in SPOKEN:
        return element
    if not any(map(WORD.search, _told_in(element))):
        spoken = list(_spoken_in(element))
        if len({e.get("who") for e in spoken}) == 1:
            return spoken[0]
    return next((e for e in around_of(element) if e.tag in SPOKEN), None)


def _spoken_in(element: etree._Element) -> Iterator[etree._Element]:
    """Pieces of speech in a passage, without those inside them."""
    for child in element.iterchildren(etree.Element):
        if child.tag in SPOKEN:
            yield child
        elif not is_mark(child):
            yield from _spoken_in(child)


def _told_in(element: etree._Element) -> Iterator[str]:
    """Text of a passage outside of speech."""
    yield element.text or ""
    for child in element.iterchildren(etree.Element):
        if child.tag not in UNTOLD and not is_mark(child):
            yield from _told_in(child)
        yield child.tail or ""


def _speaks(file: TeiFile, author: str) -> bool:
    """Whether the author is among the speakers of his own text."""
    return any(author in (e.get("who") or "").split() for e in file.text.iter(SPOKEN)) if file.text is not None else False
