"""The TEI files of an edition, each parsed once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from rift.diagnostics import Place, Problem, finding
from rift.model.resources import ABOUT_TEXTS, files_of
from rift.publish.audience.rights import Withheld
from rift.publish.audience.runs import Runs
from rift.publish.product import digest
from rift.publish.words import TEI, XML_ID, words

REGISTERS = "tei/register/"
ADDRESS = re.compile(r"[a-z](\d+)")  # siglum and raw line
CITED = re.compile(r" \((?:(?:,|and|to|[a-z]\d+[.\w]*)\s*)+\)")  # (r30), (k390 to k400, k512)


@dataclass(frozen=True, eq=False)
class TeiFile:
    """One TEI file. ``path`` is relative to the edition's root, with slashes; ``digest`` is of its bytes.

    ``withheld``: why the words of the text are not here, in a public edition that may not show them.
    """

    path: str
    root: etree._Element
    digest: str
    withheld: Withheld | None = None

    @cached_property
    def id(self) -> str:
        """Name of the file without ``.xml``: the name of its raw text and of its folder on the site."""
        return Path(self.path).stem

    @cached_property
    def header(self) -> etree._Element | None:
        return self.root.find(f"{TEI}teiHeader")

    @cached_property
    def text(self) -> etree._Element | None:
        return self.root.find(f"{TEI}text")

    @cached_property
    def short_title(self) -> str:
        """The title marked ``type="short"``, else the first one, else the file's name."""
        titles = self.root.findall(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}titleStmt/{TEI}title")
        short = [t for t in titles if t.get("type") == "short"] or titles
        return words(short[0]) if short else self.id

    @cached_property
    def creation(self) -> etree._Element | None:
        """The header's ``date`` of when the text was written."""
        return self.root.find(f"{TEI}teiHeader/{TEI}profileDesc/{TEI}creation/{TEI}date")

    @cached_property
    def sent(self) -> dict[str, str]:
        """ISO date on which each letter or note of the text was sent, as far as the header says it, by a pointer to it."""
        sent: dict[str, str] = {}
        for letter in [] if self.header is None else self.header.iterfind(f"{TEI}profileDesc/{TEI}correspDesc[@corresp]"):
            dates = letter.findall(f"{TEI}correspAction[@type='sent']/{TEI}date[@when]")
            sent.setdefault(letter.get("corresp"), dates[0].get("when") if dates else "")
        return sent

    @cached_property
    def written(self) -> str:
        """Date of the text as ``@when``, ``@from`` or ``@notBefore`` gives it; sorts last if there is none."""
        date = self.creation
        found = [] if date is None else [date.get(name) for name in ("when", "from", "notBefore")]
        return next((value for value in found if value), "9999")

    @cached_property
    def summary(self) -> str:
        """First paragraph of the header's abstract, without addresses in brackets; empty if there is none."""
        path = f"{TEI}teiHeader/{TEI}profileDesc/{TEI}abstract/{TEI}p"
        return CITED.sub("", words(self.root.find(path)))

    @cached_property
    def divisions(self) -> frozenset[str]:
        """Types of the divisions of the text."""
        return frozenset() if self.text is None else frozenset(e.get("type", "") for e in self.text.iter(f"{TEI}div"))

    @cached_property
    def elements(self) -> dict[str, etree._Element]:
        """Every element that has an ``xml:id``."""
        return {e.get(XML_ID): e for e in self.root.iter() if e.get(XML_ID)}

    def place(self, xml_id: str) -> Place:
        """Where the element with this id stands in the file (line 0: no such element)."""
        element = self.elements.get(xml_id)
        return Place(self.path, element.sourceline or 0 if element is not None else 0)

    def raw_place(self, xml_id: str) -> Place:
        """Where the element with this id comes from: its id is an address in the raw text."""
        address = ADDRESS.match(xml_id)
        return Place(f"sources/{self.id}/text.txt", int(address[1])) if address else Place()


@dataclass(frozen=True, eq=False)
class EditionFiles:
    """Every TEI file that publishing reads.

    ``texts`` in the order in which they were written; ``about`` is ``tei/edition.xml``; ``registers`` by path;
    ``events`` is ``tei/events.xml``. ``secret``: the runs of words that no file made from this may hold, if there are any.
    """

    root: Path
    texts: tuple[TeiFile, ...]
    about: TeiFile | None
    registers: dict[str, TeiFile]
    events: TeiFile | None = None
    secret: Runs | None = None

    @cached_property
    def digest(self) -> str:
        """Digest of all that what is made of the whole edition depends on, stylesheets and program apart."""
        files = (*self.texts, self.about, self.events, *(file for _, file in sorted(self.registers.items())))
        return digest(*(f"{file.path} {file.digest} {file.withheld!r}" for file in files if file is not None))


def load_edition(root: Path) -> EditionFiles:
    """Parse every TEI file. Raises ``Problem`` for a file that cannot be read, and if there is no text at all."""
    parsed = [read_tei(path, root) for path in tei_paths(root)]
    registers = {f.path: f for f in parsed if f.path.startswith(REGISTERS)}
    files = [f for f in parsed if f.path not in registers]
    texts = sorted((f for f in files if f.id not in ABOUT_TEXTS), key=lambda f: (f.written, f.id))
    if not texts:
        raise Problem(finding("PUB-004", Place("tei"), folder=str(root)), exit_code=2)
    about, events = (next((f for f in files if f.id == name), None) for name in ABOUT_TEXTS)
    return EditionFiles(root, tuple(texts), about, registers, events)


def tei_paths(root: Path) -> list[Path]:
    """The files of ``tei/`` and ``tei/register/``, sorted by name."""
    return sorted([*files_of(root / "tei", "*.xml"), *files_of(root / REGISTERS, "*.xml")])


def read_tei(path: Path, root: Path) -> TeiFile:
    """Parse one file. Raises ``Problem`` if it is not well-formed, cannot be opened, or has a DOCTYPE."""
    name = path.relative_to(root).as_posix()
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        data = path.read_bytes()
        tree = etree.fromstring(data, parser).getroottree()
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise Problem(finding("PUB-002", Place(name, line, column), reason=error.msg)) from None
    except OSError as error:
        raise Problem(finding("PUB-002", Place(name), reason=error.strerror)) from None
    if tree.docinfo.internalDTD is not None:
        raise Problem(finding("PUB-003", Place(name, 1)))
    return TeiFile(name, tree.getroot(), digest(data))
