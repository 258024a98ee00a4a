"""Wrap TEI in ``page:page``: what only the whole edition knows about a page, for its stylesheet.

``transforms/common/pointers.xsl`` and the head of each stylesheet say what is read.
"""

from __future__ import annotations

from copy import deepcopy
from posixpath import basename

from lxml import etree

from rift.publish.addresses import relative, root_of
from rift.publish.files import TeiFile
from rift.publish.site import Site
from rift.publish.words import TEI, XML_ID, is_mark

PAGE = "{urn:rift:page}"
NAMES = {"page": PAGE[1:-1]}


class Envelope:
    """The page at ``href`` of kind ``kind``, to be filled. ``root`` is the ``page:page`` element."""

    def __init__(self, site: Site, href: str, kind: str):
        self.site = site
        self.href = href
        self.root = etree.Element(f"{PAGE}page", kind=kind, root=root_of(href), nsmap=NAMES)
        self.root.set("edition", site.title)
        self.root.set("address", site.base_url + href if site.base_url else basename(href))
        for name, value in (("version", site.version), ("date", site.date), ("notice", site.notice)):
            if value:
                self.root.set(name, value)
        for label, address, below in site.menu:
            here = "page" if address == href else "true" if href.partition("/")[0] in below else None
            self.add("menu", label=label, href=relative(address, href), here=here)

    def add(self, name: str, parent: etree._Element | None = None, **values: str | None) -> etree._Element:
        """Add ``page:name`` with the attributes that have a value (``opening_page`` becomes ``opening-page``)."""
        stated = {key.replace("_", "-"): value for key, value in values.items() if value}
        return etree.SubElement(self.root if parent is None else parent, PAGE + name, stated)

    def link(self, name: str, address: str, parent: etree._Element | None = None, **values: str | None):
        """Add ``page:name`` that leads to ``address`` (from the site's root)."""
        return self.add(name, parent, href=relative(address, self.href), **values)

    def of_text(self, file: TeiFile) -> None:
        """Say which text the page is about, and where its contents are."""
        self.root.set("text-title", file.short_title)
        self.link("contents", contents_href(file))
        if file.withheld is not None:
            self.add("withheld", reason=file.withheld.reason, quoted="yes" if file.withheld.quoted else None)

    def wrap(self, file: TeiFile, text: etree._Element | None) -> None:
        """Put in TEI: the file's header and ``text`` (or only the header), with where the pointers of that lead to."""
        tei = etree.SubElement(self.root, f"{TEI}TEI", nsmap={None: TEI[1:-1]})
        if file.header is not None:
            tei.append(deepcopy(file.header))
        for target, address in self.site.addresses.links(tei if text is None else text, file.path, self.href):
            self.add("link", target=target, href=address, label=self.site.named(target, file.path))
        if text is not None:
            tei.append(text)
            for who in sorted({turn.get("who") for turn in text.iter(f"{TEI}sp") if turn.get("who")}):
                self.voice(who, file)

    def voice(self, who: str, file: TeiFile) -> None:
        """Say on which side those stand to whom ``@who`` of a turn points."""
        self.add("voice", who=who, side=self.site.side(who, file.path))

    def to_bytes(self) -> bytes:
        """The envelope as bytes: everything that the page depends on, stylesheets apart."""
        return etree.tostring(self.root)


def contents_href(file: TeiFile) -> str:
    """Address of a text's contents page."""
    return f"{file.id}/index.html"


def excerpt(element: etree._Element) -> etree._Element:
    """A copy of an element to be shown on another page: without addresses and, in it, notes that are marked only."""
    copied = deepcopy(element)
    copied.tail = None
    for note in [e for e in copied.iterdescendants(f"{TEI}note") if is_mark(e)]:
        _remove(note)
    etree.strip_attributes(copied, XML_ID)
    return copied


def _remove(element: etree._Element) -> None:
    """Take an element out of its parent; the text after it stays."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
