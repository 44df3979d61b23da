"""A node's data as one file: written while it runs, and taken apart again into a new data folder.

The file is a tar: `manifest.json` (what it is, and size and SHA-256 of each part), `secret`, and the database
(`node.sqlite3`, or `node.pgdump` as pg_dump writes it). It holds the record keys. The keys of closed votes are
left out: destroying one is what purges its votes, and a backup must not bring them back.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

from symbiosis.errors import Unavailable, Unsound

MARKER = "restored"
"""While a file of this name is in the data folder, the writer signs nothing."""
DATABASES = {"sqlite": "node.sqlite3", "postgresql": "node.pgdump"}
_OTHER_DATABASE = {
    "postgresql": "this backup is of a node on PostgreSQL: set DATABASE_URL to a new, empty database",
    "sqlite": "this backup is of a node on SQLite: unset DATABASE_URL",
}
_MARKER_TEXT = "This node was restored from a backup. It signs nothing until: symbiosis resume\n"


def back_up(data: Path, out: Path) -> None:
    """Write the node that is open into `out` (0600), or leave `out` as it was. Raises `Unavailable`."""
    out.parent.mkdir(parents=True, exist_ok=True)
    partial = out.with_name(out.name + ".part")
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".backup-") as folder:
        kind = _dump(Path(folder))
        shutil.copyfile(data / "secret", Path(folder) / "secret")
        names = ["secret", DATABASES[kind]]
        manifest = {
            "symbiosis backup": 1,
            "version": version("symbiosis"),
            "database": kind,
            "files": {name: _figures(Path(folder) / name) for name in names},
        }
        (Path(folder) / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
                for name in ("manifest.json", *names):
                    tar.add(Path(folder) / name, name, filter=_nobody)
            file.flush()
            os.fsync(file.fileno())
    # A crash before this line leaves an old backup whole and a .part beside it.
    partial.replace(out)


def _nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without the account names of the keeper's machine."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    return member


def _figures(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return {"size": path.stat().st_size, "sha256": hashlib.file_digest(file, "sha256").hexdigest()}


def _dump(folder: Path) -> str:
    """Copy the open database into a folder, as it is at one moment; gives its kind."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        source, target = sqlite3.connect(database["NAME"]), sqlite3.connect(folder / DATABASES["sqlite"])
        try:
            source.backup(target)
        except sqlite3.Error as error:
            raise Unavailable(f"the database could not be copied: {error}") from error
        finally:
            target.close()
            source.close()
        return "sqlite"
    _postgresql("pg_dump", ["--format=custom", "--no-owner", "--file", str(folder / DATABASES["postgresql"])])
    return "postgresql"


def _postgresql(program: str, arguments: list[str]) -> None:
    """Run a program of PostgreSQL on the node's database; the password is not on its command line."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    if shutil.which(program) is None:
        raise Unavailable(f"{program} is missing: as root, run: apt-get install -y postgresql-client")
    named = {
        "PGHOST": database["HOST"],
        "PGPORT": database["PORT"],
        "PGUSER": database["USER"],
        "PGPASSWORD": database["PASSWORD"],
        "PGDATABASE": database["NAME"],
    }
    environment = os.environ | {name: str(value) for name, value in named.items() if value}
    done = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unavailable(f"{program} failed: {done.stderr.strip() or done.returncode}")


def unpack(file: Path, data: Path, kind: str) -> None:
    """Take a backup apart into a new data folder that is marked as restored.

    `kind` is the database that it must be of. On return everything is there and marked. Raises `Unsound` for a
    file that is no whole backup and `Unavailable` where it does not fit; then `data` is as it was.
    """
    if data.exists() and (not data.is_dir() or any(data.iterdir())):
        raise Unavailable(f"{data} is not empty: restore into a new folder")
    data.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=data.parent, prefix=f".{data.name}-restoring-"))
    try:
        # The mark comes first and moves with the folder: no crash leaves a restored node that signs.
        (folder / MARKER).write_text(_MARKER_TEXT)
        _take_apart(file, folder, kind)
        if data.exists():
            data.rmdir()
        folder.rename(data)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _take_apart(file: Path, folder: Path, wanted: str) -> None:
    try:
        with tarfile.open(file, "r:") as tar:
            manifest = json.loads(_part(tar, "manifest.json", 65_536))
            kind = manifest["database"]
            if manifest["symbiosis backup"] != 1 or set(manifest["files"]) != {"secret", DATABASES[kind]}:
                raise Unsound(f"{file} is a backup of another make")
            if kind != wanted:
                raise Unavailable(_OTHER_DATABASE[kind])
            for name, figures in manifest["files"].items():
                _write_part(tar, name, figures, folder)
    except (tarfile.TarError, OSError, EOFError) as error:
        raise Unsound(f"{file} cannot be read as a backup: {error}") from error
    except (KeyError, TypeError, ValueError) as error:
        raise Unsound(f"{file} is no backup of a node, or is damaged") from error
    if kind == "sqlite":
        _check_sqlite(folder / DATABASES["sqlite"])


def _part(tar: tarfile.TarFile, name: str, limit: int) -> bytes:
    content = tar.extractfile(name)
    if content is None:
        raise Unsound(f"{name} in it is not a file")
    return content.read(limit)


def _write_part(tar: tarfile.TarFile, name: str, figures: dict[str, Any], folder: Path) -> None:
    content = tar.extractfile(name)
    if content is None:
        raise Unsound(f"{name} in it is not a file")
    with os.fdopen(os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        shutil.copyfileobj(content, out)
        out.flush()
        os.fsync(out.fileno())
    if _figures(folder / name) != figures:
        raise Unsound(f"{name} in it is cut off or damaged")


def _check_sqlite(path: Path) -> None:
    database = sqlite3.connect(path)
    try:
        answer = database.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.Error as error:
        raise Unsound(f"the database in it is damaged: {error}") from error
    finally:
        database.close()
    if answer != ("ok",):
        raise Unsound(f"the database in it is damaged: {answer[0]}")


def load_postgresql(data: Path) -> None:
    """Load the dump of a restored folder into the empty database that DATABASE_URL names."""
    from django.db import connection

    if connection.introspection.table_names():
        raise Unavailable("the database of DATABASE_URL is not empty: name a new one")
    dump = data / DATABASES["postgresql"]
    _postgresql(
        "pg_restore",
        ["--no-owner", "--exit-on-error", "--single-transaction", "--dbname", "", str(dump)],
    )
    dump.unlink()


def forget_sealed_votes() -> int:
    """Delete closed votes that a backup brought back without their keys; gives how many there were.

    Nobody can open them. Left in place, they would stand in the way of those who vote again.
    """
    from symbiosis.store.models import SealedVote

    count, _ = SealedVote.objects.all().delete()
    return int(count)


def waiting_migrations() -> bool:
    """Whether this code wants changes to the open database. Raises `Unavailable` if newer code wrote it."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    ours = {name for app, name in executor.loader.applied_migrations if app == "store"}
    unknown = sorted(name for name in ours if ("store", name) not in executor.loader.disk_migrations)
    if unknown:
        raise Unavailable(
            f"this data was written by a newer Symbiosis ({', '.join(unknown)}): use that version, or a backup "
            "that this one made"
        )
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def back_up_before_upgrade(data: Path) -> Path | None:
    """Where migrations wait on a database that has data: a backup, and where it is. Raises `Unavailable`."""
    from django.db import connection

    if not waiting_migrations() or "store_log" not in connection.introspection.table_names():
        return None
    number = 1
    while (out := data / "backups" / f"before-upgrade-{number}.tar").exists():
        number += 1
    back_up(data, out)
    return out
