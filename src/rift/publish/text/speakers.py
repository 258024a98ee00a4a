"""Who speaks in a text, and what: turns of a record and direct speech that a narrative reports.

Not speech: thoughts and formulas (``aloud="false"``). Speech inside a speaker's own speech is a part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from rift.publish.addresses import landing
from rift.publish.files import TeiFile
from rift.publish.register.entities import Entities
from rift.publish.synopsis.events import Target
from rift.publish.text.paged import Line
from rift.publish.words import TEI, XML_ID, is_mark, pieces, words

SP, SAID, SPEAKER = f"{TEI}sp", f"{TEI}said", f"{TEI}speaker"


@dataclass(frozen=True)
class Speaker:
    """A person or group (``id`` of the register) and the elements in which the text lets them speak.

    ``listed``: the name as an index lists it.
    """

    id: str
    name: str
    listed: str
    elements: tuple[etree._Element, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Each turn or speech that has words in the reading text."""
        found = (Line(_address(element), _speech(element)) for element in self.elements)
        return tuple(line for line in found if line.words)


def speakers(file: TeiFile, entities: Entities) -> list[Speaker]:
    """Every speaker of a text, in the order of the register."""
    found: dict[Target, list[etree._Element]] = {}
    for element in file.text.iter(SP, SAID) if file.text is not None else ():
        for pointer in _who(element) - _said_by_around(element):
            if _has_words(element):
                found.setdefault(landing(pointer, file.path), []).append(element)
    order = {target: at for at, target in enumerate(entities.by_target)}
    return [_speaker(target, entities, found[target])
            for target in sorted(found, key=lambda target: (order.get(target, len(order)), target))]


def _speaker(target: Target, entities: Entities, elements: list[etree._Element]) -> Speaker:
    entity = entities.of(target)
    names = (target[1], target[1]) if entity is None else (entity.name, entity.listed)
    return Speaker(target[1], *names, tuple(elements))


def _who(element: etree._Element) -> set[str]:
    return set() if element.get("aloud") == "false" else set(element.get("who", "").split())


def _said_by_around(element: etree._Element) -> set[str]:
    """Whose speech the element is part of."""
    return {pointer for around in element.iterancestors(SP, SAID) for pointer in _who(around)}


def _address(element: etree._Element) -> str:
    """The nearest ``xml:id``."""
    return next((e.get(XML_ID) for e in (element, *element.iterancestors()) if e.get(XML_ID)), "")


def _has_words(element: etree._Element) -> bool:
    """Whether anything is said: where a text is withheld, nothing is."""
    return any(piece.strip() for part in _parts(element) for piece in pieces(part))


def _speech(element: etree._Element) -> str:
    """Reading text without the speaker's label."""
    return " ".join(filter(None, (words(part) for part in _parts(element))))


def _parts(element: etree._Element) -> Iterator[etree._Element]:
    if element.tag == SAID:
        yield element
    else:
        yield from (child for child in element.iterchildren(etree.Element) if child.tag != SPEAKER and not is_mark(child))
