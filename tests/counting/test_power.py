"""Power: published tables, every coalition and every order, and estimates within their own bounds."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symbiosis.counting import games
from symbiosis.counting.games import Game, TooLarge
from symbiosis.counting.power import NO_POWER, dummies, exact, power, sampled
from tests.strategies.games import arbitrary_games, game, read_plainly

EEC_1958 = game(([4, 4, 4, 2, 2, 1], 12))
SECURITY_COUNCIL = game(([7] * 5 + [1] * 10, 39))
NICE_VOTES = [29] * 4 + [27] * 2 + [14, 13] + [12] * 5 + [10] * 3 + [7] * 5 + [4] * 5 + [3]
# Population in thousandths of the whole.
NICE_PEOPLE = [170, 123, 122, 120, 82, 80, 47, 33, 22, 21, 21, 21, 21, 18, 17, 17]
NICE_PEOPLE += [11, 11, 11, 8, 8, 5, 4, 3, 2, 1, 1]
EU_15 = [10] * 4 + [8] + [5] * 4 + [4] * 2 + [3] * 3 + [2]


def column(rule: Game, measure: str) -> list[Fraction]:
    return [getattr(each, measure) for each in exact(rule).values()]


def rounded(values: list[Fraction]) -> list[str]:
    return [str(round(value * 10_000)) for value in values]


def test_the_council_of_six_in_which_one_had_a_weight_and_no_power():
    assert column(EEC_1958, "banzhaf") == [Fraction(10, 42)] * 3 + [Fraction(6, 42)] * 2 + [0]
    assert column(EEC_1958, "shapley") == [Fraction(14, 60)] * 3 + [Fraction(9, 60)] * 2 + [0]
    assert column(EEC_1958, "penrose") == [Fraction(10, 32)] * 3 + [Fraction(6, 32)] * 2 + [0]
    assert dummies(EEC_1958) == ("f",)


def test_the_security_council():
    assert column(SECURITY_COUNCIL, "shapley") == [Fraction(421, 2145)] * 5 + [Fraction(4, 2145)] * 10
    assert column(SECURITY_COUNCIL, "banzhaf") == [Fraction(106, 635)] * 5 + [Fraction(21, 1270)] * 10


@pytest.mark.parametrize(
    ("weights", "bar", "share"),
    [
        ([9, 9, 7, 3, 1, 1], 16, ["1/3", "1/3", "1/3", "0", "0", "0"]),
        ([31, 31, 28, 21, 2, 2], 58, ["1/3", "1/3", "1/3", "0", "0", "0"]),
    ],
)
def test_the_county_board_that_banzhaf_took_to_court(weights, bar, share):
    assert column(game((weights, bar)), "banzhaf") == [Fraction(each) for each in share]


def test_swings_in_the_council_of_fifteen_by_simple_majority():
    """d4maths.lowtech.org/eu2000.htm: 2 votes 1002 swings, 3 votes 1514, 4 votes 2134, 5 votes 2558."""
    swings = [each * 2**14 for each in column(game((EU_15, 44)), "penrose")]
    assert swings[5:] == [2558] * 4 + [2134] * 2 + [1514] * 3 + [1002]


def test_the_council_of_twenty_seven_by_double_and_triple_majority():
    """The rules of Nice, as in Bilbao, Fernández, Jiménez & López 2002, in parts of ten thousand."""
    double = game((NICE_VOTES, 255), ([1] * 27, 14))
    triple = game((NICE_VOTES, 255), ([1] * 27, 14), (NICE_PEOPLE, 620))
    shares = [778] * 4 + [742] * 2 + [426, 397] + [368] * 5 + [309] * 3 + [218] * 5 + [125] * 5 + [94]
    assert rounded(column(double, "banzhaf")) == list(map(str, shares))
    assert rounded(column(triple, "banzhaf")) == list(map(str, shares))
    assert rounded(column(double, "shapley"))[:7] == ["867"] * 4 + ["800"] * 2 + ["399"]
    assert rounded(column(triple, "shapley"))[:7] == ["871", "870", "870", "870", "799", "799", "399"]


@given(arbitrary_games())
@settings(deadline=None)
def test_every_coalition_and_every_order(rule):
    assert {player: tuple(each) for player, each in exact(rule).items()} == read_plainly(rule)


@given(arbitrary_games())
def test_parts_add_up(rule):
    counted = exact(rule).values()
    if any(each.penrose for each in counted):
        assert sum(each.banzhaf for each in counted) == 1
        assert sum(each.shapley for each in counted) == 1
    else:
        assert set(counted) == {NO_POWER}


@given(arbitrary_games(), st.integers(1, 9), st.integers(1, 9))
def test_only_the_proportions_of_weights_count(rule, times, per):
    factor = Fraction(times, per)
    scaled = tuple(
        games.Test(tuple(weight * factor for weight in test.weights), test.bar * factor, test.strict)
        for test in rule.tests
    )
    assert exact(Game(rule.players, scaled)) == exact(rule)


@given(arbitrary_games())
def test_those_whose_word_never_decides(rule):
    silent = [player for player, (_, share, _) in read_plainly(rule).items() if share == 0]
    assert list(dummies(rule)) == silent


def test_three_quarters_of_a_hundred_bodies_and_more_than_half_of_their_members():
    members = [30 + 37 * number % 290 for number in range(100)]
    rule = game(([1] * 100, 75), (members, Fraction(sum(members), 2), True))
    counted = exact(rule)
    assert sum(each.shapley for each in counted.values()) == 1
    by_size = sorted(range(100), key=members.__getitem__)
    in_order = [counted[rule.players[place]].shapley for place in by_size]
    assert in_order == sorted(in_order)


def test_more_than_reaches_beyond_and_at_least_is_content():
    assert column(game(([1, 1], 1)), "penrose") == [Fraction(1, 2)] * 2
    assert column(game(([1, 1], 1, True)), "penrose") == [Fraction(1, 2)] * 2
    assert column(game(([1] * 4, 2)), "penrose") == [Fraction(3, 8)] * 4
    assert set(column(game(([2, 1, 1], 4)), "penrose")) == {Fraction(1, 4)}
    assert set(column(game(([2, 1, 1], 4, True)), "penrose")) == {0}


def test_nobody_no_test_and_no_weight():
    assert exact(Game((), ())) == {}
    assert exact(Game((), (games.Test((), 1),))) == {}
    assert exact(Game(("a",), ())) == {"a": NO_POWER}
    assert exact(game(([0, 0], 0, True))) == {"a": NO_POWER, "b": NO_POWER}
    assert exact(game(([1], 1)))["a"] == (1, 1, 1)


@pytest.mark.parametrize(
    "rule",
    [
        Game(("a", "a"), (games.Test((1, 1), 1),)),
        Game(("a", "b"), (games.Test((1,), 1),)),
        Game(("a", "b"), (games.Test((1, Fraction(-1, 2)), 1),)),
    ],
)
def test_what_is_no_game(rule):
    for question in (exact, dummies, lambda rule: sampled(rule, 1, b""), lambda rule: power(rule, b"")):
        with pytest.raises(ValueError):
            question(rule)


UNRELATED = game(
    ([1000003 * number % 7919 for number in range(1, 41)], 90_000),
    ([1000033 * number % 7907 for number in range(1, 41)], 90_000),
)


@pytest.mark.parametrize("seed", [b"", b"one", b"two", b"three"])
@pytest.mark.parametrize("rule", [EEC_1958, SECURITY_COUNCIL, game(([3, 2, 2, 1], 5), ([1, 1, 1, 1], 3))])
def test_estimates_lie_within_their_bound(rule, seed):
    counted = exact(rule)
    for player, estimate in sampled(rule, 2000, seed).items():
        assert 0 < estimate.error.penrose < Fraction(1, 20)
        assert 0 < estimate.error.shapley < Fraction(1, 20)
        for value, error, truth in zip(*estimate, counted[player], strict=True):
            assert abs(value - truth) <= error


def test_the_bound_is_hoeffdings_where_power_is_large():
    """Six players of three kinds: the root of ln(2 * 2 * 3 / 0.05) / (2 * 5000), 0.0234107..., rounded up."""
    estimate = sampled(EEC_1958, 5000, b"lot")["a"]
    assert estimate.error.penrose == Fraction(23411, 1_000_000)


def test_the_same_seed_gives_the_same_estimate():
    assert sampled(EEC_1958, 100, b"lot") == sampled(EEC_1958, 100, b"lot")
    assert sampled(EEC_1958, 100, b"lot") != sampled(EEC_1958, 100, b"another")


def test_those_who_weigh_the_same_are_estimated_the_same():
    estimates = sampled(UNRELATED, 50, b"lot")
    assert len(estimates) == 40
    estimates = sampled(SECURITY_COUNCIL, 500, b"lot")
    assert len({estimates[player] for player in "abcde"}) == 1


@given(arbitrary_games(), st.binary(max_size=4))
@settings(deadline=None)
def test_an_estimate_gives_power_only_to_those_who_have_it(rule, seed):
    counted = exact(rule)
    for player, estimate in sampled(rule, 20, seed).items():
        for value, error, truth in zip(*estimate, counted[player], strict=True):
            assert 0 <= value <= 1
            assert error >= 0
            assert truth or not value


def test_no_draws_are_no_estimate():
    with pytest.raises(ValueError):
        sampled(EEC_1958, 0, b"")


def test_counted_where_feasible_and_estimated_where_not():
    measured = power(EEC_1958, b"lot")
    assert measured.exact
    assert measured.draws == 0
    assert {player: each.power for player, each in measured.players.items()} == exact(EEC_1958)
    assert {each.error for each in measured.players.values()} == {NO_POWER}
    measured = power(UNRELATED, b"lot", budget=10_000, draws=200)
    assert not measured.exact
    assert measured.draws == 200
    assert measured.players == sampled(UNRELATED, 200, b"lot")


def test_beyond_the_budget_there_is_no_exact_answer():
    for question in (exact, dummies):
        with pytest.raises(TooLarge):
            question(UNRELATED, budget=10_000)
