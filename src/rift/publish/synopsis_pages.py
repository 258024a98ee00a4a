"""The pages about events: one for each, the chronology, the contradictions, who reports whom; and the downloads."""

from __future__ import annotations

from collections.abc import Iterator

from rift.publish.event_pages import event_products
from rift.publish.product import Product
from rift.publish.stylesheets import Stylesheets
from rift.publish.synopsis import Synopsis


def synopsis_products(synopsis: Synopsis, sheets: Stylesheets, made_from: str) -> Iterator[Product]:
    """All of them; none for an edition without events. ``made_from``: digest of stylesheets and program."""
    if synopsis.events.all:
        yield from event_products(synopsis, sheets, made_from)
