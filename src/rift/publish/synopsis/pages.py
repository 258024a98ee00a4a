"""The pages about events: one for each, the chronology, the contradictions, who reports whom; and the downloads."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rift.publish.dependence import Dependence
from rift.publish.envelope import Envelope
from rift.publish.metadata.head import describe_page
from rift.publish.product import Product, digest
from rift.publish.site import CHRONOLOGY_HREF, EVENTS
from rift.publish.stylesheets import Stylesheets
from rift.publish.synopsis.chain_diagram import REPORTS_HREF, chains_envelope
from rift.publish.synopsis.chronology import chronology_envelope
from rift.publish.synopsis.downloads import synopsis_files
from rift.publish.synopsis.event_page import event_products
from rift.publish.synopsis.shared import DIFFERENCES, Synopsis, difference

CONTRADICTIONS_HREF = f"{EVENTS}contradictions.html"


def synopsis_products(synopsis: Synopsis, sheets: Stylesheets, depends: Dependence) -> Iterator[Product]:
    """All of them; none for an edition without events."""
    if not synopsis.events.all:
        return
    yield from event_products(synopsis, sheets, depends)
    yield from synopsis_files(synopsis, depends)
    for href, sheet, fill, shown in (
        (CHRONOLOGY_HREF, "html/chronology.xsl", chronology_envelope, depends.all_but_words()),
        (CONTRADICTIONS_HREF, "html/contradictions.xsl", contradictions_envelope, depends.every_event),
        (REPORTS_HREF, "html/reports.xsl", chains_envelope, depends.voices),
    ):
        yield _page(synopsis, sheets, (href, sheet, fill), digest(sheet, shown))


def contradictions_envelope(synopsis: Synopsis) -> Envelope:
    """All contradictions by kind, each kind in the order of time."""
    envelope = Envelope(synopsis.site, CONTRADICTIONS_HREF, "contradictions")
    describe_page(envelope, synopsis.site, "Contradictions")
    found = [(event, contradiction) for event in synopsis.events.all for contradiction in event.contradictions]
    kinds = sorted({contradiction.kind for _, contradiction in found} - DIFFERENCES.keys())
    for kind in (*DIFFERENCES, *kinds):
        entries = [entry for entry in found if entry[1].kind == kind]
        element = envelope.add("kind", id=kind or "other", label=difference(kind), count=str(len(entries)))
        for event, contradiction in entries:
            link = synopsis.link_event(envelope, "event", event, element)
            synopsis.contradiction(envelope, contradiction, link)
    return envelope


def _page(synopsis: Synopsis, sheets: Stylesheets, page: tuple[str, str, Callable[[Synopsis], Envelope]], made: str) -> Product:
    href, sheet, fill = page
    return Product((href,), made, lambda: (sheets.apply(sheet, fill(synopsis).root, synopsis.events.file),))
