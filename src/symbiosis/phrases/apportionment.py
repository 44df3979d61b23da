"""Seats divided among bodies, in words."""

from __future__ import annotations

from collections.abc import Sequence

from symbiosis.counting.apportionment import Apportioned, Beside
from symbiosis.phrases.catalogues import sayer, translated

DIVIDED = {
    "largest-remainder": "by largest remainders",
    "dhondt": "by D'Hondt's divisors",
    "sainte-lague": "by Sainte-Laguë's divisors",
    "huntington-hill": "by equal proportions (Huntington and Hill)",
    "adams": "by Adams' divisors",
}
"""Every method of `counting.apportionment` that divides seats has its words here."""
COLUMNS = {
    "members": "members",
    "seats": "seats",
    "part_of_members": "of all members",
    "part_of_seats": "of all seats",
    "part_of_power": "of the power to decide",
}


def divided_name(method: str, language: str) -> str:
    """A way of dividing seats, as people call it."""
    return translated(language, DIVIDED[method])


def apportioned_column(code: str, language: str) -> str:
    """A column of the table of bodies."""
    return translated(language, COLUMNS[code])


def apportioned_lines(found: Apportioned, parts: Sequence[Beside], language: str) -> list[str]:
    """What is to be known of a division: seats that nobody got, and seats without any power."""
    say, lines = sayer(language), []
    if found.left:
        lines.append(
            say(
                "Seats that are not given: {n}. Equal for them: {names}. Settle it among them, by a lot for one.",
                n=found.left,
                names=", ".join(found.tied),
            )
        )
    idle = [each.name for each in parts if each.seats and not each.power]
    if idle:
        lines.append(
            say("Seats without power: whatever the others say, {names} never decide.", names=", ".join(idle))
        )
    alone = [each.name for each in parts if each.power == 1 and len(parts) > 1]
    if alone:
        lines.append(say("{name} decides everything alone.", name=alone[0]))
    return lines
