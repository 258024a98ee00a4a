"""What conversion does with what is there: a person's TEI, a table that changed, a disk that is full, a text that is broken."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from rift import converting, writing
from rift.diagnostics import Problem
from rift.edition import Edition

ROOT = Path(__file__).resolve().parents[2]
TEXT = "memorandum-1956"
HEADER = f"sources/{TEXT}/header.xml"


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the edition with one short text, just converted."""
    folder = tmp_path_factory.mktemp("edition")
    shutil.copytree(ROOT / "tei" / "register", folder / "tei" / "register")
    shutil.copytree(ROOT / "sources" / TEXT, folder / "sources" / TEXT)
    assert state(Edition(folder)) == "written"
    return folder


@pytest.fixture
def edition(converted: Path, tmp_path: Path) -> Edition:
    """That copy, for a test to spoil."""
    return Edition(shutil.copytree(converted, tmp_path / "edition"))


def state(edition: Edition, **choices: bool) -> str:
    """State and codes of the text after a conversion."""
    [outcome] = edition.convert([TEXT], **choices)
    return " ".join([outcome.state, *(f.code for f in outcome.findings)])


def tei(edition: Edition) -> Path:
    return edition.root / "tei" / f"{TEXT}.xml"


def change(edition: Edition, name: str = HEADER, old: str = "</p>", new: str = " More.</p>") -> None:
    path = edition.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def edit(edition: Edition) -> bytes:
    """A person adds a comment to the TEI; the file as it is then."""
    change(edition, f"tei/{TEXT}.xml", "</body>", "<!-- mine --></body>")
    return tei(edition).read_bytes()


def everything(edition: Edition) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in edition.root.rglob("*") if path.is_file()}


def test_to_compare_shows_what_conversion_would_change_and_writes_nothing(edition: Edition) -> None:
    change(edition)
    before = everything(edition)
    [outcome] = edition.compare([TEXT])
    assert (outcome.state, outcome.findings) == ("differs", [])
    assert "⟦ More.⟧</p>" in outcome.diff
    assert everything(edition) == before
    assert state(edition) == "written"
    assert [(o.state, o.diff) for o in edition.compare([TEXT])] == [("current", "")]


def test_to_compare_shows_what_a_person_changed(edition: Edition) -> None:
    edit(edition)
    [outcome] = edition.compare([TEXT])
    assert [f.code for f in outcome.findings] == ["CNV-002"]
    assert "as it stands: ⟦<!-- mine -->⟧</body>" in outcome.diff
    change(edition)
    assert [f.code for f in edition.compare([TEXT])[0].findings] == ["CNV-001"]


def test_a_file_that_an_editor_leaves_beside_a_table_is_no_source(edition: Edition) -> None:
    edit(edition)
    for name in ("names.tsv~", ".DS_Store", ".#names.tsv"):
        (edition.root / "sources" / TEXT / name).touch()
    assert state(edition) == "kept CNV-002"
    (edition.root / "sources" / TEXT / "paragraphs.tsv").write_text("line\tdecision\treason\n")
    assert state(edition) == "kept CNV-001"


def test_an_edited_file_is_overwritten_if_asked_for_and_kept(edition: Edition) -> None:
    mine = edit(edition)
    [outcome] = edition.convert([TEXT], force=True)
    assert outcome.findings[0].message.endswith(f"kept as tei/{TEXT}.xml.kept-1")
    assert (edition.root / f"tei/{TEXT}.xml.kept-1").read_bytes() == mine != tei(edition).read_bytes()


def test_tei_saved_in_another_encoding_can_be_compared_and_overwritten(edition: Edition) -> None:
    tei(edition).write_bytes(tei(edition).read_bytes() + b"\xe9")
    assert "\\xe9" in edition.compare([TEXT])[0].diff
    assert state(edition, force=True) == "written CNV-003"


def test_on_a_full_disk_the_edited_file_stays(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = edit(edition)

    def full(old: Path, new: Path) -> None:
        if new == tei(edition):
            raise OSError(28, "No space left on device")
        rename(old, new)
    rename = os.replace
    monkeypatch.setattr(writing.os, "replace", full)
    [outcome] = edition.convert([TEXT], force=True)
    assert (outcome.state, str(outcome.findings[0]).split(" cannot")[0]) == ("failed", f"tei/{TEXT}.xml: error EDN-004")
    assert tei(edition).read_bytes() == mine


def test_what_a_killed_conversion_wrote_is_no_edit_of_a_person(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends between the TEI and its record; then the source is changed once more."""
    change(edition)
    with monkeypatch.context() as patched:
        def replace(root: Path, path: Path, *rest: object) -> None:
            writing.replace(root, path, *rest)
            if path == tei(edition):
                raise KeyboardInterrupt
        patched.setattr(converting, "replace", replace)
        patched.setattr("rift.parallel.processes", lambda: 1)
        with pytest.raises(KeyboardInterrupt):
            edition.convert([TEXT])
    assert " More.</p>" in tei(edition).read_text(encoding="utf-8")
    change(edition)
    assert state(edition) == "written"
    assert state(edition) == "current"


@pytest.mark.parametrize("record", ["[]", "<<<<<<< mine", ""])
def test_a_damaged_record_never_leads_to_overwriting(edition: Edition, record: str) -> None:
    path = edition.root / "sources" / TEXT / "converted.json"
    path.write_text(record)
    assert state(edition) == "current"
    edit(edition)
    path.write_text(record)
    assert state(edition) == "kept CNV-001"


def test_every_broken_text_is_told_and_the_others_are_converted(edition: Edition) -> None:
    for siglum, name in (("x", "bread"), ("y", "cake")):
        shutil.copytree(edition.root / "sources" / TEXT, edition.root / "sources" / name)
        settings = edition.root / "sources" / name / "source.toml"
        settings.write_text(settings.read_text().replace('siglum = "m"', f'siglum = "{siglum}"'))
        (edition.root / "sources" / name / "names.tsv").write_text("line\n")
    change(edition)
    outcomes = edition.convert(edition.texts)
    assert [(o.text, o.state) for o in outcomes] == [("bread", "failed"), ("cake", "failed"), (TEXT, "written")]
    assert [f"{f.place} {f.code}" for o in outcomes for f in o.findings] == [
        "sources/bread/names.tsv:1 SRC-008", "sources/cake/names.tsv:1 SRC-008"]


def test_every_folder_that_holds_anything_is_a_text(edition: Edition) -> None:
    for name in ("empty", "hidden", ".cache"):
        (edition.root / "sources" / name).mkdir()
    (edition.root / "sources" / "hidden" / ".DS_Store").touch()
    (edition.root / "sources" / ".cache" / "x").touch()
    assert edition.texts == [TEXT]
    (edition.root / "sources" / "empty" / "text.txt").write_text("Hello")
    assert edition.texts == ["empty", TEXT]
    [outcome] = edition.convert(edition.known_texts(["empty"]))
    assert [f"{f.place} {f.code}" for f in outcome.findings] == ["sources/empty/source.toml EDN-006"]
    with pytest.raises(Problem, match="EDN-006"):
        edition.verify(["empty"])


def test_tei_without_a_raw_text_is_told(edition: Edition) -> None:
    assert edition.unproved() == []
    for name in ("edition", "events", "copy"):
        shutil.copy(tei(edition), edition.root / "tei" / f"{name}.xml")
    assert [(f.place.path, f.code, f.severity) for f in edition.unproved()] == [("tei/copy.xml", "EDN-008", "warning")]
    assert "EDN-008" in [f.code for f in edition.check()]
