"""What one speaker says, as the lines of a file: by mode, then by chapter or document and by place.

A turn or a speech is given by its paragraphs. Where a text interrupts direct speech, an ellipsis joins the pieces that
stand in one paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from lxml import etree

from rift.publish.files import TeiFile
from rift.publish.metadata.cited import full_title
from rift.publish.register.entities import Entities
from rift.publish.register.mentions import LINES
from rift.publish.register.speech import DIV, HEAD, MODES, SPEAKER, Speech
from rift.publish.register.utterances import spoken_lines
from rift.publish.synopsis.events import Target
from rift.publish.text.lines import RULE, Line
from rift.publish.text.speakers import Speaker
from rift.publish.words import XML_ID, words

JOINED = " … "
KIND = "One speaker only: {}. Reading text without notes. A line between dashes says where the words after it stand."
INTERRUPTED = "“…” … “…” is one speech that the text interrupts."


def kind_of_spoken(speaker: Speaker, lines: list[Line]) -> str:
    """What sort of text the lines of a speaker are, and what their signs mean."""
    kind = KIND.format(speaker.name)
    return f"{kind} {INTERRUPTED}" if any(JOINED in line.words for line in lines) else kind


class Spoken:
    """What is said in a text, speaker by speaker. ``places``: printed page and place of its passages, by ``xml:id``."""

    def __init__(self, file: TeiFile, entities: Entities, places: Mapping[str, tuple[str, str]]):
        self.entities = entities
        self.places = places
        self._title = full_title(file)
        self._headings: dict[etree._Element | None, etree._Element | None] = {None: None}

    def lines(self, speaker: Speaker) -> list[Line]:
        """All that a speaker says, with headings."""
        made: list[Line] = []
        for mode, label in MODES.items():
            found = [speech for speech in speaker.speeches if speech.mode == mode]
            if found:
                made += [Line("", RULE)] if made else []
                made += [Line("", label), *self._of_mode(found, speaker)]
        return made

    def _of_mode(self, found: list[Speech], speaker: Speaker) -> Iterator[Line]:
        """Speeches; a line before them names their division, if it is not called as the text is, and one their place."""
        heading, place = None, ""
        for speech in found:
            lines, head = list(_lines(speech)), self._heading(speech.pieces[0])
            here = ", ".join(filter(None, (self._where(speech, lines), *self._voices(speech, speaker))))
            is_new = head is not heading
            if is_new and head is not None and (heading is not None or words(head) != self._title):
                yield Line(_address(head), words(head), space=2)
            if here and (is_new or here != place):
                yield Line("", f"— {here} —")
            heading, place = head, here
            yield from lines

    def _heading(self, element: etree._Element) -> etree._Element | None:
        """The heading of the nearest division that has one."""
        division = element if element.tag == DIV else next(element.iterancestors(DIV), None)
        if division not in self._headings:
            head = division.find(HEAD)
            self._headings[division] = head if head is not None else self._heading(division.getparent())
        return self._headings[division]

    def _where(self, speech: Speech, lines: list[Line]) -> str:
        """The place as the site names it; nothing for a speech that is a division, whose heading says enough."""
        element = speech.pieces[0]
        if not lines or element.tag == DIV and element.find(HEAD) is not None:
            return ""
        return self.places.get(lines[0].id, ("", ""))[1]

    def _voices(self, speech: Speech, speaker: Speaker) -> Iterator[str]:
        """``with Ben``; ``quoted by Ida from her letter``."""
        others = tuple(who for who in speech.who if who != speaker.target)
        if others:
            yield f"with {self._names(others)}"
        by = f" by {self._names(speech.by)}" if speech.by else ""
        work = f" from {self._names((speech.work,))}" if speech.work and speech.mode == "quoted" else ""
        if by or work:
            yield f"quoted{by}{work}"

    def _names(self, targets: tuple[Target, ...]) -> str:
        """Standard names of entries; ids of those that the registers do not have."""
        entities = map(self.entities.of, targets)
        return ", ".join(target[1] if entity is None else entity.name for target, entity in zip(targets, entities, strict=True))


def _lines(speech: Speech) -> Iterator[Line]:
    """The paragraphs of a turn (the first has the turn's address, as its label has), or those in which the pieces stand."""
    first = speech.pieces[0]
    if speech.mode == "record":
        is_labelled = first.find(SPEAKER) is not None
        for at, line in enumerate(spoken_lines(first)):
            yield Line(_address(first if is_labelled and not at else line.element), line.text.strip())
    else:
        for _, pieces in groupby(speech.pieces, _block):
            said = [(_address(piece), words(piece)) for piece in pieces]
            yield Line(said[0][0], JOINED.join(filter(None, (piece for _, piece in said))))


def _block(piece: etree._Element) -> etree._Element | None:
    return next((around for around in piece.iterancestors() if around.tag in LINES), None)


def _address(element: etree._Element) -> str:
    """The nearest ``xml:id``."""
    return next((e.get(XML_ID) for e in (element, *element.iterancestors()) if e.get(XML_ID)), "")
