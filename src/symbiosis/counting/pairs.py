"""Each candidate against each other: how many votes prefer the one, in a single pass over the papers.

Unranked candidates are below all ranked ones and equal among themselves; equals prefer neither.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from operator import gt

import numpy as np
from numpy.typing import NDArray

from symbiosis.counting.counts import Stage, column
from symbiosis.counting.papers import Rankings, divided

_CELLS, _PAIRS = 1 << 19, 500
"""Candidates times papers at a time, and pairs: what is kept of them fits into the processor's cache.

It also stays so small that it lies where the last lay: fresh memory costs more time than comparing.
"""
_MOST_PAPERS = 1 << 15
"""At a time, however few candidates there are: so many are added up in 16 bits."""
_WORD = 64
"""Bits of a word, one for each paper; papers are filled up to whole words."""


@dataclass(frozen=True)
class Pairs:
    """`votes[a][b]`: votes that prefer a to b, in whole numbers of `unit` votes each."""

    candidates: tuple[str, ...]
    votes: tuple[tuple[int, ...], ...]
    unit: Fraction = Fraction(1)

    @cached_property
    def over(self) -> tuple[tuple[Fraction, ...], ...]:
        """The votes as they are: exact fractions."""
        return tuple(tuple(votes * self.unit for votes in row) for row in self.votes)

    @cached_property
    def won(self) -> tuple[tuple[bool, ...], ...]:
        """`won[a][b]`: whether more prefer a to b than the other way round."""
        return tuple(tuple(map(gt, prefer, against)) for prefer, against in self.sides())

    def sides(self) -> Iterable[tuple[tuple[int, ...], tuple[int, ...]]]:
        """For each candidate its votes over each other one, and those of each other one over it."""
        return zip(self.votes, zip(*self.votes, strict=True), strict=True)

    @property
    def numbers(self) -> range:
        """The candidates by number."""
        return range(len(self.candidates))

    def beats(self, one: int, other: int) -> bool:
        """Whether more prefer the one to the other than the other way round."""
        return self.won[one][other]

    def wins(self) -> list[int]:
        """How many others each candidate beats."""
        return [sum(row) for row in self.won]

    def losses(self) -> list[int]:
        """How many others beat each candidate."""
        return [sum(column) for column in zip(*self.won, strict=True)]

    def winner(self) -> int | None:
        """The candidate who beats every other one (Condorcet), if there is one."""
        others = len(self.candidates) - 1
        return next((a for a, wins in enumerate(self.wins()) if wins == others), None)

    def loser(self) -> int | None:
        """The candidate whom every other one beats, if there is one."""
        others = len(self.candidates) - 1
        return next((a for a, losses in enumerate(self.losses()) if losses == others > 0), None)

    def smith(self) -> frozenset[int]:
        """The smallest set of which each member beats everybody outside it (Smith 1973)."""
        points = self.wins()
        inside: set[int] = set()
        for most in sorted(set(points), reverse=True):
            inside |= {a for a in self.numbers if points[a] == most}
            if all(self.beats(a, b) for a in inside for b in self.numbers if b not in inside):
                break
        return frozenset(inside)

    def told(self, units: Iterable[int]) -> list[str]:
        """So many units each, in votes, as a count tells them."""
        return list(map(str, units if self.unit == 1 else (each * self.unit for each in units)))

    def by_name(self, figures: Iterable[Iterable[str]]) -> dict[str, dict[str, str]]:
        """A figure for each candidate (row) beside each other one, by name."""
        table = {}
        for one, row in zip(self.candidates, figures, strict=True):
            table[one] = dict(zip(self.candidates, row, strict=True))
            del table[one][one]
        return table

    def table(self) -> dict[str, dict[str, str]]:
        """The votes by name, as a count tells them."""
        return self.by_name(self.told(row) for row in self.votes)


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
    return Pairs(papers.candidates, tuple(map(tuple, total.tolist())), papers.unit)


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
    step = min(_CELLS // (size + 1) + 1, _MOST_PAPERS)
    group = _PAIRS // (size + 1) + 1
    for start in range(0, len(papers.times), step):
        block = slice(start, start + step)
        times = papers.times[block]
        places = _places(papers, block, size)
        digits = _digits(times, places.shape[1])
        # Where nobody is unranked or equal, who does not prefer the one prefers the other: half the pairs will do.
        half = _complete(papers, block)
        found = []
        for some in range(0, size, group):
            prefer = [
                np.packbits(places[a] < places[a + 1 if half else 0 :], axis=1)
                for a in range(some, min(some + group, size))
            ]
            found.append(_votes(np.concatenate(prefer), digits))
        votes = np.concatenate(found)
        first, second = np.triu_indices(size, 1 if half else -size)
        total[first, second] += votes
        if half:
            total[second, first] += int(times.sum()) - votes
    return total


def _places(papers: Rankings, block: slice, size: int) -> NDArray[np.uint8] | NDArray[np.uint16]:
    """The place of each candidate (row) on each paper (column); the last place for the unranked.

    The papers are filled up to whole words of bits, with such as rank nobody.
    """
    order = np.ascontiguousarray(papers.order[block].T)
    length, many = order.shape
    room = -(-many // _WORD) * _WORD
    # Rows whose length is a power of two would all fall on the same few lines of the processor's cache.
    line = room + _WORD
    places = np.full((size + 1) * line, length, dtype=np.uint8 if length < 255 else np.uint16)
    column = np.arange(many)
    if papers.tied is not None:
        group = np.cumsum(~papers.tied[block].T, axis=0, dtype=np.int32) - 1
    for place, named in enumerate(order):
        # -1 counts from the end, and so falls on the row behind the last candidate, which nobody reads.
        places[named * np.intp(line) + column] = place if papers.tied is None else group[place]
    return places.reshape(size + 1, line)[:size, :room]


def _complete(papers: Rankings, block: slice) -> bool:
    """Whether each of these papers puts all candidates in order; the one left over is the last."""
    order = papers.order[block]
    return papers.tied is None and order.shape[1] >= len(papers.candidates) - 1 and int(order.min()) >= 0


def _digits(times: NDArray[np.int64], room: int) -> list[tuple[int, NDArray[np.uint64]]]:
    """Each binary digit that any of these numbers has, and which of them have it, a bit for each; 0 behind them."""
    filled = np.zeros(room, dtype=np.int64)
    filled[: len(times)] = times
    every = int(np.bitwise_or.reduce(times))
    return [
        (digit, np.packbits((filled & (1 << digit)).astype(bool)).view(np.uint64))
        for digit in range(every.bit_length())
        if every >> digit & 1
    ]


def _votes(papers: NDArray[np.uint8], digits: list[tuple[int, NDArray[np.uint64]]]) -> NDArray[np.int64]:
    """The votes on the papers that each row names, a bit for a paper; `digits` are those of how often each was cast.

    A digit is worth the same on all papers named that have it: they need only be counted.
    """
    words = papers.view(np.uint64)
    votes = np.zeros(len(words), dtype=np.int64)
    for digit, having in digits:
        found = np.bitwise_count(words & having).sum(axis=1, dtype=np.uint16)
        # No more papers than `_MOST_PAPERS`, and all votes together are below 2^53 (`papers.MOST`).
        votes += found.astype(np.int64) << digit
    return votes


def defeats(pairs: Pairs) -> Stage:
    """The first stage of every method that compares pairs: wins, defeats, and who stands out."""
    winner = pairs.winner()
    return Stage(
        done="pairs" if winner is None else "pairs_winner",
        names=() if winner is None else (pairs.candidates[winner],),
        figures={
            "wins": column(pairs.candidates, pairs.wins()),
            "defeats": column(pairs.candidates, pairs.losses()),
        },
    )
