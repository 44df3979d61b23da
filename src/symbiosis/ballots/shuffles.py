"""Shuffles that prove themselves: the answers in a new order, encrypted anew, and none added, lost or changed.

Each trustee in turn shuffles the answers to the questions that are opened one by one. As long as one of them keeps the
order to themselves, no answer can be traced to a ballot. Source: Belenios specification 2.0, 4.17 and section 6 (after
CHVote 1.3.2); Wikström, A Commitment-Consistent Proof of a Shuffle, 2009; Terelius, Wikström, Proofs of Restricted
Shuffles, 2010. JSON is read and written by `wire` (`Shuffle`).

How a check is made fast. A proof has n + 5 equations L_k = R_k in a group of prime order. They are multiplied into one,
Π L_k^w_k = Π R_k^w_k, with weights w_k below 2^128, and its powers are computed together (`product_of_powers`). That
every number a proof brings is an element of the group is tested one by one. If then one of the equations is false,
whatever the other weights are, at most one value of its own lets the product hold, since q is a prime above 2^128: a
false proof passes with a probability of at most 2^-128 (Bellare, Garay, Rabin, Fast Batch Verification for Modular
Exponentiation and Digital Signatures, 1998). One weight can be fixed to 1: were its equation the only false one, no
weights would hide it. The weights are not drawn: they are a hash of everything in the proof, its answers (s) included,
so a check always says the same. Whoever forges must then try 2^128 proofs, as for any challenge that is a hash; the
group itself is not stronger than that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from gmpy2 import invert, mpz, powmod, powmod_sec

from symbiosis.ballots.challenges import hashed_number
from symbiosis.ballots.groups import Draw, Group, SecretPowers
from symbiosis.ballots.wire import Ciphertext, Shuffle, ShuffleProof
from symbiosis.errors import Unsound

WEIGHT_BYTES: Final = 16
"""Bytes of a weight in the combined equation: a false proof passes with a probability of 2^-128."""

_generators: dict[str, list[mpz]] = {}


def generators(group: Group, count: int) -> list[mpz]:
    """Elements h_0, h_1, … of which nobody knows a power that leads from one to another (at least `count`).

    They are hashes, so nobody chose them. Kept for the next call: 300 bytes each. Raises Unsound in the case, that no
    one will see, that two are equal.
    """
    known = _generators.get(group.name, [])
    if len(known) < count:
        known = known + [_generator(group, index) for index in range(len(known), count)]
        if len({mpz(1), group.g, secondary_generator(group), *known}) != len(known) + 3:
            raise Unsound("two generators of a shuffle are equal")
        # A new list in one step: another thread sees the old or the new one, never half of it.
        _generators[group.name] = known
    return known


def secondary_generator(group: Group) -> mpz:
    """The element h with which a chain of commitments begins."""
    return _generator(group, -1)


def _generator(group: Group, index: int) -> mpz:
    return powmod(hashed_number(f"ggen|{index}"), group.cofactor, group.p)


def make_shuffle(
    group: Group, fingerprint: str, y: mpz, questions: Sequence[Sequence[Ciphertext]], draw: Draw
) -> Shuffle:
    """Shuffle the answers to each shuffled question, in the order of the questions, and prove it.

    `fingerprint` names the election, `y` is its key. Powers of secrets are `powmod_sec`; which answer goes where is
    told by no branch, but the order in which memory is read depends on it, and Python's own numbers (sums and
    products modulo q) take a time that depends a little on their size. Do it where nobody else's program runs.
    """
    made = [_shuffle_question(group, fingerprint, y, answers, draw) for answers in questions]
    return Shuffle(tuple(after for after, _ in made), tuple(proof for _, proof in made))


def check_shuffle(
    group: Group, fingerprint: str, y: mpz, questions: Sequence[Sequence[Ciphertext]], shuffle: Shuffle
) -> None:
    """Check that a shuffle holds the same answers as `questions`, only in another order and encrypted anew.

    Raises Unsound that names the question (from 1 among those that are shuffled).
    """
    if not len(questions) == len(shuffle.ciphertexts) == len(shuffle.proofs):
        raise Unsound("a shuffle is of another number of questions")
    for number, (before, after, proof) in enumerate(
        zip(questions, shuffle.ciphertexts, shuffle.proofs, strict=True), 1
    ):
        _check_question(group, fingerprint, y, before, after, proof, f"shuffled question {number}")


# What is hashed.


def _hash_numbers(hashes: Iterable[hashlib._Hash], numbers: Iterable[mpz]) -> None:
    """Add numbers to hashes, a comma after each; one at a time, so that no long text is ever in memory."""
    for number in numbers:
        text = f"{number},".encode()
        for each in hashes:
            each.update(text)


def _numbers_of(ciphertexts: Iterable[Ciphertext]) -> Iterable[mpz]:
    for each in ciphertexts:
        yield each.alpha
        yield each.beta


def _order_challenges(group: Group, state: hashlib._Hash, count: int) -> list[mpz]:
    """u_1 … u_n: what a proof must answer about each of the old places (specification, table 11)."""
    first = state.hexdigest()
    return [
        hashed_number(first + hashlib.sha256(str(index).encode()).hexdigest()) % group.q
        for index in range(count)
    ]


@dataclass(frozen=True)
class _Statement:
    """What a proof is about: the answers before and after, and the commitment c to their new order."""

    fingerprint: str
    before: Sequence[Ciphertext]
    after: Sequence[Ciphertext]
    c: Sequence[mpz]

    def numbers(self) -> Iterable[mpz]:
        return chain(_numbers_of(self.before), _numbers_of(self.after), self.c)

    def order_challenges(self, group: Group) -> list[mpz]:
        state = hashlib.sha256(f"shuffle-challenges|{self.fingerprint}|".encode())
        _hash_numbers([state], self.numbers())
        return _order_challenges(group, state, len(self.before))

    def all_challenges(
        self, group: Group, y: mpz, c_hat: Sequence[mpz], t: Iterable[mpz]
    ) -> tuple[list[mpz], hashlib._Hash]:
        """The challenges of the order and the hash whose number is the last challenge; texts are made once."""
        first = hashlib.sha256(f"shuffle-challenges|{self.fingerprint}|".encode())
        last = hashlib.sha256(f"shuffle-challenge|{self.fingerprint}|".encode())
        _hash_numbers([last], t)
        _hash_numbers([first, last], self.numbers())
        _hash_numbers([last], c_hat)
        last.update(str(y).encode())
        return _order_challenges(group, first, len(self.before)), last


def _as_exponent(group: Group, state: hashlib._Hash) -> mpz:
    return mpz(state.hexdigest(), 16) % group.q


# Making.


def _permutation(count: int, draw: Draw) -> list[int]:
    """Any order of 0 … count - 1, each as likely (specification, table 2)."""
    places = list(range(count))
    order = []
    for index in range(count):
        chosen = index + draw(count - index)
        order.append(places[chosen])
        places[chosen] = places[index]
    return order


def _shuffle_question(
    group: Group, fingerprint: str, y: mpz, before: Sequence[Ciphertext], draw: Draw
) -> tuple[tuple[Ciphertext, ...], ShuffleProof]:
    """One question's answers in a new order, encrypted anew, and the proof (specification, tables 1 to 4)."""
    p, q = group.p, group.q
    g, key = SecretPowers(group, group.g), SecretPowers(group, y)
    count = len(before)
    order = _permutation(count, draw)
    again = [group.exponent(draw) for _ in before]
    anew = [
        Ciphertext(each.alpha * g.of(r) % p, each.beta * key.of(r) % p)
        for each, r in zip(before, again, strict=True)
    ]
    after = tuple(anew[place] for place in order)

    h = generators(group, count)
    # r and c are in the old order: place order[i] holds the commitment to h_i.
    r, c = [mpz(0)] * count, [mpz(0)] * count
    for index, place in enumerate(order):
        r[place] = group.exponent(draw)
        c[place] = g.of(r[place]) * h[index] % p
    statement = _Statement(fingerprint, before, after, c)
    u = statement.order_challenges(group)
    moved = [u[place] for place in order]
    r_hat, c_hat = _commitment_chain(g, secondary_generator(group), moved, draw)

    w = [group.exponent(draw) for _ in range(4)]
    w_hat = [group.exponent(draw) for _ in before]
    w_order = [group.exponent(draw) for _ in before]
    t = _commitments(g, key, after, c_hat, (w, w_hat, w_order))
    t1, t2, t3, (t41, t42), t_hat = t
    _, state = statement.all_challenges(group, y, c_hat, (t1, t2, t3, t41, t42, *t_hat))
    challenge = _as_exponent(group, state)

    # v_i is the product of the challenges after place i.
    v, sum_hat = mpz(1), mpz(0)
    for index in range(count - 1, -1, -1):
        sum_hat = (sum_hat + r_hat[index] * v) % q
        v = v * moved[index] % q
    sums = (
        sum(r, mpz(0)),
        sum_hat,
        sum((each * by for each, by in zip(r, u, strict=True)), mpz(0)),
        sum((each * by for each, by in zip(again, u, strict=True)), mpz(0)),
    )
    s1, s2, s3, s4 = ((w[k] + challenge * sums[k]) % q for k in range(4))
    s_hat = tuple((each + challenge * by) % q for each, by in zip(w_hat, r_hat, strict=True))
    s_order = tuple((each + challenge * by) % q for each, by in zip(w_order, moved, strict=True))
    return after, (t, (s1, s2, s3, s4, s_hat, s_order), tuple(c), tuple(c_hat))


def _commitment_chain(
    g: SecretPowers, first: mpz, moved: Sequence[mpz], draw: Draw
) -> tuple[list[mpz], list[mpz]]:
    """Commit to the challenges in their new order, each upon the one before (specification, table 12)."""
    p = g.group.p
    r_hat, c_hat = [], []
    last = first
    for u in moved:
        r = g.group.exponent(draw)
        # u is a hash of 256 bits: all have one length in machine words but for one in 2^64.
        last = g.of(r) * powmod_sec(last, u, p) % p if u else g.of(r)
        r_hat.append(r)
        c_hat.append(last)
    return r_hat, c_hat


def _commitments(
    g: SecretPowers,
    key: SecretPowers,
    after: Sequence[Ciphertext],
    c_hat: Sequence[mpz],
    secrets: tuple[Sequence[mpz], Sequence[mpz], Sequence[mpz]],
) -> tuple[mpz, mpz, mpz, tuple[mpz, mpz], tuple[mpz, ...]]:
    """t of a proof (specification, table 4, lines 10 to 13)."""
    group = g.group
    p = group.p
    w, w_hat, w_order = secrets
    t3, t41, t42 = g.of(w[2]), key.of(-w[3]), g.of(-w[3])
    t_hat = []
    last = secondary_generator(group)
    for index, h in enumerate(generators(group, len(after))[: len(after)]):
        secret = w_order[index]
        t3 = t3 * SecretPowers(group, h).of(secret) % p
        t41 = t41 * SecretPowers(group, after[index].beta).of(secret) % p
        t42 = t42 * SecretPowers(group, after[index].alpha).of(secret) % p
        t_hat.append(g.of(w_hat[index]) * SecretPowers(group, last).of(secret) % p)
        last = c_hat[index]
    return g.of(w[0]), g.of(w[1]), t3, (t41, t42), tuple(t_hat)


# Checking.


def _check_question(
    group: Group,
    fingerprint: str,
    y: mpz,
    before: Sequence[Ciphertext],
    after: Sequence[Ciphertext],
    proof: ShuffleProof,
    where: str,
) -> None:
    (t1, t2, t3, (t41, t42), t_hat), (s1, s2, s3, s4, s_hat, s_order), c, c_hat = proof
    count = len(before)
    if any(len(each) != count for each in (after, t_hat, s_hat, s_order, c, c_hat)):
        raise Unsound(f"a shuffle of {count} answers has a list of another length", where)
    # Each number is tested, because the combined equation says nothing of numbers outside of the group.
    elements = chain(_numbers_of(before), _numbers_of(after), (t1, t2, t3, t41, t42), t_hat, c, c_hat)
    if not all(map(group.contains, elements)):
        raise Unsound("a number of a shuffle is no element of the group", where)
    responses = (s1, s2, s3, s4, *s_hat, *s_order)
    if not all(0 <= each < group.q for each in responses):
        raise Unsound("an answer of a shuffle's proof is not below q", where)

    statement = _Statement(fingerprint, before, after, c)
    u, state = statement.all_challenges(group, y, c_hat, (t1, t2, t3, t41, t42, *t_hat))
    challenge = _as_exponent(group, state)
    state.update(b"|weights|")
    _hash_numbers([state], responses)
    weights = _weights(state.digest(), count + 4)
    if _left_over_right(group, y, before, after, proof, u, challenge, weights) != 1:
        raise Unsound("the proof of a shuffle does not hold", where)


def _weights(seed: bytes, count: int) -> list[mpz]:
    """The weights of the equations, from a hash of all of the proof."""
    return [
        mpz(hashlib.sha256(seed + index.to_bytes(8, "big")).hexdigest()[: 2 * WEIGHT_BYTES], 16)
        for index in range(count)
    ]


def _left_over_right(
    group: Group,
    y: mpz,
    before: Sequence[Ciphertext],
    after: Sequence[Ciphertext],
    proof: ShuffleProof,
    u: Sequence[mpz],
    challenge: mpz,
    weights: Sequence[mpz],
) -> mpz:
    """All equations of a proof (specification, table 5, lines 11 to 21) in one: 1 if they hold.

    The equation of t3 has weight 1, so that its n powers share their exponents s' with those of t41 and t42 after
    beta'^w41 and alpha'^w42 were multiplied into the bases.
    """
    (t1, t2, t3, (t41, t42), t_hat), (s1, s2, s3, s4, s_hat, s_order), c, c_hat = proof
    p, q = group.p, group.q
    count = len(before)
    w1, w2, w41, w42, *w_hat = weights
    h = generators(group, count)[:count]
    first = secondary_generator(group)

    bases: list[mpz] = []
    exponents: list[mpz] = []

    def right(base: mpz, exponent: mpz) -> None:
        bases.append(base)
        exponents.append(exponent % q)

    # t3, t41, t42: the parts with s'.
    for each, base, s in zip(after, h, s_order, strict=True):
        mixed = powmod(each.beta, w41, p) * powmod(each.alpha, w42, p) % p
        right(base * mixed % p, s)
    # t_hat_i = c_hat_i^-c g^s_hat_i c_hat_(i-1)^s'_i, and in the last c_hat also t2.
    links = [-challenge * w for w in w_hat]
    into_next = [w * s for w, s in zip(w_hat, s_order, strict=True)]
    for index in range(count - 1):
        right(c_hat[index], links[index] + into_next[index + 1])
    all_u = mpz(1)
    for each_u in u:
        all_u = all_u * each_u % q
    # c_hat_0 is `first`; t2 = (c_hat_n / first^(u_1 … u_n))^-c g^s2.
    right(first, (into_next[0] if count else 0) + challenge * w2 * (all_u - (0 if count else 1)))
    if count:
        right(c_hat[-1], links[-1] - challenge * w2)
    # t1, and c~, beta', alpha' of t3 and t4: short exponents first, then one power of each.
    right(_product(group, c) * invert(_product(group, h), p) % p, -challenge * w1)
    right(product_of_powers(group, c, u), -challenge)
    right(product_of_powers(group, [each.beta for each in before], u), -challenge * w41)
    right(product_of_powers(group, [each.alpha for each in before], u), -challenge * w42)
    s_total = sum((w * s for w, s in zip(w_hat, s_hat, strict=True)), mpz(0))
    right(group.g, s1 * w1 + s2 * w2 + s3 - s4 * w42 + s_total)
    right(y, -s4 * w41)

    left = product_of_powers(group, [t1, t2, t41, t42, *t_hat], weights) * t3 % p
    return left * invert(product_of_powers(group, bases, exponents), p) % p


def _product(group: Group, numbers: Iterable[mpz]) -> mpz:
    product = mpz(1)
    for number in numbers:
        product = product * number % group.p
    return product


def product_of_powers(group: Group, bases: Sequence[mpz], exponents: Sequence[mpz]) -> mpz:
    """The product of bases[i]^exponents[i], many times faster than one by one; exponents are public and not negative.

    Exponents are cut into digits; bases with the same digit are multiplied together first, so that each base costs
    one multiplication for each digit instead of one power. Source: Pippenger, On the evaluation of powers and
    monomials, 1980 (in the "bucket" form).
    """
    p = group.p
    longest = max((each.bit_length() for each in exponents), default=0)
    width = min(range(1, 17), key=lambda bits: -(-longest // bits) * (len(bases) + (2 << bits)))
    mask = (1 << width) - 1
    result = mpz(1)
    for shift in range((longest - 1) // width * width if longest else -1, -1, -width):
        if result != 1:
            for _ in range(width):
                result = result * result % p
        buckets: list[mpz | None] = [None] * (mask + 1)
        for base, exponent in zip(bases, exponents, strict=True):
            digit = int((exponent >> shift) & mask)
            if digit:
                held = buckets[digit]
                buckets[digit] = base if held is None else held * base % p
        # The sum over digits d of d times bucket d: each bucket is added in as many of the running sums as d.
        running: mpz | None = None
        for held in reversed(buckets[1:]):
            if held is not None:
                running = held if running is None else running * held % p
            if running is not None:
                result = result * running % p
    return result
