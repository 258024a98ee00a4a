"""The ``text`` of a TEI file from a marked document, one block element a line."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict

from rift.encode.escaping import escape
from rift.encode.ids import Ids
from rift.encode.inline import Atom, Inline, attributes, choice
from rift.model.document import Anchor, Block, Break, Document, Group, Mark

# A pointer to an element that gets its id later: its reading position behind a character that no text can have.
LATER = re.compile(r' (\w+)="\x00(\d+)"')
DIVISIONS = ("front", "body", "back")
# How a printed note says that it is the author's and not the editor's.
SIGNED = re.compile(r"\(Author[’']s note\)\.?$")


class BodyWriter:
    """Writes one document, whose notes are by ``editor`` unless they say that they are by ``author`` (pointers);
    ``dropped`` gathers marks that cross others and could not stand."""

    def __init__(self, document: Document, siglum: str, editor: str, author: str):
        self.document = document
        self.ids = Ids(siglum)
        self.editor, self.author = editor, author
        self.dropped: list[Mark] = []
        self._id_at: dict[int, str] = {}
        self._marks = defaultdict(list)
        for mark in sorted(document.marks, key=lambda m: (m.start, -m.end)):
            self._marks[document.block_at(mark.start)].append(mark)
        self._atoms, self._stones = defaultdict(list), defaultdict(list)
        self._between: dict[int, list[Break]] = defaultdict(list)

    def text(self) -> str:
        """The ``text`` element."""
        self._place_milestones()
        self._place_atoms()
        lines: list[str] = ["<text>"]
        opened: list[Group] = []
        by_first = defaultdict(list)
        for group in self.document.groups:
            by_first[group.first].append(group)
        parted = any(g.name in DIVISIONS for g in self.document.groups)
        if not parted:
            lines.append("<body>")
        for number, block in enumerate(self.document.blocks):
            if block.kind == "note":
                break
            while opened and opened[-1].last < number:
                lines.append(f"</{opened.pop().name}>")
            for group in by_first[number]:
                lines.append(self._open_group(group, block))
                opened.append(group)
            lines += [self._page(b) for b in self._between[number]]
            lines.append(self._block(number, block))
        lines += [f"</{group.name}>" for group in reversed(opened)]
        if not parted:
            lines.append("</body>")
        lines.append("</text>")
        return LATER.sub(self._pointer, "\n".join(lines))

    def _pointer(self, later: re.Match) -> str:
        """The attribute with the id of its element; nothing if that crosses others and could not stand."""
        xml_id = self._id_at.get(int(later[2]))
        return f' {later[1]}="#{xml_id}"' if xml_id else ""

    def _open_group(self, group: Group, block: Block) -> str:
        if group.name in DIVISIONS:
            return f"<{group.name}>"
        pairs = [("xml:id", self.ids.block(block.line, group.name)), *group.attributes.items()]
        return f"<{group.name}{attributes(pairs)}>"

    def _block(self, number: int, block: Block) -> str:
        outer, *inner = block.kind.split("/")
        pairs = [("xml:id", self.ids.block(block.line, outer)), *block.attributes.items()]
        opening = f"<{outer}{attributes(pairs)}>"
        for name in inner:
            opening += f"<{name}{attributes([('xml:id', self.ids.block(block.line, name))])}>"
        closing = "".join(f"</{name}>" for name in reversed([outer, *inner]))
        return opening + self._content(number, block) + closing

    def _content(self, number: int, block: Block) -> str:
        inline = Inline(self.document.text, block.start, block.end, self._marks[number], self._atoms[number],
                        [(at, behind, self._milestone(what)) for at, behind, what in self._stones[number]], self.dropped)
        return inline.xml(self._mark_id)

    def _mark_id(self, mark: Mark) -> str:
        self._id_at[mark.start] = made = self.ids.inner(self.document.line_at(mark.start), mark.path.split("/")[0])
        return made

    def _milestone(self, what: Anchor | Break) -> str:
        return self._note(what) if isinstance(what, Anchor) else self._page(what)

    def _page(self, page: Break) -> str:
        pairs = [("n", page.n), ("xml:id", self.ids.inner(page.line, "pb")), ("break", "no" if page.inside_word else "")]
        return f"<pb{attributes(pairs)}/>"

    def _note(self, anchor: Anchor) -> str:
        block = None if anchor.body is None else self.document.blocks[anchor.body]
        signed = block is not None and SIGNED.search(self.document.text[block.start:block.end].rstrip())
        pairs = attributes([("place", anchor.place), ("n", anchor.mark), ("xml:id", self.ids.inner(anchor.line, "note")),
                            ("resp", self.author if signed else self.editor)])
        if block is None:
            return f'<note{pairs}><gap reason="lost-in-source"/></note>'
        return f"<note{pairs}>{self._content(anchor.body, block)}</note>"

    def _place_milestones(self) -> None:
        """Breaks and anchors go to their block by reading position; those inside a correction, into its sic."""
        changes = self.document.changes
        starts = [c.start for c in changes]
        self._inside: dict[int, list[tuple[int, Anchor | Break]]] = defaultdict(list)
        stones = [(b.position, b) for b in self.document.breaks] + [(a.position, a) for a in self.document.anchors]
        for position, what in sorted(stones, key=lambda s: s[0]):
            k = bisect_right(starts, position) - 1
            if k >= 0 and changes[k].start < position < changes[k].end:
                self._inside[k].append((position, what))
                continue
            at, behind = self._after_change(position, k)
            number = self.document.block_at(at)
            if isinstance(what, Break) and at == self.document.blocks[number].start:
                self._between[number].append(what)
            else:
                self._stones[number].append((at, behind, what))
        for number in self._stones:
            self._stones[number].sort(key=lambda s: s[:2])

    def _after_change(self, position: int, k: int) -> tuple[int, bool]:
        """Reading position of a milestone, and whether it stands behind a deletion there.

        A note mark or a page stands before an insertion at its place.
        """
        changes, places = self.document.changes, self.document.places
        if k >= 0 and changes[k].start == position:
            first = bisect_left(changes, position, key=lambda c: c.start)
            return places[first][0], False
        deleted = k >= 0 and changes[k].end == position and places[k][0] == places[k][1]
        return self.document.reading(position), deleted

    def _place_atoms(self) -> None:
        document = self.document
        for k, (change, (start, end)) in enumerate(zip(document.changes, document.places, strict=True)):
            sic = self._sic(k, change.start, change.end)
            number = bisect_right(document._block_starts, start) - 1
            block = document.blocks[number]
            if start > block.end and number + 1 < len(document.blocks):
                number += 1
            self._atoms[number].append(Atom(start, end, choice(sic, change)))

    def _sic(self, k: int, start: int, end: int) -> str:
        text, at, out = self.document.setting.text, start, []
        for position, what in self._inside.get(k, ()):
            out += (escape(text[at:position]), self._milestone(what))
            at = position
        return "".join(out) + escape(text[at:end])
