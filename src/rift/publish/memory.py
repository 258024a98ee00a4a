"""What a build found out about parts of an edition, for the next one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rift.publish.product import digest


class Memory:
    """Findings by digest of all that they depend on, beside the ``program`` that finds them. ``known``: those of the last
    build; ``kept``: those that this one asked for, new ones included. A finding is plain data, as JSON can hold it."""

    def __init__(self, known: dict[str, Any] | None = None, program: str = ""):
        self._known = known or {}
        self._program = program
        self.kept: dict[str, Any] = {}

    def of(self, made_from: str, find: Callable[[], Any]) -> Any:
        """What is known under the digest ``made_from``; else what ``find`` gives."""
        key = digest(self._program, made_from)
        if key not in self.kept:
            self.kept[key] = self._known[key] if key in self._known else find()
        return self.kept[key]
