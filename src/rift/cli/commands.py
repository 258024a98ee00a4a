"""Commands of ``rift``. Exit codes: 0 clean, 1 findings, 2 wrong use, 3 a bug of rift, 130 interrupted."""

from __future__ import annotations

import gc
import json
import os
import sys
from functools import wraps
from pathlib import Path

import click

from rift.cli.report import EXIT, counted, table, tell, tell_error
from rift.diagnostics import has_error
from rift.edition import Edition

class Form(click.Choice):
    """Of diagnostics. Who thinks of editions is told where they are named."""

    def get_invalid_choice_message(self, value, ctx) -> str:
        editions = " What is made is named with '--editions'." if any(option.name == "formats" for option in ctx.command.params) else ""
        return super().get_invalid_choice_message(value, ctx) + editions


def _editions(default: str):
    """The option that names what is made; the command gets a set."""
    return click.option("--editions", "formats", default=default, show_default=True, help="Editions to make, with commas between.",
                        callback=lambda ctx, option, value: {name.strip() for name in value.split(",") if name.strip()})


ROOT = click.option("--edition", "root", type=click.Path(path_type=Path), default=Path(),
                    help="Folder of the edition (default: this folder).")
AS = click.option("--format", "form", type=Form(["text", "json"]), default="text", help="Form of the diagnostics.")
TEXTS = click.argument("texts", nargs=-1)
OUT = click.option("--out", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="Folder to write.")
AUDIENCE = click.option("--audience", type=click.Choice(["desk", "public"]), default="desk", show_default=True,
                        help="For the public, texts whose source does not welcome it are withheld.")
BASE_URL = click.option("--base-url", default="", help="Where the folder will stand (https://…), for citations, canonical links and the sitemap.")

# Objects that are made between two searches for garbage. What a command reads it needs to its end, and with Python's 700 a
# tenth of its time goes into looking at it again and again.
YOUNG = 1_000_000


class Group(click.Group):
    """Shows every problem as one finding, never as a traceback."""

    def main(self, *args, **kwargs):
        gc.set_threshold(YOUNG)
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.reconfigure(encoding="utf-8")  # also in a pipe on Windows
        try:
            return super().main(*args, **kwargs)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(EXIT["findings"])
        except Exception as error:
            sys.exit(tell_error(error, "json" in sys.argv and "--format" in sys.argv or "--format=json" in sys.argv))


def _exits(command):
    """The command's return value is the exit code."""
    @wraps(command)
    def run(*args, **kwargs):
        try:
            sys.exit(command(*args, **kwargs) or 0)
        except KeyboardInterrupt:
            click.echo("interrupted: what was published before is as it was", err=True)
            sys.exit(EXIT["interrupted"])
    return run


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="rift")
def main() -> None:
    """Raw texts to validated TEI to reader editions, with proof that nothing was lost.

    Example: rift build
    """


@main.command()
@TEXTS
@ROOT
@AS
@click.option("--diff", is_flag=True, help="Show how the TEI differs from what conversion gives; nothing is written.")
@click.option("--force", is_flag=True, help="Overwrite edited TEI; the old file is kept beside.")
@_exits
def convert(texts, root, form, diff, force):
    """Raw texts to TEI, where their sources changed.

    Example: rift convert report-1960 --diff
    """
    edition = Edition(root)
    wanted = edition.known_texts(texts)
    outcomes = edition.compare(wanted) if diff else edition.convert(wanted, force=force)
    code = tell([f for o in outcomes for f in o.findings], form == "json")
    if form == "text":
        for outcome in outcomes:
            click.echo(f"{outcome.text}: {outcome.state}")
            if outcome.diff:
                click.echo(outcome.diff)
    return code


@main.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@ROOT
@AS
@_exits
def validate(files, root, form):
    """Check TEI against XSD, Schematron and the pointers of the whole edition. FILES are named from this folder, or from that
    of the edition.

    Example: rift validate tei/khrushchevites.xml
    """
    findings = Edition(root).validate(files)
    code = tell(findings, form == "json")
    if form == "text":
        click.echo(f"validate: {counted(findings)}")
    return code


@main.command()
@TEXTS
@ROOT
@AS
@_exits
def verify(texts, root, form):
    """Prove that every character of the raw texts is in the TEI or accounted for.

    Example: rift verify memorandum-1956
    """
    edition = Edition(root)
    ledgers = edition.verify(edition.known_texts(texts))
    findings = [f for ledger in ledgers for f in ledger.findings] + ([] if texts else edition.unproved())
    if form == "json":
        found = [f.as_dict() for f in findings]
        click.echo(json.dumps({"ledgers": [l.as_dict() for l in ledgers], "findings": found}, ensure_ascii=False, indent=1))
        return EXIT["findings"] if has_error(findings) else EXIT["clean"]
    _show_ledgers(ledgers)
    return tell(findings, False)


def _show_ledgers(ledgers) -> None:
    """One column a text, one row a class of characters."""
    kinds = list(dict.fromkeys(name for ledger in ledgers for name in ledger.counts))
    excluded = sorted({kind for ledger in ledgers for kind, _ in ledger.excluded})
    rows = [(name, *(ledger.counts.get(name, 0) for ledger in ledgers)) for name in kinds]
    rows += [(f"excluded: {kind}", *(sum(n for (k, _), n in ledger.excluded.items() if k == kind) for ledger in ledgers))
             for kind in excluded]
    rows += [("unaccounted", *(ledger.unaccounted for ledger in ledgers)),
             ("all characters", *(ledger.characters for ledger in ledgers))]
    table("characters of the raw texts", ["class", *(ledger.text for ledger in ledgers)], rows)


@main.command()
@ROOT
@AS
@_editions("html,text")
@OUT
@AUDIENCE
@BASE_URL
@_exits
def publish(root, form, **wanted):
    """TEI to reader editions in one static folder, without checking: rift build checks first.

    Example: rift publish --editions html,text --out site
    """
    report = Edition(root).publish(**wanted)
    if form == "text":
        click.echo(f"publish: {report.pages} pages, {report.files} files ({report.made} made now) in {wanted['out']}")
    return tell(report.findings, form == "json")


@main.command()
@TEXTS
@ROOT
@AS
@_exits
def worklist(texts, root, form):
    """What a reader has still to decide, with the place and the table row that would settle it.

    Example: rift worklist khrushchevites
    """
    edition = Edition(root)
    found = edition.worklist(edition.known_texts(texts))
    if form == "json":
        click.echo(json.dumps([f.as_dict() for f in found], ensure_ascii=False, indent=1))
        return EXIT["clean"]
    for one in found:
        click.echo(f"{one.raw}: {one.message}\n  → {one.hint}")
    click.echo(f"worklist: {len(found)} places")
    return EXIT["clean"]


@main.command()
@ROOT
@AS
@_editions("html,text,search,epub,tei,cmif,dts")
@OUT
@AUDIENCE
@BASE_URL
@click.option("--watch", "stay", is_flag=True, help="Stay, and build again after every change, until Ctrl-C.")
@_exits
def build(root, form, stay, **wanted):
    """The whole way: convert what changed, validate, verify, publish.

    Example: rift build --editions html,text --watch
    """
    from rift.cli.build import run_build

    Edition(root).refuse_wrong_use(**wanted)

    def once() -> int:
        return run_build(Edition(root), form == "json", wanted)
    if not stay:
        return once()
    from rift.cli.watch import watch

    return watch(Edition(root), once, form == "json")
