"""Choosing by marks: majority, approval, score, dots, a time poll, gradients of agreement, majority judgment.

Each looks only at how often each candidate got each mark, which is one pass over the papers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cmp_to_key
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from symbiosis.counting.counts import Count, Stage, column
from symbiosis.counting.orders import Found, by_score, count_in_order, scored
from symbiosis.counting.papers import NO_MARK, Aside, Marks, counted
from symbiosis.counting.reserved import NOTHING, Reserved
from symbiosis.counting.ties import TOLD, TieRule, Ties

Spread = list[dict[int, int]]
"""For each candidate how many papers (in the papers' units) gave each mark; no mark is left out."""


_BLOCK = 4096
"""Papers at a time: what is worked out of them stays in the processor's cache."""
_NARROW = 1000
"""Marks that lie no further apart are counted by their value; others are sorted first."""


def marks_given(papers: Marks) -> Spread:
    """Count every mark of every candidate, in one pass over the papers."""
    least, most = _ends(papers.marks)
    if most - least > _NARROW:
        return _sorted_marks(papers)
    size, span = len(papers.candidates), most - least + 2
    # A cell for each mark of each candidate, before them one for no mark, which is far below all others.
    first = np.arange(size) * span
    cells = np.zeros(size * span, dtype=np.int64)
    for start in range(0, len(papers.times), _BLOCK):
        block = slice(start, start + _BLOCK)
        named = np.maximum(papers.marks[block] + (first + 1 - least), first)
        cells += counted(named.ravel(), np.repeat(papers.times[block], size), len(cells))
    return [
        {mark: number for mark, number in enumerate(row[1:], start=least) if number}
        for row in cells.reshape(size, span).tolist()
    ]


def _ends(marks: NDArray[np.integer[Any]]) -> tuple[int, int]:
    """The least and the greatest mark, or 0."""
    least = int(marks.min(initial=0))
    if least == NO_MARK:
        least = int(marks.min(initial=0, where=marks != NO_MARK))
    return least, int(marks.max(initial=0))


def _sorted_marks(papers: Marks) -> Spread:
    found: Spread = []
    for candidate in range(len(papers.candidates)):
        marks, places = np.unique(papers.marks[:, candidate], return_inverse=True)
        numbers = counted(places, papers.times, len(marks))
        found.append(
            {
                int(mark): number
                for mark, number in zip(marks, numbers, strict=True)
                if mark != NO_MARK and number
            }
        )
    return found


def at_most(papers: Marks, most: int) -> Marks:
    """The papers that tick no more than so many; those that tick more are spoiled ("too_many")."""
    marked = (papers.marks > 0).sum(axis=1)
    return _without(papers, marked > most, "too_many")


def adding_to(papers: Marks, most: int) -> Marks:
    """The papers whose marks add up to no more than so many; the others are spoiled ("too_many_dots")."""
    total = np.where(papers.marks == NO_MARK, 0, papers.marks).sum(axis=1)
    return _without(papers, total > most, "too_many_dots")


def within(papers: Marks, least: int, most: int) -> Marks:
    """The papers whose marks are all from the least to the most; the others are spoiled ("out_of_range")."""
    wrong = (papers.marks != NO_MARK) & ((papers.marks < least) | (papers.marks > most))
    return _without(papers, wrong.any(axis=1), "out_of_range")


def _without(papers: Marks, wrong: NDArray[np.bool_], reason: str) -> Marks:
    votes = int(papers.times[wrong].sum()) * papers.unit
    if not votes:
        return papers
    spoiled = {**papers.aside.spoiled, reason: papers.aside.spoiled.get(reason, 0) + votes}
    return Marks(
        papers.candidates,
        papers.marks[~wrong],
        papers.times[~wrong],
        papers.unit,
        Aside(papers.aside.blank, spoiled),
    )


def majority(papers: Marks, seats: int = 1, tie: TieRule = TOLD, share: str = "0") -> Count:
    """One mark a paper; whoever has most is chosen, if that is more than `share` of all marks ("1/2", "2/3").

    Without a share the most votes are enough (first past the post). Raises `NotCountable`.
    """
    papers = at_most(papers, 1)
    bar = Fraction(share) * papers.votes

    def order(_ties: Ties) -> Found:
        votes = _approvals(papers)
        stage = Stage(
            done="most_votes",
            figures={"votes": column(papers.candidates, votes)},
            totals={"needed_more_than": str(bar)} if bar else {},
        )
        return [group for group in by_score(votes) if votes[group[0]] > bar or not bar], [stage]

    return count_in_order("majority", papers, seats, tie, order, {"share": share})


def _approvals(papers: Marks) -> list[Fraction]:
    """A mark of 0, as forms write it, is no approval."""
    return [
        sum(votes for mark, votes in given.items() if mark > 0) * papers.unit for given in marks_given(papers)
    ]


def approval(
    papers: Marks, seats: int = 1, tie: TieRule = TOLD, most: int = 0, reserved: Reserved = NOTHING
) -> Count:
    """Mark all that you approve of (at most `most`, if it says so); the most approved are chosen.

    Source: S. J. Brams and P. C. Fishburn, Approval Voting, 1983. Raises `NotCountable`.
    """
    papers = at_most(papers, most) if most else papers

    def order(_ties: Ties) -> Found:
        votes = _approvals(papers)
        return by_score(votes), [scored("approvals", votes, papers.candidates)]

    return count_in_order(
        "approval", papers, seats, tie, order, {"most": most} if most else {}, reserved=reserved
    )


def score(
    papers: Marks,
    seats: int = 1,
    tie: TieRule = TOLD,
    least: int = 0,
    most: int = 5,
    by: Literal["sum", "mean"] = "sum",
    reserved: Reserved = NOTHING,
) -> Count:
    """Points from least to most; the highest sum is chosen, or the highest mean of those who gave a mark.

    Raises `NotCountable`.
    """
    papers = within(papers, least, most)

    def order(_ties: Ties) -> Found:
        given = marks_given(papers)
        sums = [sum(mark * number for mark, number in each.items()) * papers.unit for each in given]
        numbers = [sum(each.values()) * papers.unit for each in given]
        means = [
            total / number if number else Fraction(least) for total, number in zip(sums, numbers, strict=True)
        ]
        scores = sums if by == "sum" else means
        columns = {"points": sums, "marks": numbers, "mean": means}
        figures = {name: column(papers.candidates, values) for name, values in columns.items()}
        return by_score(scores), [Stage(done=f"by_{by}", figures=figures)]

    settings = {"least": least, "most": most, "by": by}
    return count_in_order("score", papers, seats, tie, order, settings, reserved=reserved)


def dots(papers: Marks, seats: int = 1, tie: TieRule = TOLD, dots: int = 10) -> Count:
    """Each has so many dots to share out as they like; the options with most dots are chosen.

    A paper that uses more is spoiled. Raises `NotCountable`.
    """
    papers = adding_to(within(papers, 0, dots), dots)

    def order(_ties: Ties) -> Found:
        given = marks_given(papers)
        sums = [sum(mark * number for mark, number in each.items()) * papers.unit for each in given]
        return by_score(sums), [scored("dots", sums, papers.candidates)]

    return count_in_order("dots", papers, seats, tie, order, {"dots": dots})


def time_poll(papers: Marks, seats: int = 1, tie: TieRule = TOLD) -> Count:
    """Which evening suits most: yes (2), if need be (1), no (0 or nothing).

    The one that suits most people, with or without need, is chosen; of equal ones that with more yes.
    """
    papers = within(papers, 0, 2)

    def order(_ties: Ties) -> Found:
        given = marks_given(papers)
        yes = [each.get(2, 0) * papers.unit for each in given]
        suits = [each.get(1, 0) * papers.unit + best for each, best in zip(given, yes, strict=True)]
        figures = {"suits": column(papers.candidates, suits), "yes": column(papers.candidates, yes)}
        return by_score(list(zip(suits, yes, strict=True))), [Stage(done="by_suits", figures=figures)]

    return count_in_order("time-poll", papers, seats, tie, order)


VETO, SERIOUS, SUPPORTS = 0, 1, 5
"""Of eight grades of agreement, from 0: the two that oppose, and the first of the three that support."""


def gradients(
    papers: Marks, seats: int = 1, tie: TieRule = TOLD, veto: Literal["stops", "counts"] = "stops"
) -> Count:
    """Eight grades from veto to endorsement show how much agreement there is, not only how many.

    Options are ordered by how many support them (with reservations or more), of equal ones by how few are in serious
    disagreement or veto. With `veto` "stops" an option that somebody vetoes is not chosen. The scale is Sam Kaner's
    (Facilitator's Guide to Participatory Decision-Making, 1996); he gives no rule that decides: this order is ours.
    """
    papers = within(papers, 0, 7)

    def order(_ties: Ties) -> Found:
        given = marks_given(papers)
        support = [sum(n for grade, n in each.items() if grade >= SUPPORTS) * papers.unit for each in given]
        opposed = [sum(n for grade, n in each.items() if grade <= SERIOUS) * papers.unit for each in given]
        vetoes = [each.get(VETO, 0) * papers.unit for each in given]
        columns = {"support": support, "opposed": opposed, "vetoes": vetoes}
        figures = {name: column(papers.candidates, values) for name, values in columns.items()}
        ranking = by_score([(one, -other) for one, other in zip(support, opposed, strict=True)])
        if veto == "stops":
            ranking = [[each for each in group if not vetoes[each]] for group in ranking]
        shown = _shown(papers, given, 8)
        return [group for group in ranking if group], [Stage(done="by_support", figures=shown | figures)]

    return count_in_order("gradients", papers, seats, tie, order, {"veto": veto})


def _shown(papers: Marks, given: Spread, grades: int) -> dict[str, dict[str, str]]:
    """How many gave each grade, a column for each, from the best on."""
    return {
        f"grade:{grade}": column(papers.candidates, [each.get(grade, 0) * papers.unit for each in given])
        for grade in range(grades - 1, -1, -1)
    }


def majority_judgment(papers: Marks, seats: int = 1, tie: TieRule = TOLD, grades: int = 6) -> Count:
    """The best median grade is chosen: a majority finds that the option deserves at least that.

    A paper that gives an option no grade gives it the worst. Of equal medians one median grade is taken off each,
    again and again, until they differ. Source: M. Balinski and R. Laraki, Majority Judgment, 2011, chapters 1, 13.
    Raises `NotCountable`.
    """
    papers = within(papers, 0, grades - 1)

    def order(_ties: Ties) -> Found:
        given = marks_given(papers)
        total = int(papers.times.sum())
        for each in given:
            each[0] = each.get(0, 0) + total - sum(each.values())

        def better(one: int, other: int) -> int:
            return _judge(given[other], given[one], total)

        numbers = sorted(range(len(given)), key=cmp_to_key(better))
        ranking: list[list[int]] = []
        for candidate in numbers:
            if ranking and _judge(given[ranking[-1][0]], given[candidate], total) == 0:
                ranking[-1].append(candidate)
            else:
                ranking.append([candidate])
        medians = [_grade(each, (total - 1) // 2) for each in given]
        figures = _shown(papers, given, grades) | {"median": column(papers.candidates, medians)}
        return ranking, [Stage(done="by_median", figures=figures)]

    return count_in_order("majority-judgment", papers, seats, tie, order, {"grades": grades})


def _grade(given: Mapping[int, int], place: int) -> int:
    """The grade at a place of all grades in ascending order, from 0."""
    for grade in sorted(given):
        place -= given[grade]
        if place < 0:
            return grade
    raise IndexError(place)


def _judge(one: Mapping[int, int], other: Mapping[int, int], total: int) -> int:
    """1 where the one is judged better, -1 where the other is, 0 where all their grades are the same.

    Taking the lower median off again and again visits the grades from the middle outward, by turns. Grades change
    only where one of them ends, so only those places are compared.
    """
    middle = (total - 1) // 2
    edges = {0}
    for given in (one, other):
        reached = 0
        for grade in sorted(given):
            reached += given[grade]
            # `reached` is the first place of the next grade: so far from the middle, on either side.
            edges |= {abs(reached - middle), abs(middle - reached + 1)}
    for away in sorted(edges):
        places = _at(middle, away, total)
        for place in places:
            difference = _grade(one, place) - _grade(other, place)
            if difference:
                return 1 if difference > 0 else -1
    return 0


def _at(middle: int, away: int, total: int) -> Sequence[int]:
    """The places visited at a distance from the middle, in their order: an odd number goes down first."""
    around = (middle - away, middle + away) if total % 2 else (middle + away, middle - away)
    return [place for place in dict.fromkeys(around) if 0 <= place < total]
