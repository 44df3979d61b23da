"""A secret vote while it is open and after: ballots come, wait, are posted; trustees mix and open; the result.

A ballot that was accepted is on disk before its voter is told so, and waits until it is posted with others, sorted by
hash: every quarter of an hour if enough wait, and at the end. A few always stay behind until the end, so that whoever
comes last comes with others. No time, no address and no person is kept with a ballot.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from functools import lru_cache

from django.db import IntegrityError, connection, transaction
from django.db.models import F, Max

from symbiosis.actions import ceremonies, folds
from symbiosis.actions.attachments import attach, bytes_at
from symbiosis.actions.perform import Receipt, perform
from symbiosis.ballots.ballot import Bases, check_ballot, read_ballot, verifier_bases
from symbiosis.ballots.credentials import read_credentials
from symbiosis.ballots.decryption import decryption_defects, read_decryption
from symbiosis.ballots.election import Election, read_election
from symbiosis.ballots.groups import Powers
from symbiosis.ballots.shuffles import check_shuffle
from symbiosis.ballots.tally import tally_ballots, to_shuffle, write_tally
from symbiosis.ballots.trustees import read_trustees
from symbiosis.ballots.wire import Shuffle, decode
from symbiosis.core.act import Text
from symbiosis.core.secret_votes import MOST_IN_A_BATCH, ballots_of
from symbiosis.core.state import SecretBallots, Voting
from symbiosis.errors import Refusal, Unsound
from symbiosis.record import canonical, identity, notes
from symbiosis.store import writer
from symbiosis.store.models import Ceremony, Person, RefusedBallots, WaitingBallot
from symbiosis.verify.ballots import bytes_of, tally_of

EVERY_SECONDS = 900
"""How long a batch waits after the one before it."""
AT_LEAST = 5
"""A batch before the end has no fewer ballots, and as many stay behind for the last one."""
MOST_BYTES = 64_000_000
"""Of a shuffle or a decryption: about ten thousand papers."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What a voter takes along: the hash to look for, and the node's signed word that it will be on the board."""

    sha256: str
    note: str


@lru_cache(maxsize=8)
def _prepared(election: Text, credentials: Text) -> tuple[Election, Bases, dict[str, int]]:
    """An election by what names its file, with tables for checking ballots, and its credentials."""
    read = read_election(bytes_of(bytes_at, election))
    return read, verifier_bases(read), read_credentials(bytes_of(bytes_at, credentials))


def prepared(ballots: SecretBallots) -> tuple[Election, Bases, dict[str, int]]:
    """What ballots are checked against."""
    return _prepared(ballots.election, ballots.credentials)


def cast_ballot(body: str, voting: str, data: bytes, *, at: int) -> Promise:
    """Accept an encrypted ballot, from anybody: its credential says that it may be cast, and nothing says by whom.

    The same ballot sent again (the answer was lost on a bad line) gets the same promise. Raises `Refusal` NoSuchVoting,
    NotSecret, VotingIsClosed, BallotLate, and what `check_ballot` refuses; each is counted, without the ballot.
    """
    try:
        with folds.lock:
            board = folds.caught_up(body).board
            held, ballots = ballots_of(board, voting)
            if ballots.ended or (held.closes and at > held.closes):
                raise Refusal("BallotLate", "", voting=voting)
            sha256 = canonical.digest(data)
            waiting = WaitingBallot.objects.filter(body=body, voting=voting)
            if sha256 not in ballots.known and not waiting.filter(sha256=sha256).exists():
                _accept(body, held, ballots, data, sha256)
            return Promise(sha256, _promise(body, voting, sha256))
    except Refusal as error:
        _count_refusal(body, voting, error.code)
        raise


def _accept(body: str, held: Voting, ballots: SecretBallots, data: bytes, sha256: str) -> None:
    """Check a new ballot and put it where ballots wait. A crash before the commit leaves none; after it, all of it."""
    election, bases, credentials = prepared(ballots)
    ballot = check_ballot(election, credentials, data, ballots.known, bases)
    slot = canonical.digest(str(ballot.credential).encode())
    with transaction.atomic():
        waiting = WaitingBallot.objects.filter(body=body, voting=held.id, slot=slot)
        turn = (waiting.aggregate(last=Max("turn"))["last"] or 0) + 1
        WaitingBallot.objects.create(
            id=secrets.randbelow(2**63),
            body=body,
            voting=held.id,
            sha256=sha256,
            slot=slot,
            turn=turn,
            data=data,
        )


def _count_refusal(body: str, voting: str, code: str) -> None:
    if code in ("NoSuchVoting", "NotSecret", "NoSuchBody"):
        return
    row = {"body": body, "voting": voting, "code": code}
    try:
        with transaction.atomic():
            RefusedBallots.objects.get_or_create(body=body, voting=voting, code=code)
            RefusedBallots.objects.filter(**row).update(number=F("number") + 1)
    except IntegrityError:  # another process made the row at this moment: it counts there
        RefusedBallots.objects.filter(**row).update(number=F("number") + 1)


def _promise(body: str, voting: str, sha256: str) -> str:
    """A signed note by the key of the body's board: whoever holds it can show that the ballot was accepted."""
    origin = identity.board_origin(body)
    text = f"symbiosis ballot promise 1\n{origin}\n{voting}\n{sha256}\n"
    seed = writer.seed_of(origin)
    return notes.sign(text, origin, seed)


def forget_ceremonies() -> None:
    """Delete what trustees handed in for votes that are closed: the key has done what it was made for."""
    for ceremony in Ceremony.objects.all():
        with folds.lock:
            held = folds.caught_up(ceremony.body).board.votings.get(ceremony.voting)
            if held is not None and held.closed:
                ceremony.delete()


def post_due(*, at: int) -> int:
    """Post the batches that are due on this node; gives how many ballots."""
    posted = 0
    for body, voting in sorted(set(WaitingBallot.objects.values_list("body", "voting"))):
        with folds.lock:
            held, ballots = ballots_of(folds.caught_up(body).board, voting)
            if at - (ballots.posted_at or held.opened) >= EVERY_SECONDS:
                posted += _post(body, voting, keep=AT_LEAST, at=at)
    return posted


def _post(body: str, voting: str, *, keep: int, at: int) -> int:
    """Post the first waiting ballot of each credential, sorted by hash, but for `keep` of them that chance chooses.

    A crash after an act leaves ballots that are posted and still wait: those are forgotten before anything else.
    """
    _forget_posted(body, voting)
    first: dict[str, str] = {}
    rows = WaitingBallot.objects.filter(body=body, voting=voting)
    for slot, sha256 in rows.order_by("-turn").values_list("slot", "sha256"):
        first[slot] = sha256
    chosen = sorted(first.values())
    if keep:
        if len(chosen) < AT_LEAST + keep:
            return 0
        staying = set(secrets.SystemRandom().sample(chosen, keep))
        chosen = [each for each in chosen if each not in staying]
    for start in range(0, len(chosen), MOST_IN_A_BATCH):
        batch = chosen[start : start + MOST_IN_A_BATCH]
        named = [attach(body, bytes(rows.get(sha256=each).data), "application/json") for each in batch]
        perform(body, "BallotsPosted", {"voting": voting, "ballots": named}, at=at)
    _forget_posted(body, voting)
    return len(chosen)


def _forget_posted(body: str, voting: str) -> None:
    """Delete the rows of ballots that are on the board, and what a database's log still has of them."""
    _, ballots = ballots_of(folds.caught_up(body).board, voting)
    rows = WaitingBallot.objects.filter(body=body, voting=voting)
    posted = [pk for pk, sha256 in rows.values_list("pk", "sha256") if sha256 in ballots.known]
    for start in range(0, len(posted), MOST_IN_A_BATCH):
        WaitingBallot.objects.filter(pk__in=posted[start : start + MOST_IN_A_BATCH]).delete()
    if posted and connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def end_ballot(body: str, voting: str, *, at: int, by: str) -> Receipt:
    """Post what waits, add all up while it is encrypted, and take no more. Raises what `BallotingEnded` refuses.

    A crash in between leaves posted ballots and a vote that has not ended: it is ended again.
    """
    with folds.lock:
        held, ballots = ballots_of(folds.caught_up(body).board, voting)
        if held.closes and at < held.closes:
            raise Refusal("NotYetOver", "", voting=voting)
        while _post(body, voting, keep=0, at=at):
            pass
        held, ballots = ballots_of(folds.caught_up(body).board, voting)
        election, _, credentials = prepared(ballots)
        cast = (read_ballot(election, bytes_of(bytes_at, Text(*each))) for each in ballots.posted)
        total = tally_ballots(election, credentials, cast)
        named = attach(body, write_tally(total.tally()), "application/json")
        fields = {"voting": voting, "counted": total.ballots, "sum": named}
        return perform(body, "BallotingEnded", fields, at=at, by=by)


def trustee_of(body: str, voting: str, person: Person | None) -> int:
    """Which trustee somebody is in a vote, from 1; 0 for none."""
    ceremony = Ceremony.objects.filter(body=body, voting=voting).first()
    return ceremonies.number_of(ceremony, person) if ceremony else 0


def hand_in_shuffle(body: str, voting: str, trustee: int, data: bytes, *, at: int, by: str) -> Receipt:
    """Take a trustee's mix, if its proof holds for the papers as they are now.

    Raises `Refusal` ShuffleWrong (another trustee may have mixed meanwhile: begin from the papers as they are now), and
    what `BallotsShuffled` refuses.
    """
    with folds.lock:
        held, ballots = ballots_of(folds.caught_up(body).board, voting)
        election, _, _ = prepared(ballots)
        try:
            shuffle = _read_shuffle(data)
            before = to_shuffle(election, tally_of(held, election, bytes_at))
            check_shuffle(election.group, election.fingerprint, election.y, before, shuffle)
        except Unsound as error:
            raise Refusal("ShuffleWrong", "", problem=str(error)) from error
        named = attach(body, data, "application/json")
        return perform(
            body, "BallotsShuffled", {"voting": voting, "trustee": trustee, "shuffle": named}, at=at, by=by
        )


def _read_shuffle(data: bytes) -> Shuffle:
    if len(data) > MOST_BYTES:
        raise Unsound("it is too long")
    return decode(data, Shuffle, "shuffle")


def hand_in_decryption(body: str, voting: str, trustee: int, data: bytes, *, at: int, by: str) -> Receipt:
    """Take a trustee's part of the count, if every factor is proved.

    Raises `Refusal` DecryptionWrong, and what `BallotsDecrypted` refuses.
    """
    with folds.lock:
        held, ballots = ballots_of(folds.caught_up(body).board, voting)
        election, _, _ = prepared(ballots)
        keys_of = read_trustees(bytes_of(bytes_at, ballots.keys)).keys()
        if not 1 <= trustee <= len(keys_of):
            raise Refusal("NoSuchTrustee", "", trustee=trustee, trustees=len(keys_of))
        try:
            if len(data) > MOST_BYTES:
                raise Unsound("it is too long")
            part = read_decryption(data)
            tally = tally_of(held, election, bytes_at)
            g = Powers(election.group, election.group.g, 6)
            key = Powers(election.group, keys_of[trustee - 1], 6)
            for problem in decryption_defects(g, key, election.fingerprint, tally, part):
                raise Unsound(problem)
        except Unsound as error:
            raise Refusal("DecryptionWrong", "", problem=str(error)) from error
        named = attach(body, data, "application/json")
        return perform(
            body,
            "BallotsDecrypted",
            {"voting": voting, "trustee": trustee, "decryption": named},
            at=at,
            by=by,
        )
