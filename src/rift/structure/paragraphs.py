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
# After a sentence end, evidence is weighed: room for the next syllable in the line before (at most ``ROOM_LIMIT``), slack
# of the next line (a first line is indented, at most ``SLACK_LIMIT``), both in shares of the measure; a quotation mark
# that begins a speech; a speech that is still open; a next line so full that no indent can stand before it.
# The weights are a logistic regression on the 1,837 sentence ends at line ends of the memoir as readers divided them;
# fitted on one half and tried on the other it misses 21 and adds 40 of 1,630 paragraph starts, where room alone missed
# 89 and added 19. To re-measure: tests/structure/test_second_book.py and the rows of paragraphs.tsv that are needed.
ROOM_LIMIT = (-0.12, 0.2)
SLACK_LIMIT = 0.1
FULL_LINE = 0.035
WEIGHTS = {"bias": -3.67, "room": 26.2, "slack": 56.6, "speech begins": 1.89, "speech is open": -1.58, "full line": -3.54}
# The shortest piece of a word that a printer would leave at a line's end.
SYLLABLE = re.compile(r"[^aeiouy\W]*[aeiouy]+[^aeiouy\W]?(?=\w{3})", re.I)
# A line that ends with a comma or semicolon (most often a misread full stop or colon) must be plainly short; less so
# before speech.
ROOM_AT_COMMA = 0.27
ROOM_AT_COMMA_BEFORE_SPEECH = 0.1


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
            next(d for d in reversed(drafts) if d.kind != "note").strips.append(Strip.whole(line))
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
    room = _room(before, line, full)
    begins = bool(SPEECH_START.match(line.text)) and not open_speech
    if WEAK_END.search(before.text):
        return room > (ROOM_AT_COMMA_BEFORE_SPEECH if begins else ROOM_AT_COMMA)
    if not SENTENCE_END.search(before.text):
        return room > 2 * ROOM_AT_COMMA
    slack = (full - natural_width(line.text)) / full
    evidence = {"bias": 1, "room": min(max(room, ROOM_LIMIT[0]), ROOM_LIMIT[1]), "slack": min(slack, SLACK_LIMIT),
                "speech begins": begins, "speech is open": open_speech, "full line": slack < FULL_LINE}
    return sum(WEIGHTS[name] * value for name, value in evidence.items()) > 0


def _room(before: Line, line: Line, full: int) -> float:
    """Share of the measure that would be left if the first syllable of the next line stood in the line before."""
    word = re.split(r"(?<=\w)-", line.text.split()[0])[0]
    syllable = SYLLABLE.match(word)
    first = syllable[0] + "-" if syllable and len(syllable[0]) > 1 else word
    return (full - natural_width(before.text) - USUAL // 2 - natural_width(first)) / full
