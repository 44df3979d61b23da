"""Caucuses: bodies of their own in a council, that may refer an item and have matters reserved to them."""

from __future__ import annotations

from symbiosis.core.act import Act, BodyId, Line, Name
from symbiosis.core.charters import Caucus, bodies_of
from symbiosis.core.decided import check_decided
from symbiosis.core.proposals import open_proposal
from symbiosis.core.received import Received, check_for_body, proven, sent_act, sister_of
from symbiosis.core.state import Board
from symbiosis.errors import Refusal


class ItemReferred(Act, frozen=True, kw_only=True):
    """A caucus asks the council to wait with an item, and says why."""

    to: BodyId
    proposal: Name
    reason: Line
    voting: Name | None = None


def check_item_referred(board: Board, act: ItemReferred) -> None:
    """The caucus is in that confederation. Raises `Refusal` NotInThatConfederation, NotDecided."""
    check_for_body(board, act.to)
    check_decided(board, act, act.voting or "")


class ItemReferredReceived(Received, frozen=True, kw_only=True):
    """A caucus' referral."""


def check_item_referred_received(board: Board, act: ItemReferredReceived) -> None:
    """The charter gives this caucus the right, and it has not used it for this version.

    Raises `Refusal` NoSuchProposal, ProposalIsOver, NoReferral, AlreadyReferredBack.
    """
    proposal = open_proposal(board, proven(board, act, ItemReferred).proposal)
    caucus = caucus_of(board, act.sender)
    if caucus is None or not caucus.referral_hours:
        raise Refusal("NoReferral", "bodies.caucuses", body=sister_of(board, act.sender).code)
    if proposal.referrals.get(act.sender) == len(proposal.versions):
        raise Refusal("AlreadyReferredBack", "bodies.caucuses")


def apply_item_referred_received(board: Board, act: ItemReferredReceived) -> None:
    """The item waits so many hours; nothing else does."""
    proposal = board.proposals[sent_act(act, ItemReferred).proposal]
    caucus = caucus_of(board, act.sender)
    hours = caucus.referral_hours if caucus else 0
    proposal.referrals[act.sender] = len(proposal.versions)
    proposal.suspended_until = max(proposal.suspended_until, act.at + hours * 3600)


def caucus_of(board: Board, body: str) -> Caucus | None:
    """The caucus that a sister is in this council; None where she is none."""
    code = sister_of(board, body).code
    return next((each for each in bodies_of(board.charter).caucuses.values() if each.body == code), None)
