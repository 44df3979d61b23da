"""Weighted inclusive Gregory with a quota and decimals of one's own: against the plain count, and by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from symbiosis.counting.papers import Rankings
from symbiosis.counting.stv.scottish import stv_scottish
from symbiosis.counting.stv.wigm import stv_wigm
from symbiosis.counting.ties import TieRule, lot_order
from tests.counting.stv.plainly import scottish
from tests.strategies.papers import rankings

LOT = TieRule(("earlier_round", "lot"), seed="a number that everybody saw")
QUOTAS = st.sampled_from(("fixed", "sinking"))


@given(rankings(equals=False, fractions=False), QUOTAS, st.integers(0, 9))
def test_it_counts_as_the_plain_writing(
    case: tuple[Rankings, int], quota: Literal["fixed", "sinking"], decimals: int
) -> None:
    papers, seats = case
    count = stv_wigm(papers, seats, LOT, quota, decimals)
    if not len(papers.times):
        assert count.result == "nobody"
        return
    plain = [(votes, [each for [each] in groups]) for votes, groups in papers.rankings()]
    lot = list(lot_order(LOT.seed, papers.candidates))
    elected, rounds = scottish(
        plain, len(papers.candidates), seats, lot, digits=decimals, sinking=quota == "sinking"
    )
    assert count.elected == tuple(papers.candidates[each] for each in elected)
    assert [[Fraction(v) for v in stage.figures["votes"].values()] for stage in count.stages] == rounds


@given(rankings())
def test_with_five_decimals_and_a_fixed_quota_it_is_the_scottish_count(case: tuple[Rankings, int]) -> None:
    papers, seats = case
    ours, theirs = stv_wigm(papers, seats, LOT, decimals=5), stv_scottish(papers, seats, LOT)
    assert (ours.elected, ours.stages, ours.ties) == (theirs.elected, theirs.stages, theirs.ties)


@given(rankings(), st.integers(0, 9))
def test_a_sinking_quota_only_sinks_and_no_vote_is_lost(case: tuple[Rankings, int], decimals: int) -> None:
    papers, seats = case
    count = stv_wigm(papers, seats, LOT, "sinking", decimals)
    quotas = [Fraction(stage.totals["quota"]) for stage in count.stages]
    assert quotas == sorted(quotas, reverse=True)
    for stage in count.stages:
        held = sum(Fraction(value) for value in stage.figures["votes"].values())
        rest = Fraction(stage.totals["exhausted"]) + Fraction(stage.totals["rounding"])
        assert held + rest == Fraction(int(Fraction(count.votes) * 10**decimals), 10**decimals)
    if count.result == "decided":
        assert len(set(count.elected)) == seats


def test_by_hand_a_quota_sinks_until_somebody_has_it() -> None:
    """297, 267, 227 and 160 votes divided by three, and one: as the page says."""
    rows = [(90, [[0], [1]]), (67, [[1]]), (70, [[2]]), (40, [[3], [0]]), (30, [[4]])]
    papers = Rankings.of("ABCDE", rows)
    count = stv_wigm(papers, 2, quota="sinking")
    assert [stage.totals["quota"].split(".")[0] for stage in count.stages] == ["100", "90", "76", "54"]
    assert [stage.names for stage in count.stages] == [(), ("E",), ("D",), ("B",)]
    assert [stage.elected for stage in count.stages] == [(), ("A",), (), ("C",)]
    fixed = stv_wigm(papers, 2)
    assert {stage.totals["quota"] for stage in fixed.stages} == {"100.000000"}
    assert fixed.elected == ("A", "B")


def test_by_hand_six_decimals_of_a_surplus() -> None:
    """A surplus of 521 on 2876 papers is worth 0.181154 each: Albany's, of whom 1021 and 1574 went on to two others."""
    rows = [(1021, [[0], [1]]), (1574, [[0], [2]]), (281, [[0]]), (2076, [[1]]), (2111, [[2]])]
    count = stv_wigm(Rankings.of(("Miki", "Romero", "Lopez"), rows), 2, quota="sinking")
    assert count.stages[1].figures["votes"] == {
        "Miki": "2355.000000",
        "Romero": "2260.958234",
        "Lopez": "2396.136396",
    }
    assert [stage.totals["quota"] for stage in count.stages] == ["2355.000000", "2338.000000"]
    assert count.elected == ("Miki", "Lopez")
