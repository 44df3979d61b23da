"""Scenario A on PostgreSQL by DATABASE_URL alone: every expectation holds, and the bundles are the same bytes."""

from __future__ import annotations

from pathlib import Path

from tests.node.nodes import fill
from tests.postgresql import new_database
from tests.store.databases import Node

BODIES = 13


def test_both_databases_give_the_same_bundles(postgresql: str, tmp_path: Path) -> None:
    found = []
    for kind in ("sqlite", "postgresql"):
        more = {"DATABASE_URL": new_database(postgresql, "same_records")} if kind == "postgresql" else {}
        fill(tmp_path / kind, **more)
        found.append(Node(kind, tmp_path / kind, more).ask("tests.store.inside", "bundles"))
        assert (tmp_path / kind / "node.sqlite3").exists() is (kind == "sqlite")
    ours, theirs = found
    # The last body of each was founded on random keys of its own.
    assert len(ours) == len(theirs) == BODIES + 1
    same = {body for body in ours if ours[body] == theirs.get(body)}
    assert len(same) == BODIES
