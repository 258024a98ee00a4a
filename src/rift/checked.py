"""What the last check found sound, so that it need not be checked again: the edition as a whole, and each file by itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from rift.diagnostics import Finding
from rift.model.resources import PACKAGE, files_of, resource_folder

RECORD = ".rift/checked.json"
CHECKED = ("tei", "schema", "sources")  # folders whose files decide whether the edition is sound
ALONE = ("text.txt", "source.toml", "excluded.tsv")  # what a TEI file is proved against, beside its raw text
PROGRAM = ("validate", "verify", "model")
# Beside each raw text: digests of the last conversion, by which a hand-edited TEI file is known. No check reads it.
CONVERTED = "converted.json"


class Checked:
    """The record of an edition's checks, in ``.rift/`` below its root, and the files as they are when they are first asked for."""

    def __init__(self, root: Path):
        self.root = root

    @cached_property
    def is_clean(self) -> bool:
        """Whether the last check found nothing at all, and nothing has changed since."""
        return self._known.get("whole") == self._whole

    @cached_property
    def sound(self) -> frozenset[str]:
        """TEI files (``tei/events.xml``) in which nothing was found, and which stand as they were then."""
        known = self._known.get("alone")
        return frozenset(path for path, made in self._alone.items() if known.get(path) == made) if isinstance(known, dict) else frozenset()

    def record(self, findings: Sequence[Finding]) -> bytes:
        """What to write at ``path`` after a check that found these. A file that changed meanwhile is not known to be sound:
        the check may have read it before or after."""
        now = Checked(self.root)
        faulty = {_tei_of(place.path) for found in findings for place in (found.place, found.raw) if place.path}
        alone = self._alone if faulty <= self._alone.keys() else {}  # a fault of something else may be in any of them
        sound = {path: made for path, made in alone.items() if path not in faulty and now._alone.get(path) == made}
        whole = "" if findings or now._whole != self._whole else self._whole
        return (json.dumps({"whole": whole, "alone": sound}, indent=1) + "\n").encode()

    @property
    def path(self) -> Path:
        return self.root / RECORD

    @cached_property
    def _known(self) -> dict:
        try:
            known = json.loads(self.path.read_bytes())
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}

    @cached_property
    def _whole(self) -> str:
        """Digest of everything that the findings depend on."""
        paths = [path for name in CHECKED for path in files_of(self.root / name, "**/*") if path.name != CONVERTED]
        return _digest(self._program, *(self._of(path) for path in sorted(paths)))

    @cached_property
    def _alone(self) -> dict[str, str]:
        """By TEI file, digest of everything that decides whether it has a fault by itself."""
        beside = {path: [self.root / "sources" / path.stem / name for name in ALONE] for path in files_of(self.root / "tei", "**/*.xml")}
        return {path.relative_to(self.root).as_posix(): _digest(self._program, *(self._of(p) for p in (path, *raw) if p.is_file()))
                for path, raw in beside.items()}

    @cached_property
    def _program(self) -> str:
        """Digest of the checks, the schema, and the words that are known to be no names."""
        schema = resource_folder("schema", self.root)
        paths = [p for name in PROGRAM for p in (PACKAGE / name).glob("*.py")]
        paths += files_of(schema, "**/*")
        paths += files_of(self.root / "sources", "*.tsv")
        return _digest(*(self._of(path) for path in sorted(paths)))

    def _of(self, path: Path) -> str:
        """Name and contents of a file in one string."""
        if path not in self._read:
            name = path.relative_to(self.root) if path.is_relative_to(self.root) else path.relative_to(path.parents[1])
            self._read[path] = f"{name.as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}"
        return self._read[path]

    @cached_property
    def _read(self) -> dict[Path, str]:
        return {}


def _tei_of(path: str) -> str:
    """The TEI file that a fault in a file is about: that of its text, or the file itself."""
    parts = Path(path).parts
    return f"tei/{parts[1]}.xml" if parts[0] == "sources" and len(parts) > 2 else path


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
