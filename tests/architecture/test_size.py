"""Limits of size: what is longer should be two things."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "rift"
MODULE_LINES = 350
FUNCTION_LINES = 40
PARAMETERS = 5


@cache
def functions() -> list[tuple[str, ast.FunctionDef]]:
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found += [(f"{path.relative_to(SOURCE)}:{node.name}", node) for node in ast.walk(tree)
                  if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return found


def parameters(function: ast.FunctionDef) -> int:
    """Parameters that a caller gives, without ``self`` and ``cls``."""
    arguments = function.args
    names = [a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    return len([n for n in names if n not in ("self", "cls")])


def test_modules_are_short():
    lengths = {p.relative_to(SOURCE).as_posix(): len(p.read_text(encoding="utf-8").splitlines()) for p in SOURCE.rglob("*.py")}
    assert not {path: length for path, length in lengths.items() if length > MODULE_LINES}


def test_functions_are_short():
    lengths = {where: f.end_lineno - f.lineno + 1 for where, f in functions()}
    assert not {where: length for where, length in lengths.items() if length > FUNCTION_LINES}


def test_functions_take_few_parameters():
    assert not {where: parameters(f) for where, f in functions() if parameters(f) > PARAMETERS}


def test_modules_are_named_after_what_they_hold():
    assert not [p for p in SOURCE.rglob("*.py") if p.stem in ("utils", "util", "helpers", "common", "misc")]


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_nothing_happens_at_import(path):
    """A module defines; calls at its top level only make constants."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    loose = [n.lineno for n in tree.body if isinstance(n, ast.Expr) and not isinstance(n.value, ast.Constant)
             or isinstance(n, ast.For | ast.While | ast.With | ast.Try)]
    assert not loose
