"""Counts made by hand: late, counted again, corrected."""

import copy

import pytest

from symbiosis.errors import Refusal
from tests.strategies.acts import begun, year
from tests.strategies.bodies import Confederation

BEGUN = begun()
DAY = 86_400


@pytest.fixture
def closed() -> Confederation:
    """The year up to a referendum ("five") that has closed with four for it and two against, three a body."""
    world = copy.deepcopy(BEGUN)
    for code, kind, by, fields in year(world):
        if (code, kind) == ("north", "OutcomeContested"):
            break
        world.do(code, kind, by, **fields)
    return world


def refused(world, code, kind, **fields):
    with pytest.raises(Refusal) as caught:
        world.do(code, kind, "desk", **fields)
    return caught.value.code


def late(world, **more):
    """Late papers of the south: one vote, sealed in time, as its own board has them."""
    fields = {
        "voting": "five",
        "counts": {"no": 1},
        "sealed": world.at - 60,
        "tellers": ["cy", "di"],
    }
    world.do("south", "TallyReported", "desk", to=world.id("council"), **fields)
    south = world.bodies["south"]
    index = len(south.entries["board"]) - 1
    proof = {"entry": south.entries["board"][index].decode(), "proof": south.proof(index)}
    return fields | proof | {"body": world.id("south")} | more


def test_late_papers_of_a_body_change_the_outcome_and_the_first_one_stays(closed):
    closed.do("council", "LateTallyAccepted", "desk", **late(closed))
    voting = closed.bodies["council"].board.votings["five"]
    assert [each.outcome.figures["members/no"] for each in voting.history] == ["2", "3"]
    assert [each.outcome.result for each in voting.history] == ["adopted", "not_adopted"]
    assert voting.standing == "provisional"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"voting": "two"}, "SealedTooLate"),
        ({"voting": "nine"}, "NoSuchVoting"),
        ({"counts": {"no": 2}}, "TallyDiffers"),
        ({"tellers": ["cy", "cy"]}, "TwoTellersNeeded"),
        ({"sealed": 2_000_000_000}, "SealedTooLate"),
    ],
)
def test_late_papers_are_what_their_tellers_sealed(closed, more, code):
    if more == {"voting": "two"}:
        more = more | {"sealed": closed.at + 1}
        fields = late(closed) | more | {"entry": "", "proof": "", "counts": {"yes": 2}}
    else:
        fields = late(closed) | more
    assert refused(closed, "council", "LateTallyAccepted", **fields) == code


def test_late_papers_come_within_the_grace(closed):
    fields = late(closed)
    closed.at += DAY + 1
    assert refused(closed, "council", "LateTallyAccepted", **fields) == "GraceIsOver"
    closed.at += DAY
    closed.do("council", "OutcomeCertified", "desk", voting="five")
    assert refused(closed, "council", "LateTallyAccepted", **fields) == "AlreadyCertified"


def test_late_papers_and_recounts_of_a_body_that_does_not_take_part_are_refused(closed):
    fields = late(closed, body=closed.id("council"))
    assert refused(closed, "council", "LateTallyAccepted", **fields) == "NotInTheElectorate"
    recount = {"voting": "five", "body": closed.id("council"), "counts": {}, "counters": ["ana", "bo"]}
    assert refused(closed, "council", "RecountReported", **recount) == "NotInTheElectorate"


def test_a_contested_count_is_made_again_by_others(closed):
    to, south, north = closed.id("council"), closed.id("south"), closed.id("north")
    recount = {"voting": "five", "body": south, "counts": {"yes": 0, "no": 3}}
    assert (
        refused(closed, "council", "RecountReported", counters=["ana", "bo"], **recount) == "NothingToContest"
    )
    closed.do("north", "OutcomeContested", "desk", to=to, voting="five", body=south)
    voting = closed.bodies["council"].board.votings["five"]
    assert voting.standing == "contested"
    again = {"to": to, "voting": "five", "body": south}
    assert refused(closed, "north", "OutcomeContested", **again) == "AlreadyContested"
    assert refused(closed, "council", "OutcomeCertified", voting="five") == "ContestIsOpen"
    for counters in ([south, north], [north, closed.id("council")]):
        assert refused(closed, "council", "RecountReported", counters=counters, **recount) == "WrongCounters"


def test_in_an_assembly_other_tellers_count_again():
    world = copy.deepcopy(BEGUN)
    tally = {"voting": "six", "counts": {"yes": 2, "no": 1}, "tellers": ["ana", "bo"]}
    world.do("south", "VotingOpened", "desk", voting="six", matter="hands")
    assert refused(world, "south", "LateTallyAccepted", body=world.id("south"), sealed=1, **tally) == (
        "VotingStillOpen"
    )
    world.do("south", "TallyReported", "desk", **tally)
    assert refused(world, "south", "TallyReported", **tally) == "MoreThanTheRoll"
    world.do("south", "VotingClosed", "desk", voting="six")
    body = world.id("south")
    assert refused(world, "south", "TallyReported", **tally) == "VotingIsClosed"
    world.do("south", "OutcomeContested", "desk", voting="six", body=body)
    recount = {"voting": "six", "body": body, "counts": {"yes": 1, "no": 2}}
    assert refused(world, "south", "RecountReported", counters=["ana", "cy"], **recount) == "WrongCounters"
    assert refused(world, "south", "RecountReported", counters=["cy", "cy"], **recount) == "TwoTellersNeeded"
    world.do("south", "RecountReported", "desk", counters=["cy", "di"], **recount)
    voting = world.bodies["south"].board.votings["six"]
    assert (voting.standing, voting.outcome.result) == ("recounted", "not_adopted")


def test_figures_are_corrected_by_those_who_reported_them():
    world = copy.deepcopy(BEGUN)
    world.do("south", "VotingOpened", "desk", voting="six", matter="hands")
    tellers = ["ana", "bo"]
    world.do("south", "TallyReported", "desk", voting="six", counts={"yes": 2, "no": 1}, tellers=tellers)
    entry = len(world.bodies["south"].entries["board"]) - 1
    world.do("south", "VotingClosed", "desk", voting="six")
    right = {"entry": entry, "note": "Two and two.", "counts": {"yes": 2, "no": 2}}
    assert refused(world, "south", "Corrected", tellers=["cy", "di"], **right) == "NotTheSameTellers"
    assert refused(world, "south", "Corrected", tellers=tellers, **(right | {"entry": 999})) == "NoSuchEntry"
    assert refused(world, "south", "Corrected", tellers=tellers, **(right | {"entry": 0})) == "NotAReport"
    five = right | {"counts": {"yes": 5}}
    assert refused(world, "south", "Corrected", tellers=tellers, **five) == "MoreThanTheRoll"
    adopted = {"result": "adopted", "quorum": [], "conditions": [], "figures": {}}
    wrong = refused(world, "south", "Corrected", tellers=tellers, outcome=adopted, **right)
    assert wrong == "OutcomeDiffers"
    world.do("south", "Corrected", "desk", tellers=tellers, **right)
    voting = world.bodies["south"].board.votings["six"]
    assert [each.outcome.result for each in voting.history] == ["adopted", "not_adopted"]
    assert voting.tally == {"yes": 2, "no": 2}
    world.at += 2 * DAY
    world.do("south", "OutcomeCertified", "desk", voting="six")
    assert refused(world, "south", "Corrected", tellers=tellers, **right) == "AlreadyCertified"
