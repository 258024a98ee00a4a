"""A text as blocks of strips: what structure rules work on, before the text is set."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from rift.model.document import Group
from rift.model.line import Line, Pages
from rift.model.tables import Row


class Strip(NamedTuple):
    """Part of a line, raw offsets ``start`` to ``end``; most often the whole line."""

    line: Line
    start: int
    end: int

    @classmethod
    def whole(cls, line: Line) -> Strip:
        return cls(line, line.start, line.end)


@dataclass
class Draft:
    """A block to be: its element (``p``, ``head``, ``argument/p`` …) and the strips that it is set from."""

    kind: str
    strips: list[Strip]
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def line(self) -> int:
        """Raw line of the first character."""
        return self.strips[0].line.number

    @property
    def text(self) -> str:
        """The words of all strips, a space between lines, as printed: note marks and line-end hyphens are still there."""
        return " ".join([self.raw_text(s) for s in self.strips])

    @staticmethod
    def raw_text(strip: Strip) -> str:
        line = strip.line
        return line.text[strip.start - line.start:strip.end - line.start] if not line.holes else line.text


@dataclass
class Outline:
    """Drafts in order, groups over them (by draft number), and what rules need to know."""

    pages: Pages
    drafts: list[Draft]
    groups: list[Group] = field(default_factory=list)
    paragraph_rows: dict[int, bool] = field(default_factory=dict)
    structure_rows: tuple[Row, ...] = ()
    unmatched: list[Row] = field(default_factory=list)
    unjoined: list[int] = field(default_factory=list)  # lines that a row joins to what is not there

    def group(self, name: str, first: int, last: int, **attributes: str) -> None:
        """Put drafts ``first`` to ``last`` (inclusive) into an element; outer groups are made before inner ones."""
        self.groups.append(Group(name, first, last, attributes))
