"""What can be cited: a text, or a page of one, with everything that a citation says about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from rift.publish.addresses import landing
from rift.publish.envelope import contents_href
from rift.publish.files import TeiFile
from rift.publish.labels import stated_on
from rift.publish.pages import DOCUMENTS, Page
from rift.publish.register.entities import Entities
from rift.publish.register.facts import editions
from rift.publish.site import Site
from rift.publish.synopsis.events import Target
from rift.publish.words import TEI, words

WORD = re.compile(r"[^\W\d_]+(?:’[^\W\d_]+)?")
SMALL = re.compile(r"(?<=[\w,”] )(?:A|An|And|As|At|But|By|For|From|In|Of|On|Or|The|To|With|Within)(?= )")  # inside a title
STATEMENT = f"{TEI}fileDesc/{TEI}titleStmt"
PUBLISHED = f".//{TEI}bibl[@type='published']"
OWN = {"speaker", "sender"}  # those who pass on a document and are its authors
INTRODUCTION = "introduction"
STOPS = " :;,"


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
    ``article``. ``number``: of a chapter, with which its title begins; ``within``: title of the text whose part this is;
    ``date`` (ISO): when it was written, empty if not known; ``pages``: first and last printed page; ``printed_in``: who
    published the words; ``url``: whole if the site's base address is known, else from the site's root.
    """

    key: str
    kind: str
    title: str
    number: str
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
    def unnumbered(self) -> str:
        """The title without the number of the chapter."""
        return self.title.removeprefix(f"{self.number}. ")


def cited_text(site: Site, file: TeiFile) -> Cited:
    """A text as a whole."""
    return _cited(site, file, contents_href(file), key=key_of(file), kind=kind_of(file), title=full_title(file), number="",
                  within="", authors=_authors(site, file), date=_written(file), pages=_range(site.pages[file.id]))


def cited_page(site: Site, page: Page) -> Cited:
    """A chapter or document; for a text of one page, that text."""
    file = page.file
    whole = len(site.pages[file.id]) == 1
    kind = kind_of(file) if whole else {"book": "chapter"}.get(kind_of(file), "document")
    division = file.elements.get(page.id)
    return _cited(site, file, page.href, key=key_of(file, page), pages=_range([page]), kind=kind,
                  title=full_title(file) if whole else _title(site, page), within="" if whole else full_title(file),
                  number=division.get("n", "") if kind == "chapter" and division is not None else "",
                  authors=_own_authors(site, page) or _authors(site, file), date=stated_on(page) or _written(file))


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
    """``record`` of an archive, ``book`` of chapters, ``collection`` of documents or one ``document``, else ``article``."""
    if file.header is not None and file.header.find(f".//{TEI}msIdentifier") is not None:
        return "record"
    if "chapter" in file.divisions:
        return "book"
    documents = [] if file.text is None else [e for e in file.text.iter(f"{TEI}div") if e.get("type") in DOCUMENTS]
    return "article" if not documents else "collection" if len(documents) > 1 else "document"


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
    return Cited(
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


def _title(site: Site, page: Page) -> str:
    """The heading of a part. A document that has none of its own is called as the register of works calls it, if it does;
    an introduction under the heading of the whole text, by what it is.
    """
    file, division, title = page.file, page.file.elements.get(page.id), _bare(page.title)
    kind = "" if division is None else division.get("type", "")
    if kind == INTRODUCTION and title == _bare(full_title(file)):
        return kind.capitalize()
    named = []
    if kind in DOCUMENTS and division.find(f"{TEI}head") is None:
        named = [work.name for work in site.entities.of_kind("works") if (file.path, page.id) in editions(work)]
    return next(iter(named), headline(title, site.entities))


def _bare(title: str) -> str:
    """A title without the stop at its end and the quotation marks round the whole of it."""
    title = title.rstrip(STOPS)
    inner = title.removeprefix("“").removesuffix("”")
    return inner.rstrip(STOPS) if len(title) == len(inner) + 2 and not set(inner) & set("“”") else title


def _authors(site: Site, file: TeiFile) -> tuple[Name, ...]:
    """Those whom the header names as authors of the text."""
    found = [] if file.header is None else file.header.iterfind(f"{STATEMENT}/{TEI}author")
    return tuple(_name(site, file, author) for author in found)


def _own_authors(site: Site, page: Page) -> tuple[Name, ...]:
    """Who speaks or sends the document that the page is, as the header says."""
    division = page.file.elements.get(page.id)
    hands = [] if division is None else site.chains.of_document(page.file, division)
    return tuple(_named(site, target, name) for hand in hands if hand.role in OWN for name, target in hand.people)


def _written(file: TeiFile) -> str:
    """The one date of the header; nothing if that is a span or open."""
    return "" if file.creation is None else file.creation.get("when", "")


def _translators(site: Site, file: TeiFile, header: etree._Element):
    for statement in header.iterfind(f"{STATEMENT}/{TEI}respStmt"):
        if "translated" in words(statement.find(f"{TEI}resp")):
            yield from (_name(site, file, name) for name in statement.iterfind(f"{TEI}persName"))


def _name(site: Site, file: TeiFile, element: etree._Element) -> Name:
    ref = element.get("ref")
    return _named(site, landing(ref, file.path) if ref else None, words(element))


def _named(site: Site, target: Target | None, name: str) -> Name:
    """The name as the register parts it; else the last word is the family's, unless it is a body's name."""
    entity = site.entities.of(target) if target else None
    standard = None if entity is None else entity.standard
    href = "" if entity is None else entity.href
    if standard is not None and standard.find(f"{TEI}surname") is not None:
        return Name(words(standard.find(f"{TEI}surname")), words(standard.find(f"{TEI}forename")), href)
    if entity is not None and entity.kind.folder == "organizations":
        return Name(entity.name, href=href)
    given, _, family = name.rpartition(" ")
    return Name(family, given, href)


def _range(pages: list[Page]) -> tuple[str, ...]:
    """First and last printed page of some pages, without the brackets of inferred numbers."""
    numbers = [n for page in pages for n in (page.opening, *(printed.n for printed in page.printed)) if n]
    return tuple(dict.fromkeys(n.strip("[]") for n in (*numbers[:1], *numbers[-1:])))
