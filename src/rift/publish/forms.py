"""The forms in which a text can be had, besides its pages."""

from __future__ import annotations

from dataclasses import dataclass

from rift.publish.files import TeiFile
from rift.publish.metadata.cited import key_of
from rift.publish.metadata.head import cite_path
from rift.publish.metadata.styles import STYLES
from rift.publish.site import Site
from rift.publish.text.editions import EDITIONS, editions_of, text_path

PLAIN, ENCODED, LINKED = "text/plain", "application/tei+xml", "application/ld+json"  # media types


@dataclass(frozen=True)
class Form:
    """A file: its path from the site's root, what it is called, what it is, and its media type."""

    path: str
    label: str
    note: str
    media_type: str


def forms(site: Site, file: TeiFile) -> list[Form]:
    """Every file that is made of a text, as far as its format is asked for."""
    found = []
    if "text" in site.formats:
        found += [Form(text_path(file, name), EDITIONS[name].label, EDITIONS[name].note, PLAIN) for name in editions_of(file)]
    if "tei" in site.formats:
        found.append(Form(file.path, "TEI", "the encoded text, with everything that this edition knows about it", ENCODED))
    if "dts" in site.formats:
        note = "for programs: the text by page, turn and paragraph"
        found.append(Form(f"dts/collection/{file.id}.json", "DTS", note, LINKED))
    for style in (style for style in STYLES if style.suffix and "html" in site.formats):
        note = "how this text is cited, for a bibliography"
        found.append(Form(cite_path(file, key_of(file), style.suffix), style.label, note, style.media_type))
    return found
