"""Near-literal phrases: where two tellings use nearly the same words, and which words differ.

1. A passage is cut into phrases: at the ends of sentences, and where direct speech, quotations and blocks begin or end,
   so that ``said Khrushchev`` is not part of what he said.
2. Two phrases that share ``DISTINCTIVE`` words that do not stand everywhere are compared word by word.
3. They are alike if twice the words that they share in the same order are at least ``ALIKE`` of all their words.
4. Of the phrases of one passage the likest is the counterpart of a phrase in the other.

Limits: a phrase that tells in one sentence what another tells in two is found only if one of the two is like it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import combining, normalize

from rift.publish.synopsis.flow import Flow

# Chosen by reading all 98 pairs of phrases from different texts with a likeness above 0.3: from 0.45 on they render the
# same utterance or sentence, below 0.4 nearly always other matters in stock phrases.
ALIKE = 0.45
DISTINCTIVE = 2
SENTENCE_END = re.compile(r"[.!?…](?<!\b[A-Z].)[.!?…]*[\"”’)\]]*(?=\s)")  # not after an initial
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
LETTERS = str.maketrans({"’": "'", "ł": "l", "Ł": "l", "ø": "o", "đ": "d"})  # those that Unicode does not take apart
GRAMMAR = """
    a about all also an and are as at be because been but by can could did do does don't for from had has have he her here
    him his i if in is it it's its me more my no not of on or our out she should so than that the their them then there
    these they this those to up us was we we'll were what when where which who will with would you you're your
"""
STOCK = """
    affairs albania albanian albanians central comrade comrades committee communist congress cpsu enver government hoxha
    internal khrushchev labor labour leaders leadership meeting one parties party people people's relations republic said
    soviet told two union
"""
COMMON = frozenset((GRAMMAR + STOCK).split())  # what stands everywhere in these texts proves no likeness


class Word(NamedTuple):
    """A word of a passage: as printed, as compared, and its place in the text of the passage."""

    printed: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Phrase:
    """Words that follow each other: where each stands in the ``text`` of the passage, and each as compared."""

    text: str
    places: list[tuple[int, int]]
    folded: list[str]

    @cached_property
    def words(self) -> list[Word]:
        """Its words; only those of the few phrases that are like another are asked for."""
        return [Word(self.text[a:b], folded, a, b) for (a, b), folded in zip(self.places, self.folded, strict=True)]

    @cached_property
    def bag(self) -> Counter[str]:
        """How often each word, as compared, stands in it."""
        return Counter(self.folded)

    @property
    def start(self) -> int:
        return self.places[0][0]

    @property
    def end(self) -> int:
        return self.places[-1][1]


@dataclass(frozen=True, eq=False)
class Wording:
    """The phrases of a passage."""

    phrases: tuple[Phrase, ...]

    @cached_property
    def distinctive(self) -> dict[str, list[int]]:
        """Words, as compared, that do not stand everywhere, with the numbers (from 0) of the phrases that have them."""
        found: dict[str, list[int]] = {}
        for number, phrase in enumerate(self.phrases):
            for word in set(phrase.folded) - COMMON:
                found.setdefault(word, []).append(number)
        return found


@dataclass(frozen=True)
class Step:
    """A piece of an alignment: words ``first[a:b]`` against ``second[c:d]``, the ``same`` or not."""

    same: bool
    first: slice
    second: slice


@dataclass(frozen=True, eq=False)
class Likeness:
    """Two phrases that are alike, from 0.45 to 1. ``steps``: their alignment, word by word."""

    first: Phrase
    second: Phrase
    ratio: float
    steps: tuple[Step, ...]


def wording(flow: Flow) -> Wording:
    """A passage cut into phrases."""
    text = flow.text
    places = [match.span() for match in WORD.finditer(text)]
    folded = [fold(text[a:b]) for a, b in places]
    cuts = {0, len(text), *flow.edges, *(end.end() for end in SENTENCE_END.finditer(text))}
    firsts = sorted({bisect_left(places, (cut,)) for cut in cuts})  # of the words, those with which a phrase begins
    return Wording(tuple(Phrase(text, places[a:b], folded[a:b]) for a, b in pairwise(firsts)))


def likenesses(first: Wording, second: Wording) -> list[Likeness]:
    """Phrases of two passages that are each other's likest, in the order of the first."""
    ours, theirs = first.distinctive, second.distinctive
    words = ours.keys() & theirs.keys()
    if len(words) < DISTINCTIVE:
        return []
    shared = Counter([(a, b) for word in words for a in ours[word] for b in theirs[word]])
    compared = sorted(numbers for numbers, count in shared.items() if count >= DISTINCTIVE)
    found = [likeness for a, b in compared if (likeness := _likeness(first.phrases[a], second.phrases[b]))]
    found.sort(key=lambda likeness: -likeness.ratio)
    taken: set[Phrase] = set()
    chosen = []
    for likeness in found:
        if not taken & {likeness.first, likeness.second}:
            taken |= {likeness.first, likeness.second}
            chosen.append(likeness)
    return sorted(chosen, key=lambda likeness: likeness.first.start)


@lru_cache(maxsize=None)
def fold(word: str) -> str:
    """A word without case, accents and kinds of apostrophe."""
    plain = word.casefold().translate(LETTERS)
    if plain.isascii():
        return plain  # there is nothing to take apart
    return "".join(letter for letter in normalize("NFKD", plain) if not combining(letter))


def _likeness(first: Phrase, second: Phrase) -> Likeness | None:
    lengths = len(first.folded), len(second.folded)
    least = ALIKE * sum(lengths)
    if 2 * min(lengths) < least or 2 * _in_both(first, second) < least:
        return None  # whatever their order
    matcher = SequenceMatcher(None, first.folded, second.folded, autojunk=False)
    ratio = matcher.ratio()
    if ratio < ALIKE or len(_shared(matcher, first)) < DISTINCTIVE:
        return None
    steps = (Step(tag == "equal", slice(a, b), slice(c, d)) for tag, a, b, c, d in matcher.get_opcodes())
    return Likeness(first, second, round(ratio, 2), tuple(steps))


def _in_both(first: Phrase, second: Phrase) -> int:
    """How many words they share, in any order; one that stands twice in both counts twice."""
    return sum(min(first.bag[word], second.bag[word]) for word in first.bag.keys() & second.bag.keys())


def _shared(matcher: SequenceMatcher, first: Phrase) -> set[str]:
    """Distinctive words that stand in the same order in both."""
    blocks = matcher.get_matching_blocks()
    return {word for block in blocks for word in first.folded[block.a:block.a + block.size]} - COMMON
