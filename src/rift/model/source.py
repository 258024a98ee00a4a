"""``source.toml``: where a raw text comes from, what it is, and under what rights."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path
from typing import NamedTuple

from rift.diagnostics import Place, Problem, finding
from rift.model.raw import RawText

SETTINGS = ("title", "siglum", "format", "language", "date", "origin", "url", "sha256", "narrator", "rights")
RIGHTS = ("status", "statement", "public", "reason")
# Characters that XML 1.0 cannot hold.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
REQUIRED = ("title", "siglum", "format", "sha256")


class Rights(NamedTuple):
    """Rights in the source's own words; ``public`` is ``full`` or ``withheld``, with the reason."""

    status: str = "unknown"
    statement: str = ""
    public: str = "withheld"
    reason: str = ""


class Source(NamedTuple):
    """The settings of one text. ``narrator`` is the id of the person who says "I" outside of quotations, if any."""

    id: str
    title: str
    siglum: str
    format: str
    sha256: str
    language: str = "en"
    date: str = ""
    origin: str = ""
    url: str = ""
    narrator: str = ""
    rights: Rights = Rights()

    @property
    def editor(self) -> str:
        """Pointer to whoever wrote the printed notes and bracketed insertions (``respStmt`` of the header)."""
        return f"#{self.siglum}.editor"

    @property
    def author(self) -> str:
        """Pointer to whoever wrote the notes that are signed as the author's (``respStmt`` of the header)."""
        return f"#{self.siglum}.author"


def read_source(folder: Path, root: Path) -> Source:
    """Settings of the text in ``folder``. Raises ``Problem`` EDN-006, or SRC-005, -006, -007 or -011."""
    path = folder / "source.toml"
    place = Place(path.relative_to(root).as_posix())
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Problem(finding("EDN-006", place)) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Problem(finding("SRC-011", place, reason=error)) from None
    rights = settings.pop("rights", {})
    _known(settings, SETTINGS, place)
    _known(rights, RIGHTS, place)
    for name in REQUIRED:
        if not settings.get(name):
            raise Problem(finding("SRC-007", place, setting=name))
    return Source(id=folder.name, rights=Rights(**rights), **settings)


def _known(settings: dict, names: tuple[str, ...], place: Place) -> None:
    for name in settings:
        if name not in names:
            raise Problem(finding("SRC-006", place, setting=name, nearest=nearest(name, names), known=", ".join(names)))


def nearest(name: str, names: tuple[str, ...]) -> str:
    """The known name most like ``name``."""
    from difflib import get_close_matches  # only a mistake needs it

    return get_close_matches(name, names, 1, 0)[0]


def read_raw(folder: Path, root: Path, source: Source) -> RawText:
    """The raw text of a source, checked against its digest. Raises ``Problem`` SRC-001 to -004 or -010."""
    path = folder / "text.txt"
    place = Place(path.relative_to(root).as_posix())
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise Problem(finding("SRC-001", place, path=place.path)) from None
    if not data.strip():
        raise Problem(finding("SRC-002", place))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Problem(finding("SRC-004", Place(place.path, line), reason=error.reason)) from None
    digest = hashlib.sha256(data).hexdigest()
    if digest != source.sha256:
        raise Problem(finding("SRC-003", place, found=digest[:12] + "…", expected=source.sha256[:12] + "…"))
    raw = RawText(source.id, text)
    if bad := NOT_XML.search(text):
        raise Problem(finding("SRC-010", Place(place.path, *raw.place(bad.start())), character=f"U+{ord(bad[0]):04X}"))
    return raw
