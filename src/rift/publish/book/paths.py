"""Where the books stand."""

from __future__ import annotations

from rift.publish.audience.runs import folded
from rift.publish.site import Site


def epub_path(site: Site) -> str:
    """Address of the e-book."""
    return f"epub/{slug(site)}.epub"


def pdf_path(site: Site) -> str:
    """Address of the book to print."""
    return f"pdf/{slug(site)}.pdf"


def slug(site: Site) -> str:
    """Name of the files that hold the whole edition: its short title, ``the-rift``."""
    return "-".join(folded(site.title))
