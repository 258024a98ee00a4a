"""The plain-text editions of each text, with a companion file that says where each line comes from.

One line a paragraph, empty lines between; ``transforms/text/lines.xsl`` says more. The companion is a table of line
number (from 1) and address (``xml:id``); lines without one belong to the heading of the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from rift.publish.files import TeiFile
from rift.publish.product import Product, digest
from rift.publish.site import Site
from rift.publish.stylesheets import Stylesheets
from rift.publish.words import TEI

EDITIONS = {  # name, which is the stylesheet's too, to label and what it is
    "reading": ("Reading text", "plain text with the errors of the source corrected"),
    "source": ("Source text", "plain text as the source prints it"),
    "script": ("Speaker script", "one line a turn"),
}


def editions_of(file: TeiFile) -> list[str]:
    """Names of the plain-text editions that a text has: none if it is withheld, a script only if it has turns."""
    if file.withheld is not None:
        return []
    has_turns = file.text is not None and next(file.text.iter(f"{TEI}sp"), None) is not None
    return [name for name in EDITIONS if has_turns or name != "script"]


def text_products(site: Site, sheets: Stylesheets, made_from: str) -> Iterator[Product]:
    """Every plain-text edition of every text. ``made_from``: digest of stylesheets and program."""
    for file in site.edition.texts:
        for name in editions_of(file):
            yield _product(file, name, sheets, digest(made_from, name, file.digest))


def _product(file: TeiFile, name: str, sheets: Stylesheets, made_from: str) -> Product:
    def make() -> tuple[bytes, bytes]:
        made = sheets.apply(f"text/{name}.xsl", file.root, file, ids="yes")
        return _with_companion(made.decode())

    return Product((f"text/{file.id}.{name}.txt", f"text/{file.id}.{name}.lines.tsv"), made_from, make)


def _with_companion(made: str) -> tuple[bytes, bytes]:
    """Part the lines that a stylesheet made with ``ids = 'yes'`` into the text and the table of its addresses."""
    blocks = [block.partition("\t") for block in made.split("\n\n") if block]
    text = "\n".join(f"{words}\n" for _, _, words in blocks)
    rows = ["line\tid", *(f"{2 * at + 1}\t{xml_id}" for at, (xml_id, _, _) in enumerate(blocks) if xml_id)]
    return text.encode(), ("\n".join(rows) + "\n").encode()
