"""The HTML pages: each an envelope round its TEI, and the stylesheet that makes the page of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

from lxml import etree

from rift.publish.beside import Beside
from rift.publish.corrections import corrections, signature
from rift.publish.envelope import Envelope, contents_href, excerpt
from rift.publish.files import TeiFile
from rift.publish.forms import forms
from rift.publish.home import home_page
from rift.publish.labels import page_label, shorten
from rift.publish.metadata.cite import add_citations, cite_products
from rift.publish.metadata.cited import Cited, cited_page, cited_text
from rift.publish.metadata.head import describe_cited
from rift.publish.metadata.sitemap import sitemap_product
from rift.publish.pages import Page, named
from rift.publish.product import Product, digest
from rift.publish.register.downloads import register_files
from rift.publish.register.entries import Register
from rift.publish.register.indexes import index_products
from rift.publish.register.pages import entity_products
from rift.publish.site import ABOUT_HREF, Site
from rift.publish.stylesheets import Stylesheets
from rift.publish.synopsis.pages import synopsis_products
from rift.publish.synopsis.retold import Retold
from rift.publish.synopsis.shared import Synopsis
from rift.publish.text.editions import editions_of, speaker_path
from rift.publish.text.speakers import speakers
from rift.publish.words import TEI, XML_ID, words


def html_products(site: Site, sheets: Stylesheets, made_from: str) -> Iterator[Product]:
    """Every page of the site, and what belongs to them. ``made_from``: digest of stylesheets and program."""
    pages = []
    for product in HtmlPages(site, sheets, made_from).products():
        pages += [path for path in product.paths if path.endswith(".html")]
        yield product
    yield sitemap_product(site, pages, made_from)


class HtmlPages:
    """Makes the products of format ``html``. ``made_from``: digest of stylesheets and program, part of every page's."""

    def __init__(self, site: Site, sheets: Stylesheets, made_from: str):
        self.site = site
        self.sheets = sheets
        self.made_from = made_from
        self.synopsis = Synopsis(site)
        self.retold = Retold(self.synopsis)
        self.beside = Beside(site)

    def products(self) -> Iterator[Product]:
        """Every page of the site, with its style sheet and script."""
        yield self._product(home_page(self.site), "html/home.xsl", self.site.edition.about)
        if self.site.edition.about is not None:
            yield self._product(self._editorial(self.site.edition.about), "html/editorial.xsl", self.site.edition.about)
        for file in self.site.edition.texts:
            yield self._product(self._contents(file), "html/contents.xsl", file)
            yield self._corrections_product(file)
            for page in self.site.pages[file.id]:
                yield self._product(self._reading(page), "html/text.xsl", file)
        yield from cite_products(self.site, self.made_from)
        yield from self._registers()
        yield from synopsis_products(self.synopsis, self.sheets, self.made_from)
        yield from assets(self.sheets.folder / "html" / "assets")

    def _registers(self) -> Iterator[Product]:
        """Pages and downloads of the registers."""
        register = Register(self.synopsis.passages)
        yield from entity_products(register, self.sheets, self.made_from)
        yield from index_products(register, self.sheets, self.made_from)
        yield from register_files(register, self.made_from)

    def _product(self, envelope: Envelope, sheet: str, source: TeiFile | None) -> Product:
        made_from = digest(self.made_from, sheet, envelope.to_bytes())
        return Product((envelope.href,), made_from, lambda: (self.sheets.apply(sheet, envelope.root, source),))

    # ---- pages of a text

    def _reading(self, page: Page) -> Envelope:
        envelope = Envelope(self.site, page.href, "text")
        envelope.of_text(page.file)
        envelope.root.set("title", page.title)
        if page.opening:
            envelope.root.set("opening-page", page.opening)
        siblings = self.site.pages[page.file.id]
        at = siblings.index(page)
        for name, neighbour in (("previous", siblings[at - 1] if at else None), ("next", (siblings[at + 1:] or [None])[0])):
            if neighbour is not None:
                envelope.link(name, neighbour.href, label=page_label(neighbour))
        envelope.link("corrections", corrections_href(page.file))
        for sibling in siblings:
            entry = envelope.link("entry", sibling.href, label=page_label(sibling), here="page" if sibling is page else None)
            if sibling is page:
                self._parts(envelope, entry, page)
        self._cite(envelope, cited_page(self.site, page), page.file)
        self.beside.add(envelope, page)
        envelope.wrap(page.file, page.build())
        self.retold.add(envelope, page)
        return envelope

    def _cite(self, envelope: Envelope, cited: Cited, file: TeiFile) -> None:
        describe_cited(envelope, self.site, cited, file)
        add_citations(envelope, cited, file)

    def _parts(self, envelope: Envelope, entry: etree._Element, page: Page) -> None:
        """Headings inside a page, after the one that names it, as far as they have an address."""
        for head in page.heads[1:]:
            xml_id = head.get(XML_ID) or head.getparent().get(XML_ID)
            address = xml_id and self.site.addresses.of(page.file.path, xml_id)
            if address and head.getprevious() is None:
                envelope.link("part", address, entry, label=shorten(words(head)))

    def _contents(self, file: TeiFile) -> Envelope:
        envelope = Envelope(self.site, contents_href(file), "contents")
        envelope.of_text(file)
        self._cite(envelope, cited_text(self.site, file), file)
        envelope.link("corrections", corrections_href(file))
        for page in self.site.pages[file.id]:
            numbers = [page.opening, *(printed.n for printed in page.printed)]
            pages = _range([n for n in numbers if n])
            entry = envelope.link("entry", page.href, label=page.title, pages=pages)
            self._parts(envelope, entry, page)
            argument = next(named(page.content, f"{TEI}argument"), None)
            if argument is not None:
                entry.append(excerpt(argument))
            for printed in page.printed:
                envelope.link("printed", f"{page.href}#{printed.id}", n=printed.n.strip("[]"))
        for form in forms(self.site, file):
            envelope.link("download", form.path, label=form.label, note=form.note)
        if "text" in self.site.formats:
            for speaker in speakers(file, self.site.entities) if editions_of(file) else ():
                envelope.link("speaker", speaker_path(file, speaker.id), label=speaker.listed)
        envelope.wrap(file, None)
        return envelope

    def _corrections_product(self, file: TeiFile) -> Product:
        """To find them takes as long as to show them: both are done only if the text, or what it points to, has changed."""
        sheet, edition = "html/corrections.xsl", self.site.edition
        registers = (edition.registers[path].digest for path in sorted(edition.registers))
        header = b"" if file.header is None else etree.tostring(file.header)
        shown = map(signature, self.site.pages[file.id])
        depends = digest(self.made_from, sheet, header, self.site.addresses.digest, repr(self.site.menu), *registers, *shown)
        return Product((corrections_href(file),), depends, lambda: (self.sheets.apply(sheet, self._corrections(file).root, file),))

    def _corrections(self, file: TeiFile) -> Envelope:
        envelope = Envelope(self.site, corrections_href(file), "corrections")
        envelope.of_text(file)
        rows = [(page, row) for page in self.site.pages[file.id] for row in corrections(page)]
        for kind, count in sorted(Counter(row.type for _, row in rows).items()):
            envelope.add("kind", type=kind, count=str(count))
        for page, row in rows:
            address = self.site.addresses.of(file.path, row.id) or page.href
            element = envelope.link("correction", address, where=row.where, type=row.type, cert=row.cert)
            for name in ("printed", "read", "before", "after"):
                element.set(name, getattr(row, name))
        envelope.wrap(file, None)
        return envelope

    # ---- pages of the edition

    def _editorial(self, about: TeiFile) -> Envelope:
        envelope = Envelope(self.site, ABOUT_HREF, "editorial")
        envelope.wrap(about, deepcopy(about.text))
        return envelope


def corrections_href(file: TeiFile) -> str:
    """Address of a text's list of corrections."""
    return f"{file.id}/corrections.html"


def assets(folder: Path) -> Iterator[Product]:
    """Style sheet, script and icon, as they are."""
    for path in sorted(folder.iterdir()):
        data = path.read_bytes()
        yield Product((f"assets/{path.name}",), digest(data), lambda data=data: (data,))


def _range(numbers: list[str]) -> str:
    """First and last of the printed pages, without the brackets of inferred numbers."""
    ends = [number.strip("[]") for number in (numbers[:1] + numbers[-1:])]
    return "–".join(dict.fromkeys(ends))
