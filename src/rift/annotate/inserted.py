"""Bracketed insertions of a publisher, a note-taker's remarks, and reactions of an audience."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rift.annotate.decisions import located
from rift.model.document import Document, Mark
from rift.model.tables import Row

INSERTION_COLUMNS = ("line", "words", "kind", "reason")
STAGE_COLUMNS = ("line", "words", "type", "reason")
SUPPLIED = ("identification", "word", "date", "organization")
COMMENTS = ("gloss", "translation", "doubt", "signed")


def _word(words: str) -> re.Pattern[str]:
    """One of the words: in small letters, so no part of a name (``National Liberation Movement``), or first in its bracket."""
    return re.compile(rf"\b(?:{words})\b|^\W*(?i:{words})\b")


# Printed reactions, by the word that names what the hall does.
REACTIONS = (
    (_word("applause|ovations?|laughter|applauds?"), "kinesic"),
    (_word("shouts?|cries|cry|voices?(?! of)|exclamations?"), "vocal"),
    (_word("stir|movement|animation|commotion|noise|silence"), "incident"),
)
REACTION_TYPES = {"kinesic": (("laughter", "laughter"), ("", "applause")), "vocal": (("", "shout"),),
                  "incident": (("noise", "noise"), ("", "stir"))}
PARENTHESIS = re.compile(r"\([A-Z][^()]{2,160}\)")


def insertion_marks(document: Document, rows: Sequence[Row], resp: str, lost: list[Row]) -> list[Mark]:
    """``supplied``, ``note``, ``unclear`` over bracketed insertions; ``resp`` points to whoever made them."""
    marks = []
    for row, start, end in located(document, rows, lost):
        kind = row["kind"]
        if kind in SUPPLIED:
            marks.append(Mark(start, end, "supplied", (("resp", resp), ("reason", kind)), 3))
        elif kind == "doubt":
            marks.append(Mark(start, end, "unclear", (("resp", resp),), 3))
        else:
            marks.append(Mark(start, end, "note", (("type", kind), ("place", "inline"), ("resp", resp)), 3))
    return marks


def stage_marks(document: Document, rows: Sequence[Row], lost: list[Row]) -> list[Mark]:
    """Remarks of a note-taker inside a turn; a remark that is a block of its own already gives its type to the block."""
    marks = []
    for row, start, end in located(document, rows, lost):
        block = document.blocks[document.block_at(start)]
        if block.kind == "stage":
            block.attributes["type"] = row["type"]
        else:
            marks.append(Mark(start, end, "stage", (("type", row["type"]),), 3))
    return marks


def reaction_marks(document: Document) -> list[Mark]:
    """Reactions that a speech prints in round brackets: ``(Stir in the hall. Shouts: “Shame!”)`` are two of them."""
    marks = []
    for block in document.blocks:
        for match in PARENTHESIS.finditer(document.text, block.start, block.end):
            parts = _reactions(match[0])
            if not parts or any(kind is None for _, _, kind in parts):
                continue
            for low, high, kind in parts:
                words = match[0][low:high]
                pairs = (("type", _type(kind, words)),)
                marks.append(Mark(match.start() + low, match.start() + high, f"{kind}/desc", pairs, 2))
    return marks


def _reactions(text: str) -> list[tuple[int, int, str | None]]:
    """Parts of a bracket, each with the element of its reaction; None for words that name none."""
    bounds = [0, *(m.end() for m in re.finditer(r"\.\s+(?=[A-Z])", text)), len(text)]
    parts = []
    for low, high in zip(bounds, bounds[1:], strict=False):
        words = text[low:high].rstrip()
        kind = next((element for pattern, element in REACTIONS if pattern.search(words)), None)
        parts.append((low, low + len(words), kind))
    return parts


def _type(kind: str, words: str) -> str:
    return next(name for word, name in REACTION_TYPES[kind] if word in words.lower())
