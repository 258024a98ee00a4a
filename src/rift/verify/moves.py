"""The only ways in which TEI and source may differ. ``MOVES`` is the order in which they are tried.

A move is tried where the next characters differ. It goes on, and says so, or leaves the cursor alone.

Known limit: whether a hyphen at a line end divides or belongs to a word is for the TEI to decide, so between small
letters (`anti-revisionist`) a hyphen lost or added there is not a difference.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from rift.model.raw import HYPHENS
from rift.verify.cursor import HYPHEN, MARK, NUMBER, SPACE, SPACES, Cursor
from rift.verify.projection import END, NOTE, PAGE, Note
from rift.verify.source import BREAK, STOP

# The archive's web page prints a bookmark before each note mark, and it is dropped with it.
_BOOKMARK = re.compile(r"\[bookmark: [^\]]*\]")

# Signs that never have a space before them, so the white space round a mark on a raw line of its own is not the text's.
_CLOSING = tuple(",.;:!?)]”")

# A hyphen before one of these hangs (`pre- and post-war`), so the space after it is the text's.
_SUSPENDING = ("and ", "or ", "nor ", "to ", "but ")


def pass_note_mark(cursor: Cursor) -> bool:
    """The source prints the mark of a note, perhaps after white space, where the TEI has the note."""
    if cursor.there != NOTE:
        return False
    note = cursor.tei.note_at[cursor.j]
    start = cursor.i + (cursor.here in SPACES)
    length = _mark_at(cursor, start, note.mark)
    if not length:
        return False
    alone = cursor.source.begins_line(start) and cursor.source.ends_line(start + length)
    if start > cursor.i:
        cursor.take(SPACE)
    cursor.take(MARK, length)
    spaced = cursor.j > 0 and cursor.tei.text[cursor.j - 1] == " "
    cursor.j += 1
    if spaced != (alone and cursor.source.text[cursor.i + 1] in _CLOSING):
        cursor.take_space()
    return True


def pass_page_number(cursor: Cursor) -> bool:
    """The source prints, alone on a raw line, the number of the page that begins or ends here."""
    if cursor.back is not None or not cursor.source.begins_line(cursor.i):
        return False
    word = word_at(cursor, cursor.i)
    if word not in _numbers_here(cursor) or not cursor.source.ends_line(cursor.i + len(word)):
        return False
    cursor.take(NUMBER, len(word))
    cursor.take_space()
    return True


def enter_note(cursor: Cursor) -> bool:
    """The source prints the mark and body of a note that was passed, on a line of its own."""
    if cursor.back is not None or not cursor.source.begins_line(cursor.i):
        return False
    for mark in cursor.tei.note_marks:
        length = _mark_at(cursor, cursor.i, mark)
        pending = cursor.pending(mark) if length else []
        note = next((note for note in pending if not note.lost), None)
        if note and (not pending[0].lost or _body_at(cursor, cursor.i + length, note)):
            cursor.take(MARK, length)
            cursor.take_space()
            cursor.placed |= {note}
            cursor.back, cursor.j = cursor.j, note.start
            return True
    return False


def pass_lone_mark(cursor: Cursor) -> bool:
    """The source prints, alone on a raw line, the mark of a note whose body is lost."""
    if not cursor.source.begins_line(cursor.i):
        return False
    mark = word_at(cursor, cursor.i) or STOP
    note = next((note for note in cursor.pending(mark) if note.lost), None)
    if note is None or not cursor.source.ends_line(cursor.i + len(mark)):
        return False
    cursor.take(MARK, len(mark))
    cursor.take_space()
    cursor.placed |= {note}
    return True


def leave_note(cursor: Cursor) -> bool:
    """The body of a note ends, in the TEI and with a word of the source."""
    if cursor.back is None or cursor.there != END or cursor.here not in (*SPACES, STOP):
        return False
    cursor.j, cursor.back = cursor.back, None
    cursor.take_space()
    return True


def pass_page_break(cursor: Cursor) -> bool:
    """The TEI has a page break, which is no character."""
    if cursor.there != PAGE:
        return False
    cursor.j += 1
    return True


def drop_hyphen(cursor: Cursor) -> bool:
    """The source divides a word at a line end. Before a capital (`Marxist-Leninist`) or a digit a hyphen never only divides."""
    if cursor.here not in HYPHENS or cursor.source.text[cursor.i + 1] != BREAK:
        return False
    before, after = cursor.source.text[cursor.i - 1], cursor.source.text[cursor.i + 2]
    if not before.isalpha() or (after.isdigit() and cursor.there.isdigit()) or (after.isupper() and not before.isupper()):
        return False
    cursor.take(HYPHEN)
    cursor.take(SPACE)
    return True


def join_after_hyphen(cursor: Cursor) -> bool:
    """The source breaks the line after a hyphen that the TEI keeps."""
    if cursor.here != BREAK:
        return False
    if cursor.there == " ":
        if not cursor.source.text.startswith(_SUSPENDING, cursor.i + 1):
            return False
        cursor.j += 1
    cursor.take(SPACE)
    return True


def pass_last_space(cursor: Cursor) -> bool:
    """The running text of the TEI has ended; what may follow in the source is notes and a page number."""
    if cursor.back is not None or cursor.there != END or cursor.here not in SPACES:
        return False
    cursor.take(SPACE)
    return True


MOVES = (
    pass_note_mark,
    pass_page_number,
    enter_note,
    pass_lone_mark,
    leave_note,
    pass_page_break,
    drop_hyphen,
    join_after_hyphen,
    pass_last_space,
)


def follow(cursor: Cursor, enough: int | None = None) -> int:
    """Take all that is the same or allowed from here, or until ``enough`` characters were the same; tells how many were."""
    same = 0
    while True:
        before = cursor.j
        cursor.match()
        same += cursor.j - before
        if (enough and same >= enough) or not any(move(cursor) for move in MOVES):
            return same


def finished(cursor: Cursor) -> bool:
    return cursor.here == STOP and cursor.there == END and cursor.back is None


def word_at(cursor: Cursor, i: int) -> str:
    text = cursor.source.text
    end = i
    while text[end] not in (*SPACES, STOP):
        end += 1
    return text[i:end]


def _mark_at(cursor: Cursor, i: int, mark: str) -> int:
    """Length of the note mark that is printed here, with its bookmark; 0 if it is not."""
    text = cursor.source.text
    bookmark = _BOOKMARK.match(text, i)
    after = bookmark.end() if bookmark else i
    return after + len(mark) - i if mark and text.startswith(mark, after) else 0


def _body_at(cursor: Cursor, i: int, note: Note) -> bool:
    """Whether a note's first word is printed here."""
    i += cursor.source.text[i] in SPACES
    return word_at(cursor, i) == cursor.tei.text[note.start : note.end].split(" ", 1)[0]


def _numbers_here(cursor: Cursor) -> set[str]:
    """Numbers of the page that ends and of the page that begins at this place of the running text."""
    tei, at = cursor.tei, cursor.main
    after = bisect_left(tei.page_anchors, at)
    beginning = set()
    if after and not tei.text[tei.page_anchors[after - 1] + 1 : at].strip():
        beginning.add(after - 1)
    if after == len(tei.pages):
        beginning |= {after} if tei.text[at] == END else set()
    elif not tei.text[at : tei.page_anchors[after]].strip():
        beginning.add(after)
    near = beginning | {number - 1 for number in beginning}
    return {tei.pages[number].number for number in near if 0 <= number < len(tei.pages)} - {""}
