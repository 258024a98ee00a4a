"""Split a text into pages of the site: one for each chapter or document.

1. A division of a type in ``PAGE_DIVISIONS`` begins a page.
2. What stands before the first one (in the text, or in an element that wraps several) is a page of its own if it has
   paragraphs or turns; else, as a heading over several diplomatic notes, it goes with the first.
3. A wrapping element is opened on its first page only; the later pages hold their own division.
4. A text without such divisions is one page.

Limits: a paragraph between two page divisions goes with the page before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from rift.publish.files import TeiFile
from rift.publish.product import digest
from rift.publish.words import TEI, XML_ID, is_mark, words

DOCUMENTS = {"speech", "note", "letter"}  # divisions that are one statement
PAGE_DIVISIONS = {"preface", "chapter", *DOCUMENTS}
PAGE_TAGS = {f"{TEI}p", f"{TEI}sp"}


@dataclass(frozen=True, eq=False)
class Shell:
    """A wrapping element of which only some children are on the page."""

    element: etree._Element
    children: list

    def __iter__(self):
        return iter(self.children)


@dataclass(frozen=True, eq=False)
class PrintedPage:
    """A page break of the source that has an address. ``n`` is the printed number."""

    n: str
    id: str


@dataclass(frozen=True, eq=False)
class Page:
    """A reading page. ``opening`` is the printed page that it begins on, if its break stands on an earlier page."""

    file: TeiFile
    id: str
    content: list  # elements and shells of the parsed file
    opening: str
    printed: list[PrintedPage] = field(default_factory=list)

    @property
    def href(self) -> str:
        """Address in the site, relative to its root."""
        return f"{self.file.id}/{self.id}.html"

    @cached_property
    def heads(self) -> list[etree._Element]:
        return [e for e in elements(self.content) if e.tag == f"{TEI}head"]

    @cached_property
    def title(self) -> str:
        """Words of the first heading; else what its division is (``Preface``), else the text's short title."""
        if self.heads:
            return words(self.heads[0])
        kinds = [e.get("type") for e in elements(self.content) if _begins_page(e)]
        return kinds[0].capitalize() if kinds else self.file.short_title

    @cached_property
    def digest(self) -> str:
        """Digest of its content."""
        return digest(*_bytes(self.content))

    def build(self) -> etree._Element:
        """The page's ``text`` element, a copy."""
        text = etree.Element(f"{TEI}text", nsmap={None: TEI[1:-1]})
        text.extend(_copy(node) for node in self.content)
        return text


def _bytes(nodes) -> Iterator[bytes | str]:
    for node in nodes:
        if isinstance(node, Shell):
            yield f"{node.element.tag} {sorted(node.element.items())} {len(node.children)}"
            yield from _bytes(node)
        else:
            yield etree.tostring(node, encoding="utf-8")


def split(file: TeiFile) -> list[Page]:
    """The pages of a text, in order."""
    if file.text is None:
        return []
    pages, last = [], ""
    for number, run in enumerate(_runs(file.text), 1):
        printed = [PrintedPage(e.get("n", ""), e.get(XML_ID)) for e in _page_breaks(run)]
        opening = "" if _begins_with_break(run) else last
        pages.append(Page(file, _page_id(run, number), run, opening, printed))
        last = printed[-1].n if printed else last
    return pages


def elements(nodes):
    """Every element of the nodes (elements, shells), in document order."""
    for node in nodes:
        if isinstance(node, Shell):
            yield node.element
            yield from elements(node)
        else:
            yield from node.iter(etree.Element)


def named(nodes, *tags: str) -> Iterator[etree._Element]:
    """Elements of these names in some elements and shells, in document order."""
    for node in nodes:
        if isinstance(node, Shell):
            yield from (node.element,) if node.element.tag in tags else ()
            yield from named(node, *tags)
        else:
            yield from node.iter(*tags)


def _runs(container) -> list[list]:
    """Children of ``container`` grouped into pages."""
    runs: list[list] = [[]]  # the first group: what stands before the first page division
    for child in container.iterchildren(etree.Element):
        if _begins_page(child):
            runs.append([child])
        elif any(_begins_page(e) for e in child.iterdescendants(f"{TEI}div")):
            first, *others = _runs(child)
            runs += [[Shell(child, first)], *others]
        else:
            runs[-1].append(child)
    if len(runs) > 1 and not _has_paragraphs(runs[0]):
        runs[:2] = [runs[0] + runs[1]]
    return runs


def _has_paragraphs(nodes) -> bool:
    """Whether there is more than headings and page breaks, notes apart."""
    return any(e.tag in PAGE_TAGS and not any(map(is_mark, e.iterancestors())) for e in elements(nodes))


def _begins_page(element) -> bool:
    return element.tag == f"{TEI}div" and element.get("type") in PAGE_DIVISIONS


def _copy(node) -> etree._Element:
    if not isinstance(node, Shell):
        return deepcopy(node)
    shell = etree.Element(node.element.tag, dict(node.element.attrib), nsmap=node.element.nsmap)
    shell.extend(_copy(child) for child in node)
    return shell


def _page_breaks(nodes):
    """Page breaks with an address; those inside a marked note are not in the running text."""
    for element in elements(nodes):
        if element.tag == f"{TEI}pb" and element.get(XML_ID) and not any(is_mark(a) for a in element.iterancestors()):
            yield element


def _begins_with_break(nodes) -> bool:
    """Whether a page break comes before the first words."""
    for element in elements(nodes):
        if element.tag == f"{TEI}pb":
            return True
        if element.text and element.text.strip():
            return False
    return False


def _page_id(nodes, number: int) -> str:
    """Address of the first division that begins a page, else of the first one that has one, else the page's number."""
    named = [e for e in elements(nodes) if e.get(XML_ID)]
    divisions = [e for e in named if e.tag == f"{TEI}div"]
    first = next((e for e in divisions if _begins_page(e)), None)
    chosen = [first] if first is not None else divisions or named
    return chosen[0].get(XML_ID) if chosen else f"page-{number}"
