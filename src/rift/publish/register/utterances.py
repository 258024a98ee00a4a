"""What people say in the texts, each utterance with its words and its place. Who says what: ``rift.publish.register.speech``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from rift.publish.pages import Page
from rift.publish.register.mentions import Line, head, lines
from rift.publish.register.speech import LABELS, Speech, Works, speeches
from rift.publish.synopsis.events import Target
from rift.publish.synopsis.passages import Passages
from rift.publish.words import is_mark, words

SHOWN = 600  # characters of one utterance; the longest reported speech has 2,900, the longest turn 14,000


class Utterance(NamedTuple):
    """Something said. ``to``: who is spoken to; ``by``: who quotes it; ``work``: the work that it is, or is quoted from."""

    who: Target
    mode: str
    file: str
    id: str
    address: str
    where: str
    words: str
    to: tuple[Target, ...] = ()
    by: tuple[Target, ...] = ()
    work: Target | None = None
    is_thought: bool = False

    @property
    def is_own(self) -> bool:
        """Whether the speaker himself quotes it."""
        return self.who in self.by

    @property
    def excerpt(self) -> str:
        return head(self.words, SHOWN)


def on_page(page: Page, works: Works, passages: Passages) -> Iterator[Utterance]:
    """What is said on one reading page, one utterance for each of those who say it; all of a speech, if its pieces run on
    to the next page."""
    for passage in passages.on(page).values():
        for speech in speeches(passage.element, page.file, works):
            place = (page.file.id, passage.id, passage.address, passage.where, _words(speech))
            for who in speech.who:
                yield Utterance(who, speech.mode, *place, speech.to, speech.by, speech.work, speech.is_thought)


def spoken_lines(element: etree._Element) -> Iterator[Line]:
    """The lines of a turn or speech, without its label or heading, and without the notes that stand elsewhere."""
    for line in lines([element]):
        is_label = line.element.tag in LABELS and line.element.getparent() is element
        if line.text and not is_label and not is_mark(line.element):
            yield line


def _words(speech: Speech) -> str:
    if speech.mode == "record":
        return " ".join(line.text.strip() for line in spoken_lines(speech.pieces[0]))
    return " … ".join(filter(None, map(words, speech.pieces)))
