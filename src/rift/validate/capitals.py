"""Capitalised words of a text that are no marked name and stand in no reviewed list: perhaps a name was overlooked.

1. A word counts if it begins with a capital and stands neither at the beginning of a sentence or quotation nor in a block that
   is all capitals (a heading), nor inside an element that says what it is: a name, title, foreign word, date.
2. ``sources/non-names.tsv`` lists, with a reason for each, words that are no names (demonyms, titles, events) and
   expressions of several words; a word is excused where it is listed, or is part of a listed expression.

Limits: a name at the beginning of a sentence is not found.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from rift.diagnostics import Finding, finding
from rift.model.tables import read_table, table_text
from rift.validate.blocks import BLOCKS, upward
from rift.validate.document import Document
from rift.validate.names import TEI
from rift.validate.places import place_of, raw_place

TABLE = "sources/non-names.tsv"
COLUMNS = ("word", "reason")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SMALL = r"\x00-@\[-\x7f"  # ASCII without capitals: most characters of a text, which a search passes over at once
_CANDIDATE = re.compile(rf"[^{_SMALL}\W\d](?<![^\W\d_].)(?<![^\W\d_][’'-].)[^\W\d_]*(?:[’'-][^\W\d_]+)*")
"""A ``WORD`` that may begin with a capital: its first letter is neither small in ASCII nor in the middle of a word."""

_ENDING = re.compile(r"[’'](?:s|ll|ve|d|m|re)$")  # of a possessive or a shortened verb
_NAMED = frozenset(TEI + n for n in ("persName", "placeName", "orgName", "title", "name", "foreign", "date", "time", "idno"))
_BEFORE_SENTENCE = frozenset(".?!:…“‘([\"'*•/")
_AFTER_SENTENCE = frozenset("”’)]\"'")
_AROUND = 40
_LONGEST = 100  # characters of an expression, with white space; the longest of the list has 64


@dataclass(frozen=True)
class NonNames:
    """The reviewed list: single words, and expressions as patterns, by each of their words."""

    words: frozenset[str] = frozenset()
    expressions: dict[str, list[re.Pattern]] = field(default_factory=dict)

    def excuse(self, word: str, text: str, start: int) -> bool:
        """Whether the word at ``start`` of ``text`` is listed, or part of a listed expression."""
        near = max(0, start - _LONGEST), start + _LONGEST
        found = (match for pattern in self.expressions.get(word, ()) for match in pattern.finditer(text, *near))
        return word in self.words or any(match.start() <= start < match.end() for match in found)


def read_non_names(root: Path) -> NonNames | None:
    """The list of the edition at ``root``; ``None`` if it keeps none. Raises ``Problem`` SRC-008 for a malformed one."""
    path = root / TABLE
    if not path.is_file():
        return None
    words: set[str] = set()
    expressions: dict[str, list[re.Pattern]] = defaultdict(list)
    for row in read_table(TABLE, table_text(path, TABLE), COLUMNS):
        parts = row["word"].split()
        if len(parts) == 1:
            words.add(row["word"])
            continue
        pattern = re.compile(r"\b" + r"\s+".join(map(re.escape, parts)) + r"\b")
        for match in WORD.finditer(row["word"]):
            expressions[_bare(match[0])].append(pattern)
    return NonNames(frozenset(words), dict(expressions))


def check_capitals(document: Document, reviewed: NonNames) -> Iterator[Finding]:
    """NAM-001, at the element that holds the word."""
    if document.source is None:
        return
    for _, words, owners, starts in document.blocks:
        if words.isupper():
            continue
        for match in _CANDIDATE.finditer(words):
            owner = owners[bisect_right(starts, match.start()) - 1]
            if owner.tag in _NAMED or not words[match.start()].isupper() or _begins_sentence(words, match.start()):
                continue
            if not _is_named(owner) and not reviewed.excuse(_bare(match[0]), words, match.start()):
                yield _finding(document, owner, words, match)


def _bare(word: str) -> str:
    """A word without the ending of a possessive."""
    return _ENDING.sub("", word)


def _begins_sentence(words: str, at: int) -> bool:
    while at and words[at - 1].isspace():
        at -= 1
    before = words[max(at - 2, 0):at]
    return not before or before[-1] in _BEFORE_SENTENCE or before[-1] in _AFTER_SENTENCE and before[0] in _BEFORE_SENTENCE


def _is_named(owner: etree._Element) -> bool:
    """Whether an element says what its words are, or stands inside one that does."""
    for element in upward(owner):
        if element.tag in _NAMED:
            return True
        if element.tag in BLOCKS:
            return False
    return False


def _finding(document: Document, owner: etree._Element, words: str, match: re.Match) -> Finding:
    around = words[max(0, match.start() - _AROUND):match.end() + _AROUND]
    place, raw = place_of(document, owner), raw_place(document, owner)
    return finding("NAM-001", place, raw, " ".join(around.split()), word=match[0], table=TABLE)
