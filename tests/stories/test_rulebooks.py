"""Every ready rulebook can be read, says where it comes from, lets a body live by it, and is played in a story."""

import re
import tomllib
from pathlib import Path

import msgspec
import pytest

import symbiosis.rulebooks
from symbiosis.core.acts import ROWS
from symbiosis.core.reading import read_charter
from tests.stories.conftest import STORIES

FOLDER = Path(symbiosis.rulebooks.__file__).parent
BOOKS = sorted(FOLDER.glob("*.toml"))
BY_ROLE = {row.act.__name__: row for row in ROWS if row.who in ("role", "anyone")}
DECIDABLE = {
    name
    for name, row in BY_ROLE.items()
    if any(field.name == "voting" for field in msgspec.structs.fields(row.act))
}
EVERYBODY = {
    "CharterChanged",
    "Corrected",
    "DecisionInForce",
    "LateTallyAccepted",
    "MemberAdmitted",
    "MemberLeft",
    "OutcomeCertified",
    "RecountReported",
    "RoleEnded",
    "RoleGiven",
    "VersionFrozen",
    "VotingClosed",
    "VotingOpened",
}
OF_MEMBERS = {
    "AlternateSeated",
    "BodyJoined",
    "BodyLeft",
    "DelegationElected",
    "MandateGiven",
    "MeetingCalled",
    "NoMandateGiven",
    "ProposalPut",
    "RatificationGiven",
    "ReportGiven",
    "RollCounted",
    "SeatRecalled",
    "TallyReported",
}


@pytest.fixture(params=BOOKS, ids=lambda file: file.stem)
def book(request):
    """A rulebook's name, text and charter."""
    text = request.param.read_text(encoding="utf-8")
    return request.param.stem, text, read_charter(tomllib.loads(text))


def powers_of(charter):
    held = {power for role in charter.roles.values() for power in role.powers}
    return set(BY_ROLE) if "*" in held else held


def test_it_says_what_it_is_and_which_practice_it_follows(book):
    _, text, _ = book
    head = text.partition("\ncharter = 1\n")[0]
    assert all(line.startswith("#") for line in head.splitlines())
    assert re.search(r"\bR[1-9][0-9]?\b", head)
    assert "silent" in head


def test_powers_and_decisions_name_acts_that_there_are(book):
    _, _, charter = book
    assert powers_of(charter) <= set(BY_ROLE)
    assert set(charter.decisions) <= DECIDABLE


def test_each_act_that_a_body_needs_to_live_is_in_somebody_s_power(book):
    _, _, charter = book
    needed = EVERYBODY | set(charter.decisions)
    if charter.bodies is None:
        needed |= OF_MEMBERS
    elif charter.bodies.admission == "decision":
        needed |= {"BodyAdmitted"}
    for matter in charter.matters.values():
        for stage in matter.stages:
            needed |= {"AttemptRecorded"} if stage.attempts else set()
            needed |= {"AttendanceStated", "MeetingCalled"} if stage.in_meeting else set()
            needed |= {"VotingExtended"} if stage.extension else set()
        needed |= {"PetitionPut"} if matter.petition else set()
    needed |= {"EmergencyDecided", "EmergencyJudged"} if charter.emergencies else set()
    if charter.expulsion:
        needed |= {"CaseOpened", "AnswerHeard", "CaseAppealed", "AppealDecided"}
    assert needed <= powers_of(charter)
    assert "CharterChanged" in charter.decisions


def test_a_story_begins_from_it_and_verifies(book):
    name, _, _ = book
    stories = [file.read_text(encoding="utf-8") for file in STORIES.glob("rulebook-*.story")]
    told = [story for story in stories if re.search(rf"^charter \S+ rulebook={name}$", story, re.MULTILINE)]
    assert told
    for story in told:
        assert "expect refused = " in story
        assert "OutcomeCertified" in story
        assert story.rstrip().endswith("expect records = sound")
