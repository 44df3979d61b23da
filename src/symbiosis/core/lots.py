"""Drawing lots: what is fixed beforehand, and a draw that anyone can repeat."""

from __future__ import annotations

from symbiosis.core.act import Act, Count, Day, Line, Name
from symbiosis.core.state import Board, Lot, days_between
from symbiosis.counting.lots import drawn_from
from symbiosis.errors import Refusal


class LotAnnounced(Act, frozen=True, kw_only=True):
    """A draw to come: numbered lists by group, the places in each, and the public `source` of the seed on a day.

    Who has which number is kept by the body; the record knows sizes only ({"women": 40, "men": 38}).
    """

    lot: Name
    groups: dict[Name, Count]
    places: dict[Name, Count]
    source: Line
    on: Day


def check_lot_announced(board: Board, act: LotAnnounced) -> None:
    """Each group has at least as many people as seats, and the seed is not known yet.

    Raises `Refusal` LotExists, TooFewForTheLot, DateInThePast.
    """
    if act.lot in board.lots:
        raise Refusal("LotExists", "", lot=act.lot)
    for group, seats in act.places.items():
        if act.groups.get(group, 0) < seats:
            raise Refusal("TooFewForTheLot", "", group=group, seats=seats, people=act.groups.get(group, 0))
    if days_between(act.date, act.on) < 1:
        raise Refusal("DateInThePast", "", date=act.on)


def apply_lot_announced(board: Board, act: LotAnnounced) -> None:
    """Nothing about it can be changed any more."""
    board.lots[act.lot] = Lot(act.lot, act.source, act.on, dict(act.groups), dict(act.places))


class LotDrawn(Act, frozen=True, kw_only=True):
    """The draw: `seed` is what the source said on its day, `drawn` the numbers by group (from 1)."""

    lot: Name
    seed: Line
    drawn: dict[Name, tuple[Count, ...]]


def check_lot_drawn(board: Board, act: LotDrawn) -> None:
    """The day has come and the numbers are those that the seed gives. Raises `Refusal` NoSuchLot, NotYetOver,
    DrawDiffers."""
    lot = board.lots.get(act.lot)
    if lot is None or lot.drawn is not None:
        raise Refusal("NoSuchLot", "", lot=act.lot)
    if days_between(lot.on, act.date) < 0:
        raise Refusal("NotYetOver", "", voting=act.lot)
    if dict(act.drawn) != drawn_from(act.seed, act.lot, lot.groups, lot.seats):
        raise Refusal("DrawDiffers", "", lot=act.lot)


def apply_lot_drawn(board: Board, act: LotDrawn) -> None:
    """These numbers are drawn."""
    board.lots[act.lot].drawn = dict(act.drawn)
