"""Opening a node's data folder for a command."""

from __future__ import annotations

import os
from pathlib import Path

import typer


def open_node(data: Path, *, must_exist: bool = True) -> None:
    """Set the node up on this data folder. Exits 2 where there is none, or where [node] is not installed."""
    if must_exist and not data.is_dir():
        typer.echo(f"There is no node's data in {data}; start one with: symbiosis up --data {data}", err=True)
        raise typer.Exit(2)
    os.environ["SYMBIOSIS_DATA"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "symbiosis.node.settings")
    try:
        import django
    except ModuleNotFoundError as error:
        typer.echo("This command needs a node: pip install 'symbiosis[node]'", err=True)
        raise typer.Exit(2) from error
    django.setup()
