"""What a build finds out is there for the next one, as long as it is asked for."""

from __future__ import annotations

from rift.publish.memory import Memory


def kept(program: str = "", **found: int) -> dict:
    """What a build keeps that found these."""
    memory = Memory(program=program)
    for made_from, value in found.items():
        memory.of(made_from, lambda value=value: value)
    return memory.kept


def test_what_is_known_is_not_found_again():
    memory = Memory(kept(a=1))
    assert memory.of("a", lambda: 2) == 1
    assert memory.of("b", lambda: 3) == 3
    assert memory.of("b", lambda: 4) == 3


def test_what_nobody_asked_for_is_forgotten():
    memory = Memory(kept(a=1, old=2))
    memory.of("a", lambda: 0)
    memory.of("new", lambda: 3)
    assert memory.kept == kept(a=1, new=3)


def test_another_program_finds_it_again():
    assert Memory(kept("one", a=1), "two").of("a", lambda: 2) == 2
