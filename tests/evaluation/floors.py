"""Floors: no figure may fall below what was once reached.

``floors.toml`` pins them beside the digest of the gold they were measured on, and a seal over both: a floor that was
lowered by hand breaks the seal. ``python -m evaluation --lower`` (in ``tests/``) lowers, ``--raise`` raises.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import floor
from pathlib import Path

from .figures import Figure, digest

PATH = Path(__file__).parent / "floors.toml"
HEADER = "# Written by `python -m evaluation --raise` or `--lower` in tests/; a change by hand breaks the seal.\n"


@dataclass(frozen=True)
class Floor:
    """The least recall and precision of a figure (precision 0 where it is not measured), with a note."""

    recall: float = 0.0
    precision: float = 0.0
    note: str = ""

    def holds(self, figure: Figure) -> bool:
        return figure.recall >= self.recall and (figure.precision or 0) >= self.precision


@dataclass(frozen=True)
class Floors:
    gold: str
    seal: str
    figures: dict[str, Floor]


def read() -> Floors:
    """The floors as pinned; none if there is no file yet."""
    if not PATH.exists():
        return Floors("", "", {})
    table = tomllib.loads(PATH.read_text(encoding="utf-8"))
    return Floors(table.pop("gold"), table.pop("seal"), {name: Floor(**row) for name, row in table.items()})


def seal(gold: str, floors: dict[str, Floor]) -> str:
    """Digest over the digest of the gold and all floors."""
    rows = [f"{name}\t{f.recall}\t{f.precision}" for name, f in sorted(floors.items())]
    return sha256("\n".join([gold, *rows]).encode()).hexdigest()


def raised(before: dict[str, Floor], figures: Sequence[Figure], wanted: Collection[str] = ()) -> dict[str, Floor]:
    """Floors at what is reached where that is more; of the ``wanted`` figures only, if any are named."""
    made: dict[str, Floor] = {}
    for figure in figures:
        old, new = before.get(figure.name, Floor(note="being written")), reached(figure)
        chosen = not wanted or any(part in figure.name for part in wanted)
        made[figure.name] = Floor(max(old.recall, new.recall), max(old.precision, new.precision)) if chosen else old
    return made


def reached(figure: Figure) -> Floor:
    """What a figure reaches, rounded down."""
    return Floor(_down(figure.recall), _down(figure.precision or 0))


def _down(share: float) -> float:
    return floor(share * 1000) / 1000


def write(floors: dict[str, Floor]) -> None:
    gold = digest()
    parts = [HEADER, f'gold = "{gold}"\nseal = "{seal(gold, floors)}"\n']
    for name, row in floors.items():
        parts.append(f'["{name}"]\nrecall = {row.recall}\nprecision = {row.precision}\n' + (f'note = "{row.note}"\n' if row.note else ""))
    PATH.write_text("\n".join(parts), encoding="utf-8")
