"""Record keys: Ed25519 (RFC 8032). The private half is a seed of 32 random bytes, made by whoever calls."""

from __future__ import annotations

import hashlib

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from symbiosis.errors import Unsound
from symbiosis.record.strict64 import from_base64, to_base64


def public_key(seed: bytes) -> bytes:
    """Give the 32 bytes that everyone may know."""
    return bytes(_signing_key(seed).verify_key)


def key_text(public: bytes) -> str:
    """Write a public key as acts and pages show it: base64, 44 characters."""
    if len(public) != 32:
        raise Unsound("a public key has 32 bytes")
    return to_base64(public)


def parse_key(text: str) -> bytes:
    """Read a public key; raises Unsound for anything that is not 32 bytes in strict base64."""
    return from_base64(text, 32)


def key_hash(public: bytes) -> str:
    """Commit to the next key without showing it: SHA-256 of its 32 bytes, in hexadecimal."""
    if len(public) != 32:
        raise Unsound("a public key has 32 bytes")
    return hashlib.sha256(public).hexdigest()


def sign_bytes(message: bytes, seed: bytes) -> bytes:
    """Sign: 64 bytes."""
    return bytes(_signing_key(seed).sign(message).signature)


def check_signature(message: bytes, signature: bytes, public: bytes) -> None:
    """Make sure that the holder of this key signed exactly these bytes; raises Unsound."""
    if len(public) != 32 or len(signature) != 64:
        raise Unsound("a public key has 32 bytes and a signature 64")
    try:
        VerifyKey(public).verify(message, signature)
    except CryptoError as error:
        raise Unsound("the signature does not hold") from error


def _signing_key(seed: bytes) -> SigningKey:
    if len(seed) != 32:
        raise Unsound("a key's seed has 32 bytes")
    return SigningKey(seed)
