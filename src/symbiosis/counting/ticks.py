"""Papers of ticks for methods that elect a committee in proportion: who approves of whom, and voters in classes.

These methods give each paper a number (seats won so far, a load, money left) that changes when somebody it approves of
is elected. Papers with the same number are one class; how many votes each candidate has in each class is a whole
number, found in one pass, and exact arithmetic is for classes, not for papers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import gcd

import numpy as np
from numpy.typing import NDArray

from symbiosis.counting.counts import Count, Result, Stage, check_seats, nobody, reasons
from symbiosis.counting.papers import Marks
from symbiosis.counting.ties import TieRule, Ties, Undecided

Rows = list[NDArray[np.int64]]


def rows_of(papers: Marks) -> Rows:
    """For each candidate the papers that approve of them: a mark above 0."""
    return [np.flatnonzero(papers.marks[:, each] > 0) for each in range(len(papers.candidates))]


class Classes:
    """All papers with their ticks, each in a class of those with the same number.

    The numbers are `parts` / `scale`, the parts whole and ascending: they stay exact however often they are divided.
    """

    def __init__(self, papers: Marks, number: Fraction, rows: Rows | None = None) -> None:
        self.unit = papers.unit
        self.times = papers.times
        self.rows = rows_of(papers) if rows is None else rows
        self.scale = number.denominator
        self.parts = [number.numerator]
        self._where: NDArray[np.int64] = np.zeros(len(papers.times), dtype=np.int64)

    def votes(self, candidate: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The classes that approve of a candidate, ascending, and how many votes in each, in the papers' units."""
        rows = self.rows[candidate]
        votes = np.bincount(self._where[rows], weights=self.times[rows], minlength=len(self.parts))
        held = np.flatnonzero(votes)
        return held, votes[held].astype(np.int64)

    def sum(self, candidate: int | None = None) -> Fraction:
        """The numbers of all votes that approve of a candidate, or of all, added up."""
        if candidate is None:
            votes = np.bincount(self._where, weights=self.times, minlength=len(self.parts)).astype(np.int64)
            held = np.arange(len(votes))
        else:
            held, votes = self.votes(candidate)
        parts = sum(self.parts[n] * v for n, v in zip(held.tolist(), votes.tolist(), strict=True))
        return Fraction(parts, self.scale) * self.unit

    def make_finer(self, denominator: int) -> int:
        """Divide the parts so that this denominator goes into the scale; by how much."""
        finer = denominator // gcd(self.scale, denominator)
        if finer > 1:
            self.scale *= finer
            self.parts = [each * finer for each in self.parts]
        return finer

    def change(self, candidate: int, held: NDArray[np.int64], to: Sequence[int]) -> NDArray[np.int64]:
        """All papers that approve of a candidate go from the parts of the classes `held` to those in `to`.

        Classes with the same become one, and empty ones go. Where the parts came from: the old ones, then `to`.
        """
        both = [*self.parts, *to]
        after = np.zeros(len(self.parts), dtype=np.int64)
        after[held] = np.arange(len(self.parts), len(both))
        rows = self.rows[candidate]
        self._where[rows] = after[self._where[rows]]
        there = np.bincount(self._where, minlength=len(both)) > 0
        place, parts, kept = np.zeros(len(both), dtype=np.int64), list[int](), list[int]()
        # The old ones ascend and mostly the new ones too: to sort them is to merge them.
        for number in sorted(np.flatnonzero(there).tolist(), key=both.__getitem__):
            if not parts or parts[-1] != both[number]:
                parts.append(both[number])
                kept.append(number)
            place[number] = len(parts) - 1
        self._where = place[self._where]
        self.parts = parts
        return np.array(kept, dtype=np.int64)

    def turn_round(self) -> None:
        """Every number becomes its negative."""
        self.parts = [-each for each in reversed(self.parts)]
        self._where = len(self.parts) - 1 - self._where


Elect = Callable[[Ties, list[int], list[Stage]], None]
"""Fills a list of elected candidates and of stages; may raise `Undecided`."""


def count_ticks(method: str, papers: Marks, seats: int, tie: TieRule, elect: Elect, **settings: str) -> Count:
    """The count that `elect` makes. Raises `NotCountable`."""
    check_seats(papers.candidates, seats)
    if not (papers.marks > 0).any():
        return nobody(method, papers.candidates, seats, papers.aside)
    ties = Ties(papers.candidates, tie)
    elected: list[int] = []
    stages: list[Stage] = []
    result: Result = "decided"
    try:
        elect(ties, elected, stages)
    except Undecided:
        result = "tied"
    return Count(
        method=method,
        candidates=papers.candidates,
        seats=seats,
        result=result,
        elected=tuple(papers.candidates[each] for each in elected),
        stages=tuple(stages),
        votes=str(papers.votes),
        blank=str(papers.aside.blank),
        spoiled=reasons(papers.aside),
        ties=tuple(ties.met),
        settings=settings,
    )


def named(candidates: Sequence[str], values: Sequence[tuple[int, Fraction]]) -> dict[str, str]:
    """Exact figures of some candidates by name."""
    return {candidates[each]: str(value) for each, value in values}
