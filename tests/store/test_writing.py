"""Records on disk, on both databases: durable, in one line, and the same as their trees."""

from __future__ import annotations

import itertools
import json
import subprocess
import time
from pathlib import Path

from symbiosis.record import tree
from symbiosis.record.checkpoints import Checkpoint
from symbiosis.verify.files import verify_bundle
from tests.store.databases import Node

EACH = 120
INSIDE = "tests.store.inside"


def test_durability_is_on(node: Node) -> None:
    expected = {
        "sqlite": {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1"},
        "postgresql": {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"},
    }
    assert node.ask(INSIDE, "durability") == expected[node.kind]


def test_an_entry_goes_to_the_head_or_nowhere(node: Node) -> None:
    moved = "the record has moved under its writer"
    assert node.ask(INSIDE, "misplaced") == {"behind": moved, "past": moved}


def test_two_processes_never_fork_a_record(node: Node, tmp_path: Path) -> None:
    """Both write to one body from the same moment on, while a third takes bundles at whatever moment it is."""
    start, stop = tmp_path / "start", tmp_path / "stop"
    firsts = (1000, 2000)
    jobs = [("write", str(first), str(EACH), str(start)) for first in firsts] + [("export", str(stop))]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    processes = [node.start(INSIDE, *job, **pipes) for job in jobs]
    try:
        said = _played(processes, firsts, start, stop)
    finally:
        for process in processes:
            process.kill()
            process.wait()

    receipts = [receipt for words in said for receipt in _read(words)]
    assert len(receipts) == 2 * EACH
    (bundle,) = node.ask(INSIDE, "bundles").values()
    verified = verify_bundle(bytes.fromhex(bundle))
    book = verified.bundle.logs[1].entries
    assert len({index for index, _, _ in receipts}) == 2 * EACH
    # Each checkpoint that was handed out is one of the one history that there is.
    roots = {}
    frontier = tree.Frontier()
    for entry in book:
        frontier.append(tree.leaf_hash(entry))
        roots[frontier.size] = frontier.root()
    for index, leaf, note in receipts:
        assert tree.leaf_hash(book[index]).hex() == leaf
        checkpoint = Checkpoint.parse(note.split("\n\n")[0] + "\n")
        assert checkpoint.root == roots[checkpoint.size]
    # They did write at the same time: the line is not first all of one, then all of the other.
    order = [index < len(_read(said[0])) for index in _turns(said)]
    changes = sum(one != other for one, other in itertools.pairwise(order))
    assert changes > 1, "the two processes did not meet: this test showed nothing"


def test_tiles_are_those_of_the_tree(node: Node) -> None:
    """With tiles of two levels."""
    assert node.ask(INSIDE, "trees")["largest"] > 256


def _played(
    processes: list[subprocess.Popen[bytes]], firsts: tuple[int, ...], start: Path, stop: Path
) -> list[bytes]:
    """Let them all run to their end; gives what the writers said."""
    *writers, exporter = processes
    while not all(Path(f"{start}-{first}").exists() for first in firsts):
        assert all(writer.poll() is None for writer in writers)
        time.sleep(0.01)
    start.touch()
    said = [writer.communicate(timeout=120) for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0], said
    stop.touch()
    exported, problem = exporter.communicate(timeout=60)
    assert exporter.returncode == 0, problem.decode()
    assert b'"bundles"' in exported
    return [words for words, _ in said]


def _read(words: bytes) -> list[tuple[int, str, str]]:
    return [tuple(receipt) for receipt in json.loads(words)]


def _turns(said: list[bytes]) -> list[int]:
    """Which receipt of all (first those of one process, then those of the other) comes when, by index."""
    receipts = [receipt for words in said for receipt in _read(words)]
    return sorted(range(len(receipts)), key=lambda place: receipts[place][0])
