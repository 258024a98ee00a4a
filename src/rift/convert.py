"""Raw text to TEI: reads the sources of one text, runs the recipe of its format, and writes TEI as bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from rift.annotate import dated, glosses, inserted, speech, turns
from rift.annotate.corrections import CORRECTION_COLUMNS, corrected, corrections
from rift.annotate.decisions import unmatched
from rift.annotate.names import NAME_COLUMNS, NameLinker
from rift.diagnostics import Finding, Place, Problem, finding
from rift.encode.body import BodyWriter
from rift.encode.header import header
from rift.formats import RECIPES
from rift.model.document import Document, Mark, Setting
from rift.model.lexicon import Lexicon
from rift.model.outline import Outline
from rift.model.source import Source, nearest, read_raw, read_source
from rift.model.tables import Row, read_exclusions, read_table
from rift.reading.lines import text_lines
from rift.structure.decided import STRUCTURE_COLUMNS
from rift.structure.setting import set_text

PARAGRAPH_COLUMNS = ("line", "decision", "reason")
HYPHEN_COLUMNS = ("line", "words", "decision", "reason")
# Columns that take only these values.
VALUES = {
    "paragraphs": {"decision": ("start", "start?", "joined")},
    "hyphens": {"decision": ("hard", "soft")},
    "corrections": {"type": ("ocr", "print"), "certainty": ("high", "medium", "low")},
    "speakers": {"kind": (*speech.SAID, *(f"{kind}{speech.GOES_ON}" for kind in speech.SAID), *speech.ELEMENTS)},
    "insertions": {"kind": (*inserted.SUPPLIED, *inserted.COMMENTS)},
    "names": {"element": ("persName", "orgName", "placeName", "title", "-")},
    "references": {"type": ("internal", "page", "work", "witness")},
}
# Attributes whose values are ids of entities, or addresses in other texts, until they are written out.
POINTERS = ("who", "toWhom", "source", "ref", "target")


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
        """Rows of ``<name>.tsv``; none if there is no such file. Raises ``Problem`` SRC-008 or SRC-013."""
        path = self.folder / f"{name}.tsv"
        if not path.exists():
            return ()
        found = read_table(path.relative_to(self.root).as_posix(), path.read_text(encoding="utf-8"), columns)
        for row in found:
            row.number("line")
            for column, known in VALUES.get(name, {}).items():
                if row[column] not in known:
                    raise Problem(finding("SRC-013", Place(row.path, row.line), what=column, value=row[column], known=", ".join(known)))
        return found


def convert(root: Path, text_id: str, lexicon: Lexicon) -> Conversion:
    """Convert one text of the edition at ``root``; ``lexicon`` holds the names of its registers.

    Raises ``Problem`` for input that cannot be read.
    """
    return _Converter(root, text_id, lexicon).convert()


class _Converter:
    """The steps of one conversion and what they gather on the way."""

    def __init__(self, root: Path, text_id: str, lexicon: Lexicon):
        self.root, self.folder, self.lexicon = root, root / "sources" / text_id, lexicon
        self.source = read_source(self.folder, root)
        if self.source.format not in RECIPES:
            known = tuple(RECIPES)
            raise Problem(finding("SRC-005", Place(f"sources/{text_id}/source.toml"), format=self.source.format,
                                  nearest=nearest(self.source.format, known), known=", ".join(known)))
        self.raw = read_raw(self.folder, root, self.source)
        self.tables = Tables(self.folder, root)
        self.findings: list[Finding] = []
        self.worklist: list[Finding] = []
        self.lost: list[Row] = []

    def convert(self) -> Conversion:
        setting = self.set_text()
        changes, findings = corrections(setting, self.tables.rows("corrections", CORRECTION_COLUMNS))
        self.findings += findings
        document = corrected(setting, changes)
        document.marks = self.annotate(document)
        self.findings += unmatched(document, self.lost)
        return Conversion(self.source, self.encode(document), self.findings, sorted(self.worklist, key=lambda f: f.raw))

    def set_text(self) -> Setting:
        """Reading and structure: the printed text in blocks."""
        pages = text_lines(self.raw, self._exclusions())
        recipe = RECIPES[self.source.format]
        for rule in recipe.reading:
            rule(pages)
        rows = self.tables.rows("paragraphs", PARAGRAPH_COLUMNS)
        outline = Outline(pages, [], structure_rows=self.tables.rows("structure", STRUCTURE_COLUMNS),
                          paragraph_rows={r.number("line"): r["decision"].startswith("start") for r in rows})
        for rule in recipe.structure:
            rule(outline)
        hyphens = self.tables.rows("hyphens", HYPHEN_COLUMNS)
        setting = set_text(outline, {r.number("line"): r["decision"] == "hard" for r in hyphens})
        texts = {line.number: line.text for line in pages.lines if line.part == "body"}
        self.lost += [*outline.unmatched, *(r for r in rows if r.number("line") not in texts or r.number("line") in outline.unjoined),
                      *(r for r in hyphens if not texts.get(r.number("line"), "").endswith("-"))]
        for line, what, row in pages.worklist:
            self.ask(line, what, row)
        for row in rows:
            if row["decision"].endswith("?"):
                self.ask(row.number("line"), "doubtful paragraph", f"paragraphs.tsv: {row['line']}, start or joined")
        return setting

    def _exclusions(self):
        path = self.folder / "excluded.tsv"
        if not path.exists():
            return ()
        return read_exclusions(path.relative_to(self.root).as_posix(), path.read_text(encoding="utf-8"), self.raw)

    def annotate(self, document: Document) -> list[Mark]:
        """Marks of every kind; pointers into the registers are written out."""
        rows, lost = self.tables.rows, self.lost
        person = self.lexicon.person
        marks, unknown = turns.turn_speakers(document, rows("labels", turns.LABEL_COLUMNS), person, lost)
        for line in unknown:
            self.ask(line, "speaker of this turn is not in the register of persons", "labels.tsv: line, label, who")
        voices, findings = speech.voices(document, rows("speakers", speech.SPEAKER_COLUMNS),
                                         speech.Names(person, self.source.narrator))
        self.findings += findings
        self._ask_about(document, voices)
        marks += speech.speech_marks(document, voices)
        marks += inserted.insertion_marks(document, rows("insertions", inserted.INSERTION_COLUMNS), self.source.editor, lost)
        marks += inserted.stage_marks(document, rows("stages", inserted.STAGE_COLUMNS), lost)
        marks += inserted.reaction_marks(document)
        marks += dated.date_marks(document, rows("dates", dated.DATE_COLUMNS), lost)
        foreign = dated.foreign_marks(document, rows("foreign", dated.FOREIGN_COLUMNS), lost)
        marks += foreign + glosses.gloss_marks(document, foreign)
        marks += dated.reference_marks(document, rows("references", dated.REFERENCE_COLUMNS), self._target(document), lost)
        marks += self._names(document, voices)
        return [self._pointed(mark) for mark in marks]

    def _names(self, document: Document, voices: list[speech.Voice]) -> list[Mark]:
        linker = NameLinker(document, self.lexicon, self._sides(document, voices))
        titles = [(v.quotation.start, v.quotation.end, "title", v.source) for v in voices if v.kind == "title"]
        marks = linker.link(self.tables.rows("names", NAME_COLUMNS), self.lost, titles)
        for at, form, ids in linker.ambiguous:
            self.ask(document.line_at(at), f"who or what is meant: {form!r}", f"names.tsv: one of {', '.join(ids)}")
        return marks

    def _sides(self, document: Document, voices: list[speech.Voice]) -> list[tuple[int, int, str]]:
        """Stretches of reading positions with the side of whoever speaks there, inner ones later."""
        def side(who: str) -> str:
            found = {self.lexicon.entities[w].side for w in who.split() if w in self.lexicon.entities}
            return found.pop() if len(found) == 1 else ""
        stretches = [(0, len(document.text), side(self.source.narrator))]
        for group in document.groups:
            if group.name == "sp":
                stretches.append((document.blocks[group.first].start, document.blocks[group.last].end,
                                  side(group.attributes.get("who", ""))))
        stretches += [(v.quotation.start, v.quotation.end, side(v.who)) for v in voices if v.kind in speech.SAID]
        return stretches

    def _ask_about(self, document: Document, voices: list[speech.Voice]) -> None:
        for voice in voices:
            line = document.line_at(voice.quotation.start)
            words = document.text[voice.quotation.inner:voice.quotation.inner + 40]
            if voice.kind == "?":
                self.ask(line, f"is this speech, and whose: {words!r}", "speakers.tsv: line, words, kind, who …")
            elif voice.kind in speech.SAID and not voice.who:
                self.ask(line, f"unknown speaker: {words!r}", "speakers.tsv: who")

    def _target(self, document: Document):
        """Pointer of a reference row: another passage, a page, another text, a work."""
        pages = {b.n.strip("[]"): f"#{self.source.siglum}{b.line}.pb" for b in document.breaks}

        def pointer(row: Row) -> str:
            if row["target"] in ("?", ""):
                self.ask(row.number("line"), f"reference to be told: {row['words']!r}", "references.tsv: target")
                return ""
            parts = []
            for target in row["target"].split():
                if row["type"] == "page":
                    parts += [pages[n] for n in target.split("-") if n in pages]
                elif row["type"] == "internal" and document.setting.span_of_line(int(target)) == (0, 0):
                    self.lost.append(row)
                elif row["type"] == "internal":
                    parts.append("#" + address(document, self.source.siglum, int(target)))
                else:
                    parts.append(target)
            return " ".join(parts)
        return pointer

    def _pointed(self, mark: Mark) -> Mark:
        pairs = tuple([(name, self._pointer(value) if name in POINTERS else value) for name, value in mark.attributes])
        return mark._replace(attributes=pairs) if pairs != mark.attributes else mark

    def _pointer(self, value: str) -> str:
        """Ids of entities and ``text:line`` addresses as pointers."""
        if ":" not in value:
            return self.lexicon.pointers(value)
        parts = []
        for part in value.split():
            text, _, line = part.partition(":")
            if line.isdigit():
                siglum = read_source(self.root / "sources" / text, self.root).siglum
                parts.append(f"{'' if text == self.source.id else text + '.xml'}#{siglum}{line}")
            else:
                parts.append(self.lexicon.pointers(part))
        return " ".join(parts)

    def encode(self, document: Document) -> bytes:
        """The TEI file."""
        for group in document.groups:
            for name in POINTERS:
                if name in group.attributes:
                    group.attributes[name] = self._pointer(group.attributes[name])
        source = self.source
        writer = BodyWriter(document, source.siglum, source.editor, source.author)
        text = writer.text()
        written = self.folder / "header.xml"
        languages = sorted({row["lang"] for row in self.tables.rows("foreign", dated.FOREIGN_COLUMNS)})
        head = header(source, written.read_bytes() if written.exists() else None, _counts(document), languages)
        for mark in writer.dropped:
            self.findings.append(finding("ENC-002", Place(f"tei/{source.id}.xml"), self._raw_place(document.line_at(mark.start)),
                                         element=mark.path, other="another element", words=document.text[mark.start:mark.end][:60]))
        tei = (f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{source.siglum}" '
               f'xml:lang="{source.language}">\n{head}\n{text}\n</TEI>\n')
        return tei.encode("utf-8")

    def ask(self, line: int, what: str, row: str) -> None:
        """Put a question on the worklist."""
        self.worklist.append(finding("WRK-001", Place(f"sources/{self.source.id}"), self._raw_place(line), what=what, row=row or "–"))

    def _raw_place(self, line: int) -> Place:
        return Place(f"sources/{self.source.id}/text.txt", line)


def address(document: Document, siglum: str, line: int) -> str:
    """Id of the block that holds what stands on a raw line."""
    low, high = document.setting.span_of_line(line)
    number = document.block_at(document.reading(low)) if low < high else 0
    block = document.blocks[number]
    grouped = any(g.first == number and g.name not in ("front", "body") for g in document.groups)
    return f"{siglum}{block.line}" + (f".{block.kind.split('/')[0]}" if grouped else "")


def _counts(document: Document) -> dict[str, int]:
    return {"pages": len(document.breaks), "speeches": sum(g.name == "sp" for g in document.groups),
            "notes": len(document.anchors)}
