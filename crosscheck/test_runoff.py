"""The instant run-off against pref_voting, pyrankvote and VoteKit; majority judgment against belenios-tool."""

from __future__ import annotations

import pyrankvote
from pref_voting.iterative_methods import instant_runoff_put
from pref_voting.profiles import Profile
from votekit.ballot import RankBallot
from votekit.elections import FastSTV
from votekit.pref_profile import RankProfile

from crosscheck.elections import rankings, seeded, strict_papers
from crosscheck.test_pairs import belenios
from symbiosis.counting.methods import METHODS
from symbiosis.counting.papers import Marks
from symbiosis.counting.ties import TOLD, TieRule

NUMBER = 2000
LOT = TieRule(("lot",), seed="all dice")


def test_every_world_of_pref_voting() -> None:
    """A lot takes one of the worlds in which ties may be broken, and their winners are those of all worlds."""
    alone = 0
    for number, chance in enumerate(seeded("irv", NUMBER)):
        names, papers = strict_papers(chance, complete=True)
        theirs = {
            names[each]
            for each in instant_runoff_put(
                Profile([list(paper) for _, paper in papers], [times for times, _ in papers])
            )
        }
        count = METHODS["irv"].count(rankings(names, papers), tie=LOT)
        assert set(count.elected) <= theirs, number
        alone += len(theirs) == 1
    assert NUMBER > alone > NUMBER // 2


def test_pyrankvote() -> None:
    compared = 0
    for number, chance in enumerate(seeded("pyrankvote", NUMBER)):
        names, papers = strict_papers(chance)
        count = METHODS["irv"].count(rankings(names, papers), tie=TOLD)
        if count.result == "tied":
            continue
        people = [pyrankvote.Candidate(name) for name in names]
        ballots = [
            pyrankvote.Ballot([people[each] for each in paper])
            for times, paper in papers
            for _ in range(times)
        ]
        [winner] = pyrankvote.instant_runoff_voting(people, ballots).get_winners()
        assert (winner.name,) == count.elected, number
        compared += 1
    assert compared > NUMBER // 2


def test_votekit() -> None:
    compared = 0
    for number, chance in enumerate(seeded("votekit", NUMBER // 2)):
        names, papers = strict_papers(chance)
        count = METHODS["irv"].count(rankings(names, papers), tie=TOLD)
        if count.result == "tied":
            continue
        profile = RankProfile(
            ballots=tuple(
                RankBallot(ranking=tuple(frozenset({names[each]}) for each in paper), weight=times)
                for times, paper in papers
            ),
            candidates=tuple(names),
        )
        [[winner]] = FastSTV(profile, n_seats=1, tiebreak="random").get_elected()
        assert (winner,) == count.elected, number
        compared += 1
    assert compared > NUMBER // 4


def by_medians(rows: list[list[int]], size: int, worse: bool) -> list[list[int]]:
    """Every median taken off in turn, the worse or the better of two in the middle; 1 is the best grade."""

    def taken(candidate: int) -> tuple[int, ...]:
        grades, found = sorted(row[candidate] for row in rows), []
        while grades:
            found.append(grades.pop(len(grades) // 2 if worse else (len(grades) - 1) // 2))
        return tuple(found)

    values = {each: taken(each) for each in range(size)}
    return [[each for each in values if values[each] == one] for one in sorted(set(values.values()))]


def test_majority_judgment_of_belenios() -> None:
    """docs/counting/differences.md: of two middle grades the book takes the worse, and belenios-tool the better."""
    differ = 0
    for number, chance in enumerate(seeded("judgment", NUMBER)):
        size, papers = chance.randint(2, 5), chance.randint(1, 20)
        rows = [[chance.randint(1, 4) for _ in range(size)] for _ in range(papers)]
        told = belenios(
            "majority-judgment",
            f"--nchoices={size}",
            "--ngrades=4",
            "--blank-allowed=false",
            ballots=rows,
        )
        marks = Marks.of(
            [str(each) for each in range(size)],
            [(1, {each: 4 - grade for each, grade in enumerate(row)}) for row in rows],
        )
        ranking = METHODS["majority-judgment"].count(marks, grades=4).ranking
        ours = [sorted(map(int, group)) for group in ranking]
        theirs = [sorted(group) for group in told["winners"]]
        assert ours == by_medians(rows, size, worse=True), number
        assert theirs == by_medians(rows, size, worse=False), number
        differ += ours != theirs
    assert differ
