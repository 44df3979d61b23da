"""Secret votes from a record and its attachments: the archive, what it must be, and its result counted again.

The record names every file of an election by its hash. With the files at hand anybody puts the archive together again,
byte for byte the one that `belenios-tool election verify` reads, and audits it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container

from symbiosis.ballots.archive import Archive
from symbiosis.ballots.audit import audit
from symbiosis.ballots.decryption import (
    Factors,
    Result,
    combine,
    open_tally,
    read_decryption,
    write_result,
)
from symbiosis.ballots.election import Election, group_for, read_election
from symbiosis.ballots.pool import Engine, here
from symbiosis.ballots.questions import Added, Question, Shuffled
from symbiosis.ballots.reports import Report
from symbiosis.ballots.tally import Tally, read_tally, with_shuffled
from symbiosis.ballots.trustees import Trustees, read_trustees
from symbiosis.ballots.wire import Shuffle, SizedTally, ThresholdParameters, decode, encode, write_weight
from symbiosis.core.act import Text
from symbiosis.core.charters import Charter, Stage, counted_by, matter_of
from symbiosis.core.outcomes import added, positive
from symbiosis.core.secret_votes import answers_of, position_of
from symbiosis.core.state import Board, SecretBallots, Voting
from symbiosis.errors import Unsound

Fetch = Callable[[str], bytes | None]
"""The bytes with a SHA-256 (hexadecimal), or None where they are not at hand."""


def question_for(stage: Stage, title: str, options: tuple[str, ...]) -> Question:
    """What voters are asked: one of the positions, added up while encrypted; or a paper, shuffled and then opened."""
    answers = answers_of(options, stage)
    return Shuffled(title, answers) if counted_by(stage) else Added(title, answers, 1, 1)


def title_for(board: Board, charter: Charter, matter: str, proposal: str) -> str:
    """What the vote is called in its election: the proposal's title, or the matter's in the charter it opens under."""
    held = board.proposals.get(proposal)
    return held.title if held else matter_of(charter, matter).title


def bytes_of(fetch: Fetch, text: Text) -> bytes:
    """The file that an act names. Raises `Unsound` where it is not at hand or has another size."""
    data = fetch(text.sha256)
    if data is None or len(data) != text.size:
        raise Unsound("a file of the secret vote is not there", f"attachment {text.sha256}")
    return data


def _ballots(voting: Voting) -> SecretBallots:
    if voting.ballots is None:
        raise Unsound("this vote is not secret", voting.id)
    return voting.ballots


def election_of(voting: Voting, fetch: Fetch) -> tuple[Election, Trustees]:
    """What was asked and who holds the key. Raises `Unsound`."""
    ballots = _ballots(voting)
    election = read_election(bytes_of(fetch, ballots.election))
    return election, read_trustees(bytes_of(fetch, ballots.keys))


def tally_of(voting: Voting, election: Election, fetch: Fetch) -> Tally:
    """The encrypted sum, or the papers after the last mix: what trustees open. Raises `Unsound`."""
    ballots = _ballots(voting)
    if ballots.sum is None:
        raise Unsound("the ballot has not ended", voting.id)
    tally = read_tally(bytes_of(fetch, ballots.sum))
    for text in list(ballots.shuffles.values())[-1:]:
        shuffle = decode(bytes_of(fetch, text), Shuffle, "shuffle")
        tally = with_shuffled(election, tally, shuffle.ciphertexts)
    return tally


def result_of(voting: Voting, fetch: Fetch) -> Result:
    """The result that follows from the trustees' parts, which were checked when they came. Raises `Unsound`."""
    ballots = _ballots(voting)
    election, trustees = election_of(voting, fetch)
    tally = tally_of(voting, election, fetch)
    parts: dict[int, Factors] = {
        number: read_decryption(bytes_of(fetch, text)).decryption_factors
        for number, text in ballots.decryptions.items()
    }
    result, _overfull = open_tally(election, tally, combine(election.group, trustees, parts), ballots.counted)
    return result


def tally_from(board: Board, voting: Voting, result: Result) -> dict[str, int]:
    """A result as the tally of the closing act: counts by position or by paper."""
    stage = voting.rule(board)
    rows = result[0]
    if counted_by(stage):
        papers = [position_of(voting, stage, row) for row in rows if isinstance(row, tuple)]
        return dict(sorted(Counter(papers).items()))
    counts = [row for row in rows if not isinstance(row, tuple)]
    return positive(dict(zip(answers_of(voting.options, stage), counts, strict=True)))


def archive_of(voting: Voting, fetch: Fetch) -> bytes:
    """The election as one `.bel` file, as far as it has come. Raises `Unsound` where a file is not at hand."""
    ballots = _ballots(voting)
    archive = Archive(voting.opened)
    archive.set_up(*(bytes_of(fetch, each) for each in (ballots.election, ballots.keys, ballots.credentials)))
    for sha256, size in ballots.posted:
        archive.bring("Ballot", bytes_of(fetch, Text(sha256, size)))
    if not ballots.ended:
        return archive.data
    archive.add_event("EndBallots")
    if not ballots.counted or ballots.sum is None:
        return archive.data
    name = archive.add_data(bytes_of(fetch, ballots.sum))
    sized = SizedTally(ballots.counted, write_weight(ballots.counted), name)
    archive.add_event("EncryptedTally", archive.add_data(encode(sized)))
    for trustee, text in ballots.shuffles.items():
        archive.bring_owned("Shuffle", trustee, bytes_of(fetch, text))
    if ballots.shuffles and ballots.decryptions:
        archive.add_event("EndShuffles")
    for trustee, text in ballots.decryptions.items():
        archive.bring_owned("PartialDecryption", trustee, bytes_of(fetch, text))
    if voting.closed and ballots.opened:
        archive.bring("Result", write_result(result_of(voting, fetch)))
    return archive.data


def has_files(voting: Voting, attachments: Container[str]) -> bool:
    """Whether every file that the record names of a secret vote is at hand."""
    ballots = _ballots(voting)
    named = [ballots.election, ballots.keys, ballots.credentials, *ballots.shuffles.values()]
    named += [*ballots.decryptions.values(), *([ballots.sum] if ballots.sum else [])]
    hashes = [text.sha256 for text in named] + [sha256 for sha256, _ in ballots.posted]
    return all(sha256 in attachments for sha256 in hashes)


def check_election_files(board: Board, voting: Voting, fetch: Fetch) -> None:
    """The election asks what the vote is about, in the group for such questions, of as many trustees as the charter
    says. Raises `Unsound`."""
    ballots, stage = _ballots(voting), voting.rule(board)
    election, trustees = election_of(voting, fetch)
    charter = board.charters[voting.charter].charter
    title = title_for(board, charter, voting.matter, voting.proposal)
    question = question_for(stage, title, voting.options)
    wrong = {
        "it has another name than the record says": election.uuid != ballots.uuid,
        "it asks something else than the record says": election.questions != (question,),
        "it is in another group": election.group != group_for((question,)),
        "it has another number of trustees": len(trustees.keys()) != ballots.trustees,
        "another number of trustees is enough": _enough(trustees) != ballots.enough,
    }
    for problem, is_so in wrong.items():
        if is_so:
            raise Unsound(f"the election of a secret vote: {problem}", f"vote {voting.id}")


def _enough(trustees: Trustees) -> int:
    return sum(item.threshold if isinstance(item, ThresholdParameters) else 1 for item in trustees.items)


def check_secret_vote(board: Board, voting: Voting, fetch: Fetch, engine: Engine = here) -> Report:
    """Audit a secret vote of a record and compare its result with the closing act.

    Gives the audit's report. Raises `Unsound` where a file is not at hand, the election is not the one that the record
    speaks of, the audit has a defect (the first is named), or the tally is not that of the ballots.
    """
    where = f"vote {voting.id}"
    check_election_files(board, voting, fetch)
    report = audit(archive_of(voting, fetch), engine)
    for finding in report.defects:
        raise Unsound(f"the secret vote does not hold: {finding.code} {finding.where}".strip(), where)
    ballots = _ballots(voting)
    if report.voters != voting.entitled:
        raise Unsound(f"{report.voters} credentials where {voting.entitled} may vote", where)
    if ballots.ended and report.counted != ballots.counted:
        raise Unsound(f"{report.counted} ballots count, the record says {ballots.counted}", where)
    if voting.closed:
        opened = tally_from(board, voting, report.result) if report.result is not None else {}
        reported = [each.counts for each in voting.reported if not each.late]
        if positive(voting.tally) != positive(added([opened, *reported])):
            raise Unsound("the tally of the closing act is not that of the ballots", where)
    return report
