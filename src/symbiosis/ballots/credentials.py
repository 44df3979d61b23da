"""What entitles to one ballot: a secret of 15 letters and digits for the voter, its public half for everyone.

A credential is shown as `XXX-XXX-XXX-XXX-XXX`. Its last sign is a checksum, so most slips of the pen are noticed. It
holds about 82 bits. Source: Belenios specification 2.0, 4.8.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from gmpy2 import mpz

from symbiosis.ballots.groups import Base, Draw, Group
from symbiosis.ballots.wire import encode
from symbiosis.errors import Refusal, Unsound

BASE58: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
ROUNDS: Final = 1000
"""Iterations of PBKDF2."""
MAX_WEIGHT: Final = 10**11
"""The greatest weight of one voter, and of all together: its logarithm must still be found."""

_ENTRY = re.compile(rb'"([1-9][0-9]{0,639})(?:,([1-9][0-9]{0,11}))?"([,\]])')
_SHOWN = re.compile(rf"[{BASE58}]{{3}}(?:-[{BASE58}]{{3}}){{4}}")


def new_credential(draw: Draw) -> str:
    """A secret credential, as it is given to a voter."""
    digits = [draw(58) for _ in range(14)]
    signs = "".join(BASE58[digit] for digit in [*digits, 53 - _value(digits) % 53])
    return "-".join(signs[at : at + 3] for at in range(0, 15, 3))


def check_credential(text: str) -> str:
    """The credential as it was given out, or a refusal that tells the voter to look again.

    Blanks around it are dropped. The dashes belong to it: the key is made from the text with them.
    """
    text = text.strip()
    if not _SHOWN.fullmatch(text):
        raise Refusal("CredentialMistyped")
    digits = [BASE58.index(sign) for sign in text.replace("-", "")]
    if digits[14] != 53 - _value(digits[:14]) % 53:
        raise Refusal("CredentialMistyped")
    return text


def secret_exponent(group: Group, uuid: str, credential: str) -> mpz:
    """The secret key of a credential in one election; takes 1,000 rounds of HMAC-SHA-256 on purpose."""
    key = hashlib.pbkdf2_hmac("sha256", credential.encode(), uuid.encode(), ROUNDS, 32)
    return mpz(int.from_bytes(key, "big")) % group.q


def public_credential(g: Base, uuid: str, credential: str) -> mpz:
    """The public half: g to the power of the secret one."""
    return g.of(secret_exponent(g.group, uuid, credential))


@dataclass
class Roll:
    """The list of public credentials as an audit holds it: it may be of millions.

    A credential's place (from 0) is found by its SHA-256, which is a tenth as long; `weights` are by place.
    """

    places: dict[bytes, int] = field(default_factory=dict)
    weights: array[int] = field(default_factory=lambda: array("Q"))

    def place(self, credential: bytes) -> int | None:
        """Where a credential, in base 10, stands in the list; None if it does not."""
        return self.places.get(hashlib.sha256(credential).digest())

    def __len__(self) -> int:
        return len(self.weights)


def read_roll(data: memoryview) -> Roll:
    """The list of public credentials, with only one entry in memory at a time. Raises Unsound as `read_credentials`."""
    roll = Roll()
    for credential, weight in credentials_of(data):
        digest = hashlib.sha256(credential).digest()
        if digest in roll.places:
            raise Unsound("a public credential stands in the list twice", "credentials")
        roll.places[digest] = len(roll)
        roll.weights.append(weight)
    if sum(roll.weights) > MAX_WEIGHT:
        raise Unsound(f"the weights add up to more than {MAX_WEIGHT}", "credentials")
    return roll


def read_credentials(data: bytes) -> dict[str, int]:
    """The list of public credentials: each, in base 10, with its weight, in the order of the list.

    Raises Unsound if one is there twice or the list is not as it must be written. Whether they are elements of the
    group is for `membership.outsiders`: it is asked once, with all of them.
    """
    view = memoryview(data)
    read_roll(view)
    return {credential.decode(): weight for credential, weight in credentials_of(view)}


def credentials_of(data: memoryview) -> Iterator[tuple[bytes, int]]:
    """Each entry of the list, in base 10, with its weight, as it is come to; what follows may still be wrong.

    Raises Unsound at the first place that is not written as it must be: JSON without a blank, each entry a text.
    """
    begins = bytes(data[:3])
    if begins == b"[]":
        return
    if not begins.startswith(b"["):
        raise Unsound("not a list", "credentials")
    at, sign = 1, b","
    while sign == b",":
        match = _ENTRY.match(data, at)
        if match is None:
            shown = bytes(data[at : at + 40]).decode("ascii", "replace")
            raise Unsound(f"not a public credential: {shown}", "credentials")
        yield match[1], int(match[2] or 1)
        at, sign = match.end(), match[3]
    if at != len(data):
        raise Unsound("something stands after the list", "credentials")


def write_credentials(weights: dict[mpz, int]) -> bytes:
    """The list as it is published. Weights are written if one of them is not 1."""
    weighted = any(weight != 1 for weight in weights.values())
    return encode([f"{key},{weight}" if weighted else str(key) for key, weight in weights.items()])


def _value(digits: list[int]) -> int:
    value = 0
    for digit in digits:
        value = value * 58 + digit
    return value
