"""Natural width of a line in a proportional face, and the widths of the letters of a book's own face.

Widths are in thousandths of the type size, rounded from the usual proportions of a Roman book face: narrow letters
(i, l, f), broad ones (m, w, capitals). Only comparisons between lines of one book are made, so any such face serves to
begin with; from lines whose width is known the face of the book is learned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

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


class Widths(dict[str, float]):
    """Width of each letter; of one that is not known, the usual width."""

    def __missing__(self, char: str) -> float:
        return USUAL

    def of(self, text: str) -> float:
        """Width of ``text`` set without stretching or squeezing its spaces."""
        return sum(map(self.__getitem__, text))


TABLE = Widths({char: width for width, chars in _CLASSES.items() for char in chars})
natural_width = TABLE.of


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
