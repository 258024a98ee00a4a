"""How the lines of a book were justified, and what a line's width says about its place in a paragraph.

A compositor fills a line until the next word does not fit, divides that word where the gap would be too wide, and
stretches the spaces. So a line that goes on falls short of the measure by anything up to its ``room``, what the next
word or piece of it needs; a first line is shorter by the indent; the last line of a paragraph ends anywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from math import erf, sqrt
from statistics import median

from rift.structure.widths import TABLE, Widths, learned

# The shortest piece of a word that a printer would leave at a line's end.
SYLLABLE = re.compile(r"[^aeiouy\W]*[aeiouy]+[^aeiouy\W]?(?=\w{3})", re.I)
HARD_HYPHEN = re.compile(r"(?<=\w)-")
# All that follows is in shares of the measure or of lines. How exactly a line's width is known (standard deviation): the
# memoir's lines keep to the measure within 0.003 with learned letters, 0.007 with those of the table.
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
            space = 0 if self.text.endswith("-") else widths[" "]
            word, piece = _pieces(self.next_word)
            self.word, self.piece = space + widths.of(word), space + widths.of(piece)
        self.divided = widths.of(self.text[self.text.rfind(" "):]) if self.text.endswith("-") else 0


@cache
def _pieces(word: str) -> tuple[str, str]:
    """A word up to its own hyphen, and the shortest beginning of it that could stand at a line's end."""
    hard = HARD_HYPHEN.split(word)[0]
    syllable = SYLLABLE.match(hard)
    return hard + "-" * (hard != word), syllable[0] + "-" if syllable and len(syllable[0]) > 1 else hard


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
    """The setting of a book, from its unlabelled lines; also sets their widths.

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
    for line in lines:
        line.weigh(widths)
    _measure_indent(found, [line for before, line in going_on if line.after and before.width < SHORT * found.full])
    return found


def _measure(found: Setting, inner: list[SetLine]) -> None:
    """Set the gap before which words are divided (nearly the least one before divided words) and the measure."""
    for _ in range(3):
        divided = sorted(found.full - line.width + line.divided for line in inner if line.divided)
        found.gap = divided[len(divided) // 50] if len(divided) > FEW else USUAL_GAP * found.full
        found.full = _usual_width(found, [line for line in inner if found.keeps(line)])


def _usual_width(found: Setting, lines: list[SetLine]) -> float:
    """What lines that go on measure with their gap: the better the gap is known, the more a line counts."""
    weights = [1 / found.variance(line) for line in lines]
    return sum((line.width + found.room(line) / 2) * weight for line, weight in zip(lines, weights, strict=True)) / sum(weights)


def _measure_indent(found: Setting, firsts: list[SetLine]) -> None:
    if len(firsts) > FEW:
        usual = median(line.width for line in firsts)
        found.indent = found.full - _usual_width(found, [line for line in firsts if abs(line.width - usual) < NEAR * found.full])
