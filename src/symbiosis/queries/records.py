"""A node's bodies and their records, as pages and commands need them."""

from __future__ import annotations

from dataclasses import dataclass

from symbiosis.actions import folds
from symbiosis.errors import SymbiosisError
from symbiosis.store import reader


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
