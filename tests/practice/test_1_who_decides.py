"""Practice, section 1.1: who decides, and on what level (R1 to R11)."""

from __future__ import annotations

import pytest

from symbiosis.core.outcomes import bound
from symbiosis.core.reading import read_charter
from symbiosis.errors import Refusal
from tests.practice import worlds as w
from tests.strategies.bodies import token


def test_r1_one_person_one_vote_and_the_assembly_can_always_take_its_word_back():
    world = w.circle(5)
    assert w.decide(world, "v", "plain", "yyynn") == "adopted"
    assert w.held(world, "v").tally == {"yes": 3, "no": 2}
    hub = w.council({"a": 10, "b": 10})
    w.put(hub, "item", code="hub")
    # An upper body has no will of its own: without its bodies' delegations there is nothing to count.
    hub.do("hub", "VotingOpened", "desk", voting="v", matter="plain")
    assert w.close(hub, "v", "hub") == "not_adopted"


def test_r2_a_council_that_administers_cannot_have_the_last_word_on_policy():
    policy = w.matter(w.stage("delegations"), competence="policy")
    bodies = {"decides": "administration"}
    with pytest.raises(Refusal) as refused:
        read_charter(w.rules({"line": policy}, bodies=bodies))
    assert "must end with the bodies" in str(refused.value)
    ratified = w.matter(w.stage("delegations"), w.stage("bodies"), competence="policy")
    read_charter(w.rules({"line": ratified}, bodies=bodies))
    read_charter(
        w.rules({"chairs": w.matter(w.stage("delegations"), competence="administration")}, bodies=bodies)
    )


def test_r3_the_monthly_referendum_opens_in_the_last_week_on_texts_that_were_debated_a_week():
    vote = w.stage(last_days_of_month=7, frozen_days=1)
    world = w.circle(4, {"monthly": w.matter(vote, discussion_days=7)})  # it is 5 March 2027
    w.put(world, "item", "monthly")
    w.no(world, "DiscussedTooShort", "VersionFrozen", proposal="item", version=1)
    w.wait(world, days=18)
    w.freeze(world, "item")
    w.wait(world, days=1)  # 24 March
    opened = {"voting": "v", "matter": "monthly"} | w.on("item")
    w.no(world, "NotInThoseDays", "VotingOpened", **opened)
    w.wait(world, days=1)  # 25 March: seven days are left, this one included
    assert w.decide(world, "v", "monthly", "yyyn", **w.on("item")) == "adopted"
    w.check_same(world)


def test_r3_b_the_text_stays_fixed_between_debate_and_vote():
    world = w.circle(4, {"monthly": w.matter(w.stage(frozen_days=7))})
    w.put(world, "item", "monthly")
    w.freeze(world, "item")
    w.wait(world, days=6)
    w.no(world, "FrozenTooLate", "VotingOpened", voting="v", matter="monthly", **w.on("item"))
    w.wait(world, days=1)
    assert w.decide(world, "v", "monthly", "yy", **w.on("item")) == "adopted"


def test_r4_provisionally_adopted_then_ratified_or_void_for_the_future():
    for answer, state in (("yes", "adopted"), ("no", "lost")):
        steps = w.matter(w.stage("delegations", provisional=True), w.stage("bodies"))
        hub = w.council({"a": 10, "b": 10, "c": 10}, {"rules": steps})
        w.put(hub, "item", "rules", "hub")
        w.freeze(hub, "item", "hub")
        assert w.council_decides(hub, "v", "rules", w.on("item"), a="yes", b="yes", c="no") == "adopted"
        w.certify(hub, "v", "hub")
        hub.do("hub", "DecisionInForce", "desk", voting="v", on=w.today(hub))
        hub.do("hub", "VotingOpened", "desk", voting="r", matter="rules", stage=2, **w.on("item"))
        for code in "abc":
            ratify(hub, code, "r", answer)
        w.close(hub, "r", "hub")
        w.certify(hub, "r", "hub")
        assert w.board(hub, "hub").proposals["item"].state == state
        assert bool(w.held(hub, "v", "hub").void_from) is (state == "lost")
        w.check_same(hub, "hub")


def ratify(world, code: str, voting: str, answer: str) -> None:
    """A body answers its council by a vote of its own."""
    to, own = world.id("hub"), f"own-{voting}"
    about = {"act": "RatificationGiven", "to": to, "voting": voting}
    world.do(code, "RollCounted", "desk", members=10)
    world.do(code, "VotingOpened", "desk", voting=own, matter="plain", about=about, entitled=10)
    counts = {"yes": 6, "no": 4} if answer == "yes" else {"yes": 4, "no": 6}
    world.do(code, "TallyReported", "desk", voting=own, counts=counts, tellers=["t-1", "t-2"])
    world.do(code, "VotingClosed", "desk", voting=own)
    world.do(code, "RatificationGiven", "desk", to=to, voting=voting, own=own)


def test_r4_b_without_the_charters_word_nothing_is_in_force_before_the_bodies_have_spoken():
    hub = w.council({"a": 10, "b": 10}, {"rules": w.matter(w.stage("delegations"), w.stage("bodies"))})
    assert w.council_decides(hub, "v", "rules", a="yes", b="yes") == "adopted"
    w.certify(hub, "v", "hub")
    w.no(hub, "NotAdopted", "DecisionInForce", "hub", voting="v", on=w.today(hub))


def test_r5_the_council_meets_only_when_communities_ask_for_it():
    need = {"title": "On need", "petition": {"share": "1/2", "counted_in": "bodies"}}
    hub = w.council({"a": 9, "b": 9, "c": 9}, meetings={"kinds": {"need": need}})
    call = {"meeting": "m", "on": w.today(hub), "kind": "need"}
    w.no(hub, "PetitionNotReached", "MeetingCalled", "hub", **call)
    hub.do("hub", "PetitionPut", "desk", petition="water", matter="need")
    hub.do("a", "PetitionSupported", "desk", to=hub.id("hub"), petition="water")
    w.no(hub, "PetitionNotReached", "MeetingCalled", "hub", **call, petition="water")
    hub.do("b", "PetitionSupported", "desk", to=hub.id("hub"), petition="water")
    hub.do("hub", "MeetingCalled", "desk", **call, petition="water")
    w.no(hub, "NoSuchKind", "MeetingCalled", "hub", meeting="x", on=w.today(hub), kind="gala")


def test_r6_nested_bodies_of_unequal_size_a_council_mandates_its_delegation_to_the_next():
    hub = w.council({"commune": 400})
    hub.found(
        "street",
        w.rules(name="Street", bodies={}) | {"matters": {"plain": w.matter(w.stage("delegations"))}},
        book=False,
    )
    to = hub.id("hub")
    hub.found("house", w.rules({"recall": w.matter()}, name="House"), book=False)
    hub.do("house", "BodyJoined", "desk", to=hub.id("street"), code="house", members=30, languages=["en"])
    seat = [{"credential": "house-1", "kind": "delegate"}]
    hub.do("house", "DelegationElected", "desk", to=hub.id("street"), seats=seat)
    hub.do("street", "BodyJoined", "desk", to=to, code="street", members=30, languages=["en"])
    w.send(hub, "street")
    w.put(hub, "item", code="hub")
    w.freeze(hub, "item", "hub")
    about = {"act": "MandateGiven", "to": to, "proposal": "item", "version": "1"}
    hub.do("street", "VotingOpened", "desk", voting="m", matter="plain", about=about)
    vote = {"voting": "m", "sender": hub.id("house"), "credential": "house-1", "votes": {"yes": 1}}
    hub.do("street", "CouncilVoteCast", **vote)
    hub.do("street", "VotingClosed", "desk", voting="m")
    hub.do("street", "MandateGiven", "desk", to=to, proposal="item", version=1, voting="m", mode="strict")
    [given] = w.board(hub, "hub").mandates[hub.id("street"), "item"]
    assert given.tally == {"yes": 1}
    assert {side: count for side, count in given.votes.items() if count} == {"yes": 1}


def test_r7_spokes_have_no_will_of_their_own_a_vote_against_the_mandate_is_refused():
    matters = {"plain": w.matter(w.stage("delegations", needs_mandate=True))}
    hub = w.council(
        {"a": 10, "b": 10}, matters, bodies={"mandates": {"modes": ["strict"], "on_breach": "refuse"}}
    )
    w.put(hub, "item", code="hub")
    w.freeze(hub, "item", "hub")
    w.mandate(hub, "a", "item", {"yes": 7, "no": 3})
    hub.do("hub", "VotingOpened", "desk", voting="v", matter="plain", **w.on("item"))
    against = {"voting": "v", "sender": hub.id("a"), "credential": "a-1", "votes": {"no": 1}}
    w.no(hub, "MandateSaysOtherwise", "CouncilVoteCast", "hub", **against)
    w.speak(hub, "v", a="yes")


def test_r8_a_networks_decision_binds_only_those_who_agree():
    matters = {
        "net": w.matter(w.stage("delegations"), binding="consenting"),
        "all": w.matter(w.stage("delegations")),
    }
    hub = w.council({"a": 10, "b": 10, "c": 10}, matters)
    for name in ("net", "all"):
        w.council_decides(hub, name, name, a="yes", b="yes", c="no")
    of = {name: bound(w.board(hub, "hub"), w.held(hub, name, "hub")) for name in ("net", "all")}
    assert of == {"net": {hub.id("a"), hub.id("b")}, "all": {hub.id("a"), hub.id("b"), hub.id("c")}}


EMERGENCIES = {
    "by": ["desk"],
    "matter": "plain",
    "judged_days": 14,
    "signers": 2,
    "most": 100_000,
    "currency": "USD",
}
LAWYER = {"emergency": "lawyer", "reason": "Two are detained.", "text": w.TEXT, "signers": ["t-1", "t-2"]}


def judge(world, choices: str) -> None:
    """The next assembly judges what was done."""
    about = {"act": "EmergencyJudged", "emergency": "lawyer"}
    w.decide(world, "judged", "plain", choices, about=about)
    world.do("us", "EmergencyJudged", "desk", emergency="lawyer", voting="judged")


def test_r9_a_committee_acts_only_in_extreme_need_and_the_next_assembly_judges():
    roles = w.ROLES | {"committee": {"title": "Committee", "powers": ["MeetingCalled"]}}
    world = w.circle(22, roles=roles, emergencies=EMERGENCIES)
    w.no(w.circle(2), "NoEmergencies", "EmergencyDecided", **LAWYER)
    with pytest.raises(Refusal) as refused:  # it cannot table proposals to the assembly
        world.do(
            "us", "ProposalPut", "committee", proposal="x", title="x", matter="plain", texts={"en": w.TEXT}
        )
    assert refused.value.code == "NotInThePower"
    w.no(world, "TwoTellersNeeded", "EmergencyDecided", **LAWYER | {"signers": ["t-1"]})
    w.no(world, "AboveTheCeiling", "EmergencyDecided", **LAWYER, amount=100_001)
    world.do("us", "EmergencyDecided", "desk", **LAWYER, amount=80_000)
    w.no(world, "EmergencyExists", "EmergencyDecided", **LAWYER)
    w.no(world, "NoSuchEmergency", "EmergencyJudged", emergency="other", voting="v")
    w.wait(world, days=9)
    w.no(world, "EmergencyOnTheAgenda", "MeetingCalled", meeting="m", on=w.today(world))
    world.do("us", "MeetingCalled", "desk", meeting="m", on=w.today(world), items=["lawyer"])
    judge(world, "y" * 19 + "n" + "aa")
    assert w.board(world).emergencies["lawyer"].standing(w.today(world)) == "confirmed"
    w.no(world, "EmergencyIsOver", "EmergencyJudged", emergency="lawyer", voting="judged")
    w.check_same(world)


def test_r10_a_third_of_32_is_11_and_a_call_by_8_is_void():
    special = {"title": "Called by members", "petition": {"share": "1/3"}}
    world = w.circle(32, meetings={"kinds": {"special": special}})
    world.do("us", "PetitionPut", petition="ask", matter="special")
    call = {"meeting": "m", "on": w.today(world), "kind": "special", "petition": "ask"}
    for number in range(11):
        assert not w.board(world).petitions["ask"].reached, number
        if number in (8, 10):
            w.no(world, "PetitionNotReached", "MeetingCalled", **call)
        world.do("us", "PetitionSigned", petition="ask", token=token(f"p{number}"))
        world.do("us", "PetitionCounted", petition="ask")
    world.do("us", "MeetingCalled", "desk", **call)


OVERDUE = {"overdue_working_days": 5, "overdue_callers": ["vigilance"]}


@pytest.mark.parametrize(("people", "needed"), [(60, 12), (100, 20), (300, 20)])
def test_r11_twenty_members_or_a_fifth_whichever_is_fewer(people, needed):
    from symbiosis.core.petitions import signatures_needed

    special = {"title": "Called by members", "petition": {"share": "1/5", "or_number": 20}}
    world = w.circle(1, meetings={"kinds": {"special": special}})
    w.board(world).rolls.append(("2027-03-05", people))
    assert signatures_needed(w.board(world), "special", "2027-03-05") == needed


def test_r11_b_after_five_working_days_without_a_call_they_go_over_its_head():
    special = {"title": "Called by members", "petition": {"share": "1/5"}} | OVERDUE
    roles = w.ROLES | {"vigilance": {"title": "Vigilance council", "powers": ["MeetingCalled"]}}
    world = w.circle(5, roles=roles, meetings={"kinds": {"special": special}})
    world.do("us", "PetitionPut", petition="ask", matter="special")
    world.do("us", "PetitionSigned", petition="ask", token=token("p0"))
    world.do("us", "PetitionCounted", petition="ask")  # Friday 5 March
    call = {"meeting": "m", "kind": "special", "petition": "ask"}
    for days, late in ((3, False), (7, False), (10, True)):  # Monday, Friday, and the Monday after
        world.at = w.Confederation().at + days * w.DAY
        act = ("us", "MeetingCalled", "vigilance")
        if late:
            world.do(*act, **call, on=w.today(world))
        else:
            with pytest.raises(Refusal) as refused:
                world.do(*act, **call, on=w.today(world))
            assert refused.value.code == "NotYetOverdue"
