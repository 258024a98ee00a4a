"""What the TEI header has to say of a raw text: its digest, and the catalogue data that were excluded from the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from xml.etree.ElementTree import Element

from rift.diagnostics import Finding, Place, finding
from rift.model.raw import RawText
from rift.model.tables import Exclusion
from rift.verify.projection import Projection

_DIGEST = ".//sourceDesc//bibl[@type='raw']/idno[@type='sha256']"
_STEP = re.compile(r"\w+(\[@\w+='[^'/]*'\])?")


def check_digest(raw: RawText, tei: Projection, tei_name: str) -> Iterator[Finding]:
    """VER-010 if the header does not name exactly this raw text."""
    expected = sha256(raw.text.encode("utf-8")).hexdigest()
    named = [] if tei.header is None else tei.header.findall(_DIGEST)
    found = ["".join(element.itertext()).strip() for element in named]
    if found != [expected]:
        place = _place(tei, named[0] if named else tei.header, tei_name)
        yield finding("VER-010", place, raw=Place(f"sources/{raw.id}/text.txt"), found=" and ".join(found) or "no digest", expected=expected)


def check_data(raw: RawText, exclusions: Sequence[Exclusion], tei: Projection, tei_name: str) -> Iterator[Finding]:
    """VER-006 for every range of catalogue data whose characters do not stand, in order, at the place that it names.

    White space is left out of the comparison: the header sets each datum in an element of its own. Rows that name the
    same place stand there in the order of the raw text.
    """
    reached: dict[str, int] = {}
    for exclusion in exclusions:
        if exclusion.kind != "data":
            continue
        words = raw.text[exclusion.start : exclusion.end]
        elements = _find(tei.header, exclusion.where)
        there = _squeeze("".join(text for element in elements for text in element.itertext()))
        at = there.find(_squeeze(words), reached.get(exclusion.where, 0))
        if at >= 0:
            reached[exclusion.where] = at + len(_squeeze(words))
            continue
        place = _place(tei, elements[0] if elements else tei.header, tei_name)
        raw_place = Place(f"sources/{raw.id}/text.txt", *raw.place(exclusion.start))
        yield finding("VER-006", place, raw=raw_place, where=exclusion.where, words=" ".join(words.split())[:100])


def _find(header: Element | None, where: str) -> list[Element]:
    """Elements of the header at a path of TEI names, with ``[@type='…']`` where needed; it may begin at any depth."""
    if header is None or not all(_STEP.fullmatch(step) for step in where.split("/")):
        return []
    return header.findall(where) or header.findall(f".//{where}")


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _place(tei: Projection, element: Element | None, tei_name: str) -> Place:
    return Place(tei_name, *tei.place_of_byte(tei.header_bytes[element])) if element is not None else Place(tei_name, 1)
