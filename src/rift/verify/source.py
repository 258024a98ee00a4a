"""The source as a stream: a raw text without its excluded ranges, white space folded, each character with its place.

White space is one space in the stream, with one exception: after a hyphen that ends a raw line it is ``BREAK``,
because there alone white space may be missing from the TEI. An excluded range inside a word joins what stands round it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from rift.model.raw import RawText
from rift.model.tables import Exclusion

# Characters that XML cannot hold, so nothing in a TEI file equals them.
BREAK, STOP = "\x03", "\x04"

HYPHENS = "-\u00ad\u2010\u2011"

_WORD = re.compile(r"\S+")
_CONTROL = re.compile("[\x00-\x08]")


@dataclass(frozen=True)
class Source:
    """``text`` ends with ``STOP``. Word ``n`` begins at ``starts[n]`` in it and at ``offsets[n]`` in the raw text."""

    raw: RawText
    text: str
    starts: tuple[int, ...]
    offsets: tuple[int, ...]
    kept: int

    @property
    def printed(self) -> int:
        """How many of the ``kept`` characters are not white space."""
        return len(self.text) - 1 - self.text.count(" ") - self.text.count(BREAK)

    def offset(self, index: int) -> int:
        """Raw offset of a character of ``text``; that of white space is the end of the word before."""
        if not self.starts:
            return 0
        word = max(0, bisect_right(self.starts, index) - 1)
        return min(self.offsets[word] + index - self.starts[word], max(0, len(self.raw.text) - 1))

    def line(self, index: int) -> int:
        """Raw line of a character of ``text``."""
        return self.raw.line_of(self.offset(index))

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
    words: list[str] = []
    offsets: list[int] = []
    glued: set[int] = set()
    kept, inside_word = 0, False
    for start, end in _kept_ranges(len(text), exclusions):
        if inside_word and not text[start].isspace():
            glued.add(len(words))
        matches = list(_WORD.finditer(text, start, end))
        words += [match[0] for match in matches]
        offsets += [match.start() for match in matches]
        kept += end - start
        inside_word = not text[end - 1].isspace()
    before = [" "] * len(words)
    for number in _divided(text, words, offsets):
        before[number] = BREAK
    for number in chain(glued, range(min(1, len(words)))):
        before[number] = ""
    pairs = list(chain.from_iterable(zip(before, words, strict=True)))
    starts = tuple(accumulate(map(len, pairs), initial=0))[1::2]
    return Source(raw, "".join(pairs) + STOP, starts, tuple(offsets), kept)


def _kept_ranges(length: int, exclusions: Sequence[Exclusion]) -> Iterator[tuple[int, int]]:
    at = 0
    for exclusion in exclusions:
        if exclusion.start > at:
            yield at, min(exclusion.start, length)
        at = max(at, exclusion.end)
    if at < length:
        yield at, length


def _divided(text: str, words: list[str], offsets: list[int]) -> Iterator[int]:
    """Numbers of the words that follow a line-end hyphen."""
    for number, word in enumerate(words[:-1]):
        if word[-1] in HYPHENS and word[-2:-1].isalnum():
            if "\n" in text[offsets[number] + len(word) : offsets[number + 1]]:
                yield number + 1
