"""Replace an output folder as a whole: write beside it, then rename. What was there stays whole if anything fails."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

from rift.diagnostics import Place, Problem, finding
from rift.publish.manifest import NAME

SHOWN = 3  # files that a refusal names


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """One process at a time works on ``out``; another waits until the block of the first has ended, or its process.

    What a killed build left beside ``out`` is tidied up first. Raises ``Problem`` PUB-006 if nothing can be written there.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with _locked(out.parent):
            _recover(out)
            yield
    except OSError as error:
        raise _told(error, out) from None


@contextmanager
def replacing(out: Path, ours: Collection[str]) -> Iterator[Path]:
    """A fresh folder beside ``out``, which takes its place when the block ends without an error.

    Raises ``Problem`` if ``out`` then holds other files than ``ours``.
    """
    fresh, old = _beside(out)
    try:
        fresh.mkdir()
        yield fresh
        refuse_foreign(out, ours)
        if out.exists():
            out.rename(old)
        fresh.rename(out)
        shutil.rmtree(old, ignore_errors=True)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def refuse_foreign(out: Path, ours: Collection[str]) -> None:
    """Raises ``Problem`` (wrong use) if ``out`` is a file, or a folder with other files than ``ours``, hidden ones too."""
    if not out.exists():
        return
    found = _files(str(out)) if out.is_dir() else iter(("",))
    foreign = list(islice((path for path in found if path not in ours), SHOWN + 1))
    if foreign:
        named = ", ".join((out / path).as_posix() for path in foreign[:SHOWN]) + (" and more" if len(foreign) > SHOWN else "")
        raise Problem(finding("PUB-005", Place(), files=named, folder=out), exit_code=2)


def refuse_never_published(out: Path) -> None:
    """Raises ``Problem`` (wrong use) if ``out`` holds files, and no record that publishing made any of them."""
    if not (out / NAME).exists():
        refuse_foreign(out, ())


def _files(folder: str, below: str = "") -> Iterator[str]:
    """Paths below ``folder`` of its files and links, with slashes, in order. As text, for there are thousands."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{below}{entry.name}/")
        else:
            yield f"{below}{entry.name}"


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


def _told(error: OSError, out: Path) -> Exception:
    """What cannot be written as a finding; an error about a file that is only read as it is."""
    path = Path(error.filename or out)
    if out.is_relative_to(path) or any(path.is_relative_to(folder) for folder in (out, *_beside(out))):
        return Problem(finding("PUB-006", Place(), path=path, reason=error.strerror or error))
    return error


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """The lock of a folder: no file of it is left, and a killed process holds nothing."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # not every network drive has locks
            fcntl.flock(number, fcntl.LOCK_EX)
        yield
    finally:
        os.close(number)


def _beside(out: Path) -> tuple[Path, Path]:
    """Where the fresh folder is made, and where the old one goes until it is deleted."""
    return out.with_name(f".{out.name}.building"), out.with_name(f".{out.name}.old")


def _recover(out: Path) -> None:
    """Tidy up after a build that was killed, also between the two renames."""
    fresh, old = _beside(out)
    if old.exists() and not out.exists():
        old.rename(out)
    for leftover in (fresh, old):
        if leftover.exists():
            shutil.rmtree(leftover)
