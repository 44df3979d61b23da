"""The public file of an election (`.bel`): every record in order, each named by its hash, chained by events.

It is a tar file of the old kind without an end, so it only ever grows. A record is data (an election, a ballot, ...) or
an event, which names its parent and what it brings; what an event brings stands before it. One election has one
spelling: headers are written again and compared byte for byte. Source: Belenios specification 2.0, 4.4; the header by
what belenios-tool 2.0 writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from msgspec import UNSET

from symbiosis.ballots.challenges import sha256_hex
from symbiosis.ballots.wire import Event, Header, NextEvent, Owned, SetupData, decode, encode
from symbiosis.errors import Unsound

BLOCK: Final = 512
MAX_RECORD: Final = 2**31
_SUFFIX: Final = {False: ".data.json", True: ".event.json"}


@dataclass(frozen=True, slots=True)
class Record:
    """One record: where its body lies in the archive. `name` is the SHA-256 of the body, in hexadecimal."""

    name: str
    is_event: bool
    offset: int
    size: int


class Archive:
    """An archive that grows: what each step adds is appended to `pieces`, and never changes."""

    def __init__(self, timestamp: int) -> None:
        """`timestamp` is when the election began, in seconds since 1970: the only time that an archive has."""
        self.timestamp = timestamp
        self.pieces: list[bytes] = []
        self._parent = ""
        self._height = 0
        self._append("BELENIOS", encode(Header(1, str(timestamp))))

    @property
    def data(self) -> bytes:
        """The whole file."""
        return b"".join(self.pieces)

    @property
    def head(self) -> str:
        """The name of the last event, which fixes everything before it; "" before the first."""
        return self._parent

    def add_data(self, body: bytes) -> str:
        """Append a data record; gives its name."""
        name = sha256_hex(body)
        self._append(name + _SUFFIX[False], body)
        return name

    def add_event(self, kind: str, payload: str = "") -> str:
        """Append an event; `payload` is the name of the record that it brings ("" if it brings none)."""
        named = payload or UNSET
        event = NextEvent(self._parent, self._height, kind, named) if self._parent else Event(0, kind, named)
        body = encode(event)
        self._parent = sha256_hex(body)
        self._height += 1
        self._append(self._parent + _SUFFIX[True], body)
        return self._parent

    def set_up(self, election: bytes, trustees: bytes, credentials: bytes) -> None:
        """The first event."""
        names = [self.add_data(body) for body in (election, trustees, credentials)]
        self.add_event("Setup", self.add_data(encode(SetupData(*names))))

    def bring(self, kind: str, body: bytes) -> None:
        """A Ballot or the Result."""
        self.add_event(kind, self.add_data(body))

    def bring_owned(self, kind: str, owner: int, body: bytes) -> None:
        """A Shuffle or PartialDecryption by trustee `owner`, from 1."""
        self.add_event(kind, self.add_data(encode(Owned(owner, self.add_data(body)))))

    def _append(self, name: str, body: bytes) -> None:
        self.pieces += [header(name, len(body), self.timestamp), body, bytes(-len(body) % BLOCK)]


def header(name: str, size: int, timestamp: int) -> bytes:
    """The 512 bytes before a record's body."""
    block = bytearray(BLOCK)
    fields = {0: name, 100: "0000644", 108: "0000000", 116: "0000000", 156: "0"}
    fields |= {124: f"{size:011o}", 136: f"{timestamp:011o}", 148: " " * 8}
    for at, text in fields.items():
        block[at : at + len(text)] = text.encode()
    block[148:156] = f"{sum(block):06o}\0 ".encode()
    return bytes(block)


def read_header(data: memoryview) -> tuple[int, int]:
    """The time in an archive's first record, and where the second begins. Raises Unsound."""
    size = _size(data, 0)
    timestamp = decode(bytes(data[BLOCK : BLOCK + size]), Header, "BELENIOS")
    text = timestamp.timestamp
    if timestamp.version != 1 or not (text.isascii() and text.isdecimal() and len(text) <= 11):
        raise Unsound("not an archive of version 1", "BELENIOS")
    if str(int(text)) != text or int(text) >= 8**11:
        raise Unsound("a time that cannot be", "BELENIOS")
    after = _check_frame(data, 0, size, "BELENIOS", int(text))
    return int(text), after


def records(data: memoryview) -> Iterator[Record]:
    """Each record after the first, in order, its body compared with its name. Reads as it goes.

    Raises Unsound at the first place that is not as it must be: after it nothing can be found any more.
    """
    timestamp, at = read_header(data)
    while at < len(data):
        size = _size(data, at)
        body = data[at + BLOCK : at + BLOCK + size]
        name = sha256_hex(body)
        stated = bytes(data[at : at + 100]).rstrip(b"\0")
        is_event = stated.endswith(b".event.json")
        after = _check_frame(data, at, size, name + _SUFFIX[is_event], timestamp)
        yield Record(name, is_event, at + BLOCK, size)
        at = after


def _size(data: memoryview, at: int) -> int:
    field = bytes(data[at + 124 : at + 135])
    if len(data) < at + BLOCK or len(field) != 11 or any(digit not in b"01234567" for digit in field):
        raise Unsound("a record whose size cannot be read", f"byte {at}")
    size = int(field, 8)
    if size > MAX_RECORD or at + BLOCK + size + (-size % BLOCK) > len(data):
        raise Unsound("the archive ends inside of a record", f"byte {at}")
    return size


def _check_frame(data: memoryview, at: int, size: int, name: str, timestamp: int) -> int:
    """The header is the one that such a record has, and its padding is zero; gives where the next begins."""
    if bytes(data[at : at + BLOCK]) != header(name, size, timestamp):
        raise Unsound("a record's name, time or header is not what it must be", f"byte {at}")
    end = at + BLOCK + size
    after = end + (-size % BLOCK)
    if any(data[end:after]):
        raise Unsound("something stands where nothing may", f"byte {end}")
    return after
