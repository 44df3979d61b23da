"""Processes that work on a node, for measurements."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
OPEN = """
import sys
sys.path.insert(0, {root!r})
from pathlib import Path
from symbiosis.cli.open_node import open_node
open_node(Path({data!r}))
"""
MIGRATE = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
"""


def environment(database: str = "") -> dict[str, str]:
    """What a process of a node is started with."""
    found = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "SYMBIOSIS_DATA")
    }
    return found | ({"DATABASE_URL": database} if database else {})


def command(data: Path, code: str, *, migrate: bool = False) -> list[str]:
    """Python with some lines that run on an open node."""
    start = OPEN.format(root=str(ROOT), data=str(data)) + (MIGRATE if migrate else "")
    return [sys.executable, "-c", start + code]


def opened(data: Path, code: str, database: str = "") -> str:
    """Run lines on a node that is made first; what they print."""
    data.mkdir(exist_ok=True)
    run = subprocess.run(
        command(data, code, migrate=True),
        env=environment(database),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout
