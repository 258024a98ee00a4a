"""Figures of the four short texts: turns, joins, insertions, endnotes, furniture, reactions, documents."""

from __future__ import annotations

from collections import defaultdict

from .figures import Figure, jsonl, tsv
from .located import Located, ids, is_ours, letters, name

INSERTED = ("supplied", "note", "unclear")
REACTIONS = ("kinesic", "vocal", "incident")
DOCUMENTS = ("document", "speech", "note", "letter")
ARTICLE = ("article", "editorial-intro", "title", "subtitle", "byline", "part")
# Lines shorter than so many letters stand in the article and in the furniture alike (``Dossier``).
LONG = 30


def figures(texts: dict[str, Located]) -> list[Figure]:
    return [turns(texts["001"]), joins(texts["001"]), insertions(texts), endnotes(texts["000"]), article(texts["003"]),
            reactions(texts["004"]), documents(texts["004"])]


def turns(record: Located) -> Figure:
    """Turns with their label, speakers and first words."""
    figure = Figure("report turns")
    rows = {row["line"]: row for row in jsonl("meeting1960.turns.jsonl") if row["kind"] == "turn"}
    found = {record.lines(sp)[0]: sp for sp in record.all("sp")}
    for line, row in rows.items():
        sp = found.get(line)
        label = None if sp is None else next((record.words(c) for c in sp if name(c) == "speaker"), None)
        ok = label == letters(row["label"]) and ids(sp.get("who")) == frozenset(row["who"]) \
            and letters(row["start"])[:14] in record.words(sp).removeprefix(label)
        figure.count(ok, f"{line} {row['label']}")
    figure.extra = [f"{line}" for line in found if min(rows) <= line <= max(rows) and line not in rows]
    return figure


def joins(record: Located) -> Figure:
    """Paragraphs cut by a page's end are whole, others stay apart."""
    figure = Figure("report joins", negatives=False)
    starts = {record.lines(p)[0] for p in record.all("p") if record.words(p)}
    for row in tsv("meeting1960.joins.tsv"):
        line = int(row["line_b"])
        if row["type"] == "page-end" and row["certainty"] == "certain":
            figure.count(line not in starts, f"{line} begins a paragraph")
        elif row["type"] == "new-paragraph":
            figure.count(line in starts, f"{line} begins none")
    return figure


def insertions(texts: dict[str, Located]) -> Figure:
    """Bracketed insertions, marked as somebody's who is not this edition."""
    figure = Figure("bracketed insertions", negatives=False)
    for source, file in (("001", "meeting1960.insertions.jsonl"), ("000", "memo1956.insertions.jsonl")):
        text = texts[source]
        marked = defaultdict(list)
        for element in text.all(*INSERTED):
            if element.get("resp") and not is_ours(element):
                marked[text.lines(element)[0]].append(text.words(element))
        for row in jsonl(file):
            inside = letters(row["text_inside"])
            if inside and row.get("bracket") != "round":
                figure.count(any(words.startswith(inside) for words in marked[row["line"]]), f"{source}:{row['line']} [{row['text_inside']}]")
    return figure


def endnotes(memorandum: Located) -> Figure:
    """Endnotes at their marks."""
    figure = Figure("memorandum endnotes", negatives=False)
    for row in jsonl("memo1956.notes.jsonl"):
        before, start = letters(row["ref_before"]), letters(row["start"])
        figure.count(any(n.letters.startswith(start) and memorandum.letters[:n.at].endswith(before) for n in memorandum.notes), row["label"])
    return figure


def article(study: Located) -> Figure:
    """Lines of the article are there, lines of the web site are not."""
    figure = Figure("article and furniture")
    for row in jsonl("edemskiy.structure.jsonl"):
        if row["record"] != "line" or len(letters(study.raw_lines[row["line"] - 1])) < LONG:
            continue
        there = study.letter_at(row["line"]) is not None
        if row["class"].startswith(ARTICLE):
            figure.count(there, f"{row['line']} {row['start']}")
        elif row["class"].startswith("boilerplate") and there:
            figure.extra.append(f"{row['line']} {row['start']}")
    return figure


def reactions(post: Located) -> Figure:
    """What an audience does, part by part."""
    figure = Figure("audience reactions")
    marked = {e: (post.lines(e)[0], name(e), post.words(e)) for e in post.all(*REACTIONS)}
    rows = jsonl("observatory.reactions.jsonl")
    first, last = min(r["line"] for r in rows), max(r["line"] for r in rows)
    for row in rows:
        for part in row["parts"]:
            wanted = (row["line"], part["kind"].split("-")[0], letters(part["text"]))
            element = next((e for e, what in marked.items() if what == wanted), None)
            figure.count(element is not None, f"{row['line']} {part['text']}")
            marked.pop(element, None)
    figure.extra = [f"{line} {words}" for line, _, words in marked.values() if first <= line <= last]
    return figure


def documents(post: Located) -> Figure:
    """A division begins where a speech or a note does."""
    figure = Figure("documents in the post", negatives=False)
    starts = {post.lines(div)[0] for div in post.all("div") if div.get("type") in DOCUMENTS}
    first: dict[str, int] = {}
    for row in jsonl("observatory.structure.jsonl"):
        if row["record"] == "division" and row["doc"]:
            first.setdefault(row["doc"], row["line_start"])
    for document, line in first.items():
        figure.count(line in starts, f"{line} {document}")
    return figure
