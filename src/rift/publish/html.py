"""The HTML pages: each an envelope round its TEI, and the stylesheet that makes the page of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import partial
from pathlib import Path

from lxml import etree

from rift.publish.beside import Beside
from rift.publish.corrections import add_corrections
from rift.publish.dependence import Dependence
from rift.publish.envelope import PAGE, Envelope, contents_href, excerpt
from rift.publish.files import TeiFile
from rift.publish.forms import forms
from rift.publish.home import HOME_HREF, home_page
from rift.publish.labels import page_label, shorten
from rift.publish.metadata.cite import add_citations, cite_products
from rift.publish.metadata.cited import Cited, cited_page, cited_text
from rift.publish.metadata.head import describe_cited, describe_page
from rift.publish.metadata.sitemap import sitemap_products
from rift.publish.pages import Page, named
from rift.publish.product import Product, digest
from rift.publish.register.downloads import register_files
from rift.publish.register.entries import Register
from rift.publish.register.glossary import link_terms
from rift.publish.register.indexes import index_products
from rift.publish.register.pages import entity_products
from rift.publish.site import ABOUT_HREF, Site
from rift.publish.stylesheets import Stylesheets
from rift.publish.synopsis.pages import synopsis_products
from rift.publish.synopsis.passages import name_places
from rift.publish.synopsis.retold import Retold
from rift.publish.synopsis.shared import Synopsis
from rift.publish.text.editions import editions_of, speaker_path
from rift.publish.text.speakers import Speaker
from rift.publish.words import TEI, XML_ID, is_mark, words


def html_products(site: Site, sheets: Stylesheets, made_from: str) -> Iterator[Product]:
    """Every page of the site, and what belongs to them. ``made_from``: digest of stylesheets and program."""
    pages = []
    for product in HtmlPages(site, sheets, made_from).products():
        pages += [path for path in product.paths if path.endswith(".html")]
        yield product
    yield from sitemap_products(site, pages, made_from)


class HtmlPages:
    """Makes the products of format ``html``. ``made_from``: digest of stylesheets and program, part of every page's."""

    def __init__(self, site: Site, sheets: Stylesheets, made_from: str):
        self.site = site
        self.sheets = sheets
        self.made_from = made_from
        self.synopsis = Synopsis(site)
        self.register = Register(self.synopsis.passages)
        self.depends = Dependence(self.register, made_from)
        self.retold = Retold(self.synopsis)
        self.beside = Beside(site)

    def products(self) -> Iterator[Product]:
        """Every page of the site, with its style sheet and script."""
        about, depends = self.site.edition.about, self.depends
        yield self._product(HOME_HREF, "html/home.xsl", depends.all_but_words(), (about, partial(home_page, self.site)))
        if about is not None:
            yield self._product(ABOUT_HREF, "html/editorial.xsl", depends.all_but_words(), (about, partial(self._editorial, about)))
        for file in self.site.edition.texts:
            spoken = [f"{speaker.id} {speaker.listed}" for speaker in self._speakers(file)]
            yield self._product(contents_href(file), "html/contents.xsl", depends.all_but_words(*spoken), (file, partial(self._contents, file)))
            yield self._product(corrections_href(file), "html/corrections.xsl", depends.corrections(file), (file, partial(self._corrections, file)))
            for page in self.site.pages[file.id]:
                yield self._product(page.href, "html/text.xsl", depends.reading(page), (file, partial(self._reading, page)))
        yield from cite_products(self.site, depends)
        yield from entity_products(self.register, self.sheets, depends)
        yield from index_products(self.register, self.sheets, depends)
        yield from register_files(self.register, depends)
        yield from synopsis_products(self.synopsis, self.sheets, depends)
        yield from assets(self.sheets.folder / "html" / "assets")

    def _product(self, href: str, sheet: str, shown: str, fill: tuple[TeiFile | None, Callable[[], Envelope]]) -> Product:
        """A page. ``shown``: digest of what it depends on; ``fill``: the file that errors name, and what fills the envelope."""
        source, envelope = fill
        return Product((href,), digest(sheet, href, shown), lambda: (self.sheets.apply(sheet, envelope().root, source),))

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
        if self.site.edition.about is not None:
            envelope.link("signs", f"{ABOUT_HREF}#signs")
        for sibling in siblings:
            entry = envelope.link("entry", sibling.href, label=page_label(sibling), here="page" if sibling is page else None)
            if sibling is page:
                self._parts(envelope, entry, page)
        self._cite(envelope, cited_page(self.site, page), page.file)
        self.beside.add(envelope, page)
        link_terms(envelope, page, self.register.glossary)
        envelope.wrap(page.file, self._text(page))
        self.retold.add(envelope, page)
        return envelope

    def _text(self, page: Page) -> etree._Element:
        """The words of a page, with ``page:locator``: where a citation finds a passage, as all indexes and files say it."""
        text = page.build()
        _locate(text, {passage.id: passage.locator for passage in self.synopsis.passages.on(page).values()})
        name_places(text, page.file, self.synopsis.passages)
        return text

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
        for speaker in self._speakers(file):
            envelope.link("speaker", speaker_path(file, speaker.id), label=speaker.listed)
        envelope.wrap(file, None)
        name_places(envelope.root, file, self.synopsis.passages)
        return envelope

    def _speakers(self, file: TeiFile) -> list[Speaker]:
        """Those whose words a file of their own gives."""
        return self.site.speakers(file) if "text" in self.site.formats and editions_of(file) else []

    def _corrections(self, file: TeiFile) -> Envelope:
        envelope = Envelope(self.site, corrections_href(file), "corrections")
        envelope.of_text(file)
        describe_page(envelope, self.site, f"Corrections · {file.short_title}", "WebPage")
        rows = [row for page in self.site.pages[file.id] for row in add_corrections(envelope, page, self.synopsis.passages)]
        for kind, count in sorted(Counter(row.type for row in rows).items()):
            envelope.add("kind", type=kind, count=str(count))
        envelope.wrap(file, None)
        return envelope

    # ---- pages of the edition

    def _editorial(self, about: TeiFile) -> Envelope:
        envelope = Envelope(self.site, ABOUT_HREF, "editorial")
        describe_page(envelope, self.site, "About this edition", "AboutPage")
        for file in self.site.edition.texts:
            envelope.link("corrections", corrections_href(file), label=file.short_title)
        envelope.wrap(about, deepcopy(about.text))
        return envelope


def _locate(element: etree._Element, locators: dict[str, str], around: str = "") -> None:
    """Say where each element stands, unless what it stands in says the same. A note stands elsewhere on the page; a division
    is no place in itself.
    """
    locator = around if element.tag == f"{TEI}div" else locators.get(element.get(XML_ID, ""), around)
    if locator != around or is_mark(element):
        element.set(f"{PAGE}locator", locator)
    for child in element.iterchildren(etree.Element):
        _locate(child, locators, locator)


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
