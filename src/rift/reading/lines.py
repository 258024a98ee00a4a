"""Raw text minus what is excluded, as lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rift.model.line import Line, Pages
from rift.model.raw import RawText
from rift.model.tables import Exclusion

# A row of spaces that stands for the rule above footnotes is 21 spaces in the book this was seen in; an indent of a
# block never is.
RULE_WIDTH = 16
WHITE = " \t\u00a0\u202f\u3000\r\x0b\x0c"


def text_lines(raw: RawText, exclusions: Sequence[Exclusion]) -> Pages:
    """Lines that hold text of the edition, in order. Excluded stretches inside a line become its holes."""
    lines: list[Line] = []
    blank, rule = 0, False
    cuts = [(e.start, e.end) for e in exclusions]
    at = 0
    start = 0
    for number, words in enumerate(raw.text.split("\n"), 1):
        end = start + len(words)
        while at < len(cuts) and cuts[at][1] <= start:
            at += 1
        if at < len(cuts) and cuts[at][0] <= end:
            line = _line(raw, number, _remaining(start, end, (cuts[k] for k in range(at, len(cuts)))))
        else:
            line = _whole_line(number, start, words)
        start = end + 1
        if line is None:
            blank += 1
            rule = rule or len(words) >= RULE_WIDTH and words.isspace()
            continue
        line.blank_before, line.rule_before = blank, rule
        lines.append(line)
        blank, rule = 0, False
    return Pages(raw, lines)


def _remaining(start: int, end: int, cuts: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches of ``start`` to ``end`` outside the cuts."""
    pieces, at = [], start
    for low, high in cuts:
        if low >= end:
            break
        if low > at:
            pieces.append((at, low))
        at = max(at, high)
    if at < end:
        pieces.append((at, end))
    return pieces


def _whole_line(number: int, start: int, words: str) -> Line | None:
    """A line of which nothing is cut, or None where it is white space only."""
    text = words.strip(WHITE)
    if not text:
        return None
    indent = words.index(text)
    return Line(number, start + indent, start + indent + len(text), text, indented=indent > 0)


def _line(raw: RawText, number: int, pieces: list[tuple[int, int]]) -> Line | None:
    """A line over what remains of it, or None where that is white space only."""
    text = raw.text
    pieces = [(a, b) for a, b in pieces if text[a:b].strip(WHITE)]
    if not pieces:
        return None
    first, last = pieces[0], pieces[-1]
    start = first[1] - len(text[first[0]:first[1]].lstrip(WHITE))
    end = last[0] + len(text[last[0]:last[1]].rstrip(WHITE))
    holes = [(pieces[k][1], pieces[k + 1][0]) for k in range(len(pieces) - 1)]
    shown, at = [], start
    for low, high in holes:
        shown.append(text[at:low])
        at = high
    shown.append(text[at:end])
    return Line(number, start, end, "".join(shown), indented=start > first[0], holes=holes)


def split_at_tabs(pages: Pages) -> None:
    """A tab inside a line of prose is a paragraph break that the export lost.

    Example: ``So why do you do it?⇥The Yugoslavs do not know you.``
    """
    lines: list[Line] = []
    for line in pages.lines:
        if line.holes or "\t" not in line.text:
            lines.append(line)
            continue
        at = line.start
        for part in re.finditer(r"[^\t]+", line.text):
            words = part[0].strip(WHITE)
            if words:
                start = at + part.start() + len(part[0]) - len(part[0].lstrip(WHITE))
                lines.append(Line(line.number, start, start + len(words), words, blank_before=1, part=line.part))
    pages.lines = lines
