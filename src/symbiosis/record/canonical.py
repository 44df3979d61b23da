"""One value, one spelling: the bytes that are hashed, signed and kept for ever.

The format is RFC 8785 (JSON Canonicalization Scheme), limited to what acts need: objects with ASCII keys,
arrays, text in Unicode NFC, whole numbers below 2^53 in size, true, false and null. `docs/spec/canonical.md`.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any, Final
from unicodedata import is_normalized

import msgspec

from symbiosis.errors import Unsound

MAX_ENTRY: Final = 65_535
"""Bytes of the longest entry: its length travels as 16 bits. Longer things are attachments."""
MAX_DEPTH: Final = 32
"""How many arrays and objects may lie inside one another."""
MAX_INTEGER: Final = 2**53 - 1
"""The largest whole number that every JSON reader in the world reads exactly."""

_LONG_NUMBER = re.compile(rb"[0-9]{16}")
_ESCAPE = re.compile(r"\\(?:u[0-9a-f]{4}|.)")


def _refuse_float(literal: str) -> Any:
    raise Unsound(f"fractions and exponents are not allowed: {literal[:40]}")


_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder(float_hook=_refuse_float)


def encode(value: Any) -> bytes:
    """Write a value in the one spelling that it has.

    Takes dict, list, tuple, str, int, bool, None, and typed structs of msgspec made of these. Raises Unsound
    for anything else, so that what is written can always be read again.
    """
    if isinstance(value, msgspec.Struct):
        value = msgspec.to_builtins(value)
    _check(value)
    return _encoder.encode(value)


def decode(data: bytes) -> Any:
    """Read bytes that must be the one spelling of what they say.

    Raises Unsound for everything else: spaces, duplicate or unsorted keys, other escapes, floats, numbers of
    2^53 and more, text that is not NFC, nesting beyond MAX_DEPTH. Says nothing about length.
    """
    try:
        value = _decoder.decode(data)
        again = _encoder.encode(value)
    except RecursionError:
        raise Unsound(f"more than {MAX_DEPTH} arrays and objects inside one another") from None
    except (msgspec.MsgspecError, ValueError) as error:
        raise Unsound(f"not JSON: {error}") from error
    if again != data:
        raise Unsound("not canonical: the same value is spelled differently")
    # Everything that could still be wrong shows in the bytes; the walk is only for those that look so.
    if not data.isascii() or data.count(b"[") + data.count(b"{") > MAX_DEPTH or _LONG_NUMBER.search(data):
        _check(value)
    return value


def digest(data: bytes) -> str:
    """Name bytes by their SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def is_nfc(data: bytes) -> bool:
    """Tell whether each text in these canonical bytes is in Unicode NFC, without reading them as JSON.

    For those who decode into typed acts themselves. Raises Unsound for bytes that are not UTF-8.
    """
    if data.isascii():
        return True
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise Unsound(f"not UTF-8: {error}") from error
    # The letter of an escape such as \n must not be taken together with a combining mark behind it.
    return is_normalized("NFC", text) or is_normalized("NFC", _ESCAPE.sub('"', text))


def _check(value: Any, depth: int = 0) -> None:
    """Refuse whatever this format has no spelling for."""
    kind = type(value)
    if kind is str:
        _check_text(value)
    elif kind is int:
        if not -MAX_INTEGER <= value <= MAX_INTEGER:
            raise Unsound("a number of 2^53 or more")
    elif kind is dict or kind is list or kind is tuple:
        if depth == MAX_DEPTH:
            raise Unsound(f"more than {MAX_DEPTH} arrays and objects inside one another")
        if kind is dict:
            for key in value:
                if type(key) is not str or not key.isascii():
                    raise Unsound(f"a key that is not ASCII text: {key!r}"[:100])
        for item in value.values() if kind is dict else value:
            _check(item, depth + 1)
    elif value is not None and kind is not bool:
        raise Unsound(f"a value of type {kind.__name__} has no place in a record")


def _check_text(text: str) -> None:
    if text.isascii():
        return
    if not is_normalized("NFC", text):
        raise Unsound("text that is not in Unicode NFC")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Unsound(f"text that has no UTF-8: {error}") from error
