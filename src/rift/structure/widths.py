"""Natural width of a line in a proportional face.

Widths are in thousandths of the type size, rounded from the usual proportions of a Roman book face: narrow letters
(i, l, f), broad ones (m, w, capitals). Only comparisons between lines of one book are made, so any such face serves.
"""

from __future__ import annotations

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


class _Widths(dict):
    def __missing__(self, char: str) -> int:
        return USUAL


_WIDTHS = _Widths({char: width for width, chars in _CLASSES.items() for char in chars})


def natural_width(text: str) -> int:
    """Width of ``text`` set without stretching or squeezing its spaces."""
    return sum(map(_WIDTHS.__getitem__, text))
