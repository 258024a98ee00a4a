"""The search: on a web server with names, filters and keyboard; refused from disk and without scripts, with the indexes."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install 'rift[test]')").expect

PHONE, DESKTOP = 390, 1280


@pytest.fixture
def searched(browser, served) -> Callable:
    """Opens the search page from the web server; complaints of the browser and requests to other hosts fail the test."""

    def open_search(query: str = "", width: int = DESKTOP):
        page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
        page.on("console", lambda m: pytest.fail(f"console: {m.text}") if m.type == "error" and "favicon" not in str(m.location) else None)
        page.on("pageerror", lambda error: pytest.fail(f"script: {error}"))
        page.on("request", lambda request: request.url.startswith(served) or pytest.fail(f"request: {request.url}"))
        page.goto(f"{served}search.html{query}")
        return page

    return open_search


def found(page) -> int:
    """How many passages the page says that it has found."""
    expect(page.locator("#count")).to_have_text(re.compile("passage"))
    words = page.inner_text("#count")
    return 0 if words.startswith("No") else int(words.split()[0])


def asked(page, words: str) -> int:
    """Ask for words, and wait for the answer."""
    page.evaluate("() => { document.getElementById('count').textContent = ''; }")
    page.fill("#q", words)
    page.press("#q", "Enter")
    return found(page)


def results(page, number: int) -> None:
    """Wait until so many passages are listed."""
    expect(page.locator("#results li")).to_have_count(number)


def test_hoxha_is_found_in_every_form_that_the_texts_print(searched):
    page = searched()
    assert asked(page, "Hoxha") > 300
    page.select_option("#f-text", "report-1960")
    page.select_option("#f-speaker", "hoxha")
    expect(page.locator("#count")).to_have_text("36 passages")
    excerpts = page.locator("#results .excerpt").all_inner_texts()
    assert not [words for words in excerpts if "Hoxha" in words]  # his turns are labelled Comrade Enver
    assert page.locator("#results .facts-of").first.locator("mark").inner_text() == "Hoxha, Enver"


def test_every_result_shows_why_it_was_found(searched):
    page = searched()
    for sought, why in (
        ("Gomułka", ".excerpt mark"),  # the texts print Gomulka
        ("Nikita Khrushchev", "mark"),  # many call him otherwise
        ("CPSU", "mark"),  # or write the name out
    ):
        assert asked(page, sought) > 20
        results(page, 20)
        assert page.locator("#results li").filter(has_not=page.locator(why)).count() == 0, sought


@pytest.mark.parametrize(
    ("plain", "address"),
    [
        ("Tirane", "edemskiy/e36.html#e51"),
        ("Tiranë", "edemskiy/e36.html#e51"),
        ("Gomulka", "memorandum-1956/m1.html#m37"),
        ("Kadar", "memorandum-1956/m1.html#m39"),
    ],
)
def test_plain_letters_find_accents_and_other_spellings(searched, plain, address):
    page = searched("?text=" + address.partition("/")[0])
    assert asked(page, plain)
    expect(page.locator(f"#results a[href='{address}']")).to_be_visible()


def test_a_result_leads_to_its_turn(searched, served):
    page = searched('?q="friendship cannot be forced"')
    assert found(page) == 1
    assert page.inner_text("#results .place a") == "Report of the meeting, 12 November 1960, turn 11"
    assert page.locator("#results mark").count() >= 3
    page.click("#results a")
    assert page.url == f"{served}report-1960/r3.html#r56"
    assert page.locator("#r56").evaluate("turn => turn.matches(':target')")


def test_filters_narrow_and_say_what_is_left(searched):
    page = searched("?q=wheat")
    every = found(page)
    page.select_option("#f-mode", "reported")
    expect(page.locator("#count")).not_to_have_text(f"{every} passages")
    assert found(page) < every
    options = page.locator("#f-text option:not([disabled])").all_inner_texts()
    assert "any" in options and len(options) < 6
    left = next(int(option.rpartition("(")[2].rstrip(")")) for option in options if option.startswith("The Khrushchevites"))
    page.select_option("#f-text", "khrushchevites")
    expect(page.locator("#count")).to_have_text(re.compile(rf"^{left} passages?$"))


@pytest.mark.parametrize(
    ("filters", "place"),
    [("?place=vlora", "Khrushchevites"), ("?year=1956&text=memorandum-1956", "Memorandum"), ("?mode=note&person=xoxe", "Memorandum")],
)
def test_filters_search_alone_and_stand_in_the_address(searched, filters, place):
    page = searched(filters)
    assert found(page) > 0
    expect(page.locator("#results .place").filter(has_text=place).first).to_be_visible()
    for part in filters.lstrip("?").split("&"):
        name, value = part.split("=")
        assert page.input_value(f"#f-{name}") == value


def test_the_question_is_kept_in_the_address_and_cleared(searched):
    page = searched()
    asked(page, "poplars")
    page.select_option("#f-text", "report-1960")
    page.wait_for_url("**/search.html?q=poplars&text=report-1960")
    page.click("text=Clear")
    page.wait_for_url("**/search.html")
    assert page.is_hidden("#found")


def test_more_passages_by_keyboard(searched):
    page = searched("?q=Khrushchev", PHONE)
    assert found(page) > 100
    results(page, 20)
    page.focus("#more")
    page.keyboard.press("Enter")
    results(page, 40)
    expect(page.locator("#results li:nth-child(21) a")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/*.html#*")
    page.go_back()
    results(page, 40)


def test_nothing_found_is_said_with_ways_on(searched):
    page = searched("?year=1961")
    assert asked(page, "poplars") == 0
    expect(page.locator("#count")).to_have_text(re.compile("; without the filters: [1-9]"))
    assert page.is_visible("#nothing a[href='#indexes']")


def test_from_disk_the_page_says_so_and_offers_the_indexes(opened):
    page = opened("search.html")
    assert "opened from disk" in page.inner_text(".refusal:visible") and page.is_hidden("#search")
    page.click(".indexes >> text=People")
    assert page.inner_text("h1").startswith("People")


def test_without_scripts_the_page_says_so_and_offers_the_indexes(opened):
    page = opened("search.html", java_script_enabled=False)
    assert "needs scripts" in page.inner_text(".refusal:visible") and page.is_hidden("#search")
    page.click(".indexes >> text=The Touch-Stone")
    assert "/khrushchevites/k" in page.url


@pytest.mark.parametrize("width", [360, 768, 1280, 2560])
def test_nothing_is_wider_than_the_screen(searched, width):
    page = searched("?q=Hoxha", width)
    found(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
