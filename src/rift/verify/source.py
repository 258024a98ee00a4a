"""The source as a stream: a raw text without its excluded ranges, white space folded, each character with its place.

White space is one space in the stream, with one exception: after a hyphen that ends a raw line it is ``BREAK``,
because there alone white space may be missing from the TEI. An excluded range inside a word joins what stands round it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from rift.model.raw import HYPHENS, RawText
from rift.model.tables import Exclusion

# Characters that XML cannot hold, so nothing in a TEI file equals them.
BREAK, STOP = "\x03", "\x04"

_CONTROL = re.compile("[\x00-\x08]")
_LONG_SPACE = re.compile(r"\s{2,}")


class Source(NamedTuple):
    """``text`` ends with ``STOP``.

    A strip is what stands on one raw line between two excluded ranges. Strip ``n`` begins at ``starts[n]`` in ``text`` and at
    ``offsets[n]`` in the raw text. ``kept`` counts the raw characters that are not excluded.
    """

    raw: RawText
    text: str
    starts: tuple[int, ...]
    offsets: tuple[int, ...]
    kept: int

    def offset(self, index: int) -> int:
        """Raw offset of a character of ``text``; that of white space is the end of the word before."""
        if not self.starts:
            return 0
        strip = self._strip(index)
        offset = self.offsets[strip] + index - self.starts[strip]
        end = self.offsets[strip + 1] if strip + 1 < len(self.offsets) else len(self.raw.text)
        for space in _LONG_SPACE.finditer(self.raw.text, self.offsets[strip], end):
            if space.start() >= offset:
                break
            offset += space.end() - space.start() - 1
        return min(offset, len(self.raw.text) - 1)

    def line(self, index: int) -> int:
        """Raw line of a character of ``text``: that on which its strip stands."""
        return self.raw.line_of(self.offsets[self._strip(index)] if self.starts else 0)

    def _strip(self, index: int) -> int:
        return max(0, bisect_right(self.starts, index) - 1)

    def begins_line(self, index: int) -> bool:
        """Whether a character of ``text`` is the first on its raw line."""
        return index == 0 or (self.text[index - 1] in (" ", BREAK) and self.line(index - 2) < self.line(index))

    def ends_line(self, index: int) -> bool:
        """Whether the character of ``text`` before ``index`` is the last on its raw line."""
        if self.text[index] == STOP:
            return True
        return self.text[index] in (" ", BREAK) and self.line(index - 1) < self.line(index + 1)


def read_source(raw: RawText, exclusions: Sequence[Exclusion]) -> Source:
    """The stream of a raw text. ``exclusions`` are in order; where they overlap, their union is left out."""
    text = _CONTROL.sub("\ufffd", raw.text)
    strips: list[str] = []
    offsets: list[int] = []
    before: list[str] = []
    kept, gap = 0, ""
    for start, end in _kept_ranges(len(text), exclusions):
        kept += end - start
        for number, line in enumerate(text[start:end].split("\n")):
            if number:
                gap = "\n"
            words = " ".join(line.split())
            if words:
                before.append(_separator(strips, gap or line[0]))
                strips.append(words)
                offsets.append(start + len(line) - len(line.lstrip()))
                gap = ""
            if line and line[-1].isspace():
                gap = gap or " "
            start += len(line) + 1
    pairs = list(chain.from_iterable(zip(before, strips, strict=True)))
    starts = tuple(accumulate(map(len, pairs), initial=0))[1::2]
    return Source(raw, "".join(pairs) + STOP, starts, tuple(offsets), kept)


def _separator(strips: list[str], gap: str) -> str:
    """What stands in the stream between the last strip and the next, ``gap`` being what begins there in the raw text."""
    if not strips or not gap.isspace():
        return ""
    divided = gap == "\n" and strips[-1][-1] in HYPHENS and strips[-1][-2:-1].isalnum()
    return BREAK if divided else " "


def _kept_ranges(length: int, exclusions: Sequence[Exclusion]) -> Iterator[tuple[int, int]]:
    at = 0
    for exclusion in exclusions:
        if exclusion.start > at:
            yield at, min(exclusion.start, length)
        at = max(at, exclusion.end)
    if at < length:
        yield at, length
