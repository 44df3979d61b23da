"""Secret votes: encrypted ballots on the board, mixed and opened by trustees, so that anyone counts them again.

The record names the files of an election by hash and size; their bytes travel as attachments. What holds without them
is checked here, by everybody and at every replay: who may do what and when, that no ballot comes twice or after the
end, that enough trustees took part, that as many papers come out as ballots went in. What the bytes say (every proof,
the tally, the result) is checked once more wherever they are at hand: by the node before it appends, and by `verify`.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from symbiosis.core.act import Act, Count, Digest, Name, Text
from symbiosis.core.charters import Stage, counted_by, positions_of
from symbiosis.core.decided import voting_of
from symbiosis.core.state import Board, SecretBallots, Voting
from symbiosis.counting import written
from symbiosis.errors import Refusal

Uuid = Annotated[str, msgspec.Meta(pattern=r"^[1-9A-HJ-NP-Za-km-z]{14,22}$")]
"""An election's own name, in base 58: every credential and every proof is bound to it."""
TrusteeNumber = Annotated[int, msgspec.Meta(ge=1, le=64)]
MOST_IN_A_BATCH = 500
"""Ballots named by one act: what fits into an entry."""
MOST_MARK = 255
"""A mark on a secret paper is one byte; 0 says nothing."""


class Election(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The public files of a secret vote: the question with the key, the trustees, and the public credentials.

    Their formats are those of Belenios 2.0 (`docs/spec/ballots.md`). `voters` is the number of credentials.
    """

    uuid: Uuid
    election: Text
    trustees: Text
    credentials: Text
    voters: Count


class PostedBallot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One encrypted ballot, named by its hash; nothing says whose it is, or when it came."""

    sha256: Digest
    size: Count


def check_election(
    stage: Stage, article: str, election: Election | None, entitled: int, options: int
) -> None:
    """A secret vote, and no other, has an election, with one credential for each who may vote.

    Raises `Refusal` BallotsNeeded, CredentialsDiffer.
    """
    if (stage.secrecy == "secret") != (election is not None):
        raise Refusal("BallotsNeeded", article)
    if election is not None and election.voters != entitled:
        raise Refusal("CredentialsDiffer", article, credentials=election.voters, entitled=entitled)


def begun(stage: Stage, election: Election) -> SecretBallots:
    """No ballot is there yet."""
    assert stage.ballots is not None
    return SecretBallots(
        election.uuid,
        election.election,
        election.trustees,
        election.credentials,
        stage.ballots.number,
        stage.ballots.enough,
        counted_by(stage) is not None,
    )


def ballots_of(board: Board, name: str) -> tuple[Voting, SecretBallots]:
    """An open secret vote. Raises `Refusal` NoSuchVoting, NotSecret, VotingIsClosed."""
    voting = voting_of(board, name)
    if voting.ballots is None:
        raise Refusal("NotSecret", "", voting=name)
    if voting.closed:
        raise Refusal("VotingIsClosed", "", voting=name)
    return voting, voting.ballots


class BallotsPosted(Act, frozen=True, kw_only=True):
    """Ballots that arrived, in the order of their hashes, so that nothing tells when each came."""

    voting: Name
    ballots: Annotated[tuple[PostedBallot, ...], msgspec.Meta(min_length=1, max_length=MOST_IN_A_BATCH)]


def check_ballots_posted(board: Board, act: BallotsPosted) -> None:
    """The vote takes ballots still, they are in order, and none was posted before.

    A ballot that came in time may be posted after the last moment to vote: with the others, before the end. Raises
    `Refusal` NoSuchVoting, NotSecret, VotingIsClosed, BallotsOver, BallotsOutOfOrder, BallotTwice.
    """
    _, ballots = ballots_of(board, act.voting)
    if ballots.ended:
        raise Refusal("BallotsOver", "", voting=act.voting)
    hashes = [each.sha256 for each in act.ballots]
    if hashes != sorted(set(hashes)):
        raise Refusal("BallotsOutOfOrder", "", voting=act.voting)
    twice = next((each for each in hashes if each in ballots.known), None)
    if twice is not None:
        raise Refusal("BallotTwice", "", ballot=twice)


def apply_ballots_posted(board: Board, act: BallotsPosted) -> None:
    """They are on the board."""
    _, ballots = ballots_of(board, act.voting)
    ballots.posted += [(each.sha256, each.size) for each in act.ballots]
    ballots.known |= {each.sha256 for each in act.ballots}
    ballots.posted_at = act.at


class BallotingEnded(Act, frozen=True, kw_only=True):
    """No more ballots: of each credential the last one counts, and `sum` has them all together, still encrypted."""

    voting: Name
    counted: Count
    sum: Text


def check_balloting_ended(board: Board, act: BallotingEnded) -> None:
    """The time to vote is over. Raises `Refusal` NoSuchVoting, NotSecret, VotingIsClosed, BallotsOver, NotYetOver,
    CountDiffers."""
    voting, ballots = ballots_of(board, act.voting)
    if ballots.ended:
        raise Refusal("BallotsOver", "", voting=act.voting)
    if voting.closes and act.at < voting.closes:
        raise Refusal("NotYetOver", "", voting=act.voting)
    if act.counted > min(len(ballots.posted), voting.entitled) or (ballots.posted and not act.counted):
        raise Refusal("CountDiffers", "", counted=act.counted, ballots=len(ballots.posted))


def apply_balloting_ended(board: Board, act: BallotingEnded) -> None:
    """The trustees can begin."""
    _, ballots = ballots_of(board, act.voting)
    ballots.ended = act.at
    ballots.counted, ballots.sum = act.counted, act.sum


class BallotsShuffled(Act, frozen=True, kw_only=True):
    """A trustee mixed the encrypted papers, with a proof that none was changed, added or lost."""

    voting: Name
    trustee: TrusteeNumber
    shuffle: Text


def check_ballots_shuffled(board: Board, act: BallotsShuffled) -> None:
    """Papers are mixed after the end and before the first is opened, once by each trustee.

    Raises `Refusal` NoSuchVoting, NotSecret, VotingIsClosed, NothingToMix, NoSuchTrustee, DoneByThisTrustee.
    """
    _, ballots = ballots_of(board, act.voting)
    if not ballots.shuffled or not ballots.ended or not ballots.counted or ballots.decryptions:
        raise Refusal("NothingToMix", "", voting=act.voting)
    _check_trustee(ballots, act.trustee, act.trustee in ballots.shuffles)


def apply_ballots_shuffled(board: Board, act: BallotsShuffled) -> None:
    """What comes next starts from these papers."""
    _, ballots = ballots_of(board, act.voting)
    ballots.shuffles[act.trustee] = act.shuffle


class BallotsDecrypted(Act, frozen=True, kw_only=True):
    """A trustee opened their part of the sum, or of the mixed papers, with a proof that it is the right part."""

    voting: Name
    trustee: TrusteeNumber
    decryption: Text


def check_ballots_decrypted(board: Board, act: BallotsDecrypted) -> None:
    """It is over, papers are mixed, and this trustee did not do it yet; more than enough is not needed.

    Raises `Refusal` NoSuchVoting, NotSecret, VotingIsClosed, NotMixedYet, NothingToOpen, NoSuchTrustee,
    DoneByThisTrustee.
    """
    _, ballots = ballots_of(board, act.voting)
    if not ballots.ended or not ballots.counted or ballots.opened:
        raise Refusal("NothingToOpen", "", voting=act.voting)
    if not ballots.mixed:
        raise Refusal("NotMixedYet", "", mixed=len(ballots.shuffles), needed=ballots.enough)
    _check_trustee(ballots, act.trustee, act.trustee in ballots.decryptions)


def apply_ballots_decrypted(board: Board, act: BallotsDecrypted) -> None:
    """With enough of them the result can be worked out."""
    _, ballots = ballots_of(board, act.voting)
    ballots.decryptions[act.trustee] = act.decryption


def _check_trustee(ballots: SecretBallots, trustee: int, done: bool) -> None:
    if trustee > ballots.trustees:
        raise Refusal("NoSuchTrustee", "", trustee=trustee, trustees=ballots.trustees)
    if done:
        raise Refusal("DoneByThisTrustee", "", trustee=trustee)


def check_all_opened(voting: Voting, tally: dict[str, int], reported: dict[str, int]) -> None:
    """The closing act of a secret vote has every paper that was opened, and those that tellers counted by hand.

    Raises `Refusal` NotOpenedYet, TallyDiffers.
    """
    ballots = voting.ballots
    if ballots is None:
        return
    if not ballots.opened:
        raise Refusal("NotOpenedYet", "", opened=len(ballots.decryptions), needed=ballots.enough)
    if sum(tally.values()) != ballots.counted + sum(reported.values()):
        raise Refusal("TallyDiffers", "", voting=voting.id)


def position_of(voting: Voting, stage: Stage, marks: tuple[int, ...]) -> str:
    """What an opened paper says: a position as in an open vote; "spoiled" where it breaks the method's rules.

    Each mark is 0 for nothing, else the place, or how far the mark is above the smallest one, from 1.
    """
    method = counted_by(stage)
    assert method is not None
    if len(marks) != len(voting.options):
        return written.SPOILED
    least = 1 if method.paper == "ranking" else written.bounds(method, stage.settings)[0]
    read = [mark - 1 + least if mark else None for mark in marks]
    if written.spoiled_by(method, read, stage.settings):
        return written.SPOILED
    return written.settled(method, read)


def answers_of(voting_options: tuple[str, ...], stage: Stage) -> tuple[str, ...]:
    """What the question of a secret vote offers: the options of a paper, or the positions."""
    return voting_options if counted_by(stage) else positions_of(stage)


def fits_secret_paper(stage: Stage) -> bool:
    """Whether every mark of the stage's method fits into the byte that a secret paper has for it."""
    method = counted_by(stage)
    if method is None or method.paper == "ranking":
        return True
    least, most = written.bounds(method, stage.settings)
    return most - least + 1 <= MOST_MARK
