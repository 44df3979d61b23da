"""The method of equal shares: every vote has the same money, and buys the candidates it approves of together.

Source: D. Peters and P. Skowron, Proportionality and the limits of welfarism, EC 2020 ("Rule X").
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from symbiosis.counting.counts import Count, Stage
from symbiosis.counting.papers import Marks
from symbiosis.counting.phragmen import share_loads
from symbiosis.counting.ticks import Classes, count_ticks, named
from symbiosis.counting.ties import TOLD, TieRule, Ties


def equal_shares(papers: Marks, seats: int = 1, tie: TieRule = TOLD, completion: str = "phragmen") -> Count:
    """Each vote has seats / votes to spend, each seat costs 1, and those who approve pay equally, as far as they can.

    The seat goes to whom its supporters can buy at the lowest price for each. When nobody can be bought any more,
    the seats left are filled by Phragmén's method, which begins with what each has left (`completion` "phragmen"), or
    stay free ("none"). A mark above 0 is an approval. Raises `NotCountable` as `check_seats`.
    """

    def elect(ties: Ties, classes: Classes, elected: list[int], stages: list[Stage]) -> None:
        ones = [Fraction(1) / papers.unit] * len(papers.candidates)
        buy(ties, classes, papers.candidates, ones, seats, elected, stages)
        if completion == "phragmen" and len(elected) < seats:
            # Who has money left is ahead: a load below nothing.
            classes.turn_round()
            share_loads(ties, classes, papers.candidates, seats, elected, stages)

    money = seats / papers.votes if papers.votes else Fraction(0)
    return count_ticks("equal-shares", papers, seats, tie, money, elect, completion=completion)


def buy(
    ties: Ties,
    classes: Classes,
    candidates: Sequence[str],
    costs: Sequence[Fraction],
    most: int,
    elected: list[int],
    stages: list[Stage],
) -> None:
    """Buy, one after another, at the lowest price for each supporter; classes' values are money. Raises `Undecided`.

    `costs` are in money for each of the papers' units.
    """
    # A price never sinks while money is spent: who was dear before need not be asked again.
    at_least: dict[int, Fraction] = {each: Fraction(0) for each in range(len(candidates))}
    while len(elected) < most:
        found: dict[int, Fraction] = {}
        cheapest: Fraction | None = None
        for each in sorted(at_least, key=lambda one: at_least[one]):
            if cheapest is not None and at_least[each] > cheapest:
                break
            price = price_of(classes, each, costs[each])
            if price is None:
                del at_least[each]
                continue
            at_least[each] = found[each] = price
            cheapest = price if cheapest is None else min(cheapest, price)
        if cheapest is None:
            return
        equal = sorted(each for each, price in found.items() if price == cheapest)
        figures = {"price": named(candidates, sorted(found.items()))}
        if len(equal) > 1:
            stages.append(Stage(done="shares_tie", figures=figures))
            won = ties.best(equal, "elect", len(stages))
            stages.pop()
        else:
            won = equal[0]
        del at_least[won]
        elected.append(won)
        classes.change(won, [max(Fraction(0), value - cheapest) for value in classes.values])
        name = (candidates[won],)
        stages.append(Stage(done="shares_seat", names=name, figures=figures, elected=name))


def price_of(classes: Classes, candidate: int, cost: Fraction) -> Fraction | None:
    """The least that buys the candidate if every supporter pays it or all they have left; None if all is too little."""
    left, payers = cost, sum(votes := classes.votes(candidate))
    for value, number in zip(classes.values, votes, strict=True):
        # Values rise: those with less than an equal share of what is missing give all they have.
        if not number:
            continue
        if value * payers >= left:
            return left / payers
        left -= value * number
        payers -= number
    return None
