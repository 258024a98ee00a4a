"""What a build found out about parts of an edition, for the next one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Memory:
    """Findings by digest of all that they depend on. ``known``: those of the last build; ``kept``: those that this one
    asked for, new ones included. A finding is plain data, as JSON can hold it."""

    def __init__(self, known: dict[str, Any] | None = None):
        self._known = known or {}
        self.kept: dict[str, Any] = {}

    def of(self, digest: str, find: Callable[[], Any]) -> Any:
        """What is known under ``digest``; else what ``find`` gives."""
        if digest not in self.kept:
            self.kept[digest] = self._known[digest] if digest in self._known else find()
        return self.kept[digest]
