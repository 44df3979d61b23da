"""Who can pass a decision together, who can stop one, and without whom nothing passes."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate, combinations
from math import lcm
from typing import NamedTuple

from symbiosis.counting.games import BUDGET, Game, Level, TooLarge, levels_of


def smallest_winning(game: Game, budget: int = BUDGET) -> tuple[str, ...]:
    """The fewest who can pass a decision together, in the order of the game's players.

    No smaller coalition passes: this is exact for any number of tests, and the same one is named each time
    where several are smallest. For one test, also beside any that count everybody alike, it is the heaviest.
    Several are searched: fast where their weights go together, longer where three or more pull apart. Raises
    TooLarge where the search takes more than `budget` steps; ValueError where no coalition passes.
    """
    levels = levels_of(game)
    if any(level.spare < 0 for level in levels):
        raise ValueError("no coalition can pass this rule")
    chosen = _cover(levels, len(game.players), budget) if levels else ()
    return _named(game, chosen)


def smallest_blocking(game: Game) -> tuple[str, ...]:
    """The fewest who can stop a decision together: without them all others cannot pass it.

    Exact for any number of tests: it is enough to stop one of them, and the heaviest stop it first. Nobody is
    needed where no coalition passes anyway. Raises ValueError where the rule passes without anybody.
    """
    levels = levels_of(game)
    if not levels:
        raise ValueError("this rule passes without anybody: nobody can stop it")
    return _named(game, min((_heaviest(level) for level in levels), key=len))


def veto_players(game: Game) -> tuple[str, ...]:
    """Those without whom nothing passes; nobody where nothing passes anyway."""
    levels = levels_of(game)
    if any(level.spare < 0 for level in levels):
        return ()
    return tuple(
        player
        for index, player in enumerate(game.players)
        if any(level.weights[index] > level.spare for level in levels)
    )


def _named(game: Game, chosen: Sequence[int]) -> tuple[str, ...]:
    return tuple(game.players[player] for player in sorted(chosen))


def _heaviest(level: Level) -> list[int]:
    """The fewest who weigh more than may be missing in one test."""
    order = sorted(range(len(level.weights)), key=lambda player: -level.weights[player])
    missing = list(accumulate(level.weights[player] for player in order))
    return order[: sum(1 for total in [0, *missing[:-1]] if total <= level.spare)]


def _cover(levels: Sequence[Level], size: int, budget: int) -> list[int]:
    """The fewest who reach the bar of every level; all players together do."""
    order = sorted(
        range(size), key=lambda player: -sum(Fraction(level.weights[player], level.bar) for level in levels)
    )
    alike = [level for level in levels if len(set(level.weights)) == 1]
    fewest = max((-(-level.bar // level.weights[0]) for level in alike), default=1)
    uneven = [level for level in levels if level not in alike]
    weights = [tuple(level.weights[player] for level in uneven) for player in order]
    bars = tuple(level.bar for level in uneven)
    bounds = _bounds(weights, bars)
    for count in range(fewest, size):
        if all(bound.reach[0][count] >= bound.lacking((0,) * len(bars), bars) for bound in bounds):
            chosen, budget = _search(weights, bars, bounds, count, budget)
            if chosen:
                return [order[place] for place in range(size) if chosen >> place & 1]
    return order


class _Bound(NamedTuple):
    """What a sum of tests, each times its factor, says of how far a choice can still get.

    reach[place][count]: the most that so many of the players from that place on can add to the sum.
    """

    factors: tuple[int, ...]
    reach: list[list[int]]

    def lacking(self, sums: tuple[int, ...], bars: tuple[int, ...]) -> int:
        return sum(
            factor * (bar - each)
            for factor, bar, each in zip(self.factors, bars, sums, strict=True)
            if factor
        )


def _bounds(weights: list[tuple[int, ...]], bars: tuple[int, ...]) -> list[_Bound]:
    """A bound for each test alone and for tests together, each counted in parts of its bar.

    Tests that pull apart are each easy to reach with few players, but not both: their sum tells.
    """
    common = lcm(*bars)
    tests = range(len(bars))
    groups = [group for many in tests for group in combinations(tests, many + 1)]
    if len(bars) > 4:
        groups = [(test,) for test in tests] + [tuple(tests)]
    bounds = []
    for group in groups:
        factors = tuple(common // bars[test] if test in group else 0 for test in tests)
        adds = [sum(map(int.__mul__, factors, weight)) for weight in weights]
        reach = [[0, *accumulate(sorted(adds[place:], reverse=True))] for place in range(len(weights) + 1)]
        bounds.append(_Bound(factors, reach))
    return bounds


def _search(
    weights: list[tuple[int, ...]], bars: tuple[int, ...], bounds: list[_Bound], count: int, budget: int
) -> tuple[int, int]:
    """A choice of `count` players that reaches every bar, as bits, or 0; and what is left of the budget.

    Player by player, all choices so far that can still get there; of those with as many players, one that
    another exceeds in every sum is dropped.
    """
    states: dict[tuple[int, tuple[int, ...]], int] = {(count, (0,) * len(bars)): 0}
    for place, weight in enumerate(weights):
        found: dict[int, dict[tuple[int, ...], int]] = {}
        for (left, sums), chosen in states.items():
            taken = tuple(map(min, map(int.__add__, sums, weight), bars))
            for rest, totals, bits in ((left - 1, taken, chosen | 1 << place), (left, sums, chosen)):
                if rest == 0 and totals == bars:
                    return bits, budget
                if 0 < rest < len(weights) - place and all(
                    bound.reach[place + 1][rest] >= bound.lacking(totals, bars) for bound in bounds
                ):
                    found.setdefault(rest, {}).setdefault(totals, bits)
        states = {}
        for rest, choices in found.items():
            kept: list[tuple[int, ...]] = []
            for totals in sorted(choices, reverse=True):
                budget -= 1 + len(kept)
                if not any(all(map(int.__le__, totals, other)) for other in kept):
                    kept.append(totals)
                    states[rest, totals] = choices[totals]
        if budget < 0:
            raise TooLarge("more steps than the budget allows")
    return 0, budget
