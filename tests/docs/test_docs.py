"""What README and sources/README say is so."""

from __future__ import annotations

import re
from pathlib import Path

import click
from lxml import etree

from rift import convert
from rift.annotate import dated, inserted, names, speech, turns
from rift.annotate.corrections import CORRECTION_COLUMNS
from rift.cli import main
from rift.formats import RECIPES
from rift.model.tables import EXCLUSION_COLUMNS
from rift.structure.decided import STRUCTURE_COLUMNS

ROOT = Path(__file__).resolve().parents[2]
TEI = "{http://www.tei-c.org/ns/1.0}"
TABLES = {
    "excluded": EXCLUSION_COLUMNS, "structure": STRUCTURE_COLUMNS, "paragraphs": convert.PARAGRAPH_COLUMNS,
    "hyphens": convert.HYPHEN_COLUMNS, "corrections": CORRECTION_COLUMNS, "speakers": speech.SPEAKER_COLUMNS,
    "labels": turns.LABEL_COLUMNS, "insertions": inserted.INSERTION_COLUMNS, "stages": inserted.STAGE_COLUMNS,
    "names": names.NAME_COLUMNS, "dates": dated.DATE_COLUMNS, "foreign": dated.FOREIGN_COLUMNS, "references": dated.REFERENCE_COLUMNS,
}


def test_every_table_is_documented_with_its_columns() -> None:
    text = (ROOT / "sources" / "README.md").read_text(encoding="utf-8")
    told = {name: tuple(columns.split()) for name, columns in re.findall(r"^\| `(\w+)\.tsv` \| `([^`]+)`", text, re.M)}
    assert told == TABLES


def test_no_table_is_there_that_nobody_reads() -> None:
    assert {p.stem for p in (ROOT / "sources").glob("*/*.tsv")} <= set(TABLES)


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
