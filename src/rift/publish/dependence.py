"""What each page and file of the site depends on, as digests by which a build knows what it need not make again.

Much of what is shown on one page stands on another: the mentions of a person, the tellings of an event. What each reading
page gives to others (its ``share``) is found out once for its words, and remembered for the next build; so after a change
only the reading pages that changed are read. A digest may stand for more than is shown (then something is made that was
the same), never for less.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial

from lxml import etree

from rift.publish.corrections import signature
from rift.publish.files import TeiFile
from rift.publish.labels import page_label
from rift.publish.metadata.cited import kind_of
from rift.publish.pages import Page, named
from rift.publish.product import digest
from rift.publish.register import glossary
from rift.publish.register.entries import Register
from rift.publish.register.mentions import Mention
from rift.publish.register.speech import SAID, pieces
from rift.publish.register.utterances import Utterance
from rift.publish.synopsis.chains import SPOKEN, statement
from rift.publish.synopsis.events import Event, Target
from rift.publish.synopsis.flow import adjoining
from rift.publish.synopsis.passages import Passage
from rift.publish.synopsis.retold import quotations
from rift.publish.synopsis.shared import targets_of
from rift.publish.text.editions import editions_of
from rift.publish.words import TEI, XML_ID, words

OUTLINE = tuple(f"{TEI}{name}" for name in ("div", "head", "argument", "pb", "sp"))


class Dependence:
    """Digests for the products of a site. ``made_from``: digest of stylesheets and program, part of every one."""

    def __init__(self, register: Register, made_from: str):
        self.register = register
        self.passages = register.passages
        self.site = register.site
        self.made_from = made_from
        self._events: dict[Event, str] = {}

    # ---- of products

    def all_but_words(self, *parts: str | bytes) -> str:
        """Of what shows nothing of the texts but their headers, headings and addresses; ``parts``: what else it shows."""
        return digest(self._frame, *parts)

    def reading(self, page: Page) -> str:
        """Of a reading page."""
        return self.all_but_words(page.digest, *self._shared("quotations"), self.terms)

    def corrections(self, file: TeiFile) -> str:
        """Of the list of corrections of a text."""
        return self.all_but_words(*(self.shares[page]["corrections"] for page in self.site.pages[file.id]))

    def entry(self, target: Target) -> str:
        """Of what the texts say of and with a register entry."""
        return self.all_but_words(*target, *self._of_entries.get("#".join(target), ()))

    @cached_property
    def entries(self) -> str:
        """Of every mention and utterance."""
        return self.all_but_words(*(made for named in self._of_entries.values() for made in named))

    @cached_property
    def counted(self) -> str:
        """Of printed forms and numbers: what indexes and lists of entries show of the texts."""
        return self.all_but_words(*self._shared("counted"))

    @cached_property
    def terms(self) -> str:
        """Of the foreign words; empty if there are none."""
        found = list(filter(None, self._shared("terms")))
        return self.all_but_words(*found) if found else ""

    @cached_property
    def voices(self) -> str:
        """Of who speaks, everywhere."""
        return self.all_but_words(*self._shared("voices"))

    def event(self, event: Event) -> str:
        """Of the passages that an event names, as they are shown, and of the hands they came through."""
        if event not in self._events:
            found = (self._of_passages.get("#".join(target)) for target in targets_of(event))
            self._events[event] = digest(self._hands, *filter(None, found))
        return self._events[event]

    @cached_property
    def every_event(self) -> str:
        """Of the passages that any event names."""
        return digest(*map(self.event, self.site.events.all))

    # ---- of the edition

    @cached_property
    def _frame(self) -> str:
        """Of everything but the words of the texts."""
        texts = self.site.edition.texts
        files = [(file.withheld, kind_of(file), editions_of(file), self.site.chains.reporters(file), list(file.elements)) for file in texts]
        labels = [(page.href, page.opening, page_label(page)) for pages in self.site.pages.values() for page in pages]
        stated = repr((self.site.menu, self.register.sigla, files, labels))
        return digest(self.made_from, self._editors, stated, *map(_header, texts), *self._shared("places"), *self._shared("outline"))

    @cached_property
    def _editors(self) -> str:
        """Of the files that speak about the texts."""
        edition = self.site.edition
        files = [edition.about, edition.events, *(edition.registers[path] for path in sorted(edition.registers))]
        return digest(*(f"{file.path} {file.digest}" for file in files if file is not None))

    @cached_property
    def _hands(self) -> str:
        """Of who speaks, and who quotes what."""
        return digest(self.voices, *self._shared("quotations"))

    @cached_property
    def _of_entries(self) -> dict[str, list[str]]:
        """For each register entry, the digests of what the reading pages say of and with it."""
        found: dict[str, list[str]] = {}
        for share in self.shares.values():
            for target, made in share["entries"].items():
                found.setdefault(target, []).append(made)
        return found

    @cached_property
    def _of_passages(self) -> dict[str, str]:
        """Digests of the passages that events name."""
        return {target: made for share in self.shares.values() for target, made in share["passages"].items()}

    def _shared(self, name: str) -> list[str]:
        return [share[name] for share in self.shares.values()]

    # ---- of reading pages

    @cached_property
    def shares(self) -> dict[Page, dict]:
        """What each reading page gives to others, as digests."""
        shares = {}
        for file in self.site.edition.texts:
            translated = glossary.glosses(file)
            around = digest(self.made_from, self._editors, file.path, repr(file.withheld), _header(file), repr(translated))
            for page in self.site.pages[file.id]:
                key = digest(around, page.href, page.opening, page.digest, *_elsewhere(page))
                shares[page] = self.site.memory.of(key, partial(self._share, page, translated))
        return shares

    def _share(self, page: Page, translated: dict[str, str]) -> dict:
        passages = self.passages.on(page)
        mentioned, said = self.register.mentioned(page), self.register.said(page)
        terms = [term.signature for term in glossary.on_page(page, translated, self.passages)]
        return {
            "places": digest(*(f"{p.id} {p.address} {p.where}" for p in passages.values())),
            "outline": digest(*_outline(page)),
            "entries": _by_entry(mentioned, said),
            "counted": digest(repr([(m.target, m.words, m.printed, m.is_name) for m in mentioned]), repr([s.who for s in said])),
            "terms": digest(*terms) if terms else "",
            "quotations": digest(repr(list(quotations(page)))),
            "voices": digest(repr(list(_voices(page)))),
            "corrections": signature(page),
            "passages": {"#".join(target): _shown(passages[target]) for target in self._in_events if target in passages},
        }

    @cached_property
    def _in_events(self) -> list[Target]:
        """Passages that events name."""
        return list(dict.fromkeys(target for event in self.site.events.all for target in targets_of(event)))


def _header(file: TeiFile) -> bytes:
    return b"" if file.header is None else etree.tostring(file.header, encoding="utf-8")


def _elsewhere(page: Page) -> Iterator[str]:
    """Words of speech that begins on the page, as it goes on there or on the next."""
    for element in named(page.content, SAID):
        if element.get("next"):
            yield from map(words, pieces(element, page.file))


def _outline(page: Page) -> Iterator[str | bytes]:
    """Divisions, headings, abstracts, printed pages, and whether there are turns."""
    for element in named(page.content, *OUTLINE):
        yield f"{element.tag} {sorted(element.items())} {element.getprevious() is None} {element.getparent().get(XML_ID)}"
        if element.tag in (f"{TEI}head", f"{TEI}argument"):
            yield etree.tostring(element, encoding="utf-8", with_tail=False)


def _by_entry(mentioned: list[Mention], said: list[Utterance]) -> dict[str, str]:
    """Digest of what is said of and with each entry."""
    found: dict[str, list[str]] = {}
    for target, one in (*((m.target, m) for m in mentioned), *((s.who, s) for s in said)):
        found.setdefault("#".join(target), []).append(repr(one))
    return {target: digest(*parts) for target, parts in found.items()}


def _voices(page: Page) -> Iterator[tuple]:
    """Each statement and division, with all who speak around it and the addresses in it."""
    for element in named(page.content, *SPOKEN, f"{TEI}div"):
        around = [e.get("who") for e in (element, *element.iterancestors(*SPOKEN))]
        held = [e.get(XML_ID) for e in element.iter() if e.get(XML_ID)]
        yield element.tag, element.get("type"), around, held


def _shown(passage: Passage) -> str:
    """Of a passage as the page of an event shows it: its words, whose they are, and what goes on from it."""
    behind = [e.get(XML_ID) for e in adjoining(passage.element)]
    spoken = statement(passage.element)
    said = "" if spoken is None else repr((sorted(spoken.items()), [e.tag for e in spoken]))
    return digest(passage.address, passage.where, repr(behind), said, etree.tostring(passage.element, encoding="utf-8", with_tail=False))
