"""The course of an election, read from its archive: which event may follow which, and what each brings.

`Setup Ballot* EndBallots EncryptedTally (Shuffle+ EndShuffles)? PartialDecryption+ Result`, in this order and no other.
belenios-tool 2.0 does not hold to it: it overlooks ballots before a second series of ballots. What an event brings
stands right before it, whole and alone; a record that no event brings could carry anything. Source: Belenios
specification 2.0, 4.4.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from msgspec import UnsetType

from symbiosis.ballots.archive import Record, records
from symbiosis.ballots.reports import Finding, Note
from symbiosis.ballots.wire import Event, NextEvent, Owned, SetupData, SizedTally, decode
from symbiosis.errors import Unsound

MAX_SMALL: Final = 65_536
"""Bytes of the longest event or record of hashes; nothing longer is read as one."""

FOLLOWS: Final = {
    "": ("Setup",),
    "Setup": ("Ballot", "EndBallots"),
    "Ballot": ("Ballot", "EndBallots"),
    "EndBallots": ("EncryptedTally",),
    "EncryptedTally": ("Shuffle", "PartialDecryption"),
    "Shuffle": ("Shuffle", "EndShuffles"),
    "EndShuffles": ("PartialDecryption",),
    "PartialDecryption": ("PartialDecryption", "Result"),
    "Result": (),
}
"""Which events may come after an event."""

BRINGS: Final = {
    "Setup": 4,
    "Ballot": 1,
    "EndBallots": 0,
    "EncryptedTally": 2,
    "Shuffle": 2,
    "EndShuffles": 0,
    "PartialDecryption": 2,
    "Result": 1,
}
"""How many records an event brings; the last of them is its payload."""


class Ballots:
    """Where each ballot lies and its name, in the order of the board: 44 bytes for each, for there may be millions."""

    def __init__(self) -> None:
        self._offsets, self._sizes, self._names = array("Q"), array("L"), bytearray()
        self._by_name: dict[str, int] | None = None

    def append(self, record: Record) -> None:
        if self._by_name is not None:
            self._by_name.setdefault(record.name, len(self))
        self._offsets.append(record.offset)
        self._sizes.append(record.size)
        self._names += bytes.fromhex(record.name)

    def digest(self, at: int) -> bytes:
        """The name of a ballot as its 32 bytes."""
        return bytes(self._names[32 * at : 32 * at + 32])

    def named(self, name: str) -> Record | None:
        """The first ballot of this name. Only a tampered board asks, so only then is there a table of names."""
        if self._by_name is None:
            self._by_name = {self.digest(at).hex(): at for at in reversed(range(len(self)))}
        at = self._by_name.get(name)
        return None if at is None else self._record(at)

    def __len__(self) -> int:
        return len(self._offsets)

    def __iter__(self) -> Iterator[Record]:
        return map(self._record, range(len(self)))

    def _record(self, at: int) -> Record:
        return Record(self.digest(at).hex(), False, self._offsets[at], self._sizes[at])


@dataclass
class Board:
    """The records of an election by what they are, each in its order."""

    setup: tuple[Record, ...] = ()
    """election, trustees, credentials; empty if there is none to be read."""
    ballots: Ballots = field(default_factory=Ballots)
    tallies: list[tuple[Record, SizedTally]] = field(default_factory=list)
    shuffles: list[tuple[int, Record]] = field(default_factory=list)
    """Each with the number of its trustee."""
    decryptions: list[tuple[int, Record]] = field(default_factory=list)
    results: list[Record] = field(default_factory=list)
    stage: str = ""
    head: str = ""
    height: int = 0
    readable: bool = True
    """False if the archive ends where nothing more can be read."""


def read_board(data: memoryview, note: Note) -> Board:
    """Follow the events of an archive; what is wrong is noted, and reading goes on as far as it can."""
    board = Board()
    before: list[Record] = []
    try:
        for record in records(data):
            if record.is_event:
                _take_event(board, record, before, data, note)
                before = []
            else:
                before.append(record)
    except Unsound as error:
        note(Finding("ArchiveUnreadable", error.where, {"problem": error.sentence}))
        board.readable = False
    for record in before:
        note(Finding("RecordUnreferenced", f"byte {record.offset}", {"name": record.name}))
    return board


def body(data: memoryview, record: Record) -> bytes:
    """The text of a record."""
    return bytes(view_of(data, record))


def view_of(data: memoryview, record: Record) -> memoryview:
    """The text of a record where it lies."""
    return data[record.offset : record.offset + record.size]


def _take_event(board: Board, record: Record, before: Sequence[Record], data: memoryview, note: Note) -> None:
    """Read an event, look whether it may stand here, and take what it brings."""
    where = f"event {board.height}"
    board.height += 1
    parent, board.head = board.head, record.name
    try:
        event = _read_event(data, record, where)
    except Unsound as error:
        note(Finding("EventMalformed", where, {"problem": error.sentence}))
        _unreferenced(before, note)
        return
    stated = event.parent if isinstance(event, NextEvent) else ""
    if stated != parent or event.height != board.height - 1:
        note(Finding("EventChainBroken", where, {"height": event.height}))
    if event.type not in FOLLOWS[board.stage]:
        note(Finding("EventOutOfOrder", where, {"type": event.type, "after": board.stage}))
    board.stage = event.type
    brings = BRINGS[event.type]
    payload = "" if isinstance(event.payload, UnsetType) else event.payload
    brought = before[len(before) - brings :] if brings else []
    if event.type == "Ballot" and not before and (again := board.ballots.named(payload)) is not None:
        # A ballot brought back by its name alone: it is noted as replayed where ballots are judged.
        board.ballots.append(again)
        return
    if len(brought) != brings or payload != (brought[-1].name if brought else ""):
        note(Finding("PayloadWrong", where, {"type": event.type}))
        _unreferenced(before, note)
        return
    _unreferenced(before[: len(before) - brings], note)
    try:
        _take(board, event.type, brought, data, where)
    except Unsound as error:
        note(Finding("PayloadWrong", where, {"type": event.type, "problem": error.sentence}))


def _read_event(data: memoryview, record: Record, where: str) -> Event | NextEvent:
    if record.size > MAX_SMALL:
        raise Unsound("too long for an event", where)
    text = body(data, record)
    event: Event | NextEvent = (
        decode(text, NextEvent, where) if text.startswith(b'{"parent":') else decode(text, Event, where)
    )
    if event.type not in BRINGS:
        raise Unsound(f"an event of an unknown type: {event.type[:40]}", where)
    return event


def _take(board: Board, kind: str, brought: Sequence[Record], data: memoryview, where: str) -> None:
    """Put what an event brings to its place. Raises Unsound if its payload names other records."""
    if not brought:
        return
    last = brought[-1]
    if kind == "Ballot":
        board.ballots.append(last)
        return
    if kind == "Result":
        board.results.append(last)
        return
    if last.size > MAX_SMALL:
        raise Unsound("too long for a record of names", where)
    text = body(data, last)
    names = [each.name for each in brought[:-1]]
    if kind == "Setup":
        setup = decode(text, SetupData, where)
        if [setup.election, setup.trustees, setup.credentials] != names:
            raise Unsound("it names other records than those before it", where)
        board.setup = board.setup or tuple(brought[:-1])
    elif kind == "EncryptedTally":
        sized = decode(text, SizedTally, where)
        if [sized.encrypted_tally] != names:
            raise Unsound("it names another record than the one before it", where)
        board.tallies.append((brought[0], sized))
    else:
        owned = decode(text, Owned, where)
        if [owned.payload] != names:
            raise Unsound("it names another record than the one before it", where)
        taken = board.shuffles if kind == "Shuffle" else board.decryptions
        taken.append((owned.owner, brought[0]))


def _unreferenced(records_: Sequence[Record], note: Note) -> None:
    for record in records_:
        note(Finding("RecordUnreferenced", f"byte {record.offset}", {"name": record.name}))
