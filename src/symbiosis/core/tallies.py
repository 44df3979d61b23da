"""Tallies made by hand: reported by two tellers, late but sealed in time, counted again, corrected."""

from __future__ import annotations

from typing import Annotated

import msgspec

from symbiosis.core.act import Act, BodyId, Count, Line, Moment, Name, Tally
from symbiosis.core.charters import counted_by
from symbiosis.core.decided import voting_of
from symbiosis.core.outcomes import add_milestone, added, check_outcome, outcome_of, positive
from symbiosis.core.papers import check_position
from symbiosis.core.received import Received, check_for_body, proven, sent_act
from symbiosis.core.state import Board, BodyTally, Note, Report, Voting
from symbiosis.counting.outcomes import Outcome
from symbiosis.counting.written import is_paper
from symbiosis.errors import Refusal

Tellers = Annotated[tuple[Name, ...], msgspec.Meta(min_length=2, max_length=9)]


class TallyReported(Act, frozen=True, kw_only=True):
    """Two tellers say what they counted, in the body's own voting or in its part of a referendum (`to`).

    `tellers` are marks that the body can resolve, never names. `sealed` is when papers that arrive late were
    sealed: then `counts` are those papers alone. `estimated` says that raised hands were judged by eye.
    """

    to: BodyId | None = None
    voting: Name
    counts: Tally
    tellers: Tellers
    sealed: Moment | None = None
    estimated: bool = False


def check_tally_reported(board: Board, act: TallyReported) -> None:
    """Two different tellers, no more votes than people, an estimate only where the charter takes one. Raises
    `Refusal` TwoTellersNeeded, MoreThanTheRoll, NoSuchVoting, VotingIsClosed, NotInThatConfederation,
    CountThemAll."""
    check_tellers(act.tellers, 2)
    if act.to and act.to != board.id:
        check_for_body(board, act.to)
        if board.members and sum(act.counts.values()) > board.members:
            raise Refusal("MoreThanTheRoll", "", present=sum(act.counts.values()), roll=board.members)
        return
    voting = voting_of(board, act.voting)
    if voting.rule(board).electorate != "members":
        raise Refusal("NotInTheElectorate", f"matters.{voting.matter}")
    if voting.closed:
        raise Refusal("VotingIsClosed", "", voting=act.voting)
    if act.estimated and not voting.rule(board).estimates:
        raise Refusal("CountThemAll", f"matters.{voting.matter}")
    _check_papers(board, voting, act.counts)
    _check_not_more(added([act.counts, *[report.counts for report in voting.reported]]), voting.entitled)


def apply_tally_reported(board: Board, act: TallyReported) -> None:
    """It is counted when the voting closes."""
    tally = BodyTally(dict(act.counts), act.tellers, act.sealed is not None, board.size, act.estimated)
    board.reports[board.size] = Report(act.voting, act.to or "", board.id, tally)
    if not act.to or act.to == board.id:
        tally.late = False
        board.votings[act.voting].reported.append(tally)


class TallyReportedReceived(Received, frozen=True, kw_only=True):
    """A body's part of a referendum."""


def check_tally_reported_received(board: Board, act: TallyReportedReceived) -> None:
    """The referendum is open to that body, and it votes with no more than its people.

    Raises `Refusal` NoSuchVoting, VotingIsClosed, NotInTheElectorate, MoreThanTheRoll, CountThemAll.
    """
    sent = proven(board, act, TallyReported)
    voting = voting_of(board, sent.voting)
    if voting.closed or (voting.closes and act.at > voting.closes):
        raise Refusal("VotingIsClosed", "", voting=sent.voting)
    if sent.estimated and not voting.rule(board).estimates:
        raise Refusal("CountThemAll", f"matters.{voting.matter}")
    _check_papers(board, voting, sent.counts)
    _check_part(board, voting, act.sender, sent.counts)


def apply_tally_reported_received(board: Board, act: TallyReportedReceived) -> None:
    """It is added to what that body reported before."""
    sent = sent_act(act, TallyReported)
    tally = BodyTally(dict(sent.counts), sent.tellers, False, _index(act.proof), sent.estimated)
    board.votings[sent.voting].tallies.setdefault(act.sender, []).append(tally)


def _index(proof: str) -> int:
    """The entry's index as its proof names it (the line "index N"), which the check has verified."""
    line = next(line for line in proof.splitlines() if line.startswith("index "))
    return int(line.removeprefix("index "))


def _check_part(board: Board, voting: Voting, body: str, counts: dict[str, int]) -> None:
    if voting.rule(board).electorate != "referendum" or body not in voting.electorate:
        raise Refusal("NotInTheElectorate", f"matters.{voting.matter}")
    before = [report.counts for report in voting.tallies.get(body, [])]
    _check_not_more(added([counts, *before]), voting.electorate[body])


def _check_papers(board: Board, voting: Voting, counts: dict[str, int]) -> None:
    """Where papers are counted, each is one that can be, or stands among the spoiled."""
    stage = voting.rule(board)
    for position, count in counts.items():
        if count and (counted_by(stage) or is_paper(position)):
            check_position(voting, stage, position, by_hand=True)


def _check_not_more(counts: dict[str, int], most: int) -> None:
    if sum(counts.values()) > most:
        raise Refusal("MoreThanTheRoll", "", present=sum(counts.values()), roll=most)


class LateTallyAccepted(Act, frozen=True, kw_only=True):
    """Votes sealed before the close that arrived after it, within the charter's grace.

    `body` is whose they are (this body itself in an assembly). In a referendum `entry` and `proof` are that
    body's own report; elsewhere two `tellers` here opened the envelope. `outcome` is what comes of it.
    """

    voting: Name
    body: BodyId
    counts: Tally
    sealed: Moment
    tellers: Tellers
    entry: str = ""
    proof: str = ""
    outcome: Outcome


def check_late_tally_accepted(board: Board, act: LateTallyAccepted) -> None:
    """Sealed in time, here in time, not yet certified, and the outcome is what the record then gives.

    Raises `Refusal` VotingStillOpen, SealedTooLate, GraceIsOver, AlreadyCertified, NotInTheElectorate,
    AlreadyVoted, MoreThanTheRoll, TallyDiffers, OutcomeDiffers.
    """
    voting = voting_of(board, act.voting)
    stage = voting.rule(board)
    article = f"matters.{voting.matter}.late_grace_hours"
    if not voting.closed:
        raise Refusal("VotingStillOpen", "", voting=act.voting)
    if voting.standing == "certified":
        raise Refusal("AlreadyCertified", "", voting=act.voting)
    if act.sealed > (voting.closes or voting.closed):
        raise Refusal("SealedTooLate", article)
    if act.at > voting.closed + stage.late_grace_hours * 3600:
        raise Refusal("GraceIsOver", article, hours=stage.late_grace_hours)
    check_tellers(act.tellers, 2)
    _check_papers(board, voting, act.counts)
    if stage.electorate == "referendum":
        _check_proven_report(board, act)
        _check_part(board, voting, act.body, act.counts)
    elif stage.electorate == "delegations":
        if act.body not in voting.electorate:
            raise Refusal("NotInTheElectorate", article)
        if act.body in voting.final_votes:
            raise Refusal("AlreadyVoted", "", voting=act.voting)
        if sum(act.counts.values()) != voting.electorate[act.body]:
            raise Refusal(
                "WrongNumberOfVotes", "", votes=sum(act.counts.values()), has=voting.electorate[act.body]
            )
    elif act.body != board.id:
        raise Refusal("NotInTheElectorate", article)
    else:
        _check_not_more(added([act.counts, voting.tally]), voting.entitled)
    check_outcome(act.outcome, late_outcome(board, voting, act.body, act.counts, act.tellers))


def _check_proven_report(board: Board, act: LateTallyAccepted) -> None:
    received = TallyReportedReceived(
        v=1, at=act.at, date=act.date, sender=act.body, entry=act.entry, proof=act.proof
    )
    sent = proven(board, received, TallyReported)
    if (sent.voting, sent.counts, sent.sealed, sent.tellers) != (
        act.voting,
        act.counts,
        act.sealed,
        act.tellers,
    ):
        raise Refusal("TallyDiffers", "", voting=act.voting)


def late_outcome(
    board: Board, voting: Voting, body: str, counts: dict[str, int], tellers: tuple[str, ...]
) -> Outcome:
    """The outcome if these late votes were counted; the state is left as it was.

    Raises `Refusal` NotInTheElectorate: a node asks this before any check.
    """
    _check_takes_part(board, voting, body)
    tallies = {sender: list(reports) for sender, reports in voting.tallies.items()}
    final, reported = dict(voting.final_votes), list(voting.reported)
    _add_late(board, voting, body, counts, tellers, -1)
    try:
        return outcome_of(board, voting)
    finally:
        voting.tallies, voting.final_votes, voting.reported = tallies, final, reported


def _check_takes_part(board: Board, voting: Voting, body: str) -> None:
    if voting.rule(board).electorate != "members" and body not in voting.electorate:
        raise Refusal("NotInTheElectorate", f"matters.{voting.matter}")


def _add_late(
    board: Board, voting: Voting, body: str, counts: dict[str, int], tellers: tuple[str, ...], origin: int
) -> None:
    electorate = voting.rule(board).electorate
    if electorate == "referendum":
        voting.tallies.setdefault(body, []).append(BodyTally(dict(counts), tellers, True, origin))
    elif electorate == "delegations":
        voting.final_votes[body] = dict(counts)
    else:
        voting.reported.append(BodyTally(dict(counts), tellers, True, origin))


def apply_late_tally_accepted(board: Board, act: LateTallyAccepted) -> None:
    """A new provisional outcome; the one before stays in the history."""
    voting = board.votings[act.voting]
    origin = _index(act.proof) if act.proof else -1
    _add_late(board, voting, act.body, act.counts, act.tellers, origin)
    add_milestone(board, voting, act.outcome, "provisional", "LateTallyAccepted", act.at)


class RecountReported(Act, frozen=True, kw_only=True):
    """A contested count, made again by counters of other bodies (in an assembly: by other tellers)."""

    voting: Name
    body: BodyId
    counts: Tally
    counters: tuple[str, ...]
    outcome: Outcome


def check_recount_reported(board: Board, act: RecountReported) -> None:
    """The count was contested; the counters are enough, differ, and are neither of the body counted nor of
    the one that contests. Raises `Refusal` NothingToContest, WrongCounters, MoreThanTheRoll, OutcomeDiffers."""
    voting = voting_of(board, act.voting)
    stage = voting.rule(board)
    if act.body not in voting.contests:
        raise Refusal("NothingToContest", "", voting=act.voting)
    check_tellers(act.counters, stage.counters)
    if stage.electorate == "members":
        before = {teller for report in voting.reported for teller in report.tellers}
        wrong = before & set(act.counters)
    else:
        wrong = {act.body, voting.contests[act.body]} & set(act.counters)
        wrong |= {body for body in act.counters if body not in voting.electorate}
    if wrong:
        raise Refusal("WrongCounters", f"matters.{voting.matter}.counters")
    _check_papers(board, voting, act.counts)
    _check_not_more(act.counts, voting.electorate.get(act.body, voting.entitled))
    check_outcome(act.outcome, recount_outcome(board, voting, act.body, act.counts))


def recount_outcome(board: Board, voting: Voting, body: str, counts: dict[str, int]) -> Outcome:
    """The outcome if a body's votes are what a recount says; the state is left as it was.

    Raises `Refusal` NotInTheElectorate: a node asks this before any check.
    """
    _check_takes_part(board, voting, body)
    tallies, reported, tally = dict(voting.tallies), list(voting.reported), dict(voting.tally)
    _put_recount(board, voting, body, counts, ())
    try:
        return outcome_of(board, voting)
    finally:
        voting.tallies, voting.reported, voting.tally = tallies, reported, tally


def _put_recount(
    board: Board, voting: Voting, body: str, counts: dict[str, int], counters: tuple[str, ...]
) -> None:
    if voting.rule(board).electorate == "members":
        voting.tally = dict(counts)
        voting.reported = [BodyTally(dict(counts), counters)]
    else:
        voting.tallies[body] = [BodyTally(dict(counts), counters)]


def apply_recount_reported(board: Board, act: RecountReported) -> None:
    """The recount takes the place of the count; the contest is answered."""
    voting = board.votings[act.voting]
    _put_recount(board, voting, act.body, act.counts, act.counters)
    del voting.contests[act.body]
    voting.recounted.add(act.body)
    add_milestone(board, voting, act.outcome, "recounted", "RecountReported", act.at)


class Corrected(Act, frozen=True, kw_only=True):
    """An entry should have said something else: a note, and for a reported tally the right `counts`.

    Only the same `tellers` correct their figures, and only before certification. `outcome` is given where
    the voting here has closed. `to` is where the tally had been sent.
    """

    to: BodyId | None = None
    entry: Count
    note: Line
    counts: Tally | None = None
    tellers: tuple[Name, ...] = ()
    outcome: Outcome | None = None


def check_corrected(board: Board, act: Corrected) -> None:
    """There is such an entry; figures are corrected by those who attested them. Raises `Refusal` NoSuchEntry,
    NotAReport, NotTheSameTellers, AlreadyCertified, MoreThanTheRoll, OutcomeDiffers."""
    if act.entry >= board.size:
        raise Refusal("NoSuchEntry", "", entry=act.entry)
    if act.counts is None:
        return
    report = board.reports.get(act.entry)
    if report is None or report.to != (act.to or ""):
        raise Refusal("NotAReport", "", entry=act.entry)
    if set(report.tally.tellers) != set(act.tellers):
        raise Refusal("NotTheSameTellers", "")
    if report.to and report.to != board.id:
        return
    _check_correction(board, board.votings[report.voting], report.tally, act.counts, act.outcome)


def apply_corrected(board: Board, act: Corrected) -> None:
    """The note stands beside the entry; corrected figures count from now on."""
    board.notes.append(Note(act.entry, act.note, act.at))
    if act.counts is None:
        return
    report = board.reports[act.entry]
    if report.to and report.to != board.id:
        report.tally.counts = dict(act.counts)
        return
    _correct(board, board.votings[report.voting], report.tally, act.counts, act.outcome, act.at)


class CorrectedReceived(Received, frozen=True, kw_only=True):
    """A body's tellers correct the tally that they had sent; `outcome` where the voting has closed."""

    outcome: Outcome | None = None


def check_corrected_received(board: Board, act: CorrectedReceived) -> None:
    """It corrects a tally received from that body. Raises `Refusal` NotAReport, AlreadyCertified,
    MoreThanTheRoll, OutcomeDiffers."""
    sent = proven(board, act, Corrected)
    voting, tally = _received_report(board, act.sender, sent)
    assert sent.counts is not None
    _check_correction(board, voting, tally, sent.counts, act.outcome)


def apply_corrected_received(board: Board, act: CorrectedReceived) -> None:
    """The corrected figures count from now on."""
    sent = sent_act(act, Corrected)
    voting, tally = _received_report(board, act.sender, sent)
    board.notes.append(Note(board.size, sent.note, act.at))
    _correct(board, voting, tally, sent.counts or {}, act.outcome, act.at)


def _received_report(board: Board, sender: str, sent: Corrected) -> tuple[Voting, BodyTally]:
    for voting in board.votings.values():
        for tally in voting.tallies.get(sender, []):
            if tally.origin == sent.entry and sent.counts is not None:
                if set(tally.tellers) != set(sent.tellers):
                    raise Refusal("NotTheSameTellers", "")
                return voting, tally
    raise Refusal("NotAReport", "", entry=sent.entry)


def _check_correction(
    board: Board, voting: Voting, tally: BodyTally, counts: dict[str, int], outcome: Outcome | None
) -> None:
    if voting.standing == "certified":
        raise Refusal("AlreadyCertified", "", voting=voting.id)
    most = voting.electorate.get(_sender_of(voting, tally), voting.entitled)
    _check_papers(board, voting, counts)
    _check_not_more(counts, most)
    if not voting.closed:
        if outcome is not None:
            raise Refusal("OutcomeDiffers", "", stated=outcome.result, computed="")
        return
    computed = corrected_outcome(board, voting, tally, counts)
    if outcome is None:
        raise Refusal("OutcomeDiffers", "", stated="", computed=computed.result)
    check_outcome(outcome, computed)


def _sender_of(voting: Voting, tally: BodyTally) -> str:
    return next((body for body, all_of in voting.tallies.items() if any(t is tally for t in all_of)), "")


def corrected_outcome(board: Board, voting: Voting, tally: BodyTally, counts: dict[str, int]) -> Outcome:
    """The outcome if a report had said these counts; the state is left as it was."""
    before_counts, before_tally = tally.counts, voting.tally
    _put_correction(voting, tally, counts)
    try:
        return outcome_of(board, voting)
    finally:
        tally.counts, voting.tally = before_counts, before_tally


def _put_correction(voting: Voting, tally: BodyTally, counts: dict[str, int]) -> None:
    if voting.closed and voting.tally and not tally.late:
        cast = {name: voting.tally.get(name, 0) - tally.counts.get(name, 0) for name in voting.tally}
        voting.tally = positive(added([cast, counts]))
    tally.counts = dict(counts)


def _correct(
    board: Board, voting: Voting, tally: BodyTally, counts: dict[str, int], outcome: Outcome | None, at: int
) -> None:
    _put_correction(voting, tally, counts)
    if outcome is not None:
        add_milestone(board, voting, outcome, "provisional", "Corrected", at)


def check_tellers(tellers: tuple[str, ...], needed: int) -> None:
    """So many different people count; `Refusal` TwoTellersNeeded."""
    if len(set(tellers)) < needed or len(set(tellers)) != len(tellers):
        raise Refusal("TwoTellersNeeded", "", needed=needed)
