"""The whole way on the real edition, in copies."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rift.diagnostics import Problem
from rift.edition import Edition
from rift.publish import folder

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("sources", "tei")


def copy_edition(folder: Path) -> Path:
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part)
    return folder


def build(folder: Path, *options: str, **environment: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "rift", "build", "--editions", "html,text", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env=os.environ | environment, timeout=120)


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*"))
            if p.is_file() and ".rift/" not in p.as_posix()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the edition, converted and built from nothing."""
    folder = copy_edition(tmp_path_factory.mktemp("edition"))
    for record in folder.glob("sources/*/converted.json"):
        record.unlink()
        (folder / "tei" / f"{record.parent.name}.xml").unlink()
    result = build(folder, TZ="Asia/Tokyo", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    assert result.returncode == 0, result.stderr[-2000:]
    return folder


def test_committed_tei_is_what_conversion_gives(built: Path) -> None:
    for path in sorted((ROOT / "tei").rglob("*.xml")):
        name = path.relative_to(ROOT).as_posix()
        assert (built / name).read_bytes() == path.read_bytes(), name


def test_two_builds_give_equal_bytes(built: Path, tmp_path: Path) -> None:
    """Another folder, another hour, another time zone, locale and hash seed."""
    other = copy_edition(tmp_path)
    for path in other.rglob("*"):
        os.utime(path, (1, 1))
    result = build(other, TZ="America/Lima", LC_ALL="C", PYTHONHASHSEED="77", PYTHONUTF8="1")
    assert result.returncode == 0, result.stderr[-2000:]
    mine, theirs = files(built), files(other)
    assert mine.keys() == theirs.keys()
    assert [name for name in mine if mine[name] != theirs[name]] == []


def test_summary_says_what_was_made(built: Path) -> None:
    result = build(built)
    assert "5 texts (0 converted), 111 turns" in result.stdout
    assert "no findings" in result.stdout
    assert "site/index.html" in result.stdout


def test_second_build_touches_nothing(built: Path) -> None:
    before = {p: p.stat().st_mtime_ns for p in (built / "site").rglob("*") if p.is_file()}
    build(built)
    assert {p: p.stat().st_mtime_ns for p in (built / "site").rglob("*") if p.is_file()} == before


@contextmanager
def changed(built: Path, name: str, old: bytes, new: bytes) -> Iterator[None]:
    """A file of ``tei/`` is another for a while; whatever is tried then, the site is as it was when it is over."""
    before, path = files(built / "site"), built / "tei" / name
    text = path.read_bytes()
    assert old in text
    path.write_bytes(text.replace(old, new, 1))
    yield
    path.write_bytes(text)
    assert files(built / "site") == before


def test_a_killed_build_leaves_the_old_site(built: Path) -> None:
    before = files(built / "site")
    with changed(built, "edition.xml", b"fell out", b"parted"):
        process = subprocess.Popen([sys.executable, "-m", "rift", "build", "--editions", "html,text"], cwd=built,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.6)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert files(built / "site") == before
    assert build(built).returncode == 0
    assert files(built / "site") == before


def test_a_watching_build_stays_and_tells_of_faults(built: Path) -> None:
    command = [sys.executable, "-m", "rift", "build", "--editions", "html,text", "--watch"]
    process = subprocess.Popen(command, cwd=built, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def next_build() -> str:
        printed = ""
        for line in process.stdout:
            printed += line
            if line.startswith("done in "):
                return printed
        raise AssertionError(f"it ended: {printed}")
    lock = built / "tei" / "register" / ".#persons.xml"  # as an editor leaves it beside what is open
    lock.symlink_to("somebody@somewhere")
    try:
        assert "0 made now" in next_build()
        with changed(built, "edemskiy.xml", b"</body>", b"</bdy>"):
            assert "XML-001" in next_build()
        assert "0 made now" in next_build()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
    finally:
        process.kill()
        lock.unlink()


def test_a_failing_check_publishes_nothing(built: Path) -> None:
    with changed(built, "events.xml", b"register/persons.xml#khrushchev", b"register/persons.xml#nobody"):
        result = build(built)
    assert result.returncode == 1
    assert "PTR-" in result.stderr and "nothing was published" in result.stdout


def test_of_a_fault_that_stops_the_pages_the_check_is_told(built: Path) -> None:
    """An element that no template knows: what to do about it says the schema, not the stylesheet."""
    with changed(built, "edemskiy.xml", b"</body>", b"<mystery>?</mystery></body>"):
        result = build(built)
    assert result.returncode == 1
    assert "XSD-001" in result.stderr and "PUB-" not in result.stderr


def test_an_edition_for_the_public_is_checked_too(built: Path) -> None:
    options = ("--editions", "text", "--audience", "public", "--base-url", "https://rift.example/", "--out", "public")
    result = build(built, *options)
    assert result.returncode == 0 and result.stdout.endswith("they are in public\n")
    before = files(built / "public")
    assert b"You did not" in b"".join(files(built / "site" / "text").values())
    assert b"You did not" not in b"".join(before.values())
    with changed(built, "report-1960.xml", b"You did not", b"You did"):
        result = build(built, *options)
    assert result.returncode == 1 and "VER-" in result.stderr and "nothing was published" in result.stdout
    assert files(built / "public") == before
    shutil.rmtree(built / "public")


def test_a_full_disk_at_the_last_moment_is_one_line(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the check has been asked already, what fails then is told as it is."""
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", str(built / "site"))
    with changed(built, "edition.xml", b"fell out", b"parted"), monkeypatch.context() as patched:
        patched.setattr(folder.Path, "rename", full)
        with pytest.raises(Problem, match="PUB-006"):
            Edition(built).publish_checked(built / "site", {"html", "text"})
