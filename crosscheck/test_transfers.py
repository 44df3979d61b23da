"""The single transferable vote against pref_voting, VoteKit, pyrankvote and belenios-tool.

Where a program has the same rule it must elect the same. Where its rule differs, `tests.counting.by_rule` writes both
plainly: ours elects as the one, the program as the other, in every election that is not too close to call.
"""

from __future__ import annotations

from collections.abc import Callable

import pyrankvote
import pytest
from pref_voting.proportional_methods import stv_meek, stv_scottish, stv_warren
from tests.counting import by_rule
from tests.counting.by_rule import TooClose
from votekit.ballot import RankBallot
from votekit.elections import STV, FastSTV
from votekit.pref_profile import RankProfile

from crosscheck.elections import Papers, rankings, seeded, strict_papers
from crosscheck.test_pairs import belenios, with_ties
from symbiosis.counting.methods import METHODS
from symbiosis.counting.ties import EARLIER, TOLD

NUMBER = 2000
Theirs = Callable[[list[str], Papers, int], set[int]]


@pytest.mark.parametrize(
    ("method", "theirs", "settings"),
    [
        ("stv-scottish", stv_scottish, {}),
        ("stv-meek", stv_meek, {"tol": 1e-8}),
        ("stv-warren", stv_warren, {"tol": 1e-8}),
    ],
)
def test_pref_voting(method: str, theirs, settings: dict[str, float]) -> None:
    compared = 0
    for number, chance in enumerate(seeded(method, NUMBER if method == "stv-scottish" else NUMBER // 2)):
        names, papers = strict_papers(chance, most=20)
        seats = chance.randint(1, len(names))
        count = METHODS[method].count(
            rankings(names, papers), seats=seats, tie=EARLIER if method == "stv-scottish" else TOLD
        )
        if count.result == "tied":
            continue
        found = {names[each] for each in theirs(with_ties(names, papers), num_seats=seats, **settings)}
        assert set(count.elected) == found, (number, count.elected, found)
        compared += 1
    assert compared > NUMBER // 4


def of_votekit(names: list[str], papers: Papers, seats: int, election=FastSTV, **settings) -> set[int]:
    profile = RankProfile(
        ballots=tuple(
            RankBallot(ranking=tuple(frozenset({names[each]}) for each in paper), weight=times)
            for times, paper in papers
        ),
        candidates=tuple(names),
    )
    elected = election(profile, n_seats=seats, tiebreak="random", **settings).get_elected()
    return {names.index(name) for group in elected for name in group}


def of_pyrankvote(names: list[str], papers: Papers, seats: int) -> set[int]:
    if seats == len(names):
        # It ends in an error: test_where_pyrankvote_ends_in_an_error.
        return set(range(seats))
    people = [pyrankvote.Candidate(name) for name in names]
    ballots = [
        pyrankvote.Ballot([people[each] for each in paper]) for times, paper in papers for _ in range(times)
    ]
    elected = pyrankvote.single_transferable_vote(people, ballots, seats).get_winners()
    return {names.index(person.name) for person in elected}


def of_belenios(names: list[str], papers: Papers, seats: int) -> set[int]:
    ballots = [
        [paper.index(each) + 1 if each in paper else 0 for each in range(len(names))]
        for times, paper in papers
        for _ in range(times)
    ]
    return set(belenios("stv", f"--nseats={seats}", ballots=ballots)["winners"])


RULES: dict[str, tuple[Theirs, by_rule.Rule, int]] = {
    "VoteKit, all at once": (of_votekit, by_rule.VOTEKIT, NUMBER // 2),
    "VoteKit, one by one": (
        lambda names, papers, seats: of_votekit(names, papers, seats, simultaneous=False),
        by_rule.VOTEKIT_ONE_BY_ONE,
        NUMBER // 2,
    ),
    "VoteKit, with fractions": (
        lambda names, papers, seats: of_votekit(names, papers, seats, election=STV),
        by_rule.VOTEKIT,
        200,
    ),
    "pyrankvote": (of_pyrankvote, by_rule.PYRANKVOTE, NUMBER),
    "belenios-tool": (of_belenios, by_rule.BELENIOS, NUMBER),
}


@pytest.mark.parametrize("program", RULES)
def test_every_difference_is_one_of_rules(program: str) -> None:
    theirs, rule, number = RULES[program]
    compared = differ = 0
    for each, chance in enumerate(seeded(program, number)):
        names, papers = strict_papers(chance, most=120)
        named = {candidate for _, paper in papers for candidate in paper}
        seats = chance.randint(1, len(named))
        try:
            with_ours = by_rule.by_rule(papers, len(names), seats, by_rule.SCOTTISH)
            with_theirs = by_rule.by_rule(papers, len(names), seats, rule)
        except TooClose:
            continue
        count = METHODS["stv-scottish"].count(rankings(names, papers), seats=seats, tie=TOLD)
        assert {names.index(name) for name in count.elected} == with_ours, each
        assert theirs(names, papers, seats) == with_theirs, (each, seats, papers)
        compared += 1
        differ += with_ours != with_theirs
    assert compared > number // 4
    assert program.startswith("VoteKit, with") or 0 < differ < compared // 4


def test_where_pyrankvote_ends_in_an_error() -> None:
    """As many seats as candidates, and somebody without a quota."""
    people = [pyrankvote.Candidate("a"), pyrankvote.Candidate("b")]
    ballots = [pyrankvote.Ballot([people[0]])] * 3
    with pytest.raises(RuntimeError, match="Illegal state"):
        pyrankvote.single_transferable_vote(people, ballots, 2)


def test_where_pyrankvote_levels_what_papers_are_worth() -> None:
    """Whole papers of an excluded candidate lose to those that came with a surplus, and another is elected."""
    names = ["A", "B", "C", "D"]
    papers: Papers = [(9, (0, 1, 2)), (2, (1, 3)), (5, (2,)), (6, (3,))]
    assert of_pyrankvote(names, papers, 2) == {0, 2}
    assert METHODS["stv-scottish"].count(rankings(names, papers), seats=2).elected == ("A", "D")
    assert of_votekit(names, papers, 2) == of_belenios(names, papers, 2) == {0, 3}
