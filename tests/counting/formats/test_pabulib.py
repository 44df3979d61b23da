"""Pabulib: the published example, every type of vote, what spoils one, and errors that name their line."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.counting.budget import Budget
from symbiosis.counting.equal_shares_budget import equal_shares_budget
from symbiosis.counting.formats.election import Election, Unreadable
from symbiosis.counting.formats.pabulib import read_pabulib, write_pabulib
from symbiosis.counting.formats.reading import read_election
from symbiosis.counting.papers import Aside, Marks, Rankings
from symbiosis.counting.stv.scottish import stv_scottish
from symbiosis.phrases import counts as words
from symbiosis.phrases import unreadable_sentence
from tests.counting.formats.test_formats import held
from tests.strategies.papers import marks, rankings

WIELICZKA = """META
key; value
description; Municipal PB in Wieliczka
country; Poland
unit; Wieliczka
instance; 2020
num_projects; 5
num_votes; 10
budget; 2500
rule; greedy
vote_type; approval
min_length; 1
max_length; 3
date_begin; 16.09.2023
date_end; 04.10.2023
PROJECTS
project_id; cost; category
1; 600; culture, education
2; 800; sport
4; 1400; culture
5; 1000; health, sport
7; 1200; education
VOTES
voter_id; age; sex; vote
1; 34; f; 1,2,4
2; 51; m; 1,2
3; 23; m; 2,4,5
4; 19; f; 5,7
5; 62; f; 1,4,7
6; 54; m; 1,7
7; 49; m; 5
8; 27; f; 4
9; 39; f; 2,4,5
10; 44; m; 4,5
"""
"""The example of https://pabulib.org/format"""


def file(votes: str, meta: str = "", kind: str = "approval", head: str = "voter_id;vote") -> bytes:
    """A small file: three projects, and the votes and rules given."""
    return (
        f"META\nkey;value\nbudget;100\nvote_type;{kind}\n{meta}PROJECTS\nproject_id;name;cost\n"
        f"a;Well;60\nb;Roof;30,5\nc;Bench;20\nVOTES\n{head}\n{votes}"
    ).encode()


def test_the_published_example() -> None:
    election = read_pabulib(WIELICZKA.encode())
    assert isinstance(election.papers, Marks)
    assert election.title == "Municipal PB in Wieliczka"
    assert election.papers.candidates == ("1", "2", "4", "5", "7")
    assert election.budget == Budget(2500, (600, 800, 1400, 1000, 1200))
    assert election.papers.votes == 10
    count = equal_shares_budget(election.papers, budget=election.budget, completion="add1")
    assert count.stages[0].figures["approvals"] == {"1": "4", "2": "4", "4": "6", "5": "5", "7": "3"}
    assert sorted(count.elected) == ["1", "4"]


def test_names_costs_quotes_and_blank_votes() -> None:
    data = (
        'META\nkey;value\nbudget;100.50\nvote_type;approval\n\nPROJECTS\ncost;project_id;name\n60;x;"Well; deep"\n'
        '30;y;Roof\n20;z;Roof\n10;w;None\nVOTES\nvoter_id;vote;age\n1;x,y;20\n2;;\n3;"x,y"\n4;z\n'
    )
    election = read_pabulib(data.encode())
    assert election.papers.candidates == ("Well; deep", "Roof (y)", "Roof (z)", "w")
    assert election.budget == Budget(Fraction(201, 2), (60, 30, 20, 10))
    assert held(election.papers) == held(
        Marks.of(election.papers.candidates, [(2, {0: 1, 1: 1}), (1, {2: 1}), (1, {})])
    )


def test_points_and_orders() -> None:
    given_points = "voter_id;vote;points"
    points = read_pabulib(file("1;a,c;4,1\n2;b;5.0\n3;;\n4;c,a;1,4\n", kind="cumulative", head=given_points))
    assert held(points.papers) == held(
        Marks.of(("Well", "Roof", "Bench"), [(2, {0: 4, 2: 1}), (1, {1: 5}), (1, {})])
    )
    scores = read_pabulib(file("1;a;3\n", "default_score;1\n", "scoring", given_points))
    assert held(scores.papers) == held(Marks.of(("Well", "Roof", "Bench"), [(1, {0: 3, 1: 1, 2: 1})]))
    orders = read_pabulib(file("1;a,c\n2;c,b,a\n3;a,c\n", kind="ordinal")).papers
    assert isinstance(orders, Rankings)
    assert sorted(orders.rankings()) == [(1, ((2,), (1,), (0,))), (2, ((0,), (2,)))]
    assert stv_scottish(orders, 1).elected == ("Well",)


@pytest.mark.parametrize(
    ("vote", "rules", "kind", "reason"),
    [
        ("a,x", "", "approval", "unknown"),
        ("a,a", "", "approval", "twice"),
        ("a,b", "max_length;1\n", "approval", "too_many"),
        ("a,b", "", "choose-1", "too_many"),
        ("a", "min_length;2\n", "approval", "too_few"),
        ("a,b", "max_sum_cost;90\n", "approval", "too_dear"),
        ("b", "min_sum_cost;31\n", "approval", "too_few"),
        ("a;6", "max_points;5\n", "scoring", "out_of_range"),
        ("a;-1", "min_points;0\n", "scoring", "out_of_range"),
        ("a,b;4,4", "max_sum_points;7\n", "cumulative", "too_many_dots"),
        ("a,b;1,1", "min_sum_points;3\n", "cumulative", "too_few"),
        ("a,c,a", "", "ordinal", "twice"),
    ],
)
def test_what_spoils_a_vote(vote: str, rules: str, kind: str, reason: str) -> None:
    head = "voter_id;vote;points" if ";" in vote else "voter_id;vote"
    papers = read_pabulib(file(f"1;{vote}\n2;{vote}\n", rules, kind, head)).papers
    assert papers.aside.spoiled == {reason: 2}
    assert not len(papers.times)
    assert words.spoiled_name(reason, "en")


POINTS = "voter_id;vote;points"
BROKEN = [
    (b"", "EmptyFile", 0),
    (b"key;value\n", "PbSections", 1),
    (b"META\nkey;value\nbudget;1\nVOTES\n", "PbSections", 4),
    (file("")[: file("").index(b"VOTES")], "PbSections", 9),
    (b"META\nkey;value\nMETA\n", "PbSections", 3),
    (b"META\nname;value\n", "PbColumn", 2),
    (file("").replace(b"project_id;name;cost", b"id;name;cost"), "PbColumn", 6),
    (file("1;a,b;x\n"), "PbCells", 12),
    (file("").replace(b"budget;100\n", b""), "PbMeta", 2),
    (file("").replace(b"vote_type;approval\n", b"vote_type;\n"), "PbMeta", 2),
    (file("", kind="knapsack"), "PbVoteType", 4),
    (file("").replace(b"budget;100", b"budget;1e9"), "PbMoney", 3),
    (file("").replace(b"c;Bench;20", b"c;Bench;"), "PbMoney", 9),
    (file("").replace(b"c;Bench;20", b"a;Bench;20"), "PbProject", 9),
    (file("").replace(b"c;Bench;20", b";Bench;20"), "PbProject", 9),
    (file("1;a\n", "num_votes;2\n"), "PbNumber", 5),
    (file("1;a\n", "num_projects;4\n"), "PbNumber", 5),
    (file("1;a\n", "max_length;all\n"), "PbMoney", 5),
    (file("1;a\n2;a,b;1\n", kind="scoring", head=POINTS), "PbPoints", 12),
    (file("1;a;1\n2;a,b;1\n", kind="scoring", head=POINTS), "PbPoints", 13),
    (file("1;a;1.5\n", kind="scoring", head=POINTS), "NoNumber", 12),
    (file('1;"a\n'), "CsvLine", 12),
    (file("").replace(b"a;Well", b"a;Roof").replace(b"c;Bench", b"c;Roof (a)"), "NameTwice", 7),
]


@pytest.mark.parametrize(("data", "code", "line"), BROKEN)
def test_a_broken_file_names_its_line(data: bytes, code: str, line: int) -> None:
    with pytest.raises(Unreadable) as error:
        read_pabulib(data)
    assert (error.value.code, error.value.line) == (code, line)
    assert unreadable_sentence(error.value, "en")


def test_every_error_of_the_format_is_here() -> None:
    assert {code for code in words.UNREADABLE if code.startswith("Pb")} <= {code for _, code, _ in BROKEN}


COSTS = st.lists(
    st.one_of(st.integers(0, 10**9), st.decimals(0, 99, places=2).map(Fraction)), min_size=8, max_size=8
)
TITLES = st.text(st.characters(exclude_categories=("C", "Z")), max_size=12)


@given(st.one_of(marks(highest=1), marks(), rankings(equals=False, fractions=False)), COSTS, TITLES)
def test_round_trip(case: tuple[Marks | Rankings, int], costs: list[int | Fraction], title: str) -> None:
    papers = case[0]
    budget = Budget(costs[0], tuple(costs[1 : len(papers.candidates) + 1]))
    again = read_election("x.pb", write_pabulib(Election(papers, title, budget=budget)))
    if len(papers.times) or isinstance(papers, Marks):
        assert held(again.papers) == held(papers)
    assert (again.title, again.budget) == (title, budget)


@pytest.mark.parametrize(
    "election",
    [
        Election(Marks.of(("A",), [(1, {0: 1})])),
        Election(Marks.of(("A",), [(Fraction(1, 2), {0: 1})]), budget=Budget(1, (1,))),
        Election(Marks.of(("A",), [(1, {0: 1})], Aside(0, {"twice": 1})), budget=Budget(1, (1,))),
        Election(Marks.of(("A",), [(1, {0: 1})]), budget=Budget(Fraction(1, 3), (1,))),
        Election(Rankings.of(("A", "B"), [(1, [[0, 1]])]), budget=Budget(1, (1, 1))),
    ],
)
def test_what_has_no_place(election: Election) -> None:
    with pytest.raises(Unreadable, match="NoPlaceInFormat"):
        write_pabulib(election)


NEARLY = st.text("0123abc \n;,.\"'-:MEATVOS", max_size=60)


@given(NEARLY, NEARLY, st.sampled_from(("approval", "scoring", "ordinal")))
def test_nearly_right_files_are_read_or_refused(votes: str, meta: str, kind: str) -> None:
    try:
        election = read_pabulib(file(votes, meta + "\n", kind, POINTS))
    except Unreadable:
        return
    assert election.papers.votes >= 0
    assert isinstance(election.papers, get_args(Marks | Rankings))
