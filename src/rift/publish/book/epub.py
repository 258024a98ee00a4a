"""The whole edition as one e-book (EPUB 3.3). Equal editions give equal bytes: no clock, fixed order, fixed dates."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from textwrap import wrap
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from rift.publish.book.package import package
from rift.publish.book.paths import epub_path
from rift.publish.book.sections import Book, Section
from rift.publish.product import Product, digest
from rift.publish.site import Site
from rift.publish.stylesheets import Stylesheets
XHTML, CSS = "application/xhtml+xml", "text/css"
PICTURES = {"cover.png": "image/png", "cover.svg": "image/svg+xml"}
# The cover: characters that fit on a line of each kind, height of its line, height at which the first one stands.
COVER = {"title": (7, 330, 420), "sub": (17, 112, 1690), "foot": (32, 66, 2090)}


def epub_products(site: Site, sheets: Stylesheets, made_from: str) -> Iterator[Product]:
    """The e-book. It is one file, which is made anew if anything in the edition changed."""
    yield Product((epub_path(site),), digest(made_from, "epub", site.edition.digest), lambda: (Epub(Book(site), sheets).pack(),))


class Epub:
    """Packs a book. ``EPUB/`` holds the sections, and what says how they hang together."""

    def __init__(self, book: Book, sheets: Stylesheets):
        self.book = book
        self.sheets = sheets
        self._assets = sheets.folder / "epub" / "assets"

    def pack(self) -> bytes:
        """The bytes of the e-book."""
        files = {f"EPUB/{section.href}": self._page(section) for section in self._sections()}
        files |= {f"EPUB/{name}": picture for name, picture in self._pictures.items()}
        files |= {
            "EPUB/book.css": (self._assets / "book.css").read_bytes(),
            "EPUB/package.opf": self.sheets.apply("epub/package.xsl", self._package(), None),
            "META-INF/container.xml": (self._assets / "container.xml").read_bytes(),
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

    def _package(self) -> etree._Element:
        envelope = package(self.book)
        envelope.add("item", id="style", href="book.css", type=CSS)
        for at, name in enumerate(self._pictures):
            envelope.add("item", id=name.replace(".", "-"), href=name, type=PICTURES[name], properties=None if at else "cover-image")
        for section in self._sections():
            properties = "nav" if section.name == "nav" else None
            envelope.add("item", id=section.name, href=section.href, type=XHTML, properties=properties, spine="yes")
        return envelope.root

    # ---- cover

    @property
    def _alt(self) -> str:
        return ". ".join(filter(None, (self.book.title, self.book.subtitle)))

    @cached_property
    def _pictures(self) -> dict[str, bytes]:
        """The cover by name, first the one for shelves, of which many show no SVG: its raster, if that is of this cover."""
        drawn, raster = self.sheets.apply("epub/cover-picture.xsl", self._drawn(), None), self._assets / "cover.png"
        known = raster.read_bytes() if raster.exists() else b""
        return ({raster.name: known} if fingerprint(drawn) in known else {}) | {"cover.svg": drawn}

    def _drawn(self) -> etree._Element:
        envelope = self.book.envelope("cover", "cover", "Cover")
        envelope.root.set("alt", self._alt)
        for kind, text in (("title", self.book.site.title), ("sub", self.book.topic), ("foot", self.book.subtitle)):
            width, height, first = COVER[kind]
            for at, line in enumerate(wrap(text, width)):
                envelope.add("line", words=line, kind=kind, y=str(first + at * height))
        return envelope.root


def fingerprint(drawn: bytes) -> bytes:
    """What the raster of a cover says of the drawn one that it shows."""
    return sha256(drawn).hexdigest().encode()


def _entry(path: str, compression: int) -> ZipInfo:
    """A packed file's entry without anything of this machine or moment."""
    entry = ZipInfo(path, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = compression
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry
