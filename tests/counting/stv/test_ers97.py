"""ERS97: each paragraph of its section 5 that is not plain arithmetic, and what a vote may never do."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given

from symbiosis.counting.papers import Rankings
from symbiosis.counting.spread import Here
from symbiosis.counting.stv.ers97 import stv_ers97
from symbiosis.counting.ties import TieRule
from tests.counting.stv.test_scottish import ward
from tests.strategies.papers import rankings

LOT = TieRule(("earlier_round", "lot"), seed="a number that everybody saw")
NAMES = ("Ana", "Bo", "Cy", "Di", "Eva")


def figures(stage) -> list[str]:
    return list(stage.figures["votes"].values())


@given(rankings())
def test_no_vote_is_lost(case: tuple[Rankings, int]) -> None:
    papers, seats = case
    count = stv_ers97(papers, seats, LOT)
    for stage in count.stages:
        held = sum(Fraction(value) for value in figures(stage))
        lost = Fraction(stage.totals["exhausted"]) + Fraction(stage.totals["rounding"])
        assert held + lost == Fraction(int(Fraction(count.votes) * 100), 100)
        assert Fraction(stage.totals["rounding"]) >= 0
    if count.result == "decided":
        assert len(count.elected) == seats == len(set(count.elected))
        assert [name for stage in count.stages for name in stage.elected] == list(count.elected)
    else:
        assert count.result == "nobody"


@given(rankings(equals=False, fractions=False))
def test_whole_papers_lose_nothing_in_rounding(case: tuple[Rankings, int]) -> None:
    count = stv_ers97(*case, LOT)
    assert {stage.totals["rounding"] for stage in count.stages} <= {"0.00"}


@given(rankings(fractions=False))
def test_parts_add_up(case: tuple[Rankings, int]) -> None:
    papers, seats = case
    assert stv_ers97(replace(papers, engine=Here, parts=3), seats, LOT) == stv_ers97(papers, seats, LOT)


@given(rankings(equals=False, fractions=False))
def test_more_than_half_elect_their_first(case: tuple[Rankings, int]) -> None:
    papers, _ = case
    count = stv_ers97(papers, 1, LOT)
    if count.stages:
        first = {name: Fraction(votes) for name, votes in count.stages[0].figures["votes"].items()}
        most = max(first, key=lambda name: first[name])
        assert 2 * first[most] <= papers.votes or count.elected == (most,)


def test_quota_surplus_and_remainder() -> None:
    """5.1.6 and 5.3.7: 100 / 3 is rounded up to 33.34; 26.66 over 40 transferable papers is 0.66 each."""
    papers = Rankings.of(NAMES[:4], [(40, [[0], [1]]), (20, [[0]]), (25, [[2]]), (15, [[3], [1]])])
    count = stv_ers97(papers, 2)
    assert count.stages[0].totals["quota"] == "33.34"
    assert count.stages[1].done == "surplus"
    assert count.stages[1].totals["value"] == "0.66"
    assert figures(count.stages[1]) == ["33.34", "26.40", "25.00", "15.00"]
    assert count.stages[1].totals["exhausted"] == "0.26"


def test_papers_keep_their_value_where_the_surplus_would_raise_it() -> None:
    """5.3.7: 26.66 votes are over, ten papers can move: each is worth 1.00 and no more; the rest is lost."""
    papers = Rankings.of(NAMES[:4], [(10, [[0], [1]]), (50, [[0]]), (25, [[2]]), (15, [[3]])])
    count = stv_ers97(papers, 2)
    assert figures(count.stages[1]) == ["33.34", "10.00", "25.00", "15.00"]
    assert count.stages[1].totals["exhausted"] == "16.66"


def test_a_surplus_that_can_save_nobody_waits() -> None:
    """5.2.2: the surplus of 1.66 is no more than what Di has over Eva, so Eva goes out first."""
    papers = Rankings.of(
        NAMES, [(35, [[0], [4]]), (30, [[1]]), (25, [[2]]), (8, [[3], [1]]), (2, [[4], [2]])]
    )
    count = stv_ers97(papers, 2)
    assert [stage.done for stage in count.stages[:2]] == ["first_preferences", "exclusion"]
    assert count.stages[1].excluded == ("Eva", "Di")


def test_as_many_as_cannot_catch_up_go_together_and_value_by_value() -> None:
    """5.2.5 and 5.4: Cy, with papers at 1.00 and 0.36, and Di cannot reach Eva together; whole papers move first."""
    papers = Rankings.of(
        NAMES,
        [
            (10, [[0], [2], [1]]),
            (40, [[0], [4]]),
            (30, [[1]]),
            (2, [[2], [4]]),
            (3, [[3], [4]]),
            (10, [[4]]),
        ],
    )
    count = stv_ers97(papers, 2)
    assert [stage.done for stage in count.stages[1:4]] == ["surplus", "exclusion", "batch"]
    assert set(count.stages[2].excluded) == {"Cy", "Di"}
    assert [stage.totals["value"] for stage in count.stages[1:4]] == ["0.36", "1.00", "0.36"]
    assert figures(count.stages[2]) == ["31.67", "30.00", "3.60", "0.00", "29.40"]
    assert figures(count.stages[3]) == ["31.67", "33.60", "0.00", "0.00", "29.40"]
    assert count.elected == ("Ana", "Bo")


def test_the_quota_sinks_until_somebody_is_elected() -> None:
    """5.4.8: eight papers end with Eva's exclusion, so that the quota is reckoned of 92."""
    papers = Rankings.of(NAMES, [(30, [[0]]), (26, [[1]]), (20, [[2]]), (16, [[3]]), (8, [[4]])])
    count = stv_ers97(papers, 2)
    assert count.stages[0].totals["quota"] == "33.34"
    assert count.stages[1].totals["quota"] == "30.67"


def test_the_earliest_point_settles_an_equality() -> None:
    """5.2.5: Bo and Cy both have 6 when one must go; at the first stage Cy had fewer."""
    papers = Rankings.of(NAMES[:4], [(2, [[0], [2]]), (11, [[0]]), (6, [[1]]), (4, [[2]]), (7, [[3]])])
    count = stv_ers97(papers, 2)
    assert (count.ties[0].settled_by, count.ties[0].chosen) == ("earlier_round", "Cy")


def test_equals_at_the_last_place_are_not_deemed_elected() -> None:
    """5.6.2: two with just the quota for one place, and no earlier point: nobody is; without a lot it is a tie."""
    papers = Rankings.of(NAMES[:2], [(5, [[0]]), (5, [[1]])])
    count = stv_ers97(papers, 1)
    assert count.stages[0].elected == ()
    assert count.result == "tied"
    assert stv_ers97(papers, 1, LOT).result == "decided"


def test_a_real_ward() -> None:
    """By hand rules the same four sit for Govan as officially."""
    papers, seats = ward("Govan")
    count = stv_ers97(papers, seats)
    assert count.stages[0].totals["quota"] == "1912.00"
    assert set(count.elected) == {"Allison Hunter", "John Flanagan", "Stephen Dornan", "Shaukat Butt"}
