"""Fold the lines of a text into its printed pages, each with its notes at the foot.

The lines come from ``transforms/text/pages.xsl``, which marks page breaks; a note's line stands after its paragraph and
begins with the same raised number as its mark. A word that a page break divides stands on the page where it begins. A
paragraph that goes on over a page break stands close to the number of the page; a new one has an empty line before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rift.publish.text.lines import Line

BREAK = re.compile("\ue000(\\S*) ([^\ue000]*)\ue000")
RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
FOOT = "_" * 12  # between a page and its notes


def paged(lines: list[Line]) -> list[Line]:
    """The lines, with a line for each printed page before it and the notes after it."""
    running, notes = _parted(lines)
    made: list[Line] = []
    foot: list[Line] = []
    number = ""
    for line in running:
        page = BREAK.fullmatch(line.words)
        if page is None:
            made.append(_on(number, line))
            foot += [_on(number, notes[mark]) for mark in RAISED.findall(line.words) if mark in notes]
            continue
        made += _foot(foot)
        number = page[2].strip("[]")
        made.append(Line(page[1], f"— {page[2]} —", 1 if foot else line.space, number))
        foot = []
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
    """The pieces of a line between page breaks, and the breaks; what comes after the first piece stands close."""
    rest, space = line.words, line.space
    while page := BREAK.search(rest):
        before, after = rest[:page.start()], rest[page.end():]
        if before and not before[-1].isspace() and after and not after[0].isspace():
            end = re.match(r"\S*", after)[0]
            before, after = before + end, after[len(end):]
        if before.strip():
            yield Line(line.id, before.strip(), space)
            space = 0
        yield Line(line.id, page[0], min(space, 1))
        rest = after
    if rest.strip():
        yield Line(line.id, rest.strip(), space)


def _on(number: str, line: Line) -> Line:
    return Line(line.id, line.words, line.space, number)


def _foot(notes: list[Line]) -> list[Line]:
    return [Line("", FOOT), *notes] if notes else []
