"""Runs of words: what of a text counts as a piece of it, however it is printed.

A run is ``RUN`` words that follow each other. Case, punctuation, accents and markup do not count, so that a passage is
known again in a page, a table or a record of the search index. Headings are not in a run: they may be shown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
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
SIC, CORR, HEAD = f"{TEI}sic", f"{TEI}corr", f"{TEI}head"


@lru_cache(maxsize=None)
def fold(word: str) -> str:
    """``word`` without what does not count."""
    return ACCENTS.sub("", normalize("NFKD", word)).casefold()


def folded(text: str) -> list[str]:
    """The words of ``text`` in order, without what does not count."""
    return [fold(word) for word in WORD.findall(text)]


@dataclass(eq=False)
class Runs:
    """The runs of texts that are withheld."""

    _places: dict[tuple[str, ...], str] = field(default_factory=dict)
    _keys: set[tuple[str, ...]] = field(default_factory=set)
    _allowed: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, words: list[str], places: list[str]) -> None:
        """Withhold every run of ``words``; ``places`` says of each word where it stands."""
        for at, run in enumerate(_pieces(words, RUN)):
            self._places.setdefault(run, places[at])
        self._keys.update(_pieces(words, KEY))

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


def passages(text: etree._Element) -> Iterable[tuple[list[str], list[str]]]:
    """The words of a TEI ``text`` and the nearest ``xml:id`` of each, as the source and as this edition reads.

    What stands between two headings, and each note, is a passage of its own.
    """
    for skipped in (SIC, CORR):
        flow = _Flow(skipped)
        flow.walk(text, "")
        for pieces in (*flow.ended, flow.pieces):
            yield _words_of(pieces)


class _Flow:
    """Collects text nodes with the ``xml:id`` they stand under; ``ended`` are the passages before the last one."""

    def __init__(self, skipped: str):
        self.skipped = skipped
        self.pieces: list[tuple[str, str]] = []
        self.ended: list[list[tuple[str, str]]] = []

    def walk(self, element: etree._Element, xml_id: str) -> None:
        xml_id = element.get(XML_ID, xml_id)
        self.pieces.append((element.text or "", xml_id))
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, xml_id)
            self.pieces.append((child.tail or "", xml_id))

    def _child(self, child: etree._Element, xml_id: str) -> None:
        if child.tag == self.skipped:
            return
        if child.tag == HEAD:
            self.ended.append(self.pieces)
            self.pieces = []
        elif is_mark(child):
            outer, self.pieces = self.pieces, []
            self.walk(child, xml_id)
            self.ended.append(self.pieces)
            self.pieces = outer
        else:
            if child.tag in BLOCKS:
                self.pieces.append((" ", xml_id))
            self.walk(child, xml_id)


def _words_of(pieces: list[tuple[str, str]]) -> tuple[list[str], list[str]]:
    text = "".join(piece for piece, _ in pieces)
    starts, at = [], 0
    for piece, _ in pieces:
        starts.append(at)
        at += len(piece)
    found = list(WORD.finditer(text))
    return [fold(m[0]) for m in found], [pieces[bisect_right(starts, m.start()) - 1][1] for m in found]


def _pieces(words: list[str], length: int) -> Iterable[tuple[str, ...]]:
    return zip(*(words[at:] for at in range(length)))
