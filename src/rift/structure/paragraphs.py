"""Paragraphs of a text, by the way its lines were set.

A book without marked paragraphs shows their ends by a short last line. Its lines are justified: a line ends a
paragraph if the next word, or its first syllable, would still have fitted. What the measure leaves open, the sense
narrows: a paragraph ends with a sentence, and the next does not begin in the middle of one.
"""

from __future__ import annotations

import re

from rift.model.line import Line
from rift.model.outline import Draft, Outline, Strip
from rift.structure.widths import USUAL, natural_width

SENTENCE_END = re.compile(r"[.?!…:][”“’\"')»*\s]*$")
WEAK_END = re.compile(r"[,;][”’\"')\s]*$")
SPEECH_START = re.compile(r"[“\"”‘]")
# Share of lines narrower than the measure: the widest 2 % are lines with faulty spaces.
MEASURE_QUANTILE = 0.98
# How much room, in shares of the measure, must be left for the next word. Spaces of a justified line are squeezed by
# up to 3 % of the measure; measured on chapters 9 and 13 of the memoir as a reader divided them: 1.5 % is where
# sentence ends inside paragraphs and last lines part. To re-measure: tests/evaluation.
ROOM = 0.015
# A turn of speech on a new line needs less room, as the quotation mark itself speaks for a new paragraph.
ROOM_AT_SPEECH = -0.11
# A line that ends with a comma or semicolon (most often a misread full stop or colon) must be plainly short; less so
# before speech.
ROOM_AT_COMMA = 0.27
ROOM_AT_COMMA_BEFORE_SPEECH = 0.1
# A first line is indented, so it can't be as wide as the measure.
FIRST_LINE = 0.965


def measure(lines: list[Line]) -> int:
    """Width of a full line of these."""
    widths = sorted(natural_width(line.text) for line in lines)
    return widths[int(len(widths) * MEASURE_QUANTILE)] if widths else 0


def reflow(outline: Outline) -> None:
    """Join the lines of body drafts into paragraphs. Rows of ``paragraphs.tsv`` decide before the rule."""
    body = [d.strips[0].line for d in outline.drafts if d.kind == "line"]
    full = measure(body)
    drafts: list[Draft] = []
    before: Line | None = None
    open_speech = after_mark = False
    for draft in outline.drafts:
        if draft.kind != "line":
            drafts.append(draft)
            before = None if draft.kind != "note" else before
            continue
        line = draft.strips[0].line
        if _only_mark(line) or after_mark and line.blank_before == 0:
            starts = False
        elif (starts := outline.paragraph_rows.get(line.number)) is None:
            starts = before is None or _parts(before, line, full, open_speech)
        after_mark = _only_mark(line)
        if starts:
            drafts.append(Draft("p", [Strip.whole(line)]))
            open_speech = False
        else:
            next(d for d in reversed(drafts) if d.kind == "p").strips.append(Strip.whole(line))
        open_speech = _still_open(line.text, open_speech)
        if not after_mark:
            before = line
    outline.drafts = drafts


def _only_mark(line: Line) -> bool:
    """A note mark that recognition put on a line of its own; the words after it go on in the same printed line."""
    return bool(line.cuts) and line.text == line.cuts[0].mark


def _still_open(text: str, open_before: bool) -> bool:
    """Whether a speech is open at the line's end."""
    last = max(text.rfind("“"), -1), text.rfind("”")
    if last == (-1, -1):
        return open_before
    return last[0] > last[1]


def _parts(before: Line, line: Line, full: int, open_speech: bool) -> bool:
    """Whether a paragraph ends between two lines that follow each other."""
    if before.text.endswith("-") or line.text[:1].islower() or line.text[:1] in ",;.":
        return False
    word = re.split(r"(?<=\w)-", line.text.split()[0])[0]
    room = (full - natural_width(before.text) - USUAL // 2 - natural_width(word)) / full
    if WEAK_END.search(before.text):
        return room > (ROOM_AT_COMMA_BEFORE_SPEECH if SPEECH_START.match(line.text) else ROOM_AT_COMMA)
    if not SENTENCE_END.search(before.text):
        return room > 2 * ROOM_AT_COMMA and not line.text[:1].islower()
    if natural_width(line.text) > FIRST_LINE * full and room < 2 * ROOM_AT_COMMA:
        return False
    if SPEECH_START.match(line.text) and not open_speech:
        return room > ROOM_AT_SPEECH
    return room > ROOM
