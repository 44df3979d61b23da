"""A budget that people share out: what each project costs, how much there is, and what one vote paid of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction

from symbiosis.counting.counts import Count, NotCountable

Money = Fraction | int


@dataclass(frozen=True, slots=True)
class Budget:
    """What there is to spend and what each project costs, in the order of the candidates, in one unit of money.

    Whole numbers as a rule; a file's decimals are exact fractions.
    """

    money: Money
    costs: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What one vote paid of a project."""

    project: str
    paid: Fraction
    cost: Fraction


def check_budget(budget: Budget | None, projects: Sequence[str]) -> Budget:
    """The budget, if every project has a cost above nothing and there is something to spend.

    Raises `NotCountable` NoBudget, NothingToSpend, NoCost.
    """
    if budget is None:
        raise NotCountable("NoBudget")
    if budget.money <= 0:
        raise NotCountable("NothingToSpend")
    for place, name in enumerate(projects):
        if place >= len(budget.costs) or budget.costs[place] <= 0:
            raise NotCountable("NoCost", name=name)
    return budget


def paid_by(count: Count, ticks: Collection[str]) -> tuple[Part, ...]:
    """What one vote with these ticks paid for each project that it helped to buy, in the order of buying.

    Anybody can work it out from the stages of a count by `equal-shares-budget` and their own paper alone: the parts of
    all votes add up to each project's cost. A vote of another weight pays so many times as much. A project that was
    funded at the end from what nobody could spend is paid by nobody in particular and is not among them.
    """
    purse, costs, parts = Fraction(0), dict[str, str](), list[Part]()
    for stage in count.stages:
        if "each" in stage.totals:
            purse = Fraction(stage.totals["each"])
            costs = stage.figures.get("cost", costs)
        elif stage.done == "budget_bought" and stage.names[0] in ticks and purse:
            paid = min(purse, Fraction(stage.totals["most_paid"]))
            purse -= paid
            parts.append(Part(stage.names[0], paid, Fraction(costs[stage.names[0]])))
    return tuple(parts)
