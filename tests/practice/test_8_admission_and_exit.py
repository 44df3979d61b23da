"""Practice, section 1.8: admission, exit, due process (R70 to R75, R79)."""

from __future__ import annotations

import pytest

from symbiosis.core.meetings import roll_size
from tests.practice import worlds as w
from tests.strategies.bodies import token


def test_r70_partners_have_a_voice_and_no_vote_and_there_is_a_cut_off_for_sending_delegates():
    hub = w.council({"a": 10}, bodies={"cut_off": "2027-03-06"})
    w.join(hub, "friends", 500, partner=True)
    w.wait(hub, days=2)
    w.join(hub, "late", 10)
    hub.do("hub", "VotingOpened", "desk", voting="v", matter="plain")
    assert list(w.held(hub, "v", "hub").electorate) == [hub.id("a")]
    assert roll_size(w.board(hub, "hub"), w.today(hub)) == 2
    vote = {"voting": "v", "sender": hub.id("friends"), "credential": "friends-1", "votes": {"yes": 1}}
    w.no(hub, "NotInTheElectorate", "CouncilVoteCast", "hub", **vote)


@pytest.mark.parametrize(("days", "votes"), [(181, False), (182, True)])
def test_r71_a_body_is_a_candidate_for_half_a_year(days, votes):
    hub = w.council({}, bodies={"waiting_days": 182})
    w.join(hub, "a", 10)
    w.wait(hub, days=days)
    hub.do("hub", "VotingOpened", "desk", voting="v", matter="plain")
    assert (hub.id("a") in w.held(hub, "v", "hub").electorate) is votes


def test_r71_b_a_member_is_too_and_comes_on_the_word_of_two_others():
    world = w.circle(0, roll={"waiting_days": 30, "vouchers": 2})
    for name, vouchers in (("p0", ()), ("p1", ("p0",)), ("p2", ("p0", "p1"))):
        fields = {"token": token(name), "vouchers": [token(each) for each in vouchers]}
        world.do("us", "MemberAdmitted", "desk", **fields)
    new = {"token": token("p3")}
    w.no(world, "TooFewVouch", "MemberAdmitted", **new, vouchers=[token("p0"), token("stranger")])
    world.do("us", "MemberAdmitted", "desk", **new, vouchers=[token("p0"), token("p2")])
    world.do("us", "RollCounted", "desk")
    w.wait(world, days=29)
    world.do("us", "VotingOpened", "desk", voting="v", matter="plain")
    assert w.held(world, "v").entitled == 0
    w.no(world, "NoVoteYet", "VoteCast", voting="v", token=token("p3"), choice="yes")
    w.wait(world, days=1)
    assert w.decide(world, "w", "plain", "yyyn") == "adopted"


CONGRESS = {"title": "Congress"}


def test_r72_only_the_congress_admits_and_expels_and_that_is_seen_when_the_agenda_is_made():
    matters = {
        "admission": w.matter(w.stage("delegations"), kinds=["congress"]),
        "plain": w.matter(w.stage("delegations")),
    }
    hub = w.council({"a": 10}, matters, {"admission": "open"}, meetings={"kinds": {"congress": CONGRESS}})
    w.put(hub, "new-section", "admission", "hub")
    call = {"meeting": "plenary", "on": w.today(hub)}
    w.no(hub, "NotForThisMeeting", "MeetingCalled", "hub", **call, items=["new-section"])
    w.no(hub, "NotForThisMeeting", "MeetingCalled", "hub", **call, items=["admission"])
    hub.do("hub", "MeetingCalled", "desk", **call)
    hub.do("hub", "AttendanceStated", "desk", meeting="plenary", present=1)
    w.freeze(hub, "new-section", "hub")
    opened = {"voting": "v", "matter": "admission"} | w.on("new-section")
    w.no(hub, "MeetingNeeded", "VotingOpened", "hub", **opened)
    w.no(hub, "NotForThisMeeting", "VotingOpened", "hub", **opened, meeting="plenary")
    w.meet(hub, "congress", 1, "hub", kind="congress", items=["new-section"])
    assert (
        w.council_decides(hub, "v", "admission", w.on("new-section") | {"meeting": "congress"}, a="yes")
        == "adopted"
    )


OUT = {"grounds": ["disruption", "breach"], "matter": "out", "notice_days": 14, "appeal_days": 7}
TWO_THIRDS = [{"needs": "at_least", "share": "2/3"}]
CHARGES = {"case": "spring", "against": "member", "ground": "disruption", "text": w.TEXT}
ABOUT = {"act": "MemberExpelled", "case": "spring"}


def accused(**more):
    """Nine people and a case against one of them."""
    return w.circle(9, {"out": w.matter(w.stage(conditions=TWO_THIRDS))}, expulsion=OUT | more)


def test_r73_the_grounds_are_a_closed_list():
    w.no(w.circle(2), "NoExpulsion", "CaseOpened", **CHARGES)
    world = accused()
    w.no(world, "GroundNeeded", "CaseOpened", **CHARGES | {"ground": "dislike"})
    world.do("us", "CaseOpened", "desk", **CHARGES)
    w.no(world, "CaseExists", "CaseOpened", **CHARGES)


def test_r74_a_body_leaves_by_its_own_members_and_the_count_is_there_for_all_to_see():
    leaving = {"leaving": w.matter(w.stage(secrecy="hands", conditions=TWO_THIRDS))}
    hub = w.council({"a": 10})
    hub.found("ulma", w.rules(leaving, name="Ulma", decisions={"BodyLeft": "leaving"}), book=False)
    w.join(hub, "ulma", 1750)
    to, day = hub.id("hub"), w.today(hub, days=90)
    left = {"to": to, "effective": day}
    w.no(hub, "NotDecided", "BodyLeft", "ulma", **left)
    hub.do("ulma", "RollCounted", "desk", members=1750)
    about = {"act": "BodyLeft", "to": to}
    hub.do("ulma", "VotingOpened", "desk", voting="exit", matter="leaving", about=about)
    counts = {"yes": 1089, "no": 470}
    hub.do("ulma", "TallyReported", "desk", voting="exit", counts=counts, tellers=["t-1", "t-2"])
    assert w.close(hub, "exit", "ulma") == "adopted"
    hub.do("ulma", "BodyLeft", "desk", **left, voting="exit")
    [judged] = w.held(hub, "exit", "ulma").outcome.conditions
    assert (judged.count, judged.base) == ("1089", "1559")
    assert w.board(hub, "hub").sisters[hub.id("ulma")].left == day


def test_r75_whose_a_disputed_name_is_the_congress_decides():
    hub = w.council({"one": 10, "two": 10, "three": 10})
    claim = {"name": "The Union", "bodies": [hub.id("one"), hub.id("two")]}
    w.no(hub, "NoLineage", "NameDisputed", "hub", **claim | {"bodies": [hub.id("one")]})
    w.no(hub, "NotDisputed", "NameSettled", "hub", name="The Union", body=hub.id("one"))
    hub.do("hub", "NameDisputed", "desk", **claim)
    w.no(hub, "NotDisputed", "NameSettled", "hub", name="The Union", body=hub.id("three"))
    hub.do("hub", "NameSettled", "desk", name="The Union", body=hub.id("one"))
    assert w.board(hub, "hub").disputed["The Union"] == (hub.id("one"),)


def charged(world) -> None:
    """Charges put, notice given, the answer heard, two thirds for it."""
    world.do("us", "CaseOpened", "desk", **CHARGES)
    w.wait(world, days=13)
    w.no(world, "NoticeTooShort", "VotingOpened", voting="v", matter="out", about=ABOUT)
    world.do("us", "AnswerHeard", "desk", case="spring", text=w.TEXT)
    w.wait(world, days=1)
    w.no(world, "AnotherMatter", "VotingOpened", voting="v", matter="plain", about=ABOUT)
    assert w.decide(world, "v", "out", "yyyyyynnn", about=ABOUT) == "adopted"  # 6 of 9 is exactly 2/3


GONE = {"token": token("p8"), "case": "spring", "voting": "v"}


def test_r79_written_charges_two_weeks_notice_two_thirds_and_days_for_an_appeal():
    world = accused()
    w.no(world, "NoSuchCase", "AnswerHeard", case="spring", text=w.TEXT)
    charged(world)
    w.no(world, "AppealIsOpen", "MemberExpelled", **GONE)
    w.wait(world, days=8)
    w.no(world, "GraceIsOver", "CaseAppealed", case="spring")
    world.do("us", "MemberExpelled", "desk", **GONE)
    assert token("p8") not in world.bodies["us"].book.roll
    w.no(world, "NoSuchCase", "MemberExpelled", **GONE | {"token": token("p7")})
    w.check_same(world)


@pytest.mark.parametrize("upheld", [True, False])
def test_r79_b_an_appeal_holds_it_up_and_may_end_it(upheld):
    world = accused()
    w.no(world, "NoSuchCase", "CaseAppealed", case="spring")
    charged(world)
    w.no(world, "NoAppeal", "AppealDecided", case="spring", upheld=True, note="x")
    world.do("us", "CaseAppealed", "desk", case="spring")
    w.wait(world, days=30)
    w.no(world, "AppealIsOpen", "MemberExpelled", **GONE)
    world.do(
        "us", "AppealDecided", "desk", case="spring", upheld=upheld, note="The regional assembly heard both."
    )
    if upheld:
        w.no(world, "NoSuchCase", "MemberExpelled", **GONE)
    else:
        world.do("us", "MemberExpelled", "desk", **GONE)


def test_r79_c_a_body_is_put_out_in_the_same_way_and_what_it_mandated_stands():
    matters = {"out": w.matter(w.stage("delegations")), "plain": w.matter(w.stage("delegations"))}
    hub = w.council({"a": 10, "b": 10, "c": 10}, matters, expulsion=OUT | {"appeal_days": 0})
    case = {"case": "b", "against": "body", "ground": "breach", "text": w.TEXT, "body": hub.id("b")}
    w.no(hub, "NotAMember", "CaseOpened", "hub", **case | {"body": hub.id("hub")})
    hub.do("hub", "CaseOpened", "desk", **case)
    w.wait(hub, days=14)
    about = {"act": "BodyExpelled", "case": "b"}
    hub.do("hub", "VotingOpened", "desk", voting="open", matter="plain")
    w.speak(hub, "open", b="yes")
    assert w.council_decides(hub, "v", "out", {"about": about}, a="yes", b="no", c="yes") == "adopted"
    gone = {"case": "b", "body": hub.id("b"), "effective": w.today(hub), "voting": "v"}
    w.no(hub, "DecidedSomethingElse", "BodyExpelled", "hub", **gone | {"body": hub.id("c")})
    w.no(hub, "DateInThePast", "BodyExpelled", "hub", **gone | {"effective": w.today(hub, days=-1)})
    hub.do("hub", "BodyExpelled", "desk", **gone)
    assert w.close(hub, "open", "hub") == "adopted"  # its vote was cast before
    hub.do("hub", "VotingOpened", "desk", voting="later", matter="plain")
    assert hub.id("b") not in w.held(hub, "later", "hub").electorate
    w.check_same(hub, "hub")
