"""``source.toml``: where a raw text comes from, what it is, and under what rights."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from rift.diagnostics import Place, Problem, finding
from rift.model.raw import RawText
from rift.model.tables import Exclusion

SETTINGS = ("title", "siglum", "format", "language", "date", "origin", "url", "sha256", "narrator", "rights")
RIGHTS = ("status", "statement", "public", "reason")
# Characters that XML 1.0 cannot hold.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
REQUIRED = ("title", "siglum", "format", "sha256")
# Settings whose values have a form, and that form in words; the others may be any words.
FORMS = {
    "siglum": (re.compile("[a-z]"), "one small letter"),
    "sha256": (re.compile("[0-9a-f]{64}"), "the SHA-256 of text.txt, 64 hexadecimal digits"),
    "language": (re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"), "the code of a language, as en"),
    "status": (re.compile("free|restricted|unknown"), "free, restricted or unknown"),
    "public": (re.compile("full|withheld"), "full or withheld"),
}
NAME = re.compile("[a-z0-9][a-z0-9-]*")
# Names of other files of tei/, and of folders of the site.
RESERVED = {"edition", "events", "register", "people", "places", "organizations", "works", "assets", "data", "dts", "search", "text", "tei", "epub", "pdf"}


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
    """Settings of the text in ``folder``. Raises ``Problem`` SRC-006, -007, -011, -018 or -020."""
    path = folder / "source.toml"
    place = Place(path.relative_to(root).as_posix())
    if folder.name in RESERVED or not NAME.fullmatch(folder.name):
        reason = "it is taken" if folder.name in RESERVED else "other characters stand in it"
        raise Problem(finding("SRC-020", Place(place.path.removesuffix("/source.toml")), text=folder.name, reason=reason))
    try:
        settings = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        reason, _, at = str(error).partition(" (at line ")
        numbers = [int(n) for n in re.findall(r"\d+", at)]
        raise Problem(finding("SRC-011", Place(place.path, *numbers), reason=reason)) from None
    except OSError as error:
        raise Problem(finding("SRC-011", place, reason=error.strerror)) from None
    except UnicodeDecodeError as error:
        raise Problem(finding("SRC-011", place, reason=f"not UTF-8, {error.reason}")) from None
    rights = settings.pop("rights", {})
    if not isinstance(rights, dict):
        raise Problem(finding("SRC-018", place, setting="rights", value=rights, form=f"a table with {', '.join(RIGHTS)}"))
    _known(settings, SETTINGS, place)
    _known(rights, RIGHTS, place)
    if isinstance(settings.get("date"), date):
        settings["date"] = str(settings["date"])
    for name, value in (settings | rights).items():
        _formed(name, value, place)
    for name in REQUIRED:
        if not settings.get(name):
            raise Problem(finding("SRC-007", place, setting=name))
    return Source(id=folder.name, rights=Rights(**rights), **settings)


def _formed(name: str, value: object, place: Place) -> None:
    pattern, form = FORMS.get(name, (None, "words in quotation marks"))
    if not isinstance(value, str) or pattern and value and not pattern.fullmatch(value):
        raise Problem(finding("SRC-018", place, setting=name, value=value, form=form))


def _known(settings: dict, names: tuple[str, ...], place: Place) -> None:
    for name in settings:
        if name not in names:
            raise Problem(finding("SRC-006", place, setting=name, nearest=nearest(name, names), known=", ".join(names)))


def nearest(name: str, names: tuple[str, ...]) -> str:
    """The known name most like ``name``; upper and lower case are alike."""
    from difflib import get_close_matches  # only a mistake needs it

    folded = {known.casefold(): known for known in names}
    return folded[get_close_matches(name.casefold(), folded, 1, 0)[0]]


def read_raw(folder: Path, root: Path, source: Source) -> RawText:
    """The raw text of a source, checked against its digest. Raises ``Problem`` SRC-001 to -004."""
    path = folder / "text.txt"
    place = Place(path.relative_to(root).as_posix())
    try:
        data = path.read_bytes()
    except OSError:
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
    return RawText(source.id, text)


def refuse_unwritable(raw: RawText, exclusions: Sequence[Exclusion]) -> None:
    """Raises ``Problem`` SRC-010 for a character that XML cannot hold, unless it is excluded."""
    for bad in NOT_XML.finditer(raw.text):
        if not any(cut.start <= bad.start() < cut.end for cut in exclusions):
            place = Place(f"sources/{raw.id}/text.txt", *raw.place(bad.start()))
            raise Problem(finding("SRC-010", place, character=f"U+{ord(bad[0]):04X}"))
