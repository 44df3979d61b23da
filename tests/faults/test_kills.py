"""A writer killed at any moment loses nothing that it acknowledged, and leaves a node that starts and verifies."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.node.nodes import Served, run
from tests.store.databases import Node


def kill(node: Node, kills: int) -> dict[str, int]:
    """Kill so many writers on a node; afterwards it starts, and its record verifies on the command line."""
    (node.data / "body").write_text(next(iter(node.ask("tests.store.inside", "bundles"))))
    told = node.ask("tests.faults.nursery", str(kills), "7")
    print(f"{node.kind}: {told}")
    with Served(node.data, **node.more):
        pass
    return told


def check(told: dict[str, int], node: Node, kills: int, folder: Path) -> None:
    """Enough kills fell where they hurt, and nothing acknowledged is lost."""
    assert told["kills"] == kills
    assert told["lost"] == 0
    assert told["inside"] * 4 >= kills, told
    assert told["acknowledged"] >= kills
    file = folder / "body.bundle"
    body = (node.data / "body").read_text()
    done = run("export", body, "--data", node.data, "--out", file, "--book", **node.more)
    assert done.returncode == 0, done.stderr
    assert run("verify", file).returncode == 0


def test_twenty_kills_lose_nothing(node: Node, tmp_path: Path) -> None:
    check(kill(node, 20), node, 20, tmp_path)


@pytest.mark.slow
def test_two_hundred_kills_lose_nothing(node: Node, tmp_path: Path) -> None:
    check(kill(node, 200), node, 200, tmp_path)
