"""Profiles that come with other people's packages, read by our readers and counted as they say."""

from __future__ import annotations

from pathlib import Path

import pref_voting
import pytest
import yaml
from abcvoting import fileio
from pabutools.election.pabulib import parse_pabulib
from pref_voting.profiles import Profile

from crosscheck.test_budgets import RULE, theirs
from symbiosis.counting.equal_shares_budget import equal_shares_budget
from symbiosis.counting.formats.election import Unreadable
from symbiosis.counting.formats.pabulib import read_pabulib
from symbiosis.counting.formats.preflib import read_preflib
from symbiosis.counting.methods import METHODS
from symbiosis.counting.papers import Marks, Rankings
from symbiosis.counting.ties import TOLD, TieRule

SOC = sorted((Path(pref_voting.__file__).parent / "data" / "examples" / "condorcet_winner").glob("*.soc"))
ABC = next(
    iter(sorted(Path(__file__).parents[1].glob(".venv-crosscheck/data/abcvoting-*/tests"))), Path("missing")
)
LOT = TieRule(("lot",), seed="all dice")
CONDORCET = ("schulze", "ranked-pairs", "minimax", "copeland")
FAIL_IT = {
    "borda": ("minimal_Borda", "minimal_resolute_Borda"),
    "irv": ("minimal_Instant_Runoff", "minimal_resolute_Instant_Runoff"),
}


@pytest.mark.parametrize("file", SOC, ids=lambda file: file.stem)
def test_a_condorcet_winner_of_pref_voting(file: Path) -> None:
    """Each file has somebody who beats all others, whom the method that the file is named after does not elect."""
    election = read_preflib(file.read_bytes())
    assert isinstance(election.papers, Rankings)
    other = Profile.from_preflib(str(file))
    size = len(election.papers.candidates)
    assert (size, int(election.papers.votes)) == (other.num_cands, other.num_voters)
    winner = other.condorcet_winner()
    assert winner is not None
    for method in CONDORCET:
        assert METHODS[method].count(election.papers).ranking[0] == (str(winner),), method
    for method, files in FAIL_IT.items():
        if file.stem in files:
            assert METHODS[method].count(election.papers, tie=LOT).ranking[:1] != ((str(winner),),), method


def test_there_are_profiles() -> None:
    assert len(SOC) > 30
    assert {name for names in FAIL_IT.values() for name in names} <= {file.stem for file in SOC}
    assert len(list((ABC / "test_instances").glob("*.yaml"))) > 400


RULES = {
    "av": "approval",
    "seqpav": "pav-sequential",
    "seqphragmen": "phragmen-sequential",
    "equal-shares": "equal-shares",
}


def test_committees_that_abcvoting_expects() -> None:
    """Hundreds of elections, each with all committees that ties allow: ours is one of them, or the only one."""
    alone, compared = dict.fromkeys(RULES, 0), dict.fromkeys(RULES, 0)
    for file in sorted((ABC / "test_instances").glob("*.yaml")):
        # The reader in C, still of plain data only: there are megabytes of them.
        told = yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
        names = [str(each) for each in range(told["num_cand"])]
        papers = Marks.of(names, [(1, dict.fromkeys(ticked, 1)) for ticked in told["profile"]])
        seats = told["committeesize"]
        if len({each for ticked in told["profile"] for each in ticked}) < seats:
            # They fill seats with people whom nobody approves of; with us such seats stay free.
            continue
        for each in told["compute"]:
            rule = each["rule_id"]
            if rule not in RULES or each["resolute"] or not each["result"]:
                continue
            expected = {frozenset(map(str, committee)) for committee in each["result"]}
            method = METHODS[RULES[rule]]
            assert frozenset(method.count(papers, seats=seats, tie=LOT).elected) in expected, file.name
            plain = method.count(papers, seats=seats, tie=TOLD)
            if plain.result == "decided":
                assert expected == {frozenset(plain.elected)}, (file.name, rule)
                alone[rule] += 1
            compared[rule] += 1
    assert min(compared.values()) > 200
    assert min(alone.values()) > 50


def read_alike(name: str) -> tuple[list[list[int]], list[list[int]]]:
    """The first places of all papers, by ours and by theirs, which reads them as ticks."""
    election = read_preflib((ABC / "data" / name).read_bytes())
    assert isinstance(election.papers, Rankings)
    others = fileio.read_preflib_file(str(ABC / "data" / name), top_ranks=1)
    ours = [order[0] for votes, order in election.papers.rankings() for _ in range(int(votes))]
    theirs = [sorted(voter.approved) for voter in others for _ in range(int(voter.weight))]
    return sorted(map(list, ours)), sorted(theirs)


def test_orders_that_abcvoting_reads() -> None:
    ours, theirs = read_alike("test1.toi")
    assert ours == theirs
    # Two papers name a sixth of five candidates: spoiled with us (docs/counting/differences.md).
    ours, theirs = read_alike("test2.soi")
    assert [*ours, [3], [3]] == theirs
    election = read_preflib((ABC / "data" / "test2.soi").read_bytes())
    assert sum(election.papers.aside.spoiled.values()) == 2
    # Candidates 1, 2, 3 and 6: with us a file that misses some.
    with pytest.raises(Unreadable, match="PrefLibNames"):
        read_alike("test3.toc")


@pytest.mark.parametrize("name", ["test4.cat", "test5.cat"])
def test_categories_that_abcvoting_reads(name: str) -> None:
    election = read_preflib((ABC / "data" / name).read_bytes())
    assert isinstance(election.papers, Marks)
    others = fileio.read_preflib_file(str(ABC / "data" / name), top_ranks=1)
    best = int(election.papers.marks.max())
    ours = sorted(
        [each for each, mark in enumerate(row) if mark == best]
        for row, times in zip(election.papers.marks.tolist(), election.papers.times.tolist(), strict=True)
        for _ in range(times)
    )
    assert ours == sorted(sorted(voter.approved) for voter in others for _ in range(int(voter.weight)))


@pytest.mark.parametrize("utility", ["cost", "cardinality"])
@pytest.mark.parametrize("file", sorted(ABC.glob("data/*.pb")), ids=lambda file: file.stem)
def test_a_budget_of_lodz(file: Path, utility: str) -> None:
    """Real votes over real projects: read alike, and by equal shares the same are funded."""
    election = read_pabulib(file.read_bytes())
    papers, budget = election.papers, election.budget
    assert isinstance(papers, Marks)
    assert budget is not None
    instance, profile = parse_pabulib(str(file))
    assert sorted(map(int, budget.costs)) == sorted(int(project.cost) for project in instance)
    assert budget.money == int(instance.budget_limit)
    rows = [
        (int(times), frozenset(each for each, mark in enumerate(row) if mark > 0))
        for row, times in zip(papers.marks.tolist(), papers.times.tolist(), strict=True)
    ]
    assert sorted(len(ballot) for ballot in profile if len(ballot)) == sorted(
        len(ticked) for times, ticked in rows for _ in range(times)
    )
    for completion in ("none", "add1-greedy"):
        count = equal_shares_budget(papers, 0, RULE, budget, utility, completion)
        found = theirs(list(papers.candidates), rows, budget, utility, completion)
        assert set(count.elected) == found, completion
