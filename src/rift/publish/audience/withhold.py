"""The edition as a public one may show it: texts that are withheld without their words, and no long quotations of them.

Every kind of page and file is made from this copy and needs to know nothing of rights.

1. In a text that is withheld every element and ``xml:id`` stays, so that addresses, pages, turns, speakers and index
   entries stay; headings stay; speakers' labels stay in at most ``LABEL`` words. All other words go, but the first
   ``ACCOUNT`` words of each passage that an event points to, as a sign of where it begins; never all of its words.
2. What belongs to the words goes with them: of a note stays ``seg`` with its ``xml:id``, of a correction what is read.
3. Never do more than ``ROW`` words stay in a row: where passages follow each other, the last words go too.
4. The edition's own words (registers, events, introduction, headers) stay, but a run of ``RUN`` words or more that
   they quote from a withheld text is cut after ``ACCOUNT`` words.
5. The file says itself that it is abridged: ``gap`` stands where words go, once until words are shown again, and the
   header says why.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from operator import itemgetter

from lxml import etree

from rift.publish.addresses import landing
from rift.publish.audience.header import say_withheld
from rift.publish.audience.rights import Withheld
from rift.publish.audience.runs import BLOCKS, HEAD, RUN, SIC, WORD, Runs, fold, folded, passages
from rift.publish.files import EditionFiles, TeiFile
from rift.publish.product import digest
from rift.publish.words import TEI, XML_ID, is_mark, words

ACCOUNT = 6
LABEL = 5
ROW = RUN - 2  # not RUN - 1: the word after a cut may happen to be the one that was cut
CUT = " …"
JOINED = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")  # a word as people count
TITLES = tuple(f"{TEI}{name}" for name in ("head", "title", "persName", "orgName", "placeName", "occupation", "label"))
SPEAKER = f"{TEI}speaker"
GAP, SEG = f"{TEI}gap", f"{TEI}seg"
GONE_WITH_WORDS = {GAP, f"{TEI}supplied", f"{TEI}unclear"}
UNMARKED = "unmarked"  # an element of which only its words stay


def public_copy(edition: EditionFiles, withheld: dict[str, Withheld]) -> EditionFiles:
    """The edition as it may be shown, with the runs that no file made from it may hold."""
    runs = _runs(edition, withheld)
    accounts = _accounts(edition.events)
    texts = [_abridged(f, runs, (f.header,)) for f in edition.texts]
    texts = [_without_words(f, withheld[f.id], accounts) if f.id in withheld else f for f in texts]
    about, events = (f and _abridged(f, runs, (f.root,)) for f in (edition.about, edition.events))
    registers = {path: _abridged(f, runs, (f.root,)) for path, f in edition.registers.items()}
    return EditionFiles(edition.root, tuple(texts), about, registers, events, runs)


def _runs(edition: EditionFiles, withheld: dict[str, Withheld]) -> Runs:
    runs = Runs()
    for file in edition.texts:
        for found in passages(file.text) if file.text is not None else ():
            if file.id in withheld:
                runs.add(found, file.path)
            else:
                runs.allow(found.forms)
    for file in (*edition.texts, *edition.registers.values()):
        for title in file.root.iter(TITLES if file.id not in withheld else TITLES[:2]):
            runs.allow(folded(words(title)))
    return runs


def _accounts(events: TeiFile | None) -> set[tuple[str, str]]:
    """File and ``xml:id`` of each passage that tells an event."""
    groups = [] if events is None else events.root.iter(f"{TEI}linkGrp")
    pointers = (p.get("target", "") for g in groups if g.get("type") == "accounts" for p in g.iter(f"{TEI}ptr"))
    return {landing(pointer, events.path) for pointer in pointers}


def _without_words(file: TeiFile, why: Withheld, accounts: set[tuple[str, str]]) -> TeiFile:
    """``file``, whose tree is a copy already, with its text emptied and its header saying so."""
    if file.text is not None:
        _Emptied({xml_id for path, xml_id in accounts if path == file.path}).element(file.text, 0)
        etree.strip_tags(file.text, UNMARKED)
    say_withheld(file.header, why)
    return replace(file, digest=digest(etree.tostring(file.root)), withheld=why)


class _Emptied:
    """Takes the words out of a text. ``row``: words kept in a row; ``cut``: whether the next cut has to be shown;
    ``gone``: whether words went for which no ``gap`` stands yet; ``marked``: whether one stands since words were shown.
    """

    def __init__(self, accounts: set[str]):
        self.accounts = accounts
        self.row = 0
        self.cut = self.gone = self.marked = False

    def element(self, element: etree._Element, left: int) -> int:
        """Keep the first ``left`` words under ``element``, and those of accounts. Returns how many are left after it."""
        if element.tag in BLOCKS:
            self.cut = self.marked = False
        if element.tag == HEAD:
            self.row = 0
            for note in filter(is_mark, list(element.iter(f"{TEI}note"))):
                _to_anchor(note)
            return left
        allowance = rest = self._allowance(element, left)
        element.text, rest = self._words(element.text, rest)
        children = list(element)
        self._mark(element, 0)
        for child in children:
            if isinstance(child.tag, str):
                rest = self._child(child, rest)
            child.tail, rest = self._words(child.tail, rest)
            self._mark(element, element.index(child) + 1)
        return left if element.tag == SPEAKER else max(0, left - (allowance - rest))

    def _mark(self, element: etree._Element, at: int) -> None:
        """Put ``gap`` before the child ``at`` if words went there and none says it yet."""
        if self.gone and not self.marked:
            element.insert(at, _gap())
            self.marked = True
        self.gone = False

    def _allowance(self, element: etree._Element, left: int) -> int:
        if element.tag == SPEAKER:
            return LABEL
        if element.get(XML_ID) not in self.accounts:
            return left
        label = element.find(SPEAKER)
        own = len(JOINED.findall(words(element))) - len(JOINED.findall(words(label)))
        return max(left, min(ACCOUNT, own - 1))

    def _child(self, child: etree._Element, left: int) -> int:
        if is_mark(child):
            self._note(child)
            return left
        if child.tag == f"{TEI}choice":
            _read_corrected(child)
        if self.cut and not left and child.tag not in BLOCKS and child.get(XML_ID) not in self.accounts and words(child):
            _add_before(child, CUT)
            self.cut = False
        left = self.element(child, left)
        if child.get("resp") == "#rift" or child.tag in GONE_WITH_WORDS and not words(child):
            _unmark(child)
        return left

    def _note(self, note: etree._Element) -> None:
        if note.get(XML_ID) not in self.accounts:
            _to_anchor(note)
            return
        row, cut, marked, self.row = self.row, self.cut, self.marked, 0
        self.element(note, 0)
        self.row, self.cut, self.marked = row, cut, marked

    def _words(self, text: str | None, left: int) -> tuple[str | None, int]:
        """What stays of a text node of which the first ``left`` words may, and how many are left after it."""
        end = 0
        for word in JOINED.finditer(text or ""):
            size = len(WORD.findall(word[0]))
            if not left or self.row + size > ROW:
                shown = text[:end] + (CUT if self.cut else "")
                self.row, self.cut, self.gone = 0, False, True
                return shown, 0
            left, end = left - 1, word.end()
            self.row, self.cut, self.marked = self.row + size, True, False
        return (text, left) if end or left or not (text or "").strip() else ("", left)


def _add_before(element: etree._Element, text: str) -> None:
    """Put ``text`` before an element, so that the mark of a cut does not become part of a name or a link."""
    before = element.getprevious()
    if before is None:
        element.getparent().text = (element.getparent().text or "").rstrip() + text
    else:
        before.tail = (before.tail or "").rstrip() + text


def _to_anchor(note: etree._Element) -> None:
    """Of a note only the address stays."""
    _unmark(note)
    note.text = None
    note[:] = [_gap()]


def _gap() -> etree._Element:
    return etree.Element(GAP, reason="withheld")


def _read_corrected(choice: etree._Element) -> None:
    """Of a correction stays what is read, and a page break that stands in what is printed."""
    sic, corr = choice.find(SIC), choice.find(f"{TEI}corr")
    if sic is None or corr is None:
        return
    breaks = list(sic.iter(f"{TEI}pb"))
    choice.remove(sic)
    for pb in breaks:
        pb.tail = None
        choice.append(pb)
    for element in (choice, corr):
        _unmark(element)


def _unmark(element: etree._Element) -> None:
    """Of the markup stays nothing, or the address."""
    xml_id = element.get(XML_ID)
    element.attrib.clear()
    element.tag = SEG if xml_id else UNMARKED
    if xml_id:
        element.set("type", "withheld")
        element.set(XML_ID, xml_id)


# ---- quotations in the edition's own words


def _abridged(file: TeiFile, runs: Runs, parts: tuple[etree._Element | None, ...]) -> TeiFile:
    """A copy of ``file`` in which long quotations in these parts of it are cut."""
    root = deepcopy(file.root)
    for part in parts:
        if part is not None:
            _abridge(root if part is file.root else root.find(part.tag), runs)
    return replace(file, root=root, digest=digest(etree.tostring(root)))


def _abridge(part: etree._Element, runs: Runs) -> None:
    """Cut each run of words that is withheld after its first ``ACCOUNT`` words."""
    nodes = list(_text_nodes(part))
    text = "".join(getattr(element, name) for element, name in nodes)
    found = list(WORD.finditer(text))
    gone = [(found[start + ACCOUNT - 1].end(), found[end - 1].end())
            for start, end in runs.find([fold(word[0]) for word in found])]
    if not gone:
        return
    begin = 0
    for element, name in nodes:
        before = getattr(element, name)
        first = bisect_left(gone, begin, key=itemgetter(1))
        last = bisect_left(gone, begin + len(before), key=itemgetter(0))
        if first < last:
            setattr(element, name, _without(before, begin, gone[first:last]))
        begin += len(before)


def _text_nodes(element: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Element and attribute of each text node under ``element``, in the order of the document."""
    if element.text and isinstance(element.tag, str):
        yield element, "text"
    for child in element:
        yield from _text_nodes(child)
        if child.tail:
            yield child, "tail"


def _without(text: str, begin: int, gone: list[tuple[int, int]]) -> str:
    """``text``, which begins at ``begin``, without the stretches of characters that are ``gone``."""
    for start, end in reversed(gone):
        text = text[:max(0, start - begin)] + (CUT if start >= begin else "") + text[max(0, end - begin):]
    return text
