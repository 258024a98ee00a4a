"""A test that asks for ``broken`` runs for each broken copy."""

from __future__ import annotations

import pytest

from .broken import broken_cases


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "broken" in metafunc.fixturenames:
        cases = broken_cases()
        metafunc.parametrize("broken", cases, ids=[f"{number}-{case.code}" for number, case in enumerate(cases, 1)])
