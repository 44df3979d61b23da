"""Votes of bodies and split votes: known answers, and what holds for any numbers."""

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.core.apportioned import votes_of
from symbiosis.core.charters import Apportionment, Quorum
from symbiosis.core.meetings import needed_for
from symbiosis.counting.apportionment import (
    DIVISORS,
    METHODS,
    apportion,
    beside,
    largest_remainder,
    votes_for,
)
from symbiosis.counting.counts import NotCountable

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


CENSUS = """
Alabama 5030053 7; Alaska 736081 1; Arizona 7158923 9; Arkansas 3013756 4
California 39576757 52; Colorado 5782171 8; Connecticut 3608298 5; Delaware 990837 1
Florida 21570527 28; Georgia 10725274 14; Hawaii 1460137 2; Idaho 1841377 2
Illinois 12822739 17; Indiana 6790280 9; Iowa 3192406 4; Kansas 2940865 4
Kentucky 4509342 6; Louisiana 4661468 6; Maine 1363582 2; Maryland 6185278 8
Massachusetts 7033469 9; Michigan 10084442 13; Minnesota 5709752 8; Mississippi 2963914 4
Missouri 6160281 8; Montana 1085407 2; Nebraska 1963333 3; Nevada 3108462 4
New Hampshire 1379089 2; New Jersey 9294493 12; New Mexico 2120220 3; New York 20215751 26
North Carolina 10453948 14; North Dakota 779702 1; Ohio 11808848 15; Oklahoma 3963516 5
Oregon 4241500 6; Pennsylvania 13011844 17; Rhode Island 1098163 2; South Carolina 5124712 7
South Dakota 887770 1; Tennessee 6916897 9; Texas 29183290 38; Utah 3275252 4
Vermont 643503 1; Virginia 8654542 11; Washington 7715946 10; West Virginia 1795045 2
Wisconsin 5897473 8; Wyoming 577719 1
"""
"""The apportionment population of 2020 and the seats of each state, as the Census Bureau published them."""


def states() -> tuple[dict[str, int], dict[str, int]]:
    rows = [each.rsplit(" ", 2) for each in CENSUS.strip().replace("\n", "; ").split("; ")]
    return {name: int(people) for name, people, _ in rows}, {name: int(seats) for name, _, seats in rows}


def test_the_house_of_2020() -> None:
    people, seats = states()
    assert (len(people), sum(people.values()), sum(seats.values())) == (50, 331108434, 435)
    assert apportion("huntington-hill", 435, people).seats == seats
    # With 89 people more New York would have kept its 27th seat, and Minnesota lost its eighth: so it was told in 2021.
    for more, kept in ((88, (26, 8)), (89, (27, 7))):
        found = apportion("huntington-hill", 435, people | {"New York": people["New York"] + more}).seats
        assert (found["New York"], found["Minnesota"]) == kept


@pytest.mark.parametrize(
    ("method", "seats"),
    [
        ("dhondt", (4, 3, 1, 0)),  # 100 80 50 40 33 30 27 25
        ("sainte-lague", (3, 3, 1, 1)),  # 100 80 33 30 27 20 20 16
        ("largest-remainder", (3, 3, 1, 1)),  # quotas 3.48 2.78 1.04 0.70
        ("huntington-hill", (3, 3, 1, 1)),  # all one; then 71 57 41 33 by geometric means
        ("adams", (3, 3, 1, 1)),  # all one; then 100 80 50 40, before 30
    ],
)
def test_eight_seats_by_hand(method, seats) -> None:
    members = {"A": 100, "B": 80, "C": 30, "D": 20}
    found = apportion(method, 8, members)
    assert (tuple(found.seats.values()), found.left) == (seats, 0)


SOME = st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 60), min_size=1)


@st.composite
def bounded(draw: st.DrawFn) -> tuple[dict[str, int], int, int, int]:
    """Members, a number of seats that fits, a minimum and a cap."""
    members = draw(SOME)
    minimum = draw(st.integers(0, 2))
    cap = draw(st.sampled_from((0, 3, 6)))
    most = (cap or 12) * len(members)
    return members, draw(st.integers(minimum * len(members), most)), minimum, cap


@pytest.mark.parametrize("method", METHODS)
@given(bounded())
def test_every_seat_is_given_or_told(method, case) -> None:
    members, seats, minimum, cap = case
    found = apportion(method, seats, members, minimum, cap)
    assert sum(found.seats.values()) + found.left == seats
    assert all(minimum <= each <= (cap or seats) for each in found.seats.values())
    assert bool(found.left) == bool(found.tied)
    if found.left and any(members.values()):
        assert len(found.tied) > found.left
        assert len({members[name] for name in found.tied}) == 1
    backwards = dict(reversed(members.items()))
    assert apportion(method, seats, backwards, minimum, cap).seats == found.seats
    for one, few in members.items():
        for other, many in members.items():
            assert few > many or found.seats[one] <= found.seats[other]


@pytest.mark.parametrize("method", DIVISORS)
@given(bounded())
def test_no_seat_would_be_better_elsewhere(method, case) -> None:
    """The min-max inequality (Balinski and Young), which holds for no other division but among equals: nobody's last
    seat had a smaller claim than another's next one. The divisors are written out anew, as squares of fractions."""
    members, seats, minimum, cap = case
    squares = {
        "adams": lambda n: Fraction(n) ** 2,
        "huntington-hill": lambda n: Fraction(n) * Fraction(n + 1),
        "sainte-lague": lambda n: Fraction(2 * n + 1, 2) ** 2,
        "dhondt": lambda n: Fraction(n + 1) ** 2,
    }
    by = squares[method]
    found = apportion(method, seats, members, minimum, cap)
    for one, held in found.seats.items():
        for other, has in found.seats.items():
            if held > minimum and (not cap or has < cap) and other not in found.tied:
                # p/d(s-1) >= q/d(s), without dividing by a first divisor of 0.
                assert members[one] ** 2 * by(has) >= members[other] ** 2 * by(held - 1)


@given(bounded())
def test_largest_remainders_within_bounds(case) -> None:
    """One share a member, cut to the bounds, makes all seats; each body has its quota rounded up or down."""
    members, seats, minimum, cap = case
    if not any(members.values()):
        return
    found = apportion("largest-remainder", seats, members, minimum, cap)

    def quotas(share: Fraction) -> list[Fraction]:
        return [
            min(max(share * each, Fraction(minimum)), Fraction(cap or seats)) for each in members.values()
        ]

    low, high = Fraction(0), Fraction(seats + 1)
    if sum(quotas(high)) < seats:  # those without members have the minimum, whatever is left
        return
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(quotas(middle)) < seats else (low, middle)
    for quota, held in zip(quotas(high), found.seats.values(), strict=True):
        assert floor(quota - Fraction(1, 10**9)) <= held <= floor(quota + Fraction(1, 10**9)) + 1


@given(SOME, st.integers(0, 40))
def test_without_bounds_and_ties_largest_remainders_are_those_of_split_votes(members, seats) -> None:
    found = apportion("largest-remainder", seats, members)
    if not found.left:
        assert found.seats == largest_remainder(seats, members)


def test_one_more_seat_can_take_one_away() -> None:
    """The paradox of Alabama, which divisors do not have: quotas of 6, 6 and 2, with ten seats and with eleven."""
    members = {"A": 6, "B": 6, "C": 2}
    assert apportion("largest-remainder", 10, members).seats == {"A": 4, "B": 4, "C": 2}
    assert apportion("largest-remainder", 11, members).seats == {"A": 5, "B": 5, "C": 1}
    for method in DIVISORS:
        ten, eleven = (apportion(method, seats, members).seats for seats in (10, 12))
        assert all(ten[name] <= eleven[name] for name in members)


@pytest.mark.parametrize("method", METHODS)
def test_bodies_of_one_size_are_equal(method) -> None:
    found = apportion(method, 3, {"A": 10, "B": 10})
    assert found == ({"A": 1, "B": 1}, 1, ("A", "B"))
    larger = apportion("dhondt", 3, {"A": 20, "B": 10, "C": 3})  # 20 10 10: the larger first
    assert larger.seats == {"A": 2, "B": 1, "C": 0}


@pytest.mark.parametrize(
    ("numbers", "code"),
    [
        ((3, {}, 0, 0), "NoCandidates"),
        ((3, {"A": 1, "B": 1}, 2, 0), "SeatsBelowMinimum"),
        ((5, {"A": 1, "B": 1}, 0, 2), "SeatsAboveCap"),
    ],
)
def test_what_cannot_be_divided_is_said(numbers, code) -> None:
    for method in METHODS:
        with pytest.raises(NotCountable) as caught:
            apportion(method, *numbers)
        assert caught.value.code == code


def test_seats_are_not_power() -> None:
    """The council of 1958: 4, 4, 4, 2, 2, 1 and twelve of seventeen needed, which is more than eleven."""
    seats = {"D": 4, "F": 4, "I": 4, "N": 2, "B": 2, "L": 1}
    found = {each.name: each for each in beside(seats, seats, Fraction(11, 17))}
    assert found["L"].power == 0
    assert found["L"].seats == Fraction(1, 17)
    assert (found["D"].power, found["B"].power) == (Fraction(5, 21), Fraction(1, 7))


def test_a_charters_seats_are_always_divided() -> None:
    """Whatever the numbers, each body has votes within its bounds, for an entry that was accepted must be read."""
    rule = Apportionment(method="sainte-lague", seats=8, minimum=0)
    assert votes_of(rule, {"A": 100, "B": 80, "C": 30, "D": 20}) == {"A": 3, "B": 3, "C": 1, "D": 1}
    few = Apportionment(method="dhondt", seats=3, minimum=2)
    assert votes_of(few, {"A": 9, "B": 1}) == {"A": 2, "B": 2}
    many = Apportionment(method="adams", seats=30, cap=4)
    assert votes_of(many, {"A": 9, "B": 1}) == {"A": 4, "B": 4}
    assert votes_of(Apportionment(method="adams", seats=3, minimum=5, cap=4), {"A": 9}) == {"A": 5}
    assert votes_of(Apportionment(method="dhondt", seats=3, minimum=0), {}) == {}
    assert votes_of(Apportionment(per=25), {"A": 26}) == {"A": 2}


@pytest.mark.parametrize("method", METHODS)
def test_bodies_without_members_share_what_the_others_cannot_hold(method) -> None:
    assert apportion(method, 5, {"A": 0, "B": 1}, cap=3) == ({"A": 2, "B": 3}, 0, ())
    assert apportion(method, 6, {"A": 0, "B": 1, "C": 0}, cap=3) == ({"A": 1, "B": 3, "C": 1}, 1, ("A", "C"))
