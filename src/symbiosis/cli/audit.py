"""`symbiosis audit`: check the archive of a secret election, every ballot and every proof. Needs no node."""

from __future__ import annotations

import mmap
import os
from pathlib import Path
from typing import Annotated

import typer

from symbiosis.ballots.audit import audit, audit_growth
from symbiosis.ballots.pool import processes
from symbiosis.phrases import audit_finding, audit_lines


def audit_command(
    file: Annotated[Path, typer.Argument(help="The archive (.bel), as a vote's page gives it.")],
    earlier: Annotated[
        Path | None, typer.Option(help="An earlier copy: nothing of it may have been taken back.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes; as many as there are cores by default.")] = 0,
    trackers: Annotated[bool, typer.Option(help="Print the tracker of each ballot that counts.")] = False,
    language: Annotated[str, typer.Option(help="en, es, fr, de, pt-BR, pt-PT or ru.")] = "en",
) -> None:
    """Check a secret election: the order of events, every ballot, tally, mix and part of the count, and the result.

    Prints every defect, not the first only. Exits 0 if there is none, 1 with defects, 2 for a file that cannot be read.
    """
    engine = processes(jobs or os.cpu_count() or 1)
    try:
        old = earlier.read_bytes() if earlier else None
        with file.open("rb") as opened:
            size = os.fstat(opened.fileno()).st_size
            data = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) if size else b""
            # The archive stays on disk: only a few ballots are in memory at a time.
            with memoryview(data) as view:
                report = audit(view, engine) if old is None else audit_growth(old, view, engine)
    except OSError as error:
        typer.echo(f"{error.filename}: {error.strerror}", err=True)
        raise typer.Exit(2) from error
    for finding in report.findings:
        typer.echo(f"{finding.level}: {audit_finding(finding, language)}", err=finding.level == "defect")
    for line in audit_lines(report, language):
        typer.echo(line)
    if trackers:
        for tracker in report.trackers:
            typer.echo(f"  {tracker}")
    typer.echo("Sound." if report.sound else f"NOT SOUND: {len(report.defects)} defects.")
    raise typer.Exit(0 if report.sound else 1)
