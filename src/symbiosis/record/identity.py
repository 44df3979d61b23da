"""Who a body is: the hash of the first entry of its board, never a host name."""

from __future__ import annotations

import base64
import hashlib
import re

from symbiosis.errors import Unsound

_ORIGIN = re.compile(r"body/([a-z2-7]{52})/(board|book)")


def body_id(entry_zero: bytes) -> str:
    """Name a body: SHA-256 of its board's entry 0, base32 in lower case without padding, 52 characters."""
    return base64.b32encode(hashlib.sha256(entry_zero).digest()).decode("ascii").lower().rstrip("=")


def board_origin(body: str) -> str:
    """Name the record that the confederation or everyone may read."""
    return _origin(body, "board")


def book_origin(body: str) -> str:
    """Name the record that the body's own members may read."""
    return _origin(body, "book")


def parse_origin(origin: str) -> tuple[str, str]:
    """Read an origin as (body id, "board" or "book"); raises Unsound."""
    found = _ORIGIN.fullmatch(origin)
    if not found:
        raise Unsound("not the origin of a body's board or book")
    return found[1], found[2]


def _origin(body: str, record: str) -> str:
    origin = f"body/{body}/{record}"
    parse_origin(origin)
    return origin
