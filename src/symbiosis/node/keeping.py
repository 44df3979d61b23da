"""What a keeper types: `symbiosis backup`, `restore`, `resume`, `keeper`."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Annotated

import typer

from symbiosis.cli.open_node import open_node
from symbiosis.errors import Unavailable
from symbiosis.node.backup import MARKER, back_up, forget_sealed_votes, load_postgresql, unpack

Data = Annotated[Path, typer.Option(help="The node's data folder.")]


def backup(data: Data, out: Annotated[Path, typer.Option(help="The file to write.")]) -> None:
    """Write a backup of a node into one file, while it runs. It holds the record keys: guard it like the node."""
    open_node(data)
    back_up(data, out)
    typer.echo(f"{out}: written. It holds the keys of the records: keep it where only keepers come.")
    typer.echo("Closed votes that are not counted yet cannot be opened from a backup: that is meant so.")


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `symbiosis backup` wrote.")],
    data: Annotated[Path, typer.Option(help="The new data folder: empty, or not there yet.")],
) -> None:
    """Restore a node from a backup into a new folder. It signs nothing until `symbiosis resume`."""
    os.umask(0o077)
    kind = "postgresql" if os.environ.get("DATABASE_URL") else "sqlite"
    unpack(file, data, kind)
    open_node(data)
    if kind == "postgresql":
        try:
            load_postgresql(data)
        except Unavailable:
            shutil.rmtree(data)  # we made it a moment ago; half a node is worse than none
            raise
    lost = forget_sealed_votes()
    typer.echo(f"{data}: restored. It shows everything and signs nothing yet.")
    if lost:
        typer.echo(
            f"{lost} closed votes waited to be counted; nobody can open them now, their members vote again."
        )
    typer.echo(
        "Ask the sister bodies for their newest bundles or checkpoints, then: "
        f"symbiosis resume --data {data} --checkpoint FILE (or --none-newer)"
    )


def resume(
    data: Data,
    checkpoint: Annotated[
        list[Path] | None,
        typer.Option(
            "--checkpoint",
            "--bundle",
            help="What others hold of this node's records: a bundle, or a checkpoint as printed. As often as needed.",
        ),
    ] = None,
    none_newer: Annotated[
        bool, typer.Option("--none-newer", help="You asked the sisters; nobody holds a newer checkpoint.")
    ] = False,
) -> None:
    """Let a restored node sign again, once it is ruled out that a newer checkpoint is out in the world."""
    open_node(data)
    from symbiosis.node.resume import check_not_newer, known_elsewhere, not_vouched_for

    if not (data / MARKER).exists():
        typer.echo("This node was not restored, or has resumed already.")
        return
    found = []
    for file in checkpoint or []:
        for each in known_elsewhere(file):
            check_not_newer(each, str(file))
            found.append(each)
    silent = not_vouched_for(found)
    if silent and not none_newer:
        raise Unavailable(
            "nothing was given about "
            + ", ".join(silent)
            + ": give a --checkpoint of each, or --none-newer if you asked and nobody holds a newer one"
        )
    (data / MARKER).unlink()
    typer.echo(f"Nothing newer was found in {len(found)} checkpoints. The node signs again.")


def keeper(
    name: Annotated[str, typer.Argument(help="The name to sign in with.")],
    data: Data,
    password: Annotated[
        str,
        typer.Option(
            prompt=True, hide_input=True, confirmation_prompt=True, help="Asked for where not given."
        ),
    ],
) -> None:
    """Add a keeper: an account that looks after this node. It gets no vote and no role in any body by this."""
    open_node(data)
    from django.contrib.auth.models import User
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    if User.objects.filter(username=name).exists():
        raise Unavailable(f"there is an account named {name} already: choose another name")
    account = User(username=name, is_staff=True)
    try:
        account.full_clean(exclude=["password"])
        validate_password(password, account)
    except ValidationError as error:
        raise Unavailable(" ".join(error.messages)) from error
    account.set_password(password)
    account.save()
    typer.echo(
        f"{name} looks after this node now, with {User.objects.filter(is_staff=True).count() - 1} others."
    )


def change_keys(
    body: Annotated[str, typer.Argument(help="The body's id, as `symbiosis bodies` lists it.")], data: Data
) -> None:
    """Let the announced keys sign a body's records from now on: after a laptop was lost, or once a year."""
    open_node(data)
    import secrets
    import time

    from symbiosis.actions import folds
    from symbiosis.actions.keys import change_key

    folds.caught_up(body)
    for record in ("board", "book") if folds.caught_up(body).book else ("board",):
        receipt = change_key(body, record, secrets.token_bytes(32), at=int(time.time()))
        typer.echo(f"{record}: entry {receipt.index} announces a new key; the next entry is signed with it.")
    typer.echo("Make a backup now: an old one holds the old keys.")
