"""Quotation marks in pairs: where a quoted passage begins and ends, and what stands inside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rift.model.document import Document

MARKS = re.compile(r"[“”‘’\"]")
# A quotation inside another, in characters, at the most: about a printed page.
LONGEST = 3000


@dataclass
class Quotation:
    """A quoted passage, reading positions ``start`` to ``end`` with its marks; ``inner`` is the first position inside.

    ``depth`` counts the quotations around it. ``open`` says that no closing mark stands in its block: the speech goes
    on in the next paragraph. ``block`` is the number of its block.
    """

    start: int
    end: int
    inner: int
    depth: int
    block: int
    open: bool = False


def quotations(document: Document) -> list[Quotation]:
    """Every quoted passage of every block, in the order of their beginnings."""
    found: list[Quotation] = []
    for number, block in enumerate(document.blocks):
        found += _in_block(document.text, block.start, block.end, number)
    return found


def _in_block(text: str, start: int, end: int, number: int) -> list[Quotation]:
    found: list[Quotation] = []
    stack: list[Quotation] = []
    for match in MARKS.finditer(text, start, end):
        at, mark = match.start(), match[0]
        if mark == '"':
            mark = "”" if any(text[q.start] == '"' for q in stack) else "“"
        if mark in "“‘" and not (mark == "‘" and text[at - 1:at].isalpha()):
            quotation = Quotation(at, end, at + 1, len(stack), number, open=True)
            stack.append(quotation)
            found.append(quotation)
        elif mark in "”’":
            _close(text, at, mark, stack)
    return found


def _close(text: str, at: int, mark: str, stack: list[Quotation]) -> None:
    """Close the quotation that this mark ends; an apostrophe closes nothing."""
    opener = ("“", '"') if mark == "”" else ("‘",)
    if mark == "’" and text[at - 1:at].isalnum() and text[at + 1:at + 2].isalnum():
        return
    matching = [k for k, q in enumerate(stack) if text[q.start] in opener]
    if not matching or mark == "’" and matching[-1] != len(stack) - 1:
        return
    if mark == "’" and _possessive(text, at, stack[-1]):
        return
    for quotation in stack[matching[-1]:]:
        quotation.end, quotation.open = at + 1, False
    del stack[matching[-1]:]


def _possessive(text: str, at: int, quotation: Quotation) -> bool:
    """``workers’ parties``: after an s, before a space, with a closing mark still to come."""
    if text[at - 1:at] != "s" or text[at + 1:at + 2] != " ":
        return False
    rest = text[at + 1:at + LONGEST]
    following = re.search(r"’(?!\w)|‘", rest)
    return bool(following and following[0].startswith("’") and "”" not in rest[:following.start()])
