"""Where two states of a TEI file differ, in words: a paragraph of TEI is one line, too long to be shown twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

TOKEN = re.compile(r"<[^>]*>|[^\s<]+|\s+|<")
AROUND = 9  # tokens before and behind a change
LONGEST = 240  # characters of a piece that are shown


def difference(path: str, stands: str, converted: str) -> str:
    """For every place its line in the file and the words there ``as it stands`` and ``as converted``, what differs in brackets."""
    mine, theirs = stands.split("\n"), converted.split("\n")
    shown: list[str] = []
    for kind, start, end, other, other_end in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            shown += _places(path, start + 1, "\n".join(mine[start:end]), "\n".join(theirs[other:other_end]))
    return "\n".join(shown)


def _places(path: str, line: int, stands: str, converted: str) -> Iterator[str]:
    mine, theirs = TOKEN.findall(stands), TOKEN.findall(converted)
    for group in SequenceMatcher(None, mine, theirs, autojunk=False).get_grouped_opcodes(AROUND):
        yield f"{path}:{line + ''.join(mine[:group[0][1]]).count(chr(10))}"
        yield "  as it stands: " + _marked(mine, [(kind, start, end) for kind, start, end, *_ in group])
        yield "  as converted: " + _marked(theirs, [(kind, start, end) for kind, _, _, start, end in group])


def _marked(tokens: Sequence[str], pieces: Sequence[tuple[str, int, int]]) -> str:
    """The pieces of one side, each that differs in brackets."""
    texts = ((kind, _cut(" ".join("".join(tokens[start:end]).split("\n")))) for kind, start, end in pieces)
    return "".join(text if kind == "equal" else f"⟦{text}⟧" for kind, text in texts)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST // 2]} … {text[-LONGEST // 2:]}"
