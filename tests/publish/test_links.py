"""Every link inside a site leads to something, nothing is loaded from elsewhere, every id stands once on its page."""

from __future__ import annotations

import posixpath
from collections import Counter
from pathlib import Path

from lxml import html

from rift.publish.files import load_edition

LOADED = "//link[@rel = 'stylesheet' or @rel = 'icon']/@href | //script/@src | //img/@src"


def test_links_and_anchors_resolve(published):
    _, out = published
    ids = {path: set(page.xpath("//@id")) for path, page in _pages(out).items()}
    for path, page in _pages(out).items():
        for href in page.xpath("//a/@href | //link/@href | //script/@src"):
            if "://" in href:
                continue
            file, _, anchor = href.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            assert (out / target).is_file(), f"{path}: {href}"
            assert not anchor or anchor in ids[target], f"{path}: {href}"


def test_nothing_is_loaded_from_elsewhere_and_nothing_runs_inline(published):
    _, out = published
    for path, page in _pages(out).items():
        assert not [address for address in page.xpath(LOADED) if "://" in address], path
        assert not page.xpath("//style | //@style | //script[normalize-space() and not(@type = 'application/ld+json')]"), path
        assert not [name for name in page.xpath("//@*") if name.attrname.startswith("on")], path
        (policy,) = page.xpath("//meta[@http-equiv = 'Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none'") and "unsafe" not in policy


def test_ids_stand_once_on_a_page(published):
    _, out = published
    for path, page in _pages(out).items():
        assert not [xml_id for xml_id, count in Counter(page.xpath("//@id")).items() if count > 1], path


def test_no_link_inside_a_link_and_one_first_heading(published):
    _, out = published
    for path, page in _pages(out).items():
        assert not page.xpath("//a//a"), path
        assert len(page.xpath("//h1")) == 1, path
        assert page.xpath("normalize-space(//title)"), path


def test_every_turn_paragraph_note_and_page_can_be_linked(published):
    root, out = published
    ids = {xml_id for page in _pages(out).values() for xml_id in page.xpath("//@id")}
    for file in load_edition(root).texts:
        for element in file.text.iter("{*}sp", "{*}p", "{*}note", "{*}pb", "{*}div", "{*}head"):
            xml_id = element.get("{http://www.w3.org/XML/1998/namespace}id")
            assert not xml_id or xml_id in ids


def _pages(out: Path) -> dict[str, html.HtmlElement]:
    """Every page by its address; parsed from bytes, as a browser gets them."""
    return {path.relative_to(out).as_posix(): html.fromstring(path.read_bytes()) for path in sorted(out.rglob("*.html"))}
