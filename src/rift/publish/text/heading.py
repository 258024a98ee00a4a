"""The head of a plain-text file: which text it is, of which edition, under what rights, and how it is to be read."""

from __future__ import annotations

from collections.abc import Iterator

from rift.publish.envelope import contents_href
from rift.publish.files import TeiFile
from rift.publish.labels import day
from rift.publish.metadata.cited import PUBLISHED, STATEMENT, full_title, issue_of
from rift.publish.site import Site
from rift.publish.text.lines import RULE, Line
from rift.publish.words import TEI, is_mark, words

HEADER = f"{TEI}teiHeader/"
LOST = "[…] stands for what the source has lost."
PAGES = "— 10 — begins page 10; a paragraph that goes on there follows without an empty line."
COUNTED = "A page number in square brackets is not printed but counted."


class Heading:
    """What the heads of all files of a text have alike."""

    def __init__(self, site: Site, file: TeiFile):
        self._text = (full_title(file), _authors(file), _written(file))
        self._edition = (_source(file), _edition(site, file), _rights(file))
        self._marks_notes = any(map(is_mark, file.text.iter(f"{TEI}note")))
        self._has_gaps = next(file.text.iter(f"{TEI}gap"), None) is not None
        self._counts_pages = any(page.get("n", "").startswith("[") for page in file.text.iter(f"{TEI}pb"))

    def lines(self, kind: str, companion: str) -> list[Line]:
        """A head, and the rule after it. ``kind``: what sort of text it is; ``companion``: name of its companion."""
        stated = (*self._text, kind, *self._edition, f"The place of each line: {companion}", RULE)
        return [Line("", line) for line in stated if line]

    def signs(self, notes: str, by_pages: bool) -> Iterator[str]:
        """What the signs mean that occur in the text. ``notes``: what to say of notes; ``by_pages``: it has page numbers."""
        if self._marks_notes and notes:
            yield notes
        if self._has_gaps:
            yield LOST
        if by_pages:
            yield PAGES
        if by_pages and self._counts_pages:
            yield COUNTED


def _authors(file: TeiFile) -> str:
    return ", ".join(map(words, file.root.iterfind(f"{HEADER}{STATEMENT}/{TEI}author")))


def _written(file: TeiFile) -> str:
    """When the text was written, in the header's words; empty if the title says it."""
    date, stated = file.creation, words(file.root.find(f"{HEADER}{TEI}profileDesc/{TEI}creation"))
    if date is None:
        return stated
    written, iso = words(date), date.get("when", "")
    shown = day(iso) if written == iso else written
    return "" if shown in full_title(file) else stated.replace(written, shown, 1)


def _source(file: TeiFile) -> str:
    """Where the text was published, if not by itself."""
    title, address = _published(file, "title"), _published(file, "idno[@type='URL']")
    return _labelled("Source", "" if title == full_title(file) else title, address)


def _edition(site: Site, file: TeiFile) -> str:
    """The edition, its version and date, and the address of the text if the site has one."""
    version = f"version {site.version}" if site.version else ""
    address = f"{site.base_url}{contents_href(file)}" if site.base_url else ""
    return _labelled("Edition", issue_of(site).title, version, site.date, address)


def _rights(file: TeiFile) -> str:
    """Whose rights in the words are, and under what licence stands what the edition adds."""
    licence = file.root.find(f"{HEADER}{TEI}fileDesc/{TEI}publicationStmt//{TEI}licence[@target]")
    added = "" if licence is None else licence.get("target")
    stated = (_labelled("Rights", _published(file, "availability")), _labelled("What this edition adds", added))
    return " ".join(filter(None, stated))


def _published(file: TeiFile, name: str) -> str:
    """What the header says about the text as it was published."""
    return words(file.root.find(f"{HEADER}{PUBLISHED}//{TEI}{name}"))


def _labelled(label: str, *values: str) -> str:
    """The values with commas between; empty if there are none."""
    stated = ", ".join(filter(None, values))
    return f"{label}: {stated}" if stated else ""
