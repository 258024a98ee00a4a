"""Set invented prose as a book, and print it as recognition leaves it: a raw text, with the truth about it.

The layout: justified lines in a proportional face, first lines indented, words divided at line ends by simple rules,
pages of so many lines, notes at their foot below a rule, chapters with a head in capitals and an abstract set narrower.
What recognition leaves: an empty line between lines, a space at the end of each but for a hyphen; a page begins with a
space and without an empty line before, a few with their printed number; some note marks stand on a line of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random

# Widths in thousandths of the type size, measured on no face: a plain grading of letters, broader in the middle than
# the converter's.
NARROW, SLIM, MIDDLE, BROAD, WIDE = 270, 360, 480, 690, 840
CLASSES = {NARROW: "ijl.,;:'’‘|!", SLIM: "frtsI()“”-J?", BROAD: "ABCDEGHKNOPQRUVXYZw", WIDE: "mMW—…"}
WIDTHS = {char: width for width, chars in CLASSES.items() for char in chars}
SPACE = 260

MEASURE = 28500
LOOSENESS = 0.005
INDENT = 0.06
ABSTRACT = 0.88
# A gap of more than this share of the measure is closed by dividing the next word.
GAP = 0.072
PAGE_LINES = 40
RULE = " " * 21
VOWELS = "aeiouy"


def width(text: str) -> int:
    return sum(SPACE if char == " " else WIDTHS.get(char, MIDDLE) for char in text)


@dataclass
class Note:
    """A footnote: its text (empty: lost), where its mark stands (``layout``), and whether its text stands on the next line."""

    text: str
    layout: str = "inline"
    below: bool = False
    lone_mark: bool = True
    mark: str = "*"


@dataclass
class Word:
    """A word with its punctuation; a note's mark stands between ``text`` and ``tail``."""

    text: str
    note: Note | None = None
    tail: str = ""

    @property
    def shown(self) -> str:
        space = " " if self.note and self.note.layout == "after a space" else ""
        return self.text + space + ("*" if self.note else "") + self.tail


@dataclass
class Paragraph:
    kind: str
    words: list[Word]


@dataclass
class SetLine:
    """Words of a line; ``hyphen`` is ``soft`` or ``hard`` where it ends inside a word. ``starts`` is the kind of block that begins."""

    words: list[Word]
    hyphen: str = ""
    starts: str = ""

    @property
    def notes(self) -> list[Note]:
        return [word.note for word in self.words if word.note]


@dataclass
class Book:
    """A raw text with the truth: raw lines of blocks, hyphens and pages, and notes with the letters before their mark."""

    raw: str = ""
    starts: dict[int, str] = field(default_factory=dict)
    hyphens: dict[int, tuple[int, str]] = field(default_factory=dict)
    pages: dict[int, str] = field(default_factory=dict)
    notes: list[tuple[int, str]] = field(default_factory=list)
    letters: str = ""


def syllables(word: str) -> list[int]:
    """Places where a word may be divided: before a consonant that a vowel follows, two letters kept and three carried over."""
    places = []
    for at in range(2, len(word) - 2):
        before, here, after = word[at - 1], word[at], word[at + 1]
        divides = here.isalpha() and here not in VOWELS and after in VOWELS and before.isalpha()
        if divides and any(c in VOWELS for c in word[:at]) and word[:at].isalpha() and sum(c.isalpha() for c in word[at:]) >= 3:
            places.append(at)
    return places


class Typesetter:
    """Breaks paragraphs into lines, lines into pages, and prints them."""

    def __init__(self, random: Random):
        self.random = random

    def lines(self, paragraph: Paragraph) -> list[SetLine]:
        """Lines of a paragraph, as full as they can be."""
        if paragraph.kind == "head":
            return self._head(paragraph)
        made: list[SetLine] = []
        rest = list(paragraph.words)
        share = ABSTRACT if paragraph.kind == "argument" else 1
        while rest:
            indent = INDENT if not made else 0
            limit = MEASURE * share * (1 + self.random.uniform(-LOOSENESS, LOOSENESS)) - MEASURE * indent
            line = self._fill(rest, limit)
            line.starts = paragraph.kind if not made else ""
            made.append(line)
        return made

    def _head(self, paragraph: Paragraph) -> list[SetLine]:
        made = [SetLine([], starts="head")]
        for word in paragraph.words:
            if width(" ".join(w.shown for w in [*made[-1].words, word])) > MEASURE * 0.95:
                made.append(SetLine([]))
            made[-1].words.append(word)
        return made

    def _fill(self, rest: list[Word], limit: float) -> SetLine:
        line = SetLine([rest.pop(0)])
        used = width(line.words[0].shown)
        while rest and used + SPACE + width(rest[0].shown) <= limit:
            used += SPACE + width(rest[0].shown)
            line.words.append(rest.pop(0))
        if rest and limit - used > GAP * MEASURE:
            self._divide(line, rest, limit - used - SPACE - width("-"))
        return line

    def _divide(self, line: SetLine, rest: list[Word], room: float) -> None:
        """Put the beginning of the next word on the line, if it may be divided where there is room."""
        word = rest[0]
        hard = [m.end() for m in re.finditer(r"(?<=\w)-(?=\w)", word.text)]
        soft = [] if hard else syllables(word.text)
        fits = [at for at in hard + soft if width(word.text[:at].rstrip("-")) <= room]
        if not fits:
            return
        at = max(fits)
        line.hyphen = "hard" if at in hard else "soft"
        line.words.append(Word(word.text[:at].rstrip("-") + "-"))
        rest[0] = Word(word.text[at:], word.note, word.tail)

    def print(self, paragraphs: list[Paragraph], first_page: int) -> Book:
        """The raw text of a book whose first page has the given number; a head begins a new page."""
        pages: list[list[SetLine]] = [[]]
        room = PAGE_LINES
        for paragraph in paragraphs:
            for line in self.lines(paragraph):
                cost = 1 + sum(2 + len(note.text) // 60 for note in line.notes)
                if pages[-1] and (room < cost or line.starts == "head"):
                    pages.append([])
                    room = PAGE_LINES
                pages[-1].append(line)
                room -= cost
        return _Press(self, Book()).print(pages, first_page)


class _Press:
    """Prints pages as recognition leaves them, and keeps the truth."""

    def __init__(self, setter: Typesetter, book: Book):
        self.setter, self.random, self.book = setter, setter.random, book
        self.out: list[str] = []
        self.letters: list[str] = []
        self.printed = 0
        self.surely = 0

    def print(self, pages: list[list[SetLine]], first_page: int) -> Book:
        self.surely = next(first_page + k for k, page in enumerate(pages) if k and page[0].starts != "head")
        for k, page in enumerate(pages):
            self._page(page, first_page + k)
        self.book.raw = "\n".join(self.out) + "\n"
        self.book.letters = "".join(self.letters)
        return self.book

    def _page(self, page: list[SetLine], number: int) -> None:
        notes = [note for line in page for note in line.notes]
        for note, mark in zip(notes, "*†‡", strict=False):
            note.mark = mark
        space = " "
        if self.out and page[0].starts != "head" and (number == self.surely or self.random.random() < 0.08):
            three = self.random.random() < 0.85
            self.out += ["", "", "", f"{number} ", ""] if three else [f" {number} ", ""]
            space = ""
        self.book.pages[len(self.out) + 1] = str(number)
        for k, line in enumerate(page):
            if k:
                self.out.append("")
            self._line(line, space if k == 0 else "")
        self._notes(notes)

    def _line(self, line: SetLine, space: str) -> None:
        if line.starts:
            self.book.starts[len(self.out) + 1] = line.starts
        shown = space
        for k, word in enumerate(line.words):
            shown += (" " if k and not shown.endswith("\n ") else "") + self._word(word, last=k == len(line.words) - 1)
        if line.hyphen:
            self.book.hyphens[len(self.out) + shown.count("\n") + 1] = (self.printed, line.hyphen)
        self.out += (shown if line.hyphen else shown + " ").split("\n")

    def _word(self, word: Word, last: bool) -> str:
        self._count(word.text)
        shown = word.text
        if word.note:
            self.book.notes.append((self.printed, word.note.text))
            own_line = word.note.layout == "on its own line" and not last
            shown += f"\n{word.note.mark}\n " if own_line else (" " if word.note.layout == "after a space" else "") + word.note.mark
        self._count(word.tail)
        return shown + word.tail

    def _count(self, words: str) -> None:
        self.letters.append("".join(c for c in words if c.isalnum()))
        self.printed += len(self.letters[-1])

    def _notes(self, notes: list[Note]) -> None:
        """Notes below a rule. A mark whose text is lost stands there only where it is the page's only one."""
        shown = [note for note in notes if note.text or note.lone_mark and len(notes) == 1]
        for k, note in enumerate(shown):
            lines = self._note_lines(note)
            tight = lines[0] == note.mark
            self.out += (["", RULE] if k == 0 else [""]) + ([] if tight or k else [""]) + lines[:1 + tight]
            for line in lines[1 + tight:]:
                self.out += ["", line]

    def _note_lines(self, note: Note) -> list[str]:
        if not note.text:
            return [note.mark]
        words = [Word(word) for word in note.text.split()]
        lines = [" ".join(w.shown for w in line.words) for line in self.setter.lines(Paragraph("note", words))]
        lines = [line if line.endswith("-") else line + " " for line in lines]
        return [note.mark, " " + lines[0], *lines[1:]] if note.below else [f"{note.mark} {lines[0]}", *lines[1:]]
