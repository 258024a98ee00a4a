"""Where files are: those of an edition, and the schema and transforms in it, in the installed package, or in the checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

PACKAGE = Path(__file__).parents[1]  # the folder of ``rift`` itself
PARTS = ("sources", "tei", "schema", "transforms")  # folders of an edition
ABOUT_TEXTS = ("edition", "events")  # files of tei/ that speak about the texts


def files_of(folder: Path, pattern: str) -> list[Path]:
    """Files below ``folder`` that match (``*.xml``, ``**/*``), sorted. Hidden ones are left out: an editor keeps them beside what
    is open, sometimes as links to nothing."""
    return sorted(path for path in folder.glob(pattern) if not path.name.startswith(".") and path.is_file())


def resource_folder(name: Literal["schema", "transforms"], edition_root: Path) -> Path:
    """Folder ``name`` of the edition at ``edition_root``; if it has none, the one that came with the package.

    The wheel holds it as ``rift/<name>``; a checkout (or an editable install) has it beside ``src``.
    Raises ``FileNotFoundError`` if it is nowhere, which only a broken installation can cause.
    """
    candidates = (Path(edition_root) / name, PACKAGE / name, PACKAGE.parent.parent / name)
    for folder in candidates:
        if folder.is_dir() and any(folder.iterdir()):
            return folder
    raise FileNotFoundError(f"no folder {name!r} in {', '.join(str(c) for c in candidates)}")
