"""What the package of the e-book says: what the book is, whose, of when, and which files it has.

``transforms/epub/package.xsl`` writes it down.
"""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from rift.publish.book.people import EDITOR, filed, makers
from rift.publish.book.sections import Book
from rift.publish.envelope import Envelope
from rift.publish.site import Site
from rift.publish.words import TEI, words

UNDATED = "1980-01-01"  # the first day that a packed file can have


def package(book: Book) -> Envelope:
    """The envelope of the package document, in which the files are still to be listed."""
    site, envelope = book.site, book.envelope("package", "package", book.title)
    facts = {"filed": filed(book.title), "subtitle": book.subtitle, "publisher": book.publisher, "licence": _licence(book),
             "description": site.summary, "pages-of": _paged(site), "identifier": f"urn:uuid:{_identifier(book)}",
             "issued": book.issued, "modified": f"{book.issued or UNDATED}T00:00:00Z"}
    for name, value in facts.items():
        if value:
            envelope.root.set(name, value)
    for maker in makers(site):
        kind = "creator" if maker.role == EDITOR else "contributor"
        envelope.add("maker", kind=kind, label=maker.name, filed=maker.filed, role=maker.role)
    for subject in book.subjects:
        envelope.add("subject", label=subject)
    return envelope


def _identifier(book: Book) -> str:
    """Of this version at this address. A public book, which has not all words, is another than the whole one."""
    site = book.site
    withheld = [file.id for file in site.edition.texts if file.withheld is not None]
    return str(uuid5(NAMESPACE_URL, " ".join([site.base_url, book.title, site.version, *withheld])))


def _licence(book: Book) -> str:
    return words(book.about.root.find(f".//{TEI}publicationStmt//{TEI}licence")) if book.about else ""


def _paged(site: Site) -> str:
    """Titles of the texts whose printed pages are marked."""
    return "; ".join(f.short_title for f in site.edition.texts if any(page.printed for page in site.pages[f.id]))
