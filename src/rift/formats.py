"""The formats of raw texts: each a list of named rules, in the order they run.

A new text of a known format needs ``source.toml`` and no code; a new format is a new entry here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rift.model.line import Pages
from rift.model.outline import Outline
from rift.reading import lines, notes, pages
from rift.structure import chapters, decided, paragraphs, records


class Recipe(NamedTuple):
    """Rules over lines, then rules over blocks."""

    reading: tuple[Callable[[Pages], None], ...]
    structure: tuple[Callable[[Outline], None], ...]


RECIPES: dict[str, Recipe] = {
    "ocr-book": Recipe(
        (pages.find_pages, pages.number_pages, notes.find_footnotes, notes.find_footnote_marks),
        (chapters.line_drafts, chapters.chapter_heads, chapters.abstracts, paragraphs.reflow, decided.kinds,
         chapters.notes_last, chapters.divisions, decided.groups),
    ),
    "archive-web-record": Recipe(
        (lines.split_at_tabs, notes.find_endnotes),
        (records.lines_are_paragraphs, decided.kinds, chapters.notes_last, records.one_division, decided.groups),
    ),
    "archive-pdf-record": Recipe(
        (),
        (records.lines_are_paragraphs, records.bold_heads, records.speaker_labels, decided.kinds,
         records.one_division, records.turns, decided.groups),
    ),
    "news-article": Recipe(
        (),
        (records.lines_are_paragraphs, decided.kinds, records.article_front, decided.groups),
    ),
    "web-post": Recipe(
        (notes.find_endnotes,),
        (records.lines_are_paragraphs, decided.kinds, chapters.notes_last, records.post_documents,
         records.enumerations, decided.groups),
    ),
}
