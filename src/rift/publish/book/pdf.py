"""The whole edition as a book to print, through WeasyPrint (``pip install 'rift[pdf]'``).

The sections of the e-book, one after the other; ``transforms/pdf/assets/print.css`` sets notes at the foot, page headers,
and the page numbers of the source in the margin. Equal editions give equal bytes where the same fonts are.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from importlib.util import find_spec

from lxml import etree

from rift.diagnostics import Place, Problem, finding
from rift.publish.audience.leaks import refuse_leak
from rift.publish.book.paths import pdf_path
from rift.publish.book.people import makers
from rift.publish.book.sections import Book, Section
from rift.publish.product import Product, digest
from rift.publish.site import Site
from rift.publish.stylesheets import Stylesheets

SHEETS = {"text": "pdf/text.xsl", "editorial": "pdf/editorial.xsl"}  # of kinds of section that are not as in the e-book
STYLES = ("epub/assets/book.css", "pdf/assets/print.css")


def pdf_products(site: Site, sheets: Stylesheets, made_from: str) -> Iterator[Product]:
    """The book. Raises ``Problem`` PUB-040 if WeasyPrint, or a library that it needs, is not installed."""
    if find_spec("weasyprint") is None:
        raise _missing("No module named 'weasyprint'")
    path = pdf_path(site)
    yield Product((path,), digest(made_from, "pdf", site.edition.digest), lambda: (_pdf(path, Book(site), sheets),))


def _pdf(path: str, book: Book, sheets: Stylesheets) -> bytes:
    html = printed(book, sheets)
    if book.site.edition.secret is not None:
        refuse_leak(path, html, book.site.edition.secret)  # the words of a PDF cannot be read again
    try:
        import weasyprint
    except (ImportError, OSError) as error:  # OSError: Pango is not there
        raise _missing(str(error)) from None
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # remarks on properties of other readers
    page = weasyprint.HTML(string=html.decode(), url_fetcher=_refuse)
    styles = [weasyprint.CSS(filename=str(sheets.folder / name)) for name in STYLES]
    return page.write_pdf(stylesheets=styles, pdf_variant="pdf/ua-1")


def printed(book: Book, sheets: Stylesheets) -> bytes:
    """All sections in one page of HTML."""
    html = etree.Element("html", lang="en")
    head = etree.SubElement(html, "head")
    etree.SubElement(head, "meta", charset="utf-8")
    etree.SubElement(head, "title").text = book.title
    for name, content in _properties(book):
        etree.SubElement(head, "meta", name=name, content=content)
    body = etree.SubElement(html, "body")
    ids: set[str | None] = set()
    title, *others = book.sections
    for section in (title, book.contents, *others):
        body.append(_section(section, book, sheets))
    for element in body.iter(etree.Element):
        _tidy(element, ids)
    return etree.tostring(html, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")


def _properties(book: Book) -> Iterator[tuple[str, str]]:
    """What the document says of itself."""
    yield from (("author", maker.name) for maker in makers(book.site))
    stated = {"description": book.site.summary, "keywords": ", ".join(book.subjects), "dcterms.created": book.issued}
    yield from ((name, content) for name, content in stated.items() if content)


def _section(section: Section, book: Book, sheets: Stylesheets) -> etree._Element:
    made = sheets.apply(SHEETS.get(section.sheet, f"epub/{section.sheet}.xsl"), section.root, section.source)
    element = etree.fromstring(made).find("body")
    for hidden in element.findall("nav[@hidden]"):  # what only e-books show
        element.remove(hidden)
    element.tag = "div"
    element.set("class", f"file {section.sheet}")
    element.set("id", _file_id(section.href))
    element.set("data-title", section.title)
    element.set("data-level", str(section.level + 1))
    element.set("data-edition", book.site.title)
    return element


def _tidy(element: etree._Element, ids: set[str | None]) -> None:
    """Make links lead to places of the one page; give each address once; drop what only e-books know."""
    href = element.get("href", "")
    path, _, anchor = href.partition("#")
    if path.endswith(".xhtml"):
        element.set("href", f"#{anchor or _file_id(path)}")
    if element.get("id", "") in ids:
        del element.attrib["id"]
    ids.add(element.get("id"))
    for name in [name for name in element.attrib if name.startswith("{")]:
        del element.attrib[name]


def _file_id(href: str) -> str:
    return f"file-{href.removesuffix('.xhtml')}"


def _refuse(url: str, *_, **__):
    raise ValueError(f"{url} is not part of the book")


def _missing(reason: str) -> Problem:
    return Problem(finding("PUB-040", Place(), reason=reason), exit_code=2)
