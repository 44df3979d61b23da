"""The single transferable vote by Warren: all papers that help to elect somebody pay the same price.

Source: C. H. E. Warren, Counting in STV elections, Voting matters 1 (1994); I. D. Hill and C. H. E. Warren, Meek versus
Warren, Voting matters 20 (2005). Decimals and rounding as for Meek.
"""

from __future__ import annotations

from symbiosis.counting.counts import Count
from symbiosis.counting.papers import Rankings
from symbiosis.counting.reserved import NOTHING, Reserved
from symbiosis.counting.stv.keeping import count_by_keeping
from symbiosis.counting.ties import EARLIER, TieRule


def stv_warren(
    papers: Rankings, seats: int = 1, tie: TieRule = EARLIER, reserved: Reserved = NOTHING
) -> Count:
    """Fill seats by Warren's rule; votes to nine decimals.

    As Meek's, but an elected candidate takes the same amount of each paper, or all that it is still worth if that
    is less: nobody pays more for a candidate than another who also has enough. Raises `NotCountable` as `check_seats`.
    """
    return count_by_keeping("stv-warren", papers, seats, tie, min, reserved)
