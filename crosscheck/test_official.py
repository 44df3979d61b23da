"""Official tabulations that come with a source package, read from where `make crosscheck` unpacked it."""

from __future__ import annotations

import csv
import re
from fractions import Fraction
from pathlib import Path

import pytest

from symbiosis.counting.counts import Count
from symbiosis.counting.methods import METHODS
from symbiosis.counting.papers import Rankings

DATA = next(iter(sorted(Path(__file__).parents[1].glob(".venv-crosscheck/data/votekit-*"))), Path("missing"))


def profile(file: Path) -> Rankings:
    """VoteKit's table of papers: {'X'} for a candidate by a short name, a place left out is empty."""
    lines = file.read_text(encoding="utf-8").splitlines()
    named = re.findall(r"\(((?:[^()]|\([^()]*\))+):([^:()]+)\)", lines[lines.index("Candidates") + 1])
    short = {code: number for number, (_, code) in enumerate(named)}
    start = next(number for number, line in enumerate(lines) if line.startswith("Ranking_1"))
    papers = []
    for row in csv.reader(lines[start + 1 :]):
        cut = row.index("&")
        order = [short[code] for cell in row[:cut] for code in re.findall(r"'([^']+)'", cell)]
        papers.append((Fraction(row[cut + 1]), [[each] for each in dict.fromkeys(order)]))
    return Rankings.of([name for name, _ in named], papers)


def votes(count: Count, stage: int) -> dict[str, int]:
    return {
        name: int(Fraction(value))
        for name, value in count.stages[stage].figures["votes"].items()
        if Fraction(value)
    }


def test_albany_2022() -> None:
    """City council, two seats: every official round, each with its quota, and who was elected."""
    papers = profile(DATA / "tests/data/csv/albany_profile.csv")
    count = METHODS["stv-wigm"].count(papers, seats=2, quota="sinking", decimals=6)
    assert votes(count, 0) == {
        "JOHN ANTHONY MIKI": 2152,
        "JENNIFER HANSEN ROMERO": 1814,
        "ROBIN D  LOPEZ": 1642,
        "NICK PILCH": 1237,
        "JEREMIAH GARRETT PINGUELO": 314,
    }
    assert votes(count, 1) == {
        "JOHN ANTHONY MIKI": 2219,
        "JENNIFER HANSEN ROMERO": 1881,
        "ROBIN D  LOPEZ": 1742,
        "NICK PILCH": 1284,
    }
    assert votes(count, 2) == {
        "JOHN ANTHONY MIKI": 2876,
        "ROBIN D  LOPEZ": 2111,
        "JENNIFER HANSEN ROMERO": 2076,
    }
    last = count.stages[3]
    assert last.figures["votes"]["JENNIFER HANSEN ROMERO"] == "2260.958234"
    assert last.figures["votes"]["ROBIN D  LOPEZ"] == "2396.136396"
    quotas = [stage.totals["quota"].removesuffix(".000000") for stage in count.stages]
    assert quotas == ["2387", "2376", "2355", "2338"]
    assert [stage.elected for stage in count.stages] == [(), (), ("JOHN ANTHONY MIKI",), ("ROBIN D  LOPEZ",)]
    for method in ("stv-scottish", "stv-ers97", "stv-meek", "stv-warren", "stv-wigm"):
        assert METHODS[method].count(papers, seats=2).elected == (
            "JOHN ANTHONY MIKI",
            "ROBIN D  LOPEZ",
        ), method


@pytest.mark.parametrize("method", ["stv-scottish", "stv-ers97", "stv-meek", "stv-warren"])
def test_portland_2024(method: str) -> None:
    """City council, district 1, three seats of 42,686 papers: who was elected, in that order, and the quota."""
    papers = profile(DATA / "notebooks/Portland_D1_cleaned_votekit_pref_profile.csv")
    count = METHODS[method].count(papers, seats=3)
    assert set(count.elected) == {"Candace Avalos", "Loretta Smith", "Jamie Dunphy"}
    if method == "stv-scottish":
        assert count.stages[0].totals["quota"] == "10718.00000"
