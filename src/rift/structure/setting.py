"""Set drafts into one text: fold white space, join hyphens, take note marks out, mark page beginnings."""

from __future__ import annotations

import re
from array import array

from rift.model.document import Anchor, Block, Break, Setting
from rift.model.outline import Draft, Outline, Strip
from rift.model.raw import HYPHENS
from rift.structure.hyphens import Hyphens

# White space, but no single space.
RUN = re.compile(r"[{0}](?:[{0}]+|(?<! ))".format(r" \t\u00a0\u202f\u3000\n\r\x0b\x0c"))


class _Setter:
    """Grows the printed text strip by strip."""

    def __init__(self, outline: Outline, hyphens: Hyphens):
        self.raw = outline.pages.raw
        self.pages = outline.pages.pages
        self.hyphens = hyphens
        self.chunks: list[str] = []
        self.origin = array("q")
        self.offsets = array("q", range(len(self.raw.text)))  # to be copied from: slices are the fastest ranges
        self.anchors: list[Anchor] = []
        self.breaks: list[Break] = []
        self.lines: dict[int, tuple[int, int]] = {}
        self.page = -1
        self.size = 0
        self.last = ""

    def add(self, start: int, end: int) -> None:
        """Raw characters ``start`` to ``end``, white space folded, as far as a space is not there already."""
        text, at = self.raw.text, start
        if self.last == " ":
            at += len(text[start:end]) - len(text[start:end].lstrip(" \t\u00a0\u202f\n"))
        for run in RUN.finditer(text, at, end):
            self._put(at, run.start())
            self._put_space(run.start())
            at = run.end()
        self._put(at, end)

    def _put(self, start: int, end: int) -> None:
        if end > start:
            words = self.raw.text[start:end]
            self.chunks.append(words)
            self.origin += self.offsets[start:end]
            self.size += end - start
            self.last = words[-1]

    def _put_space(self, at: int) -> None:
        self.chunks.append(" ")
        self.origin.append(at)
        self.size += 1
        self.last = " "

    def drop_last(self) -> None:
        """Take the last character back (a line-end hyphen, or a space before a note mark)."""
        self.chunks[-1] = self.chunks[-1][:-1]
        self.origin.pop()
        self.size -= 1
        self.last = self.chunks[-1][-1:] if self.chunks[-1] else ""

    def join(self, before: Strip, strip: Strip, ends_word: bool) -> bool:
        """Put what stands between two strips of a block; True if the second goes on inside a word."""
        raw = self.raw.text
        if ends_word and self.last in HYPHENS:
            keeps = self.hyphens.keeps(raw[before.start:before.end], raw[strip.start:strip.end], before.line.number)
            if not keeps:
                self.drop_last()
            return not keeps
        adjacent = strip.line.number - before.line.number <= 1 and not strip.line.indented and before.line is not strip.line
        tight = adjacent and raw.startswith(("\n", "\r\n"), before.end) and (strip.line.cuts or before.line.cuts)
        if not tight and self.last not in ("", " "):
            self._put_space(before.end)
        return False

    def strip(self, strip: Strip, body: bool) -> None:
        """The strip's words, without its note marks and holes."""
        line, at = strip.line, strip.start
        gaps = sorted([*line.cuts, *((a, b, "") for a, b in line.holes)]) if line.cuts or line.holes else ()
        for start, end, mark in gaps:
            if not strip.start <= start < strip.end:
                continue
            self.add(at, start)
            at = end
            if mark and body:
                if self.last == " ":
                    self.drop_last()
                place = "foot" if self.pages else "end"
                self.anchors.append(Anchor(self.size, mark, place, self.raw.line_of(end - 1)))
            elif mark:
                at = end + len(self.raw.text[end:strip.end]) - len(self.raw.text[end:strip.end].lstrip())
        self.add(at, strip.end)

    def turn_page(self, strip: Strip, inside_word: bool, position: int) -> None:
        page = strip.line.page
        if self.pages and page != self.page and strip.line.part != "note":
            self.page = page
            self.breaks.append(Break(position, self.pages[page].n, strip.line.number, inside_word))


def set_text(outline: Outline, hyphen_rows: dict[int, bool]) -> Setting:
    """The printed text of an outline; block ``k`` is draft ``k``, one line feed stands between blocks."""
    drafts = outline.drafts
    hyphens = Hyphens((line.text for line in outline.pages.lines), hyphen_rows)
    setter = _Setter(outline, hyphens)
    blocks: list[Block] = []
    for draft in drafts:
        start = setter.size
        _set_draft(setter, draft)
        blocks.append(Block(draft.kind, start, setter.size, draft.line, draft.attributes))
        setter.chunks.append("\n")
        setter.origin.append(draft.strips[-1].end)
        setter.size += 1
        setter.last = ""
    link_notes(setter.anchors, blocks, outline)
    return Setting(setter.raw, "".join(setter.chunks), setter.origin, blocks, outline.groups, setter.breaks,
                      setter.anchors, setter.lines)


def _set_draft(setter: _Setter, draft: Draft) -> None:
    before: Strip | None = None
    body = draft.kind != "note"
    for strip in draft.strips:
        inside = before is not None and setter.join(before, strip, setter.raw.text[before.end - 1] in HYPHENS)
        setter.turn_page(strip, inside, setter.size)
        start = setter.size
        setter.strip(strip, body)
        number = strip.line.number
        setter.lines[number] = (setter.lines.get(number, (start, 0))[0], setter.size)
        before = strip
    if setter.last == " ":
        setter.drop_last()


def link_notes(anchors: list[Anchor], blocks: list[Block], outline: Outline) -> None:
    """Marks of a page and notes at its foot belong together in their order, mark by mark; endnotes by their mark.

    A note without a mark in the text, or a page whose marks and notes do not agree in number, is put on the worklist.
    """
    pages = {line.number: line.page for line in outline.pages.lines}
    waiting: dict[tuple[int, str], list[Anchor]] = {}
    for anchor in anchors:
        waiting.setdefault((pages.get(anchor.line, 0), anchor.mark), []).append(anchor)
    for number, block in enumerate(blocks):
        if block.kind != "note" or block.start == block.end:
            continue
        queue = waiting.get((pages.get(block.line, 0), block.attributes.get("mark", "")), [])
        if queue:
            queue.pop(0).body = number
        else:
            outline.pages.ask(block.line, "note without a mark in the text", "notes.tsv")
    for (_, mark), queue in sorted(waiting.items()):
        for anchor in queue:
            outline.pages.ask(anchor.line, f"the text of note {mark} is lost", "")
