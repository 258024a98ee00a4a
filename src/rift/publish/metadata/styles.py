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

BIBTEX = {"book": "book", "chapter": "incollection", "article": "incollection"}  # else misc
RIS = {"book": "BOOK", "chapter": "CHAP", "record": "MANSCPT", "collection": "ELEC", "document": "GEN", "article": "CHAP"}
CSL = {
    "book": "book", "chapter": "chapter", "record": "manuscript", "collection": "webpage", "document": "document",
    "article": "chapter",
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
    written = day(_unsaid(cited))
    return [
        *_text(f"{names}, " if names else ""),
        *([Piece(cited.title, "title"), *_text(f" ({written})" if written else ""), Piece(",")] if cited.kind == "book"
          else [Piece(_quoted(cited.title, ",")), *_text(f" {written}," if written else "")]),
        *_text(f" trans. {_straight(cited.translators)}," if cited.translators else ""),
        *_source(cited),
        Piece("", "locator", " %,"),
        *_text(f" {cited.shelf.words}," if cited.shelf.words else ""),
        *_text("" if cited.within else " in"),
        Piece(" "), *_issue(cited, day(cited.issue.date)),
        Piece(", "), Piece(cited.url, "url"), Piece("."),
    ]


def _source(cited: Cited) -> list[Piece]:
    """What the words are a part of, or who published them before."""
    if cited.within:
        written = f" ({cited.date[:4]})" if cited.date and cited.kind == "chapter" else ""
        return [Piece(" in "), Piece(cited.within, "title"), Piece(f"{written},")]
    if cited.kind == "article" and cited.printed_in:
        return [Piece(" "), Piece(cited.printed_in, "title"), Piece(f", {day(cited.date) or 'n.d.'},")]
    return []


def mla(cited: Cited) -> list[Piece]:
    """An entry of a list of works cited: what is cited, what it is in, and that in the edition; then who keeps the original."""
    names = _listed([author.inverted for author in cited.authors[:1]] + [author.straight for author in cited.authors[1:]])
    written = _short(_unsaid(cited))
    translated = f", translated by {_straight(cited.translators)}" if cited.translators else ""
    return [
        *_text(f"{names.rstrip('.')}. " if names else ""),
        *([Piece(cited.title, "title"), Piece(".")] if cited.kind == "book" else [Piece(_quoted(cited.title, "."))]),
        *_text(f" {written.rstrip('.')}." if written else ""),
        *_container(cited, translated),
        Piece(" "), *_issue(cited, _short(cited.issue.date), "" if cited.within else translated),
        *([] if cited.within else [Piece("", "locator", ", %")]),
        Piece(", "), Piece(cited.url, "url"), Piece("."),
        *_text("".join(f" {ending}." for ending in (cited.shelf.words, _previously(cited)) if ending)),
    ]


def _container(cited: Cited, translated: str) -> list[Piece]:
    """The book or collection whose part is cited, with the pages."""
    if not cited.within:
        return []
    written = f", {cited.date[:4]}" if cited.date and cited.kind == "chapter" else ""
    pages = f", {'pp' if len(cited.pages) > 1 else 'p'}. {'–'.join(cited.pages)}" if cited.pages else ""
    return [Piece(" "), Piece(cited.within, "title"), *_text(translated + written), Piece(pages, "locator", ", %"), Piece(".")]


def _issue(cited: Cited, date: str, translated: str = "") -> list[Piece]:
    """The edition."""
    issue = cited.issue
    version = f"version {issue.version}" if issue.version else ""
    return [Piece(issue.title, "title"), *_text(translated + "".join(f", {part}" for part in (version, issue.publisher, date) if part))]


def _quoted(title: str, stop: str) -> str:
    """A title in quotation marks: its own become the inner ones, and the stop stands inside them all."""
    closing = "”" if title.endswith("”") else ""
    inner = (title.removesuffix(closing) + stop + closing).replace("“", "‘").replace("”", "’")
    return f"“{inner}”"


def _unsaid(cited: Cited) -> str:
    """The date (ISO) of a record or document, unless its title states it; of a book the year."""
    if cited.kind == "book":
        return cited.date[:4]
    return cited.date if cited.kind in DATED and not any(form in cited.title for form in _forms(cited.date)) else ""


def _forms(when: str) -> tuple[str, str]:
    """A date as titles write it: ``12 November 1960``, ``November 12, 1960``."""
    date, _, month = day(when).rpartition(" ")[0].partition(" ")
    return day(when), f"{month} {date}, {when[:4]}"


def _text(text: str) -> list[Piece]:
    return [Piece(text)] if text else []


def _straight(names: tuple[Name, ...]) -> str:
    return _listed([name.straight for name in names])


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _short(when: str) -> str:
    """``21 Nov. 2026``."""
    return " ".join(SHORT.get(word, word) for word in day(when).split())


# ---- for programs


def bibtex(cited: Cited) -> list[Piece]:
    """An entry of BibTeX or BibLaTeX."""
    kind = BIBTEX.get(cited.kind, "misc")
    whole, series = _whole(cited)
    fields = [
        ("author", " and ".join(_tex_name(author) for author in cited.authors)),
        ("translator", " and ".join(_tex_name(translator) for translator in cited.translators)),
        ("title", _kept(cited.unnumbered)),
        ("booktitle", _kept(whole)),
        ("chapter", cited.number),
        ("pages", "--".join(cited.pages)),
        ("year", _dated(cited)[:4]),
        ("date", _dated(cited)),
        ("origdate", cited.date if cited.kind not in DATED else ""),
        ("howpublished", _tex(cited.shelf.words)),
        ("series", _tex(series)),
        ("publisher", _tex(cited.issue.publisher)),
        ("version", cited.issue.version),
    ]
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields if value]
    return [
        Piece(f"@{kind}{{"), Piece(cited.key, "key"), Piece(",\n" + "".join(lines)),
        *_noted("  note = {", _tex("; ".join(_notes(cited))), "},\n"),
        Piece("  url = {"), Piece(cited.url, "url"), Piece("},\n}\n"),
    ]


def ris(cited: Cited) -> list[Piece]:
    """A record of RIS; its lines end as the format asks."""
    date = _dated(cited).replace("-", "/")
    whole, series = _whole(cited)
    rows = [
        ("TY", RIS[cited.kind]),
        *(("AU", author.inverted) for author in cited.authors),
        *(("A4", translator.inverted) for translator in cited.translators),
        ("TI", cited.title), ("T2", whole),
        ("SP", "".join(cited.pages[:1])), ("EP", "".join(cited.pages[1:])),
        ("PY", date[:4]), ("DA", date), ("OP", cited.date if cited.kind not in DATED else ""), ("AV", cited.shelf.words),
        ("T3", series), ("PB", cited.issue.publisher), ("ET", cited.issue.version), ("LA", "en"),
        *(("N1", note) for note in _notes(cited)),
    ]
    lines = "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value)
    return [
        Piece(lines + "ID  - "), Piece(cited.key, "key"), Piece("\r\n"), Piece("", "locator", "N1  - %\r\n"),
        Piece("UR  - "), Piece(cited.url, "url"), Piece("\r\nER  - \r\n"),
    ]


def csl(cited: Cited) -> list[Piece]:
    """A list of one item of CSL-JSON, which Zotero, pandoc and citeproc read."""
    whole, series = _whole(cited)
    item = {
        "type": CSL[cited.kind],
        "title": cited.unnumbered,
        "container-title": whole,
        "chapter-number": cited.number,
        "author": [_csl_name(author) for author in cited.authors],
        "translator": [_csl_name(translator) for translator in cited.translators],
        "issued": _csl_date(_dated(cited)),
        "available-date": _csl_date(cited.issue.date if _is_older(cited) else ""),
        "original-date": _csl_date("" if cited.kind in DATED else cited.date),
        "page": "–".join(cited.pages),
        "archive": cited.shelf.archive,
        "archive-place": cited.shelf.place,
        "archive_location": ", ".join(cited.shelf.mark),
        "collection-title": series,
        "publisher": cited.issue.publisher,
        "version": cited.issue.version,
        "language": "en",
    }
    lines = [f'    "{name}": {json.dumps(value, ensure_ascii=False)},\n' for name, value in item.items() if value]
    return [
        Piece('[\n  {\n    "id": "'), Piece(cited.key, "key"), Piece('",\n' + "".join(lines)),
        *_noted('    "note": "', json.dumps("; ".join(_notes(cited)), ensure_ascii=False)[1:-1], '",\n'),
        Piece('    "URL": "'), Piece(cited.url, "url"), Piece('"\n  }\n]\n'),
    ]


def _dated(cited: Cited) -> str:
    return cited.date if _is_older(cited) else cited.issue.date


def _is_older(cited: Cited) -> bool:
    """Whether it is cited by the day that it was written, and not by that of the edition."""
    return cited.kind in DATED and bool(cited.date)


def _whole(cited: Cited) -> tuple[str, str]:
    """Titles of what it is a part of and of the series which that is in: a study is a part of the edition itself."""
    return (cited.issue.title, "") if cited.kind == "article" else (cited.within, cited.issue.title)


def _notes(cited: Cited) -> list[str]:
    """What the other fields have no place for."""
    issued = f"Edition of {day(cited.issue.date)}" if _is_older(cited) and cited.issue.date else ""
    return list(filter(None, (issued, _previously(cited))))


def _previously(cited: Cited) -> str:
    """Who published a study before, and when."""
    if cited.kind != "article" or not cited.printed_in:
        return ""
    return f"Previously published by {cited.printed_in}, {day(cited.date) or 'undated'}"


def _noted(before: str, notes: str, after: str) -> list[Piece]:
    """The field of notes, in which the place of a passage is the last one."""
    if not notes:
        return [Piece("", "locator", f"{before}%{after}")]
    return [Piece(before + notes), Piece("", "locator", "; %"), Piece(after)]


def _tex(text: str) -> str:
    return TEX.sub(lambda sign: f"\\{sign[0]}", text)


def _kept(title: str) -> str:
    """A title whose capitals no style may change."""
    return f"{{{_tex(title)}}}" if title else ""


def _tex_name(name: Name) -> str:
    """A body's name is one."""
    return _tex(name.inverted) if name.given else f"{{{_tex(name.family)}}}"


def _csl_name(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}


def _csl_date(when: str) -> dict | None:
    return {"date-parts": [[int(part) for part in when[:len("1961-12-04")].split("-")]]} if when else None


STYLES = (
    Style("chicago", "Chicago, note", chicago),
    Style("mla", "MLA", mla),
    Style("bibtex", "BibTeX", bibtex, ".bib", "application/x-bibtex"),
    Style("ris", "RIS", ris, ".ris", "application/x-research-info-systems"),
    Style("csl", "CSL-JSON", csl, ".csl.json", "application/vnd.citationstyles.csl+json"),
)
