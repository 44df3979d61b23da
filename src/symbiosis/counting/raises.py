"""How far every vote's money can be raised at once before anything is bought otherwise.

Where few people share much money, one unit more for each changes nothing, thousands of times. What each has, pays and
would pay is a straight line in the raise as long as nobody changes places with anybody; this follows the lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

Line = tuple[Fraction, Fraction]
"""A value now, and how much it grows with each unit that every vote has more."""


def steady_for(
    each: Fraction,
    weights: Sequence[Fraction],
    supporters: Sequence[Sequence[int]],
    costs: Sequence[Fraction | int],
    uses: Sequence[Fraction | int],
    bought: Sequence[int],
) -> int:
    """So many whole units more for every vote surely buy the same projects in the same order; 0 if that is not sure.

    `supporters` are papers by number, whose `weights` are their votes; `bought` is what is bought with `each`.
    """
    purses = [(each, Fraction(1))] * len(weights)
    rest = {project for project, papers in enumerate(supporters) if papers}
    limits: list[Fraction] = []
    for won in [*bought, None]:
        prices: dict[int, Line] = {}
        for project in sorted(rest):
            price = _price(Fraction(costs[project]), weights, supporters[project], purses, limits)
            if price is None:
                rest.remove(project)
            else:
                prices[project] = price
        if won is None:
            break
        paid = prices[won]
        for project, price in prices.items():
            dearer = _less(_by(price, uses[project]), _by(paid, uses[won]))
            _stays(limits, dearer)
            if dearer[0] == 0 != dearer[1]:
                # The tie is not the same one unit on.
                return 0
        for paper in supporters[won]:
            poor = purses[paper][0] < paid[0]
            purses[paper] = (Fraction(0), Fraction(0)) if poor else _less(purses[paper], paid)
        rest.remove(won)
    return max(0, min((ceil(limit) - 1 for limit in limits), default=0))


def _price(
    cost: Fraction,
    weights: Sequence[Fraction],
    papers: Sequence[int],
    purses: Sequence[Line],
    limits: list[Fraction],
) -> Line | None:
    """What each pays who can; None where all together cannot. `limits` learn how long that stays so."""
    left: Line = (cost, Fraction(0))
    payers = sum((weights[paper] for paper in papers), Fraction(0))
    poorest_first = sorted(papers, key=lambda paper: purses[paper])
    for place, paper in enumerate(poorest_first):
        if purses[paper][0] * payers >= left[0]:
            price = _by(left, payers)
            # With a raise purses only grow and prices only sink: who can pay in full will, and who cannot may.
            for poor in poorest_first[:place]:
                _stays(limits, _less(price, purses[poor]))
            return price
        left = _less(left, (purses[paper][0] * weights[paper], purses[paper][1] * weights[paper]))
        payers -= weights[paper]
    _stays(limits, left)
    return None


def _stays(limits: list[Fraction], line: Line) -> None:
    """The line, which is not below nothing now, must not come down to nothing."""
    if line[1] < 0:
        limits.append(line[0] / -line[1])


def _less(one: Line, other: Line) -> Line:
    return one[0] - other[0], one[1] - other[1]


def _by(line: Line, number: Fraction | int) -> Line:
    return line[0] / number, line[1] / number
