"""The registers with all that the texts say about their entries: what the pages and downloads of the registers show."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from rift.publish.envelope import contents_href
from rift.publish.files import ADDRESS, TeiFile
from rift.publish.pages import Page
from rift.publish.register import mentions, utterances
from rift.publish.register.entities import Entities, Entity
from rift.publish.register.facts import Fact, authors, relations
from rift.publish.register.glossary import Term, glossary
from rift.publish.register.mentions import HEADER, Mention
from rift.publish.register.utterances import Utterance
from rift.publish.site import Site
from rift.publish.synopsis.events import Event, Target
from rift.publish.synopsis.passages import Passages


@dataclass(frozen=True)
class Evidence:
    """A passage on which a statement rests, as a link: address, siglum of the text, place, title of the text."""

    address: str
    siglum: str
    where: str
    text: str


@dataclass(frozen=True)
class Form:
    """A name as the source prints it: how this edition reads it, and how often it stands in each text (siglum, count)."""

    printed: str
    read: str
    texts: tuple[tuple[str, int], ...]

    @property
    def count(self) -> int:
        return sum(count for _, count in self.texts)


class Register:
    """Entries, mentions, speech and glossary of a site; each is gathered once, when it is first asked for."""

    def __init__(self, passages: Passages):
        self.passages = passages
        self.site: Site = passages.site
        self.entities: Entities = self.site.entities
        self.files = {file.id: file for file in self.site.edition.texts}
        self._by_path = {file.path: file for file in self.site.edition.texts}
        self.sigla = {file.id: siglum(file) for file in self.site.edition.texts}
        self._targets = mentions.Targets(self.entities)
        self._mentioned: dict[Page, list[Mention]] = {}
        self._said: dict[Page, list[Utterance]] = {}

    def mentioned(self, page: Page) -> list[Mention]:
        """The mentions on one reading page, in its order."""
        if page not in self._mentioned:
            self._mentioned[page] = list(mentions.on_page(page, self._targets, self.passages))
        return self._mentioned[page]

    def said(self, page: Page) -> list[Utterance]:
        """What is said on one reading page, in its order."""
        if page not in self._said:
            self._said[page] = list(utterances.on_page(page, self.site.works, self.passages))
        return self._said[page]

    @cached_property
    def _mentions(self) -> dict[Target, list[Mention]]:
        """In the order of the texts; those in a text's header come first."""
        found: dict[Target, list[Mention]] = defaultdict(list)
        for file in self.site.edition.texts:
            for mention in chain(mentions.in_header(file, self._targets), *map(self.mentioned, self.site.pages[file.id])):
                found[mention.target].append(mention)
        return found

    @cached_property
    def _in_texts(self) -> dict[Target, list[Mention]]:
        """Those in headers left out."""
        return {target: [m for m in found if m.where != HEADER] for target, found in self._mentions.items()}

    @cached_property
    def _utterances(self) -> dict[Target, list[Utterance]]:
        found: dict[Target, list[Utterance]] = defaultdict(list)
        for page in (page for pages in self.site.pages.values() for page in pages):
            for utterance in self.said(page):
                found[utterance.who].append(utterance)
        return found

    @cached_property
    def _relations(self) -> dict[Target, list[Fact]]:
        return relations(self.entities)

    @cached_property
    def _events(self) -> dict[Target, list[Event]]:
        """Events by those who took part and by their place, in the order of time."""
        events = self.site.events
        found = {target: list(entries) for target, entries in events.by_participant.items()}
        for event in events.all:
            if event.place is not None:
                found.setdefault(event.place, []).append(event)
        return found

    @cached_property
    def _works(self) -> dict[Target, list[Entity]]:
        """Works by their authors."""
        found: dict[Target, list[Entity]] = {}
        for work in self.entities.of_kind("works"):
            for author in authors(work):
                found.setdefault(author, []).append(work)
        return found

    @cached_property
    def glossary(self) -> list[Term]:
        return glossary(self.passages)

    def mentions(self, entity: Entity) -> list[Mention]:
        """Every mention, those in the headers of texts included."""
        return self._mentions.get(entity.target, [])

    def in_texts(self, entity: Entity) -> list[Mention]:
        """Mentions in the texts themselves."""
        return self._in_texts.get(entity.target, [])

    def utterances(self, entity: Entity) -> list[Utterance]:
        """Everything that a person or group says."""
        return self._utterances.get(entity.target, [])

    def relations(self, entity: Entity) -> list[Fact]:
        return self._relations.get(entity.target, [])

    def events(self, entity: Entity) -> list[Event]:
        return self._events.get(entity.target, [])

    def works(self, entity: Entity) -> list[Entity]:
        """Works that the register ascribes to a person or body."""
        return self._works.get(entity.target, [])

    def forms(self, entity: Entity) -> list[Form]:
        """Printed forms of the name, the most frequent first."""
        counts: Counter[tuple[str, str, str]] = Counter()
        for mention in self.in_texts(entity):
            if mention.is_name and mention.printed:
                read = "" if mention.printed == mention.words else mention.words
                counts[mention.printed, read, self.sigla[mention.file]] += 1
        names = dict.fromkeys((printed, read) for printed, read, _ in counts)
        forms = [Form(*name, tuple((s, counts[*name, s]) for s in self.sigla.values() if counts[*name, s])) for name in names]
        return sorted(forms, key=lambda form: (-form.count, form.printed, form.read))

    def texts(self, entity: Entity) -> list[tuple[TeiFile, int]]:
        """Texts that mention an entry, with the number of mentions."""
        counts = Counter(mention.file for mention in self.in_texts(entity))
        return [(file, counts[file.id]) for file in self.site.edition.texts if counts[file.id]]

    def passage(self, target: Target) -> Evidence | None:
        """A passage or header as a link; ``None`` if the site shows neither."""
        path, xml_id = target
        file = self._by_path.get(path)
        if file is None:
            return None
        passage = self.passages.of(target)
        if passage is not None:
            return Evidence(passage.address, self.sigla[file.id], passage.where, file.short_title)
        if xml_id in file.elements:
            return Evidence(contents_href(file), self.sigla[file.id], HEADER, file.short_title)
        return None


def siglum(file: TeiFile) -> str:
    """The letter with which the addresses of a text begin; its id if they don't."""
    ids = (xml_id for xml_id in file.elements if ADDRESS.match(xml_id))
    return next((xml_id[0] for xml_id in ids), file.id)

