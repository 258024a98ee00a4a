"""Files to be made, each with a digest of all that it is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True)
class Product:
    """Files that one run makes. ``paths`` in the output folder; ``digest`` of everything they depend on.

    ``make`` gives the bytes of each path, in that order. It is not called if files of the same digest are there.
    """

    paths: tuple[str, ...]
    digest: str
    make: Callable[[], tuple[bytes, ...]]

    def files(self) -> Iterable[tuple[str, bytes]]:
        """Make them: each path with its bytes."""
        return zip(self.paths, self.make(), strict=True)


@dataclass(frozen=True)
class Bundle:
    """Files whose names are known only when they are made (those of a search index). ``make`` gives path and bytes."""

    digest: str
    make: Callable[[], Iterable[tuple[str, bytes]]]
    paths: tuple[str, ...] = ()

    def files(self) -> Iterable[tuple[str, bytes]]:
        """Make them: each path with its bytes."""
        return self.make()


def digest(*parts: bytes | str) -> str:
    """SHA-256 of the parts; where one ends and the next begins counts."""
    total = sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(b"%d:" % len(data) + data)
    return total.hexdigest()
