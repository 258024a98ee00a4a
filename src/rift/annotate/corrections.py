"""Errors of print and recognition, mended: rows of ``corrections.tsv`` and a few classes that a rule can take.

The printed words are kept beside the right ones. A correction is as small as a whole word or a sign can be.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from rift.diagnostics import Finding, Place, finding
from rift.model.document import Block, Change, Document, Setting
from rift.model.tables import Row

CORRECTION_COLUMNS = ("line", "printed", "right", "class", "type", "certainty", "reason")
STRAIGHT = re.compile(r"[\"']")
OPENS_AFTER = re.compile(r"(?:^|[\s(\[{“‘—–/-])$")


def corrections(setting: Setting, rows: Sequence[Row]) -> tuple[list[Change], list[Finding]]:
    """Changes of a text in its order, those of the rows first; a finding for each row that matches nothing."""
    decided: list[tuple[Change, Row]] = []
    findings: list[Finding] = []
    for row in rows:
        change = _from_row(setting, row)
        if isinstance(change, Change):
            decided += [(part, row) for part in _sign_by_sign(change)]
        else:
            findings.append(change)
    decided.sort(key=lambda d: (d[0].start, d[0].end))
    for (before, _), (after, row) in zip(decided, decided[1:], strict=False):
        if after.start < before.end:
            raw = Place(_raw_path(setting), setting.raw.line_of(setting.origin[after.start]))
            findings.append(finding("SRC-012", Place(row.path, row.line), raw, words=setting.text[after.start:after.end]))
    return _merge(_apart([change for change, _ in decided]), _straight_marks(setting)), findings


def _sign_by_sign(change: Change) -> list[Change]:
    """What is missing, each quotation mark by itself: a mark begins or ends an element, what stands beside it may not."""
    if change.start < change.end:
        return [change]
    return [change._replace(right=part) for part in re.findall(r"[“”‘’]|[^“”‘’]+", change.right)]


def _raw_path(setting: Setting) -> str:
    return f"sources/{setting.raw.id}/text.txt"


def _apart(changes: list[Change]) -> list[Change]:
    kept: list[Change] = []
    for change in changes:
        if not kept or change.start >= kept[-1].end:
            kept.append(change)
    return kept


def _merge(decided: list[Change], ruled: list[Change]) -> list[Change]:
    """Decided changes, and those of a rule that touch none of them."""
    taken = [(c.start, c.end) for c in decided]
    starts = [a for a, _ in taken]
    free = []
    for change in ruled:
        k = bisect_left(starts, change.end)
        near = taken[max(k - 2, 0):k + 1]
        if not any(a < change.end and change.start < max(b, a + 1) for a, b in near if not (a == b == change.start)):
            free.append(change)
    return sorted(decided + free, key=lambda c: (c.start, c.end))


def _from_row(setting: Setting, row: Row) -> Change | Finding:
    """The change of one row, or the finding that its words are not on its line (or not once)."""
    line = row.number("line")
    raw_line = setting.raw.line(line) if 0 < line <= setting.raw.line_count else ""
    printed, right = row["printed"], row["right"]
    at = raw_line.find(printed)
    span = setting.span_of_line(line)
    if printed and (times := raw_line.count(printed)) > 1:
        return finding("SRC-021", Place(row.path, row.line), Place(_raw_path(setting), line), raw_line, words=printed, times=times)
    if not printed or at < 0 or span == (0, 0):
        return finding("SRC-009", Place(row.path, row.line), Place(_raw_path(setting), line), raw_line, words=printed)
    low, high, words = _core(printed, right)
    start = setting.raw.offset(line) + at
    a = bisect_left(setting.origin, start + low, *span)
    b = bisect_left(setting.origin, start + high, *span)
    if raw_line[at + high:at + high + 1].isspace() and b > a and setting.text[b - 1] == " ":
        b -= 1  # the run of spaces that follows was folded into one
    return _widen(setting, a, b, words, row)


def _core(printed: str, right: str) -> tuple[int, int, str]:
    """Where the two differ: from, to in ``printed``, and what stands there in ``right``; whole words where some are missing."""
    size = min(len(printed), len(right))
    low = next((k for k in range(size) if printed[k] != right[k]), size)
    tail = next((k for k in range(size - low) if printed[-1 - k] != right[-1 - k]), size - low)
    high, core = len(printed) - tail, right[low:len(right) - tail]
    while low == high and low and core and not _whole_words(printed, low, core) and printed[low - 1] == core[-1]:
        low, high, core = low - 1, high - 1, core[-1] + core[:-1]  # the same insertion, one letter to the left
    return low, high, core


def _whole_words(text: str, at: int, words: str) -> bool:
    """Whether ``words``, put in at ``at``, are words by themselves."""
    before, after = text[at - 1:at].isalnum() and words[:1].isalnum(), text[at:at + 1].isalnum() and words[-1:].isalnum()
    return not before and not after and not words.isspace()


def _widen(setting: Setting, start: int, end: int, right: str, row: Row) -> Change:
    """Widen to whole words where letters change, and to the signs at both sides where only spaces do.

    Words, signs or a space between signs that are missing are supplied there, so that nothing is drawn into an element
    beside them.
    """
    text = setting.text
    printed = text[start:end]
    low, high = start, end
    letters = any(c.isalnum() for c in printed + right)
    if letters and (printed or not _whole_words(text, low, right)) and (low < high or _inside_word(text, low)):
        while low and text[low - 1].isalnum():
            low -= 1
        while high < len(text) and text[high].isalnum():
            high += 1
    elif (printed + right).isspace() and (printed or text[low - 1:low].isalnum() and text[low:low + 1].isalnum()):
        low, high = _side(text, low, -1), _side(text, high, 1)
    return Change(low, high, text[low:start] + right + text[end:high], row["type"], row["certainty"], row["reason"])


def _inside_word(text: str, at: int) -> bool:
    return text[at - 1:at].isalnum() or text[at:at + 1].isalnum()


def _side(text: str, at: int, step: int) -> int:
    """Edge of the word, or of the sign, beside a space."""
    k = at - 1 if step < 0 else at
    if not 0 <= k < len(text) or text[k].isspace():
        return at
    if not text[k].isalnum():
        return k if step < 0 else k + 1
    while 0 <= k < len(text) and text[k].isalnum():
        k += step
    return k + 1 if step < 0 else k


def _straight_marks(setting: Setting) -> list[Change]:
    """Straight quotation marks and apostrophes where the text otherwise prints curved ones.

    The direction follows from what stands before; texts that print straight marks throughout keep them.
    """
    text = setting.text
    if text.count("”") <= text.count('"'):
        return []
    found = []
    for match in STRAIGHT.finditer(text):
        at = match.start()
        opens = OPENS_AFTER.search(text[max(at - 1, 0):at]) and not text[at + 1:at + 2].isspace()
        right = ("“" if opens else "”") if match[0] == '"' else ("‘" if opens else "’")
        found.append(Change(at, at + 1, right, "ocr", "high", "straight mark"))
    return found


def corrected(setting: Setting, changes: list[Change]) -> Document:
    """The text with its changes made; blocks stay where they were."""
    chunks: list[str] = []
    places: list[tuple[int, int]] = []
    size = at = 0
    for change in changes:
        chunks += (setting.text[at:change.start], change.right)
        size += change.start - at
        places.append((size, size + len(change.right)))
        size += len(change.right)
        at = change.end
    chunks.append(setting.text[at:])
    document = Document(setting, "".join(chunks), [], setting.groups, setting.breaks, setting.anchors, changes, places)
    document.index()
    document.blocks = [Block(b.kind, _edge(document, b.start), document.reading(b.end), b.line, b.attributes)
                       for b in setting.blocks]
    document.index()
    return document


def _edge(document: Document, start: int) -> int:
    """Reading position of a block's start: before an insertion that stands there."""
    k = bisect_left(document._printed_starts, start)
    if k < len(document.changes) and document.changes[k].start == start:
        return document.places[k][0]
    return document.reading(start)
