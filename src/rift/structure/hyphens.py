"""Hyphens at line ends: those that only divide a word go, those that belong to it stay.

The book is its own dictionary: a word that stands joined inside a line elsewhere is joined, one that stands with its
hyphen keeps it. Where the book has neither, a first part that the book's other words set off with a hyphen keeps it, and all else is
joined. Known limits: a compound that the book has once only, at a line end, is joined (``deputy-premier``): such places
are for ``hyphens.tsv``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from itertools import takewhile

from rift.model.raw import HYPHENS, SOFT

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
LEFT = re.compile(rf"([\w’'.]+(?:-[\w’']+)*)[{''.join(HYPHENS)}]$")
RIGHT = re.compile(r"([^\W_]+(?:[-’'][^\W_]+)*)")
# First parts that English sets off with a hyphen before a word that stands by itself, whatever this book has.
PREFIXES = frozenset("non pseudo ex self quasi vice ultra".split())
# Short words that form solid compounds (``withstanding``, ``background``): a habit of hyphens proves nothing for them.
SOLID = frozenset("a back be by down for fore in off on out over re through under un up with".split())


class Hyphens:
    """Word counts of one text: whole words inside lines, and hyphenated compounds inside lines."""

    def __init__(self, lines: Iterable[str], rows: dict[int, bool] | None = None):
        """``lines`` are the text's lines; ``rows`` decide by raw line: True keeps the hyphen."""
        inside: list[str] = []
        self.rows = rows or {}
        divided = False
        for text in lines:
            inner = text.split(None, 1)[1] if divided and " " in text else text
            divided = text.endswith(HYPHENS)
            if divided and " " in inner:
                inner = inner.rsplit(None, 1)[0]
            inside.append(inner)
        self.words: Counter[str] = Counter()
        for printed, count in Counter("\n".join(inside).lower().split()).items():
            for word in WORD.findall(printed):
                self.words[word] += count
        for word, count in list(self.words.items()):
            if word.count("-") > 1:
                self.words[word.split("-", 1)[1]] += count
        self._hyphened = Counter(w.split("-")[0] for w in self.words if "-" in w)
        self._sorted = sorted(self.words)

    def keeps(self, before: str, after: str, line: int) -> bool:
        """Whether the hyphen that ends ``before`` (raw line ``line``) stays before ``after``."""
        if line in self.rows:
            return self.rows[line]
        if before.endswith(SOFT):
            return False
        left, right = LEFT.search(before[before.rfind(" ") + 1:]), RIGHT.match(after)
        if not left or not right:
            return not (before[:-1][-1:].isalpha() and after[:1].islower())
        return self._keeps(left[1], right[1])

    def _keeps(self, left: str, right: str) -> bool:
        tail, head = left.split("-")[-1], right.split("-")[0]
        bare = _bare(right)
        joined = self._count(left + right, left + bare, tail + head, tail + _bare(head))
        hyphened = self._count(f"{left}-{right}", f"{left}-{bare}", f"{tail}-{head}")
        if joined or hyphened:
            return hyphened > joined
        if right[:1].isupper() and not left.isupper() or left[-1:].isdigit() or head[:1].isdigit():
            return True
        return self._compound(tail.lower(), _bare(head.lower()))

    def _compound(self, left: str, right: str) -> bool:
        """Whether the book's habit is to hyphenate after ``left``, and ``right`` is a word by itself.

        The habit: more words of the book begin with ``left`` and a hyphen than with ``left`` joined to another word.
        """
        if left in SOLID or self.words[right] + self.words[right.removesuffix("s")] == 0:
            return False
        if left in PREFIXES:
            return True
        longer = takewhile(lambda word: word.startswith(left), self._sorted[bisect_left(self._sorted, left):])
        joined = sum(1 for word in longer if self.words[word[len(left):]] > 1)
        return self._hyphened[left] > joined

    def _count(self, *forms: str) -> int:
        return max(self.words[form.lower()] for form in forms)


def _bare(word: str) -> str:
    """A word without the ``’s`` of a genitive."""
    return word[:-2] if word.endswith(("’s", "'s")) else word
