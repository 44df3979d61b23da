"""Papers in piles, as they lie on the tellers' table: by candidate, and by parcel within each pile.

A parcel is a number that the count gives: papers that came with one value, or in one stage. What a parcel is
worth is the count's affair, so everything here is whole numbers of papers, and the piles of parts of an
election add up to those of the whole.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from symbiosis.counting.papers import Ints, Rankings, counted, divided
from symbiosis.counting.papers import Tables as PartTables

EXHAUSTED = -1
Moved = dict[tuple[int, int], int]
"""Papers by (candidate or EXHAUSTED, parcel)."""


class Tables(Protocol):
    """Papers in piles, on one table or on several."""

    def deal(self, standing: Collection[int], parcel: int = 0) -> Moved: ...
    def move(self, candidate: int, parcels: Mapping[int, int], standing: Collection[int]) -> Moved: ...
    def close(self) -> None: ...


def piles_of(papers: Rankings) -> Tables:
    """The papers on a table, or on as many as they ask for; `close` it when the count is over."""
    return Piles(papers) if papers.engine is None else SpreadPiles(papers.engine(Piles, divided(papers)))


class SpreadPiles:
    """Piles on several tables: every order goes to all of them, and what moved is added up."""

    def __init__(self, tables: PartTables) -> None:
        self._tables = tables

    def deal(self, standing: Collection[int], parcel: int = 0) -> Moved:
        return _together(self._tables.ask("deal", tuple(standing), parcel))

    def move(self, candidate: int, parcels: Mapping[int, int], standing: Collection[int]) -> Moved:
        return _together(self._tables.ask("move", candidate, dict(parcels), tuple(standing)))

    def close(self) -> None:
        self._tables.close()


def _together(moved: list[Moved]) -> Moved:
    total: Moved = {}
    for each in moved:
        for key, papers in each.items():
            total[key] = total.get(key, 0) + papers
    return dict(sorted(total.items()))


class Piles:
    """The papers of a count, or of a part of it; each lies with one candidate or is exhausted."""

    def __init__(self, papers: Rankings) -> None:
        self.candidates = len(papers.candidates)
        # One row a place: the search for the next preference reads a place of many papers at once.
        self._order = np.ascontiguousarray(papers.order.T)
        self._times = papers.times
        self._place = np.full(len(papers.times), -1, dtype=np.int32)
        self._piles: dict[int, dict[int, list[Ints]]] = {}

    def deal(self, standing: Collection[int], parcel: int = 0) -> Moved:
        """Sort all papers by first preference among those standing."""
        return self._lay(np.arange(len(self._times)), np.zeros(0, dtype=np.int64), {0: parcel}, standing)

    def move(self, candidate: int, parcels: Mapping[int, int], standing: Collection[int]) -> Moved:
        """Move parcels of a candidate's pile to the next preferences, as the parcels that they map to.

        Returns the papers that each got; those without a next preference are exhausted.
        """
        pile = self._piles.get(candidate, {})
        taken = [(parcel, papers) for parcel in parcels for papers in pile.pop(parcel, [])]
        if not taken:
            return {}
        papers = np.concatenate([each for _, each in taken])
        if len({parcels[parcel] for parcel, _ in taken}) == 1:
            return self._lay(papers, np.zeros(0, dtype=np.int64), {0: parcels[taken[0][0]]}, standing)
        names = sorted({parcels[parcel] for parcel, _ in taken})
        number = {name: index for index, name in enumerate(names)}
        labels = np.repeat(
            np.array([number[parcels[parcel]] for parcel, _ in taken], dtype=np.int64),
            [len(each) for _, each in taken],
        )
        return self._lay(papers, labels, dict(enumerate(names)), standing)

    def close(self) -> None:
        """Clear the table."""
        self._piles = {}

    def _lay(
        self, papers: Ints, labels: Ints, parcels: Mapping[int, int], standing: Collection[int]
    ) -> Moved:
        """Find each paper's next preference and put it there, label by label (no labels: all are of one parcel)."""
        next_ones = self._next(papers, standing)
        width = self.candidates + 1
        keys = (labels * width + next_ones) if len(labels) else next_ones
        totals = counted(keys, self._times[papers], len(parcels) * width)
        numbers = np.bincount(keys, minlength=len(parcels) * width)
        # The smaller the number the faster NumPy sorts: up to 16 bits it counts instead of comparing.
        small = np.int16 if len(parcels) * width < 2**15 else np.int64
        sorted_papers = papers[np.argsort(keys.astype(small), kind="stable")]
        moved: Moved = {}
        end = 0
        for key in np.flatnonzero(numbers).tolist():
            start, end = end, end + int(numbers[key])
            label, candidate = divmod(key, width)
            where = EXHAUSTED if candidate == self.candidates else candidate
            moved[where, parcels[label]] = totals[key]
            if where != EXHAUSTED:
                pile = self._piles.setdefault(where, {})
                pile.setdefault(parcels[label], []).append(sorted_papers[start:end])
        return moved

    def _next(self, papers: Ints, standing: Collection[int]) -> Ints:
        """Each paper's next preference among those standing, or the number of candidates where it has none."""
        found = np.full(len(papers), self.candidates, dtype=np.int64)
        # The last cell answers for -1: a paper that says no more is at its end.
        goes_on = np.ones(self.candidates + 1, dtype=bool)
        goes_on[list(standing)] = False
        goes_on[-1] = False
        looking: NDArray[np.intp] = np.arange(len(papers))
        place = self._place[papers] + 1
        while len(looking):
            looking = looking[place[looking] < len(self._order)]
            if not len(looking):
                break
            here = place[looking]
            candidates = self._order[here, papers[looking]]
            skipped = goes_on[candidates]
            at_rest = looking[~skipped]
            stays = candidates[~skipped].astype(np.int64)
            found[at_rest] = np.where(stays < 0, self.candidates, stays)
            looking = looking[skipped]
            place[looking] += 1
        self._place[papers] = place
        return found
