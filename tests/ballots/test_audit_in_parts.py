"""An audit judges in parts: what is wrong is found in whichever part it lies, by one process or by several."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from symbiosis.ballots import audit as auditing
from symbiosis.ballots import opening
from symbiosis.ballots.archive import Record
from symbiosis.ballots.audit import audit
from symbiosis.ballots.board import Ballots
from symbiosis.ballots.challenges import sha256_hex
from symbiosis.ballots.pool import Engine, here, processes
from symbiosis.ballots.questions import Shuffled
from symbiosis.ballots.shuffles import make_shuffle
from symbiosis.ballots.tally import to_shuffle
from symbiosis.ballots.wire import PartialDecryption, Shuffle, decode, encode
from tests.ballots.making import Made, make
from tests.ballots.steps import archive_of, changed, steps_of

ENGINES = pytest.mark.parametrize("engine", [here, processes(2)], ids=["here", "processes"])
RANKED = Shuffled("In what order?", ("a", "b", "c"))


def closed(seed: str, voters: int, trustees: int = 1, threshold: tuple[int, int] | None = None) -> Made:
    made = make([RANKED], voters, seed, trustees=trustees, threshold=threshold)
    for voter in range(voters):
        made.cast(voter, [[voter, 1, 2]])
    made.close()
    return made


def test_a_mix_that_does_not_hold_is_passed_over() -> None:
    """The next one is compared with what was there before, and so is what the trustees opened."""
    made = closed("a mix too many", 3, trustees=2)
    election, rows = made.election, to_shuffle(made.election, made.tally)
    one, other = (
        make_shuffle(election.group, election.fingerprint, election.y, rows, made.draw) for _ in range(2)
    )
    made.archive.bring_owned("Shuffle", 1, encode(Shuffle(one.ciphertexts, other.proofs)))
    made.shuffle([2])
    result = made.open([1, 2])
    report = audit(made.archive.data)
    assert [(found.code, found.where) for found in report.defects] == [("ShuffleWrong", "shuffle 1")]
    assert report.result == result


@ENGINES
def test_each_factor_is_judged_in_its_piece(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "TOGETHER", 2)
    made = closed("pieces", 5, trustees=0, threshold=(2, 3))
    made.shuffle([1, 3])
    result = made.open([1, 3])
    report = audit(made.archive.data, engine)
    assert (report.defects, report.result) == ((), result)

    def exchange(text: bytes) -> bytes:
        part = decode(text, PartialDecryption)
        first, *rest = part.decryption_factors[0]
        rest[2], rest[3] = rest[3], made.election.group.p - 1
        return encode(PartialDecryption(((first, *rest),), part.decryption_proofs))

    steps = steps_of(made.archive.data)
    report = audit(archive_of(changed(steps, "PartialDecryption", exchange, which=1)), engine)
    wrong = [found for found in report.defects if found.code == "DecryptionWrong"]
    assert [(found.where, found.figures["trustee"], found.figures["problem"]) for found in wrong] == [
        ("decryption 2", 3, "question 1 place 4: the proof of a decryption does not hold"),
        ("decryption 2", 3, "question 1 place 5: a factor is not in the group"),
    ]
    assert report.result is None


@ENGINES
def test_each_credential_is_tested_in_its_part(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(auditing, "CREDENTIALS_TOGETHER", 2)
    made = closed("strangers", 3)
    stranger, other = (str(made.election.group.p - n) for n in (1, 4))
    steps = steps_of(made.archive.data)
    listed = json.loads(steps[0].texts[2])
    text = encode([listed[0], stranger, listed[1], listed[2], other])
    steps[0] = replace(steps[0], texts=(*steps[0].texts[:2], text))
    report = audit(archive_of(steps), engine)
    assert report.voters == 5
    assert [(found.code, found.where) for found in report.defects] == [
        ("CredentialNotInGroup", "credential 2"),
        ("CredentialNotInGroup", "credential 5"),
    ]


def test_a_ballot_brought_back_by_its_name_alone_is_found() -> None:
    made = make([RANKED], 2, "by its name", trustees=1)
    first = made.cast(0, [[1, 2, 3]])
    made.cast(1, [[1, 2, 3]])
    made.cast(0, [[3, 2, 1]])
    made.archive.add_event("Ballot", sha256_hex(first))
    report = audit(made.archive.data)
    assert [(found.code, found.where) for found in report.defects] == [("BallotReplayed", "ballot 4")]
    assert (len(report.trackers), report.counted) == (2, 2)


def test_the_index_of_ballots_gives_what_went_in() -> None:
    records = [Record(f"{number:064x}", False, number * 1000, number) for number in (5, 7, 2**31)]
    index = Ballots()
    index.append(records[0])
    assert index.named(records[1].name) is None
    for record in records[1:]:
        index.append(record)
    assert [*index] == records
    assert len(index) == 3
    assert index.named(records[1].name) == records[1]
    assert index.named("") is None
    assert index.digest(1) == bytes.fromhex(records[1].name)
