"""Trustees of whom some are enough: how they make the key of an election together, in two more rounds.

Each commits to a polynomial and sends a value of it to each other, closed; each adds up the values that came, which is
the trustee's decryption key, and publishes the verification key that belongs to it. As many decryption keys as the
threshold says are enough to open a tally, by Lagrange's formula (`decryption`). Source: Belenios specification 2.0,
4.6; Pedersen, A Threshold Cryptosystem without a Trusted Party, 1991; `docs/spec/trustees.md`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from gmpy2 import mpz
from msgspec import UNSET

from symbiosis.ballots import trustees, wire
from symbiosis.ballots.ceremony import (
    UNSIGNED,
    Ceremony,
    check_count,
    checked_seed,
    decrypting_key,
    own_number,
    read_coefexps,
    read_signed,
    sign,
    signing_key,
    trustee,
)
from symbiosis.ballots.challenges import sha256_hex
from symbiosis.ballots.groups import Draw, Group, SecretPowers
from symbiosis.ballots.proofs import pok_prefix, prove_knowledge, sign_message
from symbiosis.ballots.sealed_shares import (
    SealedShare,
    check_sealed,
    open_share,
    route,
    seal_share,
    share_bytes,
    shared_key,
)
from symbiosis.ballots.wire import (
    Proof,
    RawCoefexps,
    SignedMessage,
    ThresholdParameters,
    TrusteePublicKey,
    Written,
)
from symbiosis.errors import Unsound


class PolynomialText(Written, frozen=True):
    """Round 2: commitments to a polynomial, and a closed share of it for each trustee."""

    ceremony: str
    trustee: int
    coefexps: SignedMessage
    shares: tuple[SealedShare, ...]
    signature: Proof


class VerificationKeyText(Written, frozen=True):
    """Round 3: a trustee's key, and which polynomials they were shown."""

    ceremony: str
    trustee: int
    polynomials: str
    public_key: TrusteePublicKey
    signature: Proof


@dataclass(frozen=True)
class Polynomials:
    """All messages of round 2, checked; `digest` names them, `digests` each."""

    ceremony: Ceremony
    messages: tuple[PolynomialText, ...]
    coefexps: tuple[tuple[mpz, ...], ...]
    digests: tuple[str, ...]
    digest: str


# Round 2.


def _coefficients(ceremony: Ceremony, seed: str) -> list[mpz]:
    """A trustee's polynomial, constant first: made from the seed, so that it is the same when it is asked for twice."""
    length = share_bytes(ceremony.group) + 16
    found = []
    for index in range(ceremony.threshold):
        named = f"coefficient|{checked_seed(seed)}|{ceremony.identity}|{index}|"
        blocks = range(-(-length // 32))
        data = b"".join(hashlib.sha256(f"{named}{block}".encode()).digest() for block in blocks)
        found.append(mpz(int.from_bytes(data[:length], "big")) % ceremony.group.q)
    return found


def _value(group: Group, coefficients: Sequence[mpz], number: int) -> mpz:
    value = mpz(0)
    for each in reversed(coefficients):
        value = (value * number + each) % group.q
    return value


def make_polynomial(ceremony: Ceremony, seed: str, draw: Draw) -> bytes:
    """Commit to a polynomial and close a share of it for each trustee, oneself too."""
    group = ceremony.group
    g = SecretPowers(group, group.g)
    own = own_number(ceremony, seed)
    secret = signing_key(group, seed)
    coefficients = _coefficients(ceremony, seed)
    message = wire.encode(RawCoefexps(tuple(map(g.of, coefficients)))).decode()
    coefexps = SignedMessage(message, sign_message(g, secret, message, draw))
    shares = tuple(
        seal_share(
            g, route(ceremony.identity, own, to), keys.encryption, _value(group, coefficients, to), draw
        )
        for to, keys in enumerate(ceremony.keys, 1)
    )
    return sign(g, secret, PolynomialText(ceremony.identity, own, coefexps, shares, UNSIGNED), draw)


def read_polynomial(
    ceremony: Ceremony, number: int, message: bytes
) -> tuple[PolynomialText, tuple[mpz, ...]]:
    """Check one message of round 2 as it arrives, with all but the closed shares; gives its commitments too."""
    where = trustee(number)
    read = read_signed(ceremony, number, message, PolynomialText)
    g = SecretPowers(ceremony.group, ceremony.group.g)
    verification = ceremony.keys[number - 1].verification
    coefexps = read_coefexps(g, verification, read.coefexps, ceremony.threshold, where)
    if len(read.shares) != len(ceremony.keys):
        raise Unsound(f"{len(read.shares)} shares for {len(ceremony.keys)} trustees", where)
    for sealed in read.shares:
        check_sealed(ceremony.group, sealed, where)
    return read, coefexps


def read_polynomials(ceremony: Ceremony, messages: Sequence[bytes]) -> Polynomials:
    """Check all messages of round 2, in the order of the trustees."""
    check_count(ceremony, messages)
    read = [read_polynomial(ceremony, number, each) for number, each in enumerate(messages, 1)]
    digests = tuple(map(sha256_hex, messages))
    digest = sha256_hex(f"polynomials|{ceremony.identity}|{','.join(digests)}".encode())
    return Polynomials(ceremony, tuple(m for m, _ in read), tuple(c for _, c in read), digests, digest)


# Round 3.


def opened_share(polynomials: Polynomials, sender: int, recipient: int, key: mpz) -> mpz:
    """A share, opened and held against its sender's commitments. Raises Unsound that names the sender."""
    ceremony = polynomials.ceremony
    group, where = ceremony.group, trustee(sender)
    sealed = polynomials.messages[sender - 1].shares[recipient - 1]
    way = route(ceremony.identity, sender, recipient)
    share = open_share(group, way, ceremony.keys[recipient - 1].encryption, sealed, key, where)
    promised = trustees.member_key(group, [polynomials.coefexps[sender - 1]], recipient)
    if SecretPowers(group, group.g).of(share) != promised:
        raise Unsound(f"the share for trustee {recipient} is not what was committed to", where)
    return share


def decryption_key(polynomials: Polynomials, seed: str) -> mpz:
    """A trustee's decryption key S: the sum of the shares sent to them.

    Raises Unsound that names the trustee whose share is wrong, or oneself if the own polynomial was exchanged.
    """
    ceremony = polynomials.ceremony
    group = ceremony.group
    own = own_number(ceremony, seed)
    made = tuple(map(SecretPowers(group, group.g).of, _coefficients(ceremony, seed)))
    if polynomials.coefexps[own - 1] != made:
        raise Unsound("the commitments are not those of this seed", trustee(own))
    secret = decrypting_key(group, seed)
    total = mpz(0)
    for sender, message in enumerate(polynomials.messages, 1):
        key = shared_key(group, message.shares[own - 1], secret)
        total = (total + opened_share(polynomials, sender, own, key)) % group.q
    return total


def make_verification_key(polynomials: Polynomials, seed: str, draw: Draw) -> bytes:
    """Check all shares that came, and publish the key that belongs to their sum."""
    ceremony = polynomials.ceremony
    group = ceremony.group
    g = SecretPowers(group, group.g)
    secret = decryption_key(polynomials, seed)
    public = g.of(secret)
    key = TrusteePublicKey(prove_knowledge(g, secret, pok_prefix(group, public), draw), public)
    own = own_number(ceremony, seed)
    text = VerificationKeyText(ceremony.identity, own, polynomials.digest, key, UNSIGNED)
    return sign(g, signing_key(group, seed), text, draw)


def read_verification_key(polynomials: Polynomials, number: int, message: bytes) -> TrusteePublicKey:
    """Check one message of round 3 as it arrives."""
    ceremony = polynomials.ceremony
    read = read_signed(ceremony, number, message, VerificationKeyText)
    if read.polynomials != polynomials.digest:
        raise Unsound("this trustee was shown other polynomials", trustee(number))
    if read.public_key.name is not UNSET:
        raise Unsound("a verification key has no name here", trustee(number))
    g = SecretPowers(ceremony.group, ceremony.group.g)
    if read.public_key.public_key != trustees.member_key(ceremony.group, polynomials.coefexps, number):
        raise Unsound("a verification key is not what the commitments give", trustee(number))
    trustees.check_trustee(g, read.public_key, trustee(number))
    return read.public_key


def public_parameters(polynomials: Polynomials, messages: Sequence[bytes]) -> ThresholdParameters:
    """Check all messages of round 3 and give what trustees.json holds of the ceremony."""
    ceremony = polynomials.ceremony
    check_count(ceremony, messages)
    return ThresholdParameters(
        ceremony.threshold,
        ceremony.certificates,
        tuple(each.coefexps for each in polynomials.messages),
        tuple(read_verification_key(polynomials, number, each) for number, each in enumerate(messages, 1)),
    )


def check_published(polynomials: Polynomials, seed: str, parameters: ThresholdParameters) -> None:
    """What a trustee does before the vote opens: find in the election the ceremony that they took part in.

    Raises Unsound if anything in it is another trustee's, another ceremony's or not sound.
    """
    ceremony = polynomials.ceremony
    g = SecretPowers(ceremony.group, ceremony.group.g)
    trustees.check_threshold(g, parameters, "trustees")
    seen = (ceremony.threshold, ceremony.certificates, tuple(each.coefexps for each in polynomials.messages))
    if seen != (parameters.threshold, parameters.certs, parameters.coefexps):
        raise Unsound("the election has other trustees than the ceremony")
    # The own share fits the commitments, which the keys in the election were just found to follow from.
    decryption_key(polynomials, seed)
