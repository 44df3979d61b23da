"""Signed notes (C2SP signed-note): a short text with signature lines under it, as it is read on paper.

`docs/spec/notes.md` has the format.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Final, NamedTuple

from symbiosis.errors import Unsound
from symbiosis.record.keys import check_signature, public_key, sign_bytes
from symbiosis.record.strict64 import from_base64, to_base64

ED25519: Final = 0x01
"""Kind of key that signs the text itself."""
COSIGNATURE: Final = 0x04
"""Kind of key that signs a checkpoint together with a time (cosignature/v1)."""
KEY_LENGTHS: Final = {ED25519: 32, COSIGNATURE: 32}
MAX_NOTE: Final = 65_536
"""Bytes of the longest note that we read."""
MAX_SIGNATURES: Final = 100
"""Signature lines that we read; the format asks for at least 16."""

_DASH: Final = "\u2014"
_LINE = re.compile(rf"{_DASH} (\S+) ([A-Za-z0-9+/]+={{0,2}})")
_VKEY = re.compile(r"([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")


class SignatureLine(NamedTuple):
    """One line under a note: who says to have signed, the first four bytes of the key's hash, the signature."""

    name: str
    key_id: bytes
    signature: bytes


def key_id(name: str, public: bytes, kind: int = ED25519) -> bytes:
    """Give the four bytes by which a signature line points to its key."""
    _check_name(name)
    return sha256(name.encode() + b"\n" + bytes([kind]) + public).digest()[:4]


def verifier_key(name: str, public_key: bytes, kind: int = ED25519) -> str:
    """Write a public key with the name it signs under, as people hand it on ("vkey")."""
    _check_key(kind, public_key)
    return f"{name}+{key_id(name, public_key, kind).hex()}+{to_base64(bytes([kind]) + public_key)}"


def parse_verifier_key(text: str) -> tuple[str, bytes, int]:
    """Read a vkey as (name, public key, kind); raises Unsound."""
    found = _VKEY.fullmatch(text) if len(text) <= 4096 else None
    if not found:
        raise Unsound("not a verifier key")
    name, data = found[1], from_base64(found[3])
    kind, public = data[0], data[1:]
    _check_key(kind, public)
    if key_id(name, public, kind).hex() != found[2]:
        raise Unsound("the verifier key's number does not belong to its name and key")
    return name, public, kind


def sign(text: str, name: str, seed: bytes) -> str:
    """Write a note with one signature: the text must end with a line end."""
    _check_text(text)
    line = signature_line(name, key_id(name, public_key(seed)), sign_bytes(text.encode(), seed))
    return f"{text}\n{line}"


def signature_line(name: str, number: bytes, signature: bytes) -> str:
    """Write one signature line, with its line end."""
    return f"{_DASH} {name} {to_base64(number + signature)}\n"


def open_note(note: str, keys: Mapping[str, bytes]) -> tuple[str, list[str]]:
    """Read a note: its text, and the names whose Ed25519 signature holds, in the order of their lines.

    Lines by unknown keys are passed over. Raises Unsound if the note is malformed, if a line by a known key
    does not hold, or if no known key signed it.
    """
    text, lines = split_note(note)
    data, signers = text.encode(), []
    for line in lines:
        public = keys.get(line.name)
        if public is None or key_id(line.name, public) != line.key_id:
            continue
        try:
            check_signature(data, line.signature, public)
        except Unsound as error:
            raise Unsound(f"the signature of {line.name} does not hold") from error
        if line.name not in signers:
            signers.append(line.name)
    if not signers:
        raise Unsound("no known key has signed this note")
    return text, signers


def split_note(note: str) -> tuple[str, list[SignatureLine]]:
    """Take a note apart without judging signatures; raises Unsound if it is malformed."""
    try:
        too_long = len(note) > MAX_NOTE or len(note.encode()) > MAX_NOTE
    except UnicodeEncodeError as error:
        raise Unsound(f"the note has no UTF-8: {error}") from error
    if too_long:
        raise Unsound(f"the note is longer than {MAX_NOTE} bytes")
    cut = note.rfind("\n\n")
    if cut < 0 or not note.endswith("\n"):
        raise Unsound("a note is a text, an empty line and signature lines, each with its line end")
    text, under = note[: cut + 1], note[cut + 2 : -1].split("\n")
    _check_text(text)
    if note[cut + 2 :] == "" or len(under) > MAX_SIGNATURES:
        raise Unsound(f"a note has 1 to {MAX_SIGNATURES} signature lines")
    return text, [_parse_line(line) for line in under]


def _parse_line(line: str) -> SignatureLine:
    found = _LINE.fullmatch(line)
    if not found:
        raise Unsound("a malformed signature line")
    _check_name(found[1])
    data = from_base64(found[2])
    if len(data) < 5:
        raise Unsound("a signature line without a signature")
    return SignatureLine(found[1], data[:4], data[4:])


def _check_text(text: str) -> None:
    if not text.endswith("\n"):
        raise Unsound("a note's text ends with a line end")
    if _CONTROL.search(text):
        raise Unsound("a note's text has no control characters but line ends")


def _check_name(name: str) -> None:
    if not name or "+" in name or any(c.isspace() or c < " " for c in name) or len(name) > 255:
        raise Unsound("a key's name is not empty and has no space and no plus sign")


def _check_key(kind: int, public: bytes) -> None:
    if KEY_LENGTHS.get(kind) != len(public):
        raise Unsound(f"no key of kind {kind} has {len(public)} bytes")
