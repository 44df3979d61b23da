"""Practice, section 1.3: weights and apportionment (R26 to R34)."""

from __future__ import annotations

import pytest

from symbiosis.core.mandates import body_votes
from symbiosis.counting.apportionment import votes_for
from symbiosis.errors import Refusal
from tests.practice import worlds as w
from tests.strategies.bodies import token


def votes(hub) -> dict[str, int]:
    board = w.board(hub, "hub")
    return {sister.code: body_votes(board, sister.id) for sister in board.sisters.values()}


def test_r26_one_delegate_for_each_local_all_equal():
    hub = w.council({"a": 5, "b": 500}, bodies={"delegations": {"delegates": 1}})
    assert votes(hub) == {"a": 1, "b": 1}
    seats = [{"credential": f"a-{n}", "kind": "delegate"} for n in (1, 2)]
    w.no(hub, "WrongDelegationSize", "DelegationElected", "a", to=hub.id("hub"), seats=seats)


def test_r27_a_delegate_carries_the_votes_of_a_branch_by_its_size_as_one_bundle():
    hub = w.council({"a": 12, "b": 95}, bodies={"apportionment": {"per": 10}})
    assert votes(hub) == {"a": 2, "b": 10}
    assert w.council_decides(hub, "v", a="no", b="yes") == "adopted"
    assert w.held(hub, "v", "hub").final_votes == {hub.id("a"): {"no": 2}, hub.id("b"): {"yes": 10}}


@pytest.mark.parametrize(("members", "seats"), [(270, 4), (400, 5), (74, 1), (20, 1), (112, 1), (113, 2)])
def test_r28_one_for_each_75_rounded_to_the_nearest_and_one_at_least(members, seats):
    assert votes_for(members, 75, "nearest", 1, 0) == seats


def test_r28_b_fixed_on_a_record_date_months_before():
    rule = {"apportionment": {"per": 75, "rounding": "nearest", "record_date": "2027-03-05"}}
    hub = w.council({"a": 270}, bodies=rule)
    w.wait(hub, days=90)
    hub.do("a", "RollCounted", "desk", members=400, to=hub.id("hub"))
    assert votes(hub) == {"a": 4}


def test_r29_votes_in_the_room_are_the_members_represented_and_positions_are_known_before_debate():
    matters = {"plain": w.matter(w.stage("delegations", needs_mandate=True))}
    bodies = {"apportionment": {"per": 1}, "mandates": {"split": "largest_remainder"}}
    hub = w.council({"a": 10, "b": 4}, matters, bodies=bodies)
    w.put(hub, "item", code="hub")
    w.freeze(hub, "item", "hub")
    w.mandate(hub, "a", "item", {"yes": 6, "no": 4})
    w.mandate(hub, "b", "item", {"yes": 1, "no": 3})
    given = {each.sender: each.votes for [each] in w.board(hub, "hub").mandates.values()}
    assert given == {hub.id("a"): {"yes": 6, "no": 4}, hub.id("b"): {"yes": 1, "no": 3}}
    assert w.council_decides(
        hub, "v", "plain", w.on("item"), a={"yes": 6, "no": 4}, b={"yes": 1, "no": 3}
    ) == (
        "not_adopted"  # 7 of 14 is not more than half
    )


def test_r30_where_people_are_counted_by_their_body_the_host_city_has_no_more_than_its_votes():
    hub = w.council({"host": 90, "far": 90, "farther": 90}, bodies={"apportionment": {"per": 30}})
    w.meet(hub, "m", 3, "hub")
    # However many came from the host city, its delegation casts its three votes, and those far away vote by phone.
    hub.do("hub", "VotingOpened", "desk", voting="v", matter="plain", meeting="m")
    w.speak(hub, "v", host="yes")
    for code in ("far", "farther"):
        vote = {"voting": "v", "sender": hub.id(code), "credential": f"{code}-1", "votes": {"no": 3}}
        hub.do("hub", "CouncilVoteCast", **vote, channel="voice", confirmed=False)
    assert w.close(hub, "v", "hub") == "not_adopted"


def test_r31_arrears_lose_the_vote_of_a_member_until_they_are_settled():
    world = w.circle(3)
    behind = {"token": token("p2")}
    world.do("us", "StandingChanged", "desk", **behind, good=False)
    world.do("us", "VotingOpened", "desk", voting="v", matter="plain")
    assert w.held(world, "v").entitled == 2
    w.no(world, "NotInGoodStanding", "VoteCast", voting="v", **behind, choice="yes")
    world.do("us", "StandingChanged", "desk", **behind, good=True)
    assert w.decide(world, "w", "plain", "nny") == "not_adopted"
    w.no(world, "NotOnTheRoll", "StandingChanged", token=token("nobody"), good=True)


def test_r31_b_arrears_lose_the_vote_of_a_body():
    hub = w.council({"a": 10, "b": 10})
    owing = {"body": hub.id("a")}
    hub.do("hub", "BodySuspended", "desk", **owing, reason="Three months of dues.")
    w.no(hub, "AlreadySuspended", "BodySuspended", "hub", **owing, reason="Again.")
    hub.do("hub", "VotingOpened", "desk", voting="v", matter="plain")
    assert list(w.held(hub, "v", "hub").electorate) == [hub.id("b")]
    hub.do("hub", "BodyReinstated", "desk", **owing)
    w.no(hub, "NotSuspended", "BodyReinstated", "hub", **owing)
    assert w.council_decides(hub, "w", a="yes", b="yes") == "adopted"


def test_r32_a_delegation_has_a_cap_and_others_sit_without_a_vote():
    hub = w.council({"a": 900}, bodies={"delegations": {"delegates": 8, "observers": 2}})
    nine = [{"credential": f"a-{n}", "kind": "delegate"} for n in range(9)]
    w.no(hub, "WrongDelegationSize", "DelegationElected", "a", to=hub.id("hub"), seats=nine)
    seats = [{"credential": "a-1", "kind": "delegate"}, {"credential": "chair", "kind": "observer"}]
    hub.do("a", "DelegationElected", "desk", to=hub.id("hub"), seats=seats)
    hub.do("hub", "VotingOpened", "desk", voting="v", matter="plain")
    vote = {"voting": "v", "sender": hub.id("a"), "credential": "chair", "votes": {"yes": 1}}
    w.no(hub, "NotSeated", "CouncilVoteCast", "hub", **vote)


@pytest.mark.parametrize(("members", "may"), [(4, False), (5, True)])
def test_r33_a_base_body_has_a_minimum_of_members(members, may):
    hub = w.council({}, bodies={"minimum_members": 5})
    if may:
        w.join(hub, "a", members)
        assert w.board(hub, "hub").sisters
    else:
        hub.found("a", w.rules(name="A"), book=False)
        fields = {"to": hub.id("hub"), "code": "a", "members": members, "languages": ["en"]}
        w.no(hub, "TooFewMembers", "BodyJoined", "a", **fields)


def test_r34_proxies_are_prohibited_unless_the_charter_lets_one_member_carry_some():
    for most in (0, 1):
        world = w.circle(4, {"p": w.matter(w.stage(proxies=most))})
        word = {"holder": token("p0"), "until": w.today(world, days=1)}
        w.no(world, "OwnProxy", "ProxyGiven", token=token("p0"), **word)
        w.no(
            world,
            "DateInThePast",
            "ProxyGiven",
            token=token("p1"),
            **word | {"until": w.today(world, days=-1)},
        )
        for absent in ("p1", "p2"):
            world.do("us", "ProxyGiven", token=token(absent), **word)
        world.do("us", "VotingOpened", "desk", voting="v", matter="p")
        vote = {"voting": "v", "choice": "yes", "holder": token("p0")}
        if most == 0:
            w.no(world, "NoProxy", "VoteCast", token=token("p1"), **vote)
            continue
        world.do("us", "VoteCast", token=token("p1"), **vote)
        w.no(world, "NoProxy", "VoteCast", token=token("p2"), **vote)  # one is the most
        w.no(world, "NoProxy", "VoteCast", token=token("p3"), **vote)  # never gave their word
        world.do("us", "VoteCast", voting="v", token=token("p1"), choice="no")  # came after all
        w.no(world, "NoProxy", "VoteCast", token=token("p1"), **vote)
        w.cast(world, "v", "y")
        assert w.close(world, "v") == "not_adopted"
        w.check_same(world)


def test_r34_b_the_word_ends_with_its_day():
    world = w.circle(2, {"p": w.matter(w.stage(proxies=1))})
    given = {"token": token("p1"), "holder": token("p0"), "until": w.today(world)}
    world.do("us", "ProxyGiven", **given)
    world.do("us", "VotingOpened", "desk", voting="v", matter="p")
    w.wait(world, days=1)
    with pytest.raises(Refusal, match="NoProxy"):
        world.do("us", "VoteCast", voting="v", token=token("p1"), choice="yes", holder=token("p0"))
