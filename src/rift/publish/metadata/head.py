"""What the head of a page tells programs: Dublin Core and ``citation_*`` tags, formats to cite it in, and JSON-LD.

``transforms/html/metadata.xsl`` writes it down, with the Open Graph tags and the canonical link of every page. Addresses
are whole if the site's base address is known, else relative to the page.
"""

from __future__ import annotations

from dataclasses import dataclass

from rift.publish.addresses import relative
from rift.publish.data import ENCODER
from rift.publish.envelope import Envelope
from rift.publish.files import TeiFile
from rift.publish.metadata.cited import Cited, Issue, Name, issue_of
from rift.publish.metadata.styles import STYLES
from rift.publish.register.entities import Entity
from rift.publish.register.facts import identifiers
from rift.publish.site import Site
from rift.publish.synopsis.events import Event
from rift.publish.words import TEI, words

SCHEMA = {  # kind of what is cited: type of schema.org
    "book": "Book", "chapter": "Chapter", "record": "ArchiveComponent", "collection": "Collection",
    "document": "CreativeWork", "article": "ScholarlyArticle",
}
ENTITIES = {"people": "Person", "places": "Place", "organizations": "Organization", "works": "CreativeWork"}
LANGUAGE = "en"
DESCRIBED = 300  # characters of a description


@dataclass(frozen=True)
class Described:
    """A page whose head is filled in."""

    page: Envelope
    site: Site

    def address(self, href: str) -> str:
        """``href`` (from the site's root) as a program can follow it from this page."""
        if href == self.page.href:
            return self.page.root.get("address")
        return self.site.base_url + href if self.site.base_url else relative(href, self.page.href)

    def meta(self, name: str, *contents: str) -> None:
        """Add a tag for each content that is not empty."""
        for content in filter(None, contents):
            self.page.add("meta", of=name, content=content)

    def linked_data(self, kind: str, **values) -> None:
        """Add JSON-LD about the page; values that are empty are left out."""
        self.page.add("data").text = as_script(_full({"@context": "https://schema.org", "@type": kind, **values}))

    def edition(self) -> dict:
        """The edition, as something of which the page is a part."""
        issue = issue_of(self.site)
        return _full({"@type": "Collection", "@id": self.address("index.html"), "name": issue.title, "version": issue.version,
                      "datePublished": issue.date, "publisher": _publisher(issue)})


def describe_cited(page: Envelope, site: Site, cited: Cited, file: TeiFile) -> None:
    """Fill the head of a page that is a text or a part of one."""
    head = Described(page, site)
    _tags(head, cited, file)
    for style in STYLES:
        if style.suffix:
            page.link("alternate", cite_path(file, cited.key, style.suffix), type=style.media_type, label=style.label)
    head.linked_data(
        SCHEMA[cited.kind],
        **{"@id": head.address(page.href)},
        url=head.address(page.href),
        name=cited.title,
        author=[_person(head, name) for name in cited.authors],
        translator=[_person(head, name) for name in cited.translators],
        dateCreated=cited.date,
        inLanguage=LANGUAGE,
        pagination="–".join(cited.pages) if cited.kind == "chapter" else "",
        description=_short(file.summary) if not cited.within else "",
        isPartOf=_whole(head, cited, file),
        publisher=_publisher(cited.issue),
        version=cited.issue.version,
        datePublished=cited.issue.date,
        **_kept(cited),
    )


def describe_edition(page: Envelope, site: Site, description: str) -> None:
    """Fill the head of the home page."""
    head = Described(page, site)
    head.meta("description", _short(description))
    texts = [{"@type": "CreativeWork", "name": file.short_title, "url": head.address(f"{file.id}/index.html")}
             for file in site.edition.texts]
    edition = head.edition()
    head.linked_data(edition.pop("@type"), **edition, url=head.address("index.html"), inLanguage=LANGUAGE,
                     description=_short(description), hasPart=texts)


def describe_entity(page: Envelope, site: Site, entity: Entity) -> None:
    """Fill the head of the page of a register entry."""
    head = Described(page, site)
    dates = {name: entity.element.find(TEI + tag) for name, tag in (("birthDate", "birth"), ("deathDate", "death"))}
    same = [found.href for found in identifiers(entity) if found.href]
    geo = words(entity.element.find(f"{TEI}location/{TEI}geo")).split()
    kind = "Thing" if entity.is_unnamed else ENTITIES[entity.kind.folder]
    head.linked_data(
        kind,
        **{"@id": head.address(page.href)},
        url=head.address(page.href),
        name=entity.name,
        sameAs=same,
        **{name: date.get("when", "") for name, date in dates.items() if date is not None and kind == "Person"},
        geo={"@type": "GeoCoordinates", "latitude": geo[0], "longitude": geo[1]} if len(geo) == 2 and kind == "Place" else {},
    )


def describe_event(page: Envelope, site: Site, event: Event) -> None:
    """Fill the head of the page of an event."""
    head = Described(page, site)
    place = site.entities.of(event.place) if event.place else None
    head.meta("description", _short(event.words))
    head.linked_data(
        "Event",
        **{"@id": head.address(page.href)},
        url=head.address(page.href),
        name=event.label,
        description=_short(event.words),
        startDate=event.date.get("when") or event.date.get("from", ""),
        endDate=event.date.get("to", ""),
        location={} if place is None else {"@type": "Place", "name": place.name, "url": head.address(place.href)},
        about=[{"@type": "Person", "name": entity.name, "url": head.address(entity.href)}
               for entity in map(site.entities.of, (p.target for p in event.participants))
               if entity is not None and entity.kind.folder == "people" and not entity.is_unnamed],
    )


def cite_path(file: TeiFile, key: str, suffix: str) -> str:
    """Where the citation of a text or of a page of it is to be had: beside its pages, under its ``key`` in a bibliography."""
    return f"{file.id}/{key.removeprefix(f'{file.id}-')}{suffix}"


def as_script(value: dict | list) -> str:
    """JSON that can stand in a ``script`` element."""
    return ENCODER.encode(value).replace("<", "\\u003c")


def _tags(head: Described, cited: Cited, file: TeiFile) -> None:
    address, issue = head.address(head.page.href), cited.issue
    authors = [author.inverted for author in cited.authors]
    head.meta("description", _short(file.summary))
    head.meta("citation_title", cited.title)
    head.meta("citation_author", *authors)
    head.meta("citation_publication_date", issue.date.replace("-", "/"))
    head.meta("citation_inbook_title", cited.within)
    head.meta("citation_firstpage", *cited.pages[:1])
    head.meta("citation_lastpage", *cited.pages[-1:])
    head.meta("citation_publisher", issue.publisher)
    head.meta("citation_language", LANGUAGE)
    head.meta("citation_public_url", address)
    head.meta("DC.title", cited.title)
    head.meta("DC.creator", *authors)
    head.meta("DC.contributor", *(translator.inverted for translator in cited.translators))
    head.meta("DC.publisher", issue.publisher)
    head.meta("DC.type", "Text")
    head.meta("DC.language", LANGUAGE)
    head.meta("DC.identifier", address)
    head.meta("DC.source", cited.shelf.words or cited.printed_in)
    head.meta("DCTERMS.created", cited.date)
    head.meta("DCTERMS.issued", issue.date)
    head.meta("DCTERMS.isPartOf", cited.within or issue.title)


def _whole(head: Described, cited: Cited, file: TeiFile) -> dict:
    """What the text or page is a part of."""
    if not cited.within:
        return head.edition()
    kind = "Book" if cited.kind == "chapter" else "Collection"
    return {"@type": kind, "@id": head.address(f"{file.id}/index.html"), "name": cited.within, "isPartOf": head.edition()}


def _kept(cited: Cited) -> dict:
    """Who holds the original."""
    if not cited.shelf.archive:
        return {}
    return {
        "holdingArchive": {"@type": "ArchiveOrganization", "name": cited.shelf.archive, "address": cited.shelf.place},
        "itemLocation": ", ".join(cited.shelf.mark),
    }


def _person(head: Described, name: Name) -> dict:
    url = head.address(name.href) if name.href else ""
    return _full({"@type": "Person", "name": name.straight, "familyName": name.family, "givenName": name.given, "url": url})


def _publisher(issue: Issue) -> dict:
    return {"@type": "Organization", "name": issue.publisher} if issue.publisher else {}


def _full(values: dict) -> dict:
    return {name: value for name, value in values.items() if value}


def _short(text: str) -> str:
    """The first sentences, cut at a word."""
    return text if len(text) <= DESCRIBED else text[:DESCRIBED].rpartition(" ")[0].rstrip(",;:") + " …"
