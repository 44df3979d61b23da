"""Second opinions that weigh little: pyrankvote and belenios-tool. All others are in `make crosscheck`."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Iterator
from typing import Any

import pyrankvote
import pytest

from symbiosis.counting.methods import METHODS
from symbiosis.counting.papers import Marks, Rankings
from tests.counting.by_rule import BELENIOS, PYRANKVOTE, SCOTTISH, TooClose, by_rule

NUMBER = 150
Papers = list[tuple[int, tuple[int, ...]]]


def elections(name: str) -> Iterator[tuple[list[str], Papers, int]]:
    """Candidates, papers and seats, the same in every run; like minds are likelier than chance."""
    for number in range(NUMBER):
        chance = random.Random(f"{name} {number}")
        size = chance.randint(2, 6)
        centre = [chance.random() for _ in range(size)]
        papers: Papers = []
        for _ in range(chance.randint(1, 60)):
            order = sorted(range(size), key=lambda each: centre[each] + chance.gauss(0, 0.5))
            papers.append(
                (chance.randint(1, 2), tuple(order[: chance.choice((size, chance.randint(1, size)))]))
            )
        named = {each for _, order in papers for each in order}
        yield [f"c{each}" for each in range(size)], papers, chance.randint(1, len(named))


def rankings(names: list[str], papers: Papers) -> Rankings:
    return Rankings.of(names, [(times, [[each] for each in order]) for times, order in papers])


def belenios(*words: str, ballots: list[list[int]]) -> dict[str, Any]:
    told = subprocess.run(
        ["belenios-tool", "method", *words],
        input=json.dumps(ballots),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return json.loads(told.stdout)


def ranks(papers: Papers, size: int, unranked: int) -> list[list[int]]:
    """A row for each paper: each candidate's place from 1, or what stands for none."""
    return [
        [order.index(each) + 1 if each in order else unranked for each in range(size)]
        for times, order in papers
        for _ in range(times)
    ]


def of_pyrankvote(names: list[str], papers: Papers, seats: int) -> set[int]:
    people = [pyrankvote.Candidate(name) for name in names]
    ballots = [
        pyrankvote.Ballot([people[each] for each in order]) for times, order in papers for _ in range(times)
    ]
    elected = pyrankvote.single_transferable_vote(people, ballots, seats).get_winners()
    return {names.index(person.name) for person in elected}


def of_belenios(names: list[str], papers: Papers, seats: int) -> set[int]:
    told = belenios("stv", f"--nseats={seats}", ballots=ranks(papers, len(names), 0))
    return set(told["winners"])


@pytest.mark.parametrize(
    ("theirs", "rule"),
    [(of_pyrankvote, PYRANKVOTE), (of_belenios, BELENIOS)],
    ids=["pyrankvote", "belenios-tool"],
)
def test_stv_differs_by_its_rule_alone(theirs, rule) -> None:  # type: ignore[no-untyped-def]
    """docs/counting/differences.md: where they elect others than ours, a plain count by their rule does too."""
    compared = 0
    for number, (names, papers, seats) in enumerate(elections("stv")):
        if seats == len(names):
            # There pyrankvote ends in an error.
            continue
        try:
            with_ours, with_theirs = (by_rule(papers, len(names), seats, each) for each in (SCOTTISH, rule))
        except TooClose:
            continue
        count = METHODS["stv-scottish"].count(rankings(names, papers), seats=seats)
        assert {names.index(name) for name in count.elected} == with_ours, number
        assert theirs(names, papers, seats) == with_theirs, number
        compared += 1
    assert compared > NUMBER // 3


def test_the_run_off_of_pyrankvote() -> None:
    compared = 0
    for number, (names, papers, _) in enumerate(elections("run-off")):
        count = METHODS["irv"].count(rankings(names, papers))
        if count.result == "tied" or count.ties:
            continue
        people = [pyrankvote.Candidate(name) for name in names]
        ballots = [
            pyrankvote.Ballot([people[each] for each in order])
            for times, order in papers
            for _ in range(times)
        ]
        [winner] = pyrankvote.instant_runoff_voting(people, ballots).get_winners()
        assert (winner.name,) == count.elected, number
        compared += 1
    assert compared > NUMBER // 3


def test_schulze_of_belenios() -> None:
    for number, (names, papers, _) in enumerate(elections("schulze")):
        told = belenios(
            "schulze",
            f"--nchoices={len(names)}",
            "--blank-allowed=false",
            ballots=ranks(papers, len(names), len(names) + 1),
        )
        ranking = METHODS["schulze"].count(rankings(names, papers)).ranking
        assert [sorted(names.index(name) for name in group) for group in ranking] == [
            sorted(group) for group in told["winners"]
        ], number


def test_majority_judgment_of_belenios_with_an_odd_number_of_papers() -> None:
    """With an odd number the first median is the same; where that decides alone, so is who is first."""
    compared = 0
    for number in range(NUMBER):
        chance = random.Random(f"judgment {number}")
        size, papers = chance.randint(2, 4), 2 * chance.randint(0, 8) + 1
        rows = [[chance.randint(1, 4) for _ in range(size)] for _ in range(papers)]
        medians = [sorted(column)[papers // 2] for column in zip(*rows, strict=True)]
        if medians.count(min(medians)) > 1:
            continue
        told = belenios(
            "majority-judgment", f"--nchoices={size}", "--ngrades=4", "--blank-allowed=false", ballots=rows
        )
        marks = Marks.of(
            [str(each) for each in range(size)],
            [(1, {each: 4 - grade for each, grade in enumerate(row)}) for row in rows],
        )
        ranking = METHODS["majority-judgment"].count(marks, grades=4).ranking
        assert list(map(int, ranking[0])) == told["winners"][0] == [medians.index(min(medians))], number
        compared += 1
    assert compared > NUMBER // 3
