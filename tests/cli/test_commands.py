"""The command line as a user meets it: a real process on a small edition, or on a copy of the real one."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = "report-1960"


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """A copy of the real edition with one short text."""
    shutil.copytree(ROOT / "tei", tmp_path / "tei", ignore=lambda _, names: [n for n in names if n in OTHERS])
    shutil.copytree(ROOT / "sources" / TEXT, tmp_path / "sources" / TEXT)
    return tmp_path


OTHERS = ("memorandum-1956.xml", "khrushchevites.xml", "edemskiy.xml", "tirana-observatory.xml", "events.xml", "edition.xml")


def rift(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "rift", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=os.environ | environment, timeout=60)


def codes(result: subprocess.CompletedProcess) -> list[str]:
    """Codes of the findings on stderr."""
    return [words[2] for line in result.stderr.splitlines() if not line.startswith(" ") and len(words := line.split()) > 2]


@pytest.mark.parametrize("command", ["build", "convert", "validate", "verify", "publish", "worklist"])
def test_help_has_an_example(command: str) -> None:
    result = rift(command, "--help", cwd=ROOT)
    assert result.returncode == 0
    assert f"Example: rift {command}" in result.stdout


def test_convert_again_changes_nothing(edition: Path) -> None:
    path = edition / "tei" / f"{TEXT}.xml"
    before = path.read_bytes()
    assert rift("convert", cwd=edition).returncode == 0
    assert path.read_bytes() == before
    assert rift("convert", cwd=edition).stdout == f"{TEXT}: current\n"


def test_hand_edited_tei_is_never_overwritten(edition: Path) -> None:
    rift("convert", cwd=edition)
    path = edition / "tei" / f"{TEXT}.xml"
    edited = path.read_text(encoding="utf-8").replace("</body>", "<!-- mine --></body>")
    path.write_text(edited, encoding="utf-8")
    table = edition / "sources" / TEXT / "dates.tsv"
    table.write_text(table.read_text(encoding="utf-8").rsplit("\n", 2)[0] + "\n", encoding="utf-8")

    kept = rift("convert", cwd=edition)
    assert (kept.returncode, codes(kept)) == (0, ["CNV-001"])
    assert path.read_text(encoding="utf-8") == edited
    shown = rift("convert", "--diff", cwd=edition)
    assert "+<!-- mine --></body>" in shown.stdout
    assert path.read_text(encoding="utf-8") == edited

    forced = rift("convert", "--force", cwd=edition)
    assert forced.returncode == 0
    assert path.with_name(f"{TEXT}.xml.kept-1").read_text(encoding="utf-8") == edited
    assert "<!-- mine -->" not in path.read_text(encoding="utf-8")


def test_worklist_names_place_and_row() -> None:
    result = rift("worklist", "khrushchevites", cwd=ROOT)
    assert "sources/khrushchevites/text.txt:18109: the text of note * is lost\n  → " in result.stdout
    found = json.loads(rift("worklist", "khrushchevites", "--format", "json", cwd=ROOT).stdout)
    assert all(f["raw"]["line"] and f["hint"] for f in found)


def test_verify_shows_the_account(edition: Path) -> None:
    result = rift("verify", cwd=edition)
    assert result.returncode == 0
    assert "unaccounted" in result.stdout and "kept" in result.stdout
    data = json.loads(rift("verify", "--format", "json", cwd=edition).stdout)
    assert data["ledgers"][0]["unaccounted"] == 0 and data["findings"] == []


def spoil(edition: Path, what: str) -> None:
    """Make one thing of the edition's input bad."""
    folder = edition / "sources" / TEXT
    raw, settings = folder / "text.txt", folder / "source.toml"
    match what:
        case "missing":
            raw.unlink()
        case "empty":
            raw.write_bytes(b"")
        case "digest":
            raw.write_bytes(raw.read_bytes() + b"x")
        case "bytes":
            raw.write_bytes(b"\xff\xfe")
        case "format":
            settings.write_text(settings.read_text().replace('"archive-pdf-record"', '"archive-pdf-recrod"'))
        case "setting":
            settings.write_text(settings.read_text().replace("origin =", "orgin ="))
        case "toml":
            settings.write_text("title = ")
        case "table":
            (folder / "excluded.tsv").write_text("from\tto\n")
        case "decision":
            path = folder / "names.tsv"
            path.write_text(path.read_text() + "30\tno such words\tpersName\thoxha\ttest\n")
        case "cell":
            path = folder / "dates.tsv"
            path.write_text(path.read_text() + "30\twhatever\t1956\ttest\n")
        case "words":
            path = folder / "dates.tsv"
            path.write_text(path.read_text() + "30\t\twhen=1956\ttest\n")
        case "target":
            path = folder / "references.tsv"
            path.write_text(path.read_text() + "30\tdelegation\tinternal\tline 3\ttest\n")
        case "nothing":
            (folder / "excluded.tsv").write_text(f"from\tto\tkind\twhere\treason\n1\t{len(raw.read_text().splitlines())}\tfurniture\t\ttest\n")
        case "header":
            (folder / "header.xml").write_text("<teiHeader>")


BAD = {"missing": "SRC-001", "empty": "SRC-002", "digest": "SRC-003", "bytes": "SRC-004", "format": "SRC-005", "setting": "SRC-006",
       "toml": "SRC-011", "table": "SRC-008", "decision": "SRC-009", "header": "ENC-001",
       "cell": "SRC-008", "words": "SRC-008", "target": "SRC-008", "nothing": "SRC-019"}


@pytest.mark.parametrize(("what", "code"), BAD.items())
def test_bad_input_is_one_finding_and_writes_nothing(edition: Path, what: str, code: str) -> None:
    before = {p: p.read_bytes() for p in edition.rglob("*") if p.is_file()}
    spoil(edition, what)
    spoiled = {p for p in before if not p.exists() or p.read_bytes() != before[p]}
    result = rift("build", cwd=edition)
    assert result.returncode in (1, 2)
    assert codes(result)[:1] == [code]
    assert "Traceback" not in result.stderr
    after = {p: p.read_bytes() for p in edition.rglob("*") if p.is_file()}
    assert {p for p in before.keys() | after.keys() if p not in spoiled and before.get(p) != after.get(p)} == set()


def test_nearest_setting_is_named(edition: Path) -> None:
    spoil(edition, "setting")
    assert "nearest known one is 'origin'" in rift("convert", cwd=edition).stderr


def test_not_an_edition(tmp_path: Path) -> None:
    result = rift("validate", cwd=tmp_path)
    assert (result.returncode, codes(result)) == (2, ["EDN-001"])


def test_unknown_text_names_the_nearest() -> None:
    result = rift("verify", "reprot-1960", cwd=ROOT)
    assert result.returncode == 2
    assert "'report-1960'" in result.stderr


def test_diagnostics_as_json(edition: Path) -> None:
    path = edition / "tei" / f"{TEXT}.xml"
    path.write_text(path.read_text(encoding="utf-8").replace("</TEI>", ""), encoding="utf-8")
    result = rift("validate", "--format", "json", cwd=edition)
    [found] = [f for f in json.loads(result.stdout) if f["place"]["path"] == f"tei/{TEXT}.xml"]
    assert result.returncode == 1 and found["code"].startswith("XML-")


def test_markup_like_characters_come_out_as_text(edition: Path) -> None:
    """``<``, ``&`` and ``]]>`` in a raw text are characters like others, in TEI and in pages."""
    folder = edition / "sources" / TEXT
    raw = folder / "text.txt"
    words = "You may start. We are listening"
    odd = words.replace("start.", "<start> & ]]> &amp;.")
    data = raw.read_text(encoding="utf-8").replace(words, odd)
    raw.write_text(data, encoding="utf-8")
    digest = hashlib.sha256(raw.read_bytes()).hexdigest()
    settings = folder / "source.toml"
    settings.write_text("".join(f'sha256 = "{digest}"\n' if line.startswith("sha256") else line
                                for line in settings.read_text(encoding="utf-8").splitlines(True)), encoding="utf-8")
    assert rift("convert", cwd=edition).returncode == 0
    assert "You may &lt;start&gt; &amp; ]]&gt; &amp;amp;. We" in (edition / "tei" / f"{TEXT}.xml").read_text(encoding="utf-8")
    assert rift("verify", cwd=edition).returncode == 0
