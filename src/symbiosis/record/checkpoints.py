"""Checkpoints (C2SP tlog-checkpoint): this record, this many entries, this root, signed.

A body signs one with every append and must never sign two that contradict each other. Sister bodies add
cosignatures ("as of that time, the largest consistent tree that I have seen"). `docs/spec/checkpoints.md`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from symbiosis.errors import Unsound
from symbiosis.record import notes
from symbiosis.record.keys import check_signature, public_key, sign_bytes
from symbiosis.record.strict64 import from_base64, to_base64
from symbiosis.record.tree import EMPTY_ROOT, MAX_SIZE

MAX_TIME: Final = 2**53 - 1
"""The latest second that a cosignature may name."""

_TEXT = re.compile(r"([^\n]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a record was at one moment: `origin` names it, `root` (32 bytes) stands for its first `size` entries."""

    origin: str
    size: int
    root: bytes

    def __post_init__(self) -> None:
        if not 0 <= self.size <= MAX_SIZE or len(self.root) != 32:
            raise Unsound("a checkpoint has a size below 2^53 and a root of 32 bytes")
        if self.size == 0 and self.root != EMPTY_ROOT:
            raise Unsound("an empty record has the root of the empty tree")
        if not self.origin or "+" in self.origin or any(c.isspace() or c < " " for c in self.origin):
            raise Unsound("an origin is not empty and has no space and no plus sign")

    def text(self) -> str:
        """Write the three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{to_base64(self.root)}\n"

    @classmethod
    def parse(cls, text: str) -> Checkpoint:
        """Read the three lines; raises Unsound for anything else (we use no extension lines)."""
        found = _TEXT.fullmatch(text)
        if not found:
            raise Unsound("not a checkpoint")
        return cls(found[1], int(found[2]), from_base64(found[3], 32))


def sign_checkpoint(checkpoint: Checkpoint, seed: bytes) -> str:
    """Sign in the name of the record itself: the key's name is the origin."""
    return notes.sign(checkpoint.text(), checkpoint.origin, seed)


def open_checkpoint(note: str, origin: str, public_key: bytes) -> Checkpoint:
    """Read a checkpoint of this record, signed with this key; raises Unsound."""
    text, _ = notes.open_note(note, {origin: public_key})
    checkpoint = Checkpoint.parse(text)
    if checkpoint.origin != origin:
        raise Unsound(f"a checkpoint of {checkpoint.origin} where one of {origin} belongs")
    return checkpoint


def cosign_checkpoint(checkpoint: Checkpoint, name: str, seed: bytes, time: int) -> str:
    """Witness a checkpoint at `time` (seconds UTC since 1970): one signature line to put under its note."""
    number = notes.key_id(name, public_key(seed), notes.COSIGNATURE)
    signature = sign_bytes(_cosigned(checkpoint.text(), time), seed)
    return notes.signature_line(name, number, time.to_bytes(8, "big") + signature)


def open_cosignatures(note: str, keys: Mapping[str, bytes]) -> dict[str, int]:
    """Tell which of these witnesses have cosigned this checkpoint, and when (seconds UTC since 1970).

    Lines by others are passed over; of two lines by one witness the later time counts. Raises Unsound if the
    note is malformed or if a known witness' line does not hold. Does not judge the record's own signature.
    """
    text, lines = notes.split_note(note)
    Checkpoint.parse(text)
    times: dict[str, int] = {}
    for line in lines:
        public = keys.get(line.name)
        if public is None or notes.key_id(line.name, public, notes.COSIGNATURE) != line.key_id:
            continue
        time = int.from_bytes(line.signature[:8], "big")
        try:
            check_signature(_cosigned(text, time), line.signature[8:], public)
        except Unsound as error:
            raise Unsound(f"the cosignature of {line.name} does not hold") from error
        times[line.name] = max(time, times.get(line.name, 0))
    return times


def _cosigned(text: str, time: int) -> bytes:
    if not 0 <= time <= MAX_TIME:
        raise Unsound("a cosignature's time is whole seconds since 1970, below 2^53")
    return f"cosignature/v1\ntime {time}\n{text}".encode()
