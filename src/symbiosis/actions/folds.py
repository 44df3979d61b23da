"""The states of this node's bodies in memory, each caught up with its record before it is used."""

from __future__ import annotations

import threading

from symbiosis.errors import Refusal
from symbiosis.record import identity
from symbiosis.store import reader
from symbiosis.verify.replay import Fold, check_checkpoint, extend

lock = threading.RLock()
"""Held by whoever uses a state: a fold is changed in place."""

_folds: dict[str, Fold] = {}


def caught_up(body: str, sizes: dict[str, int] | None = None) -> Fold:
    """The state of a body as its records are now (or at the sizes a writer holds).

    The first use folds all entries through their checks and compares tree and signature with the checkpoint:
    a record that was tampered with raises `Unsound` here. Raises `Refusal` NoSuchBody.
    """
    board_origin, book_origin = identity.board_origin(body), identity.book_origin(body)
    fold = _folds.get(body)
    fresh = fold is None
    if fold is None:
        fold = Fold()
    notes: dict[str, str] = {}
    if sizes is None or fresh:
        # Both heads and their checkpoints at one moment: another process may be writing.
        heads = reader.heads([board_origin, book_origin])
        sizes = {origin: size for origin, (size, _) in heads.items()}
        notes = {origin: note for origin, (_, note) in heads.items()}
    board_size, book_size = sizes.get(board_origin, 0), sizes.get(book_origin, 0)
    if board_size == 0:
        raise Refusal("NoSuchBody", "", body=body)
    have_board, have_book = fold.board.size, fold.book.size if fold.book else 0
    if (have_board, have_book) != (board_size, book_size):
        _folds.pop(body, None)
        extend(
            fold,
            reader.entries(board_origin, have_board, board_size),
            reader.entries(book_origin, have_book, book_size),
        )
        if fresh:
            check_checkpoint(fold, "board", notes[board_origin])
            if fold.book is not None:
                check_checkpoint(fold, "book", notes[book_origin])
    _folds[body] = fold
    return fold


def keep(body: str, fold: Fold) -> None:
    """Keep the state of a body that was founded just now."""
    _folds[body] = fold


def drop(*bodies: str) -> None:
    """Forget states that may be ahead of their records; they are folded again when needed."""
    for body in bodies:
        _folds.pop(body, None)


def drop_all() -> None:
    """Forget everything, as a new process would."""
    _folds.clear()


def known() -> set[str]:
    """The bodies that this node keeps."""
    return set(reader.bodies())
