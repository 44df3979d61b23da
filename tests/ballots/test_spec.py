"""The page about secret ballots lists what an audit can find, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

from symbiosis.ballots.board import BRINGS, FOLLOWS

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs/spec/ballots.md").read_text(encoding="utf-8")
SOURCE = "\n".join(
    (ROOT / "src/symbiosis/ballots" / name).read_text(encoding="utf-8")
    for name in ("audit.py", "board.py", "judging.py", "ballot.py")
)


def section(title: str) -> set[str]:
    return set(
        re.findall(
            r"^\| `(\w+)` \|", PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0], re.MULTILINE
        )
    )


def test_every_finding_is_on_the_page() -> None:
    found = set(re.findall(r'(?:Finding|note|Refusal)\(\s*"(\w+)"', SOURCE)) - {"AnswerNotAllowed"}
    assert len(found) > 35
    assert section("Defects") | section("Warnings") == found
    assert not section("Defects") & section("Warnings")


def test_warnings_are_those_of_the_code() -> None:
    assert section("Warnings") == set(re.findall(r'note\(\s*"(\w+)",[^)]*"warning"', SOURCE))


def test_the_order_of_events_is_that_of_the_code() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| (.+?) \| (.+) \|$", PAGE.partition("## What is checked")[0], re.MULTILINE
    )
    assert {row[0] for row in rows} == set(BRINGS)
    for event, records, before in rows:
        assert BRINGS[event] == (0 if records == "none" else len(records.split(",")))
        assert {each for each, after in FOLLOWS.items() if event in after} == (
            {""} if before == "nothing" else set(re.findall(r"`(\w+)`", before))
        )
