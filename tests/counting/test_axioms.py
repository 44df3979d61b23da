"""What each method promises of any election, and elections where one that does not promise it breaks it.

The table `KEEPS` is what the methods are known for; each pair in it is a property test. Each line of `BREAKS` is an
election in which the method breaks the axiom, so that the same function can fail.
"""

from __future__ import annotations

import random
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symbiosis.counting.counts import Count
from symbiosis.counting.methods import METHODS
from symbiosis.counting.papers import Marks, Rankings
from symbiosis.counting.ties import TieRule
from tests.counting.axioms import (
    LOT,
    Axiom,
    Papers,
    anonymity,
    clones,
    condorcet,
    condorcet_loser,
    conservation,
    extended,
    majority,
    monotonicity,
    neutrality,
    nothing_lost,
    pareto,
    participation,
    proportional,
    reversal,
    smith,
    solid_coalitions,
)
from tests.counting.test_methods import papers_for
from tests.strategies.papers import marks, rankings

PAIRS = ("schulze", "ranked-pairs", "minimax", "copeland")
STV = ("stv-scottish", "stv-ers97", "stv-meek", "stv-warren")
KEEPS: dict[Axiom, tuple[str, ...]] = {
    anonymity: tuple(METHODS),
    neutrality: tuple(METHODS),
    majority: (*PAIRS, "irv", *STV),
    condorcet: PAIRS,
    condorcet_loser: ("schulze", "ranked-pairs", "copeland", "borda", "irv", *STV),
    smith: ("schulze", "ranked-pairs", "copeland"),
    pareto: (*PAIRS, "borda", "irv"),
    monotonicity: (*PAIRS, "borda"),
    reversal: ("schulze", "ranked-pairs", "copeland", "borda"),
    clones: ("schulze", "ranked-pairs", "irv"),
    participation: ("borda", "approval", "score", "majority"),
    conservation: STV,
    solid_coalitions: STV,
    extended: ("equal-shares",),
    proportional: ("equal-shares", "phragmen-sequential"),
}
SEVERAL = {anonymity, neutrality, conservation, solid_coalitions, extended, proportional}
"""Axioms that are asked with several seats."""


def elections(axiom: Axiom, method: str) -> st.SearchStrategy[tuple[Papers, int]]:
    """Small ones for what looks at every group, and those without equals where a method ends a paper at them."""
    if axiom in (anonymity, neutrality):
        return papers_for(method)
    if axiom in (extended, proportional):
        return marks(highest=1, candidates=5, most=6)
    if METHODS[method].paper != "ranking":
        return marks(0, 1 if METHODS[method].paper == "approval" else 5)
    return rankings(equals=METHODS[method].equals, candidates=5, fractions=axiom is not solid_coalitions)


@pytest.mark.parametrize(
    ("axiom", "method"),
    [(axiom, method) for axiom, methods in KEEPS.items() for method in methods],
    ids=lambda each: each if isinstance(each, str) else each.__name__,
)
@settings(max_examples=60)
@given(data=st.data())
def test_a_method_keeps_what_it_promises(axiom: Axiom, method: str, data: st.DataObject) -> None:
    papers, seats = data.draw(elections(axiom, method))
    chance = data.draw(st.randoms(use_true_random=False))
    if axiom in SEVERAL:
        assert axiom(method, papers, chance, seats if METHODS[method].gives != "winner" else 1)
    else:
        assert axiom(method, papers, chance)


BREAKS = (
    (condorcet, "irv", "6:ACB 2:CBA 5:BCA"),
    (smith, "irv", "4:BAC 1:ACB 4:CAB"),
    (monotonicity, "irv", "3:ACBD 8:DABC 4:BDCA 7:CDAB 7:BDCA"),
    (reversal, "irv", "4:ACB 3:BAC 4:CBA"),
    (participation, "irv", "5:BAC 2:ACB 4:CBA"),
    (majority, "borda", "1:BCA 2:ABC"),
    (condorcet, "borda", "1:CAB 2:BCA"),
    (smith, "borda", "1:ACB 2:BAC"),
    (clones, "borda", "1:ABC 1:BCA"),
    (condorcet_loser, "minimax", "4:DABC 7:BDAC 8:CABD"),
    (smith, "minimax", "2:DABC 6:BDCA 6:ACBD"),
    (reversal, "minimax", "3:ACBD 1:BCDA 3:DBAC 1:CDAB"),
    (participation, "minimax", "1:ABDC 4:CABD 2:CDAB 5:BDAC"),
    (clones, "copeland", "3:ABC 3:BCA"),
    (participation, "copeland", "2:BAC 3:CBA"),
    (participation, "schulze", "2:DABC 6:CABD 5:DACB 4:BACD 6:BCDA"),
    (participation, "ranked-pairs", "7:DABC 8:ABCD 4:CDAB"),
    (solid_coalitions, "borda", "6:ABC 4:CBA"),
    (solid_coalitions, "schulze", "6:ABC 4:CBA"),
)
"""Papers as "votes:candidates in order". Where several seats are asked, there are two."""


def election(written: str) -> Rankings:
    found = [each.split(":") for each in written.split()]
    names = sorted(found[0][1])
    return Rankings.of(
        names, [(int(votes), [[names.index(each)] for each in order]) for votes, order in found]
    )


def some_chance_breaks(axiom: Axiom, method: str, papers: Papers, *seats: int) -> bool:
    """Which paper is changed or comes along is chance: one of a hundred is enough."""
    return any(not axiom(method, papers, random.Random(seed), *seats) for seed in range(100))


@pytest.mark.parametrize(
    ("axiom", "method", "written"), BREAKS, ids=lambda each: each if isinstance(each, str) else each.__name__
)
def test_where_a_method_does_not_keep_it(axiom: Axiom, method: str, written: str) -> None:
    assert method not in KEEPS[axiom]
    assert some_chance_breaks(axiom, method, election(written), *([2] if axiom in SEVERAL else []))


def test_where_ticks_without_proportion_leave_a_group_out() -> None:
    two_camps = Marks.of(("A", "B", "C", "D"), [(2, {0: 1, 2: 1, 3: 1}), (2, {1: 1})])
    for axiom in (extended, proportional):
        assert not axiom("approval", two_camps, random.Random(0), 2)
        assert axiom("equal-shares", two_camps, random.Random(0), 2)


def test_where_coming_to_vote_harms_by_medians() -> None:
    papers = Marks.of(("A", "B"), [(2, {0: 3, 1: 5}), (1, {0: 5, 1: 2})])
    assert some_chance_breaks(participation, "majority-judgment", papers)
    assert not some_chance_breaks(participation, "score", papers)


def first_written(papers: Rankings, seats: int, tie: TieRule) -> Count:
    """What the three axioms below exist to find: it elects whom the first paper, or the first line, names."""
    count = METHODS["borda"].count(papers, seats=seats, tie=tie)
    order = next(iter(papers.rankings()))[1] if seats == 1 else [[0]]
    return msgspec.structs.replace(
        count, elected=(papers.candidates[order[0][0]],), ranking=(), ties=(), result="decided"
    )


def test_who_counts_by_the_first_paper_or_the_first_name_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(METHODS, "first", replace(METHODS["borda"], name="first", count=first_written))
    papers = election("1:ABC 1:BCA 1:CAB")
    assert some_chance_breaks(anonymity, "first", papers, 1)
    assert some_chance_breaks(neutrality, "first", papers, 2)
    monkeypatch.setitem(
        METHODS,
        "first",
        replace(METHODS["borda"], count=lambda papers, seats, tie: first_written(papers, 2, tie)),
    )
    assert some_chance_breaks(pareto, "first", election("2:BAC 1:BCA"))


def test_a_vote_that_is_lost_is_found() -> None:
    count = METHODS["stv-scottish"].count(election("6:ABC 4:CBA"), seats=2, tie=LOT)
    assert nothing_lost(count)
    stage = count.stages[-1]
    figures = {"votes": stage.figures["votes"] | {"A": "0.00000"}}
    short = msgspec.structs.replace(count, stages=(msgspec.structs.replace(stage, figures=figures),))
    assert not nothing_lost(short)
