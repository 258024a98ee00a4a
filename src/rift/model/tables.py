"""Tables beside a raw text: tab-separated, a header line, one decision a row, read strictly.

A cell keeps its white space, because some columns cite the raw text to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from rift.diagnostics import Place, Problem, finding
from rift.model.raw import RawText

EXCLUSION_COLUMNS = ("from", "to", "kind", "where", "reason")
EXCLUSION_KINDS = ("furniture", "data", "format")

_NUMBER = re.compile(r"[1-9][0-9]{0,6}")
_RAW_PLACE = re.compile(rf"({_NUMBER.pattern})(?::({_NUMBER.pattern}))?")


@dataclass(frozen=True)
class Row:
    """One row of a table: its line in the file, its columns' names and its cells; ``row["reason"]`` is a cell."""

    path: str
    line: int
    columns: tuple[str, ...]
    cells: tuple[str, ...]

    def __getitem__(self, column: str) -> str:
        return self.cells[self.columns.index(column)]

    def number(self, column: str) -> int:
        """A cell that is a number from 1. Raises ``Problem`` SRC-008 if it is none."""
        if not _NUMBER.fullmatch(self[column]):
            raise self.malformed(f"{column!r} is {self[column][:20]!r}, not a number from 1")
        return int(self[column])

    def malformed(self, reason: str) -> Problem:
        """The problem that this row cannot be read, to be raised."""
        return _malformed(self.path, self.line, self.columns, reason)


class Exclusion(NamedTuple):
    """A piece of raw text that is not text of the edition: characters ``start`` to ``end`` (not included).

    ``kind`` is one of ``EXCLUSION_KINDS``; ``where`` names the place of ``data`` in the TEI header;
    ``path`` and ``line`` say which row of which table it is.
    """

    start: int
    end: int
    kind: str
    where: str
    reason: str
    path: str = ""
    line: int = 0


def table_text(path: Path, name: str) -> str:
    """The text of a table. Raises ``Problem`` SRC-015 if it is not UTF-8, SRC-016 if it cannot be opened.

    What some programs write before UTF-8 (U+FEFF) is no part of it.
    """
    try:
        data = path.read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Problem(finding("SRC-015", Place(name, line), byte=f"0x{data[error.start]:02x}")) from None
    except OSError as error:
        raise Problem(finding("SRC-016", Place(name), reason=error.strerror)) from None


def read_table(path: str, text: str, columns: Sequence[str]) -> tuple[Row, ...]:
    """Rows of the table ``text`` below a header line that must be ``columns``.

    ``path`` names the file in messages. Raises ``Problem`` SRC-008 for another header or a wrong number of cells.
    """
    names = tuple(columns)
    lines = [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
    if tuple(lines[0].split("\t")) != names:
        raise _malformed(path, 1, names, f"the header line is {lines[0]!r}")
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        cells = tuple(line.split("\t"))
        if len(cells) != len(names):
            raise _malformed(path, number, names, f"{len(cells)} columns, expected {len(names)}")
        rows.append(Row(path, number, names, cells))
    return tuple(rows)


def read_exclusions(path: str, text: str, raw: RawText) -> tuple[Exclusion, ...]:
    """Rows of ``excluded.tsv`` as character ranges of ``raw``, in the order of the text.

    A range of whole lines ends before the last line's end. Raises ``Problem`` SRC-008 for a row
    that cannot be read or names a place that the raw text has not.
    """
    rows = read_table(path, text, EXCLUSION_COLUMNS)
    return tuple(sorted((_exclusion(row, raw) for row in rows), key=lambda e: (e.start, e.end)))


def _exclusion(row: Row, raw: RawText) -> Exclusion:
    kind = row["kind"]
    if kind not in EXCLUSION_KINDS:
        raise row.malformed(f"kind is {kind!r}, not one of {', '.join(EXCLUSION_KINDS)}")
    if (kind == "data") != bool(row["where"].strip()):
        raise row.malformed("'where' names a place in the header for data, and is empty for all else")
    if not row["reason"].strip():
        raise row.malformed("a reason is missing")
    first_line, first_column = _raw_place(row, "from", raw)
    last_line, last_column = _raw_place(row, "to", raw)
    start = raw.offset(first_line, first_column or 1)
    end = raw.offset(last_line, last_column) + 1 if last_column else raw.offset(last_line) + len(raw.line(last_line))
    if end < start:
        raise row.malformed(f"'to' {row['to']} stands before 'from' {row['from']}")
    return Exclusion(start, end, kind, row["where"].strip(), row["reason"], row.path, row.line)


def _raw_place(row: Row, column: str, raw: RawText) -> tuple[int, int]:
    """Raw line and column (0: the whole line) that a cell names."""
    match = _RAW_PLACE.fullmatch(row[column])
    if match is None:
        raise row.malformed(f"'{column}' is {row[column]!r}, not a raw line or line:column")
    line, place = int(match[1]), int(match[2] or 0)
    if line > raw.line_count:
        raise row.malformed(f"'{column}' names line {line}; the raw text has {raw.line_count}")
    if place > len(raw.line(line)):
        raise row.malformed(f"'{column}' names column {place}; line {line} has {len(raw.line(line))}")
    return line, place


def _malformed(path: str, line: int, columns: Sequence[str], reason: str) -> Problem:
    return Problem(finding("SRC-008", Place(path, line), reason=reason, columns=", ".join(columns)))
