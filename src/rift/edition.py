"""An edition on disk and the steps over it: convert, validate, verify, publish. The one module that composes them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from rift.checked import Checked
from rift.converting import Converted, Converting
from rift.diagnostics import Finding, Place, Problem, finding, has_error
from rift.model.resources import ABOUT_TEXTS, files_of
from rift.parallel import beside
from rift.writing import replace


class Edition:
    """The edition whose root is ``root``: ``sources/``, ``tei/``, and its own ``schema/`` and ``transforms/`` if it has them."""

    def __init__(self, root: Path):
        self.root = Path(root).resolve()
        if not (self.root / "sources").is_dir() and not (self.root / "tei").is_dir():
            raise Problem(finding("EDN-001", Place(), folder=self.root), exit_code=2)

    @property
    def texts(self) -> list[str]:
        """Ids of the texts, in the order of their names: every folder of ``sources/`` that holds anything is one."""
        folder = self.root / "sources"
        found = [path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")] if folder.is_dir() else []
        return sorted(path.name for path in found if any(not name.startswith(".") for name in os.listdir(path)))

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

    def convert(self, texts: Sequence[str], *, force: bool = False, meanwhile: Callable[[], None] = lambda: None) -> list[Converted]:
        """Convert texts whose sources changed, unless a person changed their TEI (or all, ``force``): see ``Converting``."""
        return Converting(self.root).convert(texts, force, meanwhile)

    def compare(self, texts: Sequence[str]) -> list[Converted]:
        """How the TEI of each text differs from what conversion gives. Nothing is written."""
        return Converting(self.root).compare(texts)

    def worklist(self, texts: Iterable[str]) -> list[Finding]:
        """What a reader has still to decide in these texts."""
        return Converting(self.root).worklist(texts)

    # ---- validate and verify

    def validate(self, names: Iterable[Path] = ()) -> list[Finding]:
        """Findings of the schema, the Schematron rules and the checks over the whole edition; told of the files ``names`` only, if
        there are any, which are relative to the edition or to the working directory. Raises ``Problem`` EDN-007 or EDN-009."""
        from rift.validate import validate_edition

        if not files_of(self.root / "tei", "**/*.xml"):
            raise Problem(finding("EDN-007", Place("tei")), exit_code=2)
        wanted = [self.root / name if (self.root / name).exists() else Path(name).absolute() for name in names]
        for path in wanted:
            if not path.is_file():
                raise Problem(finding("EDN-009", Place(), path=path), exit_code=2)
        return validate_edition(self.root, wanted or None)

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
            path = self.root / "tei" / f"{text}.xml"
            if not path.exists():
                raise Problem(finding("EDN-003", Place(f"tei/{text}.xml"), text=text))
            ledgers.append(verify_text(raw, exclusions, path.read_bytes(), f"tei/{text}.xml"))
        return ledgers

    def unproved(self) -> list[Finding]:
        """A warning for each text of ``tei/`` that has no raw text to be compared with."""
        known = {*self.texts, *ABOUT_TEXTS}
        paths = [path for path in files_of(self.root / "tei", "*.xml") if path.stem not in known]
        return [finding("EDN-008", Place(f"tei/{path.name}"), text=path.stem) for path in paths]

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
                findings += proved() + self.unproved()
            except Problem as problem:
                if not has_error(findings):
                    raise
                return [*findings, problem.finding]  # and nothing is recorded: other texts may not have been proved
        try:
            replace(self.root, checked.path, checked.record(findings))
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

    def refuse_wrong_use(self, out: Path, formats: set[str], **choices) -> None:
        """Raises ``Problem`` if ``publish`` would refuse these, whatever stands in the texts."""
        from rift.publish import refuse_wrong_use

        refuse_wrong_use(self.root, out, formats, **choices)

    def publish_checked(self, out: Path, formats: set[str], **choices):
        """Publish while the edition is checked beside: findings, and the report of ``rift.publish``.

        ``out`` stays as it was, and the report is ``None``, if the check finds an error.
        """
        if Checked(self.root).is_clean:
            return [], self.publish(out, formats, **choices)
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
                return found, self.publish(out, formats, gate=gate, **choices)
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
