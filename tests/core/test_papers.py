"""Votes on options: what a paper may say, how papers of members and delegations are counted, what settles a tie."""

from __future__ import annotations

import pytest

from symbiosis.core.charters import counted_by
from symbiosis.core.outcomes import outcome_of
from symbiosis.core.papers import count_papers
from symbiosis.core.reading import read_charter
from symbiosis.counting.methods import METHODS, Method
from symbiosis.counting.stv.scottish import stv_scottish
from symbiosis.errors import Refusal
from tests.strategies.bodies import Confederation, token
from tests.strategies.charters import assembly, council

PEOPLE = [token(name) for name in ("ana", "bo", "cy", "di", "eva")]
STAGE = {"electorate": "members", "method": "stv-scottish", "seats": 2, "ties": ["earlier_round"]}
OPTIONS = ["Rosa", "Tierra", "Agua"]
QUESTION = {"voting": "board", "matter": "board", "options": OPTIONS, "chosen": 2}


def no(code: str, act) -> None:
    """The act is refused with this code."""
    with pytest.raises(Refusal) as caught:
        act()
    assert caught.value.code == code


def people(stage=STAGE, **more) -> Confederation:
    """An assembly of five that elects two."""
    world = Confederation()
    rules = assembly()
    rules["matters"]["board"] = {"title": "Board", "stages": [stage | more]}
    world.found("north", rules)
    for person in PEOPLE:
        world.do("north", "MemberAdmitted", "desk", token=person)
    world.do("north", "RollCounted", "desk")
    return world


def cast(world: Confederation, *papers: str) -> None:
    for person, paper in zip(PEOPLE, papers, strict=False):
        world.do("north", "VoteCast", voting="board", token=person, choice=paper)


def closed(world: Confederation):
    """The voting, closed and with its outcome."""
    world.do("north", "VotingClosed", "desk", voting="board")
    return world.bodies["north"].board.votings["board"]


def test_members_rank_and_the_record_says_who_is_elected_and_why():
    world = people()
    world.do("north", "VotingOpened", "desk", **QUESTION)
    cast(world, "1 2 3", "1 2 3", "1 2 -", "2 3 1", "blank")
    cast(world, "1 3 2")
    voting = closed(world)
    assert voting.tally == {"1 2 -": 1, "1 2 3": 1, "1 3 2": 1, "2 3 1": 1, "blank": 1}
    outcome = voting.outcome
    assert (outcome.result, outcome.elected) == ("adopted", ("Rosa", "Agua"))
    assert outcome.figures["members/marked"] == "4"
    assert outcome.figures["members/blank"] == "1"
    assert outcome.figures["members/cast"] == "5"
    stage = voting.rule(world.bodies["north"].board)
    count = count_papers(voting, stage, counted_by(stage), voting.tally)
    assert count.stages[0].figures["votes"] == {"Rosa": "3.00000", "Tierra": "0.00000", "Agua": "1.00000"}


@pytest.mark.parametrize(
    ("paper", "code"),
    [
        ("yes", "NotAChoice"),
        ("spoiled", "NotAChoice"),
        ("1 2", "PaperOfOthers"),
        ("1 2 3 4", "PaperOfOthers"),
        ("1 1 2", "EqualPlaces"),
        ("0 1 2", "MarkOutOfRange"),
        ("1 3 -", "NotAChoice"),
        ("- - -", "NotAChoice"),
    ],
)
def test_a_paper_that_cannot_count_is_told_so(paper, code):
    world = people()
    world.do("north", "VotingOpened", "desk", **QUESTION)
    no(code, lambda: cast(world, paper))


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"options": ["Rosa"], "chosen": 1}, "NoOptions"),
        ({"options": []}, "NoOptions"),
        ({"options": [f"n{n}" for n in range(101)]}, "TooManyOptions"),
        ({"options": ["Rosa", "Rosa", "Agua"]}, "SameOptionTwice"),
        ({"chosen": 1}, "WrongSeats"),
        ({"chosen": 0}, "WrongSeats"),
        ({"seed": "44 31 5"}, "SeedNeeded"),
        ({"stands": "Rosa"}, "StatusQuoNeeded"),
    ],
)
def test_a_question_is_asked_as_the_charter_says(more, code):
    world = people()
    no(code, lambda: world.do("north", "VotingOpened", "desk", **(QUESTION | more)))


def test_what_settles_ties_is_known_before_the_vote():
    lots = people(ties=["lot"])
    no("SeedNeeded", lambda: lots.do("north", "VotingOpened", "desk", **QUESTION))
    held = people(ties=["status_quo"])
    unknown = QUESTION | {"stands": "Fuego"}
    for question in (QUESTION, unknown):
        no("StatusQuoNeeded", lambda q=question: held.do("north", "VotingOpened", "desk", **q))


MONEY = {"voting": "board", "matter": "board", "options": OPTIONS}
COSTED = MONEY | {"budget": 100, "costs": [60, 70, 50], "unit": "hours"}
FUND = {"method": "equal-shares-budget", "seats": 0}


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (MONEY, "BudgetNeeded"),
        (COSTED | {"unit": ""}, "BudgetNeeded"),
        (COSTED | {"budget": 0}, "BudgetNeeded"),
        (COSTED | {"costs": [60, 70]}, "BudgetNeeded"),
        (COSTED | {"costs": [60, 70, 0]}, "BudgetNeeded"),
        (COSTED | {"chosen": 1}, "WrongSeats"),
    ],
)
def test_a_budget_says_what_there_is_and_what_each_costs(question, code):
    world = people(**FUND)
    no(code, lambda: world.do("north", "VotingOpened", "desk", **question))


def test_no_other_vote_has_costs():
    world = people()
    no("BudgetNeeded", lambda: world.do("north", "VotingOpened", "desk", **(QUESTION | {"budget": 10})))


def test_a_budget_funds_what_its_papers_buy_and_what_nobody_can_pay_is_not_adopted():
    for costs, result, funded in (([60, 70, 50], "adopted", ("Rosa",)), ([101, 102, 103], "not_adopted", ())):
        world = people(**FUND)
        world.do("north", "VotingOpened", "desk", **(COSTED | {"costs": costs}))
        cast(world, "1 - -", "1 - -", "1 1 -", "- - 1", "blank")
        outcome = closed(world).outcome
        assert (outcome.result, outcome.elected) == (result, funded)


RESERVED = {"reserved": {"women": {"at_least": 1}, "north": {"at_most": 1}}}
GROUPED = QUESTION | {"group_of": ["", "women", "north"]}


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (QUESTION, "GroupsNeeded"),
        (QUESTION | {"group_of": ["women", ""]}, "GroupsNeeded"),
        (QUESTION | {"group_of": ["women", "", "south"]}, "GroupsNeeded"),
        (QUESTION | {"group_of": ["", "", ""]}, "ReservedImpossible"),
        (QUESTION | {"group_of": ["north", "north", "north"]}, "ReservedImpossible"),
    ],
)
def test_where_seats_are_reserved_each_says_for_whom_they_stand(question, code):
    world = people(**RESERVED)
    no(code, lambda: world.do("north", "VotingOpened", "desk", **question))


def test_no_other_vote_has_groups():
    no("GroupsNeeded", lambda: people().do("north", "VotingOpened", "desk", **GROUPED))
    world = people()
    wall = {"voting": "wall", "matter": "open", "group_of": ["women"]}
    no("NoOptions", lambda: world.do("north", "VotingOpened", "desk", **wall))


def test_a_reserved_seat_is_filled_and_the_record_says_by_what_rule():
    for more, elected in (({}, ("Rosa", "Agua")), (RESERVED, ("Rosa", "Tierra"))):
        world = people(**more)
        world.do("north", "VotingOpened", "desk", **(GROUPED if more else QUESTION))
        cast(world, "1 - 2", "1 - 2", "1 - 2", "- - 1", "- 1 -")
        assert closed(world).outcome.elected == elected


def test_a_panel_is_drawn_from_a_seed_that_was_told_before():
    world = people(method="sortition", ties=["lot"], settings={"share": "1/2"}, **RESERVED)
    no("SeedNeeded", lambda: world.do("north", "VotingOpened", "desk", **GROUPED))
    question = GROUPED | {
        "options": [*OPTIONS, "Fuego"],
        "group_of": ["", "women", "", "women"],
        "seed": "6 1 3",
    }
    world.do("north", "VotingOpened", "desk", **question)
    cast(world, "1 1 1 -", "1 1 1 -", "1 - 1 1")
    outcome = closed(world).outcome
    assert (outcome.result, len(outcome.elected), outcome.ties) == ("adopted", 2, ())
    assert "Tierra" in outcome.elected
    assert "Fuego" not in outcome.elected


def test_a_list_is_filled_by_turns():
    world = people(method="borda", seats=3, ties=["lot"], zipper=["women", "*"])
    question = GROUPED | {"group_of": ["", "women", ""], "chosen": 3, "seed": "6 1 3"}
    no("GroupsNeeded", lambda: world.do("north", "VotingOpened", "desk", **(question | {"group_of": []})))
    world.do("north", "VotingOpened", "desk", **question)
    cast(world, "1 3 2", "1 3 2", "1 3 2", "2 3 1")
    assert closed(world).outcome.elected == ("Tierra", "Rosa", "Agua")


def test_other_votes_have_no_options():
    world = people()
    question = {"voting": "wall", "matter": "open", "options": OPTIONS}
    no("NoOptions", lambda: world.do("north", "VotingOpened", "desk", **question))
    world.do("north", "VotingOpened", "desk", voting="wall", matter="open")
    vote = {"voting": "wall", "token": PEOPLE[0], "choice": "1 2 3"}
    no("NotAChoice", lambda: world.do("north", "VoteCast", **vote))


def test_a_tie_that_no_rule_settles_decides_nothing_and_a_lot_settles_it_for_everybody():
    results = []
    for ties, seed in ((["earlier_round"], ""), (["lot"], "4 1 6"), (["lot"], "4 1 6")):
        world = people(seats=1, ties=ties)
        more = {"chosen": 1, "seed": seed} if seed else {"chosen": 1}
        world.do("north", "VotingOpened", "desk", **(QUESTION | more))
        cast(world, "1 - -", "- 1 -")
        results.append(closed(world).outcome)
    assert results[0].result == "tied"
    assert results[0].ties[-1].among == ("Rosa", "Tierra")
    assert results[1] == results[2]
    assert (results[1].result, results[1].ties[-1].settled_by) == ("adopted", "lot")


def test_nobody_is_elected_by_blank_papers_and_conditions_still_hold():
    world = people(quorum=[{"needs": "at_least", "share": "3/5", "of": "entitled", "counts": "cast"}])
    world.do("north", "VotingOpened", "desk", **QUESTION)
    cast(world, "1 2 3", "1 2 3")
    board = world.bodies["north"].board
    assert outcome_of(board, board.votings["board"], {"1 2 3": 2}).result == "not_quorate"
    assert outcome_of(board, board.votings["board"], {"blank": 3}).result == "not_adopted"
    assert outcome_of(board, board.votings["board"], {"1 2 3": 2, "blank": 1}).result == "adopted"


def test_two_tellers_report_paper_ballots_with_the_spoiled_among_them():
    world = people(secrecy="hands")
    world.do("north", "VotingOpened", "desk", **QUESTION)
    report = {"voting": "board", "tellers": ["t-1", "t-2"]}
    for counts, code in (
        ({"1 1 2": 1}, "EqualPlaces"),
        ({"1 2": 1}, "PaperOfOthers"),
        ({"yes": 1}, "NotAChoice"),
    ):
        no(code, lambda c=counts: world.do("north", "TallyReported", "desk", counts=c, **report))
    world.do(
        "north", "TallyReported", "desk", counts={"1 2 3": 2, "3 2 1": 1, "spoiled": 1, "blank": 1}, **report
    )
    outcome = closed(world).outcome
    assert outcome.elected == ("Rosa", "Agua")
    assert outcome.figures["members/spoiled"] == "1"


def test_a_delegation_splits_its_papers():
    world = Confederation()
    rules = council()
    stage = {"electorate": "delegations", "method": "stv-scottish", "ties": ["earlier_round"]}
    rules["matters"]["board"] = {"title": "Board", "stages": [stage]}
    world.found("council", rules, book=False)
    world.found("north", assembly(name="North"))
    for person in PEOPLE:
        world.do("north", "MemberAdmitted", "desk", token=person)
    to = world.id("council")
    world.do("north", "BodyJoined", "desk", to=to, code="north", members=5, languages=["es"])
    world.do("north", "RollCounted", "desk", to=to)
    seats = [{"credential": f"north-{n}", "kind": "delegate"} for n in (1, 2)]
    world.do("north", "DelegationElected", "desk", to=to, seats=seats, composition={})
    world.do("council", "VotingOpened", "desk", **(QUESTION | {"chosen": 1}))
    vote = {"voting": "board", "sender": world.id("north"), "credential": "north-1"}
    no("PaperOfOthers", lambda: world.do("council", "CouncilVoteCast", votes={"1 2": 3}, **vote))
    no("WrongNumberOfVotes", lambda: world.do("council", "CouncilVoteCast", votes={"1 2 3": 9}, **vote))
    world.do("council", "CouncilVoteCast", votes={"2 1 -": 2, "1 2 3": 1}, **vote)
    world.do("council", "VotingClosed", "desk", voting="board")
    assert world.bodies["council"].board.votings["board"].outcome.elected == ("Tierra",)


@pytest.mark.parametrize(
    "stage",
    [
        {"electorate": "bodies"},
        {"needs_mandate": True, "electorate": "delegations"},
        {"positions": ["yes", "no"]},
        {"settings": {"dots": "3"}},
        {"zipper": ["women", "*"]},
        {"method": "sortition", "ties": ["earlier_round"]},
        {"method": "irv", "seats": 1, "reserved": {"women": {"at_least": 1}}},
        {"method": "majority", "zipper": ["women"]},
        {"method": "borda", "zipper": ["women"], "reserved": {"women": {"at_least": 1}}},
        {"reserved": {"women": {"at_least": 2, "at_most": 1}}},
        {"method": "vote", "conditions": [{"needs": "more_than", "share": "1/2"}], "zipper": ["women"]},
        {"method": "vote", "conditions": [{"needs": "more_than", "share": "1/2"}]},
    ],
)
def test_a_charter_joins_a_method_only_with_what_it_knows(stage):
    rules = council()
    rules["matters"]["board"] = {"title": "Board", "stages": [STAGE | stage]}
    with pytest.raises(Refusal) as error:
        read_charter(rules)
    assert error.value.code == "CharterUnreadable"


@pytest.mark.parametrize(
    ("paper", "settings", "choice", "code"),
    [
        ("dots", {"dots": "3"}, "2 2 -", "TooManyDots"),
        ("score", {"most": "3"}, "4 - -", "MarkOutOfRange"),
        ("approval", {}, "0 1 -", "MarkOutOfRange"),
        ("grades", {"grades": "6"}, "6 - -", "MarkOutOfRange"),
    ],
)
def test_marks_stay_within_what_the_method_allows(monkeypatch, paper, settings, choice, code):
    method = Method("stv-scottish", paper, "winner", stv_scottish, dict.fromkeys(settings, r"\d+"))
    monkeypatch.setitem(METHODS, "stv-scottish", method)
    world = people(seats=1, settings=settings)
    world.do("north", "VotingOpened", "desk", **(QUESTION | {"chosen": 1}))
    no(code, lambda: cast(world, choice))
    cast(world, choice.replace("2", "1").replace("4", "3").replace("0", "-").replace("6", "5"))


def test_who_ticks_too_many_is_told_how_many():
    world = people({"electorate": "members", "method": "approval", "settings": {"most": "2"}})
    world.do("north", "VotingOpened", "desk", **QUESTION | {"chosen": 1})
    no("TooManyTicks", lambda: cast(world, "1 1 1"))
    cast(world, "1 1 -")
