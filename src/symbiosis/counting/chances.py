"""What chance does to an assembly: how likely too few come."""

from __future__ import annotations

from fractions import Fraction


def quorum_fails(roll: int, needed: int, turnout: Fraction) -> Fraction:
    """The chance that an assembly cannot decide because fewer come than are needed.

    Each of `roll` people comes with the chance `turnout`, independently of the others: the sum of the binomial
    distribution below `needed`, exact. In life people come together and stay away together, so the true chance
    of an empty hall is larger than this where turnout is high. Raises ValueError for a roll below 0 or a
    turnout outside 0 to 1.
    """
    if roll < 0:
        raise ValueError("a roll below 0")
    if not 0 <= turnout <= 1:
        raise ValueError("a turnout outside 0 to 1")
    if needed <= 0:
        return Fraction(0)
    if needed > roll:
        return Fraction(1)
    comes, all_chances = turnout.numerator, turnout.denominator
    stays = all_chances - comes
    if stays == 0:
        return Fraction(0)
    # The ways that nobody comes, then from each number of people to the next; every division is exact.
    ways = stays**roll
    fewer = ways
    for came in range(1, needed):
        ways = ways * (comes * (roll - came + 1)) // (stays * came)
        fewer += ways
    return Fraction(fewer, all_chances**roll)
