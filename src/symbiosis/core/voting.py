"""Votings: opened with a fixed electorate, votes of delegations cast, and which of them stand."""

from __future__ import annotations

from fractions import Fraction

from symbiosis.core.act import Act, BodyId, Channel, Count, Line, Moment, Name, Tally
from symbiosis.core.cases import check_ready
from symbiosis.core.charters import Bodies, LineOrNone, NameOrNone, Stage, bodies_of, matter_of
from symbiosis.core.decided import voting_of
from symbiosis.core.delegations import check_seated, delegation_of
from symbiosis.core.mandates import body_votes, covers, mandate_in_force
from symbiosis.core.meetings import check_kind, meeting_of
from symbiosis.core.papers import check_options, check_position
from symbiosis.core.proposals import check_not_lapsed, check_not_suspended, open_proposal
from symbiosis.core.secret_votes import Election, begun, check_election
from symbiosis.core.state import (
    Board,
    CastVote,
    Mandate,
    PetitionState,
    Sister,
    Voting,
    day_after,
    days_between,
)
from symbiosis.core.texts import check_translations, version_of
from symbiosis.counting.conditions import share_of
from symbiosis.errors import Refusal


class VotingOpened(Act, frozen=True, kw_only=True):
    """A question is put to an electorate that is fixed with this act.

    `stage` counts from 1 in the charter's matter. `about` is the act that an adopted vote allows, by its
    fields. `closes` is the last moment for a vote; without it the closing act ends it. `entitled` is the
    number of members in an assembly (where the charter looks at when they came, of those who may vote); a council
    computes its own electorate. `between` are the two votings of which a `deciding` stage says which stands.

    Where papers are counted, `options` are what they rank or mark, `chosen` how many of them, `stands` the
    option that stands already, and `seed` any words or digits that everybody knew before the first vote: a lot
    that has to settle a tie is drawn from them. In a budget `costs` are what each option costs and `budget` what
    there is, in whole numbers of a `unit` ("USD", "hours of work"), and `chosen` is 0: the money decides.
    Where the charter reserves seats, `group_of` is the group for which each option stands, or "", in the options'
    order: what those who stand say of themselves in public, for this vote alone. A secret vote names in `ballots` the
    files that every ballot is checked against.
    """

    voting: Name
    matter: Name
    stage: Count = 1
    proposal: Name | None = None
    version: Count = 0
    about: dict[Name, str] = {}
    meeting: Name | None = None
    closes: Moment | None = None
    entitled: Count = 0
    petition: Name | None = None
    between: tuple[Name, Name] | None = None
    options: tuple[Line, ...] = ()
    chosen: Count = 0
    seed: LineOrNone = ""
    stands: LineOrNone = ""
    budget: Count = 0
    costs: tuple[Count, ...] = ()
    unit: LineOrNone = ""
    ballots: Election | None = None
    group_of: tuple[NameOrNone, ...] = ()


def check_voting_opened(board: Board, act: VotingOpened) -> None:
    """The way to this vote has been gone: stage by stage, text, languages, notice, quorum, petition.

    Raises `Refusal` VotingExists, NoSuchMatter, NoSuchStage, BallotsNeeded, StageNotReached, NotFrozen,
    FrozenTooLate, ProposalLapsed, TranslationLate, NotQuorate, NoticeTooShort, NotForThisMeeting,
    NotInThoseDays, ItemSuspended, PetitionNotReached, WrongElectorate, NotTwoRivals, NoSuchCase, OpenTooShort...
    and what `check_options` raises.
    """
    if act.voting in board.votings:
        raise Refusal("VotingExists", "", voting=act.voting)
    matter = matter_of(board.charter, act.matter)
    article = f"matters.{act.matter}"
    if not 1 <= act.stage <= len(matter.stages):
        raise Refusal("NoSuchStage", article, stage=act.stage)
    stage = matter.stages[act.stage - 1]
    check_election(stage, article, act.ballots, act.entitled, len(act.options))
    _check_stage_reached(board, act, stage)
    if act.proposal:
        proposal = open_proposal(board, act.proposal)
        version = version_of(proposal, act.version)
        if proposal.matter != act.matter:
            raise Refusal("AnotherMatter", article, matter=proposal.matter)
        if act.version != len(proposal.versions):
            raise Refusal("NotTheLatestVersion", "", version=act.version, latest=len(proposal.versions))
        if not version.frozen:
            raise Refusal("NotFrozen", article, proposal=proposal.id)
        check_not_lapsed(board, proposal, act.date)
        check_not_suspended(proposal, act.at)
        fixed = days_between(version.frozen, act.date)
        if fixed < stage.frozen_days:
            raise Refusal("FrozenTooLate", article, days=fixed, needed=stage.frozen_days)
        check_translations(board, proposal, version)
    check_ready(board, act.about, act.matter, act.date)
    _check_calendar(act, stage)
    _check_between(board, act, stage)
    check_options(stage, act.matter, act)
    _check_meeting(board, act, stage)
    if matter.petition and act.stage == 1:
        _check_petition(board, act)
    if stage.electorate == "members":
        # Who of them may vote is in the book; without it the whole roll does.
        wrong = act.entitled > board.members or (act.rests_on is None and act.entitled != board.members)
        if wrong:
            raise Refusal("WrongElectorate", "", entitled=act.entitled, members=board.members)
    elif act.entitled:
        raise Refusal("WrongElectorate", "", entitled=act.entitled, members=0)
    if stage.open_days and (act.closes is None or act.closes - act.at < stage.open_days * 86400):
        raise Refusal("OpenTooShort", article, days=stage.open_days)
    if act.closes is not None and act.closes <= act.at:
        raise Refusal("OpenTooShort", article, days=stage.open_days)


def _check_stage_reached(board: Board, act: VotingOpened, stage: Stage) -> None:
    held = [
        voting
        for voting in board.votings.values()
        if voting.matter == act.matter
        and voting.proposal == (act.proposal or "")
        and voting.about == act.about
    ]
    article = f"matters.{act.matter}"
    if act.proposal and any(v.stage == act.stage and not v.closed for v in held):
        raise Refusal("VotingExists", article, voting=act.voting)
    if act.stage == 1:
        return
    before = [voting for voting in held if voting.stage == act.stage - 1 and voting.closed]
    outcome = before[-1].outcome if before else None
    reached = outcome is not None and not before[-1].contests and outcome.result == stage.after
    if reached and stage.after == "adopted":
        reached = before[-1].version == act.version
    if not reached:
        raise Refusal("StageNotReached", article, stage=act.stage, after=stage.after)
    if before[-1].attempts < stage.attempts:
        raise Refusal("AttemptNeeded", article, attempts=before[-1].attempts, needed=stage.attempts)


def _check_calendar(act: VotingOpened, stage: Stage) -> None:
    days = stage.last_days_of_month
    if days and day_after(act.date, days)[:7] == act.date[:7]:
        raise Refusal("NotInThoseDays", f"matters.{act.matter}", days=days)


def _check_between(board: Board, act: VotingOpened, stage: Stage) -> None:
    """A deciding question is about two votes on different texts of which neither is certified."""
    if (stage.method == "deciding") != (act.between is not None):
        raise Refusal("NotTwoRivals", f"matters.{act.matter}")
    if act.between is None:
        return
    first, second = (voting_of(board, name) for name in act.between)
    rivals = first.proposal and second.proposal and first.proposal != second.proposal
    if not rivals or "certified" in (first.standing, second.standing):
        raise Refusal("NotTwoRivals", f"matters.{act.matter}")


def _check_meeting(board: Board, act: VotingOpened, stage: Stage) -> None:
    article = f"matters.{act.matter}"
    if not act.meeting:
        if stage.in_meeting or matter_of(board.charter, act.matter).kinds:
            raise Refusal("MeetingNeeded", article)
        return
    meeting = meeting_of(board, act.meeting)
    check_kind(board, act.matter, meeting.kind)
    if not meeting.quorate:
        raise Refusal(
            "NotQuorate", "meetings.quorum", present=meeting.present or 0, needed=meeting.needed or 0
        )
    notice = days_between(meeting.called, meeting.on)
    if notice < stage.notice_days:
        raise Refusal("NoticeTooShort", article, days=notice, needed=stage.notice_days)


def _check_petition(board: Board, act: VotingOpened) -> None:
    petition = board.petitions.get(act.petition or "")
    if (
        petition is None
        or petition.matter != act.matter
        or petition.about != act.about
        or not petition.reached
        or _is_for_another(petition, act)
    ):
        raise Refusal("PetitionNotReached", f"matters.{act.matter}.petition")


def _is_for_another(petition: PetitionState, act: VotingOpened) -> bool:
    """Whether people signed for one proposal before this body and the vote is on another."""
    return "act" not in petition.about and petition.about.get("proposal", act.proposal) != act.proposal


def apply_voting_opened(board: Board, act: VotingOpened) -> None:
    """The electorate stays as it is now, whoever joins or leaves."""
    stage = board.charter.matters[act.matter].stages[act.stage - 1]
    voting = Voting(
        id=act.voting,
        matter=act.matter,
        stage=act.stage,
        proposal=act.proposal or "",
        version=act.version,
        about=dict(act.about),
        meeting=act.meeting or "",
        secrecy=stage.secrecy,
        opened=act.at,
        opened_date=act.date,
        opened_index=board.size,
        closes=act.closes or 0,
        charter=len(board.charters) - 1,
        entitled=act.entitled,
        book_size=act.rests_on.size if act.rests_on else 0,
        between=act.between or (),
        options=act.options,
        seats=act.chosen,
        seed=act.seed,
        stands=act.stands,
        budget=act.budget,
        costs=act.costs,
        unit=act.unit,
        ballots=begun(stage, act.ballots) if act.ballots else None,
        group_of=act.group_of,
    )
    if stage.electorate != "members":
        rule = bodies_of(board.charter)
        weights = rule.apportionment.weights
        for sister in board.sisters.values():
            if has_vote(rule, sister, act.date):
                voting.weights[sister.id] = share_of(weights.get(sister.code, "1"))
                voting.electorate[sister.id] = (
                    sister.members_on(act.date)
                    if stage.electorate == "referendum"
                    else body_votes(board, sister.id)
                )
        voting.entitled = sum(voting.electorate.values())
    board.votings[act.voting] = voting


def has_vote(rule: Bodies, sister: Sister, day: str) -> bool:
    """Whether a body is in the electorate on a date: a member that takes part, long enough, in time, not suspended."""
    late = rule.cut_off and sister.joined > rule.cut_off
    waited = days_between(sister.joined, day) >= rule.waiting_days
    return sister.takes_part(day) and not (sister.partner or sister.suspended or late) and waited


class CouncilVoteCast(Act, frozen=True, kw_only=True):
    """A delegation casts its body's votes through one seat; a later one takes its place.

    `reason` is recorded where a guided mandate leaves room, `ground` with a block. `channel` is how it came;
    what came by voice or SMS and was not read back is not `confirmed`, and counts.
    """

    voting: Name
    sender: BodyId
    credential: Name
    votes: Tally
    reason: Line | None = None
    ground: Name | None = None
    channel: Channel = "web"
    confirmed: bool = True


def check_council_vote_cast(board: Board, act: CouncilVoteCast) -> None:
    """The seat is held, the votes are the body's, and the mandate allows them.

    Raises `Refusal` NoSuchVoting, VotingIsClosed, NotInTheElectorate, NoDelegation, NoSuchSeat,
    SeatWasRecalled, NotSeated, WrongNumberOfVotes, GroundNeeded, NoMandate, MandateIsSilent,
    MandateSaysOtherwise, ReasonNeeded, and what `check_position` raises.
    """
    voting = open_voting(board, act.voting, act.at)
    stage = voting.rule(board)
    article = f"matters.{voting.matter}"
    if stage.electorate != "delegations" or act.sender not in voting.electorate:
        raise Refusal("NotInTheElectorate", article)
    delegation = delegation_of(board, act.sender, board.id)
    check_seated(delegation, act.credential)
    if delegation.until and act.date > delegation.until:
        raise Refusal("NoDelegation", "bodies.delegations")
    for choice, count in act.votes.items():
        if count:
            check_position(voting, stage, choice)
    if sum(act.votes.values()) != voting.electorate[act.sender]:
        raise Refusal(
            "WrongNumberOfVotes",
            "bodies.apportionment",
            votes=sum(act.votes.values()),
            has=voting.electorate[act.sender],
        )
    if act.votes.get("block") and stage.block_grounds and (act.ground or "") not in stage.block_grounds:
        raise Refusal("GroundNeeded", article, grounds=", ".join(stage.block_grounds))
    if stage.needs_mandate:
        _check_mandate(board, voting, act)


def _check_mandate(board: Board, voting: Voting, act: CouncilVoteCast) -> None:
    mandate = mandate_in_force(board, act.sender, voting.proposal, act.date)
    if mandate is None:
        raise Refusal("NoMandate", "bodies.mandates")
    if not breaks_mandate(board, voting, mandate, act.votes):
        if covers_another(mandate, voting) and not only_abstains(board, voting, act.votes) and not act.reason:
            raise Refusal("ReasonNeeded", "bodies.mandates")
        return
    if bodies_of(board.charter).mandates.on_breach != "refuse" or act.channel == "paper":
        return
    if covers(board, mandate, voting.version):
        raise Refusal("MandateSaysOtherwise", "bodies.mandates.on_breach", mandate=_spoken(mandate.votes))
    raise Refusal("MandateIsSilent", "bodies.mandates", version=mandate.version, voted=voting.version)


def breaks_mandate(board: Board, voting: Voting, mandate: Mandate, votes: dict[str, int]) -> bool:
    """Whether votes go against a mandate.

    On the mandate's own version they must be as it says. On another that it covers (guided inside its red
    lines, free) the delegation judges; on one that it does not cover it may only abstain. In a test for
    consensus a mandated yes is an agreement, with reservations or without; a mandated no objects or stands aside.
    """
    if mandate.mode == "free":
        return False
    if not covers(board, mandate, voting.version):
        return not only_abstains(board, voting, votes)
    if covers_another(mandate, voting):
        return False
    if voting.rule(board).method != "consensus":
        return _positive(votes) != _positive(mandate.votes)
    assents = sum(votes.get(name, 0) for name in ("agree", "reservation"))
    objects = sum(votes.get(name, 0) for name in ("block", "needs_discussion"))
    return assents != mandate.votes.get("yes", 0) or objects > mandate.votes.get("no", 0)


def covers_another(mandate: Mandate, voting: Voting) -> bool:
    """Whether a guided mandate is used on a version later than its own."""
    return mandate.mode == "guided" and mandate.version != voting.version


def only_abstains(board: Board, voting: Voting, votes: dict[str, int]) -> bool:
    """Whether nothing but abstentions is cast; in a test for consensus one abstains by standing aside."""
    word = "stand_aside" if voting.rule(board).method == "consensus" else "abstain"
    return set(_positive(votes)) <= {word}


def _positive(votes: dict[str, int]) -> dict[str, int]:
    return {name: count for name, count in votes.items() if count}


def _spoken(votes: dict[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in votes.items() if count)


def apply_council_vote_cast(board: Board, act: CouncilVoteCast) -> None:
    """It is kept with its credential; a breach is kept as one."""
    voting = board.votings[act.voting]
    mandate = mandate_in_force(board, act.sender, voting.proposal, act.date)
    needed = voting.rule(board).needs_mandate
    voting.cast[act.sender] = CastVote(
        entry=board.size,
        credential=act.credential,
        votes=dict(act.votes),
        at=act.at,
        channel=act.channel,
        confirmed=act.confirmed,
        reason=act.reason or "",
        ground=act.ground or "",
        breach=needed and mandate is not None and breaks_mandate(board, voting, mandate, act.votes),
    )


def standing_votes(board: Board, voting: Voting, day: str = "") -> dict[str, dict[str, int]]:
    """The votes that count on a day (by default that of the last act), by body.

    A vote whose credential was recalled is void. A body whose mandate is silent on this version abstains. On
    a breach the mandate's votes count where the charter says that it prevails. Others cast nothing.
    """
    if voting.closed:
        return voting.final_votes
    found = {}
    day = day or board.date
    needs_mandate = voting.rule(board).needs_mandate
    prevails = bodies_of(board.charters[voting.charter].charter).mandates.on_breach == "mandate"
    for body, votes in voting.electorate.items():
        mandate = mandate_in_force(board, body, voting.proposal, day) if needs_mandate else None
        vote = voting.cast.get(body)
        if vote is not None and holds_seat(board, body, vote):
            if vote.breach and prevails and mandate is not None and covers(board, mandate, voting.version):
                found[body] = _as_mandated(board, voting, mandate)
            else:
                found[body] = dict(vote.votes)
        elif mandate is not None and not covers(board, mandate, voting.version):
            found[body] = {"abstain": votes}
    return found


_WORD = {"yes": "agree", "no": "needs_discussion", "abstain": "stand_aside"}
"""What a mandate's votes are where consensus is tested and the mandate prevails."""


def _as_mandated(board: Board, voting: Voting, mandate: Mandate) -> dict[str, int]:
    if voting.rule(board).method != "consensus":
        return dict(mandate.votes)
    return {_WORD[side]: count for side, count in _positive(mandate.votes).items()}


def holds_seat(board: Board, body: str, vote: CastVote) -> bool:
    """Whether the credential that cast this vote has held its seat ever since."""
    delegation = board.delegations.get((body, board.id))
    held = delegation.credentials.get(vote.credential) if delegation else None
    return held is not None and held.seated and held.since <= vote.entry


def covering(board: Board, voting: Voting) -> Fraction:
    """The bodies, by weight, with a valid mandate that covers the version voted on."""
    total = Fraction(0)
    for body, weight in voting.weights.items():
        mandate = mandate_in_force(board, body, voting.proposal, voting.opened_date)
        if mandate is not None and covers(board, mandate, voting.version):
            total += weight
    return total


def open_voting(board: Board, name: str, at: int) -> Voting:
    """A voting that still takes votes at this moment; `Refusal` NoSuchVoting, VotingIsClosed."""
    voting = voting_of(board, name)
    if voting.closed or (voting.closes and at > voting.closes):
        raise Refusal("VotingIsClosed", "", voting=name)
    return voting
