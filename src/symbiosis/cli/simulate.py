"""`symbiosis charter simulate`: a charter tried on past and generated decisions before it binds. Needs no node."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

from symbiosis.cli.charter import app, read_sizes
from symbiosis.core import trying
from symbiosis.core.charter_text import read_charter_text
from symbiosis.core.charters import Charter
from symbiosis.core.state import Board
from symbiosis.errors import Refusal, Unsound
from symbiosis.phrases import refusal
from symbiosis.phrases import trying as words
from symbiosis.verify.files import NotABundle, verify_bundle


@app.command()
def simulate(
    file: Annotated[Path, typer.Argument(help="The charter to try, in TOML or JSON.")],
    bundle: Annotated[
        Path | None,
        typer.Option(help="The body's records, as `symbiosis export` wrote them: its past decisions."),
    ] = None,
    members: Annotated[int | None, typer.Option(min=1, help="How many people the body has.")] = None,
    bodies: Annotated[
        str, typer.Option(help='The bodies of a council with their members: "A1=212,A2=64".')
    ] = "",
    turnouts: Annotated[str, typer.Option(help="Turnouts to try, in percent.")] = "10,20,30,40,50,60",
    seed: Annotated[
        str, typer.Option(help="The seed of what is drawn by lot: the same gives the same.")
    ] = "symbiosis",
    language: Annotated[str, typer.Option(help="The language of the sentences: en, es...")] = "en",
) -> None:
    """Say what a charter would do: past decisions, whose word decides, quorums, days.

    Exits 1 where the bundle does not hold, 2 where a file cannot be read.
    """
    try:
        charter = read_charter_text(file.read_text(encoding="utf-8"))
        sizes = read_sizes(bodies) or {}
        rates = [Fraction(int(each), 100) for each in turnouts.split(",")]
        board = verify_bundle(bundle.read_bytes(), str(bundle)).fold.board if bundle else None
    except (OSError, UnicodeDecodeError, ValueError, NotABundle) as error:
        typer.echo(f"This cannot be read: {error}", err=True)
        raise typer.Exit(2) from error
    except Refusal as error:
        typer.echo(refusal(error, language), err=True)
        raise typer.Exit(2) from error
    except Unsound as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    if board is not None:
        members = members or board.members or None
        sizes = sizes or {each.code: each.members_on(board.date) for each in board.sisters.values()}
    for line in lines(charter, board, members, sizes, rates, seed.encode(), language):
        typer.echo(line)


def lines(
    charter: Charter,
    board: Board | None,
    members: int | None,
    bodies: dict[str, int],
    turnouts: list[Fraction],
    seed: bytes,
    language: str,
) -> list[str]:
    """Everything that was found out, in lines."""
    found = words.again_lines(trying.judged_again(board, charter), charter, language) if board else []
    for each in trying.weighed(charter, bodies, seed) if bodies else ():
        found += ["", *words.weighed_lines(each, charter, language)]
    roll = len(bodies) if charter.bodies is not None else members
    if roll:
        found += [
            "",
            *(words.call_line(each, charter, language) for each in trying.calls(charter, roll, turnouts)),
        ]
    if members and charter.bodies is None:
        present = board.charter if board else None
        drawn = trying.generated(charter, members, seed, present)
        found += ["", *(words.generated_line(each, charter, language) for each in drawn)]
    days = {matter.title: trying.days_to_decide(charter, matter) for matter in charter.matters.values()}
    return [*found, "", *(words.days_line(title, steps, language) for title, steps in days.items())]
