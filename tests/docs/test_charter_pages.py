"""The pages about charters say what the code does, and every example on them is read."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from symbiosis.core.reading import read_charter
from tests.practice.worlds import rules

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs" / "charter").glob("*.md"))


def test_schema_and_tables_are_those_of_the_code() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "charter_docs.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_section_has_its_table_on_one_page() -> None:
    sys.path.insert(0, str(ROOT / "tools"))
    import charter_docs

    tables = [name for page in PAGES for name in re.findall(r"<!-- keys: (\w+) -->", page.read_text("utf-8"))]
    assert sorted(tables) == sorted(charter_docs.SECTIONS)


def examples() -> list[tuple[str, str]]:
    found = []
    for page in PAGES:
        for text in re.findall(r"^```toml\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL):
            found.append((page.stem, text))
    return found


@pytest.mark.parametrize(("page", "text"), examples(), ids=lambda each: each.splitlines()[0][:40])
def test_each_example_is_part_of_a_charter_that_can_be_read(page: str, text: str) -> None:
    example = tomllib.loads(text)
    named = ("coordination", "vigilance", "man-chair", "secretary", "election-commission", "key-holders")
    base = rules(
        {
            "general": {
                "title": "x",
                "stages": [{"electorate": "members", "conditions": [{"needs": "more_than", "share": "1/2"}]}],
            }
        }
    )
    base["matters"]["expulsion"] = base["matters"]["general"]
    base["roles"] = base["roles"] | {name: {"title": name} for name in named}
    if any(
        each["electorate"] != "members"
        for m in example.get("matters", {}).values()
        for each in m.get("stages", [])
    ):
        base["bodies"] = {}
    for key, value in example.items():
        both = isinstance(value, dict) and isinstance(base.get(key), dict)
        base[key] = base[key] | value if both else value
    for name, matter in example.get("matters", {}).items():
        base["matters"][name] = base["matters"]["general"] | matter
    read_charter(base)
