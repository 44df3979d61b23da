"""Methods that compare pairs, and Borda's points, against pref_voting, VoteKit and belenios-tool."""

from __future__ import annotations

import json
import subprocess
from math import factorial, prod

import pytest
from pref_voting.profiles import Profile
from pref_voting.profiles_with_ties import ProfileWithTies
from pref_voting.scoring_methods import borda as their_borda
from pref_voting.voting_methods import beat_path, copeland, minimax, ranked_pairs
from pref_voting.weighted_majority_graphs import MarginGraph
from votekit.ballot import RankBallot
from votekit.elections import Borda, RankedPairs, Schulze
from votekit.pref_profile import RankProfile

from crosscheck.elections import Papers, rankings, seeded, strict_papers
from symbiosis.counting.methods import METHODS
from symbiosis.counting.pairs import pairs_of

NUMBER = 2000


def with_ties(names: list[str], papers: Papers) -> ProfileWithTies:
    profile = ProfileWithTies(
        [{candidate: place for place, candidate in enumerate(paper)} for _, paper in papers],
        [times for times, _ in papers],
        candidates=list(range(len(names))),
    )
    # Whoever is not ranked is below all who are, as with us.
    profile.use_extended_strict_preference()
    return profile


def ours(method: str, names: list[str], papers: Papers, **settings: str) -> set[int]:
    """All who share the first place; where the order of equal defeats decides, all between whom it does."""
    count = METHODS[method].count(rankings(names, papers), **settings)
    first = count.ranking[0] if count.ranking else count.ties[-1].among
    return {names.index(name) for name in first}


def too_many_orders(names: list[str], papers: Papers) -> bool:
    """Their ranked pairs tries every order of equally strong defeats, whether it matters or not."""
    over = pairs_of(rankings(names, papers)).over
    size = range(len(names))
    margins = [over[a][b] - over[b][a] for a in size for b in size if over[a][b] > over[b][a]]
    return len(names) > 4 or prod(factorial(margins.count(each)) for each in set(margins)) > 200


def unlike_but_equal(names: list[str], papers: Papers) -> bool:
    """Whether two defeats have the same margin and not the same votes."""
    over = pairs_of(rankings(names, papers)).over
    size = range(len(names))
    wins = {(over[a][b], over[b][a]) for a in size for b in size if over[a][b] > over[b][a]}
    return len({won - lost for won, lost in wins}) < len(wins)


@pytest.mark.parametrize(
    ("method", "theirs", "settings"),
    [
        ("schulze", beat_path, {"strength": "margins"}),
        ("minimax", minimax, {"strength": "margins"}),
        ("copeland", copeland, {}),
        ("ranked-pairs", ranked_pairs, {"strength": "margins"}),
    ],
)
def test_pref_voting(method: str, theirs, settings: dict[str, str]) -> None:
    tied = 0
    for number, chance in enumerate(seeded(method, NUMBER)):
        names, papers = strict_papers(chance)
        if theirs is ranked_pairs and too_many_orders(names, papers):
            continue
        found = ours(method, names, papers, **settings)
        others = set(theirs(with_ties(names, papers)))
        if found != others and theirs is ranked_pairs:
            # docs/counting/differences.md: of equal margins ours takes that with fewer against first, theirs either.
            assert found < others, number
            assert unlike_but_equal(names, papers), number
            continue
        assert found == others, (method, number)
        tied += len(found) > 1
    # The comparison means nothing where no election is close.
    assert tied > NUMBER // 100


@pytest.mark.parametrize(
    ("method", "theirs"), [("schulze", beat_path), ("minimax", minimax), ("ranked-pairs", ranked_pairs)]
)
def test_by_winning_votes(method: str, theirs) -> None:
    """Only the order of strengths matters to their methods, so margins stand for the rank of each defeat here."""
    for number, chance in enumerate(seeded(f"{method} by winning votes", NUMBER)):
        names, papers = strict_papers(chance)
        if theirs is ranked_pairs and too_many_orders(names, papers):
            continue
        over = pairs_of(rankings(names, papers)).over
        wins = [(a, b) for a in range(len(over)) for b in range(len(over)) if over[a][b] > over[b][a]]
        # Of equally many votes for, fewer against are stronger; Simpson's rule looks at those for alone.
        strength = {(a, b): (over[a][b], 0 if theirs is minimax else -over[b][a]) for a, b in wins}
        ranks = sorted(set(strength.values()))
        graph = MarginGraph(
            list(range(len(over))), [(a, b, 2 * ranks.index(strength[a, b]) + 2) for a, b in wins]
        )
        assert ours(method, names, papers, strength="winning") == set(theirs(graph)), number


def test_borda() -> None:
    for number, chance in enumerate(seeded("borda", NUMBER)):
        names, papers = strict_papers(chance, complete=True)
        profile = Profile([list(paper) for _, paper in papers], [times for times, _ in papers])
        assert ours("borda", names, papers) == set(their_borda(profile)), number


def belenios(*words: str, ballots: list[list[int]]) -> dict:
    told = subprocess.run(
        ["belenios-tool", "method", *words],
        input=json.dumps(ballots),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return json.loads(told.stdout)


def test_schulze_of_belenios() -> None:
    for number, chance in enumerate(seeded("belenios", NUMBER)):
        names, papers = strict_papers(chance)
        ballots = [
            [paper.index(each) + 1 if each in paper else len(names) + 1 for each in range(len(names))]
            for times, paper in papers
            for _ in range(times)
        ]
        told = belenios("schulze", f"--nchoices={len(names)}", "--blank-allowed=false", ballots=ballots)
        ranking = METHODS["schulze"].count(rankings(names, papers)).ranking
        assert [sorted(names.index(name) for name in group) for group in ranking] == [
            sorted(group) for group in told["winners"]
        ], number


@pytest.mark.parametrize(
    ("method", "theirs", "settings"),
    [
        ("schulze", Schulze, {"strength": "margins"}),
        ("ranked-pairs", RankedPairs, {"strength": "margins"}),
        ("borda", Borda, {}),
    ],
)
def test_votekit(method: str, theirs, settings: dict[str, str]) -> None:
    """Complete papers, and elections without ties, which theirs breaks by names or by chance."""
    compared = 0
    for number, chance in enumerate(seeded(f"votekit {method}", NUMBER // 2)):
        names, papers = strict_papers(chance, complete=True)
        count = METHODS[method].count(rankings(names, papers), **settings)
        if len(names) < 2 or count.result == "tied" or count.ties or len(count.ranking) < len(names):
            continue
        profile = RankProfile(
            ballots=tuple(
                RankBallot(ranking=tuple(frozenset({names[each]}) for each in paper), weight=times)
                for times, paper in papers
            ),
            candidates=tuple(names),
        )
        held = theirs(profile, n_seats=1, tiebreak="random")
        [[winner]] = held.get_elected()
        assert (winner,) == count.elected, number
        compared += 1
    assert compared > NUMBER // 8
