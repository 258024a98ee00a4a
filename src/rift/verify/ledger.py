"""The account of one raw text: what became of each of its characters."""

from __future__ import annotations

from dataclasses import dataclass

from rift.diagnostics import Finding


@dataclass(frozen=True)
class Ledger:
    """Characters of the raw text by class.

    ``counts`` are the characters that are text, by what became of them, in the order of the steps; ``excluded`` those that are
    not, by kind and reason; ``unaccounted`` those that nothing explains. Together they are ``characters``.
    """

    text: str
    characters: int
    counts: dict[str, int]
    excluded: dict[tuple[str, str], int]
    unaccounted: int
    findings: tuple[Finding, ...]

    def as_dict(self) -> dict:
        """Plain data for ``--format json``, without the findings."""
        return {
            "text": self.text,
            "characters": self.characters,
            "counts": dict(self.counts),
            "excluded": [{"kind": kind, "reason": reason, "characters": count} for (kind, reason), count in self.excluded.items()],
            "unaccounted": self.unaccounted,
        }
