"""``xml:id``s are addresses: siglum and raw line, with the element's name where several begin on a line."""

from __future__ import annotations

from collections import Counter


class Ids:
    """Gives each element of a text its id, in document order."""

    def __init__(self, siglum: str):
        self.siglum = siglum
        self._bare: set[int] = set()
        self._named: Counter[tuple[int, str]] = Counter()

    def block(self, line: int, name: str) -> str:
        """Id of a division, turn or block: the first that begins on the line has the bare address."""
        if line not in self._bare:
            self._bare.add(line)
            return f"{self.siglum}{line}"
        return self.inner(line, name)

    def inner(self, line: int, name: str) -> str:
        """Id of anything inside a block, with its name, and its number from the second on."""
        self._named[line, name] += 1
        count = self._named[line, name]
        return f"{self.siglum}{line}.{name}{count if count > 1 else ''}"
