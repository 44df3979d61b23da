"""belenios-tool accepts elections whose trustees made their key here, whoever of them is missing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from gmpy2 import mpz, powmod

from symbiosis.ballots import ceremony, threshold, wire
from symbiosis.ballots.ceremony import make_certificate, open_ceremony, own_number
from symbiosis.ballots.groups import GROUPS, Group, SecretPowers
from symbiosis.ballots.proofs import pok_prefix, prove_decryption, prove_knowledge
from symbiosis.ballots.shuffles import make_shuffle
from symbiosis.ballots.threshold import (
    decryption_key,
    make_polynomial,
    public_parameters,
    read_polynomials,
)
from symbiosis.ballots.trustees import Trustees, election_key, write_trustees
from tests.ballots import judge
from tests.ballots.test_threshold import GROUP, held


def single(group: Group, draw: Callable[[int], int]) -> tuple[mpz, wire.TrusteePublicKey]:
    g = SecretPowers(group, group.g)
    secret = group.exponent(draw)
    return secret, wire.TrusteePublicKey(
        prove_knowledge(g, secret, pok_prefix(group, g.of(secret)), draw), g.of(secret)
    )


def give_part(folder: Path, group: Group, fingerprint: str, owner: int, secret: mpz, tally: list) -> None:
    """Add a trustee's partial decryption."""
    g = SecretPowers(group, group.g)
    draw = Random(owner).randrange
    rows = [
        [prove_decryption(g, fingerprint, g.of(secret), secret, each.alpha, draw) for each in row]
        for row in tally
    ]
    part = wire.PartialDecryption(
        tuple(tuple(factor for factor, _ in row) for row in rows),
        tuple(tuple(proof for _, proof in row) for row in rows),
    )
    judge.add_owned(folder, "PartialDecryption", owner, wire.encode(part))


CHOSEN = [{"answers": ["yes", "no", "other"], "min": 0, "max": 2, "question": "?"}]
RANKED = [{"type": "NonHomomorphic", "value": {"answers": ["a", "b"], "question": "?"}}]
Rows = tuple[tuple[wire.Ciphertext, ...], ...]


@pytest.mark.parametrize(
    ("enough", "count", "beside", "present"),
    [
        (2, 3, 0, [1, 3]),
        (2, 3, 1, [2, 3]),
        (3, 5, 0, [5, 2, 4]),
        (3, 5, 2, [1, 3, 4]),
        (1, 2, 0, [2]),
        (2, 2, 0, [1, 2]),
    ],
)
def test_the_judge_accepts_elections_with_our_trustees(
    tmp_path: Path, enough: int, count: int, beside: int, present: list[int]
) -> None:
    polynomials, seeds, keys = held(GROUP, enough, count, "judged")
    singles = [single(GROUP, Random(f"single {n}").randrange) for n in range(beside)]
    items = Trustees((*(key for _, key in singles), public_parameters(polynomials, keys)))
    voters = judge.open_election(tmp_path, GROUP.name, CHOSEN, 3, write_trustees(items))
    fingerprint, election = judge.election(tmp_path)
    assert election.public_key == election_key(GROUP, items)
    for voter, vote in zip(voters, ([1, 0, 1], [1, 0, 0], [0, 0, 0]), strict=True):
        judge.cast(tmp_path, voter, [vote])
    judge.close(tmp_path)
    tally = wire.decode_as(judge.payloads(tmp_path, "EncryptedTally")[0], Rows)
    for owner, (secret, _) in enumerate(singles, 1):
        give_part(tmp_path, GROUP, fingerprint, owner, secret, tally)
    for number in present[:-1]:
        give_part(
            tmp_path,
            GROUP,
            fingerprint,
            beside + number,
            decryption_key(polynomials, seeds[number - 1]),
            tally,
        )
    assert judge.ask(tmp_path, "election", "compute-result").returncode != 0
    last = present[-1]
    give_part(
        tmp_path, GROUP, fingerprint, beside + last, decryption_key(polynomials, seeds[last - 1]), tally
    )
    assert judge.result(tmp_path) == [[2, 0, 1]]


def test_the_judge_accepts_shuffled_papers_with_our_trustees(tmp_path: Path) -> None:
    group = GROUPS["RFC-3526-2048"]
    polynomials, seeds, keys = held(group, 2, 3, "ranked")
    secret, key = single(group, Random("single").randrange)
    items = Trustees((key, public_parameters(polynomials, keys)))
    voters = judge.open_election(tmp_path, group.name, RANKED, 4, write_trustees(items))
    votes = [[1, 2], [2, 1], [0, 255], [2, 1]]
    for voter, vote in zip(voters, votes, strict=True):
        judge.cast(tmp_path, voter, [vote])
    judge.close(tmp_path)
    fingerprint, election = judge.election(tmp_path)
    tally = wire.decode_as(judge.payloads(tmp_path, "EncryptedTally")[0], Rows)
    for owner in (1, 2, 4):
        shuffle = make_shuffle(group, fingerprint, election.public_key, tally, Random(owner).randrange)
        judge.add_owned(tmp_path, "Shuffle", owner, wire.encode(shuffle))
        tally = shuffle.ciphertexts
    judge.add(tmp_path, "EndShuffles")
    give_part(tmp_path, group, fingerprint, 1, secret, list(tally))
    for number in (3, 1):
        give_part(
            tmp_path,
            group,
            fingerprint,
            1 + number,
            decryption_key(polynomials, seeds[number - 1]),
            list(tally),
        )
    (papers,) = judge.result(tmp_path)
    assert sorted(papers) == sorted(votes)


def test_certificates_are_those_of_the_judge(tmp_path: Path) -> None:
    # The tool makes a seed, a certificate and signs it; the same seed makes the same keys here.
    judge.tool(tmp_path, "setup", "generate-trustee-key-threshold", "--group", GROUP.name, "--step", "1")
    (seed,) = (file.read_text().strip() for file in tmp_path.glob("*.key"))
    (certificate,) = (file.read_bytes().strip() for file in tmp_path.glob("*.cert"))
    theirs = open_ceremony(GROUP, "theirs", 1, [certificate])
    assert own_number(theirs, seed) == 1
    ours = make_certificate(GROUP, seed, Random(1).randrange)
    assert json.loads(ours)["message"] == json.loads(certificate)["message"]
    assert GROUP.contains(powmod(GROUP.g, ceremony.signing_key(GROUP, seed), GROUP.p))
    assert threshold.decryption_key(
        read_polynomials(theirs, [make_polynomial(theirs, seed, Random(2).randrange)]), seed
    )
