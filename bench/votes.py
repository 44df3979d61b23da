"""Durable votes accepted in a second, beside the bare inserts of the same database in the same run."""

from __future__ import annotations

import statistics
import subprocess
import tempfile
import uuid
from pathlib import Path

from bench.node import command, environment, opened

SECONDS = 4
MEMBERS = 400
PREPARE = f"""
import os, sys, time
from bench.generated import CHARTER, token
from symbiosis.actions.founding import Randomness, found_body
from symbiosis.actions.perform import perform
from django.db import connection
def ready():
    body = found_body(CHARTER, Randomness(*(os.urandom(n) for n in (32, 32, 32, 32, 16))), at=int(time.time()))
    for number in range({MEMBERS}):
        perform(body, "MemberAdmitted", {{"token": token(number)}}, at=int(time.time()), by="secretary")
    perform(body, "RollCounted", {{}}, at=int(time.time()), by="secretary")
    perform(body, "VotingOpened", {{"voting": "v", "matter": "general"}}, at=int(time.time()), by="secretary")
    return body
with connection.cursor() as cursor:
    kind = "BYTEA" if connection.vendor == "postgresql" else "BLOB"
    cursor.execute(f"CREATE TABLE bare (data {{kind}})")
print(*(ready() for _ in range(4)))
"""
VOTE = """
import sys, time
from bench.generated import token
from symbiosis.actions import folds
from symbiosis.actions.perform import perform
body, first, step = {body!r}, {first}, {step}
folds.caught_up(body)
print("ready", flush=True); sys.stdin.readline()
end, count = time.perf_counter() + {seconds}, 0
while time.perf_counter() < end:
    who = token((first + count * step) % {members})
    perform(body, "VoteCast", {{"voting": "v", "token": who, "choice": ("yes", "no")[count % 2]}}, at=int(time.time()))
    count += 1
print(count)
"""
BARE = """
import os, sys, time
from django.db import connection, transaction
print("ready", flush=True); sys.stdin.readline()
end, count = time.perf_counter() + {seconds}, 0
data = os.urandom(200)
while time.perf_counter() < end:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO bare (data) VALUES (%s)", [data])
    count += 1
print(count)
"""


def measure(database: str = "", runs: int = 3) -> dict[str, object]:
    """Votes and bare inserts a second and their ratio: one process, four on one body, four on a body each."""
    found: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        bodies = opened(data, PREPARE, database).split()
        for name, processes, used in (
            ("1 process", 1, bodies[:1]),
            ("4 processes on one body", 4, bodies[:1] * 4),
            ("4 processes on a body each", 4, bodies),
        ):
            votes, bare = [], []
            for _ in range(runs):
                bare.append(_rate(data, database, [BARE.format(seconds=SECONDS)] * processes))
                codes = [
                    VOTE.format(body=body, first=first, step=processes, seconds=SECONDS, members=MEMBERS)
                    for first, body in enumerate(used)
                ]
                votes.append(_rate(data, database, codes))
            found[name] = {
                "votes_per_second": round(statistics.median(votes)),
                "bare_inserts_per_second": round(statistics.median(bare)),
                "ratio": round(statistics.median(votes) / statistics.median(bare), 2),
            }
    return found


def _rate(data: Path, database: str, codes: list[str]) -> float:
    running = [
        subprocess.Popen(
            command(data, code),
            env=environment(database),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for code in codes
    ]
    for each in running:
        assert each.stdout is not None
        assert each.stdout.readline() == "ready\n"
    for each in running:
        assert each.stdin is not None
        each.stdin.write("\n")
        each.stdin.flush()
    counts = [int(each.communicate(timeout=120)[0]) for each in running]
    return sum(counts) / SECONDS


def on_postgresql() -> dict[str, object]:
    """The same on a real PostgreSQL of our own."""
    from tests.postgresql import cluster, new_database

    with cluster() as socket:
        return measure(new_database(socket, f"bench_{uuid.uuid4().hex[:8]}"))
