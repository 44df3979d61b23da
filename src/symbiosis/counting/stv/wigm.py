"""The single transferable vote by weighted inclusive Gregory transfers, with a quota and decimals of one's own.

Source: as for Scotland; the sinking quota is that of Alameda County, California, for Albany, whose official rounds of
2022 it gives with a sinking quota and six decimals.
"""

from __future__ import annotations

from typing import Literal

from symbiosis.counting.counts import Count
from symbiosis.counting.papers import Rankings
from symbiosis.counting.reserved import NOTHING, Reserved
from symbiosis.counting.stv.inclusive import count_inclusive
from symbiosis.counting.ties import EARLIER, TieRule


def stv_wigm(
    papers: Rankings,
    seats: int = 1,
    tie: TieRule = EARLIER,
    quota: Literal["fixed", "sinking"] = "fixed",
    decimals: int = 6,
    reserved: Reserved = NOTHING,
) -> Count:
    """Fill seats as Scotland does, with so many `decimals` and a quota that is `fixed`, or `sinking` as papers exhaust.

    A sinking quota is worked out in each stage anew from the votes that are not exhausted; who was elected at a higher
    one keeps that. Raises `NotCountable` as `check_seats` and `check_reserved`.
    """
    return count_inclusive("stv-wigm", papers, seats, tie, reserved, decimals, quota == "sinking")
