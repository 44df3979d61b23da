"""The method of equal shares: every vote has the same money, and buys the candidates it approves of together.

Source: D. Peters and P. Skowron, Proportionality and the limits of welfarism, EC 2020 ("Rule X").
"""

from __future__ import annotations

from symbiosis.counting.counts import Count, Stage
from symbiosis.counting.papers import Marks
from symbiosis.counting.phragmen import share_loads
from symbiosis.counting.purses import Paid, Prices, Purses, buy
from symbiosis.counting.ticks import count_ticks, named
from symbiosis.counting.ties import TOLD, TieRule, Ties


def equal_shares(papers: Marks, seats: int = 1, tie: TieRule = TOLD, completion: str = "phragmen") -> Count:
    """Each vote has seats / votes to spend, each seat costs 1, and those who approve pay equally, as far as they can.

    The seat goes to whom its supporters can buy at the lowest price for each. When nobody can be bought any more,
    the seats left are filled by Phragmén's method, which begins with what each has left (`completion` "phragmen"), or
    stay free ("none"). A mark above 0 is an approval. Raises `NotCountable` as `check_seats`.
    """

    def tell(prices: Prices, won: int | None, _paid: Paid | None) -> Stage:
        figures = {"price": named(papers.candidates, list(prices.items()))}
        if won is None:
            return Stage(done="shares_tie", figures=figures)
        name = (papers.candidates[won],)
        return Stage(done="shares_seat", names=name, figures=figures, elected=name)

    def elect(ties: Ties, elected: list[int], stages: list[Stage]) -> None:
        ones = [1] * len(papers.candidates)
        purses = Purses(papers, seats / papers.votes, ones)
        buy(ties, purses, ones, seats, elected, stages, tell)
        if completion == "phragmen" and len(elected) < seats:
            # Who has money left is ahead: a load below nothing.
            purses.turn_round()
            share_loads(ties, purses, papers.candidates, seats, elected, stages)

    return count_ticks("equal-shares", papers, seats, tie, elect, completion=completion)
