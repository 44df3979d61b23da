"""The Scottish count: eight real wards at every stage, and what a vote may never do."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given

from symbiosis.counting.counts import NotCountable
from symbiosis.counting.papers import Aside, Rankings
from symbiosis.counting.stv.scottish import stv_scottish
from symbiosis.counting.ties import TieRule, lot_order
from tests.counting.stv.plainly import scottish
from tests.strategies.papers import rankings

WARDS = Path(__file__).parents[3].parent / "shared" / "data" / "stv"
EXPECTED = json.loads((WARDS / "expected.json").read_text(encoding="utf-8"))
LOT = TieRule(("earlier_round", "lot"), seed="a number that everybody saw")


def ward(name: str) -> tuple[Rankings, int]:
    lines = (WARDS / f"{name}-2007.blt").read_text(encoding="utf-8").splitlines()
    number, seats = map(int, lines[0].split())
    end = lines.index("0")
    papers = [list(map(int, line.split())) for line in lines[1:end]]
    names = [line.strip('"') for line in lines[end + 1 : end + 1 + number]]
    return Rankings.of(names, [(row[0], [[each - 1] for each in row[1:-1]]) for row in papers]), seats


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_ward_is_counted_as_it_was(name: str) -> None:
    papers, seats = ward(name)
    expected = EXPECTED[name]
    count = stv_scottish(papers, seats)
    rounds = list(expected["end_of_round"].values())
    assert len(count.stages) >= len(rounds)
    assert count.votes == str(expected["ballots"])
    for stage, published in zip(count.stages, rounds, strict=False):
        assert stage.figures["votes"] == published["votes"]
        assert stage.totals["quota"] == expected["quota"]
        assert stage.totals["exhausted"] == published["non_transferable"]
    assert sorted(count.elected) == sorted(expected["elected_in_order_seen"])
    assert count.result == "decided"
    assert count.ties == ()


@given(rankings())
def test_no_vote_is_lost(case: tuple[Rankings, int]) -> None:
    papers, seats = case
    count = stv_scottish(papers, seats, LOT)
    for stage in count.stages:
        held = sum(Fraction(value) for value in stage.figures["votes"].values())
        rest = Fraction(stage.totals["exhausted"]) + Fraction(stage.totals["rounding"])
        assert held + rest == Fraction(int(Fraction(count.votes) * 10**5), 10**5)
        assert Fraction(stage.totals["rounding"]) >= 0
    if count.result == "decided":
        assert len(count.elected) == seats == len(set(count.elected))
    else:
        assert count.result == "nobody"
        assert not count.stages


def test_a_tie_that_nothing_settles_is_told() -> None:
    papers = Rankings.of(("Ana", "Bo", "Cy"), [(2, [[0]]), (1, [[1]]), (1, [[2]])])
    count = stv_scottish(papers, 1)
    assert count.elected == ()
    count = stv_scottish(Rankings.of(("Ana", "Bo", "Cy"), [(2, [[0]]), (2, [[1]]), (1, [[2]])]), 1)
    assert count.result == "tied"
    assert count.ties[-1].among == ("Ana", "Bo")
    assert count.ties[-1].over == "exclude"
    assert count.ties[-1].settled_by == ""


def test_an_earlier_round_tells_them_apart() -> None:
    papers = Rankings.of(("Ana", "Bo", "Cy", "Di"), [(5, [[0]]), (4, [[1]]), (3, [[2]]), (1, [[3], [2]])])
    count = stv_scottish(papers, 1)
    assert count.ties[0].settled_by == "earlier_round"
    assert count.ties[0].chosen == "Cy"
    assert count.elected == ("Ana",)


def test_a_lot_is_the_same_for_everybody() -> None:
    papers = Rankings.of(("Ana", "Bo"), [(1, [[0]]), (1, [[1]])])
    turned = Rankings.of(("Bo", "Ana"), [(1, [[0]]), (1, [[1]])])
    winners = {stv_scottish(each, 1, LOT).elected for each in (papers, turned)}
    assert len(winners) == 1
    drawn = {stv_scottish(papers, 1, TieRule(("lot",), seed=str(n))).elected for n in range(20)}
    assert len(drawn) == 2


def test_equals_end_a_paper_and_first_equals_spoil_it() -> None:
    papers = Rankings.of(
        ("Ana", "Bo", "Cy"), [(3, [[0], [1, 2]]), (2, [[1, 2]]), (1, [[2]]), (1, [])], Aside(1, {"cross": 2})
    )
    count = stv_scottish(papers, 1)
    assert count.votes == "4"
    assert count.spoiled == {"cross": "2", "equal_first": "2"}
    assert count.blank == "2"


def test_halves_of_a_vote_count_as_halves() -> None:
    papers = Rankings.of(("Ana", "Bo"), [(Fraction(1, 2), [[0]]), (Fraction(5, 2), [[1]])])
    count = stv_scottish(papers, 1)
    assert count.stages[0].figures["votes"] == {"Ana": "0.50000", "Bo": "2.50000"}


@pytest.mark.parametrize(
    ("candidates", "seats", "code"),
    [
        ((), 1, "NoCandidates"),
        (("Ana",), 0, "NoSeats"),
        (("Ana",), 2, "MoreSeatsThanCandidates"),
        (("Ana", "Ana"), 1, "SameNameTwice"),
    ],
)
def test_what_cannot_be_counted_is_said(candidates: tuple[str, ...], seats: int, code: str) -> None:
    with pytest.raises(NotCountable) as error:
        stv_scottish(Rankings.of(candidates, []), seats)
    assert error.value.code == code


def test_blank_papers_alone_elect_nobody() -> None:
    count = stv_scottish(Rankings.of(("Ana", "Bo"), [(3, [])]), 1)
    assert count.result == "nobody"
    assert count.blank == "3"


@given(rankings(equals=False, fractions=False))
def test_it_counts_as_a_plain_second_writing_of_the_order(case: tuple[Rankings, int]) -> None:
    papers, seats = case
    count = stv_scottish(papers, seats, LOT)
    if count.result == "nobody":
        return
    lot = list(lot_order(LOT.seed, papers.candidates))
    plain = [(int(weight), [each for [each] in groups]) for weight, groups in papers.rankings()]
    elected, rounds = scottish(plain, len(papers.candidates), seats, lot)
    assert count.elected == tuple(papers.candidates[each] for each in elected)
    assert [
        [Fraction(value) for value in stage.figures["votes"].values()] for stage in count.stages
    ] == rounds
