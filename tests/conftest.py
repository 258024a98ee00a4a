"""What all tests share."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# Equal runs try equal examples; a busy machine is no failure.
settings.register_profile("rift", deadline=None, derandomize=True)
settings.load_profile("rift")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write the golden files of tests/cases anew; read the diff")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    """Where nothing may be skipped (RIFT_NO_SKIP, set by CI), a skipped test has failed."""
    report = (yield).get_result()
    if os.environ.get("RIFT_NO_SKIP") and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be: {report.longrepr}"
