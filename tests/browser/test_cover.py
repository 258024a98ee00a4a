"""The cover as a raster, for shelves that show no SVG: it is of the cover that is drawn.

``pytest tests/browser/test_cover.py --regenerate`` makes it anew; look at it before you commit it. Where P052 or another
cut of Palatino is not installed, its letters are others.
"""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from rift.publish.book.epub import fingerprint

RASTER = Path(__file__).parents[2] / "transforms" / "epub" / "assets" / "cover.png"
COLOURS = 24


def raster(browser, drawn: bytes) -> bytes:
    """What Chromium shows of the drawn cover, as a PNG that says of which it is."""
    image = pytest.importorskip("PIL.Image", reason="Pillow is not installed (pip install 'rift[test]')")
    from PIL.PngImagePlugin import PngInfo

    page = browser.new_page(viewport={"width": 1600, "height": 2400})
    page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{drawn.decode().partition('?>')[2]}")
    shown, said, packed = image.open(io.BytesIO(page.screenshot())).convert("RGB"), PngInfo(), io.BytesIO()
    said.add_text("Source", fingerprint(drawn).decode())
    shown.quantize(COLOURS, dither=image.Dither.NONE).save(packed, "PNG", optimize=True, pnginfo=said)
    return packed.getvalue()


def test_the_raster_cover_shows_the_drawn_one(site, request, pytestconfig):
    with ZipFile(next(site.glob("epub/*.epub"))) as book:
        drawn = book.read("EPUB/cover.svg")
        if pytestconfig.getoption("--regenerate"):
            RASTER.write_bytes(raster(request.getfixturevalue("browser"), drawn))
        else:
            assert book.read("EPUB/cover.png") == RASTER.read_bytes()
    assert fingerprint(drawn) in RASTER.read_bytes(), "the cover has changed: pytest tests/browser/test_cover.py --regenerate"
