"""A council that divides a number of seats among its bodies by their members."""

from __future__ import annotations

import pytest

from symbiosis.core.mandates import body_votes
from symbiosis.core.reading import read_charter
from symbiosis.errors import Refusal
from tests.strategies.bodies import Confederation
from tests.strategies.charters import assembly, council


def dividing(**rule) -> dict:
    rules = council()
    rules["bodies"]["apportionment"] = rule
    return rules


def test_a_bodys_votes_follow_from_its_members_and_all_others() -> None:
    world = Confederation()
    world.found("council", dividing(method="sainte-lague", seats=8, minimum=0), book=False)
    to, votes = world.id("council"), []
    for name, members in (("north", 100), ("south", 80), ("east", 30), ("west", 20)):
        world.found(name, assembly(name=name))
        world.do(name, "BodyJoined", "desk", to=to, code=name, members=members, languages=["es"])
        board = world.bodies["council"].board
        votes.append([body_votes(board, each.id) for each in board.sisters.values()])
    assert votes == [[8], [4, 4], [4, 3, 1], [3, 3, 1, 1]]


@pytest.mark.parametrize(
    "rule",
    [
        {"method": "dhondt"},
        {"method": "dhondt", "seats": 9, "per": 25},
        {"seats": 9},
        {"method": "jefferson", "seats": 9},
    ],
)
def test_seats_and_their_method_are_said_together(rule) -> None:
    with pytest.raises(Refusal) as caught:
        read_charter(dividing(**rule))
    assert caught.value.code == "CharterUnreadable"
