"""Putting somebody out, with due process: charges, notice, the right to answer, a decision, appeal."""

from __future__ import annotations

from typing import Annotated

import msgspec

from symbiosis.core.act import Act, BodyId, Day, Line, Name, Text
from symbiosis.core.charters import Expulsion
from symbiosis.core.decided import check_adopted_about, check_decided, voting_of
from symbiosis.core.received import sister_of
from symbiosis.core.state import Board, Case, days_between
from symbiosis.errors import Refusal

Against = Annotated[str, msgspec.Meta(pattern=r"^(member|body)$")]


class CaseOpened(Act, frozen=True, kw_only=True):
    """Charges in writing against a member (never named here) or a `body`, on a ground that the charter lists."""

    case: Name
    against: Against
    ground: Name
    text: Text
    body: BodyId | None = None


def check_case_opened(board: Board, act: CaseOpened) -> None:
    """The ground is on the charter's closed list. Raises `Refusal` NoExpulsion, CaseExists, GroundNeeded,
    NotAMember."""
    rule = expulsion_rule(board)
    if act.case in board.cases:
        raise Refusal("CaseExists", "", case=act.case)
    if act.ground not in rule.grounds:
        raise Refusal("GroundNeeded", "expulsion.grounds", grounds=", ".join(rule.grounds))
    if act.against == "body":
        sister_of(board, act.body or "")


def apply_case_opened(board: Board, act: CaseOpened) -> None:
    """The days of notice begin."""
    board.cases[act.case] = Case(
        id=act.case,
        against=act.against,
        body=act.body or "",
        ground=act.ground,
        charges=act.text,
        opened=act.date,
    )


class AnswerHeard(Act, frozen=True, kw_only=True):
    """The accused have answered the charges, in writing or before the body."""

    case: Name
    text: Text


def check_answer_heard(board: Board, act: AnswerHeard) -> None:
    """The case is open. Raises `Refusal` NoSuchCase."""
    case_of(board, act.case)


def apply_answer_heard(board: Board, act: AnswerHeard) -> None:
    """It stands beside the charges."""
    board.cases[act.case].answered = True


class CaseAppealed(Act, frozen=True, kw_only=True):
    """The accused appeal against the decision: it is not carried out while the appeal is open."""

    case: Name


def check_case_appealed(board: Board, act: CaseAppealed) -> None:
    """It was decided, not too long ago, and not appealed before. Raises `Refusal` NoSuchCase, NotAdopted,
    GraceIsOver."""
    case = case_of(board, act.case)
    closed = _decided_on(board, case)
    if not closed or case.appealed:
        raise Refusal("NotAdopted", "expulsion", voting=act.case)
    days = expulsion_rule(board).appeal_days
    if days_between(closed, act.date) > days:
        raise Refusal("GraceIsOver", "expulsion.appeal_days", hours=days * 24)


def apply_case_appealed(board: Board, act: CaseAppealed) -> None:
    """The upper body, or whom the charter says, has the last word."""
    board.cases[act.case].appealed = act.date


class AppealDecided(Act, frozen=True, kw_only=True):
    """What came of an appeal: `upheld` for the accused, or the decision stands."""

    case: Name
    upheld: bool
    note: Line


def check_appeal_decided(board: Board, act: AppealDecided) -> None:
    """An appeal is open. Raises `Refusal` NoSuchCase, NoAppeal."""
    case = case_of(board, act.case)
    if not case.appealed or case.upheld is not None:
        raise Refusal("NoAppeal", "expulsion", case=act.case)


def apply_appeal_decided(board: Board, act: AppealDecided) -> None:
    """Upheld, the case is over; otherwise the decision can be carried out."""
    case = board.cases[act.case]
    case.upheld = act.upheld
    case.done = act.upheld


class BodyExpelled(Act, frozen=True, kw_only=True):
    """A body is put out of the confederation, from a day on. What it mandated and voted before stands."""

    case: Name
    body: BodyId
    effective: Day
    voting: Name


def check_body_expelled(board: Board, act: BodyExpelled) -> None:
    """The case is about this body and was gone through to its end. Raises `Refusal` NoSuchCase, NotAMember,
    DecidedSomethingElse, NotAdopted, AppealIsOpen, DateInThePast."""
    case = case_of(board, act.case)
    sister_of(board, act.body)
    if case.body != act.body:
        raise Refusal("DecidedSomethingElse", "expulsion", voting=act.voting, act="BodyExpelled")
    check_carried_out(board, act, act.case, act.voting)
    if days_between(act.date, act.effective) < 0:
        raise Refusal("DateInThePast", "", date=act.effective)


def apply_body_expelled(board: Board, act: BodyExpelled) -> None:
    """It takes part until that day."""
    board.sisters[act.body].left = act.effective
    board.cases[act.case].done = True


class BodySuspended(Act, frozen=True, kw_only=True):
    """A body has a voice and no vote until it is reinstated (dues owed, a case under way)."""

    body: BodyId
    reason: Line
    voting: Name | None = None


def check_body_suspended(board: Board, act: BodySuspended) -> None:
    """It takes part and is not suspended. Raises `Refusal` NotAMember, AlreadySuspended, NotDecided."""
    if sister_of(board, act.body).suspended:
        raise Refusal("AlreadySuspended", "")
    check_decided(board, act, act.voting or "")


def apply_body_suspended(board: Board, act: BodySuspended) -> None:
    """It is in no electorate that is fixed from now on; votes under way go on as they were opened."""
    board.sisters[act.body].suspended = act.date


class BodyReinstated(Act, frozen=True, kw_only=True):
    """A suspended body votes again."""

    body: BodyId
    voting: Name | None = None


def check_body_reinstated(board: Board, act: BodyReinstated) -> None:
    """It was suspended. Raises `Refusal` NotAMember, NotSuspended, NotDecided."""
    if not sister_of(board, act.body).suspended:
        raise Refusal("NotSuspended", "")
    check_decided(board, act, act.voting or "")


def apply_body_reinstated(board: Board, act: BodyReinstated) -> None:
    """It is in every electorate that is fixed from now on."""
    board.sisters[act.body].suspended = ""


def expulsion_rule(board: Board) -> Expulsion:
    """The charter's rule; `Refusal` NoExpulsion."""
    if board.charter.expulsion is None:
        raise Refusal("NoExpulsion", "expulsion")
    return board.charter.expulsion


def case_of(board: Board, name: str) -> Case:
    """A case that is not over; `Refusal` NoSuchCase."""
    case = board.cases.get(name)
    if case is None or case.done:
        raise Refusal("NoSuchCase", "", case=name)
    return case


def check_ready(board: Board, about: dict[str, str], matter: str, day: str) -> None:
    """A vote to put somebody out: by the charter's matter, on charges that were put long enough before.

    Raises `Refusal` NoExpulsion, NoSuchCase, AnotherMatter, NoticeTooShort.
    """
    if about.get("act") not in ("MemberExpelled", "BodyExpelled"):
        return
    rule, case = expulsion_rule(board), case_of(board, about.get("case", ""))
    if matter != rule.matter:
        raise Refusal("AnotherMatter", "expulsion.matter", matter=rule.matter)
    days = days_between(case.opened, day)
    if days < rule.notice_days:
        raise Refusal("NoticeTooShort", "expulsion.notice_days", days=days, needed=rule.notice_days)


def check_carried_out(board: Board, act: Act, name: str, voting: str) -> None:
    """The decision was adopted, the days of appeal are over, and no appeal is open.

    Raises `Refusal` NoExpulsion, NoSuchVoting, AnotherMatter, NotAdopted, DecidedSomethingElse, AppealIsOpen.
    """
    rule, case, held = expulsion_rule(board), case_of(board, name), voting_of(board, voting)
    if held.matter != rule.matter:
        raise Refusal("AnotherMatter", "expulsion.matter", matter=rule.matter)
    check_adopted_about(board, act, held)
    open_appeal = case.appealed and case.upheld is None
    early = not case.appealed and days_between(held.closed_date, act.date) <= rule.appeal_days
    if open_appeal or (early and rule.appeal_days):
        raise Refusal("AppealIsOpen", "expulsion.appeal_days", days=rule.appeal_days)


def _decided_on(board: Board, case: Case) -> str:
    """The day on which the vote about a case was closed with its adoption; "" before that."""
    for voting in board.votings.values():
        adopted = voting.outcome is not None and voting.outcome.result == "adopted"
        if voting.about.get("case") == case.id and adopted:
            return voting.closed_date
    return ""
