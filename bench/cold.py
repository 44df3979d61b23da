"""A cold start: a new process opens a node and folds a body of 10,000 members and 100,000 acts."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.generated import SEED, generate
from bench.node import opened

START = """
import json, resource, sys, time
from pathlib import Path
begun = time.perf_counter()
from symbiosis.cli.open_node import open_node
open_node(Path(sys.argv[1]))
from symbiosis.actions import folds
ready = time.perf_counter()
fold = folds.caught_up(sys.argv[2])
done = time.perf_counter()
assert len(fold.book.roll) == int(sys.argv[3])
print(json.dumps({"fold": done - ready, "all": done - begun,
                  "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def measure(acts: int = 100_000, members: int = 10_000, runs: int = 3) -> dict[str, object]:
    """Medians: seconds from an open node to a usable state, with imports, and the memory at its peak."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        body = _store(data, acts, members)
        command = [sys.executable, "-c", START, str(data), body, str(members)]
        told = [
            json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
            for _ in range(runs)
        ]
    return {
        "acts": acts,
        "members": members,
        "seconds": round(statistics.median(each["fold"] for each in told), 2),
        "seconds_with_imports": round(statistics.median(each["all"] for each in told), 2),
        "peak_mb": round(statistics.median(each["mb"] for each in told)),
    }


STORE = """
from bench import cold
print(cold.put_into_node({acts}, {members}))
"""


def _store(data: Path, acts: int, members: int) -> str:
    return opened(data, STORE.format(acts=acts, members=members)).strip()


def put_into_node(acts: int, members: int) -> str:
    """Write a generated body into the open node's tables; gives its id."""
    from symbiosis.record import checkpoints, identity
    from symbiosis.record.checkpoints import Checkpoint
    from symbiosis.store.models import Entry, Log

    made = generate(acts, members)
    body = made.fold.board.id
    for record, entries, side in (
        ("board", made.board, made.fold.board_side),
        ("book", made.book, made.fold.book_side),
    ):
        origin = identity.board_origin(body) if record == "board" else identity.book_origin(body)
        checkpoint = Checkpoint(origin, side.frontier.size, side.frontier.root())
        note = checkpoints.sign_checkpoint(checkpoint, SEED)
        Log.objects.create(origin=origin, body=body, record=record, size=len(entries), checkpoint=note)
        rows = [Entry(log_id=origin, index=index, data=data) for index, data in enumerate(entries)]
        Entry.objects.bulk_create(rows, batch_size=5000)
    return body
