"""A secret vote on a node, from its preparation to its outcome, judged by our verifier and by belenios-tool."""

from __future__ import annotations

import subprocess
from collections import Counter

import msgspec
import pytest
from msgspec import Raw

from symbiosis.actions import ceremonies, folds, secret_votes
from symbiosis.actions.attachments import bytes_at
from symbiosis.actions.perform import perform
from symbiosis.ballots.challenges import sha256_base64
from symbiosis.ballots.credentials import secret_exponent
from symbiosis.ballots.groups import SecretPowers
from symbiosis.ballots.proofs import prove_knowledge
from symbiosis.ballots.wire import BallotText, Signature, UnsignedBallot, decode, encode
from symbiosis.core.body import read_entry
from symbiosis.core.secret_votes import BallotsPosted
from symbiosis.errors import Refusal, Unsound
from symbiosis.record import canonical, identity, keys, notes
from symbiosis.store import reader
from symbiosis.store.models import Attachment, Ceremony, RefusedBallots, TrusteeMessage, WaitingBallot
from symbiosis.verify.ballots import archive_of
from symbiosis.verify.files import verify_bundle

from .elections import body_of, draw, give_credentials, give_keys, mix, open_part, opened

SINGLES = {"authority": "desk", "trustees": "desk", "number": 2}
OPTIONS = {"options": ["Rosa", "Tierra", "Agua"], "chosen": 1}


@pytest.fixture(autouse=True)
def node(transactional_db, settings, tmp_path):
    """An empty node."""
    settings.DATA_DIR = tmp_path
    folds.drop_all()
    yield tmp_path
    folds.drop_all()


def refused(code: str, act, *arguments, **more) -> Refusal:
    with pytest.raises(Refusal) as caught:
        act(*arguments, **more)
    assert caught.value.code == code
    return caught.value


def judged_by_the_tool(held, tmp_path) -> str:
    """What belenios-tool says of the archive."""
    (tmp_path / f"{held.ceremony.uuid}.bel").write_bytes(archive_of(held.voting, bytes_at))
    done = subprocess.run(
        ["belenios-tool", "election", "verify", "--dir", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def posted_in(body: str) -> list[list[str]]:
    """The hashes of each batch on the board, in order."""
    acts = [read_entry(data) for data in reader.board_entries(body)]
    return [[each.sha256 for each in act.ballots] for act in acts if isinstance(act, BallotsPosted)]


def closed(held):
    perform(held.body, "VotingClosed", {"voting": "vote"}, at=held.now, by="desk")
    return held.voting


def test_yes_and_no_with_a_revote_and_two_trustees(tmp_path):
    held = opened(6, ballots=SINGLES)
    for voter, choice in enumerate((0, 0, 1, 2, 0)):
        held.cast(voter, *(int(place == choice) for place in range(3)))
    held.cast(1, 0, 1, 0)
    assert not held.voting.ballots.posted
    secret_votes.end_ballot(held.body, "vote", at=held.now, by="desk")
    assert (len(held.voting.ballots.posted), held.voting.ballots.counted) == (6, 5)
    open_part(held, 2)
    refused("NotOpenedYet", closed, held)
    open_part(held, 1)
    voting = closed(held)
    assert voting.tally == {"yes": 2, "no": 2, "abstain": 1}
    assert voting.outcome.figures["members/entitled"] == "6"
    assert "all checks passed" in judged_by_the_tool(held, tmp_path)
    verified = verify_bundle(reader.bundle(held.body, book=True))
    assert (verified.audits["vote"].counted, verified.audits["vote"].revotes) == (5, 1)
    secret_votes.forget_ceremonies()
    assert not Ceremony.objects.exists()
    assert not TrusteeMessage.objects.exists()


def test_papers_are_ranked_mixed_and_opened_with_one_trustee_missing(tmp_path):
    held = opened(5, {"method": "schulze"}, OPTIONS)
    for voter, paper in enumerate(((1, 2, 3), (1, 2, 0), (2, 1, 3), (0, 0, 0))):
        held.cast(voter, *paper)
    secret_votes.end_ballot(held.body, "vote", at=held.now, by="desk")
    mix(held, 3)
    mix(held, 1)
    open_part(held, 1)
    open_part(held, 3)
    voting = closed(held)
    assert voting.tally == {"1 2 3": 1, "1 2 -": 1, "2 1 3": 1, "blank": 1}
    assert voting.outcome.elected == ("Rosa",)
    judged_by_the_tool(held, tmp_path)
    report = verify_bundle(reader.bundle(held.body)).audits["vote"]
    assert report.sound
    assert {each.code for each in report.warnings} == {"ElectorateTiny"}


def test_where_nobody_voted_the_vote_closes_without_trustees():
    held = opened(3, ballots=SINGLES | {"number": 1})
    secret_votes.end_ballot(held.body, "vote", at=held.now, by="desk")
    assert closed(held).outcome.result == "not_adopted"
    assert verify_bundle(reader.bundle(held.body)).audits["vote"].ballots == 0


def test_a_promise_is_signed_and_can_be_asked_for_again():
    held = opened(3, ballots=SINGLES | {"number": 1})
    ballot = held.ballot(0, 1, 0, 0)
    promise = secret_votes.cast_ballot(held.body, "vote", ballot, at=held.now)
    origin = identity.board_origin(held.body)
    key = keys.parse_key(folds.caught_up(held.body).board.key)
    text, signers = notes.open_note(promise.note, {origin: key})
    assert (promise.sha256, signers) == (canonical.digest(ballot), [origin])
    assert text.split("\n")[1:4] == [origin, "vote", promise.sha256]
    again = secret_votes.cast_ballot(held.body, "vote", ballot, at=held.now + 60)
    assert again == promise
    assert WaitingBallot.objects.count() == 1


def test_ballots_that_cannot_count_are_refused_by_name_and_counted():
    held = opened(3, ballots=SINGLES | {"number": 1})
    good = held.ballot(0, 1, 0, 0)
    cast = lambda data: secret_votes.cast_ballot(held.body, "vote", data, at=held.now)  # noqa: E731
    refused("BallotMalformed", cast, good[:-1])
    refused("BallotMalformed", cast, good + b"\n")
    refused("BallotTooLarge", cast, good + b" " * 100_000)
    proof = b'"response":"'
    refused("BallotProofWrong", cast, _resigned(held, good, proof))
    refused("BallotSignatureWrong", cast, good.replace(b'"signature":{"hash":"', b'"signature":{"hash":"A'))
    other = opened(3, ballots=SINGLES | {"number": 1})
    refused("BallotOfAnotherElection", cast, other.ballot(0, 1, 0, 0))
    held.credentials[2] = other.credentials[0]
    refused("CredentialUnknown", cast, held.ballot(2, 1, 0, 0))
    counted = dict(RefusedBallots.objects.values_list("code", "number"))
    assert counted["BallotMalformed"] == 2
    assert sum(counted.values()) == 7
    cast(good)
    secret_votes.end_ballot(held.body, "vote", at=held.now, by="desk")
    refused("BallotLate", cast, good)


def _resigned(held, data: bytes, at: bytes) -> bytes:
    """A ballot with a number of its first proof changed, signed anew by its own voter."""
    text = decode(data, BallotText)
    raw = bytes(text.answers[0])
    start = raw.index(at) + len(at)
    changed = raw[:start] + (b"1" if raw[start : start + 1] != b"1" else b"2") + raw[start + 1 :]
    answers = (Raw(changed),)
    unsigned = UnsignedBallot(text.election_uuid, text.election_hash, text.credential, answers)
    hashed = sha256_base64(encode(unsigned))
    group = held.group
    secret = secret_exponent(group, held.ceremony.uuid, held.credentials[0])
    proof = prove_knowledge(SecretPowers(group, group.g), secret, f"sig|{hashed}|", draw)
    signed = Signature(hashed, proof)
    return encode(BallotText(text.election_uuid, text.election_hash, text.credential, answers, signed))


def test_an_old_ballot_never_comes_back():
    held = opened(3, ballots=SINGLES | {"number": 1})
    first = held.ballot(0, 1, 0, 0)
    secret_votes.cast_ballot(held.body, "vote", first, at=held.now)
    held.cast(0, 0, 1, 0)
    secret_votes.cast_ballot(held.body, "vote", first, at=held.now)
    secret_votes.end_ballot(held.body, "vote", at=held.now, by="desk")
    open_part(held, 1)
    assert closed(held).tally == {"no": 1}


def test_batches_are_sorted_keep_some_behind_and_hold_revotes_in_order():
    held = opened(14, ballots=SINGLES | {"number": 1})
    arrived = [held.cast(voter, 1, 0, 0).sha256 for voter in range(9)]
    assert secret_votes.post_due(at=held.now + 900) == 0
    arrived.append(held.cast(9, 1, 0, 0).sha256)
    revote = held.cast(9, 0, 1, 0).sha256
    assert secret_votes.post_due(at=held.now + 899) == 0
    assert secret_votes.post_due(at=held.now + 900) == 5
    posted = [sha256 for sha256, _ in held.voting.ballots.posted]
    assert posted == sorted(posted)
    assert set(posted) < set(arrived)
    assert WaitingBallot.objects.count() == 6
    late = held.cast(10, 1, 0, 0).sha256
    held.now += 2000
    secret_votes.end_ballot(held.body, "vote", at=held.now, by="desk")
    batches = posted_in(held.body)
    assert all(batch == sorted(batch) for batch in batches)
    assert len(next(batch for batch in batches if late in batch)) > secret_votes.AT_LEAST
    whole = [sha256 for batch in batches for sha256 in batch]
    assert sorted(whole) == sorted([*arrived, late, revote])
    assert whole.index(revote) > whole.index(arrived[9])
    assert not WaitingBallot.objects.exists()
    open_part(held, 1)
    assert closed(held).tally == {"yes": 10, "no": 1}


def test_what_chance_leaves_behind_is_not_the_last_that_came():
    """Over twenty votes the last of ten is posted at once about as often as any other."""
    held = opened(10, ballots=SINGLES | {"number": 1})
    ballots = [held.ballot(voter, 1, 0, 0) for voter in range(10)]
    places: Counter[int] = Counter()
    for _ in range(20):
        WaitingBallot.objects.all().delete()
        for data in ballots:
            secret_votes.cast_ballot(held.body, "vote", data, at=held.now)
        ids = list(WaitingBallot.objects.order_by("pk").values_list("sha256", flat=True))
        places[ids.index(canonical.digest(ballots[-1]))] += 1
    assert len(places) > 3


def test_a_crash_between_the_act_and_its_rows_posts_nothing_twice(monkeypatch):
    held = opened(12, ballots=SINGLES | {"number": 1})
    for voter in range(10):
        held.cast(voter, 1, 0, 0)
    held.cast(0, 0, 1, 0)
    kept = list(WaitingBallot.objects.values())
    secret_votes.post_due(at=held.now + 900)
    WaitingBallot.objects.all().delete()
    WaitingBallot.objects.bulk_create(WaitingBallot(**row) for row in kept)
    folds.drop_all()
    secret_votes.end_ballot(held.body, "vote", at=held.now + 1000, by="desk")
    posted = [sha256 for sha256, _ in held.voting.ballots.posted]
    assert len(posted) == len(set(posted)) == 11
    open_part(held, 1)
    assert closed(held).tally == {"yes": 9, "no": 1}


def test_what_trustees_hand_in_is_checked():
    held = opened(4, {"method": "schulze"}, OPTIONS)
    for voter in range(3):
        held.cast(voter, 1, 2, 3)
    secret_votes.end_ballot(held.body, "vote", at=held.now, by="desk")
    bad = b'{"ciphertexts":[],"proofs":[]}'
    mixing = (held.body, "vote", 1, bad)
    refused("ShuffleWrong", secret_votes.hand_in_shuffle, *mixing, at=held.now, by="desk")
    mix(held, 1)
    mix(held, 2)
    held.secrets[1], right = held.secrets[2], held.secrets[1]
    refused("DecryptionWrong", open_part, held, 1)
    held.secrets[1] = right
    open_part(held, 1)
    before = Attachment.objects.count()
    refused("DoneByThisTrustee", open_part, held, 1)
    assert held.voting.ballots.decryptions.keys() == {1}
    assert Attachment.objects.count() <= before + 1


def test_a_vote_that_could_not_open_is_not_prepared():
    refused("NoOptions", body_of, 3, {"method": "schulze"}, {})
    held = body_of(3, {}, {}, SINGLES)
    refused("VotingExists", ceremonies.prepare, held.body, held.ceremony.opening, at=held.now, by="desk")
    refused("NotPreparedYet", ceremonies.open_vote, held.ceremony, at=held.now, by="desk")
    refused(
        "BallotsNeeded",
        ceremonies.prepare,
        held.body,
        {"voting": "open", "matter": "plain"},
        at=held.now,
        by="desk",
    )


def test_trustees_and_authority_are_told_what_is_wrong():
    held = body_of(3, {}, {})
    refused("TrusteeMessageWrong", ceremonies.hand_in, held.ceremony, held.people[0], 1, "{}")
    refused("NotThisRound", ceremonies.hand_in, held.ceremony, held.people[0], 2, "{}")
    refused("CredentialsWrong", ceremonies.hand_in_credentials, held.ceremony, '["1"]\n')
    refused("CredentialsDiffer", ceremonies.hand_in_credentials, held.ceremony, '["1"]')
    give_keys(held)
    refused("NotThisRound", ceremonies.hand_in, held.ceremony, held.people[0], 1, "{}")


def test_people_who_joined_meanwhile_are_not_left_out():
    held = body_of(3, {}, {}, SINGLES)
    give_keys(held, SINGLES)
    give_credentials(held)
    perform(held.body, "MemberAdmitted", {"token": "a" * 32}, at=held.now, by="desk")
    perform(held.body, "RollCounted", {}, at=held.now, by="desk")
    refused("CredentialsDiffer", ceremonies.open_vote, held.ceremony, at=held.now, by="desk")
    ceremonies.begin_again(held.ceremony, at=held.now)
    held.ceremony.refresh_from_db()
    assert (held.ceremony.voters, held.ceremony.credentials) == (4, "")
    give_keys(held, SINGLES)
    give_credentials(held)
    ceremonies.open_vote(held.ceremony, at=held.now, by="desk")
    assert held.voting.entitled == 4


def test_a_vote_is_judged_by_the_charter_that_it_opened_under():
    held = opened(3, ballots=SINGLES | {"number": 1})
    held.cast(0, 1, 0, 0)
    secret_votes.end_ballot(held.body, "vote", at=held.now, by="desk")
    open_part(held, 1)
    closed(held)
    later = msgspec.to_builtins(folds.caught_up(held.body).board.charter)
    later["matters"]["works"]["title"] = "Called otherwise from now on"
    perform(held.body, "CharterChanged", {"charter": later}, at=held.now, by="desk")
    assert verify_bundle(reader.bundle(held.body)).audits["vote"].counted == 1


def test_a_preparation_that_took_long_gets_another_last_moment():
    rule = {"open_days": 3}
    held = body_of(3, rule, {"closes": 4_000_000_000}, SINGLES | {"number": 1})
    give_keys(held, SINGLES | {"number": 1})
    give_credentials(held)
    late = 4_000_000_000 - 86_400
    refused("OpenTooShort", ceremonies.open_vote, held.ceremony, at=late, by="desk")
    closes = late + 3 * 86_400
    ceremonies.open_vote(held.ceremony, at=late, by="desk", closes=closes)
    assert held.voting.closes == closes


@pytest.mark.parametrize("change", ["ballot", "tally", "files"])
def test_a_record_whose_ballots_say_something_else_is_unsound(change):
    held = opened(6, ballots=SINGLES | {"number": 1})
    for voter in range(5):
        held.cast(voter, 1, 0, 0)
    secret_votes.end_ballot(held.body, "vote", at=held.now, by="desk")
    open_part(held, 1)
    if change == "tally":
        # The keeper, who has the body's key, closes it with another figure.
        perform(held.body, "VotingClosed", {"voting": "vote", "tally": {"no": 5}}, at=held.now, by="desk")
    else:
        closed(held)
    data = reader.bundle(held.body)
    if change == "files":
        Attachment.objects.filter(sha256=held.voting.ballots.posted[0][0]).delete()
        assert "vote" not in verify_bundle(reader.bundle(held.body)).audits
        return
    if change == "ballot":
        data = data.replace(b'"signature":{"hash":"', b'"signature":{"hash":"A', 1)
    with pytest.raises(Unsound):
        verify_bundle(data)
