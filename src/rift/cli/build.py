"""``rift build``: the whole way, with progress on a terminal and a summary at the end."""

from __future__ import annotations

import sys
from contextlib import contextmanager

import click

from rift.cli.report import counted, tell
from rift.diagnostics import has_error
from rift.edition import Edition


def run_build(edition: Edition, as_json: bool, wanted: dict) -> int:
    """Convert, check, and publish what is ``wanted``. Returns the exit code; nothing is published if a check finds an error."""
    with _progress(2, as_json) as step:
        step("convert")
        outcomes = edition.convert(edition.texts, meanwhile=edition.prepare)
        findings = [finding for outcome in outcomes for finding in outcome.findings]
        report = None
        if not has_error(findings):
            step("validate, verify and publish")
            found, report = edition.publish_checked(**wanted)
            findings += found
    if report:
        findings += report.findings
    written = sum(outcome.state == "written" for outcome in outcomes)
    code = tell(findings, as_json)
    if not as_json:
        figures = edition.figures()
        click.echo(f"{figures['texts']} texts ({written} converted), {figures['turns']} turns, {figures['speeches']} quoted speeches, "
                   f"{figures['notes']} notes; {counted(findings)}")
        if report:
            where = f"open {wanted['out'] / 'index.html'}" if "html" in wanted["formats"] else f"they are in {wanted['out']}"
            click.echo(f"{report.pages} pages and {report.files} files ({report.made} made now): {where}")
        else:
            click.echo("nothing was published: mend what is listed above, then build again")
    return code


@contextmanager
def _progress(total: int, quiet: bool):
    """A bar on a terminal, silence elsewhere; yields a function that names the next step."""
    if quiet or not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:28}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)

        def step(name: str) -> None:
            bar.update(task, description=name, advance=1)
        yield step
