"""What the header of a text says of itself where its words are withheld."""

from __future__ import annotations

from lxml import etree

from rift.publish.audience.rights import Withheld
from rift.publish.words import TEI, XML_LANG, words

ABRIDGED = "The words of this text are withheld here: a gap stands where they go. "
PUBLICATION = f"{TEI}fileDesc/{TEI}publicationStmt"
NOTES = f"{TEI}fileDesc/{TEI}extent/{TEI}measure[@unit='notes']"


def say_withheld(header: etree._Element | None, why: Withheld) -> None:
    """Say in a TEI header that the words are withheld, and why. A count of notes goes: they are not all there."""
    publication = None if header is None else header.find(PUBLICATION)
    if publication is None:
        return
    availability = publication.find(f"{TEI}availability")
    if availability is None:
        availability = etree.SubElement(publication, f"{TEI}availability")
    availability.set("status", "restricted")
    availability.append(_statement(why, _language(header, why)))
    for notes in header.findall(NOTES):
        extent = notes.getparent()
        extent.remove(notes)
        if not len(extent):
            extent.getparent().remove(extent)


def _statement(why: Withheld, language: str | None) -> etree._Element:
    """The paragraph that says it. A reason in the words of the source is marked with their language, if it is another."""
    paragraph = etree.Element(f"{TEI}p")
    paragraph.text = ABRIDGED + ("The source says: “" if why.quoted else f"{why.reason[:1].upper()}{why.reason[1:]}.")
    if not why.quoted:
        return paragraph
    if language is None:
        paragraph.text += f"{why.reason}”"
        return paragraph
    reason = etree.SubElement(paragraph, f"{TEI}foreign", {XML_LANG: language})
    reason.text, reason.tail = why.reason, "”"
    return paragraph


def _language(header: etree._Element, why: Withheld) -> str | None:
    """Language in which the header gives the words of the source, if it is said there."""
    stated = header.iterfind(f".//{TEI}availability//*[@{XML_LANG}]")
    return next((element.get(XML_LANG) for element in stated if why.reason in words(element)), None)
