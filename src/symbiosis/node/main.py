"""The command `symbiosis`: its table of commands. Those of a node are there where [node] is installed."""

from __future__ import annotations

import typer

from symbiosis.cli import records, rehearse
from symbiosis.cli import verify as verify_command
from symbiosis.node import backup, up

app = typer.Typer(
    help="A confederation of autonomous bodies governs itself from the bottom up.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(verify_command.verify)
app.command()(records.bodies)
app.command()(records.export)
app.command()(rehearse.rehearse)
app.command()(up.up)
app.command("backup")(backup.backup)
app.command()(backup.restore)
app.command()(backup.resume)


def main() -> None:
    """Run the command line."""
    app()
