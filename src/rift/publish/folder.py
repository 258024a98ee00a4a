"""Replace an output folder as a whole: write beside it, then rename. What was there stays whole if anything fails."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rift.diagnostics import Place, Problem, finding
from rift.publish.manifest import NAME


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """A fresh folder beside ``out``, which takes its place when the block ends without an error.

    Raises ``Problem`` if ``out`` holds files that were not made here, or if the disk is full or read-only.
    """
    fresh, old = (out.with_name(f".{out.name}.{state}") for state in ("building", "old"))
    try:
        _recover(out, fresh, old)
        fresh.mkdir(parents=True)
        yield fresh
        if out.exists():
            out.rename(old)
        fresh.rename(out)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise cannot_write(error, out) from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def refuse_foreign(out: Path) -> None:
    """Raises ``Problem`` (wrong use) if ``out`` is a file, or a folder with files that publishing did not make."""
    if out.is_dir() and ((out / NAME).exists() or not any(out.iterdir())):
        return
    if out.exists():
        raise Problem(finding("PUB-005", Place(), folder=str(out)), exit_code=2)


def write(path: Path, data: bytes) -> int:
    """Write a file, making its folders; its size in bytes."""
    try:
        return path.write_bytes(data)
    except FileNotFoundError:  # asked only now, for most files come into a folder that is there
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.write_bytes(data)


def put(path: Path, data: bytes, old: Path) -> int:
    """Write a file, or take ``old`` over if that holds the same; its size in bytes."""
    try:
        is_same = old.stat().st_size == len(data) and old.read_bytes() == data
    except OSError:
        is_same = False
    if not is_same:
        return write(path, data)
    keep(old, path)
    return len(data)


def keep(old: Path | str, new: Path | str) -> None:
    """Take over an unchanged file: a second link to it where the file system can, else a copy."""
    try:
        os.link(old, new)
    except OSError:
        os.makedirs(os.path.dirname(new), exist_ok=True)
        try:
            os.link(old, new)
        except OSError:
            shutil.copyfile(old, new)


def cannot_write(error: OSError, out: Path) -> Problem:
    """An error of the operating system as a finding, without a traceback."""
    path = error.filename or str(out)
    return Problem(finding("PUB-006", Place(), path=str(path), reason=error.strerror or str(error)))


def _recover(out: Path, fresh: Path, old: Path) -> None:
    """Tidy up after a build that was killed, also between the two renames."""
    if old.exists() and not out.exists():
        old.rename(out)
    for leftover in (fresh, old):
        if leftover.exists():
            shutil.rmtree(leftover)
