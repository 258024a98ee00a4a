"""What all tests share."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest
from hypothesis import settings

from rift.publish import FORMATS, publish

REPOSITORY = Path(__file__).parents[1]

# Equal runs try equal examples; a busy machine is no failure.
settings.register_profile("rift", deadline=None, derandomize=True)
settings.load_profile("rift")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write the golden files of tests/cases anew; read the diff")


@pytest.fixture(scope="session")
def whole_site(tmp_path_factory) -> Path:
    """The folder that the edition of this repository was published into in every format, once for all processes of a run.

    The PDF apart: it takes longer than everything else, and no page leads to what is in it.
    """
    here = tmp_path_factory.getbasetemp()
    shared = here.parent if os.environ.get("PYTEST_XDIST_WORKER") else here
    with (shared / "whole-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        publish(REPOSITORY, shared / "whole-site", set(FORMATS) - {"pdf"})  # the second process finds everything as it should be
    return shared / "whole-site"


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    """Where nothing may be skipped (RIFT_NO_SKIP, set by CI), a skipped test has failed."""
    report = (yield).get_result()
    if os.environ.get("RIFT_NO_SKIP") and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be: {report.longrepr}"


@pytest.hookimpl(hookwrapper=True)
def pytest_make_collect_report(collector: pytest.Collector):
    """A module that skips itself has failed there too."""
    report = (yield).get_result()
    if os.environ.get("RIFT_NO_SKIP") and report.outcome == "skipped":
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be: {report.longrepr}"
