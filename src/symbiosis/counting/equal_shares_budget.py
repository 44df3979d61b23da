"""A participatory budget by equal shares: every vote has the same part of the money for the projects it approves of.

Source: D. Peters, G. Pierczyński and P. Skowron, Proportional participatory budgeting with additive utilities, NeurIPS
2021; the completions as in P. Faliszewski and others, Participatory budgeting: data, tools and analysis, IJCAI 2023.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from symbiosis.counting.budget import Budget, Money, check_budget
from symbiosis.counting.counts import Count, Result, Stage, check_seats, column, nobody, reasons
from symbiosis.counting.papers import Marks
from symbiosis.counting.purses import Paid, Prices, Purses, buy, settled
from symbiosis.counting.raises import steady_for
from symbiosis.counting.ticks import Rows, named, rows_of
from symbiosis.counting.ties import EARLIER, TieRule, Ties, Undecided

Utility = Literal["cost", "cardinality"]
Completion = Literal["none", "add1", "greedy", "add1-greedy"]


def equal_shares_budget(
    papers: Marks,
    seats: int = 0,
    tie: TieRule = EARLIER,
    budget: Budget | None = None,
    utility: Utility = "cost",
    completion: Completion = "add1-greedy",
) -> Count:
    """Each vote has budget / votes, and those who approve of a project pay it equally, as far as they can.

    The next project is the one with the lowest price for each who approves: by its cost (`utility` "cost": what costs
    twice is worth twice) or as it is ("cardinality": each project is worth the same). `completion` says what becomes
    of money that nobody can spend: "add1" gives every vote one unit more, again and again, as long as all that is then
    bought stays within the budget; "greedy" funds from what is left over whatever has most support; "add1-greedy"
    both. Of equals the cheaper is bought, then the one with more approvals, if `tie` has "earlier_round". `seats` has
    no say: the money decides. A mark above 0 is an approval. Raises `NotCountable` as `check_seats`, `check_budget`.
    """
    check_seats(papers.candidates, 1)
    held = check_budget(budget, papers.candidates)
    settings: dict[str, str] = {"utility": utility, "completion": completion}
    if not (papers.marks > 0).any() or not papers.votes:
        return nobody("equal-shares-budget", papers.candidates, 0, papers.aside)
    ties = Ties(papers.candidates, tie)
    elected: list[int] = []
    stages: list[Stage] = []
    result: Result = "decided"
    try:
        _fund(_Question(papers, held, utility, rows_of(papers)), ties, completion, elected, stages)
    except Undecided:
        result = "tied"
    return Count(
        method="equal-shares-budget",
        candidates=papers.candidates,
        seats=0,
        result=result,
        elected=tuple(papers.candidates[each] for each in elected),
        stages=tuple(stages),
        votes=str(papers.votes),
        blank=str(papers.aside.blank),
        spoiled=reasons(papers.aside),
        ties=tuple(ties.met),
        settings=settings,
    )


@dataclass(slots=True)
class _Question:
    """Papers and budget together, with what follows from them."""

    papers: Marks
    budget: Budget
    utility: Utility
    rows: Rows
    history: list[list[Fraction]] = field(default_factory=list)

    def __post_init__(self) -> None:
        # What costs more than there is can never be funded: nobody shall save for it.
        costs = self.budget.costs
        self.rows = [
            rows if cost <= self.budget.money else rows[:0]
            for rows, cost in zip(self.rows, costs, strict=True)
        ]
        # What was known before the first round and tells equals apart: approvals, and cheapness, which comes first.
        approvals = [self.approvals(each) for each in range(len(costs))]
        self.history = [approvals, [-Fraction(cost) for cost in costs]]

    @property
    def uses(self) -> Sequence[Money]:
        return self.budget.costs if self.utility == "cost" else [1] * len(self.budget.costs)

    def approvals(self, project: int) -> Fraction:
        return int(self.papers.times[self.rows[project]].sum()) * self.papers.unit

    def left_after(self, funded: Sequence[int]) -> Fraction:
        return Fraction(self.budget.money - sum(self.budget.costs[each] for each in funded))

    def can_follow(self, funded: Sequence[int]) -> list[int]:
        """The projects with support that what is left would still pay for."""
        left = self.left_after(funded)
        return [
            each
            for each, rows in enumerate(self.rows)
            if len(rows) and each not in funded and self.budget.costs[each] <= left
        ]

    def purses(self, raised: int) -> Purses:
        each = self.budget.money / self.papers.votes + raised
        return Purses(self.papers, each, self.budget.costs, self.rows)

    def steady_for(self, raised: int, bought: Sequence[int]) -> int:
        return steady_for(
            self.budget.money / self.papers.votes + raised,
            [times * self.papers.unit for times in self.papers.times.tolist()],
            [rows.tolist() for rows in self.rows],
            self.budget.costs,
            self.uses,
            bought,
        )


def _fund(
    asked: _Question, ties: Ties, completion: Completion, elected: list[int], stages: list[Stage]
) -> None:
    papers, budget = asked.papers, asked.budget
    approvals = [int(papers.times[rows].sum()) * papers.unit for rows in rows_of(papers)]
    first = asked.purses(0)
    stages.append(
        Stage(
            done="budget_start",
            figures={
                "cost": column(papers.candidates, budget.costs),
                "approvals": column(papers.candidates, approvals),
            },
            totals={"budget": str(budget.money), "each": str(budget.money / papers.votes)},
        )
    )
    raised = _raised(asked, ties) if completion.startswith("add1") else 0
    if raised:
        each = budget.money / papers.votes + raised
        stages.append(Stage(done="budget_raised", totals={"raised_by": str(raised), "each": str(each)}))
    purses = asked.purses(raised) if raised else first

    def tell(prices: Prices, won: int | None, paid: Paid | None) -> Stage:
        if asked.utility == "cost":
            support = [(each, budget.costs[each] / price) for each, price in prices.items()]
            figures = {"effective_votes": named(papers.candidates, support)}
        else:
            figures = {"price": named(papers.candidates, list(prices.items()))}
        if won is None or paid is None:
            return Stage(done="budget_tie", figures=figures)
        name = (papers.candidates[won],)
        totals = {
            "cost": str(budget.costs[won]),
            "payers": str(paid.votes),
            "most_paid": str(paid.price),
            "purses": str(paid.left),
        }
        return Stage(done="budget_bought", names=name, figures=figures, totals=totals, elected=name)

    buy(ties, purses, asked.uses, len(papers.candidates), elected, stages, tell, asked.history)
    # Also those who approve of what is dearer than all there is.
    purses.rows = rows_of(papers)
    have = {each: purses.sum(each) for each in range(len(papers.candidates)) if each not in elected}
    if completion.endswith("greedy"):
        _complete(asked, ties, elected, stages)
    rest = [each for each in have if each not in elected]
    left = asked.left_after(elected)
    stages.append(
        Stage(
            done="budget_rest",
            figures={
                "cost": named(papers.candidates, [(each, Fraction(budget.costs[each])) for each in rest]),
                "supporters_have": named(papers.candidates, [(each, have[each]) for each in rest]),
            },
            totals={"spent": str(budget.money - left), "unspent": str(left)},
        )
    )


def _raised(asked: _Question, ties: Ties) -> int:
    """By how many units every vote's money can be raised until the budget is used up, or would not be enough.

    A raise at which a tie is not settled is the last one: the count that follows meets it and tells it.
    """

    def bought(raised: int) -> list[int]:
        found: list[int] = []
        trial = Ties(ties.candidates, ties.rule)
        buy(trial, asked.purses(raised), asked.uses, len(asked.rows), found, [], None, asked.history)
        return found

    # To look how far nothing changes takes as long as many trials: worth it after many, or if it went far last time.
    patience = 8 * len(asked.papers.times)
    raised, waited = 0, 0
    try:
        funded = bought(0)
        while asked.can_follow(funded):
            waited += 1
            if waited >= patience:
                steady = asked.steady_for(raised, funded)
                raised += steady
                waited = patience - 1 if steady >= patience else 0
            raised += 1
            funded = bought(raised)
            if asked.left_after(funded) < 0:
                return raised - 1
    except Undecided:
        pass
    return raised


def _complete(asked: _Question, ties: Ties, elected: list[int], stages: list[Stage]) -> None:
    """Fund what has most support (for its cost, where each project is worth the same) as long as the money lasts."""
    costs, names = asked.budget.costs, asked.papers.candidates
    while can := asked.can_follow(elected):
        votes = {
            each: asked.approvals(each) / (1 if asked.utility == "cost" else costs[each]) for each in can
        }
        equal = [each for each in can if votes[each] == max(votes.values())]
        code = "approvals" if asked.utility == "cost" else "approvals_for_cost"
        figures = {code: named(names, [(each, Fraction(votes[each])) for each in can])}
        if len(equal) > 1:
            stages.append(Stage(done="budget_tie", figures=figures))
            won = settled(ties, equal, len(stages), asked.history)
            stages.pop()
        else:
            won = equal[0]
        elected.append(won)
        name = (names[won],)
        totals = {"cost": str(costs[won]), "unspent": str(asked.left_after(elected))}
        stages.append(Stage(done="budget_greedy", names=name, figures=figures, totals=totals, elected=name))
