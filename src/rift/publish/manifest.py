"""The record in an output folder of what was made from what, so that a second build makes only what changed."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rift.diagnostics import Place, Problem, finding

NAME = ".rift.json"


@dataclass
class Manifest:
    """``inputs``: digest of all that the whole folder was made from; ``files``: path to digest and size in bytes;
    ``found``: what a ``Memory`` keeps for the next build."""

    inputs: str = ""
    files: dict[str, tuple[str, int]] = field(default_factory=dict)
    found: dict[str, Any] = field(default_factory=dict)

    def has(self, path: str, digest: str, folder: Path) -> bool:
        """Whether ``folder`` holds ``path`` made from inputs of this digest."""
        found, size = self.files.get(path, ("", -1))
        return found == digest and _size(f"{folder}/{path}") == size

    def made_from(self, digest: str) -> tuple[str, ...]:
        """Every path that was made from inputs of this digest."""
        return tuple(path for path, (found, _) in self.files.items() if found == digest)

    def is_whole(self, folder: Path) -> bool:
        """Whether every file is still there in its size."""
        return all(_size(f"{folder}/{path}") == size for path, (_, size) in self.files.items())

    def to_bytes(self) -> bytes:
        data = {"inputs": self.inputs, "files": {path: list(entry) for path, entry in sorted(self.files.items())},
                "found": self.found}
        return (json.dumps(data) + "\n").encode()


def read_manifest(folder: Path) -> Manifest:
    """The manifest of an output folder, an empty one if it has none. Raises ``Problem`` PUB-010 if it cannot be understood:
    what of the folder a person put there is not known then."""
    try:
        data = json.loads((folder / NAME).read_bytes())
        return Manifest(data["inputs"], {path: (made, size) for path, (made, size) in data["files"].items()}, data["found"])
    except FileNotFoundError:
        return Manifest()
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Problem(finding("PUB-010", Place(), path=folder / NAME, folder=folder), exit_code=2) from None


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return -2
