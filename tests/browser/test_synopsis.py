"""From one telling to the other in two clicks; the chronology and its filters."""

from __future__ import annotations

import pytest

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install 'rift[test]')").expect

PHONE, DESKTOP = 390, 1280


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_from_a_turn_to_the_memoir_and_back_in_two_clicks_each(opened, width, scripts):
    page = opened("report-1960/r3.html#r254", width, java_script_enabled=scripts)
    page.click("#r254 .retold")
    page.click("#r254\\.told a[href$='#k18897'] >> nth=0")
    assert page.url.endswith("khrushchevites/k16273.html#k18897")
    assert page.locator("#k18897").evaluate("element => element.matches(':target')")
    page.click("#k18897 .retold")
    page.click("#k18897\\.told a[href$='#r254'] >> nth=0")
    assert page.url.endswith("report-1960/r3.html#r254")


def test_a_sign_opens_its_list_in_a_box_from_which_the_event_is_reached(opened):
    page = opened("report-1960/r3.html")
    assert not page.is_visible(".told li")
    page.hover("#r254 .retold")
    page.click(".note-box .event-link >> text=Take back that statement")
    assert page.inner_text("h1") == "“Take back that statement” – “Put it in your pocket”"


def test_on_a_phone_a_sign_says_where_and_its_list_is_a_sheet_that_can_be_closed(opened):
    page = opened("report-1960/r3.html", PHONE, has_touch=True, is_mobile=True)
    assert page.inner_text("#r56 .retold") == "told also in The Khrushchevites, Edemskiy\u00a0·\u00a04"
    page.tap("#r56 .retold")
    assert page.locator(".note-box .boxed > li").count() == 4
    page.tap(".note-box .close")
    assert page.locator(".note-box").count() == 0 and not page.is_visible(".told li")


def test_a_sign_does_not_make_a_speech_longer(opened):
    page = opened("report-1960/r3.html", 1366)
    longer = page.evaluate("""() => [...document.querySelectorAll('.turn:has(> .retold) > .words')].map(words =>
        words.getBoundingClientRect().bottom - words.lastElementChild.getBoundingClientRect().bottom)""")
    assert len(longer) > 60 and max(longer) < 1


def test_words_that_differ_are_marked_and_lead_to_the_other_telling(opened):
    page = opened("events/ev-m60-take-back.html")
    assert page.locator("#r254 mark").all_inner_texts() == ["you should", "that statement"]
    page.click("#r254 .counterpart a")
    assert page.url.endswith("#k18897")


def test_a_quotation_leads_to_the_passage_quoted_and_back(opened):
    page = opened("edemskiy/e36.html#e109.said", java_script_enabled=False)
    page.click("#e109\\.said .cited")
    assert page.url.endswith("report-1960/r3.html#r252")
    page.click("#r252 .retold")
    page.click("#r252\\.told li:has-text('quoted in') a[href$='#e109.said']")
    assert page.url.endswith("edemskiy/e36.html#e109.said")


@pytest.mark.parametrize(("path", "signs"), [("khrushchevites/k16273.html", 100), ("memorandum-1956/m1.html", 30), ("tirana-observatory/t75.html", 4)])
def test_marks_in_the_margin_do_not_lie_on_each_other(opened, path, signs):
    page = opened(path)
    boxes = page.evaluate("""() => [...document.querySelectorAll('.retold, .margin-note')].map(sign => {
        const {top, bottom, height} = sign.getBoundingClientRect(); return [top, bottom, height]; })""")
    seen = sorted((top, bottom) for top, bottom, height in boxes if height)
    assert len(seen) > signs
    assert not [(a, b) for a, b in zip(seen, seen[1:], strict=False) if a[1] > b[0] + 1]


@pytest.mark.parametrize("path", ["memorandum-1956/m1.html", "tirana-observatory/t75.html"])
def test_every_note_stands_in_the_margin_near_its_mark(opened, path):
    page = opened(path, 1366)
    away = page.evaluate("""() => [...document.querySelectorAll('.text [role=doc-noteref]')].map(mark =>
        mark.parentElement.previousElementSibling.getBoundingClientRect().top - mark.getBoundingClientRect().top)""")
    assert page.locator(".margin-note:visible").count() == len(away) > 0
    assert all(-30 < distance < 200 for distance in away)


def test_the_chronology_is_narrowed_by_text_person_and_difference(opened):
    page = opened("events/index.html")
    every = page.locator(".year li[data-texts]").count()
    assert page.inner_text(".filter output") == f"{every} of {every} events"
    assert page.is_hidden("text=Show all")
    page.check("text=Memorandum")
    page.select_option("#filter-person", "gomulka")
    shown = page.locator(".year li[data-people~='gomulka']:visible")
    assert shown.count() and page.locator(".year[aria-labelledby]:visible").count() < page.locator(".year[aria-labelledby]").count()
    assert all("memorandum-1956" in texts for texts in shown.evaluate_all("items => items.map(item => item.dataset.texts)"))
    assert page.locator(".timeline a.out").count() > every / 2
    assert page.locator(".years li:visible").count() == page.locator(".year[aria-labelledby]:visible").count()
    page.locator(".year li:visible > .event-link").first.click()
    page.go_back()
    expect(page.locator("#filter-person")).to_have_value("gomulka")
    assert shown.count() == page.locator(".year li[data-people~='gomulka'][data-texts~='memorandum-1956']").count()
    page.check("[value=report-1960]")
    assert page.inner_text(".filter output") == "No event fits."
    page.click("text=Show all")
    expect(page.locator(".timeline a.out")).to_have_count(0)


def test_without_scripts_the_chronology_has_years_and_no_form(opened):
    page = opened("events/index.html", java_script_enabled=False)
    assert not page.is_visible("form.filter")
    page.click(".years a:has-text('1960')")
    assert page.url.endswith("#y1960")
    page.click(".timeline a[data-event='ev-m60-macmillan']")
    assert page.inner_text("h1") == "Khrushchev: Macmillan wanted to talk to me this way"


def test_on_a_phone_a_table_of_months_leads_into_the_list(opened):
    page = opened("events/index.html", PHONE, java_script_enabled=False)
    assert not page.is_visible(".timeline svg")
    november = page.get_by_role("link", name="November 1960: ")
    assert int(november.inner_text()) > 50
    november.click()
    assert page.locator(".year li:target").count() == 1


def test_a_note_is_headed_by_who_sent_it(opened):
    page = opened("events/ev-shikin-conditions-1961.html", java_script_enabled=False)
    run = page.locator(".run", has=page.locator("#t79"))
    assert run.locator(".run-head").inner_text().startswith("diplomatic note · Ministry of Foreign Affairs of the USSR, 25 November 1961\n")
    assert "Nikolai Firyubin delivered by" in run.locator(".chain").inner_text()
    page.click(".run-head b a >> nth=0")
    assert page.url.endswith("editorial.html#evidence.note")


def test_a_difference_and_its_passages_lead_to_each_other(opened):
    page = opened("events/ev-shikin-conditions-1961.html", java_script_enabled=False)
    page.click("#d2 .passages a >> nth=1")
    told = page.locator(".told-passage:target")
    told.locator(".differs a", has_text="Date").click()
    assert page.url.endswith("#d2")


@pytest.mark.parametrize("width", [360, 768, 1000, 1024, 1280, 2560])
def test_nothing_is_wider_than_the_screen(opened, width):
    paths = ["index", "contradictions", "reports", "ev-meeting-1960-11-12", "ev-m60-macmillan", "ev-moscow-june-1953"]
    page = opened("events/index.html", width)
    for path in paths:
        page.goto(page.url.rpartition("/")[0] + f"/{path}.html")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
