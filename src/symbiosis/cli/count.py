"""`symbiosis count`: count a file of ballots by any method. Needs no node."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from symbiosis import phrases
from symbiosis.counting.counts import Count, NotCountable, Stage
from symbiosis.counting.formats.election import Election, Unreadable
from symbiosis.counting.formats.reading import FORMATS, read_election
from symbiosis.counting.methods import METHODS, Method
from symbiosis.counting.papers import Marks, Rankings
from symbiosis.counting.reserved import Reservation, Reserved, marked_group
from symbiosis.counting.ties import TieRule


def count(
    file: Annotated[Path | None, typer.Argument(help="BLT, ABIF, PrefLib, Pabulib or CSV.")] = None,
    method: Annotated[str, typer.Option("--method", "-m", help="As --methods lists them.")] = "",
    seats: Annotated[int, typer.Option(help="How many are chosen; 0 as the file says, else 1.")] = 0,
    ties: Annotated[
        str, typer.Option(help="What settles ties, in order: earlier_round, status_quo, lot.")
    ] = "earlier_round",
    seed: Annotated[str, typer.Option(help="What a lot is drawn from, announced beforehand.")] = "",
    status_quo: Annotated[str, typer.Option(help="The option that stands already.")] = "",
    setting: Annotated[
        list[str] | None, typer.Option("--set", help="KEY=VALUE, as the method has it.")
    ] = None,
    at_least: Annotated[
        list[str] | None, typer.Option(help="GROUP=N: so many of a group at least; names end in [group].")
    ] = None,
    at_most: Annotated[list[str] | None, typer.Option(help="GROUP=N: so many of a group at most.")] = None,
    zipper: Annotated[
        str, typer.Option(help="Groups whose turn it is, place by place: women,* (* is anybody).")
    ] = "",
    group: Annotated[
        list[str] | None, typer.Option(help="NAME=GROUP, for a name that does not end in [group].")
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Every stage with every figure.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Everything as JSON.")] = False,
    kind: Annotated[str, typer.Option("--format", help=f"One of {', '.join(FORMATS)}.")] = "",
    language: Annotated[str, typer.Option(help="en, es, fr, de, pt-BR, pt-PT or ru.")] = "en",
    methods: Annotated[bool, typer.Option("--methods", help="List all methods.")] = False,
) -> None:
    """Count ballots exactly, and say how.

    Exits 0 where the count decides, 1 where it cannot (a tie that nothing settles, blank papers alone, a question that
    is none), 2 for a file or a call that cannot be read.
    """
    if methods:
        for name in METHODS:
            typer.echo(f"{name:<20} {phrases.method_name(name, language)}")
        return
    if file is None or method not in METHODS:
        typer.echo(
            "Name a file and a method: symbiosis count FILE --method M. --methods lists them.", err=True
        )
        raise typer.Exit(2)
    chosen = METHODS[method]
    try:
        election = _read(file, kind, chosen)
        settings = _settings(chosen, setting or [])
        rule = TieRule(tuple(_ways(ties)), seed, status_quo)
        reserved = _reserved(chosen, election, at_least or [], at_most or [], zipper, group or [])
    except Unreadable as error:
        typer.echo(phrases.unreadable_sentence(error, language), err=True)
        raise typer.Exit(2) from error
    try:
        budget = {"budget": election.budget} if chosen.budget else {}
        places = seats or election.seats or 1
        found = chosen.count(election.papers, seats=places, tie=rule, **settings, **budget, **reserved)
    except NotCountable as error:
        typer.echo(phrases.not_countable_sentence(error, language), err=True)
        raise typer.Exit(1) from error
    if as_json:
        typer.echo(msgspec.json.format(msgspec.json.encode(found), indent=1).decode())
    else:
        _tell(found, election, explain, language)
    raise typer.Exit(0 if found.result == "decided" else 1)


def _read(file: Path, kind: str, method: Method) -> Election:
    if kind and kind not in FORMATS:
        raise Unreadable("UnknownFormat", 0)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Unreadable("NoFile", 0, problem=error.strerror or "", file=str(file)) from error
    election = read_election(file.name, data, kind, marks=method.paper != "ranking")
    fits = isinstance(election.papers, Rankings if method.paper == "ranking" else Marks)
    if not fits:
        raise Unreadable("OtherPapers", 0, method=method.name)
    return election


def _settings(method: Method, given: list[str]) -> dict[str, int | str]:
    found: dict[str, int | str] = {}
    for each in given:
        name, equals, value = each.partition("=")
        pattern = method.settings.get(name)
        if not equals or pattern is None or not re.fullmatch(pattern, value):
            raise Unreadable("NoSuchSetting", 0, setting=each, known=", ".join(method.settings) or "-")
        found[name] = int(value) if value.isdigit() and name != "share" else value
    return found


def _reserved(
    method: Method, election: Election, at_least: list[str], at_most: list[str], zipper: str, named: list[str]
) -> dict[str, Reserved]:
    """What the call reserves, by the groups that names carry; nothing where it reserves nothing."""
    turns = tuple(each.strip() for each in zipper.split(",") if each.strip())
    if not (at_least or at_most or turns):
        return {}
    if not method.reserves or (turns and method.gives != "order"):
        raise Unreadable("NothingReserved", 0, method=method.name)
    if turns and (at_least or at_most):
        raise Unreadable("ZipperAlone", 0)
    least, most = _numbers(at_least), _numbers(at_most)
    rules = {each: Reservation(least.get(each, 0), most.get(each, 0)) for each in {**least, **most}}
    given = dict(_pair(each) for each in named)
    names = election.papers.candidates
    for name in given:
        if name not in names:
            raise Unreadable("NoSuchName", 0, name=name)
    groups = tuple(given.get(name, marked_group(name)[1]) for name in names)
    return {"reserved": Reserved(rules, groups, turns)}


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.rpartition("=")
    if not (name and equals and value):
        raise Unreadable("NoPair", 0, text=text)
    return name, value


def _numbers(texts: list[str]) -> dict[str, int]:
    found = {}
    for each in texts:
        name, value = _pair(each)
        if not (value.isascii() and value.isdigit() and len(value) < 10):
            raise Unreadable("NoPair", 0, text=each)
        found[name] = int(value)
    return found


def _ways(text: str) -> list[str]:
    ways = [each.strip() for each in text.split(",") if each.strip()]
    for each in ways:
        if each not in ("earlier_round", "status_quo", "lot"):
            raise Unreadable("NoSuchTieRule", 0, way=each)
    return ways


def _tell(found: Count, election: Election, explain: bool, language: str) -> None:
    console = Console(highlight=False, soft_wrap=True)
    if election.title:
        console.print(election.title, markup=False, style="bold")
    for line in phrases.count_lines(found, language):
        console.print(line, markup=False)
    if explain:
        for number, stage in enumerate(found.stages, start=1):
            console.print()
            console.print(f"{number}. {phrases.stage_sentence(stage, language)}", markup=False, style="bold")
            _table(console, stage, found, language)


def _table(console: Console, stage: Stage, found: Count, language: str) -> None:
    if stage.figures:
        table = Table(box=None, pad_edge=False)
        table.add_column("")
        for code in stage.figures:
            table.add_column(phrases.figure_name(code, language), justify="right")
        named = [name for name in found.candidates if any(name in each for each in stage.figures.values())]
        for name in named:
            mark = " *" if name in stage.elected else " -" if name in stage.excluded else ""
            table.add_row(name + mark, *(_shown(stage.figures[code].get(name, "")) for code in stage.figures))
        console.print(table)
    for code, value in stage.totals.items():
        console.print(f"   {phrases.figure_name(code, language)}: {_shown(value)}", markup=False)


def _shown(value: str) -> str:
    """A fraction with its decimals beside it, for the eye only; a long one with its decimals alone."""
    if "/" not in value:
        return value
    exact = f"{value} " if len(value) <= 15 else ""
    return f"{exact}≈ {float(Fraction(value)):.2f}"
