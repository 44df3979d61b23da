"""An act of one body arriving in another's board: nothing is believed but the proof."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from symbiosis.core.act import Act, BodyId, wrong_day
from symbiosis.core.state import Board, Sister
from symbiosis.errors import Refusal, Unsound
from symbiosis.record import identity, keys, proofs

Sent = TypeVar("Sent", bound=Act)
_encode = msgspec.json.Encoder(order="sorted").encode


class Received(Act, frozen=True, kw_only=True):
    """An entry of `sender`'s board and the proof that it is there.

    `entry` is the entry's text as its board has it, `proof` a tlog-proof with a signed checkpoint. Appended
    by the receiving body's own node without discretion: its check is proof and rule.
    """

    sender: BodyId
    entry: str
    proof: str


def sent_act(act: Received, kind: type[Sent]) -> Sent:
    """The act inside, read strictly: canonical bytes of the expected type. Raises `Unsound`."""
    data = act.entry.encode()
    try:
        sent = msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Unsound(f"the received entry is no {kind.__name__}: {error}") from error
    if _encode(sent) != data:
        raise Unsound("the received entry is not in its canonical form")
    if wrong_day(sent):
        raise Unsound(f"the received entry has a date that is in no calendar: {wrong_day(sent)}")
    return sent


def proven(board: Board, act: Received, kind: type[Sent]) -> Sent:
    """The act inside, its proof checked against the key of a body that takes part today.

    Raises `Refusal` NotAMember (unknown or departed sender), NotForThisBody; `Unsound` where the proof fails.
    """
    sister = sister_of(board, act.sender)
    if not sister.takes_part(act.date):
        raise Refusal("NotAMember", "bodies", body=sister.code)
    return proven_by(board, act, kind, sister.key)


def proven_by(board: Board, act: Received, kind: type[Sent], key: str) -> Sent:
    """The act inside, its proof checked against a given key, and that it was sent to this body."""
    sent = sent_act(act, kind)
    proofs.verify_proof(act.proof, act.entry.encode(), identity.board_origin(act.sender), keys.parse_key(key))
    if getattr(sent, "to", board.id) != board.id:
        raise Refusal("NotForThisBody", "")
    if sent.at > act.at:
        raise Unsound("an entry was received before it was made")
    return sent


def sister_of(board: Board, body: str) -> Sister:
    """A body on this confederation's list; `Refusal` NotAMember."""
    sister = board.sisters.get(body)
    if sister is None:
        raise Refusal("NotAMember", "bodies", body=body)
    return sister


def check_for_body(board: Board, to: str) -> None:
    """A body sends acts only to a confederation that it is in; `Refusal` NotInThatConfederation."""
    if to not in board.confederations:
        raise Refusal("NotInThatConfederation", "", body=to)
    left = board.confederations[to]
    if left and board.date >= left:
        raise Refusal("NotInThatConfederation", "", body=to)
