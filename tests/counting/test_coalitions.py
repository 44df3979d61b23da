"""The fewest who pass or stop a decision, and those without whom nothing passes: against every coalition."""

from fractions import Fraction

import pytest
from hypothesis import given, settings

from symbiosis.counting import games
from symbiosis.counting.coalitions import smallest_blocking, smallest_winning, veto_players
from symbiosis.counting.games import Game, TooLarge
from tests.strategies.games import arbitrary_games, game, passing


def bits(rule: Game, chosen: tuple[str, ...]) -> int:
    return sum(1 << rule.players.index(player) for player in chosen)


@given(arbitrary_games(largest=9))
@settings(deadline=None)
def test_no_smaller_coalition_passes(rule):
    won = passing(rule)
    if not won[-1]:
        with pytest.raises(ValueError):
            smallest_winning(rule)
        return
    chosen = smallest_winning(rule)
    assert won[bits(rule, chosen)]
    assert len(chosen) == min(coalition.bit_count() for coalition, passed in enumerate(won) if passed)
    assert list(chosen) == [player for player in rule.players if player in chosen]


@given(arbitrary_games(largest=9))
@settings(deadline=None)
def test_no_smaller_coalition_stops(rule):
    won = passing(rule)
    if won[0]:
        with pytest.raises(ValueError):
            smallest_blocking(rule)
        return
    chosen = smallest_blocking(rule)
    assert not won[len(won) - 1 - bits(rule, chosen)]
    stopping = (coalition for coalition in range(len(won)) if not won[len(won) - 1 - coalition])
    assert len(chosen) == min(coalition.bit_count() for coalition in stopping)


@given(arbitrary_games(largest=9))
@settings(deadline=None)
def test_those_without_whom_nothing_passes(rule):
    won = passing(rule)
    everybody = len(won) - 1
    vetoes = [player for place, player in enumerate(rule.players) if not won[everybody - (1 << place)]]
    assert list(veto_players(rule)) == (vetoes if won[-1] else [])


def test_the_security_council():
    rule = game(([7] * 5 + [1] * 10, 39))
    assert veto_players(rule) == tuple("abcde")
    assert smallest_winning(rule) == tuple("abcdefghi")
    assert len(smallest_blocking(rule)) == 1


def test_the_heaviest_carry_one_test_and_the_first_named_where_they_weigh_the_same():
    assert smallest_winning(game(([1, 4, 2, 4, 4, 2], 12))) == ("b", "d", "e")
    assert smallest_winning(game(([1] * 12, 9))) == tuple("abcdefghi")
    assert smallest_blocking(game(([1] * 12, 9))) == tuple("abcd")


def test_the_heaviest_of_neither_test_may_be_the_fewest_for_both():
    rule = game(([9, 8, 0, 0, 5, 5], 10), ([0, 0, 9, 8, 5, 5], 10))
    assert smallest_winning(rule) == ("e", "f")


def test_a_hundred_bodies_whose_weights_pull_apart():
    members = [30 + 37 * number % 290 for number in range(100)]
    rule = game(
        (members, Fraction(2 * sum(members), 3)),
        ([1] * 100, Fraction(1, 2) * 100, True),
        ([members[-1 - number] for number in range(100)], Fraction(2 * sum(members), 3)),
    )
    chosen = smallest_winning(rule)
    places = [rule.players.index(player) for player in chosen]
    for test in rule.tests:
        assert sum(test.weights[place] for place in places) >= test.bar
    assert len(chosen) <= 67
    with pytest.raises(TooLarge):
        smallest_winning(rule, budget=10)


def test_nobody_is_needed_to_pass_what_passes_alone_or_to_stop_what_cannot_pass():
    assert smallest_winning(game(([1, 1], 0))) == ()
    assert smallest_blocking(game(([1, 1], 3))) == ()
    assert smallest_winning(Game((), ())) == ()
    assert smallest_blocking(Game((), (games.Test((), 1),))) == ()
