"""Emergencies: what must be done before anybody can meet, and the assembly's judgement of it afterwards."""

from __future__ import annotations

from symbiosis.core.act import Act, Count, Line, Name, Text
from symbiosis.core.charters import Emergencies
from symbiosis.core.decided import voting_of
from symbiosis.core.state import Board, Emergency, day_after
from symbiosis.errors import Refusal


class EmergencyDecided(Act, frozen=True, kw_only=True):
    """A role acts in extreme need between meetings and says why.

    `amount` is what it spends, in integer minor units of the charter's currency; `signers` are the marks of those
    who signed, never names.
    """

    emergency: Name
    reason: Line
    text: Text
    signers: tuple[Name, ...]
    amount: Count = 0


def check_emergency_decided(board: Board, act: EmergencyDecided) -> None:
    """The charter lets this role do so, with enough signers and under its ceiling.

    Raises `Refusal` NoEmergencies, NotInThePower, EmergencyExists, TwoTellersNeeded, AboveTheCeiling.
    """
    rule = emergency_rule(board)
    if act.by not in rule.by:
        raise Refusal("NotInThePower", "emergencies.by", role=act.by, act="EmergencyDecided")
    if act.emergency in board.emergencies:
        raise Refusal("EmergencyExists", "", emergency=act.emergency)
    if len(set(act.signers)) < rule.signers or len(set(act.signers)) != len(act.signers):
        raise Refusal("TwoTellersNeeded", "emergencies.signers", needed=rule.signers)
    if act.amount > rule.most:
        raise Refusal("AboveTheCeiling", "emergencies.most", amount=act.amount, most=rule.most)


def apply_emergency_decided(board: Board, act: EmergencyDecided) -> None:
    """It holds until it is judged, and is void after the charter's days if nobody judges it."""
    board.emergencies[act.emergency] = Emergency(
        id=act.emergency,
        reason=act.reason,
        text=act.text,
        amount=act.amount,
        by=act.by,
        done=act.date,
        due=day_after(act.date, emergency_rule(board).judged_days),
    )


class EmergencyJudged(Act, frozen=True, kw_only=True):
    """What the assembly said of it: confirmed where the vote about it adopted, refused where it did not."""

    emergency: Name
    voting: Name


def check_emergency_judged(board: Board, act: EmergencyJudged) -> None:
    """The vote was about this emergency, by the charter's matter, is over and not contested.

    Raises `Refusal` NoEmergencies, NoSuchEmergency, EmergencyIsOver, NoSuchVoting, DecidedSomethingElse, NotYetOver.
    """
    held = board.emergencies.get(act.emergency)
    if held is None:
        raise Refusal("NoSuchEmergency", "", emergency=act.emergency)
    if held.standing(act.date) != "waiting":
        raise Refusal("EmergencyIsOver", "emergencies.judged_days", emergency=act.emergency, date=held.due)
    voting = voting_of(board, act.voting)
    wanted = {"act": "EmergencyJudged", "emergency": act.emergency}
    if voting.matter != emergency_rule(board).matter or voting.about != wanted:
        raise Refusal("DecidedSomethingElse", "emergencies.matter", voting=voting.id, act="EmergencyJudged")
    if voting.outcome is None or voting.contests or voting.outcome.result not in ("adopted", "not_adopted"):
        raise Refusal("NotYetOver", "", voting=voting.id)


def apply_emergency_judged(board: Board, act: EmergencyJudged) -> None:
    """Confirmed it is a decision like others; refused it is void for the future, and nothing is clawed back."""
    outcome = board.votings[act.voting].outcome
    adopted = outcome is not None and outcome.result == "adopted"
    board.emergencies[act.emergency].judged = "confirmed" if adopted else "refused"


def emergency_rule(board: Board) -> Emergencies:
    """The charter's rule; `Refusal` NoEmergencies."""
    if board.charter.emergencies is None:
        raise Refusal("NoEmergencies", "emergencies")
    return board.charter.emergencies


def check_on_the_agenda(board: Board, items: tuple[str, ...], day: str) -> None:
    """What was done in an emergency is an item of the next meeting that is called; `Refusal` EmergencyOnTheAgenda."""
    listed = {item for meeting in board.meetings.values() for item in meeting.items}
    for held in board.emergencies.values():
        if held.standing(day) == "waiting" and held.id not in listed and held.id not in items:
            raise Refusal("EmergencyOnTheAgenda", "emergencies", emergency=held.id)
