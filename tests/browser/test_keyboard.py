"""A reading page with the keyboard alone: to the text, through what can be chosen, into a note and back, to a citation."""

from __future__ import annotations

import pytest

DOCUMENT = "memorandum-1956/m1.html"
STEPS = 400  # more than a page has places to stop at before what is looked for
FOCUSED = "() => { const at = document.activeElement; return at.matches(%r) && at.matches(':focus-visible'); }"


def tab_to(page, selector: str, key: str = "Tab") -> None:
    """Press ``key`` until what ``selector`` means has the focus, and shows it."""
    for _ in range(STEPS):
        page.keyboard.press(key)
        if page.evaluate(FOCUSED % selector):
            return
    pytest.fail(f"the keyboard does not get to {selector}")


def test_the_first_stop_leads_to_the_text(opened):
    page = opened(DOCUMENT)
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED % ".skip") and page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")


def test_the_menu_comes_before_the_text_and_can_be_followed(opened):
    page = opened(DOCUMENT)
    tab_to(page, ".site-header nav a")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/index.html")


def test_what_is_shown_is_chosen_by_keyboard(opened):
    page = opened(DOCUMENT)
    tab_to(page, ".view summary")
    page.keyboard.press("Enter")
    tab_to(page, ".view [data-show=names]")
    page.keyboard.press("Space")
    assert page.is_checked(".view [data-show=names]")
    tab_to(page, ".text a.name")
    tab_to(page, ".view [data-show=names]", "Shift+Tab")
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED % ".view summary") and not page.is_visible(".view .panel")


def test_a_note_is_reached_and_left_by_keyboard(opened):
    page = opened(DOCUMENT)
    tab_to(page, ".text [role=doc-noteref]")
    mark = page.evaluate("document.activeElement.id")
    page.keyboard.press("Enter")
    note = page.url.rpartition("#")[2]
    assert page.locator(f"[id='{note}']").is_visible()
    tab_to(page, ".notes .back")
    page.keyboard.press("Enter")
    assert page.url.rpartition("#")[2] == mark


def test_a_citation_is_reached_and_left_by_keyboard(opened):
    page = opened(DOCUMENT)
    tab_to(page, ".cite summary")
    page.keyboard.press("Enter")
    tab_to(page, ".cite .copy")
    assert page.is_visible(".cite .citation")
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED % ".cite summary") and not page.is_visible(".cite .panel")


def test_nothing_holds_the_keyboard(opened):
    """From the first stop to the last and out of the page; each stop can be seen, and none comes twice."""
    page = opened(DOCUMENT)
    seen = []
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        stop = page.evaluate("""() => { const at = document.activeElement; if (at === document.body) return null;
            const {width, height} = at.getBoundingClientRect();
            return [[...document.querySelectorAll('*')].indexOf(at), width + height > 0]; }""")
        if stop is None or (seen and stop[0] == seen[0]):
            break
        assert stop[1] and stop[0] not in seen
        seen.append(stop[0])
    assert seen == sorted(seen) and 20 < len(seen) < STEPS
