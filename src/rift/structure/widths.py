"""Natural width of a line in a proportional face, and the widths of the letters of a book's own face.

Widths are in thousandths of the type size, rounded from the usual proportions of a Roman book face: narrow letters
(i, l, f), broad ones (m, w, capitals). Only comparisons between lines of one book are made, so any such face serves to
begin with; from lines whose width is known the face of the book is learned.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rift.model.raw import HYPHENS

USUAL = 500
_CLASSES = {
    250: " .,",
    280: "ijlt:;I/",
    333: "frI’‘!()-'[]",
    390: "sJ",
    444: "acez?“”\"",
    500: "bdghknopquvxy0123456789–*†",
    560: "PS",
    611: "EFLTZ",
    667: "BCR",
    722: "wADGHKNOQUVXY",
    889: "mM",
    944: "W",
    1000: "—…",
}
# How far the letters of book faces usually lie from the table, and in how many lines a letter must stand to be learned.
SPREAD = 40
SEEN = 10
# The shortest piece of a word that a printer would leave at a line's end.
SYLLABLE = re.compile(r"[^aeiouy\W]*[aeiouy]+[^aeiouy\W]?(?=\w{3})", re.I)
HARD_HYPHEN = re.compile(r"(?<=\w)-")


class Widths(dict[str, float]):
    """Width of each letter; of one that is not known, the usual width."""

    def __missing__(self, char: str) -> float:
        return USUAL

    def of(self, text: str) -> float:
        """Width of ``text`` set without stretching or squeezing its spaces."""
        return sum(map(self.__getitem__, text))


TABLE = Widths({char: width for width, chars in _CLASSES.items() for char in chars})
natural_width = TABLE.of


@dataclass
class SetLine:
    """A printed line and the first word of the next; ``number`` is the raw line where it begins.

    ``after`` tells what it follows: ``start`` (nothing, it begins a paragraph), a kind of line end that may end a
    paragraph, or nothing if it goes on. Widths are set by ``weigh``: of the line, what the next word and the first piece
    of it would have needed, and what the beginning of a divided word takes at the line's end.
    """

    number: int
    text: str
    after: str = ""
    next_word: str = ""
    width: float = 0
    word: float = 0
    piece: float = 0
    divided: float = 0

    def weigh(self, widths: Widths) -> None:
        self.width = widths.of(self.text)
        if self.next_word:
            space = 0 if self.text.endswith(HYPHENS) else widths[" "]
            word, piece = _pieces(self.next_word)
            self.word, self.piece = space + widths.of(word), space + widths.of(piece)
        self.divided = widths.of(self.text[self.text.rfind(" "):]) if self.text.endswith(HYPHENS) else 0


@cache
def _pieces(word: str) -> tuple[str, str]:
    """A word up to its own hyphen, and the shortest beginning of it that could stand at a line's end."""
    hard = HARD_HYPHEN.split(word)[0]
    syllable = SYLLABLE.match(hard)
    return hard + "-" * (hard != word), syllable[0] + "-" if syllable and len(syllable[0]) > 1 else hard


def learned(lines: Iterable[tuple[str, float, float]]) -> Widths:
    """Widths that fit lines of known width best: each its text, its width, and the variance of that.

    Least squares towards the table (ridge regression): a letter leaves it as far as enough lines ask for it.
    """
    counted = [(Counter(text), width, variance) for text, width, variance in lines]
    seen = Counter(char for letters, _, _ in counted for char in letters)
    place = {char: k for k, char in enumerate(char for char in seen if seen[char] >= SEEN)}
    matrix = [[0.0] * len(place) for _ in place]
    right = [0.0] * len(place)
    for k in range(len(place)):
        matrix[k][k] = SPREAD**-2
    for letters, width, variance in counted:
        excess = (width - sum(TABLE[char] * n for char, n in letters.items())) / variance
        known = sorted((place[char], n) for char, n in letters.items() if char in place)
        for at, (i, n) in enumerate(known):
            right[i] += n * excess
            row, weight = matrix[i], n / variance
            for j, m in known[at:]:
                row[j] += weight * m
    changes = _solved(matrix, right)
    return Widths(TABLE | {char: TABLE[char] + changes[k] for char, k in place.items()})


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solution of linear equations with a symmetric positive definite matrix, given by its upper half, by elimination.

    Both arguments are used up.
    """
    size = len(right)
    for i, pivot in enumerate(matrix):
        for j in range(i + 1, size):
            if factor := pivot[j] / pivot[i]:
                matrix[j][j:] = [a - factor * b for a, b in zip(matrix[j][j:], pivot[j:], strict=True)]
                right[j] -= factor * right[i]
    found = [0.0] * size
    for i in reversed(range(size)):
        known = sum(a * x for a, x in zip(matrix[i][i + 1:], found[i + 1:], strict=True))
        found[i] = (right[i] - known) / matrix[i][i]
    return found
