"""Blocks of a text (paragraphs, headings, notes …) as a reader reads them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from rift.validate.document import TEI

BLOCKS = frozenset(TEI + name for name in ("p", "head", "note", "item", "salute", "dateline", "signed", "trailer", "byline", "label"))
_UNREAD = frozenset({TEI + "sic"})


def read_block(block: etree._Element) -> tuple[str, list[etree._Element], list[int]]:
    """Reading text of a block, with the elements that own its pieces and the offsets where these begin.

    Corrections and supplied words are read, ``sic`` is not; notes inside a block are blocks of their own.
    """
    pieces: list[str] = []
    owners: list[etree._Element] = []

    def walk(element: etree._Element) -> None:
        if element.text:
            pieces.append(element.text)
            owners.append(element)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in BLOCKS and child.tag not in _UNREAD:
                walk(child)
            if child.tail:
                pieces.append(child.tail)
                owners.append(element)

    walk(block)
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return "".join(pieces), owners, starts[:-1]


def upward(element: etree._Element) -> Iterator[etree._Element]:
    """An element and those around it, from the inside out."""
    yield element
    yield from element.iterancestors()
