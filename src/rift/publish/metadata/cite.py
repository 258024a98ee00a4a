"""The panel from which a page, or a passage of it, is cited, and the files with its citation.

``transforms/html/cite.xsl`` says what it reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from rift.publish.dependence import Dependence
from rift.publish.envelope import Envelope
from rift.publish.files import TeiFile
from rift.publish.metadata.cited import Cited, cited_page, cited_text, key_of
from rift.publish.metadata.head import cite_path
from rift.publish.metadata.styles import STYLES, plain
from rift.publish.pages import Page
from rift.publish.product import Product
from rift.publish.site import Site


def add_citations(page: Envelope, cited: Cited, file: TeiFile) -> None:
    """Add ``page:style`` for every style, made of ``page:piece``."""
    for style in STYLES:
        if style.suffix:
            element = page.link("style", cite_path(file, cited.key, style.suffix), of=style.name, label=style.label)
        else:
            element = page.add("style", of=style.name, label=style.label)
        for piece in style.write(cited):
            text, pattern = (part.replace("\r\n", "\n") for part in (piece.text, piece.pattern))
            page.add("piece", element, kind=piece.kind, pattern=pattern).text = text


def cite_products(site: Site, depends: Dependence) -> Iterator[Product]:
    """The citation of every text and page, in every style that has files."""
    styles = [style for style in STYLES if style.suffix]
    for file in site.edition.texts:
        for page in (None, *site.pages[file.id]):
            paths = tuple(cite_path(file, key_of(file, page), style.suffix) for style in styles)
            yield Product(paths, depends.all_but_words("citation", *paths), partial(_citations, site, file, page))


def _citations(site: Site, file: TeiFile, page: Page | None) -> tuple[bytes, ...]:
    cited = cited_page(site, page) if page else cited_text(site, file)
    return tuple(plain(style.write(cited)).encode() for style in STYLES if style.suffix)
