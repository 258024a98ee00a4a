"""Records, articles and posts: texts whose lines are paragraphs already."""

from __future__ import annotations

import re

from rift.model.document import Group
from rift.model.line import Line
from rift.model.outline import Draft, Outline, Strip
from rift.structure.paragraphs import SENTENCE_END

MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(rf"(?:(?:{MONTH}) \d{{1,2}}, \d{{4}}|\d{{1,2}} (?:{MONTH}) \d{{4}})\.?")
PLACE_AND_DATE = re.compile(rf"[^\W\d]+(?: [^\W\d]+)?, (?:(?:{MONTH}) \d{{1,2}}, \d{{4}}|\d{{1,2}} (?:{MONTH}) \d{{4}})\.?")
# A speaker's label: a name, perhaps initials, a title, what he does or to whom, up to a colon. Prose before a colon is
# longer or has a verb in a subordinate clause; no label seen has more than ten words.
LABEL = re.compile(r"(?P<label>(?:[A-Z]\. ?){0,3}[A-Z][^\W\d_]+(?: (?:[A-Z]\. ?)*[^\s:.,;?!“\"]+){0,9}:)(?=\s)")
STAGE = re.compile(r"\([^()]+\)\.?")
BYLINE = re.compile(r"By ((?:[A-Z][\w.’-]+ ?){1,5})")
TRAILER = re.compile(r"To be continued\b.*")
ENUMERATED = re.compile(r"(I|II|III|IV|V|VI|VII|VIII|IX|X)\.\s+(?=\S)")
NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
SALUTE = re.compile(r"To the [A-Z][^.]*:")
# The head of a document that a post sets in prose: it names the note and ends with a colon.
FRAMED_HEAD = re.compile(r"(?:The contents of the|Text of the|Note of the)\b[^.]*\bnote\b.*:|Note of the [^.]*:?", re.I)
HEAD_WORDS = 25
# What an audience did, at a paragraph's end, is no part of its sentence.
REACTION = re.compile(r"\s*\([^()]*\)$")


def lines_are_paragraphs(outline: Outline) -> None:
    """Each line of text is a paragraph, unless it goes on in the next: a page's end cut the sentence.

    Example: ``you accuse us while we`` / ``accuse you. Hence we must look …``
    """
    for line in outline.pages.lines:
        kind = "note" if line.part == "note" else "p"
        last = outline.drafts[-1] if outline.drafts else None
        if kind == "p" and last is not None and last.kind == "p" and _goes_on(last.strips[-1].line, line):
            last.strips.append(Strip.whole(line))
            continue
        outline.drafts.append(Draft(kind, [Strip.whole(line)], {"mark": line.mark} if kind == "note" else {}))


def _goes_on(before: Line, line: Line) -> bool:
    return not SENTENCE_END.search(before.text) and line.text[:1].islower()


def bold_heads(outline: Outline) -> None:
    """A stretch that Markdown prints bold is a head; a date alone is the dateline of its opener."""
    raw = outline.pages.raw.text
    drafts: list[Draft] = []
    inside = False
    for draft in outline.drafts:
        strips = draft.strips
        opens = raw.endswith("**", 0, strips[0].start)
        if inside and not opens:
            drafts[-1].strips += strips
        elif opens:
            draft.kind = "opener/dateline" if DATE.fullmatch(draft.text) else "head"
            drafts.append(draft)
        else:
            drafts.append(draft)
        inside = (inside or opens) and not raw.startswith("**", strips[-1].end)
    outline.drafts = drafts


def speaker_labels(outline: Outline) -> None:
    """Part each labelled paragraph into label and words; a paragraph all in round brackets is a stage direction."""
    drafts: list[Draft] = []
    for draft in outline.drafts:
        match = LABEL.match(draft.text) if draft.kind == "p" else None
        if match and not _in_sentence(match["label"]):
            drafts += _part(draft, match.end("label"))
            continue
        if draft.kind == "p" and STAGE.fullmatch(draft.text):
            draft.kind = "stage"
        drafts.append(draft)
    outline.drafts = drafts


def turns(outline: Outline) -> None:
    """A turn is a label with the paragraphs that follow it."""
    kinds = [d.kind for d in outline.drafts]
    number = 0
    for k, kind in enumerate(kinds):
        if kind == "speaker":
            number += 1
            stop = next((j for j in range(k + 1, len(kinds)) if kinds[j] != "p"), len(kinds))
            outline.group("sp", k, stop - 1, n=str(number))


def _in_sentence(label: str) -> bool:
    """A colon in prose, as in ``Soviet delegation represented by:``, makes no label."""
    return bool(re.search(r"\b(?:by|following|is|was|are|were|said|that)[ :]", label))


def _part(draft: Draft, length: int) -> list[Draft]:
    """The label as ``speaker``, what follows as ``p``."""
    first = draft.strips[0]
    text = first.line.text[length:]
    words = first.start + length + len(text) - len(text.lstrip())
    label = Draft("speaker", [Strip(first.line, first.start, first.start + length)])
    return [label, Draft("p", [Strip(first.line, words, first.end), *draft.strips[1:]])]


def article_front(outline: Outline) -> None:
    """A news article: headline, byline and part, the paper's introduction, then the author's text below its own head.

    The head of the author's text is the first short line without a full stop that names the author of the byline.
    """
    drafts = outline.drafts
    drafts[0].kind = "head"
    author, study = "", 0
    for k, draft in enumerate(drafts[1:], 1):
        sentence = bool(SENTENCE_END.search(draft.text))
        if match := BYLINE.fullmatch(draft.text):
            draft.kind, author = "byline", match[1].strip()
        elif TRAILER.fullmatch(draft.text):
            draft.kind = "trailer"
        elif author and author in draft.text and not sentence:
            draft.kind, study = "head", k
            break
        elif not sentence and len(draft.text.split()) <= HEAD_WORDS:
            draft.kind = "head"
            draft.attributes["type"] = "part"
    last = len(drafts) - 1
    if drafts[last].kind == "p" and TRAILER.fullmatch(drafts[last].text):
        drafts[last].kind = "trailer"
    if study:
        outline.group("front", 0, study - 1)
        outline.group("div", 0, study - 1, type="introduction")
        outline.group("body", study, last)
    outline.group("div", study, last, type="document")


def post_documents(outline: Outline) -> None:
    """A post that prints documents: short lines are heads, framed notes begin with a sentence that ends in a colon."""
    drafts = outline.drafts
    body = [k for k, d in enumerate(drafts) if d.kind == "p"]
    starts: list[tuple[int, str]] = []
    for k in body:
        text = drafts[k].text
        if FRAMED_HEAD.fullmatch(text):
            drafts[k].kind = "head"
            starts.append((k, "note"))
        elif SALUTE.fullmatch(text):
            drafts[k].kind = "opener/salute"
        elif PLACE_AND_DATE.fullmatch(text):
            drafts[k].kind = "closer/dateline"
        elif len(text.split()) <= HEAD_WORDS and not SENTENCE_END.search(REACTION.sub("", text)):
            drafts[k].kind = "head"
            starts.append((k, "introduction" if k == body[0] else "speech" if "speech" in text.lower() else "notes"))
    _group_documents(outline, starts, body[-1] + 1)


def _group_documents(outline: Outline, starts: list[tuple[int, str]], end: int) -> None:
    """A division for each document; a wrapper for the notes under a common head, the first of which has no head."""
    first_note = next((k for k, (_, kind) in enumerate(starts) if kind == "note"), len(starts))
    for number, (start, kind) in enumerate(starts):
        stop = starts[number + 1][0] if number + 1 < len(starts) else end
        if kind == "notes" and number + 1 == first_note:
            outline.group("div", start, end - 1, type="notes")
            if stop > start + 1:
                outline.group("div", start + 1, stop - 1, type="note")
        else:
            outline.group("div", start, stop - 1, type="document" if kind == "notes" else kind)


def enumerations(outline: Outline) -> None:
    """Paragraphs that begin ``I.``, ``II.`` … are items of a list, with the paragraphs that follow each."""
    drafts = outline.drafts
    for group in [g for g in outline.groups if g.name == "div" and g.attributes.get("type") == "note"]:
        items: list[int] = []
        for k in range(group.first, group.last + 1):
            match = ENUMERATED.match(drafts[k].text) if drafts[k].kind == "p" else None
            if match and len(items) < len(NUMERALS) and match[1] == NUMERALS[len(items)]:
                items.append(k)
        if len(items) < 2:
            continue
        end = next((k for k in range(items[-1], group.last + 1) if drafts[k].kind != "p"), group.last + 1)
        outline.group("list", items[0], end - 1, type="enumeration")
        for number, (first, stop) in enumerate(zip(items, [*items[1:], end], strict=True)):
            outline.group("item", first, stop - 1, n=NUMERALS[number])


def one_division(outline: Outline, kind: str = "document") -> None:
    """Everything but the notes is one division."""
    last = next((k for k, d in enumerate(outline.drafts) if d.kind == "note"), len(outline.drafts)) - 1
    outline.groups.insert(0, Group("div", 0, last, {"type": kind}))
