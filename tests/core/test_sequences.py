"""Arbitrary sequences of acts: what is refused changes nothing, what is checked applies, replay gives the same."""

import copy
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from symbiosis.core import body as rules
from symbiosis.core.acts import ACTS
from symbiosis.errors import Refusal, Unsound
from symbiosis.record import identity
from symbiosis.verify import replay
from tests.strategies.acts import any_act, begun, more, year
from tests.strategies.bodies import Confederation

BEGUN = begun()
DAY = 86_400


def states(world: Confederation) -> dict[str, str]:
    """Everything that the bodies know, written out."""
    return {code: f"{kept.board!r}{kept.book!r}" for code, kept in world.bodies.items()}


def attempt(world: Confederation, act: tuple[str, str, str, dict], seen: Counter | None = None) -> bool:
    """Try one act, as a node does; on a refusal make sure that nothing changed where it was refused."""
    code, kind, by, fields = act
    before, sizes = states(world), {code: kept.board.size for code, kept in world.bodies.items()}
    refused = ""
    try:
        world.do(code, kind, by, **fields)
    except Refusal as error:
        refused = error.code
    if refused:
        after = states(world)
        # Where only the delivery is refused, the act stands in its sender's board all the same.
        stands = world.bodies[code].board.size > sizes[code]
        for other in world.bodies:
            # A new key goes to several bodies; those before the one that refused have taken it in.
            taken = stands and (other == code or kind == "KeyChanged")
            assert after[other] == before[other] or taken, (act, refused)
    if seen is not None:
        seen[refused or kind] += 1
    return not refused


def check_replay(world: Confederation) -> None:
    """The entries as they are kept give the state as it is live, and every checkpoint holds."""
    for kept in world.bodies.values():
        fold = replay.replay(kept.entries["board"], kept.entries["book"] or None)
        assert fold.board == kept.board
        assert fold.book == kept.book
        assert [fold.board_side.frontier.size, fold.board.id] == [
            kept.board.size,
            identity.body_id(kept.entries["board"][0]),
        ]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_year_with_arbitrary_acts_in_between(data):
    world = copy.deepcopy(BEGUN)
    for act in year(world) + more(world):
        for _ in range(data.draw(st.integers(0, 1))):
            attempt(world, data.draw(any_act(world)))
        if data.draw(st.integers(0, 9)):
            attempt(world, act)
        world.at += data.draw(st.sampled_from((0, 0, 0, 60, DAY)))
    check_replay(world)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_arbitrary_acts_from_the_beginning(data):
    world = copy.deepcopy(BEGUN)
    for _ in range(data.draw(st.integers(1, 40))):
        attempt(world, data.draw(any_act(world)))
        world.at += data.draw(st.sampled_from((0, 60, DAY)))
    check_replay(world)


def test_the_year_itself_is_possible():
    world = copy.deepcopy(BEGUN)
    for act in year(world) + more(world):
        assert attempt(world, act), act
    check_replay(world)


def test_an_act_of_which_a_byte_was_changed_is_no_part_of_the_record():
    world = copy.deepcopy(BEGUN)
    for act in year(world) + more(world):
        world.do(act[0], act[1], act[2], **act[3])
    for kept in world.bodies.values():
        for number, entry in enumerate(kept.entries["board"]):
            changed = list(kept.entries["board"])
            changed[number] = entry.replace(b'"at":18', b'"at":19', 1)
            assert changed[number] != entry
            if number == len(changed) - 1:
                continue  # a later moment for the last entry is sound; its checkpoint then is not
            with pytest.raises(Unsound):
                replay.replay(changed, kept.entries["book"] or None)


def test_what_arrives_is_believed_for_its_proof_alone():
    world = copy.deepcopy(BEGUN)
    north, council = world.bodies["north"], world.bodies["council"]
    count = next(n for n, data in enumerate(north.entries["board"]) if b'"RollCounted"' in data)
    sound = {
        "sender": north.board.id,
        "entry": north.entries["board"][count].decode(),
        "proof": north.proof(count),
    }
    wrong = {
        "sender": world.id("south"),
        "entry": sound["entry"].replace('"members":4', '"members":9'),
        "proof": north.proof(count - 1),
    }
    rules.check(council.board, None, world.make("council", "RollCountedReceived", **sound))
    for name, value in wrong.items():
        act = world.make("council", "RollCountedReceived", **(sound | {name: value}))
        with pytest.raises(Unsound):
            rules.check(council.board, None, act)


def test_every_kind_of_act_is_drawn_or_arrives():
    from tests.strategies.acts import KINDS, NOT_DONE

    arriving = {row.goes for row in ACTS.values() if row.goes}
    assert {kind for kind, _ in ACTS} == set(KINDS) | NOT_DONE | arriving
