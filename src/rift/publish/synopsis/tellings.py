"""The tellings of an event, text by text, and the phrases in which they are nearly alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, groupby

from lxml import etree

from rift.publish.envelope import excerpt
from rift.publish.files import TeiFile
from rift.publish.pages import Page
from rift.publish.synopsis.events import Event
from rift.publish.synopsis.flow import flow
from rift.publish.synopsis.passages import Passage, Passages
from rift.publish.synopsis.wording import Likeness, Phrase, likenesses
from rift.publish.words import TEI

PUBLICATION = "editorial"  # class of what the publication of a text adds to it
EVIDENCE = {  # class of evidence, as ptr/@subtype has it, to the words of a page
    "eye-witness": "by one who was there",
    "minute": "minutes",
    "hearsay": "at second hand",
    "study": "later study",
    "speech": "speech",
    "note": "diplomatic note",
    PUBLICATION: "words of the publication",
}
ADDED = {  # what of the publication it is
    f"{TEI}argument": "abstract of the publication",
    f"{TEI}head": "heading of the publication",
    f"{TEI}note": "note of the publication",
}


@dataclass(frozen=True, eq=False)
class Run:
    """Passages of one chapter or document that are the same class of evidence, in the order of the text. ``kind``: the
    evidence in words."""

    page: Page
    evidence: str
    kind: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, eq=False)
class Telling:
    """What one text tells of an event."""

    file: TeiFile
    runs: tuple[Run, ...]

    @property
    def passages(self) -> list[Passage]:
        return [passage for run in self.runs for passage in run.passages]

    @property
    def kinds(self) -> list[str]:
        """Kinds of evidence, each once."""
        return list(dict.fromkeys(run.kind for run in self.runs))


@dataclass(frozen=True)
class Mark:
    """A stretch of a passage's text that is part of a near-literal phrase; ``number`` of the phrase at its end, else 0."""

    start: int
    end: int
    differs: bool
    number: int


@dataclass(eq=False)
class Collation:
    """Near-literal phrases of an event. ``marks`` by the address of the passage, in order."""

    pairs: list[tuple[Passage, Passage, Likeness]] = field(default_factory=list)
    marks: dict[str, list[Mark]] = field(default_factory=dict)


def tellings(event: Event, passages: Passages) -> list[Telling]:
    """Each text's telling, in the order in which the texts were written."""
    found: dict[str, list[tuple[Passage, str]]] = defaultdict(list)
    for account in event.accounts:
        passage = passages.of(account.target)
        if passage is not None:
            found[passage.file.path].append((passage, account.evidence))
    return [
        Telling(file, tuple(_runs(sorted(found[file.path], key=lambda entry: entry[0].order))))
        for file in passages.site.edition.texts if file.path in found
    ]


def collate(tellings: list[Telling]) -> Collation:
    """The near-literal phrases of tellings in different texts, chapters or documents; abstracts only announce."""
    compared = [p for telling in tellings for p in telling.passages if p.element.tag != f"{TEI}argument"]
    pairs = [
        (first, second, likeness)
        for first, second in combinations(compared, 2) if first.page is not second.page
        for likeness in likenesses(first.wording, second.wording)
    ]
    return Collation(pairs, _marks(pairs))


def marked(passage: Passage, marks: list[Mark]) -> etree._Element:
    """A copy of a passage to be shown elsewhere, with ``seg type="same|differs"`` round marked words, ``n`` at the end."""
    copied = excerpt(passage.element)
    if copied.tag == f"{TEI}note":
        copied.set("place", "inline")  # its words, not its mark
    for node in reversed(flow(copied).nodes if marks else ()):
        _wrap(node, [m for m in marks if m.start < node.start + len(node.text) and m.end > node.start])
    return copied


def _runs(entries: list[tuple[Passage, str]]) -> Iterator[Run]:
    for (page, evidence, kind), run in groupby(entries, key=lambda entry: (entry[0].page, entry[1], _kind(*entry))):
        yield Run(page, evidence, kind, tuple(passage for passage, _ in run))


def _kind(passage: Passage, evidence: str) -> str:
    """A class of evidence in words; what the publication adds is called by its element."""
    around = (passage.element, *passage.element.iterancestors(*ADDED)) if evidence == PUBLICATION else ()
    return next((ADDED[e.tag] for e in around if e.tag in ADDED), EVIDENCE.get(evidence, evidence))


def _marks(pairs: list[tuple[Passage, Passage, Likeness]]) -> dict[str, list[Mark]]:
    """A word differs if one of the phrases that are like its own does not have it."""
    numbers = _numbers(pairs)
    differing: dict[Phrase, set[int]] = defaultdict(set)
    where: dict[Phrase, Passage] = {}
    for first, second, likeness in pairs:
        where |= {likeness.first: first, likeness.second: second}
        for step in likeness.steps:
            if not step.same:
                differing[likeness.first].update(range(step.first.start, step.first.stop))
                differing[likeness.second].update(range(step.second.start, step.second.stop))
    marks: dict[str, list[Mark]] = defaultdict(list)
    for phrase in sorted(where, key=lambda phrase: (where[phrase].order, phrase.start)):
        marks[where[phrase].id] += _of_phrase(phrase, differing[phrase], numbers[phrase])
    return dict(marks)


def _numbers(pairs: list[tuple[Passage, Passage, Likeness]]) -> dict[Phrase, int]:
    """Number of each phrase: phrases that are alike, directly or through others, have the same one, from 1."""
    groups: list[set[Phrase]] = []
    for _, _, likeness in pairs:
        joined = {likeness.first, likeness.second}
        joined.update(*(group for group in groups if group & joined))
        groups = [group for group in groups if not group & joined] + [joined]
    return {phrase: number for number, group in enumerate(groups, 1) for phrase in group}


def _of_phrase(phrase: Phrase, differing: set[int], number: int) -> Iterator[Mark]:
    """The phrase in stretches of words that differ and that do not."""
    stretches = [list(run) for _, run in groupby(range(len(phrase.words)), key=lambda at: at in differing)]
    for run in stretches:
        begin = phrase.words[run[0]].start
        yield Mark(begin, phrase.words[run[-1]].end, run[0] in differing, number if run is stretches[-1] else 0)


def _wrap(node, marks: list[Mark]) -> None:
    """Put the parts of a text node that are marked into elements of their own."""
    pieces: list[etree._Element] = []
    at = 0
    for mark in marks:
        begin, end = max(mark.start - node.start, 0), min(mark.end - node.start, len(node.text))
        _append(node, pieces, node.text[at:begin])
        piece = etree.Element(f"{TEI}seg", type="differs" if mark.differs else "same")
        piece.text = node.text[begin:end]
        if mark.number and mark.end == node.start + end:
            piece.set("n", str(mark.number))
        pieces.append(piece)
        at = end
    if pieces:
        _append(node, pieces, node.text[at:])
        owner = node.owner.getparent() if node.is_tail else node.owner
        place = owner.index(node.owner) + 1 if node.is_tail else 0
        owner[place:place] = pieces


def _append(node, pieces: list[etree._Element], text: str) -> None:
    """Text before the first piece stays in the node, other text goes behind the last piece."""
    if pieces:
        pieces[-1].tail = text
    elif node.is_tail:
        node.owner.tail = text
    else:
        node.owner.text = text
