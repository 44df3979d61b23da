"""Meek's and Warren's counts: against a plain second writing, their axioms, and what they are meant for."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given

from symbiosis.counting.counts import Count, NotCountable
from symbiosis.counting.papers import Aside, Rankings
from symbiosis.counting.spread import Here
from symbiosis.counting.stv.meek import stv_meek
from symbiosis.counting.stv.warren import stv_warren
from symbiosis.counting.ties import TieRule, lot_order
from tests.counting.stv.plainly_kept import kept
from tests.counting.stv.test_scottish import EXPECTED, ward
from tests.strategies.papers import rankings

LOT = TieRule(("earlier_round", "lot"), seed="a number that everybody saw")
BOTH = pytest.mark.parametrize("count_by", [stv_meek, stv_warren])


def votes_of(count: Count) -> list[list[Fraction]]:
    return [[Fraction(value) for value in stage.figures["votes"].values()] for stage in count.stages]


def plainly(papers: Rankings, seats: int, warren: bool):
    lot = list(lot_order(LOT.seed, papers.candidates))
    plain = [(int(votes), [each for [each] in groups]) for votes, groups in papers.rankings()]
    return kept(plain, len(papers.candidates), seats, lot, warren)


def same(papers: Rankings, seats: int, count_by) -> Count:
    """Our count, which must be the plain one stage by stage."""
    count = count_by(papers, seats, LOT)
    elected, rounds = plainly(papers, seats, count_by is stv_warren)
    assert count.elected == tuple(papers.candidates[each] for each in elected)
    ours = [
        votes
        for votes, stage in zip(votes_of(count), count.stages, strict=True)
        if stage.done != "last_seats"
    ]
    assert ours == [[Fraction(value) for value in votes] for votes in rounds]
    return count


@BOTH
@given(rankings(equals=False, fractions=False))
def test_it_counts_as_a_plain_second_writing(count_by, case: tuple[Rankings, int]) -> None:
    papers, seats = case
    if len(papers.times):
        same(papers, seats, count_by)
    else:
        assert count_by(papers, seats, LOT).result == "nobody"


@BOTH
@pytest.mark.parametrize("name", ["Govan", "Craigton"])
def test_a_real_ward_equals_the_plain_count(count_by, name: str) -> None:
    papers, seats = ward(name)
    count = same(papers, seats, count_by)
    assert count.result == "decided"
    assert count.ties == ()


def test_another_quota_can_elect_another() -> None:
    """In Craigton the last seat goes to another than by the Scottish rule: exhausted papers lower the quota."""
    papers, seats = ward("Craigton")
    elected = set(stv_meek(papers, seats).elected)
    assert set(EXPECTED["Craigton"]["elected_in_order_seen"]) - elected == {"Ruth Black"}
    assert elected - set(EXPECTED["Craigton"]["elected_in_order_seen"]) == {"Gordon Macdiarmid"}


@BOTH
@given(rankings())
def test_no_vote_is_lost(count_by, case: tuple[Rankings, int]) -> None:
    papers, seats = case
    count = count_by(papers, seats, LOT)
    for stage in count.stages:
        held = sum(Fraction(value) for value in stage.figures["votes"].values())
        assert held + Fraction(stage.totals["exhausted"]) == Fraction(count.votes)
    if count.result == "decided":
        assert len(count.elected) == seats == len(set(count.elected))
        told = [name for stage in count.stages for name in stage.elected]
        assert told == list(count.elected)


@BOTH
@given(rankings(fractions=False))
def test_parts_add_up(count_by, case: tuple[Rankings, int]) -> None:
    papers, seats = case
    assert count_by(replace(papers, engine=Here, parts=3), seats, LOT) == count_by(papers, seats, LOT)


@BOTH
@given(
    rankings(equals=False, fractions=False, candidates=5),
    rankings(equals=False, fractions=False, candidates=5),
)
def test_a_solid_group_gets_its_seats(
    count_by, one: tuple[Rankings, int], other: tuple[Rankings, int]
) -> None:
    """Droop's proportionality: more than k quotas who rank the same k people first, in any order, get them all."""
    papers, seats = one
    if len(papers.candidates) < 3:
        return
    group = set(range(min(seats, len(papers.candidates) - 1)))
    solid = sum(
        votes
        for votes, groups in papers.rankings()
        if len(groups) >= len(group) and {each for [each] in groups[: len(group)]} == group
    )
    count = count_by(papers, seats, LOT)
    quotas = solid * (seats + 1) / papers.votes if papers.votes else 0
    # A billionth is added to the quota, so that exactly k quotas may just miss it.
    if group and quotas > len(group):
        assert {papers.candidates[each] for each in group} <= set(count.elected)


def test_meeks_point_a_later_winner_counts_for_an_earlier_one() -> None:
    """Who puts an elected candidate first loses nothing: with Meek, A's papers pass on at C's and A's keep values."""
    papers = Rankings.of(
        ("A", "B", "C", "D"), [(9, [[0], [1], [2]]), (5, [[2], [0], [3]]), (4, [[3]]), (2, [[1]])]
    )
    count = stv_meek(papers, 2, LOT)
    last = count.stages[-1]
    assert count.elected[0] == "A"
    assert Fraction(last.figures["keeps"]["A"]) < 1


def test_a_tie_that_nothing_settles_is_told() -> None:
    papers = Rankings.of(("Ana", "Bo", "Cy"), [(2, [[0]]), (2, [[1]]), (2, [[2]])])
    count = stv_meek(papers, 1)
    assert count.result == "tied"
    assert count.ties[-1].among == ("Ana", "Bo", "Cy")
    assert count.ties[-1].over == "exclude"


def test_equals_end_a_paper_and_first_equals_spoil_it() -> None:
    papers = Rankings.of(("Ana", "Bo", "Cy"), [(3, [[0], [1, 2]]), (2, [[1, 2]]), (1, [])], Aside(1))
    count = stv_meek(papers, 1)
    assert (count.votes, count.blank, count.spoiled) == ("3", "2", {"equal_first": "2"})


def test_fractions_of_votes_stay_exact() -> None:
    papers = Rankings.of(("Ana", "Bo"), [(Fraction(1, 3), [[0]]), (Fraction(2, 3), [[1]])])
    assert stv_meek(papers, 1).stages[0].figures["votes"] == {"Ana": "1/3", "Bo": "2/3"}


@BOTH
def test_what_cannot_be_counted_is_said(count_by) -> None:
    with pytest.raises(NotCountable, match="MoreSeatsThanCandidates"):
        count_by(Rankings.of(("Ana",), [(1, [[0]])]), 2)
