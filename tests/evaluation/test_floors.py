"""No figure of the edition falls below its floor."""

from __future__ import annotations

import pytest

from . import floors
from .figures import Figure, digest
from .measure import measure

PINNED = floors.read()


@pytest.fixture(scope="module")
def figures() -> dict[str, Figure]:
    return {figure.name: figure for figure in measure()}


def test_the_gold_is_that_on_which_the_floors_were_measured():
    assert digest() == PINNED.gold


def test_no_floor_was_lowered_by_hand():
    assert floors.seal(PINNED.gold, PINNED.figures) == PINNED.seal, "set floors by python -m evaluation --raise or --lower"


def test_every_figure_has_a_floor(figures):
    assert set(figures) == set(PINNED.figures)


@pytest.mark.parametrize("name", PINNED.figures)
def test_no_figure_falls_below_its_floor(figures, name):
    figure, floor = figures[name], PINNED.figures[name]
    assert floor.holds(figure), f"{figure}, floor {floor}\nmissed: {figure.missed[:9]}\nextra: {figure.extra[:9]}"
