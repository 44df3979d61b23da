"""Giving account: answers that are owed, reports of delegations, dissent, and decisions that were void."""

from __future__ import annotations

from symbiosis.core.act import Act, BodyId, Count, Line, Name, Text
from symbiosis.core.decided import check_decided, voting_of
from symbiosis.core.proposals import proposal_of
from symbiosis.core.received import check_for_body
from symbiosis.core.state import Board
from symbiosis.errors import Refusal


class AnswerGiven(Act, frozen=True, kw_only=True):
    """The body answers a proposal that it does not take up, with its reasons."""

    proposal: Name
    text: Text


def check_answer_given(board: Board, act: AnswerGiven) -> None:
    """The charter owes an answer. Raises `Refusal` NoSuchProposal, NoAnswerOwed."""
    if not proposal_of(board, act.proposal).answer_due:
        raise Refusal("NoAnswerOwed", "matters", proposal=act.proposal)


def apply_answer_given(board: Board, act: AnswerGiven) -> None:
    """The answer is given; a later decision may still adopt what was asked for."""
    board.proposals[act.proposal].answered = act.date


class ReportGiven(Act, frozen=True, kw_only=True):
    """A delegation's account of one vote in a council, before the body that sent it.

    `accepted` is the body's own word on whether its mandate was kept.
    """

    to: BodyId
    voting: Name
    text: Text
    accepted: bool = True


def check_report_given(board: Board, act: ReportGiven) -> None:
    """The body is in that confederation and has not heard this account yet. Raises `Refusal`
    NotInThatConfederation, AlreadyReported."""
    check_for_body(board, act.to)
    if (act.to, act.voting) in board.accounts:
        raise Refusal("AlreadyReported", "", voting=act.voting)


def apply_report_given(board: Board, act: ReportGiven) -> None:
    """The account is no longer owed."""
    board.accounts[act.to, act.voting] = "accepted" if act.accepted else "not_accepted"


class DissentNoted(Act, frozen=True, kw_only=True):
    """So many people want it written down that they do not agree, and why ("under protest")."""

    voting: Name
    note: Line
    people: Count


def check_dissent_noted(board: Board, act: DissentNoted) -> None:
    """The vote is closed and no more dissent than took part. Raises `Refusal` NoSuchVoting, NotYetOver,
    MoreThanTheRoll."""
    voting = voting_of(board, act.voting)
    if not voting.closed:
        raise Refusal("NotYetOver", "", voting=act.voting)
    if act.people > voting.entitled:
        raise Refusal("MoreThanTheRoll", "", present=act.people, roll=voting.entitled)


def apply_dissent_noted(board: Board, act: DissentNoted) -> None:
    """It stands beside the decision for ever."""
    board.votings[act.voting].dissent.append((act.note, act.people))


class DecisionAnnulled(Act, frozen=True, kw_only=True):
    """A decision turns out to have been outside the body's competence, or against its charter: it is void.

    Nothing is deleted: the decision and this act stand beside each other.
    """

    decision: Name
    reason: Line
    voting: Name | None = None


def check_decision_annulled(board: Board, act: DecisionAnnulled) -> None:
    """It was adopted and is not void already. Raises `Refusal` NoSuchVoting, NotAdopted, AlreadyVoid, NotDecided."""
    held = voting_of(board, act.decision)
    if held.outcome is None or held.outcome.result != "adopted":
        raise Refusal("NotAdopted", f"matters.{held.matter}", voting=held.id)
    if held.void_from:
        raise Refusal("AlreadyVoid", "", voting=held.id, date=held.void_from)
    check_decided(board, act, act.voting or "")


def apply_decision_annulled(board: Board, act: DecisionAnnulled) -> None:
    """It binds nobody from today on."""
    held = board.votings[act.decision]
    held.void_from, held.annulled = act.date, act.reason


def reports_owed(home: Board, council: Board) -> list[str]:
    """The closed votes of a council in which a body's delegation voted and of which it has given no account."""
    return [
        voting.id
        for voting in council.votings.values()
        if voting.closed and home.id in voting.cast and (council.id, voting.id) not in home.accounts
    ]
