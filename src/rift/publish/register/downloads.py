"""The registers as files: JSON with everything, CSV with a row for each entry, mention, utterance and foreign word.

CSV is UTF-8 with commas and quotation marks where needed (RFC 4180). Addresses are relative to the site's root.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial

from rift.publish.data import json_list
from rift.publish.dependence import Dependence
from rift.publish.product import Product, digest
from rift.publish.register.entities import Entity, Kind
from rift.publish.register.entries import Form, Register
from rift.publish.register.facts import Fact, Identifier, dated, designations, editions, facts, identifiers, life, notes

FOLDER = "data"
NOTES = {  # what stands in each file
    f"{FOLDER}/people.json": "people and groups with evidence, printed forms and relations",
    f"{FOLDER}/people.csv": "one row for each person or group",
    f"{FOLDER}/places.json": "places with evidence and printed forms",
    f"{FOLDER}/places.csv": "one row for each place",
    f"{FOLDER}/organizations.json": "organizations with evidence, printed forms and relations",
    f"{FOLDER}/organizations.csv": "one row for each organization",
    f"{FOLDER}/works.json": "works with evidence, printed forms and relations",
    f"{FOLDER}/works.csv": "one row for each work",
    f"{FOLDER}/mentions.csv": "one row for each mention in the texts",
    f"{FOLDER}/speech.csv": "one row for each utterance, with its mode",
    f"{FOLDER}/glossary.csv": "one row for each place of a foreign word",
}
ENTRY_COLUMNS = ("id", "name", "type", "side", "dates", "country", "identifiers", "forms", "mentions", "texts", "address")
MENTION_COLUMNS = ("register", "id", "name", "text", "passage", "where", "before", "words", "after", "printed", "address")
SPEECH_COLUMNS = ("id", "name", "mode", "text", "passage", "where", "to", "quoted_by", "quoted_from", "thought", "words", "address")
TERM_COLUMNS = ("words", "language", "translations", "text", "passage", "where", "address")


def register_files(register: Register, depends: Dependence) -> Iterator[Product]:
    """Every file, made only if something that it depends on has changed."""
    for paths, shown, make in _makers(register, depends):
        yield Product(paths, digest(*paths, shown), make)


def _makers(register: Register, depends: Dependence) -> Iterator[tuple[tuple[str, ...], str, Callable[[], tuple[bytes, ...]]]]:
    """Paths of files that are made together, digest of what they show of the texts, and what makes the bytes of each."""
    for kind in register.entities.kinds:
        paths = (f"{FOLDER}/{kind.folder}.json", f"{FOLDER}/{kind.folder}.csv")
        yield paths, depends.counted, partial(_of_kind, register, kind)
    if register.entities:
        yield (f"{FOLDER}/mentions.csv",), depends.entries, lambda: (_csv(MENTION_COLUMNS, _mention_rows(register)),)
        yield (f"{FOLDER}/speech.csv",), depends.entries, lambda: (_csv(SPEECH_COLUMNS, _speech_rows(register)),)
    if depends.terms:
        yield (f"{FOLDER}/glossary.csv",), depends.terms, lambda: (_csv(TERM_COLUMNS, _term_rows(register)),)


@dataclass(frozen=True)
class Listed:
    """What both files of a register say of an entry. ``mentions``: their number in each text, by its siglum."""

    entity: Entity
    facts: tuple[Fact, ...]
    identifiers: tuple[Identifier, ...]
    forms: list[Form]
    mentions: list[tuple[str, int]]


def _of_kind(register: Register, kind: Kind) -> tuple[bytes, bytes]:
    """JSON and CSV of a register, made together so that what the texts say of an entry is counted once."""
    entries = [_listed(register, entity) for entity in register.entities.by_kind[kind]]
    data = json_list(_entry(register, listed) for listed in entries)
    return f"{data}\n".encode(), _csv(ENTRY_COLUMNS, map(_entry_row, entries))


def _listed(register: Register, entity: Entity) -> Listed:
    mentions = [(register.sigla[file.id], count) for file, count in register.texts(entity)]
    return Listed(entity, tuple(facts(entity)), tuple(identifiers(entity)), register.forms(entity), mentions)


def _entry(register: Register, listed: Listed) -> dict:
    """An entry as plain data; what it does not have is left out."""
    entity = listed.entity
    entry = {
        "id": entity.id, "name": entity.name, "type": entity.type, "side": entity.side, "address": entity.href,
        "facts": [_fact(register, fact) for fact in (*listed.facts, *designations(entity))],
        "relations": [_fact(register, fact) for fact in register.relations(entity)],
        "notes": [_fact(register, fact) for fact in notes(entity)],
        "identifiers": [asdict(identifier) for identifier in listed.identifiers],
        "held_at": [found.address for found in map(register.passage, editions(entity)) if found],
        "forms": [{"printed": f.printed, "read": f.read or f.printed, "texts": dict(f.texts)} for f in listed.forms],
        "works": [work.id for work in register.works(entity)],
        "events": [event.id for event in register.events(entity)],
        "mentions": dict(listed.mentions),
    }
    return {name: value for name, value in entry.items() if value}


def _fact(register: Register, fact: Fact) -> dict:
    named = [entity.id for entity in map(register.entities.of, fact.entities) if entity is not None]
    evidence = [e if isinstance(e, str) else "#".join(e).removeprefix("tei/") for e in fact.evidence]
    values = {"label": fact.label, "words": fact.words, "dates": fact.dates, "entries": named, "certainty": fact.cert, "evidence": evidence}
    return {name: value for name, value in values.items() if value}


def _entry_row(listed: Listed) -> tuple:
    entity = listed.entity
    country = next((fact.words for fact in listed.facts if fact.label == "Country"), "")
    known = "; ".join(f"{found.scheme}: {found.value}" for found in listed.identifiers)
    forms = "; ".join(f"{form.printed} ({form.count})" for form in listed.forms)
    counts = "; ".join(f"{siglum}: {count}" for siglum, count in listed.mentions)
    total = sum(count for _, count in listed.mentions)
    return (entity.id, entity.name, entity.type, entity.side, life(entity) or dated(entity), country, known, forms, total, counts, entity.href)


def _mention_rows(register: Register) -> Iterator[tuple]:
    for entity in register.entities:
        named = (entity.kind.folder, entity.id, entity.name)
        for m in register.in_texts(entity):
            yield (*named, m.file, m.id, m.where, m.before, m.words, m.after, m.printed, m.address)


def _speech_rows(register: Register) -> Iterator[tuple]:
    for entity in register.entities:
        named = (entity.id, entity.name)
        for said in register.utterances(entity):
            to, by = (" ".join(xml_id for _, xml_id in targets) for targets in (said.to, said.by))
            work = said.work[1] if said.work else ""
            thought = "yes" if said.is_thought else ""
            yield (*named, said.mode, said.file, said.id, said.where, to, by, work, thought, said.words, said.address)


def _term_rows(register: Register) -> Iterator[tuple]:
    for term in register.glossary:
        for place in term.places:
            yield (term.words, term.language, "; ".join(term.translations), place.file.id, place.id, place.where, place.address)


def _csv(columns: tuple[str, ...], rows: Iterable[tuple]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue().encode()
