"""Offices: how a role is filled, in counts; who fills it is in the book."""

from __future__ import annotations

from fractions import Fraction

from symbiosis.core.act import Act, BodyId, Count, Day, Name
from symbiosis.core.charters import Role
from symbiosis.core.decided import check_decided
from symbiosis.core.delegations import Imbalance
from symbiosis.core.received import Received, check_for_body, proven, sent_act, sister_of
from symbiosis.core.state import Board, Office, days_between
from symbiosis.counting.conditions import holds, share_of
from symbiosis.errors import Refusal


class OfficeFilled(Act, frozen=True, kw_only=True):
    """An election to a role: how many hold it now, their `composition` ({"women": 1}), and until when.

    A caucus that the charter of a council names for a role fills it there (`to`).
    """

    to: BodyId | None = None
    role: Name
    holders: Count
    composition: dict[Name, Count] = {}
    until: Day | None = None
    voting: Name | None = None


def check_office_filled(board: Board, act: OfficeFilled) -> None:
    """The role is this body's to fill, with as many as it has seats, for its term, in a composition that the
    charter does not refuse.

    Raises `Refusal` NoSuchRole, FilledByAnother, WrongNumberOfHolders, TermTooLong, DateInThePast,
    MoreThanTheDelegation, CompositionRefused, NotInThatConfederation, NotDecided.
    """
    if act.to and act.to != board.id:
        check_for_body(board, act.to)
    else:
        role = role_of(board, act.role)
        if role.filled_by:
            raise Refusal("FilledByAnother", f"roles.{act.role}", role=act.role, by=role.filled_by)
        _check_filling(board, act)
    check_decided(board, act, act.voting or "")


def apply_office_filled(board: Board, act: OfficeFilled) -> None:
    """The office is filled from today on."""
    if not act.to or act.to == board.id:
        _fill(board, act, act.date)


class OfficeFilledReceived(Received, frozen=True, kw_only=True):
    """A caucus has elected whoever holds its role here."""


def check_office_filled_received(board: Board, act: OfficeFilledReceived) -> None:
    """The charter gives this role to that caucus to fill. Raises `Refusal` NoSuchRole, FilledByAnother,
    WrongNumberOfHolders, TermTooLong, DateInThePast, MoreThanTheDelegation, CompositionRefused."""
    sent = proven(board, act, OfficeFilled)
    caucuses = board.charter.bodies.caucuses if board.charter.bodies else {}
    by = role_of(board, sent.role).filled_by
    if by not in caucuses or caucuses[by].body != sister_of(board, act.sender).code:
        raise Refusal("FilledByAnother", f"roles.{sent.role}", role=sent.role, by=by)
    _check_filling(board, sent)


def apply_office_filled_received(board: Board, act: OfficeFilledReceived) -> None:
    """The office is filled from today on."""
    _fill(board, sent_act(act, OfficeFilled), act.date)


def _check_filling(board: Board, act: OfficeFilled) -> None:
    role, article = role_of(board, act.role), f"roles.{act.role}"
    if role.seats and act.holders > role.seats:
        raise Refusal("WrongNumberOfHolders", f"{article}.seats", holders=act.holders, seats=role.seats)
    for trait, count in act.composition.items():
        if count > act.holders:
            raise Refusal("MoreThanTheDelegation", article, trait=trait, count=count, delegates=act.holders)
    if act.until and days_between(act.date, act.until) < 0:
        raise Refusal("DateInThePast", "", date=act.until)
    if role.term_days and (not act.until or days_between(act.date, act.until) > role.term_days):
        raise Refusal("TermTooLong", f"{article}.term_days", days=role.term_days)
    for unmet in role_imbalances(role, act.composition, act.holders):
        if unmet.demand.unmet == "refuse":
            raise Refusal(
                "CompositionRefused",
                f"{article}.composition",
                traits="+".join(unmet.demand.traits),
                count=unmet.count,
                of=unmet.of,
                share=unmet.demand.share,
            )


def role_imbalances(role: Role, composition: dict[str, int], holders: int) -> list[Imbalance]:
    """The demands on a role's composition that would be unmet with these counts: asked before it is filled."""
    found = []
    for demand in role.composition:
        count = sum(composition.get(trait, 0) for trait in demand.traits)
        if not holds(demand.needs, Fraction(count), share_of(demand.share) * holders):
            found.append(Imbalance(demand, count, holders))
    return found


def _fill(board: Board, act: OfficeFilled, day: str) -> None:
    office = board.offices.setdefault(act.role, Office(role=act.role))
    office.holders, office.composition = act.holders, dict(act.composition)
    # Nobody was elected, or whoever held it went: it is vacant from today.
    office.until, office.recalled = act.until or "", "" if act.holders else day
    office.fillings.append(day)


def role_of(board: Board, name: str) -> Role:
    """The charter's role; `Refusal` NoSuchRole."""
    role = board.charter.roles.get(name)
    if role is None:
        raise Refusal("NoSuchRole", "roles", role=name)
    return role


def check_not_alone(board: Board, name: str, day: str) -> None:
    """A role that acts together with another does so alone for some days at most; `Refusal` NotAlone."""
    role = role_of(board, name)
    if not role.together_with:
        return
    other = board.offices.get(role.together_with, Office(role=role.together_with))
    vacant = other.vacant_since(board.founded, day)
    if vacant and days_between(vacant, day) > role.alone_days:
        raise Refusal(
            "NotAlone",
            f"roles.{name}.together_with",
            role=name,
            other=role.together_with,
            days=role.alone_days,
        )
