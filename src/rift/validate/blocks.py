"""Blocks of a text (paragraphs, headings, notes …) as a reader reads them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from lxml import etree

from rift.validate.names import TEI

BLOCKS = frozenset(TEI + name for name in ("p", "head", "note", "item", "salute", "dateline", "signed", "trailer", "byline", "label"))
_UNREAD = frozenset({TEI + "sic"})


class Block(NamedTuple):
    """A block: its reading text, the elements that own the pieces of it, and the offsets where these begin."""

    element: etree._Element
    words: str
    owners: list[etree._Element]
    starts: list[int]


def read_blocks(root: etree._Element) -> list[Block]:
    """The blocks of the texts under ``root``, in their order.

    Corrections and supplied words are read, ``sic`` is not; notes inside a block are blocks of their own.
    """
    return [_block(element) for text in root.iter(TEI + "text") for element in text.iter(*BLOCKS)]


def _block(block: etree._Element) -> Block:
    pieces: list[str] = []
    owners: list[etree._Element] = []

    def walk(element: etree._Element) -> None:
        if text := element.text:
            pieces.append(text)
            owners.append(element)
        for child in element:
            tag = child.tag
            if tag not in BLOCKS and tag not in _UNREAD and isinstance(tag, str):
                walk(child)
            if tail := child.tail:
                pieces.append(tail)
                owners.append(element)

    walk(block)
    starts = list(accumulate(map(len, pieces), initial=0))
    return Block(block, "".join(pieces), owners, starts[:-1])


def upward(element: etree._Element) -> Iterator[etree._Element]:
    """An element and those around it, from the inside out."""
    yield element
    yield from element.iterancestors()
