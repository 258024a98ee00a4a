"""Fold the lines of a text into its printed pages, each with its notes at the foot.

The lines come from ``transforms/text/pages.xsl``, which marks page breaks; a note's line stands after its paragraph and
begins with the same raised number as its mark. A word that a page break divides stands on the page where it begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

BREAK = re.compile("\ue000(\\S*) ([^\ue000]*)\ue000")
RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
FOOT = "_" * 12  # between a page and its notes


@dataclass(frozen=True)
class Line:
    """A line of a plain-text edition. ``id``: the address that it comes from; empty for a line of this edition's."""

    id: str
    words: str


def paged(lines: list[Line]) -> list[Line]:
    """The lines, with a line for each printed page before it and the notes after it."""
    running, notes = _parted(lines)
    made: list[Line] = []
    foot: list[Line] = []
    for line in running:
        page = BREAK.fullmatch(line.words)
        if page:
            made += _foot(foot)
            foot = []
            made.append(Line(page[1], f"— {page[2]} —"))
        else:
            made.append(line)
            foot += [notes[mark] for mark in RAISED.findall(line.words) if mark in notes]
    return made + _foot(foot)


def _parted(lines: list[Line]) -> tuple[list[Line], dict[str, Line]]:
    """Lines of the running text, cut at the page breaks, and the notes by their raised numbers.

    A line that begins with a number that no line before it has is no note of theirs: it begins with a mark.
    """
    running: list[Line] = []
    notes: dict[str, Line] = {}
    marked: set[str] = set()
    for line in lines:
        mark = RAISED.match(line.words)
        if mark and mark[0] in marked:
            notes[mark[0]] = line
        else:
            marked.update(RAISED.findall(line.words))
            running += _cut(line)
    return running, notes


def _cut(line: Line) -> Iterator[Line]:
    """The pieces of a line between page breaks, and the breaks."""
    rest = line.words
    while page := BREAK.search(rest):
        before, after = rest[:page.start()], rest[page.end():]
        if before and not before[-1].isspace() and after and not after[0].isspace():
            end = re.match(r"\S*", after)[0]
            before, after = before + end, after[len(end):]
        if before.strip():
            yield Line(line.id, before.strip())
        yield Line(line.id, page[0])
        rest = after
    if rest.strip():
        yield Line(line.id, rest.strip())


def _foot(notes: list[Line]) -> list[Line]:
    return [Line("", FOOT), *notes] if notes else []
