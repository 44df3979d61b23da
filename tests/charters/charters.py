"""The charters that tests look at: those people begin with, and those with one defect each."""

from __future__ import annotations

import re
from pathlib import Path

import symbiosis

HERE = Path(__file__).parent
BROKEN = sorted((HERE / "broken").glob("*.toml"))
SOURCE = Path(symbiosis.__file__).parent
READY = sorted([*(SOURCE / "web" / "starters").glob("*.toml"), *(SOURCE / "rulebooks").glob("*.toml")])


def size_of(text: str) -> list[str]:
    """The options with which a broken charter is to be checked, from its second line."""
    found = re.search(r"^# symbiosis charter check (--\w+) \"?([^\"\n]+)\"?$", text, flags=re.MULTILINE)
    return [found[1], found[2]] if found else []
