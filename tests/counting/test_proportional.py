"""Committees by ticks: plain second writings, what proportionality promises, and examples from the literature."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.counting.equal_shares import equal_shares
from symbiosis.counting.harmonic import harmonic
from symbiosis.counting.papers import Marks
from symbiosis.counting.pav import pav_sequential
from symbiosis.counting.phragmen import phragmen_sequential
from symbiosis.counting.ties import TieRule, lot_order
from tests.strategies.papers import NAMES, marks

LOT = TieRule(("lot",), seed="a number that everybody saw")
ALL = pytest.mark.parametrize("count_by", [pav_sequential, phragmen_sequential, equal_shares])

Voters = list[frozenset[int]]


def voters_of(papers: Marks) -> Voters:
    """One set of candidates for each single vote."""
    return [
        frozenset(each for each, mark in enumerate(row) if mark > 0)
        for times, row in zip(papers.times.tolist(), papers.marks.tolist(), strict=True)
        for _ in range(times)
    ]


def first_by_lot(papers: Marks, among: list[int]) -> int:
    return min(among, key=lot_order(LOT.seed, papers.candidates).index)


def plain_pav(papers: Marks, seats: int) -> list[int]:
    voters, elected = voters_of(papers), list[int]()
    while len(elected) < seats:
        scores = {
            each: sum(Fraction(1, 1 + len(ticks & set(elected))) for ticks in voters if each in ticks)
            for each in range(len(papers.candidates))
            if each not in elected and any(each in ticks for ticks in voters)
        }
        if not scores:
            break
        best = [each for each, score in scores.items() if score == max(scores.values())]
        elected.append(first_by_lot(papers, best))
    return elected


def plain_phragmen(papers: Marks, seats: int, elected: list[int], loads: list[Fraction]) -> list[int]:
    voters = voters_of(papers)
    while len(elected) < seats:
        new = {}
        for each in range(len(papers.candidates)):
            carried = [load for load, ticks in zip(loads, voters, strict=True) if each in ticks]
            if each not in elected and carried:
                new[each] = (1 + sum(carried)) / Fraction(len(carried))
        if not new:
            break
        least = min(new.values())
        won = first_by_lot(papers, [each for each, load in new.items() if load == least])
        elected.append(won)
        loads = [least if won in ticks else load for load, ticks in zip(loads, voters, strict=True)]
    return elected


def plain_shares(papers: Marks, seats: int, completion: str) -> list[int]:
    voters, elected = voters_of(papers), list[int]()
    money = [Fraction(seats, len(voters))] * len(voters)
    while len(elected) < seats:
        prices = {}
        for each in set(range(len(papers.candidates))) - set(elected):
            purses = sorted(purse for purse, ticks in zip(money, voters, strict=True) if each in ticks)
            if sum(purses) >= 1:
                # The price is where what all give, each at most what it has, is just 1.
                left = Fraction(1)
                for number, purse in enumerate(purses):
                    if purse * (len(purses) - number) >= left:
                        prices[each] = left / (len(purses) - number)
                        break
                    left -= purse
        if not prices:
            break
        won = first_by_lot(papers, [each for each, price in prices.items() if price == min(prices.values())])
        elected.append(won)
        money = [
            max(Fraction(0), purse - prices[won]) if won in ticks else purse
            for purse, ticks in zip(money, voters, strict=True)
        ]
    if completion == "phragmen":
        return plain_phragmen(papers, seats, elected, [-purse for purse in money])
    return elected


def names(papers: Marks, elected: list[int]) -> tuple[str, ...]:
    return tuple(papers.candidates[each] for each in elected)


@given(marks(highest=1))
def test_pav_is_the_plain_one(case: tuple[Marks, int]) -> None:
    papers, seats = case
    assert pav_sequential(papers, seats, LOT).elected == names(papers, plain_pav(papers, seats))


@given(marks(highest=1))
def test_phragmen_is_the_plain_one(case: tuple[Marks, int]) -> None:
    papers, seats = case
    plain = plain_phragmen(papers, seats, [], [Fraction(0)] * len(voters_of(papers)))
    assert phragmen_sequential(papers, seats, LOT).elected == names(papers, plain)


@given(marks(highest=1), st.sampled_from(("phragmen", "none")))
def test_equal_shares_is_the_plain_one(case: tuple[Marks, int], completion: str) -> None:
    papers, seats = case
    if voters_of(papers):
        plain = plain_shares(papers, seats, completion)
        assert equal_shares(papers, seats, LOT, completion).elected == names(papers, plain)


@given(marks(highest=1, candidates=5, most=6))
def test_equal_shares_represents_every_cohesive_group(case: tuple[Marks, int]) -> None:
    """Extended justified representation: of any l/k of the votes that agree on l, one gets l whom it approves of."""
    papers, seats = case
    voters = voters_of(papers)
    elected = {NAMES.index(name) for name in equal_shares(papers, seats, LOT, "none").elected}
    for size in range(1, seats + 1):
        for shared in combinations(range(len(papers.candidates)), size):
            group = [ticks for ticks in voters if set(shared) <= ticks]
            short = [ticks for ticks in group if len(ticks & elected) < size]
            assert len(short) * seats < size * len(voters) or not short


@given(marks(highest=1, candidates=5, most=6))
def test_phragmen_represents_every_cohesive_group_together(case: tuple[Marks, int]) -> None:
    """Proportional justified representation: such a group gets l of those whom any of it approves of."""
    papers, seats = case
    voters = voters_of(papers)
    elected = {NAMES.index(name) for name in phragmen_sequential(papers, seats, LOT).elected}
    for size in range(1, seats + 1):
        for shared in combinations(range(len(papers.candidates)), size):
            group = [ticks for ticks in voters if set(shared) <= ticks]
            for rival in combinations(sorted(elected), size - 1):
                # Those of the group who approve of nobody elected but these would be too many.
                poor = [ticks for ticks in group if ticks & elected <= set(rival)]
                assert len(poor) * seats < size * len(voters) or not poor


@given(marks(highest=1, candidates=6, most=8))
def test_pav_leaves_no_large_group_without_anybody(case: tuple[Marks, int]) -> None:
    """Justified representation, which sequential PAV keeps up to five seats (Aziz and others, 2017), and not beyond."""
    papers, seats = case
    seats = min(seats, 5)
    voters = voters_of(papers)
    elected = {NAMES.index(name) for name in pav_sequential(papers, seats, LOT).elected}
    for each in range(len(papers.candidates)):
        nobody = [ticks for ticks in voters if each in ticks and not ticks & elected]
        assert len(nobody) * seats < len(voters) or not nobody


BOOK = Marks.of(
    ("a", "b", "c", "d", "e", "f", "g", "h"),
    [
        (3, {0: 1, 1: 1}),
        (3, {0: 1, 2: 1}),
        (2, {0: 1, 3: 1}),
        (1, {1: 1, 2: 1, 5: 1}),
        (1, {4: 1}),
        (1, {5: 1}),
        (1, {6: 1}),
    ],
)
"""Example 1 of Lackner and Skowron, Multi-Winner Voting with Approval Preferences, 2023; of equals b is first there."""
B_FIRST = TieRule(("status_quo",), status_quo="b")


def test_the_books_phragmen() -> None:
    """Example 9: the loads there, and what each of a tie would have led to."""
    count = phragmen_sequential(BOOK, 4, B_FIRST)
    assert count.elected == ("a", "b", "c", "d")
    loads = [stage.figures["load"][stage.names[0]] for stage in count.stages]
    assert loads == ["1/8", "11/32", "55/128", "5/8"]
    assert count.stages[1].figures["load"]["c"] == "11/32"


def test_the_books_equal_shares() -> None:
    """Example 11: one is bought, and three follow by Phragmén's method from what is left."""
    count = equal_shares(BOOK, 4, B_FIRST)
    assert count.elected == ("a", "b", "c", "d")
    bought, *followed = count.stages
    assert bought.figures == {"price": {"a": "1/8", "b": "1/4", "c": "1/4"}}
    assert [stage.figures["load"][stage.names[0]] for stage in followed] == ["1/96", "37/384", "7/24"]
    assert equal_shares(BOOK, 4, B_FIRST, "none").elected == ("a",)


def test_where_the_books_two_methods_part() -> None:
    """Example 12: equal shares elect a, c and d, Phragmén's method b, c and d."""
    rows = [(3, {2: 1, 3: 1}), (2, {0: 1, 1: 1}), (2, {0: 1, 2: 1}), (1, {1: 1, 3: 1})]
    papers = Marks.of(("a", "b", "c", "d"), rows)
    shares = equal_shares(papers, 3)
    assert shares.elected == ("c", "a", "d")
    prices = [stage.figures["price"][stage.names[0]] for stage in shares.stages[:2]]
    assert prices == ["1/5", "13/40"]
    assert shares.stages[2].figures["load"]["d"] == "1/40"
    loads = phragmen_sequential(papers, 3)
    assert loads.elected == ("c", "b", "d")
    assert [stage.figures["load"][stage.names[0]] for stage in loads.stages] == ["1/5", "1/3", "29/60"]


@ALL
@given(marks(highest=1))
def test_one_seat_goes_to_the_most_approved(count_by, case: tuple[Marks, int]) -> None:
    papers, _ = case
    voters = voters_of(papers)
    count = count_by(papers, 1, LOT)
    votes = [sum(each in ticks for ticks in voters) for each in range(len(papers.candidates))]
    if max(votes):
        assert votes[NAMES.index(count.elected[0])] == max(votes)
    else:
        assert count.elected == ()


@ALL
@given(marks(highest=1))
def test_thirds_of_votes_elect_the_same(count_by, case: tuple[Marks, int]) -> None:
    papers, seats = case
    rows = [
        (Fraction(times, 3), {each: mark for each, mark in enumerate(row) if mark >= 0})
        for times, row in zip(papers.times.tolist(), papers.marks.tolist(), strict=True)
    ]
    thirds = Marks.of(papers.candidates, rows)
    assert count_by(thirds, seats, LOT).elected == count_by(papers, seats, LOT).elected


@ALL
def test_parties_get_what_apportionment_gives(count_by) -> None:
    """Votes for whole lists of 60, 30 and 10 share ten seats 6, 3, 1."""
    people = [f"{party}{number}" for party in "ABC" for number in range(10)]
    rows = [
        (votes, dict.fromkeys(range(10 * party, 10 * party + 10), 1))
        for party, votes in enumerate((60, 30, 10))
    ]
    count = count_by(Marks.of(people, rows), 10, LOT)
    assert sorted(name[0] for name in count.elected) == ["A"] * 6 + ["B"] * 3 + ["C"]


def test_pav_of_thiele_is_not_phragmens() -> None:
    """Phragmén's own example (1899, three seats): by approval and by Thiele's rule in turn, and by shared loads."""
    rows = [
        (1034, {0: 1, 1: 1, 2: 1}),
        (519, {3: 1, 4: 1, 5: 1}),
        (90, {0: 1, 1: 1, 6: 1}),
        (47, {1: 1, 6: 1, 7: 1}),
    ]
    papers = Marks.of(("A", "B", "C", "P", "Q", "R", "D", "E"), rows)
    tied = TieRule(("lot",), seed="1899")
    assert set(pav_sequential(papers, 3, tied).elected[:2]) == {"B", "A"}
    elected = phragmen_sequential(papers, 3, tied).elected
    assert len(set(elected) & {"A", "B", "C"}) == 2
    assert len(set(elected) & {"P", "Q", "R"}) == 1


@ALL
def test_a_tie_is_told_with_its_figures(count_by) -> None:
    papers = Marks.of(("Ana", "Bo", "Cy"), [(2, {0: 1}), (2, {1: 1}), (1, {2: 1})])
    count = count_by(papers, 1)
    assert count.result == "tied"
    assert count.ties[-1].among == ("Ana", "Bo")
    [figures] = count.stages[-1].figures.values()
    assert figures["Ana"] == figures["Bo"]


@ALL
def test_nobody_without_an_approval_is_elected(count_by) -> None:
    papers = Marks.of(("Ana", "Bo", "Cy"), [(2, {0: 1, 1: 0}), (1, {})])
    count = count_by(papers, 2, LOT)
    assert (count.result, count.elected, count.blank) == ("decided", ("Ana",), "1")
    assert count_by(Marks.of(("Ana",), [(2, {0: 0})]), 1).result == "nobody"


@pytest.mark.parametrize(
    ("count_by", "plain"),
    [
        (pav_sequential, plain_pav),
        (phragmen_sequential, lambda papers, seats: plain_phragmen(papers, seats, [], [Fraction(0)] * 3066)),
        (equal_shares, lambda papers, seats: plain_shares(papers, seats, "phragmen")),
    ],
)
def test_a_thousand_kinds_of_papers(count_by, plain) -> None:
    """Many classes at once: every paper that ten candidates allow, some twice to five times."""
    kinds = [{each: 1 for each in range(10) if number >> each & 1} for number in range(1, 1024)]
    papers = Marks.of([*NAMES, "H", "I", "J"], [(1 + n % 5, ticks) for n, ticks in enumerate(kinds)])
    assert count_by(papers, 5, LOT).elected == names(papers, plain(papers, 5))


def plain_harmonic(papers: Marks, lot: bool) -> list[list[int]]:
    """The order, vote by vote; equals by the weights of the places before, then by lot or together."""
    voters, left, backwards = voters_of(papers), set(range(len(papers.candidates))), list[list[int]]()
    past: list[dict[int, Fraction]] = []
    while left:
        weights = {
            each: sum((Fraction(1, len(ticks & left)) for ticks in voters if each in ticks), Fraction(0))
            for each in left
        }
        last = sorted(each for each in left if weights[each] == min(weights.values()))
        if weights[last[0]]:
            for before in reversed(past):
                last = [each for each in last if before[each] == min(before[one] for one in last)]
            if lot:
                last = [max(last, key=lot_order(LOT.seed, papers.candidates).index)]
        past.append(weights)
        backwards.append(last)
        left -= set(last)
    return backwards[::-1]


@given(marks(highest=1), st.booleans())
def test_harmonic_is_the_plain_one(case: tuple[Marks, int], lot: bool) -> None:
    papers, seats = case
    rule = TieRule(("earlier_round", "lot"), seed=LOT.seed) if lot else TieRule(("earlier_round",))
    count = harmonic(papers, seats, rule)
    if not voters_of(papers):
        assert count.result == "nobody"
        return
    plain = plain_harmonic(papers, lot)
    if count.result == "decided":
        assert count.ranking == tuple(names(papers, group) for group in plain)
        # Nobody takes a later place with more weight: what goes only makes others heavier.
        weights = [Fraction(count.stages[-1].figures["weight"][group[0]]) for group in count.ranking]
        assert weights == sorted(weights, reverse=True)
    assert lot is False or count.result == "decided"


@given(st.lists(st.integers(1, 30), min_size=2, max_size=4))
def test_harmonic_lists_parties_as_large_as_they_are(votes: list[int]) -> None:
    """Votes for whole lists: any head of the order has of each list its share of the places, but for less than one
    beyond what divisors 1, 2, 3 give (D'Hondt)."""
    people = [f"{party}{number}" for party in range(len(votes)) for number in range(8)]
    rows = [(number, dict.fromkeys(range(8 * party, 8 * party + 8), 1)) for party, number in enumerate(votes)]
    order = harmonic(Marks.of(people, rows), 1, LOT).ranking
    places = [int(name[0]) for group in order for name in group]
    for head in range(1, 9):
        got = [places[:head].count(party) for party in range(len(votes))]
        for one, had in enumerate(got):
            for other, has in enumerate(got):
                # Nobody's last place was worth less than another's next one.
                assert had == 0 or Fraction(votes[one], had) >= Fraction(votes[other], has + 1)


def test_harmonic_by_hand() -> None:
    """Six tick A, B and C, three tick D: B and C are worth two each, then B three, as D."""
    papers = Marks.of(("A", "B", "C", "D"), [(6, {0: 1, 1: 1, 2: 1}), (1, {0: 1}), (3, {3: 1})])
    count = harmonic(papers, 2, TieRule(("lot",), seed="4 4 2"))
    weights = [stage.figures["weight"] for stage in count.stages]
    assert weights[0] == {"A": "3", "B": "2", "C": "2", "D": "3"}
    second = weights[1]
    assert {second["A"], second["D"]} == {"4", "3"}
    assert count.ranking[0] == ("A",)
    assert count.stages[-2].figures["weight"] == {"A": "7"}
    assert count.stages[-1].figures["weight"]["C"] == "2"


def test_harmonic_lets_equals_share_a_place_where_nothing_tells_them_apart() -> None:
    papers = Marks.of(("A", "B", "C", "D"), [(2, {0: 1}), (1, {1: 1}), (1, {2: 1})])
    count = harmonic(papers, 1)
    assert (count.result, count.ranking, count.ties) == ("decided", (("A",), ("B", "C"), ("D",)), ())
    assert [stage.done for stage in count.stages] == [
        "harmonic_none",
        "harmonic_place",
        "harmonic_place",
        "by_weight",
    ]
    assert harmonic(papers, 2).ties[-1].among == ("B", "C")
