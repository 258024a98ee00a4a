"""Citing a page and a passage, going to a page, persons and time: by mouse and keyboard, with scripts and without."""

from __future__ import annotations

import pytest

PHONE, DESKTOP = 390, 1280
CHAPTER, RECORD = "khrushchevites/k1563.html", "report-1960/r3.html"


def citation(page, style: str = "chicago") -> str:
    return page.locator(f".style:has(#cite-{style}) :is(.citation, pre)").inner_text()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_page_is_cited(opened, width, scripts):
    page = opened(RECORD, width, java_script_enabled=scripts)
    page.click(".cite summary")
    assert citation(page).startswith("F. Gjerazi, “Report of the Meeting") and "version" in citation(page)
    assert citation(page, "bibtex").startswith("@misc{report-1960-r3,")
    assert page.locator(".cite .copy:visible").count() == (5 if scripts else 0)
    box = page.locator(".cite .panel").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width


def test_a_turn_is_cited_when_its_address_is_chosen(opened):
    page = opened(RECORD)
    page.click("#r56 .permalink >> nth=0")
    assert page.inner_text(".cite summary") == "Cite turn 11"
    page.click(".cite summary")
    assert "trans. Enkel Daljani, turn 11, Central State Archive" in citation(page)
    assert citation(page).endswith("report-1960/r3.html#r56.")
    assert "; turn 11}," in citation(page, "bibtex") and "@misc{report-1960-r56," in citation(page, "bibtex")
    assert "N1  - turn 11" in citation(page, "ris") and '; turn 11",' in citation(page, "csl")
    with page.expect_download() as download:
        page.click(".style:has(#cite-bibtex) [download]")
    assert download.value.suggested_filename == "report-1960-r56.bib"
    assert "; turn 11}," in download.value.path().read_text(encoding="utf-8")
    page.click("text=Cite the whole page")
    assert page.get_attribute(".style:has(#cite-bibtex) [download]", "href") == "../report-1960/r3.bib"
    assert "turn 11" not in citation(page) and citation(page).endswith("report-1960/r3.html.")
    assert page.inner_text(".cite summary").strip() == "Cite"


@pytest.mark.parametrize(
    ("address", "what"),
    [
        (f"{CHAPTER}#k1820", "p. 32"),
        (f"{CHAPTER}#k1956.pb", "p. 34"),
        ("memorandum-1956/m1.html#m21", "para. 12"),
        ("memorandum-1956/m1.html#m13.note", "note iii"),
        ("tirana-observatory/t10.html#t12", "speech, para. 1"),
        ("tirana-observatory/t118.html#t124.p", "note of 4 December 1961, para. 2"),
        ("edemskiy/e36.html#e101", "para. 20"),  # counted in the study, not from the beginning of the page
    ],
)
def test_page_paragraph_and_note_are_cited(opened, address, what):
    page = opened(address)
    assert page.inner_text(".cite summary") == f"Cite {what}"
    page.click(".cite summary")
    assert what in citation(page) and citation(page).endswith(f"{address}.")


def test_the_pages_of_a_chapter_give_way_to_that_of_a_passage(opened):
    page = opened(CHAPTER)
    page.click(".cite summary")
    assert "The Khrushchevites, 1980, pp. 29–39. The Rift" in citation(page, "mla")
    page.evaluate("location.hash = '#k1820'")
    page.wait_for_selector(".cite.chosen")
    assert "The Khrushchevites, 1980, p. 32. The Rift" in citation(page, "mla")
    page.evaluate("location.hash = '#k1563'")  # the chapter itself
    page.wait_for_function("document.querySelector('.cite .what').textContent === 'this passage'")
    assert "The Khrushchevites, 1980, pp. 29–39. The Rift" in citation(page, "mla")


def test_a_citation_is_copied(browser, served):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{served}{CHAPTER}")
    page.click(".cite summary")
    page.click(".style:has(#cite-mla) .copy")
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == citation(page, "mla")
    assert copied.endswith(f"{served}{CHAPTER}.")  # an edition that does not know its address asks the browser


def test_the_panel_closes_with_escape_and_gives_the_focus_back(opened):
    page = opened(CHAPTER)
    page.focus(".cite summary")
    page.keyboard.press("Enter")
    assert page.is_visible(".cite .panel")
    page.keyboard.press("Escape")
    assert page.is_hidden(".cite .panel")
    assert page.evaluate("document.activeElement === document.querySelector('.cite summary')")


def test_going_to_a_page_of_this_and_of_another_chapter(opened):
    page = opened(CHAPTER)
    page.fill("#page-number", "35")
    page.press("#page-number", "Enter")
    page.wait_for_url("**/k1563.html#k*.pb")
    assert "35" in page.locator(":target").get_attribute("data-n")
    page.fill("#page-number", "57")
    page.click(".goto button")
    page.wait_for_url("**/k2417.html#k*.pb")
    assert "57" in page.locator(":target").get_attribute("data-n")
    page.fill("#page-number", "999")
    page.click(".goto button")
    assert page.inner_text(".goto [role=status]") == "pages 9 to 268"


def test_without_scripts_the_form_leads_to_the_list_of_pages(opened):
    page = opened(CHAPTER, java_script_enabled=False)
    page.fill("#page-number", "57")
    page.press("#page-number", "Enter")
    page.wait_for_url("**/khrushchevites/index.html?page=57#pages")
    page.click(".printed-pages >> text='57'")
    assert "57" in page.locator(":target").get_attribute("data-n")


def test_persons_of_a_document_and_the_next_one_in_time(opened):
    page = opened(RECORD, java_script_enabled=False)
    page.click(".people summary")
    assert page.locator(".people li").count() > 15
    page.click(".in-time .next")
    page.click(".in-time .previous")
    assert page.url.endswith(RECORD)
