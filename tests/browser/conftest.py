"""The edition of this repository, published once, and Chromium to read it with. Skipped where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
# Chromium reads the last list of features only, so that this one takes the place of Playwright's; what bears on these
# tests is taken over from there. The first two are the pop-ups of the address bar: nobody sees them, and each window has
# two processes for them, which take as long as the page itself.
WITHOUT = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "PaintHolding", "HttpsUpgrades", "MediaRouter", "OptimizationHints",
           "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch", "DestroyProfileOnBrowserClose"]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", f"--disable-features={','.join(WITHOUT)}"]


@pytest.fixture(scope="session")
def site(whole_site) -> Path:
    """The folder that the edition was published into."""
    return whole_site


class Quiet(SimpleHTTPRequestHandler):
    """Hands out files and does not talk about it."""

    def log_message(self, *_) -> None:
        pass

    def handle(self) -> None:
        """A window that is closed may not wait for its files."""
        with suppress(ConnectionError):
            super().handle()


@pytest.fixture(scope="session")
def served(site) -> Iterator[str]:
    """Address of a web server that hands out the site, with a slash at its end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="package")
def chromium():
    """Chromium, till the tests of this folder are done: a process may have one Playwright at a time."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install 'rift[test]')")
    if CHROMIUM is None:
        pytest.skip("chromium is not installed (Debian: chromium)")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def browser(chromium):
    """Chromium; windows that a test leaves open are closed, for they go on working."""
    yield chromium
    for context in chromium.contexts:
        context.close()


@pytest.fixture
def opened(browser, site) -> Callable:
    """Opens a page of the site from disk; complaints of the browser and requests to hosts fail the test at once."""

    def open_page(path: str, width: int = 1280, **settings):
        context = browser.new_context(viewport={"width": width, "height": 900}, **settings)
        page = context.new_page()
        page.on("console", lambda message: pytest.fail(f"console: {message.text}") if message.type == "error" else None)
        page.on("pageerror", lambda error: pytest.fail(f"script: {error}"))
        page.on("request", lambda request: request.url.startswith("file:") or pytest.fail(f"request: {request.url}"))
        file, mark, anchor = path.partition("#")
        page.goto((site / file).as_uri() + mark + anchor)
        return page

    return open_page
