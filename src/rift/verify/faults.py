"""What is wrong where TEI and source differ, and where they agree again.

1. Small faults: every way to leave out up to ``REACH`` characters on each side is tried, and the cheapest after which
   the texts agree for ``ENOUGH`` characters is taken; failing that, the one with the longest agreement.
2. Large ones (a lost or added sentence or page): the nearest words of the TEI that the source has further on.
3. Failing both, all that is left is one fault.

Known limit: where a letter is repeated, which of the two was lost cannot be told, and the last is named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from rift.model.raw import HYPHENS
from rift.verify.cursor import Cursor
from rift.verify.moves import finished, follow, word_at
from rift.verify.projection import END, NOTE, PAGE
from rift.verify.source import BREAK, STOP

# A swap over a divided word, the widest fault of one stroke, is four characters of the source against two.
REACH = 4

# Texts go on alike for so many characters after a fault; near another fault or the end, no fewer than the second figure.
ENOUGH = 32
ANCHORED = 8

# A lost page is some 2,400 characters long, a lost chapter 60,000; what a person adds is seldom longer than a chapter's abstract.
SOURCE_WINDOW = 100_000
TEI_WINDOW = 20_000

# So many characters of the TEI are sought in the source, and so many times: `of the P` stands in every paragraph.
ANCHOR = 8
HITS = 20

_DIVISION = re.compile(rf"(?<=\w)[{''.join(HYPHENS)}]{BREAK}(?=\w)")
_SIGNS = re.compile(f"[{NOTE}{PAGE}{END}]")

_CHEAPEST_FIRST = sorted(
    ((di, dj) for di in range(REACH + 1) for dj in range(REACH + 1) if di or dj),
    key=lambda pair: (max(pair), sum(pair), -pair[0]),
)


class Fault(NamedTuple):
    """Characters ``i`` to ``i_end`` of the source stand against ``j`` to ``j_end`` of the TEI, and are not allowed to differ."""

    i: int
    i_end: int
    j: int
    j_end: int
    missing: str
    added: str

    @property
    def code(self) -> str:
        """Which code of the catalogue says what happened."""
        if self.added == NOTE or (NOTE in self.added and not self.missing):
            return "VER-011"
        missing, added = (side.replace(NOTE, "").replace(PAGE, "") for side in (self.missing, self.added))
        if not (missing + added).strip():
            return "VER-004"
        if not added:
            return "VER-001"
        if not missing:
            return "VER-002"
        return "VER-008" if Counter(missing) == Counter(added) else "VER-003"


def find_fault(cursor: Cursor) -> Fault:
    """The fault at a cursor that no move takes further. The cursor is left where it is."""
    di, dj = _small(cursor) or _large(cursor) or _rest(cursor)
    i, j = cursor.i, cursor.j
    missing = _DIVISION.sub("", cursor.source.text[i : i + di]).replace(BREAK, " ")
    return Fault(i, i + di, j, j + dj, missing, cursor.tei.text[j : j + dj])


def _small(cursor: Cursor) -> tuple[int, int] | None:
    best, longest = None, ANCHORED - 1
    for di, dj in _CHEAPEST_FIRST:
        length = _agreement(cursor, di, dj)
        if length > longest:
            best, longest = (di, dj), length
        if length >= ENOUGH:
            break
    return best


def _agreement(cursor: Cursor, di: int, dj: int) -> int:
    """How many characters would agree if so many were left out on each side."""
    i, j = cursor.i + di, cursor.j + dj
    if STOP in cursor.source.text[cursor.i : i] or END in cursor.tei.text[cursor.j : j]:
        return 0
    trial = cursor.at(i, j)
    length = follow(trial, ENOUGH)
    return ENOUGH if finished(trial) else length


def _large(cursor: Cursor) -> tuple[int, int] | None:
    """The least that must be left out so that words of the TEI meet the same words of the source, or the source comes to a note."""
    best = None
    for j, words in _words(cursor.tei.text, cursor.j):
        dj = j - cursor.j
        if best and dj >= sum(best):
            break
        limit = cursor.i + (sum(best) - dj if best else SOURCE_WINDOW)
        i = next((i for i in _hits(cursor.source.text, words, cursor.i, limit) if _agreement(cursor, i - cursor.i, dj) >= ENOUGH), None)
        if i is not None:
            best = (i - cursor.i, dj)
    return _to_note(cursor, sum(best) if best else SOURCE_WINDOW) or best


def _hits(text: str, words: str, start: int, limit: int) -> Iterator[int]:
    """The first places at which words stand in the source."""
    at = start - 1
    for _ in range(HITS):
        at = text.find(words, at + 1, limit)
        if at < 0:
            return
        yield at


def _to_note(cursor: Cursor, limit: int) -> tuple[int, int] | None:
    """How far it is, within a limit, to a line of the source that goes on as the TEI does, as a note's body may."""
    starts = cursor.source.starts
    for i in starts[bisect_left(starts, cursor.i + 1) : bisect_left(starts, cursor.i + limit)]:
        if cursor.source.begins_line(i) and _agreement(cursor, i - cursor.i, 0) >= ENOUGH:
            return i - cursor.i, 0
    return None


def _words(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Where words begin in a stream of the TEI, with as much of them as will be sought."""
    stop = min(text.find(END, start), start + TEI_WINDOW)
    at = start
    while at < stop:
        words = _SIGNS.split(text[at : at + ANCHOR], maxsplit=1)[0]
        if len(words) * 2 >= ANCHOR:
            yield at, words
        at = text.find(" ", at, stop) + 1 or stop


def _rest(cursor: Cursor) -> tuple[int, int]:
    """In a note, what is left of its body, or of a word after it; else all that is left on both sides."""
    rest = cursor.tei.text.find(END, cursor.j) - cursor.j
    if cursor.back is None:
        return len(cursor.source.text) - 1 - cursor.i, rest
    return (0, rest) if rest else (len(word_at(cursor, cursor.i)), 0)
