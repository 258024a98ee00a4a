"""Measure the edition of this repository."""

from __future__ import annotations

from pathlib import Path

from . import entities, memoir, records
from .figures import TEXTS, Figure
from .located import Located

ROOT = Path(__file__).parents[2]


def measure(root: Path = ROOT) -> list[Figure]:
    """All figures of the edition at ``root``."""
    texts = {source: Located.read(root, text) for source, text in TEXTS.items()}
    return [*memoir.figures(texts["002"]), *records.figures(texts), *entities.figures(texts, root)]
