"""Java, which all checkers of this folder run on."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def soon_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """Java does not take time to get fast: no checker runs long enough for that, so that it takes half the time."""
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
