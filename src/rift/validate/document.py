"""A TEI file, parsed once: safely, with its lines at hand."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from rift.diagnostics import Finding, Place, finding
from rift.validate.blocks import Block, read_blocks
from rift.validate.names import TEI, XML_ID

ADDRESS = re.compile(r"([a-z]+)([1-9]\d*)(?:\.[A-Za-z]+\d*)?")
"""``k390``, ``k390.head``, ``k878.said2``: siglum, raw line and, after a full stop, a name."""

_DECLARED_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_PROLOG = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, eq=False)
class Document:
    """One file of ``tei/``. ``path`` is relative to ``root``, the edition's folder, with forward slashes."""

    root: Path
    path: str
    tree: etree._ElementTree
    text: str

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def names(self) -> frozenset[str]:
        """Names of its elements."""
        return frozenset(element.tag for element in self.tree.getroot().iter(etree.Element))

    @cached_property
    def named(self) -> list[tuple[etree._Element, str]]:
        """Every element that has an ``xml:id``, with it, in order."""
        return [(element, name) for element in self.tree.getroot().iter(etree.Element) if (name := element.get(XML_ID)) is not None]

    @cached_property
    def ids(self) -> dict[str, etree._Element]:
        """First element of each ``xml:id``."""
        found: dict[str, etree._Element] = {}
        for element, name in self.named:
            found.setdefault(name, element)
        return found

    @cached_property
    def blocks(self) -> list[Block]:
        return read_blocks(self.tree.getroot())

    @cached_property
    def starts(self) -> dict[etree._Element, tuple[int, int]]:
        """For each element: how many of its name begin earlier on its line, and the raw line of the nearest
        address at or before it (0: none). Only findings need this, so a clean file never pays for it."""
        seen: Counter[tuple[str, int]] = Counter()
        found: dict[etree._Element, tuple[int, int]] = {}
        raw_line = 0
        for element in self.tree.getroot().iter(etree.Element):
            address = ADDRESS.fullmatch(element.get(XML_ID, ""))
            raw_line = int(address[2]) if address else raw_line
            key = (element.tag, element.sourceline or 0)
            found[element] = (seen[key], raw_line)
            seen[key] += 1
        return found

    @cached_property
    def source(self) -> Path | None:
        """The raw text that this file encodes; None for registers, events and the edition's own text."""
        name = Path(self.path)
        raw = self.root / "sources" / name.stem / "text.txt"
        return raw if name.parent.as_posix() == "tei" and raw.is_file() else None


def read_document(root: Path, path: str) -> Document | Finding:
    """Parse ``root/path``. What keeps it from being read as TEI comes back as a finding."""
    try:
        data = (root / path).read_bytes()
    except OSError as error:
        return finding("XML-005", Place(path), reason=error.strerror or "unknown")
    declared = _DECLARED_ENCODING.match(data)
    if declared and declared[1].upper() != b"UTF-8":
        return finding("XML-004", Place(path, 1), reason=f"the XML declaration says {declared[1].decode()}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return finding("XML-004", Place(path, line), reason=f"byte {data[error.start]:#04x}")
    doctype = _doctype_line(text)
    if doctype:
        return finding("XML-002", Place(path, doctype))
    return _parse(Document(root, path, etree.ElementTree(), text), data)


def _doctype_line(text: str) -> int:
    """Line of the document type declaration, 0 if there is none. Comments before it don't count."""
    at = 0
    while skipped := _PROLOG.match(text, at):
        at = skipped.end()
    return text.count("\n", 0, at) + 1 if text.startswith("<!DOCTYPE", at) else 0


def _parse(empty: Document, data: bytes) -> Document | Finding:
    """Fill in the tree. IDs are not collected: one that stands twice is a finding, not a syntax error."""
    parser = etree.XMLParser(resolve_entities="internal", no_network=True, huge_tree=False, collect_ids=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason = (error.msg or "no reason given").rsplit(", line ", 1)[0]
        return finding("XML-001", Place(empty.path, error.lineno or 0, error.offset or 0), reason=reason)
    if root.tag != TEI + "TEI":
        return finding("XML-003", Place(empty.path, root.sourceline or 0), found=f"<{root.tag}>")
    return Document(empty.root, empty.path, root.getroottree(), empty.text)
