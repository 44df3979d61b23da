"""A draw with quotas: every panel that may be has one number, chances are counted one by one, and a seed repeats it."""

from __future__ import annotations

import hashlib
from fractions import Fraction
from itertools import combinations
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symbiosis.counting.counts import NotCountable
from symbiosis.counting.lots import drawn_below
from symbiosis.counting.papers import Marks
from symbiosis.counting.reserved import NOTHING, Reservation, Reserved
from symbiosis.counting.sortition import chances, groups_of, panel, sortition
from symbiosis.counting.ties import TieRule
from tests.counting.test_reserved import holds, reservations
from tests.strategies.papers import NAMES

UNTIMED = settings(deadline=None)
LOT = TieRule(("lot",), seed="4 8 15 16 23 42")


def all_panels(names: tuple[str, ...], seats: int, reserved: Reserved) -> set[frozenset[str]]:
    """Every panel, tried one by one."""
    numbers = range(len(names))
    return {
        frozenset(names[each] for each in chosen)
        for chosen in combinations(numbers, seats)
        if holds(reserved, list(chosen))
    }


@UNTIMED
@given(st.data())
def test_every_panel_has_one_number_and_each_chance_is_counted(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 7))
    seats = data.draw(st.integers(1, size))
    reserved = data.draw(reservations(size))
    names = NAMES[:size]
    kept = [group if group in reserved.rules else "" for group in reserved.groups]
    groups = groups_of(names, kept, seats, reserved)
    possible = all_panels(names, seats, reserved)
    count = None
    try:
        count = sortition(Marks.of(names, []), seats, LOT, reserved=reserved)
    except NotCountable:
        assert not possible
    if not possible:
        return
    assert count is not None
    numbered = [panel(groups, seats, number) for number in range(len(possible))]
    assert set(numbered) == possible
    assert len(set(numbered)) == len(numbered)
    told = chances(groups, seats)
    for name in names:
        assert told[name] == Fraction(sum(name in each for each in possible), len(possible))
    assert count.stages[0].totals["panels"] == str(len(possible))
    assert frozenset(count.elected) in possible
    assert count.ties == ()


def test_the_number_is_that_of_the_seed() -> None:
    """Written out anew: one hash, taken below the last whole multiple of six panels."""
    papers = Marks.of(("Di", "Ana", "Cy", "Bo"), [])
    listed = hashlib.sha256(b"Ana\nBo\nCy\nDi").hexdigest()
    panels = [set(each) for each in combinations(("Ana", "Bo", "Cy", "Di"), 2)]
    drawn = set()
    for seed in map(str, range(60)):
        value = hashlib.sha256(f"symbiosis sortition 1\n{seed}\n{listed}\n0".encode()).digest()
        count = sortition(papers, 2, TieRule(("lot",), seed=seed))
        assert set(count.elected) == panels[int.from_bytes(value, "big") % 6]
        drawn.add(count.elected)
    assert len(drawn) == 6


def test_by_hand_one_woman_of_four() -> None:
    reserved = Reserved({"women": Reservation(1)}, ("women", "", "", ""))
    count = sortition(Marks.of(("Ana", "Bo", "Cy", "Di"), []), 2, LOT, reserved=reserved)
    assert count.stages[0].totals == {"panels": "3"}
    assert count.stages[0].figures["chance"] == {"Ana": "1", "Bo": "1/3", "Cy": "1/3", "Di": "1/3"}
    assert count.elected[0] == "Ana"


def test_a_share_of_approvals_opens_the_draw() -> None:
    papers = Marks.of(("Ana", "Bo", "Cy"), [(2, {0: 1, 1: 1}), (2, {0: 1}), (1, {2: 1})])
    for share, pool in (("0", ("Ana", "Bo", "Cy")), ("2/5", ("Ana", "Bo")), ("4/5", ("Ana",))):
        assert sortition(papers, 1, LOT, share).stages[0].names == pool
    assert sortition(papers, 1, share="4/5").elected == ("Ana",)
    few = sortition(papers, 2, LOT, "4/5")
    assert (few.result, few.elected, few.stages[0].totals) == ("nobody", (), {"panels": "0"})
    assert sortition(Marks.of(("Ana", "Bo"), []), 1, LOT, "1/2").result == "nobody"


def test_who_stands_outside_every_rule_is_in_one_group() -> None:
    reserved = Reserved({"women": Reservation(1)}, ("women", "north", ""))
    count = sortition(Marks.of(("Ana", "Bo", "Cy"), []), 2, LOT, reserved=reserved)
    assert count.stages[0].figures["chance"] == {"Ana": "1", "Bo": "1/2", "Cy": "1/2"}


@pytest.mark.parametrize("tie", [TieRule(), TieRule(("lot",)), TieRule(("earlier_round",), seed="4 2")])
def test_without_a_seed_and_a_lot_the_draw_stays_open(tie: TieRule) -> None:
    count = sortition(Marks.of(("Ana", "Bo", "Cy"), []), 2, tie)
    assert (count.result, count.elected) == ("tied", ())
    assert count.ties[-1].among == ("Ana", "Bo", "Cy")


def test_more_panels_than_one_hash_can_number() -> None:
    """200 of 1,000 are drawn: a number of about 720 bits, of three hashes."""
    names = tuple(f"p{number:04}" for number in range(1000))
    count = sortition(Marks.of(names, []), 200, LOT)
    panels = comb(1000, 200)
    assert 2**512 < panels < 2**768
    assert count.stages[0].totals["panels"] == str(panels)
    assert len(set(count.elected)) == 200
    assert count.stages[0].figures["chance"]["p0000"] == "1/5"
    # Digits are spread over the whole list: no head or tail of it is left out.
    assert {name[2] for name in count.elected} == set("0123456789")


def test_a_wide_number_is_of_as_many_hashes_as_it_takes() -> None:
    hashes = [hashlib.sha256(f"head{n}".encode()).digest() for n in range(4)]
    assert drawn_below("head", 2**256, 1) == (int.from_bytes(hashes[1], "big"), 2)
    assert drawn_below("head", 2**512, 1) == (int.from_bytes(hashes[1] + hashes[2], "big"), 3)
    assert drawn_below("head", 1, 0) == (0, 1)


def test_nothing_reserved_is_a_plain_draw() -> None:
    papers = Marks.of(("Ana", "Bo", "Cy"), [])
    assert sortition(papers, 3).elected == ("Ana", "Bo", "Cy")
    assert sortition(papers, 1, LOT, reserved=NOTHING).stages[0].figures["chance"]["Cy"] == "1/3"
