"""Names as plain data: what the registers say about printed forms, without their XML."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple


class Entity(NamedTuple):
    """An entry of a register: id, file of the register, element that names it, side (``albanian``, ``soviet`` …)."""

    id: str
    file: str
    element: str
    side: str = ""

    @property
    def pointer(self) -> str:
        return f"{self.file}#{self.id}"


@dataclass
class Lexicon:
    """Entities by id, and by printed form: ``sure`` forms always name them, ``context`` forms only where others do."""

    entities: dict[str, Entity] = field(default_factory=dict)
    sure: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    context: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))

    def pointers(self, ids: str) -> str:
        """``hoxha shehu`` as pointers into the registers; what is no id of a register stays as it is."""
        return " ".join([self.entities[i].pointer if i in self.entities else i for i in ids.split()])

    def person(self, words: str) -> str:
        """Id of the one person whose name, with or without title and initials, ``words`` are; else nothing."""
        for form in dict.fromkeys((words, words.split()[-1] if words.split() else "")):
            entities = [*self.sure.get(form, ()), *self.context.get(form, ())]
            found = {e.id for e in entities if e.element == "persName"}
            if found:
                return found.pop() if len(found) == 1 else ""
        return ""
