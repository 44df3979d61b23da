"""Ratification: each body's own word on a council's decision."""

from __future__ import annotations

from typing import Annotated

import msgspec

from symbiosis.core.act import Act, BodyId, Name, Tally
from symbiosis.core.decided import voting_of
from symbiosis.core.received import Received, check_for_body, proven, sent_act
from symbiosis.core.state import Board
from symbiosis.core.voting import open_voting
from symbiosis.counting.outcomes import side_of
from symbiosis.errors import Refusal

Answer = Annotated[str, msgspec.Meta(pattern=r"^(yes|no|abstain)$")]


class RatificationGiven(Act, frozen=True, kw_only=True):
    """A body's answer to a decision of its council: `voting` there, `own` the body's vote behind the answer."""

    to: BodyId
    voting: Name
    answer: Answer
    tally: Tally
    own: Name


def check_ratification_given(board: Board, act: RatificationGiven) -> None:
    """The answer is the side of the body's own closed vote about it.

    Raises `Refusal` NotInThatConfederation, NoSuchVoting, NotAdopted, DecidedSomethingElse, TallyDiffers.
    """
    check_for_body(board, act.to)
    own = voting_of(board, act.own)
    if own.outcome is None or own.outcome.result == "not_quorate":
        raise Refusal("NotAdopted", f"matters.{own.matter}", voting=own.id)
    if own.about != {"act": "RatificationGiven", "to": act.to, "voting": act.voting}:
        raise Refusal("DecidedSomethingElse", "", voting=own.id, act="RatificationGiven")
    if own.behind != act.tally:
        raise Refusal("TallyDiffers", "", voting=own.id)
    people = {side: act.tally.get(side, 0) for side in ("yes", "no")}
    adopted = own.outcome.result == "adopted"
    if act.answer != ("yes" if adopted else "no" if side_of(people) != "abstain" else "abstain"):
        raise Refusal("VotesDoNotFollow", "")


class RatificationGivenReceived(Received, frozen=True, kw_only=True):
    """A body's answer."""


def check_ratification_given_received(board: Board, act: RatificationGivenReceived) -> None:
    """Ratification is open to that body. Raises `Refusal` NoSuchVoting, VotingIsClosed, NotInTheElectorate."""
    sent = proven(board, act, RatificationGiven)
    voting = open_voting(board, sent.voting, act.at)
    if voting.rule(board).electorate != "bodies" or act.sender not in voting.electorate:
        raise Refusal("NotInTheElectorate", f"matters.{voting.matter}")


def apply_ratification_given_received(board: Board, act: RatificationGivenReceived) -> None:
    """The answer counts; a later one takes its place while ratification is open."""
    sent = sent_act(act, RatificationGiven)
    board.votings[sent.voting].answers[act.sender] = sent.answer
