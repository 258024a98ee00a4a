"""The reading text of an element, as plain words: for labels, lists and tables."""

from __future__ import annotations

from collections.abc import Iterator

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def is_mark(element) -> bool:
    """Whether ``element`` is a note that stands elsewhere than in the line (the line shows a mark only)."""
    return element.tag == f"{TEI}note" and element.get("place") != "inline"


def pieces(element) -> Iterator[str]:
    """Text nodes of the reading text under ``element`` in order, without ``sic`` and notes that are marked only."""
    if element.text and isinstance(element.tag, str):
        yield element.text
    for child in element:
        if isinstance(child.tag, str) and child.tag != f"{TEI}sic" and not is_mark(child):
            yield from pieces(child)
        if child.tail:
            yield child.tail


def words(element) -> str:
    """Reading text of ``element`` with white space collapsed; empty for ``None``."""
    return "" if element is None else " ".join("".join(pieces(element)).split())
