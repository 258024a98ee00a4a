"""Indexes of the registers: sorted and searched with scripts, grouped without; names as links on demand."""

from __future__ import annotations

import pytest

PHONE, DESKTOP = 390, 1280


def first(page, cell: str = "th") -> str:
    return page.locator(f".register tbody tr:not(.group):visible {cell}").first.inner_text()


def test_an_index_is_sorted_by_its_headings_and_the_letters_come_back(opened):
    page = opened("people/index.html")
    as_it_came = page.locator("tbody tr").all_inner_texts()
    mentions = page.get_by_role("button", name="Mentions")
    mentions.click()
    assert first(page).startswith("Khrushchev")
    assert page.locator("tr.group:visible").count() == 0
    numbers = [int(n or 0) for n in page.locator("td.mentioned").all_inner_texts()]
    assert numbers == sorted(numbers, reverse=True)
    mentions.click()
    assert page.get_attribute("th:has-text('Mentions')", "aria-sort") == "ascending"
    mentions.click()
    assert page.locator("tbody tr").all_inner_texts() == as_it_came


def test_dates_are_sorted_as_dates(opened):
    page = opened("works/index.html")
    page.get_by_role("button", name="Date").click()
    keys = page.locator("td[data-key]").evaluate_all("cells => cells.map(cell => cell.dataset.key).filter(key => key)")
    assert keys == sorted(keys) and len(keys) > 60


def test_a_letter_leads_to_its_names_also_when_they_are_sorted_otherwise(opened):
    page = opened("people/index.html")
    page.get_by_role("button", name="Side").click()
    page.get_by_role("link", name="K", exact=True).click()
    assert page.locator("#g-k").is_visible() and page.url.endswith("#g-k")


def test_a_name_is_found_without_its_accents(opened):
    page = opened("people/index.html")
    page.fill(".find input", "kadar")
    assert page.locator(".register tbody tr:visible").all_inner_texts()[0] == "K"
    assert first(page) == "Kádár, János"
    page.fill(".find input", "gomulka")
    assert first(page) == "Gomułka, Władysław"
    page.fill(".find input", "zyzzyva")
    assert page.is_visible("text=Nothing found.")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_without_scripts_an_index_is_grouped_by_letter(opened, width):
    page = opened("people/index.html", width, java_script_enabled=False)
    assert page.locator(".find").count() == 0
    page.click("text=Unnamed")
    assert page.url.endswith("#g-unnamed")
    page.click("a:text-is('Beria, Lavrentiy')")
    assert page.inner_text("h1") == "Lavrentiy Beria"
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_mention_leads_to_its_place_and_the_name_back(opened):
    page = opened("people/beria.html", java_script_enabled=False)
    page.click(".mentions .citations .where >> nth=-1")
    block = page.url.rpartition("#")[2]
    page.locator(f"[id='{block}'] a.person[href$='people/beria.html']").first.click()
    assert page.inner_text("h1") == "Lavrentiy Beria"


def test_names_look_like_links_only_when_they_are_asked_for(opened):
    page = opened("khrushchevites/k390.html")
    name = page.locator(".text a.name").first
    line = "element => getComputedStyle(element).textDecorationLine"
    assert name.evaluate(line) == "none" and name.get_attribute("tabindex") == "-1"
    page.click(".view summary")
    page.click(".view label:has-text('Names')")
    assert name.evaluate(line) == "underline" and name.get_attribute("tabindex") == "0"


def test_on_a_phone_the_parts_of_an_entry_are_listed_under_its_heading(opened):
    page = opened("people/hoxha.html", PHONE, java_script_enabled=False)
    assert page.locator(".contents").is_hidden()
    page.click("text=On this page")
    page.click(".on-page >> text=Spoken in a record")
    assert page.url.endswith("#said-record")


def test_three_modes_of_speech_have_a_part_each(opened):
    page = opened("people/khrushchev.html")
    assert page.locator("h2[id^='said-']").evaluate_all("heads => heads.map(head => head.id)") == [
        "said-record", "said-narrative", "said-quoted"]
    page.click(".contents a[href='#said-quoted']")
    assert page.locator("#said-quoted").is_visible()
