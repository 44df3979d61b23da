"""Petitions in a council: signed by bodies, or by the members of all of them, as its charter says."""

from __future__ import annotations

from symbiosis.core.petitions import signatures_needed
from tests.core.refused import check_refused
from tests.strategies.acts import TEXT
from tests.strategies.bodies import Confederation, token
from tests.strategies.charters import assembly, council


def petitioned(book: bool = False, **rule: object) -> Confederation:
    """Two bodies of forty and sixty members in a council where a tenth may demand a vote."""
    world = Confederation()
    stage = {"electorate": "referendum", "conditions": [{"needs": "more_than", "share": "1/2"}]}
    asked = {"title": "Asked", "petition": {"share": "1/10"} | rule, "stages": [stage]}
    world.found("council", council(matters=council()["matters"] | {"asked": asked}), book=book)
    for code, members in (("north", 40), ("south", 60)):
        world.found(code, assembly())
        to = world.id("council")
        world.do(code, "BodyJoined", "desk", to=to, code=code, members=members, languages=["es"])
    world.do("council", "PetitionPut", "desk", petition="well", matter="asked")
    return world


def reached(world: Confederation) -> bool:
    return bool(world.bodies["council"].board.petitions["well"].reached)


def test_members_are_those_of_all_bodies():
    world = petitioned(counted_in="members")
    board = world.bodies["council"].board
    assert signatures_needed(board, "asked", board.date) == 10
    world.do("north", "PetitionSupported", "desk", to=world.id("council"), petition="well")
    assert not reached(world)
    world.do("council", "PetitionCounted", "desk", petition="well", members=9)
    assert not reached(world)
    world.do("council", "PetitionCounted", "desk", petition="well", members=10)
    assert reached(world)


def test_a_number_is_enough_if_it_is_fewer():
    board = petitioned(counted_in="members", or_number=7).bodies["council"].board
    assert signatures_needed(board, "asked", board.date) == 7


def test_where_bodies_sign_nobody_s_count_stands_for_them():
    world = petitioned(counted_in="bodies", share="2/2")
    world.do("council", "PetitionCounted", "desk", petition="well", members=50)
    world.do("north", "PetitionSupported", "desk", to=world.id("council"), petition="well")
    assert not reached(world)
    world.do("south", "PetitionSupported", "desk", to=world.id("council"), petition="well")
    assert reached(world)


def test_the_council_s_own_book_says_nothing_about_them():
    world = petitioned(book=True, counted_in="members")
    world.do("council", "MemberAdmitted", "desk", token=token("officer"))
    world.do("council", "PetitionCounted", "desk", petition="well", members=12)
    assert reached(world)


def test_signatures_for_one_text_open_no_vote_on_another():
    world = petitioned(counted_in="members")
    about = {"proposal": "well"}
    world.do("council", "PetitionPut", "desk", petition="for-the-well", matter="asked", about=about)
    world.do("council", "PetitionCounted", "desk", petition="for-the-well", members=30)
    for name in ("well", "oven"):
        put = {"proposal": name, "title": name, "matter": "asked", "texts": {"es": TEXT}}
        world.do("council", "ProposalPut", "desk", **put)
        world.do("council", "VersionFrozen", "desk", proposal=name, version=1)
    vote = {"voting": "v", "matter": "asked", "version": 1, "petition": "for-the-well", "about": about}
    check_refused(world, "PetitionNotReached", ("council", "VotingOpened", vote | {"proposal": "oven"}))
    world.do("council", "VotingOpened", "desk", **vote, proposal="well")
    assert world.bodies["council"].board.votings["v"].proposal == "well"
