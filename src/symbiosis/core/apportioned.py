"""The votes of all bodies of a council at once, as its charter apportions them."""

from __future__ import annotations

from collections.abc import Mapping

from symbiosis.core.charters import Apportionment
from symbiosis.counting.apportionment import apportion, votes_for


def votes_of(rule: Apportionment, members: Mapping[str, int]) -> dict[str, int]:
    """Each body's votes, by its members and, where a number of seats is divided, by those of all others.

    Fewer seats than all bodies' minimum give each the minimum, more than all bodies' cap give each the cap. Seats for
    which bodies of one size are equal stay empty.
    """
    if rule.method == "per":
        return {
            name: votes_for(people, rule.per, rule.rounding, rule.minimum, rule.cap)
            for name, people in members.items()
        }
    least, most = rule.minimum * len(members), rule.cap * len(members)
    seats = max(least, rule.seats if not rule.cap else min(rule.seats, most))
    if not members or (rule.cap and most < least):
        return dict.fromkeys(members, rule.minimum)
    return apportion(rule.method, seats, members, rule.minimum, rule.cap).seats
