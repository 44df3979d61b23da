"""A second writing of the record's formats from their specifications: slow, recursive, and without our code."""

from __future__ import annotations

import base64
import hashlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def spelled(value: object) -> str:
    """RFC 8785 for what records hold."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        short = {8: "b", 9: "t", 10: "n", 12: "f", 13: "r", 34: '"', 92: "\\"}
        made = [
            f"\\{short[ord(c)]}" if ord(c) in short else f"\\u{ord(c):04x}" if ord(c) < 32 else c
            for c in value
        ]
        return f'"{"".join(made)}"'
    if isinstance(value, dict):
        return "{" + ",".join(f"{spelled(key)}:{spelled(value[key])}" for key in sorted(value)) + "}"
    assert isinstance(value, list)
    return "[" + ",".join(spelled(item) for item in value) + "]"


def root(entries: list[bytes]) -> bytes:
    """RFC 6962, section 2.1."""
    if not entries:
        return sha(b"")
    if len(entries) == 1:
        return sha(b"\x00" + entries[0])
    k = middle(len(entries))
    return sha(b"\x01" + root(entries[:k]) + root(entries[k:]))


def middle(n: int) -> int:
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def path(m: int, entries: list[bytes]) -> list[bytes]:
    """RFC 6962, section 2.1.1: the audit path of entry m."""
    if len(entries) == 1:
        return []
    k = middle(len(entries))
    if m < k:
        return [*path(m, entries[:k]), root(entries[k:])]
    return [*path(m - k, entries[k:]), root(entries[:k])]


def growth(m: int, entries: list[bytes], whole: bool = True) -> list[bytes]:
    """RFC 6962, section 2.1.2: the consistency proof from the first m entries."""
    if m == len(entries):
        return [] if whole else [root(entries)]
    k = middle(len(entries))
    if m <= k:
        return [*growth(m, entries[:k], whole), root(entries[k:])]
    return [*growth(m - k, entries[k:], False), root(entries[:k])]


def public(seed: bytes) -> bytes:
    key = Ed25519PrivateKey.from_private_bytes(seed).public_key()
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw)


def note(text: str, name: str, seed: bytes) -> str:
    """C2SP signed-note with one Ed25519 signature."""
    number = sha(name.encode() + b"\n\x01" + public(seed))[:4]
    signature = Ed25519PrivateKey.from_private_bytes(seed).sign(text.encode())
    return f"{text}\n\u2014 {name} {b64(number + signature)}\n"


def checkpoint(origin: str, entries: list[bytes], seed: bytes) -> str:
    return note(f"{origin}\n{len(entries)}\n{b64(root(entries))}\n", origin, seed)


def proof(index: int, origin: str, entries: list[bytes], seed: bytes) -> str:
    lines = "".join(f"{b64(value)}\n" for value in path(index, entries))
    return f"c2sp.org/tlog-proof@v1\nindex {index}\n{lines}\n{checkpoint(origin, entries, seed)}"


def identity(entry: bytes) -> str:
    return base64.b32encode(sha(entry)).decode().rstrip("=").lower()


def bundle(entries: list[bytes], seed: bytes, attachments: dict[str, bytes]) -> bytes:
    origin = f"body/{identity(entries[0])}/board"
    head = checkpoint(origin, entries, seed).encode()
    body = b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)
    made = (
        b"symbiosis bundle 1\n"
        + f"log {origin} {len(entries)} {len(head)} {len(body)}\n".encode()
        + head
        + body
    )
    for name in sorted(attachments):
        made += f"attachment {name} {len(attachments[name])}\n".encode() + attachments[name] + b"\n"
    return made + b"end\n"
