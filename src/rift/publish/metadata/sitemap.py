"""The list of all pages, for crawlers. It has to give whole addresses: there is none if the site's is not known."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from rift.publish.metadata.cited import issue_of
from rift.publish.product import Product, digest
from rift.publish.site import Site

SITEMAP_PATH = "sitemap.xml"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_products(site: Site, pages: list[str], made_from: str) -> Iterator[Product]:
    """``pages``: addresses from the site's root. Each is dated by the edition."""
    if site.base_url:
        depends = digest(made_from, SITEMAP_PATH, *pages)
        yield Product((SITEMAP_PATH,), depends, lambda: (_sitemap(site.base_url, pages, issue_of(site).date),))


def _sitemap(base_url: str, pages: list[str], date: str) -> bytes:
    root = etree.Element(f"{{{NAMESPACE}}}urlset", nsmap={None: NAMESPACE})
    for page in sorted(pages):
        url = etree.SubElement(root, f"{{{NAMESPACE}}}url")
        etree.SubElement(url, f"{{{NAMESPACE}}}loc").text = base_url + page
        if date:
            etree.SubElement(url, f"{{{NAMESPACE}}}lastmod").text = date
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
