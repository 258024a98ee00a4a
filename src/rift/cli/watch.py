"""``rift build --watch``: build again whenever a file of the edition changes, until Ctrl-C."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import click

from rift.cli.report import tell
from rift.diagnostics import Problem
from rift.parallel import beside

WATCHED = ("sources", "tei", "schema", "transforms")
PAUSE = 0.1  # seconds between two looks
State = dict[Path, tuple[int, int]]


def watch(root: Path, build: Callable[[], object]) -> None:
    """Call ``build`` now and after every change below ``root``; a ``Problem`` that it raises is told.

    Each later build is a fork of this process: it has the program in memory, and nothing of the builds before.
    """
    before = _state(root)
    _told(build)
    while True:
        now = _settled(root, before)
        if now != before:
            before, start = now, time.perf_counter()
            with beside(lambda: _told(build)) as built:
                built()
            click.echo(f"built again in {time.perf_counter() - start:.1f} s")


def _told(build: Callable[[], object]) -> None:
    try:
        build()
    except Problem as problem:
        tell([problem.finding], False)


def _settled(root: Path, before: State) -> State:
    """The files after a pause; if they are not as ``before``, when they have stopped to change."""
    time.sleep(PAUSE)
    now = _state(root)
    while now != before and now != (later := _state_after(root)):
        now = later
    return now


def _state_after(root: Path) -> State:
    time.sleep(PAUSE / 4)
    return _state(root)


def _state(root: Path) -> State:
    """Size and time of change of every file that is watched."""
    found: State = {}
    for path in (path for name in WATCHED for path in (root / name).rglob("*")):
        try:
            seen = path.stat()
        except FileNotFoundError:  # an editor that writes beside and renames
            continue
        found[path] = (seen.st_mtime_ns, seen.st_size)
    return found
