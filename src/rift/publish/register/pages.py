"""One page for each entry of the registers: what it states, and everything that the texts say with it.

``transforms/html/entity.xsl`` says what it reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from lxml import etree

from rift.publish.dependence import Dependence
from rift.publish.envelope import PAGE, Envelope, contents_href
from rift.publish.labels import page_label
from rift.publish.metadata.things import describe_entity
from rift.publish.product import Product, digest
from rift.publish.register.entities import Entity
from rift.publish.register.entries import Register
from rift.publish.register.facts import Fact, dated, designations, editions, facts, identifiers, notes
from rift.publish.register.mentions import HEADER, Mention
from rift.publish.register.speech import MODES
from rift.publish.register.utterances import Utterance
from rift.publish.site import event_href
from rift.publish.stylesheets import Stylesheets
from rift.publish.synopsis.events import Event, Target
from rift.publish.synopsis.shared import add_chain, when

SHEET = "html/entity.xsl"


def entity_products(register: Register, sheets: Stylesheets, depends: Dependence) -> Iterator[Product]:
    """The page of every entry, built only if something that it depends on has changed."""
    labels = {page.href: page_label(page) for pages in register.site.pages.values() if len(pages) > 1 for page in pages}
    for entity in register.entities:
        made = digest(SHEET, depends.entry(entity.target))
        yield Product((entity.href,), made, lambda entity=entity: (_page(EntityPage(register, entity, labels), sheets),))


def _page(page: EntityPage, sheets: Stylesheets) -> bytes:
    return sheets.apply(SHEET, page.envelope().root, page.entity.file)


class EntityPage:
    """The page of one entry. ``labels``: those of the reading pages of texts that have several, by address."""

    def __init__(self, register: Register, entity: Entity, labels: dict[str, str]):
        self.register = register
        self.site = register.site
        self.entity = entity
        self.labels = labels
        self.page = Envelope(register.site, entity.href, "entity")

    def envelope(self) -> Envelope:
        """The filled envelope."""
        entity = self.entity
        for name, value in (("title", entity.name), ("type", entity.type), ("side", entity.side)):
            if value:
                self.page.root.set(name, value)
        describe_entity(self.page, self.site, entity)
        self.page.link("index", entity.kind.href, label=entity.kind.label)
        self._entry()
        self._forms()
        self._events()
        self._utterances()
        self._mentions()
        self._sigla()
        return self.page

    def _entry(self) -> None:
        """What the register states."""
        for fact in (*facts(self.entity), *designations(self.entity)):
            self._fact("fact", fact)
        for fact in self.register.relations(self.entity):
            self._fact("relation", fact)
        for work in self.register.works(self.entity):
            self.page.link("work", work.href, label=work.name, date=dated(work))
        for found in identifiers(self.entity):
            self.page.add("identifier", scheme=found.scheme, value=found.value, href=found.href, cert=found.cert)
        for target in editions(self.entity):
            held = self.register.passage(target)
            if held is not None:
                self.page.link("edition", held.address, text=held.text)
        for fact in notes(self.entity):
            self._fact("note", fact)

    def _fact(self, name: str, fact: Fact) -> None:
        element = self.page.add(name, label=fact.label, words=fact.words, dates=fact.dates, cert=fact.cert)
        link_entities(self.page, self.register, ("entity", element), fact.entities)
        for evidence in fact.evidence:
            if isinstance(evidence, str):
                self.page.add("identified", element, by=evidence)
            elif (found := self.register.passage(evidence)) is not None:
                self.page.link("evidence", found.address, element, siglum=found.siglum, where=found.where, text=found.text)

    def _forms(self) -> None:
        for form in self.register.forms(self.entity):
            element = self.page.add("form", printed=form.printed, read=form.read, count=str(form.count))
            for siglum, count in form.texts:
                self.page.add("in", element, siglum=siglum, count=str(count))

    def _sigla(self) -> None:
        """The texts whose sigla stand on the page."""
        shown = {element.get("siglum") for element in self.page.root.iter(f"{PAGE}in", f"{PAGE}evidence")}
        for file in self.site.edition.texts:
            siglum = self.register.sigla[file.id]
            if siglum in shown:
                self.page.link("witness", contents_href(file), siglum=siglum, label=file.short_title)

    def _events(self) -> None:
        """By date; exchanges under the event that they are part of, which is shown also if the entry has no other part in it."""
        for whole, entries in groupby(self.register.events(self.entity), lambda event: event.whole):
            events = list(entries)
            element = self._event(whole)
            if whole not in events:
                element.set("around", "yes")
            for event in events:
                if event is not whole:
                    self._event(event, element)

    def _event(self, event: Event, parent: etree._Element | None = None) -> etree._Element:
        return self.page.link("event", event_href(event.id), parent, label=event.label, date=when(event))

    def _mentions(self) -> None:
        """By text, and in a text of several pages by page."""
        for file_id, of_text in groupby(self.register.mentions(self.entity), lambda mention: mention.file):
            file, found = self.register.files[file_id], list(of_text)
            text = self.page.link("text", contents_href(file), label=file.short_title, count=str(len(found)), id=f"in-{file_id}")
            for href, of_page in groupby(found, lambda mention: mention.address.partition("#")[0]):
                group = self.page.add("group", text, label=self.labels.get(href))
                for mention in of_page:
                    self._mention(group, mention)

    def _mention(self, group: etree._Element, mention: Mention) -> None:
        values = {"where": mention.where, "before": mention.before, "words": mention.words, "after": mention.after}
        self.page.link("mention", mention.address, group, header="yes" if mention.where == HEADER else None, **values)

    def _utterances(self) -> None:
        """By mode, then by text."""
        found = self.register.utterances(self.entity)
        for name, label in MODES.items():
            spoken = [utterance for utterance in found if utterance.mode == name]
            if spoken:
                mode = self.page.add("mode", kind=name, label=label, count=str(len(spoken)))
                for file_id, of_text in groupby(spoken, lambda utterance: utterance.file):
                    file = self.register.files[file_id]
                    text = self.page.add("text", mode, label=file.short_title)
                    add_chain(self.page, self.register.site.chains.reporters(file), text)
                    for utterance in of_text:
                        self._utterance(text, utterance)

    def _utterance(self, text: etree._Element, said: Utterance) -> None:
        kinds = {"own": "yes" if said.is_own else None, "thought": "yes" if said.is_thought else None}
        element = self.page.link("utterance", said.address, text, where=said.where, words=said.excerpt, **kinds)
        link_entities(self.page, self.register, ("to", element), said.to)
        link_entities(self.page, self.register, ("by", element), () if said.is_own else said.by)
        link_entities(self.page, self.register, ("of", element), (said.work,) if said.work else ())


def link_entities(page: Envelope, register: Register, where: tuple[str, etree._Element], targets: Iterable[Target]) -> None:
    """Links to the pages of entries, as elements of a name under a parent (``where``)."""
    name, parent = where
    for entity in filter(None, map(register.entities.of, targets)):
        page.link(name, entity.href, parent, label=entity.name)
