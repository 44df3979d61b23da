"""Reading records: entries, heads, bundles."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection, transaction

from symbiosis.errors import Refusal
from symbiosis.record import bundles, identity
from symbiosis.record.bundles import Bundle
from symbiosis.store.models import Attachment, Log


def bodies() -> list[str]:
    """The ids of the bodies kept here, oldest first."""
    return list(Log.objects.filter(record="board").order_by("pk").values_list("body", flat=True))


def size(origin: str) -> int:
    """How many entries a record has; 0 for one that is not here."""
    return Log.objects.filter(origin=origin).values_list("size", flat=True).first() or 0


def heads(origins: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Size and last signed checkpoint of each of these records that is here, all as they are at one moment."""
    rows = Log.objects.filter(origin__in=origins).values_list("origin", "size", "checkpoint")
    return {origin: (size, checkpoint) for origin, size, checkpoint in rows}


def entries(origin: str, start: int, end: int) -> list[bytes]:
    """The entries from `start` up to `end`, as their bytes."""
    if start >= end:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_ENTRIES, [origin, start, end])
        return [bytes(row[0]) for row in cursor.fetchall()]


_ENTRIES = (
    'SELECT data FROM store_entry WHERE log_id = %s AND "index" >= %s AND "index" < %s ORDER BY "index"'
)


def checkpoint(origin: str) -> str:
    """The last signed checkpoint of a record."""
    return str(Log.objects.values_list("checkpoint", flat=True).get(origin=origin))


def bundle(body: str, *, book: bool = False, files: bool = True) -> bytes:
    """A body's records as one file, as they are at one moment, with the `files` that they name or without.

    Raises `Refusal` NoSuchBody.
    """
    with transaction.atomic():
        heads = {log.record: log for log in Log.objects.filter(body=body)}
        if "board" not in heads:
            raise Refusal("NoSuchBody", "", body=body)
        wanted = ["board", "book"] if book and "book" in heads else ["board"]
        logs = [
            bundles.Log(
                heads[name].origin, heads[name].checkpoint, entries(heads[name].origin, 0, heads[name].size)
            )
            for name in wanted
        ]
        rows = Attachment.objects.filter(body=body) if files else ()
        attached = {row.sha256: bytes(row.data) for row in rows}
    return bundles.bundle_bytes(Bundle(logs, dict(sorted(attached.items()))))


def board_entries(body: str) -> list[bytes]:
    """All entries of a body's board."""
    origin = identity.board_origin(body)
    return entries(origin, 0, size(origin))
