"""Mandates: what a body tells its delegation about one item, and which version that covers."""

from __future__ import annotations

from typing import Annotated

import msgspec

from symbiosis.core.act import Act, BodyId, Channel, Count, Day, Name, Tally
from symbiosis.core.apportioned import votes_of
from symbiosis.core.charters import bodies_of
from symbiosis.core.decided import voting_of
from symbiosis.core.proposals import open_proposal
from symbiosis.core.received import Received, check_for_body, proven, sent_act
from symbiosis.core.state import Board, Mandate
from symbiosis.core.texts import version_of
from symbiosis.counting.apportionment import largest_remainder
from symbiosis.counting.outcomes import side_of
from symbiosis.errors import Refusal

Mode = Annotated[str, msgspec.Meta(pattern=r"^(strict|guided|free)$")]


class MandateGiven(Act, frozen=True, kw_only=True):
    """What a body's delegation is to do with one version of one item.

    `votes` is how the body's votes fall ({"yes": 4, "no": 2}), `tally` the count behind them (of `voting`),
    `red_lines` the clauses that a change must not touch, `until` the last day, `channel` how it travelled.
    """

    to: BodyId
    proposal: Name
    version: Count
    mode: Mode
    votes: Tally
    tally: Tally
    voting: Name | None = None
    red_lines: tuple[Name, ...] = ()
    until: Day | None = None
    channel: Channel = "web"
    confirmed: bool = True


def check_mandate_given(board: Board, act: MandateGiven) -> None:
    """The votes follow from the tally, which is that of the body's own closed voting about this item.

    A test that found no consensus mandates nobody. Raises `Refusal` NotInThatConfederation, NotDecided,
    NotAdopted, TallyDiffers, VotesDoNotFollow.
    """
    check_for_body(board, act.to)
    if act.voting is None:
        raise Refusal("NotDecided", "", act="MandateGiven", matter="")
    voting = voting_of(board, act.voting)
    if voting.outcome is None or voting.outcome.result in ("not_quorate", "no_consensus"):
        raise Refusal("NotAdopted", f"matters.{voting.matter}", voting=voting.id)
    wanted = {
        "act": "MandateGiven",
        "to": act.to,
        "proposal": act.proposal,
        "version": str(act.version),
    }
    if voting.about != wanted:
        raise Refusal(
            "DecidedSomethingElse", f"matters.{voting.matter}", voting=voting.id, act="MandateGiven"
        )
    if {name: count for name, count in voting.behind.items() if count} != {
        name: count for name, count in act.tally.items() if count
    }:
        raise Refusal("TallyDiffers", "", voting=voting.id)
    _check_votes_follow(act)


def apply_mandate_given(board: Board, act: MandateGiven) -> None:
    """It is in force until its day, another mandate, or the end of the item."""
    _take(board, act, board.id)


class MandateGivenReceived(Received, frozen=True, kw_only=True):
    """A body's mandate."""


def check_mandate_given_received(board: Board, act: MandateGivenReceived) -> None:
    """It is about a frozen version, adds up to the body's votes, and splits only as the charter lets it.

    Raises `Refusal` NoSuchProposal, NoSuchVersion, NotFrozen, ModeNotAllowed, WrongNumberOfVotes,
    SplitNotAllowed, VotesDoNotFollow.
    """
    sent = proven(board, act, MandateGiven)
    rule = bodies_of(board.charter).mandates
    version = version_of(open_proposal(board, sent.proposal), sent.version)
    if not version.frozen:
        raise Refusal("NotFrozen", "", proposal=sent.proposal)
    if sent.mode not in rule.modes:
        raise Refusal("ModeNotAllowed", "bodies.mandates.modes", mode=sent.mode)
    votes = body_votes(board, act.sender)
    if sum(sent.votes.values()) != votes:
        raise Refusal("WrongNumberOfVotes", "bodies.apportionment", votes=sum(sent.votes.values()), has=votes)
    if rule.split == "never" and sum(count > 0 for count in sent.votes.values()) > 1:
        raise Refusal("SplitNotAllowed", "bodies.mandates.split")
    _check_votes_follow(sent)


def apply_mandate_given_received(board: Board, act: MandateGivenReceived) -> None:
    """The delegation's votes are held against it from now on."""
    _take(board, sent_act(act, MandateGiven), act.sender)


def _check_votes_follow(act: MandateGiven) -> None:
    """All votes on the side of the majority, or split by largest remainder of yes and no."""
    total = sum(act.votes.values())
    people = {side: act.tally.get(side, 0) for side in ("yes", "no")}
    votes = {side: count for side, count in act.votes.items() if count}
    whole = {side_of(people): total}
    split = {side: count for side, count in largest_remainder(total, people).items() if count}
    consensus = act.tally.get("agree", 0) > 0 and votes == {"yes": total}
    if total == 0 or not (votes in (whole, split) or consensus):
        raise Refusal("VotesDoNotFollow", "bodies.mandates")


def _take(board: Board, act: MandateGiven, sender: str) -> None:
    board.without_mandate.pop((sender, act.proposal), None)
    board.mandates.setdefault((sender, act.proposal), []).append(
        Mandate(
            sender=sender,
            to=act.to,
            proposal=act.proposal,
            version=act.version,
            mode=act.mode,
            votes=dict(act.votes),
            tally=dict(act.tally),
            red_lines=act.red_lines,
            until=act.until or "",
            channel=act.channel,
            confirmed=act.confirmed,
            at=act.at,
        )
    )


class NoMandateGiven(Act, frozen=True, kw_only=True):
    """A body says that it has no mandate to give, and why: its meeting was not quorate, or it did not decide."""

    to: BodyId
    proposal: Name
    reason: Annotated[str, msgspec.Meta(pattern=r"^(not_quorate|undecided)$")]


def check_no_mandate_given(board: Board, act: NoMandateGiven) -> None:
    """Where it says that no meeting was quorate, its last meeting was not. Raises `Refusal` MeetingWasQuorate."""
    check_for_body(board, act.to)
    held = [meeting for meeting in board.meetings.values() if meeting.present is not None]
    if act.reason == "not_quorate" and (not held or held[-1].quorate):
        raise Refusal("MeetingWasQuorate", "meetings.quorum")


def apply_no_mandate_given(board: Board, act: NoMandateGiven) -> None:
    """Its delegation has a voice and no vote on this item."""
    board.without_mandate[board.id, act.proposal] = act.reason


class NoMandateGivenReceived(Received, frozen=True, kw_only=True):
    """A body has no mandate on an item."""


def check_no_mandate_given_received(board: Board, act: NoMandateGivenReceived) -> None:
    """The item is before this body. Raises `Refusal` NoSuchProposal, ProposalIsOver."""
    open_proposal(board, proven(board, act, NoMandateGiven).proposal)


def apply_no_mandate_given_received(board: Board, act: NoMandateGivenReceived) -> None:
    """The credentials list says why."""
    sent = sent_act(act, NoMandateGiven)
    board.without_mandate[act.sender, sent.proposal] = sent.reason


def body_votes(board: Board, sender: str) -> int:
    """A body's votes in this council: by its members on the record date, as the charter apportions them.

    Where seats are divided all who take part share them, whether they may vote already or not: nobody's votes change
    because another's waiting is over.
    """
    rule = bodies_of(board.charter).apportionment
    day = rule.record_date or board.date
    members = {
        sister.id: sister.members_on(day)
        for sister in board.sisters.values()
        if sister.id == sender
        or (sister.takes_part(board.date) and not sister.partner and not sister.suspended)
    }
    return votes_of(rule, members)[sender]


def mandate_in_force(board: Board, sender: str, proposal: str, day: str) -> Mandate | None:
    """The body's last mandate on an item that has not run out; None where it has none."""
    for mandate in reversed(board.mandates.get((sender, proposal), [])):
        if not mandate.until or day <= mandate.until:
            return mandate
    return None


def covers(board: Board, mandate: Mandate, number: int) -> bool:
    """Whether a mandate says anything about a version.

    Its own version always. A later one: never if strict; if guided, where no change since touches its red
    lines; always if free.
    """
    if number == mandate.version or mandate.mode == "free":
        return True
    if mandate.mode == "strict" or number < mandate.version:
        return False
    versions = board.proposals[mandate.proposal].versions
    touched = {clause for version in versions[mandate.version : number] for clause in version.touches}
    return not touched & set(mandate.red_lines)


def credential_standing(board: Board, sender: str, proposal: str, number: int, day: str) -> str:
    """What the credentials list says of a body: valid, silent (does not cover this version), awaited, or why none."""
    mandate = mandate_in_force(board, sender, proposal, day)
    if mandate is not None:
        return "valid" if covers(board, mandate, number) else "silent"
    return board.without_mandate.get((sender, proposal), "awaited")
