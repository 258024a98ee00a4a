"""Benchmarks of the edition's own steps; see README.md beside this file."""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("sources", "tei", "schema", "transforms")
PEER = Path(__file__).parent / "peer"
FLOOR = ("import sys; from lxml import etree; from pathlib import Path\n"
         "for p in sorted(Path(sys.argv[1], 'tei').rglob('*.xml')): etree.tostring(etree.parse(str(p)))")
# Modules are compiled once, as pip does when it installs them, whatever the shell says.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {"RIFT_DEBUG": "1"}
LINK = """
import sys, time
from pathlib import Path
from rift.annotate.names import NameLinker
from rift.convert import _Converter
from rift.annotate.corrections import corrected
from rift.model.document import Block, Document
from rift.registers import read_lexicon
root, times = Path(sys.argv[1]), int(sys.argv[2])
lexicon = read_lexicon(root)
converter = _Converter(root, "khrushchevites", lexicon)
once = corrected(converter.set_text(), [])
size = len(once.text)
blocks = [Block(b.kind, b.start + k * size, b.end + k * size, b.line) for k in range(times) for b in once.blocks]
document = Document(once.setting, once.text * times, blocks, [], [], [], [], [])
document.index()
start = time.perf_counter()
marks = NameLinker(document, lexicon, [(0, len(document.text), "albanian")]).link((), [])
print(time.perf_counter() - start, len(marks))
"""


def run(command: list[str], cwd: Path | None = None) -> tuple[float, int]:
    """Seconds and peak memory in KiB of one process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=ENVIRONMENT)
    _, errors = process.communicate()
    seconds = time.perf_counter() - start
    if process.returncode:
        sys.exit(f"{' '.join(command)}: {errors.decode()[-2000:]}")
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss


def median(rounds: int, once: Callable[[], float]) -> float:
    return statistics.median(once() for _ in range(rounds))


def rift(*words: str) -> list[str]:
    return [sys.executable, "-m", "rift", *words]


def copy_of_edition(folder: Path) -> Path:
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part)
    return folder


def from_nothing(parent: Path) -> Path:
    """A new copy without what a build makes: the texts' TEI and the records of conversion.

    Always in a new folder, and nothing is removed before the end: on ext4 to make files soon after thousands were removed
    takes ten times as long, and a build from nothing is one where there was none.
    """
    edition = copy_of_edition(Path(tempfile.mkdtemp(dir=parent)) / "edition")
    for source in (path.parent for path in sorted((edition / "sources").glob("*/source.toml"))):
        (edition / "tei" / f"{source.name}.xml").unlink(missing_ok=True)
        (source / "converted.json").unlink(missing_ok=True)
    return edition


def show(name: str, seconds: float, floor: float, note: str = "") -> None:
    print(f"{name:44} {seconds:8.3f} s  {seconds / floor:8.1f} ×  {note}")


def bench_build(edition: Path, rounds: int) -> None:
    floor = median(rounds, lambda: run([sys.executable, "-c", FLOOR, str(edition)])[0])
    show("floor: lxml parse + serialise of tei/", floor, floor)
    for editions in ("html,text", None):
        words = ["build", *(["--editions", editions] if editions else [])]
        made = [from_nothing(edition.parent) for _ in range(rounds)]
        show(f"build from nothing ({editions or 'everything'})", statistics.median(run(rift(*words), fresh)[0] for fresh in made), floor,
             f"peak {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MiB")
        show("  again, nothing changed", median(rounds, lambda: run(rift(*words), made[-1])[0]), floor)
        show("  one chapter changed", median(rounds, lambda: change_and_build(made[-1], words)), floor)
        show("  one chapter changed, watched", watched(made[-1], words, rounds), floor)


def change(edition: Path) -> None:
    """Change one editorial word in the memoir's last chapter (a note of ours is not source text)."""
    path = edition / "tei" / "khrushchevites.xml"
    text = path.read_text(encoding="utf-8")
    note = '<note type="editorial" resp="#rift"><p>benchmark</p></note>'
    path.write_text(text.replace(note, "") if note in text else text.replace("</p>\n</div>\n</body>", note + "</p>\n</div>\n</body>"), encoding="utf-8")


def change_and_build(edition: Path, words: list[str]) -> float:
    change(edition)
    return run(rift(*words), edition)[0]


def watched(edition: Path, words: list[str], rounds: int) -> float:
    """Median of the seconds from a change to the new site while ``rift build --watch`` runs."""
    with subprocess.Popen(rift(*words, "--watch"), cwd=edition, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT) as process:
        def next_site() -> None:
            next(line for line in process.stdout if "open " in line)

        def once() -> float:
            start = time.perf_counter()
            change(edition)
            next_site()
            return time.perf_counter() - start
        next_site()
        once()
        seconds = median(rounds, once)
        process.terminate()
    return seconds


def bench_html(edition: Path, rounds: int) -> None:
    """The memoir alone, from its TEI file to pages, from nothing."""
    alone = edition.parent / "alone"
    (alone / "tei").mkdir(parents=True)
    shutil.copy(edition / "tei" / "khrushchevites.xml", alone / "tei")

    def pages() -> float:
        shutil.rmtree(alone / "site", ignore_errors=True)
        return run(rift("publish", "--edition", str(alone), "--editions", "html", "--out", str(alone / "site")))[0]
    if (PEER / "node_modules").is_dir():
        command = ["node", str(PEER / "cetei.mjs"), str(alone / "tei" / "khrushchevites.xml"), os.devnull]
        peer = median(rounds, lambda: run(command)[0])
        show("peer: CETEIcean, TEI to HTML in Node", peer, peer)
    else:
        peer = 1.0
        print("CETEIcean is not installed: the ratio is to one second")
    show("rift publish --editions html, the memoir", median(rounds, pages), peer)


def bench_convert(edition: Path, rounds: int) -> None:
    raw = edition / "sources" / "khrushchevites" / "text.txt"

    def book() -> float:
        (edition / "sources" / "khrushchevites" / "converted.json").unlink(missing_ok=True)
        (edition / "tei" / "khrushchevites.xml").unlink(missing_ok=True)
        return run(rift("convert", "khrushchevites"), edition)[0]
    if shutil.which("pandoc"):
        peer = median(rounds, lambda: run(["pandoc", "-f", "markdown", "-t", "tei", str(raw), "-o", os.devnull])[0])
        show("peer: pandoc -f markdown -t tei", peer, peer)
    else:
        peer = 1.0
        print("pandoc is not installed: the ratio is to one second")
    show("rift convert khrushchevites", median(rounds, book), peer)


def bench_link(edition: Path, rounds: int) -> None:
    def link(times: int) -> float:
        command = [sys.executable, "-c", LINK, str(edition), str(times)]
        return median(rounds, lambda: float(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()[0]))
    once = link(1)
    for times in (1, 10, 40):
        seconds = once if times == 1 else link(times)
        show(f"link names, {times} × the memoir", seconds, once, f"{seconds / once / times:.2f} of linear")


BENCHMARKS = {"build": bench_build, "html": bench_html, "convert": bench_convert, "link": bench_link}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="build,html,convert,link")
    choice = parser.parse_args()
    for name in choice.only.split(","):
        if name not in BENCHMARKS:
            parser.error(f"no benchmark {name!r}; there are {', '.join(BENCHMARKS)}")
    with tempfile.TemporaryDirectory() as folder:
        ENVIRONMENT["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
        edition = copy_of_edition(Path(folder) / "edition")
        run(rift("publish", "--editions", "html", "--out", str(Path(folder) / "warm")), edition)
        for name in choice.only.split(","):
            BENCHMARKS[name](edition, choice.rounds)


if __name__ == "__main__":
    main()
