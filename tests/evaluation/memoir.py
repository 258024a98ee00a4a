"""Figures of the memoir: paragraphs, hyphens, pages, footnotes, chapters, speech, corrections."""

from __future__ import annotations

import re
from collections import defaultdict

from .figures import Figure, jsonl, tsv
from .located import Located, Note, corrected, ids, is_ours, letters, name, printed, squeezed

BLOCKS = ("p", "head", "argument", "closer")


def figures(book: Located) -> list[Figure]:
    return [paragraphs(book), hyphens(book), pages(book), footnotes(book), chapters(book), *speech(book), corrections(book)]


def _stretches(rows: list[dict]) -> list[range]:
    ends = {tuple(int(n) for n in row["stretch"].split("-")) for row in rows}
    return [range(low, high + 1) for low, high in sorted(ends)]


def _inside(line: int, stretches: list[range]) -> bool:
    return any(line in stretch for stretch in stretches)


def paragraphs(book: Located) -> Figure:
    """Beginnings of blocks in the stretches that were read."""
    figure = Figure("memoir paragraphs")
    rows = tsv("memoir.paragraphs.tsv")
    verdicts = {int(row["raw_line"]): row["verdict"] for row in rows}
    found = {book.lines(e)[0] for e in book.all(*BLOCKS)
             if book.words(e) and name(e.getparent()) not in ("argument", "closer")}
    for line, verdict in verdicts.items():
        if verdict == "start":
            figure.count(line in found, f"{line}")
    stretches = _stretches(rows)
    figure.extra = [f"{line}" for line in sorted(found) if _inside(line, stretches) and verdicts.get(line, "no") not in ("start", "start?")]
    return figure


def hyphens(book: Located) -> Figure:
    """Words divided at a line's end: joined, or with the hyphen that belongs to them."""
    figure = Figure("memoir hyphens", negatives=False)
    for row in tsv("memoir.hyphens.tsv"):
        if row["verdict"] in ("soft", "hard"):
            gap = _gap(book, int(row["raw_line"]), row["left"], row["right"])
            wanted = "-" if row["verdict"] == "hard" else ""
            figure.count(gap == wanted, f"{row['raw_line']} {row['left']}|{row['right']}: {gap!r}")
    return figure


def _gap(book: Located, line: int, left: str, right: str) -> str | None:
    """What stands between the halves of a divided word, in the text or in a note."""
    at = book.letter_at(line, end=True)
    if at is not None:
        return book.gaps[at]
    halves = re.compile(re.escape(left) + r"(\W*?)" + re.escape(right))
    return next((m[1] for note in book.notes if (m := halves.search(printed(note.element)))), None)


def pages(book: Located) -> Figure:
    """Page breaks at the first line of a page, with its number; none where a line only looks like a beginning."""
    figure = Figure("memoir pages")
    breaks = {book.lines(e)[0]: e.get("n", "").strip("[]") for e in book.all("pb")}
    rows = tsv("memoir.pages.tsv")
    starts = [int(row["raw_line_start"]) for row in rows]
    for row, start in zip(rows, starts, strict=True):
        number = row["printed_no"] or row["inferred_no"]
        line = _first_text(book, start)
        figure.count(breaks.get(line) == number, f"page {number} at {start}: {breaks.get(line)}")
    # Behind the last page that was read, gold says nothing.
    known = {_first_text(book, start) for start in starts}
    pseudo = {int(row["raw_line"]) for row in tsv("memoir.pages_pseudo.tsv")}
    figure.extra = [f"{line}" for line in breaks
                    if line not in known and (line in pseudo or line < max(starts) and _between(starts, line))]
    return figure


def _first_text(book: Located, line: int) -> int:
    """The first line from ``line`` on that is in the running text: a page may begin with its printed number."""
    return next((n for n in range(line, line + 8) if book.letter_at(n) is not None and not book.raw_lines[n - 1].strip().isdigit()), line)


def _between(starts: list[int], line: int) -> bool:
    """Whether pages on both sides of a line were read, so that a break between them is one too many."""
    before = max((s for s in starts if s < line), default=0)
    after = min((s for s in starts if s > line), default=0)
    return bool(before and after) and after - before < 100


def footnotes(book: Located) -> Figure:
    """Notes at their mark with their text; a lost one without."""
    figure = Figure("memoir footnotes")
    rows = jsonl("memoir.footnotes.jsonl")
    wrong = {id(note): note for note in book.notes}
    for row in rows:
        note = next((n for n in book.notes if id(n) in wrong and _is_note(book, n, row)), None)
        figure.count(note is not None, f"{row['ref_line']} {row['word_before_ref']}")
        if note is not None:
            del wrong[id(note)]
    first, last = min(r["ref_line"] for r in rows), max(r["ref_line"] for r in rows)
    figure.extra = [f"{line} {n.letters[:30]}" for n in wrong.values() if first <= (line := book.line(n.at - 1)) <= last]
    return figure


def _is_note(book: Located, note: Note, row: dict) -> bool:
    beside = abs(book.line(note.at - 1) - row["ref_line"]) <= 2 and book.letters[:note.at].endswith(letters(row["word_before_ref"]))
    return beside and note.letters.startswith(letters(row["first_4_words"] or "")) if row["note_status"] == "present" else beside


def chapters(book: Located) -> Figure:
    """Divisions with their whole head and an abstract."""
    figure = Figure("memoir chapters", negatives=False)
    heads = {book.words(head): head.getparent() for head in book.all("head")}
    for row in tsv("memoir.chapters.tsv"):
        if row["chapter"] != "0":
            div = heads.get(letters(f"{row['chapter']}. {row['title']}"))
            figure.count(div is not None and any(name(child) == "argument" for child in div), row["title"])
    return figure


def speech(book: Located) -> list[Figure]:
    """Direct speech that is marked, its speakers, and what is no speech and must not be marked."""
    found, who, alone = Figure("memoir speech found"), Figure("memoir speakers"), Figure("memoir quotes that are not speech", negatives=False)
    rows = jsonl("memoir.quotes.jsonl")
    said = defaultdict(list)
    for element in book.all("said"):
        said[book.lines(element)[0]].append(element)
    used = set()
    for row in rows:
        if row["type"] == "speech":
            element = _speech(book, said, used, row)
            what = f"{row['line_start']} {row['first_4_words']} [{row['who']}]"
            found.count(element is not None, what)
            used.add(element)
            speakers = None if element is None else ids(element.get("who"))
            who.count(speakers == _speakers(row["who"]), f"{what}: {' '.join(sorted(speakers or ()))}")
        else:
            start = letters(row["first_4_words"])
            marked = [e for e in said.get(row["line"], ()) if book.words(e).startswith(start) and name(e.getparent()) != "said"]
            alone.count(not marked, f"{row['line']} {row['first_4_words']}")
    stretches = _stretches(rows)
    found.extra = [f"{line} {book.words(e)[:40]}" for line, elements in sorted(said.items()) if _inside(line, stretches)
                   for e in elements if e not in used and not any(name(a) == "said" for a in e.iterancestors())]
    who.extra = list(found.extra)
    return [found, who, alone]


def _speech(book: Located, said: dict, used: set, row: dict):
    start = letters(row["first_4_words"])[:18]
    near = sorted(range(row["line_start"] - 2, row["line_start"] + 3), key=lambda line: abs(line - row["line_start"]))
    return next((e for line in near for e in said.get(line, ()) if e not in used and book.words(e).startswith(start)), None)


def _speakers(cell: str) -> frozenset[str]:
    """Ids of a gold cell; nothing for a speaker whom nobody can tell."""
    return frozenset(re.split(r"[+ ]", cell)) if re.fullmatch(r"[a-z0-9+ -]+", cell) and cell != "unknown" else frozenset()


def corrections(book: Located) -> Figure:
    """Sure errors of print and recognition: as printed in the source reading, right in the other."""
    figure = Figure("memoir corrections", negatives=False)
    blocks = defaultdict(list)
    for element in book.all("p", "head", "argument"):
        for line in range(book.lines(element)[0], book.lines(element)[1] + 2):
            blocks[line].append((squeezed(printed(element)), squeezed(corrected(element))))
    for note in book.notes:
        if not is_ours(note.element):
            low, high = book.note_lines(note)
            for line in range(low, high + 1):
                blocks[line].append((squeezed(printed(note.element)), squeezed(corrected(note.element))))
    for row in tsv("memoir.ocr.tsv"):
        if row["certainty"] == "high":
            line = int(row["raw_line"])
            pairs = [pair for near in (line - 1, line) for pair in blocks.get(near, ())]
            figure.count(any(_mended(row, *pair) for pair in pairs), f"{line} {row['as_printed']!r} → {row['correct']!r}")
    return figure


def _mended(row: dict, before: str, after: str) -> bool:
    """Whether a block has the printed words before, and the right ones more often (or the printed ones less often) after."""
    was, right = squeezed(row["as_printed"]), squeezed(row["correct"])
    if was.replace(" ", "") != right.replace(" ", ""):
        was, right, before, after = (text.replace(" ", "") for text in (was, right, before, after))
    return was in before and right in after and (after.count(right) > before.count(right) or after.count(was) < before.count(was))
