"""Numbers that nobody chose: what a proof must answer is the hash of all that it is about.

Everything that a proof speaks of stands in the text that is hashed (the election, the voter's credential, the
ciphertexts), so that no proof can be carried from one ballot to another. Source: Belenios specification 2.0,
sections 4.5 to 4.18; Bernhard, Pereira, Warinschi 2012 on what happens otherwise.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode

from gmpy2 import mpz

from symbiosis.ballots.groups import Group


def challenge(group: Group, prefix: str, *numbers: mpz) -> mpz:
    """SHA-256 of the prefix and the numbers in base 10 with commas between, as an exponent (modulo q).

    `prefix` is written with its last bar: `"pok|BELENIOS-2048|123|"`.
    """
    return hashed_number(prefix + ",".join(map(str, numbers))) % group.q


def hashed_number(text: str) -> mpz:
    """SHA-256 of a text, read as a number of 256 bits, first byte first."""
    return mpz(hashlib.sha256(text.encode()).hexdigest(), 16)


def sha256_base64(data: bytes) -> str:
    """SHA-256 in base 64 without padding: how an election and a ballot are named to people (43 characters)."""
    return hex_to_base64(sha256_hex(data))


def hex_to_base64(name: str) -> str:
    """A record's name as `sha256_base64` would give it: what people know a ballot by."""
    return b64encode(bytes.fromhex(name)).decode().rstrip("=")


def sha256_hex(data: bytes | memoryview) -> str:
    """SHA-256 in 64 small hexadecimal digits: how records of an archive name each other."""
    return hashlib.sha256(data).hexdigest()
