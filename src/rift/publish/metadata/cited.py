"""What can be cited: a text, or a page of one, with everything that a citation says about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from rift.publish.addresses import landing
from rift.publish.envelope import contents_href
from rift.publish.files import TeiFile
from rift.publish.labels import sent_on, shorten
from rift.publish.pages import Page
from rift.publish.register.entities import Entities
from rift.publish.site import Site
from rift.publish.words import TEI, words

WORD = re.compile(r"[^\W\d_]+(?:’[^\W\d_]+)?")
SMALL = re.compile(r"(?<=[\w,”] )(?:A|An|And|As|At|But|By|For|From|In|Of|On|Or|The|To|With|Within)(?= )")  # inside a title
STATEMENT = f"{TEI}fileDesc/{TEI}titleStmt"
PUBLISHED = f".//{TEI}bibl[@type='published']"


@dataclass(frozen=True)
class Name:
    """A person or a body (which has no given name). ``href``: page of the register entry, from the site's root."""

    family: str
    given: str = ""
    href: str = ""

    @property
    def straight(self) -> str:
        """``Enver Hoxha``."""
        return " ".join(filter(None, (self.given, self.family)))

    @property
    def inverted(self) -> str:
        """``Hoxha, Enver``."""
        return ", ".join(filter(None, (self.family, self.given)))


@dataclass(frozen=True)
class Shelf:
    """Where the original lies: archive, town, and the parts of the shelf mark. All empty if no archive holds it."""

    archive: str = ""
    place: str = ""
    mark: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """``Central State Archive, Tirana, AQPPSh-MPKBS, V.1960``."""
        return ", ".join(filter(None, (self.archive, self.place, *self.mark)))


@dataclass(frozen=True)
class Issue:
    """The edition: full title, publisher, version, and its date (ISO)."""

    title: str
    publisher: str
    version: str
    date: str


@dataclass(frozen=True)
class Cited:
    """``key``: name in a bibliography; ``kind``: ``book``, ``chapter``, ``record``, ``collection``, ``document``,
    ``article``. ``within``: title of the text whose part this is; ``date`` (ISO): when it was written, empty if not known;
    ``pages``: first and last printed page; ``printed_in``: who published the words; ``url``: whole if the site's base address is known, else from the site's root.
    """

    key: str
    kind: str
    title: str
    within: str
    authors: tuple[Name, ...]
    translators: tuple[Name, ...]
    date: str
    pages: tuple[str, ...]
    shelf: Shelf
    printed_in: str
    url: str
    issue: Issue

    @property
    def short_title(self) -> str:
        """The title as a note gives it: that of a document is often a sentence, and cut."""
        return shorten(self.title) if self.kind == "document" else self.title


def cited_text(site: Site, file: TeiFile) -> Cited:
    """A text as a whole."""
    return _cited(site, file, contents_href(file), key=key_of(file), kind=kind_of(file), title=full_title(file), within="",
                  date=_written(file), pages=_range([page for page in site.pages[file.id]]))


def cited_page(site: Site, page: Page) -> Cited:
    """A chapter or document; for a text of one page, that text."""
    file = page.file
    whole = len(site.pages[file.id]) == 1
    kind = kind_of(file)
    return _cited(site, file, page.href, key=key_of(file, page), pages=_range([page]),
                  kind=kind if whole else {"book": "chapter"}.get(kind, "document"),
                  title=full_title(file) if whole else headline(page.title.rstrip(" :;,"), site.entities), within="" if whole else full_title(file),
                  date=sent_on(file, page.id) or _written(file))


def key_of(file: TeiFile, page: Page | None = None) -> str:
    """Name of a text, or of a page of it, in a bibliography."""
    return f"{file.id}-{page.id}" if page else file.id


def headline(title: str, entities: Entities) -> str:
    """A title that is printed in capitals as a bibliography writes it; names like ``CPSU`` in the registers stay."""
    if not title.isupper():
        return title
    kept = [word if word in entities.acronyms else WORD.sub(_capitalized, word) for word in title.split()]
    return SMALL.sub(lambda word: word[0].lower(), " ".join(kept))


def _capitalized(word: re.Match) -> str:
    return word[0].capitalize()


def full_title(file: TeiFile) -> str:
    """The first title of the header."""
    title = None if file.header is None else file.header.find(f"{STATEMENT}/{TEI}title")
    return file.short_title if title is None else words(title)


def kind_of(file: TeiFile) -> str:
    """``record`` of an archive, ``book`` of chapters, ``collection`` of documents, else ``article``."""
    if file.header is not None and file.header.find(f".//{TEI}msIdentifier") is not None:
        return "record"
    if "chapter" in file.divisions:
        return "book"
    return "collection" if file.divisions & {"note", "letter"} else "article"


def issue_of(site: Site) -> Issue:
    """What ``tei/edition.xml`` states about the edition."""
    about = site.edition.about
    if about is None:
        return Issue(site.title, "", "", "")
    date = about.root.find(f".//{TEI}editionStmt//{TEI}date")
    publisher = about.root.find(f".//{TEI}publicationStmt/{TEI}publisher")
    return Issue(full_title(about), words(publisher), site.version, "" if date is None else date.get("when", ""))


def _cited(site: Site, file: TeiFile, href: str, **stated) -> Cited:
    header = etree.Element("none") if file.header is None else file.header
    authors = tuple(_name(site, file, author) for author in header.iterfind(f"{STATEMENT}/{TEI}author"))
    return Cited(
        authors=authors,
        translators=tuple(_translators(site, file, header)),
        shelf=_shelf(header.find(f".//{TEI}msIdentifier")),
        printed_in=words(header.find(f"{PUBLISHED}/{TEI}title")),
        url=site.base_url + href,
        issue=issue_of(site),
        **stated,
    )


def _shelf(identifier: etree._Element | None) -> Shelf:
    if identifier is None:
        return Shelf()
    mark = tuple(words(part) for part in identifier.iterchildren(f"{TEI}collection", f"{TEI}idno"))
    return Shelf(words(identifier.find(f"{TEI}repository")), words(identifier.find(f"{TEI}settlement")), mark)


def _written(file: TeiFile) -> str:
    """The one date of the header; nothing if that is a span or open."""
    return "" if file.creation is None else file.creation.get("when", "")


def _translators(site: Site, file: TeiFile, header: etree._Element):
    for statement in header.iterfind(f"{STATEMENT}/{TEI}respStmt"):
        if "translated" in words(statement.find(f"{TEI}resp")):
            yield from (_name(site, file, name) for name in statement.iterfind(f"{TEI}persName"))


def _name(site: Site, file: TeiFile, element: etree._Element) -> Name:
    """The name as the register parts it; else the last word is the family's."""
    ref = element.get("ref")
    entity = site.entities.of(landing(ref, file.path)) if ref else None
    standard = None if entity is None else entity.standard
    href = "" if entity is None else entity.href
    if standard is not None and standard.find(f"{TEI}surname") is not None:
        return Name(words(standard.find(f"{TEI}surname")), words(standard.find(f"{TEI}forename")), href)
    given, _, family = words(element).rpartition(" ")
    return Name(family, given, href)


def _range(pages: list[Page]) -> tuple[str, ...]:
    """First and last printed page of some pages, without the brackets of inferred numbers."""
    numbers = [n for page in pages for n in (page.opening, *(printed.n for printed in page.printed)) if n]
    return tuple(dict.fromkeys(n.strip("[]") for n in (*numbers[:1], *numbers[-1:])))
