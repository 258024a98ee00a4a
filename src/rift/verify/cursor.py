"""Where the comparison stands: one place in the source, one in the TEI, and what was taken so far."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import takewhile
from typing import NamedTuple

from rift.verify.projection import Note, Projection
from rift.verify.source import BREAK, Source

KEPT, MOVED = "kept", "moved with notes"
HYPHEN, MARK, NUMBER, SPACE = "line-end hyphens", "note marks", "page numbers", "white space folded"

SPACES = (" ", BREAK)

# Texts agree for some 250 characters between two line-end hyphens; comparing starts with as many.
STRIDE = 256


class Step(NamedTuple):
    """``length`` characters of the source from ``i`` were taken as ``kind``; ``j`` is the place in the TEI then."""

    kind: str
    i: int
    j: int
    length: int


@dataclass
class Cursor:
    """``i`` is a place in ``source.text`` and ``j`` one in ``tei.text``.

    While a note's body is read, ``back`` is the place in the running text to return to. ``placed`` are the notes
    whose body (or lone mark) the source was seen to print.
    """

    source: Source
    tei: Projection
    i: int = 0
    j: int = 0
    back: int | None = None
    placed: frozenset[Note] = frozenset()
    steps: list[Step] = field(default_factory=list)

    def at(self, i: int, j: int) -> Cursor:
        """A second cursor at another place, to try what would follow."""
        return Cursor(self.source, self.tei, i, j, self.back, self.placed)

    @property
    def here(self) -> str:
        """The next character of the source."""
        return self.source.text[self.i]

    @property
    def there(self) -> str:
        """The next character of the TEI."""
        return self.tei.text[self.j]

    @property
    def main(self) -> int:
        """The place in the running text of the TEI."""
        return self.j if self.back is None else self.back

    def match(self) -> None:
        """Take what both have in common from here."""
        a, b, i, j = self.source.text, self.tei.text, self.i, self.j
        stride = STRIDE
        while stride:
            if a[i : i + stride] == b[j : j + stride]:
                i += stride
                j += stride
            else:
                stride //= 2
        if i > self.i:
            self.steps.append(Step(KEPT if self.back is None else MOVED, self.i, self.j, i - self.i))
            self.i, self.j = i, j

    def take(self, kind: str, length: int = 1) -> None:
        """Take characters of the source that the TEI has elsewhere, otherwise or not at all."""
        self.steps.append(Step(kind, self.i, self.j, length))
        self.i += length

    def take_space(self) -> None:
        """Take white space of the source, if there is some here, that was already taken beside what stood between."""
        if self.here in SPACES:
            self.take(SPACE)

    def pending(self, mark: str) -> list[Note]:
        """Notes with this mark that were passed and whose body has not been met, in the order of their marks."""
        near: list[Note] = []
        for on_page in (True, False):
            notes = self.tei.notes_marked.get((mark, on_page), [])
            passed = bisect_left(notes, (self.main,))
            near += takewhile(self._in_reach, (notes[k] for k in range(passed - 1, -1, -1)))
        return sorted(note for note in near if note not in self.placed)

    def _in_reach(self, note: Note) -> bool:
        """A footnote stands on the page of its mark: at most its own page's end has been passed."""
        anchors = self.tei.page_anchors
        return not note.on_page or bisect_left(anchors, self.main) - bisect_left(anchors, note.anchor) <= 1
