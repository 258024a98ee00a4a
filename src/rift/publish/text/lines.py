"""The lines of a plain-text edition, and the companion file that says where each of them comes from.

One line a paragraph, empty lines between. The companion is a table of line number (from 1), address (``xml:id``), printed
page, and place as the site names it. Lines without an address are not in it: they belong to the edition, not to the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

COLUMNS = ("line", "id", "page", "where")
RULE = "* * *"


class Line(NamedTuple):
    """A line. ``id``: the address that it comes from; empty for a line of this edition's. ``space``: empty lines before
    it. ``page``: the printed page that it stands on, if it is not the one on which its element begins.
    """

    id: str
    words: str
    space: int = 1
    page: str = ""


def companion_path(path: str) -> str:
    """Where the companion of the text at ``path`` stands: in the same folder."""
    return path.removesuffix(".txt") + ".lines.tsv"


def with_companion(lines: Iterable[Line], places: Mapping[str, tuple[str, str]]) -> tuple[bytes, bytes]:
    """The text of the lines and the table of their addresses. ``places``: printed page and place by address."""
    text, rows, number = [], ["\t".join(COLUMNS)], 0
    for line in lines:
        space = line.space if text else 0
        number += space + 1
        text.append("\n" * space + line.words + "\n")
        if line.id:
            page, where = _place(line, *places.get(line.id, (line.page, "")))
            rows.append(f"{number}\t{line.id}\t{page}\t{where}")
    return "".join(text).encode(), ("\n".join(rows) + "\n").encode()


def _place(line: Line, page: str, where: str) -> tuple[str, str]:
    """Printed page and place of a line of an element that begins at these; one that goes on over a page is on both."""
    if line.page in ("", page):
        return page, where
    return line.page, where.replace(f"p. {page}", f"p. {line.page}")
