"""What every act needs: hold the records, catch up, check, append, deliver, commit, receipt."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from symbiosis.actions import closed_votes, fill, folds
from symbiosis.actions.clock import civil_date
from symbiosis.core import body as rules
from symbiosis.core.act import Act
from symbiosis.core.acts import ACTS, Row
from symbiosis.errors import Refusal
from symbiosis.record import checkpoints, identity, proofs, tiles, tree
from symbiosis.store import reader, writer
from symbiosis.verify.replay import Fold


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where an act stands: enough to ask for its proof, and to show later that it was accepted."""

    body: str
    origin: str
    index: int
    leaf: str
    checkpoint: str
    act: Act


def perform(body: str, kind: str, fields: Mapping[str, Any], *, at: int, by: str = "") -> Receipt:
    """Do one act in a body, and deliver it in the same transaction to the bodies here that it is sent to.

    `fields` are the act's own; what follows from the record (tallies, outcomes, counts) is filled in where it
    is not given, and papers that have no room in a closing act go into acts of their own right before it. `at` is
    the node's clock. On return the act and its checkpoint are on disk. Raises `Refusal`
    (a rule says no, here or in the receiving body), `Unsound`, `Unavailable`; then nothing was written.
    """
    row = ACTS.get((kind, 1))
    if row is None:
        raise Refusal("NoSuchAct", "", act=kind)
    with folds.lock:
        recipients = _recipients(body, row, fields)
        involved = [body, *recipients]
        try:
            with writer.locked(involved) as sizes:
                fold = folds.caught_up(body, sizes)
                others = {other: folds.caught_up(other, sizes) for other in recipients}
                now = max(
                    [
                        at,
                        fold.board.at,
                        fold.book.at if fold.book else 0,
                        *(o.board.at for o in others.values()),
                    ]
                )
                for act in rules.in_entries(make(fold, row, fields, now, by)):
                    receipt = _append(fold, act)
                for other in others.values():
                    _deliver(row.goes, receipt, fold, other, now)
        except BaseException:
            folds.drop(*involved)
            raise
    # A crash at this line leaves closed votes that can still be opened: the next start of the node finds them.
    if kind == "OutcomeCertified":
        closed_votes.purge_if_certified(body, fields["voting"])
    return receipt


def make(fold: Fold, row: Row, fields: Mapping[str, Any], at: int, by: str) -> Act:
    """The act that these fields make now. Raises `Refusal` FieldUnreadable naming the field."""
    known: dict[str, Any] = {name: _normal(value) for name, value in fields.items() if value is not None}
    known |= {"v": 1, "at": at, "date": civil_date(fold.board.charter.timezone, at)}
    if by:
        known["by"] = by
    if row.record == "book":
        known["board"] = fold.board.size
    elif row.rests and fold.book is not None:
        known["rests_on"] = {"size": fold.book.size, "root": fold.book_side.frontier.root().hex()}
    known = fill.fill(fold, row.act.__name__, known)
    try:
        return msgspec.convert(known | {"type": row.act.__name__}, row.act)
    except msgspec.ValidationError as error:
        raise Refusal("FieldUnreadable", "", problem=str(error)) from error


def _normal(value: Any) -> Any:
    """Text in NFC, as records demand, however a keyboard made it."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {name: _normal(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_normal(each) for each in value]
    return value


def _recipients(body: str, row: Row, fields: Mapping[str, Any]) -> list[str]:
    """The bodies on this node that take the act in: the one it names, or for a new key all confederations.

    Papers that arrive late wait for the council's own `LateTallyAccepted`; a note without figures and a
    support of one's own proposal go nowhere.
    """
    if not row.goes or fields.get("sealed"):
        return []
    if row.act.__name__ == "Corrected" and fields.get("counts") is None:
        return []
    if row.act.__name__ == "KeyChanged":
        wanted = [other for other, left in folds.caught_up(body).board.confederations.items() if not left]
    else:
        wanted = [fields["to"]] if fields.get("to") and fields["to"] != body else []
    return [other for other in wanted if reader.size(identity.board_origin(other))]


def _append(fold: Fold, act: Act) -> Receipt:
    """Check and append an act inside the transaction that holds its record, and fold it in.

    A crash before the commit leaves nothing on disk; the state in memory dies with the process or is dropped.
    """
    row = rules.row_of(act)
    rules.check(fold.board, fold.book, act)
    data = rules.write_entry(act)
    side = fold.board_side if row.record == "board" else fold.book_side
    index = side.frontier.size
    fold.take(data, row.record, checked=False)
    make_origin = identity.board_origin if row.record == "board" else identity.book_origin
    origin = make_origin(fold.board.id)
    note = writer.append(origin, index, data, side.frontier, writer.seed_of(origin))
    return Receipt(fold.board.id, origin, index, tree.leaf_hash(data).hex(), note, act)


def proof_of(receipt: Receipt) -> str:
    """The proof that an act is in its record, under the checkpoint of its receipt."""
    checkpoint = checkpoints.Checkpoint.parse(receipt.checkpoint.split("\n\n")[0] + "\n")
    path = tiles.inclusion_proof_from_tiles(
        writer.tile_reader(receipt.origin), receipt.index, checkpoint.size
    )
    return proofs.write_proof(receipt.index, path, receipt.checkpoint)


def _deliver(kind: str, receipt: Receipt, sender: Fold, other: Fold, at: int) -> None:
    """Append the receiving act: proof and rule decide, nobody else."""
    fields = {
        "sender": receipt.body,
        "entry": rules.write_entry(receipt.act).decode(),
        "proof": proof_of(receipt),
    }
    _append(other, make(other, ACTS[kind, 1], fields, at, ""))
