"""Ties: who is told apart by earlier rounds is out of the question, and a lot is drawn among the others alone."""

from __future__ import annotations

import pytest

from symbiosis.counting.papers import Rankings
from symbiosis.counting.stv.scottish import stv_scottish
from symbiosis.counting.ties import TieRule, Ties, Undecided

NAMES = ("Ana", "Bo", "Cy")
SEEDS = [f"seed {number}" for number in range(40)]


def chosen(rule: TieRule, history: list[list[int]], worst: bool) -> str:
    return NAMES[Ties(NAMES, rule).best([0, 1, 2], "exclude", history=history, worst=worst)]


@pytest.mark.parametrize("worst", [False, True])
def test_the_lot_is_among_those_whom_no_round_tells_apart(worst: bool) -> None:
    """Ana had more than the two others (or fewer): she cannot be drawn, and each of the others can."""
    history = [[1, 1, 1], [1, 3, 3] if not worst else [3, 1, 1], [2, 2, 2]]
    drawn = {chosen(TieRule(("earlier_round", "lot"), seed), history, worst) for seed in SEEDS}
    assert drawn == {"Bo", "Cy"}


def test_a_lot_that_comes_first_is_among_all() -> None:
    drawn = {chosen(TieRule(("lot", "earlier_round"), seed), [[3, 1, 1]], True) for seed in SEEDS}
    assert drawn == set(NAMES)


def test_rounds_before_the_one_that_differs_tell_the_others_apart() -> None:
    """Bo and Cy are the lowest of the last round; the one before says that Cy is."""
    assert chosen(TieRule(("earlier_round",)), [[0, 2, 1], [3, 1, 1]], True) == "Cy"
    assert chosen(TieRule(("earlier_round",)), [[0, 2, 1], [1, 3, 3]], False) == "Bo"


def test_what_stands_already_is_spared_and_the_others_go_by_lot() -> None:
    rule = ("status_quo", "lot")
    drawn = {chosen(TieRule(rule, seed, status_quo="Bo"), [], True) for seed in SEEDS}
    assert drawn == {"Ana", "Cy"}
    assert {chosen(TieRule(rule, seed, status_quo="Bo"), [], False) for seed in SEEDS} == {"Bo"}


def test_an_unsettled_tie_names_those_who_are_still_equal() -> None:
    ties = Ties(NAMES, TieRule(("earlier_round",)))
    with pytest.raises(Undecided) as caught:
        ties.best([0, 1, 2], "exclude", history=[[3, 1, 1]], worst=True)
    assert caught.value.tie.among == ("Bo", "Cy")
    assert ties.met == [caught.value.tie]


def test_a_whole_count_never_draws_whoever_had_more_before() -> None:
    """Ana, Bo and Cy have 4 each once Di is out; before that Ana had 4 and the others 3."""
    papers = Rankings.of(
        (*NAMES, "Di", "Eva"),
        [(4, [[0]]), (3, [[1]]), (3, [[2]]), (1, [[3], [1]]), (1, [[3], [2]]), (9, [[4]])],
    )
    out = set()
    for seed in SEEDS:
        count = stv_scottish(papers, 2, TieRule(("earlier_round", "lot"), seed))
        assert count.ties[0].among == NAMES
        out.add(count.ties[0].chosen)
    assert out == {"Bo", "Cy"}
