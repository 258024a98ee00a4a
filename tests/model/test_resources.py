"""Schema and transforms: the edition's own come first."""

from __future__ import annotations

from pathlib import Path

from rift.model.resources import resource_folder

ROOT = Path(__file__).parents[2]


def test_without_a_folder_of_its_own_an_edition_gets_the_one_of_the_package(tmp_path: Path) -> None:
    assert (resource_folder("schema", tmp_path) / "rift.xsd").is_file()
    assert resource_folder("transforms", tmp_path).is_dir()


def test_an_empty_folder_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "schema").mkdir()
    assert resource_folder("schema", tmp_path) != tmp_path / "schema"


def test_a_folder_of_its_own_comes_first(tmp_path: Path) -> None:
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "rift.xsd").write_text("", encoding="utf-8")
    assert resource_folder("schema", tmp_path) == tmp_path / "schema"
    assert resource_folder("schema", ROOT) == ROOT / "schema"
