"""The source that a TEI file holds: its printed characters in order, each with its place in the file.

1. Only ``text`` is read; the header is kept apart as a small tree.
2. Left out is what the source has not: ``corr`` and its kin, and ``note``, ``corr``, ``supplied``, ``head`` of ``#rift``.
3. White space is folded: a run is one space, and so is the boundary of a block.
4. A note of the page's or text's end leaves ``NOTE`` at its mark; its body is a stream of its own. A page break leaves
   ``PAGE``. All streams stand one behind the other in ``text``, each closed by ``END``; the running text is the first.

Expat is used because it alone tells the byte of every piece of text, and so line and column in a file of any length.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

# Characters that XML cannot hold, so no text of a TEI file is mistaken for them.
NOTE, PAGE, END = "\x00", "\x01", "\x02"

XML_ID = "http://www.w3.org/XML/1998/namespace}id"

ASIDE = frozenset({"standOff", "facsimile", "sourceDoc"})
READING = frozenset({"corr", "reg", "expan", "gap"})
LEFT_OUT = ASIDE | READING
OURS = frozenset({"note", "corr", "supplied", "head"})
CONTAINERS = frozenset({"TEI", "text", "front", "body", "back", "group", "div", "floatingText", "sp", "list", "argument", "lg", "table", "row"})
BLOCKS = frozenset({"p", "ab", "l", "item", "label", "cell", "opener", "closer", "salute", "dateline", "signed", "byline"})


class Note(NamedTuple):
    """A footnote or endnote: where its mark stands in ``Projection.text``, and its body's stream."""

    anchor: int
    mark: str
    on_page: bool
    start: int
    end: int

    @property
    def lost(self) -> bool:
        """Whether the source has only the mark."""
        return self.start == self.end


class Page(NamedTuple):
    """A page break and the number that its ``@n`` says is printed."""

    anchor: int
    number: str


class Address(NamedTuple):
    """An element with an ``xml:id``: the byte of its tag, and the place in ``Projection.text`` from which its first character is sought."""

    id: str
    byte: int
    start: int


@dataclass(frozen=True)
class Projection:
    """See the module. ``piece_starts`` and ``piece_bytes`` are the two columns of ``pieces``."""

    tei: bytes
    text: str
    header: Element | None
    header_bytes: dict[Element, int]
    notes: tuple[Note, ...]
    pages: tuple[Page, ...]
    addresses: tuple[Address, ...]
    piece_starts: list[int]
    piece_bytes: list[int]

    @cached_property
    def pieces(self) -> tuple[tuple[int, int], ...]:
        """Index in ``text`` and byte in ``tei`` of every unbroken piece of text. Only findings need this."""
        return tuple(zip(self.piece_starts, self.piece_bytes, strict=True))

    @cached_property
    def page_anchors(self) -> tuple[int, ...]:
        return tuple(page.anchor for page in self.pages)

    @cached_property
    def note_at(self) -> dict[int, Note]:
        """Notes by the place of their mark."""
        return {note.anchor: note for note in self.notes}

    @cached_property
    def notes_marked(self) -> dict[tuple[str, bool], list[Note]]:
        """Notes by their printed mark and whether they stand on its page, in the order of the text."""
        found: dict[tuple[str, bool], list[Note]] = {}
        for note in sorted(self.notes):
            found.setdefault((note.mark, note.on_page), []).append(note)
        return found

    @cached_property
    def note_marks(self) -> tuple[str, ...]:
        """Every printed mark once, the longest first, since `**` begins like `*`."""
        return tuple(sorted({note.mark for note in self.notes}, key=lambda mark: (-len(mark), mark)))

    def place(self, index: int) -> tuple[int, int]:
        """Line and column in the TEI file of a character of ``text``."""
        start, byte = self.pieces[max(0, bisect_right(self.pieces, (index, len(self.tei))) - 1)] if self.pieces else (0, 0)
        line, column = self.place_of_byte(byte)
        return line, column + max(0, index - start)

    def place_of_byte(self, byte: int) -> tuple[int, int]:
        """Line and column of a byte of the TEI file."""
        line_start = self.tei.rfind(b"\n", 0, byte) + 1
        return self.tei.count(b"\n", 0, byte) + 1, len(self.tei[line_start:byte].decode("utf-8", "replace")) + 1


@dataclass
class _Stream:
    """One stream while it is read; places count from its start.

    ``printed`` is the length up to the last printed character and ``spaced`` whether a space follows it. ``due`` is the byte
    of white space that was met and not yet put. ``fresh`` is whether a block has begun or ended: white space then is layout.
    """

    texts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    bytes: list[int] = field(default_factory=list)
    length: int = 0
    printed: int = 0
    due: int | None = None
    spaced: bool = True
    fresh: bool = True

    def boundary(self, byte: int) -> None:
        """A block begins or ends, which is white space if there is none already."""
        self.due = None if self.spaced else byte
        self.fresh = True

    def add(self, data: str, byte: int) -> None:
        """Printed characters that begin at a byte of the file."""
        words = data.split()
        if not words:
            self._see_space(byte)
            return
        if data[0].isspace():
            self._see_space(byte)
            byte += _size(data[: data.index(words[0])])
        if self.due is not None:
            self._put_due(self.due)
        text, printed = " ".join(words), data.strip()
        if len(text) == len(printed):
            self._put(text, byte)
        else:
            self._put_apart(words, printed, byte)
        self.printed = self.length
        self.spaced = self.fresh = False
        if data[-1].isspace():
            self._see_space(byte + _size(printed))

    def anchor(self, sign: str, byte: int) -> int:
        """Leave a sign in the stream and tell its place."""
        if self.due is not None:
            self._put_due(self.due)
        self._put(sign, byte)
        return self.length - 1

    def _see_space(self, byte: int) -> None:
        # On both sides of a sign in running text, two spaces are one too many; beside a block they are layout.
        if self.due is None and not self.fresh and not (self.spaced and self.texts[-1] == " "):
            self.due = byte

    def _put_due(self, byte: int) -> None:
        self._put(" ", byte)
        self.due, self.spaced = None, True

    def _put(self, text: str, byte: int) -> None:
        self.texts.append(text)
        self.starts.append(self.length)
        self.bytes.append(byte)
        self.length += len(text)

    def _put_apart(self, words: list[str], data: str, byte: int) -> None:
        """Words with more than one space between some of them: each is a piece."""
        at = 0
        for word in words:
            if at:
                self._put(" ", byte + _size(data[:at]))
            start = data.index(word, at)
            self._put(word, byte + _size(data[:start]))
            at = start + len(word)


def _size(text: str) -> int:
    return len(text.encode())


class _Reader:
    """Expat's handlers. ``elements`` holds, for every open element of the text, its name and address; ``stream`` is the innermost."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.data
        self.parser.EntityDeclHandler = self.refuse_entity
        self.header: Element | None = None
        self.header_builder = TreeBuilder()
        self.header_bytes: dict[Element, int] = {}
        self.header_depth = 0
        self.skipped = 0
        self.stream = _Stream()
        self.streams = [self.stream]
        self.open_streams = [0]
        self.elements: list[tuple[str, tuple | None]] = []
        self.notes: list[tuple[int, int, str, bool, int]] = []
        self.pages: list[tuple[int, int, str]] = []
        self.addresses: list[tuple[str, int, int, int]] = []

    def refuse_entity(self, name: str, *_: object) -> None:
        raise ValueError(f"it declares the entity {name}")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition("}")[2]
        if self.header_depth or (local == "teiHeader" and not self.skipped):
            self.header_depth += 1
            element = self.header_builder.start(local, attributes)
            self.header_bytes[element] = self.parser.CurrentByteIndex
        elif self.skipped or local in LEFT_OUT or (local in OURS and _is_ours(attributes)):
            self.skipped += 1
        else:
            self._start_source(local, attributes)

    def _start_source(self, local: str, attributes: dict[str, str]) -> None:
        if local in BLOCKS or (self.elements and self.elements[-1][0] in CONTAINERS):
            self.stream.boundary(self.parser.CurrentByteIndex)
        number = self.open_streams[-1]
        at = self.stream.length
        if local == "pb":
            at = self.stream.anchor(PAGE, self.parser.CurrentByteIndex)
            self.pages.append((number, at, attributes.get("n", "")))
        elif local == "note" and attributes.get("place") in ("foot", "end"):
            at = self.stream.anchor(NOTE, self.parser.CurrentByteIndex)
            self.notes.append((number, at, attributes.get("n", ""), attributes["place"] == "foot", len(self.streams)))
            self.open_streams.append(len(self.streams))
            self.stream = _Stream()
            self.streams.append(self.stream)
            local = "note/body"
        address = (attributes[XML_ID], self.parser.CurrentByteIndex, number, at) if XML_ID in attributes else None
        self.elements.append((local, address))

    def end(self, name: str) -> None:
        if self.header_depth:
            self.header_depth -= 1
            element = self.header_builder.end(name.rpartition("}")[2])
            self.header = element if not self.header_depth else None
        elif self.skipped:
            self.skipped -= 1
        else:
            self._end_source()

    def _end_source(self) -> None:
        local, address = self.elements.pop()
        if local == "note/body":
            self.open_streams.pop()
            self.stream = self.streams[self.open_streams[-1]]
        if address and (local in ("pb", "note/body") or self.stream.printed > address[3]):
            self.addresses.append(address)
        if local in BLOCKS or (self.elements and self.elements[-1][0] in CONTAINERS):
            self.stream.boundary(self.parser.CurrentByteIndex)

    def data(self, data: str) -> None:
        if self.header_depth:
            self.header_builder.data(data)
        elif not self.skipped and self.elements:
            if self.elements[-1][0] in CONTAINERS and data.isspace():
                self.stream.boundary(self.parser.CurrentByteIndex)
            else:
                self.stream.add(data, self.parser.CurrentByteIndex)


def _is_ours(attributes: dict[str, str]) -> bool:
    return "#rift" in attributes.get("resp", "").split() or attributes.get("type") == "editorial"


def project(tei: bytes) -> Projection:
    """The source projection of one TEI file.

    Raises ``ValueError`` for a file that is not well-formed XML, or declares entities (they are never needed, and a bomb is made of them).
    """
    reader = _Reader()
    try:
        reader.parser.Parse(tei, True)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from error
    starts, length = [], 0
    for stream in reader.streams:
        starts.append(length)
        length += stream.length + 1
    return Projection(
        tei=tei,
        text="".join("".join(stream.texts) + END for stream in reader.streams),
        header=reader.header,
        header_bytes=reader.header_bytes,
        notes=tuple(
            Note(starts[n] + at, mark, on_page, starts[body], starts[body] + reader.streams[body].length)
            for n, at, mark, on_page, body in reader.notes
        ),
        pages=tuple(Page(starts[n] + at, number) for n, at, number in reader.pages),
        addresses=tuple(Address(id, byte, starts[n] + at) for id, byte, n, at in reader.addresses),
        piece_starts=[start + at for start, stream in zip(starts, reader.streams, strict=True) for at in stream.starts],
        piece_bytes=[byte for stream in reader.streams for byte in stream.bytes],
    )
