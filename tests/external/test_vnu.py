"""Every page of the site is valid HTML by the W3C's own checker (vnu)."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

VNU = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
JAVA = shutil.which("java")
LEFT_OUT = (
    # The checker reads files, so that a page has no origin for it and 'self' allows nothing; what browsers load and
    # refuse, tests/browser shows. It also takes a block of data (JSON-LD) for a script, which a browser never runs.
    "Content Security Policy",
    # Advice for pages of several articles. Ours is the whole page, and the heading of the page is its heading.
    "Article lacks heading",
    "Consider using the “h1” element as a top-level heading only",
)

pytestmark = [
    pytest.mark.skipif(JAVA is None, reason="java is not installed (Debian: default-jre-headless)"),
    pytest.mark.skipif(not VNU.exists(), reason="vnu is not installed (npm install --prefix tests/external vnu-jar)"),
]


def complaints(place: Path) -> list[str]:
    """Errors and warnings about a page, or about all pages of a folder, each once with the first page that has it."""
    command = [JAVA, "-Xss4m", "-jar", str(VNU), "--stdout", "--format", "json", "--skip-non-html", str(place)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300)
    found: dict[str, str] = {}
    for message in json.loads(run.stdout)["messages"]:
        if not any(words in message["message"] for words in LEFT_OUT):
            where = f"{message.get('url', place)}:{message.get('lastLine', '')}"
            found.setdefault(message["message"], f"{message['type']} {where} {message['message']}")
    return list(found.values())


def test_every_page_is_valid_html(whole_site: Path) -> None:
    assert complaints(whole_site) == []


def test_what_is_no_html_is_found(tmp_path: Path) -> None:
    page = tmp_path / "wrong.html"
    page.write_text('<!DOCTYPE html><html lang="en"><title>Wrong</title><p><div id="a"></div></p>', encoding="utf-8")
    assert complaints(page)
