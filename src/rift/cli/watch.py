"""``rift build --watch``: build again whenever a file of the edition changes, until Ctrl-C."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import click

from rift.cli.report import tell_error
from rift.edition import Edition
from rift.model.resources import PARTS, files_of
from rift.parallel import beside

PAUSE = 0.05  # seconds between two looks
State = dict[Path, tuple[int, int]]


def watch(edition: Edition, build: Callable[[], object], as_json: bool) -> int:
    """Call ``build`` now and after every change of the edition, until somebody ends it; 0. What it raises is told, as JSON
    if so asked. After a build that wrote files itself there is another, which finds nothing to do.

    Where the system can fork, each build is a fork of this process, which has the program in memory.
    """
    edition.prepare()
    before: State = {}
    try:
        while True:
            if (now := _settled(edition.root, before)) != before:
                before, start = now, time.perf_counter()
                with beside(lambda: _told(build, as_json)) as built:
                    built()
                click.echo(f"done in {time.perf_counter() - start:.1f} s; waiting for changes, Ctrl-C ends", err=True)
    except KeyboardInterrupt:
        return 0


def _told(build: Callable[[], object], as_json: bool) -> None:
    try:
        build()
    except Exception as error:
        tell_error(error, as_json)


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
    while True:
        try:
            return {path: ((seen := path.stat()).st_mtime_ns, seen.st_size) for name in PARTS for path in files_of(root / name, "**/*")}
        except FileNotFoundError:  # gone since it was listed: an editor writes beside and renames
            time.sleep(PAUSE)
