"""`symbiosis backup`, `restore` and `resume`: a node's data as one file, and how it may sign again after."""

from __future__ import annotations

import sqlite3
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from symbiosis.cli.open_node import open_node
from symbiosis.errors import Unsound

Data = Annotated[Path, typer.Option(help="The node's data folder.")]
_KEPT = ("secret",)
"""Files beside the database that a backup holds. Keys of closed votes are left out: to destroy one is to
purge its votes, and a backup must not bring them back."""


def write_backup(data: Path, out: Path) -> None:
    """Write database and secret into one tar file, while the node runs. Raises OSError, sqlite3.Error."""
    from django.conf import settings

    out.parent.mkdir(parents=True, exist_ok=True)
    partial = out.with_name(out.name + ".part")
    with tempfile.TemporaryDirectory() as folder, tarfile.open(partial, "w") as tar:
        database = settings.DATABASES["default"]
        if database["ENGINE"].endswith("sqlite3"):
            copy = Path(folder) / "node.sqlite3"
            source, target = sqlite3.connect(database["NAME"]), sqlite3.connect(copy)
            source.backup(target)
            source.close()
            target.close()
            tar.add(copy, "node.sqlite3")
        else:
            copy = Path(folder) / "node.sql"
            environment = {"PGPASSWORD": database["PASSWORD"], "PATH": "/usr/bin:/bin"}
            command = ["pg_dump", "--no-owner", "-f", str(copy), "-h", database["HOST"] or "127.0.0.1"]
            command += ["-U", database["USER"], "-p", database["PORT"] or "5432", database["NAME"]]
            subprocess.run(command, check=True, env=environment)
            tar.add(copy, "node.sql")
        for name in _KEPT:
            if (data / name).exists():
                tar.add(data / name, name)
    partial.chmod(0o600)
    partial.replace(out)


def backup(data: Data, out: Annotated[Path, typer.Option(help="The file to write.")]) -> None:
    """Write a backup of a node into one file. It holds the record keys: keep it as safe as the node."""
    open_node(data)
    write_backup(data, out)
    typer.echo(f"{out}: written. It holds the keys of the records; keep it where only the keeper comes.")


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `symbiosis backup` wrote.")],
    data: Annotated[Path, typer.Option(help="The new data folder; must be empty or absent.")],
) -> None:
    """Restore a node from a backup. It signs nothing until `symbiosis resume`."""
    if data.exists() and any(data.iterdir()):
        typer.echo(f"{data} is not empty; restore into a new folder.", err=True)
        raise typer.Exit(2)
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with tarfile.open(file) as tar:
            for member in tar.getmembers():
                content = tar.extractfile(member)
                if member.name not in ("node.sqlite3", "node.sql", *_KEPT) or content is None:
                    typer.echo(f"{file} is no backup of a node: it holds {member.name}", err=True)
                    raise typer.Exit(2)
                target = data / member.name
                target.write_bytes(content.read())
                target.chmod(0o600)
    except (tarfile.TarError, OSError) as error:
        typer.echo(f"{file} cannot be read as a backup: {error}", err=True)
        raise typer.Exit(2) from error
    (data / "restored").write_text("Nothing is signed until `symbiosis resume`.\n")
    if (data / "node.sql").exists():
        typer.echo(f"Load {data / 'node.sql'} into an empty database with psql, then go on.")
    typer.echo("Restored. The node signs nothing until: symbiosis resume --data DIR --bundle FILE... ")


def resume(
    data: Data,
    bundle: Annotated[
        list[Path] | None, typer.Option(help="The newest bundles that others hold of this node's bodies.")
    ] = None,
    none_newer: Annotated[
        bool, typer.Option(help="You asked the sisters, and nobody holds a newer checkpoint.")
    ] = False,
) -> None:
    """Let a restored node sign again, once it is ruled out that a newer checkpoint is out in the world."""
    marker = data / "restored"
    if not marker.exists():
        typer.echo("This node was not restored, or has resumed already.")
        return
    if not bundle and not none_newer:
        typer.echo("Give the newest bundles that others hold (--bundle), or say --none-newer.", err=True)
        raise typer.Exit(2)
    open_node(data)
    for file in bundle or []:
        _check_not_newer(file)
    marker.unlink()
    typer.echo("The node signs again.")


def _check_not_newer(file: Path) -> None:
    from symbiosis.store import reader
    from symbiosis.verify.files import verify_bundle

    try:
        outside = verify_bundle(file.read_bytes(), str(file))
    except (OSError, Unsound) as error:
        typer.echo(f"{file}: {error}", err=True)
        raise typer.Exit(1) from error
    body = outside.fold.board.id
    here = reader.board_entries(body)
    theirs = outside.bundle.logs[0].entries
    if theirs[: len(here)] != here[: len(theirs)]:
        typer.echo(
            f"{file} holds another history of {outside.fold.board.name}: stop and ask its members.", err=True
        )
        raise typer.Exit(1)
    if len(theirs) > len(here):
        typer.echo(
            f"{file} is newer than this backup: {len(theirs)} entries, here {len(here)}. Signing now would fork "
            "the record. Recover the missing entries first, or found the body anew.",
            err=True,
        )
        raise typer.Exit(1)


def before_upgrade(data: Path) -> Path | None:
    """Where migrations wait on a database that has data: a backup, and where it is."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not waiting or not executor.loader.applied_migrations:
        return None
    number = 1
    while (out := data / "backups" / f"before-upgrade-{number}.tar").exists():
        number += 1
    write_backup(data, out)
    return out
