"""Where an element is: in its file, and in the raw text from which it came."""

from __future__ import annotations

import re

from lxml import etree

from rift.diagnostics import Finding, Place, finding
from rift.validate.document import Document
from rift.validate.names import local


def report(code: str, document: Document, element: etree._Element, **facts: object) -> Finding:
    """A finding of the catalogue, at an element."""
    place = place_of(document, element)
    return finding(code, place, raw_place(document, element), excerpt_at(document, place), **facts)


def place_of(document: Document, element: etree._Element) -> Place:
    """File, line and column of an element's start tag.

    libxml2 keeps no column: the n-th element of a name on a line is the n-th start tag of that name there.
    The column is 0 where a tag runs over several lines.
    """
    line = element.sourceline or 0
    earlier, _ = document.starts[element]
    text = document.lines[line - 1] if 0 < line <= len(document.lines) else ""
    tags = [tag.start() + 1 for tag in re.finditer(rf"<{re.escape(local(element))}(?=[\s/>])", text)]
    return Place(document.path, line, tags[earlier] if earlier < len(tags) else 0)


def raw_place(document: Document, element: etree._Element) -> Place:
    """Line of the raw text, from the nearest address at or before the element; empty where there is none."""
    _, line = document.starts[element]
    if document.source is None or not line:
        return Place()
    return Place(document.source.relative_to(document.root).as_posix(), line)


def excerpt_at(document: Document, place: Place) -> str:
    """The words of the file from a place to the end of the line."""
    if not 0 < place.line <= len(document.lines):
        return ""
    return document.lines[place.line - 1][max(place.column - 1, 0):].strip()
