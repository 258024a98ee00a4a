"""What was found sound is not checked again, and no fault is overlooked for that."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rift.checked import Checked
from rift.edition import Edition

ROOT = Path(__file__).resolve().parents[2]
EVENTS, REPORT, PERSONS = "tei/events.xml", "tei/report-1960.xml", "tei/register/persons.xml"
NOTE = '<note type="editorial" resp="#rift"><p>One word more.</p></note>'


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """A copy of the edition in which a check found nothing."""
    folder = tmp_path_factory.mktemp("edition")
    for part in ("sources", "tei"):
        shutil.copytree(ROOT / part, folder / part)
    edition = Edition(folder)
    assert edition.check() == []
    return edition


@contextmanager
def changed(edition: Edition, name: str, old: str, new: str) -> Iterator[None]:
    """A file is another for a while."""
    path = edition.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    yield
    path.write_text(text, encoding="utf-8")


def found(edition: Edition) -> set[tuple[str, str]]:
    """Files with findings, and their codes."""
    return {(finding.place.path, finding.code) for finding in edition.check()}


def test_nothing_changed(edition: Edition) -> None:
    assert Checked(edition.root).is_clean


@pytest.mark.parametrize("record", ["[]", '{"alone": []}', "<<<<<<< mine"])
def test_of_a_damaged_record_nothing_is_believed(edition: Edition, record: str) -> None:
    path = edition.root / ".rift" / "checked.json"
    whole = path.read_text()
    path.write_text(record)
    assert not Checked(edition.root).is_clean and Checked(edition.root).sound == frozenset()
    path.write_text(whole)


def test_a_change_leaves_the_other_files_sound(edition: Edition) -> None:
    everything = Checked(edition.root).sound
    assert {EVENTS, REPORT, PERSONS} <= everything
    with changed(edition, REPORT, "</p>\n</sp>", f"{NOTE}</p>\n</sp>"):
        assert not Checked(edition.root).is_clean
        assert Checked(edition.root).sound == everything - {REPORT}


def test_another_raw_text_makes_its_tei_doubtful(edition: Edition) -> None:
    with changed(edition, "sources/report-1960/text.txt", "Moscow", "Moskow"):
        assert REPORT not in Checked(edition.root).sound
        assert EVENTS in Checked(edition.root).sound


def test_a_fault_stays_found_when_another_file_changes(edition: Edition) -> None:
    with changed(edition, REPORT, "</p>\n</sp>", "<mystery/></p>\n</sp>"):
        assert (REPORT, "XSD-001") in found(edition)
        with changed(edition, "tei/edition.xml", "fell out", "parted"):
            assert (REPORT, "XSD-001") in found(edition)
    assert found(edition) == set()


def test_a_text_that_was_not_proved_is_not_sound(edition: Edition) -> None:
    """The first text cannot be compared, and so the proof of the second is not begun."""
    with changed(edition, REPORT, "You did not", "You did"):
        with changed(edition, "tei/edemskiy.xml", "</body>", "</bdy>"):
            assert ("tei/edemskiy.xml", "XML-001") in found(edition)
        assert {path for path, code in found(edition) if code.startswith("VER-")} == {REPORT}
    assert found(edition) == set()


def test_a_file_that_changes_during_the_check_is_not_sound(edition: Edition) -> None:
    checked = Checked(edition.root)
    assert {REPORT, EVENTS} <= checked.sound
    with changed(edition, REPORT, "You did not", "You did"):
        recorded = json.loads(checked.record([]))
    assert recorded["whole"] == ""
    assert EVENTS in recorded["alone"] and REPORT not in recorded["alone"]


def test_a_sound_file_may_point_to_what_is_gone(edition: Edition) -> None:
    with changed(edition, PERSONS, 'xml:id="gjerazi"', 'xml:id="gjerazi2"'):
        assert REPORT in Checked(edition.root).sound
        assert (REPORT, "PTR-002") in found(edition)
    assert found(edition) == set()


def test_evidence_may_be_gone_from_a_text(edition: Edition) -> None:
    """The register is sound by itself, but the passage that a statement rests on has lost the name."""
    text = (edition.root / REPORT).read_text(encoding="utf-8")
    with changed(edition, REPORT, text, text.replace("Gjerazi", "Nobody")):
        assert (PERSONS, "EVD-001") in found(edition)
    assert found(edition) == set()
