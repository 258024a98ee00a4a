"""Which texts a public edition withholds, and why: what ``sources/<id>/source.toml`` says of their rights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rift.model.source import Rights, read_source

UNKNOWN = "nothing is known about its rights"  # a text without source.toml


@dataclass(frozen=True)
class Withheld:
    """Why a text is withheld. ``quoted``: ``reason`` is in the words of its source, not in those of this edition."""

    reason: str
    quoted: bool = False


def withheld_texts(root: Path, texts: Iterable[str]) -> dict[str, Withheld]:
    """Those of ``texts`` (ids) whose source does not welcome their publication (``rights.public`` is not ``full``)."""
    found = {text: _rights(root, text) for text in texts}
    return {
        text: Withheld(rights.reason or UNKNOWN, bool(rights.reason) and rights.reason in rights.statement)
        for text, rights in found.items()
        if rights.public != "full"
    }


def rights_files(root: Path) -> list[Path]:
    """The files that decide it, sorted."""
    return sorted((root / "sources").glob("*/source.toml"))


def _rights(root: Path, text: str) -> Rights:
    folder = root / "sources" / text
    return read_source(folder, root).rights if (folder / "source.toml").exists() else Rights()
