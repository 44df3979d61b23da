"""What the tests do inside a node: `python -m tests.store.inside DATA WHAT ...` says what came of it as JSON."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from symbiosis.cli.open_node import open_node

CHARTER = {
    "charter": 1,
    "name": "Assembly",
    "timezone": "UTC",
    "languages": ["en"],
    "roles": {"secretary": {"title": "Secretary", "powers": ["*"]}},
    "matters": {
        "kitchen": {
            "title": "Test for consensus, each member at home",
            "stages": [
                {
                    "electorate": "members",
                    "method": "consensus",
                    "secrecy": "closed",
                    "block_grounds": ["principles"],
                }
            ],
        }
    },
}
VOTING = "kitchen"
MEMBERS = 100
START = 1_800_000_000


def token(number: int) -> str:
    """A member's token."""
    return f"{number:032x}"


def found() -> dict[str, Any]:
    """An assembly of 100 with a closed voting under way."""
    from django.core.management import call_command
    from django.db import transaction

    from symbiosis.actions.founding import Randomness, found_body
    from symbiosis.actions.perform import perform

    call_command("migrate", verbosity=0)
    random = Randomness(*(bytes([part]) * 32 for part in range(4)), bytes(16))
    with transaction.atomic():
        body = found_body(CHARTER, random, at=START)
        for number in range(MEMBERS):
            perform(body, "MemberAdmitted", {"token": token(number)}, at=START, by="secretary")
        perform(body, "RollCounted", {}, at=START, by="secretary")
        perform(body, "VotingOpened", {"voting": VOTING, "matter": "kitchen"}, at=START, by="secretary")
    return {"body": body}


def durability() -> dict[str, str]:
    """How the database says that it keeps what it was told to keep."""
    from django.db import connection

    with connection.cursor() as cursor:

        def ask(question: str) -> str:
            cursor.execute(question)
            return str(cursor.fetchone()[0])

        if connection.vendor == "sqlite":
            names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
            return {name: ask(f"PRAGMA {name}") for name in names}
        return {name: ask(f"SHOW {name}") for name in ("fsync", "synchronous_commit", "full_page_writes")}


def write(first: str, count: str, start: str) -> list[Any]:
    """Admit members one by one, from the moment that a file is there; gives the receipts."""
    from symbiosis.actions import folds
    from symbiosis.actions.perform import perform
    from symbiosis.store import reader

    (body,) = reader.bodies()
    folds.caught_up(body)
    Path(f"{start}-{first}").touch()
    while not Path(start).exists():
        time.sleep(0.001)
    found = []
    for number in range(int(first), int(first) + int(count)):
        fields = {"token": token(number)}
        receipt = perform(body, "MemberAdmitted", fields, at=START, by="secretary")
        found.append([receipt.index, receipt.leaf, receipt.checkpoint])
        time.sleep(0.002)  # who waits for SQLite's lock sleeps longer each time: let them meet
        if number % 5 == 0:
            perform(body, "RollCounted", {}, at=START, by="secretary")
    return found


def export(stop: str) -> dict[str, int]:
    """Take bundles while others write, until a file is there: each must verify, none may be older than one before."""
    from symbiosis.store import reader
    from symbiosis.verify.files import verify_bundle

    (body,) = reader.bodies()
    sizes: list[tuple[int, int]] = []
    while not Path(stop).exists() or not sizes:
        each = verify_bundle(reader.bundle(body, book=True))
        assert each.book is not None
        sizes.append((each.board.size, each.book.size))
        assert sizes == sorted(sizes)
    return {"bundles": len(sizes), "different": len(set(sizes))}


def trees() -> dict[str, int]:
    """Compare the stored tiles with the tree over the stored entries, tile by tile and proof by proof.

    The book is made longer than one tile first.
    """
    from symbiosis.actions.perform import perform
    from symbiosis.record import tiles, tree
    from symbiosis.record.checkpoints import Checkpoint
    from symbiosis.store import reader, writer
    from symbiosis.store.models import Log, Tile

    (body,) = reader.bodies()
    for number in range(7000, 7260):
        perform(body, "MemberAdmitted", {"token": token(number)}, at=START, by="secretary")
    largest = 0
    for log in Log.objects.all():
        leaves = [tree.leaf_hash(each) for each in reader.entries(log.origin, 0, log.size)]
        read = writer.tile_reader(log.origin)
        expected, level, row = {}, 0, leaves
        while row:
            groups = [row[start : start + 256] for start in range(0, len(row), 256)]
            kept = [group for group in groups if level or len(group) == 256]  # growing leaves are not stored
            expected |= {(level, n): b"".join(group) for n, group in enumerate(kept)}
            row = [tree.root_of(group) for group in groups if len(group) == 256]
            level += 1
        stored = {(each.level, each.n): bytes(each.data) for each in Tile.objects.filter(log_id=log.origin)}
        assert stored == expected, log.origin
        noted = Checkpoint.parse(log.checkpoint.split("\n\n")[0] + "\n")
        assert (noted.size, noted.root) == (log.size, tree.root_of(leaves))
        for size in range(1, log.size + 1, 7):
            root = tree.root_of(leaves[:size])
            assert tiles.root_from_tiles(read, size) == root
            for index in {0, size // 2, size - 1}:
                path = tiles.inclusion_proof_from_tiles(read, index, size)
                tree.verify_inclusion(leaves[index], index, size, path, root)
        largest = max(largest, log.size)
    return {"largest": largest}


def misplaced() -> dict[str, str]:
    """Append at another head than the record's: behind it, and past it. Nothing may be written."""
    from symbiosis.actions import folds
    from symbiosis.errors import Unsound
    from symbiosis.record import identity, tree
    from symbiosis.store import reader, writer

    (body,) = reader.bodies()
    origin = identity.book_origin(body)
    size, note = reader.size(origin), reader.checkpoint(origin)
    answers = {}
    for name, wrong in (("behind", size - 1), ("past", size + 1)):
        frontier = tree.Frontier()
        for number in range(wrong + 1):
            frontier.append(tree.leaf_hash(str(number).encode()))
        try:
            with writer.locked([body]):
                writer.append(origin, wrong, b"{}", frontier, writer.seed_of(origin))
        except Unsound as error:
            answers[name] = error.sentence
    folds.drop_all()
    folds.caught_up(body)
    assert (reader.size(origin), reader.checkpoint(origin)) == (size, note)
    assert len(reader.entries(origin, 0, size + 5)) == size
    return answers


def bundles() -> dict[str, str]:
    """Every body's bundle, by its id, in hexadecimal."""
    from symbiosis.store import reader

    return {body: reader.bundle(body, book=True).hex() for body in reader.bodies()}


WHAT = {each.__name__: each for each in (found, durability, write, export, trees, misplaced, bundles)}

if __name__ == "__main__":
    open_node(Path(sys.argv[1]))
    print(json.dumps(WHAT[sys.argv[2]](*sys.argv[3:])))
