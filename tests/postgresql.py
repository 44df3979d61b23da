"""A real PostgreSQL for tests: a cluster of its own in a new folder, with its durability as shipped."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    assert initdb, "PostgreSQL is missing: bash tests/system_packages.sh"
    return Path(initdb).parent


@contextmanager
def cluster() -> Iterator[str]:
    """A running cluster; gives the folder of its socket. Stopped and deleted at the end."""
    programs = _programs()
    # PostgreSQL does not run as root: there, its own system user runs it.
    user: dict[str, Any] = {}
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    if os.geteuid() == 0:
        account = pwd.getpwnam("postgres")
        os.chown(folder, account.pw_uid, account.pw_gid)
        user = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    data = str(folder / "data")
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "cwd": folder, **user}
    subprocess.run([programs / "initdb", "-D", data, "-U", "node", "-A", "trust", "-E", "UTF8"], **quiet)
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c max_connections=60"
    start = ["-D", data, "-o", options, "-l", str(folder / "log"), "-w", "start"]
    subprocess.run([programs / "pg_ctl", *start], **quiet)
    try:
        yield str(folder)
    finally:
        subprocess.run([programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"], **quiet)
        shutil.rmtree(folder, ignore_errors=True)


def new_database(socket: str, name: str) -> str:
    """Make an empty database in a cluster; gives its DATABASE_URL."""
    createdb = _programs() / "createdb"
    subprocess.run([createdb, "-h", socket, "-U", "node", name], check=True)
    return f"postgresql://node@/{name}?host={socket}"
