"""What somebody tampered with is found, all of it and nothing else; so is every changed byte."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

import tests.ballots.attacks_on_ballots
import tests.ballots.attacks_on_trust  # noqa: F401
from symbiosis.ballots.audit import audit, audit_growth
from symbiosis.ballots.reports import Report
from tests.ballots.attacks import ATTACKS, cast, done, sound
from tests.ballots.attacks_on_trust import ranked
from tests.ballots.steps import archive_of, steps_of
from tests.ballots.vectors import kept, read

KEPT = kept("attacks")
MUTATIONS = ("a bit", "a byte", "one less", "one more", "two exchanged")


def codes(report: Report) -> set[str]:
    return {finding.code for finding in report.defects}


def test_each_attack_is_kept() -> None:
    assert set(KEPT) == set(ATTACKS)


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_found(name: str) -> None:
    assert codes(audit(read(KEPT[name]))) == ATTACKS[name].found


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_made_as_it_was_kept(name: str) -> None:
    assert ATTACKS[name].make() == read(KEPT[name])


def test_what_the_attacks_begin_from_is_sound() -> None:
    report = audit(sound())
    assert report.defects == ()
    assert report.result == ((0, 2),)


def test_every_defect_is_told_and_where() -> None:
    """Two ballots and the result are wrong: three findings in three places."""
    made = cast((0, 0), (1, 0), (2, 0))
    steps = steps_of(done(made))
    steps[1] = replace(steps[1], texts=(steps[1].texts[0] + b" ",))
    steps[3] = replace(steps[3], texts=(steps[3].texts[0].replace(b'"hash":"', b'"hash":"x'),))
    steps[-1] = replace(steps[-1], texts=(b'{"result":[[2,1]]}',))
    found = [(finding.code, finding.where) for finding in audit(archive_of(steps)).defects]
    assert found == [
        ("BallotMalformed", "ballot 1"),
        ("BallotSignatureWrong", "ballot 3"),
        ("ResultWrong", "result"),
    ]


def test_a_board_that_took_something_back_is_found() -> None:
    early, late = cast((0, 0), (1, 1)), cast((0, 0), (1, 1))
    late.cast(2, [[1, 0]])
    assert audit_growth(early.archive.data, late.archive.data).sound
    assert audit_growth(early.archive.data, early.archive.data).sound
    other = cast((0, 0), (2, 1), (1, 1))
    assert codes(audit_growth(early.archive.data, other.archive.data)) == {"BoardRewritten"}
    assert codes(audit_growth(late.archive.data, early.archive.data)) == {"BoardRewritten"}


def mutated(data: bytes, choose: random.Random) -> bytes:
    """One byte is another, is lost, is there once more, or has changed places with another."""
    changed = bytearray(data)
    at = choose.randrange(len(data))
    match choose.choice(MUTATIONS):
        case "a bit":
            changed[at] ^= 1 << choose.randrange(8)
        case "a byte":
            changed[at] = choose.choice(b'0123456789,"{}[]abcdef \x00\xff')
        case "one less":
            del changed[at]
        case "one more":
            changed.insert(at, choose.choice(b'0123456789,"{}[]abcdef \x00\xff'))
        case _:
            other = choose.randrange(len(data))
            changed[at], changed[other] = changed[other], changed[at]
    return bytes(changed)


def check_mutations(seed: int, count: int) -> None:
    """Each changed archive has a defect; it is changed as it lies, or in a text with all hashes made to fit again."""
    choose = random.Random(f"mutations {seed}")
    papers = ranked()
    papers.shuffle([1])
    papers.open([1])
    # Everybody votes: half of all numbers could be the credential of someone who does not, in the second group.
    bases = [sound(), papers.archive.data]
    assert all(audit(data).sound for data in bases)
    tried = 0
    while tried < count:
        data = choose.choice(bases)
        if choose.random() < 0.5:
            changed = mutated(data, choose)
        else:
            steps = steps_of(data)
            at = choose.choice([place for place, step in enumerate(steps) if step.texts])
            texts = list(steps[at].texts)
            which = choose.randrange(len(texts))
            texts[which] = mutated(texts[which], choose)
            steps[at] = replace(steps[at], texts=tuple(texts))
            changed = archive_of(steps)
        if changed == data:
            continue
        tried += 1
        assert audit(changed).defects, (seed, tried)


@pytest.mark.parametrize("seed", range(4))
def test_every_changed_byte_is_found(seed: int) -> None:
    check_mutations(seed, 75)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 120))
def test_every_changed_byte_is_found_among_ten_thousand(seed: int) -> None:
    check_mutations(seed, 500)
