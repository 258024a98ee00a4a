"""Quotation marks of the reading text: each that opens in a paragraph closes there.

1. A block is a paragraph, head, note or item, read as a reader reads it: corrections, supplied words, no ``sic``;
   notes inside it are blocks of their own.
2. Double marks open and close by their shape, straight ones by what stands beside them; they may be nested.
3. ‘…’ counts as a pair if it opens; any other ’ is an apostrophe.
4. A mark may stay open at the end of a paragraph only inside speech or a quotation that goes on in another one
   (``@next``, or a further paragraph of the same ``quote``), which opens again.
5. A pair opens and closes inside the same ``said``, ``quote``, ``soCalled`` or ``title``.

Limits: a lost ’ is not found if a possessive follows (``the workers’``); a wrong mark that happens to balance isn't either.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from rift.diagnostics import Finding
from rift.validate.blocks import BLOCKS, upward
from rift.validate.document import Document
from rift.validate.names import TEI, local
from rift.validate.places import report

# A mark; no apostrophe inside a word. All signs come first, for a set at its beginning is what a pattern is soonest searched by.
_MARK = re.compile(r"""[“”‘’"'](?:(?<=[“”‘"])|(?<![^\W_].)|(?![^\W_]))""")
_CONTAINERS = frozenset(TEI + name for name in ("said", "quote", "soCalled", "title"))
_CLOSES = {"”": "“", "’": "‘", '"': '"', "'": "'"}
_BEFORE_OPENING = frozenset("([—–-“‘\"'")


class Mark(NamedTuple):
    """A quotation mark: how it is read, and the element whose text it is."""

    sign: str
    opens: bool
    owner: etree._Element


def check_quotes(document: Document) -> Iterator[Finding]:
    """QUOTE-001 to QUOTE-003, at the element that holds the mark."""
    for element, words, owners, starts in document.blocks:
        places = [match.start() for match in _MARK.finditer(words)]
        if places:
            marks = [_mark(words, at, owners[bisect_right(starts, at) - 1]) for at in places]
            yield from _balance(document, element, marks)


def _mark(words: str, at: int, owner: etree._Element) -> Mark:
    """The mark at an offset."""
    sign = words[at]
    if sign in "\"'":
        before = words[at - 1] if at else " "
        after = words[at + 1] if at + 1 < len(words) else " "
        return Mark(sign, (before.isspace() or before in _BEFORE_OPENING) and not after.isspace(), owner)
    return Mark(sign, sign in "“‘", owner)


def _balance(document: Document, block: etree._Element, marks: list[Mark]) -> Iterator[Finding]:
    open_marks: list[Mark] = []
    for mark in marks:
        if mark.opens:
            open_marks.append(mark)
            continue
        opening = _CLOSES[mark.sign]
        while open_marks and open_marks[-1].sign != opening and _is_single(open_marks[-1]) and not _is_single(mark):
            yield report("QUOTE-001", document, open_marks[-1].owner, mark=open_marks.pop().sign)
        if open_marks and open_marks[-1].sign == opening:
            yield from _same_container(document, open_marks.pop(), mark)
        elif not _is_single(mark):
            yield report("QUOTE-002", document, mark.owner, mark=mark.sign)
    for mark in open_marks:
        if not _runs_on(document, block, mark.owner):
            yield report("QUOTE-001", document, mark.owner, mark=mark.sign)


def _is_single(mark: Mark) -> bool:
    return mark.sign in "‘’'"


def _same_container(document: Document, opened: Mark, closed: Mark) -> Iterator[Finding]:
    if opened.owner is closed.owner:
        return
    first, last = _container(opened.owner), _container(closed.owner)
    if first is not last:
        yield report("QUOTE-003", document, opened.owner, mark=opened.sign, opened=local(first), closed=local(last))


def _container(owner: etree._Element) -> etree._Element:
    """The nearest speech, quotation or title around a text, else its block."""
    return next(e for e in upward(owner) if e.tag in _CONTAINERS or e.tag in BLOCKS)


def _runs_on(document: Document, block: etree._Element, owner: etree._Element) -> bool:
    """Whether what is open goes on in another block."""
    for element in upward(owner):
        following = document.ids.get(element.get("next", "").removeprefix("#"))
        if following is not None and block not in following.iterancestors():
            return True
        if element.tag == TEI + "quote" and block is not element and block.getnext() is not None and block.getparent() is element:
            return True
    return False
