"""What this edition reads otherwise than the source, with the place and the words around."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from rift.publish.pages import Page, elements, named
from rift.publish.product import digest
from rift.publish.synopsis.events import Target
from rift.publish.synopsis.passages import Passage
from rift.publish.words import TEI, XML_ID, is_mark, words

BLOCKS = {f"{TEI}{name}" for name in ("p", "head", "note", "speaker", "item", "salute", "dateline", "signed", "byline")}
READ = (f"{TEI}choice", f"{TEI}supplied")
AROUND = 28  # characters of context on either side


@dataclass(frozen=True)
class Correction:
    """One ``choice`` or ``supplied`` of this edition. ``id`` is the nearest address, ``where`` the printed page or, in a
    text without them, the place of that address."""

    id: str
    where: str
    printed: str
    read: str
    type: str
    cert: str
    before: str
    after: str


def corrections(page: Page, passages: dict[Target, Passage]) -> list[Correction]:
    """All corrections of a reading page, in the order of the text. ``passages``: those of the page."""
    found, printed_page = [], page.opening
    places = {xml_id: passage.where for (_, xml_id), passage in passages.items()}
    for element in elements(page.content):
        if element.tag == f"{TEI}pb":
            printed_page = element.get("n", printed_page)
        elif element.tag in BLOCKS and next(element.iter(*READ), None) is not None and not _inside_line(element):
            found.extend(_of_block(element, printed_page, places))
    return found


def signature(page: Page) -> str:
    """Digest of all that the corrections of a page depend on: the blocks that hold them with what is around, and the page breaks."""
    parts: dict[etree._Element, bytes] = {}
    for element in named(page.content, f"{TEI}pb", *READ):
        block = next((e for e in element.iterancestors(*BLOCKS) if not _inside_line(e)), element)
        if block not in parts:
            around = [(e.get(XML_ID), e.get("n")) for e in block.iterancestors()]
            parts[block] = repr(around).encode() + etree.tostring(block, with_tail=False)
    return digest(page.opening, *parts.values())


def _inside_line(block) -> bool:
    """A paragraph of a note or item: its words belong to that."""
    return any(a.tag in BLOCKS for a in block.iterancestors()) and not is_mark(block)


def _of_block(block, printed_page: str, places: dict[str, str]) -> Iterator[Correction]:
    segments = list(_segments(block))
    for at, (text, element, broken_by) in enumerate(segments):
        printed_page = broken_by or printed_page
        if element is None:
            continue
        before = "".join(text for text, *_ in segments[max(0, at - 8):at])
        after = "".join(text for text, *_ in segments[at + 1:at + 9])
        xml_id = next((e.get(XML_ID) for e in (element, *element.iterancestors()) if e.get(XML_ID) in places), "")
        where = f"p. {printed_page.strip('[]')}" if printed_page else places.get(xml_id, "")
        yield _correction(element, text, (_tail(before), _head(after)), (xml_id, where))


def _segments(element) -> Iterator[tuple[str, etree._Element | None, str]]:
    """Source text of a block in pieces: words, the correction they are printed for, the number of a page break."""
    yield element.text or "", None, ""
    for child in element.iterchildren(etree.Element):
        if child.tag == f"{TEI}pb":
            yield "", None, child.get("n", "")
        elif _is_correction(child):
            yield _printed(child.find(f"{TEI}sic")), child, ""
            yield from (("", None, pb.get("n", "")) for pb in child.iter(f"{TEI}pb"))
        elif not is_mark(child):
            yield from _segments(child)
        yield child.tail or "", None, ""


def _is_correction(element) -> bool:
    if element.tag == f"{TEI}choice":
        return element.find(f"{TEI}sic") is not None and element.find(f"{TEI}corr") is not None
    return element.tag == f"{TEI}supplied" and element.get("resp") == "#rift"


def _printed(element) -> str:
    """Text of ``element`` as the source prints it, spaces kept, without marked notes."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element.iterchildren(etree.Element):
        parts += ["" if is_mark(child) else _printed(child), child.tail or ""]
    return "".join(parts)


def _correction(element, printed: str, around: tuple[str, str], place: tuple[str, str]) -> Correction:
    corr = element if element.tag == f"{TEI}supplied" else element.find(f"{TEI}corr")
    return Correction(
        id=place[0],
        where=place[1],
        printed=printed,
        read=words(corr),
        type="supplied" if corr is element else corr.get("type", "correction"),
        cert=corr.get("cert", ""),
        before=around[0],
        after=around[1],
    )


def _tail(text: str) -> str:
    """The last words of ``text``, cut at a space."""
    flat = " ".join(text.split()) + (" " if text[-1:].isspace() else "")
    return flat if len(flat) <= AROUND else "…" + flat[-AROUND:].partition(" ")[2]


def _head(text: str) -> str:
    """The first words of ``text``, cut at a space."""
    flat = (" " if text[:1].isspace() else "") + " ".join(text.split())
    return flat if len(flat) <= AROUND else flat[:AROUND].rpartition(" ")[0] + "…"
