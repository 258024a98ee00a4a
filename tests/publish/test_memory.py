"""What a build finds out is there for the next one, as long as it is asked for."""

from __future__ import annotations

from rift.publish.memory import Memory


def test_what_is_known_is_not_found_again():
    memory = Memory({"a": 1})
    assert memory.of("a", lambda: 2) == 1
    assert memory.of("b", lambda: 3) == 3
    assert memory.of("b", lambda: 4) == 3


def test_what_nobody_asked_for_is_forgotten():
    memory = Memory({"a": 1, "old": 2})
    memory.of("a", lambda: 0)
    memory.of("new", lambda: 3)
    assert memory.kept == {"a": 1, "new": 3}
