"""Writers that are killed: `python -m tests.faults.nursery DATA KILLS SEED` says what was lost, as JSON.

Each round forks two writers that do acts of three kinds on one body as fast as they can. Before an act a writer
sends what it tries through a pipe to this process, after it the receipt. Both are killed with SIGKILL at random
moments, first one while the other goes on. Shared memory tells where a writer was: between begin and commit or
not. Then a process that never saw the body replays its records from the first byte and does one more act.
"""

from __future__ import annotations

import ctypes
import json
import mmap
import os
import random
import select
import signal
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from symbiosis.cli.open_node import open_node
from tests.store.inside import MEMBERS, START, VOTING, token

CHOICES = ("agree", "reservation", "stand_aside", "needs_discussion")
WRITERS = 2
OUTSIDE, INSIDE = 0, 1


@dataclass
class Known:
    """What went through the pipe: acts acknowledged, acts that were tried last, and members' choices."""

    acts: list[dict[str, Any]] = field(default_factory=list)
    choices: dict[int, str] = field(default_factory=dict)
    trying: dict[int, dict[str, Any]] = field(default_factory=dict)


def attempt(body: str, what: dict[str, Any]) -> dict[str, Any]:
    """Do one act; gives its receipt."""
    from symbiosis.actions.closed_votes import cast_closed_vote
    from symbiosis.actions.perform import perform

    if what["kind"] == "vote":
        cast_closed_vote(body, VOTING, token(what["member"]), what["choice"], at=START)
        return what
    admitted = what["kind"] == "MemberAdmitted"
    meeting = {"meeting": f"meeting-{what['member']}", "on": "2027-06-12"}
    fields = {"token": token(what["member"])} if admitted else meeting
    receipt = perform(body, what["kind"], fields, at=START, by="secretary")
    return what | {"origin": receipt.origin, "index": receipt.index, "leaf": receipt.leaf}


def write(body: str, number: int, first: int, phase: mmap.mmap, pipe: int) -> None:
    """A writer: acts without end, each announced and acknowledged."""
    from symbiosis.store import writer

    real = writer.locked

    @contextmanager
    def marked(bodies: Any) -> Any:
        with real(bodies) as sizes:
            phase[number] = INSIDE
            yield sizes
        phase[number] = OUTSIDE

    writer.locked = marked
    chance = random.Random(first)
    for count in range(first, first + 10_000):
        what: dict[str, Any] = {
            "writer": number,
            "kind": chance.choice(["MemberAdmitted", "vote", "MeetingCalled"]),
        }
        if what["kind"] == "vote":
            # The members are shared out: whose vote it is, is known without knowing who came first.
            what |= {"member": chance.randrange(number, MEMBERS, WRITERS), "choice": chance.choice(CHOICES)}
        else:
            what["member"] = count
        os.write(pipe, json.dumps({"try": what}).encode() + b"\n")
        os.write(pipe, json.dumps({"done": attempt(body, what)}).encode() + b"\n")


def forked(do: Callable[[], None]) -> int:
    """Run something in a process of its own; gives its id. It ends with 0, or with 1 and what went wrong."""
    child = os.fork()
    if child:
        return child
    try:
        ctypes.CDLL(None).prctl(
            1, signal.SIGKILL
        )  # PR_SET_PDEATHSIG: nobody writes on when this test is stopped
        do()
        os._exit(0)
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(1)


def check(body: str, known: Known) -> dict[str, Any]:
    """Replay the records as a stranger; every act acknowledged is there, and the node goes on."""
    from nacl.secret import SecretBox

    from symbiosis.actions import closed_votes
    from symbiosis.actions.perform import perform
    from symbiosis.record import tree
    from symbiosis.store import reader
    from symbiosis.store.models import SealedVote
    from symbiosis.verify.files import verify_bundle

    # First, as it waits for a commit that a dead writer's PostgreSQL may still be at.
    perform(body, "RollCounted", {}, at=START, by="secretary")
    verified = verify_bundle(reader.bundle(body, book=True))
    leaves = {
        log.origin: [tree.leaf_hash(entry).hex() for entry in log.entries] for log in verified.bundle.logs
    }
    lost = [
        act for act in known.acts if leaves[act["origin"]][act["index"] : act["index"] + 1] != [act["leaf"]]
    ]
    key = closed_votes._key(body, VOTING)
    found: dict[int, str] = {}
    for member in known.choices.keys() | {each.get("member", 0) for each in known.trying.values()}:
        if key is None:
            break
        slot = closed_votes.hmac.new(key, token(member).encode(), "sha256").hexdigest()
        for row in SealedVote.objects.filter(body=body, voting=VOTING, slot=slot):
            found[member] = SecretBox(key).decrypt(bytes(row.sealed)).decode().strip()
    tried = {what["member"]: what["choice"] for what in known.trying.values() if what["kind"] == "vote"}
    wrong = [
        member
        for member, choice in known.choices.items()
        if found.get(member) not in (choice, tried.get(member, choice))
    ]
    stored = [what for what in known.trying.values() if _is_stored(what, verified, found, known)]
    return {"lost": len(lost) + len(wrong), "stored": [what["writer"] for what in stored], "choices": found}


def _is_stored(what: dict[str, Any], verified: Any, found: dict[int, str], known: Known) -> bool:
    """Whether an act is there although nobody was told."""
    if what["kind"] == "MemberAdmitted":
        return token(what["member"]) in verified.fold.book.roll
    if what["kind"] == "MeetingCalled":
        return f"meeting-{what['member']}" in verified.fold.board.meetings
    return found.get(what["member"]) == what["choice"] != known.choices.get(what["member"])


def hear(lines: bytes, known: Known) -> int:
    """Take in what came through the pipe; gives how many acknowledgements were in it."""
    count = 0
    for line in lines.splitlines():
        for word, what in json.loads(line).items():
            if word == "try":
                known.trying[what["writer"]] = what
                continue
            count += 1
            known.trying.pop(what["writer"], None)
            if what["kind"] == "vote":
                known.choices[what["member"]] = what["choice"]
            else:
                known.acts.append(what)
    return count


def until(pipe: int, known: Known, wanted: int) -> None:
    """Listen until so many acts more were acknowledged."""
    rest, end = b"", time.monotonic() + 60
    while wanted > 0 or rest:
        assert time.monotonic() < end, "the writers stand still"
        if select.select([pipe], [], [], 1)[0]:
            whole, _, rest = (rest + os.read(pipe, 65536)).rpartition(b"\n")
            wanted -= hear(whole, known)


def drained(pipe: int, known: Known) -> None:
    """Hear what the dead had said."""
    rest = b""
    while part := os.read(pipe, 65536):
        rest += part
    hear(rest, known)


def one_round(body: str, first: int, known: Known, phase: mmap.mmap, chance: random.Random) -> list[int]:
    """Two writers, killed one after the other; gives the phase in which each died."""
    reads, writes = os.pipe()
    writers = []
    for number in range(WRITERS):
        phase[number] = OUTSIDE
        start = first + number * 10_000
        writers.append(forked(lambda number=number, start=start: write(body, number, start, phase, writes)))
    os.close(writes)
    order = list(range(WRITERS))
    chance.shuffle(order)
    died = [0] * WRITERS
    for number in order:
        until(reads, known, chance.randrange(1, 8))
        time.sleep(chance.random() * 0.01)
        patient = chance.random() < 0.5
        # Every other kill waits for a transaction to begin, and then for somewhere in it.
        while patient and phase[number] == OUTSIDE:
            time.sleep(0.0001)
        os.kill(writers[number], signal.SIGKILL)
        os.waitpid(writers[number], 0)
        died[number] = phase[number]
    drained(reads, known)
    os.close(reads)
    return died


def main(data: str, kills: str, seed: str) -> dict[str, int]:
    """All rounds; gives how many kills fell where and how much was lost."""
    open_node(Path(data))
    chance, known, phase = random.Random(int(seed)), Known(), mmap.mmap(-1, 4096)
    answers = mmap.mmap(-1, 1 << 20)
    with (Path(data) / "body").open() as file:
        body = file.read()
    total = {"kills": 0, "inside": 0, "stored_unheard": 0, "lost": 0, "acknowledged": 0}
    for number in range(int(kills) // WRITERS):
        # Numbers that no round has had before, nor one of a shorter run on the same node.
        died = one_round(body, (int(kills) * 1_000 + number) * 100_000, known, phase, chance)

        def answer() -> None:
            words = json.dumps(check(body, known)).encode()
            answers[: len(words) + 1] = words + b"\0"

        _, ended = os.waitpid(forked(answer), 0)
        assert ended == 0, "after a kill the node does not start, or its record does not hold"
        found = json.loads(answers[: answers.find(b"\0")])
        total["kills"] += WRITERS
        # A writer that died before it said anything more had not committed, unless its act is there.
        total["inside"] += sum(was == INSIDE and each not in found["stored"] for each, was in enumerate(died))
        total["stored_unheard"] += len(found["stored"])
        total["lost"] += found["lost"]
        # What was stored unheard is the truth from now on.
        known.choices |= {int(member): choice for member, choice in found["choices"].items()}
        known.trying.clear()
    total["acknowledged"] = len(known.acts) + len(known.choices)
    return total


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
