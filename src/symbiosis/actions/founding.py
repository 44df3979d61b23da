"""Founding a body: its keys, its first two entries, and its book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from symbiosis.actions import folds
from symbiosis.actions.clock import civil_date
from symbiosis.core import body as rules
from symbiosis.core.membership import BodyFounded, CharterAdopted
from symbiosis.core.reading import charter_bytes, read_charter
from symbiosis.core.roll import BookOpened
from symbiosis.record import canonical, identity, keys
from symbiosis.store import writer
from symbiosis.verify.replay import Fold


@dataclass(frozen=True, slots=True)
class Randomness:
    """The random bytes that a founding needs: four key seeds of 32 bytes and a nonce of 16."""

    board_seed: bytes
    board_next: bytes
    book_seed: bytes
    book_next: bytes
    nonce: bytes


def found_body(charter: Mapping[str, Any], random: Randomness, *, at: int, book: bool = True) -> str:
    """Found a body on a charter and give its id; on return all of it is on disk.

    Raises `Refusal` CharterUnreadable, NoSuchTimezone.
    """
    read = read_charter(dict(charter))
    plain = msgspec.json.decode(charter_bytes(read))
    day = civil_date(read.timezone, at)
    first = BodyFounded(
        v=1,
        at=at,
        date=day,
        name=read.name,
        charter=canonical.digest(charter_bytes(read)),
        key=keys.key_text(keys.public_key(random.board_seed)),
        next=keys.key_hash(keys.public_key(random.board_next)),
        nonce=random.nonce.hex(),
    )
    body = identity.body_id(rules.write_entry(first))
    with folds.lock:
        with writer.locked([]):
            fold = Fold()
            board = identity.board_origin(body)
            writer.create_keys(board, random.board_seed, random.board_next)
            _append(fold, first, board, random.board_seed)
            _append(fold, CharterAdopted(v=1, at=at, date=day, charter=plain), board, random.board_seed)
            if book:
                origin = identity.book_origin(body)
                writer.create_keys(origin, random.book_seed, random.book_next)
                opened = BookOpened(
                    v=1,
                    at=at,
                    date=day,
                    board=fold.board.size,
                    body=body,
                    key=keys.key_text(keys.public_key(random.book_seed)),
                    next=keys.key_hash(keys.public_key(random.book_next)),
                )
                _append(fold, opened, origin, random.book_seed)
        folds.keep(body, fold)
    return body


def _append(fold: Fold, act: Any, origin: str, seed: bytes) -> None:
    data = rules.write_entry(act)
    record = rules.row_of(act).record
    fold.take(data, record)
    side = fold.board_side if record == "board" else fold.book_side
    writer.append(origin, side.frontier.size - 1, data, side.frontier, seed)
