"""Practice, section 1.7: facilitation (R65 to R68). The speaking list and the round of criticism are no votes."""

from __future__ import annotations

import pytest

from tests.practice import worlds as w
from tests.strategies.bodies import token


def test_r65_a_temperature_check_decides_nothing():
    world = w.circle(4, {"temperature": w.matter(binding="advisory")})
    assert w.decide(world, "v", "temperature", "yyyn") == "adopted"
    w.certify(world, "v")
    w.no(world, "AdvisoryOnly", "DecisionInForce", voting="v", on=w.today(world))


@pytest.mark.parametrize(
    ("choices", "result"), [("y" * 10 + "n" * 12, "not_adopted"), ("y" * 12 + "n" * 10, "adopted")]
)
def test_r66_facilitators_need_consent_by_the_same_process(choices, result):
    world = w.circle(22, {"facilitation": w.matter()})
    assert w.decide(world, "v", "facilitation", choices, about={"act": "RoleGiven", "role": "desk"}) == result


def test_r67_the_chair_does_not_vote_without_handing_over_the_chair():
    world = w.circle(2, roles=w.ROLES | {"chair": {"title": "Chair", "no_vote": True}})
    world.do("us", "RoleGiven", "desk", role="chair", token=token("p0"))
    world.do("us", "VotingOpened", "desk", voting="v", matter="plain")
    vote = {"voting": "v", "token": token("p0"), "choice": "yes"}
    w.no(world, "DoesNotVote", "VoteCast", **vote)
    world.do("us", "RoleEnded", "desk", role="chair", token=token("p0"))
    world.do("us", "VoteCast", **vote)
    w.cast(world, "v", "-y")
    assert w.close(world, "v") == "adopted"


def test_r67_b_the_quorum_is_verified_before_business():
    world = w.circle(10, {"m": w.matter(w.stage(in_meeting=True))}, meetings={"quorum": [{"share": "1/2"}]})
    w.no(world, "MeetingNeeded", "VotingOpened", voting="v", matter="m")
    w.meet(world, "few", 4)
    w.no(world, "NotQuorate", "VotingOpened", voting="v", matter="m", meeting="few")


def test_r68_signing_under_protest():
    world = w.circle(5)
    world.do("us", "VotingOpened", "desk", voting="v", matter="plain")
    protest = {"voting": "v", "note": "The call was too short.", "people": 2}
    w.no(world, "NotYetOver", "DissentNoted", **protest)
    w.cast(world, "v", "yyynn")
    w.close(world, "v")
    w.no(world, "MoreThanTheRoll", "DissentNoted", **protest | {"people": 6})
    world.do("us", "DissentNoted", "desk", **protest)
    assert w.held(world, "v").dissent == [("The call was too short.", 2)]
