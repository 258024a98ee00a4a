"""A TEI file of the edition beside its raw text: where each element stands, by letters alone.

The source reading of the TEI without its notes is the raw text with pieces left out (furniture, page numbers, note
bodies); so one pass over both finds the raw line of every letter. Nothing here trusts ids or the package.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
APART = ("foot", "end")
# Elements that the edition adds to the source where it says that they are its own.
ADDED = ("note", "corr", "supplied", "head")
# So many letters prove that the two texts agree again.
PROOF = 20


def letters(text: str) -> str:
    return "".join(char.casefold() for char in text if char.isalnum())


def name(element: etree._Element) -> str:
    return element.tag.removeprefix(TEI) if isinstance(element.tag, str) else ""


def ids(pointers: str | None) -> frozenset[str]:
    """Ids that a list of pointers names, without the files."""
    return frozenset(pointer.split("#")[-1] for pointer in (pointers or "").split())


def is_ours(element: etree._Element) -> bool:
    return "#rift" in element.get("resp", "").split()


def is_note(element: etree._Element) -> bool:
    return name(element) == "note" and element.get("place") in APART


def printed(element: etree._Element) -> str:
    """Text of an element as the source prints it, without its notes; breaks are nothing."""
    return _reading(element, "corr", ADDED)


def corrected(element: etree._Element) -> str:
    """Text of an element as this edition reads it, without notes."""
    return _reading(element, "sic", ("note",))


def _reading(element: etree._Element, other: str, added: tuple[str, ...]) -> str:
    parts = [element.text or ""]
    for child in element:
        hidden = not name(child) or name(child) == other or is_note(child) or name(child) in added and is_ours(child)
        parts += ["" if hidden else _reading(child, other, added), child.tail or ""]
    return "".join(parts)


@dataclass
class Note:
    """A printed note: how many letters of the text stand before it, and its letters."""

    element: etree._Element
    at: int
    letters: str


@dataclass
class Located:
    """One text. ``gaps[i]`` is what stands between letter i and the next; ``spans`` are ranges of letters."""

    root: etree._Element
    raw_lines: list[str]
    letters: str = ""
    gaps: list[str] = field(default_factory=list)
    spans: dict[etree._Element, tuple[int, int]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    @classmethod
    def read(cls, root: Path, text: str) -> Located:
        """The text ``text`` of the edition at ``root``."""
        raw = (root / "sources" / text / "text.txt").read_text(encoding="utf-8")
        made = cls(etree.parse(str(root / "tei" / f"{text}.xml")).getroot(), raw.split("\n"))
        made._found: list[str] = []
        made._walk(made.root.find(f"{TEI}text"))
        made.letters = "".join(made._found)
        made._align()
        return made

    # ---- the stream

    def _put(self, text: str | None) -> None:
        for char in text or "":
            if char.isalnum():
                self._found.append(folded := char.casefold())
                self.gaps += [""] * len(folded)
            elif self.gaps:
                self.gaps[-1] += char

    def _walk(self, element: etree._Element) -> None:
        tag = name(element)
        if not tag or tag == "corr" or tag in ADDED and is_ours(element):
            return
        if is_note(element):
            self.notes.append(Note(element, len(self.gaps), letters(printed(element))))
            return
        start = len(self.gaps)
        self._put(element.text)
        for child in element:
            self._walk(child)
            self._put(child.tail)
        self.spans[element] = (start, len(self.gaps))

    # ---- the raw text

    def _align(self) -> None:
        """Give every letter its place among the letters of the raw text."""
        kept = [letters(line) for line in self.raw_lines]
        self._raw = "".join(kept)
        self._starts, size = [], 0
        for line in kept:
            self._starts.append(size)
            size += len(line)
        self._line_starts = set(self._starts)
        self.places: list[int] = []
        i = j = 0
        while i < len(self.letters):
            if j < len(self._raw) and self.letters[i] == self._raw[j]:
                self.places.append(j)
                i, j = i + 1, j + 1
                continue
            there = self._raw.find(self.letters[i:i + PROOF], j)
            if there < 0:  # the TEI has what the raw text has not
                self.places.append(j)
                i += 1
                continue
            self._pull(i, there)
            j = there

    def _pull(self, i: int, there: int) -> None:
        """Letters that agree by chance with those left out belong behind the gap, if it ends at the beginning of a line."""
        back = 0
        while back < i and self.letters[i - back - 1] == self._raw[there - back - 1]:
            back += 1
        best = next((k for k in range(back + 1) if there - k in self._line_starts), 0)
        for k in range(1, best + 1):
            self.places[i - k] = there - k

    def line(self, letter: int) -> int:
        """Raw line of a letter."""
        if not self.places:
            return 1
        place = self.places[min(letter, len(self.places) - 1)]
        return bisect_left(self._starts, place + 1)

    def lines(self, element: etree._Element) -> tuple[int, int]:
        """First and last raw line of an element of the running text."""
        first, last = self.spans[element]
        return self.line(first), self.line(max(first, last - 1))

    def letter_at(self, line: int, end: bool = False) -> int | None:
        """The first letter of a raw line (or the last), None if it is not in the running text."""
        low = self._starts[line - 1]
        high = self._starts[line] if line < len(self._starts) else len(self._raw)
        at = bisect_left(self.places, high - 1 if end else low)
        return at if low < high and at < len(self.places) and low <= self.places[at] < high else None

    def words(self, element: etree._Element) -> str:
        """Letters of an element of the running text."""
        first, last = self.spans[element]
        return self.letters[first:last]

    def all(self, *tags: str) -> list[etree._Element]:
        """Elements of the running text, in the order of their ends."""
        return [e for e in self.spans if name(e) in tags]

    def note_lines(self, note: Note) -> tuple[int, int]:
        """First and last raw line of a note's own text; (0, 0) where it is lost or not found as it stands."""
        at = self._raw.find(note.letters[:80]) if note.letters else -1
        if at < 0:
            return 0, 0
        return bisect_left(self._starts, at + 1), bisect_left(self._starts, at + len(note.letters))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)
