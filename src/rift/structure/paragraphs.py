"""Paragraphs of a text, by the way its lines were set.

A book without marked paragraphs shows their ends by a short last line and their beginnings by an indent, both hidden by
justified lines unless one asks whether the next word, or its first syllable, would still have fitted. What the widths
leave open, the sense narrows: a paragraph ends with a sentence, and the next does not begin in the middle of one.
"""

from __future__ import annotations

import re
from collections import defaultdict

from rift.model.line import Line
from rift.model.outline import Draft, Outline
from rift.model.raw import HYPHENS
from rift.structure.justified import Setting, beginnings, setting
from rift.structure.widths import SetLine, natural_width

SENTENCE_END = re.compile(r"[.?!…:][”“’\"')»*\s]*$")
WEAK_END = re.compile(r"[,;][”’\"')\s]*$")
SPEECH_START = re.compile(r"[“\"”‘]")
SPEECH_END = re.compile(r"[”\"]\W*$")
# Share of lines narrower than the measure: the widest 2 % are lines with faulty spaces.
MEASURE_QUANTILE = 0.98
# Share of line ends of a kind that end a paragraph too, before the book has been looked at. It counts like
# ``COUNTS_LIKE`` line ends of the book, which then tells its own shares in some rounds; ten, or shares of 0.6
# or 0.9, change little. A comma or semicolon is most often a misread full stop or colon. Inside a sentence the share
# stays: faults are too rare there to be counted.
# Without a row and without readers' paragraphs to learn from, the memoir comes out with 24 starts missed and 11 added of
# 1,690; its halves, each by itself, with 31 and 10. To re-measure: tests/structure/test_second_book.py, and the rows of
# paragraphs.tsv that are needed.
EXPECTED = {"sentence": 0.8, "speech": 0.8, "colon": 0.8, "comma": 0.1, "inside": 0.002}
COUNTS_LIKE = 1
ROUNDS = 3

# How a line ends, whether a speech begins after it, whether one is open.
Sense = tuple[str, bool, bool]


def measure(lines: list[Line]) -> float:
    """Width of a full line of these."""
    for line in lines:
        line.width = line.width or natural_width(line.text)
    widths = sorted(line.width for line in lines)
    return widths[int(len(widths) * MEASURE_QUANTILE)] if widths else 0


def reflow(outline: Outline) -> None:
    """Join the lines of body drafts into paragraphs. Rows of ``paragraphs.tsv`` decide before the rule."""
    stretches = _stretches(outline)
    starts = _starts(stretches, measure([d.strips[0].line for d in outline.drafts if d.kind == "line"]))
    printed = {line.number for stretch in stretches for line in stretch}
    drafts: list[Draft] = []
    before: Draft | None = None  # what the next line goes on, if it begins nothing: the last that is no note
    for draft in outline.drafts:
        number = draft.line
        if draft.kind != "line":
            drafts.append(draft)
            before = before if draft.kind == "note" else draft
        elif before is None or number in printed and outline.paragraph_rows.get(number, number in starts):
            before = Draft("p", draft.strips)
            drafts.append(before)
            outline.unjoined += [number] if outline.paragraph_rows.get(number) is False else []
        else:
            before.strips += draft.strips
    outline.drafts = drafts


def _stretches(outline: Outline) -> list[list[SetLine]]:
    """Printed lines between heads and abstracts. A note mark on a raw line of its own stands in the middle of one."""
    made: list[list[SetLine]] = [[]]
    after_mark = False
    for draft in outline.drafts:
        if draft.kind not in ("line", "note"):
            made.append([])
        elif draft.kind == "line":
            line = draft.strips[0].line
            mark = bool(line.cuts) and line.text == line.cuts[0].mark
            if made[-1] and (mark or after_mark and line.blank_before == 0):
                made[-1][-1].text += f"{'' if mark else ' '}{line.text}"
            else:
                made[-1].append(SetLine(line.number, line.text))
            after_mark = mark
    for stretch in made:
        for before, line in zip([None, *stretch], stretch, strict=False):
            line.after = _end(before.text, line.text) if before else "start"
            if before:
                before.next_word = line.text.split(None, 1)[0]
    return [stretch for stretch in made if stretch]


def _end(before: str, text: str) -> str:
    """How a line ends that may end a paragraph before ``text``; nothing where it goes on."""
    if before.endswith(HYPHENS) or text[0].islower() or text[0] in ",;.":
        return ""
    if WEAK_END.search(before):
        return "comma"
    if not SENTENCE_END.search(before):
        return "inside"
    return "speech" if SPEECH_END.search(before) else "colon" if before.endswith(":") else "sentence"


def _starts(stretches: list[list[SetLine]], full: float) -> set[int]:
    """Raw lines where paragraphs begin.

    Where sense allows it, the chance is weighed from the widths of the lines around and from the share that begins one
    among lines of such sense in this book. That share follows from the chances, so both are found together in some rounds.
    """
    found = setting([line for stretch in stretches for line in stretch], full)
    runs = [run for stretch in stretches for run in _runs(stretch, found)]
    widths = [[(found.chances(line, False), found.chances(line, True)) for line in run] for run in runs]
    shares: dict[Sense, float] = {}
    starts = {line.number for stretch in stretches for line in stretch if line.after in ("start", "sentence", "speech", "colon")}
    telling = [_telling(stretch) for stretch in stretches]
    for _ in range(ROUNDS):
        senses = _senses(telling, starts)
        chances: dict[int, float] = {}
        for run, width in zip(runs, widths, strict=True):
            numbers = [line.number for line in run[1:]]
            expected = [shares.get(senses[number], EXPECTED[senses[number][0]]) for number in numbers]
            chances |= zip(numbers, beginnings(width, expected, run[0].after == "start"), strict=True)
        shares = _shares(senses, chances)
        starts = {stretch[0].number for stretch in stretches} | {number for number, chance in chances.items() if chance > 0.5}
    return starts


def _runs(stretch: list[SetLine], found: Setting) -> list[list[SetLine]]:
    """Lines that may begin a paragraph, as long as they follow each other, each time with the line before them.

    Inside a sentence one may begin only after a line that is too short to go on.
    """
    runs: list[list[SetLine]] = []
    for before, line in zip(stretch, stretch[1:], strict=False):
        if not line.after or line.after == "inside" and found.keeps(before):
            continue
        if runs and runs[-1][-1] is before:
            runs[-1].append(line)
        else:
            runs.append([before, line])
    return runs


def _telling(stretch: list[SetLine]) -> list[tuple[SetLine, bool, bool | None]]:
    """Lines that may begin a paragraph, or open or close a speech: each with whether a speech begins there, and whether one is open
    at its end (None: if one was before).
    """
    found = []
    for line in stretch:
        opened, closed = line.text.rfind("“"), line.text.rfind("”")
        if line.after or opened != closed:
            found.append((line, bool(SPEECH_START.match(line.text)), None if opened == closed else opened > closed))
    return found


def _senses(telling: list[list[tuple[SetLine, bool, bool | None]]], starts: set[int]) -> dict[int, Sense]:
    """The sense of each line that may begin a paragraph, if they begin at ``starts``: a new one closes an open speech."""
    senses = {}
    for stretch in telling:
        is_open = False
        for line, begins, leaves_open in stretch:
            if line.after:
                senses[line.number] = line.after, begins, is_open
            is_open = is_open and line.number not in starts if leaves_open is None else leaves_open
    return senses


def _shares(senses: dict[int, Sense], chances: dict[int, float]) -> dict[Sense, float]:
    """Shares of lines of a sense that begin a paragraph."""
    counted: dict[Sense, list[float]] = defaultdict(list)
    for number, chance in chances.items():
        if senses[number][0] != "inside":
            counted[senses[number]].append(chance)
    return {sense: (sum(found) + COUNTS_LIKE * EXPECTED[sense[0]]) / (len(found) + COUNTS_LIKE) for sense, found in counted.items()}
