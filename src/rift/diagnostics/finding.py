"""One finding: code, severity, message, place and hint are separate things.

Codes with their severity, message template and hint stand in ``catalogue/*.toml``, one file a step.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path

NOWHERE = "rift"  # what a finding without a place begins with


@dataclass(frozen=True, order=True)
class Place:
    """Where a finding is: a file of the edition, relative to its root, and a line and column from 1 (0: unknown)."""

    path: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.path] + [str(n) for n in (self.line, self.column) if n]
        return ":".join(p for p in parts if p)


@dataclass(frozen=True, order=True)
class Finding:
    """Something a person should know. ``place`` is in the TEI (or table), ``raw`` in the raw text."""

    place: Place
    code: str
    message: str
    severity: str = "error"
    raw: Place = field(default_factory=Place)
    excerpt: str = ""
    hint: str = ""

    def __str__(self) -> str:
        """Stable first line ``path:line:column: severity CODE message`` (``rift: …`` without a place), then raw place, excerpt and hint."""
        lines = [f"{str(self.place) or NOWHERE}: {self.severity} {self.code} {self.message}"]
        if self.raw.path:
            lines.append(f"  from {self.raw}")
        if self.excerpt:
            lines.append(f"  | {self.excerpt}")
        if self.hint:
            lines.append(f"  → {self.hint}")
        return "\n".join(lines)

    def as_dict(self) -> dict:
        """Plain data for ``--format json``."""
        return asdict(self)


def has_error(findings: Iterable[Finding]) -> bool:
    """Whether one of them is an error."""
    return any(one.severity == "error" for one in findings)


class Problem(Exception):
    """A finding that stops the step. ``exit_code`` is 1 (bad input) or 2 (wrong use)."""

    def __init__(self, what: Finding, exit_code: int = 1):
        super().__init__(str(what))
        self.finding = what
        self.exit_code = exit_code

    def __reduce__(self):
        """Travels whole from a worker process."""
        return Problem, (self.finding, self.exit_code)


@cache
def load_catalogue() -> dict[str, dict[str, str]]:
    """Every code with ``severity``, ``message`` (a ``str.format`` template) and ``hint``."""
    import tomllib  # only a finding needs it

    entries: dict[str, dict[str, str]] = {}
    for part in sorted((Path(__file__).parent / "catalogue").iterdir()):
        entries |= tomllib.loads(part.read_text(encoding="utf-8"))
    return entries


def finding(code: str, place: Place, raw: Place | None = None, excerpt: str = "", **facts: object) -> Finding:
    """Make a finding from the catalogue; ``facts`` fill its message and hint. Raises ``KeyError`` for an unknown code."""
    entry = load_catalogue()[code]
    return Finding(
        place=place,
        code=code,
        message=entry["message"].format(**facts),
        severity=entry.get("severity", "error"),
        raw=raw or Place(),
        excerpt=excerpt[:160],
        hint=entry.get("hint", "").format(**facts),
    )
