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
            yield _heads(origins)
    except OperationalError as error:
        raise Unavailable(f"another writer holds the record: {error}") from error


# The statements of every single act are written out: the mapper took three times as long as the database.
_HEADS = "SELECT origin, size FROM store_log WHERE origin IN ({}) ORDER BY origin"
_MOVE = "UPDATE store_log SET size = %s, checkpoint = %s WHERE origin = %s AND size = %s"
_ENTRY = 'INSERT INTO store_entry (log_id, "index", data) VALUES (%s, %s, %s)'


def _heads(origins: Sequence[str]) -> dict[str, int]:
    """The sizes of the records that are here, each row locked where the database locks rows."""
    statement = _HEADS.format(", ".join(["%s"] * len(origins)))
    if connection.features.has_select_for_update:
        statement += " FOR UPDATE"
    if not origins:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(statement, origins)
        return dict(cursor.fetchall())


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
    with connection.cursor() as cursor:
        if expected:
            cursor.execute(_MOVE, [size, note, origin, expected])
            if cursor.rowcount != 1:
                raise Unsound("the record has moved under its writer", origin)
        cursor.execute(_ENTRY, [origin, expected, data])
    if size % tiles.WIDTH == 0:
        _keep_tiles(origin, size)
    return note


def _keep_tiles(origin: str, size: int) -> None:
    """Store the tile of leaves that is full now, and what it changes in the levels above it."""
    start = size - tiles.WIDTH
    grown = tiles.grow(tile_reader(origin), start, _leaves(origin, start, size))
    for tile, hashes in grown.items():
        Tile.objects.update_or_create(log_id=origin, level=tile.level, n=tile.n, defaults={"data": hashes})


def _leaves(origin: str, start: int, end: int) -> list[bytes]:
    rows = Entry.objects.filter(log_id=origin, index__gte=start, index__lt=end).order_by("index")
    return [tree.leaf_hash(bytes(data)) for data in rows.values_list("data", flat=True)]


def tile_reader(origin: str) -> tiles.ReadTile:
    """How proofs read a record's tiles: from their rows, never by hashing the record again.

    Only full tiles of leaves are stored: the last, growing one is hashed from its entries, 255 at the most.
    """

    def read(level: int, n: int) -> bytes:
        row = Tile.objects.filter(log_id=origin, level=level, n=n).values_list("data", flat=True).first()
        if row is None and level == 0:
            return b"".join(_leaves(origin, n * tiles.WIDTH, (n + 1) * tiles.WIDTH))
        if row is None:
            raise Unsound(f"tile {level}/{n} is missing", origin)
        return bytes(row)

    return read


def create_keys(origin: str, seed: bytes, next_seed: bytes) -> None:
    """Keep a new record's key and the one that may follow it."""
    RecordKey.objects.create(origin=origin, seed=seed, next_seed=next_seed)


def seed_of(origin: str) -> bytes:
    """The seed that signs a record now. Raises `Unsound` where this node has none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT seed FROM store_recordkey WHERE origin = %s", [origin])
        row = cursor.fetchone()
    if row is None:
        raise Unsound("this node has no key for it", origin)
    return bytes(row[0])


def next_seed_of(origin: str) -> bytes:
    """The seed of the key that was announced to follow."""
    return bytes(RecordKey.objects.get(origin=origin).next_seed)


def replace_seeds(origin: str, seed: bytes, next_seed: bytes) -> None:
    """Sign with another key from the next entry on."""
    RecordKey.objects.filter(origin=origin).update(seed=seed, next_seed=next_seed)
