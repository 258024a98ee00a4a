"""Who speaks in a quoted passage, and what else it is: said, scare quotes, title, quotation from a document.

Rows of ``speakers.tsv`` decide first; rules take what the words around the marks prove; the rest is for a reader.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from rift.annotate.decisions import locate, unmatched
from rift.annotate.quotations import Quotation, quotations
from rift.diagnostics import Finding
from rift.model.document import Document, Mark
from rift.model.tables import Row

SPEAKER_COLUMNS = ("line", "words", "kind", "who", "toWhom", "source", "reason")
SAID = {"speech": "true", "thought": "false", "nested": "true"}
# After a kind of speech: it goes on from the piece of the same speaker before it, which no rule tells.
GOES_ON = "+"
ELEMENTS = {"scare": "soCalled", "title": "title", "term": "term", "document": "quote", "slogan": "quote",
            "verbatim": "quote", "altered": "quote", "proverb": "quote", "gloss": "", "name": ""}
# Words of more than so many are no scare quotes.
SCARE_WORDS = 5

VERBS = (r"said|says|asked|asks|replied|answered|told|went on|continued|added|shouted|cried|interrupted|interjected|"
         r"exclaimed|repeated|objected|declared|remarked|began|insisted|retorted|explained|concluded|stated|put in|"
         r"intervened|protested|burst out|snapped|wrote|agreed|stressed|pointed out|jumped in|proposed|demanded|inquired")
AFTER = re.compile(rf"\W{{0,3}}(?:(?:{VERBS})\s+(?:to\s+\w+\s+)?(?P<late>[^,.;:“”]{{1,40}})|(?P<early>[^,.;:“”]{{1,30}}?)\s+(?:{VERBS})\b)")
BEFORE = re.compile(rf"(?:^|[.!?”…,;]\s|\band\s|\bbut\s)(?P<name>[^,.;:“”!?]{{1,40}}?)\s+(?:then\s+|again\s+|at once\s+)?(?:{VERBS})\b(?P<rest>[^.;“”!?]{{0,60}})[,:]\s*$")


class Voice(NamedTuple):
    """What was decided about one quotation."""

    quotation: Quotation
    kind: str
    who: str = ""
    to_whom: str = ""
    source: str = ""
    goes_on: bool = False


class Names(NamedTuple):
    """``known`` gives the id of the one person that a printed form names, else nothing; ``narrator`` is who says "I"."""

    known: Callable[[str], str]
    narrator: str = ""

    def person(self, words: str) -> str:
        """Id of the one person whom ``words``, or the first of them, name; else nothing."""
        words = words.strip()
        if re.fullmatch(r"I(?: \w+ly)?", words):
            return self.narrator
        words = re.sub(r"^(?:Comrade|comrade|Marshal|old|the|President|Prime Minister)\s+", "", words)
        if not words[:1].isupper():
            return ""
        return self.known(words) or self.known(words.split()[0])


def voices(document: Document, rows: Sequence[Row], names: Names) -> tuple[list[Voice], list[Finding]]:
    """Every quotation with its kind and speaker; findings for rows that match nothing."""
    found = quotations(document)
    decided: dict[int, Row] = {}
    lost: list[Row] = []
    result: list[Voice] = []
    for row in rows:
        quotation = _quotation_of(document, row, found, decided)
        if quotation is not None:
            decided[quotation.start] = row
        elif unmarked := _unmarked(document, row):
            result.append(_decided(unmarked, row))
        else:
            lost.append(row)
    for quotation in found:
        row = decided.get(quotation.start)
        voice = _decided(quotation, row) if row else _by_rule(document, quotation, result, names)
        if row and voice.goes_on and not any(_may_go_on(before, voice) for before in result):
            lost.append(row)
        result.append(voice)
    return result, unmatched(document, lost)


def _quotation_of(document: Document, row: Row, found: Sequence[Quotation], taken: Mapping[int, Row]) -> Quotation | None:
    """The quotation whose first words a row cites; of several on the line, the first that no row has yet.

    ``found`` are all quotations in their order.
    """
    line, words = row.number("line"), row["words"]
    low, high = document.setting.span_of_line(line)
    a, b = document.reading(low), document.reading(high)
    first, last = (bisect_left(found, at, key=attrgetter("inner")) for at in (a - 3, b + 3))
    near = [q for q in found[first:last] if q.start not in taken]
    wanted = _letters(words)
    for quotation in near:
        inside = _letters(document.text[quotation.inner:quotation.inner + len(words) + 30])
        if inside.startswith(wanted):
            return quotation
    span = locate(document, line, words)
    if span is None:
        return None
    return next((q for q in near if abs(q.inner - span[0]) <= 2), None)


def _unmarked(document: Document, row: Row) -> Quotation | None:
    """A quotation printed without marks: it begins with the cited words and ends with the block; a gloss is the words."""
    span = locate(document, row.number("line"), row["words"])
    if span is None:
        return None
    number = document.block_at(span[0])
    end = span[1] if row["kind"] == "gloss" else document.blocks[number].end
    return Quotation(span[0], end, span[0], 0, number)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _decided(quotation: Quotation, row: Row) -> Voice:
    kind = row["kind"].removesuffix(GOES_ON)
    return Voice(quotation, kind, row["who"], row["toWhom"], row["source"], goes_on=kind != row["kind"])


def _may_go_on(before: Voice, voice: Voice) -> bool:
    """Whether two pieces are of one speaker and kind, neither inside another's words where the other is not."""
    return before.kind in SAID and (before.who, before.kind) == (voice.who, voice.kind) and before.quotation.depth == voice.quotation.depth


def _by_rule(document: Document, quotation: Quotation, before: Sequence[Voice], names: Names) -> Voice:
    """What the words around a quotation prove; kind ``?`` where they prove nothing."""
    text, block = document.text, document.blocks[quotation.block]
    if quotation.depth:
        return Voice(quotation, "?")
    last = next((v for v in reversed(before) if not v.quotation.depth), None)
    if last and last.kind == "speech" and last.quotation.open and quotation.block == last.quotation.block + 1 \
            and quotation.start == block.start:
        return Voice(quotation, "speech", last.who, last.to_whom)
    after = AFTER.match(text, quotation.end, min(block.end, quotation.end + 90))
    if after and text[quotation.end - 2] in ",?!…":
        who = names.person(after["late"] or after["early"] or "")
        if who:
            return Voice(quotation, "speech", who)
    lead = text[max(block.start, quotation.start - 140):quotation.start]
    cue = BEFORE.search(lead)
    if cue and (who := names.person(cue["name"])):
        return Voice(quotation, "speech", who)
    if last and last.kind == "speech" and last.quotation.block == quotation.block and last.who \
            and _resumes(text, last.quotation, quotation):
        return Voice(quotation, "speech", last.who, last.to_whom)
    words = text[quotation.inner:quotation.end].split()
    if not quotation.open and len(words) <= SCARE_WORDS and text[quotation.inner:quotation.inner + 1].islower() \
            and text[quotation.end - 2] not in ".?!,…":
        return Voice(quotation, "scare")
    return Voice(quotation, "?")


def _resumes(text: str, last: Quotation, quotation: Quotation) -> bool:
    """``…,” he said, “…``: only a short inquit stands between two pieces of one speech."""
    between = text[last.end:quotation.start]
    return bool(re.fullmatch(rf"\W{{0,3}}[^.;:“”]{{0,60}}\b(?:{VERBS})\b[^.;:“”]{{0,40}}[,.:]\s*", between)
                and text[last.end - 2] in ",?!…")


def speech_marks(document: Document, found: Sequence[Voice]) -> list[Mark]:
    """An element for every decided quotation: ``said`` with its speaker, ``soCalled``, ``title``, ``quote`` …

    Pieces of one speech point to each other with ``next`` and ``prev``, as NUL and the other's reading position.
    """
    marks: list[Mark] = []
    follows = _joined(document.text, document, found)
    leads = {after: before for before, after in follows.items()}
    for voice in found:
        start, end = voice.quotation.start, voice.quotation.end
        if voice.kind in SAID:
            aloud = "false" if voice.kind == "thought" else "true"
            pairs = [("who", voice.who), ("toWhom", voice.to_whom), ("aloud", aloud), ("source", voice.source)]
            pairs += [(name, f"\0{table[start]}") for name, table in (("next", follows), ("prev", leads)) if start in table]
            marks.append(Mark(start, end, "said", tuple(pairs), 1, True))
        elif element := ELEMENTS.get(voice.kind, ""):
            pairs = _quoted(voice) if element == "quote" else (("ref", voice.source),) if element == "title" else ()
            marks.append(Mark(start, end, element, pairs, 2, element == "quote"))
    return marks


def _quoted(voice: Voice) -> tuple[tuple[str, str], ...]:
    """Attributes of a quotation: its kind, whether it is verbatim (where a reader compared), and its source."""
    compared = voice.kind in ("verbatim", "altered")
    return ("type", "document" if compared else voice.kind), ("subtype", voice.kind if compared else ""), ("source", voice.source)


def _joined(text: str, document: Document, found: Sequence[Voice]) -> dict[int, int]:
    """Start of each piece of a speech, with the start of the piece that goes on from it."""
    follows: dict[int, int] = {}
    last: dict[int, Voice | None] = {}
    spoken: dict[tuple[int, str, str], Voice] = {}
    for voice in found:
        if voice.kind not in SAID:
            last[voice.quotation.depth] = None
            continue
        quotation, said = voice.quotation, (voice.quotation.depth, voice.who, voice.kind)
        before = spoken.get(said)
        if before and not voice.goes_on and (before is not last.get(quotation.depth) or not _follows(text, document, before, quotation)):
            before = None
        if before:
            follows[before.quotation.start] = quotation.start
        last[quotation.depth] = spoken[said] = voice
    return follows


def _follows(text: str, document: Document, before: Voice, quotation: Quotation) -> bool:
    """Whether a quotation goes on from the one before it in the next paragraph, or after a short inquit."""
    if quotation.block == before.quotation.block:
        return _resumes(text, before.quotation, quotation)
    return before.quotation.open and quotation.block == before.quotation.block + 1 and quotation.start == document.blocks[quotation.block].start
