"""What a search looks through: one record for each turn, paragraph, heading and note of the texts.

1. ``content`` is the reading text of the passage, without the speaker's label and without its notes.
2. ``names`` are words that a search finds but no page shows: how the registers call whom the passage names, other
   spellings, and the plain letters of words with accents. So ``Hoxha`` finds ``Comrade Enver``, ``Gomulka`` ``Gomułka``.
3. ``filters``: text; mode (``spoken`` in a turn or speech, ``reported`` in direct speech, ``narrated`` or written,
   ``note``); speaker, person and place as identifiers of the registers; year; where (printed page, turn).
4. The years of a passage are those of the dates that it prints, of the events that it tells and, for a record and a
   letter, of the day that its header gives.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from rift.publish.addresses import landing
from rift.publish.files import TeiFile
from rift.publish.product import digest
from rift.publish.register.entities import Entity
from rift.publish.site import Site
from rift.publish.synopsis.events import DATES, Target
from rift.publish.synopsis.passages import Passage, Passages, slot
from rift.publish.words import TEI, XML_ID, is_mark, words

PERSON, PLACE = f"{TEI}persName", f"{TEI}placeName"
NAMES = {PERSON, PLACE, f"{TEI}orgName", f"{TEI}title"}
ALONE = {f"{TEI}{name}" for name in ("head", "byline", "trailer")}  # blocks that nothing is said beside
SKIPPED = {f"{TEI}sic", f"{TEI}speaker"}
SURE = {"standard", "variant"}  # names that mean an entry wherever they stand
TITLES = {"Comrade", "Comrades", "Ambassador", "Marshal", "Chairman", "The", "Sr"}  # words of names that name nobody
LONGEST = 15  # years of a span that are all listed; of a longer one only the ends
BRACKETS = str.maketrans("", "", "()[]“”\",;")
LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i"})


@dataclass(frozen=True)
class Record:
    """One passage. ``url`` from the root of the site; ``filters``: name to values, sorted."""

    url: str
    content: str
    names: str
    filters: dict[str, list[str]]


def records(site: Site) -> Iterator[Record]:
    """The records of every text, in the order of the texts."""
    passages = site.once(Passages)
    told = _events_told(site, passages)
    names = _searched(site)
    units = (passage for passage in passages if _is_unit(passage.element) and passage.words)
    return (_record(unit, names, told.get(unit.target, set())) for unit in units)


def signature(site: Site) -> str:
    """Digest of all that the records depend on, which of the registers is the names only: the whole text, the events."""
    events = site.edition.events
    texts = (file.digest for file in site.edition.texts)
    return digest(*texts, events.digest if events else "", repr(_searched(site)))


def _searched(site: Site) -> dict[Target, tuple[str, ...]]:
    """For each entry the words by which a search finds what names it."""
    return {entity.target: tuple(dict.fromkeys(_names(entity))) for entity in site.entities}


def _is_unit(element: etree._Element) -> bool:
    return slot(element) is element or element.tag in ALONE


def _events_told(site: Site, passages: Passages) -> dict[Target, set[str]]:
    """Years of the events that each passage tells, by its turn or paragraph."""
    years: dict[Target, set[str]] = {}
    for target, events in site.events.by_account.items():
        passage = passages.of(target)
        block = passage and passages.of((passage.file.path, slot(passage.element).get(XML_ID, "")))
        if block:
            years.setdefault(block.target, set()).update(y for event in events for y in _span(event.date))
    return years


def _record(passage: Passage, names: dict[Target, tuple[str, ...]], years: set[str]) -> Record:
    own = list(_own(passage.element))
    path = passage.file.path
    named = {tag: _targets((e.get("ref", "") for e in own if e.tag == tag), path) for tag in NAMES}
    speakers = _targets(_speakers(passage, own), path)
    years = years.union(_recorded(passage), *(_span(e.attrib) for e in own if e.tag == f"{TEI}date"))
    filters = {
        "text": {passage.file.id},
        "mode": _modes(passage, own),
        "speaker": {xml_id for _, xml_id in speakers},
        "person": {xml_id for _, xml_id in named[PERSON]},
        "place": {xml_id for _, xml_id in named[PLACE]},
        "year": years,
        "where": {passage.where},
    }
    shown = {name: sorted(values) for name, values in filters.items() if any(values)}
    called = {word for target in speakers.union(*named.values()) for word in names.get(target, ())}
    return Record(passage.address, passage.words, _hidden(passage.words, called), shown)


def _own(element: etree._Element) -> Iterator[etree._Element]:
    """Elements of a passage, without those of its notes, of the speaker's label and of what is corrected."""
    for child in element.iterchildren(etree.Element):
        if child.tag not in SKIPPED and not is_mark(child):
            yield child
            yield from _own(child)


def _targets(pointers: Iterable[str], path: str) -> set[Target]:
    return {landing(pointer, path) for several in pointers for pointer in several.split()}


# ---- who speaks, and how


def _speech(passage: Passage) -> etree._Element | None:
    """The turn, or the division that is a speech, which the passage is (part of)."""
    for element in (passage.element, *passage.element.iterancestors()):
        if element.tag == f"{TEI}sp" or (element.tag == f"{TEI}div" and element.get("type") == "speech"):
            return element
    return None


def _said(own: list[etree._Element]) -> list[etree._Element]:
    return [e for e in own if e.tag == f"{TEI}said" and e.get("aloud") != "false"]


def _speakers(passage: Passage, own: list[etree._Element]) -> Iterator[str]:
    """Pointers to whom the text lets speak in the passage; to nobody in a heading or a note, unless they quote."""
    yield from (e.get("who", "") for e in _said(own))
    speech = _speech(passage)
    if speech is not None and passage.element.tag != f"{TEI}head" and not is_mark(passage.element):
        yield speech.get("who") or _main_speaker(passage.file)


def _main_speaker(file: TeiFile) -> str:
    """Pointer to the person whom the header calls the speaker of the speech."""
    people = file.header.iterfind(f".//{TEI}particDesc//{TEI}person") if file.header is not None else ()
    return next((p.get("corresp", "") for p in people if p.get("role", "").startswith("speaker")), "")


def _modes(passage: Passage, own: list[etree._Element]) -> set[str]:
    if is_mark(passage.element):
        return {"note"}
    if passage.element.tag == f"{TEI}head":
        return set()
    modes = {"reported"} if _said(own) else set()
    if _speech(passage) is not None:
        return modes | {"spoken"}
    quoted = sum(len(words(e)) for e in own if e.tag == f"{TEI}said" and e.getparent().tag != f"{TEI}said")
    return modes if modes and quoted >= len(passage.words) else modes | {"narrated"}


# ---- years


def _recorded(passage: Passage) -> set[str]:
    """Year of the meeting that a turn belongs to, or in which the letter was sent."""
    header = passage.file.header
    if header is None or is_mark(passage.element):
        return set()
    if _speech(passage) is not None:
        return {y for date in header.iterfind(f".//{TEI}setting/{TEI}date") for y in _span(date.attrib)}
    around = {f"#{e.get(XML_ID)}" for e in passage.element.iterancestors(f"{TEI}div")}
    letters = (d for d in header.iter(f"{TEI}correspDesc") if d.get("corresp") in around)
    sent = (date for d in letters for date in d.iterfind(f"{TEI}correspAction[@type='sent']/{TEI}date"))
    return {y for date in sent for y in _span(date.attrib)}


def _span(dates: Iterable) -> set[str]:
    """The years of the dates among some attributes, those between them included."""
    found = sorted(int(year) for name in DATES if name in dates and (year := dates[name][:4]).isdigit())
    if not found:
        return set()
    if found[-1] - found[0] > LONGEST:
        return {str(found[0]), str(found[-1])}
    return {str(year) for year in range(found[0], found[-1] + 1)}


# ---- words that are not shown


def _hidden(content: str, called: set[str]) -> str:
    """Words of names (``called``) and plain forms of the words of ``content``, as far as it does not have them."""
    shown = {_bare(word) for word in content.split()}
    hidden = called.union(plain(word) for word in shown if not word.isascii())
    found = {_folded(word) for word in shown}
    kept = {_folded(word): word for word in sorted(hidden, reverse=True) if len(word) > 2}
    return " ".join(word for key, word in sorted(kept.items()) if key not in found)


def _names(entity: Entity) -> Iterator[str]:
    """Words of the standard name, of a person's other names too, of other entries' only names of one word; also plain."""
    is_person = entity.kind.folder == "people"
    for name in entity.element.iterfind(TEI + entity.kind.name):
        forms = [_bare(form) for form in words(name).translate(BRACKETS).split()]
        if name.get("type") in SURE and (is_person or name is entity.standard or len(forms) == 1):
            kept = [form for form in forms if form not in TITLES and (form[:1].isupper() or form[:1].isdigit())]
            yield from (*kept, *map(plain, kept))


def _bare(word: str) -> str:
    """A word without the signs around it and the ’s of the possessive."""
    return word.strip(".,;:!?()[]“”\"‘’'…—").removesuffix("’s").removesuffix("'s")


def plain(word: str) -> str:
    """A word in plain letters: ``Gomułka`` as ``Gomulka``."""
    return _unaccented(word.translate(LETTERS))


def _folded(word: str) -> str:
    """A word as the search compares it: without case and accents; letters like ``ł`` stay."""
    return _unaccented(word).casefold()


def _unaccented(word: str) -> str:
    if word.isascii():
        return word
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
