"""Faults inside a node: `python -m tests.faults.wounds DATA WHAT ...` says what came of it as JSON."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from symbiosis.cli.open_node import open_node
from tests.store.inside import MEMBERS, START, VOTING, token

CHOICES = ("agree", "reservation", "stand_aside", "needs_discussion")


def _admit(body: str, number: int) -> int:
    from symbiosis.actions.perform import perform

    return perform(body, "MemberAdmitted", {"token": token(number)}, at=START, by="secretary").index


def _told(do: Callable[[], Any]) -> str:
    """The class of what an act raises, or "done"."""
    from symbiosis.errors import SymbiosisError

    try:
        do()
    except SymbiosisError as error:
        return type(error).__name__
    return "done"


def _state(body: str) -> tuple[str, int, int]:
    from symbiosis.actions import folds
    from symbiosis.record import identity
    from symbiosis.store import reader

    origin = identity.book_origin(body)
    return reader.checkpoint(origin), len(folds.caught_up(body).book.roll), reader.size(origin)


def full_disk(first: str) -> dict[str, Any]:
    """Failed and not stored, on SQLite: no page is left for another entry."""
    from django.db import connection

    from symbiosis.store import reader

    (body,) = reader.bodies()
    _admit(body, int(first))
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count={cursor.fetchone()[0]}")
    told, number, before = "done", int(first), _state(body)
    while told == "done":
        number += 1
        before = _state(body)
        told = _told(partial(_admit, body, number))
    kept = _state(body) == before
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count=1000000")
    return {"told": told, "kept": kept, "index": _admit(body, number), "expected": before[2]}


def held_lock(first: str) -> dict[str, Any]:
    """Failed and not stored, on PostgreSQL: another holds the record for longer than anybody waits."""
    import psycopg
    from django.db import connection

    from symbiosis.store import reader

    (body,) = reader.bodies()
    before = _state(body)
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '200ms'")
    with psycopg.connect(os.environ["DATABASE_URL"]) as other:
        other.execute("SELECT * FROM store_log FOR UPDATE")
        told = _told(lambda: _admit(body, int(first)))
        kept = _state(body) == before
    return {"told": told, "kept": kept, "index": _admit(body, int(first)), "expected": before[2]}


def lost_answer(first: str) -> dict[str, Any]:
    """Failed but stored: the commit is done, and the answer to it never arrives."""
    from django.db import OperationalError, connection

    from symbiosis.store import reader

    (body,) = reader.bodies()
    before, real = _state(body), connection.connection.commit
    commit = connection._commit

    def deaf() -> None:
        real()
        raise OperationalError("the line is cut")

    connection._commit = deaf
    told = _told(lambda: _admit(body, int(first)))
    connection._commit = commit
    after = _state(body)
    return {
        "told": told,
        "stored": (after[1] - before[1], after[2] - before[2]),
        "again": _told(lambda: _admit(body, int(first))),
        "index": _admit(body, int(first) + 1),
        "expected": before[2] + 1,
    }


def cast() -> dict[str, Any]:
    """Every member casts a closed vote, some change it; gives the key, the slots and the sealed votes, as hex."""
    from symbiosis.actions import closed_votes
    from symbiosis.store import reader
    from symbiosis.store.models import SealedVote

    (body,) = reader.bodies()
    replaced = []
    for number in [*range(MEMBERS), *range(0, MEMBERS, 10)]:
        replaced = [bytes(row.sealed).hex() for row in SealedVote.objects.all()] if number == 0 else replaced
        choice = CHOICES[number % len(CHOICES)]
        closed_votes.cast_closed_vote(body, VOTING, token(number), choice, at=START)
    rows = list(SealedVote.objects.all())
    return {
        "key": closed_votes._key_file(body, VOTING).read_bytes().hex(),
        "slots": [row.slot for row in rows],
        "sealed": [bytes(row.sealed).hex() for row in rows] + replaced,
        "totals": closed_votes.totals(body, VOTING),
    }


def close(*start: str) -> dict[str, int]:
    """The voting is closed: totals enter the record, the votes are still here (also after a start of the node)."""
    from symbiosis.actions.perform import perform
    from symbiosis.node.up import finish_purges
    from symbiosis.store import reader

    (body,) = reader.bodies()
    act = perform(body, "VotingClosed", {"voting": VOTING}, at=START + 1, by="secretary").act
    assert act.tally == dict.fromkeys(CHOICES, MEMBERS // len(CHOICES))
    if start:
        finish_purges()
    return left()


def certify(*killed: str) -> dict[str, int]:
    """The outcome is certified; with "killed" the process dies between the commit and the purge."""
    from symbiosis.actions import closed_votes
    from symbiosis.actions.perform import perform
    from symbiosis.store import reader

    (body,) = reader.bodies()
    if killed:
        closed_votes.purge = lambda body, voting: os._exit(9)
    perform(body, "OutcomeCertified", {"voting": VOTING}, at=START + 2, by="secretary")
    return left()


def half() -> dict[str, dict[str, int]]:
    """A purge that ends after the key: what is there then, and after the next start."""
    from symbiosis.actions import closed_votes
    from symbiosis.node.up import finish_purges

    cast()
    close()
    real = closed_votes.purge
    closed_votes.purge = lambda body, voting: closed_votes._key_file(body, voting).unlink()
    certify()
    closed_votes.purge = real
    before = left()
    finish_purges()
    return {"before": before, "after": left()}


def left() -> dict[str, int]:
    """What is left of closed votes."""
    from symbiosis.actions import closed_votes
    from symbiosis.store.models import SealedVote

    return {"rows": SealedVote.objects.count(), "keys": len(list(closed_votes._keys().glob("*/*")))}


def flush() -> None:
    """Have PostgreSQL write everything it holds into its files."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")


WHAT = {
    each.__name__: each
    for each in (full_disk, held_lock, lost_answer, cast, close, certify, half, left, flush)
}

if __name__ == "__main__":
    open_node(Path(sys.argv[1]))
    print(json.dumps(WHAT[sys.argv[2]](*sys.argv[3:])))
