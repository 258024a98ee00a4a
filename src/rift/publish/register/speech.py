"""Who says what in a text, in three modes that are kept apart.

``record``: a turn of a record, or a speech that the edition holds as a work of its own (a division). ``narrative``: direct
speech that a text reports. ``quoted``: words inside the speech of somebody else (or of the speaker himself, on another
occasion), and words quoted from something that he wrote. The pieces of one speech, joined by ``next``, are one speech.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from rift.publish.addresses import landing
from rift.publish.files import TeiFile
from rift.publish.register.entities import Entities
from rift.publish.register.facts import authors, editions
from rift.publish.synopsis.events import Target
from rift.publish.words import TEI, XML_ID

MODES = {
    "record": "Spoken in a record",
    "narrative": "Reported in a narrative",
    "quoted": "Quoted by others, or from writings",
}
SP, SAID, QUOTE, DIV, HEAD, SPEAKER = (TEI + name for name in ("sp", "said", "quote", "div", "head", "speaker"))
LABELS = (HEAD, SPEAKER)  # of a speech or turn: not said


class Speech(NamedTuple):
    """Something that ``who`` says, or several together. ``pieces``: its elements in order; ``to``: who is spoken to; ``by``:
    who quotes it; ``work``: the work that it is, or is quoted from."""

    who: tuple[Target, ...]
    mode: str
    pieces: tuple[etree._Element, ...]
    to: tuple[Target, ...] = ()
    by: tuple[Target, ...] = ()
    work: Target | None = None
    is_thought: bool = False


class Works:
    """What the register of works says about speech: ``written``, authors by work; ``spoken``, speeches that the edition
    holds, by the division that holds them."""

    def __init__(self, entities: Entities):
        works = entities.of_kind("works")
        self.written = {work.target: authors(work) for work in works}
        self.spoken = {target: work.target for work in works if work.type == "speech" for target in editions(work)}


def speeches(element: etree._Element, file: TeiFile, works: Works) -> Iterator[Speech]:
    """What is said by way of an element: nothing by most, by a quotation something for each work that it is from."""
    if element.tag == SP:
        yield _said(element, file, "record", (element,))
    elif element.tag == SAID and not element.get("prev"):
        by = _around(element, file, works)
        yield _said(element, file, "narrative" if by is None else "quoted", pieces(element, file), by or ())
    elif element.tag == QUOTE and element.get("source"):
        for work in _targets(element, "source", file):
            yield Speech(works.written.get(work, ()), "quoted", (element,), by=_around(element, file, works) or (), work=work)
    elif element.tag == DIV and (work := works.spoken.get((file.path, element.get(XML_ID, "")))) is not None:
        yield Speech(works.written[work], "record", (element,), work=work)


def pieces(element: etree._Element, file: TeiFile) -> tuple[etree._Element, ...]:
    """All pieces of the speech that begins with ``element``."""
    found: list[etree._Element] = []
    while element is not None and element not in found:
        found.append(element)
        element = file.elements.get(element.get("next", "").removeprefix("#"))
    return tuple(found)


def _said(element: etree._Element, file: TeiFile, mode: str, parts: tuple[etree._Element, ...], by: tuple[Target, ...] = ()) -> Speech:
    who, to = (_targets(element, name, file) for name in ("who", "toWhom"))
    return Speech(who, mode, parts, to, by, is_thought=element.get("aloud") == "false")


def _around(element: etree._Element, file: TeiFile, works: Works) -> tuple[Target, ...] | None:
    """Who speaks, or wrote, the words around an element; nobody if that is not told, ``None`` if it is the text itself."""
    found = None
    for around in element.iterancestors(SP, SAID, QUOTE):
        written = (author for work in _targets(around, "source", file) for author in works.written.get(work, ()))
        found = _targets(around, "who", file) or tuple(written)
        if found:
            break
    return found


def _targets(element: etree._Element, name: str, file: TeiFile) -> tuple[Target, ...]:
    return tuple(landing(pointer, file.path) for pointer in element.get(name, "").split())
