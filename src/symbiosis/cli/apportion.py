"""`symbiosis apportion`: seats divided among bodies by their members, and what power comes of them. Needs no node."""

from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from symbiosis import phrases
from symbiosis.counting.apportionment import METHODS, Apportioned, Beside, apportion, beside
from symbiosis.counting.conditions import share_of
from symbiosis.counting.counts import NotCountable
from symbiosis.counting.games import TooLarge


def apportion_command(
    bodies: Annotated[list[str], typer.Argument(help="NAME=MEMBERS, one for each body.")],
    seats: Annotated[int, typer.Option(min=1, help="How many seats or votes are divided.")],
    method: Annotated[
        str, typer.Option("--method", "-m", help=f"One of {', '.join(METHODS)}; none: all beside each other.")
    ] = "",
    minimum: Annotated[int, typer.Option(min=0, help="Seats of each body, at least.")] = 0,
    cap: Annotated[int, typer.Option(min=0, help="Seats of each body, at most (0: no cap).")] = 0,
    bar: Annotated[str, typer.Option(help="More than this share of all seats adopts.")] = "1/2",
    as_json: Annotated[bool, typer.Option("--json", help="Everything as JSON.")] = False,
    language: Annotated[str, typer.Option(help="en, es, fr, de, pt-BR, pt-PT or ru.")] = "en",
) -> None:
    """Divide seats among bodies, and set beside them what power to decide each has.

    Exits 0 where all seats are given, 1 where bodies are equal for the last ones or the numbers cannot be, 2 for a call
    that cannot be read.
    """
    try:
        members = _members(bodies)
        share = share_of(bar)
        if method and method not in METHODS:
            raise ValueError(f"{method!r} is none of {', '.join(METHODS)}")
    except ValueError as error:
        typer.echo(f"This cannot be read: {error}", err=True)
        raise typer.Exit(2) from error
    try:
        found = {
            name: apportion(name, seats, members, minimum, cap)  # type: ignore[arg-type]
            for name in ([method] if method else METHODS)
        }
    except NotCountable as error:
        typer.echo(phrases.not_countable_sentence(error, language), err=True)
        raise typer.Exit(1) from error
    if as_json:
        typer.echo(json.dumps({name: _plain(members, each, share) for name, each in found.items()}, indent=1))
    else:
        _tell(members, found, share, language)
    raise typer.Exit(1 if any(each.left for each in found.values()) else 0)


def _members(bodies: Sequence[str]) -> dict[str, int]:
    members: dict[str, int] = {}
    for each in bodies:
        name, equals, number = each.rpartition("=")
        if not (name and equals and number.isascii() and number.isdigit() and len(number) < 16):
            raise ValueError(f"{each!r} is not NAME=MEMBERS")
        if name in members:
            raise ValueError(f"{name!r} is there twice")
        members[name] = int(number)
    return members


def _beside(members: dict[str, int], found: Apportioned, bar: Fraction) -> list[Beside]:
    """With the power of each; without any where there are too many bodies to count it."""
    try:
        return beside(members, found.seats, bar)
    except TooLarge:
        return []


def _plain(members: dict[str, int], found: Apportioned, bar: Fraction) -> dict[str, object]:
    power = {each.name: str(each.power) for each in _beside(members, found, bar)}
    return {"seats": found.seats, "left": found.left, "tied": list(found.tied), "power": power}


def _tell(members: dict[str, int], found: dict[str, Apportioned], bar: Fraction, language: str) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for method, each in found.items():
        console.print(phrases.divided_name(method, language), markup=False, style="bold")
        table = Table(box=None, pad_edge=False)
        table.add_column("")
        for column in ("members", "seats", "part_of_members", "part_of_seats", "part_of_power"):
            table.add_column(phrases.apportioned_column(column, language), justify="right")
        parts = _beside(members, each, bar)
        powers = {one.name: _percent(one.power) for one in parts}
        people, whole = sum(members.values()) or 1, sum(each.seats.values()) or 1
        for name, number in each.seats.items():
            table.add_row(
                name,
                str(members[name]),
                str(number),
                _percent(Fraction(members[name], people)),
                _percent(Fraction(number, whole)),
                powers.get(name, "–"),
            )
        console.print(table)
        for line in phrases.apportioned_lines(each, parts, language):
            console.print(line, markup=False)
        console.print()


def _percent(share: Fraction) -> str:
    """For the eye only, to a tenth."""
    return f"{float(share * 100):.1f} %"
