"""Who may act or call a meeting in the place of others: practice 1.1, R9 to R11, and a meeting that was miscalled."""

from __future__ import annotations

import pytest

from symbiosis.core.petitions import signatures_needed
from symbiosis.verify import replay
from tests.practice.worlds_p1 import (
    COUNCIL_RULES,
    DESK,
    ES,
    HALF,
    TEXT,
    board,
    check_same,
    closed,
    counted,
    decided,
    matter,
    on,
    opened,
    peopled,
    refused,
    result,
    rules,
    stage,
)
from tests.strategies.bodies import Confederation

EMERGENCIES = {
    "roles": {"desk": DESK, "committee": {"title": "Committee", "powers": ["EmergencyDecided", "MeetingCalled"]}},
    "emergencies": {
        "by": ["committee"],
        "matter": "simple",
        "judged_days": 30,
        "signers": 2,
        "most": 500_00,
        "currency": "EUR",
    },
    "decisions": {"RoleRecalled": "simple"},
}
URGENT = {
    "emergency": "roof",
    "reason": "The roof came down.",
    "text": TEXT,
    "signers": ["ana", "bo"],
    "amount": 500_00,
    "by": "committee",
}
ABOUT = {"act": "EmergencyJudged", "emergency": "roof"}


def in_need() -> Confederation:
    """A union of 30 whose committee has had the roof mended."""
    world = Confederation()
    counted(world, "union", 30, **EMERGENCIES)
    fields = {name: value for name, value in URGENT.items() if name != "by"}
    world.do("union", "EmergencyDecided", "committee", **fields)
    return world


def test_r9_a_committee_puts_no_proposals():
    world = Confederation()
    counted(world, "union", 30, **EMERGENCIES)
    fields = {"proposal": "oven", "title": "An oven", "matter": "simple", "texts": ES}
    refused(world, "NotInThePower", "union", "ProposalPut", by="committee", **fields)


def test_r9_b_in_extreme_need_it_acts_under_a_ceiling_and_with_its_reasons():
    world = Confederation()
    counted(world, "union", 30, **EMERGENCIES)
    counted(world, "other", 30)
    refused(world, "NoEmergencies", "other", "EmergencyDecided", **(URGENT | {"by": "desk"}))
    refused(world, "NotInThePower", "union", "EmergencyDecided", **(URGENT | {"by": "desk"}))
    refused(world, "AboveTheCeiling", "union", "EmergencyDecided", **(URGENT | {"amount": 500_01}))
    refused(world, "TwoTellersNeeded", "union", "EmergencyDecided", **(URGENT | {"signers": ["ana"]}))
    refused(world, "FieldUnreadable", "union", "EmergencyDecided", **(URGENT | {"reason": ""}))
    world = in_need()
    refused(world, "EmergencyExists", "union", "EmergencyDecided", **URGENT)
    held = board(world, "union").emergencies["roof"]
    assert (held.done, held.due, held.standing("2027-04-04")) == ("2027-03-05", "2027-04-04", "waiting")


@pytest.mark.parametrize(
    ("tally", "judged"), [({"yes": 16, "no": 14}, "confirmed"), ({"yes": 15, "no": 15}, "refused")]
)
def test_r9_c_the_next_assembly_judges_whether_that_was_right(tally, judged):
    world = in_need()
    call = {"meeting": "next", "on": "2027-03-20"}
    refused(world, "EmergencyOnTheAgenda", "union", "MeetingCalled", **call)
    world.do("union", "MeetingCalled", "desk", **call, items=["roof"])
    on(world, "2027-03-20")
    opened(world, "union", "v", "simple", about=ABOUT)
    refused(world, "NotYetOver", "union", "EmergencyJudged", emergency="roof", voting="v")
    closed(world, "union", "v", **tally)
    refused(world, "NoSuchEmergency", "union", "EmergencyJudged", emergency="well", voting="v")
    world.do("union", "EmergencyJudged", "desk", emergency="roof", voting="v")
    assert board(world, "union").emergencies["roof"].standing("2028-01-01") == judged
    refused(world, "EmergencyIsOver", "union", "EmergencyJudged", emergency="roof", voting="v")
    check_same(world)


def test_r9_d_what_nobody_judged_in_time_is_void():
    world = in_need()
    decided(world, "union", "v", "simple", {"yes": 30}, about=ABOUT)
    on(world, "2027-04-05")
    refused(world, "EmergencyIsOver", "union", "EmergencyJudged", emergency="roof", voting="v")
    assert board(world, "union").emergencies["roof"].standing("2027-04-05") == "lapsed"


def test_r9_e_and_whether_the_committee_stays():
    world = in_need()
    recall = {"act": "RoleRecalled", "role": "committee"}
    assert decided(world, "union", "v", "simple", {"yes": 10, "no": 20}, about=recall) == "not_adopted"
    refused(world, "NotAdopted", "union", "RoleRecalled", role="committee", voting="v")
    assert decided(world, "union", "w", "simple", {"yes": 20, "no": 10}, about=recall) == "adopted"
    world.do("union", "RoleRecalled", "desk", role="committee", voting="w")
    assert "committee" in board(world, "union").recalled_roles


CALLS = {
    "meetings": {
        "notice_days": 7,
        "kinds": {
            "called": {"title": "Called by a third", "notice_days": 7, "petition": {"share": "1/3"}},
        },
    }
}


def test_r10_the_secretary_must_call_a_meeting_when_a_third_ask():
    """Eight of 32 are not enough, nor are ten: eleven are."""
    world = Confederation()
    people = peopled(world, "committee", 32, **CALLS)
    world.do("committee", "PetitionPut", "desk", petition="pay", matter="called")
    call = {"meeting": "extra", "on": "2027-03-20", "kind": "called", "petition": "pay"}
    for number, person in enumerate(people[:11], start=1):
        world.do("committee", "PetitionSigned", petition="pay", token=person)
        world.do("committee", "PetitionCounted", "desk", petition="pay")
        if number in (8, 10):
            refused(world, "PetitionNotReached", "committee", "MeetingCalled", **call)
    assert signatures_needed(board(world, "committee"), "called", "2027-03-05") == 11
    world.do("committee", "MeetingCalled", "desk", **call)
    again = {"petition": "pay", "token": people[0]}
    refused(world, "AlreadySupported", "committee", "PetitionSigned", **again)
    check_same(world)


def test_r10_b_there_is_no_petition_where_the_charter_has_none():
    world = Confederation()
    counted(world, "committee", 32, **CALLS)
    refused(world, "NoPetition", "committee", "PetitionPut", petition="pay", matter="simple")


@pytest.mark.parametrize(
    ("petition", "roll", "bodies", "needed"),
    [
        ({"share": "1/3"}, 32, 0, 11),
        ({"share": "1/3"}, 33, 0, 11),
        ({"share": "1/3"}, 34, 0, 12),
        ({"share": "1/5", "or_number": 20}, 50, 0, 10),
        ({"share": "1/5", "or_number": 20}, 100, 0, 20),
        ({"share": "1/5", "or_number": 20}, 200, 0, 20),
    ],
)
def test_r10_c_the_fraction_is_exact_and_rounded_up(petition, roll, bodies, needed):
    world = Confederation()
    kinds = {"called": {"title": "Called", "petition": petition}}
    counted(world, "union", roll, meetings={"kinds": kinds})
    assert signatures_needed(board(world, "union"), "called", "2027-03-05") == needed


EJIDO = {
    "roles": {
        "desk": DESK,
        "council": {"title": "Vigilance council", "powers": ["MeetingCalled"]},
    },
    "meetings": {
        "kinds": {
            "asked": {
                "title": "Asked for",
                "notice_days": 8,
                "petition": {"share": "1/5", "or_number": 20},
                "overdue_working_days": 5,
                "overdue_callers": ["council"],
            }
        }
    },
}


@pytest.mark.parametrize(("roll", "short", "enough"), [(60, 11, 12), (99, 19, 20), (400, 19, 20)])
def test_r11_twenty_members_or_a_fifth_may_require_a_meeting(roll, short, enough):
    world = Confederation()
    counted(world, "ejido", roll, **EJIDO)
    world.do("ejido", "PetitionPut", "desk", petition="water", matter="asked")
    call = {"meeting": "extra", "on": "2027-03-20", "kind": "asked", "petition": "water"}
    world.do("ejido", "PetitionCounted", "desk", petition="water", members=short)
    refused(world, "PetitionNotReached", "ejido", "MeetingCalled", **call)
    world.do("ejido", "PetitionCounted", "desk", petition="water", members=enough)
    world.do("ejido", "MeetingCalled", "desk", **call)


def test_r11_b_after_five_working_days_without_a_call_they_go_over_its_head():
    """Asked for on a Friday; Friday of the week after is the fifth working day, Monday the first beyond."""
    world = Confederation()
    counted(world, "ejido", 60, **EJIDO)
    world.do("ejido", "PetitionPut", "desk", petition="water", matter="asked")
    world.do("ejido", "PetitionCounted", "desk", petition="water", members=12)
    call = {"meeting": "extra", "on": "2027-04-20", "kind": "asked", "petition": "water"}
    for day in ("2027-03-05", "2027-03-11", "2027-03-12", "2027-03-14"):
        on(world, day)
        refused(world, "NotYetOverdue", "ejido", "MeetingCalled", by="council", **call)
    on(world, "2027-03-15")
    world.do("ejido", "MeetingCalled", "council", **call)
    kept = world.bodies["ejido"]
    assert replay.replay(kept.entries["board"]).board == kept.board


def members_petition(counted_in: str) -> Confederation:
    """Three bodies with 300 members whose council lets a tenth demand a vote, of the members or of the bodies."""
    world = Confederation()
    petition = {"share": "1/10", "counted_in": counted_in}
    ask = matter(stage("referendum", HALF), petition=petition)
    world.found("council", rules({"ask": ask}, bodies=COUNCIL_RULES), book=False)
    for code, members in (("north", 150), ("south", 100), ("east", 50)):
        counted(world, code, members)
        fields = {"code": code, "members": members, "languages": ["es"]}
        world.do(code, "BodyJoined", "desk", to=world.id("council"), **fields)
    world.do("council", "PetitionPut", "desk", petition="well", matter="ask")
    return world


def test_r10_d_in_a_council_a_share_of_the_members_is_one_of_all_members():
    world = members_petition("members")
    opening = {"voting": "v", "matter": "ask", "petition": "well"}
    world.do("north", "PetitionSupported", "desk", to=world.id("council"), petition="well")
    world.do("council", "PetitionCounted", "desk", petition="well", members=29)
    refused(world, "PetitionNotReached", "council", "VotingOpened", **opening)
    world.do("council", "PetitionCounted", "desk", petition="well", members=30)
    world.do("council", "VotingOpened", "desk", **opening)
    check_same(world)


def test_r10_e_in_a_council_a_share_of_the_bodies_is_one_of_bodies_whatever_their_members_signed():
    world = members_petition("bodies")
    opening = {"voting": "v", "matter": "ask", "petition": "well"}
    world.do("council", "PetitionCounted", "desk", petition="well", members=300)
    refused(world, "PetitionNotReached", "council", "VotingOpened", **opening)
    world.do("east", "PetitionSupported", "desk", to=world.id("council"), petition="well")
    world.do("council", "VotingOpened", "desk", **opening)


def test_e22_a_meeting_is_miscalled_by_eight_of_32():
    world = Confederation()
    counted(world, "committee", 32, **CALLS)
    world.do("committee", "PetitionPut", "desk", petition="pay", matter="called")
    world.do("committee", "PetitionCounted", "desk", petition="pay", members=8)
    call = {"meeting": "extra", "on": "2027-03-20", "kind": "called", "petition": "pay"}
    refused(world, "PetitionNotReached", "committee", "MeetingCalled", **call)
    assert board(world, "committee").meetings == {}


def test_e22_b_a_meeting_is_miscalled_by_a_day_of_a_month_of_31():
    """From 5 March the thirtieth day is 4 April; from 5 April it would be 5 May."""
    world = Confederation()
    quorum = [{"share": "3/4"}, {"call": 2, "share": "1/2", "plus": 1, "after_days": 30}]
    counted(world, "ejido", 40, meetings={"quorum": quorum})
    world.do("ejido", "MeetingCalled", "desk", meeting="first", on="2027-03-05")
    world.do("ejido", "AttendanceStated", "desk", meeting="first", present=29)
    second = {"meeting": "second", "call": 2, "first": "first"}
    why = refused(world, "SecondCallTooSoon", "ejido", "MeetingCalled", **second, on="2027-04-03")
    assert (why.figures["days"], why.figures["needed"]) == (29, 30)
    world.do("ejido", "MeetingCalled", "desk", **second, on="2027-04-04")


def test_e22_c_a_vote_in_a_meeting_that_was_called_with_too_little_notice():
    world = Confederation()
    bylaws = matter(stage("members", HALF, in_meeting=True, notice_days=14))
    counted(world, "union", 40, {"bylaws": bylaws}, meetings={"quorum": [{"share": "1/2"}]})
    for name, day in (("thirteen", "2027-03-18"), ("fourteen", "2027-03-19")):
        world.do("union", "MeetingCalled", "desk", meeting=name, on=day)
    for name, day in (("thirteen", "2027-03-18"), ("fourteen", "2027-03-19")):
        on(world, day)
        world.do("union", "AttendanceStated", "desk", meeting=name, present=20)
    asks = {"matter": "bylaws"}
    refused(world, "NoticeTooShort", "union", "VotingOpened", voting="v", meeting="thirteen", **asks)
    assert result_of(world, "w", meeting="fourteen") == "adopted"


def result_of(world: Confederation, voting: str, **fields) -> str:
    """The union adopts by 12 to 8."""
    opened(world, "union", voting, "bylaws", **fields)
    return result(closed(world, "union", voting, yes=12, no=8))
