"""Who takes part in a key ceremony: seeds, certificates, and what each trustee signs.

Of n trustees any `threshold` will open a tally together; fewer learn nothing. Nobody hands out the parts, and nobody
ever holds the whole key. Three messages from each trustee are passed on by a server, which can neither read nor change
them: a certificate (here), a polynomial and a verification key (`threshold`). A trustee keeps their seed; keys,
polynomial and decryption key are made again from it and the messages. Messages are bytes, in the one spelling of
`docs/spec/trustees.md`. Whatever is wrong in one is `Unsound`, and its `where` says whose it is: "trustee 2".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar

from gmpy2 import mpz

from symbiosis.ballots import wire
from symbiosis.ballots.challenges import hashed_number, sha256_hex
from symbiosis.ballots.groups import Base, Draw, Group, SecretPowers
from symbiosis.ballots.proofs import check_message, sign_message
from symbiosis.ballots.wire import CertKeys, Proof, RawCoefexps, SignedMessage
from symbiosis.errors import Unsound

SEED_LETTERS: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
SEED_LENGTH: Final = 22
LABEL: Final = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)
MOST_TRUSTEES: Final = 50
"""The most trustees of one threshold."""


@dataclass(frozen=True)
class Ceremony:
    """What is fixed once all certificates are in; `identity` is the hash of all of it, 64 hexadecimal digits.

    Trustees who can hear one another compare its first 32 digits: then no server stands between them.
    """

    group: Group
    label: str
    threshold: int
    certificates: tuple[SignedMessage, ...]
    keys: tuple[CertKeys, ...]
    identity: str


def trustee(number: int) -> str:
    """Where something is wrong: with which trustee."""
    return f"trustee {number}"


def check_size(threshold: int, count: int) -> None:
    """Between 1 and all of the trustees are enough, and there are at most 50. Raises Unsound."""
    if not 1 <= threshold <= count <= MOST_TRUSTEES:
        raise Unsound(f"{threshold} of {count} trustees cannot be a threshold")


def read_certificates(g: Base, certificates: Sequence[SignedMessage]) -> list[CertKeys]:
    """The keys in the trustees' certificates. Raises Unsound that names the trustee whose certificate is wrong.

    Both keys are elements of the group (the tool does not look), each is signed by its owner and used once: a key
    that stands twice would be one person with two parts.
    """
    seen: set[mpz] = set()
    found = []
    for number, signed in enumerate(certificates, 1):
        where = trustee(number)
        keys = wire.decode(signed.message.encode(), CertKeys, where)
        for key in (keys.verification, keys.encryption):
            if key == 1 or not g.group.contains(key):
                raise Unsound("a key of a certificate is no element of the group", where)
            if key in seen:
                raise Unsound("a key stands twice in the certificates", where)
            seen.add(key)
        check_signed(g, keys.verification, signed, where)
        found.append(keys)
    return found


def check_signed(g: Base, verification: mpz, signed: SignedMessage, where: str) -> None:
    """Check that a message is signed by the owner of a certificate."""
    try:
        check_message(g, verification, signed.message, signed.signature)
    except Unsound as fault:
        raise Unsound(f"a signature does not hold: {fault.sentence}", where) from None


def read_coefexps(
    g: Base, verification: mpz, signed: SignedMessage, threshold: int, where: str
) -> tuple[mpz, ...]:
    """A trustee's commitments to their polynomial, g^a_0 first; signed, elements, and as many as the threshold."""
    coefexps = wire.decode(signed.message.encode(), RawCoefexps, where).coefexps
    if len(coefexps) != threshold:
        raise Unsound(f"{len(coefexps)} commitments for a threshold of {threshold}", where)
    if not all(map(g.group.contains, coefexps)):
        raise Unsound("a commitment is no element of the group", where)
    check_signed(g, verification, signed, where)
    return coefexps


def make_seed(draw: Draw) -> str:
    """A trustee's one secret: 22 letters, to be written down on paper."""
    return "".join(SEED_LETTERS[draw(len(SEED_LETTERS))] for _ in range(SEED_LENGTH))


def signing_key(group: Group, seed: str) -> mpz:
    """The key with which the owner of a seed signs."""
    return hashed_number(f"sk|{checked_seed(seed)}") % group.q


def decrypting_key(group: Group, seed: str) -> mpz:
    """The key with which the owner of a seed opens the shares sent to them."""
    return hashed_number(f"dk|{checked_seed(seed)}") % group.q


def checked_seed(seed: str) -> str:
    """The seed, if it can be one. Raises Unsound, without showing it."""
    if len(seed) != SEED_LENGTH or not set(seed) <= set(SEED_LETTERS):
        raise Unsound("a seed has 22 letters and digits, without 0, I, O and l")
    return seed


# Certificates.


def make_certificate(group: Group, seed: str, draw: Draw) -> bytes:
    """A trustee's two public keys, signed by themselves."""
    g = SecretPowers(group, group.g)
    secret = signing_key(group, seed)
    keys = CertKeys(g.of(secret), g.of(decrypting_key(group, seed)))
    message = wire.encode(keys).decode()
    return wire.encode(SignedMessage(message, sign_message(g, secret, message, draw)))


def open_ceremony(group: Group, label: str, threshold: int, certificates: Sequence[bytes]) -> Ceremony:
    """Fix the trustees, in this order, and how many of them are enough."""
    if not LABEL.fullmatch(label):
        raise Unsound("a ceremony's label has 1 to 64 letters, digits, dots, dashes")
    check_size(threshold, len(certificates))
    signed = [wire.decode(each, SignedMessage, trustee(i)) for i, each in enumerate(certificates, 1)]
    keys = read_certificates(SecretPowers(group, group.g), signed)
    digests = ",".join(map(sha256_hex, certificates))
    named = f"ceremony|{label}|{group.name}|{threshold}|{len(certificates)}|{digests}"
    return Ceremony(group, label, threshold, tuple(signed), tuple(keys), sha256_hex(named.encode()))


def own_number(ceremony: Ceremony, seed: str) -> int:
    """Which trustee the owner of a seed is. Raises Unsound if their certificate was left out or exchanged."""
    g = SecretPowers(ceremony.group, ceremony.group.g)
    own = CertKeys(g.of(signing_key(g.group, seed)), g.of(decrypting_key(g.group, seed)))
    if own not in ceremony.keys:
        raise Unsound("the certificate of this seed is not in the ceremony")
    return ceremony.keys.index(own) + 1


# Signed messages of a ceremony.


class Signed(Protocol):
    """A message after the certificates: for which ceremony, of which trustee, and signed by them in its last field."""

    @property
    def ceremony(self) -> str: ...
    @property
    def trustee(self) -> int: ...
    @property
    def signature(self) -> Proof: ...


SignedText = TypeVar("SignedText", bound=Signed)

UNSIGNED: Final = Proof(mpz(0), mpz(0))
"""Stands in a message until `sign` puts the signature there."""


def unsigned_text(message: bytes) -> str:
    """The text that a message's signature is over: the message without its last field."""
    return message[: message.rindex(b',"signature":')].decode() + "}"


def sign(g: Base, secret: mpz, text: Signed, draw: Draw) -> bytes:
    """Write a message with its signature."""
    message = unsigned_text(wire.encode(text))
    signature = wire.encode(sign_message(g, secret, message, draw))
    return message[:-1].encode() + b',"signature":' + signature + b"}"


def read_signed(ceremony: Ceremony, number: int, message: bytes, kind: type[SignedText]) -> SignedText:
    """Read a message that must be of this ceremony, of this trustee, and signed by them."""
    where = trustee(number)
    read: SignedText = wire.decode_as(message, kind, where)
    if read.ceremony != ceremony.identity:
        raise Unsound("a message is for another ceremony", where)
    if read.trustee != number:
        raise Unsound(f"a message of trustee {read.trustee} is in this one's place", where)
    g = SecretPowers(ceremony.group, ceremony.group.g)
    signed = SignedMessage(unsigned_text(message), read.signature)
    check_signed(g, ceremony.keys[number - 1].verification, signed, where)
    return read


def check_count(ceremony: Ceremony, messages: Sequence[bytes]) -> None:
    """A round is over when each trustee has sent their message."""
    if len(messages) != len(ceremony.keys):
        raise Unsound(f"{len(messages)} messages of {len(ceremony.keys)} trustees")
