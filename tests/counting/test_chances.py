"""The chance of too few: known answers, the plain sum, and both ends."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.counting.chances import quorum_fails

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("roll", "needed", "turnout", "chance"),
    [
        (1, 1, HALF, HALF),
        (2, 1, HALF, Fraction(1, 4)),
        (10, 5, HALF, Fraction(386, 1024)),
        (3, 2, Fraction(1, 3), Fraction(20, 27)),
        (5, 0, HALF, 0),
        (5, 6, HALF, 1),
        (0, 0, HALF, 0),
        (0, 1, HALF, 1),
        (5, 5, Fraction(1), 0),
        (5, 1, Fraction(0), 1),
        (5, 6, Fraction(1), 1),
    ],
)
def test_known_answers(roll, needed, turnout, chance):
    assert quorum_fails(roll, needed, turnout) == chance


@given(st.integers(0, 40), st.integers(-2, 45), st.fractions(0, 1, max_denominator=60))
def test_the_plain_sum(roll, needed, turnout):
    fewer = range(min(max(needed, 0), roll + 1))
    plain = sum(
        (comb(roll, came) * turnout**came * (1 - turnout) ** (roll - came) for came in fewer), Fraction(0)
    )
    assert quorum_fails(roll, needed, turnout) == plain


@given(st.integers(0, 40), st.integers(0, 40), st.fractions(0, 1, max_denominator=60))
def test_too_few_come_or_too_many_stay(roll, needed, turnout):
    comes = 1 - quorum_fails(roll, needed, turnout)
    assert comes == quorum_fails(roll, roll - needed + 1, 1 - turnout)


def test_two_thousand_people_exactly():
    """A fair coin: below the middle lies half of all but the middle itself."""
    assert quorum_fails(2000, 1000, HALF) == (1 - Fraction(comb(2000, 1000), 2**2000)) / 2
    rare = quorum_fails(2000, 400, Fraction(23, 100))
    assert Fraction(5520, 10**7) < rare < Fraction(5521, 10**7)


@pytest.mark.parametrize(("roll", "turnout"), [(-1, HALF), (3, Fraction(-1, 9)), (3, Fraction(10, 9))])
def test_what_is_no_assembly(roll, turnout):
    with pytest.raises(ValueError):
        quorum_fails(roll, 1, turnout)
