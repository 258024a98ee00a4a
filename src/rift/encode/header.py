"""The TEI header: ``header.xml`` beside the raw text, or one made from ``source.toml``; counted facts are filled in."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from rift.diagnostics import Place, Problem, finding
from rift.encode.escaping import escape, quoted
from rift.model.source import Source

TEI = "http://www.tei-c.org/ns/1.0"
NS = {"t": TEI}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def header(source: Source, written: bytes | None, counts: dict[str, int], languages: Sequence[str] = ()) -> str:
    """The ``teiHeader`` as XML text. ``counts`` are measures of the text (``pages``, ``speeches`` …) by unit;
    ``languages`` those of its foreign words.

    Raises ``Problem`` ENC-001 if ``header.xml`` is not well-formed, ENC-004 if it is something else.
    """
    if written is None:
        return _default(source, counts, languages)
    try:
        root = etree.fromstring(written, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        place = Place(f"sources/{source.id}/header.xml", error.lineno or 1)
        raise Problem(finding("ENC-001", place, reason=error.msg)) from None
    if root.getroottree().docinfo.doctype or root.tag != f"{{{TEI}}}teiHeader":
        reason = "has a DOCTYPE" if root.getroottree().docinfo.doctype else f"begins with {root.tag}"
        raise Problem(finding("ENC-004", Place(f"sources/{source.id}/header.xml", 1), reason=reason))
    statement = root.find("t:fileDesc/t:titleStmt", NS)
    if statement is not None and any(counts.values()) and root.find("t:fileDesc/t:extent", NS) is None:
        statement.addnext(etree.fromstring(f'<extent xmlns="{TEI}">{_measures(counts)}</extent>'))
    for digest in root.iterfind(".//t:bibl[@type='raw']/t:idno[@type='sha256']", NS):
        digest.text = source.sha256
    root.set(XML_ID, f"{source.siglum}.header")
    return etree.tostring(root, encoding="unicode").replace(f' xmlns="{TEI}"', "").strip()


def _measures(counts: dict[str, int]) -> str:
    return "".join(f'<measure unit="{unit}" quantity="{n}">{n} {unit}</measure>' for unit, n in counts.items() if n)


def _default(source: Source, counts: dict[str, int], languages: Sequence[str]) -> str:
    rights = source.rights
    url = f"<idno type=\"URL\">{escape(source.url)}</idno>" if source.url else ""
    date = f"<date when={quoted(source.date)}>{escape(source.date)}</date>" if source.date else "<date>not stated</date>"
    tongues = "".join(f"<language ident={quoted(code)}>{escape(code)}</language>" for code in dict.fromkeys((source.language, *languages)))
    return f"""<teiHeader xml:id="{source.siglum}.header">
<fileDesc>
<titleStmt>
<title>{escape(source.title)}</title>
<respStmt xml:id="{source.siglum}.editor"><resp>notes and bracketed insertions of the source</resp><name>editor of the source</name></respStmt>
<respStmt xml:id="{source.siglum}.author"><resp>notes signed as the author’s</resp><name>author of the source</name></respStmt>
<respStmt xml:id="rift"><resp>encoding, corrections and annotation of this edition</resp><orgName>The Rift edition</orgName></respStmt>
</titleStmt>
{f"<extent>{_measures(counts)}</extent>" if any(counts.values()) else ""}
<publicationStmt>
<publisher>The Rift edition</publisher>
<availability status="free"><licence target="https://creativecommons.org/licenses/by/4.0/">Markup and annotation only; for the text see the source.</licence></availability>
<idno type="file">{source.id}</idno>
</publicationStmt>
<sourceDesc>
<bibl type="published"><title>{escape(source.title)}</title>, <note>{escape(source.origin or "origin not stated")}</note>{url}<availability status={quoted(rights.status)}><p>{escape(rights.statement or "The source says nothing about reuse.")}</p></availability></bibl>
<bibl type="raw" n={quoted(source.id)}><idno type="sha256">{source.sha256}</idno></bibl>
</sourceDesc>
</fileDesc>
<profileDesc>
<creation>{date}</creation>
<langUsage>{tongues}</langUsage>
</profileDesc>
<revisionDesc status="draft"><change>converted</change></revisionDesc>
</teiHeader>"""
