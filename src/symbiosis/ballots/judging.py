"""Ballots of a board, judged in parts: what is wrong with each, and the sum of those that count.

A part is judged alone, in any process: it needs the election's text and the ballots, nothing else.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Final

from gmpy2 import mpz

from symbiosis.ballots.ballot import (
    Ballot,
    Bases,
    check_signature,
    elements,
    read_ballot,
    verifier_bases,
    wrong_answers,
)
from symbiosis.ballots.board import Ballots, body
from symbiosis.ballots.credentials import Roll
from symbiosis.ballots.election import Election, read_election
from symbiosis.ballots.groups import GROUPS, best_window
from symbiosis.ballots.membership import outsiders
from symbiosis.ballots.pool import Engine
from symbiosis.ballots.questions import Added
from symbiosis.ballots.reports import Finding
from symbiosis.ballots.tally import Sum
from symbiosis.errors import Refusal

Part = list[tuple[int, bytes, int]]
"""Ballots with their number on the board (from 1) and their weight (0 if replaced, or not entitled)."""
NOBODY: Final = -1
"""Whose a ballot is that names a credential which is not in the list."""
UNKNOWN: Final = -2
"""Whose a ballot is of which that cannot be told, and its weight."""
MAX_CREDENTIAL: Final = 700
"""A credential has at most 617 digits."""


@dataclass
class Judged:
    """What was found in a part, by the number of the ballot, and the sum of what counts."""

    sum: Sum
    unread: int = 0
    """Ballots that count and cannot be read: without them the tally cannot be computed anew."""
    findings: list[tuple[int, Finding]] = field(default_factory=list)


@lru_cache(maxsize=2)
def tables(election: bytes, window: int) -> tuple[Election, Bases]:
    """An election with its tables of powers: made once in a process, or before processes part."""
    read = read_election(election)
    return read, verifier_bases(read, window)


def window_of(election: Election, ballots: int) -> int:
    """The width of the tables for checking so many ballots."""
    each = sum(4 * question.choices if isinstance(question, Added) else 2 for question in election.questions)
    return best_window(election.group, ballots * each)


@dataclass(frozen=True)
class Whose:
    """Whose the ballots of a board are.

    `voters` has for each ballot the place of its credential in the list, `NOBODY`, or `UNKNOWN`; `last` for each
    credential its last ballot, -1 where none came.
    """

    voters: array[int]
    last: array[int]

    def counts(self, at: int) -> bool:
        """Whether a ballot is the last of a credential that is in the list."""
        return self.voters[at] >= 0 and self.last[self.voters[at]] == at


def whose(election: Election, data: memoryview, ballots: Ballots, roll: Roll) -> Whose:
    """Read of each ballot whose it is, and nothing more."""
    start = f'{{"election_uuid":"{election.uuid}","election_hash":"{election.fingerprint}","credential":"'.encode()
    voters, last = array("q"), array("q", [-1]) * len(roll)
    for at, record in enumerate(ballots):
        text = bytes(data[record.offset : record.offset + min(record.size, len(start) + MAX_CREDENTIAL)])
        credential = text[len(start) :].partition(b'"')[0] if text.startswith(start) else b""
        place = roll.place(credential)
        voters.append(UNKNOWN if not credential else NOBODY if place is None else place)
        if place is not None:
            last[place] = at
    return Whose(voters, last)


def standing(whose: Whose) -> list[str]:
    """For each ballot whether it is "counted", "replaced" by a later one of its credential, or "nobody's"."""
    return [
        "nobody's" if voter < 0 else "counted" if whose.counts(at) else "replaced"
        for at, voter in enumerate(whose.voters)
    ]


def judge_ballots(
    data: memoryview,
    election: Election,
    ballots: Ballots,
    roll: Roll,
    whose: Whose,
    engine: Engine,
) -> Judged:
    """Judge all ballots of a board, on as many cores as the engine has; a few parts are in memory at a time."""
    window = window_of(election, len(ballots))
    whole = Judged(Sum(tables(election.data, window)[0]))
    for judged in engine(judge_part, (election.data, window), _parts(data, election, ballots, roll, whose)):
        whole.sum.join(judged.sum)
        whole.unread += judged.unread
        whole.findings += judged.findings
    whole.findings += _replayed(ballots, whose)
    for at, voter in enumerate(whose.voters):
        if voter == NOBODY:
            whole.findings.append((at + 1, Finding("CredentialUnknown", f"ballot {at + 1}")))
    whole.findings.sort(key=lambda found: found[0])
    return whole


def _replayed(ballots: Ballots, whose: Whose) -> Iterator[tuple[int, Finding]]:
    """Ballots that came before. Equal ballots are of one credential, so those who voted once need not be compared."""
    again = {voter for at, voter in enumerate(whose.voters) if not whose.counts(at)}
    seen: set[bytes] = set()
    for at, voter in enumerate(whose.voters):
        if voter in again:
            name = ballots.digest(at)
            if name in seen:
                yield at + 1, Finding("BallotReplayed", f"ballot {at + 1}")
            seen.add(name)


def judge_part(shared: tuple[bytes, int], part: Part) -> Judged:
    """Judge some ballots."""
    election, bases = tables(*shared)
    judged = Judged(Sum(election))
    read: list[tuple[int, Ballot]] = []
    for number, data, weight in part:
        try:
            ballot = read_ballot(election, data)
        except Refusal as refusal:
            judged.findings.append((number, _finding(refusal, number)))
            judged.unread += weight != 0 and refusal.code != "BallotOfAnotherElection"
            continue
        read.append((number, ballot))
        if weight > 0:
            judged.sum.add(ballot, weight)
    strangers = _strangers(election, [ballot for _, ballot in read])
    for at, (number, ballot) in enumerate(read):
        try:
            check_signature(ballot, bases.g)
        except Refusal as refusal:
            judged.findings.append((number, _finding(refusal, number)))
        if at in strangers:
            judged.findings.append((number, Finding("BallotNotInGroup", f"ballot {number}")))
            continue
        for question in wrong_answers(election, ballot, bases):
            finding = Finding("BallotProofWrong", f"ballot {number}", {"question": question})
            judged.findings.append((number, finding))
    return judged


def credentials_outside(group: str, part: tuple[int, list[bytes]]) -> tuple[int, list[int]]:
    """The places of some public credentials that are no elements of the group, with the number of the part."""
    number, texts = part
    return number, outsiders(GROUPS[group], [mpz(text.decode()) for text in texts])


def _strangers(election: Election, ballots: list[Ballot]) -> set[int]:
    """The places of ballots with a number that is no element of the group."""
    owners, numbers = [], []
    for at, ballot in enumerate(ballots):
        for number in elements(ballot):
            owners.append(at)
            numbers.append(number)
    return {owners[place] for place in outsiders(election.group, numbers)}


def _parts(
    data: memoryview,
    election: Election,
    ballots: Ballots,
    roll: Roll,
    whose: Whose,
) -> Iterator[Part]:
    """Parts that are large enough for testing membership together, and small enough for all cores to have some."""
    size = min(512, max(128, len(ballots) // 4)) if election.group.cofactor != 2 else 32
    numbered = enumerate(ballots)
    while taken := list(islice(numbered, size)):
        part: Part = []
        for at, record in taken:
            voter = whose.voters[at]
            weight = UNKNOWN if voter == UNKNOWN else 0
            if whose.counts(at):
                weight = 1 if election.shuffled else roll.weights[voter]
            part.append((at + 1, body(data, record), weight))
        yield part


def _finding(refusal: Refusal, number: int) -> Finding:
    return Finding(refusal.code, f"ballot {number}", dict(refusal.figures))
