"""Petitions: enough members or bodies demand a vote, and it must be held."""

from __future__ import annotations

from symbiosis.core.act import Act, BodyId, Count, Name
from symbiosis.core.charters import Petition, matter_of
from symbiosis.core.decided import check_decided
from symbiosis.core.meetings import roll_size
from symbiosis.core.received import Received, check_for_body, proven, sent_act
from symbiosis.core.state import Board, PetitionState, days_between
from symbiosis.counting.conditions import share_of
from symbiosis.errors import Refusal


class PetitionPut(Act, frozen=True, kw_only=True):
    """A demand that a matter be voted on, or that a kind of meeting be called (`matter` names either).

    `about` is what the vote would allow ({"act": "RoleRecalled", ...}), or the proposal that people sign for
    ({"proposal": "cap-on-rents"}), and the vote about it says the same.
    """

    petition: Name
    matter: Name
    about: dict[Name, str] = {}


def check_petition_put(board: Board, act: PetitionPut) -> None:
    """The matter, or kind of meeting, may be petitioned for. Raises `Refusal` NoSuchMatter, NoPetition,
    PetitionExists."""
    petition_rule(board, act.matter)
    if act.petition in board.petitions:
        raise Refusal("PetitionExists", "", petition=act.petition)


def apply_petition_put(board: Board, act: PetitionPut) -> None:
    """It can be supported."""
    board.petitions[act.petition] = PetitionState(
        id=act.petition, matter=act.matter, about=dict(act.about), supporters=set(), put=act.date
    )


class PetitionSupported(Act, frozen=True, kw_only=True):
    """A body supports a petition in its confederation."""

    to: BodyId
    petition: Name
    voting: Name | None = None


def check_petition_supported(board: Board, act: PetitionSupported) -> None:
    """The body is in that confederation. Raises `Refusal` NotInThatConfederation, NotDecided."""
    check_for_body(board, act.to)
    check_decided(board, act, act.voting or "")


class PetitionSupportedReceived(Received, frozen=True, kw_only=True):
    """A body's support for a petition."""


def check_petition_supported_received(board: Board, act: PetitionSupportedReceived) -> None:
    """It is counted once. Raises `Refusal` NoSuchPetition, AlreadySupported."""
    petition = petition_of(board, proven(board, act, PetitionSupported).petition)
    if act.sender in petition.supporters:
        raise Refusal("AlreadySupported", "", proposal=petition.id)


def apply_petition_supported_received(board: Board, act: PetitionSupportedReceived) -> None:
    """One more body; the day on which it is enough is kept."""
    petition = board.petitions[sent_act(act, PetitionSupported).petition]
    petition.supporters.add(act.sender)
    _mark_reached(board, petition, act.date)


class PetitionCounted(Act, frozen=True, kw_only=True):
    """How many members have signed, as the book has it; in a council, as whoever examined the lists says."""

    petition: Name
    members: Count


def check_petition_counted(board: Board, act: PetitionCounted) -> None:
    """The petition is there. Raises `Refusal` NoSuchPetition."""
    petition_of(board, act.petition)


def apply_petition_counted(board: Board, act: PetitionCounted) -> None:
    """The day on which it is enough is kept."""
    petition = board.petitions[act.petition]
    petition.counted = act.members
    _mark_reached(board, petition, act.date)


class RoleRecalled(Act, frozen=True, kw_only=True):
    """A body takes an office back from all who hold it; the book's `RoleEnded` follows by token."""

    role: Name
    voting: Name | None = None


def check_role_recalled(board: Board, act: RoleRecalled) -> None:
    """The charter has the role and the recall was decided. Raises `Refusal` NoSuchRole, NotDecided, NotAdopted."""
    if act.role not in board.charter.roles:
        raise Refusal("NoSuchRole", "roles", role=act.role)
    check_decided(board, act, act.voting or "")


def apply_role_recalled(board: Board, act: RoleRecalled) -> None:
    """The office is vacant."""
    board.recalled_roles[act.role] = board.size
    if act.role in board.offices:
        board.offices[act.role].holders, board.offices[act.role].recalled = 0, act.date


def petition_rule(board: Board, matter: str) -> Petition:
    """The charter's petition for a matter or a kind of meeting; `Refusal` NoSuchMatter, NoPetition."""
    kind = board.charter.meetings.kinds.get(matter)
    rule = kind.petition if kind else matter_of(board.charter, matter).petition
    if rule is None:
        raise Refusal("NoPetition", f"matters.{matter}", matter=matter)
    return rule


def petition_of(board: Board, name: str) -> PetitionState:
    """A petition in this body; `Refusal` NoSuchPetition."""
    petition = board.petitions.get(name)
    if petition is None:
        raise Refusal("NoSuchPetition", "", petition=name)
    return petition


def signatures_needed(board: Board, matter: str, day: str) -> int:
    """How many are enough: the share of the members or bodies, rounded up, or the charter's number if fewer.

    In a council the members are those of all bodies that take part with a vote.
    """
    rule = petition_rule(board, matter)
    of = roll_size(board, day)
    if board.charter.bodies is not None and rule.counted_in == "members":
        of = sum(
            each.members_on(day)
            for each in board.sisters.values()
            if each.takes_part(day) and not each.partner
        )
    share = share_of(rule.share) * of
    needed = -(-share.numerator // share.denominator)
    return min(needed, rule.or_number) if rule.or_number else needed


def signatures(board: Board, petition: PetitionState) -> int:
    """How many have signed: bodies by their own acts, or members as they were counted."""
    of_bodies = board.charter.bodies is not None and (
        petition_rule(board, petition.matter).counted_in == "bodies"
    )
    return len(petition.supporters) if of_bodies else petition.counted


def _mark_reached(board: Board, petition: PetitionState, day: str) -> None:
    have = signatures(board, petition)
    window = petition_rule(board, petition.matter).window_days
    if window and days_between(petition.put, day) > window:
        return
    if not petition.reached and have >= signatures_needed(board, petition.matter, day):
        petition.reached = day
