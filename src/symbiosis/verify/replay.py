"""One body's board and book, replayed entry by entry through the rules that a node runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from symbiosis.core import body
from symbiosis.core.act import Act
from symbiosis.core.membership import BodyFounded, BodyRefounded, KeyChanged
from symbiosis.core.received import Received
from symbiosis.core.roll import BookKeyChanged, BookOpened
from symbiosis.core.state import Board, Book
from symbiosis.errors import Refusal, Unsound
from symbiosis.record import canonical, checkpoints, identity, keys, strict64, tree
from symbiosis.record.checkpoints import Checkpoint


@dataclass(slots=True)
class Side:
    """One log being replayed: how far, its tree, and the key that signs it."""

    name: str
    frontier: tree.Frontier = field(default_factory=tree.Frontier)
    key: str = ""
    signing_key: str = ""
    """The key that signs the checkpoint covering what was replayed so far."""


@dataclass(slots=True)
class Fold:
    """A body as its records give it, with what is needed to go on."""

    board: Board = field(default_factory=Board)
    book: Book | None = None
    board_side: Side = field(default_factory=lambda: Side("board"))
    book_side: Side = field(default_factory=lambda: Side("book"))
    received: list[tuple[int, Received]] = field(default_factory=list)

    def take(self, data: bytes, record: str, *, checked: bool = True) -> Act:
        """Replay one entry of the board or the book: decode, check, apply.

        Raises `Unsound` naming the entry, with what the rule said. `checked=False` is for an act that was
        checked against this very state a moment ago.
        """
        side = self.board_side if record == "board" else self.book_side
        index = side.frontier.size
        try:
            act = body.read_entry(data)
            if body.row_of(act).record != record:
                raise Unsound(f"{type(act).__name__} has no place in a {record}")
            if record == "book" and self.book is None:
                self.book = Book(board=self.board)
            if checked:
                body.check(self.board, self.book, act)
                self._check_rest(act)
                check_officers(act, data)
        except (Refusal, Unsound) as error:
            raise Unsound(str(error), f"{side.name} entry {index}") from error
        body.apply(self.board, self.book, act)
        side.frontier.append(tree.leaf_hash(data))
        self._follow_key(side, act)
        if isinstance(act, Received):
            self.received.append((index, act))
        return act

    def _check_rest(self, act: Act) -> None:
        if act.rests_on is None:
            return
        if not body.row_of(act).rests:
            raise Unsound(f"{type(act).__name__} does not rest on a book")
        if self.book is not None and act.rests_on.root != self.book_side.frontier.root().hex():
            raise Unsound("the book has another root than the board entry that rests on it says")

    def _follow_key(self, side: Side, act: Act) -> None:
        if isinstance(act, BodyFounded | BodyRefounded | BookOpened):
            side.key = side.signing_key = act.key
        elif isinstance(act, KeyChanged | BookKeyChanged):
            side.signing_key, side.key = side.key, act.key
        else:
            side.signing_key = side.key


def replay(board: Sequence[bytes], book: Sequence[bytes] | None = None) -> Fold:
    """Fold a body's entries from its first. Raises `Unsound` naming the first entry that does not hold."""
    fold = Fold()
    extend(fold, board, book)
    return fold


def extend(fold: Fold, board: Sequence[bytes], book: Sequence[bytes] | None = None) -> None:
    """Fold further entries in the one order that board and book leave open.

    A book entry comes as soon as the board has the size that it names; a board act that rests on the book
    must find it at the size it names. Raises `Unsound` naming the first entry that does not hold.
    """
    at_board, at_book = 0, 0
    waiting = _board_size(book[0]) if book else -1
    while at_board < len(board) or (book and at_book < len(book)):
        if book and at_book < len(book) and waiting == fold.board.size:
            fold.take(book[at_book], "book")
            at_book += 1
            waiting = _board_size(book[at_book]) if at_book < len(book) else -1
        elif at_board < len(board):
            fold.take(board[at_board], "board")
            at_board += 1
        else:
            raise Unsound("it names a board size that the board does not have", f"book entry {at_book}")


class _BoardSize(msgspec.Struct):
    board: int = -1


def _board_size(data: bytes) -> int:
    try:
        return _decode_size(data).board
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Unsound(f"a book entry cannot be read: {error}") from error


_decode_size = msgspec.json.Decoder(_BoardSize).decode


def check_officers(act: Act, data: bytes) -> None:
    """Every officer signature that an entry carries holds over its bytes without the signatures."""
    if not act.signatures:
        return
    fields = canonical.decode(data)
    del fields["signatures"]
    message = canonical.encode(fields)
    for each in act.signatures:
        public = keys.parse_key(each.key)
        keys.check_signature(message, strict64.from_base64(each.signature, 64), public)


def check_checkpoint(fold: Fold, record: str, note: str) -> Checkpoint:
    """The signed checkpoint is that of the log as it was replayed. Raises `Unsound`."""
    side = fold.board_side if record == "board" else fold.book_side
    origin = (identity.board_origin if record == "board" else identity.book_origin)(fold.board.id)
    checkpoint = checkpoints.open_checkpoint(note, origin, keys.parse_key(side.signing_key))
    if (checkpoint.size, checkpoint.root) != (side.frontier.size, side.frontier.root()):
        raise Unsound("the checkpoint is not that of the entries", origin)
    return checkpoint
