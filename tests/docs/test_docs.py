"""What README and sources/README say is so."""

from __future__ import annotations

import re
from pathlib import Path

import click
from lxml import etree

from rift.cli import main
from rift.decisions import EXCLUDED, TABLES
from rift.formats import RECIPES
from rift.model.source import RIGHTS, SETTINGS, read_source
from rift.model.tables import EXCLUSION_COLUMNS

ROOT = Path(__file__).resolve().parents[2]
TEI = "{http://www.tei-c.org/ns/1.0}"
COLUMNS = {EXCLUDED: EXCLUSION_COLUMNS} | {name: table.columns for name, table in TABLES.items()}
SOURCES = (ROOT / "sources" / "README.md").read_text(encoding="utf-8")


def test_every_table_is_documented_with_its_columns() -> None:
    told = {name: tuple(columns.split()) for name, columns in re.findall(r"^\| `(\w+)\.tsv` \| `([^`]+)`", SOURCES, re.M)}
    assert told == COLUMNS


def test_every_value_that_a_column_takes_is_documented() -> None:
    for name, table in TABLES.items():
        row = re.search(rf"^\| `{name}\.tsv` .*$", SOURCES, re.M)[0]
        for values in table.values.values():
            assert all(f"`{value.rstrip('+')}`" in row for value in values), name


def test_every_setting_and_format_is_documented_and_the_example_can_be_read(tmp_path) -> None:
    assert all(f"`{name}`" in SOURCES for name in (*SETTINGS, *RIGHTS, *RECIPES))
    example = re.search(r"^```toml\n(.*?)^```$", SOURCES, re.M | re.S)[1]
    folder = tmp_path / "sources" / "harbour-diary"
    folder.mkdir(parents=True)
    (folder / "source.toml").write_text(example, encoding="utf-8")
    assert read_source(folder, tmp_path).format in RECIPES


def test_every_command_and_only_those_are_in_readme() -> None:
    told = set(re.findall(r"^\| `rift (\w+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.M))
    assert told == set(main.commands)
    assert isinstance(main, click.Group)


def test_formats_are_in_readme() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in text for name in RECIPES)


def test_links_of_readme_lead_to_files() -> None:
    for page in ("README.md", "sources/README.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", (ROOT / page).read_text(encoding="utf-8")):
            assert (ROOT / page).parent.joinpath(target).exists(), target


def test_first_two_blocks_of_readme_are_the_commands_of_ci() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S)
    assert "rift build" in blocks[0] and "pytest -n auto" in blocks[1]


def test_what_is_said_of_events_names_pages_and_turns_and_no_raw_lines() -> None:
    """``p. 177``, ``turn 23``: an address like ``k13017`` tells a reader nothing."""
    notes = etree.parse(str(ROOT / "tei" / "events.xml")).getroot().iter(f"{TEI}p", f"{TEI}desc", f"{TEI}label")
    said = {"".join(note.itertext()) for note in notes}
    assert not [words for words in said if re.search(r"\b[kretm]\d{2,5}\b", words)]
