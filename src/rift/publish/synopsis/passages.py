"""Single passages of the texts: where each stands, as a reader cites it, and its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from rift.publish.addresses import landing
from rift.publish.files import TeiFile
from rift.publish.labels import day, ordinal, sent_on, text_name
from rift.publish.pages import Page, elements
from rift.publish.product import digest
from rift.publish.site import Site
from rift.publish.synopsis.events import Target
from rift.publish.synopsis.flow import Flow, flow
from rift.publish.synopsis.wording import Wording, wording
from rift.publish.words import TEI, XML_ID, is_mark, words

OPENING = 6  # words by which a passage is recognised; no more of a text may stand in an edition that withholds it
KINDS = {"head": "heading", "argument": "abstract", "closer": "close", "opener": "opening", "stage": "stage direction", "trailer": "close"}
TEXTS = {"document", "chapter"}  # divisions that need not be named
PLAIN = {"", "*"}  # marks of notes that tell none from another
HEAD = f"{TEI}head"
ROW = {",", "and", "to"}  # between references that are read together
SLOTS = {f"{TEI}{name}" for name in ("p", "note", "argument", "closer", "opener", "stage")}


@dataclass(frozen=True, eq=False)
class Passage:
    """An element of a text that has an address. ``where``: turn, page or paragraph; ``printed``: number of the printed page
    on which it begins; ``order``: place in the edition."""

    file: TeiFile
    element: etree._Element
    page: Page
    address: str
    where: str
    printed: str
    order: tuple[int, int]

    @property
    def id(self) -> str:
        return self.element.get(XML_ID)

    @property
    def target(self) -> Target:
        return self.file.path, self.id

    @property
    def locator(self) -> str:
        """``where`` as a citation spells it: ``para. 3``."""
        return self.where.replace("¶", "para.")

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


    def places(self, file: TeiFile) -> dict[str, tuple[str, str]]:
        """Printed page and place of every passage of a text, by ``xml:id``; of a page that has not changed they are known."""
        places: dict[str, tuple[str, str]] = {}
        for page in self.site.pages[file.id]:
            key = digest("places", page.href, page.opening, page.digest, repr(file.sent))
            places |= self.site.memory.of(key, lambda page=page: {p.id: (p.printed, p.where) for p in self.on(page).values()})
        return places


def place_label(passage: Passage) -> str:
    """A passage as a link calls it: ``The Khrushchevites, p. 57``."""
    return f"{text_name(passage.file)}, {passage.where}"


def name_places(shown: etree._Element, file: TeiFile, passages: Passages) -> None:
    """Give each ``ref`` under ``shown``, which is of ``file``, whose words are the address that it points to the words for
    that place: ``turn 5``, in another text ``Report, turn 5``. In a row of them nothing is said twice; a place that no
    page shows keeps its address.
    """
    known: dict[etree._Element, str] = {}
    for ref in list(shown.iter(f"{TEI}ref")):
        target = landing(ref.get("target", ""), file.path)
        passage = passages.of(target) if words(ref) == target[1] else None
        if passage is None:
            continue
        place = passage.where if passage.file is file else place_label(passage)
        before = ref.getprevious()
        said = known.get(before, "") if before is not None and (before.tail or "").strip() in ROW else ""
        if said == place:
            before.tail = ref.tail
            ref.getparent().remove(ref)
            continue
        known[ref] = place
        around, _, inside = place.rpartition(", ")
        ref.text = inside if around and said.rpartition(", ")[0] == around else place


def slot(element: etree._Element) -> etree._Element:
    """The block beside which something about ``element`` is said: the labelled turn, note or abstract round it, else
    its paragraph. What concerns a heading, or a turn without a label, stands beside the first block after it.
    """
    around = (element, *element.iterancestors())
    blocks = [e for e in around if _is_slot(e)]
    heading = next((e for e in around if e.tag == HEAD), None)
    if heading is not None and not blocks:
        following = heading.getnext()
        return following if following is not None and _is_slot(following) else heading
    if not blocks:
        return next(element.iter(f"{TEI}p"), element)
    return next(filter(is_mark, blocks), blocks[-1])


def _is_slot(element: etree._Element) -> bool:
    return element.tag in SLOTS or (element.tag == f"{TEI}sp" and element.find(f"{TEI}speaker") is not None)


def _of_page(page: Page, number: int, site: Site) -> Iterator[Passage]:
    """``number``: place of the page in the edition."""
    file, printed, paragraph, document, numbers = page.file, page.opening, 0, "", _numbers(page)
    for order, element in enumerate(elements(page.content)):
        if element.tag == f"{TEI}div":
            paragraph, document = 0, _document(file, element)
        elif element.tag == f"{TEI}pb" and not any(map(is_mark, element.iterancestors())):
            printed = element.get("n", printed)
        paragraph = numbers.get(element, paragraph)
        address = site.addresses.of(file.path, element.get(XML_ID, ""))
        if address:
            where = (document if not printed else "", _where(element, printed, numbers, paragraph))
            named = _division(element, document) or ", ".join(filter(None, where))
            yield Passage(file, element, page, address, named, printed.strip("[]"), (number, order))


def _numbers(page: Page) -> dict[etree._Element, int]:
    """Numbers of the paragraphs of the running text, from 1 in each division."""
    numbers, last = {}, 0
    for element in elements(page.content):
        if element.tag == f"{TEI}div":
            last = 0
        elif element.tag == f"{TEI}p" and slot(element) is element:
            numbers[element] = last = last + 1
    return numbers


def _document(file: TeiFile, division: etree._Element) -> str:
    """What a division of a collection is: ``speech``, ``note of 4 December 1961``, ``second note of 25 November 1961``;
    empty for the text itself.
    """
    kind, sent = division.get("type", ""), sent_on(file, division.get(XML_ID))
    if not sent:
        return "" if kind in TEXTS else kind
    same = [letter for letter, when in file.sent.items() if when == sent]
    which = f"{ordinal(same.index(f'#{division.get(XML_ID)}') + 1)} " if len(same) > 1 else ""
    return f"{which}{kind} of {day(sent)}"


def _division(element: etree._Element, document: str) -> str:
    """A division as a whole: the document that it is, or ``chapter 1``; empty for what is none, and for the text itself."""
    if element.tag != f"{TEI}div":
        return ""
    return document or (f"{element.get('type', '')} {element.get('n')}" if element.get("n") else "")


def _where(element: etree._Element, printed: str, numbers: dict[etree._Element, int], last: int) -> str:
    """``turn 5``, ``note iii``, ``p. 17``, ``abstract, p. 14``, ``heading``, ``¶ 3``. ``last``: paragraph that has begun."""
    block = slot(element)
    kind = _kind(element, block)
    page = f"p. {printed.strip('[]')}" if printed else ""
    if block.tag == f"{TEI}sp" and not kind:
        return f"turn {block.get('n', '')}".strip()
    if is_mark(block):
        mark = block.get("n", "").strip("[]")
        kind = f"note {mark}" if mark not in PLAIN else "note"
    if kind or page:
        return ", ".join(filter(None, [kind, page]))
    number = numbers.get(block, last) if element.tag != f"{TEI}div" else 0
    return f"¶ {number}" if number else "opening"


def _kind(element: etree._Element, block: etree._Element) -> str:
    """What an element is or stands in, if that is neither a paragraph nor a turn."""
    around = next((e for e in (element, *element.iterancestors()) if e.tag == HEAD or is_mark(e)), block)
    kinds = (KINDS.get(e.tag.rpartition("}")[2], "") for e in (element, around))
    return next(filter(None, kinds), "")
