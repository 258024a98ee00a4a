"""Look through a public edition, as it was written, for words that it withholds.

Each file is read as a reader or a program could read it: unpacked (e-book, search index) and with its escapes resolved;
where it has markup, without it, with a space in its place, and the values of attributes and the comments each.
A PDF cannot be read here; what it is made from is looked through instead.
"""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from unicodedata import normalize
from zipfile import ZipFile

from rift.diagnostics import Place, Problem, finding
from rift.parallel import each
from rift.publish.audience.runs import RUN, WORD, Runs, fold

TAG = re.compile(r"<[^<>]*>")
IN_MARKUP = re.compile(r"""="([^"]*)"|='([^']*)'|<!--(.*?)-->""", re.DOTALL)
ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)")
IGNORED = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff⁰¹²³⁴-⁹]")  # soft hyphens and the like; numbers of notes
SHORTEST = 2 * RUN - 1  # characters of a run: words of one letter, with one sign between
CHUNK = 40  # files that a process looks through before it asks for more
GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"


def refuse_leaks(folder: Path, runs: Runs) -> None:
    """Raises ``Problem`` PUB-031 if any file of ``folder`` holds a run of a text that is withheld."""
    paths = sorted(p for p in folder.rglob("*") if p.is_file())

    def leak(number: int) -> Problem | None:
        return _leak(paths[number].relative_to(folder).as_posix(), paths[number].read_bytes(), runs)

    found = each(leak, range(len(paths)), CHUNK)
    for problem in filter(None, (found[number] for number in range(len(paths)))):
        raise problem


def refuse_leak(name: str, data: bytes, runs: Runs) -> None:
    """Raises ``Problem`` PUB-031 if the file ``name``, whose bytes are ``data``, holds a run of a text that is withheld."""
    if (problem := _leak(name, data, runs)) is not None:
        raise problem


def _leak(name: str, data: bytes, runs: Runs) -> Problem | None:
    for view in _views(data):
        if len(view) < SHORTEST:
            continue
        words = [fold(word) for word in WORD.findall(view)]
        found = runs.find(words)
        if found:
            start, end = found[0]
            return Problem(finding("PUB-031", Place(name), excerpt=" ".join(words[start:end]),
                                   passage=runs.place(words, start), count=len(found), run=RUN))
    return None


def _views(data: bytes) -> Iterator[str]:
    """The texts that a file can be read as."""
    if data.startswith(ZIP):
        with ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield from _views(packed.read(name))
        return
    text = _plain((gzip.decompress(data) if data.startswith(GZIP) else data).decode("utf-8", "replace"))
    if "</" not in text:
        yield text
        return
    yield TAG.sub("", text)
    yield TAG.sub(" ", text)
    yield from filter(None, (value for values in IN_MARKUP.findall(text) for value in values))


def _plain(text: str) -> str:
    """``text`` with its escapes resolved and without what readers do not see."""
    if "\\" in text:
        text = ESCAPE.sub(lambda escape: chr(int(escape[1], 16)) if escape[1] else " ", text)
    return normalize("NFC", IGNORED.sub("", unescape(text) if "&" in text else text))
