"""Official tabulations that come with a source package, read from where `make crosscheck` unpacked it."""

from __future__ import annotations

import csv
import json
import re
from fractions import Fraction
from pathlib import Path

import pytest
from tests.counting import by_rule

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
    # docs/counting/differences.md: the later figures follow from the sinking quota and six decimals.
    table = by_rule.Table(
        [(int(votes), [each for (each,) in order]) for votes, order in papers.rankings()],
        5,
        2,
        by_rule.ALBANY,
    )
    assert [papers.candidates[each] for each in table.run()] == list(count.elected)
    assert [quota for quota, _ in table.rounds] == [2387, 2376, 2355, 2338]
    later = {papers.candidates[each]: round(float(votes), 6) for each, votes in table.rounds[3][1].items()}
    assert later == {"JENNIFER HANSEN ROMERO": 2260.958234, "ROBIN D  LOPEZ": 2396.136396}


def test_the_last_rounds_of_albany_are_not_those_of_a_quota_that_stays() -> None:
    """So that the comparison above can fail."""
    papers = profile(DATA / "tests/data/csv/albany_profile.csv")
    table = by_rule.Table(
        [(int(votes), [each for (each,) in order]) for votes, order in papers.rankings()],
        5,
        2,
        by_rule.VOTEKIT,
    )
    table.run()
    assert len({quota for quota, _ in table.rounds}) == 1
    assert 2260.958234 not in {round(float(votes), 6) for votes in table.rounds[3][1].values()}


def ranked_rows(file: Path, first: int, nobody: set[str]) -> Rankings:
    """A record of cast votes: one paper a line, places from a column on; what names nobody is passed over."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))[1:]
    found: dict[tuple[str, ...], int] = {}
    for row in rows:
        order = tuple(dict.fromkeys(cell for cell in row[first:] if cell and cell not in nobody))
        found[order] = found.get(order, 0) + 1
    names = sorted({name for order in found for name in order})
    return Rankings.of(
        names, [(times, [[names.index(name)] for name in order]) for order, times in found.items()]
    )


def printed(notebook: str, start: str) -> list[str]:
    """What the cell of a published notebook that begins so printed."""
    cells = json.loads((DATA / "notebooks" / notebook).read_text(encoding="utf-8"))["cells"]
    [cell] = [each for each in cells if "".join(each["source"]).startswith(start)]
    return "".join(line for out in cell["outputs"] for line in out["text"]).splitlines()


def test_minneapolis_2013() -> None:
    """Mayor, by run-off: all 35 go out in the published order, up to the last two."""
    papers = ranked_rows(
        DATA / "tests/data/csv/mn_2013_cast_vote_record.csv", 0, {"undervote", "overvote", "UWI"}
    )
    count = METHODS["irv"].count(papers)
    rows = printed("2_real_and_simulated_profiles.ipynb", "# an IRV election for one seat")[1:]
    published = [re.split(r"\s{2,}", line.strip())[0] for line in rows]
    assert len(published) == 35
    assert count.elected == (published[0],) == ("BETSY HODGES",)
    out = [name for stage in count.stages for name in stage.excluded]
    assert out == published[:0:-1][: len(out)]
    assert len(out) >= 33


def test_portland_2024_district_1_as_published() -> None:
    """The first preferences of all seventeen, and the stage in which the first is elected."""
    papers = profile(DATA / "notebooks/Portland_D1_cleaned_votekit_pref_profile.csv")
    count = METHODS["stv-scottish"].count(papers, seats=3)
    lines = printed("7_portland_case_study.ipynb", "from votekit.elections import STV\nfrom votekit.utils")
    start = lines.index("Candidates in decreasing order of first place votes.")
    published = {
        name: int(float(number)) for name, number in (line.rsplit(" ", 1) for line in lines[start + 2 :])
    }
    assert len(published) == 17
    assert votes(count, 0) == published
    # "Avalos crosses threshold in Round 13", and Dunphy, Hayes and Smith are left in round 15.
    [first] = [n for n, stage in enumerate(count.stages, start=1) if "Candace Avalos" in stage.elected]
    assert first == 13
    left = {name for name, number in votes(count, 14).items() if name != "Candace Avalos" and number}
    assert left == {"Jamie Dunphy", "Terrence Hayes", "Loretta Smith"}


@pytest.mark.parametrize("method", ["stv-scottish", "stv-ers97", "stv-meek", "stv-warren"])
def test_portland_2024_district_3(method: str) -> None:
    """City council, three seats, from the record of cast votes: who was elected."""
    papers = ranked_rows(DATA / "tests/data/csv/Portland_D3_Condensed.csv", 1, {"skipped", "overvote"})
    count = METHODS[method].count(papers, seats=3)
    assert set(count.elected) == {"Steve Novick", "Tiffany Koyama Lane", "Angelita Morillo"}


def test_na_h_eileanan_siar_2012() -> None:
    """Na Hearadh agus Ceann a Deas nan Loch, three seats: ours as a second plain count, stage by stage."""
    with (DATA / "notebooks/eilean_siar_2012_ward3.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    size, seats = int(rows[0][0]), int(rows[0][1])
    names = [row[1] for row in rows if row[0].startswith("Candidate ")]
    papers = [
        (int(row[0]), [int(cell) - 1 for cell in row[1:] if cell]) for row in rows[1:] if row[0].isdecimal()
    ]
    assert len(names) == size
    count = METHODS["stv-scottish"].count(
        Rankings.of(names, [(times, [[each] for each in order]) for times, order in papers]), seats=seats
    )
    table = by_rule.Table(papers, size, seats, by_rule.SCOTTISH)
    assert {names[each] for each in table.run()} == set(count.elected)
    for (quota, standing), stage in zip(table.rounds, count.stages, strict=False):
        assert Fraction(stage.totals["quota"]) == quota
        assert {names[each]: number for each, number in standing.items()} == {
            name: Fraction(stage.figures["votes"][name]) for name in (names[each] for each in standing)
        }


@pytest.mark.parametrize("method", ["stv-scottish", "stv-ers97", "stv-meek", "stv-warren"])
def test_portland_2024(method: str) -> None:
    """City council, district 1, three seats of 42,686 papers: who was elected, in that order, and the quota."""
    papers = profile(DATA / "notebooks/Portland_D1_cleaned_votekit_pref_profile.csv")
    count = METHODS[method].count(papers, seats=3)
    assert set(count.elected) == {"Candace Avalos", "Loretta Smith", "Jamie Dunphy"}
    if method == "stv-scottish":
        assert count.stages[0].totals["quota"] == "10718.00000"
