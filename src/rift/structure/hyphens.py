"""Hyphens at line ends: those that only divide a word go, those that belong to it stay.

The book is its own dictionary: a word that stands joined inside a line elsewhere is joined, one that stands with its
hyphen keeps it. Where the book has neither, compounds of known make keep theirs, and all else is joined.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
LEFT = re.compile(r"([\w’'.]+(?:-[\w’']+)*)-$")
RIGHT = re.compile(r"([^\W_]+(?:[-’'][^\W_]+)*)")
# First parts that English sets off with a hyphen, whatever follows.
PREFIXES = frozenset("non pseudo anti pro ex self semi ultra all half quasi vice mid cross well ill so full long short high low".split())
# Of these prefixes, those after which a joined form is as usual; they need evidence from the book.
WEAK_PREFIXES = frozenset("anti pro semi so full long short high low all mid cross half well ill".split())
# Second parts that make a compound.
SUFFIXES = frozenset("like in off out up down minded called leninist leninists leninism general".split())


class Hyphens:
    """Word counts of one text: whole words inside lines, and hyphenated compounds inside lines."""

    def __init__(self, lines: Iterable[str], rows: dict[int, bool] | None = None):
        """``lines`` are the text's lines; ``rows`` decide by raw line: True keeps the hyphen."""
        self.words: Counter[str] = Counter()
        self.rows = rows or {}
        for text in lines:
            inner = text[:-1].rsplit(None, 1)[0] if text.endswith("-") and " " in text else text
            self.words.update(w.lower() for w in WORD.findall(inner))
        for word, count in list(self.words.items()):
            if "-" in word and word.count("-") > 1:
                first, rest = word.split("-", 1)
                self.words[rest] += count

    def keeps(self, before: str, after: str, line: int) -> bool:
        """Whether the hyphen that ends ``before`` (raw line ``line``) stays before ``after``."""
        if line in self.rows:
            return self.rows[line]
        left, right = LEFT.search(before), RIGHT.match(after)
        if not left or not right:
            return not (before[:-1][-1:].isalpha() and after[:1].islower())
        return self._keeps(left[1], right[1])

    def _keeps(self, left: str, right: str) -> bool:
        tail, head = left.split("-")[-1], right.split("-")[0]
        bare = re.sub(r"[’']s$", "", right)
        joined = self._count(left + right, left + bare, tail + head, tail + re.sub(r"[’']s$", "", head))
        hyphened = self._count(f"{left}-{right}", f"{left}-{bare}", f"{tail}-{head}")
        if joined or hyphened:
            return hyphened > joined
        if right[:1].isupper() and not left.isupper():
            return True
        if left[-1:].isdigit() or head[:1].isdigit():
            return True
        low = tail.lower()
        if low in PREFIXES and low not in WEAK_PREFIXES:
            return True
        if head.lower() in SUFFIXES and self.words[low] > 1:
            return True
        return self._compound(low, re.sub(r"[’']s$", "", head.lower()))

    def _compound(self, left: str, right: str) -> bool:
        """Two words that each stand alone in the book, of which the first makes compounds elsewhere in it."""
        if min(len(left), len(right)) < 3 or not (self.words[left] > 2 and self.words[right] > 2):
            return False
        return self._makes_compounds(left, 0) or self._makes_compounds(right, -1)

    def _makes_compounds(self, word: str, place: int) -> bool:
        key = (word, place)
        if not hasattr(self, "_compounds"):
            self._compounds = Counter((w.split("-")[i], i) for w in self.words if "-" in w for i in (0, -1))
        return self._compounds[key] > 0

    def _count(self, *forms: str) -> int:
        return max(self.words[form.lower()] for form in forms)
