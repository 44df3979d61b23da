"""Meetings: called in time, and quorate or not, by exact date arithmetic."""

from __future__ import annotations

from fractions import Fraction

from symbiosis.core.act import Act, Count, Day, Name
from symbiosis.core.charters import MeetingKind, Quorum
from symbiosis.core.emergencies import check_on_the_agenda
from symbiosis.core.state import Board, Meeting, days_between, working_days_between
from symbiosis.counting.conditions import share_of
from symbiosis.errors import Refusal


class MeetingCalled(Act, frozen=True, kw_only=True):
    """A meeting on a civil date; `call` 2 and later name the `first` one, which was not quorate.

    `items` are the proposals or matters on its agenda, by name. `kind` is one that the charter has rules for,
    `petition` the demand that it is called on.
    """

    meeting: Name
    on: Day
    call: Count = 1
    first: Name | None = None
    items: tuple[Name, ...] = ()
    kind: Name | None = None
    petition: Name | None = None


def check_meeting_called(board: Board, act: MeetingCalled) -> None:
    """Notice is long enough; a later call follows one without quorum, late enough after it.

    Raises `Refusal` MeetingExists, NoSuchKind, NotForThisMeeting, EmergencyOnTheAgenda, PetitionNotReached,
    NotYetOverdue, NoticeTooShort, NoSuchCall, NoSuchMeeting, FirstCallWasQuorate, SecondCallTooSoon.
    """
    kind = kind_of(board, act.kind or "")
    rule = quorum_rule(board, act.call, act.kind or "")
    if act.meeting in board.meetings:
        raise Refusal("MeetingExists", "", meeting=act.meeting)
    for item in act.items:
        check_kind(board, item, act.kind or "")
    check_on_the_agenda(board, act.items, act.date)
    notice = days_between(act.date, act.on)
    if act.call == 1:
        if kind is not None and kind.petition:
            _check_called(board, act, kind)
        needed = board.charter.meetings.notice_days if kind is None else kind.notice_days
        if notice < needed:
            article = f"meetings.kinds.{act.kind}" if kind else "meetings"
            raise Refusal("NoticeTooShort", f"{article}.notice_days", days=notice, needed=needed)
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
        id=act.meeting,
        on=act.on,
        called=act.date,
        call=act.call,
        first=act.first or "",
        items=act.items,
        kind=act.kind or "",
    )


def _check_called(board: Board, act: MeetingCalled, kind: MeetingKind) -> None:
    """Enough have asked for it; some roles may call it only when those who should have not done so in time."""
    article = f"meetings.kinds.{act.kind}"
    petition = board.petitions.get(act.petition or "")
    if petition is None or petition.matter != act.kind or not petition.reached:
        raise Refusal("PetitionNotReached", f"{article}.petition")
    waited = working_days_between(petition.reached, act.date)
    if act.by in kind.overdue_callers and waited <= kind.overdue_working_days:
        raise Refusal("NotYetOverdue", article, days=waited, needed=kind.overdue_working_days)


def kind_of(board: Board, name: str) -> MeetingKind | None:
    """The rules for a kind of meeting, None for a meeting of no special kind; `Refusal` NoSuchKind."""
    if not name:
        return None
    kind = board.charter.meetings.kinds.get(name)
    if kind is None:
        raise Refusal("NoSuchKind", "meetings.kinds", kind=name)
    return kind


def check_kind(board: Board, item: str, kind: str) -> None:
    """A proposal is on the agenda only of a meeting that may decide its matter; `Refusal` NotForThisMeeting."""
    proposal = board.proposals.get(item)
    matter = board.charter.matters.get(proposal.matter if proposal else item)
    if matter is not None and matter.kinds and kind not in matter.kinds:
        raise Refusal("NotForThisMeeting", "matters", item=item, kinds=", ".join(matter.kinds))


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
    meeting.needed = needed_now(board, meeting, act.date)


def needed_now(board: Board, meeting: Meeting, day: str) -> int:
    """How many must be there for a meeting's quorum, by the roll of a day."""
    rule = quorum_rule(board, meeting.call, meeting.kind)
    return needed_for(rule, roll_size(board, day), attendance_before(board, meeting.kind, meeting.id))


def needed_for(rule: Quorum, roll: int, before: list[int]) -> int:
    """How many must be there, of a roll or of the mean of the last attendances, and never below the minimum.

    The share is rounded up; with `plus` its whole part is taken and `plus` added.
    """
    base = Fraction(roll)
    if rule.average_of:
        counted = before[-rule.average_of :]
        base = Fraction(sum(counted), len(counted)) if counted else Fraction(0)
    share = share_of(rule.share) * base
    whole = share.numerator // share.denominator
    rounded = whole + rule.plus if rule.plus else -(-share.numerator // share.denominator)
    return max(rule.minimum, rounded)


def attendance_before(board: Board, kind: str = "", but: str = "") -> list[int]:
    """How many came to each meeting of a kind held so far, quorate or not, in order; `but` one leaves it out."""
    held = [m for m in board.meetings.values() if m.kind == kind and m.id != but]
    return [m.present for m in held if m.present is not None]


def last_attendance(board: Board) -> int:
    """How many came to the last quorate meeting; 0 where there was none."""
    held = [m.present for m in board.meetings.values() if m.quorate and m.present is not None]
    return held[-1] if held else 0


def quorum_rule(board: Board, call: int, kind: str = "") -> Quorum:
    """The charter's quorum for this call of such a meeting. Raises `Refusal` NoSuchCall, NoSuchKind."""
    own = kind_of(board, kind)
    for rule in (own.quorum if own else ()) or board.charter.meetings.quorum:
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
    """Members of an assembly, or bodies that take part in a council with a vote, on a date."""
    if board.charter.bodies is None:
        return board.members
    return sum(sister.takes_part(day) and not sister.partner for sister in board.sisters.values())
