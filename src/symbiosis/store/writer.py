"""Appending to records: one writer at a time, against the head it expects, signed before it is released."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import OperationalError, connection, transaction

from symbiosis.errors import Unavailable, Unsound
from symbiosis.record import checkpoints, identity, tiles, tree
from symbiosis.record.checkpoints import Checkpoint
from symbiosis.store.models import Entry, Log, RecordKey, Tile


@contextmanager
def locked(bodies: Sequence[str]) -> Iterator[dict[str, int]]:
    """Hold the records of these bodies (in id order) for one transaction; gives the size of each by origin.

    On SQLite the transaction begins IMMEDIATE, on PostgreSQL the heads' rows are locked: in both, whoever
    comes second waits and then sees what the first wrote. A crash before the commit leaves nothing; one after
    it leaves the act, acknowledged or not. Raises `Unavailable` where the wait was too long or the node has
    been restored and may not sign.
    """
    marker = Path(settings.DATA_DIR) / "restored"
    if marker.exists():
        raise Unavailable("this node was restored from a backup; its keeper must confirm it before it signs")
    origins = [
        origin
        for body in sorted(bodies)
        for origin in (identity.board_origin(body), identity.book_origin(body))
    ]
    try:
        with transaction.atomic():
            heads = Log.objects.filter(origin__in=origins).order_by("origin")
            if connection.features.has_select_for_update:
                heads = heads.select_for_update()
            yield {head.origin: head.size for head in heads}
    except OperationalError as error:
        raise Unavailable(f"another writer holds the record: {error}") from error


def append(origin: str, expected: int, data: bytes, frontier: tree.Frontier, seed: bytes) -> str:
    """Append one entry and sign the checkpoint that covers it; gives the checkpoint.

    `frontier` is the tree as it is after this entry. Raises `Unsound` where the head is not the expected one.
    """
    size = expected + 1
    if frontier.size != size:
        raise Unsound("the tree in memory is not that of the record", origin)
    note = checkpoints.sign_checkpoint(Checkpoint(origin, size, frontier.root()), seed)
    if expected == 0:
        body, record = identity.parse_origin(origin)
        Log.objects.create(origin=origin, body=body, record=record, size=size, checkpoint=note)
    elif not Log.objects.filter(origin=origin, size=expected).update(size=size, checkpoint=note):
        raise Unsound("the record has moved under its writer", origin)
    Entry.objects.create(log_id=origin, index=expected, data=data)
    grown = tiles.grow(tile_reader(origin), expected, [tree.leaf_hash(data)])
    for tile, hashes in grown.items():
        Tile.objects.update_or_create(log_id=origin, level=tile.level, n=tile.n, defaults={"data": hashes})
    return note


def tile_reader(origin: str) -> tiles.ReadTile:
    """How proofs read a record's tiles: from their rows, never by hashing the record again."""

    def read(level: int, n: int) -> bytes:
        return bytes(Tile.objects.values_list("data", flat=True).get(log_id=origin, level=level, n=n))

    return read


def create_keys(origin: str, seed: bytes, next_seed: bytes) -> None:
    """Keep a new record's key and the one that may follow it."""
    RecordKey.objects.create(origin=origin, seed=seed, next_seed=next_seed)


def seed_of(origin: str) -> bytes:
    """The seed that signs a record now."""
    return bytes(RecordKey.objects.get(origin=origin).seed)


def next_seed_of(origin: str) -> bytes:
    """The seed of the key that was announced to follow."""
    return bytes(RecordKey.objects.get(origin=origin).next_seed)


def replace_seeds(origin: str, seed: bytes, next_seed: bytes) -> None:
    """Sign with another key from the next entry on."""
    RecordKey.objects.filter(origin=origin).update(seed=seed, next_seed=next_seed)
