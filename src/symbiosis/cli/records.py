"""`symbiosis bodies` and `symbiosis export`: what a node keeps, and carrying it away."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from symbiosis.cli.open_node import open_node
from symbiosis.errors import SymbiosisError

Data = Annotated[Path, typer.Option(help="The node's data folder.")]


def bodies(data: Data) -> None:
    """List the bodies of a node: id, entries, name."""
    open_node(data)
    from symbiosis.queries.records import listed_bodies

    for each in listed_bodies():
        typer.echo(f"{each.id}  {each.size}  {each.problem or each.name}")


def export(
    body: Annotated[str, typer.Argument(help="The body's id, as `symbiosis bodies` lists it.")],
    data: Data,
    out: Annotated[Path, typer.Option(help="The file to write.")],
    book: Annotated[bool, typer.Option(help="With the book, for members.")] = False,
) -> None:
    """Write a body's records into one file that anyone can verify. Safe while the node runs."""
    open_node(data)
    from symbiosis.queries import records

    try:
        bundle = records.bundle(body, book=book)
    except SymbiosisError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    partial = out.with_name(out.name + ".part")
    partial.write_bytes(bundle)
    os.replace(partial, out)
    typer.echo(f"{out}: {len(bundle)} bytes")
