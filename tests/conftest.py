"""What all tests share."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from rift.publish import FORMATS, publish

REPOSITORY = Path(__file__).parents[1]

# Files and folders of tests that take long, the longest first.
BROWSER = "tests/browser/"
LONG = (
    BROWSER,
    "tests/edition/",
    "tests/external/test_epubcheck.py",
    "tests/external/test_vnu.py",
    "tests/publish/test_rights.py",
    "tests/cli/",
    "tests/publish/test_browser.py",
    "tests/external/",
    "tests/verify/",
    "tests/publish/",
)

# Equal runs try equal examples; a busy machine is no failure.
settings.register_profile("rift", deadline=None, derandomize=True)
settings.load_profile("rift")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write the golden files of tests/cases and the raster cover anew; look at what changed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first, so that no process is left alone with it at the end."""
    items.sort(key=lambda item: next((n for n, start in enumerate(LONG) if item.nodeid.startswith(start)), len(LONG)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log):
    """Processes take whole files, in the order above, so that a fixture of a module is made by one process only.

    One of them takes all of ``tests/browser``, for a Chromium is started but once. Without xdist, or where
    another way to share the tests was asked for (``--dist``), nothing of this happens.
    """
    if config.getvalue("dist") != "load":
        return None
    from xdist.scheduler import LoadFileScheduling

    class Together(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return BROWSER if nodeid.startswith(BROWSER) else super()._split_scope(nodeid)

    config.option.loadscopereorder = False  # else files of many short tests would come first
    return Together(config, log)


@pytest.fixture(scope="session")
def once(tmp_path_factory) -> Callable[[str, Callable[[Path], object]], Path]:
    """Has a folder made once for all processes of a run: who comes second waits, and takes what the first has made."""
    here = tmp_path_factory.getbasetemp()
    shared = here.parent if os.environ.get("PYTEST_XDIST_WORKER") else here

    def made(name: str, make: Callable[[Path], object]) -> Path:
        folder = shared / name / "made"
        folder.parent.mkdir(exist_ok=True)
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                make(folder)
        return folder

    return made


@pytest.fixture(scope="session")
def whole_site(once) -> Path:
    """The folder that the edition of this repository was published into in every format.

    The PDF apart: it takes longer than everything else, and no page leads to what is in it.
    """
    return once("whole-site", lambda folder: publish(REPOSITORY, folder, set(FORMATS) - {"pdf"}))


@pytest.fixture(scope="session")
def public_site(once) -> Path:
    """The same for the public: withheld texts without their words. That it could be made says that no file holds any."""
    return once("public-site", lambda folder: publish(REPOSITORY, folder, set(FORMATS) - {"pdf"}, audience="public"))


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
