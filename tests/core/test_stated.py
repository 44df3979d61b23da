"""Large votes: papers that one entry cannot hold are stated in parts, and the closing act counts them all."""

from __future__ import annotations

from itertools import islice, permutations

import pytest

from symbiosis.core import body as rules
from symbiosis.core.outcomes import body_counts
from symbiosis.core.stated import ROOM, in_parts
from symbiosis.errors import Refusal, Unsound
from symbiosis.record import canonical
from symbiosis.verify import replay
from tests.core.test_secret_votes import BALLOTS, ELECTION, ended, text
from tests.practice.worlds import council
from tests.strategies.bodies import NOON, Confederation, token
from tests.strategies.charters import assembly

OPTIONS = [f"Option {number}" for number in range(10)]
PAPERS = [" ".join(map(str, paper)) for paper in islice(permutations(range(1, 11)), 0, 300_000, 100)]
QUESTION = {"voting": "board", "matter": "board", "options": OPTIONS, "chosen": 2}
STAGE = {"electorate": "members", "method": "stv-scottish", "seats": 2, "ties": ["earlier_round"]}
PEOPLE = [token(name) for name in ("ana", "bo", "cy", "di", "eva")]
A, B, C = PAPERS[0], PAPERS[1500], PAPERS[2999]


def charter(stage: dict) -> dict:
    """An assembly whose desk closes votes, and has no power by the name of the act that states papers."""
    found = assembly()
    found["matters"]["board"] = {"title": "Board", "stages": [stage]}
    clerk = ["VotingOpened", "VotingClosed", "TallyReported", "OutcomeCertified"]
    found["roles"]["clerk"] = {"title": "Clerk", "powers": clerk}
    found["roles"]["usher"] = {"title": "Usher", "powers": ["AttendanceStated", "PapersStated"]}
    return found


def large(secrecy: str = "hands", *, members: int = 3000) -> Confederation:
    """An assembly of 3,000 without a book here, with an open vote on ten options."""
    world = Confederation()
    world.found("north", charter(STAGE | {"secrecy": secrecy}), book=False)
    world.do("north", "RollCounted", "desk", members=members)
    world.do("north", "VotingOpened", "clerk", **QUESTION)
    return world


def small(**more) -> Confederation:
    """An assembly of five with an open vote on the same, in which three have voted."""
    world = Confederation()
    world.found("north", charter(STAGE))
    for person in PEOPLE:
        world.do("north", "MemberAdmitted", "desk", token=person)
    world.do("north", "RollCounted", "desk")
    world.do("north", "VotingOpened", "clerk", **(QUESTION | more))
    for person, paper in zip(PEOPLE, (A, B, C), strict=False):
        world.do("north", "VoteCast", voting="board", token=person, choice=paper)
    return world


def held(world: Confederation):
    return world.bodies["north"].board.votings["board"]


def report(world: Confederation, papers: list[str]) -> None:
    counts = dict.fromkeys(papers, 1)
    world.do("north", "TallyReported", "clerk", voting="board", counts=counts, tellers=["t1", "t2"])


def state(world: Confederation, part: int, by: str = "clerk", **tally: int) -> None:
    papers = {{"a": A, "b": B, "c": C}.get(name, name): count for name, count in tally.items()}
    world.do("north", "PapersStated", by, voting="board", part=part, tally=papers)


def no(code: str, act) -> Refusal:
    """The act is refused with this code."""
    with pytest.raises(Refusal) as caught:
        act()
    assert caught.value.code == code
    return caught.value


def test_three_thousand_different_papers_close_in_parts_that_anybody_counts_again():
    world = large()
    for start in range(0, 3000, 1000):
        report(world, PAPERS[start : start + 1000])
    before = len(world.bodies["north"].entries["board"])
    closing = world.do("north", "VotingClosed", "clerk", voting="board")
    assert (closing.parts, closing.tally) == (2, {})
    voting = held(world)
    assert voting.tally == dict.fromkeys(PAPERS, 1)
    assert (voting.stated, voting.parts) == ({}, 0)
    assert voting.outcome.figures["members/marked"] == "3000"
    entries = world.bodies["north"].entries["board"]
    acts = [rules.read_entry(data) for data in entries[before:]]
    assert [type(act).__name__ for act in acts] == ["PapersStated", "PapersStated", "VotingClosed"]
    assert [paper for act in acts[:2] for paper in act.tally] == sorted(PAPERS)
    assert replay.replay(entries).board == world.bodies["north"].board


def test_a_part_that_is_missing_or_says_something_else_makes_the_record_unsound():
    world = large()
    for start in range(0, 3000, 1000):
        report(world, PAPERS[start : start + 1000])
    world.do("north", "VotingClosed", "clerk", voting="board")
    entries = world.bodies["north"].entries["board"]
    first = len(entries) - 3
    with pytest.raises(Unsound, match="PartOutOfOrder"):
        replay.replay(entries[:first] + entries[first + 1 :])
    with pytest.raises(Unsound, match="PartsDiffer"):
        replay.replay(entries[: first + 1] + entries[first + 2 :])
    assert len(entries[first]) < canonical.MAX_ENTRY
    other = entries[first].replace(b'10":1,', b'10":0,', 1)
    with pytest.raises(Unsound, match="TallyDiffers"):
        replay.replay([*entries[:first], other, *entries[first + 1 :]])


def test_totals_of_a_closed_vote_are_stated_in_the_same_way():
    world = large("closed")
    closing = world.do("north", "VotingClosed", "clerk", voting="board", tally=dict.fromkeys(PAPERS, 1))
    assert closing.parts == 2
    assert held(world).outcome.figures["members/marked"] == "3000"


def test_a_vote_whose_papers_have_room_closes_in_one_act_as_ever():
    world = small()
    before = len(world.bodies["north"].entries["board"])
    closing = world.do("north", "VotingClosed", "clerk", voting="board")
    assert closing.tally == {A: 1, B: 1, C: 1}
    assert len(world.bodies["north"].entries["board"]) == before + 1
    assert b"parts" not in world.bodies["north"].entries["board"][-1]


def test_each_part_has_room_in_an_entry_and_all_of_them_are_the_tally():
    tally = {paper: 9_000_000 + number for number, paper in enumerate(reversed(PAPERS))}
    parts = list(in_parts(tally))
    together = {paper: count for part in parts for paper, count in part.items()}
    assert together == tally
    assert sum(map(len, parts)) == len(tally)
    sizes = [len(canonical.encode(part)) for part in parts]
    assert max(sizes) <= ROOM + 1
    assert all(size > ROOM - 40 for size in sizes[:-1])
    assert list(in_parts({})) == []


def test_the_power_to_close_a_vote_is_the_power_to_state_its_papers_and_no_other_is():
    world = small()
    assert no("NotInThePower", lambda: state(world, 1, "usher", a=1)).figures["act"] == "VotingClosed"
    state(world, 1, "clerk", a=1, b=1)
    state(world, 2, "clerk", c=1)
    world.do("north", "VotingClosed", "clerk", voting="board", parts=2)
    assert held(world).tally == {A: 1, B: 1, C: 1}


def test_parts_are_those_of_the_book_and_may_be_stated_anew():
    world = small()
    state(world, 1, a=1, b=2)
    no("TallyDiffers", lambda: world.do("north", "VotingClosed", "clerk", voting="board", parts=1))
    no("PartsDiffer", lambda: world.do("north", "VotingClosed", "clerk", voting="board", parts=2))
    state(world, 2, c=1)
    state(world, 1, a=1, c=1)
    assert (held(world).stated, held(world).parts) == ({A: 1, C: 1}, 1)
    state(world, 2, b=1)
    both = {"voting": "board", "parts": 2, "tally": {A: 1}}
    no("PartsDiffer", lambda: world.do("north", "VotingClosed", "clerk", **both))
    world.do("north", "VotingClosed", "clerk", voting="board", parts=2)
    entries = world.bodies["north"].entries
    assert replay.replay(entries["board"], entries["book"]).board == world.bodies["north"].board


def test_a_closing_act_with_its_own_tally_leaves_parts_aside():
    world = small()
    state(world, 1, a=3)
    world.do("north", "VotingClosed", "clerk", voting="board")
    assert held(world).tally == {A: 1, B: 1, C: 1}


def test_what_cannot_be_stated():
    world = small(closes=NOON + 60)
    no("NotYetOver", lambda: state(world, 1, a=1))
    world.at = NOON + 60
    no("NoSuchVoting", lambda: world.do("north", "PapersStated", "clerk", voting="x", part=1, tally={A: 1}))
    no("PartOutOfOrder", lambda: state(world, 2, a=1))
    no("FieldUnreadable", lambda: state(world, 0, a=1))
    no("FieldUnreadable", lambda: state(world, 1))
    no("NotAChoice", lambda: state(world, 1, yes=1))
    no("PaperOfOthers", lambda: state(world, 1, **{"1 2": 1}))
    no("EqualPlaces", lambda: state(world, 1, **{"1 1 2 3 4 5 6 7 8 9": 1}))
    no("MoreThanTheRoll", lambda: state(world, 1, a=6))
    state(world, 1, a=3, spoiled=1)
    no("MoreThanTheRoll", lambda: state(world, 2, blank=2))
    no("PaperStatedTwice", lambda: state(world, 2, a=1))
    world.do("north", "VotingClosed", "clerk", voting="board")
    no("VotingIsClosed", lambda: state(world, 1, a=1))


def test_only_votes_in_which_members_rank_or_mark_have_papers_to_state():
    world = small()
    world.do("north", "VotingOpened", "desk", voting="plain", matter="open")
    fields = {"voting": "plain", "part": 1, "tally": {"yes": 1}}
    no("NoPapersToState", lambda: world.do("north", "PapersStated", "clerk", **fields))


def test_papers_of_a_secret_vote_are_stated_when_they_are_opened():
    world = Confederation()
    world.found("north", charter(STAGE | {"secrecy": "secret", "ballots": BALLOTS}))
    for person in PEOPLE:
        world.do("north", "MemberAdmitted", "desk", token=person)
    world.do("north", "RollCounted", "desk")
    world.do("north", "VotingOpened", "clerk", **QUESTION, ballots=ELECTION, closes=NOON + 3 * 86400)
    ended(world)
    closing = {"voting": "board", "parts": 2}
    state(world, 1, a=1)
    state(world, 2, b=1)
    no("NotOpenedYet", lambda: world.do("north", "VotingClosed", "clerk", **closing))
    for trustee in (1, 2):
        mixed = {"voting": "board", "trustee": trustee, "shuffle": text("f")}
        world.do("north", "BallotsShuffled", "desk", **mixed)
    for trustee in (1, 2):
        part = {"voting": "board", "trustee": trustee, "decryption": text("f")}
        world.do("north", "BallotsDecrypted", "desk", **part)
    state(world, 1, a=1, b=1)
    state(world, 2, c=1)
    no("TallyDiffers", lambda: world.do("north", "VotingClosed", "clerk", **closing))
    state(world, 1, a=1)
    state(world, 2, c=1)
    world.do("north", "VotingClosed", "clerk", **closing)
    assert held(world).tally == {A: 1, C: 1}


def test_more_papers_than_one_report_holds_are_reported_in_several_at_home():
    world = large()
    no("EntryTooLong", lambda: report(world, PAPERS))
    report(world, PAPERS[:2000])
    report(world, PAPERS[2000:])
    world.do("north", "VotingClosed", "clerk", voting="board")
    assert held(world).tally == dict.fromkeys(PAPERS, 1)


def test_a_body_sends_more_papers_than_one_report_holds_in_several_to_a_referendum():
    rule = {"electorate": "referendum", "method": "stv-scottish", "seats": 2, "ties": ["earlier_round"]}
    world = council({"north": 3000}, {"board": {"title": "Board", "stages": [rule]}})
    world.do("north", "RollCounted", "desk", to=world.id("hub"), members=3000)
    world.do("hub", "VotingOpened", "desk", **QUESTION)
    sent = {"to": world.id("hub"), "voting": "board", "tellers": ["t1", "t2"]}
    too_many = sent | {"counts": dict.fromkeys(PAPERS[:2500], 1)}
    no("EntryTooLong", lambda: world.do("north", "TallyReported", "desk", **too_many))
    received = len(world.bodies["hub"].entries["board"])
    for start in range(0, 3000, 1500):
        counts = dict.fromkeys(PAPERS[start : start + 1500], 1)
        world.do("north", "TallyReported", "desk", **sent, counts=counts)
    assert len(world.bodies["hub"].entries["board"]) == received + 2
    world.do("hub", "VotingClosed", "desk", voting="board")
    voting = world.bodies["hub"].board.votings["board"]
    assert body_counts(voting) == {world.id("north"): dict.fromkeys(PAPERS, 1)}
    assert voting.outcome.figures["members/marked"] == "3000"
