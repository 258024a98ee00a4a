"""Single passages of the texts: where each stands, as a reader cites it, and its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from rift.publish.files import TeiFile
from rift.publish.labels import day, sent_on, text_name
from rift.publish.pages import Page, elements
from rift.publish.site import Site
from rift.publish.synopsis.events import Target
from rift.publish.synopsis.flow import Flow, flow
from rift.publish.synopsis.wording import Wording, wording
from rift.publish.words import TEI, XML_ID, is_mark, words

OPENING = 6  # words by which a passage is recognised; no more of a text may stand in an edition that withholds it
KINDS = {"head": "heading", "argument": "abstract", "closer": "close", "opener": "opening", "stage": "stage direction"}
TEXTS = {"document", "chapter"}  # divisions that need not be named
SLOTS = {f"{TEI}{name}" for name in ("p", "note", "argument", "closer", "opener", "stage")}


@dataclass(frozen=True, eq=False)
class Passage:
    """An element of a text that has an address. ``where``: turn, page or paragraph; ``order``: place in the edition."""

    file: TeiFile
    element: etree._Element
    page: Page
    address: str
    where: str
    order: tuple[int, int]

    @property
    def id(self) -> str:
        return self.element.get(XML_ID)

    @property
    def target(self) -> Target:
        return self.file.path, self.id

    @cached_property
    def flow(self) -> Flow:
        return flow(self.element)

    @cached_property
    def wording(self) -> Wording:
        return wording(self.flow)

    @cached_property
    def words(self) -> str:
        """Reading text with white space collapsed, without the label of the speaker."""
        return self.flow.words

    @property
    def speaker(self) -> str:
        """The speaker's label of a turn, without its colon; else empty."""
        return words(self.element.find(f"{TEI}speaker")).rstrip(": ")

    @property
    def opening(self) -> str:
        """The first words, with an ellipsis if there are more."""
        first = self.words.split()[: OPENING + 1]
        return " ".join(first[:OPENING]).rstrip(",;:.…") + "…" if len(first) > OPENING else " ".join(first)


class Passages:
    """Every passage that a page of the site shows. A page is read when one of its passages is first asked for."""

    def __init__(self, site: Site):
        self.site = site
        self._numbers = {page: number for number, page in enumerate(page for pages in site.pages.values() for page in pages)}
        self._known: dict[Page, dict[Target, Passage]] = {}

    def __iter__(self) -> Iterator[Passage]:
        """All of them, in the order of the texts."""
        return (passage for page in self._numbers for passage in self.on(page).values())

    def of(self, target: Target) -> Passage | None:
        """The passage that ``target`` names; ``None`` if no page shows it."""
        page = self.site.page_with(target)
        return None if page is None else self.on(page).get(target)

    def all_of(self, targets: tuple[Target, ...]) -> list[Passage]:
        """The passages among ``targets`` that a page shows."""
        return [passage for passage in map(self.of, targets) if passage is not None]

    def on(self, page: Page) -> dict[Target, Passage]:
        """The passages of one page, in their order."""
        if page not in self._known:
            self._known[page] = {p.target: p for p in _of_page(page, self._numbers[page], self.site)}
        return self._known[page]


def place_label(passage: Passage) -> str:
    """The text in a word or two, and the place: ``The Khrushchevites, p. 178``."""
    return f"{text_name(passage.file)}, {passage.where}"


def slot(element: etree._Element) -> etree._Element:
    """The block beside which something about ``element`` is said: the labelled turn, note or abstract round it, else
    its paragraph. What concerns a heading, or a turn without a label, stands beside the first block after it.
    """
    blocks = [e for e in (element, *element.iterancestors()) if _is_slot(e)]
    if element.tag == f"{TEI}head":
        following = element.getnext()
        return following if following is not None and _is_slot(following) else element
    if not blocks:
        return next(element.iter(f"{TEI}p"), element)
    return next(filter(is_mark, blocks), blocks[-1])


def _is_slot(element: etree._Element) -> bool:
    return element.tag in SLOTS or (element.tag == f"{TEI}sp" and element.find(f"{TEI}speaker") is not None)


def _of_page(page: Page, number: int, site: Site) -> Iterator[Passage]:
    """``number``: place of the page in the edition."""
    file, printed, paragraph, document = page.file, page.opening, 0, ""
    for order, element in enumerate(elements(page.content)):
        if element.tag == f"{TEI}div":
            paragraph, document = 0, _document(file, element)
        elif element.tag == f"{TEI}pb" and not any(map(is_mark, element.iterancestors())):
            printed = element.get("n", printed)
        elif element.tag == f"{TEI}p" and slot(element) is element:
            paragraph += 1
        address = site.addresses.of(file.path, element.get(XML_ID, ""))
        if address:
            where = (document if not printed else "", _where(element, printed, paragraph))
            yield Passage(file, element, page, address, ", ".join(filter(None, where)), (number, order))


def _document(file: TeiFile, division: etree._Element) -> str:
    """What a division of a collection is: ``speech``, ``note of 4 December 1961``; empty for the text itself."""
    kind, sent = division.get("type", ""), sent_on(file, division.get(XML_ID))
    if sent:
        return f"{kind} of {day(sent)}"
    return "" if kind in TEXTS else kind


def _where(element: etree._Element, printed: str, paragraph: int) -> str:
    """``turn 5``, ``note iii``, ``p. 17``, ``abstract, p. 14``, ``heading``, ``¶ 3``."""
    block = slot(element)
    kind = KINDS.get(element.tag.rpartition("}")[2], "")
    page = f"p. {printed.strip('[]')}" if printed else ""
    if block.tag == f"{TEI}sp" and not kind:
        return f"turn {block.get('n', '')}".strip()
    if is_mark(block):
        mark = block.get("n", "").strip("[]")
        kind = f"note {mark}" if mark.isalnum() else "note"
    kind = kind or KINDS.get(block.tag.rpartition("}")[2], "")
    if kind or page:
        return ", ".join(filter(None, [kind, page]))
    return f"¶ {paragraph}" if paragraph else "opening"
