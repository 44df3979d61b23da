"""Meetings: called in time, and quorate or not, by exact date arithmetic."""

from __future__ import annotations

from symbiosis.core.act import Act, Count, Day, Name
from symbiosis.core.charters import Quorum
from symbiosis.core.state import Board, Meeting, days_between
from symbiosis.counting.conditions import share_of
from symbiosis.errors import Refusal


class MeetingCalled(Act, frozen=True, kw_only=True):
    """A meeting on a civil date; `call` 2 and later name the `first` one, which was not quorate.

    `items` are the proposals or matters on its agenda, by name.
    """

    meeting: Name
    on: Day
    call: Count = 1
    first: Name | None = None
    items: tuple[Name, ...] = ()


def check_meeting_called(board: Board, act: MeetingCalled) -> None:
    """Notice is long enough; a later call follows one without quorum, late enough after it.

    Raises `Refusal` MeetingExists, NoticeTooShort, NoSuchCall, NoSuchMeeting, FirstCallWasQuorate,
    SecondCallTooSoon.
    """
    rule = quorum_rule(board, act.call)
    if act.meeting in board.meetings:
        raise Refusal("MeetingExists", "", meeting=act.meeting)
    notice = days_between(act.date, act.on)
    if act.call == 1:
        needed = board.charter.meetings.notice_days
        if notice < needed:
            raise Refusal("NoticeTooShort", "meetings.notice_days", days=notice, needed=needed)
        return
    if notice < 0:
        raise Refusal("DateInThePast", "meetings", date=act.on)
    first = board.meetings.get(act.first or "")
    if first is None:
        raise Refusal("NoSuchMeeting", "meetings.quorum", meeting=act.first or "")
    if first.present is None or first.quorate or first.call != act.call - 1:
        raise Refusal("FirstCallWasQuorate", "meetings.quorum", meeting=first.id)
    if days_between(first.on, act.on) < rule.after_days:
        raise Refusal(
            "SecondCallTooSoon",
            "meetings.quorum",
            days=days_between(first.on, act.on),
            needed=rule.after_days,
        )


def apply_meeting_called(board: Board, act: MeetingCalled) -> None:
    """The meeting is on the calendar with its notice."""
    board.meetings[act.meeting] = Meeting(
        id=act.meeting, on=act.on, called=act.date, call=act.call, first=act.first or "", items=act.items
    )


class AttendanceStated(Act, frozen=True, kw_only=True):
    """How many are present: members in an assembly, bodies in a council."""

    meeting: Name
    present: Count


def check_attendance_stated(board: Board, act: AttendanceStated) -> None:
    """The meeting was called and its day has come; no more are present than are on the roll.

    Raises `Refusal` NoSuchMeeting, MeetingNotToday, MoreThanTheRoll.
    """
    meeting = meeting_of(board, act.meeting)
    if days_between(meeting.on, act.date) < 0:
        raise Refusal("MeetingNotToday", "", on=meeting.on)
    if act.present > roll_size(board, act.date):
        raise Refusal("MoreThanTheRoll", "", present=act.present, roll=roll_size(board, act.date))


def apply_attendance_stated(board: Board, act: AttendanceStated) -> None:
    """The quorum of this call is judged by the roll as it was last counted."""
    meeting = board.meetings[act.meeting]
    meeting.present = act.present
    meeting.needed = needed_for(quorum_rule(board, meeting.call), roll_size(board, act.date))


def needed_for(rule: Quorum, roll: int) -> int:
    """How many must be there: the share of the roll rounded up, and never below the minimum."""
    share = share_of(rule.share) * roll
    return max(rule.minimum, -(-share.numerator // share.denominator))


def quorum_rule(board: Board, call: int) -> Quorum:
    """The charter's quorum for this call. Raises `Refusal` NoSuchCall."""
    for rule in board.charter.meetings.quorum:
        if rule.call == call:
            return rule
    raise Refusal("NoSuchCall", "meetings.quorum", call=call)


def meeting_of(board: Board, name: str) -> Meeting:
    """A meeting that was called; `Refusal` NoSuchMeeting."""
    meeting = board.meetings.get(name)
    if meeting is None:
        raise Refusal("NoSuchMeeting", "", meeting=name)
    return meeting


def roll_size(board: Board, day: str) -> int:
    """Members of an assembly, or bodies that take part in a council, on a date."""
    if board.charter.bodies is None:
        return board.members
    return sum(sister.takes_part(day) for sister in board.sisters.values())
