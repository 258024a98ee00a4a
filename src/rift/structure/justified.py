"""How the lines of a book were justified, and what a line's width says about its place in a paragraph.

A compositor fills a line until the next word does not fit, divides that word where the gap would be too wide, and
stretches the spaces. So a line that goes on falls short of the measure by anything up to its ``room``, what the next
word or piece of it needs; a first line is shorter by the indent; the last line of a paragraph ends anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import erf, sqrt
from statistics import median

from rift.structure.widths import TABLE, SetLine, learned

# All that follows is in shares of the measure or of lines. How exactly a line's width is known (standard deviation): the
# memoir's lines keep to the measure within 0.003 with learned letters, 0.007 with those of the table. Neither this nor what
# follows needs to be exact: half or twice as much moves few decisions.
GIVE, GIVE_OF_TABLE = 0.004, 0.01
# Lines left undivided though a piece would fit (before names, most often), and lines of any width, misread or misprinted.
UNDIVIDED, FAULTY = 0.1, 0.005
# Where a book shows too few lines to tell: the indent, and the gap before which a compositor divides words.
USUAL_INDENT = USUAL_GAP = 0.05
FEW = 20
# Lines to learn from, at most: more make it slower and hardly better. A last line shorter than ``SHORT`` is surely one.
ENOUGH = 600
SHORT = 0.6
# Lines further than this from the others are faulty.
NEAR = 0.06

Pair = tuple[float, float]


@dataclass
class Setting:
    """A book's setting, in units of ``Widths``: the measure, how exactly lines keep to it, the indent, the widest usual gap."""

    full: float
    give: float
    indent: float
    gap: float

    def room(self, line: SetLine) -> float:
        """The widest gap that a line leaves which goes on."""
        return min(line.word, max(line.piece, self.gap))

    def chances(self, line: SetLine, first: bool) -> tuple[float, float]:
        """How likely the width of a line is (density over the measure) if its paragraph goes on, and if it ends there."""
        gap = self.full - line.width - first * self.indent
        fits = self._at_most(gap)
        ends = (1 - FAULTY) * fits + FAULTY
        if not line.next_word:
            return 0, ends
        room = self.room(line)
        usual = (fits - self._at_most(gap - room)) / room
        undivided = (fits - self._at_most(gap - line.word)) / line.word
        chance = (1 - UNDIVIDED) * usual + UNDIVIDED * undivided
        return (1 - FAULTY) * chance * self.full + FAULTY, ends

    def _at_most(self, gap: float) -> float:
        return (1 + erf(gap / self.give / sqrt(2))) / 2

    def keeps(self, line: SetLine) -> bool:
        """Whether a line is as wide as one that goes on; others are faulty."""
        return -NEAR / 2 < (self.full - line.width) / self.full < self.room(line) / self.full + NEAR / 2

    def variance(self, line: SetLine) -> float:
        """How much the width of lines like this varies: the gap is anything up to the room."""
        return self.room(line) ** 2 / 12 + self.give**2


def setting(lines: list[SetLine], full: float) -> Setting:
    """The setting of a book, from its unlabelled lines; also weighs those that may begin or end a paragraph.

    Lines that go on from the line before and into the next tell the measure and the letters, those that go on and follow
    a short line the indent. ``full`` is the measure by the table of letters, for a book of few lines.
    """
    going_on = [(before, line) for before, line, following in zip(lines, lines[1:], lines[2:], strict=False) if not following.after]
    inner = [line for _, line in going_on if not line.after]
    inner = inner[::len(inner) // ENOUGH + 1]
    found = Setting(full, full * GIVE_OF_TABLE, full * USUAL_INDENT, full * USUAL_GAP)
    widths = TABLE
    for line in inner:
        line.weigh(widths)
    if len(inner) > FEW:
        found.full = 1.03 * median(line.width for line in inner)
        _measure(found, inner)
        for _ in range(2):
            widths = learned((i.text, found.full - found.room(i) / 2, found.variance(i)) for i in inner if found.keeps(i))
            for line in inner:
                line.weigh(widths)
            found.give = GIVE * found.full
            _measure(found, inner)
    for line, following in zip(lines, [*lines[1:], *lines[-1:]], strict=True):
        if line.after or following.after:
            line.weigh(widths)
    _measure_indent(found, [line for before, line in going_on if line.after and before.width < SHORT * found.full])
    return found


def _measure(found: Setting, inner: list[SetLine]) -> None:
    """Set the gap before which words are divided (nearly the least one before divided words) and the measure."""
    for _ in range(2):
        divided = sorted(found.full - line.width + line.divided for line in inner if line.divided)
        found.gap = divided[len(divided) // 50] if len(divided) > FEW else USUAL_GAP * found.full
        found.full = _usual_width(found, [line for line in inner if found.keeps(line)] or inner)


def _usual_width(found: Setting, lines: list[SetLine]) -> float:
    """What lines that go on measure with their gap: the better the gap is known, the more a line counts."""
    weights = [1 / found.variance(line) for line in lines]
    return sum((line.width + found.room(line) / 2) * weight for line, weight in zip(lines, weights, strict=True)) / sum(weights)


def _measure_indent(found: Setting, firsts: list[SetLine]) -> None:
    """Set the indent; faulty lines do not count."""
    if len(firsts) > FEW:
        usual = median(line.width for line in firsts)
        found.indent = found.full - _usual_width(found, [line for line in firsts if abs(line.width - usual) < NEAR * found.full])


def beginnings(widths: list[tuple[Pair, Pair]], shares: list[float], first: bool) -> list[float]:
    """For each line of a run but the one before it, how likely it begins a paragraph (forward-backward algorithm).

    ``widths`` are the chances of each line's width: as no first line and as a first line, of going on and of ending.
    """
    forward = [(float(not first), float(first))]
    for (inner, start), share in zip(widths, shares, strict=False):
        a, b = forward[-1]
        goes_on, ends = (a * inner[0] + b * start[0]) * (1 - share), (a * inner[1] + b * start[1]) * share
        total = goes_on + ends
        forward.append((goes_on / total, ends / total))
    last = widths[-1]
    # The line after the run goes on from it; at the end of a stretch none follows.
    back = (last[0][0], last[1][0]) if last[0][0] else (last[0][1], last[1][1])
    found = []
    for (inner, start), share, (a, b) in zip(widths[-2::-1], shares[::-1], forward[-2::-1], strict=True):
        goes_on, ends = (1 - share) * back[0], share * back[1]
        begins = ends * (a * inner[1] + b * start[1])
        found.append(begins / (begins + goes_on * (a * inner[0] + b * start[0])))
        a, b = goes_on * inner[0] + ends * inner[1], goes_on * start[0] + ends * start[1]
        back = a / (a + b), b / (a + b)
    return found[::-1]
