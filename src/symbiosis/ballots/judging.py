"""Ballots of a board, judged in parts: what is wrong with each, and the sum of those that count.

A part is judged alone, in any process: it needs the election's text and the ballots, nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Final

from symbiosis.ballots.archive import Record
from symbiosis.ballots.ballot import (
    Ballot,
    Bases,
    check_signature,
    elements,
    read_ballot,
    verifier_bases,
    wrong_answers,
)
from symbiosis.ballots.board import body
from symbiosis.ballots.election import Election, read_election
from symbiosis.ballots.membership import outsiders
from symbiosis.ballots.pool import Engine
from symbiosis.ballots.reports import Finding
from symbiosis.ballots.tally import Sum
from symbiosis.errors import Refusal

Part = list[tuple[int, bytes, int]]
"""Ballots with their number on the board (from 1) and their weight (0 if replaced, or not entitled)."""
UNKNOWN: Final = -1
"""The weight of a ballot of which it cannot be told whose it is."""


@dataclass
class Judged:
    """What was found in a part, by the number of the ballot, and the sum of what counts."""

    sum: Sum
    unread: int = 0
    """Ballots that count and cannot be read: without them the tally cannot be computed anew."""
    findings: list[tuple[int, Finding]] = field(default_factory=list)


@lru_cache(maxsize=2)
def _ready(election: bytes, window: int) -> tuple[Election, Bases]:
    """An election with its tables: made once in a process, or before processes part."""
    read = read_election(election)
    return read, verifier_bases(read, window)


def window_for(election: Election, ballots: int) -> int:
    """The width of tables that takes the least time in all: measured for both groups."""
    if ballots < 10:
        return 4
    if ballots < 50:
        return 6
    if election.group.q.bit_length() > 512:
        return 8 if ballots < 500 else 10
    return 8 if ballots < 500 else 10 if ballots < 3000 else 12


def judge_ballots(
    data: memoryview, election: Election, ballots: list[Record], weights: Mapping[str, int], engine: Engine
) -> Judged:
    """Judge all ballots of a board, on as many cores as the engine has; a few parts are in memory at a time."""
    window = window_for(election, len(ballots))
    g = _ready(election.data, window)[0]
    whole = Judged(Sum(g))
    last = {credential_of(election, data, record): at for at, record in enumerate(ballots)}
    parts = _parts(data, election, ballots, weights, last)
    for judged in engine(judge_part, (election.data, window), parts):
        whole.sum.join(judged.sum)
        whole.unread += judged.unread
        whole.findings += judged.findings
    seen: set[str] = set()
    for at, record in enumerate(ballots):
        if record.name in seen:
            whole.findings.append((at + 1, Finding("BallotReplayed", f"ballot {at + 1}")))
        seen.add(record.name)
        credential = credential_of(election, data, record)
        if credential and credential not in weights:
            whole.findings.append((at + 1, Finding("CredentialUnknown", f"ballot {at + 1}")))
    whole.findings.sort(key=lambda found: found[0])
    return whole


def credential_of(election: Election, data: memoryview, record: Record) -> str:
    """The credential that a ballot of this election names, without reading the rest; "" if it begins otherwise."""
    start = f'{{"election_uuid":"{election.uuid}","election_hash":"{election.fingerprint}","credential":"'
    text = bytes(data[record.offset : record.offset + min(record.size, len(start) + 700)])
    if not text.startswith(start.encode()):
        return ""
    return text[len(start) :].partition(b'"')[0].decode("ascii", "replace")


def standing(
    election: Election, data: memoryview, ballots: list[Record], weights: Mapping[str, int]
) -> list[str]:
    """For each ballot whether it is "counted", "replaced" by a later one of its credential, or "nobody's"."""
    credentials = [credential_of(election, data, record) for record in ballots]
    last = {credential: at for at, credential in enumerate(credentials)}
    return [
        "nobody's" if credential not in weights else "counted" if last[credential] == at else "replaced"
        for at, credential in enumerate(credentials)
    ]


def judge_part(shared: tuple[bytes, int], part: Part) -> Judged:
    """Judge some ballots."""
    election, bases = _ready(*shared)
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
    ballots: list[Record],
    weights: Mapping[str, int],
    last: Mapping[str, int],
) -> Iterator[Part]:
    """Parts that are large enough for testing membership together, and small enough for all cores to have some."""
    size = min(512, max(128, len(ballots) // 4)) if election.group.cofactor != 2 else 32
    numbered = enumerate(ballots)
    while taken := list(islice(numbered, size)):
        part: Part = []
        for at, record in taken:
            credential = credential_of(election, data, record)
            counts = bool(credential) and last[credential] == at
            weight = weights.get(credential, 0) if counts else 0
            if not credential:
                weight = UNKNOWN
            part.append((at + 1, body(data, record), min(weight, 1) if election.shuffled else weight))
        yield part


def _finding(refusal: Refusal, number: int) -> Finding:
    return Finding(refusal.code, f"ballot {number}", dict(refusal.figures))
