"""Secret votes in the record: who does what and when, with the files named by hash and size alone."""

from __future__ import annotations

import pytest

from symbiosis.core.charters import Stage
from symbiosis.core.reading import read_charter
from symbiosis.core.secret_votes import fits_secret_paper, position_of
from symbiosis.errors import Refusal
from tests.strategies.bodies import NOON, Confederation, token
from tests.strategies.charters import assembly

PEOPLE = [token(name) for name in ("ana", "bo", "cy", "di", "eva")]
DAY = 86400
BALLOTS = {"authority": "desk", "trustees": "desk", "number": 3, "threshold": 2}
YES_NO = {
    "electorate": "members",
    "secrecy": "secret",
    "open_days": 3,
    "ballots": BALLOTS,
    "conditions": [{"needs": "more_than", "share": "1/2"}],
}
RANKED = {"electorate": "members", "secrecy": "secret", "method": "schulze", "ballots": BALLOTS}


def text(letter: str) -> dict[str, object]:
    return {"sha256": letter * 64, "size": 1000}


def ballot(letter: str) -> dict[str, object]:
    return {"sha256": letter * 64, "size": 6000}


ELECTION = {
    "uuid": "JzYzzFvyTUEcry",
    "election": text("1"),
    "trustees": text("2"),
    "credentials": text("3"),
    "voters": 5,
}


def no(code: str, world: Confederation, kind: str, **fields) -> None:
    """The act is refused with this code, and nothing is changed."""
    kept = world.bodies["north"]
    before = (len(kept.entries["board"]), repr(kept.board))
    with pytest.raises(Refusal) as caught:
        world.do("north", kind, "desk", **fields)
    assert caught.value.code == code
    assert (len(kept.entries["board"]), repr(kept.board)) == before


def people(stage=YES_NO) -> Confederation:
    """An assembly of five with a secret vote that may be opened."""
    world = Confederation()
    rules = assembly()
    rules["matters"]["board"] = {"title": "Board", "stages": [stage]}
    world.found("north", rules)
    for person in PEOPLE:
        world.do("north", "MemberAdmitted", "desk", token=person)
    world.do("north", "RollCounted", "desk")
    return world


def opened(stage=YES_NO, **more) -> Confederation:
    world = people(stage)
    question = {"voting": "board", "matter": "board", "ballots": ELECTION, "closes": NOON + 3 * DAY} | more
    world.do("north", "VotingOpened", "desk", **question)
    return world


def held(world: Confederation):
    return world.bodies["north"].board.votings["board"]


def ended(world: Confederation, counted: int = 2) -> Confederation:
    world.do("north", "BallotsPosted", voting="board", ballots=[ballot("a"), ballot("c")])
    world.at = NOON + 4 * DAY
    world.do("north", "BallotingEnded", "desk", voting="board", counted=counted, sum=text("e"))
    return world


def close(world: Confederation, **tally: int):
    world.do("north", "VotingClosed", "desk", voting="board", tally=tally)
    return held(world)


def test_a_secret_vote_from_its_opening_to_its_outcome():
    world = ended(opened())
    world.do("north", "BallotsDecrypted", "desk", voting="board", trustee=3, decryption=text("f"))
    world.do("north", "BallotsDecrypted", "desk", voting="board", trustee=1, decryption=text("f"))
    voting = close(world, yes=2)
    assert (voting.outcome.result, voting.tally) == ("adopted", {"yes": 2})
    assert voting.outcome.figures["members/entitled"] == "5"


def test_a_secret_vote_and_no_other_has_an_election_with_a_credential_for_each():
    question = {"voting": "board", "matter": "board", "closes": NOON + 3 * DAY}
    no("BallotsNeeded", people(), "VotingOpened", **question)
    open_stage = {key: value for key, value in YES_NO.items() if key not in ("secrecy", "ballots")}
    no("BallotsNeeded", people(open_stage), "VotingOpened", **question, ballots=ELECTION)
    fewer = ELECTION | {"voters": 4}
    no("CredentialsDiffer", people(), "VotingOpened", **question, ballots=fewer)


def test_nobody_votes_openly_in_a_secret_vote():
    no("SecrecyDiffers", opened(), "VoteCast", voting="board", token=PEOPLE[0], choice="yes")


def test_an_open_vote_takes_no_ballots():
    world = people({key: value for key, value in YES_NO.items() if key not in ("secrecy", "ballots")})
    world.do("north", "VotingOpened", "desk", voting="board", matter="board", closes=NOON + 3 * DAY)
    no("NotSecret", world, "BallotsPosted", voting="board", ballots=[ballot("a")])


def test_ballots_are_posted_by_hash_and_once():
    world = opened()
    no("BallotsOutOfOrder", world, "BallotsPosted", voting="board", ballots=[ballot("c"), ballot("a")])
    no("BallotsOutOfOrder", world, "BallotsPosted", voting="board", ballots=[ballot("a"), ballot("a")])
    world.do("north", "BallotsPosted", voting="board", ballots=[ballot("b")])
    no("BallotTwice", world, "BallotsPosted", voting="board", ballots=[ballot("a"), ballot("b")])
    assert held(world).ballots.posted == [("b" * 64, 6000)]


def test_what_came_in_time_is_posted_after_the_last_moment_and_not_after_the_end():
    world = opened()
    no("NotYetOver", world, "BallotingEnded", voting="board", counted=0, sum=text("e"))
    ended(world)
    assert held(world).ballots.ended
    no("BallotsOver", world, "BallotsPosted", voting="board", ballots=[ballot("d")])
    no("BallotsOver", world, "BallotingEnded", voting="board", counted=2, sum=text("e"))


def test_no_more_ballots_count_than_there_are_and_some_do_if_there_are_any():
    world = opened()
    world.do("north", "BallotsPosted", voting="board", ballots=[ballot("a")])
    world.at = NOON + 4 * DAY
    no("CountDiffers", world, "BallotingEnded", voting="board", counted=2, sum=text("e"))
    no("CountDiffers", world, "BallotingEnded", voting="board", counted=0, sum=text("e"))


def test_it_closes_when_enough_have_opened_and_with_as_many_papers_as_were_opened():
    world = ended(opened())
    no("NothingToMix", world, "BallotsShuffled", voting="board", trustee=1, shuffle=text("f"))
    no("NoSuchTrustee", world, "BallotsDecrypted", voting="board", trustee=4, decryption=text("f"))
    world.do("north", "BallotsDecrypted", "desk", voting="board", trustee=1, decryption=text("f"))
    no("DoneByThisTrustee", world, "BallotsDecrypted", voting="board", trustee=1, decryption=text("f"))
    no("NotOpenedYet", world, "VotingClosed", voting="board", tally={"yes": 2})
    world.do("north", "BallotsDecrypted", "desk", voting="board", trustee=2, decryption=text("f"))
    no("NothingToOpen", world, "BallotsDecrypted", voting="board", trustee=3, decryption=text("f"))
    no("TallyDiffers", world, "VotingClosed", voting="board", tally={"yes": 3})
    no("TallyDiffers", world, "VotingClosed", voting="board", tally={"yes": 1})


def test_papers_of_those_without_a_device_are_added():
    world = opened()
    paper = {"voting": "board", "counts": {"no": 2}, "tellers": ["t1", "t2"]}
    world.do("north", "TallyReported", "desk", **paper)
    ended(world)
    for trustee in (1, 2):
        world.do("north", "BallotsDecrypted", "desk", voting="board", trustee=trustee, decryption=text("f"))
    no("TallyDiffers", world, "VotingClosed", voting="board", tally={"yes": 2})
    assert close(world, yes=2, no=2).outcome.result == "not_adopted"


def test_where_nobody_voted_nothing_is_opened():
    world = opened()
    world.at = NOON + 4 * DAY
    world.do("north", "BallotingEnded", "desk", voting="board", counted=0, sum=text("e"))
    no("NothingToOpen", world, "BallotsDecrypted", voting="board", trustee=1, decryption=text("f"))
    assert close(world).outcome.result == "not_adopted"


def test_papers_are_mixed_by_enough_before_the_first_is_opened():
    world = ended(opened(RANKED, options=["Rosa", "Tierra"], chosen=1))
    no("NotMixedYet", world, "BallotsDecrypted", voting="board", trustee=1, decryption=text("f"))
    world.do("north", "BallotsShuffled", "desk", voting="board", trustee=2, shuffle=text("d"))
    no("DoneByThisTrustee", world, "BallotsShuffled", voting="board", trustee=2, shuffle=text("f"))
    world.do("north", "BallotsShuffled", "desk", voting="board", trustee=1, shuffle=text("f"))
    for trustee in (2, 3):
        world.do("north", "BallotsDecrypted", "desk", voting="board", trustee=trustee, decryption=text("f"))
    no("NothingToMix", world, "BallotsShuffled", voting="board", trustee=3, shuffle=text("f"))
    voting = close(world, **{"1 2": 1, "spoiled": 1})
    assert voting.outcome.elected == ("Rosa",)


@pytest.mark.parametrize(
    ("method", "marks", "position"),
    [
        ("schulze", (2, 1, 0), "2 1 -"),
        ("schulze", (7, 3, 3), "2 1 1"),
        ("schulze", (0, 0, 0), "blank"),
        ("irv", (1, 1, 0), "spoiled"),
        ("approval", (1, 0, 1), "1 - 1"),
        ("approval", (2, 0, 1), "spoiled"),
        ("score", (1, 6, 0), "0 5 -"),
        ("score", (1, 7, 0), "spoiled"),
        ("majority", (1, 1, 0), "spoiled"),
        ("score", (1, 1), "spoiled"),
    ],
)
def test_an_opened_paper_is_read_as_an_open_one(method, marks, position):
    world = opened(RANKED | {"method": method}, options=["Rosa", "Tierra", "Agua"], chosen=1)
    voting = held(world)
    assert position_of(voting, voting.rule(world.bodies["north"].board), marks) == position


def test_marks_fit_into_a_byte_or_the_charter_is_told():
    assert fits_secret_paper(Stage(electorate="members", method="dots", settings={"dots": "254"}))
    assert not fits_secret_paper(Stage(electorate="members", method="dots", settings={"dots": "255"}))


@pytest.mark.parametrize(
    ("stage", "place"),
    [
        ({"secrecy": "open"}, "matters.board.stages.1"),
        ({"ballots": None}, "matters.board.stages.1"),
        ({"ballots": BALLOTS | {"authority": "nobody"}}, "matters.board.stages.1.ballots"),
        ({"ballots": BALLOTS | {"threshold": 4}}, "matters.board.stages.1.ballots.threshold"),
    ],
)
def test_a_charter_says_who_hands_out_and_who_holds_the_key(stage, place):
    rules = assembly()
    made = {key: value for key, value in (YES_NO | stage).items() if value is not None}
    rules["matters"]["board"] = {"title": "Board", "stages": [made]}
    with pytest.raises(Refusal) as caught:
        read_charter(rules)
    assert caught.value.article == place
