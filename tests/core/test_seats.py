"""Seats: what a recall does to open and closed votes, who votes after it, and for how long a delegation sits."""

from __future__ import annotations

import copy

import pytest

from symbiosis.core.outcomes import outcome_of
from symbiosis.core.voting import standing_votes
from symbiosis.verify import replay
from tests.core.refused import check_refused
from tests.strategies.acts import PEOPLE, TEXT, begun, mandate_about
from tests.strategies.bodies import Confederation

BEGUN = begun()
DAY = 86_400


@pytest.fixture
def voted() -> Confederation:
    """Both delegations have voted in the council, in a vote ("v") that is still open."""
    world = copy.deepcopy(BEGUN)
    world.do("council", "VotingOpened", "desk", voting="v", matter="voice")
    cast(world, "north", "north-1")
    cast(world, "south", "south-1")
    return world


def cast(world: Confederation, code: str, credential: str, choice: str = "yes") -> None:
    fields = {"voting": "v", "sender": world.id(code), "credential": credential, "votes": {choice: 2}}
    world.do("council", "CouncilVoteCast", **fields)


def decide(world: Confederation, voting: str, about: dict[str, str]) -> None:
    """The north decides something, one for it and none against."""
    world.do("north", "VotingOpened", "desk", voting=voting, matter="open", about=about)
    world.do("north", "VoteCast", voting=voting, token=PEOPLE[0], choice="yes")
    world.do("north", "VotingClosed", "desk", voting=voting)


def recall(world: Confederation) -> None:
    """The north decides to recall its delegate, and does."""
    decide(world, "back", {"act": "SeatRecalled", "to": world.id("council"), "credential": "north-1"})
    world.do("north", "SeatRecalled", "desk", to=world.id("council"), credential="north-1", voting="back")


def elect(world: Confederation, *seats: tuple[str, str], **more) -> None:
    listed = [{"credential": name, "kind": kind} for name, kind in seats]
    world.do("north", "DelegationElected", "desk", to=world.id("council"), seats=listed, **more)


def standing(world: Confederation) -> dict[str, dict[str, int]]:
    """The votes that stand now, by the codes of their bodies."""
    board = world.bodies["council"].board
    votes = standing_votes(board, board.votings["v"])
    return {code: votes[world.id(code)] for code in ("north", "south") if world.id(code) in votes}


def check_same(world: Confederation) -> None:
    """Replay gives the same seats and votes."""
    kept = world.bodies["council"]
    assert replay.replay(kept.entries["board"], None).board == kept.board


def test_a_recall_voids_the_vote_that_is_open_and_the_alternate_votes(voted):
    recall(voted)
    assert standing(voted) == {"south": {"yes": 2}}
    again = {"voting": "v", "sender": voted.id("north"), "credential": "north-1", "votes": {"yes": 2}}
    check_refused(voted, "SeatWasRecalled", ("council", "CouncilVoteCast", again))
    seated = {"to": voted.id("council"), "alternate": "north-a", "instead_of": "north-1"}
    voted.do("north", "AlternateSeated", "desk", **seated)
    assert standing(voted) == {"south": {"yes": 2}}
    cast(voted, "north", "north-a", "no")
    assert standing(voted) == {"north": {"no": 2}, "south": {"yes": 2}}
    check_same(voted)


def test_a_vote_that_closed_before_the_recall_stands(voted):
    voted.do("council", "VotingClosed", "desk", voting="v")
    voted.at += 1
    recall(voted)
    voting = voted.bodies["council"].board.votings["v"]
    assert (standing(voted)["north"], voting.standing) == ({"yes": 2}, "provisional")


def test_a_vote_that_closed_before_an_earlier_recall_arrived_stands_contested(voted):
    decide(voted, "back", {"act": "SeatRecalled", "to": voted.id("council"), "credential": "north-1"})
    north = voted.bodies["north"]
    fields = {"to": voted.id("council"), "credential": "north-1", "voting": "back"}
    north.append(voted.make("north", "SeatRecalled", "desk", **fields))
    voted.at += 60
    voted.do("council", "VotingClosed", "desk", voting="v")
    voted.at += 60
    voted.deliver("north", len(north.entries["board"]) - 1, "council", "SeatRecalledReceived")
    voting = voted.bodies["council"].board.votings["v"]
    assert (standing(voted)["north"], voting.standing) == ({"yes": 2}, "contested")


def test_a_void_vote_stays_void_when_the_same_credential_is_given_again(voted):
    recall(voted)
    elect(voted, ("north-1", "delegate"))
    assert standing(voted) == {"south": {"yes": 2}}
    cast(voted, "north", "north-1", "no")
    assert standing(voted)["north"] == {"no": 2}
    check_same(voted)


@pytest.mark.parametrize(
    ("seats", "stands"),
    [
        ([("north-1", "delegate"), ("north-2", "delegate")], True),
        ([("north-2", "delegate"), ("north-1", "alternate")], False),
        ([("north-2", "delegate")], False),
    ],
)
def test_who_is_elected_again_keeps_a_vote_and_who_is_not_loses_it(voted, seats, stands):
    elect(voted, *seats)
    assert ("north" in standing(voted)) is stands


def test_a_delegation_votes_to_the_last_day_of_its_term():
    world = copy.deepcopy(BEGUN)
    elect(world, ("north-1", "delegate"), until="2027-03-06")
    world.do("council", "VotingOpened", "desk", voting="v", matter="voice")
    world.at += DAY
    cast(world, "north", "north-1")
    world.at += DAY
    late = {"voting": "v", "sender": world.id("north"), "credential": "north-1", "votes": {"no": 2}}
    check_refused(world, "NoDelegation", ("council", "CouncilVoteCast", late))
    assert standing(world) == {"north": {"yes": 2}}


@pytest.mark.parametrize(
    "about",
    [
        {},
        {"act": "SeatRecalled"},
        {"credential": "north-1"},
        {"act": "SeatRecalled", "credential": "north-2"},
        {"act": "RoleRecalled", "credential": "north-1"},
    ],
)
def test_nobody_is_recalled_by_a_vote_about_something_else(about):
    world = copy.deepcopy(BEGUN)
    decide(world, "back", about)
    recalled = {"to": world.id("council"), "credential": "north-1", "voting": "back"}
    check_refused(world, "DecidedSomethingElse", ("north", "SeatRecalled", recalled))


@pytest.mark.parametrize(("days", "abstained"), [(0, "4"), (1, "0")])
def test_an_outcome_is_that_of_the_mandates_in_force_on_the_day_of_closing(days, abstained):
    world = copy.deepcopy(BEGUN)
    put = {"proposal": "oven", "title": "An oven", "matter": "spend", "texts": {"es": TEXT}}
    world.do("council", "ProposalPut", "desk", **put)
    world.do("council", "VersionFrozen", "desk", proposal="oven", version=1)
    for code, person in (("north", PEOPLE[0]), ("south", PEOPLE[4])):
        world.do(code, "VotingOpened", "desk", voting="m", matter="open", about=mandate_about(world))
        world.do(code, "VoteCast", voting="m", token=person, choice="yes")
        world.do(code, "VotingClosed", "desk", voting="m")
        mandate = {"to": world.id("council"), "proposal": "oven", "version": 1, "mode": "strict"}
        world.do(code, "MandateGiven", "desk", **mandate, voting="m", until="2027-03-05")
    longer = {"proposal": "oven", "amendment": "longer"}
    world.do("council", "AmendmentPut", "desk", **longer, version=1, texts={"es": TEXT})
    world.do("council", "AmendmentAccepted", "desk", **longer)
    world.do("council", "VotingOpened", "desk", voting="v", matter="spend", proposal="oven", version=2)
    world.at += days * DAY
    world.do("council", "VotingClosed", "desk", voting="v")
    board = world.bodies["council"].board
    voting = board.votings["v"]
    assert voting.outcome.figures.get("votes/abstain", "0") == abstained
    world.at += DAY
    world.do("council", "MeetingCalled", "desk", meeting="later", on="2027-04-01")
    assert voting.outcome == outcome_of(board, voting)
    check_same(world)
