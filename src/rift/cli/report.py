"""What a command tells: results on stdout, diagnostics on stderr, as text or JSON."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from rift.diagnostics import Finding, Place, Problem, finding, has_error

EXIT = {"clean": 0, "findings": 1, "wrong use": 2, "bug": 3, "interrupted": 130}


def tell(findings: Iterable[Finding], as_json: bool) -> int:
    """Print findings; returns the exit code: 1 if one is an error, else 0."""
    found = list(findings)
    if as_json:
        click.echo(json.dumps([f.as_dict() for f in found], ensure_ascii=False, indent=1))
    else:
        for one in found:
            click.echo(str(one), err=True)
    return EXIT["findings"] if has_error(found) else EXIT["clean"]


def tell_error(error: Exception, as_json: bool) -> int:
    """Tell in one finding what ended a command or a build; returns the exit code. A fault of rift itself is raised with
    ``RIFT_DEBUG``."""
    if isinstance(error, Problem):
        tell([error.finding], as_json)
        return error.exit_code
    if isinstance(error, OSError) and error.filename:
        return tell([finding("EDN-005", Place(_from_here(str(error.filename))), reason=error.strerror)], as_json)
    if os.environ.get("RIFT_DEBUG"):
        raise error
    tell([finding("BUG-001", Place(), kind=type(error).__name__, reason=error)], as_json)
    return EXIT["bug"]


def _from_here(name: str) -> str:
    """A path as a user would write it in this folder."""
    path, here = Path(name), Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()


def counted(findings: Sequence[Finding]) -> str:
    """``2 errors, 1 warning`` or ``no findings``."""
    count = Counter(f.severity for f in findings)
    parts = [f"{n} {name}{'s' if n > 1 and name != 'info' else ''}" for name in ("error", "warning", "info") if (n := count[name])]
    return ", ".join(parts) or "no findings"


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table on stdout; plain where it is no terminal."""
    from rich.console import Console
    from rich.table import Table

    shown = Table(title=title, title_justify="left", box=None if not sys.stdout.isatty() else _box(), pad_edge=False)
    for k, column in enumerate(columns):
        shown.add_column(column, justify="left" if k == 0 else "right", overflow="fold")
    for row in rows:
        shown.add_row(*(f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in row))
    Console(width=None if sys.stdout.isatty() else 140, highlight=False).print(shown)


def _box():
    from rich import box

    return box.SIMPLE
