"""`symbiosis up`: start a node and serve it."""

from __future__ import annotations

import fcntl
import ipaddress
import os
import secrets
import socket
import subprocess
import sys
import urllib.parse
from pathlib import Path
from typing import Annotated

import typer

from symbiosis.cli.open_node import open_node
from symbiosis.errors import SymbiosisError, Unavailable


def up(
    data: Annotated[Path, typer.Option(help="Where the node keeps everything.")] = Path("data"),
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8000,
    host: Annotated[
        str, typer.Option(help="The address to listen on; loopback unless you say otherwise.")
    ] = "127.0.0.1",
    public_url: Annotated[str, typer.Option(help="How people reach it, if not at host and port.")] = "",
    example: Annotated[bool, typer.Option(help="Load the worked example the first time.")] = False,
) -> None:
    """Start a node: sets up its data folder, brings the database up to date, and serves it until stopped."""
    # A folder with the example in it has its sign-in links for good, whether they are asked for or not.
    url = check_address(host, port, public_url, example or (data / "example").exists())
    os.environ["SYMBIOSIS_PUBLIC_URL"] = url
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.umask(0o077)  # what lies here is the keeper's alone, whatever the folder was made with
    hold(data)
    open_node(data)
    prepare(data)
    finish_purges()
    from symbiosis.store import reader

    typer.echo(f"\nSymbiosis is at {url}")
    if (data / "restored").exists():
        typer.echo(f"It was restored from a backup and signs nothing until: symbiosis resume --data {data}")
    elif example:
        _example(data, url)
    elif not reader.bodies():
        typer.echo(f"It is empty. Found a body: {url}/found?key={_founding_key(data)}")
    typer.echo("Stop it with Ctrl+C.")
    sys.stdout.flush()
    serve(host, port)


def check_address(host: str, port: int, public_url: str, example: bool) -> str:
    """The address that people use. Raises `Unavailable` where the node could or should not be served there."""
    outside = host if not _is_loopback(host) else urllib.parse.urlsplit(public_url).hostname or ""
    if example and outside and not _is_loopback(outside):
        raise Unavailable(
            f"the worked example has sign-in links for everyone: it is served on loopback, not on {outside}"
        )
    if not _is_loopback(host) and not public_url:
        raise Unavailable(
            f"on {host} others can reach this node: say by which address with --public-url https://…, "
            "so that links and cookies fit it"
        )
    if public_url:
        parts = urllib.parse.urlsplit(public_url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/"):
            raise Unavailable(f"--public-url is https:// and a name, perhaps with a port: not {public_url}")
        url = f"{parts.scheme}://{parts.netloc}"
    else:
        url = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise Unavailable(
                f"port {port} on {host} cannot be had ({error.strerror}): choose another with --port"
            ) from error
    return url


def hold(data: Path) -> None:
    """Keep this data folder for this process, until it ends. Raises `Unavailable` where another serves it."""
    handle = os.open(data / "serving", os.O_WRONLY | os.O_CREAT, 0o600)
    os.set_inheritable(handle, True)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise Unavailable(f"another process serves {data} already: stop it first") from error


def prepare(data: Path) -> None:
    """Bring the database up to date (a backup first) and the translations and static files in place."""
    from django.core.management import call_command

    from symbiosis.node.backup import back_up_before_upgrade
    from symbiosis.web.catalogues import compile_catalogues

    made = back_up_before_upgrade(data)
    if made:
        typer.echo(f"Backup before the upgrade: {made}")
    call_command("migrate", verbosity=0)
    compile_catalogues()
    call_command("collectstatic", verbosity=0, interactive=False)


def finish_purges() -> None:
    """Destroy closed votes whose outcome was certified just before the node was stopped or killed.

    A body whose record does not hold keeps them, and the node starts: its pages say what is wrong.
    """
    from symbiosis.actions import closed_votes

    for body, voting in closed_votes.kept():
        try:
            if closed_votes.purge_if_certified(body, voting):
                typer.echo(f"The closed votes of {voting} were certified: they are destroyed now.")
        except SymbiosisError as error:
            typer.echo(f"The closed votes of {voting} are still here: {error}", err=True)


def _example(data: Path, url: str) -> None:
    from symbiosis.rehearsal.example import SLIPS, load_example, sign_in_links, slip_links

    typer.echo("The worked example: twelve assemblies in four regions.")
    load_example(typer.echo)
    links = sign_in_links()
    if not links:
        return
    typer.echo("Sign in as:")
    for role, path in links:
        typer.echo(f"  {role:36} {url}{path}")
    typer.echo(f"Slips for the secret vote (more, and the key holders' secrets, in {data / SLIPS}):")
    for path in slip_links():
        typer.echo(f"  {url}{path}")
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
    """Serve until stopped: one process, one thread (more threads were slower), no access log.

    Beside it runs the process that tends to what waits; it sees when this one is gone, and goes too.
    """
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    command += ["--workers", "1", "--blocking-threads", "1", "--workers-kill-timeout", "5"]
    command += ["--no-access-log", "--no-ws", "--log-level", "warning", "symbiosis.node.wsgi:application"]
    os.environ["DJANGO_SETTINGS_MODULE"] = "symbiosis.node.settings"
    os.environ["SYMBIOSIS_SERVER"] = str(os.getpid())
    subprocess.Popen([sys.executable, "-m", "symbiosis.node.tending", str(os.getpid())])
    os.execv(sys.executable, command)
