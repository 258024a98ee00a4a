"""Read the registers of an edition into a lexicon."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from rift.diagnostics import Place, Problem, finding
from rift.model.lexicon import Entity, Lexicon

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
# Register file, element of an entry, element of its names.
REGISTERS = (
    ("persons", ("person", "personGrp"), "persName"),
    ("organizations", ("org",), "orgName"),
    ("places", ("place",), "placeName"),
    ("works", ("bibl",), "title"),
)
SURE = ("standard", "variant")


def read_lexicon(root: Path) -> Lexicon:
    """Names of all registers of the edition at ``root``; those that are missing are left out.

    Raises ``Problem`` REG-001 for a register that is not well-formed.
    """
    lexicon = Lexicon()
    for name, entries, element in REGISTERS:
        path = root / "tei" / "register" / f"{name}.xml"
        if path.exists():
            _read(path, f"register/{name}.xml", entries, element, lexicon)
    return lexicon


def _read(path: Path, file: str, entries: tuple[str, ...], element: str, lexicon: Lexicon) -> None:
    try:
        root = etree.parse(str(path), etree.XMLParser(resolve_entities="internal", no_network=True)).getroot()
    except etree.XMLSyntaxError as error:
        raise Problem(finding("REG-001", Place(f"tei/{file}", error.lineno or 1), reason=error.msg)) from None
    for entry in root.iter(*(TEI + e for e in entries)):
        if XML_ID not in entry.attrib:
            continue
        entity = Entity(entry.get(XML_ID), file, element, _side(entry))
        lexicon.entities[entity.id] = entity
        for name in entry.iterfind(TEI + element):
            form = " ".join("".join(name.itertext()).split())
            forms = lexicon.sure if name.get("type") in SURE else lexicon.context if name.get("type") == "context" else None
            if forms is not None and form and not form.startswith("(") and entity not in forms[form]:
                forms[form].append(entity)


def _side(entry: etree._Element) -> str:
    """The side that ``@ana`` states among other things (``persons.xml#side-soviet``); empty if none."""
    stated = (pointer.rpartition("#side-") for pointer in entry.get("ana", "").split())
    return next((side for _, mark, side in stated if mark), "")
