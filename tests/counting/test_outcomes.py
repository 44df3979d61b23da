"""Outcomes: quorum, ties, empty votes, consensus, sides of bodies."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.counting.conditions import Condition
from symbiosis.counting.outcomes import bodies_by_side, judge_consensus, judge_vote, side_of, summed

HALF = Condition(needs="more_than", share="1/2")
HALF_AT_LEAST = Condition(needs="at_least", share="1/2")
QUORUM = Condition(needs="at_least", share="1/2", counts="cast", of="entitled")


def members(**counts):
    return {"members": {name: Fraction(count) for name, count in counts.items()}}


@pytest.mark.parametrize(
    ("yes", "no", "result"),
    [(2, 1, "adopted"), (1, 2, "not_adopted"), (1, 0, "adopted"), (0, 1, "not_adopted")],
)
def test_a_majority(yes, no, result):
    assert judge_vote(members(yes=yes, no=no), [HALF], []).result == result


@pytest.mark.parametrize("condition", [HALF, HALF_AT_LEAST, Condition(needs="more_than", share="2/4")])
@pytest.mark.parametrize(("passes", "result"), [(True, "adopted"), (False, "not_adopted")])
def test_the_charter_decides_ties_and_empty_votes(condition, passes, result):
    assert judge_vote(members(yes=7, no=7), [condition], [], tie=passes).result == result
    assert judge_vote(members(yes=0, no=0), [condition], [], empty=passes).result == result


def test_a_tie_is_judged_by_the_share_where_the_share_is_another():
    two_thirds = Condition(needs="at_least", share="2/3")
    assert judge_vote(members(yes=7, no=7), [two_thirds], [], tie=True).result == "not_adopted"


def test_without_quorum_it_does_not_count_whatever_the_votes():
    outcome = judge_vote(members(yes=4, no=0, cast=4, entitled=9), [HALF], [QUORUM])
    assert outcome.result == "not_quorate"
    assert outcome.conditions[0].met
    assert judge_vote(members(yes=5, no=0, cast=5, entitled=10), [HALF], [QUORUM]).result == "adopted"


def test_a_double_majority_needs_both():
    figures = members(yes=60, no=40) | {"bodies": {"yes": Fraction(17, 2), "no": Fraction(29, 2)}}
    outcome = judge_vote(figures, [HALF, Condition(needs="more_than", share="1/2", counted_in="bodies")], [])
    assert outcome.result == "not_adopted"
    assert [each.met for each in outcome.conditions] == [True, False]
    assert outcome.figures["bodies/yes"] == "17/2"


@pytest.mark.parametrize(
    ("positions", "result", "objections"),
    [
        ({"agree": 9}, "adopted", ()),
        ({"reservation": 1}, "adopted", ()),
        ({"agree": 9, "stand_aside": 2}, "adopted", ()),
        ({"agree": 9, "stand_aside": 3}, "no_consensus", ("stand_aside",)),
        ({"agree": 9, "block": 1}, "no_consensus", ("block",)),
        ({"agree": 9, "needs_discussion": 1}, "no_consensus", ("needs_discussion",)),
        ({"stand_aside": 1}, "no_consensus", ("agree",)),
        ({}, "no_consensus", ("agree",)),
        ({"block": 1, "stand_aside": 5}, "no_consensus", ("block", "stand_aside", "agree")),
    ],
)
def test_consensus(positions, result, objections):
    outcome = judge_consensus(members(**positions), [], "members", 2)
    assert (outcome.result, outcome.objections) == (result, objections)


def test_consensus_needs_its_quorum_first():
    outcome = judge_consensus(members(agree=4, cast=4, entitled=9), [QUORUM], "members", 0)
    assert outcome.result == "not_quorate"


@pytest.mark.parametrize(
    ("votes", "side"),
    [
        ({"yes": 4, "no": 2}, "yes"),
        ({"yes": 2, "no": 4}, "no"),
        ({"yes": 3, "no": 3}, "abstain"),
        ({"abstain": 6}, "abstain"),
        ({"yes": 0, "no": 3}, "no"),
        ({"yes": 1, "abstain": 5}, "yes"),
        ({"stand_aside": 1}, "stand_aside"),
        ({}, "abstain"),
        ({"agree": 9, "block": 1}, "block"),
        ({"agree": 9, "needs_discussion": 1, "stand_aside": 2}, "needs_discussion"),
        ({"agree": 2, "stand_aside": 1}, "stand_aside"),
        ({"agree": 2, "reservation": 1}, "reservation"),
        ({"yes": 2, "stand_aside": 3}, "yes"),
        ({"abstain": 2, "stand_aside": 3}, "abstain"),
    ],
)
def test_the_side_of_a_body(votes, side):
    assert side_of(votes) == side


POSITIONS = st.dictionaries(st.sampled_from(("yes", "no", "abstain")), st.integers(0, 9))
VOTES = st.dictionaries(st.sampled_from(("a1", "a2", "b1", "b2")), POSITIONS)


@given(VOTES)
def test_nobody_is_counted_twice_or_lost(votes):
    weights = {"a1": Fraction(1), "a2": Fraction(1, 2), "b1": Fraction(1), "b2": Fraction(1, 2)}
    sides = bodies_by_side(votes, weights)
    assert sides["cast"] == sum(weights[body] for body in votes)
    assert sides["yes"] + sides["no"] + sides["abstain"] == sides["cast"]
    total = summed(votes)
    assert total["cast"] == sum(count for counts in votes.values() for count in counts.values())
    assert total["yes"] + total["no"] + total.get("abstain", Fraction(0)) == total["cast"]


@given(st.integers(0, 50), st.integers(0, 50), st.fractions(0, 1))
def test_one_more_for_it_never_turns_adopted_into_lost(yes, no, share):
    condition = Condition(needs="at_least", share=f"{share.numerator}/{share.denominator}")
    before = judge_vote(members(yes=yes, no=no), [condition], []).result
    after = judge_vote(members(yes=yes + 1, no=no), [condition], []).result
    assert (before, after) != ("adopted", "not_adopted")
