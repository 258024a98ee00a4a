"""The import table: who may know whom. Imports go down only; the parts left and right of the TEI meet in files."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "rift"

# Part of the package: what of ``rift`` and which libraries it may import. ``*`` stands for every other part.
CONVERTERS = "reading structure annotate encode"
TABLE = {
    "diagnostics": ("", ""),
    "model": ("diagnostics", ""),
    "reading": ("model diagnostics", ""),
    "structure": ("model diagnostics", ""),
    "annotate": ("model diagnostics", ""),
    "encode": ("model diagnostics", "lxml"),
    "validate": ("model diagnostics", "lxml xmlschema"),
    "verify": ("model diagnostics", "lxml"),
    "parallel": ("", ""),
    "publish": ("model diagnostics parallel", "lxml pagefind weasyprint"),
    "registers": ("model diagnostics", "lxml"),
    "formats": ("model reading structure", ""),
    "decisions": ("model diagnostics annotate structure", ""),
    "convert": (f"model diagnostics decisions formats {CONVERTERS}", ""),
    "checked": ("model diagnostics", ""),
    "edition": ("*", "lxml"),
    "cli": ("*", "click rich"),
    "__main__": ("cli", ""),
}


@cache
def modules() -> tuple[Path, ...]:
    return tuple(sorted(p for p in SOURCE.rglob("*.py") if p.relative_to(SOURCE).as_posix() != "__init__.py"))


def name(path: Path) -> str:
    return path.relative_to(SOURCE).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")


@cache
def known() -> frozenset[str]:
    return frozenset(name(p) for p in modules())


def part(module: str) -> str:
    return module.split(".")[0]


@cache
def imported(path: Path) -> frozenset[str]:
    """Full names of the modules that one imports, also inside functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(found)


def inner(path: Path) -> Iterator[str]:
    """Modules of the package that one imports, without ``rift.``; names that are no modules are left out."""
    for full in imported(path):
        if full.startswith("rift.") and full.removeprefix("rift.") in known():
            yield full.removeprefix("rift.")


def outer(path: Path) -> set[str]:
    """Libraries from outside Python that one imports."""
    tops = {full.split(".")[0] for full in imported(path) if full}
    return tops - {"rift", "__future__"} - set(sys.stdlib_module_names)


def test_every_part_stands_in_the_table():
    assert {part(name(p)) for p in modules()} <= set(TABLE)


@pytest.mark.parametrize("path", modules(), ids=name)
def test_a_module_imports_what_its_part_may(path):
    own = part(name(path))
    parts, libraries = TABLE[own]
    allowed = set(TABLE) if parts == "*" else set(parts.split())
    assert {part(m) for m in inner(path)} - {own} <= allowed
    assert outer(path) <= set(libraries.split())


@pytest.mark.parametrize("path", modules(), ids=name)
def test_imports_name_the_module_in_full(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [n.lineno for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.level]


def test_imports_make_no_cycle():
    graph = {name(p): set(inner(p)) - {name(p)} for p in modules()}
    done: set[str] = set()
    while free := {m for m in graph.keys() - done if graph[m] <= done}:
        done |= free
    assert not graph.keys() - done, f"modules on a cycle, or above one: {sorted(graph.keys() - done)}"
