"""Mandates where a council tests for consensus: which positions keep a mandated yes, no or abstention."""

from __future__ import annotations

import pytest

from symbiosis.core.voting import standing_votes
from tests.core.refused import check_refused
from tests.strategies.acts import TEXT, mandate_about
from tests.strategies.bodies import Confederation, token
from tests.strategies.charters import assembly, council

PEOPLE = [token(f"consensus-{number}") for number in range(3)]
TESTED = {
    "electorate": "delegations",
    "method": "consensus",
    "needs_mandate": True,
    "block_grounds": ["safety"],
    "stand_aside_limit": 1,
}


def mandated(choice: str, on_breach: str = "refuse", matter: str = "open", version: int = 1) -> Confederation:
    """The north's people all said `choice` about the oven; the council is testing a version for consensus."""
    world = Confederation()
    matters = council()["matters"] | {"test": {"title": "Test", "stages": [TESTED]}}
    world.found("council", council(matters=matters, bodies={"mandates": {"on_breach": on_breach}}))
    world.found("north", assembly())
    to = world.id("council")
    for person in PEOPLE:
        world.do("north", "MemberAdmitted", "desk", token=person)
    world.do("north", "RollCounted", "desk")
    world.do("north", "BodyJoined", "desk", to=to, code="north", members=3, languages=["es"])
    world.do(
        "north",
        "DelegationElected",
        "desk",
        to=to,
        seats=[{"credential": "north-1", "kind": "delegate"}],
    )
    world.do(
        "council", "ProposalPut", "desk", proposal="oven", title="Oven", matter="test", texts={"es": TEXT}
    )
    world.do("council", "VersionFrozen", "desk", proposal="oven", version=1)
    world.do("north", "VotingOpened", "desk", voting="home", matter=matter, about=mandate_about(world))
    for number, person in enumerate(PEOPLE):
        each = choice if number < 2 else ("abstain" if matter == "open" else "block")
        more = {"ground": "safety"} if each == "block" else {}
        world.do("north", "VoteCast", voting="home", token=person, choice=each, **more)
    world.do("north", "VotingClosed", "desk", voting="home")
    if matter == "open":
        votes = {"votes": {choice: 1}}
        given = {"to": to, "proposal": "oven", "version": 1, "mode": "strict", "voting": "home"} | votes
        world.do("north", "MandateGiven", "desk", **given)
        if version == 2:
            changed = {"proposal": "oven", "amendment": "bigger", "version": 1, "texts": {"es": TEXT}}
            world.do("council", "AmendmentPut", "desk", **changed)
            world.do("council", "AmendmentAccepted", "desk", proposal="oven", amendment="bigger")
        opened = {"voting": "test", "matter": "test", "proposal": "oven", "version": version}
        world.do("council", "VotingOpened", "desk", **opened)
    return world


def say(world: Confederation, position: str) -> dict:
    """The north's delegate takes a position."""
    more = {"ground": "safety"} if position == "block" else {}
    return {
        "voting": "test",
        "sender": world.id("north"),
        "credential": "north-1",
        "votes": {position: 1},
    } | more


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        ("yes", {"agree", "reservation"}),
        ("no", {"block", "needs_discussion", "stand_aside"}),
        ("abstain", {"stand_aside"}),
    ],
)
def test_a_mandate_is_kept_by_the_positions_that_mean_it(choice, kept):
    for position in ("agree", "reservation", "stand_aside", "block", "needs_discussion"):
        world = mandated(choice)
        if position in kept:
            world.do("council", "CouncilVoteCast", **say(world, position))
            board = world.bodies["council"].board
            assert standing_votes(board, board.votings["test"]) == {world.id("north"): {position: 1}}
            assert not board.votings["test"].cast[world.id("north")].breach
        else:
            check_refused(world, "MandateSaysOtherwise", ("council", "CouncilVoteCast", say(world, position)))


def test_where_the_mandate_is_silent_one_only_stands_aside():
    world = mandated("yes", version=2)
    for position in ("agree", "block"):
        check_refused(world, "MandateIsSilent", ("council", "CouncilVoteCast", say(world, position)))
    world.do("council", "CouncilVoteCast", **say(world, "stand_aside"))


@pytest.mark.parametrize(
    ("choice", "said", "counts"),
    [("yes", "block", "agree"), ("no", "agree", "needs_discussion"), ("abstain", "agree", "stand_aside")],
)
def test_where_the_mandate_prevails_it_counts_as_a_position(choice, said, counts):
    world = mandated(choice, on_breach="mandate")
    world.do("council", "CouncilVoteCast", **say(world, said))
    board = world.bodies["council"].board
    assert board.votings["test"].cast[world.id("north")].breach
    assert standing_votes(board, board.votings["test"]) == {world.id("north"): {counts: 1}}


def test_a_body_that_found_no_consensus_at_home_mandates_nobody():
    world = mandated("agree", matter="consensus")
    assert world.bodies["north"].board.votings["home"].outcome.result == "no_consensus"
    fields = {
        "to": world.id("council"),
        "proposal": "oven",
        "version": 1,
        "mode": "strict",
        "voting": "home",
        "votes": {"yes": 1},
        "tally": {"agree": 2, "block": 1},
    }
    check_refused(world, "NotAdopted", ("north", "MandateGiven", fields))
