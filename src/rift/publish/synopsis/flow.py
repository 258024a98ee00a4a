"""The reading text of a passage as its text nodes in order, so that a place in the words is a place in the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from rift.publish.words import TEI, is_mark, pieces

BLOCKS = {f"{TEI}{name}" for name in ("p", "stage", "list", "item", "salute", "dateline", "signed")}
PARTS = BLOCKS | {f"{TEI}said", f"{TEI}quote"}  # a phrase does not run across their edges
SKIPPED = {f"{TEI}sic", f"{TEI}speaker"}


class Node(NamedTuple):
    """A text node: ``text`` of ``owner``, or the text behind it (``is_tail``). ``start``: its place in the passage."""

    owner: etree._Element
    is_tail: bool
    text: str
    start: int


@dataclass(frozen=True, eq=False)
class Flow:
    """A passage without sic, marked notes and the speaker's label.

    ``blocks`` are the places where a block begins or ends, ``edges`` those and the ones of direct speech and quotations.
    """

    nodes: tuple[Node, ...]
    edges: tuple[int, ...]
    blocks: tuple[int, ...]

    @property
    def text(self) -> str:
        """All text as it stands in the file, white space included."""
        return "".join(node.text for node in self.nodes)

    @property
    def words(self) -> str:
        """The text with white space collapsed; blocks are set apart."""
        text = self.text
        cuts = sorted({0, *self.blocks, len(text)})
        return " ".join(" ".join(text[a:b] for a, b in pairwise(cuts)).split())


def flow(passage: etree._Element) -> Flow:
    """The text nodes of ``passage``."""
    nodes: list[Node] = []
    edges: list[int] = []
    blocks: list[int] = []
    at = 0
    for owner, is_tail, text in _walk(passage, []):
        if text is not None:
            nodes.append(Node(owner, is_tail, text, at))
            at += len(text)
            continue
        edges.append(at)
        if owner.tag in BLOCKS:
            blocks.append(at)
    return Flow(tuple(nodes), tuple(edges), tuple(blocks))


def adjoining(element: etree._Element) -> Iterator[etree._Element]:
    """The elements that begin behind ``element`` before any other words of the text do."""
    for around in (element, *element.iterancestors()):
        if _is_printed(around.tail):
            return
        for following in around.itersiblings(etree.Element):
            yield from _beginning(following)
            if _holds_words(following) or _is_printed(following.tail):
                return


Found = list[tuple[etree._Element, bool, str | None]]


def _walk(element: etree._Element, found: Found) -> Found:
    """Add the text nodes to ``found``: owner, whether behind it, text; text ``None`` stands for an edge."""
    if text := element.text:
        found.append((element, False, text))
    for child in element:
        tag = child.tag
        if isinstance(tag, str) and tag not in SKIPPED and not is_mark(child):
            if tag in PARTS:
                found.append((child, False, None))
            _walk(child, found)
            if tag in PARTS:
                found.append((child, True, None))
        if tail := child.tail:
            found.append((child, True, tail))
    return found


def _beginning(element: etree._Element) -> Iterator[etree._Element]:
    """An element, and those in it that begin before its first word."""
    yield element
    if _is_printed(element.text):
        return
    for child in element.iterchildren(etree.Element):
        if not _is_beside(child):
            yield from _beginning(child)
            if _holds_words(child):
                return
        if _is_printed(child.tail):
            return


def _is_printed(text: str | None) -> bool:
    return bool(text and text.strip())


def _is_beside(element: etree._Element) -> bool:
    return element.tag in SKIPPED or is_mark(element)


def _holds_words(element: etree._Element) -> bool:
    return not _is_beside(element) and any(map(_is_printed, pieces(element)))
