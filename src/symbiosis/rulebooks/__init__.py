"""Ready charters to begin from, drawn from what confederations practise; each file names its sources.

A rulebook never changes once it was released: bodies name the one they began from, and their page shows for
ever what they do otherwise. A better one gets a new name.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from symbiosis.core.charters import Charter
from symbiosis.core.reading import read_charter


@cache
def names() -> tuple[str, ...]:
    """The rulebooks there are, by name, in order."""
    files = resources.files("symbiosis.rulebooks").iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


def text_of(name: str) -> str:
    """A rulebook as it was written, with its sources in comments."""
    return resources.files("symbiosis.rulebooks").joinpath(f"{name}.toml").read_text(encoding="utf-8")


@cache
def charter_of(name: str) -> Charter:
    """A rulebook read."""
    return read_charter(tomllib.loads(text_of(name)))


def summary_of(name: str) -> str:
    """What it is, in the words at the head of its file: the comment lines up to the first empty one."""
    lines = []
    for line in text_of(name).splitlines():
        if not line.startswith("#") or not line.strip("# "):
            break
        lines.append(line.lstrip("# ").strip())
    return " ".join(lines)
