"""A share on its way from one trustee to another, closed to everyone between them.

Shares never stand in an archive, so belenios-tool does not see them; the closing is ours, of parts that a browser has
without WebCrypto: powers, SHA-256 and HMAC-SHA256 over what is closed (encrypt, then authenticate). Each share has keys
of its own, made for one ceremony, one sender and one recipient, so nobody can pass off another's share as theirs.
Source: `docs/spec/trustees.md`, round 2; RFC 2104.
"""

from __future__ import annotations

import hashlib
import hmac

from gmpy2 import mpz

from symbiosis.ballots.groups import Base, Draw, Group, SecretPowers
from symbiosis.ballots.wire import Written
from symbiosis.errors import Unsound


class SealedShare(Written, frozen=True):
    """g^r, and the share closed with the key ek^r; `data` and `mac` are hexadecimal."""

    alpha: mpz
    data: str
    mac: str


def share_bytes(group: Group) -> int:
    """The length of every share of a group: 32 or 256 bytes."""
    return (int(group.q - 1).bit_length() + 7) // 8


def route(identity: str, sender: int, recipient: int) -> str:
    """From whom to whom, in which ceremony: begins all texts that the keys of a share are hashes of."""
    return f"{identity}|{sender}|{recipient}"


def seal_share(g: Base, route: str, encryption: mpz, share: mpz, draw: Draw) -> SealedShare:
    """Close a share for the owner of an encryption key."""
    group = g.group
    r = group.exponent(draw)
    alpha = g.of(r)
    data, tag = _keys(route, alpha, encryption, SecretPowers(group, encryption).of(r))
    closed = _masked(data, int(share).to_bytes(share_bytes(group), "big"))
    return SealedShare(alpha, closed.hex(), hmac.new(tag, closed, hashlib.sha256).hexdigest())


def check_sealed(group: Group, sealed: SealedShare, where: str) -> None:
    """Check all of a closed share that can be seen from outside."""
    if sealed.alpha == 1 or not group.contains(sealed.alpha):
        raise Unsound("the alpha of a share is no element of the group", where)
    for text, length in ((sealed.data, 2 * share_bytes(group)), (sealed.mac, 64)):
        if len(text) != length or not set(text) <= set("0123456789abcdef"):
            raise Unsound("a closed share is not in hexadecimal of its length", where)


def shared_key(group: Group, sealed: SealedShare, decryption: mpz) -> mpz:
    """The number that sender and recipient share: alpha^dk. `check_sealed` must have passed."""
    return SecretPowers(group, sealed.alpha).of(decryption)


def open_share(group: Group, route: str, encryption: mpz, sealed: SealedShare, key: mpz, where: str) -> mpz:
    """Open a share with the shared number. Raises Unsound if its sender closed it wrongly."""
    data, tag = _keys(route, sealed.alpha, encryption, key)
    closed = bytes.fromhex(sealed.data)
    if not hmac.compare_digest(hmac.digest(tag, closed, "sha256"), bytes.fromhex(sealed.mac)):
        raise Unsound("a share does not open", where)
    share = mpz(int.from_bytes(_masked(data, closed), "big"))
    if share >= group.q:
        raise Unsound("a share is not below q", where)
    return share


def _keys(route: str, alpha: mpz, encryption: mpz, key: mpz) -> tuple[bytes, bytes]:
    context = f"{route}|{alpha}|{encryption}|{key}"
    return (
        hashlib.sha256(f"share key|{context}".encode()).digest(),
        hashlib.sha256(f"share tag|{context}".encode()).digest(),
    )


def _masked(key: bytes, data: bytes) -> bytes:
    """XOR with the hashes of the key and a counter: the same closes and opens."""
    blocks = -(-len(data) // 32)
    mask = b"".join(hashlib.sha256(key + block.to_bytes(4, "big")).digest() for block in range(blocks))
    return bytes(a ^ b for a, b in zip(data, mask[: len(data)], strict=True))
