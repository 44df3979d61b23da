"""The encrypted tally: the last ballot of each credential, added up or put in order while still encrypted.

Source: Belenios specification 2.0, 4.15 to 4.17.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from gmpy2 import mpz, powmod

from symbiosis.ballots.answers import ciphertexts
from symbiosis.ballots.ballot import Ballot
from symbiosis.ballots.election import Election
from symbiosis.ballots.questions import Added
from symbiosis.ballots.wire import Ciphertext, SizedTally, decode_as, encode, write_weight
from symbiosis.errors import Unsound

Tally = tuple[tuple[Ciphertext, ...], ...]
"""For each question its ciphertexts: a sum for each choice, or the answer of each ballot."""


class Sum:
    """A tally that grows ballot by ballot. Parts that were added up elsewhere are joined with `join`."""

    def __init__(self, election: Election) -> None:
        self.group = election.group
        self.ballots = 0
        self.weight = 0
        self._added = [isinstance(question, Added) for question in election.questions]
        self._rows: list[list[Ciphertext]] = [
            [Ciphertext(mpz(1), mpz(1))] * question.choices if isinstance(question, Added) else []
            for question in election.questions
        ]

    def add(self, ballot: Ballot, weight: int) -> None:
        """Count a ballot. Raises Unsound for a weight other than 1 where answers are shuffled."""
        self.ballots += 1
        self.weight += weight
        for at, answer in enumerate(ballot.answers):
            if self._added[at]:
                self._multiply(at, ciphertexts(answer), weight)
            elif weight == 1:
                self._rows[at] += ciphertexts(answer)
            else:
                raise Unsound("a weight in an election whose answers are shuffled")

    def join(self, other: Sum) -> None:
        """Take in what another sum has."""
        self.ballots += other.ballots
        self.weight += other.weight
        for at, row in enumerate(other._rows):
            if self._added[at]:
                self._multiply(at, row, 1)
            else:
                self._rows[at] += row

    def tally(self) -> Tally:
        """What is published. Shuffled answers are in the order of their numbers, which is nobody's order."""
        return tuple(
            tuple(row) if added else tuple(sorted(row, key=lambda each: (each.alpha, each.beta)))
            for row, added in zip(self._rows, self._added, strict=True)
        )

    def _multiply(self, at: int, factors: Sequence[Ciphertext], weight: int) -> None:
        p = self.group.p
        row = self._rows[at]
        for place, factor in enumerate(factors):
            alpha, beta = factor.alpha, factor.beta
            if weight != 1:
                alpha, beta = powmod(alpha, weight, p), powmod(beta, weight, p)
            row[place] = Ciphertext(row[place].alpha * alpha % p, row[place].beta * beta % p)


def tally_ballots(election: Election, weights: Mapping[str, int], ballots: Iterable[Ballot]) -> Sum:
    """The tally of ballots in the order in which they were accepted: of each credential the last."""
    last = {str(ballot.credential): ballot for ballot in ballots}
    total = Sum(election)
    for credential, ballot in last.items():
        total.add(ballot, weights[credential])
    return total


def read_tally(data: bytes) -> Tally:
    """Read an encrypted tally. Raises Unsound."""
    tally: Tally = decode_as(data, Tally, "encrypted tally")
    return tally


def write_tally(tally: Tally) -> bytes:
    """The one spelling of an encrypted tally."""
    return encode(tally)


def write_sized(total: Sum, name: str) -> bytes:
    """How many ballots, of what weight, and the name of the record with their tally."""
    return encode(SizedTally(total.ballots, write_weight(total.weight), name))


def to_shuffle(election: Election, tally: Tally) -> tuple[tuple[Ciphertext, ...], ...]:
    """The rows of a tally whose answers are shuffled."""
    return tuple(tally[at] for at in election.shuffled)


def with_shuffled(election: Election, tally: Tally, rows: Sequence[Sequence[Ciphertext]]) -> Tally:
    """The tally after its answers were shuffled: what trustees decrypt."""
    merged = list(tally)
    for at, row in zip(election.shuffled, rows, strict=True):
        merged[at] = tuple(row)
    return tuple(merged)
