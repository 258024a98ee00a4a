"""Who speaks in a text, and where: turns of a record, direct speech that a narrative reports, and what others quote.

Not speech: thoughts and formulas (``aloud="false"``). What a speaker quotes of himself is a part of his speech.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from rift.publish.files import TeiFile
from rift.publish.register.entities import Entities
from rift.publish.register.speech import DIV, LABELS, QUOTE, SAID, SP, Speech, Works, speeches
from rift.publish.synopsis.events import Target
from rift.publish.words import pieces


@dataclass(frozen=True)
class Speaker:
    """A person or group (``target``: entry of the register) and what the text lets them say, in its order.

    ``listed``: the name as an index lists it.
    """

    target: Target
    name: str
    listed: str
    speeches: tuple[Speech, ...]

    @property
    def id(self) -> str:
        return self.target[1]


def speakers(file: TeiFile, entities: Entities, works: Works) -> list[Speaker]:
    """Every speaker of a text, in the order of the register."""
    found: dict[Target, list[Speech]] = {}
    for element in file.text.iter(SP, SAID, QUOTE, DIV) if file.text is not None else ():
        for speech in speeches(element, file, works):
            if not speech.is_thought and _has_words(speech):
                for who in speech.who:
                    if who not in speech.by:
                        found.setdefault(who, []).append(speech)
    order = {target: at for at, target in enumerate(entities.by_target)}
    return [_speaker(target, entities, found[target])
            for target in sorted(found, key=lambda target: (order.get(target, len(order)), target))]


def _speaker(target: Target, entities: Entities, said: list[Speech]) -> Speaker:
    entity = entities.of(target)
    names = (target[1], target[1]) if entity is None else (entity.name, entity.listed)
    return Speaker(target, *names, tuple(said))


def _has_words(speech: Speech) -> bool:
    """Whether anything is said: where a text is withheld, nothing is."""
    parts = speech.pieces[0].iterchildren(etree.Element) if speech.mode == "record" else speech.pieces
    return any(piece.strip() for part in parts if part.tag not in LABELS for piece in pieces(part))
