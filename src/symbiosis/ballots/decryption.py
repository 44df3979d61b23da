"""Opening the tally: every trustee gives a factor for each ciphertext, with a proof; together they open it.

No ballot is ever opened, and no trustee's key leaves its keeper. Source: Belenios specification 2.0, 4.18 and 4.19;
Shanks' baby and giant steps for the logarithm.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from math import lcm, prod

from gmpy2 import invert, isqrt, mpz, powmod

from symbiosis.ballots.election import Election
from symbiosis.ballots.groups import Base, Draw, Group
from symbiosis.ballots.membership import outsiders
from symbiosis.ballots.proofs import check_decryption, prove_decryption
from symbiosis.ballots.questions import Added, decode_numbers, overfull
from symbiosis.ballots.tally import Tally
from symbiosis.ballots.trustees import Trustees
from symbiosis.ballots.wire import (
    Ciphertext,
    PartialDecryption,
    Proof,
    ResultText,
    ThresholdParameters,
    decode,
    encode,
    read_weight,
    write_weight,
)
from symbiosis.errors import Unsound

Factors = Sequence[Sequence[mpz]]
Result = tuple[tuple[int, ...] | tuple[tuple[int, ...], ...], ...]
"""For each question: the count of each choice, or the numbers of each paper in the order of the last shuffle."""


def decrypt(election: Election, g: Base, tally: Tally, secret: mpz, draw: Draw) -> PartialDecryption:
    """A trustee's part. `g` are secret powers; `secret` is their key (in a threshold group their share of it)."""
    public = g.of(secret)
    made = [
        [prove_decryption(g, election.fingerprint, public, secret, each.alpha, draw) for each in row]
        for row in tally
    ]
    return PartialDecryption(
        tuple(tuple(factor for factor, _ in row) for row in made),
        tuple(tuple(proof for _, proof in row) for row in made),
    )


def read_decryption(data: bytes, where: str = "") -> PartialDecryption:
    """Read a trustee's part. Raises Unsound for another spelling."""
    return decode(data, PartialDecryption, where)


def decryption_defects(
    g: Base, public: Base, fingerprint: str, tally: Tally, part: PartialDecryption
) -> Iterator[str]:
    """What is wrong with a trustee's part, a sentence for each question and place; nothing if it holds.

    `public` are powers of the trustee's key.
    """
    if odd := misshapen(tally, part):
        yield odd
        return
    for at, row in enumerate(tally):
        factors, proofs = part.decryption_factors[at], part.decryption_proofs[at]
        for place, problem in wrong_factors(g, public, fingerprint, row, factors, proofs):
            yield at_place(at, place, problem)


def misshapen(tally: Tally, part: PartialDecryption) -> str:
    """What is wrong with the lengths of a trustee's lists; "" if nothing is."""
    shape = [len(row) for row in tally]
    if [len(row) for row in part.decryption_factors] != shape:
        return "the decryption does not answer each ciphertext"
    if [len(row) for row in part.decryption_proofs] != shape:
        return "the decryption does not prove each factor"
    return ""


def wrong_factors(
    g: Base,
    public: Base,
    fingerprint: str,
    ciphertexts: Sequence[Ciphertext],
    factors: Sequence[mpz],
    proofs: Sequence[Proof],
) -> Iterator[tuple[int, str]]:
    """The places (from 0) of factors that are not proven, and what is wrong with each; all lists are of one length."""
    strangers = set(outsiders(g.group, factors))
    for place, (each, factor, proof) in enumerate(zip(ciphertexts, factors, proofs, strict=True)):
        try:
            if place in strangers:
                raise Unsound("a factor is not in the group")
            check_decryption(g, public, fingerprint, each.alpha, factor, proof)
        except Unsound as error:
            yield place, error.sentence


def at_place(question: int, place: int, problem: str) -> str:
    """A problem with its question and place, as people count them."""
    return f"question {question + 1} place {place + 1}: {problem}"


def missing_trustees(trustees: Trustees, given: Sequence[int]) -> list[int]:
    """The numbers of trustees without whom the tally stays closed; of a threshold group all who have not come."""
    missing: list[int] = []
    for item, numbers in trustees.numbered():
        needed = item.threshold if isinstance(item, ThresholdParameters) else 1
        if sum(number in given for number in numbers) < needed:
            missing += [number for number in numbers if number not in given]
    return missing


def combine(group: Group, trustees: Trustees, parts: Mapping[int, Factors]) -> list[list[mpz]]:
    """The factor of each ciphertext from those of the trustees (by their number, from 1).

    Of a threshold group the first `threshold` of `parts` are taken. Raises Unsound if too few have come.
    """
    if missing_trustees(trustees, list(parts)):
        raise Unsound("too few trustees have given their part")
    product: list[list[mpz]] | None = None
    for item, numbers in trustees.numbered():
        came = [number for number in numbers if number in parts]
        rows = parts[came[0]]
        if isinstance(item, ThresholdParameters):
            came = came[: item.threshold]
            rows = _interpolate(group, {number - numbers.start + 1: parts[number] for number in came})
        product = [list(row) for row in rows] if product is None else _multiply(group, product, rows)
    assert product is not None
    return product


def _interpolate(group: Group, parts: Mapping[int, Factors]) -> Factors:
    """What the key that nobody has would give, from what its shares gave (by their places, from 1).

    Lagrange's coefficients at 0 are fractions: with one denominator for all, only one long power is left to each
    ciphertext, instead of one for each share.
    """
    coefficients = {
        place: prod((Fraction(other, other - place) for other in parts if other != place), start=Fraction(1))
        for place in parts
    }
    denominator = lcm(*(each.denominator for each in coefficients.values()))
    product: Factors | None = None
    for place, factors in parts.items():
        power = int(coefficients[place] * denominator)
        rows = [[powmod(factor, power, group.p) for factor in row] for row in factors]
        product = rows if product is None else _multiply(group, product, rows)
    assert product is not None
    back = invert(denominator, group.q)
    return [[powmod(each, back, group.p) for each in row] for row in product]


def _multiply(group: Group, one: Factors, other: Factors) -> list[list[mpz]]:
    return [
        [a * b % group.p for a, b in zip(row, more, strict=True)]
        for row, more in zip(one, other, strict=True)
    ]


class Logarithms:
    """Logarithms to the base g of numbers that are g to a count of at most `most`."""

    def __init__(self, group: Group, most: int) -> None:
        self.group = group
        self.most = most
        self._step = int(isqrt(most)) + 1

    @cached_property
    def _small(self) -> dict[mpz, int]:
        table, power = {}, mpz(1)
        for count in range(self._step):
            table[power] = count
            power = power * self.group.g % self.group.p
        return table

    def of(self, number: mpz) -> int:
        """The count. Raises Unsound if there is none: the ciphertext holds no sum of the ballots."""
        group = self.group
        back = invert(powmod(group.g, self._step, group.p), group.p)
        for giant in range(self._step + 1):
            small = self._small.get(number)
            if small is not None:
                return giant * self._step + small
            number = number * back % group.p
        raise Unsound(f"a tally that is no count up to {self.most}")


def open_tally(
    election: Election, tally: Tally, factors: Factors, most: int
) -> tuple[Result, list[tuple[int, int]]]:
    """The result, and the (question, place) of papers that hold more numbers than their question has answers.

    No sum is above `most`, the total weight of the ballots. Raises Unsound if a sum is no count.
    """
    group = election.group
    logarithms = Logarithms(group, most)
    result: list[tuple[int, ...] | tuple[tuple[int, ...], ...]] = []
    odd = []
    for at, (question, row, divisors) in enumerate(zip(election.questions, tally, factors, strict=True)):
        opened = [
            each.beta * invert(factor, group.p) % group.p for each, factor in zip(row, divisors, strict=True)
        ]
        if isinstance(question, Added):
            result.append(tuple(logarithms.of(number) for number in opened))
        else:
            size = len(question.answers)
            result.append(tuple(decode_numbers(group, number, size) for number in opened))
            odd += [(at, place) for place, number in enumerate(opened) if overfull(group, number, size)]
    return tuple(result), odd


def write_result(result: Result) -> bytes:
    """The one spelling of a result."""
    written = tuple(
        tuple(each if isinstance(each, tuple) else write_weight(each) for each in row) for row in result
    )
    return encode(ResultText(written))


def read_result(data: bytes) -> Result:
    """Read a result. Raises Unsound for another spelling."""
    text = decode(data, ResultText, "result")
    return tuple(
        tuple(each if isinstance(each, tuple) else read_weight(each, "result") for each in row)  # type: ignore[misc]
        for row in text.result
    )
