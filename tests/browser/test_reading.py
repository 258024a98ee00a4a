"""What a reading page says of its words and where one is in it: by mouse, keyboard and touch."""

from __future__ import annotations

import pytest

PHONE, TABLET, DESKTOP = 390, 768, 1366
CHAPTER = "khrushchevites/k390.html"
UNDERLINED = "() => [...document.querySelectorAll(':is(.text, .notes) :is(.name, .title)')].filter(name => getComputedStyle(name).textDecorationLine != 'none').length"


def choose(page, what: str) -> None:
    page.click(".view summary")
    page.check(f".view [data-show={what}]")
    page.keyboard.press("Escape")


def test_a_correction_is_explained_at_the_word(opened):
    page = opened(CHAPTER)
    page.focus(".text .corr >> nth=1")
    assert page.inner_text(".note-box").startswith("in the source: ")
    page.click(".note-box a")
    assert page.inner_text("h1") == "Corrections"


def test_a_correction_is_explained_on_a_phone_and_only_while_it_is_shown(opened):
    page = opened(CHAPTER, PHONE, has_touch=True, is_mobile=True)
    page.tap(".text .corr >> nth=1")
    assert page.inner_text(".note-box").startswith("in the source: ")
    page.tap(".note-box .close")
    page.tap(".view summary")
    page.uncheck(".view [data-show=corrections]")
    page.tap(".view summary")
    page.tap(".text .corr >> nth=1")
    assert page.locator(".note-box").count() == 0


def test_foreign_words_dates_and_names_are_explained_when_they_are_shown(opened):
    page = opened(CHAPTER)
    page.focus(".text a.foreign")
    assert page.locator(".note-box").count() == 0
    for what, word, said in [
        ("dates", "time >> text=Next day", "6 March 1953"), ("names", "a.name >> text=/^Khrushchev$/ >> nth=0", "Nikita Sergeyevich"),
        ("foreign", "a.foreign >> nth=0", "Russian"),
    ]:
        choose(page, what)
        page.hover(f".text {word}")
        assert said in page.inner_text(".note-box")
    page.click(".note-box a")
    assert "/glossary.html#ru-Latn-" in page.url


def test_names_are_underlined_when_they_are_asked_for_and_never_on_paper(opened):
    page = opened("memorandum-1956/m1.html")
    assert page.evaluate(UNDERLINED) == 0
    choose(page, "names")
    assert page.evaluate(UNDERLINED) > 50
    page.emulate_media(media="print")
    assert page.evaluate(UNDERLINED) == 0


@pytest.mark.parametrize("width", [360, TABLET, 960])
def test_numbers_of_printed_pages_stand_beside_the_text(opened, width):
    page = opened("khrushchevites/k5830.html", width)
    beside = page.evaluate("""() => [...document.querySelectorAll('.text p > .pb')].map(pb =>
        parseFloat(getComputedStyle(pb, '::after').left) - pb.closest('.text').clientWidth)""")
    assert len(beside) > 5 and min(beside) > 2
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_the_list_of_contents_is_one_step_away(opened):
    page = opened(CHAPTER, PHONE, java_script_enabled=False)
    page.click("text=Contents")
    assert 0 <= page.locator(".goto").bounding_box()["y"] < 844


def test_the_list_of_contents_marks_the_part_that_is_read(opened):
    page = opened("edemskiy/e36.html", DESKTOP)
    here = page.locator(".contents [aria-current=location]")
    page.click(".contents a[href^='#'] >> nth=-1")
    page.wait_for_function("document.querySelector('.contents [aria-current=location]')")
    assert here.get_attribute("href") == page.url[page.url.index("#"):]
    page.evaluate("scrollTo(0, 0)")
    here.wait_for(state="detached")


def test_every_paragraph_of_a_list_has_its_address_and_its_sign(opened):
    page = opened("tirana-observatory/t118.html", DESKTOP)
    paragraphs = page.locator(".numbered > li > p")
    assert paragraphs.count() == page.locator(".numbered > li > p > .permalink").count() == 8
    assert page.locator("#t128 > .retold").is_visible()


def test_a_fragment_that_cannot_be_read_is_none(opened):
    page = opened("khrushchevites/k390.html#100%", DESKTOP)  # an error of the script fails the test
    page.click(".cite summary")
    assert page.inner_text(".cite summary").strip() == "Cite"
