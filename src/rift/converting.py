"""Convert the texts of an edition whose sources changed, and never over what a person wrote in the TEI."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from rift.checked import CONVERTED
from rift.diagnostics import Finding, Place, Problem, finding, has_error
from rift.model.lexicon import Lexicon
from rift.model.resources import PACKAGE, files_of
from rift.parallel import each
from rift.writing import free_name, replace

CONVERTER = ("model", "reading", "structure", "annotate", "encode")
FILES = ("text.txt", "source.toml", "header.xml")  # what a text is converted from, beside its tables


@dataclass
class Converted:
    """What became of one text: ``current`` (nothing to do), ``written``, ``kept`` (a person changed the TEI), or ``failed``.
    If it was only compared: ``current`` or ``differs``, with the places (``diff``)."""

    text: str
    state: str
    findings: list[Finding] = field(default_factory=list)
    diff: str = ""


Finish = Callable[[Converted, bytes, str], Converted]


class Converting:
    """Conversion in the edition whose root is ``root``."""

    def __init__(self, root: Path):
        self.root = root

    def convert(self, texts: Sequence[str], force: bool, meanwhile: Callable[[], None]) -> list[Converted]:
        """Convert texts whose sources changed, side by side; what became of each, in their order. ``meanwhile`` is called while
        the last of them is converted, if there are any.

        TEI that a person changed stays as it is. ``force`` converts all, over such TEI too, and keeps that beside as
        ``<text>.xml.kept-<n>``.
        """
        done = {} if force else {text: outcome for text in texts if (outcome := self._unchanged(text))}
        done |= self._each([text for text in texts if text not in done], lambda *made: self._write(*made, force), meanwhile)
        return [done[text] for text in texts]

    def compare(self, texts: Sequence[str]) -> list[Converted]:
        """How the TEI of each text differs from what conversion gives. Nothing is written."""
        done = self._each(texts, self._differs, lambda: None)
        return [done[text] for text in texts]

    def worklist(self, texts: Iterable[str]) -> list[Finding]:
        """What a reader has still to decide in these texts."""
        from rift.convert import convert

        return [f for text in texts for f in convert(self.root, text, self._lexicon).worklist]

    def _each(self, texts: Sequence[str], finish: Finish, meanwhile: Callable[[], None]) -> dict[str, Converted]:
        """Convert each text, the longest first, and have ``finish`` say what becomes of it."""
        if not texts:
            return {}
        order = sorted(texts, key=self._size, reverse=True)
        lexicon = self._lexicon  # read before the work is shared, so that it is read once
        made = each(lambda number: self._one(order[number], lexicon, finish), range(len(order)), meanwhile=meanwhile)
        return {outcome.text: outcome for outcome in made.values()}

    def _one(self, text: str, lexicon: Lexicon, finish: Finish) -> Converted:
        """Convert a text. What cannot be read is told of it, and others are converted all the same."""
        from rift.convert import convert

        inputs = self._inputs(text)
        try:
            result = convert(self.root, text, lexicon)
            outcome = Converted(text, "failed", result.findings)
            return outcome if has_error(result.findings) else finish(outcome, result.tei, inputs)
        except Problem as problem:
            return Converted(text, "failed", [problem.finding])

    def _write(self, outcome: Converted, tei: bytes, inputs: str, force: bool) -> Converted:
        """Write what was made from ``inputs``, unless a person changed what is there."""
        text, record = outcome.text, self._record(outcome.text)
        path, made = self._tei(text), _sha(tei)
        now = _sha(path.read_bytes()) if path.exists() else ""
        edited = now not in ("", made, record.get("tei"), record.get("next"))
        if edited and not force:
            outcome.state = "kept"
            outcome.findings.append(self._by_hand(text, inputs, record))
            return outcome
        outcome.state = "current" if now == made else "written"
        if now != made:
            kept = free_name(path) if edited else None
            self._keep_record(text, {**record, "inputs": "", "next": made})  # if we are killed now, what we wrote is still known as ours
            replace(self.root, path, tei, kept)
            if kept:
                outcome.findings.append(finding("CNV-003", Place(f"tei/{text}.xml"), kept=kept.relative_to(self.root).as_posix()))
        same = self._inputs(text) == inputs  # if not, a table was changed while it was read
        self._keep_record(text, {"inputs": inputs if same else "", "tei": made})
        return outcome

    def _differs(self, outcome: Converted, tei: bytes, inputs: str) -> Converted:
        from rift.difference import difference

        path, record = self._tei(outcome.text), self._record(outcome.text)
        stands = path.read_bytes() if path.exists() else b""
        outcome.state = "current" if stands == tei else "differs"
        if stands != tei:
            texts = (data.decode("utf-8", "backslashreplace") for data in (stands, tei))
            outcome.diff = difference(path.relative_to(self.root).as_posix(), *texts)
            if _sha(stands) not in (record.get("tei"), record.get("next")):
                outcome.findings.append(self._by_hand(outcome.text, inputs, record))
        return outcome

    def _unchanged(self, text: str) -> Converted | None:
        """What is to say of a text whose sources are as they were when its TEI was made; ``None`` if they are not."""
        record, path = self._record(text), self._tei(text)
        inputs = self._inputs(text)
        if not path.exists() or record.get("inputs") != inputs:
            return None
        if _sha(path.read_bytes()) == record.get("tei"):
            return Converted(text, "current")
        return Converted(text, "kept", [self._by_hand(text, inputs, record)])

    def _by_hand(self, text: str, inputs: str, record: dict) -> Finding:
        """That a person changed the TEI: a warning if conversion would now give another than it gave then."""
        return finding("CNV-002" if record.get("inputs") == inputs else "CNV-001", Place(f"tei/{text}.xml"), text=text)

    def _tei(self, text: str) -> Path:
        return self.root / "tei" / f"{text}.xml"

    def _size(self, text: str) -> int:
        """Bytes of the raw text; 0 if there is none."""
        path = self.root / "sources" / text / "text.txt"
        return path.stat().st_size if path.is_file() else 0

    @cached_property
    def _lexicon(self) -> Lexicon:
        from rift.registers import read_lexicon

        return read_lexicon(self.root)

    def _inputs(self, text: str) -> str:
        """Digest of everything that a conversion depends on: sources, registers, the converters themselves."""
        folder = self.root / "sources" / text
        paths = [*files_of(folder, "*.tsv"), *(path for name in FILES if (path := folder / name).is_file())]
        return _digest(sorted(paths)) + self._common_inputs

    @cached_property
    def _common_inputs(self) -> str:
        paths = files_of(self.root / "tei" / "register", "*.xml")
        paths += sorted(p for name in CONVERTER for p in (PACKAGE / name).glob("*.py"))
        paths += sorted((self.root / "sources").glob("*/source.toml"))  # a row may point into another text
        paths += [PACKAGE / "convert.py", PACKAGE / "decisions.py", PACKAGE / "formats.py", PACKAGE / "registers.py"]
        return _digest(paths)

    def _record(self, text: str) -> dict:
        """Of the last conversion of a text the digests of what it was made from (``inputs``) and of the TEI (``tei``); of one
        that was cut short, also of the TEI that it was about to write (``next``)."""
        path = self.root / "sources" / text / CONVERTED
        try:
            record = json.loads(path.read_bytes())
        except (OSError, ValueError):
            return {}
        return record if isinstance(record, dict) else {}

    def _keep_record(self, text: str, record: dict) -> None:
        replace(self.root, self.root / "sources" / text / CONVERTED, (json.dumps(record, indent=1) + "\n").encode())


def _digest(paths: Iterable[Path]) -> str:
    """SHA-256 of some files under their names."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
