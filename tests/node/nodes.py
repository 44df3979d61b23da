"""Nodes for tests: filled by scenario A and a body with a book, kept by the command line in processes of their own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
STORY = ROOT / "stories" / "scenario-a.story"

FILL = """
import sys
from pathlib import Path
from symbiosis.cli.open_node import open_node
data, story = Path(sys.argv[1]), Path(sys.argv[2])
data.mkdir(parents=True, exist_ok=True, mode=0o700)
open_node(data)
from django.core.management import call_command
call_command("migrate", verbosity=0)
from symbiosis.rehearsal.play import Stage, play
from symbiosis.rehearsal.story import read_story
stage = Stage(folder=story.parent, seed="", say=lambda line: None)
play(read_story(story.read_text(encoding="utf-8")), stage)
import os, time
from symbiosis.actions.founding import Randomness, found_body
random = Randomness(*(os.urandom(length) for length in (32, 32, 32, 32, 16)))
found_body(next(iter(stage.charters.values())) | {"name": "Kept with a book"}, random, at=int(time.time()))
"""


def environment(**more: str) -> dict[str, str]:
    """The environment of a command: ours, without what the tests set for themselves."""
    ours = ("DJANGO_SETTINGS_MODULE", "SYMBIOSIS_DATA", "SYMBIOSIS_PUBLIC_URL", "DATABASE_URL")
    return {name: value for name, value in os.environ.items() if name not in ours} | {
        "PYTHONPATH": str(ROOT / "src"),
        "COLUMNS": "200",
        **more,
    }


def run(*words: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run `symbiosis …` to its end."""
    command = [sys.executable, "-m", "symbiosis", *map(str, words)]
    return subprocess.run(
        command, env=environment(**more), capture_output=True, text=True, timeout=120, check=False
    )


def fill(data: Path, **more: str) -> None:
    """Make a node in a folder, with all of scenario A and one body with a book in it."""
    subprocess.run(
        [sys.executable, "-c", FILL, str(data), str(STORY)], env=environment(**more), check=True, timeout=120
    )


def script(data: Path, code: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run some lines of Python on an open node."""
    start = "from pathlib import Path\nfrom symbiosis.cli.open_node import open_node\n"
    start += f"open_node(Path({str(data)!r}))\n"
    return subprocess.run(
        [sys.executable, "-c", start + code],
        env=environment(**more),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


class Served:
    """A node that is being served, until the `with` ends."""

    def __init__(self, data: Path, *words: str, **more: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        command = [
            sys.executable,
            "-m",
            "symbiosis",
            "up",
            "--data",
            str(data),
            "--port",
            str(self.port),
            *words,
        ]
        self.process = subprocess.Popen(
            command,
            env=environment(**more),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def __enter__(self) -> Served:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(self.url + "/health", timeout=5) as answer:
                    assert answer.status == 200
                return self
            except (urllib.error.URLError, ConnectionError):
                assert self.process.poll() is None, self.said()
                time.sleep(0.1)
        raise AssertionError("the node did not answer")

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=20)
        if self.processes():
            os.killpg(self.process.pid, signal.SIGKILL)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def said(self) -> str:
        """All it printed; waits until it has ended."""
        assert self.process.stdout is not None
        return self.process.stdout.read()

    def processes(self) -> list[int]:
        """The processes of this node that are alive (it was started as a group of its own)."""
        found = []
        for path in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = path.read_text().rsplit(")", 1)[1].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(fields[2]) == self.process.pid and fields[0] != "Z":
                found.append(int(path.parent.name))
        return found

    def gone(self, seconds: float) -> bool:
        """Whether all its processes end within this time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.process.poll()
            if not self.processes():
                return True
            time.sleep(0.1)
        return False
