"""Proposals: put, supported, withdrawn, taken over, changed on request, referred back."""

from __future__ import annotations

from symbiosis.core.act import Act, BodyId, Count, Language, Line, Name, Text
from symbiosis.core.charters import bodies_of, matter_of
from symbiosis.core.decided import check_decided
from symbiosis.core.received import Received, check_for_body, proven, sent_act
from symbiosis.core.state import Amendment, Board, Proposal, Version, day_after, days_between
from symbiosis.errors import Refusal


class ProposalPut(Act, frozen=True, kw_only=True):
    """A body puts a text to itself, or to a confederation that it is in (`to`).

    `texts` are the authentic languages of version 1. `again` names a lost proposal that it brings back.
    """

    to: BodyId | None = None
    proposal: Name
    title: Line
    matter: Name
    texts: dict[Language, Text]
    again: Name | None = None
    voting: Name | None = None


def check_proposal_put(board: Board, act: ProposalPut) -> None:
    """There is a text, and the body has the right to put it there. Raises `Refusal` NoText,
    NotInThatConfederation, NoSuchMatter, ProposalExists, ReservedMatter, NotBeforeReview, NotDecided."""
    if not act.texts:
        raise Refusal("NoText", "")
    if act.to and act.to != board.id:
        check_for_body(board, act.to)
    else:
        _check_new(board, act, board.id, act.date)
    check_decided(board, act, act.voting or "")


def apply_proposal_put(board: Board, act: ProposalPut) -> None:
    """It is before this body, or on its way to another."""
    if not act.to or act.to == board.id:
        _take(board, act, board.id, act.date)


class ProposalPutReceived(Received, frozen=True, kw_only=True):
    """A proposal of one of the bodies."""


def check_proposal_put_received(board: Board, act: ProposalPutReceived) -> None:
    """It is proven, and new here. Raises `Refusal` NoSuchMatter, ProposalExists, ReservedMatter,
    NotBeforeReview."""
    _check_new(board, proven(board, act, ProposalPut), act.sender, act.date)


def apply_proposal_put_received(board: Board, act: ProposalPutReceived) -> None:
    """It is before this body."""
    _take(board, sent_act(act, ProposalPut), act.sender, act.date)


def _check_new(board: Board, act: ProposalPut, sender: str, day: str) -> None:
    reserved = matter_of(board.charter, act.matter).reserved_to
    if reserved:
        caucuses = board.charter.bodies.caucuses if board.charter.bodies else {}
        code = board.sisters[sender].code if sender in board.sisters else ""
        if reserved not in caucuses or caucuses[reserved].body != code:
            raise Refusal("ReservedMatter", f"matters.{act.matter}.reserved_to", caucus=reserved)
    if act.proposal in board.proposals:
        raise Refusal("ProposalExists", "", proposal=act.proposal)
    if act.again:
        review = proposal_of(board, act.again).review_on
        if not review or days_between(review, day) < 0:
            raise Refusal("NotBeforeReview", f"matters.{act.matter}.review_days", date=review)


def _take(board: Board, act: ProposalPut, sender: str, day: str) -> None:
    board.proposals[act.proposal] = Proposal(
        id=act.proposal,
        sender=sender,
        to=board.id,
        title=act.title,
        matter=act.matter,
        put=day,
        index=board.size,
        versions=[Version(number=1, texts=dict(act.texts), date=day)],
    )
    days = board.charter.matters[act.matter].answer_days
    if days:
        board.proposals[act.proposal].answer_due = day_after(day, days)


class ProposalSupported(Act, frozen=True, kw_only=True):
    """A body seconds a proposal that another put to their confederation."""

    to: BodyId
    proposal: Name
    voting: Name | None = None


def check_proposal_supported(board: Board, act: ProposalSupported) -> None:
    """The body is in that confederation. Raises `Refusal` NotInThatConfederation, NotDecided."""
    check_for_body(board, act.to)
    check_decided(board, act, act.voting or "")


def apply_to_another(board: Board, act: Act) -> None:
    """What is sent to another body changes nothing here."""


class ProposalSupportedReceived(Received, frozen=True, kw_only=True):
    """A body's support for a proposal."""


def check_proposal_supported_received(board: Board, act: ProposalSupportedReceived) -> None:
    """Another body than the proposer, and not yet counted. Raises `Refusal` NoSuchProposal, OwnProposal,
    AlreadySupported, ProposalIsOver."""
    sent = proven(board, act, ProposalSupported)
    proposal = open_proposal(board, sent.proposal)
    if proposal.sender == act.sender:
        raise Refusal("OwnProposal", "", proposal=proposal.id)
    if act.sender in proposal.supporters:
        raise Refusal("AlreadySupported", "", proposal=proposal.id)


def apply_proposal_supported_received(board: Board, act: ProposalSupportedReceived) -> None:
    """One more seconding body."""
    board.proposals[sent_act(act, ProposalSupported).proposal].supporters.add(act.sender)


class SupportCounted(Act, frozen=True, kw_only=True):
    """How many members support a proposal of their own body, as the book has it."""

    proposal: Name
    members: Count


def check_support_counted(board: Board, act: SupportCounted) -> None:
    """The proposal is before the body. Raises `Refusal` NoSuchProposal, ProposalIsOver."""
    open_proposal(board, act.proposal)


def apply_support_counted(board: Board, act: SupportCounted) -> None:
    """The count stands until the next."""
    board.proposals[act.proposal].supports_counted = act.members


class ProposalWithdrawn(Act, frozen=True, kw_only=True):
    """The proposer takes the proposal back; for some hours another body may take it over."""

    to: BodyId | None = None
    proposal: Name
    voting: Name | None = None


def check_proposal_withdrawn(board: Board, act: ProposalWithdrawn) -> None:
    """It is the body's own. Raises `Refusal` NoSuchProposal, NotTheProposer, ProposalIsOver."""
    if act.to and act.to != board.id:
        check_for_body(board, act.to)
    else:
        _check_withdraw(board, act, board.id)
    check_decided(board, act, act.voting or "")


def apply_proposal_withdrawn(board: Board, act: ProposalWithdrawn) -> None:
    """It is off the agenda."""
    if not act.to or act.to == board.id:
        _withdraw(board, act.proposal, act.at)


class ProposalWithdrawnReceived(Received, frozen=True, kw_only=True):
    """A body withdraws its proposal."""


def check_proposal_withdrawn_received(board: Board, act: ProposalWithdrawnReceived) -> None:
    """It is the sender's own. Raises `Refusal` NoSuchProposal, NotTheProposer, ProposalIsOver."""
    _check_withdraw(board, proven(board, act, ProposalWithdrawn), act.sender)


def apply_proposal_withdrawn_received(board: Board, act: ProposalWithdrawnReceived) -> None:
    """It is off the agenda unless another body takes it over in time."""
    _withdraw(board, sent_act(act, ProposalWithdrawn).proposal, act.at)


def _check_withdraw(board: Board, act: ProposalWithdrawn, sender: str) -> None:
    if open_proposal(board, act.proposal).sender != sender:
        raise Refusal("NotTheProposer", "", proposal=act.proposal)


def _withdraw(board: Board, name: str, at: int) -> None:
    proposal = board.proposals[name]
    proposal.state, proposal.withdrawn_at = "withdrawn", at


class ProposalTakenOver(Act, frozen=True, kw_only=True):
    """Another body makes a withdrawn proposal its own: its mandates and supports stay."""

    to: BodyId
    proposal: Name
    voting: Name | None = None


def check_proposal_taken_over(board: Board, act: ProposalTakenOver) -> None:
    """The body is in that confederation. Raises `Refusal` NotInThatConfederation, NotDecided."""
    check_for_body(board, act.to)
    check_decided(board, act, act.voting or "")


class ProposalTakenOverReceived(Received, frozen=True, kw_only=True):
    """A body takes over a withdrawn proposal."""


def check_proposal_taken_over_received(board: Board, act: ProposalTakenOverReceived) -> None:
    """It was withdrawn, not too long ago. Raises `Refusal` NoSuchProposal, NotWithdrawn, TooLateToTakeOver."""
    proposal = proposal_of(board, proven(board, act, ProposalTakenOver).proposal)
    if proposal.state != "withdrawn":
        raise Refusal("NotWithdrawn", "", proposal=proposal.id)
    hours = bodies_of(board.charter).take_over_hours
    if act.at > proposal.withdrawn_at + hours * 3600:
        raise Refusal("TooLateToTakeOver", "bodies.take_over_hours", hours=hours)


def apply_proposal_taken_over_received(board: Board, act: ProposalTakenOverReceived) -> None:
    """It is back on the agenda with a new proposer."""
    proposal = board.proposals[sent_act(act, ProposalTakenOver).proposal]
    proposal.sender = act.sender
    proposal.state = "frozen" if proposal.versions[-1].frozen else "put"
    proposal.supporters.discard(act.sender)


class AmendmentPut(Act, frozen=True, kw_only=True):
    """A change to a version: new texts, and the clauses that it touches (names that mandates' red lines use)."""

    to: BodyId | None = None
    proposal: Name
    amendment: Name
    version: Count
    texts: dict[Language, Text]
    touches: tuple[Name, ...] = ()
    voting: Name | None = None


def check_amendment_put(board: Board, act: AmendmentPut) -> None:
    """There is a text. Raises `Refusal` NoText, NoSuchProposal, NotTheLatestVersion, AmendmentExists."""
    if not act.texts:
        raise Refusal("NoText", "")
    if act.to and act.to != board.id:
        check_for_body(board, act.to)
    else:
        _check_amendment(board, act)
    check_decided(board, act, act.voting or "")


def apply_amendment_put(board: Board, act: AmendmentPut) -> None:
    """It waits for the proposer or a vote."""
    if not act.to or act.to == board.id:
        _take_amendment(board, act, board.id)


class AmendmentPutReceived(Received, frozen=True, kw_only=True):
    """A body's amendment."""


def check_amendment_put_received(board: Board, act: AmendmentPutReceived) -> None:
    """It is about the latest version. Raises `Refusal` NoSuchProposal, NotTheLatestVersion, AmendmentExists."""
    _check_amendment(board, proven(board, act, AmendmentPut))


def apply_amendment_put_received(board: Board, act: AmendmentPutReceived) -> None:
    """It waits for the proposer or a vote."""
    _take_amendment(board, sent_act(act, AmendmentPut), act.sender)


def _check_amendment(board: Board, act: AmendmentPut) -> None:
    proposal = open_proposal(board, act.proposal)
    if act.version != len(proposal.versions):
        raise Refusal("NotTheLatestVersion", "", version=act.version, latest=len(proposal.versions))
    if act.amendment in proposal.amendments:
        raise Refusal("AmendmentExists", "", amendment=act.amendment)


def _take_amendment(board: Board, act: AmendmentPut, sender: str) -> None:
    board.proposals[act.proposal].amendments[act.amendment] = Amendment(
        id=act.amendment, sender=sender, base=act.version, texts=dict(act.texts), touches=act.touches
    )


class AmendmentAccepted(Act, frozen=True, kw_only=True):
    """The proposing body takes an amendment into its text, which makes a new version."""

    to: BodyId | None = None
    proposal: Name
    amendment: Name
    voting: Name | None = None


def check_amendment_accepted(board: Board, act: AmendmentAccepted) -> None:
    """It is the body's own proposal. Raises `Refusal` NoSuchAmendment, NotTheProposer, NotTheLatestVersion."""
    if act.to and act.to != board.id:
        check_for_body(board, act.to)
    else:
        _check_accept(board, act, board.id)
    check_decided(board, act, act.voting or "")


def apply_amendment_accepted(board: Board, act: AmendmentAccepted) -> None:
    """There is a new version; mandates that are strict do not cover it."""
    if not act.to or act.to == board.id:
        take_into_text(board, act.proposal, act.amendment, act.date)


class AmendmentAcceptedReceived(Received, frozen=True, kw_only=True):
    """The proposing body accepts an amendment."""


def check_amendment_accepted_received(board: Board, act: AmendmentAcceptedReceived) -> None:
    """It is the sender's proposal. Raises `Refusal` NoSuchAmendment, NotTheProposer, NotTheLatestVersion."""
    _check_accept(board, proven(board, act, AmendmentAccepted), act.sender)


def apply_amendment_accepted_received(board: Board, act: AmendmentAcceptedReceived) -> None:
    """There is a new version."""
    sent = sent_act(act, AmendmentAccepted)
    take_into_text(board, sent.proposal, sent.amendment, act.date)


def _check_accept(board: Board, act: AmendmentAccepted, sender: str) -> None:
    proposal = open_proposal(board, act.proposal)
    if proposal.sender != sender:
        raise Refusal("NotTheProposer", "", proposal=act.proposal)
    check_open_amendment(proposal, act.amendment)


class AmendmentDecided(Act, frozen=True, kw_only=True):
    """The body that has the proposal before it decided an amendment by vote."""

    proposal: Name
    amendment: Name
    voting: Name


def check_amendment_decided(board: Board, act: AmendmentDecided) -> None:
    """The vote was about this amendment and adopted it. Raises `Refusal` NoSuchAmendment, NotAdopted,
    DecidedSomethingElse."""
    check_open_amendment(open_proposal(board, act.proposal), act.amendment)
    check_decided(board, act, act.voting)


def apply_amendment_decided(board: Board, act: AmendmentDecided) -> None:
    """There is a new version."""
    take_into_text(board, act.proposal, act.amendment, act.date)


def check_open_amendment(proposal: Proposal, name: str) -> None:
    """The amendment waits and is about the latest version."""
    amendment = proposal.amendments.get(name)
    if amendment is None or amendment.state != "put":
        raise Refusal("NoSuchAmendment", "", amendment=name)
    if amendment.base != len(proposal.versions):
        raise Refusal("NotTheLatestVersion", "", version=amendment.base, latest=len(proposal.versions))


def take_into_text(board: Board, name: str, amendment: str, day: str) -> None:
    """Make the amendment's text the next version, frozen as it stands."""
    proposal = board.proposals[name]
    taken = proposal.amendments[amendment]
    taken.state = "taken"
    proposal.versions.append(
        Version(
            number=len(proposal.versions) + 1,
            texts=dict(taken.texts),
            date=day,
            frozen=day if proposal.versions[-1].frozen else "",
            touches=taken.touches,
        )
    )


def proposal_of(board: Board, name: str) -> Proposal:
    """A proposal before this body; `Refusal` NoSuchProposal."""
    proposal = board.proposals.get(name)
    if proposal is None:
        raise Refusal("NoSuchProposal", "", proposal=name)
    return proposal


def check_not_suspended(proposal: Proposal, at: int) -> None:
    """No caucus' referral keeps the item waiting; `Refusal` ItemSuspended."""
    if at < proposal.suspended_until:
        hours = -(-(proposal.suspended_until - at) // 3600)
        raise Refusal("ItemSuspended", "bodies.caucuses", proposal=proposal.id, hours=hours)


def check_not_lapsed(board: Board, proposal: Proposal, day: str) -> None:
    """It came before the body recently enough to go on; `Refusal` ProposalLapsed."""
    days = matter_of(board.charter, proposal.matter).lapse_days
    if days and days_between(proposal.put, day) > days:
        raise Refusal(
            "ProposalLapsed", f"matters.{proposal.matter}.lapse_days", proposal=proposal.id, days=days
        )


def open_proposal(board: Board, name: str) -> Proposal:
    """A proposal that is still under way; `Refusal` NoSuchProposal, ProposalIsOver."""
    proposal = proposal_of(board, name)
    if proposal.state not in ("put", "frozen"):
        raise Refusal("ProposalIsOver", "", proposal=name, state=proposal.state)
    return proposal
