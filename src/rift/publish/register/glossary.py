"""Foreign words of the texts, with the translations that notes beside them give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from rift.publish.envelope import Envelope
from rift.publish.files import TeiFile
from rift.publish.pages import Page, named
from rift.publish.site import GLOSSARY_HREF
from rift.publish.synopsis.passages import Passage, Passages
from rift.publish.words import TEI, XML_ID, XML_LANG, words

LANGUAGES = {
    "ru": "Russian", "sq": "Albanian", "sr": "Serbian", "fr": "French", "it": "Italian", "de": "German", "la": "Latin",
    "en": "English", "pl": "Polish", "zh": "Chinese", "hu": "Hungarian", "ro": "Romanian", "bg": "Bulgarian",
}
STOPS = " \n.,;:!?”’)*"  # may stand between a word and the mark of its note
INSERTED = re.compile(r"^\[(.*)\]$")
ORIGINAL = re.compile(r"\w+ in the original\.?")  # says the language, and no translation
NAMED = {f"{TEI}title": "title of a work", f"{TEI}placeName": "name of a place", f"{TEI}orgName": "name of a body"}


@dataclass
class Term:
    """A word or phrase. ``kind``: what it names (``title``, ``place`` …), if it is part of a name; ``shown``: where it
    stands, as file and element."""

    words: str
    language: str
    code: str
    kind: str
    passages: Passages
    translations: list[str] = field(default_factory=list)
    shown: list[tuple[str, etree._Element]] = field(default_factory=list)

    @cached_property
    def places(self) -> list[Passage]:
        """The passages in which it stands, read when they are asked for."""
        around = ((self.passages.of((path, xml_id)) for xml_id in _addresses(element)) for path, element in self.shown)
        found = (next((passage for passage in passages if passage is not None), None) for passages in around)
        return [passage for passage in found if passage is not None]

    @property
    def id(self) -> str:
        """Address on the page of the glossary: the language and the words, in letters that an address may have."""
        found = re.findall(r"\w+", self.words.casefold())
        return "-".join([self.code or "word", *(word if word.isascii() else word.encode("punycode").decode() for word in found)])

    @property
    def means(self) -> str:
        return "; ".join(self.translations)

    @property
    def signature(self) -> str:
        """All that is said of the word, in one string."""
        return repr((self.words, self.code, self.kind, self.translations, [place.address for place in self.places]))


def glossary(passages: Passages) -> list[Term]:
    """Every foreign word, by language and alphabet."""
    terms: dict[tuple[str, str], Term] = {}
    for file in passages.site.edition.texts:
        of_file = glosses(file)
        for page in passages.site.pages[file.id]:
            for found in on_page(page, of_file, passages):
                term = terms.setdefault((found.code, found.words.casefold()), found)
                if term is not found:
                    term.shown += found.shown
                    term.translations += [t for t in found.translations if t not in term.translations]
    return sorted(terms.values(), key=lambda term: (term.language, term.words.casefold()))


def glosses(file: TeiFile) -> dict[str, str]:
    """Translations in a text that say of which word they are, by its ``xml:id``."""
    return {g.get("target").removeprefix("#"): words(g) for g in file.root.iter(f"{TEI}gloss") if g.get("target")}


def on_page(page: Page, translated: dict[str, str], passages: Passages) -> Iterator[Term]:
    """Each foreign word of one reading page, as a term with one place. ``translated``: the ``glosses`` of its text."""
    path = page.file.path
    for element in named(page.content, f"{TEI}foreign"):
        said = words(element)
        if said and any(passages.site.page_with((path, xml_id)) for xml_id in _addresses(element)):
            code, translation = element.get(XML_LANG, ""), translated.get(element.get(XML_ID, "")) or _beside(element)
            yield Term(said, language(code), code, _kind(element), passages, [translation] if translation else [], [(path, element)])


def link_terms(envelope: Envelope, page: Page, terms: list[Term]) -> None:
    """Add ``page:term`` for every foreign word of a reading page: what it means, and where the glossary has it."""
    known = {(term.code, term.words.casefold()): term for term in terms}
    for code, shown in sorted({(e.get(XML_LANG, ""), words(e)) for e in named(page.content, f"{TEI}foreign")}):
        term = known.get((code, shown.casefold()))
        if term is not None:
            means = ": ".join(filter(None, [term.language, term.means]))
            envelope.link("term", f"{GLOSSARY_HREF}#{term.id}", words=shown, lang=code, means=means)


def language(code: str) -> str:
    """Name of a language: that of ``ru-Latn`` is Russian."""
    return LANGUAGES.get(code.partition("-")[0], code or "not stated")


def _addresses(element: etree._Element) -> Iterator[str]:
    """Its ``xml:id`` and those of the elements around it, from the inside."""
    return (e.get(XML_ID) for e in (element, *element.iterancestors()) if e.get(XML_ID))


def _kind(element: etree._Element) -> str:
    """What the name is a name of, of which the word is part."""
    name = next(element.iterancestors(*NAMED), None)
    return "" if name is None else NAMED[name.tag]


def _beside(element: etree._Element) -> str:
    """What the note right after a word says: its gloss, or all of it."""
    note = next(_following(element), None)
    if note is None or note.find(f".//{TEI}gap") is not None:
        return ""
    gloss = note.find(f".//{TEI}gloss")
    said = INSERTED.sub(r"\1", words(note if gloss is None else gloss))
    return "" if ORIGINAL.fullmatch(said) else said


def _following(element: etree._Element) -> Iterator[etree._Element]:
    """The note that stands right after an element, behind closing marks only."""
    while element is not None and not (element.tail or "").strip(STOPS):
        after = element.getnext()
        if after is not None and after.tag == f"{TEI}note":
            yield after
            return
        element = after if after is not None and not words(after).strip(STOPS) else element.getparent() if after is None else None
