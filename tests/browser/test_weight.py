"""What a page asks a web server for: only the site's own files, all there, and little; files that it offers are there."""

from __future__ import annotations

import gzip
import posixpath
from urllib.parse import unquote

import pytest
from lxml import html

from .test_axe import PAGES

MOST = 150_000  # bytes of a reading page with its style sheet and script, compressed
EVERYWHERE = ["assets/rift.css", "assets/rift.js", "assets/rift.svg"]
LEADING = "//@href | //@src | //@action | //@data-href"


def test_reading_pages_are_light(site):
    weights = {name: len(gzip.compress((site / name).read_bytes(), 6)) for name in EVERYWHERE}
    reading = [path for path in site.glob("*/*.html") if b'<body class="page-text' in path.read_bytes()]
    assert len(reading) > 20
    heavy = {path.name: len(gzip.compress(path.read_bytes(), 6)) + sum(weights.values()) for path in reading}
    assert not {name: weight for name, weight in heavy.items() if weight > MOST}


def test_every_file_that_a_page_leads_to_is_there(site):
    """With every format that the site can have; anchors are tested where the pages are."""
    there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    missing = set()
    for path in sorted(path for path in there if path.endswith(".html")):
        for address in html.fromstring((site / path).read_bytes()).xpath(LEADING):
            file = unquote(address.partition("#")[0].partition("?")[0])
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file))
            if file and "://" not in file and target not in there:
                missing.add((path, address))
    assert not missing


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_asks_only_for_what_the_site_has(browser, served, kind):
    page = browser.new_page()
    told = []
    page.on("request", lambda request: request.url.startswith((served, "blob:", "data:")) or told.append(request.url))
    page.on("response", lambda response: response.status < 400 or told.append(f"{response.status} {response.url}"))
    page.on("console", lambda message: message.type in ("error", "warning") and told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    for path in PAGES[kind]:
        page.goto(served + path, wait_until="networkidle" if kind == "search" else "load")
    page.close()
    assert told == []
