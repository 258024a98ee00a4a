"""Printed pages of a book whose pages were run together by recognition.

The layout: text lines stand apart by one empty raw line; a new page begins without one, and with a space, or below a
printed number that three empty lines set off. Steps: find the beginnings; take out printed numbers; count the rest
from the printed ones.
"""

from __future__ import annotations

import re
from collections import Counter
from statistics import median

from rift.model.line import Line, Page, Pages

NUMBER = re.compile(r"\d{1,4}")
FOOT_MARK = re.compile(r"[*†‡][*†‡]{0,2}")  # a set at the beginning is searched sooner than a repeated one
# A printed page number is set off by two empty lines or more; one between lines of text is a line of the text (a year
# under a preface).
NUMBER_GAP = 2
# Shares of a page's usual number of lines: a page that would be taller, or a note that would be longer, is none; the
# mark of a lost note hid the beginning of the next page. The memoir's tallest page has 1.025 of the usual number: a page
# that is a little taller is doubtful, unless what would be its note begins in the middle of a sentence.
TOO_TALL, TALL = 1.12, 1.04
TOO_LONG = 0.4


def find_pages(pages: Pages) -> None:
    """Give every line the number of its page, from 0, and list the pages."""
    lines = pages.lines
    starts = [k for k in range(len(lines)) if k == 0 or _begins_page(lines, k)]
    starts += _hidden_starts(lines, starts)
    bounds = sorted(set(starts))
    for number, (first, last) in enumerate(zip(bounds, [*bounds[1:], len(lines)], strict=True)):
        page = Page(lines[first].number)
        for line in lines[first:last]:
            line.page = number
        if _is_number(lines[first]) and first + 1 < last:
            page.printed, lines[first].part = lines[first].text, "number"
            page.line = lines[first + 1].number
        pages.pages.append(page)


def _is_number(line: Line) -> bool:
    set_off = line.blank_before >= NUMBER_GAP or line.indented and line.blank_before == 0
    return set_off and bool(NUMBER.fullmatch(line.text))


def _begins_page(lines: list[Line], k: int) -> bool:
    line, before = lines[k], lines[k - 1]
    if _is_number(line):
        return True
    if _is_number(before) and before.text != line.text:
        return False
    return line.indented and line.blank_before == 0 and not FOOT_MARK.fullmatch(before.text)


def _hidden_starts(lines: list[Line], starts: list[int]) -> list[int]:
    """Pages whose first line follows a lone note mark below the rule: the note's text is lost, the page is not.

    Proof is the size: with that line as a note's, the page would be taller, or the note longer, than any.
    """
    if len(starts) < 3:
        return []
    usual = median(_height(lines[a:b]) for a, b in zip(starts, starts[1:], strict=False))
    found = []
    for first, last in zip(starts, [*starts[1:], len(lines)], strict=True):
        begins = first
        for k in range(first + 1, last):
            mark = lines[k - 1]
            if lines[k].indented and lines[k].blank_before == 0 and mark.rule_before and FOOT_MARK.fullmatch(mark.text):
                too_tall = TALL if lines[k].text[0].islower() else TOO_TALL
                note = lines[k:_note_end(lines, k, last)]
                if _height(lines[begins:last]) > too_tall * usual or _height(note) > TOO_LONG * usual:
                    found.append(k)
                    begins = k
    return found


def _height(lines: list[Line]) -> int:
    """Number of printed lines: what no empty line sets off, a lone mark and what follows it, stands in the line before."""
    return sum(k == 0 or line.blank_before > 0 for k, line in enumerate(lines))


def _note_end(lines: list[Line], first: int, last: int) -> int:
    """Where a note that begins at ``first`` ends: at the mark of the next one, or with the page."""
    return next((k for k in range(first, last) if FOOT_MARK.match(lines[k].text)), last)


def number_pages(pages: Pages) -> None:
    """Printed numbers stay; the others are counted from them and stand in brackets.

    The number that most printed ones agree on for the first page decides; one that disagrees is left to a reader.
    """
    votes = Counter(int(p.printed) - k for k, p in enumerate(pages.pages) if p.printed)
    first = votes.most_common(1)[0][0] if votes else 1
    for k, page in enumerate(pages.pages):
        counted = str(first + k)
        page.n = page.printed if page.printed == counted else f"[{counted}]"
        if page.printed and page.printed != counted:
            pages.ask(page.line, f"printed page number {page.printed}, counted {counted}", "")
