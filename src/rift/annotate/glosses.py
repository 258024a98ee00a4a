"""Notes that translate a foreign word: the translation is a ``gloss`` that points to the word.

Example: ``kapusta*`` in the text, ``* Cabbage (Russian in the original)`` at the foot of the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rift.model.document import Document, Mark

LANGUAGES = "Russian|French|Italian|English|Albanian|German|Latin|Serbian|Polish"
TRANSLATION = re.compile(rf"(?P<words>\S.*?)\s*[({{](?:{LANGUAGES}) in the original\.?[)}}]", re.S)
# Between the foreign word and the mark of its note may stand a closing quotation mark, and a stop.
NEAR = 4


def gloss_marks(document: Document, foreign: Sequence[Mark]) -> list[Mark]:
    """A ``gloss`` in each note that translates the foreign word at its mark; notes without such a word stay plain."""
    ends = {mark.end: mark for mark in foreign}
    marks = []
    for anchor in document.anchors:
        if anchor.body is None:
            continue
        at = document.reading(anchor.position)
        word = next((ends[at - k] for k in range(NEAR) if at - k in ends), None)
        block = document.blocks[anchor.body]
        match = TRANSLATION.match(document.text, block.start, block.end)
        if word is not None and match:
            marks.append(Mark(match.start("words"), match.end("words"), "gloss", (("target", f"\0{word.start}"),), 3))
    return marks
