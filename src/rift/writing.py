"""Files of an edition are written whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from rift.diagnostics import Place, Problem, finding


def replace(root: Path, path: Path, data: bytes, kept: Path | None = None) -> None:
    """Write ``path``, a file of the edition at ``root``, beside, then rename it; what was there stays as ``kept``, if that is given.

    Raises ``Problem`` EDN-004, and then ``path`` is as it was.
    """
    fresh = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(data)
        if kept:
            _keep(path, kept)
        os.replace(fresh, path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise Problem(finding("EDN-004", Place(path.relative_to(root).as_posix()), reason=error.strerror or error)) from None


def _keep(path: Path, kept: Path) -> None:
    """A second name for a file, which needs no room on the disk; a copy where the file system has none."""
    try:
        os.link(path, kept)
    except OSError:
        shutil.copyfile(path, kept)


def free_name(path: Path) -> Path:
    """``<path>.kept-1``, or with the first number that is free."""
    number = 1
    while (kept := path.with_name(f"{path.name}.kept-{number}")).exists():
        number += 1
    return kept
