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

    def elect(ties: Ties, elected: list[int], stages: list[Stage]) -> None:
        share_loads(ties, Classes(papers, Fraction(0)), papers.candidates, seats, elected, stages)

    return count_ticks("phragmen-sequential", papers, seats, tie, elect)


def share_loads(
    ties: Ties,
    classes: Classes,
    candidates: Sequence[str],
    seats: int,
    elected: list[int],
    stages: list[Stage],
) -> None:
    """Fill the seats that are left, from the loads that the classes' numbers are. Raises `Undecided`."""
    rest = [each for each, rows in enumerate(classes.rows) if each not in elected and len(rows)]
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
        classes.make_finer(least.denominator)
        held, _ = classes.votes(won)
        classes.change(won, held, [int(least * classes.scale)] * len(held))
        name = (candidates[won],)
        stages.append(Stage(done="phragmen_seat", names=name, figures=figures, elected=name))


def _load(classes: Classes, candidate: int) -> Fraction:
    """What each approving vote would carry if this candidate were elected next."""
    votes = int(classes.times[classes.rows[candidate]].sum()) * classes.unit
    return (1 + classes.sum(candidate)) / votes
