"""The one table of acts: what each is, whose record it stands in, who does it, and the rules it goes by.

`who`: founder (entry 0 and the first charter), role (in the body's name, by a role with that power), node
(a proof that arrived), seat (a delegation's credential), member (a token), anyone (a member, not named, or a
role with that power): nobody needs the organs' leave to ask for a vote. `goes` is the act that the
receiving board takes it in with. `rests` marks board acts that rest on the book. `power` is the act whose power in
a charter covers this one too; else each act of a role has a power of its own name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from symbiosis.core import (
    accounts,
    cases,
    caucuses,
    delegations,
    emergencies,
    extensions,
    lineages,
    lots,
    mandates,
    meetings,
    member_votes,
    membership,
    offices,
    outcomes,
    petitions,
    proposals,
    ratification,
    roles,
    roll,
    secret_votes,
    stated,
    tallies,
    texts,
    voting,
)
from symbiosis.core.act import Act


class Row(NamedTuple):
    """One act."""

    act: type[Act]
    record: str
    who: str
    check: Callable[[Any, Any], None]
    apply: Callable[[Any, Any], None]
    goes: str = ""
    rests: bool = False
    power: str = ""


def _row(module: Any, name: str, record: str, who: str, apply: Any = None, **more: Any) -> Row:
    snake = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)
    return Row(
        act=getattr(module, name),
        record=record,
        who=who,
        check=getattr(module, f"check{snake}"),
        apply=apply or getattr(module, f"apply{snake}"),
        **more,
    )


_nothing_here = proposals.apply_to_another

ROWS: tuple[Row, ...] = (
    _row(membership, "BodyFounded", "board", "founder"),
    _row(membership, "BodyRefounded", "board", "founder"),
    _row(membership, "CharterAdopted", "board", "founder"),
    _row(membership, "CharterChanged", "board", "role"),
    _row(membership, "KeyChanged", "board", "node", goes="KeyChangedReceived"),
    _row(membership, "KeyChangedReceived", "board", "node"),
    _row(membership, "RollCounted", "board", "role", goes="RollCountedReceived", rests=True),
    _row(membership, "RollCountedReceived", "board", "node"),
    _row(membership, "BodyAdmitted", "board", "role"),
    _row(membership, "BodyJoined", "board", "role", goes="BodyJoinedReceived"),
    _row(membership, "BodyJoinedReceived", "board", "node"),
    _row(membership, "BodyLeft", "board", "role", goes="BodyLeftReceived"),
    _row(membership, "BodyLeftReceived", "board", "node"),
    _row(roll, "BookOpened", "book", "founder"),
    _row(roll, "BookKeyChanged", "book", "node"),
    _row(roll, "MemberAdmitted", "book", "role"),
    _row(roll, "MemberLeft", "book", "role"),
    _row(roles, "RoleGiven", "book", "role"),
    _row(roles, "RoleEnded", "book", "role"),
    _row(roll, "MemberExpelled", "book", "role"),
    _row(roll, "StandingChanged", "book", "role"),
    _row(member_votes, "ProxyGiven", "book", "member"),
    _row(member_votes, "VoteCast", "book", "member"),
    _row(roll, "SupportGiven", "book", "member"),
    _row(roll, "PetitionSigned", "book", "member"),
    _row(meetings, "MeetingCalled", "board", "role"),
    _row(meetings, "AttendanceStated", "board", "role"),
    _row(proposals, "ProposalPut", "board", "role", goes="ProposalPutReceived"),
    _row(proposals, "ProposalPutReceived", "board", "node"),
    _row(proposals, "ProposalSupported", "board", "role", _nothing_here, goes="ProposalSupportedReceived"),
    _row(proposals, "ProposalSupportedReceived", "board", "node"),
    _row(proposals, "SupportCounted", "board", "role", rests=True),
    _row(proposals, "ProposalWithdrawn", "board", "role", goes="ProposalWithdrawnReceived"),
    _row(proposals, "ProposalWithdrawnReceived", "board", "node"),
    _row(proposals, "ProposalTakenOver", "board", "role", _nothing_here, goes="ProposalTakenOverReceived"),
    _row(proposals, "ProposalTakenOverReceived", "board", "node"),
    _row(proposals, "AmendmentPut", "board", "role", goes="AmendmentPutReceived"),
    _row(proposals, "AmendmentPutReceived", "board", "node"),
    _row(proposals, "AmendmentAccepted", "board", "role", goes="AmendmentAcceptedReceived"),
    _row(proposals, "AmendmentAcceptedReceived", "board", "node"),
    _row(proposals, "AmendmentDecided", "board", "role"),
    _row(texts, "VersionFrozen", "board", "role"),
    _row(texts, "TranslationReady", "board", "role"),
    _row(texts, "WaiverGiven", "board", "role", _nothing_here, goes="WaiverGivenReceived"),
    _row(texts, "WaiverGivenReceived", "board", "node"),
    _row(delegations, "DelegationElected", "board", "role", goes="DelegationElectedReceived"),
    _row(delegations, "DelegationElectedReceived", "board", "node"),
    _row(delegations, "AlternateSeated", "board", "role", goes="AlternateSeatedReceived"),
    _row(delegations, "AlternateSeatedReceived", "board", "node"),
    _row(delegations, "SeatRecalled", "board", "role", goes="SeatRecalledReceived"),
    _row(delegations, "SeatRecalledReceived", "board", "node"),
    _row(mandates, "MandateGiven", "board", "role", goes="MandateGivenReceived"),
    _row(mandates, "MandateGivenReceived", "board", "node"),
    _row(mandates, "NoMandateGiven", "board", "role", goes="NoMandateGivenReceived"),
    _row(mandates, "NoMandateGivenReceived", "board", "node"),
    _row(petitions, "PetitionPut", "board", "anyone"),
    _row(petitions, "PetitionSupported", "board", "role", _nothing_here, goes="PetitionSupportedReceived"),
    _row(petitions, "PetitionSupportedReceived", "board", "node"),
    _row(petitions, "PetitionCounted", "board", "anyone", rests=True),
    _row(petitions, "RoleRecalled", "board", "role"),
    _row(voting, "VotingOpened", "board", "role", rests=True),
    _row(voting, "CouncilVoteCast", "board", "seat"),
    _row(extensions, "VotingExtended", "board", "role", rests=True),
    _row(secret_votes, "BallotsPosted", "board", "node"),
    _row(secret_votes, "BallotingEnded", "board", "role"),
    _row(secret_votes, "BallotsShuffled", "board", "role"),
    _row(secret_votes, "BallotsDecrypted", "board", "role"),
    _row(stated, "PapersStated", "board", "role", power="VotingClosed"),
    _row(outcomes, "VotingClosed", "board", "role", rests=True),
    _row(tallies, "TallyReported", "board", "role", goes="TallyReportedReceived"),
    _row(tallies, "TallyReportedReceived", "board", "node"),
    _row(tallies, "LateTallyAccepted", "board", "role"),
    _row(tallies, "RecountReported", "board", "role"),
    _row(tallies, "Corrected", "board", "role", goes="CorrectedReceived"),
    _row(tallies, "CorrectedReceived", "board", "node"),
    _row(outcomes, "OutcomeContested", "board", "role", goes="OutcomeContestedReceived"),
    _row(outcomes, "OutcomeContestedReceived", "board", "node"),
    _row(outcomes, "OutcomeCertified", "board", "role"),
    _row(outcomes, "DecisionInForce", "board", "role"),
    _row(outcomes, "ItemReferredBack", "board", "role"),
    _row(outcomes, "AttemptRecorded", "board", "role"),
    _row(ratification, "RatificationGiven", "board", "role", _nothing_here, goes="RatificationGivenReceived"),
    _row(ratification, "RatificationGivenReceived", "board", "node"),
    _row(offices, "OfficeFilled", "board", "role", goes="OfficeFilledReceived"),
    _row(offices, "OfficeFilledReceived", "board", "node"),
    _row(caucuses, "ItemReferred", "board", "role", _nothing_here, goes="ItemReferredReceived"),
    _row(caucuses, "ItemReferredReceived", "board", "node"),
    _row(emergencies, "EmergencyDecided", "board", "role"),
    _row(emergencies, "EmergencyJudged", "board", "role"),
    _row(cases, "CaseOpened", "board", "role"),
    _row(cases, "AnswerHeard", "board", "role"),
    _row(cases, "CaseAppealed", "board", "role"),
    _row(cases, "AppealDecided", "board", "role"),
    _row(cases, "BodyExpelled", "board", "role"),
    _row(cases, "BodySuspended", "board", "role"),
    _row(cases, "BodyReinstated", "board", "role"),
    _row(accounts, "AnswerGiven", "board", "role"),
    _row(accounts, "ReportGiven", "board", "role"),
    _row(accounts, "DissentNoted", "board", "role"),
    _row(accounts, "DecisionAnnulled", "board", "role"),
    _row(lots, "LotAnnounced", "board", "role"),
    _row(lots, "LotDrawn", "board", "role"),
    _row(lineages, "LineageRegistered", "board", "role"),
    _row(lineages, "NameDisputed", "board", "role"),
    _row(lineages, "NameSettled", "board", "role"),
)

ACTS: dict[tuple[str, int], Row] = {(row.act.__name__, 1): row for row in ROWS}
"""Every act by type and version. The meaning of a stored pair never changes; a change is a new version."""

BY_TYPE: dict[type[Act], Row] = {row.act: row for row in ROWS}
