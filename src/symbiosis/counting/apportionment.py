"""How many votes a body has in a council, and how a split body divides them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

Rounding = Literal["started", "nearest", "full"]


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
