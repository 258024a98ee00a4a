"""Citations in the styles that historians and their programs use: Chicago (note), MLA, BibTeX, RIS, CSL-JSON.

A citation is made of pieces. A piece of kind ``locator`` or ``key`` or ``url`` is where something else stands if not the
page but a passage of it is cited: the script of the pages puts ``locator`` (turn 5, p. 57) into ``pattern`` for ``%``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from rift.publish.labels import MONTHS, day
from rift.publish.metadata.cited import Cited, Name

BIBTEX = {"book": "book", "chapter": "inbook", "article": "article"}  # else misc
RIS = {"book": "BOOK", "chapter": "CHAP", "record": "MANSCPT", "collection": "ELEC", "document": "GEN", "article": "NEWS"}
CSL = {
    "book": "book", "chapter": "chapter", "record": "manuscript", "collection": "webpage", "document": "document",
    "article": "article-newspaper",
}
DATED = {"record", "document"}  # these are cited by the day that they were written, the others by the day of the edition
TEX = re.compile(r"[&%$#_{}]")
SHORT = {month: f"{month[:3]}." if len(month) > 4 else month for month in MONTHS} | {"September": "Sept."}


@dataclass(frozen=True)
class Piece:
    """Some words of a citation. ``kind``: empty, ``title`` (in italics), ``key``, ``url`` or ``locator``."""

    text: str
    kind: str = ""
    pattern: str = ""


@dataclass(frozen=True)
class Style:
    """``suffix`` of the files in it; empty for those that are read only."""

    name: str
    label: str
    write: Callable[[Cited], list[Piece]]
    suffix: str = ""
    media_type: str = ""


def plain(pieces: list[Piece]) -> str:
    """The citation of the page as one string."""
    return "".join(piece.text for piece in pieces)


# ---- to be read


def chicago(cited: Cited) -> list[Piece]:
    """A full note."""
    names = _listed([author.straight for author in cited.authors])
    return [
        *_text(f"{names}, " if names else ""),
        *_title(cited, ","),
        *_text(f" trans. {_listed([t.straight for t in cited.translators])}," if cited.translators else ""),
        *_within(cited, " in "),
        Piece("", "locator", " %,"),
        *_text(f" {cited.shelf.words}," if cited.shelf.words else ""),
        *_text("" if cited.within else " in"),
        *_issued(cited, day(cited.issue.date)),
        *_address(cited),
    ]


def mla(cited: Cited) -> list[Piece]:
    """An entry of a list of works cited."""
    first = [author.inverted for author in cited.authors[:1]]
    names = _listed(first + [author.straight for author in cited.authors[1:]])
    return [
        *_text(f"{names.rstrip('.')}. " if names else ""),
        *_title(cited, "."),
        *_within(cited, " "),
        *_text(f" Translated by {_listed([t.straight for t in cited.translators])}," if cited.translators else ""),
        *_text(f" {cited.shelf.words}," if cited.shelf.words else ""),
        *_issued(cited, _short(cited.issue.date)),
        Piece("", "locator", " %,"),
        *_address(cited),
    ]


def _title(cited: Cited, end: str) -> list[Piece]:
    """Books in italics, everything else in quotation marks."""
    if cited.kind == "book":
        return [Piece(cited.title, "title"), Piece(end)]
    inner = cited.short_title.replace("“", "‘").replace("”", "’")
    sent = f" {day(cited.date)}{end}" if cited.kind == "document" and cited.date else ""
    return [Piece(f"“{inner}{end}”{sent}")]


def _within(cited: Cited, before: str) -> list[Piece]:
    if cited.within:
        written = f" ({cited.date[:4]})" if cited.date and cited.kind == "chapter" else ""
        return [Piece(before), Piece(cited.within, "title"), Piece(f"{written},")]
    if cited.kind == "article" and cited.printed_in:
        return [Piece(" "), Piece(cited.printed_in, "title"), Piece(",")]
    return []


def _issued(cited: Cited, date: str) -> list[Piece]:
    issue = cited.issue
    version = f", version {issue.version}" if issue.version else ""
    return [Piece(" "), Piece(issue.title, "title"), Piece(version + "".join(f", {part}" for part in (issue.publisher, date) if part) + ",")]


def _address(cited: Cited) -> list[Piece]:
    return [Piece(" "), Piece(cited.url, "url"), Piece(".")]


def _text(text: str) -> list[Piece]:
    return [Piece(text)] if text else []


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _short(when: str) -> str:
    """``21 Nov. 2026``."""
    return " ".join(SHORT.get(word, word) for word in day(when).split())


# ---- for programs


def bibtex(cited: Cited) -> list[Piece]:
    """An entry of BibTeX or BibLaTeX."""
    kind = BIBTEX.get(cited.kind, "misc")
    fields = [
        ("author", " and ".join(_tex_name(author) for author in cited.authors)),
        ("translator", " and ".join(_tex_name(translator) for translator in cited.translators)),
        ("title" if kind != "inbook" else "chapter", _tex(cited.title)),
        ("title" if kind == "inbook" else "booktitle", _tex(cited.within)),
        ("journal", _tex(cited.printed_in) if kind == "article" else ""),
        ("pages", "--".join(cited.pages)),
        ("year", _dated(cited)[:4]),
        ("date", _dated(cited)),
        ("origdate", cited.date if cited.kind not in DATED else ""),
        ("howpublished", _tex(cited.shelf.words)),
        ("series", _tex(cited.issue.title)),
        ("publisher", _tex(cited.issue.publisher)),
        ("version", cited.issue.version),
    ]
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields if value]
    return [
        Piece(f"@{kind}{{"), Piece(cited.key, "key"), Piece(",\n" + "".join(lines)),
        Piece("", "locator", "  note = {%},\n"), Piece("  url = {"), Piece(cited.url, "url"), Piece("},\n}\n"),
    ]


def ris(cited: Cited) -> list[Piece]:
    """A record of RIS; its lines end as the format asks."""
    date = _dated(cited).replace("-", "/")
    rows = [
        ("TY", RIS[cited.kind]),
        *(("AU", author.inverted) for author in cited.authors),
        *(("A4", translator.inverted) for translator in cited.translators),
        ("TI", cited.title), ("T2", cited.within or (cited.printed_in if cited.kind == "article" else "")),
        ("SP", "".join(cited.pages[:1])), ("EP", "".join(cited.pages[1:])),
        ("PY", date[:4]), ("DA", date), ("AV", cited.shelf.words),
        ("T3", cited.issue.title), ("PB", cited.issue.publisher), ("ET", cited.issue.version), ("LA", "en"),
    ]
    lines = "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value)
    return [
        Piece(lines + "ID  - "), Piece(cited.key, "key"), Piece("\r\n"), Piece("", "locator", "N1  - %\r\n"),
        Piece("UR  - "), Piece(cited.url, "url"), Piece("\r\nER  - \r\n"),
    ]


def csl(cited: Cited) -> list[Piece]:
    """A list of one item of CSL-JSON, which Zotero, pandoc and citeproc read."""
    item = {
        "type": CSL[cited.kind],
        "title": cited.title,
        "container-title": cited.within or (cited.printed_in if cited.kind == "article" else ""),
        "author": [_csl_name(author) for author in cited.authors],
        "translator": [_csl_name(translator) for translator in cited.translators],
        "issued": _csl_date(_dated(cited)),
        "original-date": _csl_date("" if cited.kind in DATED else cited.date),
        "page": "–".join(cited.pages),
        "archive": cited.shelf.archive,
        "archive-place": cited.shelf.place,
        "archive_location": ", ".join(cited.shelf.mark),
        "collection-title": cited.issue.title,
        "publisher": cited.issue.publisher,
        "version": cited.issue.version,
        "language": "en",
    }
    lines = [f'    "{name}": {json.dumps(value, ensure_ascii=False)},\n' for name, value in item.items() if value]
    return [
        Piece('[\n  {\n    "id": "'), Piece(cited.key, "key"), Piece('",\n' + "".join(lines)),
        Piece("", "locator", '    "note": "%",\n'), Piece('    "URL": "'), Piece(cited.url, "url"), Piece('"\n  }\n]\n'),
    ]


def _dated(cited: Cited) -> str:
    return cited.date if cited.kind in DATED and cited.date else cited.issue.date


def _tex(text: str) -> str:
    return TEX.sub(lambda sign: f"\\{sign[0]}", text)


def _tex_name(name: Name) -> str:
    return _tex(name.inverted)


def _csl_name(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}


def _csl_date(when: str) -> dict | None:
    return {"date-parts": [[int(part) for part in when.split("-")]]} if when else None


STYLES = (
    Style("chicago", "Chicago, note", chicago),
    Style("mla", "MLA", mla),
    Style("bibtex", "BibTeX", bibtex, ".bib", "application/x-bibtex"),
    Style("ris", "RIS", ris, ".ris", "application/x-research-info-systems"),
    Style("csl", "CSL-JSON", csl, ".csl.json", "application/vnd.citationstyles.csl+json"),
)
