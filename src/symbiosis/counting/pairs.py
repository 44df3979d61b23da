"""Each candidate against each other: how many votes prefer the one, in a single pass over the papers.

Unranked candidates are below all ranked ones and equal among themselves; equals prefer neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from symbiosis.counting.counts import Stage
from symbiosis.counting.papers import Rankings, divided

_BLOCK = 1 << 15
"""Papers at a time: their places fit into the processor's cache."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """`over[a][b]`: votes that prefer a to b, exact."""

    candidates: tuple[str, ...]
    over: tuple[tuple[Fraction, ...], ...]

    @property
    def numbers(self) -> range:
        """The candidates by number."""
        return range(len(self.candidates))

    def beats(self, one: int, other: int) -> bool:
        """Whether more prefer the one to the other than the other way round."""
        return self.over[one][other] > self.over[other][one]

    def winner(self) -> int | None:
        """The candidate who beats every other one (Condorcet), if there is one."""
        found = (a for a in self.numbers if all(self.beats(a, b) for b in self.numbers if b != a))
        return next(found, None)

    def loser(self) -> int | None:
        """The candidate whom every other one beats, if there is one."""
        found = (a for a in self.numbers if all(self.beats(b, a) for b in self.numbers if b != a))
        return next(found, None) if len(self.candidates) > 1 else None

    def smith(self) -> frozenset[int]:
        """The smallest set of which each member beats everybody outside it (Smith 1973)."""
        points = [sum(self.beats(a, b) for b in self.numbers) for a in self.numbers]
        inside: set[int] = set()
        for most in sorted(set(points), reverse=True):
            inside |= {a for a in self.numbers if points[a] == most}
            if all(self.beats(a, b) for a in inside for b in self.numbers if b not in inside):
                break
        return frozenset(inside)

    def table(self) -> dict[str, dict[str, str]]:
        """The figures by name, as a count tells them."""
        return {
            self.candidates[a]: {self.candidates[b]: str(self.over[a][b]) for b in self.numbers if b != a}
            for a in self.numbers
        }


def pairs_of(papers: Rankings) -> Pairs:
    """Count all pairs, on one table or on as many as the papers ask for."""
    if papers.engine is None:
        total = preferences(papers)
    else:
        tables = papers.engine(_Part, divided(papers))
        try:
            total = np.sum(tables.ask("preferences"), axis=0)
        finally:
            tables.close()
    over = tuple(tuple(int(votes) * papers.unit for votes in row) for row in total)
    return Pairs(papers.candidates, over)


class _Part:
    """A part of the papers on a table of its own."""

    def __init__(self, papers: Rankings) -> None:
        self._papers = papers

    def preferences(self) -> NDArray[np.int64]:
        return preferences(self._papers)


def preferences(papers: Rankings) -> NDArray[np.int64]:
    """Papers, in their units, that prefer the row's candidate to the column's."""
    size = len(papers.candidates)
    total = np.zeros((size, size), dtype=np.int64)
    for start in range(0, len(papers.times), _BLOCK):
        block = slice(start, start + _BLOCK)
        times = papers.times[block]
        places = _places(papers, block, size)
        if (times == 1).all():
            _add_ones(total, places, complete=_complete(papers, block))
        else:
            _add_weighted(total, places, times.astype(np.float64))
    return total


def _places(papers: Rankings, block: slice, size: int) -> NDArray[np.uint8] | NDArray[np.uint16]:
    """The place of each candidate (row) on each paper (column); the last place for the unranked."""
    order = np.ascontiguousarray(papers.order[block].T)
    length, many = order.shape
    kind = np.uint8 if length < 255 else np.uint16
    places = np.full((many, size + 1), length, dtype=kind)
    flat = places.reshape(-1)
    # -1, read without its sign, goes to the cell behind the last candidate, which nobody reads.
    named = np.minimum(order.view(f"u{order.itemsize}"), size)
    rows = np.arange(many, dtype=np.intp) * (size + 1)
    if papers.tied is not None:
        group = np.cumsum(~papers.tied[block].T, axis=0, dtype=np.int32) - 1
    for place in range(length):
        flat[rows + named[place]] = place if papers.tied is None else group[place]
    return np.ascontiguousarray(places[:, :size].T)


def _complete(papers: Rankings, block: slice) -> bool:
    """Whether each of these papers puts all candidates in order; the one left over is the last."""
    order = papers.order[block]
    return papers.tied is None and order.shape[1] >= len(papers.candidates) - 1 and int(order.min()) >= 0


def _add_ones(
    total: NDArray[np.int64], places: NDArray[np.uint8] | NDArray[np.uint16], complete: bool
) -> None:
    """`complete`: nobody is unranked or equal, so that who does not prefer the one prefers the other."""
    size, many = places.shape
    prefers = np.empty(many, dtype=bool)
    for a in range(size):
        for b in range(a + 1 if complete else 0, size):
            if a != b:
                np.less(places[a], places[b], out=prefers)
                votes = np.count_nonzero(prefers)
                total[a, b] += votes
                if complete:
                    total[b, a] += many - votes


def _add_weighted(
    total: NDArray[np.int64],
    places: NDArray[np.uint8] | NDArray[np.uint16],
    times: NDArray[np.float64],
) -> None:
    # Floats hold whole numbers below 2^53 exactly, in whatever order they are added.
    for a in range(len(places)):
        prefers = (places[a] < places).astype(np.float64)
        total[a] += np.rint(prefers @ times).astype(np.int64)


def defeats(pairs: Pairs) -> Stage:
    """The first stage of every method that compares pairs: wins, defeats, and who stands out."""
    wins = dict.fromkeys(pairs.candidates, "0")
    lost = dict(wins)
    for a in pairs.numbers:
        wins[pairs.candidates[a]] = str(sum(pairs.beats(a, b) for b in pairs.numbers))
        lost[pairs.candidates[a]] = str(sum(pairs.beats(b, a) for b in pairs.numbers))
    winner = pairs.winner()
    return Stage(
        done="pairs" if winner is None else "pairs_winner",
        names=() if winner is None else (pairs.candidates[winner],),
        figures={"wins": wins, "defeats": lost},
    )
