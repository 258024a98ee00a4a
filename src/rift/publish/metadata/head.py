"""What the head of a page tells programs about a text, a part of one, and the edition's own pages.

``described.py`` says what all heads have in common, ``things.py`` what those of events and register entries tell.
"""

from __future__ import annotations

from rift.publish.envelope import Envelope, contents_href
from rift.publish.files import TeiFile
from rift.publish.metadata.cited import Cited, Name, cited_page
from rift.publish.metadata.described import LANGUAGE, SECTION, Described, full, short
from rift.publish.metadata.styles import DATED, STYLES
from rift.publish.pages import named
from rift.publish.site import Site
from rift.publish.words import TEI, words

SCHEMA = {  # kind of what is cited: type of schema.org
    "book": "Book", "chapter": "Chapter", "record": "ArchiveComponent", "collection": "Collection",
    "document": "CreativeWork", "article": "ScholarlyArticle",
}
ZOTERO = {  # kind of what is cited: type of Zotero
    "book": "book", "chapter": SECTION, "record": "manuscript", "collection": "document", "document": SECTION,
    "article": SECTION,
}
WEB_PAGE = "webpage"  # type of Zotero of the edition's own pages


def describe_cited(page: Envelope, site: Site, cited: Cited, file: TeiFile) -> None:
    """Fill the head of a page that is a text or a part of one."""
    head = Described(page, site)
    page.root.set("og-type", "book" if cited.kind == "book" else "article")
    description = short(_description(head, file))
    head.meta("description", description)
    _tags(head, cited)
    for style in STYLES:
        if style.suffix:
            page.link("alternate", cite_path(file, cited.key, style.suffix), type=style.media_type, label=style.label)
    head.linked_data(
        SCHEMA[cited.kind],
        name=cited.title,
        author=[_person(head, name) for name in cited.authors],
        translator=[_person(head, name) for name in cited.translators],
        dateCreated=cited.date,
        inLanguage=LANGUAGE,
        pagination="–".join(cited.pages) if cited.kind == "chapter" else "",
        description=description,
        isPartOf=_whole(head, cited, file),
        hasPart=_parts(head, file),
        publisher=head.publisher(),
        version=cited.issue.version,
        datePublished=cited.issue.date,
        **_kept(cited),
        **_access(file),
    )


def describe_edition(page: Envelope, site: Site, description: str) -> None:
    """Fill the head of the home page."""
    head = Described(page, site)
    head.meta("description", short(description))
    head.tags(head.issue.title, WEB_PAGE, "")
    texts = [head.link("CreativeWork", file.short_title, contents_href(file)) for file in site.edition.texts]
    edition = head.edition()
    head.linked_data(edition.pop("@type"), **edition, inLanguage=LANGUAGE, description=short(description), hasPart=texts)


def describe_page(page: Envelope, site: Site, title: str, kind: str = "CollectionPage") -> None:
    """Give a page of the edition's own its title and fill its head. ``kind``: type of schema.org."""
    head = Described(page, site)
    page.root.set("title", title)
    head.tags(title, WEB_PAGE, head.issue.title)
    head.linked_data(kind, name=title, inLanguage=LANGUAGE, isPartOf=head.edition())


def cite_path(file: TeiFile, key: str, suffix: str) -> str:
    """Where the citation of a text or of a page of it is to be had: beside its pages, under its ``key`` in a bibliography."""
    return f"{file.id}/{key.removeprefix(f'{file.id}-')}{suffix}"


def _tags(head: Described, cited: Cited) -> None:
    """What is said of a text besides the tags of every page.

    Zotero takes ``DC.contributor`` for the author where there is none, and ``z:translators`` where no author is named.
    """
    authors = [author.inverted for author in cited.authors]
    translators = [translator.inverted for translator in cited.translators]
    date = cited.date if cited.kind in DATED else ""
    head.tags(cited.title, ZOTERO[cited.kind], cited.within or cited.issue.title, date)
    head.meta("citation_author", *authors)
    head.meta("citation_firstpage", *cited.pages[:1])
    head.meta("citation_lastpage", *cited.pages[-1:])
    head.meta("z:translators", *translators)
    head.meta("z:archive", ", ".join(filter(None, (cited.shelf.archive, cited.shelf.place))))
    head.meta("z:archiveLocation", ", ".join(cited.shelf.mark))
    head.meta("DC.creator", *authors)
    head.meta("DC.contributor.translator", *translators)
    head.meta("DC.source", cited.shelf.words or cited.printed_in)
    head.meta("DCTERMS.created", cited.date)


def _description(head: Described, file: TeiFile) -> str:
    """What the header says of a text; of a chapter its abstract, if it has one and the words of the text may be shown."""
    pages = head.site.pages[file.id]
    page = next((page for page in pages if page.href == head.page.href), None)
    if page is None or len(pages) == 1:
        return file.summary
    return "" if file.withheld else words(next(named(page.content, f"{TEI}argument"), None))


def _whole(head: Described, cited: Cited, file: TeiFile) -> dict:
    """What the text or page is a part of."""
    if not cited.within:
        return head.edition()
    kind = "Book" if cited.kind == "chapter" else "Collection"
    return {"@type": kind, "@id": head.address(contents_href(file)), "name": cited.within, "isPartOf": head.edition()}


def _parts(head: Described, file: TeiFile) -> list[dict]:
    """Chapters or documents, on the contents page of a text that has several."""
    pages = head.site.pages[file.id]
    if head.page.href != contents_href(file) or len(pages) == 1:
        return []
    parts = [(cited_page(head.site, page), page.href) for page in pages]
    return [head.link(SCHEMA[part.kind], part.title, href) for part, href in parts]


def _kept(cited: Cited) -> dict:
    """Who holds the original."""
    if not cited.shelf.archive:
        return {}
    return {
        "holdingArchive": {"@type": "ArchiveOrganization", "name": cited.shelf.archive, "address": cited.shelf.place},
        "itemLocation": ", ".join(cited.shelf.mark),
    }


def _access(file: TeiFile) -> dict:
    """That a public edition withholds the words, and why."""
    return {"isAccessibleForFree": False, "conditionsOfAccess": file.withheld.reason} if file.withheld else {}


def _person(head: Described, name: Name) -> dict:
    """A person, or a body, which has no given name."""
    url = head.address(name.href) if name.href else ""
    if not name.given:
        return full({"@type": "Organization", "name": name.straight, "url": url})
    return full({"@type": "Person", "name": name.straight, "familyName": name.family, "givenName": name.given, "url": url})
