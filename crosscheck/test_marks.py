"""Points, ticks and grades against pref_voting and VoteKit."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from pref_voting.grade_methods import approval, majority_judgement, score_voting
from pref_voting.grade_profiles import GradeProfile
from votekit.ballot import ScoreBallot
from votekit.elections import Approval, GeneralRating
from votekit.pref_profile import ScoreProfile

from crosscheck.elections import marked, seeded, ticks
from symbiosis.counting.methods import METHODS
from symbiosis.counting.papers import Marks

NUMBER = 2000
Papers = list[tuple[int, dict[int, int]]]


def graded(chance: random.Random, most: int, complete: bool) -> tuple[list[str], Papers]:
    """Candidates, and papers with points for some of them or all."""
    names = [f"c{number}" for number in range(chance.randint(2, 6))]
    papers = []
    for _ in range(chance.randint(1, 20)):
        given = {
            each: chance.randint(0, most) for each in range(len(names)) if complete or chance.random() < 0.8
        }
        papers.append((chance.randint(1, 3), given or {0: most}))
    return names, papers


def profile(names: list[str], papers: Papers, most: int) -> GradeProfile:
    return GradeProfile(
        [given for _, given in papers],
        list(range(most + 1)),
        gcounts=[times for times, _ in papers],
        candidates=list(range(len(names))),
    )


def first(count, names: list[str]) -> set[int]:
    return {names.index(name) for name in count.ranking[0]}


@pytest.mark.parametrize("by", ["sum", "mean"])
def test_score(by: str) -> None:
    tied = 0
    for number, chance in enumerate(seeded(f"score {by}", NUMBER)):
        names, papers = graded(chance, 5, complete=False)
        if len({each for _, given in papers for each in given}) < len(names):
            # Whom nobody marks is not theirs to choose.
            continue
        found = first(METHODS["score"].count(Marks.of(names, papers), by=by), names)
        theirs = set(score_voting(profile(names, papers, 5), evaluation_method=by))
        if found != theirs:
            # Their means are floats: equal ones may differ in the last place.
            assert by == "mean", number
            assert theirs < found, number
        tied += len(found) > 1
    assert tied > NUMBER // 100


def test_approval() -> None:
    for number, chance in enumerate(seeded("approval", NUMBER)):
        names, papers = ticks(chance)
        found = first(METHODS["approval"].count(marked(names, papers)), names)
        given = [(times, dict.fromkeys(ticked, 1)) for times, ticked in papers]
        assert found == set(approval(profile(names, given, 1))), number


def test_majority_judgment() -> None:
    """docs/counting/differences.md: theirs stops where only as many above, or below, the median differ."""
    further = 0
    for number, chance in enumerate(seeded("majority judgment", NUMBER)):
        names, papers = graded(chance, 3, complete=True)
        found = first(METHODS["majority-judgment"].count(Marks.of(names, papers), grades=4), names)
        theirs = set(majority_judgement(profile(names, papers, 3)))
        assert found <= theirs, number
        further += found < theirs
    assert 0 < further < NUMBER // 10


@pytest.mark.parametrize("method", ["approval", "score"])
def test_committees_of_votekit(method: str) -> None:
    """The most ticks or points, seat by seat; without ties, as theirs are broken by chance."""
    compared = 0
    for number, chance in enumerate(seeded(f"votekit {method}", NUMBER // 2)):
        most = 5 if method == "score" else 1
        names, papers = graded(chance, most, complete=True)
        seats = chance.randint(1, len(names))
        count = METHODS[method].count(Marks.of(names, papers), seats=seats)
        if count.result == "tied":
            continue
        ballots = tuple(
            ScoreBallot(
                scores={names[each]: points for each, points in given.items() if points}, weight=times
            )
            for times, given in papers
            if any(given.values())
        )
        if len({name for ballot in ballots for name in ballot.scores}) < len(names):
            continue
        rated = ScoreProfile(ballots=ballots, candidates=tuple(names))
        held = (
            Approval(rated, n_seats=seats)
            if method == "approval"
            else GeneralRating(rated, n_seats=seats, per_candidate_limit=most)
        )
        assert {name for group in held.get_elected() for name in group} == set(count.elected), number
        compared += 1
    assert compared > NUMBER // 5


def test_means_are_exact() -> None:
    """What the comparison above excuses: a mean of ours is a fraction."""
    count = METHODS["score"].count(Marks.of(["a", "b"], [(1, {0: 1, 1: 1}), (2, {0: 3, 1: 3})]), by="mean")
    assert {Fraction(each) for each in count.stages[0].figures["mean"].values()} == {Fraction(7, 3)}
