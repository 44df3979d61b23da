"""Practice, section 1.4: quorum and notice (R35 to R42)."""

from __future__ import annotations

import pytest

from tests.practice import worlds as w


@pytest.mark.parametrize(("present", "quorate"), [(19, False), (20, True)])
def test_r35_four_fifths_of_the_mean_attendance_of_the_last_three_meetings(present, quorate):
    average = {"share": "4/5", "average_of": 3, "minimum": 7}
    world = w.circle(60, meetings={"quorum": [average]})
    for number, came in enumerate((60, 20, 25, 30)):  # the first of these no longer counts
        w.meet(world, f"m{number}", came)
    w.meet(world, "now", present)  # 4/5 of 25
    assert w.board(world).meetings["now"].needed == 20
    assert w.board(world).meetings["now"].quorate is quorate


def test_r35_b_never_below_the_floor_and_where_nobody_met_the_floor_alone():
    average = {"share": "4/5", "average_of": 3, "minimum": 7}
    world = w.circle(60, meetings={"quorum": [average]})
    w.meet(world, "first", 7)
    assert w.board(world).meetings["first"].needed == 7


def test_r35_c_a_vote_online_must_exceed_the_number_of_the_last_meeting():
    more = [{"needs": "more_than", "share": "1", "of": "last_attendance", "counts": "cast"}]
    world = w.circle(6, {"online": w.matter(w.stage(quorum=more, open_days=3))})
    w.meet(world, "m", 3)
    for name, choices, result in (("v", "yyy", "not_quorate"), ("w", "yyyn", "adopted")):
        closes = world.at + 3 * w.DAY
        world.do("us", "VotingOpened", "desk", voting=name, matter="online", closes=closes)
        w.cast(world, name, choices)
        w.wait(world, days=3)
        assert w.close(world, name) == result


EJIDO = {
    "notice_days": 8,
    "quorum": [
        {"share": "3/4"},
        {"call": 2, "share": "1/2", "plus": 1, "after_days": 30},
    ],
}
TWO_THIRDS_OF_THOSE_PRESENT = [{"needs": "at_least", "share": "2/3", "of": "present"}]


def test_r36_the_first_call_needs_three_quarters_the_second_half_and_one_more():
    land = {"land": w.matter(w.stage(in_meeting=True, conditions=TWO_THIRDS_OF_THOSE_PRESENT))}
    world = w.circle(40, land, meetings=EJIDO)
    world.do("us", "MeetingCalled", "desk", meeting="first", on=w.today(world, days=8))
    w.wait(world, days=8)
    world.do("us", "AttendanceStated", "desk", meeting="first", present=29)
    assert w.board(world).meetings["first"].needed == 30
    w.no(world, "NotQuorate", "VotingOpened", voting="v", matter="land", meeting="first")
    second = {"meeting": "second", "call": 2, "first": "first"}
    w.no(world, "SecondCallTooSoon", "MeetingCalled", **second, on=w.today(world, days=29))
    world.do("us", "MeetingCalled", "desk", **second, on=w.today(world, days=30))
    w.wait(world, days=30)
    world.do("us", "AttendanceStated", "desk", meeting="second", present=21)
    assert w.board(world).meetings["second"].needed == 21
    # Fourteen of the 21 there bind the absent and the dissenting.
    assert w.decide(world, "v", "land", "y" * 14 + "n" * 7, meeting="second") == "adopted"
    assert w.decide(world, "w", "land", "y" * 13 + "n" * 8, meeting="second") == "not_adopted"


def test_r36_b_thirty_days_are_thirty_days_also_over_a_month_of_31():
    world = w.circle(4, meetings=EJIDO | {"notice_days": 0})
    w.meet(world, "first", 1)  # 5 March
    second = {"meeting": "second", "call": 2, "first": "first"}
    w.no(world, "SecondCallTooSoon", "MeetingCalled", **second, on="2027-04-03")
    world.do("us", "MeetingCalled", "desk", **second, on="2027-04-04")


@pytest.mark.parametrize(("people", "needed"), [(40, 21), (41, 21), (7, 4)])
def test_r36_c_half_and_one_more_is_a_whole_number_of_people(people, needed):
    world = w.circle(people, meetings={"quorum": [{"share": "1/2", "plus": 1}]})
    w.meet(world, "m", people)
    assert w.board(world).meetings["m"].needed == needed


def frozen_in_time(days: int, before: int) -> bool:
    """Whether a text may be frozen so many days before a meeting where the charter wants `days`."""
    world = w.circle(2, {"m": w.matter(freeze_days=days)})
    w.put(world, "item", "m")
    world.do("us", "MeetingCalled", "desk", meeting="meeting", on=w.today(world, days=before))
    if before < days:
        w.no(world, "FrozenTooLate", "VersionFrozen", proposal="item", version=1, meeting="meeting")
        return False
    w.freeze(world, "item", meeting="meeting")
    return True


def test_r37_motions_are_circulated_a_clear_month_before():
    assert frozen_in_time(31, 31)
    assert not frozen_in_time(31, 30)


def test_r38_a_window_of_45_days_for_proposals_then_the_cascade_of_meetings():
    assert not frozen_in_time(45, 44)
    world = w.circle(2, {"m": w.matter(discussion_days=45)})
    w.put(world, "item", "m")
    w.wait(world, days=44)
    w.no(world, "DiscussedTooShort", "VersionFrozen", proposal="item", version=1)
    w.wait(world, days=1)
    w.freeze(world, "item")


def test_r39_federations_call_four_months_before_and_take_motions_three_months_before():
    congress = {"title": "Congress", "notice_days": 120}
    world = w.circle(2, {"m": w.matter(freeze_days=90)}, meetings={"kinds": {"congress": congress}})
    call = {"meeting": "c", "kind": "congress"}
    w.no(world, "NoticeTooShort", "MeetingCalled", **call, on=w.today(world, days=119))
    world.do("us", "MeetingCalled", "desk", **call, on=w.today(world, days=120))
    w.put(world, "item", "m")
    w.wait(world, days=30)
    w.freeze(world, "item", meeting="c")


def test_r40_translations_are_part_of_the_notice():
    demanded = {"required": [["es", "text"]], "days_before": 150}
    for late, code in ((0, ""), (1, "TranslationLate")):
        world = w.circle(2, {"report": w.matter(freeze_days=180, translations=demanded)})
        w.put(world, "item", "report")
        world.do("us", "MeetingCalled", "desk", meeting="m", on=w.today(world, days=180))
        w.freeze(world, "item", meeting="m")
        w.wait(world, days=30 + late)
        ready = {"proposal": "item", "version": 1, "language": "es", "text": w.TEXT}
        world.do("us", "TranslationReady", "desk", **ready)
        opened = {"voting": "v", "matter": "report"} | w.on("item")
        if code:
            w.no(world, code, "VotingOpened", **opened)
        else:
            world.do("us", "VotingOpened", "desk", **opened)


@pytest.mark.parametrize(("kind", "days"), [("", 7), ("convention", 21), ("emergency", 5), ("steering", 4)])
def test_r41_each_kind_of_meeting_has_its_notice(kind, days):
    kinds = {"convention": 21, "emergency": 5, "steering": 4}
    rules = {
        "notice_days": 7,
        "kinds": {name: {"title": name, "notice_days": n} for name, n in kinds.items()},
    }
    world = w.circle(2, meetings=rules)
    named = {"kind": kind} if kind else {}
    w.no(world, "NoticeTooShort", "MeetingCalled", meeting="m", on=w.today(world, days=days - 1), **named)
    world.do("us", "MeetingCalled", "desk", meeting="m", on=w.today(world, days=days), **named)


def test_r42_the_agenda_holds_what_members_and_the_last_assembly_put_on_it():
    world = w.circle(2)
    w.put(world, "members-item")
    world.do("us", "MeetingCalled", "desk", meeting="m", on=w.today(world), items=["members-item", "plain"])
    assert w.board(world).meetings["m"].items == ("members-item", "plain")
