"""The single transferable vote by Meek: whoever is elected keeps a part of every paper, new ones just like old ones.

Source: B. L. Meek, 1969; Hill, Wichmann and Woodall, Algorithm 123, The Computer Journal 30 (1987); decimals, rounding
and the end of a trial as in the reference rule of the Proportional Representation Foundation.
"""

from __future__ import annotations

from symbiosis.counting.counts import Count
from symbiosis.counting.papers import Rankings
from symbiosis.counting.reserved import NOTHING, Reserved
from symbiosis.counting.stv.keeping import ONE, count_by_keeping
from symbiosis.counting.ties import EARLIER, TieRule


def stv_meek(papers: Rankings, seats: int = 1, tie: TieRule = EARLIER, reserved: Reserved = NOTHING) -> Count:
    """Fill seats by Meek's rule; votes to nine decimals.

    An elected candidate keeps the same share of what each paper is still worth, so that papers of a candidate
    elected later count for those elected earlier too. The quota is worked out anew from the votes that are not
    exhausted. Within the untransferred surplus of the lowest all are equal. Raises `NotCountable` as `check_seats`.
    """
    return count_by_keeping("stv-meek", papers, seats, tie, _share, reserved)


def _share(weight: int, keep: int) -> int:
    return -(-weight * keep // ONE)
