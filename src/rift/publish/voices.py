"""On which side a speaker stands, as the register of persons says (``person/@ana="#side-soviet"``)."""

from __future__ import annotations

from rift.publish.addresses import landing
from rift.publish.files import TeiFile

SIDE = "#side-"


def side_of(who: str, file: str, registers: dict[str, TeiFile]) -> str:
    """Side (``soviet``) of the speakers that ``@who`` in ``file`` points to; empty if unknown or not the same for all."""
    sides = set()
    for pointer in who.split():
        path, xml_id = landing(pointer, file)
        person = registers[path].elements.get(xml_id) if path in registers else None
        stated = [] if person is None else person.get("ana", "").split()
        sides.add(next((s.removeprefix(SIDE) for s in stated if s.startswith(SIDE)), ""))
    return sides.pop() if len(sides) == 1 else ""
