"""The home page: the texts with what each of them is, and the ways in.

``transforms/html/home.xsl`` says what it reads.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rift.publish.book.paths import epub_path, pdf_path
from rift.publish.envelope import Envelope, contents_href, excerpt
from rift.publish.files import TeiFile
from rift.publish.metadata.head import describe_edition
from rift.publish.site import ABOUT_HREF, CHRONOLOGY_HREF, SEARCH_HREF, Site
from rift.publish.synopsis.pages import CONTRADICTIONS_HREF
from rift.publish.synopsis.tellings import EVIDENCE
from rift.publish.words import TEI, words

HOME_HREF = "index.html"
KIND = re.compile(r"Kind of record: (.+?)(?:[.:;(]|$)")  # how the header's source criticism begins
REGISTERS = {  # folder of a register: what one finds in it
    "people": "{} people and groups: what they say, and what is said of them",
    "places": "{} places, wherever they are named",
    "organizations": "{} parties, offices and bodies under all their names",
    "works": "{} letters, speeches, books and congresses that the texts speak of",
}
SHARE = 0.15  # of a text's accounts: a class of evidence with fewer is not what the text is


def home_page(site: Site) -> Envelope:
    """The envelope of the page."""
    page, about = Envelope(site, HOME_HREF, "home"), site.edition.about
    for label, href, note in _ways(site):
        page.link("way", href, label=label, note=note)
    for file in site.edition.texts:
        entry = page.link("text", contents_href(file), label=file.short_title, summary=file.summary, kind=_kind(file),
                          evidence=_evidence(site, file), withheld="yes" if file.withheld else None)
        if file.header is not None:
            entry.append(excerpt(file.header))
    describe_edition(page, site, site.summary)
    if about is not None:
        page.wrap(about, None)
    return page


def _ways(site: Site) -> Iterator[tuple[str, str, str]]:
    """Label, address and what one finds there."""
    first = next((pages[0] for pages in site.pages.values() if pages), None)
    if first is not None:
        yield "Read", first.href, "the texts from the first to the last, with notes and corrections"
    events = site.events.all
    if events:
        yield "Events", CHRONOLOGY_HREF, f"a chronology of {len(events)}, each in all its tellings"
        differences = sum(len(event.contradictions) for event in events)
        if differences:
            yield "Contradictions", CONTRADICTIONS_HREF, f"{differences} points on which the tellings do not agree"
    for kind, entities in site.entities.by_kind.items():
        if entities:
            yield kind.label, kind.href, REGISTERS[kind.folder].format(len(entities))
    if "search" in site.formats:
        yield "Search", SEARCH_HREF, "every passage by its words, speaker, place or year"
    if "epub" in site.formats:
        yield "E-book", epub_path(site), "the whole edition in one EPUB, with notes that open at their mark"
    if "pdf" in site.formats:
        yield "PDF", pdf_path(site), "the whole edition as a book to print, notes at the foot of the page"
    if site.edition.about is not None:
        yield "About", ABOUT_HREF, "principles of this edition, and its witnesses"


def _kind(file: TeiFile) -> str:
    """What the header's source criticism calls the text: ``memoirs, written or put together two decades after``."""
    criticism = file.root.iterfind(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}sourceDesc//{TEI}note/{TEI}p")
    found = (KIND.match(words(paragraph)) for paragraph in criticism)
    return next((kind[1].strip() for kind in found if kind), "")


def _evidence(site: Site, file: TeiFile) -> str:
    """The classes of evidence that the events find in the text, the most frequent first."""
    counts = Counter(account.evidence for event in site.events.all for account in event.accounts if account.target[0] == file.path)
    common = [name for name, count in counts.most_common() if count >= SHARE * counts.total()]
    return ", ".join(EVIDENCE.get(name, name) for name in common)
