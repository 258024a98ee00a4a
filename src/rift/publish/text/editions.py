"""The plain-text editions of each text, with a companion file that says where each line comes from.

One line a paragraph, empty lines between; ``transforms/text/lines.xsl`` says more. The companion is a table of line
number (from 1) and address (``xml:id``); lines without one belong to the edition, not to the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cached_property

from lxml import etree

from rift.publish.files import TeiFile
from rift.publish.product import Product, digest
from rift.publish.site import Site
from rift.publish.stylesheets import Stylesheets
from rift.publish.text.paged import Line, paged
from rift.publish.words import TEI, is_mark

EDITIONS = {  # name, which is the stylesheet's too, to label and what it is
    "reading": ("Reading text", "plain text with the errors of the source corrected"),
    "source": ("Source text", "plain text as the source prints it"),
    "script": ("Speaker script", "one line a turn"),
    "pages": ("Paged text", "plain text by printed pages, notes at the foot of their page"),
    "endnotes": ("Text with endnotes", "plain text, notes at its end"),
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


def speaker_path(file: TeiFile, person: str) -> str:
    """Address of the file that holds what ``person`` (an id of the register) says in a text."""
    return f"text/{file.id}.speaker-{person}.txt"


def text_products(site: Site, sheets: Stylesheets, made_from: str) -> Iterator[Product]:
    """Every plain-text edition of every text. ``made_from``: digest of stylesheets and program."""
    for file in site.edition.texts:
        writer = Writer(file, sheets)
        for name in editions_of(file):
            yield _product(writer, name, digest(made_from, name, file.digest))
        if editions_of(file):
            yield from _of_speakers(writer, site, made_from)


class Writer:
    """Makes lines of one text."""

    def __init__(self, file: TeiFile, sheets: Stylesheets):
        self.file = file
        self.sheets = sheets

    @cached_property
    def _root(self) -> etree._Element:
        """A copy: the first stylesheet takes white space out of it, the same as each of the others would."""
        return deepcopy(self.file.root)

    def lines(self, name: str) -> list[Line]:
        """The lines that a stylesheet makes with ``ids = 'yes'``."""
        made = self.sheets.apply(f"text/{name}.xsl", self._root, self.file, ids="yes")
        blocks = (block.partition("\t") for block in made.decode().split("\n\n") if block)
        return [Line(xml_id, words) for xml_id, _, words in blocks]


def _product(writer: Writer, name: str, made_from: str) -> Product:
    def make() -> tuple[bytes, bytes]:
        lines = writer.lines(name)
        return _with_companion(paged(lines) if name == "pages" else lines)

    path = f"text/{writer.file.id}.{name}.txt"
    return Product((path, _companion(path)), made_from, make)


def _of_speakers(writer: Writer, site: Site, made_from: str) -> Iterator[Product]:
    """All in one product: the text has to be read only once."""
    file = writer.file
    found = site.speakers(file)
    if not found:
        return

    def make() -> tuple[bytes, ...]:
        title, *heading = writer.lines("speaker")
        made = (_with_companion([title, Line("", f"Speaker: {s.name}"), *heading, *s.lines]) for s in found)
        return tuple(data for pair in made for data in pair)

    paths = [speaker_path(file, speaker.id) for speaker in found]
    names = [speaker.name for speaker in found]
    yield Product(tuple(p for path in paths for p in (path, _companion(path))),
                  digest(made_from, "speaker", file.digest, *names), make)


def _companion(path: str) -> str:
    return path.removesuffix(".txt") + ".lines.tsv"


def _with_companion(lines: list[Line]) -> tuple[bytes, bytes]:
    """The text of the lines and the table of their addresses."""
    text = "\n".join(f"{line.words}\n" for line in lines)
    rows = ["line\tid", *(f"{2 * at + 1}\t{line.id}" for at, line in enumerate(lines) if line.id)]
    return text.encode(), ("\n".join(rows) + "\n").encode()
