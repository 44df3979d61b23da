"""A share that is wrong: who got it shows it to everyone, and cannot accuse falsely.

A complaint opens the one share that it is about, and no other. Source: `docs/spec/trustees.md`; Chaum, Pedersen 1992.
"""

from __future__ import annotations

from gmpy2 import mpz, powmod

from symbiosis.ballots.ceremony import (
    UNSIGNED,
    decrypting_key,
    own_number,
    read_signed,
    sign,
    signing_key,
    trustee,
)
from symbiosis.ballots.challenges import challenge
from symbiosis.ballots.groups import Draw, SecretPowers
from symbiosis.ballots.sealed_shares import route, shared_key
from symbiosis.ballots.threshold import Polynomials, opened_share
from symbiosis.ballots.wire import Proof, Written
from symbiosis.errors import Unsound


class ComplaintText(Written, frozen=True):
    """That a share was wrong, with the number that opens that share, and no other, for everyone."""

    ceremony: str
    trustee: int
    against: int
    polynomial: str
    key: mpz
    proof: Proof
    signature: Proof


def make_complaint(polynomials: Polynomials, against: int, seed: str, draw: Draw) -> bytes:
    """Open the share that one trustee sent, and no other, for everyone to see."""
    ceremony = polynomials.ceremony
    group = ceremony.group
    g = SecretPowers(group, group.g)
    own, secret = own_number(ceremony, seed), decrypting_key(group, seed)
    sealed = polynomials.messages[against - 1].shares[own - 1]
    key = shared_key(group, sealed, secret)
    w = group.exponent(draw)
    numbers = (g.of(w), SecretPowers(group, sealed.alpha).of(w))
    c = challenge(group, _complaint_prefix(polynomials, against, own, key), *numbers)
    proof = Proof(c, (w - secret * c) % group.q)
    digest = polynomials.digests[against - 1]
    text = ComplaintText(ceremony.identity, own, against, digest, key, proof, UNSIGNED)
    return sign(g, signing_key(group, seed), text, draw)


def judge_complaint(polynomials: Polynomials, number: int, message: bytes) -> int:
    """Who is at fault, if the complaint of a trustee is right. Raises Unsound, naming them, if it is not."""
    ceremony = polynomials.ceremony
    group, where = ceremony.group, trustee(number)
    read = read_signed(ceremony, number, message, ComplaintText)
    if (
        not 1 <= read.against <= len(ceremony.keys)
        or read.polynomial != polynomials.digests[read.against - 1]
    ):
        raise Unsound("a complaint is about another polynomial", where)
    if not group.contains(read.key):
        raise Unsound("the key of a complaint is no element of the group", where)
    c, z = read.proof.challenge, read.proof.response
    if not (0 <= c < group.q and 0 <= z < group.q):
        raise Unsound("a number of a complaint's proof is not below q", where)
    encryption = ceremony.keys[number - 1].encryption
    alpha = polynomials.messages[read.against - 1].shares[number - 1].alpha
    a = powmod(group.g, z, group.p) * powmod(encryption, c, group.p) % group.p
    b = powmod(alpha, z, group.p) * powmod(read.key, c, group.p) % group.p
    if challenge(group, _complaint_prefix(polynomials, read.against, number, read.key), a, b) != c:
        raise Unsound("the key of a complaint is not that of the share", where)
    try:
        opened_share(polynomials, read.against, number, read.key)
    except Unsound:
        return read.against
    raise Unsound("a complaint is about a share that is sound", where)


def _complaint_prefix(polynomials: Polynomials, against: int, number: int, key: mpz) -> str:
    way = route(polynomials.ceremony.identity, against, number)
    return f"complaint|{way}|{polynomials.digests[against - 1]}|{key}|"
