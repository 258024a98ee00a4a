"""The synopsis as files: events, tellings and contradictions as plain text and as data, and the word alignment."""

from __future__ import annotations

from collections.abc import Iterator

from rift.publish.data import json_list
from rift.publish.dependence import Dependence
from rift.publish.product import Product, digest
from rift.publish.site import EVENTS
from rift.publish.synopsis.events import Contradiction, Event, Target
from rift.publish.synopsis.passages import Passage, place_label
from rift.publish.synopsis.shared import Synopsis, difference, when, written
from rift.publish.synopsis.tellings import Telling
from rift.publish.synopsis.wording import Likeness, Step


def synopsis_files(synopsis: Synopsis, depends: Dependence) -> Iterator[Product]:
    """``synopsis.txt``, ``synopsis.json`` and ``wording.json``, made together: all read the same tellings."""
    makers = {"synopsis.txt": _text, "synopsis.json": _data, "wording.json": _wording}
    yield Product(tuple(EVENTS + name for name in makers), digest("synopsis", depends.every_event),
                  lambda: tuple(make(synopsis).encode() for make in makers.values()))


# ---- plain text


def _text(synopsis: Synopsis) -> str:
    return "\n\n\n".join("\n".join(_lines(event, synopsis)) for event in synopsis.events.all) + "\n"


def _lines(event: Event, synopsis: Synopsis) -> Iterator[str]:
    yield f"{event.label} [{event.id}]"
    yield ". ".join(filter(None, [when(event), ", ".join(participant.name for participant in event.participants)]))
    yield from filter(None, ["", event.words, event.comparison])
    for contradiction in event.contradictions:
        where = "; ".join(_place(p) for p in synopsis.passages.all_of(contradiction.targets))
        yield f"\n{difference(contradiction.kind)}: {contradiction.words} ({where})"
    for telling in synopsis.tellings(event):
        evidence = ", ".join(filter(None, telling.kinds))
        yield f"\n{telling.file.short_title}{f' ({evidence})' if evidence else ''}"
        for passage in telling.passages:
            speaker = passage.speaker
            yield f"[{passage.id}, {passage.where}] {f'{speaker}: ' if speaker else ''}{passage.words}"


def _place(passage: Passage) -> str:
    return f"{place_label(passage)} [{passage.id}]"


# ---- data


def _data(synopsis: Synopsis) -> str:
    return f'{{"events": {json_list(_event(event, synopsis) for event in synopsis.events.all)}}}\n'


def _event(event: Event, synopsis: Synopsis) -> dict:
    return {
        "id": event.id,
        "label": event.label,
        "description": event.words,
        "date": event.date,
        "dateFrom": [_pointer(target) for target in event.date_source],
        "place": event.place and _pointer(event.place),
        "participants": [{"ref": _pointer(p.target), "name": p.name} for p in event.participants],
        "partOf": event.parent and event.parent.id,
        "related": list(event.related),
        "comparison": event.comparison,
        "contradictions": [_contradiction(contradiction, synopsis) for contradiction in event.contradictions],
        "accounts": [
            account for telling in synopsis.tellings(event) for account in _accounts(telling)
        ],
    }


def _contradiction(contradiction: Contradiction, synopsis: Synopsis) -> dict:
    passages = synopsis.passages.all_of(contradiction.targets)
    return {"kind": contradiction.kind, "words": contradiction.words, "passages": [_pointer(p.target) for p in passages]}


def _accounts(telling: Telling) -> Iterator[dict]:
    made = written(telling.file)
    for run in telling.runs:
        for passage in run.passages:
            account = {
                "passage": _pointer(passage.target),
                "text": telling.file.short_title,
                "written": made,
                "evidence": run.evidence,
                "where": passage.where,
                "speaker": passage.speaker,
                "words": passage.words,
            }
            yield {name: value for name, value in account.items() if value}


def _wording(synopsis: Synopsis) -> str:
    pairs = (
        {"event": event.id, "first": _pointer(first.target), "second": _pointer(second.target),
         "likeness": likeness.ratio, "alignment": [_step(likeness, step) for step in likeness.steps]}
        for event in synopsis.events.all
        for first, second, likeness in synopsis.collation(event).pairs
    )
    return f'{{"pairs": {json_list(pairs)}}}\n'


def _step(likeness: Likeness, step: Step) -> dict:
    first = " ".join(word.printed for word in likeness.first.words[step.first])
    second = " ".join(word.printed for word in likeness.second.words[step.second])
    return {"same": step.same, "first": first, "second": second}


def _pointer(target: Target) -> str:
    """``report-1960.xml#r252``, as the files of the edition write it."""
    return f"{target[0].removeprefix('tei/')}#{target[1]}"
