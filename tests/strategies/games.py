"""Arbitrary rules as games, and the plainest reading of one: every coalition, every order."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations
from math import factorial

from hypothesis import strategies as st

from symbiosis.counting import games


def game(*tests: tuple) -> games.Game:
    """A game of players "a", "b"... from tests as (weights, bar) or (weights, bar, strict)."""
    players = tuple(
        "abcdefghijklmnopqrstuvwxyz"[number % 26] * (number // 26 + 1) for number in range(len(tests[0][0]))
    )
    return games.Game(players, tuple(games.Test(tuple(weights), *rest) for weights, *rest in tests))


@st.composite
def arbitrary_games(draw: st.DrawFn, largest: int = 7) -> games.Game:
    """Up to `largest` players and three tests, whole and broken weights, bars that nobody or all can miss."""
    size = draw(st.integers(1, largest))
    whole = st.integers(0, 9)
    broken = st.fractions(0, 4, max_denominator=6)
    tests = []
    for _ in range(draw(st.integers(1, 3))):
        weight = draw(st.sampled_from((whole, whole, broken, st.just(1))))
        weights = draw(st.lists(weight, min_size=size, max_size=size))
        share = draw(st.sampled_from(("1/2", "2/3", "3/4", "1/5", "1", "0", "8/7")))
        bar = draw(st.one_of(st.just(Fraction(share) * sum(weights)), st.integers(-1, 20)))
        tests.append((weights, bar, draw(st.booleans())))
    return game(*tests)


def passes(rule: games.Game, coalition: int) -> bool:
    """Whether the players whose bits are set pass every test."""
    for test in rule.tests:
        together = sum(
            (Fraction(weight) for place, weight in enumerate(test.weights) if coalition >> place & 1),
            Fraction(0),
        )
        if together < test.bar or (test.strict and together == test.bar):
            return False
    return True


def passing(rule: games.Game) -> list[bool]:
    """For every coalition, as bits, whether it passes."""
    return [passes(rule, coalition) for coalition in range(1 << len(rule.players))]


def read_plainly(rule: games.Game) -> dict[str, tuple[Fraction, Fraction, Fraction]]:
    """Penrose, Banzhaf and Shapley of each player by going through all coalitions and all orders."""
    won, size = passing(rule), len(rule.players)
    swings = [
        sum(
            won[coalition | 1 << player] and not won[coalition]
            for coalition in range(1 << size)
            if not coalition >> player & 1
        )
        for player in range(size)
    ]
    pivots = [0] * size
    for order in permutations(range(size)):
        coalition = 0
        for player in order:
            if won[coalition | 1 << player] and not won[coalition]:
                pivots[player] += 1
            coalition |= 1 << player
    return {
        name: (
            Fraction(swings[player], 2 ** (size - 1)),
            Fraction(swings[player], sum(swings)) if any(swings) else Fraction(0),
            Fraction(pivots[player], factorial(size)),
        )
        for player, name in enumerate(rule.players)
    }
