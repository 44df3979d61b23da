"""`symbiosis up`: start a node and serve it."""

from __future__ import annotations

import ipaddress
import os
import secrets
import sys
from pathlib import Path
from typing import Annotated

import typer

from symbiosis.cli.open_node import open_node


def up(
    data: Annotated[Path, typer.Option(help="Where the node keeps everything.")] = Path("data"),
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8000,
    host: Annotated[
        str, typer.Option(help="The address to listen on; loopback unless you say otherwise.")
    ] = "127.0.0.1",
    public_url: Annotated[str, typer.Option(help="How people reach it, if not at host and port.")] = "",
    example: Annotated[bool, typer.Option(help="Load the worked example the first time.")] = False,
) -> None:
    """Start a node: sets up its data folder, brings the database up to date, and serves it."""
    if example and not _is_loopback(host):
        typer.echo(
            f"The worked example has sign-in links for everyone: it is served on loopback, not on {host}.",
            err=True,
        )
        raise typer.Exit(2)
    url = public_url or f"http://{'[' + host + ']' if ':' in host else host}:{port}"
    os.environ["SYMBIOSIS_PUBLIC_URL"] = url
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    open_node(data)
    prepare(data)
    from symbiosis.store import reader

    typer.echo(f"\nSymbiosis is at {url}")
    if example:
        _example(data, url)
    elif not reader.bodies():
        typer.echo(f"It is empty. Found a body: {url}/found?key={_founding_key(data)}")
    sys.stdout.flush()
    serve(host, port)


def prepare(data: Path) -> None:
    """Bring the database up to date (a backup first) and the translations in place."""
    from django.core.management import call_command

    from symbiosis.node.backup import before_upgrade
    from symbiosis.web.catalogues import compile_catalogues

    made = before_upgrade(data)
    if made:
        typer.echo(f"Backup before the upgrade: {made}")
    call_command("migrate", verbosity=0)
    compile_catalogues()
    call_command("collectstatic", verbosity=0, interactive=False)


def _example(data: Path, url: str) -> None:
    from symbiosis.rehearsal.example import load_example, sign_in_links

    typer.echo("The worked example: twelve bodies in four regions. Sign in as:")
    load_example(typer.echo)
    for role, path in sign_in_links():
        typer.echo(f"  {role:28} {url}{path}")
    typer.echo(f"To be rid of it, stop the node and delete {data}, or start with another --data.")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _founding_key(data: Path) -> str:
    """What proves that whoever founds the first body can read the data folder."""
    path = data / "founding-key"
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(16))
    return path.read_text()


def serve(host: str, port: int) -> None:
    """Serve until stopped: one process, one thread (more threads were slower), no access log."""
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    command += ["--workers", "1", "--workers-kill-timeout", "5", "--no-access-log", "--log-level", "warning"]
    command += ["symbiosis.node.wsgi:application"]
    os.environ["DJANGO_SETTINGS_MODULE"] = "symbiosis.node.settings"
    os.execv(sys.executable, command)
