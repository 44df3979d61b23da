"""Whole elections made by our code, the same at every run: who votes what is drawn from a seed."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gmpy2 import mpz

from symbiosis.ballots.archive import Archive
from symbiosis.ballots.ballot import Bases, make_ballot, read_ballot, verifier_bases
from symbiosis.ballots.ceremony import make_certificate, make_seed, open_ceremony
from symbiosis.ballots.credentials import new_credential, public_credential, write_credentials
from symbiosis.ballots.decryption import Result, combine, decrypt, open_tally, read_decryption, write_result
from symbiosis.ballots.election import Election, group_for, new_uuid, read_election, write_election
from symbiosis.ballots.groups import Draw, Group, Powers
from symbiosis.ballots.proofs import pok_prefix, prove_knowledge
from symbiosis.ballots.questions import Added, Question
from symbiosis.ballots.shuffles import make_shuffle
from symbiosis.ballots.tally import (
    Sum,
    Tally,
    tally_ballots,
    to_shuffle,
    with_shuffled,
    write_sized,
    write_tally,
)
from symbiosis.ballots.threshold import (
    decryption_key,
    make_polynomial,
    make_verification_key,
    public_parameters,
    read_polynomials,
)
from symbiosis.ballots.trustees import Trustees, election_key, write_trustees
from symbiosis.ballots.wire import ThresholdParameters, TrusteePublicKey, encode

TIME = 1795401423
_POWERS: dict[str, Powers] = {}


def powers(group: Group) -> Powers:
    """Powers of g, for keys that protect nothing: a table made once."""
    if group.name not in _POWERS:
        _POWERS[group.name] = Powers(group, group.g, 6)
    return _POWERS[group.name]


@dataclass
class Made:
    """An election under way, with all its secrets."""

    election: Election
    trustees: Trustees
    secrets: dict[int, mpz]
    credentials: dict[str, int]
    """Secret credentials with their weights."""
    draw: Draw
    archive: Archive
    bases: Bases
    ballots: list[bytes] = field(default_factory=list)
    tally: Tally = ()
    total: Sum | None = None
    opened: list[int] = field(default_factory=list)

    @property
    def weights(self) -> dict[str, int]:
        """Public credentials with their weights."""
        g = self.bases.g
        return {
            str(public_credential(g, self.election.uuid, each)): w for each, w in self.credentials.items()
        }

    def cast(self, voter: int, values: Sequence[Sequence[int]]) -> bytes:
        """Voter `voter` (from 0) votes."""
        ballot = self.ballot(voter, values)
        self.post(ballot)
        return ballot

    def ballot(self, voter: int, values: Sequence[Sequence[int]]) -> bytes:
        credential = list(self.credentials)[voter]
        return make_ballot(self.election, credential, values, self.draw, self.bases)

    def post(self, ballot: bytes) -> None:
        self.ballots.append(ballot)
        self.archive.bring("Ballot", ballot)

    def close(self) -> None:
        """End the ballots and publish the encrypted tally."""
        self.archive.add_event("EndBallots")
        read = [read_ballot(self.election, each) for each in self.ballots]
        self.total = tally_ballots(self.election, self.weights, read)
        self.tally = self.total.tally()
        name = self.archive.add_data(write_tally(self.tally))
        self.archive.add_event("EncryptedTally", self.archive.add_data(write_sized(self.total, name)))

    def shuffle(self, owners: Sequence[int]) -> None:
        """Trustees shuffle one after another."""
        election = self.election
        for owner in owners:
            rows = to_shuffle(election, self.tally)
            made = make_shuffle(election.group, election.fingerprint, election.y, rows, self.draw)
            self.archive.bring_owned("Shuffle", owner, encode(made))
            self.tally = with_shuffled(election, self.tally, made.ciphertexts)
        self.archive.add_event("EndShuffles")

    def open(self, owners: Iterable[int]) -> Result:
        """Trustees decrypt, and the result is published."""
        parts = {}
        for owner in owners:
            part = self.part(owner)
            self.archive.bring_owned("PartialDecryption", owner, part)
            parts[owner] = read_decryption(part).decryption_factors
        assert self.total is not None
        factors = combine(self.election.group, self.trustees, parts)
        result, _ = open_tally(self.election, self.tally, factors, self.total.weight)
        self.archive.bring("Result", write_result(result))
        return result

    def part(self, owner: int) -> bytes:
        """What a trustee gives to open the tally."""
        return encode(decrypt(self.election, self.bases.g, self.tally, self.secrets[owner], self.draw))


def single(group: Group, draw: Draw) -> tuple[TrusteePublicKey, mpz]:
    """A trustee who is needed, and their secret key."""
    g = powers(group)
    secret = group.exponent(draw)
    public = g.of(secret)
    return TrusteePublicKey(prove_knowledge(g, secret, pok_prefix(group, public), draw), public), secret


def threshold_group(
    group: Group, enough: int, count: int, draw: Draw
) -> tuple[ThresholdParameters, list[mpz]]:
    """A whole key ceremony: what is published of it, and each trustee's share of the key."""
    seeds = [make_seed(draw) for _ in range(count)]
    opened = open_ceremony(group, "tests", enough, [make_certificate(group, seed, draw) for seed in seeds])
    polynomials = read_polynomials(opened, [make_polynomial(opened, seed, draw) for seed in seeds])
    keys = [make_verification_key(polynomials, seed, draw) for seed in seeds]
    return public_parameters(polynomials, keys), [decryption_key(polynomials, seed) for seed in seeds]


def make(
    questions: Sequence[Question],
    voters: int | Sequence[int],
    seed: object,
    trustees: int = 1,
    threshold: tuple[int, int] | None = None,
    group: Group | None = None,
    window: int = 6,
) -> Made:
    """An election that is set up. `voters` is how many, or the weight of each.

    `trustees` are needed all; `threshold` (t, n) adds a group of n trustees of whom t are enough.
    """
    draw = random.Random(str(seed)).randrange
    group = group or group_for(tuple(questions))
    items, secrets = [], {}
    for _ in range(trustees):
        key, secret = single(group, draw)
        items.append(key)
        secrets[len(secrets) + 1] = secret
    if threshold:
        parameters, shares = threshold_group(group, *threshold, draw)
        items.append(parameters)
        for share in shares:
            secrets[len(secrets) + 1] = share
    chosen = Trustees(tuple(items))
    uuid = new_uuid(draw)
    text = write_election(
        group, election_key(group, chosen), tuple(questions), uuid, "An election", "Of what?"
    )
    election = read_election(text)
    weights = [1] * voters if isinstance(voters, int) else voters
    credentials = {new_credential(draw): weight for weight in weights}
    table = verifier_bases(election, window)
    bases = Bases(powers(group), table.y)
    public = {public_credential(bases.g, uuid, each): weight for each, weight in credentials.items()}
    archive = Archive(TIME)
    archive.set_up(text, write_trustees(chosen), write_credentials(public))
    return Made(election, chosen, secrets, credentials, draw, archive, bases)


def some_values(questions: Sequence[Question], draw: Draw) -> list[list[int]]:
    """An answer to each question that it allows."""
    values = []
    for question in questions:
        if not isinstance(question, Added):
            values.append([draw(256) for _ in question.answers])
            continue
        size = len(question.answers)
        marks = question.minimum + draw(question.maximum - question.minimum + 1)
        places = sorted(range(size), key=lambda _: draw(2**30))[:marks]
        row = [int(place in places) for place in range(size)]
        if question.blank:
            row = [1, *[0] * size] if draw(4) == 0 else [0, *row]
        values.append(row)
    return values
