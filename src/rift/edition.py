"""An edition on disk and the steps over it: convert, validate, verify, publish. The one module that composes them."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from rift.checked import CONVERTED, Checked
from rift.diagnostics import Finding, Place, Problem, finding, has_error
from rift.model.lexicon import Lexicon
from rift.model.resources import PACKAGE, files_of
from rift.parallel import beside, each

CONVERTER = ("model", "reading", "structure", "annotate", "encode")


@dataclass
class Converted:
    """What became of one text: ``current`` (nothing to do), ``written``, or ``kept`` (a person changed the TEI)."""

    text: str
    state: str
    findings: list[Finding] = field(default_factory=list)
    worklist: list[Finding] = field(default_factory=list)
    diff: str = ""


class Edition:
    """The edition whose root is ``root``: ``sources/``, ``tei/``, and its own ``schema/`` and ``transforms/`` if it has them."""

    def __init__(self, root: Path):
        self.root = Path(root).resolve()
        if not (self.root / "sources").is_dir() and not (self.root / "tei").is_dir():
            raise Problem(finding("EDN-001", Place(), folder=str(root)), exit_code=2)

    @property
    def texts(self) -> list[str]:
        """Ids of the texts that have a raw text, in the order of their names."""
        folder = self.root / "sources"
        return sorted(p.parent.name for p in folder.glob("*/source.toml")) if folder.is_dir() else []

    @cached_property
    def lexicon(self) -> Lexicon:
        from rift.registers import read_lexicon

        return read_lexicon(self.root)

    def known_texts(self, wanted: Iterable[str]) -> list[str]:
        """``wanted``, or all texts if it is empty. Raises ``Problem`` EDN-002 for an unknown one."""
        from rift.model.source import nearest

        known = tuple(self.texts)
        for text in wanted:
            if text not in known:
                hint = nearest(text, known) if known else "none"
                raise Problem(finding("EDN-002", Place(), text=text, nearest=hint, known=", ".join(known)), exit_code=2)
        return list(wanted) or list(known)

    # ---- convert

    def convert(self, texts: Sequence[str], *, force: bool = False, again: bool = False,
                meanwhile: Callable[[], None] = lambda: None) -> list[Converted]:
        """Convert texts whose sources changed (or all, ``again``), side by side; what became of each, in their order.
        ``meanwhile`` is called while the last of them is converted, if there are any.

        TEI that a person changed stays as it is. ``force`` overwrites it too, and keeps it beside as
        ``<text>.xml.kept-<n>``.
        """
        done = {} if again or force else {text: outcome for text in texts if (outcome := self._unchanged(text))}
        stale = sorted((text for text in texts if text not in done), key=self._size, reverse=True)
        if stale:
            lexicon = self.lexicon  # read before the work is shared, so that it is read once
            made = each(lambda number: self._convert(stale[number], lexicon, force), range(len(stale)), meanwhile=meanwhile)
            done |= {outcome.text: outcome for outcome in made.values()}
        return [done[text] for text in texts]

    def _convert(self, text: str, lexicon: Lexicon, force: bool) -> Converted:
        """Convert a text, and write what it gives unless a person changed what is there."""
        from rift.convert import convert

        record, inputs, path = self._record(text), self._inputs(text), self._tei(text)
        result = convert(self.root, text, lexicon)
        now = _sha(path.read_bytes()) if path.exists() else ""
        outcome = Converted(text, "written", result.findings, result.worklist)
        if has_error(result.findings):
            outcome.state = "failed"
            return outcome
        edited = bool(now) and now not in (record.get("tei"), _sha(result.tei))
        if edited:
            outcome.diff = _diff(path, result.tei, self.root)
        if edited and not force:
            outcome.state = "kept"
            outcome.findings.append(finding("CNV-001", Place(f"tei/{text}.xml"), text=text))
            return outcome
        if edited:
            path.replace(_free_name(path))
        elif now == _sha(result.tei):
            outcome.state = "current"
        _write(path, result.tei)
        same = self._inputs(text) == inputs  # if not, a table was changed while it was read
        self._keep_record(text, {"inputs": inputs if same else "", "tei": _sha(result.tei)})
        return outcome

    def _unchanged(self, text: str) -> Converted | None:
        """What is to say of a text whose sources are as they were when its TEI was made; ``None`` if they are not."""
        record, path = self._record(text), self._tei(text)
        if not path.exists() or record.get("inputs") != self._inputs(text):
            return None
        if _sha(path.read_bytes()) == record.get("tei"):
            return Converted(text, "current")
        return Converted(text, "kept", [finding("CNV-002", Place(f"tei/{text}.xml"), text=text)])

    def _tei(self, text: str) -> Path:
        return self.root / "tei" / f"{text}.xml"

    def _size(self, text: str) -> int:
        """Bytes of the raw text; 0 if there is none."""
        path = self.root / "sources" / text / "text.txt"
        return path.stat().st_size if path.is_file() else 0

    def worklist(self, texts: Iterable[str]) -> list[Finding]:
        """What a reader has still to decide in these texts."""
        from rift.convert import convert

        return [f for text in texts for f in convert(self.root, text, self.lexicon).worklist]

    def _inputs(self, text: str) -> str:
        """Digest of everything that a conversion depends on: sources, registers, the converters themselves."""
        paths = sorted(p for p in (self.root / "sources" / text).iterdir() if p.is_file() and p.name != CONVERTED)
        return _digest((path.name, path) for path in paths) + self._common_inputs

    @cached_property
    def _common_inputs(self) -> str:
        paths = files_of(self.root / "tei" / "register", "*.xml")
        paths += sorted(p for name in CONVERTER for p in (PACKAGE / name).glob("*.py"))
        paths += sorted((self.root / "sources").glob("*/source.toml"))  # a row may point into another text
        paths += [PACKAGE / "convert.py", PACKAGE / "decisions.py", PACKAGE / "formats.py", PACKAGE / "registers.py"]
        return _digest((path.name, path) for path in paths)

    def _record(self, text: str) -> dict:
        path = self.root / "sources" / text / CONVERTED
        try:
            return json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}

    def _keep_record(self, text: str, record: dict) -> None:
        _write(self.root / "sources" / text / CONVERTED, (json.dumps(record, indent=1) + "\n").encode())

    # ---- validate and verify

    def validate(self, names: Iterable[Path] = ()) -> list[Finding]:
        """Findings of the schema, the Schematron rules and the checks over the whole edition."""
        from rift.validate import validate_edition

        return validate_edition(self.root, list(names) or None)

    def verify(self, texts: Iterable[str]) -> list:
        """A ledger of every text, with its findings."""
        from rift.model.source import read_raw, read_source
        from rift.model.tables import read_exclusions, table_text
        from rift.verify import verify_text

        ledgers = []
        for text in texts:
            folder = self.root / "sources" / text
            raw = read_raw(folder, self.root, read_source(folder, self.root))
            table = folder / "excluded.tsv"
            name = table.relative_to(self.root).as_posix()
            exclusions = read_exclusions(name, table_text(table, name), raw) if table.exists() else ()
            path = self._tei(text)
            if not path.exists():
                raise Problem(finding("EDN-003", Place(f"tei/{text}.xml"), text=text))
            ledgers.append(verify_text(raw, exclusions, path.read_bytes(), f"tei/{text}.xml"))
        return ledgers

    def check(self) -> list[Finding]:
        """Validate and verify everything; what was found sound and has not changed since is not checked again."""
        from rift.validate import validate_edition

        checked = Checked(self.root)
        if checked.is_clean:
            return []
        changed = [text for text in self.texts if f"tei/{text}.xml" not in checked.sound]
        with beside(lambda: [f for ledger in self.verify(changed) for f in ledger.findings]) as proved:
            findings = validate_edition(self.root, sound=checked.sound)
            try:
                findings += proved()
            except Problem as problem:
                if not has_error(findings):
                    raise
                return [*findings, problem.finding]  # and nothing is recorded: other texts may not have been proved
        try:
            _write(checked.path, checked.record(findings))
        except Problem:
            pass  # a read-only edition is checked every time
        return findings

    def prepare(self) -> None:
        """Load what ``publish_checked`` will need: worth it while there is nothing else to do."""
        import rift.publish.html
        import rift.publish.text.editions
        import rift.validate
        import rift.verify  # noqa: F401

    # ---- publish

    def publish(self, out: Path, formats: set[str], **choices):
        """Reader editions in ``out``; the report of ``rift.publish``."""
        from rift.publish import publish

        return publish(self.root, out, formats, **choices)

    def publish_checked(self, out: Path, formats: set[str]):
        """Publish while the edition is checked beside: findings, and the report of ``rift.publish``.

        ``out`` stays as it was, and the report is ``None``, if the check finds an error.
        """
        if Checked(self.root).is_clean:
            return [], self.publish(out, formats)
        with beside(self.check) as checked:
            found: list[Finding] = []
            asked = False

            def gate() -> None:
                nonlocal asked
                asked = True
                found.extend(checked())
                if has_error(found):
                    raise _Unsound
            try:
                return found, self.publish(out, formats, gate=gate)
            except _Unsound:
                return found, None
            except Problem:
                # What keeps pages from being made is most often a fault of the TEI, of which the check says more.
                if not asked and has_error(told := checked()):
                    return told, None
                raise

    def figures(self) -> dict[str, int]:
        """Texts, turns, quoted speeches and notes of the edition, counted in its TEI."""
        count = {"texts": 0, "turns": 0, "speeches": 0, "notes": 0}
        for text in self.texts:
            path = self.root / "tei" / f"{text}.xml"
            if path.exists():
                data = path.read_bytes()
                count["texts"] += 1
                count["turns"] += data.count(b"<sp ")
                count["speeches"] += data.count(b"<said ")
                count["notes"] += data.count(b'<note place="')
        return count


class _Unsound(Exception):
    """The check found an error."""


def _digest(named: Iterable[tuple[str, Path]]) -> str:
    """SHA-256 of some files under their names."""
    digest = hashlib.sha256()
    for name, path in named:
        digest.update(name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _write(path: Path, data: bytes) -> None:
    """Write beside, then rename, so that a file is never half-written. Raises ``Problem`` EDN-004."""
    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        os.replace(beside, path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Problem(finding("EDN-004", Place(str(path)), reason=error.strerror or str(error))) from None


def _free_name(path: Path) -> Path:
    number = 1
    while (kept := path.with_name(f"{path.name}.kept-{number}")).exists():
        number += 1
    return kept


def _diff(path: Path, converted: bytes, root: Path) -> str:
    from difflib import unified_diff  # only an edited file needs it

    name = path.relative_to(root).as_posix()
    mine, theirs = path.read_text(encoding="utf-8").splitlines(), converted.decode("utf-8").splitlines()
    return "\n".join(unified_diff(theirs, mine, f"{name} (as converted)", f"{name} (as it stands)", lineterm="", n=1))
