"""Small texts for tests, brought to the stage of the conversion that a test is about."""

from __future__ import annotations

from collections.abc import Sequence

from rift.annotate.corrections import CORRECTION_COLUMNS, corrected, corrections
from rift.model.document import Document, Setting
from rift.model.line import Pages
from rift.model.outline import Outline
from rift.model.raw import RawText
from rift.model.tables import Row, read_exclusions, read_table
from rift.reading.lines import text_lines
from rift.structure.records import lines_are_paragraphs
from rift.structure.setting import set_text

# What a book's recognition leaves above footnotes.
RULE = " " * 21
EXCLUDED = ("from", "to", "kind", "where", "reason")


def rows(columns: Sequence[str], *lines: str) -> tuple[Row, ...]:
    """Rows of a decision table; cells are parted by ``|``, those missing at the end are empty."""
    cells = ["\t".join((line.split("|") + [""] * len(columns))[:len(columns)]) for line in lines]
    return read_table("sources/x/table.tsv", "\n".join(["\t".join(columns), *cells]) + "\n", columns)


def read(text: str, *rules, excluded: Sequence[str] = ()) -> Pages:
    """Lines of a raw text after some reading rules; ``excluded`` are rows like ``2:1|2:2|format||Markdown``."""
    raw = RawText("x", text)
    table = "\n".join("\t".join(row.split("|")) for row in ("|".join(EXCLUDED), *excluded)) + "\n"
    pages = text_lines(raw, read_exclusions("sources/x/excluded.tsv", table, raw))
    for rule in rules:
        rule(pages)
    return pages


def outline(text: str, *rules, reading: Sequence = (), **fields) -> Outline:
    """Drafts of a raw text after some structure rules; ``reading`` are the rules before them."""
    made = Outline(read(text, *reading), [], **fields)
    for rule in rules:
        rule(made)
    return made


def drafts(made: Outline) -> list[tuple[str, str]]:
    """Kind and words of each draft."""
    return [(draft.kind, draft.text) for draft in made.drafts]


def setting(*paragraphs: str) -> Setting:
    """A text whose paragraphs are its lines 1, 3, 5 …"""
    return set_text(outline("\n\n".join(paragraphs) + "\n", lines_are_paragraphs), {})


def document(*paragraphs: str, mended: Sequence[str] = ()) -> Document:
    """The same, corrected by rows ``line|printed|right``."""
    made = setting(*paragraphs)
    changes, findings = corrections(made, rows(CORRECTION_COLUMNS, *(row + "|word|print|high|wrong" for row in mended)))
    assert not findings
    return corrected(made, changes)


def ocr_page(*lines: str, notes: Sequence[str] = (), number: str = "") -> str:
    """A page of an OCR'd book: an empty line between its lines, each with a space at its end but for a hyphen.

    ``notes`` stand below the rule; one whose mark stands alone on its line stands tight below it. A ``number`` is
    printed at the head, else the page begins with a space and without an empty line before.
    """
    body = "\n\n".join(_spaced(line) for line in lines) + "\n"
    if notes:
        body += f"\n{RULE}\n" + "\n".join(("" if note[1:2] in ("", "\n") else "\n") + _spaced(note) for note in notes) + "\n"
    return (f"\n\n\n{number} \n\n" if number else " ") + body


def _spaced(line: str) -> str:
    return line if line.endswith(("-", "*", "†")) else line + " "
