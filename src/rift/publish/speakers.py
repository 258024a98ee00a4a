"""Who speaks in a text, and what: turns of a record and direct speech that a narrative reports.

Not speech: thoughts and formulas (``aloud="false"``). Speech inside a speaker's own speech is a part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from rift.publish.addresses import landing
from rift.publish.files import TeiFile
from rift.publish.paged import Line
from rift.publish.words import TEI, XML_ID, words

SP, SAID, SPEAKER = f"{TEI}sp", f"{TEI}said", f"{TEI}speaker"


@dataclass(frozen=True)
class Speaker:
    """A person or group (``id`` of the register) and what the text lets them say, with the address of each line."""

    id: str
    name: str
    lines: tuple[Line, ...]


def speakers(file: TeiFile, registers: dict[str, TeiFile]) -> list[Speaker]:
    """Every speaker of a text, by name."""
    found: dict[tuple[str, str], list[Line]] = {}
    for element in file.text.iter(SP, SAID) if file.text is not None else ():
        for pointer in _who(element) - _said_by_around(element):
            line = Line(_address(element), _speech(element))
            if line.words:
                found.setdefault(landing(pointer, file.path), []).append(line)
    named = [Speaker(xml_id, _name(registers.get(path), xml_id), tuple(lines)) for (path, xml_id), lines in found.items()]
    return sorted(named, key=lambda speaker: (speaker.name, speaker.id))


def _who(element: etree._Element) -> set[str]:
    return set() if element.get("aloud") == "false" else set(element.get("who", "").split())


def _said_by_around(element: etree._Element) -> set[str]:
    """Whose speech the element is part of."""
    return {pointer for around in element.iterancestors(SP, SAID) for pointer in _who(around)}


def _address(element: etree._Element) -> str:
    """The nearest ``xml:id``."""
    return next((e.get(XML_ID) for e in (element, *element.iterancestors()) if e.get(XML_ID)), "")


def _speech(element: etree._Element) -> str:
    """Reading text without the speaker's label."""
    return " ".join(filter(None, (words(part) for part in _parts(element))))


def _parts(element: etree._Element) -> Iterator[etree._Element]:
    if element.tag == SAID:
        yield element
    else:
        yield from (child for child in element.iterchildren(etree.Element) if child.tag != SPEAKER)


def _name(register: TeiFile | None, xml_id: str) -> str:
    """The standard name in the register; the id if there is none."""
    entry = None if register is None else register.elements.get(xml_id)
    names = [] if entry is None else entry.findall(f"{TEI}persName")
    return words(next((name for name in names if name.get("type") == "standard"), names[0] if names else None)) or xml_id
