"""Base64 with exactly one spelling for each byte string (RFC 4648, section 4, with padding)."""

from __future__ import annotations

import base64
import binascii

from symbiosis.errors import Unsound


def to_base64(data: bytes) -> str:
    """Write bytes as text."""
    return base64.b64encode(data).decode("ascii")


def from_base64(text: str, length: int | None = None) -> bytes:
    """Read text as bytes, of this length if one is given; raises Unsound for any other spelling."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise Unsound(f"not base64: {error}") from error
    if to_base64(data) != text:
        raise Unsound("base64 with another spelling of the same bytes")
    if length is not None and len(data) != length:
        raise Unsound(f"{len(data)} bytes where {length} belong")
    return data
