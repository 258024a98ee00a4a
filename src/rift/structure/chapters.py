"""Divisions of a book: chapters with their heads and abstracts, and what stands before the first."""

from __future__ import annotations

import re

from rift.model.line import Line
from rift.model.outline import Draft, Outline, Strip
from rift.structure.paragraphs import SENTENCE_END, WEAK_END, measure
from rift.structure.widths import natural_width

NUMBERED_HEAD = re.compile(r"(\d{1,3})\.\s+(?=\S)")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# An abstract is set narrower than the text; the widest of its lines is about nine tenths of the measure.
ABSTRACT_WIDTH = 0.935
SHORT_IN_ABSTRACT = 0.78
# First lines of the text below an abstract, at most so many before one reaches the full width.
BEFORE_FULL = 3


def line_drafts(outline: Outline) -> None:
    """Every line a draft of its own, notes of a page apart."""
    for line in outline.pages.lines:
        kind = {"body": "line", "note": "note", "number": "number"}[line.part]
        if kind == "note" and outline.drafts and _same_note(outline.drafts, line):
            outline.drafts[-1].strips.append(Strip.whole(line))
        elif kind != "number":
            outline.drafts.append(Draft(kind, [Strip.whole(line)], {"mark": line.mark} if kind == "note" else {}))


def _same_note(drafts: list[Draft], line: Line) -> bool:
    last = drafts[-1]
    return last.kind == "note" and last.strips[-1].line.page == line.page and not line.cuts


def chapter_heads(outline: Outline) -> None:
    """A numbered line of capitals is a chapter's head, lines of capitals after it belong to it."""
    drafts: list[Draft] = []
    for draft in outline.drafts:
        last = drafts[-1] if drafts else None
        text = draft.text
        if draft.kind != "line" or not _capitals(text):
            drafts.append(draft)
        elif match := NUMBERED_HEAD.match(text):
            drafts.append(Draft("head", draft.strips, {"n": match[1]}))
        elif last is not None and last.kind == "head":
            last.strips += draft.strips
        else:
            drafts.append(draft)
    outline.drafts = drafts


def _capitals(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) > 3


def abstracts(outline: Outline) -> None:
    """The narrow lines below a chapter's head are its abstract, up to the last sentence end before a full line."""
    full = measure([d.strips[0].line for d in outline.drafts if d.kind == "line"])
    drafts = outline.drafts
    for at in [k for k, d in enumerate(drafts) if d.kind == "head"][::-1]:
        wide = next((k for k in range(at + 1, len(drafts)) if drafts[k].kind != "line"
                     or natural_width(drafts[k].text) > ABSTRACT_WIDTH * full), len(drafts))
        ends = [k for k in range(max(at + 1, wide - BEFORE_FULL), wide) if _may_end(drafts[k].text, full)]
        if not ends:
            continue
        short = [k for k in ends if natural_width(drafts[k].text) < SHORT_IN_ABSTRACT * full]
        last = (short or ends)[-1]
        narrow = drafts[at + 1:last + 1]
        drafts[at + 1:last + 1] = [Draft("argument/p", [s for d in narrow for s in d.strips])]


def _may_end(text: str, full: int) -> bool:
    """The last line of an abstract ends a sentence, or is short and ends with a comma that was misread."""
    short = natural_width(text) < SHORT_IN_ABSTRACT * full
    return bool(SENTENCE_END.search(text) or short and WEAK_END.search(text))


def divisions(outline: Outline) -> None:
    """A division from each head to the next; what stands before the first is the preface."""
    drafts = outline.drafts
    for k, draft in enumerate(drafts):
        if k and k + 1 < len(drafts) and drafts[k + 1].kind == "head" and YEAR.fullmatch(draft.text):
            draft.kind = "closer/dateline"
    heads = [k for k, d in enumerate(drafts) if d.kind == "head"]
    notes_from = next((k for k, d in enumerate(drafts) if d.kind == "note"), len(drafts))
    if not heads or heads[0] > 0:
        outline.group("div", 0, (heads[0] if heads else notes_from) - 1, type="preface" if heads else "document")
    for first, last in zip(heads, [*heads[1:], notes_from][:len(heads)], strict=True):
        outline.group("div", first, last - 1, type="chapter", n=drafts[first].attributes.pop("n", ""))


def notes_last(outline: Outline) -> None:
    """Notes are drafts after all others: they stand at the foot, and go to their marks later."""
    outline.drafts = [d for d in outline.drafts if d.kind != "note"] + [d for d in outline.drafts if d.kind == "note"]
