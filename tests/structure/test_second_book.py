"""A second book of the memoir's layout, invented and set by a generator, is converted without a decision of a reader."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random

from lxml import etree

from rift.convert import convert
from rift.model.lexicon import Lexicon

from .prose import TITLES, Writer
from .typesetter import Book, Note, Paragraph, Typesetter, Word

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
LAYOUTS = ("inline", "inline", "before the closing mark", "after the closing mark", "after a space", "on its own line")
FIRST_PAGE = 7
# Shares of paragraphs with a footnote (more than the memoir's 0.025, for they are what goes wrong), and of footnotes
# whose text is lost with or without its mark at the foot.
NOTED, LOST = 0.12, 0.08


def write_book(seed: int, chapters: int = 13, scenes: int = 22) -> Book:
    """A book of so many chapters (the memoir's number), each of so many scenes of one paragraph or a few."""
    random = Random(seed)
    writer = Writer(random)
    made = [_paragraph("p", writer.narrative()[0]) for _ in range(8)] + [_paragraph("closer", "1969")]
    for number, title in zip(range(1, chapters + 1), TITLES, strict=False):
        made += [_paragraph("head", f"{number}. {title}"), _paragraph("argument", writer.abstract()), _paragraph("p", writer.opening())]
        for _ in range(scenes):
            texts = writer.dialogue() if random.random() < 0.2 else writer.narrative()
            made += [_noted(_paragraph("p", text), writer) if random.random() < NOTED else _paragraph("p", text) for text in texts]
    return Typesetter(random).print(made, FIRST_PAGE)


def _paragraph(kind: str, text: str) -> Paragraph:
    return Paragraph(kind, [Word(word) for word in text.split()])


def _noted(paragraph: Paragraph, writer: Writer) -> Paragraph:
    """The paragraph with a foreign word and its footnote behind its first sentence."""
    word, text = writer.note()
    random = writer.random
    layout = random.choice(LAYOUTS)
    note = Note("" if random.random() < LOST else text, layout, below=random.random() < 0.3, lone_mark=random.random() < 0.5)
    at = next((k + 1 for k, w in enumerate(paragraph.words) if w.text[-1] in ".!?"), len(paragraph.words))
    marks = {"inline": (Word(word, note),), "before the closing mark": (Word(f"“{word}", note, "”"),)}
    noted = marks.get(layout, (Word(f"“{word[0].upper()}{word[1:]}!”", note),))
    paragraph.words[at:at] = [Word("They"), Word("call"), Word("it"), *noted, Word("there,"), Word("and"), Word("laugh.")]
    return paragraph


@dataclass
class Found:
    """What the TEI says, in the terms of the truth."""

    starts: set[int]
    pages: set[tuple[int, str]]
    notes: list[tuple[int, str]]
    letters: str
    between: list[str]


def read_tei(tei: bytes) -> Found:
    """Blocks and pages by raw line, notes by the letters before them, and what stands between letters."""
    root = etree.fromstring(tei)
    found = Found(set(), set(), [], "", [])
    letters: list[str] = []

    def text(words: str | None) -> None:
        for char in words or "":
            if char.isalnum():
                letters.append(char)
                found.between.append("")
            elif found.between:
                found.between[-1] += char

    def walk(element: etree._Element) -> None:
        name = element.tag.removeprefix(TEI)
        if name in ("head", "argument", "p", "closer") and element.getparent().tag != TEI + "argument":
            text(" ")
            found.starts.add(_line(element))
        elif name == "pb":
            found.pages.add((_line(element), element.get("n").strip("[]")))
        elif name == "note":
            found.notes.append((len(letters), "".join(element.itertext())))
            return
        text(element.text)
        for child in element:
            walk(child)
            text(child.tail)

    walk(root.find(f"{TEI}text"))
    found.letters = "".join(letters)
    return found


def _line(element: etree._Element) -> int:
    return int(re.match(r"b(\d+)", element.get(XML_ID))[1])


def convert_book(book: Book, folder: Path) -> Found:
    source = folder / "sources" / "book"
    source.mkdir(parents=True)
    (source / "text.txt").write_text(book.raw, encoding="utf-8")
    digest = sha256(book.raw.encode()).hexdigest()
    (source / "source.toml").write_text(f'title = "A Harbour Life"\nsiglum = "b"\nformat = "ocr-book"\nsha256 = "{digest}"\n')
    return read_tei(convert(folder, "book", Lexicon()).tei)


def f1(found: set, truth: set) -> float:
    return 2 * len(found & truth) / (len(found) + len(truth))


def scores(book: Book, found: Found) -> dict[str, float]:
    """Shares of what was found rightly: F1, for hyphens the share of right ones."""
    hyphens = [("-" in found.between[at - 1]) == (kind == "hard") for at, kind in book.hyphens.values()]
    return {
        "paragraphs": f1(found.starts, set(book.starts)),
        "hyphens": sum(hyphens) / len(hyphens),
        "pages": f1(found.pages, set(book.pages.items())),
        "notes": f1(set(found.notes), set(book.notes)),
    }


# Of forty seeds (about 550 paragraphs each) the mean is 0.993 in paragraphs, 0.996 in hyphens and notes, 1.0 in pages; a
# single book may come out at 0.984, 0.991 and 0.956. Where the last line of a paragraph is full, width, indent and sense
# together do not always tell; of two marks and one note it may be wrong which mark has lost its note.
SEEDS = range(8)
FLOORS = {"paragraphs": 0.99, "hyphens": 0.99, "pages": 1.0, "notes": 0.99}


def test_second_books_are_converted_by_the_same_rules(tmp_path):
    reached = []
    for seed in SEEDS:
        book = write_book(seed)
        found = convert_book(book, tmp_path / str(seed))
        assert found.letters == book.letters
        reached.append(scores(book, found))
    means = {name: sum(score[name] for score in reached) / len(SEEDS) for name in FLOORS}
    assert {name: mean for name, mean in means.items() if mean < FLOORS[name]} == {}


def test_equal_seeds_write_equal_books():
    assert write_book(5, 1, 5).raw == write_book(5, 1, 5).raw != write_book(6, 1, 5).raw
