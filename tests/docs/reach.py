"""Which refusals a check can answer with, read from the source of the core: every call followed."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from functools import cache
from importlib import import_module

import symbiosis.core


@cache
def _functions() -> dict[str, list[tuple[str, ast.FunctionDef]]]:
    found: dict[str, list[tuple[str, ast.FunctionDef]]] = {}
    for each in pkgutil.iter_modules(symbiosis.core.__path__):
        tree = ast.parse(inspect.getsource(import_module(f"symbiosis.core.{each.name}")))
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                found.setdefault(node.name, []).append((each.name, node))
    return found


def codes_of(check) -> set[str]:
    """The codes that a check function, and all it calls in the core, can raise."""
    return _codes(check.__module__.rpartition(".")[2], check.__name__, set())


def _codes(module: str, name: str, seen: set[tuple[str, str]]) -> set[str]:
    found: set[str] = set()
    everywhere = _functions().get(name, [])
    for home, function in [each for each in everywhere if each[0] == module] or everywhere:
        if (home, name) in seen:
            continue
        seen.add((home, name))
        for node in ast.walk(function):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id == "Refusal":
                words = [each.value for each in ast.walk(node.args[0]) if isinstance(each, ast.Constant)]
                found |= {word for word in words if isinstance(word, str) and word[:1].isupper()}
            else:
                found |= _codes(home, node.func.id, seen)
    return found
