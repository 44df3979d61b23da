"""Committees by ticks against abcvoting: ours is among all that ties allow, and the only one without ties."""

from __future__ import annotations

import pytest
from abcvoting import abcrules
from abcvoting.preferences import Profile

from crosscheck.elections import marked, seeded, ticks
from symbiosis.counting.methods import METHODS
from symbiosis.counting.ties import TOLD, TieRule

NUMBER = 2000
LOT = TieRule(("lot",), seed="all dice")
THEIRS = {
    "pav-sequential": lambda profile, seats: abcrules.compute_seqpav(
        profile, seats, algorithm="standard", resolute=False
    ),
    "phragmen-sequential": lambda profile, seats: abcrules.compute_seqphragmen(
        profile, seats, algorithm="standard-fractions", resolute=False
    ),
    "equal-shares": lambda profile, seats: abcrules.compute_equal_shares(
        profile, seats, algorithm="standard-fractions", resolute=False
    ),
}


@pytest.mark.parametrize("method", THEIRS)
def test_abcvoting(method: str) -> None:
    compared = decided = 0
    for number, chance in enumerate(seeded(method, NUMBER)):
        names, papers = ticks(chance)
        approved = len({each for _, ticked in papers for each in ticked})
        seats = chance.randint(1, len(names))
        if approved < seats:
            # They fill seats with people whom nobody approves of; with us such seats stay free.
            continue
        profile = Profile(len(names))
        for times, ticked in papers:
            for _ in range(times):
                profile.add_voter(sorted(ticked))
        theirs = {
            frozenset(names[each] for each in committee) for committee in THEIRS[method](profile, seats)
        }
        papers_here = marked(names, papers)
        count = METHODS[method].count(papers_here, seats=seats, tie=LOT)
        assert frozenset(count.elected) in theirs, number
        told = METHODS[method].count(papers_here, seats=seats, tie=TOLD)
        if told.result == "decided":
            assert theirs == {frozenset(told.elected)}, number
            decided += 1
        compared += 1
    assert compared > NUMBER // 2
    assert decided > 20
