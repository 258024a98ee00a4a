"""The comparison of one text from its first character to its last, and all that follows from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rift.diagnostics import Finding, Place, Problem, finding
from rift.model.raw import RawText
from rift.model.tables import Exclusion
from rift.verify.addresses import check_addresses
from rift.verify.cursor import HYPHEN, KEPT, MARK, MOVED, NUMBER, SPACE, Cursor
from rift.verify.faults import Fault, find_fault
from rift.verify.header import check_data, check_digest
from rift.verify.ledger import Ledger
from rift.verify.moves import finished, follow
from rift.verify.projection import END, NOTE, PAGE, Projection, project
from rift.verify.source import BREAK, STOP, Source, read_source

# After so many a person mends the first ones and runs again.
MOST_FAULTS = 100

_EXCERPT = 24
_SHOWN = str.maketrans({NOTE: "", PAGE: "", BREAK: " ", STOP: ""})


def verify_text(raw: RawText, exclusions: Sequence[Exclusion], tei: bytes, tei_name: str) -> Ledger:
    """Compare a raw text with its TEI file.

    ``exclusions`` are those of ``excluded.tsv``, ``tei`` the bytes of the file, ``tei_name`` its name in findings. Raises ``Problem``
    VER-013 for a file that cannot be read.
    """
    try:
        projection = project(tei)
    except ValueError as error:
        raise Problem(finding("VER-013", Place(tei_name), reason=str(error))) from error
    source = read_source(raw, exclusions)
    cursor = Cursor(source, projection)
    faults = list(compare(cursor))
    findings = [
        *_check_ranges(raw, exclusions),
        *check_digest(raw, projection, tei_name),
        *check_data(raw, exclusions, projection, tei_name),
        *_describe(cursor, faults, tei_name),
        *check_addresses(source, projection, cursor.steps, tei_name),
    ]
    unaccounted = sum(fault.i_end - fault.i for fault in faults)
    return Ledger(raw.id, len(raw.text), _count(cursor), _count_excluded(raw, exclusions), unaccounted, tuple(findings))


def compare(cursor: Cursor) -> Iterator[Fault]:
    """Take the cursor from one fault to the next, to the end."""
    follow(cursor)
    for _ in range(MOST_FAULTS):
        if finished(cursor):
            return
        fault = find_fault(cursor)
        yield fault
        cursor.i, cursor.j = fault.i_end, fault.j_end
        follow(cursor)


def _describe(cursor: Cursor, faults: list[Fault], tei_name: str) -> Iterator[Finding]:
    source, tei = cursor.source, cursor.tei
    for fault in faults:
        note = next((note for note in tei.notes if fault.j <= note.anchor < fault.j_end), None)
        yield finding(
            fault.code,
            Place(tei_name, *_place_in_tei(tei, fault)),
            raw=_raw_place(source, fault.i),
            excerpt=_excerpt(source, tei, fault),
            missing=_quote(fault.missing),
            added=_quote(fault.added),
            change="lost" if fault.missing else "added",
            mark=note.mark if note else "",
        )
    if not finished(cursor):
        yield finding("VER-012", Place(tei_name, *tei.place(cursor.j)), raw=_raw_place(source, cursor.i), count=MOST_FAULTS)
        return
    marks = {step.j: step.i for step in cursor.steps if step.kind == MARK}
    for note in tei.notes:
        if not note.lost and note not in cursor.placed:
            raw = _raw_place(source, marks[note.anchor]) if note.anchor in marks else None
            body = _quote(tei.text[note.start : note.end])
            yield finding("VER-007", Place(tei_name, *tei.place(note.anchor)), raw=raw, excerpt=body, mark=note.mark)


def _place_in_tei(tei: Projection, fault: Fault) -> tuple[int, int]:
    """Of what is missing, the place behind the character before it: the next one may begin another block."""
    if fault.added or tei.text[fault.j - 1 : fault.j] in ("", " ", NOTE, PAGE, END):
        return tei.place(fault.j)
    line, column = tei.place(fault.j - 1)
    return line, column + 1


def _excerpt(source: Source, tei: Projection, fault: Fault) -> str:
    """Both sides round a fault, the faulty characters in brackets."""
    return f"source: {_side(source.text, fault.i, fault.i_end)} | TEI: {_side(tei.text, fault.j, fault.j_end)}"


def _side(text: str, start: int, end: int) -> str:
    before = text[max(0, start - _EXCERPT) : start].rpartition(END)[2]
    after = text[end : end + _EXCERPT // 2].partition(END)[0]
    middle = text[start:end] if end - start <= _EXCERPT else text[start : start + _EXCERPT] + "…"
    return "{}⟦{}⟧{}".format(*(piece.translate(_SHOWN) for piece in (before, middle, after)))


def _quote(text: str) -> str:
    text = text.translate(_SHOWN)
    return f"‘{text}’" if len(text) <= 40 else f"‘{text[:24]} … {text[-12:]}’ ({len(text)} characters)"


def _raw_place(source: Source, index: int) -> Place:
    return Place(f"sources/{source.raw.id}/text.txt", *source.raw.place(source.offset(index)))


def _check_ranges(raw: RawText, exclusions: Sequence[Exclusion]) -> Iterator[Finding]:
    """VER-005 for ranges that reach out of the raw text or into the one before."""
    end = 0
    for exclusion in exclusions:
        fault = "ends after the raw text" if exclusion.end > len(raw.text) else "overlaps the one before" if exclusion.start < end else ""
        if fault:
            first, last = (raw.place(min(offset, len(raw.text))) for offset in (exclusion.start, exclusion.end - 1))
            place = Place(exclusion.path or f"sources/{raw.id}/excluded.tsv", exclusion.line)
            span = "{}:{}–{}:{}".format(*first, *last)
            yield finding("VER-005", place, raw=Place(f"sources/{raw.id}/text.txt", *first), range=span, fault=fault)
        end = max(end, exclusion.end)


def _count(cursor: Cursor) -> dict[str, int]:
    counts = dict.fromkeys((KEPT, MOVED, HYPHEN, MARK, NUMBER, SPACE), 0)
    for step in cursor.steps:
        counts[step.kind] += step.length
    counts[SPACE] += cursor.source.kept - (len(cursor.source.text) - 1)
    return counts


def _count_excluded(raw: RawText, exclusions: Sequence[Exclusion]) -> dict[tuple[str, str], int]:
    counts: dict[tuple[str, str], int] = {}
    at = 0
    for exclusion in exclusions:
        key = (exclusion.kind, exclusion.reason)
        start, end = max(at, exclusion.start), min(exclusion.end, len(raw.text))
        counts[key] = counts.get(key, 0) + max(0, end - start)
        at = max(at, end)
    return counts
