"""Raw lines with the part that each plays, and the pages they stand on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from rift.model.raw import RawText


class Cut(NamedTuple):
    """A printed note mark that refers to a note, at raw offsets ``start`` to ``end``."""

    start: int
    end: int
    mark: str


@dataclass
class Line:
    """What is text of one raw line: raw offsets ``start`` to ``end``, without white space at both ends.

    ``part`` is ``body``, ``note`` (a note's text, ``mark`` its printed mark), ``number`` (a printed page number) or
    what a rule names. ``page`` counts from 0. ``blank_before`` counts the empty raw lines above, ``rule_before`` says
    that one of them is a row of spaces as wide as a rule. ``holes`` are stretches inside the line that are not text. ``width`` is
    the natural width of the text, once somebody has measured it.
    """

    number: int
    start: int
    end: int
    text: str
    blank_before: int = 0
    rule_before: bool = False
    indented: bool = False
    part: str = "body"
    page: int = 0
    mark: str = ""
    cuts: list[Cut] = field(default_factory=list)
    holes: list[tuple[int, int]] = field(default_factory=list)
    width: float = 0


@dataclass
class Page:
    """A printed page: its number as printed (empty if none) and as counted, and the raw line where it begins."""

    line: int
    printed: str = ""
    n: str = ""


@dataclass
class Pages:
    """A raw text after reading: its lines of text in order, and its pages (none for texts without)."""

    raw: RawText
    lines: list[Line]
    pages: list[Page] = field(default_factory=list)
    worklist: list[tuple[int, str, str]] = field(default_factory=list)

    def ask(self, line: int, what: str, row: str) -> None:
        """Put a question to a reader: raw line, what is to be decided, and the table row that would settle it."""
        self.worklist.append((line, what, row))
