"""The whole edition as one e-book (EPUB 3.3). Equal editions give equal bytes: no clock, fixed order, fixed dates."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from textwrap import wrap
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from rift.publish.book.paths import epub_path
from rift.publish.book.sections import Book, Section
from rift.publish.product import Product, digest
from rift.publish.site import Site
from rift.publish.stylesheets import Stylesheets
from rift.publish.words import TEI, words

DAY = re.compile(r"\d{4}-\d\d-\d\d")
UNDATED = "1980-01-01"  # the first day that a packed file can have
XHTML, SVG, CSS = "application/xhtml+xml", "image/svg+xml", "text/css"
# The cover: characters that fit on a line of each kind, height of its line, height at which the first one stands.
COVER = {"title": (7, 330, 420), "sub": (17, 112, 1690), "foot": (30, 66, 2090)}


def epub_products(site: Site, sheets: Stylesheets, made_from: str) -> Iterator[Product]:
    """The e-book. It is one file, which is made anew if anything in the edition changed."""
    yield Product((epub_path(site),), digest(made_from, "epub", site.edition.digest), lambda: (Epub(Book(site), sheets).pack(),))


class Epub:
    """Packs a book. ``EPUB/`` holds the sections, and what says how they hang together."""

    def __init__(self, book: Book, sheets: Stylesheets):
        self.book = book
        self.sheets = sheets

    def pack(self) -> bytes:
        """The bytes of the e-book."""
        assets = self.sheets.folder / "epub" / "assets"
        files = {f"EPUB/{section.href}": self._page(section) for section in self._sections()}
        files |= {
            "EPUB/book.css": (assets / "book.css").read_bytes(),
            "EPUB/cover.svg": self.sheets.apply("epub/cover-picture.xsl", self._picture(), None),
            "EPUB/package.opf": self.sheets.apply("epub/package.xsl", self._package(), None),
            "META-INF/container.xml": (assets / "container.xml").read_bytes(),
        }
        packed = BytesIO()
        with ZipFile(packed, "w") as archive:
            archive.writestr(_entry("mimetype", ZIP_STORED), b"application/epub+zip")
            for path in sorted(files, reverse=True):  # META-INF first
                archive.writestr(_entry(path, ZIP_DEFLATED), files[path], compresslevel=zlib.Z_BEST_COMPRESSION)
        return packed.getvalue()

    def _sections(self) -> list[Section]:
        """The sections of the book, with the cover before and the table of contents after its title page."""
        title, *others = self.book.sections
        cover = self.book.envelope("cover", "cover", "Cover").root
        cover.set("alt", self._alt)
        return [Section("cover", "Cover", "cover", cover, listed=False), title, self.book.contents, *others]

    def _page(self, section: Section) -> bytes:
        made = self.sheets.apply(f"epub/{section.sheet}.xsl", section.root, section.source)
        return self.sheets.apply("epub/xhtml.xsl", etree.fromstring(made), section.source)

    # ---- what the book is

    def _package(self) -> etree._Element:
        book, site = self.book, self.book.site
        envelope = book.envelope("package", "package", book.title)
        facts = {"subtitle": book.subtitle, "publisher": book.publisher, "licence": self._stated("licence"),
                 "description": book.about.summary if book.about else "", "pages-of": self._paged(),
                 "identifier": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{site.base_url} {book.title} {site.version}')}",
                 "modified": f"{self._day}T00:00:00Z"}
        for name, value in facts.items():
            if value:
                envelope.root.set(name, value)
        for name in self._authors():
            envelope.add("author", label=name)
        envelope.add("item", id="style", href="book.css", type=CSS)
        envelope.add("item", id="cover-picture", href="cover.svg", type=SVG, properties="cover-image")
        for section in self._sections():
            properties = "nav" if section.name == "nav" else None
            envelope.add("item", id=section.name, href=section.href, type=XHTML, properties=properties, spine="yes")
        return envelope.root

    @property
    def _day(self) -> str:
        """Day that the edition states as its date."""
        path = f".//{TEI}editionStmt/{TEI}edition/{TEI}date"
        date = self.book.about.root.find(path) if self.book.about else None
        stated = "" if date is None else date.get("when", "")
        return stated if DAY.fullmatch(stated) else UNDATED

    def _stated(self, name: str) -> str:
        path = f".//{TEI}publicationStmt//{TEI}{name}"
        return words(self.book.about.root.find(path)) if self.book.about else ""

    def _authors(self) -> list[str]:
        """Authors of the texts, each once."""
        path = f"{TEI}teiHeader/{TEI}fileDesc/{TEI}titleStmt/{TEI}author"
        return list(dict.fromkeys(words(a) for file in self.book.site.edition.texts for a in file.root.findall(path)))

    def _paged(self) -> str:
        """Titles of the texts whose printed pages are marked."""
        site = self.book.site
        return "; ".join(f.short_title for f in site.edition.texts if any(page.printed for page in site.pages[f.id]))

    # ---- cover

    @property
    def _alt(self) -> str:
        return ". ".join(filter(None, (self.book.title, self.book.subtitle)))

    def _picture(self) -> etree._Element:
        envelope = self.book.envelope("cover", "cover", "Cover")
        envelope.root.set("alt", self._alt)
        for kind, text in (("title", self.book.site.title), ("sub", self.book.topic), ("foot", self.book.subtitle)):
            width, height, first = COVER[kind]
            for at, line in enumerate(wrap(text, width)):
                envelope.add("line", words=line, kind=kind, y=str(first + at * height))
        return envelope.root


def _entry(path: str, compression: int) -> ZipInfo:
    """A packed file's entry without anything of this machine or moment."""
    entry = ZipInfo(path, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = compression
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry
