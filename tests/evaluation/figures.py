"""A figure: what of the gold was found, and what was found beside it."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

GOLD = Path(__file__).parent / "gold"
TEXTS = {"000": "memorandum-1956", "001": "report-1960", "002": "khrushchevites", "003": "edemskiy", "004": "tirana-observatory"}


def tsv(file: str) -> list[dict[str, str]]:
    with (GOLD / file).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))


def jsonl(file: str) -> list[dict]:
    return [json.loads(line) for line in (GOLD / file).read_text(encoding="utf-8").splitlines() if line.strip()]


def digest() -> str:
    """One digest of all gold files."""
    made = sha256()
    for path in sorted(GOLD.iterdir()):
        made.update(path.name.encode() + b"\0" + path.read_bytes())
    return made.hexdigest()


@dataclass
class Figure:
    """``precision`` is None where the gold does not say what is too much."""

    name: str
    negatives: bool = True
    hits: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    def count(self, found: bool, what: str) -> None:
        if found:
            self.hits += 1
        else:
            self.missed.append(what)

    @property
    def recall(self) -> float:
        return self.hits / max(self.hits + len(self.missed), 1)

    @property
    def precision(self) -> float | None:
        return self.hits / max(self.hits + len(self.extra), 1) if self.negatives else None

    def __str__(self) -> str:
        precision = f"{self.precision:.3f}" if self.negatives else "    –"
        return f"{self.name:34} {self.hits + len(self.missed):5} {precision:>6} {self.recall:.3f}"
