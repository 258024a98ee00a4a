"""What people say in the texts, in three modes that are kept apart.

``record``: a turn of a record, or a speech that the edition holds as a work of its own. ``narrative``: direct speech that a
text reports. ``quoted``: words inside the speech of somebody else (or of the speaker himself, on another occasion), and
words quoted from something that he wrote. The pieces of one speech, joined by ``next``, are one utterance.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rift.publish.addresses import landing
from rift.publish.files import TeiFile
from rift.publish.pages import Page
from rift.publish.register.entities import Entities
from rift.publish.register.facts import authors, editions
from rift.publish.register.mentions import head
from rift.publish.synopsis.events import Target
from rift.publish.synopsis.passages import Passage, Passages
from rift.publish.words import TEI, words

MODES = {
    "record": "Spoken in a record",
    "narrative": "Reported in a narrative",
    "quoted": "Quoted by others",
}
SHOWN = 600  # characters of one utterance; the longest reported speech has 2,900, the longest turn 14,000
Authors = dict[Target, tuple[Target, ...]]  # of works
SP, SAID, QUOTE = f"{TEI}sp", f"{TEI}said", f"{TEI}quote"


class Utterance(NamedTuple):
    """Something said. ``to``: who is spoken to; ``by``: who quotes it; ``work``: the work that it is quoted from."""

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


class Works:
    """What the register of works says about speech: ``written``, authors by work; ``spoken``, speeches that the edition
    holds, by the place that holds them."""

    def __init__(self, entities: Entities):
        works = entities.of_kind("works")
        self.written: Authors = {work.target: authors(work) for work in works}
        self.spoken = {target: work for work in works if work.type == "speech" for target in editions(work)}


def on_page(page: Page, works: Works, passages: Passages) -> Iterator[Utterance]:
    """What is said on one reading page; all of a speech, if its pieces run on to the next."""
    file, written = page.file, works.written
    for passage in passages.on(page).values():
        element = passage.element
        if element.tag == SP:
            yield from _said(element, passage, "record", words_of=(passage.words,))
        elif element.tag == SAID and not element.get("prev"):
            yield from _said(element, passage, _mode(element), pieces(element, file), _speaker(element, file, written))
        elif element.tag == QUOTE and element.get("source"):
            yield from _written(element, passage, written)
        elif (work := works.spoken.get(passage.target)) is not None:
            for who in written[work.target]:
                yield Utterance(who, "record", file.id, passage.id, passage.address, passage.where, words(element), work=work.target)


def _said(element, passage: Passage, mode: str, words_of: tuple[str, ...], by: tuple[Target, ...] = ()) -> Iterator[Utterance]:
    """One utterance for each of those who say it."""
    path = passage.file.path
    to = tuple(landing(pointer, path) for pointer in element.get("toWhom", "").split())
    said = " … ".join(filter(None, words_of))
    for pointer in element.get("who", "").split():
        yield Utterance(landing(pointer, path), mode, passage.file.id, passage.id, passage.address, passage.where, said,
                        to, by, is_thought=element.get("aloud") == "false")


def _written(element, passage: Passage, written: Authors) -> Iterator[Utterance]:
    """Words quoted from a work, for each of its authors."""
    file = passage.file
    for pointer in element.get("source").split():
        work = landing(pointer, file.path)
        for who in written.get(work, ()):
            yield Utterance(who, "quoted", file.id, passage.id, passage.address, passage.where, words(element),
                            by=_speaker(element, file, written), work=work)


def pieces(element, file: TeiFile) -> tuple[str, ...]:
    """Words of all pieces of one speech."""
    found, seen = [], set()
    while element is not None and id(element) not in seen:
        seen.add(id(element))
        found.append(words(element))
        element = file.elements.get(element.get("next", "").removeprefix("#"))
    return tuple(found)


def _mode(element) -> str:
    return "narrative" if next(element.iterancestors(SP, SAID, QUOTE), None) is None else "quoted"


def _speaker(element, file: TeiFile, written: Authors) -> tuple[Target, ...]:
    """Who speaks, or wrote, the words around an element; nobody if that is the text's own voice."""
    for around in element.iterancestors(SP, SAID, QUOTE):
        named = tuple(landing(pointer, file.path) for pointer in around.get("who", "").split())
        named = named or tuple(a for p in around.get("source", "").split() for a in written.get(landing(p, file.path), ()))
        if named:
            return named
    return ()
