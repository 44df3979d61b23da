"""The model election of the Electoral Reform Society's booklet (ERS97, section 8), as far as its figures are published.

The booklet (How to conduct an election by the Single Transferable Vote, 3rd edition, 1997) prints figures, not papers;
those that somebody worked out in 2021 were withdrawn by their author, since a fuller result sheet differs from them.
So `PAPERS` are ours: worked out, with a solver, from the figures below, and chosen freely where these leave
it open. They meet the booklet's first two stages and all six columns of Meek's count: five as our count tells
its stages, and the last once trials go on. Ours elects Vicar and ends as soon as the sinking quota is below
his votes; the last column is of a quota that no longer sinks. Nothing else is compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest

from symbiosis.counting.counts import Count
from symbiosis.counting.papers import Aside, Rankings
from symbiosis.counting.stv.ers97 import stv_ers97
from symbiosis.counting.stv.meek import stv_meek

NAMES = [
    "Smith",
    "Carpenter",
    "Wright",
    "Glazier",
    "Duke",
    "Prince",
    "Baron",
    "Abbot",
    "Vicar",
    "Monk",
    "Freeman",
]
SEATS = 6
PAPERS = """
11 Smith
35 Smith Carpenter Prince
1 Smith Wright Duke Vicar
5 Smith Wright Duke Freeman
8 Smith Wright Baron Prince Duke
11 Smith Wright Freeman Carpenter
6 Smith Glazier
1 Smith Glazier Duke
15 Smith Glazier Duke Prince
2 Smith Glazier Duke Prince Carpenter Freeman
1 Smith Glazier Duke Vicar
2 Smith Glazier Vicar
4 Smith Glazier Freeman
8 Smith Duke
4 Smith Abbot
1 Smith Monk Duke Baron Prince Abbot
1 Smith Monk Vicar
18 Smith Freeman Carpenter
50 Carpenter
31 Carpenter Prince
8 Wright
4 Wright Carpenter Duke Baron Freeman
8 Wright Carpenter Baron Prince
1 Wright Carpenter Baron Freeman Vicar
2 Wright Duke Carpenter Baron Freeman Abbot
2 Wright Abbot
2 Wright Vicar
6 Glazier
3 Glazier Smith Wright Abbot
8 Glazier Carpenter Smith Prince
1 Glazier Wright Carpenter Smith Vicar
1 Glazier Duke
2 Glazier Duke Vicar
1 Glazier Prince
1 Glazier Abbot
1 Glazier Vicar
105 Duke
91 Prince
64 Baron
59 Abbot
55 Vicar
1 Monk Smith Freeman Carpenter Prince
1 Monk Smith Freeman Abbot
2 Monk Duke
5 Monk Abbot
14 Monk Vicar
87 Freeman
3 Freeman Smith Prince
"""
MEEK = {
    # Round: quota, exhausted, and the votes in the order of NAMES: the reference count of Hill, Wichmann and
    # Woodall's program, its stages 1, 2, 4, 6 and 9, in which surpluses had been distributed (it counts that as
    # a stage of its own).
    1: ("107.57", "0", "134 81 27 24 105 91 64 59 55 23 90"),
    2: ("107.26", "2.20", "107.26 87.98 31.99 30.19 106.6 91 64 59.8 55 23.4 93.59"),
    4: ("106.96", "4.31", "106.96 88.47 32.34 30.62 106.96 91 64 64.85 69.21 0 94.27"),
    5: ("104.42", "22.05", "104.42 97.71 34.97 0 104.42 92.45 64.03 66 70.99 0 95.97"),
    7: ("101.58", "41.95", "101.58 101.58 0 0 101.58 97.07 67.24 68.92 73.27 0 99.81"),
}
LAST = ("73", "242.01", "73 73 0 0 73 73 0 70.83 75.16 0 73")
"""Its stage 11: Prince and Freeman are elected too, and their surpluses are distributed."""


def rankings() -> Rankings:
    """758 papers, of which five are invalid: three with several crosses, two with two first preferences (8.1)."""
    rows = [line.split() for line in PAPERS.split("\n") if line]
    papers = [(int(number), [[NAMES.index(name)] for name in names]) for number, *names in rows]
    return Rankings.of(NAMES, papers, Aside(0, {"spoiled": 3, "equal_first": 2}))


def held(count: Count, stage: int) -> Mapping[str, str]:
    return count.stages[stage - 1].figures["votes"]


def test_the_first_two_stages_are_those_of_the_booklet() -> None:
    papers = rankings()
    count = stv_ers97(papers, SEATS)
    assert (count.votes, sum(int(number) for number in count.spoiled.values())) == ("753", 5)
    first, second = count.stages[:2]
    assert first.totals["quota"] == "107.58"  # 753 / 7 = 107.571..., rounded up
    assert first.elected == ("Smith",)
    assert held(count, 1) == {
        name: f"{int(votes)}.00" for name, votes in zip(NAMES, MEEK[1][2].split(), strict=True)
    }
    # The surplus of 26.42 is above 24 - 23, so it must be transferred: 123 of 134 papers, at 0.21 each.
    assert (second.done, second.names, second.totals["value"]) == ("surplus", ("Smith",), "0.21")
    moved = [Fraction(held(count, 2)[name]) - Fraction(held(count, 1)[name]) for name in NAMES]
    assert moved[0] == Fraction("-26.42")
    assert sum(moved[1:]) == 123 * Fraction("0.21")
    assert second.totals["exhausted"] == "0.59"


def test_every_stage_accounts_for_every_vote() -> None:
    count = stv_ers97(rankings(), SEATS)
    for number, stage in enumerate(count.stages, start=1):
        total = sum(Fraction(votes) for votes in held(count, number).values())
        assert total + Fraction(stage.totals["exhausted"]) + Fraction(stage.totals["rounding"]) == 753
    assert set(count.elected) == {"Smith", "Carpenter", "Duke", "Prince", "Vicar", "Freeman"}


@pytest.mark.parametrize("number", MEEK)
def test_meek_gives_the_figures_of_the_reference(number: int) -> None:
    count = stv_meek(rankings(), SEATS)
    quota, exhausted, votes = MEEK[number]
    stage = count.stages[number - 1]
    assert rounded(stage.totals["quota"]) == Fraction(quota)
    # The reference takes what is exhausted from rounded figures: it is off by up to two hundredths.
    assert abs(Fraction(stage.totals["exhausted"]) - Fraction(exhausted)) <= Fraction("0.02")
    for name, told in zip(NAMES, votes.split(), strict=True):
        assert rounded(held(count, number)[name]) == Fraction(told), name


def test_trials_that_go_on_end_as_the_reference_does() -> None:
    """Shared out plainly from our last stage on, until each of the five holds just the quota; Vicar has more."""
    count = stv_meek(rankings(), SEATS)
    last = count.stages[-1]
    assert last.elected == ("Vicar",)
    assert Fraction(held(count, len(count.stages))["Vicar"]) >= Fraction(last.totals["quota"])
    five = [name for name in count.elected if name != "Vicar"]
    keep = {name: Decimal(last.figures["keeps"][name]) for name in NAMES}
    while True:
        votes = shared(keep)
        quota = sum(votes.values(), Decimal(0)) / (SEATS + 1)
        if all(votes[name] - quota < Decimal("0.000001") for name in five):
            break
        keep |= {name: keep[name] * quota / votes[name] for name in five}
    told_quota, exhausted, told = LAST
    assert rounded(str(quota)) == Fraction(told_quota)
    assert abs(753 - sum(votes.values(), Decimal(exhausted))) <= Decimal("0.02")
    for name, figure in zip(NAMES, told.split(), strict=True):
        assert rounded(str(votes[name])) == Fraction(figure), name


def shared(keep: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """What each holds when everybody keeps such a part of what a paper is still worth."""
    votes = dict.fromkeys(NAMES, Decimal(0))
    for number, *names in (line.split() for line in PAPERS.split("\n") if line):
        weight = Decimal(number)
        for name in names:
            votes[name] += weight * keep[name]
            weight -= weight * keep[name]
    return votes


def test_meek_elects_whom_the_reference_elects() -> None:
    elected = stv_meek(rankings(), SEATS).elected
    assert set(elected) == {"Smith", "Carpenter", "Duke", "Prince", "Vicar", "Freeman"}
    assert elected[:2] == ("Smith", "Duke")


def rounded(votes: str) -> Fraction:
    """To two decimals, halves up."""
    return Fraction(int(Fraction(votes) * 100 + Fraction(1, 2)), 100)
