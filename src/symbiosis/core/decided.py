"""Acts that the charter says must be decided first."""

from __future__ import annotations

import msgspec

from symbiosis.core.act import Act
from symbiosis.core.state import Board, Voting
from symbiosis.errors import Refusal

NAMED = {
    "AmendmentDecided": "amendment",
    "BodyAdmitted": "body",
    "BodyExpelled": "case",
    "BodyLeft": "to",
    "BodyReinstated": "body",
    "BodySuspended": "body",
    "CharterChanged": "digest",
    "DecisionAnnulled": "decision",
    "MemberExpelled": "case",
    "NameSettled": "body",
    "OfficeFilled": "role",
    "RoleRecalled": "role",
    "SeatRecalled": "credential",
}
"""What a vote must have named to be about one of these acts: nobody is recalled by a vote about anybody."""


def voting_of(board: Board, name: str) -> Voting:
    """A voting of this body; `Refusal` NoSuchVoting."""
    voting = board.votings.get(name)
    if voting is None:
        raise Refusal("NoSuchVoting", "", voting=name)
    return voting


def check_decided(board: Board, act: Act, voting: str) -> None:
    """Where the charter names a matter for this act, an adopted voting about exactly this act is behind it.

    Raises `Refusal` NotDecided (no voting named), NotAdopted, DecidedSomethingElse.
    """
    kind = type(act).__name__
    matter = board.charter.decisions.get(kind, "")
    if not matter:
        if voting:
            check_adopted_about(board, act, voting_of(board, voting))
        return
    article = f"decisions.{kind}"
    if not voting:
        raise Refusal("NotDecided", article, act=kind, matter=matter)
    held = voting_of(board, voting)
    if held.matter != matter:
        raise Refusal("DecidedSomethingElse", article, voting=voting, act=kind)
    check_adopted_about(board, act, held)


def check_adopted_about(board: Board, act: Act, voting: Voting) -> None:
    """The voting was adopted in its last stage, is not contested, and was about this very act."""
    kind = type(act).__name__
    outcome = voting.outcome
    stages = board.charters[voting.charter].charter.matters[voting.matter].stages
    more = voting.stage < len(stages) and stages[voting.stage].after == "adopted"
    if outcome is None or outcome.result != "adopted" or voting.contests or more:
        raise Refusal("NotAdopted", f"matters.{voting.matter}", voting=voting.id)
    fields = msgspec.to_builtins(act)
    silent = not {"act", NAMED.get(kind, "act")} <= set(voting.about)
    if silent:
        raise Refusal("DecidedSomethingElse", f"matters.{voting.matter}", voting=voting.id, act=kind)
    for name, value in voting.about.items():
        same = value == kind if name == "act" else str(fields.get(name, "")) == value
        if not same:
            raise Refusal("DecidedSomethingElse", f"matters.{voting.matter}", voting=voting.id, act=kind)
