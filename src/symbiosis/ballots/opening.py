"""Mixes and trustees' parts, judged in pieces: a mix, or some of the factors of a trustee.

A piece is judged alone, in any process: what it builds on is given with it. So all are judged side by side, each as if
the mixes before it held; the audit begins again with those that hold where one does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from gmpy2 import mpz

from symbiosis.ballots.decryption import at_place, misshapen, wrong_factors
from symbiosis.ballots.election import Election
from symbiosis.ballots.groups import GROUPS, Powers, best_window
from symbiosis.ballots.judging import tables
from symbiosis.ballots.pool import Engine
from symbiosis.ballots.shuffles import check_shuffle
from symbiosis.ballots.tally import Tally, to_shuffle, with_shuffled
from symbiosis.ballots.wire import Ciphertext, PartialDecryption, Proof, Shuffle
from symbiosis.errors import Unsound

Rows = tuple[tuple[Ciphertext, ...], ...]
TOGETHER: Final = 64
"""Factors in a piece: all cores have some."""


@dataclass(frozen=True)
class Mix:
    """A shuffle and the rows that it must hold again."""

    before: Rows
    shuffle: Shuffle


@dataclass(frozen=True)
class Factored:
    """Factors of a trustee with their proofs, for the ciphertexts of question `question` from `first` on."""

    key: mpz
    powers: int
    """How many powers of the key all pieces take: as wide is their table."""
    question: int
    first: int
    ciphertexts: Sequence[Ciphertext]
    factors: Sequence[mpz]
    proofs: Sequence[Proof]


Piece = tuple[int, Mix | Factored]
"""What is judged, with a number that its answer has too."""


def judge_opening(
    election: Election,
    window: int,
    tally: Tally,
    mixes: Sequence[Shuffle],
    parts: Sequence[tuple[mpz, PartialDecryption]],
    engine: Engine,
) -> tuple[list[list[str]], list[list[str]]]:
    """What is wrong with each mix, and with each part (a trustee's key and factors): sentences, none if it holds.

    A mix is compared with what the one before gave, a part with what the last one gave. Each mix must have as many
    rows as the election has shuffled questions.
    """
    after = mixed(election, tally, mixes)
    odd = [misshapen(after, part) for _, part in parts]
    found: list[list[tuple[int, int, str]]] = [[] for _ in [*mixes, *parts]]
    pieces = _pieces(
        election, tally, after, mixes, [None if odd[at] else part for at, part in enumerate(parts)]
    )
    for number, problems in engine(judge_piece, (election.data, window), pieces):
        found[number] += problems
    told = [[sentence for _, _, sentence in sorted(problems)] for problems in found]
    return told[: len(mixes)], [
        [at] if at else each for at, each in zip(odd, told[len(mixes) :], strict=True)
    ]


def mixed(election: Election, tally: Tally, mixes: Sequence[Shuffle]) -> Tally:
    """The tally after the last mix."""
    return with_shuffled(election, tally, mixes[-1].ciphertexts) if mixes else tally


def judge_piece(shared: tuple[bytes, int], piece: Piece) -> tuple[int, list[tuple[int, int, str]]]:
    """Judge a piece; what is wrong comes with its question and place."""
    election, bases = tables(*shared)
    number, what = piece
    if isinstance(what, Mix):
        try:
            check_shuffle(election.group, election.fingerprint, election.y, what.before, what.shuffle)
        except Unsound as error:
            return number, [(0, 0, error.sentence)]
        return number, []
    public = bases.y if what.key == election.y else _table(election.group.name, what.key, what.powers)
    wrong = wrong_factors(bases.g, public, election.fingerprint, what.ciphertexts, what.factors, what.proofs)
    return number, [
        (what.question, what.first + place, at_place(what.question, what.first + place, problem))
        for place, problem in wrong
    ]


@lru_cache(maxsize=2)
def _table(group: str, key: mpz, powers: int) -> Powers:
    return Powers(GROUPS[group], key, best_window(GROUPS[group], powers))


def _pieces(
    election: Election,
    tally: Tally,
    after: Tally,
    mixes: Sequence[Shuffle],
    parts: Sequence[tuple[mpz, PartialDecryption] | None],
) -> Iterator[Piece]:
    """Mixes first: they take the longest, and cannot be divided."""
    before = to_shuffle(election, tally)
    for number, shuffle in enumerate(mixes):
        yield number, Mix(before, shuffle)
        before = shuffle.ciphertexts
    powers = sum(map(len, after))
    for number, given in enumerate(parts, len(mixes)):
        if given is None:
            continue
        key, part = given
        for question, row in enumerate(after):
            for first in range(0, len(row), TOGETHER):
                some = slice(first, first + TOGETHER)
                factors, proofs = (
                    part.decryption_factors[question][some],
                    part.decryption_proofs[question][some],
                )
                yield number, Factored(key, powers, question, first, row[some], factors, proofs)
