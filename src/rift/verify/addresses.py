"""Are the ids true? An ``xml:id`` of a text names the raw line on which its element begins."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from rift.diagnostics import Finding, Place, finding
from rift.verify.cursor import KEPT, MARK, MOVED, Step
from rift.verify.projection import NOTE, PAGE, Projection
from rift.verify.source import Source

_ADDRESS = re.compile(r"[a-z]+([0-9]+)(?:\..+)?")


def check_addresses(source: Source, tei: Projection, steps: Sequence[Step], tei_name: str) -> Iterator[Finding]:
    """VER-009 for every id of the form of an address whose element begins on another raw line.

    A note begins at its mark, a page with its first text. An element whose first character is itself a fault is passed over.
    """
    matched = sorted((step.j, step.i, step.length) for step in steps if step.kind in (KEPT, MOVED))
    marks = {step.j: step.i for step in steps if step.kind == MARK and tei.text[step.j] == NOTE}
    for address in tei.addresses:
        said = _ADDRESS.fullmatch(address.id)
        first = _first(tei.text, address.start)
        index = marks.get(first) if tei.text[first] == NOTE else _source_index(matched, first)
        if said is None or index is None or source.line(index) == int(said[1]):
            continue
        place = Place(tei_name, *tei.place_of_byte(address.byte))
        raw = Place(f"sources/{source.raw.id}/text.txt", *source.raw.place(source.offset(index)))
        yield finding("VER-009", place, raw=raw, id=address.id, said=said[1], line=raw.line)


def _first(text: str, index: int) -> int:
    """The first printed character from here, which may be a note's mark."""
    while text[index] in (" ", PAGE):
        index += 1
    return index


def _source_index(matched: list[tuple[int, int, int]], j: int) -> int | None:
    """The place in the source of a character of the TEI; None if it was not matched."""
    step = bisect_right(matched, (j, float("inf"), 0)) - 1
    if step < 0:
        return None
    start, i, length = matched[step]
    return i + j - start if j < start + length else None
