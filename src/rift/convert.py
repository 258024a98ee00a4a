"""Raw text to TEI: reads the sources of one text, runs the recipe of its format, and writes TEI as bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rift.annotate.corrections import CORRECTION_COLUMNS, corrected, corrections
from rift.annotate.decisions import unmatched
from rift.diagnostics import Finding, Place, Problem, finding
from rift.encode.body import BodyWriter
from rift.encode.header import header
from rift.formats import RECIPES
from rift.model.document import Document, Setting
from rift.model.outline import Outline
from rift.model.source import Source, nearest, read_raw, read_source
from rift.model.tables import Row, read_exclusions, read_table
from rift.reading.lines import text_lines
from rift.structure.decided import STRUCTURE_COLUMNS
from rift.structure.setting import set_text

PARAGRAPH_COLUMNS = ("line", "decision", "reason")
HYPHEN_COLUMNS = ("line", "words", "decision", "reason")


@dataclass
class Conversion:
    """TEI of one text, with what a reader should know (``findings``) and decide (``worklist``)."""

    source: Source
    tei: bytes
    findings: list[Finding] = field(default_factory=list)
    worklist: list[Finding] = field(default_factory=list)


class Tables:
    """Decision tables of one text, read when asked for."""

    def __init__(self, folder: Path, root: Path):
        self.folder, self.root = folder, root

    def rows(self, name: str, columns: tuple[str, ...]) -> tuple[Row, ...]:
        """Rows of ``<name>.tsv``; none if there is no such file. Raises ``Problem`` SRC-008."""
        path = self.folder / f"{name}.tsv"
        if not path.exists():
            return ()
        return read_table(path.relative_to(self.root).as_posix(), path.read_text(encoding="utf-8"), columns)


def convert(root: Path, text_id: str) -> Conversion:
    """Convert one text of the edition at ``root``. Raises ``Problem`` for input that cannot be read."""
    folder = root / "sources" / text_id
    source = read_source(folder, root)
    if source.format not in RECIPES:
        known = tuple(RECIPES)
        raise Problem(finding("SRC-005", Place(f"sources/{text_id}/source.toml"), format=source.format,
                              nearest=nearest(source.format, known), known=", ".join(known)))
    raw = read_raw(folder, root, source)
    tables = Tables(folder, root)
    setting, outline = _set(raw, source, tables, folder, root)
    changes, findings = corrections(setting, tables.rows("corrections", CORRECTION_COLUMNS))
    document = corrected(setting, changes)
    findings += unmatched(document, outline.unmatched)
    return _encode(document, source, folder, findings, outline)


def _set(raw, source: Source, tables: Tables, folder: Path, root: Path) -> tuple[Setting, Outline]:
    """Reading and structure: the printed text in blocks."""
    path = folder / "excluded.tsv"
    exclusions = ()
    if path.exists():
        exclusions = read_exclusions(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"), raw)
    pages = text_lines(raw, exclusions)
    recipe = RECIPES[source.format]
    for rule in recipe.reading:
        rule(pages)
    outline = Outline(pages, [])
    outline.structure_rows = tables.rows("structure", STRUCTURE_COLUMNS)
    outline.paragraph_rows = {int(r["line"]): r["decision"].startswith("start") for r in tables.rows("paragraphs", PARAGRAPH_COLUMNS)}
    for rule in recipe.structure:
        rule(outline)
    hyphens = {int(r["line"]): r["decision"] == "hard" for r in tables.rows("hyphens", HYPHEN_COLUMNS)}
    return set_text(outline, hyphens), outline


def _encode(document: Document, source: Source, folder: Path, findings: list[Finding], outline: Outline) -> Conversion:
    writer = BodyWriter(document, source.siglum, source.note_resp)
    text = writer.text()
    written = folder / "header.xml"
    head = header(source, written.read_bytes() if written.exists() else None, _counts(document))
    tei = (f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{source.id}" '
           f'xml:lang="{source.language}">\n{head}\n{text}\n</TEI>\n')
    raw_path = f"sources/{source.id}/text.txt"
    worklist = [finding("WRK-001", Place(f"sources/{source.id}"), Place(raw_path, line), what=what, row=row or "–")
                for line, what, row in outline.pages.worklist]
    for mark in writer.dropped:
        findings.append(finding("ENC-002", Place(f"tei/{source.id}.xml"), Place(raw_path, document.line_at(mark.start)),
                                element=mark.path, other="another element", words=document.text[mark.start:mark.end][:60]))
    return Conversion(source, tei.encode("utf-8"), findings, worklist)


def _counts(document: Document) -> Mapping[str, int]:
    return {"pages": len(document.breaks), "speeches": sum(g.name == "sp" for g in document.groups),
            "notes": len(document.anchors)}
