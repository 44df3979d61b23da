"""Changing the keys of a body's records to those that were announced beforehand."""

from __future__ import annotations

from django.db import transaction

from symbiosis.actions import folds
from symbiosis.actions.perform import Receipt, perform
from symbiosis.errors import Refusal
from symbiosis.record import identity, keys
from symbiosis.store import reader, writer


def change_key(body: str, record: str, following: bytes, *, at: int) -> Receipt:
    """Let the announced key sign a body's board or book from now on, and announce the one of seed `following`.

    The checkpoint that covers the change is still signed with the old key. Act and seeds are written in one
    transaction: a crash before its end leaves the old key in use and announced as before. Raises `Refusal`
    NoBook.
    """
    origin = identity.board_origin(body) if record == "board" else identity.book_origin(body)
    if not reader.size(origin):
        raise Refusal("NoBook", "")
    with folds.lock:
        try:
            with transaction.atomic():
                seed = writer.next_seed_of(origin)
                fields = {
                    "key": keys.key_text(keys.public_key(seed)),
                    "next": keys.key_hash(keys.public_key(following)),
                }
                receipt = perform(
                    body, "KeyChanged" if record == "board" else "BookKeyChanged", fields, at=at
                )
                writer.replace_seeds(origin, seed, following)
        except BaseException:
            folds.drop(body)
            raise
    return receipt
