"""How much each body's voice weighs under a rule: who can tip a decision, who can stop one.

Weight is not power: with weights 4, 4, 4, 2, 2, 1 and a bar of 12 the last never matters. A rule is read here
as a simple game: who says yes together, and whether that is enough. All answers are exact fractions, or
estimates that carry their own bound. The counts are made from the side of those who do NOT say yes: a
coalition passes where those outside it fit, in each test, into the weight that may be missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, Context, Decimal
from fractions import Fraction
from hashlib import shake_256
from math import factorial
from struct import unpack
from typing import NamedTuple

from symbiosis.counting.games import BUDGET, Game, Level, TooLarge, kinds_of, levels_of, packed

DRAWS = 20_000
_DECIMALS = Context(prec=40)


class Power(NamedTuple):
    """What one player can bring about under a rule.

    `penrose`: the chance that its word decides, if all others say yes or no by the toss of a coin (Penrose
    1946; the absolute Banzhaf measure). `banzhaf`: its part of all such occasions (Banzhaf 1965); the parts
    add up to 1, or are all 0 where nobody ever decides. `shapley`: the chance that it is the one who tips the
    decision if all join one after the other in an order drawn by lot (Shapley & Shubik 1954).
    """

    penrose: Fraction
    banzhaf: Fraction
    shapley: Fraction


class Estimate(NamedTuple):
    """A player's power, and how far each of the three numbers may be from the truth (0 where it is exact)."""

    power: Power
    error: Power


class Measured(NamedTuple):
    """Every player's power, and whether it was counted (`exact`) or estimated from `draws` lots."""

    exact: bool
    draws: int
    players: dict[str, Estimate]


NO_POWER = Power(Fraction(0), Fraction(0), Fraction(0))


def exact(game: Game, budget: int = BUDGET) -> dict[str, Power]:
    """How often each player's word decides, counted over all coalitions and all orders.

    Players whose weights agree in every test are computed once. Tests with the same weight for everybody cost
    nothing; for the others there is a table of the sums that those outside a coalition can have in them. It
    is gone through once for each player and once for each kind: for one such test in proportion to what may
    be missing, for several at worst to the product, and never to more than there are coalitions (20 players
    are always feasible). A step is one entry of that table gone through once, times 2 from 182 players on, 3
    from 256 on and so on with their square. Raises TooLarge as soon as it is known that there are more than
    `budget` steps; ValueError for a game that is none (a negative weight, a weight too few, a player twice).

    Source: generating functions, after Mann & Shapley 1962 and Brams & Affuso 1976.
    """
    levels = levels_of(game)
    if not levels or any(level.spare < 0 for level in levels):
        return dict.fromkeys(game.players, NO_POWER)
    size = len(game.players)
    orders = [factorial(place) * factorial(size - 1 - place) for place in range(size)]
    raw: dict[str, tuple[Fraction, Fraction]] = {}
    for kind, swings in _swings(levels, size, budget):
        penrose = Fraction(sum(swings), 2 ** (size - 1))
        shapley = Fraction(sum(map(int.__mul__, swings, orders)), factorial(size))
        raw.update((game.players[player], (penrose, shapley)) for player in kind)
    whole = sum((penrose for penrose, _ in raw.values()), Fraction(0)) or Fraction(1)
    return {player: Power(raw[player][0], raw[player][0] / whole, raw[player][1]) for player in game.players}


def sampled(game: Game, draws: int, seed: bytes) -> dict[str, Estimate]:
    """How often each player's word decides in `draws` coalitions and as many orders drawn by lot.

    With a chance of 95 % (over the lots) every number of every player is within its `error` of the truth, all
    at once. The lots come from SHAKE-256 over `seed`: the same seed gives the same answer everywhere. Raises
    ValueError for no draws, and as `exact` does for a game that is none.

    Source of the bound: Hoeffding 1963, theorem 1, over all players and both measures (union bound); the
    bound of `banzhaf` follows from those of `penrose`, and says little where decisions are rare (a high bar
    and many players): then `shapley` is the better estimate.
    """
    if draws < 1:
        raise ValueError("at least one draw")
    levels = levels_of(game)
    if not levels or any(level.spare < 0 for level in levels):
        return dict.fromkeys(game.players, Estimate(NO_POWER, NO_POWER))
    kinds = kinds_of(levels, len(game.players))
    swings, pivots = _drawn(levels, kinds, draws, seed)
    # Two measures of each kind, each bounded above and below: a 20th is shared among all of these.
    logarithm = _DECIMALS.ln(Decimal(2 * 2 * 20 * len(kinds)))
    penrose = [Fraction(count, draws * len(kind)) for count, kind in zip(swings, kinds, strict=True)]
    shapley = [Fraction(count, draws * len(kind)) for count, kind in zip(pivots, kinds, strict=True)]
    off = [_radius(mean, draws, logarithm) for mean in penrose]
    parts = _parts(penrose, off, [len(kind) for kind in kinds])
    found: dict[str, Estimate] = {}
    for index, kind in enumerate(kinds):
        part, part_off = parts[index]
        estimate = Estimate(
            power=Power(penrose[index], part, shapley[index]),
            error=Power(off[index], part_off, _radius(shapley[index], draws, logarithm)),
        )
        found.update((game.players[player], estimate) for player in kind)
    return {player: found[player] for player in game.players}


def power(game: Game, seed: bytes, budget: int = BUDGET, draws: int = DRAWS) -> Measured:
    """How often each player's word decides: counted where that is feasible, else estimated, and saying which.

    The choice depends on the game and the budget alone, never on a clock. Raises as `exact` and `sampled` do,
    but never TooLarge.
    """
    try:
        counted = exact(game, budget)
    except TooLarge:
        return Measured(False, draws, sampled(game, draws, seed))
    return Measured(True, 0, {player: Estimate(each, NO_POWER) for player, each in counted.items()})


def dummies(game: Game, budget: int = BUDGET) -> tuple[str, ...]:
    """Those whose word never decides, whatever the others say: a weight without any power.

    Exact; raises TooLarge as `exact` does. An estimate cannot say this: 0 in it may be a small chance.
    """
    return tuple(player for player, each in exact(game, budget).items() if each.penrose == 0)


def _swings(levels: Sequence[Level], size: int, budget: int) -> list[tuple[list[int], list[int]]]:
    """For each kind of player: how many sets of 0, 1, 2... others leave it the deciding word by staying out.

    A set of those who stay out is counted under its sums in the tests that weigh players differently; all its
    sizes share one integer there, `size` bits for each. The factor of one player is taken out again by
    dividing the generating function by it.
    """
    alike = [level for level in levels if len(set(level.weights)) == 1]
    most = min((level.spare // level.weights[0] for level in alike), default=size)
    sums = packed([level for level in levels if level not in alike], size)
    room, guards = sums.room, sums.guards
    kinds = kinds_of(levels, size)
    price = 1 + size * size // 32768
    steps = 0
    table = {0: 1}
    for added in sorted(sums.added):
        steps += len(table) * price
        grown = table.copy()
        for total, counts in table.items():
            moved = total + added
            if (room - moved) & guards == guards:
                grown[moved] = grown.get(moved, 0) + (counts << size)
        table = grown
        # The table never shrinks, and each kind goes through all of it once more.
        if steps + len(kinds) * len(table) * price > budget:
            raise TooLarge(f"more than {budget} steps")
    entries = sorted(table.items())
    fitting = sum(table.values())
    found = []
    for kind in kinds:
        added = sums.added[kind[0]]
        without = _sizes(_divided(entries, added, size) if added else fitting // ((1 << size) + 1), size)
        whole = _sizes(fitting, size)
        # Without the player they fit; with it they would not: then its yes or no decides.
        swings = [
            (without[others] if others <= most else 0)
            - (whole[others + 1] - without[others + 1] if others + 1 <= most else 0)
            for others in range(size)
        ]
        found.append((kind, swings))
    return found


def _divided(entries: list[tuple[int, int]], added: int, size: int) -> int:
    """The fitting sets without one player that adds so much, all sizes in one integer."""
    # Lower sums come first. A sum too small in any field borrows over a guard bit, which no entry has.
    without: dict[int, int] = {}
    for total, counts in entries:
        before = without.get(total - added)
        without[total] = counts - (before << size) if before else counts
    return sum(without.values())


def _sizes(counts: int, size: int) -> list[int]:
    mask = (1 << size) - 1
    return [counts >> place * size & mask for place in range(size + 1)]


def _drawn(
    levels: Sequence[Level], kinds: list[list[int]], draws: int, seed: bytes
) -> tuple[list[int], list[int]]:
    """How often members of each kind decided in coalitions, and in orders, drawn by lot."""
    added, room, guards = packed(levels, sum(map(len, kinds)))
    size = len(added)
    kind_of = {player: index for index, kind in enumerate(kinds) for player in kind}
    swings, pivots = [0] * len(kinds), [0] * len(kinds)
    for draw in range(draws):
        lots = shake_256(draw.to_bytes(8, "big") + seed).digest(8 * size + (size + 7) // 8)
        coins = int.from_bytes(lots[8 * size :], "big")
        out = [0] * len(kinds)
        total = 0
        for player in range(size):
            if coins >> player & 1:
                out[kind_of[player]] += 1
                total += added[player]
        passed = (room - total) & guards == guards
        for index, kind in enumerate(kinds):
            movable = len(kind) - out[index] if passed else out[index]
            if movable:
                moved = total + added[kind[0]] if passed else total - added[kind[0]]
                if ((room - moved) & guards == guards) != passed:
                    swings[index] += movable
        # Two equal numbers of 64 bits would favour who is named first: a chance far below any bound here.
        keys = unpack(f">{size}Q", lots[: 8 * size])
        total = 0
        for player in sorted(range(size), key=keys.__getitem__):
            total += added[player]
            if (room - total) & guards != guards:
                pivots[kind_of[player]] += 1
                break
    return swings, pivots


def _radius(mean: Fraction, draws: int, logarithm: Decimal) -> Fraction:
    """How far the true mean may be, rounded up at the sixth decimal.

    Hoeffding's first bound is exp(-draws * K(mean, truth)), K the relative entropy. K is at least twice the
    squared distance (his second bound), and at least the squared distance over twice the larger of both,
    which is sharper where the mean is small.
    """
    context = _DECIMALS
    share = context.divide(logarithm, Decimal(draws))
    estimate = context.divide(Decimal(mean.numerator), Decimal(mean.denominator))
    plain = context.sqrt(context.divide(share, Decimal(2)))
    inner = context.multiply(share, context.add(share, context.multiply(Decimal(2), estimate)))
    sharper = context.add(share, context.sqrt(inner))
    return Fraction(min(plain, sharper).quantize(Decimal("0.000001"), rounding=ROUND_CEILING))


def _parts(means: list[Fraction], off: list[Fraction], members: list[int]) -> list[tuple[Fraction, Fraction]]:
    """Each mean as a part of their sum over all members, and how far that may be from the truth."""
    zero, one = Fraction(0), Fraction(1)
    low = [max(mean - error, zero) for mean, error in zip(means, off, strict=True)]
    high = [min(mean + error, one) for mean, error in zip(means, off, strict=True)]
    whole = sum(map(Fraction.__mul__, means, map(Fraction, members)), zero) or one
    lowest = sum(map(Fraction.__mul__, low, map(Fraction, members)), zero)
    highest = sum(map(Fraction.__mul__, high, map(Fraction, members)), zero)
    parts = []
    for mean, bottom, top in zip(means, low, high, strict=True):
        least = bottom / (bottom + highest - top)
        greatest = top / (top + lowest - bottom)
        parts.append((mean / whole, max(mean / whole - least, greatest - mean / whole)))
    return parts
