"""Budgets by equal shares against pabutools: the same projects, ties settled alike, and files that both read."""

from __future__ import annotations

import random

import pytest
from pabutools import fractions
from pabutools.election import (
    ApprovalBallot,
    ApprovalProfile,
    Cardinality_Sat,
    Cost_Sat,
    Instance,
    Project,
)
from pabutools.election.pabulib import parse_pabulib_from_string
from pabutools.rules import greedy_utilitarian_welfare, method_of_equal_shares
from pabutools.tiebreaking import TieBreakingRule

from crosscheck.elections import marked, seeded, ticks
from symbiosis.counting.budget import Budget
from symbiosis.counting.equal_shares_budget import equal_shares_budget
from symbiosis.counting.formats.election import Election
from symbiosis.counting.formats.pabulib import write_pabulib
from symbiosis.counting.ties import TieRule, lot_order

NUMBER = 700
RULE = TieRule(("earlier_round", "lot"), seed="all dice")
WORTH = {"cost": Cost_Sat, "cardinality": Cardinality_Sat}

Papers = list[tuple[int, frozenset[int]]]


def election(chance: random.Random) -> tuple[list[str], Papers, Budget]:
    """No project costs more than there is: nobody saves for it with us, and with pabutools everybody does."""
    names, papers = ticks(chance)
    scale = chance.choice((1, 5, 20))
    money = chance.randint(1, 30 * scale)
    return names, papers, Budget(money, tuple(chance.randint(1, min(money, 12 * scale)) for _ in names))


def theirs(names: list[str], papers: Papers, budget: Budget, utility: str, completion: str) -> set[str]:
    fractions.FRACTION = "gmpy2"
    projects = [Project(name, cost) for name, cost in zip(names, budget.costs, strict=True)]
    instance = Instance(projects, budget_limit=budget.money)
    profile = ApprovalProfile(
        ApprovalBallot([projects[each] for each in ticked]) for times, ticked in papers for _ in range(times)
    )
    lot = lot_order(RULE.seed, names)
    asked = {
        "sat_class": WORTH[utility],
        "tie_breaking": TieBreakingRule(
            lambda _instance, cast, project: (
                project.cost,
                -cast.approval_score(project),
                lot.index(names.index(project.name)),
            )
        ),
    }
    raised = 1 if completion.startswith("add1") else None
    funded = method_of_equal_shares(instance, profile, voter_budget_increment=raised, **asked)
    if completion.endswith("greedy"):
        funded = greedy_utilitarian_welfare(
            instance, profile, initial_budget_allocation=list(funded), **asked
        )
    # Greedy spends what is left on projects that nobody ticked; with us it stays.
    return {names[each] for _, ticked in papers for each in ticked} & {project.name for project in funded}


@pytest.mark.parametrize("utility", WORTH)
@pytest.mark.parametrize("completion", ["none", "add1", "greedy", "add1-greedy"])
def test_pabutools(utility: str, completion: str) -> None:
    funded = 0
    for number, chance in enumerate(seeded(f"{utility} {completion}", NUMBER)):
        names, papers, budget = election(chance)
        count = equal_shares_budget(marked(names, papers), 0, RULE, budget, utility, completion)
        assert count.result == "decided"
        assert set(count.elected) == theirs(names, papers, budget, utility, completion), number
        funded += len(count.elected)
    assert funded > NUMBER


def test_pabutools_reads_what_we_write() -> None:
    for number, chance in enumerate(seeded("files", NUMBER)):
        names, papers, budget = election(chance)
        written = write_pabulib(Election(marked(names, papers), "A title", budget=budget))
        instance, profile = parse_pabulib_from_string(written.decode())
        assert instance.budget_limit == budget.money
        assert {int(project.name): project.cost for project in instance} == dict(
            enumerate(budget.costs, start=1)
        )
        cast = sorted(sorted(int(project.name) - 1 for project in ballot) for ballot in profile)
        assert cast == sorted(sorted(ticked) for times, ticked in papers for _ in range(times)), number
