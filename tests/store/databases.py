"""A node with one assembly in it, on SQLite or on a real PostgreSQL, for processes of their own to work on."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.node.nodes import ROOT, environment
from tests.postgresql import new_database

KINDS = ("sqlite", "postgresql")


@dataclass
class Node:
    """A data folder, and what its commands need to know beside it."""

    kind: str
    data: Path
    more: dict[str, str] = field(default_factory=dict)
    cluster: str = ""

    def ask(self, module: str, *words: str, check: bool = True) -> Any:
        """The last line that a program of the tests says (JSON), run in a process of its own on this node."""
        done = self.start(module, *words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            out, problem = done.communicate(timeout=1200)
        finally:
            done.kill()
        if check:
            assert done.returncode == 0, problem.decode()
        return json.loads(out.splitlines()[-1]) if out else None

    def start(self, module: str, *words: str, **how: Any) -> subprocess.Popen[bytes]:
        """Start a program of the tests on this node."""
        command = [sys.executable, "-m", module, str(self.data), *words]
        path = f"{ROOT / 'src'}:{ROOT}"
        return subprocess.Popen(command, env=environment(**self.more) | {"PYTHONPATH": path}, cwd=ROOT, **how)


def new_node(kind: str, folder: Path, socket: str, name: str) -> Node:
    """A migrated node with one assembly (`tests.store.inside`) on a database of its own."""
    data = folder / name
    data.mkdir(parents=True, mode=0o700)
    more = {"DATABASE_URL": new_database(socket, name)} if kind == "postgresql" else {}
    node = Node(kind, data, more, socket)
    node.ask("tests.store.inside", "found")
    return node
