"""Ballot papers, gathered: what was marked, how often, and how many were blank or spoiled.

Equal papers are kept once with their number, so that a count passes over distinct papers only. The arrays are
NumPy's; what is worked out from them is exact: whole numbers here, fractions where a rule needs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise
from math import lcm
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.integer[Any]]
MOST = 2**53
"""Papers are added up in machine words; beyond this many nothing is promised."""

Make = Callable[[Any], object]


class Tables(Protocol):
    """One object for each part of the papers, wherever it is: what is asked goes to all of them."""

    def ask(self, what: str, *arguments: object) -> list[Any]:
        """Call this method of every object; the answers in the order of the parts. One's error is raised here."""

    def close(self) -> None:
        """Let go of processes, or of what lies with workers."""


Engine = Callable[[Make, Sequence[object]], Tables]
"""Makes an object of each part, somewhere."""
Ranking = Sequence[Sequence[int]]
"""Candidates by number from 0, the most preferred group first: ((2,), (0, 1))."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Votes on papers that say nothing or break the rules, by reason: counted, and never dropped silently."""

    blank: Fraction | int = 0
    spoiled: Mapping[str, Fraction | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rankings:
    """Papers on which candidates are put in order.

    `order[paper, place]` is a candidate's number, or -1 where the paper says no more. `tied[paper, place]` is
    true where that candidate is ranked equal with the one before it; None where no paper has equals.
    `times[paper]` is how often it was cast, in units of `unit` votes each (1, unless weights are fractions). With
    an `engine` (see `spread`) a method counts them in so many parts, with the same result.
    """

    candidates: tuple[str, ...]
    order: Ints
    times: NDArray[np.int64]
    tied: NDArray[np.bool_] | None = None
    unit: Fraction = Fraction(1)
    aside: Aside = Aside()
    engine: Engine | None = None
    parts: int = 1

    @classmethod
    def of(
        cls,
        candidates: Sequence[str],
        papers: Iterable[tuple[Fraction | int, Ranking]],
        aside: Aside = Aside(),
    ) -> Rankings:
        """Gather (weight, ranking) pairs; a weight may be a fraction. An empty ranking is a blank paper.

        Raises ValueError for a candidate named twice on a paper, a number out of range, a weight below 0.
        """
        gathered: dict[tuple[tuple[int, ...], ...], Fraction | int] = {}
        blank = aside.blank
        for weight, ranking in papers:
            groups = tuple(tuple(sorted(group)) for group in ranking if group)
            if not groups:
                blank += weight
                continue
            named = [candidate for group in groups for candidate in group]
            if len(named) != len(set(named)) or min(named) < 0 or max(named) >= len(candidates):
                raise ValueError(f"a paper ranks {named} of {len(candidates)} candidates")
            if weight < 0:
                raise ValueError(f"a weight below 0: {weight}")
            gathered[groups] = gathered.get(groups, 0) + weight
        times, unit = whole(gathered.values())
        places = max((sum(map(len, groups)) for groups in gathered), default=0)
        order = np.full((len(gathered), places), -1, dtype=kind_for(len(candidates)))
        tied = np.zeros(order.shape, dtype=bool)
        for paper, groups in enumerate(gathered):
            place = 0
            for group in groups:
                order[paper, place : place + len(group)] = group
                tied[paper, place + 1 : place + len(group)] = True
                place += len(group)
        return cls(
            tuple(candidates), order, times, tied if tied.any() else None, unit, Aside(blank, aside.spoiled)
        )

    @property
    def votes(self) -> Fraction:
        """All valid votes, by weight."""
        return int(self.times.sum()) * self.unit

    def rankings(self) -> Iterable[tuple[Fraction, tuple[tuple[int, ...], ...]]]:
        """Each distinct paper as it was cast, with its votes."""
        for paper in range(len(self.order)):
            groups: list[list[int]] = []
            for place, candidate in enumerate(self.order[paper].tolist()):
                if candidate < 0:
                    break
                if self.tied is not None and self.tied[paper, place]:
                    groups[-1].append(candidate)
                else:
                    groups.append([candidate])
            yield int(self.times[paper]) * self.unit, tuple(map(tuple, groups))


@dataclass(frozen=True, slots=True)
class Marks:
    """Papers on which each candidate gets a mark: approved or not, points, a grade, dots, amounts.

    `marks[paper, candidate]` is a whole number, or `NO_MARK` where the paper is silent on that candidate.
    `times` and `unit` are as in `Rankings`.
    """

    candidates: tuple[str, ...]
    marks: Ints
    times: NDArray[np.int64]
    unit: Fraction = Fraction(1)
    aside: Aside = Aside()

    @classmethod
    def of(
        cls,
        candidates: Sequence[str],
        papers: Iterable[tuple[Fraction | int, Mapping[int, int]]],
        aside: Aside = Aside(),
    ) -> Marks:
        """Gather (weight, {candidate: mark}) pairs. A paper without any mark is blank.

        Raises ValueError for a number out of range, a weight below 0 or a mark of -2^31 or less.
        """
        gathered: dict[tuple[tuple[int, int], ...], Fraction | int] = {}
        blank = aside.blank
        for weight, given in papers:
            if not given:
                blank += weight
                continue
            if weight < 0 or min(given) < 0 or max(given) >= len(candidates):
                raise ValueError(f"a paper of weight {weight} marks {sorted(given)} of {len(candidates)}")
            if any(abs(mark) >= -NO_MARK for mark in given.values()):
                raise ValueError("a mark that is too large")
            paper = tuple(sorted(given.items()))
            gathered[paper] = gathered.get(paper, 0) + weight
        times, unit = whole(gathered.values())
        marks = np.full((len(gathered), len(candidates)), NO_MARK, dtype=np.int64)
        for row, paper in enumerate(gathered):
            for candidate, mark in paper:
                marks[row, candidate] = mark
        return cls(tuple(candidates), marks, times, unit, Aside(blank, aside.spoiled))

    @property
    def votes(self) -> Fraction:
        """All valid votes, by weight."""
        return int(self.times.sum()) * self.unit


NO_MARK = -(2**31)


def whole(weights: Iterable[Fraction | int]) -> tuple[NDArray[np.int64], Fraction]:
    """Weights as whole numbers of one unit: (1, 1/2) is (2, 1) halves. Raises ValueError beyond 2^53."""
    exact = [Fraction(weight) for weight in weights]
    scale = lcm(*(weight.denominator for weight in exact)) if exact else 1
    numbers = [int(weight * scale) for weight in exact]
    if sum(numbers) >= MOST:
        raise ValueError("more votes than can be counted exactly")
    return np.array(numbers, dtype=np.int64), Fraction(1, scale)


def kind_for(candidates: int) -> type[np.integer[Any]]:
    """The smallest kind of whole number that holds every candidate's number, one more, and -1."""
    return np.int8 if candidates < 127 else np.int16 if candidates < 32767 else np.int32


def counted(numbers: Ints, times: NDArray[np.int64], length: int) -> list[int]:
    """How many votes each number from 0 got; exact below `MOST`, where NumPy adds up in floats."""
    return [int(each) for each in np.bincount(numbers, weights=times, minlength=length)]


def up_to_equals(papers: Rankings) -> Rankings:
    """The same papers, each read up to the first place where two are ranked equal.

    For methods that need one next preference. A paper that begins with equals is spoiled ("equal_first").
    """
    if papers.tied is None:
        return papers
    in_group = papers.tied.copy()
    in_group[:, :-1] |= papers.tied[:, 1:]
    ended = np.logical_or.accumulate(in_group, axis=1)
    order = np.where(ended, -1, papers.order).astype(papers.order.dtype)
    valid = order[:, 0] >= 0
    spoiled = dict(papers.aside.spoiled)
    lost = int(papers.times[~valid].sum()) * papers.unit
    if lost:
        spoiled["equal_first"] = spoiled.get("equal_first", 0) + lost
    return replace(
        papers,
        order=order[valid],
        times=papers.times[valid],
        tied=None,
        aside=Aside(papers.aside.blank, spoiled),
    )


def divided(papers: Rankings) -> list[Rankings]:
    """The same papers in `parts` parts of about equal size (views, not copies); at least one."""
    number = max(1, min(papers.parts, len(papers.times)))
    edges = [len(papers.times) * n // number for n in range(number + 1)]
    return [
        replace(
            papers,
            order=papers.order[start:end],
            times=papers.times[start:end],
            tied=None if papers.tied is None else papers.tied[start:end],
            aside=Aside(),
            engine=None,
        )
        for start, end in pairwise(edges)
    ]
