"""One winner, or a whole order, from comparing each with each: Schulze, Ranked Pairs, Minimax, Copeland.

All of them elect whoever beats everybody else (Condorcet, 1785); they differ where nobody does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import compress
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from symbiosis.counting.counts import Count, Stage, check_seats
from symbiosis.counting.orders import Found, Order, by_layers, by_score, count_in_order, scored
from symbiosis.counting.pairs import Pairs, defeats, pairs_of
from symbiosis.counting.papers import Rankings
from symbiosis.counting.reserved import NOTHING, Reserved
from symbiosis.counting.ties import TOLD, TieRule, Ties

Strength = Literal["winning", "margins"]


def schulze(
    papers: Rankings,
    seats: int = 1,
    tie: TieRule = TOLD,
    strength: Strength = "winning",
    reserved: Reserved = NOTHING,
) -> Count:
    """Whoever has the stronger path to the other comes first.

    A path is as strong as its weakest defeat; a defeat is as strong as its winning votes (of equally many that
    with fewer against), or its margin. Whom nobody comes before is chosen. Source: M. Schulze, "A new monotonic,
    clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method", Social Choice and
    Welfare 36 (2011), section 2. Raises `NotCountable` as `check_seats`.
    """

    def order(pairs: Pairs, _ties: Ties) -> Found:
        paths, strengths = strongest_paths(pairs, strength)
        stronger = paths > paths.T
        # Where all papers rank all, the votes against follow from those for.
        sums = {pairs.votes[a][b] + pairs.votes[b][a] for a in pairs.numbers for b in range(a)}
        against = strength == "winning" and len(sums) > 1
        told = _told(pairs, strengths, against)
        to = pairs.by_name([told[path] for path in column] for column in paths.T.tolist())
        before = [set(compress(pairs.numbers, column)) for column in stronger.T.tolist()]
        # The relation is transitive (Schulze 2011, 4.1), but not whole: two may come before different others.
        return by_layers(before), [
            Stage(done="paths", figures={f"path:{name}": figures for name, figures in to.items()}),
            scored("before", stronger.sum(axis=1).tolist(), pairs.candidates),
        ]

    return _counted("schulze", papers, seats, tie, order, {"strength": strength}, reserved)


Path = tuple[int, int]
"""Votes for the weakest defeat on it (or its margin), and less than nothing: the votes against; (0, 0) for no path."""
_NO_PATH = (0, 0)


def _told(pairs: Pairs, strengths: Sequence[Path], against: bool) -> list[str]:
    told = pairs.told(won for won, _ in strengths)
    if against:
        lost = pairs.told(-less for _, less in strengths)
        # The first is no path.
        told[1:] = [f"{each}:{other}" for each, other in zip(told[1:], lost[1:], strict=True)]
    return told


def strongest_paths(pairs: Pairs, strength: Strength) -> tuple[NDArray[np.int64], list[Path]]:
    """The strongest path from each to each (Floyd and Warshall), as its place among all strengths; and those.

    Only which is stronger matters: the place, the weakest first, is a small whole number, and as exact.
    """
    step = (lambda won, lost: (won, -lost)) if strength == "winning" else (lambda won, lost: (won - lost, 0))
    defeat = [
        [step(won, lost) if won > lost else _NO_PATH for won, lost in zip(prefer, against, strict=True)]
        for prefer, against in pairs.sides()
    ]
    strengths = sorted({_NO_PATH}.union(*defeat))
    place = {path: number for number, path in enumerate(strengths)}
    found = np.array([[place[path] for path in row] for row in defeat], dtype=np.int64)
    for middle in pairs.numbers:
        np.maximum(found, np.minimum(found[:, middle, None], found[None, middle, :]), out=found)
    return found, strengths


def _strength(pairs: Pairs, a: int, b: int, strength: Strength) -> int:
    """In units of the pairs."""
    return pairs.votes[a][b] - (pairs.votes[b][a] if strength == "margins" else 0)


def ranked_pairs(
    papers: Rankings,
    seats: int = 1,
    tie: TieRule = TOLD,
    strength: Strength = "winning",
    reserved: Reserved = NOTHING,
) -> Count:
    """Defeats are locked in from the strongest on; one that would close a circle is passed over.

    Of defeats of equal strength that with fewer votes against comes first. Where equal ones close a circle, a lot
    says in what order they come; without a lot every order is tried, and where they do not all give the same
    order there is a tie. Source: T. N. Tideman, "Independence of clones as a criterion for voting rules", Social
    Choice and Welfare 4 (1987). Raises `NotCountable`.
    """

    # Where seats are reserved, or filled by turns, those far down may be chosen: all places must be the same.
    places = len(papers.candidates) if reserved != NOTHING else seats

    def order(pairs: Pairs, ties: Ties) -> Found:
        worlds: list[Locked] = [frozenset()]
        stages = []
        for group in _defeats_by_strength(pairs, strength):
            worlds = _lock_equals(group, worlds, pairs.numbers, ties)
            for winner, loser in group:
                kept = sum((winner, loser) in world for world in worlds)
                done = "locked" if kept == len(worlds) else "locked_by_order" if kept else "passed_over"
                stages.append(
                    Stage(
                        done=done,
                        names=(pairs.candidates[winner], pairs.candidates[loser]),
                        totals={"strength": str(_strength(pairs, winner, loser, strength) * pairs.unit)},
                    )
                )
        orders = {tuple(map(tuple, _by_locked(pairs.numbers, world))) for world in worlds}
        return _same_for(orders, places, ties), stages

    return _counted("ranked-pairs", papers, seats, tie, order, {"strength": strength}, reserved)


Locked = frozenset[tuple[int, int]]
_MOST_WORLDS = 2000


def _lock_equals(
    group: list[tuple[int, int]], worlds: list[Locked], numbers: Sequence[int], ties: Ties
) -> list[Locked]:
    """Lock in a group of equally strong defeats: in the order of the lot, or in every order that matters."""
    after: set[Locked] = set()
    for locked in worlds:
        open_ones = [pair for pair in group if pair not in locked and pair[::-1] not in locked]
        if not _circle(open_ones, locked, numbers):
            after.add(_locked(locked, open_ones, numbers))
        elif "lot" in ties.rule.ways and ties.rule.seed:
            ties.drawn(sorted({winner for winner, _ in open_ones}), "rank")
            place = {candidate: number for number, candidate in enumerate(ties.lot)}
            open_ones.sort(key=lambda pair: (place[pair[0]], -place[pair[1]]))
            after.add(_locked(locked, open_ones, numbers))
        else:
            after |= _every_order(locked, open_ones, numbers)
        if len(after) > _MOST_WORLDS:
            ties.drawn(sorted({winner for winner, _ in open_ones}), "rank")
    return sorted(after, key=sorted)


def _every_order(locked: Locked, pairs: list[tuple[int, int]], numbers: Sequence[int]) -> set[Locked]:
    """What is locked in the end, for every order in which equal defeats may come."""
    found: set[Locked] = set()
    seen: set[tuple[Locked, frozenset[tuple[int, int]]]] = set()
    waiting = [(locked, frozenset(pairs))]
    while waiting and len(seen) <= _MOST_WORLDS * 10:
        world, rest = waiting.pop()
        rest = frozenset(pair for pair in rest if pair not in world and pair[::-1] not in world)
        if not rest:
            found.add(world)
        elif (world, rest) not in seen:
            seen.add((world, rest))
            waiting += [(_locked(world, [pair], numbers), rest - {pair}) for pair in rest]
    return found


def _same_for(orders: set[tuple[tuple[int, ...], ...]], seats: int, ties: Ties) -> Order:
    """The order that all worlds have, if they agree on who comes first in as many places as there are seats.

    Raises `Undecided` with those who might take a seat and might not.
    """
    heads = {_head(order, seats) for order in orders}
    if len(heads) > 1:
        some, all_ = frozenset[int]().union(*heads), frozenset.intersection(*map(frozenset, heads))
        ties.drawn(sorted(some - all_ or some), "elect")
    # Below the seats they may differ: there one comes before another only where it does in all of them.
    places = [{each: place for place, group in enumerate(order) for each in group} for order in orders]
    return by_layers(
        [
            {other for other in places[0] if all(at[other] < at[one] for at in places)}
            for one in sorted(places[0])
        ]
    )


def _head(order: tuple[tuple[int, ...], ...], seats: int) -> tuple[int, ...]:
    """Those in the first places, in order, with all who are equal at the last of them."""
    head: list[int] = []
    for group in order:
        if len(head) >= seats:
            break
        head += group
    return tuple(head)


def _defeats_by_strength(pairs: Pairs, strength: Strength) -> list[list[tuple[int, int]]]:
    groups: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for a in pairs.numbers:
        for b in pairs.numbers:
            if pairs.beats(a, b):
                key = (-_strength(pairs, a, b, strength), pairs.votes[b][a])
                groups.setdefault(key, []).append((a, b))
    return [groups[key] for key in sorted(groups)]


def _circle(group: list[tuple[int, int]], locked: Locked, numbers: Sequence[int]) -> bool:
    """Whether all of these defeats together with those locked in close a circle."""
    for winner, loser in group:
        if (loser, winner) in locked:
            return True
        locked = _locked(locked, [(winner, loser)], numbers)
    return False


def _locked(locked: Locked, pairs: list[tuple[int, int]], numbers: Sequence[int]) -> Locked:
    """Lock these in one after another, passing over what closes a circle; who is above is above all below."""
    now = set(locked)
    for winner, loser in pairs:
        if (loser, winner) not in now:
            above = {winner, *(a for a in numbers if (a, winner) in now)}
            below = {loser, *(b for b in numbers if (loser, b) in now)}
            now |= {(a, b) for a in above for b in below}
    return frozenset(now)


def _by_locked(numbers: Sequence[int], locked: Locked) -> Order:
    """The order that the locked defeats give; those between whom nothing is locked stay together."""
    left, order = list(numbers), []
    while left:
        top = [a for a in left if not any((b, a) in locked for b in left)]
        order.append(top)
        left = [a for a in left if a not in top]
    return order


def minimax(
    papers: Rankings,
    seats: int = 1,
    tie: TieRule = TOLD,
    strength: Literal["winning", "margins", "opposition"] = "winning",
    reserved: Reserved = NOTHING,
) -> Count:
    """Whoever's worst defeat is the smallest (Simpson 1969, Kramer 1977).

    A defeat is measured by the votes of the winner, by the margin, or ("opposition") by the votes against in any
    comparison, lost or not. Raises `NotCountable`.
    """

    def order(pairs: Pairs, _ties: Ties) -> Found:
        worst = []
        for a in pairs.numbers:
            against = [
                _strength(pairs, b, a, "margins" if strength == "margins" else "winning")
                for b in pairs.numbers
                if b != a and (strength == "opposition" or pairs.beats(b, a))
            ]
            worst.append(max(against, default=0) * pairs.unit)
        return by_score([-each for each in worst]), [scored("worst_defeat", worst, pairs.candidates)]

    return _counted("minimax", papers, seats, tie, order, {"strength": strength}, reserved)


def copeland(papers: Rankings, seats: int = 1, tie: TieRule = TOLD, reserved: Reserved = NOTHING) -> Count:
    """Whoever beats most others; an even comparison counts one half (Llull, 13th century; Copeland 1951).

    Raises `NotCountable`.
    """

    def order(pairs: Pairs, _ties: Ties) -> Found:
        points = [
            Fraction(
                sum(1 + pairs.beats(a, b) - pairs.beats(b, a) for b in pairs.numbers if b != a),
                2,
            )
            for a in pairs.numbers
        ]
        return by_score(points), [scored("points", points, pairs.candidates)]

    return _counted("copeland", papers, seats, tie, order, {}, reserved)


def borda(papers: Rankings, seats: int = 1, tie: TieRule = TOLD, reserved: Reserved = NOTHING) -> Count:
    """A point for each candidate whom a paper puts lower, half a point for each that it puts equal (Borda 1784).

    So with n candidates a full paper gives n-1 points to its first and none to its last, and those who are not
    ranked share what is left. It does not always elect who beats all others. Raises `NotCountable`.
    """

    def order(pairs: Pairs, _ties: Ties) -> Found:
        others = len(pairs.candidates) - 1
        points = [
            (papers.votes * others + (sum(prefer) - sum(against)) * pairs.unit) / 2
            for prefer, against in pairs.sides()
        ]
        return by_score(points), [scored("points", points, pairs.candidates)]

    return _counted("borda", papers, seats, tie, order, {}, reserved)


def _counted(
    method: str,
    papers: Rankings,
    seats: int,
    tie: TieRule,
    order: Callable[[Pairs, Ties], Found],
    settings: dict[str, str],
    reserved: Reserved,
) -> Count:
    """What all of them share: the table of pairs first, then the order."""
    check_seats(papers.candidates, seats)
    pairs = pairs_of(papers)
    return count_in_order(
        method,
        papers,
        seats,
        tie,
        lambda ties: order(pairs, ties),
        settings,
        [defeats(pairs)],
        pairs.table(),
        reserved,
    )
