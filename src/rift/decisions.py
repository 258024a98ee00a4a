"""The tables of readers' decisions: what stands in each column, and how they are read.

``sources/README.md`` explains them to editors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from rift.annotate import corrections, dated, inserted, names, speech, turns
from rift.diagnostics import Finding, Place, Problem, finding
from rift.model.lexicon import Lexicon
from rift.model.source import nearest
from rift.model.tables import Exclusion, Row, read_exclusions, read_table, table_text
from rift.model.raw import RawText
from rift.structure import decided

PARAGRAPH_COLUMNS = ("line", "decision", "reason")
HYPHEN_COLUMNS = ("line", "words", "decision", "reason")
EXCLUDED = "excluded"

Allowed = Callable[[str], bool]


class Table(NamedTuple):
    """A table: its columns; columns that take only some values; those with ids of register entries, several with spaces;
    those whose cells have a form of their own, with that form in words; whether a line has one row at the most."""

    columns: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]] = {}
    ids: tuple[str, ...] = ()
    forms: Mapping[str, tuple[re.Pattern, str]] = {}
    one_a_line: bool = False


_DATE = r"(?:when|from|to|notBefore|notAfter)=-?[0-9]{4}(?:-[0-9]{2}){0,2}(?:T\S+)?"
_DATES = re.compile(rf"{_DATE}(?: {_DATE})*"), "a date as when=1960-11-12, or from=… to=…, notBefore=… notAfter=…"
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"), "the code of a language, as ru-Latn"
_ELEMENT = re.compile(r"[A-Za-z]+(?:/[A-Za-z]+)*"), "an element, or several with / between"
_ATTRIBUTES = re.compile(r"(?:[A-Za-z:]+=[^\s\"<]+(?: |$))*"), "name=value, several with spaces between"
_TYPE = re.compile(r"[A-Za-z][\w-]*"), "one word"
_LINE = re.compile(r"(?:[1-9][0-9]{0,6})?"), "a raw line, or nothing"

TABLES: dict[str, Table] = {
    "structure": Table(decided.STRUCTURE_COLUMNS, forms={"to": _LINE, "element": _ELEMENT, "attributes": _ATTRIBUTES}),
    "paragraphs": Table(PARAGRAPH_COLUMNS, {"decision": ("start", "start?", "joined")}, one_a_line=True),
    "hyphens": Table(HYPHEN_COLUMNS, {"decision": ("hard", "soft")}, one_a_line=True),
    "corrections": Table(corrections.CORRECTION_COLUMNS, {"type": ("ocr", "print"), "certainty": ("high", "medium", "low")}),
    "speakers": Table(speech.SPEAKER_COLUMNS, {"kind": (*speech.SAID, *(f"{kind}{speech.GOES_ON}" for kind in speech.SAID), *speech.ELEMENTS)},
                      ids=("who", "toWhom", "source")),
    "labels": Table(turns.LABEL_COLUMNS, ids=("who", "toWhom"), one_a_line=True),
    "insertions": Table(inserted.INSERTION_COLUMNS, {"kind": (*inserted.SUPPLIED, *inserted.COMMENTS)}),
    "stages": Table(inserted.STAGE_COLUMNS, forms={"type": _TYPE}),
    "names": Table(names.NAME_COLUMNS, {"element": ("persName", "orgName", "placeName", "title", "-")}, ids=("ref",)),
    "dates": Table(dated.DATE_COLUMNS, forms={"date": _DATES}),
    "foreign": Table(dated.FOREIGN_COLUMNS, forms={"lang": _LANGUAGE}),
    "references": Table(dated.REFERENCE_COLUMNS, {"type": ("internal", "page", "work", "witness")}),
}
# What a reference points to, by its type; what is still to be told is ``?``.
TARGETS = {
    "internal": (re.compile(r"[1-9][0-9]{0,6}(?: [1-9][0-9]{0,6})*"), "raw lines"),
    "page": (re.compile(r"[0-9]+(?:-[0-9]+)?(?: [0-9]+(?:-[0-9]+)?)*"), "printed pages, as 187-189"),
    "witness": (re.compile(r"[a-z0-9-]+:[1-9][0-9]*(?: [a-z0-9-]+:[1-9][0-9]*)*"), "places in other texts, as report-1960:78"),
}
CITED = {"words", "printed"}  # columns that cite the text
PASSAGE = re.compile(r"(?P<text>[a-z0-9-]+):[1-9][0-9]*")  # a place in a text, where an id could stand too


class Tables:
    """The decision tables of one text, read and checked when asked for.

    ``ids`` are what cells may point to: ids of the registers, if the edition has any.
    """

    def __init__(self, folder: Path, root: Path, lexicon: Lexicon):
        self.folder, self.root, self.lexicon = folder, root, lexicon
        self.texts = frozenset(path.parent.name for path in folder.parent.glob("*/source.toml"))

    def unknown(self) -> list[Finding]:
        """A finding for every table of the folder that nothing reads: it may be one whose name is misspelt."""
        known = (*TABLES, EXCLUDED)
        strange = sorted(path for path in self.folder.glob("*.tsv") if path.stem not in known and not path.name.startswith("."))
        return [finding("SRC-014", Place(self._name(path)), table=path.name, nearest=f"{nearest(path.stem, known)}.tsv") for path in strange]

    def rows(self, name: str) -> tuple[Row, ...]:
        """Rows of ``<name>.tsv``; none if there is no such file. Raises ``Problem`` SRC-008, -013, -015 or -016."""
        path = self.folder / f"{name}.tsv"
        if not path.exists():
            return ()
        table = TABLES[name]
        found = read_table(self._name(path), table_text(path, self._name(path)), table.columns)
        lines: set[int] = set()
        for row in found:
            line = row.number("line")
            if table.one_a_line and line in lines:
                raise row.malformed(f"line {line} has a row already")
            lines.add(line)
            self._check(row, table)
        return found

    def exclusions(self, raw: RawText) -> tuple[Exclusion, ...]:
        """What of the raw text is no text. Raises ``Problem`` SRC-008, -015 or -016."""
        path = self.folder / f"{EXCLUDED}.tsv"
        return read_exclusions(self._name(path), table_text(path, self._name(path)), raw) if path.exists() else ()

    def draft(self, name: str, **cells: object) -> str:
        """The row that would settle something, with its file: ``<who>`` stands where a reader has to decide."""
        columns = TABLES[name].columns
        row = "\t".join(str(cells.get(column, f"<{column}>")) for column in columns)
        return f"{self._name(self.folder / name)}.tsv: {row}"

    def _name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def _check(self, row: Row, table: Table) -> None:
        for column in (*CITED.intersection(table.columns), "reason"):
            if not row[column].strip():
                raise row.malformed(f"{column!r} is empty")
        for column, known in table.values.items():
            if row[column] not in known:
                raise Problem(finding("SRC-013", Place(row.path, row.line), what=column, value=row[column], known=", ".join(known)))
        for column, form in table.forms.items():
            _refuse_other(row, column, form)
        if "target" in table.columns and row["target"] not in ("", "?") and row["type"] in TARGETS:
            _refuse_other(row, "target", TARGETS[row["type"]])
        if "right" in table.columns and row["right"] == row["printed"]:
            raise row.malformed("'right' is as printed")
        columns = table.ids + (("target",) if "target" in table.columns and row["type"] == "work" else ())
        for column in columns:
            for pointer in row[column].split():
                self._refuse_unknown(row, column, pointer)

    def _refuse_unknown(self, row: Row, column: str, pointer: str) -> None:
        """An id that no register has, where there are registers, or a place in a text that is none."""
        passage = PASSAGE.fullmatch(pointer)
        known = self.texts if passage else self.lexicon.entities
        word = passage["text"] if passage else pointer
        if known and word != "?" and word not in known:
            raise Problem(finding("SRC-017", Place(row.path, row.line), what=column, value=pointer, nearest=nearest(word, tuple(known))))


def _refuse_other(row: Row, column: str, form: tuple[re.Pattern, str]) -> None:
    pattern, words = form
    if not pattern.fullmatch(row[column]):
        raise row.malformed(f"{column!r} is {row[column]!r}, not {words}")
