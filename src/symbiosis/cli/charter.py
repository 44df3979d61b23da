"""`symbiosis charter check`: what cannot work in a charter, before anybody adopts it. Needs no node."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from symbiosis.core.charter_text import defects, read_charter_text
from symbiosis.core.findings import findings
from symbiosis.core.text_lines import line_of, lines_of
from symbiosis.phrases import finding

app = typer.Typer(help="Looking at a charter before a body adopts it.", no_args_is_help=True)


@app.callback()
def charter() -> None:
    """Looking at a charter before a body adopts it."""


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(help="Charters in TOML or JSON, or folders of them.")],
    members: Annotated[
        int | None, typer.Option(min=1, help="How many people the body has: thresholds are tried with them.")
    ] = None,
    bodies: Annotated[
        str, typer.Option(help='The bodies of a council with their members: "A1=212,A2=64".')
    ] = "",
    language: Annotated[str, typer.Option(help="The language of the sentences: en, es...")] = "en",
) -> None:
    """Say what cannot work in a charter, or does another thing than its words say, with line and name.

    Exits 0 where nothing was found, 1 with each finding, 2 where a file is no charter that can be read.
    """
    try:
        sizes = read_sizes(bodies)
    except ValueError as error:
        typer.echo(f'--bodies takes CODE=MEMBERS with commas between, "A1=212,A2=64": {error}', err=True)
        raise typer.Exit(2) from error
    worst = 0
    for file in _charters(files):
        worst = max(worst, _checked(file, members, sizes, language))
    if worst:
        raise typer.Exit(worst)


def read_sizes(text: str) -> dict[str, int] | None:
    """Bodies by code with their members; None where none are given. Raises ValueError."""
    sizes: dict[str, int] = {}
    for part in text.split(",") if text.strip() else ():
        code, _, members = (word.strip() for word in part.partition("="))
        if not code or code in sizes or not (members.isascii() and members.isdigit()) or len(members) > 15:
            raise ValueError(part.strip())
        sizes[code] = int(members)
    return sizes or None


def _charters(files: list[Path]) -> list[Path]:
    """The files named, and those in the folders named, in order."""
    found = []
    for file in files:
        inside = sorted(each for each in file.rglob("*") if each.suffix in (".toml", ".json"))
        found += inside if file.is_dir() else [file]
        if file.is_dir() and not inside:
            typer.echo(f"{file}: there is no charter in this folder", err=True)
            raise typer.Exit(2)
    return found


def _checked(file: Path, members: int | None, bodies: dict[str, int] | None, language: str) -> int:
    """Print what was found in one file; gives its exit code."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        typer.echo(f"{file} cannot be read: {error}", err=True)
        return 2
    wrong = defects(text)
    for each in wrong:
        place = f"{each.place}: " if each.place else ""
        typer.echo(f"{file}:{each.line}: {each.code}: {place}{each.problem}")
    if wrong:
        return 2
    lines = lines_of(text)
    found = findings(read_charter_text(text), members, bodies)
    for one in sorted(found, key=lambda each: line_of(lines, each.place)):
        typer.echo(f"{file}:{line_of(lines, one.place)}: {one.code}: {finding(one, language)}")
    if not found:
        typer.echo(f"{file}: sound")
    return 1 if found else 0
