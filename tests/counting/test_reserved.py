"""Reserved seats: against plain second writings in which every possible completion is tried, and worked by hand."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symbiosis.counting.counts import Count, NotCountable
from symbiosis.counting.methods import METHODS
from symbiosis.counting.papers import Marks, Rankings
from symbiosis.counting.reserved import Reservation, Reserved, check_reserved, marked_group
from symbiosis.counting.stv.ers97 import stv_ers97
from symbiosis.counting.stv.meek import stv_meek
from symbiosis.counting.stv.scottish import stv_scottish
from symbiosis.counting.stv.warren import stv_warren
from symbiosis.counting.ties import TieRule, lot_order
from tests.counting.stv.plainly import scottish
from tests.counting.stv.plainly_kept import kept
from tests.strategies.papers import marks, rankings

UNTIMED = settings(deadline=None)
LOT = TieRule(("earlier_round", "lot"), seed="a number that everybody saw")
GROUPS = ("women", "youth", "")
ORDERS = [name for name, method in METHODS.items() if method.reserves and method.gives == "order"]


@st.composite
def reservations(draw: st.DrawFn, candidates: int) -> Reserved:
    groups = tuple(draw(st.lists(st.sampled_from(GROUPS), min_size=candidates, max_size=candidates)))
    names = draw(st.lists(st.sampled_from(GROUPS[:2]), unique=True, min_size=1))
    rules = {each: Reservation(draw(st.integers(0, 3)), draw(st.integers(0, 3))) for each in names}
    return Reserved(rules, groups)


def holds(reserved: Reserved, chosen: list[int]) -> bool:
    """Whether a committee is as it was reserved."""
    for group, rule in reserved.rules.items():
        number = sum(reserved.groups[each] == group for each in chosen)
        if number < rule.at_least or (rule.at_most and number > rule.at_most):
            return False
    return True


def able_by(reserved: Reserved) -> Callable[..., bool]:
    """Every way of filling the seats that are left is tried."""

    def able(elected: list[int], standing: set[int], left: int) -> bool:
        if left < 0:
            return False
        return any(holds(reserved, [*elected, *more]) for more in combinations(sorted(standing), left))

    return able


def countable(reserved: Reserved, papers: Rankings | Marks, seats: int) -> bool:
    """Whether there is such a committee at all; what we say of it must be the same."""
    there_is = able_by(reserved)([], set(range(len(papers.candidates))), seats)
    if there_is:
        check_reserved(reserved, papers.candidates, seats)
    else:
        with pytest.raises(NotCountable):
            check_reserved(reserved, papers.candidates, seats)
    return there_is and bool(len(papers.times))


def numbers(count: Count) -> list[int]:
    return [count.candidates.index(name) for name in count.elected]


def votes_of(count: Count) -> list[list[Fraction]]:
    stages = [stage for stage in count.stages if stage.done != "last_seats"]
    return [[Fraction(value) for value in stage.figures["votes"].values()] for stage in stages]


@UNTIMED
@given(st.data())
def test_scottish_with_reserved_seats_is_the_plain_one(data: st.DataObject) -> None:
    papers, seats = data.draw(rankings(equals=False, fractions=False))
    reserved = data.draw(reservations(len(papers.candidates)))
    if not countable(reserved, papers, seats):
        return
    count = stv_scottish(papers, seats, LOT, reserved)
    plain = [(votes, [each for [each] in groups]) for votes, groups in papers.rankings()]
    lot = list(lot_order(LOT.seed, papers.candidates))
    elected, rounds = scottish(plain, len(papers.candidates), seats, lot, able_by(reserved))
    assert numbers(count) == elected
    assert holds(reserved, elected)
    assert len(elected) == seats
    assert [[Fraction(v) for v in stage.figures["votes"].values()] for stage in count.stages] == rounds


@pytest.mark.parametrize("count_by", [stv_meek, stv_warren])
@UNTIMED
@given(data=st.data())
def test_keeping_with_reserved_seats_is_the_plain_one(count_by, data: st.DataObject) -> None:  # type: ignore[no-untyped-def]
    papers, seats = data.draw(rankings(equals=False, fractions=False))
    reserved = data.draw(reservations(len(papers.candidates)))
    if not countable(reserved, papers, seats):
        return
    count = count_by(papers, seats, LOT, reserved)
    plain = [(int(votes), [each for [each] in groups]) for votes, groups in papers.rankings()]
    lot = list(lot_order(LOT.seed, papers.candidates))
    warren = count_by is stv_warren
    elected, rounds = kept(plain, len(papers.candidates), seats, lot, warren, able_by(reserved))
    assert numbers(count) == elected
    assert holds(reserved, elected)
    assert votes_of(count) == [[Fraction(value) for value in votes] for votes in rounds]


@UNTIMED
@given(st.data())
def test_ers97_keeps_what_is_reserved_and_every_vote(data: st.DataObject) -> None:
    papers, seats = data.draw(rankings())
    reserved = data.draw(reservations(len(papers.candidates)))
    if not countable(reserved, papers, seats):
        return
    count = stv_ers97(papers, seats, LOT, reserved)
    if count.result == "nobody":
        return
    assert holds(reserved, numbers(count))
    assert len(set(count.elected)) == seats
    told = [name for stage in count.stages for name in stage.elected]
    assert told == list(count.elected)
    for stage in count.stages:
        held = sum(Fraction(value) for value in stage.figures["votes"].values())
        rest = Fraction(stage.totals["exhausted"]) + Fraction(stage.totals["rounding"])
        assert held + rest == Fraction(int(Fraction(count.votes) * 100), 100)


# With reserved seats ERS97 lets no surplus wait and excludes one at a time, and a draw is made from a list by groups.
@pytest.mark.parametrize("name", sorted({"stv-scottish", "stv-meek", "stv-warren", *ORDERS}))
@UNTIMED
@given(data=st.data())
def test_a_reservation_that_binds_nobody_changes_nothing(name: str, data: st.DataObject) -> None:
    method = METHODS[name]
    papers, seats = data.draw(
        rankings(equals=method.equals) if method.paper == "ranking" else marks(highest=1)
    )
    groups = tuple("women" for _ in papers.candidates)
    free = Reserved({"women": Reservation(seats, 0), "youth": Reservation(0, 1)}, groups)
    with_it = method.count(papers, seats=seats, tie=LOT, reserved=free)
    assert with_it.elected == method.count(papers, seats=seats, tie=LOT).elected


def plain_pass(count: Count, reserved: Reserved, seats: int) -> set[frozenset[int]]:
    """All committees that come of going down the order, equals in any order, passing over whom nobody may elect."""
    able = able_by(reserved)
    order = [[count.candidates.index(name) for name in group] for group in count.ranking]
    found = set()

    def go(chosen: list[int], groups: list[list[int]]) -> None:
        if len(chosen) == seats:
            found.add(frozenset(chosen))
            return
        rest = {each for each in range(len(count.candidates)) if each not in chosen}
        for number, group in enumerate(groups):
            fit = [each for each in group if able([*chosen, each], rest - {each}, seats - len(chosen) - 1)]
            if fit:
                for each in fit:
                    go([*chosen, each], [[one for one in group if one != each], *groups[number + 1 :]])
                return

    go([], order)
    return found


@pytest.mark.parametrize("name", ORDERS)
@UNTIMED
@given(data=st.data())
def test_an_order_is_filled_as_reserved(name: str, data: st.DataObject) -> None:
    method = METHODS[name]
    small = {"most": 6, "candidates": 5}
    papers, seats = data.draw(rankings(**small) if method.paper == "ranking" else marks(highest=1, **small))
    reserved = data.draw(reservations(len(papers.candidates)))
    if not countable(reserved, papers, seats):
        return
    count = method.count(papers, seats=seats, tie=LOT, reserved=reserved)
    assert holds(reserved, numbers(count))
    assert frozenset(numbers(count)) in plain_pass(count, reserved, seats)


@pytest.mark.parametrize("name", ORDERS)
@UNTIMED
@given(data=st.data())
def test_a_zipper_gives_each_place_to_the_group_whose_turn_it_is(name: str, data: st.DataObject) -> None:
    method = METHODS[name]
    papers, seats = data.draw(rankings() if method.paper == "ranking" else marks(highest=1))
    groups = data.draw(st.tuples(*[st.sampled_from(GROUPS)] * len(papers.candidates)))
    zipper = tuple(data.draw(st.lists(st.sampled_from(("women", "youth", "*")), min_size=1, max_size=3)))
    count = method.count(papers, seats=seats, tie=LOT, reserved=Reserved({}, groups, zipper))
    if count.result == "nobody":
        return
    assert len(set(count.elected)) == seats
    place = {name: number for number, group in enumerate(count.ranking) for name in group}
    group_of = dict(zip(count.candidates, groups, strict=True))
    left = list(count.candidates)
    for number, chosen in enumerate(count.elected):
        turn = zipper[number % len(zipper)]
        of_it = [each for each in left if turn in ("*", group_of[each])] or left
        assert chosen in of_it
        assert place[chosen] == min(place[each] for each in of_it)
        left.remove(chosen)


PEOPLE = ("Rosa", "Ines", "Juan", "Luis", "Omar")
WOMEN = ("women", "women", "", "", "")


def test_by_hand_the_last_woman_is_guarded_and_the_next_lowest_goes() -> None:
    """Three seats of 20 papers, quota 6; one woman at least, and Ines has fewest."""
    rows = [(8, [[2]]), (5, [[3]]), (4, [[4]]), (2, [[0]]), (1, [[1], [0]])]
    free = stv_scottish(Rankings.of(PEOPLE, rows), 3)
    assert free.elected == ("Juan", "Luis", "Omar")
    papers = Rankings.of(PEOPLE, rows)
    count = stv_scottish(papers, 3, reserved=Reserved({"women": Reservation(1)}, WOMEN))
    # Ines can be spared, for Rosa is there; then Rosa, with 3, is guarded, and Omar with 4 goes.
    assert count.elected == ("Juan", "Luis", "Rosa")
    assert [stage.done for stage in count.stages] == [
        "first_preferences", "surplus", "exclusion", "guarded_exclusion", "last_seats",
    ]  # fmt: skip
    both = stv_scottish(papers, 3, reserved=Reserved({"women": Reservation(2)}, WOMEN))
    assert both.elected == ("Juan", "Rosa", "Ines")
    told = [(stage.done, stage.names) for stage in both.stages]
    assert told == [
        ("first_preferences", ()),
        ("withdrawn", ("Luis", "Omar")),
        ("last_seats", ("Rosa", "Ines")),
    ]


def test_by_hand_a_full_group_is_withdrawn_before_a_surplus_moves() -> None:
    """Two seats of 12 papers, quota 5; one man at most. Juan has 7: Luis goes, then Juan's surplus moves."""
    rows = [(7, [[2], [3], [0]]), (3, [[3], [1]]), (1, [[0]]), (1, [[1]])]
    count = stv_scottish(
        Rankings.of(PEOPLE[:4], rows),
        2,
        reserved=Reserved({"men": Reservation(0, 1)}, ("", "", "men", "men")),
    )
    assert [stage.done for stage in count.stages[:3]] == ["first_preferences", "withdrawn", "surplus"]
    assert count.stages[1].figures["votes"]["Ines"] == "4.00000"
    assert count.stages[2].figures["votes"]["Rosa"] == "2.99997"
    assert count.elected == ("Juan", "Ines")


def test_equals_who_reach_the_quota_for_one_place_are_a_tie_with_its_figures() -> None:
    papers = Rankings.of(("Ana", "Bo", "Cy"), [(4, [[0]]), (4, [[1]]), (1, [[2]])])
    reserved = Reserved({"north": Reservation(0, 1)}, ("north", "north", ""))
    for count_by in (stv_scottish, stv_meek, stv_warren, stv_ers97):
        count = count_by(papers, 2, reserved=reserved)
        assert (count.result, count.elected) == ("tied", ())
        assert count.ties[-1].among == ("Ana", "Bo")
        assert float(count.stages[-1].figures["votes"]["Ana"]) == 4
        assert len(set(count_by(papers, 2, LOT, reserved).elected) & {"Ana", "Bo"}) == 1


def test_by_hand_a_zipper() -> None:
    """The order is Juan, Luis, Rosa, Omar, Ines: a woman first, then whoever comes next, and so by turns."""
    papers = Rankings.of(PEOPLE, [(3, [[2], [3], [0], [4], [1]])])
    listed = METHODS["schulze"].count(papers, seats=5, reserved=Reserved({}, WOMEN, ("women", "*")))
    assert listed.elected == ("Rosa", "Juan", "Ines", "Luis", "Omar")
    assert listed.stages[-1].figures["place"]["Ines"] == "3"


@pytest.mark.parametrize(
    ("rules", "seats", "code"),
    [
        ({"women": Reservation(2, 1)}, 2, "ReservedAgainstItself"),
        ({"women": Reservation(3)}, 3, "TooFewOfGroup"),
        ({"youth": Reservation(1)}, 3, "TooFewOfGroup"),
        ({"women": Reservation(2)}, 1, "MoreReservedThanSeats"),
        ({"women": Reservation(0, 1)}, 5, "TooFewForSeats"),
    ],
)
def test_what_cannot_be_is_said(rules: dict[str, Reservation], seats: int, code: str) -> None:
    papers = Rankings.of(PEOPLE, [(1, [[0]])])
    for name, method in METHODS.items():
        if method.reserves and method.paper == "ranking":
            with pytest.raises(NotCountable) as caught:
                method.count(papers, seats=seats, reserved=Reserved(rules, WOMEN))
            assert caught.value.code == code, name


def test_groups_are_those_of_the_candidates() -> None:
    with pytest.raises(ValueError, match="2 groups of 5"):
        check_reserved(Reserved({"women": Reservation(1)}, ("women", "")), PEOPLE, 1)


def test_a_name_carries_its_group_in_brackets() -> None:
    assert marked_group("Rosa Luz [women]") == ("Rosa Luz", "women")
    assert marked_group("Rosa [Women]") == ("Rosa [Women]", "")
    assert marked_group("[women]") == ("[women]", "")
    assert marked_group("Plan [a] [north-2] ") == ("Plan [a]", "north-2")
