"""After a restore: may this node sign again, or is a newer checkpoint of its records out in the world?"""

from __future__ import annotations

from pathlib import Path

from symbiosis.errors import Unavailable, Unsound
from symbiosis.record import bundles, identity, tiles
from symbiosis.record.checkpoints import Checkpoint
from symbiosis.store import reader, writer
from symbiosis.verify.files import verify_bundle


def known_elsewhere(file: Path) -> list[Checkpoint]:
    """The checkpoints in a file that others hold: a bundle, or a checkpoint as it was printed or sent.

    Raises `Unsound` for a file that is neither. A checkpoint is believed without its signature: a wrong one
    can only keep this node from signing.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Unsound(f"{file} cannot be read: {error.strerror}") from error
    if content.startswith(bundles.FIRST_LINE):
        found = verify_bundle(content, str(file))
        return [found.board, *([found.book] if found.book else [])]
    try:
        text = content.decode("utf-8").strip().replace("\r\n", "\n")
        return [Checkpoint.parse(text.split("\n\n")[0] + "\n")]
    except (UnicodeDecodeError, Unsound) as error:
        raise Unsound(
            f"{file} is neither a bundle nor a checkpoint (origin, size and root, a line each)"
        ) from error


def check_not_newer(found: Checkpoint, source: str) -> None:
    """Make sure that what others hold of a record is part of what is here.

    Raises `Unavailable` where theirs is longer (signing now would fork the record), `Unsound` where it is
    another history. A record of bodies kept elsewhere says nothing about this node.
    """
    here = reader.size(found.origin)
    if here == 0:
        return
    if found.size > here:
        raise Unavailable(
            f"{source} knows {found.origin} with {found.size} entries, and this backup ends at {here}: signing now "
            "would fork the record. Restore a newer backup, or let the body found itself again (BodyRefounded)"
        )
    if tiles.root_from_tiles(writer.tile_reader(found.origin), found.size) != found.root:
        raise Unsound(f"{source} holds another history of {found.origin}: stop, and ask the body's members")


def not_vouched_for(found: list[Checkpoint]) -> list[str]:
    """The bodies kept here whose board none of these checkpoints is of."""
    origins = {checkpoint.origin for checkpoint in found}
    return [body for body in reader.bodies() if identity.board_origin(body) not in origins]
