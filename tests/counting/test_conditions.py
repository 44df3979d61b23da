"""Conditions at and around exact equality: a bar is a fraction, never a percentage."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.counting.conditions import Condition, amount, holds, judge, share_of, terms


def met(needs, share, yes, base, **more):
    condition = Condition(needs=needs, share=share, of="cast-stand_aside", counted_in="bodies", **more)
    return judge(condition, {"bodies": {"yes": Fraction(yes), "cast": Fraction(base)}}).met


@pytest.mark.parametrize(
    ("needs", "yes", "base", "passes"),
    [
        ("at_least", 18, 20, True),
        ("more_than", 18, 20, False),
        ("at_least", 17, 20, False),
        ("at_least", 18, 22, False),
        ("at_least", 20, 22, True),
        ("more_than", 19, 20, True),
        ("at_most", 18, 20, True),
        ("less_than", 18, 20, False),
        ("less_than", 17, 20, True),
    ],
)
def test_nine_tenths(needs, yes, base, passes):
    assert met(needs, "9/10", yes, base) is passes


@pytest.mark.parametrize("base", [3, 6, 999_999, 3 * 10**15])
def test_exactly_two_thirds_is_at_least_two_thirds_and_no_more(base):
    exact = base // 3 * 2
    assert met("at_least", "2/3", exact, base)
    assert not met("more_than", "2/3", exact, base)
    assert not met("at_least", "2/3", exact - 1, base)
    assert met("more_than", "2/3", exact + 1, base)


def test_who_stands_aside_is_no_part_of_the_base():
    figures = {"bodies": {"yes": Fraction(18), "cast": Fraction(22), "stand_aside": Fraction(2)}}
    condition = Condition(needs="at_least", share="9/10", of="cast-stand_aside", counted_in="bodies")
    judged = judge(condition, figures)
    assert (judged.count, judged.base, judged.met) == ("18", "20", True)


@pytest.mark.parametrize("empty", [True, False])
def test_without_anybody_the_charter_decides(empty):
    condition = Condition(needs="at_least", share="1/2")
    assert judge(condition, {"members": {}}, empty).met is empty
    assert judge(condition, {}, empty).met is empty


def test_half_a_body_counts_as_half():
    figures = {"bodies": {"yes": Fraction(17, 2), "all": Fraction(23)}}
    condition = Condition(needs="more_than", share="1/2", of="all", counted_in="bodies")
    judged = judge(condition, figures)
    assert (judged.count, judged.base, judged.met) == ("17/2", "23", False)


@pytest.mark.parametrize(
    "text", ["", "1/", "/2", "1/0", "-1/2", "1/-2", "0.5", "1/2/3", "٣/٤", " 1/2", "50%"]
)
def test_what_is_no_exact_share_is_refused(text):
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        share_of(text)


def test_shares_and_terms():
    assert share_of("2/3") == Fraction(2, 3)
    assert share_of("0") == 0
    assert share_of("1") == 1
    assert terms("present-stand_aside") == [(1, "present"), (-1, "stand_aside")]
    assert terms("yes+no") == [(1, "yes"), (1, "no")]
    assert amount({"members": {"yes": Fraction(3)}}, "members", "yes+no-blank") == 3


@given(st.fractions(), st.fractions())
def test_the_four_words_are_each_others_opposites(count, bar):
    assert holds("at_least", count, bar) is not holds("less_than", count, bar)
    assert holds("more_than", count, bar) is not holds("at_most", count, bar)
    assert holds("at_least", count, bar) is (holds("more_than", count, bar) or count == bar)
