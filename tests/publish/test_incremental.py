"""A build after any change of the TEI gives, byte for byte, what a build from nothing gives."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from rift.diagnostics import Problem
from rift.model.resources import resource_folder
from rift.publish import publish
from rift.publish.files import load_edition
from rift.publish.publishing import MAKERS
from rift.publish.site import plan
from rift.publish.stylesheets import Stylesheets
from rift.publish.words import TEI, XML_ID

from .conftest import FERRY, HERE, SMALL

FORMATS = set(MAKERS) - {"pdf"}  # which is one file, and takes longer than all others
EDITIONS = {"small": SMALL, "ferry": FERRY, "mill": HERE / "mill"}
CHANGES = 12  # of each edition, one after the other; tried with 300, too


def a_word(random: Random, root: etree._Element) -> None:
    """One text node gets a word more."""
    chosen = random.choice([e for e in root.iter(etree.Element) if e.text and e.text.strip()])
    chosen.text += " anew"


def an_attribute(random: Random, root: etree._Element) -> None:
    """A number, date, name or pointer is another."""
    found = [(e, name) for e in root.iter(etree.Element) for name in ("n", "when", "type", "who", "ref", "source", "target", "ana") if e.get(name)]
    if found:
        element, name = random.choice(found)
        other = random.choice([e.get(name) for e in root.iter(etree.Element) if e.get(name)])
        element.set(name, other)


def a_new_element(random: Random, root: etree._Element) -> None:
    """Something that has an address stands twice, the second with an address of its own."""
    found = [e for e in root.iter(etree.Element) if e.get(XML_ID) and e.getparent() is not None]
    chosen = random.choice(found)
    copied = deepcopy(chosen)
    for element in copied.iter(etree.Element):
        if element.get(XML_ID):
            element.set(XML_ID, f"{element.get(XML_ID)}.{random.randrange(10**9)}")
    chosen.addnext(copied)


def a_lost_element(random: Random, root: etree._Element) -> None:
    """Something inside a text or list is gone."""
    found = [e for e in root.iter(f"{TEI}p", f"{TEI}note", f"{TEI}persName", f"{TEI}pb", f"{TEI}ptr", f"{TEI}said") if e.getprevious() is not None]
    if found:
        chosen = random.choice(found)
        chosen.getparent().remove(chosen)


def a_comment(random: Random, root: etree._Element) -> None:
    """A comment stands before an element."""
    chosen = random.choice([e for e in root.iter(etree.Element) if e.getparent() is not None])
    chosen.addprevious(etree.Comment("a reader’s remark"))


def another_place(random: Random, root: etree._Element) -> None:
    """An element goes to the end of the one before it, or behind the one after it."""
    found = [e for e in root.iter(f"{TEI}p", f"{TEI}note", f"{TEI}persName", f"{TEI}pb", f"{TEI}said", f"{TEI}choice", f"{TEI}head")]
    chosen = random.choice(found) if found else None
    if chosen is not None and isinstance(getattr(chosen.getprevious(), "tag", None), str) and random.random() < 0.5:
        chosen.getprevious().append(chosen)
    elif chosen is not None and chosen.getnext() is not None:
        chosen.getnext().addnext(chosen)


def another_address(random: Random, root: etree._Element) -> None:
    """An ``xml:id`` is gone, new, or another."""
    chosen = random.choice(list(root.iter(etree.Element)))
    if chosen.get(XML_ID) and random.random() < 0.5:
        del chosen.attrib[XML_ID]
    else:
        chosen.set(XML_ID, f"z{random.randrange(10**6)}")


def no_words(random: Random, root: etree._Element) -> None:
    """A text node is empty."""
    random.choice([e for e in root.iter(etree.Element) if e.text and e.text.strip()]).text = ""


def another_name(random: Random, root: etree._Element) -> None:
    """An element inside a paragraph is called otherwise."""
    names = [TEI + name for name in ("foreign", "persName", "placeName", "said", "quote", "date", "title", "note")]
    found = list(root.iter(*names))
    if found:
        random.choice(found).tag = random.choice(names)


KINDS: tuple[Callable[[Random, etree._Element], None], ...] = (
    a_word, an_attribute, a_new_element, a_lost_element, a_comment, another_place, another_address, no_words, another_name,
)


def change(root: Path, random: Random) -> tuple[str, Path, bytes]:
    """Change one file of an edition; says what was done, and how the file was."""
    path = random.choice(sorted((root / "tei").rglob("*.xml")))
    kind, before = random.choice(KINDS), path.read_bytes()
    tree = etree.parse(str(path))
    kind(random, tree.getroot())
    tree.write(str(path), encoding="UTF-8", xml_declaration=True)
    return f"{kind.__name__} in {path.name}", path, before


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file() and p.name != ".rift.json"}


@pytest.mark.parametrize("name", EDITIONS)
def test_to_make_everything_leaves_the_parsed_files_as_they_are(name: str, tmp_path: Path) -> None:
    """What is made later, or by another process, is made from the same."""
    edition = load_edition(EDITIONS[name])
    parsed = [file for file in (*edition.texts, edition.about, edition.events, *edition.registers.values()) if file]
    before = [etree.tostring(file.root.getroottree()) for file in parsed]
    sheets = Stylesheets(resource_folder("transforms", EDITIONS[name]))
    for maker in MAKERS.values():
        for product in maker(plan(edition, set(MAKERS)), sheets, ""):
            list(product.files())
    assert [etree.tostring(file.root.getroottree()) for file in parsed] == before


@pytest.mark.parametrize("name", EDITIONS)
def test_what_is_kept_is_what_would_be_made(name: str, tmp_path: Path) -> None:
    random, root = Random(name), shutil.copytree(EDITIONS[name], tmp_path / "edition")
    publish(root, tmp_path / "site", FORMATS)
    done = []
    for number in range(CHANGES):
        what, path, before = change(root, random)
        try:
            publish(root, tmp_path / str(number), FORMATS)
        except Problem:  # such a change no build survives
            path.write_bytes(before)
            continue
        done.append(what)
        publish(root, tmp_path / "site", FORMATS)
        kept, made = files(tmp_path / "site"), files(tmp_path / str(number))
        assert [path for path in kept.keys() | made.keys() if kept.get(path) != made.get(path)] == [], done
    assert len(done) > CHANGES / 2
