"""The search page: a form with every value that a filter can have, and the ways on for those who cannot search.

``transforms/html/search.xsl`` says what it reads; ``transforms/html/search.js`` searches.
"""

from __future__ import annotations

from collections import Counter

from rift.publish.envelope import Envelope, contents_href
from rift.publish.labels import page_label
from rift.publish.register.entities import Entity
from rift.publish.search.records import Record
from rift.publish.site import SEARCH_HREF, Site

MODES = {  # in this order
    "spoken": "spoken: turns of a record, speeches",
    "reported": "reported: direct speech in a text",
    "narrated": "narrated or written",
    "note": "notes",
}
REGISTERED = {"speaker": ("Speaker", "people"), "person": ("Person named", "people"), "place": ("Place", "places")}


def search_page(site: Site, records: list[Record]) -> Envelope:
    """The envelope of the page."""
    page = Envelope(site, SEARCH_HREF, "search")
    page.root.set("passages", str(len(records)))
    counts = Counter((name, value) for record in records for name, values in record.filters.items() for value in values)
    _filter(page, "text", "Text", [(f.id, f.short_title) for f in site.edition.texts], counts)
    _filter(page, "mode", "Kind of passage", list(MODES.items()), counts)
    for name, (label, folder) in REGISTERED.items():
        entities = (e for kind, of_kind in site.entities.by_kind.items() if kind.folder == folder for e in of_kind)
        _filter(page, name, label, [(e.id, listed(e)) for e in entities], counts)
    _filter(page, "year", "Year told of", [(year, year) for year in sorted(v for name, v in counts if name == "year")], counts)
    for file in site.edition.texts:
        text = page.link("text", contents_href(file), label=file.short_title)
        for reading in site.pages[file.id]:
            page.link("entry", reading.href, text, label=page_label(reading))
    for kind in site.entities.kinds:
        page.link("index", kind.href, label=kind.label)
    return page


def listed(entity: Entity) -> str:
    """How a filter names an entry: what is a description only stands in brackets."""
    return f"({entity.name})" if entity.is_unnamed else entity.listed


def _filter(page: Envelope, name: str, label: str, values: list[tuple[str, str]], counts: Counter) -> None:
    """One filter with its values, those that no passage has left out."""
    element = page.add("filter", of=name, label=label)
    for value, shown in values:
        if counts[name, value]:
            page.add("option", element, value=value, label=shown, count=str(counts[name, value]))
