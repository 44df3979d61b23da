"""Practice, section 1.6: gender, caucuses, composition (R56 to R63). Counts that a body attests, never a person."""

from __future__ import annotations

import pytest

from symbiosis.core.delegations import imbalances
from symbiosis.core.offices import role_imbalances
from symbiosis.errors import Refusal
from tests.practice import worlds as w

PAIR = [
    {"traits": ["women"], "needs": "at_least", "share": "1/2", "unmet": "refuse"},
    {"traits": ["men"], "needs": "at_most", "share": "1/2", "unmet": "refuse"},
]


def test_r56_co_chairs_one_woman_one_man_and_no_two_of_the_same():
    chairs = {"title": "Co-chairs", "seats": 2, "composition": PAIR}
    world = w.circle(4, roles=w.ROLES | {"chairs": chairs})
    two = {"role": "chairs", "holders": 2}
    w.no(world, "CompositionRefused", "OfficeFilled", **two, composition={"men": 2})
    w.no(world, "MoreThanTheDelegation", "OfficeFilled", **two, composition={"women": 3})
    world.do("us", "OfficeFilled", "desk", **two, composition={"women": 1, "men": 1})
    role = w.board(world).charter.roles["chairs"]
    assert [each.demand.traits for each in role_imbalances(role, {"men": 2}, 2)] == [("women",), ("men",)]
    assert role_imbalances(role, {"women": 1, "men": 1}, 2) == []


FORTY = {"traits": ["women"], "needs": "at_least", "share": "2/5", "scope": "all", "unmet": "warn"}


def test_r57_forty_per_cent_at_election_and_a_warning_before_a_substitution_breaks_it():
    hub = w.council({"a": 10, "b": 10}, bodies={"delegations": {"delegates": 5, "composition": [FORTY]}})
    for code, women in (("a", 3), ("b", 1)):
        w.send(hub, code, *[f"{code}-{n}" for n in range(5)], composition={"women": women})
    board = w.board(hub, "hub")
    assert imbalances(board, hub.id("a"), {"women": 3}, 5) == []  # 4 of 10 is exactly 2/5
    [unmet] = imbalances(board, hub.id("a"), {"women": 2}, 5)
    assert (unmet.count, unmet.of) == (3, 10)


def women(**more) -> dict:
    """A council with a women's body ("women") that has rights of its own."""
    caucus = {"title": "Women's council", "body": "women", "referral_hours": 72}
    return {"caucuses": {"women": caucus | more}}


LAW = {
    "laws-on-women": w.matter(w.stage("delegations"), reserved_to="women"),
    "plain": w.matter(w.stage("delegations")),
}


def proposed(hub, code: str, name: str, of: str = "plain", by: str = "desk") -> None:
    fields = {"proposal": name, "title": name, "matter": of, "texts": {"en": w.TEXT}}
    hub.do(code, "ProposalPut", by, to=hub.id("hub"), **fields)


def test_r58_the_parallel_womens_council_alone_drafts_the_laws_on_women():
    hub = w.council({"women": 20, "a": 40}, LAW, bodies=women())
    with pytest.raises(Refusal) as refused:
        proposed(hub, "a", "law", "laws-on-women")
    assert refused.value.code == "ReservedMatter"
    with pytest.raises(Refusal):
        w.put(hub, "law", "laws-on-women", "hub")
    proposed(hub, "women", "law-2", "laws-on-women")


def test_r58_b_a_referral_suspends_that_item_alone_for_the_hours_of_the_charter():
    hub = w.council({"women": 20, "a": 40}, LAW, bodies=women())
    for name in ("statement", "money", "letter"):
        proposed(hub, "a", name)
        w.freeze(hub, name, "hub")
    refer = {"to": hub.id("hub"), "proposal": "statement", "reason": "No consent of the families."}
    w.no(hub, "NoReferral", "ItemReferred", "a", **refer)
    hub.do("hub", "VotingOpened", "desk", voting="open", matter="plain", **w.on("statement"))
    hub.do("women", "ItemReferred", "desk", **refer)
    w.no(hub, "AlreadyReferredBack", "ItemReferred", "women", **refer)
    hub.do("women", "ItemReferred", "desk", **refer | {"proposal": "letter"})
    w.no(hub, "ItemSuspended", "VotingOpened", "hub", voting="v", matter="plain", **w.on("letter"))
    w.no(hub, "ItemSuspended", "VotingClosed", "hub", voting="open")
    assert w.council_decides(hub, "w", "plain", w.on("money"), a="yes", women="yes") == "adopted"
    w.wait(hub, hours=72)
    w.speak(hub, "open", a="yes", women="no")
    assert w.close(hub, "open", "hub") == "not_adopted"
    w.check_same(hub, "hub")


def test_r58_c_the_womens_council_elects_its_co_chair_by_itself():
    roles = w.ROLES | {
        "woman": {"title": "Woman co-chair", "seats": 1, "filled_by": "women", "term_days": 365},
        "man": {
            "title": "Man co-chair",
            "seats": 1,
            "powers": ["MeetingCalled"],
            "together_with": "woman",
            "alone_days": 14,
        },
    }
    hub = w.council({"women": 23, "a": 40}, bodies=women(), roles=roles)
    elected = {"role": "woman", "holders": 1, "until": w.today(hub, days=365)}
    w.no(hub, "FilledByAnother", "OfficeFilled", "hub", **elected)
    w.no(hub, "FilledByAnother", "OfficeFilled", "a", **elected, to=hub.id("hub"))
    w.wait(hub, days=14)
    hub.do("hub", "MeetingCalled", "man", meeting="m", on=w.today(hub))
    w.wait(hub, days=1)
    with pytest.raises(Refusal) as refused:  # alone for more than fourteen days
        hub.do("hub", "MeetingCalled", "man", meeting="n", on=w.today(hub))
    assert refused.value.code == "NotAlone"
    hub.do("women", "OfficeFilled", "desk", **elected | {"until": w.today(hub, days=30)}, to=hub.id("hub"))
    hub.do("hub", "MeetingCalled", "man", meeting="n", on=w.today(hub))
    w.wait(hub, days=30 + 14)
    hub.do("hub", "MeetingCalled", "man", meeting="o", on=w.today(hub))
    w.wait(hub, days=2)  # vacant since the day after the term, for fifteen days
    with pytest.raises(Refusal):
        hub.do("hub", "MeetingCalled", "man", meeting="p", on=w.today(hub))
    w.check_same(hub, "hub")


def test_r59_one_woman_and_one_man_for_each_region_and_half_of_all():
    each = [demand | {"scope": "delegation"} for demand in PAIR]
    hub = w.council({}, bodies={"delegations": {"delegates": 2, "composition": each}})
    hub.found("north", w.rules(name="North"), book=False)
    hub.do("north", "BodyJoined", "desk", to=hub.id("hub"), code="north", members=50, languages=["es"])
    seats = [{"credential": f"north-{n}", "kind": "delegate"} for n in (1, 2)]
    sent = {"to": hub.id("hub"), "seats": seats}
    w.no(hub, "CompositionRefused", "DelegationElected", "north", **sent, composition={"men": 2})
    hub.do("north", "DelegationElected", "desk", **sent, composition={"women": 1, "men": 1})


def test_r60_what_comes_before_the_world_conference_comes_from_its_regions():
    roles = {
        "contact": {"title": "Contact point", "powers": ["BodyJoined", "ProposalPut", "DelegationElected"]}
    }
    hub = w.council({"asia": 100})
    hub.found("local", w.rules(name="Local", roles=roles), book=False)
    with pytest.raises(Refusal) as refused:  # a local group is in its region, not in the world conference
        proposed(hub, "local", "x", by="contact")
    assert refused.value.code == "NotInThatConfederation"
    proposed(hub, "asia", "call")


def test_r61_a_caucus_sits_beside_the_groups_and_each_has_one_spoke():
    hub = w.council({"women": 20, "kitchen": 8}, bodies=women() | {"delegations": {"delegates": 1}})
    assert w.council_decides(hub, "v", women="yes", kitchen="no") == "not_adopted"
    assert w.held(hub, "v", "hub").entitled == 2


def test_r63_a_caucus_defines_its_own_entry_and_the_council_knows_a_number_only():
    hub = w.council({"women": 20}, bodies=women())
    entries = b"".join(hub.bodies["hub"].entries["board"])
    assert b'"token"' not in entries
    assert w.board(hub, "hub").sisters[hub.id("women")].members[-1][1] == 20
