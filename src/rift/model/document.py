"""A source text between its raw characters and its TEI.

Three coordinates, each a step further from the raw file:

* **raw offsets** count the characters of ``text.txt``;
* **printed positions** count the characters of ``Setting.text``: the text as printed, set into blocks, with white
  space folded, line-end hyphens joined and note marks taken out. ``Setting.origin`` leads back to raw offsets;
* **reading positions** count the characters of ``Document.text``: the text as corrected. Annotation and encoding
  work on these; every correction keeps the printed words it stands for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from rift.model.raw import RawText


@dataclass
class Block:
    """A stretch of text that is one block element, e.g. ``p`` or ``argument/p`` (outer element first).

    ``start`` and ``end`` are positions in the text; ``line`` is the raw line of the first character.
    """

    kind: str
    start: int
    end: int
    line: int
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass
class Group:
    """An element around whole blocks: a division, a speaker turn, a list. ``first`` and ``last`` are block numbers."""

    name: str
    first: int
    last: int
    attributes: dict[str, str] = field(default_factory=dict)


class Break(NamedTuple):
    """The beginning of a printed page at a position; ``n`` is bracketed when it was inferred."""

    position: int
    n: str
    line: int
    inside_word: bool = False


@dataclass
class Anchor:
    """A printed note mark at a position. ``body`` is the number of the block with the note's text, None if it is lost."""

    position: int
    mark: str
    place: str
    line: int
    body: int | None = None


class Change(NamedTuple):
    """A correction of printed positions ``start`` to ``end`` (equal for an insertion) to ``right``."""

    start: int
    end: int
    right: str
    type: str
    cert: str
    reason: str = ""


class Mark(NamedTuple):
    """An inline element over reading positions ``start`` to ``end``.

    ``path`` names the element, or several nested ones from the outside (``kinesic/desc``); the attributes belong to the
    outermost. ``rank`` orders marks over the same stretch from the outside in. ``id`` asks for an ``xml:id``.
    """

    start: int
    end: int
    path: str
    attributes: tuple[tuple[str, str], ...] = ()
    rank: int = 5
    id: bool = False

    def get(self, name: str) -> str | None:
        return dict(self.attributes).get(name)


@dataclass
class Setting:
    """The printed text set into blocks. Notes' bodies are blocks too (kind ``note``), after all others.

    ``lines`` says for each raw line from where to where its text stands.
    """

    raw: RawText
    text: str
    origin: array
    blocks: list[Block]
    groups: list[Group]
    breaks: list[Break]
    anchors: list[Anchor]
    lines: dict[int, tuple[int, int]] = field(default_factory=dict)

    def line_at(self, position: int) -> int:
        """Raw line of the printed character at a position (the last one's for the end of the text)."""
        return self.raw.line_of(self.origin[min(position, len(self.origin) - 1)])

    def span_of_line(self, line: int) -> tuple[int, int]:
        """Printed positions of what stands on a raw line; empty where nothing of it is text."""
        return self.lines.get(line, (0, 0))


@dataclass
class Document:
    """A text as corrected, with its marks. Blocks, breaks and anchors are in reading positions.

    ``changes[i]`` stands at reading positions ``places[i]``.
    """

    setting: Setting
    text: str
    blocks: list[Block]
    groups: list[Group]
    breaks: list[Break]
    anchors: list[Anchor]
    changes: list[Change]
    places: list[tuple[int, int]]
    marks: list[Mark] = field(default_factory=list)

    def printed(self, position: int, *, end: bool = False) -> int:
        """Printed position of a reading position; a place inside a correction widens to the correction's edge."""
        k = bisect_right(self._starts, position if not end else position - 1) - 1
        if k < 0:
            return position
        change, (_, stop) = self.changes[k], self.places[k]
        if position < stop or (end and position <= stop and position > self.places[k][0]):
            return change.end if end else change.start
        return change.end + position - stop

    def reading(self, position: int) -> int:
        """Reading position of a printed position; one inside a correction widens to the correction's start."""
        k = bisect_right(self._printed_starts, position) - 1
        if k < 0:
            return position
        change, (start, stop) = self.changes[k], self.places[k]
        if position < change.end:
            return start
        return stop + position - change.end

    def line_at(self, position: int) -> int:
        """Raw line of the character at a reading position."""
        return self.setting.line_at(self.printed(position))

    def block_at(self, position: int) -> int:
        """Number of the block that holds a reading position."""
        return max(bisect_right(self._block_starts, position) - 1, 0)

    def index(self) -> None:
        """Make the look-ups; call once after the fields are filled."""
        self._starts = [a for a, _ in self.places]
        self._printed_starts = [c.start for c in self.changes]
        self._block_starts = [b.start for b in self.blocks]
