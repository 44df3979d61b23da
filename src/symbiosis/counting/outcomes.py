"""From figures to an outcome, by a rule, with every number that went in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal

import msgspec

from symbiosis.counting.conditions import Condition, Figures, Judged, judge, share_of
from symbiosis.counting.ties import Tie

HALF = Fraction(1, 2)
GRAVEST = ("block", "needs_discussion", "stand_aside", "reservation", "agree")
"""Positions of a test for consensus, from the one that stops it on."""
Result = Literal["adopted", "not_adopted", "not_quorate", "no_consensus", "first", "second", "tied"]


class Outcome(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a rule says of a tally, with the quorum and conditions in the charter's order.

    `figures` holds each count as an exact string under "unit/name", in sorted order when written.
    `objections` are the reasons, by name, for which there is no consensus. Where papers were counted `elected` are
    the options chosen, in that order, `ranking` all of them where the method orders them, equals together, and
    `ties` those that came up; "tied" is a tie that nothing settled.
    """

    result: Result
    quorum: tuple[Judged, ...]
    conditions: tuple[Judged, ...]
    figures: dict[str, str]
    objections: tuple[str, ...] = ()
    elected: tuple[str, ...] = ()
    ranking: tuple[tuple[str, ...], ...] = ()
    ties: tuple[Tie, ...] = ()


def shown(figures: Figures) -> dict[str, str]:
    """Figures flat and exact: {"votes/yes": "36"}."""
    return {f"{unit}/{name}": str(value) for unit, named in figures.items() for name, value in named.items()}


def judge_vote(
    figures: Figures,
    conditions: Sequence[Condition],
    quorum: Sequence[Condition],
    tie: bool = False,
    empty: bool = False,
) -> Outcome:
    """A vote by shares: adopted where the quorum and every condition hold.

    `tie` decides a condition that compares yes with no where both are equal; `empty` one whose base is 0.
    """
    present = tuple(judge(condition, figures) for condition in quorum)
    judged = tuple(_judge_tie(condition, figures, tie, empty) for condition in conditions)
    if not all(each.met for each in present):
        result: Result = "not_quorate"
    else:
        result = "adopted" if all(each.met for each in judged) else "not_adopted"
    return Outcome(result=result, quorum=present, conditions=judged, figures=shown(figures))


def _judge_tie(condition: Condition, figures: Figures, tie: bool, empty: bool) -> Judged:
    judged = judge(condition, figures, empty)
    counted = figures.get(condition.counted_in, {})
    yes, no = counted.get("yes", Fraction(0)), counted.get("no", Fraction(0))
    compares_yes_with_no = (
        condition.of == "yes+no" and condition.counts == "yes" and share_of(condition.share) == HALF
    )
    if compares_yes_with_no and yes == no and yes > 0:
        return msgspec.structs.replace(judged, met=tie)
    return judged


def judge_consensus(
    figures: Figures, quorum: Sequence[Condition], unit: str, stand_aside_limit: int
) -> Outcome:
    """A test for consensus: nobody blocks or needs discussion, not too many stand aside, somebody agrees.

    The grounds of a block were checked when it was cast: every block that is here counts.
    """
    present = tuple(judge(condition, figures) for condition in quorum)
    counted = figures.get(unit, {})
    objections = [name for name in ("block", "needs_discussion") if counted.get(name, 0) > 0]
    if counted.get("stand_aside", 0) > stand_aside_limit:
        objections.append("stand_aside")
    if counted.get("agree", 0) + counted.get("reservation", 0) == 0:
        objections.append("agree")
    if not all(each.met for each in present):
        result: Result = "not_quorate"
    else:
        result = "no_consensus" if objections else "adopted"
    return Outcome(
        result=result, quorum=present, conditions=(), figures=shown(figures), objections=tuple(objections)
    )


def judge_deciding(
    figures: Figures, quorum: Sequence[Condition], units: Sequence[str], tie: bool = False
) -> Outcome:
    """Which of two adopted texts stands: the one preferred by more, in one unit or in several added up.

    With members and bodies the shares that the first has of each are added, and it stands with more than 1 of
    2 (Swiss Federal Constitution, article 139b). `tie` true: at exactly half the first stands.
    """
    present = tuple(judge(condition, figures) for condition in quorum)
    shares = [_share_of_first(figures.get(unit, {})) for unit in units]
    middle = Fraction(len(shares), 2)
    if not all(each.met for each in present):
        result: Result = "not_quorate"
    elif sum(shares) == middle:
        result = "first" if tie else "second"
    else:
        result = "first" if sum(shares) > middle else "second"
    return Outcome(result=result, quorum=present, conditions=(), figures=shown(figures))


def _share_of_first(counted: Mapping[str, Fraction]) -> Fraction:
    first, second = counted.get("first", Fraction(0)), counted.get("second", Fraction(0))
    return first / (first + second) if first + second else HALF


def side_of(votes: Mapping[str, int]) -> str:
    """The side that a body's votes put it on: its only position, or its majority of yes and no.

    In a deciding question it is that of first and second. A tie is an abstention. Of several minds in a test
    for consensus, a body is where the gravest of them is: a part that blocks is not outvoted at home.
    """
    taken = [name for name, count in votes.items() if count]
    if len(taken) == 1:
        return taken[0]
    if {"agree", "reservation", "block", "needs_discussion"} & set(taken) and not {"yes", "no"} & set(taken):
        return next(name for name in GRAVEST if name in taken)
    pro, contra = ("first", "second") if "first" in votes or "second" in votes else ("yes", "no")
    if votes.get(pro, 0) == votes.get(contra, 0):
        return "abstain"
    return pro if votes.get(pro, 0) > votes.get(contra, 0) else contra


def bodies_by_side(
    votes: Mapping[str, Mapping[str, int]], weights: Mapping[str, Fraction]
) -> dict[str, Fraction]:
    """How many bodies are on each side, each by its weight: {"yes": 6, "no": 2, "abstain": 3, "cast": 11}."""
    sides = dict.fromkeys(("yes", "no", "abstain", "cast"), Fraction(0))
    for body, counts in votes.items():
        side = side_of(counts)
        sides[side] = sides.get(side, Fraction(0)) + weights[body]
        sides["cast"] += weights[body]
    return sides


def summed(votes: Mapping[str, Mapping[str, int]]) -> dict[str, Fraction]:
    """All bodies' counts added up, with "cast" for their sum: {"yes": 36, "no": 9, "abstain": 15, "cast": 60}."""
    total = dict.fromkeys(("yes", "no", "cast"), Fraction(0))
    for counts in votes.values():
        for name, count in counts.items():
            total[name] = total.get(name, Fraction(0)) + count
            total["cast"] += count
    return total
