"""The small invented edition, the edition of this repository, and both of them published once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rift.publish import publish
from rift.publish.files import load_edition
from rift.publish.site import plan
from rift.publish.synopsis.shared import Synopsis

HERE = Path(__file__).parent
SMALL = HERE / "cases" / "small" / "in"
REPOSITORY = HERE.parent.parent
FERRY = HERE / "ferry"  # an edition of three texts that tell the same events
EDITIONS = {"small": SMALL, "repository": REPOSITORY}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small edition that a test may spoil."""
    return shutil.copytree(SMALL, tmp_path / "edition")


@pytest.fixture(scope="session")
def ferry() -> Synopsis:
    """What the pages about the events of the ferry share."""
    return Synopsis(plan(load_edition(FERRY), {"html"}))


@pytest.fixture(scope="session")
def publisheds(once) -> dict[Path, Path]:
    """The folder that each edition was published into, by the edition's root."""
    return {root: once(name, lambda folder, root=root: publish(root, folder, {"html", "text"})) for name, root in EDITIONS.items()}


@pytest.fixture(params=EDITIONS.values(), ids=EDITIONS)
def published(request, publisheds) -> tuple[Path, Path]:
    """Root of an edition and the folder that it was published into."""
    return request.param, publisheds[request.param]
