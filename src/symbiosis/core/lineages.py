"""Bodies that merge or split, and names that two of them claim: the congress' list decides."""

from __future__ import annotations

from typing import Annotated

import msgspec

from symbiosis.core.act import Act, BodyId, Line, Name
from symbiosis.core.charters import bodies_of
from symbiosis.core.decided import check_decided
from symbiosis.core.received import sister_of
from symbiosis.core.state import Board, Lineage
from symbiosis.errors import Refusal

Bodies = Annotated[tuple[BodyId, ...], msgspec.Meta(min_length=1, max_length=100)]


class LineageRegistered(Act, frozen=True, kw_only=True):
    """The confederation's list says which bodies became which: several one (merge), or one several (split)."""

    before: Bodies
    after: Bodies
    voting: Name | None = None


def check_lineage_registered(board: Board, act: LineageRegistered) -> None:
    """Both sides are on the list, and one of them is a single body. Raises `Refusal` NotACouncil, NotAMember,
    NoLineage, NotDecided."""
    bodies_of(board.charter)
    for body in (*act.before, *act.after):
        sister_of(board, body)
    if 1 not in (len(act.before), len(act.after)) or len(act.before) == len(act.after):
        raise Refusal("NoLineage", "")
    check_decided(board, act, act.voting or "")


def apply_lineage_registered(board: Board, act: LineageRegistered) -> None:
    """Their records stay their own; this says how they belong together."""
    kind = "split" if len(act.before) == 1 else "merge"
    board.lineages.append(Lineage(kind, act.before, act.after, act.date))


class NameDisputed(Act, frozen=True, kw_only=True):
    """Several bodies claim one name: the list calls it disputed until the congress has decided."""

    name: Line
    bodies: Bodies


def check_name_disputed(board: Board, act: NameDisputed) -> None:
    """At least two members of the list claim it. Raises `Refusal` NotACouncil, NotAMember, NoLineage."""
    bodies_of(board.charter)
    for body in act.bodies:
        sister_of(board, body)
    if len(set(act.bodies)) < 2:
        raise Refusal("NoLineage", "")


def apply_name_disputed(board: Board, act: NameDisputed) -> None:
    """The name is nobody's alone until it is settled."""
    board.disputed[act.name] = act.bodies


class NameSettled(Act, frozen=True, kw_only=True):
    """The congress says whose name it is."""

    name: Line
    body: BodyId
    voting: Name | None = None


def check_name_settled(board: Board, act: NameSettled) -> None:
    """The name is disputed and this body claims it. Raises `Refusal` NotDisputed, NotDecided."""
    if act.body not in board.disputed.get(act.name, ()):
        raise Refusal("NotDisputed", "", name=act.name)
    check_decided(board, act, act.voting or "")


def apply_name_settled(board: Board, act: NameSettled) -> None:
    """It is that body's name alone."""
    board.disputed[act.name] = (act.body,)
