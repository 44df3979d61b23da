"""Comparing each with each: published examples, a second writing of each method, and what they promise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, permutations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from symbiosis.counting.condorcet import borda, copeland, minimax, ranked_pairs, schulze
from symbiosis.counting.counts import Count
from symbiosis.counting.pairs import Pairs, pairs_of
from symbiosis.counting.papers import MOST, Rankings
from symbiosis.counting.spread import Here, Processes
from symbiosis.counting.ties import TieRule
from tests.strategies.papers import rankings

LOT = TieRule(("lot",), seed="five dice")
CONDORCET = (schulze, ranked_pairs, minimax, copeland)


def profile(*rows: tuple[int, str]) -> Rankings:
    """(5, "acbed"): five papers, in that order; "a=b c" groups by spaces."""
    names = sorted({each for _, order in rows for each in order if each.isalpha()})
    papers = []
    for times, order in rows:
        groups = order.split() if " " in order or "=" in order else list(order)
        papers.append((times, [[names.index(each) for each in group.split("=")] for group in groups]))
    return Rankings.of([each.upper() for each in names], papers)


SCHULZE_2011 = {
    "example 1": (profile((8, "acdb"), (2, "badc"), (4, "cdba"), (4, "dbac"), (3, "dcba")), "D"),
    "30 voters": (
        profile(
            (5, "acbd"), (2, "acdb"), (3, "adcb"), (4, "bacd"), (3, "cbda"),
            (3, "cdba"), (1, "dacb"), (5, "dbac"), (4, "dcba"),
        ),
        "D",
    ),
    "30 voters, five candidates": (
        profile(
            (3, "abdec"), (5, "adebc"), (1, "adecb"), (2, "badec"), (2, "bdeca"),
            (4, "cabde"), (6, "cbade"), (2, "dbeca"), (5, "decab"),
        ),
        "B",
    ),
    "45 voters": (
        profile(
            (5, "acbed"), (5, "adecb"), (8, "bedac"), (3, "cabed"),
            (7, "caebd"), (2, "cbade"), (7, "dceba"), (8, "ebadc"),
        ),
        "E",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SCHULZE_2011)
def test_schulze_elects_as_published(name: str) -> None:
    papers, winner = SCHULZE_2011[name]
    assert schulze(papers).elected == (winner,)


def test_the_strongest_paths_of_the_example_with_45_voters() -> None:
    count = schulze(SCHULZE_2011["45 voters"][0])
    assert count.pairwise["A"] == {"B": "20", "C": "26", "D": "30", "E": "22"}
    paths = next(stage for stage in count.stages if stage.done == "paths").figures
    assert paths["path:A"] == {"B": "25", "C": "25", "D": "25", "E": "25"}
    assert paths["path:B"]["A"] == "28"
    assert paths["path:C"]["E"] == "28"
    assert paths["path:D"] == {"A": "30", "B": "33", "C": "29", "E": "31"}
    assert paths["path:E"] == {"A": "24", "B": "24", "C": "24", "D": "24"}
    assert count.ranking == (("E",), ("A",), ("C",), ("B",), ("D",))


def test_two_share_the_first_place_of_the_example_with_nine_voters() -> None:
    count = schulze(profile((3, "abcd"), (2, "dabc"), (2, "dbca"), (2, "cbda")))
    assert count.result == "tied"
    assert set(count.ranking[0]) == {"B", "D"}
    assert set(count.ties[-1].among) == {"B", "D"}


TENNESSEE = profile((42, "mnck"), (26, "nckm"), (15, "cknm"), (17, "kcnm"))


@pytest.mark.parametrize("method", CONDORCET)
def test_nashville_beats_every_other_city(method: Callable[..., Count]) -> None:
    assert method(TENNESSEE).elected == ("N",)


def test_the_points_of_tennessee() -> None:
    assert borda(TENNESSEE).stages[-1].figures["points"] == {"C": "173", "K": "107", "M": "126", "N": "194"}


def test_truncated_and_equal_papers_share_points() -> None:
    count = borda(profile((2, "a"), (1, "b=c a")))
    assert count.stages[-1].figures["points"] == {"A": "4", "B": "5/2", "C": "5/2"}


def plain_pairs(papers: Rankings) -> list[list[Fraction]]:
    size = len(papers.candidates)
    over = [[Fraction(0)] * size for _ in range(size)]
    for votes, groups in papers.rankings():
        place = {each: number for number, group in enumerate(groups) for each in group}
        for a in range(size):
            for b in range(size):
                if place.get(a, size) < place.get(b, size):
                    over[a][b] += votes
    return over


@given(rankings(), st.integers(1, 4))
def test_pairs_are_counted_as_by_hand_in_any_number_of_parts(case: tuple[Rankings, int], parts: int) -> None:
    papers, _ = case
    plain = plain_pairs(papers)
    assert [list(row) for row in pairs_of(papers).over] == plain
    assert [list(row) for row in pairs_of(replace(papers, engine=Here, parts=parts)).over] == plain


def test_pairs_in_processes() -> None:
    papers = SCHULZE_2011["45 voters"][0]
    assert pairs_of(replace(papers, engine=Processes, parts=2)) == pairs_of(papers)


def test_many_candidates_and_a_paper_that_ranks_them_all() -> None:
    names = [f"n{number}" for number in range(300)]
    papers = Rankings.of(names, [(2, [[each] for each in range(300)]), (1, [[299], [0, 298]])])
    over = pairs_of(papers).over
    assert over[0][299] == 2
    assert over[299][0] == over[298][1] == 1
    assert over[298][0] == 0


@pytest.mark.parametrize("says", ["all", "all but the last", "some"])
def test_more_papers_than_are_compared_at_a_time_with_times_up_to_the_most(says: str) -> None:
    chance, many, size = np.random.default_rng(7), 70_001, 4
    order = np.argsort(chance.random((many, size)), axis=1).astype(np.int8)
    times = chance.integers(0, MOST // many, many)
    if says == "all but the last":
        order = order[:, :-1]
    elif says == "some":
        order[np.arange(size) > chance.integers(0, size, (many, 1))] = -1
    place = np.full((many, size), size)
    for candidate in range(size):
        paper, where = np.nonzero(order == candidate)
        place[paper, candidate] = where
    votes = pairs_of(Rankings(tuple("ABCD"), order, times)).votes
    for a in range(size):
        for b in range(size):
            assert votes[a][b] == sum(times[place[:, a] < place[:, b]].tolist())


def plain_schulze(pairs: Pairs, strength: str) -> list[list[Fraction]]:
    """The strongest path over every path there is."""
    size = len(pairs.candidates)
    step = [
        [
            (pairs.over[a][b] - (pairs.over[b][a] if strength == "margins" else 0))
            if pairs.beats(a, b)
            else Fraction(0)
            for b in range(size)
        ]
        for a in range(size)
    ]
    best = [[Fraction(0)] * size for _ in range(size)]
    for length in range(2, size + 1):
        for path in permutations(range(size), length):
            weakest = min(step[a][b] for a, b in pairwise(path))
            best[path[0]][path[-1]] = max(best[path[0]][path[-1]], weakest)
    return best


@settings(max_examples=60)
@given(rankings(candidates=5), st.sampled_from(["winning", "margins"]))
def test_schulze_goes_over_every_path(case: tuple[Rankings, int], strength: str) -> None:
    papers, _ = case
    count = schulze(papers, 1, LOT, strength=strength)
    if count.result == "nobody":
        return
    best = plain_schulze(pairs_of(papers), strength)
    place = {name: number for number, group in enumerate(count.ranking) for name in group}
    names = papers.candidates
    for a in range(len(names)):
        for b in range(len(names)):
            assert (place[names[a]] < place[names[b]]) == (best[a][b] > best[b][a]) or best[a][b] == best[b][
                a
            ]
    winners = {a for a in range(len(names)) if all(best[a][b] >= best[b][a] for b in range(len(names)))}
    assert {names.index(name) for name in count.ranking[0]} == winners


@pytest.mark.parametrize("method", CONDORCET)
@given(case=rankings())
def test_who_beats_all_others_is_elected(method: Callable[..., Count], case: tuple[Rankings, int]) -> None:
    papers, _ = case
    winner = pairs_of(papers).winner()
    assume(winner is not None and len(papers.times))
    assert method(papers).elected == (papers.candidates[winner],)


@pytest.mark.parametrize("method", [schulze, ranked_pairs, copeland, borda])
@given(case=rankings())
def test_whom_all_others_beat_is_not_elected(
    method: Callable[..., Count], case: tuple[Rankings, int]
) -> None:
    papers, _ = case
    loser = pairs_of(papers).loser()
    assume(loser is not None)
    assert papers.candidates[loser] not in method(papers, 1, LOT).elected


@pytest.mark.parametrize("method", [schulze, ranked_pairs, copeland])
@given(case=rankings())
def test_the_elected_is_of_the_smith_set(method: Callable[..., Count], case: tuple[Rankings, int]) -> None:
    papers, _ = case
    assume(len(papers.times))
    smith = {papers.candidates[each] for each in pairs_of(papers).smith()}
    assert set(method(papers, 1, LOT).elected) <= smith


@pytest.mark.parametrize("method", [schulze, ranked_pairs, borda])
@given(case=rankings(equals=False), data=st.data())
def test_more_support_does_not_harm(method: Callable[..., Count], case: tuple[Rankings, int], data) -> None:  # type: ignore[no-untyped-def]
    papers, _ = case
    count = method(papers)
    assume(count.result == "decided" and len(count.ranking[0]) == 1)
    winner = papers.candidates.index(count.elected[0])
    rows = list(papers.rankings())
    which = data.draw(st.integers(0, len(rows) - 1))
    votes, groups = rows[which]
    order = [each for group in groups for each in group if each != winner]
    before = next((n for n, group in enumerate(groups) if winner in group), len(order))
    order.insert(data.draw(st.integers(0, before)), winner)
    rows[which] = (votes, tuple((each,) for each in order))
    raised = Rankings.of(papers.candidates, rows)
    after = method(raised, 1, LOT)
    if method is ranked_pairs and any(tie.over == "rank" for tie in after.ties):
        return
    assert count.elected[0] in after.ranking[0]


@given(rankings())
def test_turned_papers_turn_the_winner_of_schulze_into_a_loser(case: tuple[Rankings, int]) -> None:
    papers, _ = case
    count = schulze(papers)
    assume(count.result == "decided" and len(count.ranking) > 1 and len(count.ranking[0]) == 1)
    size = len(papers.candidates)
    turned = []
    for votes, groups in papers.rankings():
        rest = [each for each in range(size) if all(each not in group for group in groups)]
        full = [*groups, tuple(rest)] if rest else list(groups)
        turned.append((votes, full[::-1]))
    assert schulze(Rankings.of(papers.candidates, turned), 1, LOT).elected != count.elected


@given(rankings())
def test_seats_are_filled_from_the_top_and_ties_at_the_last_one_are_told(case: tuple[Rankings, int]) -> None:
    papers, seats = case
    for method in (*CONDORCET, borda):
        count = method(papers, seats)
        if count.result == "tied":
            assert count.ties[-1].settled_by == ""
            assert len(count.elected) < seats
        elif count.result == "decided":
            assert len(count.elected) == seats
            assert method(papers, seats, LOT).elected[: len(count.elected)] == count.elected


def test_a_circle_of_equal_defeats_is_a_tie_without_a_lot() -> None:
    papers = profile((1, "abc"), (1, "bca"), (1, "cab"))
    for method in CONDORCET:
        assert method(papers).result == "tied"
        assert method(papers, 1, LOT).result == "decided"


@given(rankings(candidates=5), st.sampled_from(("winning", "margins")))
def test_schulzes_first_are_those_whom_no_stronger_path_beats(
    case: tuple[Rankings, int], strength: str
) -> None:
    """Every path written out; of equally many votes for, a defeat with fewer against is stronger."""
    papers, _ = case
    pairs = pairs_of(papers)
    nothing = (Fraction(0), Fraction(0))

    def defeat(a: int, b: int) -> tuple[Fraction, Fraction]:
        won, lost = pairs.over[a][b], pairs.over[b][a]
        if won <= lost:
            return nothing
        return (won, -lost) if strength == "winning" else (won - lost, Fraction(0))

    def strongest(a: int, b: int) -> tuple[Fraction, Fraction]:
        others = [each for each in pairs.numbers if each not in (a, b)]
        ways = (way for length in range(len(others) + 1) for way in permutations(others, length))
        return max(min(defeat(*step) for step in pairwise((a, *way, b))) for way in ways)

    undefeated = {
        papers.candidates[a]
        for a in pairs.numbers
        if all(strongest(a, b) >= strongest(b, a) for b in pairs.numbers if b != a)
    }
    count = schulze(papers, strength=strength)
    if count.ranking:
        assert set(count.ranking[0]) == undefeated
        assert (count.result == "decided") == (len(undefeated) == 1)


def test_below_the_seats_ranked_pairs_puts_equal_what_the_order_of_equal_defeats_decides() -> None:
    """Bo, Eva and Cy go in a circle of equal defeats. Whichever is passed over, Ana is chosen; they are equal among
    themselves, whatever their numbers are."""
    names = ("Ana", "Bo", "Cy", "Di", "Eva", "Fe", "Gil")
    papers = ["Ana Cy|Bo Di", "Ana Di Eva Fe Gil|Cy|Bo", "Ana Bo Di|Eva"]
    for turned in (names, names[::-1], ("Cy", "Gil", "Eva", "Ana", "Bo", "Fe", "Di")):
        rows = [
            (1, [[turned.index(name) for name in group.split()] for group in paper.split("|")])
            for paper in papers
        ]
        count = ranked_pairs(Rankings.of(turned, rows))
        assert count.elected == ("Ana",)
        assert [set(group) for group in count.ranking] == [
            {"Ana"},
            {"Di"},
            {"Bo", "Cy", "Eva"},
            {"Fe", "Gil"},
        ]
