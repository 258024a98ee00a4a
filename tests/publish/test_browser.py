"""The reading page in a browser: notes, toggles and permalinks, with scripts and without, from disk."""

from __future__ import annotations

import shutil

import pytest

from .conftest import REPOSITORY, SMALL

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install 'rift[test]')")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (Debian: chromium)")

DESKTOP, TABLET, PHONE = (1440, 900), (900, 900), (390, 844)


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture
def chapter(publisheds) -> str:
    return (publisheds[SMALL] / "harbour" / "h3.html").as_uri()


def opened(browser, address: str, size: tuple[int, int] = DESKTOP, **settings):
    """A page at ``address``; complaints of the browser (policy, errors) and requests to hosts fail the test at once."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **settings)
    page = context.new_page()
    page.on("console", lambda message: pytest.fail(f"console: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: pytest.fail(f"script: {error}"))
    page.on("request", lambda request: request.url.startswith("file:") or pytest.fail(f"request: {request.url}"))
    page.goto(address)
    return page


def test_notes_stand_in_the_margin_where_it_is_wide(browser, chapter):
    page = opened(browser, chapter)
    assert page.locator(".margin-note:visible").count() == 4
    tops = [page.locator(".margin-note").nth(n).bounding_box() for n in range(4)]
    assert all(a["y"] + a["height"] <= b["y"] for a, b in zip(tops, tops[1:], strict=False))
    assert page.locator(".note-box").count() == 0


def test_a_note_opens_on_hover_and_on_focus_and_closes_with_escape(browser, chapter):
    page = opened(browser, chapter, TABLET)
    page.hover("#h7\\.note-mark")
    assert "In Italian." in page.locator(".note-box").inner_text()
    page.mouse.move(0, 0)
    page.wait_for_selector(".note-box", state="detached")
    page.focus("#h3\\.note-mark")
    assert page.locator(".note-box").inner_text() == "1 So called."
    page.keyboard.press("Escape")
    assert page.locator(".note-box").count() == 0


def test_a_touch_opens_the_note_at_the_foot_of_the_screen(browser, chapter):
    page = opened(browser, chapter, PHONE, has_touch=True, is_mobile=True)
    page.tap("#h7\\.note-mark")
    page.tap("#h3\\.note-mark")
    page.wait_for_timeout(250)  # longer than a box waits for the mouse
    assert page.locator(".note-box").inner_text() == "1 So called.\n×"
    box = page.locator(".note-box").bounding_box()
    assert box["x"] == 0 and box["width"] == 390 and abs(box["y"] + box["height"] - 844) < 1
    page.tap("h1", position={"x": 5, "y": 5})
    assert page.locator(".note-box").count() == 0


def test_the_source_reading_is_shown_and_remembered(browser, chapter):
    page = opened(browser, chapter)
    text = page.locator(".text")
    assert "We land. Ben is late." in text.inner_text() and "Nearly all left," in text.inner_text()
    page.click(".view summary")
    page.click("text=Source reading")
    assert "We land. Bcn is late." in text.inner_text() and "Nearly left/," in text.inner_text()
    page.reload()
    assert "We land. Bcn is late." in text.inner_text()
    page.click(".view summary")
    page.click("text=Source reading")
    assert "We land. Ben is late." in text.inner_text() and "Nearly all left," in text.inner_text()


def test_without_scripts_everything_can_be_read_and_followed(browser, chapter):
    page = opened(browser, chapter, java_script_enabled=False)
    assert not page.is_visible(".view")
    page.click("#h7\\.note-mark")
    assert page.url.endswith("#h7.note")
    assert page.is_visible("#h7\\.note")
    page.click("#h7\\.note .back")
    assert page.url.endswith("#h7.note-mark")


def test_a_long_list_of_chapters_shows_the_one_that_is_read(browser, publisheds):
    chapters = sorted((publisheds[REPOSITORY] / "khrushchevites").glob("k1*.html"), key=lambda path: int(path.stem[1:]))
    page = opened(browser, chapters[-1].as_uri(), (1366, 500))
    contents, here = page.locator(".contents > ol").bounding_box(), page.locator(".contents [aria-current]").bounding_box()
    assert contents["y"] <= here["y"] and here["y"] + here["height"] <= contents["y"] + contents["height"] <= 500
    assert page.evaluate("document.querySelector('.contents > ol').scrollTop") > 0
    assert page.locator(".contents .goto").bounding_box()["y"] < contents["y"]
    assert page.evaluate("scrollY") == 0


def test_nothing_is_wider_than_the_screen(browser, publisheds):
    out = publisheds[REPOSITORY]
    kinds = ["index.html", "khrushchevites/index.html", "khrushchevites/corrections.html", "khrushchevites/k390.html"]
    page = opened(browser, (out / "index.html").as_uri())
    for kind in [*kinds, "report-1960/r3.html", "tirana-observatory/t75.html"]:
        page.goto((out / kind).as_uri())
        for width in (360, 768, 1280, 2560):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (kind, width)
