"""Small invented texts for the tests of ``rift verify``: a raw text and the body of its TEI, written by hand."""

from __future__ import annotations

from hashlib import sha256

from rift.model.raw import RawText
from rift.model.tables import read_exclusions
from rift.verify import Ledger, verify_text

FRAME = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="invented">
<teiHeader><fileDesc><sourceDesc>
<msDesc><msIdentifier><settlement>Tirana</settlement>, <repository>State Archive</repository></msIdentifier></msDesc>
<bibl type="raw"><idno type="sha256">{digest}</idno></bibl>
</sourceDesc></fileDesc></teiHeader>
<text><body>
{body}
</body></text>
<standOff><listEvent><event><label>ours</label></event></listEvent></standOff>
</TEI>
"""

# The line of the file on which ``body`` begins.
FIRST_LINE = 8


def verify(raw: str, body: str, *excluded: str, tei: str = "") -> Ledger:
    """Compare a raw text with a body; ``excluded`` are rows of the table with spaces for tabs up to the reason."""
    text = RawText("invented", raw)
    rows = ["\t".join(row.split("|")) for row in ("from|to|kind|where|reason", *excluded)]
    exclusions = read_exclusions("sources/invented/excluded.tsv", "\n".join(rows) + "\n", text)
    whole = tei or FRAME.format(digest=sha256(raw.encode()).hexdigest(), body=body)
    return verify_text(text, exclusions, whole.encode(), "tei/invented.xml")


def codes(ledger: Ledger) -> list[str]:
    return [found.code for found in ledger.findings]


def places(ledger: Ledger) -> list[tuple[str, int, int, int, int]]:
    """Code, line and column in the TEI body (from 1), line and column in the raw text."""
    return [(f.code, f.place.line - FIRST_LINE + 1, f.place.column, f.raw.line, f.raw.column) for f in ledger.findings]


def balanced(ledger: Ledger) -> bool:
    return sum(ledger.counts.values()) + sum(ledger.excluded.values()) + ledger.unaccounted == ledger.characters
