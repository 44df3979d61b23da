"""Outcomes: computed from the record by the charter's rule, provisional, contested, certified, in force."""

from __future__ import annotations

from fractions import Fraction

from symbiosis.core.act import Act, BodyId, Count, Day, Digest, Line, Name, Tally
from symbiosis.core.charters import Stage, counted_by
from symbiosis.core.decided import voting_of
from symbiosis.core.mandates import covers, mandate_in_force
from symbiosis.core.meetings import last_attendance
from symbiosis.core.papers import judge_papers
from symbiosis.core.proposals import check_not_suspended
from symbiosis.core.received import Received, check_for_body, proven, sent_act, sister_of
from symbiosis.core.secret_votes import check_all_opened
from symbiosis.core.state import Board, Milestone, Proposal, Voting, day_after, days_between
from symbiosis.core.stated import check_over, check_parts, whole_tally
from symbiosis.core.voting import covering, standing_votes
from symbiosis.counting.outcomes import (
    Outcome,
    bodies_by_side,
    judge_consensus,
    judge_deciding,
    judge_vote,
    side_of,
    summed,
)
from symbiosis.counting.written import in_short
from symbiosis.errors import Refusal

Numbers = dict[str, dict[str, Fraction]]


class VotingClosed(Act, frozen=True, kw_only=True):
    """The vote is over; `tally` (of members) and `outcome` are what anyone computes again from the record.

    Where the papers are too many for one entry, `tally` is empty and `parts` says in how many acts they were stated.
    """

    voting: Name
    tally: Tally = {}
    parts: Count = 0
    outcome: Outcome


def check_voting_closed(board: Board, act: VotingClosed) -> None:
    """The time is over and tally and outcome are those that the record gives.

    Raises `Refusal` NoSuchVoting, VotingIsClosed, NotYetOver, ItemSuspended, PartsDiffer, TallyDiffers,
    MoreThanTheRoll, NotOpenedYet, OutcomeDiffers.
    """
    voting = voting_of(board, act.voting)
    check_over(board, voting, act.at)
    check_parts(voting, act.tally, act.parts)
    tally = whole_tally(voting, act.tally, act.parts)
    stage = voting.rule(board)
    if stage.electorate == "members":
        reported = added([report.counts for report in voting.reported])
        below = any(tally.get(choice, 0) < count for choice, count in reported.items())
        if below or (stage.secrecy == "hands" and positive(tally) != positive(reported)):
            raise Refusal("TallyDiffers", "", voting=act.voting)
        if sum(tally.values()) > voting.entitled:
            raise Refusal("MoreThanTheRoll", "", present=sum(tally.values()), roll=voting.entitled)
        check_all_opened(voting, tally, reported)
    elif tally:
        raise Refusal("TallyDiffers", "", voting=act.voting)
    check_outcome(act.outcome, outcome_of(board, voting, tally, act.date))


def apply_voting_closed(board: Board, act: VotingClosed) -> None:
    """The votes as they stand now are final; the outcome is provisional until certified."""
    voting = board.votings[act.voting]
    if voting.rule(board).electorate == "delegations":
        voting.final_votes = standing_votes(board, voting)
        voting.final_mandates = covering(board, voting)
    voting.tally = dict(whole_tally(voting, act.tally, act.parts))
    voting.stated, voting.parts = {}, 0
    voting.closed, voting.closed_date = act.at, act.date
    add_milestone(board, voting, act.outcome, "provisional", "VotingClosed", act.at)


def outcome_of(board: Board, voting: Voting, tally: dict[str, int] | None = None, day: str = "") -> Outcome:
    """What the charter that the voting opened under says of its figures as they are now.

    `tally` is that of the members; by default the one it closed with. `day` is that of the closing act, by
    default that of the last act: mandates in force on it count.
    """
    stage, known = voting.rule(board), voting.tally if tally is None else tally
    figures = figures_of(board, voting, known, day)
    method = counted_by(stage)
    if method is not None:
        return judge_papers(voting, stage, method, all_papers(board, voting, known, day), figures)
    return judged_by(stage, figures)


def all_papers(board: Board, voting: Voting, tally: dict[str, int], day: str = "") -> dict[str, int]:
    """Every paper of a vote that counts papers, wherever it was cast, with what was cast late."""
    electorate = voting.rule(board).electorate
    if electorate == "members":
        return added([tally, *[report.counts for report in voting.reported if report.late]])
    if electorate == "referendum":
        return added(list(body_counts(voting).values()))
    return added(list(standing_votes(board, voting, day).values()))


def judged_by(stage: Stage, figures: Numbers) -> Outcome:
    """What a charter's stage says of these figures."""
    if stage.method == "deciding":
        return judge_deciding(figures, stage.quorum, stage.counted_in, stage.tie == "passes")
    if stage.method == "consensus":
        unit = "members" if stage.electorate == "members" else "bodies"
        return judge_consensus(figures, stage.quorum, unit, stage.stand_aside_limit)
    return judge_vote(
        figures, stage.conditions, stage.quorum, tie=stage.tie == "passes", empty=stage.empty == "passes"
    )


def figures_of(board: Board, voting: Voting, tally: dict[str, int], day: str = "") -> Numbers:
    """Every number that a condition may look at, by unit: what was cast, and every base."""
    stage = voting.rule(board)
    meeting = board.meetings.get(voting.meeting)
    present = Fraction(meeting.present or 0) if meeting else Fraction(0)
    if stage.electorate == "members":
        late = [report.counts for report in voting.reported if report.late]
        members = summed({"members": in_short(added([tally, *late]))})
        members |= {"entitled": Fraction(voting.entitled), "present": present}
        if any("last_attendance" in each.of for each in (*stage.quorum, *stage.conditions)):
            members["last_attendance"] = Fraction(last_attendance(board))
        return {"members": members}
    every = sum(voting.weights.values(), Fraction(0))
    if stage.electorate == "referendum":
        counted = _in_short(body_counts(voting))
        members = summed(counted) | {"entitled": Fraction(voting.entitled)}
        bodies = bodies_by_side(counted, voting.weights) | {"all": every, "entitled": every}
        return {"members": members, "bodies": bodies}
    if stage.electorate == "bodies":
        silent = {} if stage.silence == "nothing" else dict.fromkeys(voting.electorate, stage.silence)
        answers = {body: {answer: 1} for body, answer in (silent | voting.answers).items()}
        bodies = bodies_by_side(answers, voting.weights) | {"all": every, "entitled": every}
        return {"bodies": bodies}
    votes = _in_short(standing_votes(board, voting, day))
    bodies = bodies_by_side(votes, voting.weights) | {
        "all": every,
        "entitled": every,
        "present": present if meeting else sum((voting.weights[b] for b in votes), Fraction(0)),
        "with_mandate": voting.final_mandates if voting.closed else covering(board, voting),
    }
    return {"votes": summed(votes) | {"entitled": Fraction(voting.entitled)}, "bodies": bodies}


def _in_short(counts: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    """Papers as "marked", "blank" and "spoiled": what conditions look at; positions stay as they are."""
    return {body: in_short(each) for body, each in counts.items()}


def body_counts(voting: Voting) -> dict[str, dict[str, int]]:
    """Each body's members' votes in a referendum, its reports added up."""
    return {body: added([report.counts for report in reports]) for body, reports in voting.tallies.items()}


def added(counts: list[dict[str, int]]) -> dict[str, int]:
    """Several counts as one."""
    total: dict[str, int] = {}
    for each in counts:
        for choice, count in each.items():
            total[choice] = total.get(choice, 0) + count
    return total


def positive(counts: dict[str, int]) -> dict[str, int]:
    """Counts without their zeros."""
    return {choice: count for choice, count in counts.items() if count}


def check_outcome(stated: Outcome, computed: Outcome) -> None:
    """An act's outcome is the one that the record gives; `Refusal` OutcomeDiffers."""
    if stated != computed:
        raise Refusal("OutcomeDiffers", "", stated=stated.result, computed=computed.result)


def add_milestone(
    board: Board, voting: Voting, outcome: Outcome, standing: str, because: str, at: int
) -> None:
    """Put an outcome at the end of the voting's history, and say what becomes of the item."""
    voting.history.append(Milestone(standing, outcome, at, board.size, because))
    proposal = board.proposals.get(voting.proposal)
    if proposal is None:
        return
    matter = board.charters[voting.charter].charter.matters[voting.matter]
    more = voting.stage < len(matter.stages) and matter.stages[voting.stage].after == outcome.result
    lost_to = voting.rule(board).if_lost
    proposal.referred_to = lost_to if outcome.result != "adopted" and not more else ""
    if standing == "certified" and not more:
        now = board.charter.matters.get(proposal.matter)
        proposal.answered = proposal.answered or board.date
        if outcome.result == "adopted":
            proposal.state = "adopted"
            days = now.review_adopted_days if now else 0
            proposal.review_on = day_after(board.date, days) if days else ""
        else:
            lose(board, proposal, now.review_days if now else 0)


def lose(board: Board, proposal: Proposal, review_days: int) -> None:
    """The item is over; what was provisionally in force is void from today on, and not before."""
    proposal.state = "lost"
    proposal.review_on = day_after(board.date, review_days)
    for voting in board.votings.values():
        if voting.proposal == proposal.id and voting.in_force and not voting.void_from:
            voting.void_from = board.date


class OutcomeContested(Act, frozen=True, kw_only=True):
    """A body contests the count of one body (or its own, at home) in a vote; `reason` in a line."""

    to: BodyId | None = None
    voting: Name
    body: BodyId
    reason: Line | None = None


def check_outcome_contested(board: Board, act: OutcomeContested) -> None:
    """There is a count to contest and time for it. Raises `Refusal` NotInThatConfederation, NoSuchVoting,
    NothingToContest, ContestTooLate, AlreadyContested."""
    if act.to and act.to != board.id:
        check_for_body(board, act.to)
    else:
        _check_contest(board, act, act.date)


def apply_outcome_contested(board: Board, act: OutcomeContested) -> None:
    """The outcome is contested until it is counted again."""
    if not act.to or act.to == board.id:
        board.votings[act.voting].contests[act.body] = board.id


class OutcomeContestedReceived(Received, frozen=True, kw_only=True):
    """A body contests a count."""


def check_outcome_contested_received(board: Board, act: OutcomeContestedReceived) -> None:
    """There is a count to contest and time for it. Raises `Refusal` NoSuchVoting, NothingToContest,
    ContestTooLate, AlreadyContested."""
    _check_contest(board, proven(board, act, OutcomeContested), act.date)


def apply_outcome_contested_received(board: Board, act: OutcomeContestedReceived) -> None:
    """The outcome is contested until that body's votes are counted again."""
    sent = sent_act(act, OutcomeContested)
    board.votings[sent.voting].contests[sent.body] = act.sender


def _check_contest(board: Board, act: OutcomeContested, day: str) -> None:
    voting = voting_of(board, act.voting)
    counted = act.body in voting.tallies or (act.body == board.id and bool(voting.tally))
    if not voting.closed or not counted:
        raise Refusal("NothingToContest", "", voting=act.voting)
    days = voting.rule(board).contest_days
    over = days_between(voting.closed_date, day) > days
    if over or voting.standing == "certified":
        raise Refusal("ContestTooLate", f"matters.{voting.matter}", days=days)
    if act.body in voting.contests:
        raise Refusal("AlreadyContested", "", voting=act.voting)


class OutcomeCertified(Act, frozen=True, kw_only=True):
    """The window for contests is over and none is open: the outcome is final."""

    voting: Name
    outcome: Outcome


def check_outcome_certified(board: Board, act: OutcomeCertified) -> None:
    """Nothing can change it any more. Raises `Refusal` NoSuchVoting, NotYetOver, ContestIsOpen,
    AlreadyCertified, OutcomeDiffers."""
    voting = voting_of(board, act.voting)
    if not voting.closed:
        raise Refusal("NotYetOver", "", voting=act.voting)
    if voting.contests:
        raise Refusal("ContestIsOpen", "", voting=act.voting)
    if voting.standing == "certified":
        raise Refusal("AlreadyCertified", "", voting=act.voting)
    stage = voting.rule(board)
    waiting = days_between(voting.closed_date, act.date) <= stage.contest_days and stage.contest_days > 0
    if waiting or (act.at <= voting.closed + stage.late_grace_hours * 3600 and stage.late_grace_hours > 0):
        raise Refusal("NotYetOver", f"matters.{voting.matter}", voting=act.voting)
    check_outcome(act.outcome, voting.history[-1].outcome)


def apply_outcome_certified(board: Board, act: OutcomeCertified) -> None:
    """It stands; a lost item may come back after its review date, and of two rival texts one is left."""
    add_milestone(board, board.votings[act.voting], act.outcome, "certified", "OutcomeCertified", act.at)
    for question in board.votings.values():
        if question.between and act.voting in (question.id, *question.between):
            _drop_rival(board, question)


def _drop_rival(board: Board, question: Voting) -> None:
    """Where both texts were adopted and the deciding question is certified, the other one is lost."""
    first, second = (board.votings[name] for name in question.between)
    both = all(each.standing == "certified" and rival_adopted(each) for each in (first, second))
    if both and question.standing == "certified" and question.outcome:
        loser = board.proposals[(second if question.outcome.result == "first" else first).proposal]
        if loser.state == "adopted":
            lose(board, loser, 0)


def rival_adopted(voting: Voting) -> bool:
    """Whether this text was adopted by itself."""
    return voting.outcome is not None and voting.outcome.result == "adopted"


def check_no_rival(board: Board, voting: Voting) -> None:
    """Where a rival text was adopted too, the deciding question is certified and prefers this one.

    Raises `Refusal` RivalUndecided, RivalPreferred.
    """
    for question in board.votings.values():
        if voting.id not in question.between:
            continue
        first, second = (board.votings[name] for name in question.between)
        other = second if voting is first else first
        if other.standing == "certified" and not rival_adopted(other):
            continue
        if other.standing != "certified" or question.standing != "certified" or not question.outcome:
            raise Refusal("RivalUndecided", "", voting=question.id)
        if question.outcome.result != ("first" if voting is first else "second"):
            raise Refusal("RivalPreferred", "", voting=question.id)


class DecisionInForce(Act, frozen=True, kw_only=True):
    """A certified decision takes effect on a day."""

    voting: Name
    on: Day


def check_decision_in_force(board: Board, act: DecisionInForce) -> None:
    """It was adopted in its last stage (or a provisional one), certified, and the day is not past.

    Raises `Refusal` NotAdopted, AdvisoryOnly, NotCertified, RivalUndecided, RivalPreferred, ItemSuspended,
    AlreadyVoid, DateInThePast, AlreadyInForce.
    """
    voting = voting_of(board, act.voting)
    outcome = voting.outcome
    matter = board.charters[voting.charter].charter.matters[voting.matter]
    stages = matter.stages
    more = voting.stage < len(stages) and stages[voting.stage].after == "adopted"
    more = more and not voting.rule(board).provisional
    if matter.binding == "advisory":
        raise Refusal("AdvisoryOnly", f"matters.{voting.matter}.binding")
    if outcome is None or outcome.result != "adopted" or more:
        raise Refusal("NotAdopted", f"matters.{voting.matter}", voting=act.voting)
    if voting.standing != "certified":
        raise Refusal("NotCertified", "", voting=act.voting)
    check_no_rival(board, voting)
    if voting.proposal:
        check_not_suspended(board.proposals[voting.proposal], act.at)
    if voting.void_from:
        raise Refusal("AlreadyVoid", "", voting=act.voting, date=voting.void_from)
    if voting.in_force:
        raise Refusal("AlreadyInForce", "", voting=act.voting)
    if days_between(act.date, act.on) < 0:
        raise Refusal("DateInThePast", "", date=act.on)


def apply_decision_in_force(board: Board, act: DecisionInForce) -> None:
    """The decision binds from that day, as far as the charter of each body lets it."""
    board.votings[act.voting].in_force = act.on


def bound(board: Board, voting: Voting) -> set[str]:
    """The bodies that an adopted decision of this council binds, as its matter says: all of its electorate, those
    whose own word was yes, or none."""
    binding = board.charters[voting.charter].charter.matters[voting.matter].binding
    adopted = voting.outcome is not None and voting.outcome.result == "adopted"
    if not adopted or voting.void_from or binding == "advisory":
        return set()
    if binding == "all":
        return set(voting.electorate)
    words = {body: side_of(counts) for body, counts in (voting.final_votes or body_counts(voting)).items()}
    return {
        body for body, word in (words | voting.answers).items() if word in ("yes", "agree", "reservation")
    }


class ItemReferredBack(Act, frozen=True, kw_only=True):
    """The council refers an item back to a body whose mandate is silent on the version voted on."""

    voting: Name
    body: BodyId


def check_item_referred_back(board: Board, act: ItemReferredBack) -> None:
    """That body's mandate does not cover the version. Raises `Refusal` NoSuchVoting, MandateCovers,
    AlreadyReferredBack."""
    voting = voting_of(board, act.voting)
    sister_of(board, act.body)
    mandate = mandate_in_force(board, act.body, voting.proposal, act.date)
    if not voting.proposal or mandate is None or covers(board, mandate, voting.version):
        raise Refusal("MandateCovers", "bodies.mandates")
    if board.proposals[voting.proposal].referred_back.get(act.body) == voting.version:
        raise Refusal("AlreadyReferredBack", "")


def apply_item_referred_back(board: Board, act: ItemReferredBack) -> None:
    """The body finds the new version among what waits for it."""
    voting = board.votings[act.voting]
    board.proposals[voting.proposal].referred_back[act.body] = voting.version


class AttemptRecorded(Act, frozen=True, kw_only=True):
    """Without consensus: one recorded attempt to answer the concerns, before the charter's next way."""

    voting: Name
    answer: Digest
    size: Count


def check_attempt_recorded(board: Board, act: AttemptRecorded) -> None:
    """The test for consensus closed without it. Raises `Refusal` NoSuchVoting, NoAttemptNeeded."""
    outcome = voting_of(board, act.voting).outcome
    if outcome is None or outcome.result != "no_consensus":
        raise Refusal("NoAttemptNeeded", "", voting=act.voting)


def apply_attempt_recorded(board: Board, act: AttemptRecorded) -> None:
    """One more attempt counts toward the next stage."""
    board.votings[act.voting].attempts += 1
