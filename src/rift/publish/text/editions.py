"""The plain-text editions of each text, with a companion file that says where each line comes from.

``transforms/text/lines.xsl`` says what is a line, ``rift.publish.text.lines`` how lines are written.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cached_property, partial
from typing import NamedTuple

from lxml import etree

from rift.publish.files import TeiFile
from rift.publish.product import Product, digest
from rift.publish.site import Site
from rift.publish.stylesheets import Stylesheets
from rift.publish.synopsis.passages import Passages
from rift.publish.text.heading import Heading
from rift.publish.text.lines import Line, companion_path, with_companion
from rift.publish.text.paged import paged
from rift.publish.text.spoken import Spoken, kind_of_spoken
from rift.publish.words import TEI, is_mark

CORRECTED = "misprints and recognition errors are corrected."


class Edition(NamedTuple):
    """A plain-text edition: its label and what it is, for a list; how the head of its file says what it is, and where its
    notes are, if the text has any."""

    label: str
    note: str
    kind: str
    notes: str = ""


EDITIONS = {  # by name, which is the stylesheet's too
    "reading": Edition(
        "Reading text", "plain text with the errors of the source corrected",
        f"Reading text: {CORRECTED}", "A raised number marks a note, which follows its paragraph."),
    "source": Edition(
        "Source text", "plain text as the source prints it",
        "Source text: as the source prints it, errors included.", "A note follows its paragraph; its mark is the printed one."),
    "script": Edition(
        "Speaker script", "the turns of a record, each with its speaker",
        "Speaker script, reading text without notes: a turn begins with its speaker, who has one label throughout."),
    "pages": Edition(
        "Paged text", "plain text by printed pages, notes at the foot of their page",
        f"Reading text by printed pages: {CORRECTED}", "A raised number marks a note, which stands at the foot of its page."),
    "endnotes": Edition(
        "Text with endnotes", "plain text, notes at its end",
        f"Reading text with the notes at its end: {CORRECTED}"),
}


def editions_of(file: TeiFile) -> list[str]:
    """Names of the plain-text editions that a text has; none if it is withheld.

    A script only if it has turns, pages only if breaks are marked, endnotes only if it has notes.
    """
    if file.withheld is not None or file.text is None:
        return []
    needs = {"script": file.text.iter(f"{TEI}sp"), "pages": file.text.iter(f"{TEI}pb"),
             "endnotes": filter(is_mark, file.text.iter(f"{TEI}note"))}
    return [name for name in EDITIONS if name not in needs or next(needs[name], None) is not None]


def text_path(file: TeiFile, name: str) -> str:
    """Address of an edition of a text."""
    return f"text/{file.id}.{name}.txt"


def speaker_path(file: TeiFile, person: str) -> str:
    """Address of the file that holds what ``person`` (an id of the register) says in a text."""
    return text_path(file, f"speaker-{person}")


def text_products(site: Site, sheets: Stylesheets, made_from: str) -> Iterator[Product]:
    """Every plain-text edition of every text. ``made_from``: digest of stylesheets and program."""
    passages = site.once(Passages)
    for file in site.edition.texts:
        writer = Writer(site, file, sheets, passages.places(file))
        for name in editions_of(file):
            path = text_path(file, name)
            yield Product((path, companion_path(path)), digest(made_from, name, file.digest), partial(writer.edition, name))
        if editions_of(file) and site.speakers(file):
            paths = [speaker_path(file, speaker.id) for speaker in site.speakers(file)]
            registers = (register.digest for _, register in sorted(site.edition.registers.items()))
            yield Product(tuple(p for path in paths for p in (path, companion_path(path))),
                          digest(made_from, "speaker", file.digest, *registers), writer.speakers)


class Writer:
    """Makes the plain-text editions of one text. ``places``: printed page and place of its passages, by ``xml:id``."""

    def __init__(self, site: Site, file: TeiFile, sheets: Stylesheets, places: dict[str, tuple[str, str]]):
        self.site = site
        self.file = file
        self.sheets = sheets
        self.places = places

    def edition(self, name: str) -> tuple[bytes, bytes]:
        """An edition of the whole text, and its companion."""
        lines, by_pages = self._lines(name), name == "pages"
        kind = " ".join([EDITIONS[name].kind, *self._heading.signs(EDITIONS[name].notes, by_pages)])
        return self._written(text_path(self.file, name), kind, paged(lines) if by_pages else lines)

    def speakers(self) -> tuple[bytes, ...]:
        """The file of each speaker, and its companion."""
        made: list[bytes] = []
        spoken = Spoken(self.file, self.site.entities, self.places)
        for speaker in self.site.speakers(self.file):
            lines = spoken.lines(speaker)
            made += self._written(speaker_path(self.file, speaker.id), kind_of_spoken(speaker, lines), lines)
        return tuple(made)

    def _written(self, path: str, kind: str, lines: list[Line]) -> tuple[bytes, bytes]:
        head = self._heading.lines(kind, companion_path(path).rpartition("/")[2])
        return with_companion([*head, *lines], self.places)

    @cached_property
    def _heading(self) -> Heading:
        return Heading(self.site, self.file)

    @cached_property
    def _root(self) -> etree._Element:
        """A copy: the first stylesheet takes white space out of it, the same as each of the others would."""
        return deepcopy(self.file.root)

    def _lines(self, name: str) -> list[Line]:
        """The lines that a stylesheet makes with ``ids = 'yes'``."""
        made = self.sheets.apply(f"text/{name}.xsl", self._root, self.file, ids="yes")
        rows = (row.split("\t") for row in made.decode().split("\n") if row)
        return [Line(xml_id, words, int(space)) for xml_id, space, words in rows]
