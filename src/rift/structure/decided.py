"""What a reader decided about blocks: rows of ``structure.tsv``.

A row without ``to`` names the element of the block that begins on the line; a row with it puts an element around the
blocks from ``line`` to ``to``.
"""

from __future__ import annotations

from rift.model.document import Group
from rift.model.outline import Outline

STRUCTURE_COLUMNS = ("line", "to", "element", "attributes", "reason")


def _attributes(cell: str) -> dict[str, str]:
    """``who=a type=b`` as a dictionary."""
    return dict(pair.split("=", 1) for pair in cell.split() if "=" in pair)


def kinds(outline: Outline) -> None:
    """Give blocks the element that their row names."""
    blocks = {d.line: d for d in reversed(outline.drafts)}
    for row in outline.structure_rows:
        if row["to"]:
            continue
        draft = blocks.get(row.number("line"))
        if draft is None:
            outline.unmatched.append(row)
        else:
            draft.kind = row["element"]
            draft.attributes |= _attributes(row["attributes"])


def groups(outline: Outline) -> None:
    """Put elements around blocks, inside the groups that rules made."""
    first = {d.line: k for k, d in reversed(list(enumerate(outline.drafts)))}
    last = {d.line: k for k, d in enumerate(outline.drafts)}
    for row in outline.structure_rows:
        if not row["to"]:
            continue
        start, stop = first.get(row.number("line")), last.get(row.number("to"))
        if start is None or stop is None or stop < start or any(_cross(g, start, stop) for g in outline.groups):
            outline.unmatched.append(row)
        else:
            outline.group(row["element"], start, stop, **_attributes(row["attributes"]))


def _cross(group: Group, start: int, stop: int) -> bool:
    """Whether one begins outside of the other and ends in it."""
    return group.first < start <= group.last < stop or start < group.first <= stop < group.last
