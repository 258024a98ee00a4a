"""Who speaks in a turn: the label's name, a row of ``labels.tsv`` where the label is a phrase."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rift.annotate.decisions import locate
from rift.model.document import Document, Mark
from rift.model.tables import Row

LABEL_COLUMNS = ("line", "words", "who", "toWhom", "reason")
# What stands in a label beside the name: a manner in brackets, or a participle.
MANNER = re.compile(r"\([^)]*\)|\b(?:reading|speaking|laughing|shouting|interrupting|continuing)\b[^:]*")


def turn_speakers(document: Document, rows: Sequence[Row], person: Callable[[str], str], lost: list[Row]) -> tuple[list[Mark], list[tuple[int, str]]]:
    """Give each turn its speaker; marks for manners in labels, and raw line and label of turns whose speaker nobody knows."""
    decided = {row.number("line"): row for row in rows}
    seen: set[int] = set()
    marks, unknown = [], []
    for group in document.groups:
        block = document.blocks[group.first]
        if group.name != "sp" or block.kind != "speaker":
            continue
        label = document.text[block.start:block.end]
        row = decided.get(block.line)
        if row and locate(document, block.line, row["words"]):
            seen.add(block.line)
            group.attributes |= {"who": row["who"]} | ({"toWhom": row["toWhom"]} if row["toWhom"] else {})
        elif who := person(MANNER.sub("", label).strip(" :")):
            group.attributes["who"] = who
        else:
            unknown.append((block.line, label))
        if manner := MANNER.search(label.rstrip(": ")):
            start = block.start + manner.start()
            marks.append(Mark(start, start + len(manner[0].rstrip()), "seg", (("type", "delivery"),), 2))
    lost += [row for row in rows if row.number("line") not in seen]
    return marks, unknown
