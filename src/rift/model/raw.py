"""A raw text as received: characters, lines and places."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

# Signs that divide a word at a line end. A soft hyphen is never part of the word.
SOFT = "\u00ad"
HYPHENS = ("-", SOFT, "\u2010", "\u2011")


@dataclass(frozen=True)
class RawText:
    """One file ``sources/<id>/text.txt``.

    ``text`` is the decoded file, unchanged. Offsets count characters from 0;
    lines and columns count from 1, as editors and grep do.
    """

    id: str
    text: str

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first character of every line."""
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return tuple(starts)

    @property
    def line_count(self) -> int:
        return len(self.line_starts)

    def place(self, offset: int) -> tuple[int, int]:
        """Raw line and column of a character offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line_of(self, offset: int) -> int:
        return bisect_right(self.line_starts, offset)

    def line(self, number: int) -> str:
        """Text of raw line ``number`` without its line end."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] - 1 if number < self.line_count else len(self.text)
        return self.text[start:end]

    def offset(self, line: int, column: int = 1) -> int:
        """Character offset of a raw line and column. Raises ``IndexError`` past the last line."""
        return self.line_starts[line - 1] + column - 1
