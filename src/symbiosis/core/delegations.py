"""Delegations: elected, completed by alternates, recalled; their composition as counts."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

import msgspec

from symbiosis.core.act import Act, BodyId, Count, Day, Name
from symbiosis.core.charters import Composition, bodies_of
from symbiosis.core.decided import check_decided
from symbiosis.core.received import Received, check_for_body, proven, sent_act
from symbiosis.core.state import Board, Credential, Delegation, days_between
from symbiosis.counting.conditions import holds, share_of
from symbiosis.errors import Refusal

Kind = Annotated[str, msgspec.Meta(pattern=r"^(delegate|alternate|observer|notetaker)$")]


class Seat(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One credential: an identifier that the body gives to a person it knows, and what it is for."""

    credential: Name
    kind: Kind


class DelegationElected(Act, frozen=True, kw_only=True):
    """A body chooses the people it sends; `composition` counts its seated delegates ({"women": 1})."""

    to: BodyId
    seats: tuple[Seat, ...]
    composition: dict[Name, Count] = {}
    until: Day | None = None
    voting: Name | None = None


def check_delegation_elected(board: Board, act: DelegationElected) -> None:
    """Credentials differ, and no trait is counted more often than there are delegates.

    Raises `Refusal` NotInThatConfederation, SeatTwice, MoreThanTheDelegation, NotDecided.
    """
    check_for_body(board, act.to)
    names = [seat.credential for seat in act.seats]
    if len(set(names)) != len(names):
        raise Refusal("SeatTwice", "")
    _check_counts(act.composition, sum(seat.kind == "delegate" for seat in act.seats))
    check_decided(board, act, act.voting or "")


def apply_delegation_elected(board: Board, act: DelegationElected) -> None:
    """The body has a delegation there; a new election replaces the old one whole."""
    _take(board, act, board.id)


class DelegationElectedReceived(Received, frozen=True, kw_only=True):
    """A body's delegation."""


def check_delegation_elected_received(board: Board, act: DelegationElectedReceived) -> None:
    """It has the size and term that the charter gives, and no composition that the charter refuses.

    Raises `Refusal` WrongDelegationSize, TermTooLong, SameDelegateAgain, CompositionRefused.
    """
    sent = proven(board, act, DelegationElected)
    rule = bodies_of(board.charter).delegations
    for kind, most in (
        ("delegate", rule.delegates),
        ("alternate", rule.alternates),
        ("observer", rule.observers),
        ("notetaker", rule.notetakers),
    ):
        count = sum(seat.kind == kind for seat in sent.seats)
        if count > most or (kind == "delegate" and count == 0):
            raise Refusal("WrongDelegationSize", "bodies.delegations", kind=kind, count=count, most=most)
    days = rule.term_days
    if days and (not sent.until or days_between(act.date, sent.until) > days):
        raise Refusal("TermTooLong", "bodies.delegations.term_days", days=days)
    if rule.rotation:
        _check_rotation(board, act.sender, sent.seats)
    _check_refused(board, act.sender, sent.composition, sum(s.kind == "delegate" for s in sent.seats))


def _check_rotation(board: Board, sender: str, seats: tuple[Seat, ...]) -> None:
    before = board.delegations.get((sender, board.id))
    sat = {each.id for each in before.credentials.values() if each.sat} if before else set()
    for seat in seats:
        if seat.kind == "delegate" and seat.credential in sat:
            raise Refusal("SameDelegateAgain", "bodies.delegations.rotation", credential=seat.credential)


def apply_delegation_elected_received(board: Board, act: DelegationElectedReceived) -> None:
    """The delegation may take its seats."""
    _take(board, sent_act(act, DelegationElected), act.sender)


def _take(board: Board, act: DelegationElected, sender: str) -> None:
    before = board.delegations.get((sender, act.to))
    credentials = {}
    for seat in act.seats:
        # Who sat and sits on keeps what was voted; a recalled seat that is given again begins anew.
        held = before.credentials.get(seat.credential) if before else None
        since = held.since if held and held.seated else board.size
        credentials[seat.credential] = Credential(
            seat.credential, seat.kind, seat.kind == "delegate", since=since
        )
    board.delegations[sender, act.to] = Delegation(
        sender=sender,
        to=act.to,
        credentials=credentials,
        composition=dict(act.composition),
        until=act.until or "",
    )


class SeatRecalled(Act, frozen=True, kw_only=True):
    """A body takes a seat back. Effective in the council from its place in the council's board."""

    to: BodyId
    credential: Name
    voting: Name | None = None


def check_seat_recalled(board: Board, act: SeatRecalled) -> None:
    """The credential is seated, and the recall was decided as the charter says.

    Raises `Refusal` NoDelegation, NoSuchSeat, SeatWasRecalled, NotDecided, NotAdopted.
    """
    check_seated(delegation_of(board, board.id, act.to), act.credential)
    check_decided(board, act, act.voting or "")


def apply_seat_recalled(board: Board, act: SeatRecalled) -> None:
    """The credential is void."""
    _recall(board, board.id, act, act.at)


class SeatRecalledReceived(Received, frozen=True, kw_only=True):
    """A body's recall arrives: votes still open lose it, closed ones stand."""


def check_seat_recalled_received(board: Board, act: SeatRecalledReceived) -> None:
    """The credential is seated here. Raises `Refusal` NoDelegation, NoSuchSeat, SeatWasRecalled."""
    sent = proven(board, act, SeatRecalled)
    check_seated(delegation_of(board, act.sender, board.id), sent.credential)


def apply_seat_recalled_received(board: Board, act: SeatRecalledReceived) -> None:
    """The credential is void; a vote that had closed after the recall was made is marked contested."""
    sent = sent_act(act, SeatRecalled)
    _recall(board, act.sender, sent, act.at)
    for voting in board.votings.values():
        vote = voting.cast.get(act.sender)
        if vote is None or vote.credential != sent.credential or not voting.closed:
            continue
        if sent.at <= voting.closed and voting.standing != "certified":
            voting.contests[act.sender] = act.sender


def _recall(board: Board, sender: str, act: SeatRecalled, at: int) -> None:
    credential = board.delegations[sender, act.to].credentials[act.credential]
    credential.seated, credential.recalled_at = False, at


class AlternateSeated(Act, frozen=True, kw_only=True):
    """An alternate takes a seat: `instead_of` a delegate who was recalled, or who steps back with this act.

    `composition` counts the delegation as it is then.
    """

    to: BodyId
    alternate: Name
    instead_of: Name
    composition: dict[Name, Count] = {}


def check_alternate_seated(board: Board, act: AlternateSeated) -> None:
    """There is such an alternate and such a delegate. Raises `Refusal` NoDelegation, NoSuchSeat,
    NotAnAlternate, MoreThanTheDelegation."""
    _check_alternate(board, board.id, act)


def apply_alternate_seated(board: Board, act: AlternateSeated) -> None:
    """The alternate votes from now on."""
    _seat(board, board.id, act, act.at)


class AlternateSeatedReceived(Received, frozen=True, kw_only=True):
    """A body's alternate takes a seat."""


def check_alternate_seated_received(board: Board, act: AlternateSeatedReceived) -> None:
    """Such seats are known here, and no composition that the charter refuses comes of it.

    Raises `Refusal` NoDelegation, NoSuchSeat, NotAnAlternate, CompositionRefused.
    """
    sent = proven(board, act, AlternateSeated)
    _check_alternate(board, act.sender, sent)
    delegation = delegation_of(board, act.sender, board.id)
    _check_refused(board, act.sender, sent.composition, _delegates_after(delegation, sent))


def apply_alternate_seated_received(board: Board, act: AlternateSeatedReceived) -> None:
    """The alternate votes from now on."""
    _seat(board, act.sender, sent_act(act, AlternateSeated), act.at)


def _delegates_after(delegation: Delegation, act: AlternateSeated) -> int:
    return delegation.delegates + (0 if delegation.credentials[act.instead_of].seated else 1)


def _check_alternate(board: Board, sender: str, act: AlternateSeated) -> None:
    delegation = delegation_of(board, sender, act.to)
    alternate = delegation.credentials.get(act.alternate)
    if alternate is None or act.instead_of not in delegation.credentials:
        raise Refusal("NoSuchSeat", "", credential=act.alternate if alternate is None else act.instead_of)
    if alternate.kind != "alternate" or alternate.seated or alternate.recalled_at is not None:
        raise Refusal("NotAnAlternate", "", credential=act.alternate)
    if delegation.credentials[act.instead_of].kind in ("observer", "notetaker"):
        raise Refusal("NoSuchSeat", "", credential=act.instead_of)
    _check_counts(act.composition, _delegates_after(delegation, act))


def _seat(board: Board, sender: str, act: AlternateSeated, at: int) -> None:
    delegation = board.delegations[sender, act.to]
    gone = delegation.credentials[act.instead_of]
    if gone.seated:
        gone.seated, gone.recalled_at = False, at
    alternate = delegation.credentials[act.alternate]
    alternate.seated, alternate.since = True, board.size
    delegation.composition = dict(act.composition)


def delegation_of(board: Board, sender: str, to: str) -> Delegation:
    """The delegation from one body to another; `Refusal` NoDelegation."""
    delegation = board.delegations.get((sender, to))
    if delegation is None:
        raise Refusal("NoDelegation", "bodies.delegations")
    return delegation


def check_seated(delegation: Delegation, name: str) -> Credential:
    """The credential sits with a vote. Raises `Refusal` NoSuchSeat, SeatWasRecalled, NotSeated."""
    credential = delegation.credentials.get(name)
    if credential is None:
        raise Refusal("NoSuchSeat", "", credential=name)
    if credential.recalled_at is not None:
        raise Refusal("SeatWasRecalled", "", credential=name)
    if not credential.seated:
        raise Refusal("NotSeated", "", credential=name)
    return credential


def _check_counts(composition: dict[str, int], delegates: int) -> None:
    for trait, count in composition.items():
        if count > delegates:
            raise Refusal("MoreThanTheDelegation", "", trait=trait, count=count, delegates=delegates)


class Imbalance(msgspec.Struct, frozen=True):
    """A demand on composition that would not be met: so many of so many, against a share."""

    demand: Composition
    count: int
    of: int


def imbalances(board: Board, sender: str, composition: dict[str, int], delegates: int) -> list[Imbalance]:
    """The charter's demands on composition that would be unmet if `sender` sent such a delegation.

    Counts are those that the bodies attest. Asked before a substitution is made, so that it can be warned of.
    """
    found = []
    for demand in bodies_of(board.charter).delegations.composition:
        count, of = sum(composition.get(trait, 0) for trait in demand.traits), delegates
        if demand.scope == "all":
            for (body, to), other in board.delegations.items():
                if to == board.id and body != sender and board.sisters[body].takes_part(board.date):
                    count += sum(other.composition.get(trait, 0) for trait in demand.traits)
                    of += other.delegates
        if not holds(demand.needs, Fraction(count), share_of(demand.share) * of):
            found.append(Imbalance(demand, count, of))
    return found


def _check_refused(board: Board, sender: str, composition: dict[str, int], delegates: int) -> None:
    for unmet in imbalances(board, sender, composition, delegates):
        if unmet.demand.unmet == "refuse":
            raise Refusal(
                "CompositionRefused",
                "bodies.delegations.composition",
                traits="+".join(unmet.demand.traits),
                count=unmet.count,
                of=unmet.of,
                share=unmet.demand.share,
            )
