"""``rift build --watch``: build again whenever a file of the edition changes, until Ctrl-C."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import click

from rift.cli.report import tell
from rift.diagnostics import Problem
from rift.edition import Edition
from rift.parallel import beside

WATCHED = ("sources", "tei", "schema", "transforms")
PAUSE = 0.05  # seconds between two looks
State = dict[Path, tuple[int, int]]


def watch(edition: Edition, build: Callable[[], object]) -> int:
    """Call ``build`` now and after every change of the edition, until somebody ends it; 0. A ``Problem`` is told.

    Each build is a fork of this process: it has the program in memory, and nothing of the builds before.
    """
    edition.prepare()
    before: State = {}
    try:
        while True:
            if (now := _settled(edition.root, before)) != before:
                before, start = now, time.perf_counter()
                with beside(lambda: _told(build)) as built:
                    built()
                click.echo(f"done in {time.perf_counter() - start:.1f} s; waiting for changes, Ctrl-C ends")
    except KeyboardInterrupt:
        return 0


def _told(build: Callable[[], object]) -> None:
    try:
        build()
    except Problem as problem:
        tell([problem.finding], False)


def _settled(root: Path, before: State) -> State:
    """The files as they are; if they are not as ``before``, when they have stopped changing."""
    time.sleep(PAUSE)
    now = _state(root)
    while now != before:
        time.sleep(PAUSE / 2)
        if now == (later := _state(root)):
            break
        now = later
    return now


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
