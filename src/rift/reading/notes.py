"""Notes at the foot of a page or the end of a text, and the marks that refer to them."""

from __future__ import annotations

import re

from rift.model.line import Cut, Line, Pages
from rift.reading.pages import FOOT_MARK

FOOT_BODY = re.compile(r"([*†‡]{1,3})\s*(?=\S)")
# An endnote: a bracketed number, small Roman or Arabic, before it perhaps the code of a bookmark that a word
# processor left.
BOOKMARK = r"(?:\[bookmark: [\w.]+\])?"
END_MARK = re.compile(BOOKMARK + r"(\[(?:[ivxlc]+|\d{1,3})\])")


def find_footnotes(pages: Pages) -> None:
    """Below the rule at a page's foot stand notes: ``* text``, or the mark alone and the text on the next line.

    A lone mark without a text is the mark of a lost note; it stays a note line without words.
    """
    below = False
    page, mark = -1, ""
    for line in pages.lines:
        if line.page != page:
            page, below = line.page, False
        if line.rule_before and FOOT_MARK.match(line.text):
            below, mark = True, ""
        if not below:
            continue
        line.part = "note"
        match = FOOT_BODY.match(line.text)
        if match:
            mark = match[1]
            line.cuts.append(Cut(line.start, line.start + match.end(1), mark))
        elif FOOT_MARK.fullmatch(line.text):
            mark = line.text
            line.cuts.append(Cut(line.start, line.end, mark))
        line.mark = mark


def find_footnote_marks(pages: Pages) -> None:
    """Marks in the running text, also one that stands alone on a line."""
    for line in pages.lines:
        if line.part == "body":
            for match in FOOT_MARK.finditer(line.text):
                line.cuts.append(Cut(line.start + match.start(), line.start + match.end(), match[0]))


def find_endnotes(pages: Pages) -> None:
    """Endnotes begin a line with a mark that the running text has too; their marks are cut out of both."""
    seen: set[str] = set()
    for line in pages.lines:
        found = [m for m in END_MARK.finditer(line.text)]
        first = found[0] if found and found[0].start() == 0 else None
        if first and first[1] in seen and line.text[first.end():].strip():
            line.part, line.mark = "note", first[1]
            line.cuts.append(_cut(line, first))
            continue
        if first:
            found = found[1:]
        for match in found:
            seen.add(match[1])
            line.cuts.append(_cut(line, match))


def _cut(line: Line, match: re.Match[str]) -> Cut:
    return Cut(line.start + match.start(), line.start + match.end(), match[1])
