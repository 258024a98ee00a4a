"""A second, invented text of each format, converted by the same rules: ``in/`` against ``golden/``.

``pytest tests/cases --regenerate`` writes the golden files; read their diff before you commit it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rift.convert import Conversion, convert
from rift.formats import RECIPES
from rift.model.source import read_raw
from rift.model.tables import read_exclusions
from rift.registers import read_lexicon
from rift.validate import validate_edition
from rift.verify import verify_text

HERE = Path(__file__).parent
CASES = sorted(folder.parent.name for folder in HERE.glob("*/in"))


def converted(root: Path) -> list[Conversion]:
    lexicon = read_lexicon(root)
    return [convert(root, folder.name, lexicon) for folder in sorted((root / "sources").iterdir())]


def worklist(conversion: Conversion) -> str:
    return "".join(f"{found.raw.line}: {found.message}\n" for found in conversion.worklist)


def test_every_format_has_a_case():
    assert set(CASES) == set(RECIPES)


@pytest.fixture(params=CASES)
def case(request) -> Path:
    return HERE / request.param


def test_a_case_is_converted_as_the_golden_files_say(case, pytestconfig):
    made = {}
    for conversion in converted(case / "in"):
        assert conversion.findings == []
        made[f"{conversion.source.id}.xml"] = conversion.tei.decode()
        made[f"{conversion.source.id}.worklist.txt"] = worklist(conversion)
    golden = case / "golden"
    if pytestconfig.getoption("--regenerate"):
        shutil.rmtree(golden, ignore_errors=True)
        golden.mkdir()
        for name, text in made.items():
            (golden / name).write_text(text, encoding="utf-8")
    assert {path.name: path.read_text(encoding="utf-8") for path in golden.iterdir()} == made


def test_golden_files_are_valid(case, tmp_path):
    edition = Path(shutil.copytree(case / "in", tmp_path / "edition"))
    for path in (case / "golden").glob("*.xml"):
        shutil.copy(path, edition / "tei")
    assert [str(found) for found in validate_edition(edition)] == []


def test_golden_files_have_every_character(case):
    for conversion in converted(case / "in"):
        source = conversion.source
        folder = case / "in" / "sources" / source.id
        raw = read_raw(folder, case / "in", source)
        table = folder / "excluded.tsv"
        exclusions = read_exclusions("excluded.tsv", table.read_text(encoding="utf-8"), raw) if table.exists() else ()
        ledger = verify_text(raw, exclusions, (case / "golden" / f"{source.id}.xml").read_bytes(), f"tei/{source.id}.xml")
        assert (list(ledger.findings), ledger.unaccounted) == ([], 0)
