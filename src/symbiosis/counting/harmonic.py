"""Ordering a long list in proportion: every vote is shared out equally among what it still approves of.

Source: LiquidFeedback, which orders the initiatives of an issue so; J. Behrens, A. Kistner, A. Nitsche and
B. Swierczek, The Principles of LiquidFeedback, 2014, "harmonic weighting".
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symbiosis.counting.counts import Count, Stage
from symbiosis.counting.orders import Found, Order, count_in_order, scored
from symbiosis.counting.papers import Marks
from symbiosis.counting.reserved import NOTHING, Reserved
from symbiosis.counting.ties import TOLD, TieRule, Ties, Undecided


def harmonic(papers: Marks, seats: int = 1, tie: TieRule = TOLD, reserved: Reserved = NOTHING) -> Count:
    """The list from its end on: whoever has the least weight takes the last place that is free.

    A vote gives each option that it approves of, and that has no place yet, an equal part of itself: with two left one
    half, with one left all. So votes whose options are gone strengthen the ones they have left, and each group comes up
    on the list about as often as it is large. What nobody approves of is last, equal. Equals are told apart by the
    weights of the places before, and a lot, where `tie` has them; else they share a place. A mark above 0 is an
    approval. Raises `NotCountable` as `check_seats` and `check_reserved`.
    """

    def order(ties: Ties) -> Found:
        shares = _Shares(papers)
        left = list(range(len(papers.candidates)))
        backwards: Order = []
        stages: list[Stage] = []
        history: list[list[Fraction]] = []
        taken = [Fraction(0)] * len(left)
        while left:
            weights = shares.weights()
            least = min(weights[each] for each in left)
            last = [each for each in left if weights[each] == least]
            if len(last) > 1 and least:
                last = _told_apart(last, ties, len(stages), history)
            history.append(weights)
            stages.append(
                Stage(
                    done="harmonic_place" if least else "harmonic_none",
                    names=tuple(papers.candidates[each] for each in last),
                    figures={"weight": {papers.candidates[each]: str(weights[each]) for each in left}},
                )
            )
            backwards.append(last)
            left = [each for each in left if each not in last]
            for each in last:
                taken[each] = least
                shares.take(each)
        stages.append(scored("weight", taken, papers.candidates))
        return backwards[::-1], stages

    return count_in_order("harmonic", papers, seats, tie, order, reserved=reserved)


def _told_apart(last: list[int], ties: Ties, stage: int, history: list[list[Fraction]]) -> list[int]:
    """The one of these equals that goes; all of them where nothing tells them apart."""
    try:
        return [ties.best(last, "rank", stage, history, worst=True)]
    except Undecided as undecided:
        # They share a place, which is an answer: a tie is told only where one of them must be chosen.
        ties.met.pop()
        still = set(undecided.tie.among)
        return [each for each in last if ties.candidates[each] in still]


class _Shares:
    """How many of the votes with so many options left approve of each: whole numbers, each paper passed once a tick."""

    def __init__(self, papers: Marks) -> None:
        self.unit = papers.unit
        self.times = papers.times
        self.approved = papers.marks > 0
        self.open = self.approved.sum(axis=1)
        most = int(self.open.max(initial=1))
        self.scale = lcm(*range(1, most + 1))
        self.table = np.zeros((most + 1, len(papers.candidates)), dtype=np.int64)
        for number in range(1, most + 1):
            self.table[number] = self._votes(self.open == number)

    def _votes(self, rows: NDArray[Any]) -> NDArray[np.int64]:
        found: NDArray[np.int64] = self.times[rows] @ self.approved[rows].astype(np.int64)
        return found

    def weights(self) -> list[Fraction]:
        """Each option's weight, in votes."""
        parts = [self.scale // max(number, 1) for number in range(len(self.table))]
        return [
            Fraction(sum(votes * part for votes, part in zip(column[1:], parts[1:], strict=True)), self.scale)
            * self.unit
            for column in self.table.T.tolist()
        ]

    def take(self, option: int) -> None:
        """An option has its place: the votes for it are shared out among one fewer."""
        rows = np.flatnonzero(self.approved[:, option])
        for number in np.unique(self.open[rows]).tolist():
            moved = rows[self.open[rows] == number]
            votes = self._votes(moved)
            self.table[number] -= votes
            self.table[number - 1] += votes
            self.open[moved] -= 1
        self.table[:, option] = 0
        self.approved[rows, option] = False
