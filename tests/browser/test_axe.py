"""axe-core finds nothing that keeps anybody from reading: every kind of page, light and dark, phone and desktop."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

AXE = Path(__file__).parents[1] / "external" / "node_modules" / "axe-core" / "axe.min.js"
SCHEMES = ("light", "dark")
WIDTHS = (390, 1280)  # phone and desktop

# Of every kind (class of ``body``) one page, or those that differ.
PAGES = {
    "home": ["index.html"],
    "editorial": ["editorial.html"],
    "glossary": ["glossary.html"],
    "search": ["search.html?q=Hoxha"],
    "contents": ["report-1960/index.html"],
    "text": ["report-1960/r3.html", "memorandum-1956/m1.html", "khrushchevites/k1.html", "tirana-observatory/t75.html"],
    "corrections": ["tirana-observatory/corrections.html"],
    "register": ["organizations/index.html"],
    "entity": ["people/macmillan.html", "places/vlora.html", "organizations/comecon.html", "works/tito-letter.html"],
    "event": ["events/ev-m60-take-back.html"],
    "chronology": ["events/index.html"],
    "contradictions": ["events/contradictions.html"],
    "reports": ["events/reports.html"],
}

# axe measures every word, which is slow. So of paragraphs, rows and turns that are made of the same elements two stay.
WITHOUT_REPEATS = """() => {
    const seen = {};
    for (const part of document.querySelectorAll("main :is(p, li, tr, .turn)")) {
        const names = [part, ...part.querySelectorAll("*")].map(element => `${element.tagName}.${element.className}`);
        const kind = [...new Set(names)].sort().join();
        seen[kind] = (seen[kind] || 0) + 1;
        if (seen[kind] > 2) part.remove();
    }
}"""

pytestmark = pytest.mark.skipif(
    not AXE.exists(), reason="axe-core is not installed (npm install --prefix tests/external axe-core)")


def test_every_kind_of_page_is_looked_at(site):
    kinds = {re.search(rb'<body class="page-([^" ]+)', path.read_bytes())[1].decode() for path in site.rglob("*.html")}
    assert kinds == set(PAGES)


@pytest.mark.parametrize("path", [path for paths in PAGES.values() for path in paths])
def test_nothing_keeps_anybody_from_reading(browser, served, path):
    page = browser.new_page()
    page.goto(served + path)
    if path.startswith("search"):
        page.wait_for_selector(".results li")
    page.evaluate("for (const panel of document.querySelectorAll('details')) panel.open = true")
    page.evaluate(WITHOUT_REPEATS)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = []
    for scheme, width in product(SCHEMES, WIDTHS):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{scheme} {width}: {violation}" for violation in violations(page)]
    page.close()
    assert found == []


def violations(page) -> list[str]:
    """What axe has against a page as it is shown: rule, first place, reason."""
    result = page.evaluate("() => axe.run(document, {resultTypes: ['violations'], preload: false})")
    return [f"{rule['id']} ({len(rule['nodes'])}): {rule['nodes'][0]['html'][:200]} {rule['nodes'][0]['failureSummary']}"
            for rule in result["violations"]]
