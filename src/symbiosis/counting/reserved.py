"""Seats reserved for groups: how many of the chosen are of a group at least, and at most.

A candidate stands for one group at most. The rule while a count goes on is that of I. D. Hill, "STV with
constraints", Voting matters 9 (1998), for one constraint: whoever could no longer be elected without breaking the
reservation is withdrawn at once, and whoever must be elected to keep it is guarded from exclusion. Where groups do not
overlap both can be told exactly from how many of each group are elected and stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Annotated

import msgspec

from symbiosis.counting.counts import NotCountable
from symbiosis.counting.ties import Ties

_Number = Annotated[int, msgspec.Meta(ge=0, lt=2**53)]
ANYBODY = "*"
"""In a zipper: a place for whoever comes next, of any group or none."""
_MARKED = re.compile(r"(.*\S)\s*\[([a-z0-9][a-z0-9-]{0,63})\]\s*", re.DOTALL)


class Reservation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How many of those chosen are of one group: `at_least` so many, and `at_most` so many (0: any number)."""

    at_least: _Number = 0
    at_most: _Number = 0


@dataclass(frozen=True, slots=True)
class Reserved:
    """What is reserved in one count, by group, and the group of each candidate in their order ("" for none).

    `zipper` names the groups whose turn it is at the first, second, third place of a list, and so on from the first
    again; "*" is a place for anybody. It is for methods that give an order, and stands alone.
    """

    rules: Mapping[str, Reservation] = field(default_factory=dict)
    groups: tuple[str, ...] = ()
    zipper: tuple[str, ...] = ()


NOTHING = Reserved()
_ANY = Reservation()


def marked_group(name: str) -> tuple[str, str]:
    """A name as people write it with its group: "Rosa [women]" is ("Rosa", "women"), "Rosa" is ("Rosa", "")."""
    found = _MARKED.fullmatch(name)
    return (found[1], found[2]) if found else (name, "")


def check_reserved(reserved: Reserved, candidates: Collection[str], seats: int) -> None:
    """The seats can be filled as they are reserved.

    Raises `NotCountable` ReservedAgainstItself, TooFewOfGroup, MoreReservedThanSeats, TooFewForSeats; ValueError where
    the groups are not those of the candidates.
    """
    if (reserved.rules or reserved.zipper) and len(reserved.groups) != len(candidates):
        raise ValueError(f"{len(reserved.groups)} groups of {len(candidates)} candidates")
    standing = Counter(reserved.groups)
    for group, rule in reserved.rules.items():
        if 0 < rule.at_most < rule.at_least:
            raise NotCountable("ReservedAgainstItself", group=group, least=rule.at_least, most=rule.at_most)
        if standing[group] < rule.at_least:
            raise NotCountable("TooFewOfGroup", group=group, needed=rule.at_least, standing=standing[group])
    needed = sum(rule.at_least for rule in reserved.rules.values())
    if needed > seats:
        raise NotCountable("MoreReservedThanSeats", reserved=needed, seats=seats)
    room = sum(
        min(number, reserved.rules.get(group, _ANY).at_most or number) for group, number in standing.items()
    )
    if reserved.rules and room < seats:
        raise NotCountable("TooFewForSeats", room=room, seats=seats)


class Places:
    """The seats of one count and what is reserved of them: who can still be elected, and who cannot be spared.

    `elected` and `standing` are candidates by number; the reservation could be kept before, and always can after, as
    long as nobody barred is elected and nobody guarded excluded. Raises `NotCountable` as `check_reserved`.
    """

    def __init__(self, candidates: Sequence[str], seats: int, reserved: Reserved) -> None:
        check_reserved(reserved, candidates, seats)
        self.seats = seats
        self.rules = reserved.rules
        self.groups = reserved.groups

    def barred(self, elected: Sequence[int], standing: Sequence[int]) -> list[int]:
        """Those of whom nobody can be elected any more: their group has its most, or all seats left are for others."""
        if not self.rules or len(elected) >= self.seats:
            return []
        chosen, there = self._by_group(elected), self._by_group(standing)
        left = self.seats - len(elected) - 1
        out = {g for g in there if not self._can(chosen + Counter([g]), there - Counter([g]), left)}
        return [each for each in standing if self.groups[each] in out]

    def spared(self, elected: Sequence[int], standing: Sequence[int]) -> list[int]:
        """Those without whom the reservation can still be kept: the others are guarded from exclusion."""
        if not self.rules:
            return list(standing)
        chosen, there = self._by_group(elected), self._by_group(standing)
        left = self.seats - len(elected)
        free = {g for g in there if self._can(chosen, there - Counter([g]), left)}
        return [each for each in standing if self.groups[each] in free]

    def together(self, elected: Sequence[int], standing: Sequence[int], more: Sequence[int]) -> bool:
        """Whether all of these can be elected."""
        if not self.rules:
            return len(elected) + len(more) <= self.seats
        rest = self._by_group([each for each in standing if each not in more])
        return self._can(self._by_group([*elected, *more]), rest, self.seats - len(elected) - len(more))

    def in_turn(
        self,
        reached: Sequence[int],
        votes: Sequence[Fraction | int],
        elected: Sequence[int],
        standing: Sequence[int],
        ties: Ties,
        stage: int = 0,
        history: Sequence[Sequence[Fraction | int]] = (),
    ) -> list[int]:
        """Of those who have enough votes who is elected, the one with most first, and nobody who is barred by then.

        Equals who cannot all be elected are a tie. Raises `Undecided`.
        """
        if not self.rules:
            return sorted(reached, key=lambda each: -votes[each])
        taken: list[int] = []
        while True:
            now, pool = [*elected, *taken], [each for each in standing if each not in taken]
            barred = self.barred(now, pool)
            rest = [each for each in reached if each not in taken and each not in barred]
            if not rest or len(now) >= self.seats:
                return taken
            equal = [each for each in rest if votes[each] == max(votes[one] for one in rest)]
            if self.together(now, pool, equal):
                taken += equal
            else:
                taken.append(ties.best(equal, "elect", stage, history))

    def _by_group(self, numbers: Sequence[int]) -> Counter[str]:
        return Counter(self.groups[each] for each in numbers)

    def _can(self, chosen: Counter[str], there: Counter[str], left: int) -> bool:
        """Whether so many more can be elected as reserved: each group between what it needs and what it may have."""
        needed = room = 0
        for group in {*self.rules, *there}:
            rule = self.rules.get(group, _ANY)
            least = max(0, rule.at_least - chosen[group])
            most = min(there[group], rule.at_most - chosen[group]) if rule.at_most else there[group]
            if least > most:
                return False
            needed, room = needed + least, room + most
        return needed <= left <= room
