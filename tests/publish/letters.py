"""What a reader reads, taken from TEI, HTML pages and plain texts, each without the program's own code."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree, html

TEI = "{http://www.tei-c.org/ns/1.0}"
RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
PAGE = re.compile("— .* —")
LOST = "[…]"


@dataclass
class Reading:
    """Letters (all characters but white space) of the running text, and of each note in order. Of a source text the marks
    of notes are letters, too: in the running text, and before the note.
    """

    text: str = ""
    notes: list[str] = field(default_factory=list)


def letters(words: str) -> str:
    return "".join(words.split())


def of_tei(path: Path, source: bool = False) -> Reading:
    """Reading text (or source text) of a TEI file."""
    reading = Reading()
    root = etree.parse(str(path)).getroot().find(f"{TEI}text")
    reading.text = letters(_walk(root, source, reading.notes, in_sic=False))
    return reading


def _walk(element, source: bool, notes: list[str], in_sic: bool) -> str:
    """Words under ``element``; a marked note's words go to ``notes`` in the order of the marks."""
    words = "" if in_sic else element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            words += _words(child, source, notes, in_sic)
        words += "" if in_sic else child.tail or ""
    return words


def _words(child, source: bool, notes: list[str], in_sic: bool) -> str:
    ours = child.get("resp") == "#rift"
    if source and (child.tag == f"{TEI}corr" or ours and child.tag in {f"{TEI}{n}" for n in ("note", "head", "supplied")}):
        return ""
    if child.tag == f"{TEI}note" and child.get("place") != "inline":
        inner: list[str] = []
        place, mark = len(notes), child.get("n", "") if source else ""
        notes.append(letters(mark + _walk(child, source, inner, in_sic=False)))
        notes[place + 1:] = inner
        return mark
    return _walk(child, source, notes, in_sic or child.tag == f"{TEI}sic" and not source)


def of_pages(pages: list[bytes]) -> Reading:
    """Running text and notes of HTML pages in order, without what the pages add (class ``generated``, marks)."""
    reading = Reading()
    for page in pages:
        root = html.fromstring(page)
        for added in root.xpath("//*[contains(concat(' ', @class, ' '), ' generated ') or @class = 'mark']"):
            added.drop_tree()
        (text,) = root.xpath("//div[@class = 'text']")
        reading.text += letters(text.text_content())
        reading.notes += [letters(note.text_content()) for note in root.xpath("//div[@class = 'note-words']")]
    return reading


def of_text(text: Path, companion: Path, notes: set[str]) -> Reading:
    """Running text and notes of a plain-text edition; its companion says which lines are of the text. ``notes``: the
    addresses of the notes that are marked."""
    lines = text.read_text(encoding="utf-8").split("\n")
    rows = [row.split("\t") for row in companion.read_text(encoding="utf-8").splitlines()[1:]]
    reading = Reading()
    for number, xml_id, _, _ in rows:
        line = lines[int(number) - 1]
        if PAGE.fullmatch(line):
            continue
        words = letters(RAISED.sub("", line.replace(LOST, "")))
        if xml_id in notes:
            reading.notes.append(words)
        else:
            reading.text += words
    return reading


def marked_notes(path: Path) -> set[str]:
    """Addresses of the notes of a TEI file that stand elsewhere than in the line."""
    notes = etree.parse(str(path)).getroot().iterfind(f"{TEI}text//{TEI}note")
    return {note.get("{http://www.w3.org/XML/1998/namespace}id") for note in notes if note.get("place") != "inline"}
