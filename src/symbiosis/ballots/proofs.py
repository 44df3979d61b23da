"""Proofs that tell nothing but that they hold: made by who knows a secret, checked by anyone.

All are in the form (challenge, response) with response = w - secret * challenge, so that whoever checks computes the
commitment anew and hashes it. Randomness is drawn from `draw`; bases of a prover are `SecretPowers`, those of a
verifier `Powers`. A check raises Unsound. Source: Belenios specification 2.0, 4.5, 4.12, 4.18; Schnorr 1991;
Chaum, Pedersen 1992; Cramer, Damgård, Schoenmakers 1994.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from gmpy2 import invert, mpz, powmod

from symbiosis.ballots.challenges import challenge
from symbiosis.ballots.groups import Base, Draw, Group, SecretPowers
from symbiosis.ballots.wire import Ciphertext, Proof
from symbiosis.errors import Unsound


def check_range(group: Group, proofs: Sequence[Proof]) -> None:
    """Numbers of a proof are below q: another spelling of the same proof would be another ballot."""
    for proof in proofs:
        if not (0 <= proof.challenge < group.q and 0 <= proof.response < group.q):
            raise Unsound("a number of a proof is not below q")


def prove_knowledge(g: Base, secret: mpz, prefix: str, draw: Draw) -> Proof:
    """Prove that the x of g^x is known (Schnorr). `prefix` as for `challenge`: it holds g^x and all that is meant."""
    group = g.group
    w = group.exponent(draw)
    c = challenge(group, prefix, g.of(w))
    return Proof(c, (w - secret * c) % group.q)


def check_knowledge(g: Base, public: mpz, proof: Proof, prefix: str) -> None:
    """Check that who made the proof knew the x of public = g^x."""
    group = g.group
    check_range(group, [proof])
    commitment = g.of(proof.response) * powmod(public, proof.challenge, group.p) % group.p
    if challenge(group, prefix, commitment) != proof.challenge:
        raise Unsound("a proof of knowledge does not hold")


def pok_prefix(group: Group, public: mpz) -> str:
    """What a trustee's proof of knowing their key speaks of."""
    return f"pok|{group.name}|{public}|"


def sign_message(g: Base, secret: mpz, message: str, draw: Draw) -> Proof:
    """Sign a message of a key ceremony (specification, 4.6.1). The challenge is taken modulo q."""
    return prove_knowledge(g, secret, f"sigmsg|{message}|", draw)


def check_message(g: Base, public: mpz, message: str, signature: Proof) -> None:
    """Check a signature of `sign_message` by its public key."""
    check_knowledge(g, public, signature, f"sigmsg|{message}|")


def prove_decryption(
    g: Base, fingerprint: str, public: mpz, secret: mpz, alpha: mpz, draw: Draw
) -> tuple[mpz, Proof]:
    """A trustee's factor alpha^x, with the proof that its x is that of public = g^x (Chaum, Pedersen)."""
    group = g.group
    a = SecretPowers(group, alpha)
    w = group.exponent(draw)
    c = challenge(group, f"decrypt|{fingerprint}|{public}|", g.of(w), a.of(w))
    return a.of(secret), Proof(c, (w - secret * c) % group.q)


def check_decryption(g: Base, public: Base, fingerprint: str, alpha: mpz, factor: mpz, proof: Proof) -> None:
    """Check that factor = alpha^x where public = g^x. The factor's membership is for the caller to check."""
    group = g.group
    check_range(group, [proof])
    c, z = proof.challenge, proof.response
    a = g.of(z) * public.of(c) % group.p
    b = powmod(alpha, z, group.p) * powmod(factor, c, group.p) % group.p
    if challenge(group, f"decrypt|{fingerprint}|{public.base}|", a, b) != c:
        raise Unsound("the proof of a decryption does not hold")


@dataclass(frozen=True)
class Branch:
    """One of several statements of which one holds: that (alpha, beta) encrypts `message`."""

    ciphertext: Ciphertext
    message: int


def check_either(g: Base, y: Base, branches: Sequence[Branch], proofs: Sequence[Proof], prefix: str) -> None:
    """Check that one of the statements holds, without learning which.

    The ciphertexts must have been found to be elements of the group already. `y` are the powers of the election's
    key. Exact for every proof, also a dishonest one.
    """
    group = g.group
    p, q = group.p, group.q
    if len(branches) != len(proofs):
        raise Unsound("a proof has another number of parts than the question asks for")
    check_range(group, proofs)
    total = sum((proof.challenge for proof in proofs), mpz(0)) % q
    one = branches[0].ciphertext
    # The challenges add up to a hash of 256 bits. Where exponents are much longer than that, the last power of a
    # ciphertext comes from this sum, alpha^c = alpha^total / (the others), which saves a long power for a short one.
    last = len(branches) - 1
    saved = (
        last > 0 and q.bit_length() > 512 >= total.bit_length() and all(b.ciphertext is one for b in branches)
    )
    numbers: list[mpz] = []
    others_a, others_b = mpz(1), mpz(1)
    for at, (branch, proof) in enumerate(zip(branches, proofs, strict=True)):
        alpha, beta, c, z = branch.ciphertext.alpha, branch.ciphertext.beta, proof.challenge, proof.response
        if not saved:
            a = powmod(alpha, c, p)
            b = powmod(beta * _inverse_power(group, branch.message) % p, c, p)
        else:
            if at == last:
                a = powmod(alpha, total, p) * invert(others_a, p) % p
                b = powmod(beta, total, p) * invert(others_b, p) % p
            else:
                a, b = powmod(alpha, c, p), powmod(beta, c, p)
                others_a, others_b = others_a * a % p, others_b * b % p
            if branch.message:
                b = b * g.of(-branch.message * c) % p
        numbers += [g.of(z) * a % p, y.of(z) * b % p]
    if challenge(group, prefix, *numbers) != total:
        raise Unsound("a proof that an answer is allowed does not hold")


@lru_cache(maxsize=4096)
def _inverse_power(group: Group, message: int) -> mpz:
    """g^-M."""
    return invert(powmod(group.g, message, group.p), group.p)


def prove_either(
    g: Base,
    y: Base,
    branches: Sequence[Branch],
    true: int,
    randomness: Sequence[mpz],
    messages: Sequence[int],
    prefix: str,
    draw: Draw,
) -> tuple[Proof, ...]:
    """Prove that one of the statements holds: the one at `true`, which the proof does not tell.

    `randomness` and `messages` say for each branch with what r and which message its ciphertext was made; a prover
    who knows them needs powers of g and y only: alpha^c = g^(rc), (beta / g^M)^c = y^(rc) g^((m - M) c).
    """
    group = g.group
    q, p = group.q, group.p
    w = group.exponent(draw)
    made: list[Proof] = []
    numbers: list[mpz] = []
    for index, branch in enumerate(branches):
        if index == true:
            made.append(Proof(mpz(0), mpz(0)))
            numbers += [g.of(w), y.of(w)]
            continue
        c, z = group.exponent(draw), group.exponent(draw)
        made.append(Proof(c, z))
        both = z + randomness[index] * c
        shift = (messages[index] - branch.message) * c
        numbers += [g.of(both), y.of(both) * g.of(shift) % p]
    others = sum((proof.challenge for proof in made), mpz(0))
    c = (challenge(group, prefix, *numbers) - others) % q
    made[true] = Proof(c, (w - randomness[true] * c) % q)
    return tuple(made)
