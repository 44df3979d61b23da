"""From an order of all candidates to who is chosen: what every method that gives an order shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction

from symbiosis.counting.counts import Count, Result, Stage, check_seats, nobody, reasons
from symbiosis.counting.papers import Marks, Rankings
from symbiosis.counting.reserved import ANYBODY, NOTHING, Places, Reserved
from symbiosis.counting.ties import TieRule, Ties, Undecided

Order = list[list[int]]
"""Candidates by number, the best first, equals together."""
Found = tuple[Order, list[Stage]]


def by_score(scores: Sequence[Fraction | int | tuple[Fraction | int, ...]]) -> Order:
    """Candidates from the highest score down, equals together."""
    groups: dict[Fraction | int | tuple[Fraction | int, ...], list[int]] = {}
    for each, score in enumerate(scores):
        groups.setdefault(score, []).append(each)
    return [groups[score] for score in sorted(groups, reverse=True)]


def by_layers(before: Sequence[AbstractSet[int]]) -> Order:
    """Candidates whom nobody comes before, then those whom nobody else does, and so on: for partial orders.

    `before` are those who come before each candidate. Two of one layer may each come before different others: they
    are equal all the same, for nothing says which of them comes first.
    """
    layers, rest = [], set(range(len(before)))
    while rest:
        first = [one for one in sorted(rest) if before[one].isdisjoint(rest)]
        layers.append(first)
        rest -= set(first)
    return layers


def scored(column: str, scores: Sequence[Fraction | int], candidates: Sequence[str]) -> Stage:
    """The stage that gives each candidate its score."""
    return Stage(done=f"by_{column}", figures={column: dict(zip(candidates, map(str, scores), strict=True))})


def fill(ranking: Order, seats: int, ties: Ties, elected: list[int]) -> None:
    """Put the first of an order into the seats; equals at the last seat are a tie. Raises `Undecided`."""
    for group in ranking:
        left = list(group)
        while left and len(elected) < seats:
            if len(left) <= seats - len(elected):
                elected += left
                break
            chosen = ties.best(left, "elect")
            left.remove(chosen)
            elected.append(chosen)


def fill_reserved(ranking: Order, places: Places, ties: Ties, elected: list[int]) -> list[int]:
    """Put the first of an order into the seats, passing over those who are barred by then; who was passed over.

    Equals who cannot all be elected are a tie. Raises `Undecided`.
    """
    standing, passed = [each for group in ranking for each in group], list[int]()
    for group in ranking:
        left = list(group)
        while left and len(elected) < places.seats:
            barred = places.barred(elected, standing)
            passed += [each for each in left if each in barred]
            left = [each for each in left if each not in barred]
            if left:
                chosen = left if places.together(elected, standing, left) else [ties.best(left, "elect")]
                elected += chosen
                standing = [each for each in standing if each not in chosen]
                left = [each for each in left if each not in chosen]
    return passed


def fill_by_turns(ranking: Order, seats: int, reserved: Reserved, ties: Ties, elected: list[int]) -> None:
    """Put candidates into the seats so that each place is for the group whose turn it is, the first of it by order.

    Where nobody of that group is left, and on a place for anybody, it goes to the first of all who are left. As a list
    has an order, equals for a place are a tie. Raises `Undecided`.
    """
    while len(elected) < seats:
        turn = reserved.zipper[len(elected) % len(reserved.zipper)]
        rest = [[each for each in group if each not in elected] for group in ranking]
        of_it = [[each for each in group if turn in (ANYBODY, reserved.groups[each])] for group in rest]
        first = next((group for group in of_it if group), None) or next(group for group in rest if group)
        elected.append(ties.best(first, "rank"))


def count_in_order(
    method: str,
    papers: Rankings | Marks,
    seats: int,
    tie: TieRule,
    order: Callable[[Ties], Found],
    settings: Mapping[str, object] | None = None,
    first: Sequence[Stage] = (),
    pairwise: Mapping[str, dict[str, str]] | None = None,
    reserved: Reserved = NOTHING,
) -> Count:
    """The count that an order gives; what `order` raises as `Undecided` is a tie, with the stages so far.

    Raises `NotCountable` as `check_seats` and `check_reserved`.
    """
    check_seats(papers.candidates, seats)
    places = Places(papers.candidates, seats, reserved)
    if not len(papers.times):
        return nobody(method, papers.candidates, seats, papers.aside)
    ties = Ties(papers.candidates, tie)
    ranking: Order = []
    elected: list[int] = []
    stages = list(first)
    result: Result = "decided"
    try:
        ranking, more = order(ties)
        stages += more
        if reserved.zipper:
            fill_by_turns(ranking, seats, reserved, ties, elected)
            stages.append(_by_turns(papers.candidates, elected))
        elif reserved.rules:
            passed = fill_reserved(ranking, places, ties, elected)
            stages.append(_as_reserved(papers.candidates, passed, elected))
        else:
            fill(ranking, seats, ties, elected)
    except Undecided:
        result = "tied"
    if result == "decided" and not elected:
        result = "nobody"
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
        ranking=tuple(tuple(papers.candidates[each] for each in group) for group in ranking),
        ties=tuple(ties.met),
        pairwise=dict(pairwise or {}),
        settings={name: str(value) for name, value in (settings or {}).items()},
    )


def _by_turns(candidates: Sequence[str], elected: Sequence[int]) -> Stage:
    names = tuple(candidates[each] for each in elected)
    place = {name: str(number) for number, name in enumerate(names, start=1)}
    return Stage(done="by_turns", figures={"place": place}, elected=names)


def _as_reserved(candidates: Sequence[str], passed: Sequence[int], elected: Sequence[int]) -> Stage:
    names = tuple(candidates[each] for each in elected)
    over = tuple(candidates[each] for each in passed)
    return Stage(done="passed_over_for_reserved" if over else "as_reserved", names=over, elected=names)
