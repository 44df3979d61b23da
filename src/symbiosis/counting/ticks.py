"""Papers of ticks for methods that elect a committee in proportion: who approves of whom, and voters in classes.

These methods give each paper a number (seats won so far, a load, money left) that changes when somebody it approves of
is elected. Papers with the same number are one class; how many votes each candidate has in each class is a whole
number, found in one pass, and the exact fractions are worked out for classes, not for papers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from symbiosis.counting.counts import Count, Result, Stage, check_seats, nobody, reasons
from symbiosis.counting.papers import Marks, counted
from symbiosis.counting.ties import TieRule, Ties, Undecided


class Classes:
    """All papers with their ticks, each in one of the classes of `values`."""

    def __init__(self, papers: Marks, value: Fraction) -> None:
        # One row a candidate: each is read as a whole.
        self.ticked = np.ascontiguousarray((papers.marks > 0).T)
        self.times = papers.times
        self.unit = papers.unit
        self.values = [value]
        self._where: NDArray[np.int64] = np.zeros(len(papers.times), dtype=np.int64)

    def votes(self, candidate: int) -> list[int]:
        """The votes for a candidate in each class, in the papers' units."""
        row = self.ticked[candidate]
        return counted(self._where[row], self.times[row], len(self.values))

    def change(self, candidate: int, to: Sequence[Fraction]) -> None:
        """All papers that approve of the candidate go from the value of their class to that in `to`."""
        both = [*self.values, *to]
        self.values = sorted(set(both))
        place = {value: number for number, value in enumerate(self.values)}
        moved = np.array([place[value] for value in both], dtype=np.int64)
        self._where = moved[self._where + self.ticked[candidate] * np.int64(len(to))]
        self._drop_empty()

    def turn_round(self) -> None:
        """Every value becomes its negative."""
        self.values = [-value for value in reversed(self.values)]
        self._where = len(self.values) - 1 - self._where

    def _drop_empty(self) -> None:
        held = np.bincount(self._where, minlength=len(self.values)) > 0
        if not held.all():
            self.values = [value for value, there in zip(self.values, held, strict=True) if there]
            self._where = (np.cumsum(held) - 1)[self._where]


Elect = Callable[[Ties, Classes, list[int], list[Stage]], None]
"""Fills a list of elected candidates and of stages; may raise `Undecided`."""


def count_ticks(
    method: str, papers: Marks, seats: int, tie: TieRule, first: Fraction, elect: Elect, **settings: str
) -> Count:
    """The count that `elect` makes, every paper beginning at the value `first`. Raises `NotCountable`."""
    check_seats(papers.candidates, seats)
    if not (papers.marks > 0).any():
        return nobody(method, papers.candidates, seats, papers.aside)
    ties = Ties(papers.candidates, tie)
    elected: list[int] = []
    stages: list[Stage] = []
    result: Result = "decided"
    try:
        elect(ties, Classes(papers, first), elected, stages)
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
