"""What a count says of itself, stage by stage: the same value for page, printout, command and verifier."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

import msgspec

from symbiosis.counting.papers import Aside
from symbiosis.counting.ties import Tie

Result = Literal["decided", "tied", "nobody"]


class Stage(msgspec.Struct, frozen=True, omit_defaults=True):
    """One stage: what was done (a code with a sentence in `phrases`), to whom, and every figure after it.

    `figures` are exact strings by column ("votes", "points"...) and candidate; `totals` are those that belong
    to nobody: "quota", "exhausted", "non_transferable", "rounding"... `elected` and `excluded` are named here in
    the order in which it came about.
    """

    done: str
    names: tuple[str, ...] = ()
    figures: dict[str, dict[str, str]] = {}
    totals: dict[str, str] = {}
    elected: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()


class Count(msgspec.Struct, frozen=True, omit_defaults=True):
    """The result of a count.

    `elected` in order of election (with one seat: the winner). `ranking` is the whole order where the method
    gives one, equals together. `pairwise` are votes for the first over the second, by name, where the method
    compares pairs. `seats` is 0 where money decides how many. With `result` "tied" the last of `ties` was not
    settled, and `elected` are those before it; "nobody" is when no paper says anything. `votes` are the valid ones
    by weight.
    """

    method: str
    candidates: tuple[str, ...]
    seats: int
    result: Result
    elected: tuple[str, ...]
    stages: tuple[Stage, ...]
    votes: str
    blank: str = "0"
    spoiled: dict[str, str] = {}
    ranking: tuple[tuple[str, ...], ...] = ()
    ties: tuple[Tie, ...] = ()
    pairwise: dict[str, dict[str, str]] = {}
    settings: dict[str, str] = {}


class NotCountable(ValueError):
    """The question itself cannot be counted: a `code` with a sentence in `phrases`, and its figures."""

    def __init__(self, code: str, **figures: str | int) -> None:
        shown = ", ".join(f"{name}={value}" for name, value in figures.items())
        super().__init__(f"{code}: {shown}" if shown else code)
        self.code = code
        self.figures = figures


def check_seats(candidates: Sequence[str], seats: int, most: int = 0) -> None:
    """There is somebody to elect, no more seats than people, and (`most` above 0) than the method fills.

    Raises `NotCountable` NoCandidates, SameNameTwice, NoSeats, MoreSeatsThanCandidates, NotSoManySeats.
    """
    if not candidates:
        raise NotCountable("NoCandidates")
    if len(set(candidates)) != len(candidates):
        twice = next(name for name in candidates if list(candidates).count(name) > 1)
        raise NotCountable("SameNameTwice", name=twice)
    if seats < 1:
        raise NotCountable("NoSeats", seats=seats)
    if seats > len(candidates):
        raise NotCountable("MoreSeatsThanCandidates", seats=seats, candidates=len(candidates))
    if most and seats > most:
        raise NotCountable("NotSoManySeats", seats=seats, most=most)


def nobody(method: str, candidates: Sequence[str], seats: int, aside: Aside) -> Count:
    """The answer where every paper is blank or spoiled."""
    return Count(
        method=method,
        candidates=tuple(candidates),
        seats=seats,
        result="nobody",
        elected=(),
        stages=(),
        votes="0",
        blank=str(aside.blank),
        spoiled=reasons(aside),
    )


def reasons(aside: Aside) -> dict[str, str]:
    """The spoiled votes by reason, exact: {"equal_first": "2"}."""
    return {reason: str(votes) for reason, votes in aside.spoiled.items()}


def fixed(value: int, digits: int) -> str:
    """A whole number of 10^-digits as people write it: fixed(191300000, 5) is "1913.00000"."""
    sign, value = ("-", -value) if value < 0 else ("", value)
    whole, rest = divmod(value, 10**digits)
    return f"{sign}{whole}.{rest:0{digits}}" if digits else f"{sign}{whole}"


def column(candidates: Sequence[str], values: Sequence[Fraction | int]) -> dict[str, str]:
    """Exact figures by candidate: {"Ana": "7/3"}."""
    return {name: str(value) for name, value in zip(candidates, values, strict=True)}
