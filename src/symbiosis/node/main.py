"""The command `symbiosis`: its table of commands. Those of a node are there where [node] is installed."""

from __future__ import annotations

import sys

import typer

from symbiosis.cli import apportion, audit, count, records, rehearse, simulate
from symbiosis.cli import verify as verify_command
from symbiosis.errors import SymbiosisError
from symbiosis.node import keeping, up

app = typer.Typer(
    help="A confederation of autonomous bodies governs itself from the bottom up.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(verify_command.verify)
app.command(name="audit")(audit.audit_command)
app.command()(count.count)
app.command(name="apportion")(apportion.apportion_command)
app.add_typer(simulate.app, name="charter")
app.command()(records.bodies)
app.command()(records.export)
app.command()(rehearse.rehearse)
app.command()(up.up)
app.command()(keeping.keeper)
app.command()(keeping.backup)
app.command()(keeping.restore)
app.command()(keeping.resume)
app.command(name="change-keys")(keeping.change_keys)


def main() -> None:
    """Run one command. What a rule, a record or the machine refuses is one sentence, and exit code 1."""
    try:
        app()
    except SymbiosisError as error:
        typer.echo(str(error), err=True)
        sys.exit(1)
