"""Bundles: one body's records in one file, to carry on a stick, send by mail, and verify anywhere.

A bundle has one spelling: whoever reads it writes it again and compares every byte. `docs/spec/bundle.md`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from symbiosis.errors import Unsound
from symbiosis.record.canonical import MAX_ENTRY, digest
from symbiosis.record.checkpoints import Checkpoint
from symbiosis.record.identity import body_id, parse_origin
from symbiosis.record.notes import split_note
from symbiosis.record.tree import leaf_hash, root_of

FIRST_LINE: Final = b"symbiosis bundle 1\n"
LAST_LINE: Final = b"end\n"
MAX_BUNDLE: Final = 2**31
"""Bytes of the largest bundle that we read."""
MAX_CHECKPOINT: Final = 4096
"""Bytes of the longest checkpoint note in a bundle."""

_NUMBER = rb"(0|[1-9][0-9]{0,15})"
_LOG = re.compile(rb"log (body/[a-z2-7]{52}/(?:board|book)) " + rb" ".join([_NUMBER] * 3) + rb"\n")
_ATTACHMENT = re.compile(rb"attachment ([0-9a-f]{64}) " + _NUMBER + rb"\n")


class NotABundle(Unsound):
    """This file cannot be read as a bundle at all: it is something else, or was cut off or damaged."""


@dataclass(frozen=True, slots=True)
class Log:
    """One record: its origin, its signed checkpoint, and all its entries in order."""

    origin: str
    note: str
    entries: list[bytes]


@dataclass(frozen=True, slots=True)
class Bundle:
    """The board, perhaps the book, and attachments by the SHA-256 (hexadecimal) of their bytes."""

    logs: list[Log]
    attachments: dict[str, bytes] = field(default_factory=dict)


def write_bundle(bundle: Bundle) -> bytes:
    """Write a bundle; raises Unsound unless its parts belong together.

    Every root is computed again, so that nobody carries away a file that will not verify.
    """
    check_bundle(bundle)
    return bundle_bytes(bundle)


def read_bundle(data: bytes, *, check_roots: bool = True) -> Bundle:
    """Read a bundle: each log is of this body and has the size and root that its checkpoint says.

    Raises NotABundle for what cannot be read at all, Unsound for what contradicts itself. Whoever replays the
    entries through a `Frontier` anyway passes `check_roots=False` and compares the roots then. Signatures are
    not checked here: the record key is known only from the entries.
    """
    bundle = _parse(data)
    if bundle_bytes(bundle) != data:
        raise NotABundle("the bundle is not written as it should be")
    check_bundle(bundle, check_roots=check_roots)
    return bundle


def check_bundle(bundle: Bundle, *, check_roots: bool = True) -> None:
    """Make sure that logs, checkpoints and attachments belong together; raises Unsound."""
    origins = [parse_origin(log.origin) for log in bundle.logs]
    if [record for _, record in origins] not in (["board"], ["board", "book"]):
        raise Unsound("a bundle has a board, and after it a book or nothing")
    board = bundle.logs[0]
    if not board.entries or {body for body, _ in origins} != {body_id(board.entries[0])}:
        raise Unsound("the name of the body is not the hash of its first entry", f"{board.origin} 0")
    for log in bundle.logs:
        _check_log(log, check_roots)
    for name, content in bundle.attachments.items():
        if digest(content) != name:
            raise Unsound("the attachment is not what its name says", f"attachment {name}")


def _check_log(log: Log, check_roots: bool) -> None:
    for index, entry in enumerate(log.entries):
        if not 0 < len(entry) <= MAX_ENTRY:
            raise Unsound(f"an entry has 1 to {MAX_ENTRY} bytes", f"{log.origin} {index}")
    text, signatures = split_note(log.note)
    if len(signatures) != 1 or signatures[0].name != log.origin or len(log.note.encode()) > MAX_CHECKPOINT:
        raise Unsound("the checkpoint needs the record's own signature and no other", log.origin)
    checkpoint = Checkpoint.parse(text)
    if checkpoint.origin != log.origin or checkpoint.size != len(log.entries):
        raise Unsound("the checkpoint is of another record or another size", log.origin)
    if check_roots and checkpoint.root != root_of(leaf_hash(entry) for entry in log.entries):
        raise Unsound("the entries are not those that the checkpoint was signed for", log.origin)


def bundle_bytes(bundle: Bundle) -> bytes:
    """Join a bundle's parts as they are, sound or not: what a damaged record is shown with."""
    parts = [FIRST_LINE]
    for log in bundle.logs:
        entries = _join(log.entries)
        note = log.note.encode()
        parts.append(f"log {log.origin} {len(log.entries)} {len(note)} {len(entries)}\n".encode())
        parts += [note, entries]
    for name in sorted(bundle.attachments):
        content = bundle.attachments[name]
        parts += [f"attachment {name} {len(content)}\n".encode(), content, b"\n"]
    return b"".join([*parts, LAST_LINE])


def _join(entries: Sequence[bytes]) -> bytes:
    return b"".join(part for entry in entries for part in (len(entry).to_bytes(2, "big"), entry))


def _parse(data: bytes) -> Bundle:
    """Take the file apart; every length is compared with what is there before anything is taken."""
    if not data.startswith(FIRST_LINE):
        raise NotABundle("this file does not begin like a bundle")
    if len(data) > MAX_BUNDLE:
        raise NotABundle(f"the file is larger than {MAX_BUNDLE} bytes")
    at = len(FIRST_LINE)
    logs: list[Log] = []
    while len(logs) < 2 and (head := _LOG.match(data, at)):
        origin = head[1].decode()
        size, note_length, length = int(head[2]), int(head[3]), int(head[4])
        if note_length > MAX_CHECKPOINT:
            raise NotABundle("the checkpoint is too long")
        note, at = _take(data, head.end(), note_length)
        entries, at = _take(data, at, length)
        try:
            logs.append(Log(origin, note.decode(), _split(entries, size)))
        except UnicodeDecodeError as error:
            raise NotABundle("the checkpoint is not UTF-8") from error
    attachments: dict[str, bytes] = {}
    last = ""
    while head := _ATTACHMENT.match(data, at):
        name = head[1].decode()
        content, at = _take(data, head.end(), int(head[2]))
        if name <= last or data[at : at + 1] != b"\n":
            raise NotABundle("the attachments are not in order")
        attachments[name], last = content, name
        at += 1
    if not logs or data[at:] != LAST_LINE:
        raise NotABundle("the bundle is cut off or damaged")
    return Bundle(logs, attachments)


def _take(data: bytes, at: int, length: int) -> tuple[bytes, int]:
    if length > len(data) - at:
        raise NotABundle("the bundle is cut off or damaged")
    return data[at : at + length], at + length


def _split(data: bytes, size: int) -> list[bytes]:
    """Take `size` entries apart, each behind its length in 16 bits, the higher byte first."""
    entries: list[bytes] = []
    at, end = 0, len(data)
    while at + 2 < end:
        start = at + 2
        at = start + (data[at] << 8 | data[at + 1])
        if start == at or len(entries) == size:
            raise NotABundle("the entries are cut off or damaged")
        entries.append(data[start:at])
    if at != end or len(entries) != size:
        raise NotABundle("the entries are cut off or damaged")
    return entries
