"""No rule of practice is left out in silence: each has its tests, or a line that says why not."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "practice-coverage.md"
EVERY = [f"R{number}" for number in range(1, 80)] + [f"E{number}" for number in range(1, 29)]


def covered() -> dict[str, set[str]]:
    """The files that test each rule, by the names of their tests."""
    found: dict[str, set[str]] = {}
    for file in HERE.glob("test_*.py"):
        for kind, number in re.findall(
            r"^def test_([re])(\d+)_", file.read_text(encoding="utf-8"), re.MULTILINE
        ):
            found.setdefault(f"{kind.upper()}{number}", set()).add(file.name)
    return found


def test_every_rule_is_tested_or_the_page_says_why_not() -> None:
    lines = re.findall(
        r"^\| ([RE]\d+) \| (.+?) \| (.*?) ?\|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert [rule for rule, _, _ in lines] == EVERY
    files = covered()
    assert set(files) <= set(EVERY)
    for rule, where, why in lines:
        if rule in files:
            assert where.strip("`") in files[rule], rule
        else:
            assert where == "—", rule
            assert len(why) > 30, rule
