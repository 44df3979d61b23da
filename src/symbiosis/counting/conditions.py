"""Conditions: exact shares of named bases, and what came of them.

A `Figures` is every number that a rule may look at: for each unit ("votes", "members", "bodies") the named
counts in it. A count is a `Fraction`, because a body may weigh one half.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Literal

import msgspec

Unit = Literal["votes", "members", "bodies"]
Needs = Literal["at_least", "more_than", "at_most", "less_than"]
Figures = Mapping[str, Mapping[str, Fraction]]

NAMES = frozenset(
    [
        "yes",
        "no",
        "abstain",
        "blank",
        "cast",
        "present",
        "entitled",
        "with_mandate",
        "all",
        "agree",
        "reservation",
        "stand_aside",
        "block",
        "needs_discussion",
        "extend",
        "first",
        "second",
        "last_attendance",
        "marked",
        "spoiled",
        "one",
    ]
)
"""What may be counted. `one` is the number 1, for absolute numbers: "at least 3 of one"; `last_attendance` is how
many were present at the last quorate meeting; `marked` are papers that say something, of whatever kind."""


class Condition(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing that must hold: a count is at least (or more than...) a share of a base.

    `counts` and `of` are names of counts joined by "+" or "-", read from left to right
    ("yes+no", "present-stand_aside"); `share` is an exact fraction, "2/3".
    """

    needs: Needs
    share: str
    of: str = "yes+no"
    counts: str = "yes"
    counted_in: Unit = "members"


class Judged(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A condition with the numbers that were put into it, as exact strings, and whether it was met."""

    needs: Needs
    share: str
    of: str
    counts: str
    counted_in: Unit
    count: str
    base: str
    met: bool


@lru_cache(maxsize=1024)
def share_of(text: str) -> Fraction:
    """The fraction that a charter's "2/3" stands for; ValueError for anything but a plain n/d or n."""
    numerator, _, denominator = text.partition("/")
    if not (numerator.isascii() and numerator.isdigit()):
        raise ValueError(text)
    if denominator == "" and "/" not in text:
        return Fraction(int(numerator))
    if not (denominator.isascii() and denominator.isdigit()) or int(denominator) == 0:
        raise ValueError(text)
    return Fraction(int(numerator), int(denominator))


def terms(expression: str) -> list[tuple[int, str]]:
    """The signed names in "present-stand_aside": [(1, "present"), (-1, "stand_aside")]."""
    spaced = expression.replace("+", " +").replace("-", " -").split()
    return [(-1 if word[0] == "-" else 1, word.lstrip("+-")) for word in spaced]


def amount(figures: Figures, unit: str, expression: str) -> Fraction:
    """The value of an expression in one unit; a name that was not counted is 0."""
    counted = {"one": Fraction(1)} | dict(figures.get(unit, {}))
    return sum((sign * counted.get(name, Fraction(0)) for sign, name in terms(expression)), Fraction(0))


def holds(needs: Needs, count: Fraction, bar: Fraction) -> bool:
    """Whether a count passes a bar, at exact equality as the charter's word says."""
    if needs == "at_least":
        return count >= bar
    if needs == "more_than":
        return count > bar
    if needs == "at_most":
        return count <= bar
    return count < bar


def judge(condition: Condition, figures: Figures, empty: bool = False) -> Judged:
    """Put figures into a condition.

    Where the base is 0 (nobody voted, 0:0) there is no share: `empty`, from the charter, is the answer.
    """
    count = amount(figures, condition.counted_in, condition.counts)
    base = amount(figures, condition.counted_in, condition.of)
    met = holds(condition.needs, count, share_of(condition.share) * base) if base > 0 else empty
    return Judged(
        needs=condition.needs,
        share=condition.share,
        of=condition.of,
        counts=condition.counts,
        counted_in=condition.counted_in,
        count=str(count),
        base=str(base),
        met=met,
    )
