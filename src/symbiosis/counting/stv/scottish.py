"""The single transferable vote as Scotland counts it: weighted inclusive Gregory, by five decimals.

Source: The Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52.
"""

from __future__ import annotations

from symbiosis.counting.counts import Count
from symbiosis.counting.papers import Rankings
from symbiosis.counting.reserved import NOTHING, Reserved
from symbiosis.counting.stv.inclusive import count_inclusive
from symbiosis.counting.ties import EARLIER, TieRule


def stv_scottish(
    papers: Rankings, seats: int = 1, tie: TieRule = EARLIER, reserved: Reserved = NOTHING
) -> Count:
    """Fill seats by the Scottish rules; figures to five decimals, remainders ignored as rule 48 says.

    Quota: votes divided by one more than the seats, plus one, without the fraction (rule 46). All papers of an
    elected candidate move, each at surplus x value / votes (48); the largest surplus first (49); without a surplus
    the lowest is excluded at the values the papers came with (50, 51). An equality is settled by the last round
    that tells them apart, then by lot, where `tie` says so. The votes lost to ignored remainders stand apart
    as "rounding". Where seats are `reserved`, whom that bars is withdrawn before anything else is done, and the lowest
    who can be spared is excluded. Raises `NotCountable` as `check_seats` and `check_reserved`.
    """
    return count_inclusive("stv-scottish", papers, seats, tie, reserved)
