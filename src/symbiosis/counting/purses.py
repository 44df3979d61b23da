"""Money that votes hold, and what they can buy together: the arithmetic of equal shares.

Papers with equally much are one class, which holds a whole number of parts: exact, however often money was divided.
NumPy adds up votes, and rules out in machine words who is dearer for certain.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np

from symbiosis.counting.counts import Stage
from symbiosis.counting.papers import Marks
from symbiosis.counting.ticks import Classes, Rows
from symbiosis.counting.ties import Ties


@dataclass(frozen=True, slots=True)
class Paid:
    """How a purchase was paid: by how many votes, at most how much for each, and what all votes have left."""

    votes: Fraction
    price: Fraction
    left: Fraction


class Purses(Classes):
    """All papers, each with money: at first each vote has the same."""

    def __init__(
        self, papers: Marks, each: Fraction, costs: Sequence[Fraction | int], rows: Rows | None = None
    ) -> None:
        super().__init__(papers, each, rows)
        needs = [Fraction(cost) / papers.unit for cost in costs]
        self.make_finer(lcm(*(need.denominator for need in needs)))
        self._needs = [int(need * self.scale) for need in needs]
        # Costs and money again, rounded down, in grains so small that all money still fits a machine word.
        self._grains = int(2**60 / max(each * int(papers.times.sum()), *needs, Fraction(1)))
        self._in_grains = [int(need * self._grains) for need in needs]
        self._low = np.array([self.parts[0] * self._grains // self.scale], dtype=np.int64)

    def price(self, project: int) -> Fraction | None:
        """The least that buys it if everybody who approves pays that or all they have; None if all is too little."""
        held, votes = self.votes(project)
        left, payers = self._needs[project], int(votes.sum())
        for place, number in zip(held.tolist(), votes.tolist(), strict=True):
            # Those with less than an equal share of what is missing give all they have.
            if self.parts[place] * payers >= left:
                return Fraction(left, payers * self.scale)
            left -= self.parts[place] * number
            payers -= number
        return None

    def not_below(self, project: int) -> Fraction | None:
        """A price that the exact one is not below, found quickly; None if all is too little for certain."""
        if not self._grains:
            return Fraction(0)
        held, votes = self.votes(project)
        purses = self._low[held] + 1
        together = votes * purses
        poorer = np.cumsum(together) - together
        payers = votes.sum() - np.cumsum(votes) + votes
        enough = np.flatnonzero(purses * payers + poorer >= self._in_grains[project])
        if not len(enough):
            return None
        first = int(enough[0])
        return Fraction((self._in_grains[project] - int(poorer[first])) // int(payers[first]), self._grains)

    def pay(self, project: int, price: Fraction) -> Fraction:
        """Everybody who approves pays the price, or all they have. How many votes paid anything."""
        held, votes = self.votes(project)
        broke = int(votes[0]) if self.parts[held[0]] == 0 else 0
        finer = self.make_finer(price.denominator)
        self._needs = [need * finer for need in self._needs]
        share = int(price * self.scale)
        rest = [max(0, self.parts[place] - share) for place in held.tolist()]
        low = np.array([each * self._grains // self.scale for each in rest], dtype=np.int64)
        self._low = np.concatenate([self._low, low])[self.change(project, held, rest)]
        return (int(votes.sum()) - broke) * self.unit


Prices = dict[int, Fraction]
Tell = Callable[[Prices, int | None, Paid | None], Stage]
"""Makes a stage of the prices of all that can be bought, of what was bought and how; None and None at a tie."""


def buy(
    ties: Ties,
    purses: Purses,
    uses: Sequence[Fraction | int],
    most: int,
    elected: list[int],
    stages: list[Stage],
    tell: Tell | None,
    history: Sequence[Sequence[Fraction | int]] = (),
) -> None:
    """Buy one after another, until nobody can be bought, at the lowest price for each use that a voter has of it.

    `uses` is what a project is worth to each who approves of it. With `tell` every price is found exactly and a stage
    made each time; without it only what decides. `history` is what tells equals apart. Raises `Undecided`.
    """
    # A price never sinks while money is spent: who was dear before need not be asked again.
    dear = {each: Fraction(0) for each, rows in enumerate(purses.rows) if len(rows)}
    while len(elected) < most:
        prices = _all_prices(purses, dear) if tell else _lowest_prices(purses, dear, uses)
        if not prices:
            return
        ratios = {each: price / uses[each] for each, price in prices.items()}
        lowest = min(ratios.values())
        equal = sorted(each for each, ratio in ratios.items() if ratio == lowest)
        won = equal[0]
        if len(equal) > 1:
            if tell:
                stages.append(tell(prices, None, None))
            won = settled(ties, equal, len(stages), history)
            if tell:
                stages.pop()
        del dear[won]
        elected.append(won)
        votes = purses.pay(won, prices[won])
        if tell:
            stages.append(tell(prices, won, Paid(votes, prices[won], purses.sum())))


def settled(
    ties: Ties, equal: list[int], stage: int, history: Sequence[Sequence[Fraction | int]] = ()
) -> int:
    """The one of equals that the charter's tie rule takes. Raises `Undecided`.

    Where earlier rounds come first and leave several, only those go on to the ways after them.
    """
    left = equal
    if ties.rule.ways[:1] == ("earlier_round",):
        for figures in reversed(history):
            left = [each for each in left if figures[each] == max(figures[one] for one in left)]
    return ties.best(equal if len(left) == 1 else left, "elect", stage, history)


def _all_prices(purses: Purses, dear: Prices) -> Prices:
    found = {each: purses.price(each) for each in dear}
    for each, price in found.items():
        if price is None:
            del dear[each]
    return {each: price for each, price in sorted(found.items()) if price is not None}


def _lowest_prices(purses: Purses, dear: Prices, uses: Sequence[Fraction | int]) -> Prices:
    """The exact prices of the cheapest and of those that could not be ruled out; `dear` learns what was found."""
    found: Prices = {}
    lowest: Fraction | None = None
    for each in sorted(dear, key=lambda one: dear[one]):
        if lowest is not None and dear[each] > lowest:
            break
        price = purses.not_below(each)
        if price is not None and (lowest is None or price / uses[each] <= lowest):
            price = purses.price(each)
            if price is not None:
                found[each] = price
                lowest = price / uses[each] if lowest is None else min(lowest, price / uses[each])
        if price is None:
            del dear[each]
        else:
            dear[each] = price / uses[each]
    return found
