"""Phragmén's method, one seat after another: the burden of each seat is shared by all who approve of it.

Source: L. E. Phragmén, Till frågan om en proportionell valmetod, 1899; M. Brill and others, Phragmén's voting
methods and justified representation, Mathematical Programming 203 (2024).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from symbiosis.counting.counts import Count, Stage
from symbiosis.counting.papers import Marks
from symbiosis.counting.ticks import Classes, count_ticks, named
from symbiosis.counting.ties import TOLD, TieRule, Ties


def phragmen_sequential(papers: Marks, seats: int = 1, tie: TieRule = TOLD) -> Count:
    """Each seat is a load of 1, shared by those who approve so that all of them carry equally much.

    The seat goes to whom it costs least: (1 + what the approving votes carry already) / approving votes. A
    mark above 0 is an approval. Raises `NotCountable` as `check_seats`.
    """

    def elect(ties: Ties, classes: Classes, elected: list[int], stages: list[Stage]) -> None:
        share_loads(ties, classes, papers.candidates, seats, elected, stages)

    return count_ticks("phragmen-sequential", papers, seats, tie, Fraction(0), elect)


def share_loads(
    ties: Ties,
    classes: Classes,
    candidates: Sequence[str],
    seats: int,
    elected: list[int],
    stages: list[Stage],
) -> None:
    """Fill the seats that are left, from the loads that the classes' values are. Raises `Undecided`."""
    rest = [each for each in range(len(candidates)) if each not in elected and classes.ticked[each].any()]
    while rest and len(elected) < seats:
        loads = [(each, _load(classes, each)) for each in rest]
        least = min(load for _, load in loads)
        equal = [each for each, load in loads if load == least]
        figures = {"load": named(candidates, loads)}
        if len(equal) > 1:
            stages.append(Stage(done="phragmen_tie", figures=figures))
            won = ties.best(equal, "elect", len(stages))
            stages.pop()
        else:
            won = equal[0]
        rest.remove(won)
        elected.append(won)
        classes.change(won, [least] * len(classes.values))
        name = (candidates[won],)
        stages.append(Stage(done="phragmen_seat", names=name, figures=figures, elected=name))


def _load(classes: Classes, candidate: int) -> Fraction:
    """What each approving vote would carry if this candidate were elected next."""
    votes = classes.votes(candidate)
    carried = sum((v * load for v, load in zip(votes, classes.values, strict=True) if v), Fraction(0))
    return (1 / classes.unit + carried) / sum(votes)
