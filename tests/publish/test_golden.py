"""The small edition against golden files. ``REGENERATE=1 pytest tests/publish/test_golden.py`` writes them; read the diff."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from rift.publish import publish

CASES = Path(__file__).parent / "cases"
UNSTABLE = {".rift.json"}  # digests of the program


@pytest.mark.parametrize("case", sorted(p.name for p in CASES.iterdir()))
def test_golden(case, tmp_path):
    out = tmp_path / "site"
    publish(CASES / case / "in", out, {"html", "text"})
    shutil.rmtree(out / "assets")
    made = {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file() and p.name not in UNSTABLE}
    golden = CASES / case / "golden"
    if os.environ.get("REGENERATE"):
        shutil.rmtree(golden, ignore_errors=True)
        shutil.copytree(out, golden, ignore=shutil.ignore_patterns(*UNSTABLE))
    kept = {p.relative_to(golden).as_posix(): p.read_bytes() for p in golden.rglob("*") if p.is_file()}
    assert sorted(made) == sorted(kept)
    for path, data in made.items():
        assert data.decode() == kept[path].decode(), path
