"""Runs of words: what of a text counts as a piece of it, however it is printed.

A run is ``RUN`` words that follow each other. Case, punctuation, accents and markup do not count, so that a passage is
known again in a page, a table or a record of the search index. Headings are not in a run: they may be shown; nor is a row of
words that are all in names, as in a list of people, one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, pairwise
from unicodedata import normalize

from lxml import etree

from rift.publish.words import TEI, XML_ID, is_mark

RUN = 12
# Any run holds one of the stretches of KEY words that begin at a multiple of STEP: only these are looked up.
STEP = RUN // 2
KEY = RUN + 1 - STEP
WORD = re.compile(r"[^\W_]+")
ACCENTS = re.compile("[\u0300-\u036f]")
BLOCKS = {f"{TEI}{name}" for name in ("p", "head", "sp", "speaker", "stage", "item", "note", "closer", "opener", "byline")}
NAMES = {f"{TEI}{name}" for name in ("persName", "placeName", "orgName", "title")}
SIC, CORR, HEAD = f"{TEI}sic", f"{TEI}corr", f"{TEI}head"


@lru_cache(maxsize=None)
def fold(word: str) -> str:
    """``word`` without what does not count."""
    return ACCENTS.sub("", normalize("NFKD", word)).casefold()


def folded(text: str) -> list[str]:
    """The words of ``text`` in order, without what does not count."""
    return [fold(word) for word in WORD.findall(text)]


@dataclass(frozen=True)
class Words:
    """Words of a text that follow each other, without what does not count; of each the nearest ``xml:id``, and the
    numbers of those that are not in a name.
    """

    forms: list[str]
    places: list[str]
    unnamed: list[int]


@dataclass(eq=False)
class Runs:
    """The runs of texts that are withheld."""

    _places: dict[tuple[str, ...], str] = field(default_factory=dict)
    _keys: set[tuple[str, ...]] = field(default_factory=set)
    _allowed: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, words: Words, path: str) -> None:
        """Withhold every run of ``words``, which stand in the file ``path``."""
        ends = [-1, *words.unnamed, len(words.forms)]
        rows_of_names = {at for before, after in pairwise(ends) for at in range(before + 1, after - RUN + 1)}
        for at, run in enumerate(_pieces(words.forms, RUN)):
            if at not in rows_of_names:
                self._places.setdefault(run, f"{path}#{words.places[at]}")
        self._keys.update(_pieces(words.forms, KEY))

    def allow(self, words: list[str]) -> None:
        """Except the runs of ``words``: a title, or a text that is shown."""
        self._allowed.update(_pieces(words, RUN))

    def find(self, words: list[str]) -> list[tuple[int, int]]:
        """Where ``words`` hold something that is withheld: first word and the one after the last, longest first to last."""
        found: list[tuple[int, int]] = []
        for key in range(0, len(words) - KEY + 1, STEP):
            if tuple(words[key:key + KEY]) not in self._keys:
                continue
            for start in range(max(0, key + KEY - RUN), key + 1):
                if self._is_withheld(words, start):
                    before = found.pop() if found and found[-1][1] >= start else (start, start)
                    found.append((before[0], start + RUN))
        return found

    def place(self, words: list[str], start: int) -> str:
        """Where the run that begins at ``start`` stands."""
        return self._places[tuple(words[start:start + RUN])]

    def _is_withheld(self, words: list[str], start: int) -> bool:
        run = tuple(words[start:start + RUN])
        return run in self._places and run not in self._allowed


def passages(text: etree._Element) -> Iterable[Words]:
    """The words of a TEI ``text``, as the source and as this edition reads.

    What stands between two headings, and each note, is a passage of its own.
    """
    for skipped in (SIC, CORR):
        flow = _Flow(skipped)
        flow.walk(text, ("", False))
        for pieces in (*flow.ended, flow.pieces):
            yield _words_of(pieces)


Under = tuple[str, bool]  # nearest xml:id, and whether in a name


class _Flow:
    """Collects text nodes with what they stand under; ``ended`` are the passages before the last one."""

    def __init__(self, skipped: str):
        self.skipped = skipped
        self.pieces: list[tuple[str, Under]] = []
        self.ended: list[list[tuple[str, Under]]] = []

    def walk(self, element: etree._Element, around: Under) -> None:
        under = element.get(XML_ID, around[0]), around[1] or element.tag in NAMES
        self.pieces.append((element.text or "", under))
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, under)
            self.pieces.append((child.tail or "", under))

    def _child(self, child: etree._Element, under: Under) -> None:
        if child.tag == self.skipped:
            return
        if child.tag == HEAD:
            self.ended.append(self.pieces)
            self.pieces = []
        elif is_mark(child):
            outer, self.pieces = self.pieces, []
            self.walk(child, (under[0], False))
            self.ended.append(self.pieces)
            self.pieces = outer
        else:
            if child.tag in BLOCKS:
                self.pieces.append((" ", under))
            self.walk(child, under)


def _words_of(pieces: list[tuple[str, Under]]) -> Words:
    text = "".join(piece for piece, _ in pieces)
    starts = list(accumulate((len(piece) for piece, _ in pieces), initial=0))
    found = list(WORD.finditer(text))
    under = [pieces[bisect_right(starts, match.start()) - 1][1] for match in found]
    return Words([fold(match[0]) for match in found], [place for place, _ in under],
                 [at for at, (_, in_name) in enumerate(under) if not in_name])


def _pieces(words: list[str], length: int) -> Iterable[tuple[str, ...]]:
    return zip(*(words[at:] for at in range(length)))
