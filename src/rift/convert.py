"""Raw text to TEI: reads the sources of one text, runs the recipe of its format, and writes TEI as bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from rift.annotate import dated, glosses, inserted, speech, turns
from rift.annotate.corrections import corrected, corrections
from rift.annotate.decisions import unmatched
from rift.annotate.names import NameLinker
from rift.decisions import Tables
from rift.diagnostics import Finding, Place, Problem, finding
from rift.encode.body import BodyWriter
from rift.encode.header import header
from rift.encode.well_formed import refuse_malformed
from rift.formats import RECIPES
from rift.model.document import Document, Mark, Setting
from rift.model.lexicon import Lexicon
from rift.model.outline import Outline
from rift.model.source import Source, nearest, read_raw, read_source, refuse_unwritable
from rift.model.tables import Row
from rift.reading.lines import text_lines
from rift.structure.setting import set_text

# Attributes whose values are ids of entities, or addresses in other texts, until they are written out.
POINTERS = ("who", "toWhom", "source", "ref", "target")


@dataclass
class Conversion:
    """TEI of one text, with what a reader should know (``findings``) and decide (``worklist``)."""

    source: Source
    tei: bytes
    findings: list[Finding] = field(default_factory=list)
    worklist: list[Finding] = field(default_factory=list)


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
        self._refuse_taken()
        self.tables = Tables(self.folder, root, lexicon)
        self.raw = read_raw(self.folder, root, self.source)
        self.findings: list[Finding] = self.tables.unknown()
        self.worklist: list[Finding] = []
        self.lost: list[Row] = []

    def _refuse_taken(self) -> None:
        """Raises ``Problem`` SRC-018 for a siglum that another text has, or a narrator who is in no register."""
        place = Place(f"sources/{self.source.id}/source.toml")
        for other in sorted(self.folder.parent.glob("*/source.toml")):
            if other.parent != self.folder and read_source(other.parent, self.root).siglum == self.source.siglum:
                raise Problem(finding("SRC-018", place, setting="siglum", value=self.source.siglum,
                                      form=f"another letter than that of {other.parent.name}"))
        if self.source.narrator and self.lexicon.entities and self.source.narrator not in self.lexicon.entities:
            raise Problem(finding("SRC-018", place, setting="narrator", value=self.source.narrator, form="the id of a person in the register"))

    def convert(self) -> Conversion:
        setting = self.set_text()
        changes, findings = corrections(setting, self.tables.rows("corrections"))
        self.findings += findings
        document = corrected(setting, changes)
        document.marks = self.annotate(document)
        self.findings += unmatched(document, self.lost)
        return Conversion(self.source, self.encode(document), self.findings, sorted(self.worklist, key=lambda f: f.raw))

    def set_text(self) -> Setting:
        """Reading and structure: the printed text in blocks."""
        exclusions = self.tables.exclusions(self.raw)
        refuse_unwritable(self.raw, exclusions)
        pages = text_lines(self.raw, exclusions)
        if not pages.lines:
            raise Problem(finding("SRC-019", Place(f"sources/{self.source.id}/excluded.tsv")))
        recipe = RECIPES[self.source.format]
        for rule in recipe.reading:
            rule(pages)
        rows = self.tables.rows("paragraphs")
        outline = Outline(pages, [], structure_rows=self.tables.rows("structure"),
                          paragraph_rows={r.number("line"): r["decision"].startswith("start") for r in rows})
        for rule in recipe.structure:
            rule(outline)
        hyphens = self.tables.rows("hyphens")
        setting = set_text(outline, {r.number("line"): r["decision"] == "hard" for r in hyphens})
        texts = {line.number: line.text for line in pages.lines if line.part == "body"}
        self.lost += [*outline.unmatched, *(r for r in rows if r.number("line") not in texts or r.number("line") in outline.unjoined),
                      *(r for r in hyphens if not _divides(texts.get(r.number("line"), ""), r["words"]))]
        for line, what, row in pages.worklist:
            self.ask(line, what, row)
        for row in rows:
            if row["decision"].endswith("?"):
                self.ask(row.number("line"), "doubtful paragraph", self.tables.draft("paragraphs", line=row["line"], decision="start|joined"))
        return setting

    def annotate(self, document: Document) -> list[Mark]:
        """Marks of every kind; pointers into the registers are written out."""
        rows, lost = self.tables.rows, self.lost
        person = self.lexicon.person
        marks, unknown = turns.turn_speakers(document, rows("labels"), person, lost)
        for line, label in unknown:
            self.ask(line, f"speaker of this turn is not in the register of persons: {label!r}",
                     self.tables.draft("labels", line=line, words=label, toWhom=""))
        voices, findings = speech.voices(document, rows("speakers"),
                                         speech.Names(person, self.source.narrator))
        self.findings += findings
        self._ask_about(document, voices)
        marks += speech.speech_marks(document, voices)
        marks += inserted.insertion_marks(document, rows("insertions"), self.source.editor, lost)
        marks += inserted.stage_marks(document, rows("stages"), lost)
        marks += inserted.reaction_marks(document)
        marks += dated.date_marks(document, rows("dates"), lost)
        foreign = dated.foreign_marks(document, rows("foreign"), lost)
        marks += foreign + glosses.gloss_marks(document, foreign)
        marks += dated.reference_marks(document, rows("references"), self._target(document), lost)
        marks += self._names(document, voices)
        return [self._pointed(mark) for mark in marks]

    def _names(self, document: Document, voices: list[speech.Voice]) -> list[Mark]:
        linker = NameLinker(document, self.lexicon, self._sides(document, voices))
        titles = [(v.quotation.start, v.quotation.end, "title", v.source) for v in voices if v.kind == "title"]
        marks = linker.link(self.tables.rows("names"), self.lost, titles)
        for at, form, ids in linker.ambiguous:
            line, words = document.line_at(at), _first_words(form)
            self.ask(line, f"who or what is meant: {form!r}", self.tables.draft("names", line=line, words=words, ref="|".join(ids)))
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
                self.ask(line, f"is this speech, and whose: {words!r}",
                         self.tables.draft("speakers", line=line, words=_first_words(words), toWhom="", source=""))
            elif voice.kind in speech.SAID and not voice.who:
                self.ask(line, f"unknown speaker: {words!r}",
                         self.tables.draft("speakers", line=line, words=_first_words(words), kind=voice.kind, toWhom="", source=""))

    def _target(self, document: Document):
        """Pointer of a reference row: another passage, a page, another text, a work."""
        pages = {b.n.strip("[]"): f"#{self.source.siglum}{b.line}.pb" for b in document.breaks}

        def pointer(row: Row) -> str:
            if row["target"] in ("?", ""):
                self.ask(row.number("line"), f"reference to be told: {row['words']!r}",
                         self.tables.draft("references", line=row["line"], words=row["words"], type=row["type"]))
                return ""
            parts = []
            for target in row["target"].split():
                if row["type"] == "page":
                    found = [pages.get(n, "") for n in target.split("-")]
                elif row["type"] == "internal":
                    known = document.setting.span_of_line(int(target)) != (0, 0)
                    found = ["#" + address(document, self.source.siglum, int(target)) if known else ""]
                else:
                    found = [target]
                if all(found):
                    parts += found
                elif row not in self.lost:
                    self.lost.append(row)
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
        languages = sorted({row["lang"] for row in self.tables.rows("foreign")})
        head = header(source, written.read_bytes() if written.exists() else None, _counts(document), languages)
        for mark in writer.dropped:
            self.findings.append(finding("ENC-002", Place(f"tei/{source.id}.xml"), self._raw_place(document.line_at(mark.start)),
                                         element=mark.path, other="another element", words=document.text[mark.start:mark.end][:60]))
        tei = (f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{source.siglum}" '
               f'xml:lang="{source.language}">\n{head}\n{text}\n</TEI>\n')
        made = tei.encode("utf-8")
        refuse_malformed(made, source.id)
        return made

    def ask(self, line: int, what: str, row: str) -> None:
        """Put a question on the worklist."""
        self.worklist.append(finding("WRK-001", Place(f"sources/{self.source.id}"), self._raw_place(line), what=what, row=row or "–"))

    def _raw_place(self, line: int) -> Place:
        return Place(f"sources/{self.source.id}/text.txt", line)


def _first_words(words: str) -> str:
    """As many words as a row needs to find them."""
    return " ".join(words.split()[:4])


def _divides(line: str, words: str) -> bool:
    """Whether a hyphen at the end of the line divides these words."""
    return line.endswith("-") and line.split()[-1].lstrip("“‘(") in words


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
