"""The fold: a body's board and book, entry by entry, into their state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any

import msgspec

from symbiosis.core.act import Act, wrong_day
from symbiosis.core.acts import ACTS, BY_TYPE, Row
from symbiosis.core.extensions import VotingExtended
from symbiosis.core.member_votes import may_vote, open_tally
from symbiosis.core.membership import BodyFounded, BodyRefounded, CharterAdopted, RollCounted
from symbiosis.core.offices import check_not_alone
from symbiosis.core.outcomes import VotingClosed, added, positive
from symbiosis.core.petitions import PetitionCounted
from symbiosis.core.proposals import SupportCounted
from symbiosis.core.roll import BookOpened
from symbiosis.core.state import Board, Book
from symbiosis.core.stated import PapersStated, in_parts, whole_tally
from symbiosis.core.voting import VotingOpened
from symbiosis.errors import Refusal, Unsound
from symbiosis.record import canonical, identity

_encode = msgspec.json.Encoder(order="sorted").encode
_union: Any = reduce(or_, (row.act for row in ACTS.values()))
_decode: Callable[[bytes], Act] = msgspec.json.Decoder(_union).decode
_DAY = 86400


def write_entry(act: Act) -> bytes:
    """The canonical bytes of an act. Raises `Refusal` EntryTooLong."""
    data = canonical.encode(msgspec.to_builtins(act))
    if len(data) > canonical.MAX_ENTRY:
        raise Refusal("EntryTooLong", "", size=len(data), most=canonical.MAX_ENTRY)
    return data


def in_entries(act: Act) -> list[Act]:
    """The acts that say what this one says and have room in entries, in their order: mostly the act itself.

    A closing act with more papers than one entry holds becomes the parts that state them, and a closing act that
    names those parts.
    """
    if not isinstance(act, VotingClosed):
        return [act]
    if len(canonical.encode(msgspec.to_builtins(act))) <= canonical.MAX_ENTRY:
        return [act]
    stated = [
        PapersStated(v=1, at=act.at, date=act.date, by=act.by, voting=act.voting, part=number, tally=tally)
        for number, tally in enumerate(in_parts(act.tally), start=1)
    ]
    return [*stated, msgspec.structs.replace(act, tally={}, parts=len(stated))]


def read_entry(data: bytes) -> Act:
    """The act that an entry's bytes are, read strictly.

    Raises `Unsound` for an unknown type or version, a field that is not as its act has it, or bytes that
    are not the canonical ones.
    """
    if len(data) > canonical.MAX_ENTRY:
        raise Unsound("the entry is longer than an entry may be")
    try:
        act = _decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unsound(f"the entry is no act that is known: {error}") from error
    if act.v != 1:
        raise Unsound(f"version {act.v} of {type(act).__name__} is not known")
    if _encode(act) != data or not canonical.is_nfc(data):
        raise Unsound("the entry's bytes are not in their canonical form")
    return act


def row_of(act: Act) -> Row:
    """The act's row in the table."""
    return BY_TYPE[type(act)]


def check(board: Board, book: Book | None, act: Act) -> None:
    """Everything that must hold before an act may enter its record. Never changes the state.

    Raises `Refusal` where a rule says no, `Unsound` where a proof does not hold.
    """
    row = row_of(act)
    state = board if row.record == "board" else book
    if state is None:
        raise Refusal("NoBook", "")
    _check_order(state, act, row)
    _check_time(state, act)
    _check_power(board, act, row)
    if row.record == "book" and act.board != board.size:
        raise Refusal("BoardMoved", "", stated=act.board or 0, size=board.size)
    if row.record == "board" and act.board is not None:
        raise Refusal("BoardMoved", "", stated=act.board, size=board.size)
    row.check(state, act)
    if book is not None and row.rests:
        _check_against_book(board, book, act)


def apply(board: Board, book: Book | None, act: Act) -> None:
    """Let a checked act take effect; cannot fail after `check`."""
    row = row_of(act)
    state = board if row.record == "board" else book
    assert state is not None
    if not state.size and isinstance(act, BodyFounded | BodyRefounded):
        board.id = identity.body_id(write_entry(act))
    state.at, state.date = act.at, act.date
    row.apply(state, act)
    state.size += 1


def _check_order(state: Board | Book, act: Act, row: Row) -> None:
    kind = type(act).__name__
    if isinstance(state, Book):
        if (state.size == 0) != isinstance(act, BookOpened):
            raise Refusal("NotTheFirstEntry", "", act=kind)
        return
    if (state.size == 0) != isinstance(act, BodyFounded | BodyRefounded):
        raise Refusal("NotTheFirstEntry", "", act=kind)
    if (state.size == 1) != isinstance(act, CharterAdopted):
        raise Refusal("CharterFirst", "", act=kind)


def _check_time(state: Board | Book, act: Act) -> None:
    """Time never runs back, and the civil date is one that some place on earth has at that moment."""
    if act.at < state.at:
        raise Refusal("TimeRunsBack", "", at=act.at, last=state.at)
    try:
        day = date.fromisoformat(act.date)
        utc = date(1970, 1, 1) + timedelta(days=act.at // _DAY)
    except (ValueError, OverflowError) as error:
        raise Refusal("NotADate", "", date=act.date) from error
    if abs((day - utc).days) > 1:
        raise Refusal("NotADate", "", date=act.date)
    if wrong_day(act):
        raise Refusal("NotADate", "", date=wrong_day(act))


def _check_power(board: Board, act: Act, row: Row) -> None:
    """An act in the body's name is done by a role that the charter gives that power."""
    if row.who != "role" and not (row.who == "anyone" and act.by):
        return
    kind = row.power or type(act).__name__
    role = board.charter.roles.get(act.by) if board.charters else None
    if role is None:
        raise Refusal("NoSuchRole", "roles", role=act.by)
    if kind not in role.powers and "*" not in role.powers:
        raise Refusal("NotInThePower", f"roles.{act.by}", role=act.by, act=kind)
    check_not_alone(board, act.by, act.date)


def _check_against_book(board: Board, book: Book, act: Act) -> None:
    """What a board act says of the book is what the book says."""
    if act.rests_on is None:
        return
    if act.rests_on.size != book.size:
        raise Refusal("BookMoved", "", stated=act.rests_on.size, size=book.size)
    stated, counted = 0, 0
    if isinstance(act, RollCounted) and board.charter.bodies is None:
        stated, counted = act.members, len(book.roll)
    elif isinstance(act, VotingOpened) and board.charter.bodies is None:
        stage = board.charter.matters[act.matter].stages[act.stage - 1]
        stated, counted = act.entitled, may_vote(board, book, stage, act.proposal or "", act.date)
    elif isinstance(act, SupportCounted):
        stated, counted = act.members, len(book.supports.get(act.proposal, ()))
    elif isinstance(act, PetitionCounted) and board.charter.bodies is None:
        stated, counted = act.members, len(book.signed.get(act.petition, ()))
    elif isinstance(act, VotingExtended):
        voting = board.votings[act.voting]
        extension = voting.rule(board).extension
        asking = extension.positions if extension and voting.secrecy == "open" else ()
        if asking:
            stated, counted = act.asked, sum(open_tally(book, act.voting).get(each, 0) for each in asking)
    elif isinstance(act, VotingClosed) and board.votings[act.voting].secrecy == "open":
        voting = board.votings[act.voting]
        if voting.rule(board).electorate == "members":
            reported = [report.counts for report in voting.reported]
            tally = whole_tally(voting, act.tally, act.parts)
            if positive(tally) != added([open_tally(book, act.voting), *reported]):
                raise Refusal("TallyDiffers", "", voting=act.voting)
    if stated != counted:
        raise Refusal("BookSaysOtherwise", "", stated=stated, counted=counted)
