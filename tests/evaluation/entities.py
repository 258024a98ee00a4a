"""Figures of names and events: what points to the registers, and which passages tell one event."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

from lxml import etree

from .figures import TEXTS, Figure, jsonl, tsv
from .located import TEI, XML_ID, Located, ids, is_ours, letters, name, printed

TAGS = {"persons": ("persName",), "places": ("placeName",), "orgs": ("orgName",), "works": ("title", "ref", "quote")}
# At least this share of the mentions that gold counted must point to the entity.
MENTIONS = 0.9
# More mentions than gold counted are too many from here on: it may have overlooked some.
TOO_MANY = (1.15, 3)
PLACE = re.compile(r"(.+) ((?:\d{3}:\d+,?)+)$")

Lines = tuple[int, int]


def figures(texts: dict[str, Located], root: Path) -> list[Figure]:
    made = []
    for kind in TAGS:
        made += [first_mentions(texts, kind), mentions(texts["002"], kind)]
    return [*made, *events(texts, root / "tei" / "events.xml")]


def _marked(text: Located, tags: tuple[str, ...]) -> list[tuple[Lines, str, frozenset[str]]]:
    """Lines, letters and ids of every element that points to a register, also in notes."""
    found = [(text.lines(e), text.words(e), _pointed(e)) for e in text.all(*tags)]
    for note in text.notes:
        if not is_ours(note.element):
            found += [(text.note_lines(note), letters(printed(e)), _pointed(e)) for e in note.element.iter(*(TEI + t for t in tags))]
    return [item for item in found if item[2]]


def _pointed(element: etree._Element) -> frozenset[str]:
    return ids(element.get("ref") or element.get("target") or element.get("source"))


def first_mentions(texts: dict[str, Located], kind: str) -> Figure:
    """The first mention of each printed form in the four short texts."""
    figure = Figure(f"{kind} in the short texts", negatives=False)
    marked = {source: _marked(text, TAGS[kind]) for source, text in texts.items()}
    for row in tsv(f"{kind}.tsv"):
        forms = row["variants_first_occurrence_per_file"] or ""
        for match in filter(None, map(PLACE.match, forms.split("; "))):
            form = letters(match[1])
            for source, line in (place.split(":") for place in match[2].split(",")):
                if source != "002" and len(form) >= 3 and _is_text(texts[source], int(line)):
                    figure.count(any(row["id"] in pointed and _same(form, words) and low <= int(line) <= high
                                     for (low, high), words, pointed in marked[source]), f"{source}:{line} {match[1]} → {row['id']}")
    return figure


def _is_text(text: Located, line: int) -> bool:
    """Whether a line stands in the running text or in a note; catalogue data and furniture do not."""
    return text.letter_at(line) is not None or any(low <= line <= high for low, high in map(text.note_lines, text.notes))


def _same(form: str, words: str) -> bool:
    return form in words or len(words) > 3 and words in form


def mentions(book: Located, kind: str) -> Figure:
    """Entities of the memoir with nine in ten of their mentions."""
    figure = Figure(f"{kind} in the memoir")
    counts = Counter(pointed for _, _, several in _marked(book, TAGS[kind]) for pointed in several)
    for row in tsv(f"memoir.{kind}.tsv"):
        total, found = int(row["total"]), counts[row["id"]]
        if total:
            figure.count(found >= MENTIONS * total, f"{row['id']}: {found} of {total}")
            if found > TOO_MANY[0] * total + TOO_MANY[1]:
                figure.extra.append(f"{row['id']}: {found}, not {total}")
    return figure


def events(texts: dict[str, Located], path: Path) -> list[Figure]:
    """Events that several texts tell: found as one event, and passage by passage."""
    told, passages = Figure("events told in several texts", negatives=False), Figure("passages of events")
    accounts = _accounts(texts, path)
    rows = [(row, [p for p in row["passages"] if p.get("rel") != "related"]) for row in jsonl("shared.events.jsonl")]
    rows = [(row, gold) for row, gold in rows if len({p["file"] for p in gold}) > 1]
    matched = _match(rows, accounts)
    for number, (row, gold) in enumerate(rows):
        event = accounts.get(matched.get(number, ""), [])
        told.count(bool(event), row["event_id"])
        for passage in gold:
            passages.count(any(_meet(passage, account) for account in event), f"{row['event_id']} {passage['file']}:{passage['line_start']}")
        passages.extra += [f"{row['event_id']} {source}:{low}-{high}" for source, low, high in event
                           if not any(_meet(p, (source, low, high)) for p in row["passages"])]
    return [told, passages]


def _accounts(texts: dict[str, Located], path: Path) -> dict[str, list[tuple[str, int, int]]]:
    """Text and lines of every passage that an event of the edition points to."""
    if not path.exists():
        return {}
    where = {(TEXTS[source], element_id): (source, *lines) for source, text in texts.items() for element_id, lines in _ids(text)}
    made = defaultdict(list)
    for pointer in etree.parse(str(path)).getroot().iter(TEI + "ptr"):
        event = next(pointer.iterancestors(TEI + "event"))
        file, _, target = pointer.get("target", "").rpartition("#")
        if (found := where.get((Path(file).stem, target))) is not None:
            made[event.get(XML_ID)].append(found)
    return dict(made)


def _ids(text: Located):
    for element in text.spans:
        if element.get(XML_ID) and name(element) not in ("div", "front", "body"):
            yield element.get(XML_ID), text.lines(element)
    for note in text.notes:
        for element in note.element.iter():
            if isinstance(element.tag, str) and element.get(XML_ID):
                yield element.get(XML_ID), text.note_lines(note)


def _meet(passage: dict, account: tuple[str, int, int]) -> bool:
    source, low, high = account
    return source == passage["file"] and low <= passage["line_end"] + 1 and high >= passage["line_start"] - 1


def _match(rows: list, accounts: dict[str, list]) -> dict[int, str]:
    """For each gold event the event of the edition that meets most of its passages, in two texts at least; none twice."""
    choices = []
    for number, (_, gold) in enumerate(rows):
        for event, told in accounts.items():
            met = [p for p in gold if any(_meet(p, account) for account in told)]
            if len({p["file"] for p in met}) > 1:
                strays = sum(not any(_meet(p, account) for p in gold) for account in told)
                choices.append((-len(met), strays, number, event))
    matched: dict[int, str] = {}
    for _, _, number, event in sorted(choices):
        if number not in matched and event not in matched.values():
            matched[number] = event
    return matched
