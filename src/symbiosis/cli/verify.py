"""`symbiosis verify`: replay records from files and print what came of them. Needs no node."""

from __future__ import annotations

import base64
import binascii
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from symbiosis.ballots.pool import processes
from symbiosis.core.outcomes import voting_of
from symbiosis.core.state import Voting
from symbiosis.errors import Unsound
from symbiosis.phrases import outcome_lines
from symbiosis.verify.files import NotABundle, Verified, verify_files


def verify(
    files: Annotated[list[Path], typer.Argument(help="Bundles, as `symbiosis export` wrote them.")],
    expect: Annotated[
        list[str] | None,
        typer.Option(help="ID:SIZE:ROOT of a checkpoint known otherwise, e.g. printed on paper."),
    ] = None,
) -> None:
    """Replay records, check every signature, hash, rule and proof, and print each outcome.

    Exits 0 only if all is sound, 1 with the first unsound entry named, 2 for a file that is no bundle.
    """
    try:
        data = [(str(file), file.read_bytes()) for file in files]
    except OSError as error:
        typer.echo(f"{error.filename}: {error.strerror}", err=True)
        raise typer.Exit(2) from error
    try:
        expected = dict(_expected(each) for each in expect or [])
    except ValueError as error:
        typer.echo(
            f"--expect takes ID:SIZE:ROOT (root in base64, as checkpoints print it): {error}", err=True
        )
        raise typer.Exit(2) from error
    try:
        found = verify_files(data, expected, processes(os.cpu_count() or 1))
    except NotABundle as error:
        typer.echo(f"This is no bundle that can be read: {error}", err=True)
        raise typer.Exit(2) from error
    except Unsound as error:
        typer.echo(f"UNSOUND. {error}", err=True)
        raise typer.Exit(1) from error
    for each in found:
        _print(each)
    typer.echo(f"\nSound: {len(found)} of {len(found)} files.")


def _expected(text: str) -> tuple[str, tuple[int, str]]:
    body, size, root = text.split(":")
    try:
        raw = base64.b64decode(root, validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from error
    if len(raw) != 32:
        raise ValueError("the root has 32 bytes")
    return body, (int(size), raw.hex())


def _print(verified: Verified) -> None:
    board, checkpoint = verified.fold.board, verified.board
    day = datetime.fromtimestamp(board.at, UTC).date().isoformat()
    typer.echo(f"\n{board.name}")
    typer.echo(f"  {board.id}")
    root = base64.b64encode(checkpoint.root).decode()
    typer.echo(f"  board: {checkpoint.size} entries, last on {day}, root {root}")
    if verified.book:
        root = base64.b64encode(verified.book.root).decode()
        typer.echo(f"  book: {verified.book.size} entries, root {root}")
    codes = {sister.id: sister.code for sister in board.sisters.values()}
    for name in board.votings:
        voting = voting_of(board, name)
        source = basis(verified, voting)
        about = voting.proposal or voting.about.get("act", "") or voting.matter
        typer.echo(f"  vote {name} ({about}), {voting.standing}; figures {source}")
        for milestone in voting.history:
            typer.echo(f"    {milestone.standing}:")
            for line in outcome_lines(milestone.outcome, "en", codes):
                typer.echo(f"      {line}")


def basis(verified: Verified, voting: Voting) -> str:
    """Whether a voting's figures were recomputed from votes in these files, or attested, and by whom."""
    electorate, secrecy = voting.rule(verified.fold.board).electorate, voting.secrecy
    if electorate in ("delegations", "bodies"):
        return "recomputed"
    if electorate == "referendum":
        return "recomputed from the bodies' tallies, each attested by its tellers"
    if secrecy == "open":
        return "recomputed" if verified.book else "attested by the body (its book was not given)"
    if secrecy == "secret":
        return _audited(verified, voting.id)
    return "attested by two tellers" if secrecy == "hands" else "attested by the body's node"


def _audited(verified: Verified, voting: str) -> str:
    report = verified.audits.get(voting)
    if report is None:
        return "attested by the body (the ballots were not given)"
    warned = "".join(f"; {each.code}" for each in report.warnings)
    return f"recomputed from {report.counted} encrypted ballots, every proof checked{warned}"
