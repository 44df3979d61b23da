"""Each no of the core: given a year of two assemblies and their council, when this act, then this refusal."""

from __future__ import annotations

import copy

import pytest

from tests.core.refused import BY_PERSON, check_refused
from tests.strategies.acts import PEOPLE, TEXT, begun, more, year
from tests.strategies.bodies import Confederation
from tests.strategies.charters import assembly

BEGUN = begun()
ES = {"es": TEXT}


def lived() -> Confederation:
    """The year and what came after it, all but the leaving."""
    world = copy.deepcopy(BEGUN)
    for code, kind, by, fields in [*year(world), *more(world)]:
        if kind != "BodyLeft":
            world.do(code, kind, by, **fields)
    return world


LIVED = lived()
TO, NORTH, SOUTH = (LIVED.id(code) for code in ("council", "north", "south"))
TALLY = {"counts": {"yes": 1}, "tellers": ["ana", "bo"]}
SEAT = {"credential": "north-1", "kind": "delegate"}
CAST = {"sender": NORTH, "credential": "north-1", "votes": {"yes": 2}}
MANDATE = {"to": TO, "proposal": "oven", "version": 1, "mode": "strict", "voting": "one"}
ENGLISH = {"proposal": "x", "title": "x", "matter": "spend", "texts": {"en": TEXT}}
OPEN = {"voting": "new", "matter": "open"}
OUTCOME = {"result": "adopted", "quorum": [], "conditions": [], "figures": {}}

AT_ONCE = [
    ("AlreadyInForce", "council", "DecisionInForce", {"voting": "three", "on": "2027-04-30"}),
    ("AlreadyCertified", "council", "OutcomeCertified", {"voting": "three"}),
    ("AlreadyMember", "council", "BodyAdmitted", {"body": NORTH, "code": "other"}),
    ("AlreadyMember", "north", "BodyJoined", {"to": TO, "code": "x", "members": 4, "languages": ["es"]}),
    ("AlreadyOnTheRoll", "north", "MemberAdmitted", {"token": PEOPLE[0]}),
    ("AlreadySupported", "north", "SupportGiven", {"proposal": "mill", "token": PEOPLE[1]}),
    ("AlreadySupported", "north", "PetitionSigned", {"petition": "desk", "token": PEOPLE[1]}),
    ("AlreadySupported", "north", "PetitionSupported", {"petition": "desk", "to": TO}),
    (
        "AlreadyTranslated",
        "council",
        "TranslationReady",
        {"proposal": "school", "version": 1, "language": "fr", "text": TEXT},
    ),
    (
        "AlreadyWaived",
        "north",
        "WaiverGiven",
        {"to": TO, "proposal": "school", "version": 1, "language": "es"},
    ),
    (
        "NothingToWaive",
        "north",
        "WaiverGiven",
        {"to": TO, "proposal": "school", "version": 1, "language": "fr"},
    ),
    (
        "NoSuchVersion",
        "north",
        "WaiverGiven",
        {"to": TO, "proposal": "school", "version": 7, "language": "es"},
    ),
    (
        "AmendmentExists",
        "north",
        "AmendmentPut",
        {"to": TO, "proposal": "garden", "amendment": "longer", "version": 2, "texts": ES},
    ),
    (
        "NotTheLatestVersion",
        "north",
        "AmendmentPut",
        {"to": TO, "proposal": "garden", "amendment": "shorter", "version": 1, "texts": ES},
    ),
    (
        "NoText",
        "north",
        "AmendmentPut",
        {"to": TO, "proposal": "garden", "amendment": "b", "version": 1, "texts": {}},
    ),
    ("NoSuchAmendment", "south", "AmendmentAccepted", {"to": TO, "proposal": "garden", "amendment": "x"}),
    ("NotTheProposer", "north", "ProposalWithdrawn", {"to": TO, "proposal": "garden"}),
    ("NotWithdrawn", "north", "ProposalTakenOver", {"to": TO, "proposal": "garden"}),
    ("OwnProposal", "south", "ProposalSupported", {"to": TO, "proposal": "garden"}),
    ("ProposalIsOver", "south", "ProposalSupported", {"to": TO, "proposal": "oven"}),
    (
        "ProposalExists",
        "north",
        "ProposalPut",
        {"to": TO, "proposal": "oven", "title": "x", "matter": "spend", "texts": ES},
    ),
    (
        "NotBeforeReview",
        "council",
        "ProposalPut",
        {"proposal": "again", "title": "x", "matter": "spend", "texts": ES, "again": "oven"},
    ),
    (
        "NoSuchMatter",
        "council",
        "ProposalPut",
        {"proposal": "again", "title": "x", "matter": "unheard", "texts": ES},
    ),
    ("NoSuchProposal", "council", "VersionFrozen", {"proposal": "none", "version": 1}),
    ("AlreadyFrozen", "council", "VersionFrozen", {"proposal": "school", "version": 1}),
    ("NotAdopted", "north", "RoleRecalled", {"role": "teller", "voting": "ten"}),
    ("BookSaysOtherwise", "north", "RollCounted", {"members": 9}),
    ("CodeTaken", "council", "BodyAdmitted", {"body": "b" * 52, "code": "east"}),
    ("DateInThePast", "north", "BodyLeft", {"to": TO, "effective": "2027-01-01", "voting": "eleven"}),
    ("NotDecided", "north", "BodyLeft", {"to": TO, "effective": "2027-05-01"}),
    ("DecidedSomethingElse", "north", "BodyLeft", {"to": TO, "effective": "2027-05-01", "voting": "one"}),
    ("NoSuchVoting", "north", "BodyLeft", {"to": TO, "effective": "2027-05-01", "voting": "none"}),
    ("NotInThatConfederation", "north", "BodyLeft", {"to": SOUTH, "effective": "2027-05-01"}),
    (
        "EntryTooLong",
        "north",
        "MeetingCalled",
        {"meeting": "x", "on": "2027-05-01", "items": ["i" * 60] * 1200},
    ),
    ("KeyNotAnnounced", "north", "KeyChanged", {"key": "A" * 43 + "=", "next": "0" * 64}),
    ("KeyNotAnnounced", "north", "BookKeyChanged", {"key": "A" * 43 + "=", "next": "0" * 64}),
    ("MandateCovers", "council", "ItemReferredBack", {"voting": "two", "body": NORTH}),
    ("MeetingExists", "north", "MeetingCalled", {"meeting": "march", "on": "2027-05-01"}),
    ("NoSuchCall", "north", "MeetingCalled", {"meeting": "x", "on": "2027-05-01", "call": 9}),
    (
        "NoSuchMeeting",
        "north",
        "MeetingCalled",
        {"meeting": "x", "on": "2027-05-01", "call": 2, "first": "y"},
    ),
    (
        "FirstCallWasQuorate",
        "north",
        "MeetingCalled",
        {"meeting": "x", "on": "2027-05-01", "call": 2, "first": "march"},
    ),
    ("NoticeTooShort", "north", "MeetingCalled", {"meeting": "x", "on": "2027-01-01"}),
    ("MoreThanTheRoll", "north", "AttendanceStated", {"meeting": "march", "present": 99}),
    ("MeetingWasQuorate", "north", "NoMandateGiven", {"to": TO, "proposal": "x", "reason": "not_quorate"}),
    (
        "MoreThanTheDelegation",
        "north",
        "DelegationElected",
        {"to": TO, "seats": [SEAT], "composition": {"women": 2}},
    ),
    ("SeatTwice", "north", "DelegationElected", {"to": TO, "seats": [SEAT, SEAT]}),
    ("WrongDelegationSize", "north", "DelegationElected", {"to": TO, "seats": []}),
    ("NoDelegation", "north", "SeatRecalled", {"to": SOUTH, "credential": "north-1"}),
    ("NoSuchSeat", "north", "SeatRecalled", {"to": TO, "credential": "none"}),
    ("NotSeated", "north", "SeatRecalled", {"to": TO, "credential": "north-a"}),
    ("SeatWasRecalled", "south", "SeatRecalled", {"to": TO, "credential": "south-1"}),
    (
        "NotAnAlternate",
        "south",
        "AlternateSeated",
        {"to": TO, "alternate": "south-a", "instead_of": "south-1"},
    ),
    ("NoAttemptNeeded", "north", "AttemptRecorded", {"voting": "one", "answer": "0" * 64, "size": 1}),
    ("NoLanguage", "north", "BodyJoined", {"to": SOUTH, "code": "x", "members": 4, "languages": []}),
    ("NotACouncil", "north", "BodyAdmitted", {"body": SOUTH, "code": "x"}),
    ("NoPetition", "north", "PetitionPut", {"petition": "x", "matter": "open"}),
    ("PetitionExists", "north", "PetitionPut", {"petition": "desk", "matter": "recall"}),
    ("NoSuchPetition", "north", "PetitionCounted", {"petition": "none", "members": 0}),
    ("NoSuchRole", "north", "RoleGiven", {"token": PEOPLE[0], "role": "king"}),
    ("NotOnTheRoll", "north", "RoleGiven", {"token": PEOPLE[7], "role": "desk"}),
    ("RoleNotHeld", "north", "RoleEnded", {"token": PEOPLE[0], "role": "desk"}),
    ("NoSuchEntry", "north", "Corrected", {"entry": 999, "note": "x"}),
    ("NotAReport", "north", "Corrected", {"entry": 1, "note": "x", "counts": {}, "tellers": ["a", "b"]}),
    ("NotCertified", "south", "DecisionInForce", {"voting": "three", "on": "2027-05-01"}),
    ("NotYetOver", "north", "OutcomeCertified", {"voting": "ten"}),
    ("NothingToContest", "north", "OutcomeContested", {"voting": "ten", "body": NORTH}),
    ("TwoTellersNeeded", "north", "TallyReported", TALLY | {"voting": "ten", "tellers": ["a", "a"]}),
    ("NotInTheElectorate", "council", "TallyReported", TALLY | {"voting": "five"}),
    ("VotingStillOpen", "north", "LateTallyAccepted", TALLY | {"voting": "ten", "body": NORTH, "sealed": 1}),
    ("VotingIsClosed", "north", "VotingClosed", {"voting": "one"}),
    ("VotingExists", "north", "VotingOpened", {"voting": "one", "matter": "open"}),
    ("NoSuchStage", "north", "VotingOpened", OPEN | {"stage": 2}),
    (
        "StageNotReached",
        "north",
        "VotingOpened",
        OPEN | {"matter": "consensus", "stage": 2, "about": {"x": "y"}},
    ),
    ("WrongElectorate", "north", "VotingOpened", OPEN | {"entitled": 5}),
    ("WrongElectorate", "council", "VotingOpened", OPEN | {"matter": "all", "entitled": 3}),
    ("OpenTooShort", "north", "VotingOpened", OPEN | {"closes": 5}),
    ("AnotherMatter", "north", "VotingOpened", OPEN | {"proposal": "mill", "version": 2}),
    (
        "NotFrozen",
        "council",
        "VotingOpened",
        {"voting": "new", "matter": "voice", "proposal": "garden", "version": 2},
    ),
    ("PetitionNotReached", "north", "VotingOpened", OPEN | {"matter": "recall"}),
    ("NoSuchMeeting", "north", "VotingOpened", OPEN | {"meeting": "none"}),
    ("NotAChoice", "north", "VoteCast", {"voting": "ten", "token": PEOPLE[1], "choice": "block"}),
    ("OutcomeDiffers", "north", "VotingClosed", {"voting": "ten", "tally": {}, "outcome": OUTCOME}),
    ("TallyDiffers", "north", "VotingClosed", {"voting": "ten", "tally": {"no": 1}}),
    ("MoreThanTheRoll", "north", "VotingClosed", {"voting": "ten", "tally": {"no": 9}}),
    ("NotDecided", "north", "MandateGiven", MANDATE | {"voting": None, "votes": {}, "tally": {}}),
    ("DecidedSomethingElse", "north", "MandateGiven", MANDATE | {"version": 2}),
    ("VotesDoNotFollow", "north", "MandateGiven", MANDATE | {"votes": {"no": 2}}),
    ("NotAdopted", "north", "MandateGiven", MANDATE | {"voting": "ten"}),
    ("TallyDiffers", "north", "MandateGiven", MANDATE | {"tally": {"no": 2}}),
    ("NotAMember", "council", "ItemReferredBack", {"voting": "two", "body": "b" * 52}),
]


@pytest.mark.parametrize(("code", "body", "kind", "fields"), AT_ONCE)
def test_after_that_year(code, body, kind, fields):
    check_refused(copy.deepcopy(LIVED), code, (body, kind, fields))


STEP_BY_STEP = [
    (
        "SecrecyDiffers",
        [("south", "VotingOpened", {"voting": "new", "matter": "hands"})],
        ("south", "VoteCast", {"voting": "new", "token": PEOPLE[4], "choice": "yes"}),
    ),
    (
        "AdmittedTooLate",
        [("north", "MemberAdmitted", {"token": PEOPLE[6]})],
        ("north", "VoteCast", {"voting": "ten", "token": PEOPLE[6], "choice": "yes"}),
    ),
    (
        "GroundNeeded",
        [("north", "VotingOpened", {"voting": "new", "matter": "consensus"})],
        ("north", "VoteCast", {"voting": "new", "token": PEOPLE[0], "choice": "block", "ground": "taste"}),
    ),
    (
        "AttemptNeeded",
        [
            ("south", "VotingOpened", {"voting": "new", "matter": "consensus"}),
            ("south", "VotingClosed", {"voting": "new"}),
        ],
        ("south", "VotingOpened", {"voting": "newer", "matter": "consensus", "stage": 2}),
    ),
    (
        "NotQuorate",
        [
            ("north", "MeetingCalled", {"meeting": "x", "on": "2027-03-05"}),
            ("north", "AttendanceStated", {"meeting": "x", "present": 1}),
        ],
        ("north", "VotingOpened", OPEN | {"meeting": "x"}),
    ),
    (
        "SecondCallTooSoon",
        [
            ("north", "MeetingCalled", {"meeting": "x", "on": "2027-03-05"}),
            ("north", "AttendanceStated", {"meeting": "x", "present": 1}),
        ],
        ("north", "MeetingCalled", {"meeting": "y", "on": "2027-03-05", "call": 2, "first": "x"}),
    ),
    (
        "MeetingNotToday",
        [("north", "MeetingCalled", {"meeting": "x", "on": "2027-03-08"})],
        ("north", "AttendanceStated", {"meeting": "x", "present": 1}),
    ),
    (
        "TooFewSeconds",
        [("north", "ProposalPut", {"proposal": "x", "title": "x", "matter": "hands", "texts": ES})],
        ("north", "VersionFrozen", {"proposal": "x", "version": 1}),
    ),
    (
        "NotAffected",
        [
            (
                "east",
                "BodyJoined",
                {"to": TO, "code": "far", "members": 4, "languages": ["es", "en"]},
            )
        ],
        ("east", "WaiverGiven", {"to": TO, "proposal": "school", "version": 1, "language": "es"}),
    ),
    (
        "TranslationMissing",
        [
            ("council", "ProposalPut", ENGLISH),
            ("council", "VersionFrozen", {"proposal": "x", "version": 1}),
        ],
        ("council", "VotingOpened", {"voting": "new", "matter": "spend", "proposal": "x", "version": 1}),
    ),
    (
        "NoMandate",
        [
            (
                "council",
                "VotingOpened",
                {"voting": "new", "matter": "spend", "proposal": "school", "version": 1},
            )
        ],
        ("council", "CouncilVoteCast", CAST | {"voting": "new"}),
    ),
    (
        "WrongNumberOfVotes",
        [("council", "VotingOpened", {"voting": "new", "matter": "voice"})],
        ("council", "CouncilVoteCast", CAST | {"voting": "new", "votes": {"yes": 9}}),
    ),
    (
        "NotAChoice",
        [("council", "VotingOpened", {"voting": "new", "matter": "voice"})],
        ("council", "CouncilVoteCast", CAST | {"voting": "new", "votes": {"blank": 2}}),
    ),
    (
        "AlreadyVoted",
        [
            ("council", "VotingOpened", {"voting": "new", "matter": "voice"}),
            ("council", "CouncilVoteCast", CAST | {"voting": "new"}),
            ("council", "VotingClosed", {"voting": "new"}),
        ],
        ("council", "LateTallyAccepted", TALLY | {"voting": "new", "body": NORTH, "sealed": 1}),
    ),
    (
        "SealedTooLate",
        [
            ("south", "VotingOpened", {"voting": "new", "matter": "hands"}),
            ("south", "VotingClosed", {"voting": "new"}),
        ],
        ("south", "LateTallyAccepted", TALLY | {"voting": "new", "body": SOUTH, "sealed": LIVED.at + 1}),
    ),
    (
        "NotInThatConfederation",
        [("north", "BodyLeft", {"to": TO, "effective": "2027-03-05", "voting": "eleven"})],
        ("north", "RatificationGiven", {"to": SOUTH, "voting": "three", "own": "four"}),
    ),
    (
        "CodeTaken",
        [],
        ("east", "BodyJoined", {"to": TO, "code": "north", "members": 4, "languages": ["es"]}),
    ),
    (
        "AlreadySupported",
        [("south", "ProposalSupported", {"to": TO, "proposal": "school"})],
        ("south", "ProposalSupported", {"to": TO, "proposal": "school"}),
    ),
    (
        "TallyDiffers",
        [],
        ("north", "RatificationGiven", {"to": TO, "voting": "three", "own": "four", "tally": {"no": 9}}),
    ),
]


@pytest.mark.parametrize(("code", "before", "act"), STEP_BY_STEP, ids=[row[0] for row in STEP_BY_STEP])
def test_step_by_step(code, before, act):
    world = copy.deepcopy(LIVED)
    world.found("east", assembly(name="East"))
    for body, kind, fields in before:
        world.do(body, kind, "" if kind in BY_PERSON else "desk", **fields)
    check_refused(world, code, act)
