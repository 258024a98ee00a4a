"""Names in the text, each pointing to its register entry.

Forms come from the registers. A form that names one entity is linked wherever it stands; of several entities, and for
forms that name one only in context, the words before decide: who was named last, and whose side speaks: a speaker who says ``the
Party`` or ``our Central Committee`` means his own.
Rows of ``names.tsv`` decide before all rules; what stays ambiguous goes to a reader.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from rift.annotate.decisions import located
from rift.model.document import Block, Document, Mark
from rift.model.lexicon import Entity, Lexicon
from rift.model.tables import Row

NAME_COLUMNS = ("line", "words", "element", "ref", "reason")
WORD = re.compile(r"[^\W_]+")
# How far back, in characters, a mention still says who is meant by a context form: about two printed pages.
MEMORY = 6000
# Before a body's short name these say that it is not the speaker's own.
OTHERS = re.compile(r"\b(?:your|their|his|its|another|other|a|any|this|that)\s$", re.I)
# What goes on from the noun of a name to whose or where it is.
FURTHER = re.compile(r"\W+(?:of|in|for|at)\b|’s\b")
# Elements that may stand inside another name: a place in the name of a party, a person in a title.
NESTS = {"orgName": ("placeName", "persName", "orgName"), "title": ("placeName", "persName", "orgName"),
         "placeName": ("persName",), "persName": ("placeName", "orgName")}

# A form, the offset of its first word, what it may name, whether it is sure.
Form = tuple[str, int, list[Entity], bool]
Forms = dict[str, dict[str, list[Form]]]
# A name in the text: where it begins and ends, its element, the ids of whom it names.
Named = tuple[int, int, str, str]


class Opening(NamedTuple):
    """A word at reading position ``at`` that may be the first of ``forms``; whether it is set in capitals."""

    at: int
    forms: list[Form]
    capitals: bool


@dataclass
class NameLinker:
    """Links one document. ``ambiguous`` gathers reading position, form and ids of what a reader must decide."""

    document: Document
    lexicon: Lexicon
    sides: Sequence[tuple[int, int, str]] = ()
    marks: list[Mark] = field(default_factory=list)
    ambiguous: list[tuple[int, str, tuple[str, ...]]] = field(default_factory=list)

    def link(self, rows: Sequence[Row], lost: list[Row], titles: Sequence[Named] = ()) -> list[Mark]:
        """Marks of all names, in the order of the text; ``titles`` are in it already, and have their marks."""
        self._last: dict[str, int] = {}
        self._titles = frozenset(titles)
        self._decided = [*self._from_rows(rows, lost), *titles]
        self._edges, self._side_from = _painted(self.sides)
        self._words_of = defaultdict(set)
        for form, entities in self.lexicon.sure.items():
            for entity in entities:
                self._words_of[entity.id].update(WORD.findall(form))
        decided, openings = sorted(self._decided), list(_openings(self.document.text, self.lexicon))
        starts, places = [start for start, *_ in decided], [opening.at for opening in openings]
        for block in self.document.blocks:
            self._block(block, openings[bisect_left(places, block.start):bisect_left(places, block.end)],
                        decided[bisect_left(starts, block.start):bisect_left(starts, block.end)])
        return self.marks

    def _from_rows(self, rows: Sequence[Row], lost: list[Row]) -> list[Named]:
        found = []
        for row, start, end in located(self.document, rows, lost):
            found.append((start, end, row["element"], row["ref"]))
        return found

    def _block(self, block: Block, openings: list[Opening], decided: list[Named]) -> None:
        """Link the names of one block; ``around`` are the names that hold the place where the search stands."""
        for named in decided:
            low, high, element, ref = named
            if element != "-" and named not in self._titles:
                self._add(low, high, element, ref.split())
        around: list[Named] = []
        for opening in openings:
            at = opening.at
            while around and around[-1][1] <= at:
                around.pop()
            if decided and not around and (span := next((d for d in decided if d[0] <= at < d[1]), None)):
                around.append(span)
            while (inner := self._named_at(opening, around, block, decided)) is not None:
                around.append(inner)

    def _named_at(self, opening: Opening, around: list[Named], block: Block, decided: list[Named]) -> Named | None:
        """Link the longest name that begins there inside the names ``around``, if there is one."""
        found = self._longest(opening, around[-1] if around else (block.start, block.end, "", ""), decided)
        if found is None:
            return None
        at, stop, entities, sure = found
        entity = entities[0] if len(entities) == 1 and sure else self._choose(at, entities, sure)
        if entity is None or any(entity.id in ids.split() for *_, ids in around):
            return None
        self._add(at, stop, entity.element, [entity.id])
        return at, stop, entity.element, entity.id

    def _longest(self, opening: Opening, outer: Named, decided: list[Named]) -> tuple[int, int, list[Entity], bool] | None:
        """The longest form that stands there, inside ``outer``, shorter than it and not against what rows decided: where it
        is, what it may name, whether it is sure.

        Context forms stand by themselves only, and never for works.
        """
        text = self.document.text
        start, end, element, _ = outer
        allowed = NESTS.get(element, ()) if element else tuple(NESTS)
        for form, offset, entities, sure in opening.forms:
            low = opening.at - offset
            if not (text.startswith(form, low) or opening.capitals and _in_capitals(text[low:low + len(form)], form)):
                continue
            stop = low + len(form)
            if low < start or stop > end or (low, stop) == (start, end) and element:
                continue
            if text[stop:stop + 1].isalnum() or self._part_of_longer(low, stop):
                continue
            found = [e for e in entities if e.element in allowed and (sure or e.element != "title" and not element)
                     and not self._is_head((low, stop, e.element, ""), outer)]
            if found and not any(low < other[0] < stop < other[1] or self._is_head(other, (low, stop, found[0].element, ""))
                                 for other in decided):
                return low, stop, found, sure
        return None

    def _part_of_longer(self, start: int, stop: int) -> bool:
        """A hyphen at either side makes another word: ``Anglo-Soviet``, ``Stalin-like``."""
        text = self.document.text
        return text[start - 1:start] == "-" or text[stop:stop + 1] == "-" and text[stop + 1:stop + 2].islower()

    def _is_head(self, inner: Named, outer: Named) -> bool:
        """Whether a name in a name, or what a row says is none, is the noun that all the rest is about, so that it names
        nothing else: ``our [Political Bureau]``, ``[Supreme Soviet] of the Ukraine``, but not ``Council of the [Party]``."""
        (low, high, part, _), (start, end, whole, _) = inner, outer
        if part not in (whole, "-") or low < start or high > end:
            return False
        before, after = self.document.text[start:low], self.document.text[high:end]
        return not after and not FURTHER.search(before) or not WORD.search(before) and FURTHER.match(after) is not None

    def _choose(self, at: int, entities: list[Entity], sure: bool) -> Entity | None:
        """Of several entities, the one that the context proves."""
        side = self._side(at)
        own = [e for e in entities if e.side == side and e.element == "orgName"] if side else []
        if len(own) == 1 and not OTHERS.search(self.document.text, max(at - 12, 0), at):
            return own[0]
        if len(entities) == 1 and (self._last.get(entities[0].id, -2 * MEMORY) > at - MEMORY or self._first_name(at, entities[0])):
            return entities[0]
        recent = [(self._last.get(e.id, -1), e) for e in entities]
        recent = [(p, e) for p, e in recent if p >= at - MEMORY and p >= 0]
        if len(recent) == 1 and len(entities) > 1 and sure:
            return recent[0][1]
        if WORD.match(self.document.text, at)[0][0].isupper():
            self.ambiguous.append((at, self.document.text[at:at + 40], tuple(e.id for e in entities)))
        return None

    def _first_name(self, at: int, entity: Entity) -> bool:
        """A capitalised form that is one word of the entity's full name needs no context."""
        word = WORD.match(self.document.text, at)
        return bool(word and word[0][:1].isupper() and word[0] in self._words_of[entity.id])

    def _side(self, at: int) -> str:
        k = bisect_right(self._edges, at) - 1
        return self._side_from[k] if k >= 0 else ""

    def _add(self, start: int, end: int, element: str, ids: list[str]) -> None:
        for one in ids:
            self._last[one] = start
        self.marks.append(Mark(start, end, element, (("ref", self.lexicon.pointers(" ".join(ids))),), 4))


def _openings(text: str, lexicon: Lexicon) -> Iterator[Opening]:
    """The words of a text that forms may begin with, by them and by the word after each."""
    forms, folded = _by_first_words(lexicon, str), _by_first_words(lexicon, str.casefold)
    words = WORD.findall(text)
    shouted = {word for word in set(words) if _is_capitals(word) and word.casefold() in folded}
    end = 0
    for word, second in zip(words, [*words[1:], ""], strict=True):
        at = text.index(word, end)  # surely this word: before it nothing is left that belongs to one
        end = at + len(word)
        if word in shouted:
            by_second, second = folded[word.casefold()], second.casefold()
        elif word in forms:
            by_second = forms[word]
        else:
            continue
        if found := by_second.get(second) or by_second.get(""):
            yield Opening(at, found, word in shouted)


def _is_capitals(word: str) -> bool:
    """Whether a word is set in capitals, as in a heading; shorter ones may be acronyms."""
    return word.isupper() and len(word) > 3


def _in_capitals(shown: str, form: str) -> bool:
    return shown.isupper() and shown.casefold() == form.casefold()


def _painted(stretches: Sequence[tuple[int, int, str]]) -> tuple[list[int], list[str]]:
    """Edges of the stretches in order, and the side from each edge to the next: that of the last stretch there."""
    edges = sorted({edge for low, high, _ in stretches for edge in (low, high)})
    sides = [""] * len(edges)
    for low, high, side in stretches:
        first, last = bisect_left(edges, low), bisect_left(edges, high)
        sides[first:last] = [side] * (last - first)
    return edges, sides


def _by_first_words(lexicon: Lexicon, key: Callable[[str], str]) -> Forms:
    """Forms by their first word and by their second, the longest first. With each second word, and under ``""`` by
    themselves, stand those of one word; ``key`` is how words are compared."""
    found: dict[str, dict[str, dict[str, Form]]] = defaultdict(lambda: defaultdict(dict))
    for sure, table in ((True, lexicon.sure), (False, lexicon.context)):
        for form, entities in table.items():
            words = list(islice(WORD.finditer(form), 2))
            if words:
                second = key(words[1][0]) if len(words) > 1 else ""
                found[key(words[0][0])][second].setdefault(form, (form, words[0].start(), list(entities), sure))
    return {first: {second: _longest_first(rows | by_second.get("", {})) for second, rows in by_second.items()}
            for first, by_second in found.items()}


def _longest_first(rows: dict[str, Form]) -> list[Form]:
    return sorted(rows.values(), key=lambda row: -len(row[0]))
