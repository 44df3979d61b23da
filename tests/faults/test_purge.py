"""Closed votes after certification: their key is nowhere, so nobody can open them; on SQLite the rows are gone too.

Guaranteed on both databases: neither the key nor a choice in clear is in any file of the node, of the database or
of a backup. PostgreSQL keeps deleted rows in its files and its log until it needs the space: sealed, without a key.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.node.nodes import Served, run
from tests.postgresql import _programs
from tests.store.databases import KINDS, Node, new_node

INSIDE = "tests.faults.wounds"
CHOICES = ("agree", "reservation", "stand_aside", "needs_discussion")
# As a choice is before it is sealed.
CLEAR = [choice.encode().ljust(32) for choice in CHOICES]


@pytest.fixture(params=KINDS)
def node(request: pytest.FixtureRequest, tmp_path: Path, postgresql: str) -> Node:
    """A node of its own for each test: a voting is certified once."""
    name = f"purge_{request.node.name.partition('[')[0][-30:]}"
    return new_node(request.param, tmp_path, postgresql, name)


def files_of(node: Node) -> list[Path]:
    """Every file in which the node or its database keeps anything."""
    if node.kind == "postgresql":
        node.ask(INSIDE, "flush")
    folders = [node.data, *([Path(node.cluster)] if node.cluster and node.kind == "postgresql" else [])]
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]


def holding(files: Iterable[Path], needles: list[bytes]) -> set[str]:
    """The names of the files in which one of these is, as bytes or as hexadecimal words."""
    wanted = [*needles, *(needle.hex().encode() for needle in needles)]
    found = set()
    for path in files:
        try:
            content = path.read_bytes()
        except FileNotFoundError:  # PostgreSQL takes its own files away while we look
            continue
        if any(each in content for each in wanted):
            found.add(path.name)
    return found


def backup(node: Node, out: Path) -> Path:
    done = run("backup", "--data", node.data, "--out", out, **node.more)
    assert done.returncode == 0, done.stderr
    return out


def rows_in(file: Path, folder: Path, node: Node) -> bytes:
    """What a backup holds of closed votes, whatever way it is packed."""
    folder.mkdir()
    subprocess.run(["tar", "xf", file, "-C", folder], check=True)
    if node.kind == "sqlite":
        return (folder / "node.sqlite3").read_bytes()
    dump = [_programs() / "pg_restore", "--file=-", str(folder / "node.pgdump")]
    return subprocess.run(dump, check=True, capture_output=True).stdout


def test_after_certification_nobody_can_open_them(node: Node, tmp_path: Path) -> None:
    cast = node.ask(INSIDE, "cast")
    assert cast["totals"] == dict.fromkeys(CHOICES, 25)
    key, slots = bytes.fromhex(cast["key"]), [slot.encode() for slot in cast["slots"]]
    sealed = [bytes.fromhex(each) for each in cast["sealed"]]
    during = backup(node, tmp_path / "during.tar")

    # What we look for can be found: the key in its own file and there alone, the rows in the database.
    files = files_of(node)
    assert holding(files, [key]) == {"kitchen"}
    assert holding(files, slots[:1])
    assert holding(files, sealed[:1])
    assert slots[0] in rows_in(during, tmp_path / "during", node)
    probe = tmp_path / "probe"
    probe.write_bytes(b"..." + CLEAR[3] + b"...")
    assert holding([probe], CLEAR) == {"probe"}

    assert node.ask(INSIDE, "close") == {"rows": 100, "keys": 1}
    assert node.ask(INSIDE, "certify") == {"rows": 0, "keys": 0}
    after = backup(node, tmp_path / "after.tar")

    files = [*files_of(node), during, after]
    assert holding(files, [key]) == set()
    assert holding(files, CLEAR) == set()
    kept = rows_in(after, tmp_path / "after", node)
    assert not [each for each in (*slots, *sealed) if each in kept or each.hex().encode() in kept]
    if node.kind == "sqlite":
        own = [path for path in files if path.is_relative_to(node.data)]
        assert holding(own, [*slots, *sealed]) == set()


def test_a_crash_before_the_purge_is_healed_at_the_next_start(node: Node) -> None:
    """And a start before certification leaves them alone; one after half a purge finishes it."""
    key = bytes.fromhex(node.ask(INSIDE, "cast")["key"])
    assert node.ask(INSIDE, "close", "start") == {"rows": 100, "keys": 1}
    node.ask(INSIDE, "certify", "killed", check=False)
    assert node.ask(INSIDE, "left") == {"rows": 100, "keys": 1}
    assert holding(files_of(node), [key]) == {"kitchen"}
    with Served(node.data, **node.more):
        pass
    assert node.ask(INSIDE, "left") == {"rows": 0, "keys": 0}
    assert holding(files_of(node), [key]) == set()


def test_half_a_purge_is_finished_at_the_next_start(node: Node) -> None:
    assert node.ask(INSIDE, "half") == {"before": {"rows": 100, "keys": 0}, "after": {"rows": 0, "keys": 0}}
