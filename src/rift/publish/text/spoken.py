"""The lines of the file of one speaker: by mode, then by chapter or document and by place.

A turn or a speech is given by its paragraphs. Where a text interrupts direct speech, an ellipsis joins the pieces that
stand in one paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby

from lxml import etree

from rift.publish.files import TeiFile
from rift.publish.metadata.cited import full_title
from rift.publish.register.entities import Entities
from rift.publish.register.mentions import LINES
from rift.publish.register.speech import DIV, MODES, Speech
from rift.publish.register.utterances import spoken_lines
from rift.publish.synopsis.events import Target
from rift.publish.synopsis.passages import Passages
from rift.publish.text.lines import RULE, Line
from rift.publish.text.speakers import Speaker
from rift.publish.words import TEI, XML_ID, words

HEAD, SPEAKER = f"{TEI}head", f"{TEI}speaker"
JOINED = " … "
KIND = "One speaker only: {}. Reading text without notes. A line between dashes says where the words after it stand."
INTERRUPTED = "“…” … “…” is one speech that the text interrupts."


class Spoken:
    """What one speaker says in a text."""

    def __init__(self, speaker: Speaker, file: TeiFile, entities: Entities, passages: Passages):
        self.speaker = speaker
        self.file = file
        self.entities = entities
        self.passages = passages

    @property
    def kind(self) -> str:
        """What sort of text this is, and what its signs mean."""
        kind = KIND.format(self.speaker.name)
        return f"{kind} {INTERRUPTED}" if any(JOINED in line.words for line in self.lines) else kind

    @cached_property
    def lines(self) -> list[Line]:
        """All that the speaker says, with headings."""
        made: list[Line] = []
        for mode, label in MODES.items():
            found = [speech for speech in self.speaker.speeches if speech.mode == mode]
            if found:
                made += [Line("", RULE)] if made else []
                made += [Line("", label), *self._of_mode(found)]
        return made

    def _of_mode(self, found: list[Speech]) -> Iterator[Line]:
        """Speeches, each chapter's and each place's under a line that names it."""
        for division, here in groupby(found, self._division):
            if division is not None:
                yield Line(_address(division.find(HEAD)), words(division.find(HEAD)), space=2)
            for place, there in groupby(here, self._place):
                if place:
                    yield Line("", f"— {place} —")
                for speech in there:
                    yield from _lines(speech)

    def _division(self, speech: Speech) -> etree._Element | None:
        """The nearest division that has a heading, unless that is the title of the text."""
        around = (speech.pieces[0], *speech.pieces[0].iterancestors(DIV))
        headed = next((e for e in around if e.tag == DIV and e.find(HEAD) is not None), None)
        return None if headed is None or words(headed.find(HEAD)) == full_title(self.file) else headed

    def _place(self, speech: Speech) -> str:
        """``p. 17``; ``turn 5, with Ben``; ``p. 20, quoted by Ida``. A division's own heading says where its speech stands."""
        element = speech.pieces[0]
        address = next(_lines(speech)).id
        passage = None if element is self._division(speech) else self.passages.of((self.file.path, address))
        others = self._names(*(who for who in speech.who if who != self.speaker.target))
        by, work = self._names(*speech.by), self._names(*([speech.work] if speech.work and speech.mode == "quoted" else []))
        quoted = "".join(f" {word} {names}" for word, names in (("by", by), ("from", work)) if names)
        stated = (passage and passage.where, others and f"with {others}", quoted and f"quoted{quoted}")
        return ", ".join(filter(None, stated))

    def _names(self, *targets: Target) -> str:
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
