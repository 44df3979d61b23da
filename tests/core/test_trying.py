"""A charter is tried before it binds: on the past, on who weighs what, on who comes, on the days it takes."""

from __future__ import annotations

import copy
from fractions import Fraction
from itertools import permutations, product
from pathlib import Path

import pytest

from symbiosis.core.reading import read_charter
from symbiosis.core.state import Board
from symbiosis.core.trying import calls, days_to_decide, game_of, generated, judged_again, weighed
from symbiosis.counting.games import Game
from symbiosis.verify.files import verify_bundle
from tests.practice.worlds import matter, rules, stage

CONGRESS = Path(__file__).parents[1] / "vectors/records/0.1.0/Congress.bundle"
TWELVE = {
    "A1": 212, "A2": 64, "A3": 148, "B1": 260, "B2": 41, "B3": 87, "C1": 133, "C2": 38, "C3": 75, "D1": 318,
    "D2": 96, "D3": 54,
}  # fmt: skip
VOTES = dict(zip(TWELVE, (9, 3, 6, 10, 2, 4, 6, 2, 3, 10, 4, 3), strict=True))
SEED = b"tried"


def council(*conditions: dict, electorate: str = "delegations", **bodies):
    """A council with one matter under these conditions."""
    plain = matter(stage(electorate, conditions=list(conditions) or [in_votes("1/2")]))
    return read_charter(rules({"plain": plain}, bodies={"apportionment": {"per": 25, "cap": 10}} | bodies))


def in_votes(share: str, **more) -> dict:
    return {"needs": "at_least", "share": share, "counted_in": "votes"} | more


def test_the_twelve_bodies_against_all_4096_coalitions() -> None:
    half_of_bodies = {"needs": "more_than", "share": "1/2", "of": "all", "counted_in": "bodies"}
    [each] = weighed(council(in_votes("2/3"), half_of_bodies), TWELVE, SEED)
    swings = dict.fromkeys(TWELVE, 0)
    smallest_to_pass = smallest_to_stop = len(TWELVE)

    def passes(inside: set[str]) -> bool:
        return 3 * sum(VOTES[code] for code in inside) >= 2 * 62 and 2 * len(inside) > 12

    for choice in product((True, False), repeat=12):
        inside = {code for code, joins in zip(TWELVE, choice, strict=True) if joins}
        if passes(inside):
            smallest_to_pass = min(smallest_to_pass, len(inside))
            for code in inside:
                swings[code] += not passes(inside - {code})
        else:
            smallest_to_stop = min(smallest_to_stop, 12 - len(inside))
    whole = sum(swings.values())
    assert each.power.exact
    assert {code: e.power.banzhaf for code, e in each.power.players.items()} == {
        code: Fraction(count, whole) for code, count in swings.items()
    }
    assert (len(each.passes), len(each.stops)) == (smallest_to_pass, smallest_to_stop)


def test_the_council_of_1958_has_the_published_indices() -> None:
    """Weights 4, 4, 4, 2, 2, 1 and a quota of 12 of 17: Banzhaf 10, 10, 10, 6, 6, 0 of 42; Shapley 14, 9, 0 of 60."""
    members = dict(zip(("de", "fr", "it", "be", "nl", "lu"), (4, 4, 4, 2, 2, 1), strict=True))
    rule = council(in_votes("12/17", of="entitled"), apportionment={"per": 1})
    [each] = weighed(rule, members, SEED)
    powers = [estimate.power for estimate in each.power.players.values()]
    assert [power.banzhaf * 42 for power in powers] == [10, 10, 10, 6, 6, 0]
    assert [power.shapley * 60 for power in powers] == [14, 14, 14, 9, 9, 0]
    orders = list(permutations(members))
    assert Fraction(sum(tips(order, members) == "be" for order in orders), len(orders)) == powers[3].shapley


def tips(order: tuple[str, ...], members: dict[str, int]) -> str:
    """Who brings the twelfth vote when they join in this order."""
    joined = 0
    for code in order:
        joined += members[code]
        if joined >= 12:
            return code
    raise AssertionError("together they have seventeen")


def test_a_council_where_five_can_each_stop_everything_alone() -> None:
    """Fifteen members, nine needed, five of them without whom nothing passes: Shapley-Shubik 421/2145 and 4/2145."""
    members = {f"p{n}": 7 for n in range(5)} | {f"n{n}": 1 for n in range(10)}
    [each] = weighed(council(in_votes("39/45", of="entitled"), apportionment={"per": 1}), members, SEED)
    powers = {code: estimate.power.shapley for code, estimate in each.power.players.items()}
    assert powers["p0"] == Fraction(421, 2145)
    assert powers["n0"] == Fraction(4, 2145)
    assert each.vetoes == tuple(f"p{n}" for n in range(5))


@pytest.mark.parametrize(
    ("condition", "needed"),
    [
        ({"needs": "more_than", "share": "1/2"}, 4),
        ({"needs": "at_least", "share": "1/2"}, 3),
        ({"needs": "at_least", "share": "2/3", "of": "cast"}, 4),
        ({"needs": "at_most", "share": "1", "counts": "no", "of": "one"}, 5),
        ({"needs": "less_than", "share": "1/3", "counts": "no", "of": "all"}, 5),
        ({"needs": "at_least", "share": "1/2", "counts": "yes-no", "of": "all"}, 5),
        ({"needs": "at_least", "share": "1/2", "counts": "cast", "of": "all"}, 0),
    ],
)
def test_conditions_as_bars_of_six_equal_bodies(condition: dict, needed: int) -> None:
    game = game_of(
        council(condition | {"counted_in": "bodies"}).matters["plain"].stages[0],
        council(),
        dict.fromkeys("abcdef", 1),
    )
    assert game is not None
    assert next(n for n in range(7) if carried(game, n)) == needed


def carried(game: Game, yes: int) -> bool:
    return all(yes > test.bar if test.strict else yes >= test.bar for test in game.tests)


def test_what_is_no_game_of_bodies() -> None:
    rule = council({"needs": "at_least", "share": "1/2", "counts": "no", "counted_in": "bodies"})
    assert game_of(rule.matters["plain"].stages[0], rule, TWELVE) is None
    assert game_of(stage_of("referendum"), council(), TWELVE) is None
    everybody = game_of(stage_of("delegations", method="consensus"), council(), TWELVE)
    assert everybody is not None
    assert (carried(everybody, 11), carried(everybody, 12)) == (False, True)


def stage_of(electorate: str, **more):
    return (
        read_charter(rules({"plain": matter(stage(electorate, **more))}, bodies={}))
        .matters["plain"]
        .stages[0]
    )


@pytest.fixture(scope="module")
def congress() -> Board:
    return verify_bundle(CONGRESS.read_bytes()).fold.board


def test_the_past_under_the_same_charter_comes_out_as_it_did(congress: Board) -> None:
    before = copy.deepcopy(congress)
    tried = judged_again(congress, congress.charter)
    assert tried
    assert not any(each.otherwise for each in tried)
    assert congress == before


def test_the_past_under_a_stricter_charter(congress: Board) -> None:
    """The levy passed with 36 of 45 votes and 487 of 818 people: nine tenths would have failed both."""
    import msgspec

    data = msgspec.to_builtins(congress.charter)
    for rule in data["matters"].values():
        for each in rule["stages"]:
            for condition in each.get("conditions", []):
                condition["share"], condition["needs"] = "9/10", "at_least"
    tried = {each.voting: each for each in judged_again(congress, read_charter(data))}
    levy = tried["levy-congress"]
    assert (levy.before.result, levy.otherwise) == ("adopted", True)
    assert levy.after is not None
    assert {(c.count, c.base) for c in levy.after.conditions} >= {("36", "45")}
    for each in tried.values():
        if each.before.result == "not_adopted":
            assert not each.otherwise


def test_a_matter_that_is_gone_is_said(congress: Board) -> None:
    tried = judged_again(congress, read_charter(rules()))
    assert all(each.after is None and each.otherwise for each in tried)


def test_how_often_too_few_come() -> None:
    rule = read_charter(
        rules(meetings={"quorum": [{"share": "1/2"}, {"call": 2, "share": "4/5", "average_of": 3}]})
    )
    [call] = calls(rule, 4, [Fraction(1, 2)])
    assert call.needed == 2
    assert call.fails == ((Fraction(1, 2), Fraction(1 + 4, 16)),)  # nobody, or one of four


def test_the_days_to_a_decision() -> None:
    slow = matter(
        stage(in_meeting=True, notice_days=14, open_days=3, contest_days=2),
        stage(after="no_consensus", open_days=99),
        stage(open_days=30, late_grace_hours=73),
        discussion_days=7,
        freeze_days=30,
    )
    rule = read_charter(rules({"slow": slow}))
    steps = days_to_decide(rule, rule.matters["slow"])
    told = [(step.what, step.stage, step.days) for step in steps]
    assert told == [
        ("discussion", 0, 7), ("frozen", 1, 30), ("open", 1, 3), ("contest", 1, 2), ("open", 3, 30), ("late", 3, 4),
    ]  # fmt: skip


def test_decisions_drawn_by_lot_are_the_same_for_the_same_seed() -> None:
    half = read_charter(rules())
    strict = read_charter(rules({"plain": matter(stage(conditions=[{"needs": "at_least", "share": "2/3"}]))}))
    [one] = generated(half, 30, SEED, half, draws=300)
    [two] = generated(strict, 30, SEED, half, draws=300)
    assert generated(strict, 30, SEED, half, draws=300) == [two]
    assert one.otherwise == 0
    assert two.otherwise == one.adopted - two.adopted > 0
    assert generated(strict, 30, SEED, None, draws=3)[0].otherwise is None
