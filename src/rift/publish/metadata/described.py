"""What the heads of all pages have in common: tags for reference managers and crawlers, and JSON-LD.

``transforms/html/metadata.xsl`` writes it down, with the Open Graph tags and the canonical link. Addresses in JSON-LD are
relative to the page if the site's base address is not known; tags that must hold a whole one are left out then.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rift.publish.addresses import relative
from rift.publish.data import ENCODER
from rift.publish.envelope import Envelope
from rift.publish.metadata.cited import Issue, issue_of
from rift.publish.site import Site
from rift.publish.words import TEI

LANGUAGE = "en"
SECTION = "bookSection"  # the type of Zotero that has a book's title beside its own
LICENCE = f"{TEI}teiHeader/{TEI}fileDesc/{TEI}publicationStmt/{TEI}availability/{TEI}licence"
DESCRIBED = 300  # characters of a description


@dataclass(frozen=True)
class Described:
    """A page whose head is filled in."""

    page: Envelope
    site: Site

    @cached_property
    def issue(self) -> Issue:
        return issue_of(self.site)

    @property
    def whole_address(self) -> str:
        """The page's address for those who have nothing to resolve it by; empty if the base address is not known."""
        return self.site.base_url and self.site.base_url + self.page.href

    def address(self, href: str) -> str:
        """``href`` (from the site's root) as a program can follow it from this page."""
        if href == self.page.href:
            return self.page.root.get("address")
        return self.site.base_url + href if self.site.base_url else relative(href, self.page.href)

    def meta(self, name: str, *contents: str) -> None:
        """Add a tag for each content that is not empty."""
        for content in filter(None, contents):
            self.page.add("meta", of=name, content=content)

    def tags(self, title: str, item: str, whole: str, date: str = "") -> None:
        """Tags of every page. ``item``: its type in Zotero; ``whole``: title of what it is a part of; ``date`` (ISO): by
        which it is cited, if not by that of the edition.

        As Zotero reads them (its translators Embedded Metadata and RDF): ``z:itemType`` counts for more than any guess,
        ``citation_book_title`` for more than that; ``DC.type`` would be printed in citations of a manuscript.
        """
        self.meta("z:itemType", item)
        self.meta("citation_title", title)
        self.meta("citation_publication_date", (date or self.issue.date).replace("-", "/"))
        if item == SECTION:
            self.meta("citation_inbook_title", whole)
            self.meta("citation_book_title", whole)
        self.meta("citation_publisher", self.issue.publisher)
        self.meta("citation_language", LANGUAGE)
        self.meta("citation_public_url", self.whole_address)
        self.meta("DC.title", title)
        self.meta("DC.publisher", self.issue.publisher)
        self.meta("DC.language", LANGUAGE)
        self.meta("DC.identifier", self.whole_address)
        self.meta("DCTERMS.issued", self.issue.date)
        self.meta("DCTERMS.isPartOf", whole)

    def linked_data(self, kind: str, **values) -> None:
        """Add JSON-LD about the page, or what it is about; values that are empty are left out."""
        here = self.address(self.page.href)
        stated = {"@context": "https://schema.org", "@type": kind, "@id": here, "url": here, **values}
        self.page.add("data").text = ENCODER.encode(full(stated)).replace("<", "\\u003c")  # which could end the script

    def edition(self) -> dict:
        """The edition, as something of which the page is a part."""
        return full({"@type": "Collection", "@id": self.address("index.html"), "name": self.issue.title,
                     "version": self.issue.version, "datePublished": self.issue.date, "license": self._licence,
                     "publisher": self.publisher()})

    def own_page(self) -> dict:
        """The page, where the JSON-LD is about what it treats of."""
        return {"@type": "WebPage", "url": self.address(self.page.href), "isPartOf": self.edition()}

    def publisher(self) -> dict:
        return {"@type": "Organization", "name": self.issue.publisher} if self.issue.publisher else {}

    def link(self, kind: str, name: str, href: str) -> dict:
        """Something that has a page of its own."""
        return {"@type": kind, "name": name, "url": self.address(href)}

    @property
    def _licence(self) -> str:
        """Of what the edition adds."""
        about = self.site.edition.about
        licence = None if about is None else about.root.find(LICENCE)
        return "" if licence is None else licence.get("target", "")


def full(values: dict) -> dict:
    """The values that say something."""
    return {name: value for name, value in values.items() if value or value is False}


def short(text: str) -> str:
    """The first sentences, cut at a word."""
    return text if len(text) <= DESCRIBED else text[:DESCRIBED].rpartition(" ")[0].rstrip(",;:") + " …"
