"""A node's bodies and their records, as pages and commands need them."""

from __future__ import annotations

from dataclasses import dataclass

from symbiosis.actions import folds
from symbiosis.core.act import Text
from symbiosis.core.body import read_entry
from symbiosis.core.state import Board
from symbiosis.errors import SymbiosisError
from symbiosis.record import identity
from symbiosis.store import reader
from symbiosis.store.models import Attachment
from symbiosis.verify.files import Verified, verify_bundle


@dataclass(frozen=True, slots=True)
class Listed:
    """A body kept here, and what is wrong with its record if it does not hold."""

    id: str
    name: str
    size: int
    problem: str = ""


def listed_bodies() -> list[Listed]:
    """All bodies of this node, by id."""
    found = []
    with folds.lock:
        for body in reader.bodies():
            try:
                board = folds.caught_up(body).board
                found.append(Listed(body, board.name, board.size))
            except SymbiosisError as error:
                found.append(Listed(body, "", 0, str(error)))
    return found


def bundle(body: str, *, book: bool = False) -> bytes:
    """A body's records as one file. Raises `Refusal` NoSuchBody."""
    return reader.bundle(body, book=book)


def verified(body: str) -> Verified:
    """A body's records as they are stored now, replayed from their first byte by the verifier's own code.

    Without the files that they name: each ballot of a secret vote was checked when it was cast, and whoever exports
    the record checks all of them again. Raises `Unsound` naming the entry that does not hold.
    """
    return verify_bundle(reader.bundle(body, book=True, files=False))


def checkpoint(body: str) -> str:
    """The last signed checkpoint of a body's board."""
    return reader.checkpoint(identity.board_origin(body))


def attachment(body: str, sha256: str) -> tuple[str, bytes] | None:
    """Media type and bytes of a text or recording; None where it was never here or is deleted."""
    row = Attachment.objects.filter(sha256=sha256).first()
    return (row.media, bytes(row.data)) if row else None


def words_of(text: Text | None) -> str:
    """The words of a text that an act names; "" where it is not here or is a recording."""
    if text is None or text.form != "text":
        return ""
    row = Attachment.objects.filter(sha256=text.sha256).first()
    return bytes(row.data).decode("utf-8", "replace") if row else ""


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry of a board, in short."""

    index: int
    kind: str
    date: str
    by: str


def last_entries(body: str, most: int) -> list[EntryLine]:
    """The last entries of a board, newest first."""
    origin = identity.board_origin(body)
    size = reader.size(origin)
    start = max(0, size - most)
    found = []
    for index, data in enumerate(reader.entries(origin, start, size), start=start):
        act = read_entry(data)
        found.append(EntryLine(index, type(act).__name__, act.date, act.by))
    return found[::-1]


def councils_here() -> list[Board]:
    """The bodies of this node that other bodies can join."""
    found = [folds.caught_up(body).board for body in reader.bodies()]
    return [board for board in found if board.charter.bodies is not None]
