"""Who made the edition and its texts, as a catalogue of books lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rift.publish.metadata.cited import Name, cited_text
from rift.publish.site import Site
from rift.publish.words import TEI, words

EDITOR, AUTHOR, TRANSLATOR = "edt", "aut", "trl"  # of the list of relators of the Library of Congress
RESPONSIBLE = f".//{TEI}titleStmt/{TEI}respStmt/*"
ARTICLE = re.compile(r"^(The|An|A) (.+)")


@dataclass(frozen=True)
class Maker:
    """A person or body, the form under which a shelf files it, and what it did."""

    name: str
    filed: str
    role: str


def makers(site: Site) -> list[Maker]:
    """Editors of the edition, then authors, then translators of its texts, each once in a role."""
    return list(dict.fromkeys([*_editors(site), *_of_texts(site)]))


def filed(title: str) -> str:
    """A title or the name of a body as shelves file it: ``Rift, The``."""
    return ARTICLE.sub(r"\2, \1", title)


def _editors(site: Site) -> Iterator[Maker]:
    about = site.edition.about
    for name in about.root.iterfind(RESPONSIBLE) if about is not None else ():
        given, _, family = words(name).rpartition(" ")
        if name.tag == f"{TEI}orgName":
            yield Maker(words(name), filed(words(name)), EDITOR)
        elif name.tag == f"{TEI}persName":
            yield Maker(words(name), Name(family, given).inverted, EDITOR)


def _of_texts(site: Site) -> Iterator[Maker]:
    texts = [cited_text(site, file) for file in site.edition.texts]
    for role, names in ((AUTHOR, [text.authors for text in texts]), (TRANSLATOR, [text.translators for text in texts])):
        yield from (Maker(name.straight, name.inverted, role) for of_text in names for name in of_text)
