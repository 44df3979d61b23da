"""Votes of bodies and split votes: known answers, and what holds for any numbers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.core.charters import Quorum
from symbiosis.core.meetings import needed_for
from symbiosis.counting.apportionment import largest_remainder, votes_for

# Members, votes (one per started 25, at most ten) and quorum (a fifth rounded up, at least twelve).
BODIES = [
    (212, 9, 43),
    (64, 3, 13),
    (148, 6, 30),
    (260, 10, 52),
    (41, 2, 12),
    (87, 4, 18),
    (133, 6, 27),
    (38, 2, 12),
    (75, 3, 15),
    (318, 10, 64),
    (96, 4, 20),
    (54, 3, 12),
]


@pytest.mark.parametrize(("members", "votes", "quorum"), BODIES)
def test_the_twelve_bodies(members, votes, quorum):
    assert votes_for(members, 25, "started", 1, 10) == votes
    assert needed_for(Quorum(share="1/5", minimum=12), members, []) == quorum


def test_the_twelve_bodies_together():
    assert sum(members for members, _, _ in BODIES) == 1526
    assert sum(votes for _, votes, _ in BODIES) == 62


@pytest.mark.parametrize(
    ("rounding", "votes"),
    [
        ("started", {0: 0, 1: 1, 25: 1, 26: 2, 50: 2, 51: 3}),
        ("full", {0: 0, 24: 0, 25: 1, 49: 1, 50: 2}),
        ("nearest", {12: 0, 13: 1, 37: 1, 38: 2}),
    ],
)
def test_roundings(rounding, votes):
    assert {members: votes_for(members, 25, rounding, 0, 0) for members in votes} == votes


def test_an_exact_half_is_rounded_up():
    assert votes_for(15, 10, "nearest", 0, 0) == 2
    assert votes_for(14, 10, "nearest", 0, 0) == 1


def test_minimum_cap_and_one_vote_each():
    assert votes_for(1, 25, "full", 2, 10) == 2
    assert votes_for(1000, 25, "full", 2, 10) == 10
    assert votes_for(1000, 0, "started", 1, 0) == 1


@pytest.mark.parametrize(
    ("votes", "people", "shares"),
    [
        (6, {"yes": 37, "no": 19}, {"yes": 4, "no": 2}),
        (6, {"yes": 1, "no": 1}, {"yes": 3, "no": 3}),
        (3, {"yes": 1, "no": 1}, {"yes": 2, "no": 1}),
        (3, {"no": 1, "yes": 1}, {"no": 2, "yes": 1}),
        (
            10,
            {"a": 47000, "b": 16000, "c": 15800, "d": 12000, "e": 6100, "f": 3100},
            {"a": 5, "b": 2, "c": 1, "d": 1, "e": 1, "f": 0},
        ),
        (5, {"yes": 0, "no": 0}, {"yes": 0, "no": 0}),
        (0, {"yes": 3, "no": 1}, {"yes": 0, "no": 0}),
        (4, {"yes": 9}, {"yes": 4}),
    ],
)
def test_largest_remainder(votes, people, shares):
    assert largest_remainder(votes, people) == shares


@given(
    st.integers(0, 60),
    st.dictionaries(st.sampled_from(("yes", "no", "abstain", "blank")), st.integers(0, 500), min_size=1),
)
def test_a_split_gives_all_votes_and_stays_within_one_of_the_quota(votes, people):
    shares = largest_remainder(votes, people)
    total = sum(people.values())
    assert sum(shares.values()) == (votes if total else 0)
    for name, share in shares.items():
        quota = Fraction(votes * people[name], total) if total else Fraction(0)
        assert abs(share - quota) < 1
    for name, count in people.items():
        assert all(shares[name] >= shares[other] for other in people if count > people[other])


@given(st.integers(0, 5000), st.integers(1, 100), st.sampled_from(("started", "nearest", "full")))
def test_more_members_never_have_fewer_votes(members, per, rounding):
    fewer, more = (votes_for(each, per, rounding, 1, 50) for each in (members, members + 1))
    assert fewer <= more <= fewer + 1
