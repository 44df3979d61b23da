"""How many votes a body has in a council, how so many seats are divided among bodies, and how a split body divides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from symbiosis.counting.counts import NotCountable
from symbiosis.counting.games import BUDGET, Game, Test
from symbiosis.counting.power import exact

Rounding = Literal["started", "nearest", "full"]
Divided = Literal["largest-remainder", "dhondt", "sainte-lague", "huntington-hill", "adams"]


class Apportioned(NamedTuple):
    """Seats by body. Where `left` is above 0 so many are not given: `tied` are equal for them, and none got one."""

    seats: dict[str, int]
    left: int = 0
    tied: tuple[str, ...] = ()


def votes_for(members: int, per: int, rounding: Rounding, minimum: int, cap: int) -> int:
    """The votes of a body of so many members: one for every `per`, at least `minimum`, at most `cap`.

    "started" counts a begun group of `per` as a whole one, "full" does not, "nearest" rounds an exact half
    up. `per` 0 gives every body `minimum`; `cap` 0 means no cap.
    """
    if per == 0:
        votes = minimum
    elif rounding == "started":
        votes = -(-members // per)
    elif rounding == "nearest":
        votes = (2 * members + per) // (2 * per)
    else:
        votes = members // per
    votes = max(votes, minimum)
    return min(votes, cap) if cap else votes


def largest_remainder(votes: int, positions: Mapping[str, int]) -> dict[str, int]:
    """Divide `votes` among positions in proportion to the people behind each (Hamilton's method).

    Each gets the whole part of its quota; what is left goes to the largest remainders. Equal remainders go
    to the larger position first, then to the one named first. Nobody behind any position: nobody gets any.
    """
    people = sum(positions.values())
    if people == 0:
        return dict.fromkeys(positions, 0)
    quotas = {name: Fraction(votes * count, people) for name, count in positions.items()}
    shares = {name: int(quota) for name, quota in quotas.items()}
    order = list(positions)
    by_remainder = sorted(
        order, key=lambda name: (-(quotas[name] - shares[name]), -positions[name], order.index(name))
    )
    for name in by_remainder[: votes - sum(shares.values())]:
        shares[name] += 1
    return shares


DIVISORS: dict[str, Callable[[int], int]] = {
    "adams": lambda held: held * held,
    "huntington-hill": lambda held: held * (held + 1),
    "sainte-lague": lambda held: (2 * held + 1) ** 2,
    "dhondt": lambda held: (held + 1) ** 2,
}
"""By what a body's members are divided that holds so many seats already, squared, so that all are whole numbers.

The next seat goes to the largest quotient. Adams' and Huntington and Hill's give everybody a first seat before anybody
a second. Sources: M. L. Balinski and H. P. Young, Fair Representation, 1982, for all; E. V. Huntington, The
apportionment of representatives in Congress, 1928."""
METHODS = ("largest-remainder", *DIVISORS)


def apportion(
    method: Divided, seats: int, members: Mapping[str, int], minimum: int = 0, cap: int = 0
) -> Apportioned:
    """Divide so many seats among bodies by their members; each has `minimum` at least and `cap` at most (0: no cap).

    Of equal claims to a seat the larger body's comes first. Bodies of one size with equal claims to fewer seats than
    they are get none of them: that is told, and who gets them is theirs to settle, by a lot for one. Raises
    `NotCountable` NoCandidates, SeatsBelowMinimum, SeatsAboveCap.
    """
    if not members:
        raise NotCountable("NoCandidates")
    if seats < minimum * len(members):
        raise NotCountable("SeatsBelowMinimum", seats=seats, needed=minimum * len(members))
    if cap and seats > cap * len(members):
        raise NotCountable("SeatsAboveCap", seats=seats, room=cap * len(members))
    if method == "largest-remainder":
        return _by_remainders(seats, members, minimum, cap)
    return _by_divisors(DIVISORS[method], seats, members, minimum, cap)


def _by_divisors(
    divisor: Callable[[int], int], seats: int, members: Mapping[str, int], minimum: int, cap: int
) -> Apportioned:
    held = dict.fromkeys(members, minimum)

    def claim(name: str) -> tuple[bool, Fraction, int]:
        by, people = divisor(held[name]), members[name]
        return (by == 0, Fraction(people * people, by or 1), people)

    left = seats - sum(held.values())
    claims = {name: claim(name) for name in held if not cap or held[name] < cap}
    while left:
        largest = max(claims.values())
        equal = [name for name, each in claims.items() if each == largest]
        if len(equal) > left:
            return Apportioned(held, left, tuple(equal))
        for name in equal:
            held[name] += 1
            claims[name] = claim(name)
            if cap and held[name] == cap:
                del claims[name]
        left -= len(equal)
    return Apportioned(held)


def _by_remainders(seats: int, members: Mapping[str, int], minimum: int, cap: int) -> Apportioned:
    """Hamilton's method: the whole part of each quota, then one each to the largest remainders.

    With a minimum or a cap the quotas are as many seats for each member as make all of them together `seats`, where
    nobody's is below the minimum or above the cap.
    """
    quotas = _quotas(seats, members, minimum, cap)
    held = {name: int(quota) for name, quota in quotas.items()}
    left = seats - sum(held.values())
    claims = {
        name: (quota - held[name], members[name]) for name, quota in quotas.items() if quota > held[name]
    }
    while left and claims:
        largest = max(claims.values())
        equal = [name for name, each in claims.items() if each == largest]
        if len(equal) > left:
            return Apportioned(held, left, tuple(equal))
        for name in equal:
            held[name] += 1
            del claims[name]
        left -= len(equal)
    if not left:
        return Apportioned(held)
    # All others are at the cap: what they cannot hold goes to bodies without any members, whose claims are equal.
    rest = [name for name, people in members.items() if not people]
    each, left = divmod(left, len(rest))
    for name in rest:
        held[name] += each
    return Apportioned(held, left, tuple(rest) if left else ())


def _quotas(seats: int, members: Mapping[str, int], minimum: int, cap: int) -> dict[str, Fraction]:
    least, most = Fraction(minimum), Fraction(cap or seats)
    # Between two of these points a number of bodies is at a bound, and the others have a constant share a member.
    bounds = {bound / people for people in members.values() if people for bound in (least, most)}
    found = dict.fromkeys(members, least)
    for start in sorted({Fraction(0), *bounds}, reverse=True):
        at = {name: min(max(start * people, least), most) for name, people in members.items()}
        if sum(at.values()) <= seats:
            free = [name for name, people in members.items() if people and at[name] < most]
            free = [name for name in free if start * members[name] >= least]
            rest = seats - sum(at.values(), Fraction(0))
            people = sum(members[name] for name in free)
            share = start + rest / people if people else start
            found = {name: share * members[name] if name in free else quota for name, quota in at.items()}
            break
    return found


class Beside(NamedTuple):
    """A body's members and seats, as parts of all, and beside them its part of the power to decide.

    `power` is its normalised Banzhaf index: its part of all occasions on which a yes or no decides (0 where nobody ever
    does). Seats in proportion to members are not power in proportion to members.
    """

    name: str
    members: Fraction
    seats: Fraction
    power: Fraction


def beside(
    members: Mapping[str, int], seats: Mapping[str, int], bar: Fraction, budget: int = BUDGET
) -> list[Beside]:
    """Each body's parts where more than `bar` of all seats adopts. Raises `games.TooLarge` as `power.exact` does."""
    people, whole = sum(members.values()) or 1, sum(seats.values())
    game = Game(tuple(seats), (Test(tuple(seats.values()), bar * whole, strict=True),))
    powers = exact(game, budget)
    return [
        Beside(name, Fraction(members[name], people), Fraction(seats[name], whole or 1), powers[name].banzhaf)
        for name in seats
    ]
