"""A rule read as a simple game: who says yes together, and whether that is enough.

Here is what a game is, and its tests in whole numbers, which `power` and `coalitions` count with.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import gcd, lcm
from typing import NamedTuple

# About ten seconds of a processor, and some hundred megabytes.
BUDGET = 25_000_000


class Test(NamedTuple):
    """One bar of a rule: the weights of those who say yes must reach it, or exceed it where `strict`.

    `weights` are in the order of the game's players, none below 0. Three quarters of twelve bodies is weights
    of 1 and the bar 9.
    """

    weights: tuple[int | Fraction, ...]
    bar: int | Fraction
    strict: bool = False


class Game(NamedTuple):
    """A rule seen as who can carry it together: a coalition passes when it passes every test."""

    players: tuple[str, ...]
    tests: tuple[Test, ...]


class TooLarge(ValueError):
    """The exact count would take more steps than the budget allows."""


class Level(NamedTuple):
    """A test in whole numbers: `bar` is what must come together, `spare` what may be missing."""

    weights: tuple[int, ...]
    bar: int
    spare: int


def levels_of(game: Game) -> tuple[Level, ...]:
    """The tests that can fail, in whole numbers, small ones where these give the same coalitions.

    Where a `spare` is below 0 no coalition passes. Raises ValueError for a game that is none: a player named
    twice, a weight too few or too many, a weight below 0.
    """
    if len(set(game.players)) != len(game.players):
        raise ValueError("a player is named twice")
    levels = []
    for test in game.tests:
        if len(test.weights) != len(game.players):
            raise ValueError("a test needs one weight for each player")
        if any(weight < 0 for weight in test.weights):
            raise ValueError("a weight is below 0")
        scale = lcm(*(Fraction(weight).denominator for weight in test.weights))
        weights = [int(weight * scale) for weight in test.weights]
        bar = test.bar * scale // 1 + 1 if test.strict else -(-test.bar * scale // 1)
        divisor = gcd(*weights) or 1
        bar = -(-bar // divisor)
        if bar <= 0:
            continue
        # Whoever alone reaches the bar, or alone exceeds what may be missing, weighs no more than that.
        weights = [min(weight // divisor, bar) for weight in weights]
        spare = sum(weights) - bar
        if spare >= 0:
            weights = [min(weight, spare + 1) for weight in weights]
        levels.append(Level(tuple(weights), sum(weights) - spare, spare))
    return tuple(dict.fromkeys(levels))


def kinds_of(levels: Sequence[Level], size: int) -> list[list[int]]:
    """The players by index, those together who weigh the same in every test."""
    kinds: dict[tuple[int, ...], list[int]] = {}
    for player in range(size):
        kinds.setdefault(tuple(level.weights[player] for level in levels), []).append(player)
    return list(kinds.values())


class Sums(NamedTuple):
    """One sum for each test, side by side in one integer, each below a guard bit.

    `added` is what each player adds. A total fits into what may be missing where `room - total` leaves all
    guard bits standing.
    """

    added: list[int]
    room: int
    guards: int


def packed(levels: Sequence[Level], size: int) -> Sums:
    """The sums of these tests side by side; every `spare` must be at least 0."""
    added, room, guards, place = [0] * size, 0, 0, 0
    for level in levels:
        bits = sum(level.weights).bit_length()
        added = [total + (weight << place) for total, weight in zip(added, level.weights, strict=True)]
        guards |= 1 << (place + bits)
        room |= (level.spare | 1 << bits) << place
        place += bits + 1
    return Sums(added, room, guards)
