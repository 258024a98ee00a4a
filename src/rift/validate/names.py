"""Names of TEI, as lxml has them."""

from __future__ import annotations

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def local(element: etree._Element) -> str:
    """Name of an element without its namespace."""
    return element.tag.rpartition("}")[2]
