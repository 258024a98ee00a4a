"""Linearise what stands off: marks, corrections, page breaks and notes of one block, properly nested.

At one position, elements that end there close first, then come page breaks and notes, then elements that begin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from rift.encode.escaping import escape, quoted
from rift.model.document import Change, Mark

# Marks that may be parted where they cross another; all others give way.
PARTED = ("said", "quote", "soCalled")


def attributes(pairs: Iterable[tuple[str, str]]) -> str:
    """Attributes as they stand in a start tag, those without a value left out."""
    return "".join([f" {name}={quoted(value)}" for name, value in pairs if value])


class Atom(NamedTuple):
    """A correction at reading positions ``start`` to ``end``, written out as ``xml``."""

    start: int
    end: int
    xml: str


@dataclass
class Inline:
    """What stands in one block: its marks, corrections, and milestones (position, whether behind a deletion there, XML)."""

    text: str
    start: int
    end: int
    marks: list[Mark]
    atoms: list[Atom] = field(default_factory=list)
    milestones: list[tuple[int, bool, str]] = field(default_factory=list)
    dropped: list[Mark] = field(default_factory=list)

    def xml(self, new_id: Callable[[Mark], str]) -> str:
        """The block's content. ``new_id`` gives the id of a mark that asks for one."""
        marks = nest([self._outside_atoms(m) for m in self.marks] if self.atoms else self.marks, self.dropped)
        self._out: list[str] = []
        self._at = self.start
        self._atoms = iter([*self.atoms, Atom(self.end + 1, self.end + 1, "")])
        self._stones = iter([*self.milestones, (self.end + 1, False, "")])
        self._atom, self._stone = next(self._atoms), next(self._stones)
        open_marks: list[Mark] = []
        for mark in marks:
            while open_marks and open_marks[-1].end <= mark.start:
                self._close(open_marks.pop())
            self._text_to(mark.start, True)
            self._out.append(self._open_tag(mark, new_id))
            open_marks.append(mark)
        while open_marks:
            self._close(open_marks.pop())
        self._text_to(self.end, True)
        return "".join(self._out)

    def _outside_atoms(self, mark: Mark) -> Mark:
        """Widen a mark whose edge falls inside a correction."""
        start, end = mark.start, mark.end
        for atom in self.atoms:
            if atom.start < start < atom.end:
                start = atom.start
            if atom.start < end < atom.end:
                end = atom.end
        return mark if (start, end) == (mark.start, mark.end) else mark._replace(start=start, end=end)

    def _close(self, mark: Mark) -> None:
        self._text_to(mark.end, False)
        self._out += [f"</{name}>" for name in reversed(mark.path.split("/"))]

    def _open_tag(self, mark: Mark, new_id: Callable[[Mark], str]) -> str:
        first, *inner = mark.path.split("/")
        pairs = [("xml:id", new_id(mark)), *mark.attributes] if mark.id else mark.attributes
        return f"<{first}{attributes(pairs)}>" + "".join(f"<{name}>" for name in inner)

    def _text_to(self, position: int, stones_too: bool) -> None:
        """Write up to a position; milestones that stand just there only where nothing closes any more."""
        while True:
            stop = min(self._atom.start, self._stone[0])
            if stop > position or stop == position and not stones_too and self._stone[0] == stop:
                break
            if stop == position and self._atom.start == stop and self._atom.end > stop:
                break
            self._plain(stop)
            if self._stone[:2] <= (self._atom.start, False):
                self._out.append(self._stone[2])
                self._stone = next(self._stones)
            else:
                self._out.append(self._atom.xml)
                self._at = self._atom.end
                self._atom = next(self._atoms)
        self._plain(position)

    def _plain(self, stop: int) -> None:
        if stop > self._at:
            self._out.append(escape(self.text[self._at:stop]))
            self._at = stop


def nest(marks: list[Mark], dropped: list[Mark]) -> list[Mark]:
    """Marks in document order, properly nested.

    Where two cross, speech and quotations are parted at the other's edge; any other mark that crosses is put into
    ``dropped``. Of two equal marks with one name the first stays.
    """
    result: list[Mark] = []
    stack: list[Mark] = []
    queue = sorted(marks, key=_order)
    seen: set[tuple[int, int, str]] = set()
    while queue:
        mark = queue.pop(0)
        while stack and stack[-1].end <= mark.start:
            stack.pop()
        key = (mark.start, mark.end, mark.path)
        if mark.start >= mark.end or key in seen:
            continue
        if stack and mark.end > stack[-1].end:
            edge = stack[-1].end
            if mark.path not in PARTED:
                dropped.append(mark)
                continue
            rest, mark = mark._replace(start=edge), mark._replace(end=edge)
            queue.append(rest)
            queue.sort(key=_order)
        seen.add(key)
        result.append(mark)
        stack.append(mark)
    return result


def _order(mark: Mark) -> tuple[int, int, int]:
    return mark.start, -mark.end, mark.rank


def choice(sic: str, change: Change) -> str:
    """A correction beside what is printed; ``sic`` is XML, because a page break or note may stand in it."""
    pairs = attributes((("resp", "#rift"), ("type", change.type), ("cert", change.cert)))
    if not sic:
        pairs = attributes((("resp", "#rift"), ("reason", "omitted-in-source"), ("cert", change.cert)))
        return f"<supplied{pairs}>{escape(change.right)}</supplied>"
    return f"<choice><sic>{sic}</sic><corr{pairs}>{escape(change.right)}</corr></choice>"
