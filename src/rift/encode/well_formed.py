"""A last look at what was written: a conversion never puts what is no XML in the place of what was."""

from __future__ import annotations

from lxml import etree

from rift.diagnostics import Place, Problem, finding


def refuse_malformed(tei: bytes, text: str) -> None:
    """Raises ``Problem`` ENC-003 if ``tei``, made from the source of ``text``, is not well-formed."""
    try:
        etree.fromstring(tei, etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False))
    except etree.XMLSyntaxError as error:
        line = tei.split(b"\n")[(error.lineno or 1) - 1].decode()
        excerpt = line[max((error.position[1] or 0) - 60, 0):][:120]
        raise Problem(finding("ENC-003", Place(f"sources/{text}"), excerpt=excerpt, reason=error.msg.partition(", line")[0])) from None
