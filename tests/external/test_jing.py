"""The edition, the small edition of the tests and the ODD are valid TEI by the standard's own schema."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from rift.publish import publish

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
STANDARD = HERE / "tei_all.rng"
JING = shutil.which("jing")

pytestmark = pytest.mark.skipif(JING is None, reason="jing is not installed (Debian: apt-get install jing)")


def complaints(files: list[Path]) -> list[str]:
    """What jing says of the files; warnings of its Java launcher are left out."""
    run = subprocess.run([JING, str(STANDARD), *map(str, files)], capture_output=True, text=True, timeout=300)
    told = [line for line in run.stdout.splitlines() if line.strip()]
    assert run.returncode == 0 or told, run.stderr
    return told


@pytest.mark.parametrize("edition", ["tei", "tests/cases/edition/tei"])
def test_every_file_is_valid_tei(edition: str) -> None:
    files = sorted((ROOT / edition).rglob("*.xml"))
    assert files
    assert complaints(files) == []


def test_the_index_of_letters_is_valid_tei(whole_site: Path) -> None:
    assert complaints([whole_site / "cmif.xml"]) == []


def test_the_odd_is_valid_tei() -> None:
    assert complaints([ROOT / "schema" / "rift.odd"]) == []


def test_what_is_no_tei_is_found(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.xml"
    wrong.write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>', encoding="utf-8")
    assert complaints([wrong])


def test_texts_that_are_withheld_from_the_public_are_valid_tei(tmp_path: Path) -> None:
    publish(ROOT, tmp_path / "site", {"tei"}, audience="public")
    files = sorted((tmp_path / "site" / "tei").rglob("*.xml"))
    assert files
    assert complaints(files) == []
