"""`symbiosis rehearse`: play a story on a throw-away node."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from symbiosis.cli.open_node import open_node
from symbiosis.errors import Refusal


def rehearse(
    file: Annotated[Path, typer.Argument(help="A story (docs/spec/rehearsal.md).")],
    keep: Annotated[Path | None, typer.Option(help="Also write each body's bundle into this folder.")] = None,
    quiet: Annotated[bool, typer.Option(help="Say only what failed.")] = False,
) -> None:
    """Play a story; exits 1 at the first expectation that fails, 2 where the story cannot be read."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        typer.echo(f"{file} cannot be read: {error}", err=True)
        raise typer.Exit(2) from error
    with tempfile.TemporaryDirectory(prefix="rehearsal-") as folder:
        open_node(Path(folder))
        from django.core.management import call_command
        from django.db import connection

        call_command("migrate", verbosity=0)
        if connection.vendor == "sqlite":
            connection.cursor().execute("PRAGMA synchronous=OFF")  # nothing here outlives the command
        code = played(text, file.parent, keep, (lambda line: None) if quiet else typer.echo)
        connection.close()
    if code:
        raise typer.Exit(code)


def played(text: str, folder: Path, keep: Path | None, say: object) -> int:
    """Play a story on the node that is set up; gives the exit code."""
    from symbiosis.queries import records
    from symbiosis.rehearsal.play import Failed, Stage, play
    from symbiosis.rehearsal.story import read_story

    assert callable(say)
    try:
        stage = Stage(folder=folder, seed="", say=say)
        play(read_story(text), stage)
    except Failed as error:
        typer.echo(f"FAILED at {error}", err=True)
        return 1
    except Refusal as error:
        typer.echo(f"The story cannot be read: {error}", err=True)
        return 2
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        for code, body in stage.bodies.items():
            (keep / f"{code}.bundle").write_bytes(records.bundle(body, book=True))
    say("\nThe story holds.")
    return 0
