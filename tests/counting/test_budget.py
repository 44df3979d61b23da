"""Budgets by equal shares: published examples, a plain second writing over single votes, and that money is kept."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symbiosis.counting.budget import Budget, paid_by
from symbiosis.counting.counts import Count, NotCountable
from symbiosis.counting.equal_shares_budget import equal_shares_budget
from symbiosis.counting.papers import Marks
from symbiosis.counting.raises import steady_for
from symbiosis.counting.ties import TieRule, lot_order
from symbiosis.phrases import not_countable_sentence, part_sentence
from tests.strategies.papers import NAMES, marks

LOT = TieRule(("lot",), seed="a number that everybody saw")
COMPLETIONS = st.sampled_from(("none", "add1", "greedy", "add1-greedy"))
UTILITIES = st.sampled_from(("cost", "cardinality"))

Voters = list[frozenset[int]]


@st.composite
def budgets(draw: st.DrawFn, candidates: int = 6, most: int = 8, scale: int = 1) -> tuple[Marks, Budget]:
    papers, _ = draw(marks(highest=1, candidates=candidates, most=most))
    costs = draw(
        st.lists(st.integers(1, 12 * scale), min_size=len(papers.candidates), max_size=len(papers.candidates))
    )
    return papers, Budget(draw(st.integers(1, 30 * scale)), tuple(costs))


def voters_of(papers: Marks) -> Voters:
    return [
        frozenset(each for each, mark in enumerate(row) if mark > 0)
        for times, row in zip(papers.times.tolist(), papers.marks.tolist(), strict=True)
        for _ in range(times)
    ]


def best_by_lot(papers: Marks, scores: dict[int, Fraction]) -> int:
    lot = lot_order(LOT.seed, papers.candidates)
    return min(scores, key=lambda each: (-scores[each], lot.index(each)))


def plain_bought(papers: Marks, budget: Budget, utility: str, each: Fraction) -> list[int]:
    """Equal shares as it is told: voter by voter, and the price found by raising it from purse to purse."""
    voters, bought = voters_of(papers), list[int]()
    purses = [each] * len(voters)
    while True:
        scores, prices = {}, {}
        for project, cost in enumerate(budget.costs):
            held = sorted(purse for purse, ticks in zip(purses, voters, strict=True) if project in ticks)
            if project in bought or cost > budget.money or sum(held) < cost or not held:
                continue
            price = next(
                price
                for n in range(len(held))
                if (price := (cost - sum(held[:n])) / Fraction(len(held) - n)) <= held[n]
            )
            assert sum(min(purse, price) for purse in held) == cost
            prices[project] = price
            scores[project] = cost / price if utility == "cost" else 1 / price
        if not scores:
            return bought
        won = best_by_lot(papers, scores)
        bought.append(won)
        purses = [
            purse - min(purse, prices[won]) if won in ticks else purse
            for purse, ticks in zip(purses, voters, strict=True)
        ]


def plain(papers: Marks, budget: Budget, utility: str, completion: str) -> tuple[list[int], int]:
    """What is funded, and by how much the money of each was raised."""
    voters = voters_of(papers)
    approvals = [sum(each in ticks for ticks in voters) for each in range(len(budget.costs))]

    def left(funded: list[int]) -> int:
        return budget.money - sum(budget.costs[each] for each in funded)

    def can_follow(funded: list[int]) -> list[int]:
        return [
            each
            for each, cost in enumerate(budget.costs)
            if each not in funded and approvals[each] and cost <= left(funded)
        ]

    raised = 0
    each = Fraction(budget.money, len(voters))
    funded = plain_bought(papers, budget, utility, each)
    while completion.startswith("add1") and can_follow(funded):
        more = plain_bought(papers, budget, utility, each + raised + 1)
        if left(more) < 0:
            break
        funded, raised = more, raised + 1
    while completion.endswith("greedy") and (can := can_follow(funded)):
        scores = {one: Fraction(approvals[one], 1 if utility == "cost" else budget.costs[one]) for one in can}
        funded.append(best_by_lot(papers, scores))
    return funded, raised


def raised_by(count: Count) -> int:
    return sum(int(stage.totals["raised_by"]) for stage in count.stages if "raised_by" in stage.totals)


def check_plain(papers: Marks, budget: Budget, utility: str, completion: str) -> None:
    count = equal_shares_budget(papers, 0, LOT, budget, utility, completion)
    funded, raised = plain(papers, budget, utility, completion)
    assert count.elected == tuple(papers.candidates[each] for each in funded)
    assert raised_by(count) == raised


@given(budgets(), UTILITIES, COMPLETIONS)
def test_it_is_the_plain_one(case: tuple[Marks, Budget], utility: str, completion: str) -> None:
    if voters_of(case[0]) and (case[0].marks > 0).any():
        check_plain(*case, utility, completion)


def test_a_tie_of_those_who_were_dear_before() -> None:
    """Found by chance: where a tie is between two whose prices were known, leaving one out funds something else."""
    papers = Marks.of(NAMES[:4], [(1, dict.fromkeys((0, 1, 2, 3), 1)), (1, dict.fromkeys((0, 2, 3), 1))])
    check_plain(papers, Budget(49, (23, 11, 29, 12)), "cost", "add1")


@settings(max_examples=40)
@given(budgets(candidates=4, most=3, scale=60), UTILITIES)
def test_to_leap_is_to_go_step_by_step(case: tuple[Marks, Budget], utility: str) -> None:
    """Few voters and much money: the raise passes over many units at once, and ends where each unit by itself does."""
    if voters_of(case[0]) and (case[0].marks > 0).any():
        check_plain(*case, utility, "add1")


FOUND = (
    # Where the next change is that somebody who could not be bought can be, that another is cheaper, and that
    # somebody who gave all they had need not any more.
    (((0, 1), (1, 2), (0, 2, 3)), Budget(58, (20, 25, 23, 8)), "cost"),
    (((0, 2), (0, 3), (1,), (0, 2, 3)), Budget(621, (291, 131, 258, 159)), "cardinality"),
    (
        ((0, 2, 3), (0, 3), (0, 3), (0, 1, 2), (0, 1, 2), (1, 3)),
        Budget(242, (114, 55, 97, 83)),
        "cost",
    ),
)


@pytest.mark.parametrize(("voters", "budget", "utility"), FOUND)
def test_each_kind_of_change_ends_what_is_steady(
    voters: tuple[tuple[int, ...], ...], budget: Budget, utility: str
) -> None:
    papers = Marks.of(NAMES[:4], [(1, dict.fromkeys(ticks, 1)) for ticks in voters])
    check_steady(papers, budget, utility)


@given(budgets(candidates=4, most=4, scale=20), UTILITIES)
def test_nothing_changes_as_far_as_it_is_steady(case: tuple[Marks, Budget], utility: str) -> None:
    check_steady(*case, utility)


def check_steady(papers: Marks, budget: Budget, utility: str) -> None:
    voters = voters_of(papers)
    if not voters:
        return
    each = Fraction(budget.money, len(voters))
    bought = plain_bought(papers, budget, utility, each)
    supporters = [
        [n for n, ticks in enumerate(voters) if one in ticks and cost <= budget.money]
        for one, cost in enumerate(budget.costs)
    ]
    uses = budget.costs if utility == "cost" else [1] * len(budget.costs)
    steady = steady_for(each, [Fraction(1)] * len(voters), supporters, budget.costs, uses, bought)
    for raised in {steady, steady // 2, min(steady, 1)}:
        assert plain_bought(papers, budget, utility, each + raised) == bought


def test_thousands_of_units_are_leapt() -> None:
    """Three people and cents: the second project needs 83,333 cents more for everybody."""
    papers = Marks.of(("Well", "Roof"), [(2, {0: 1}), (1, {1: 1})])
    count = equal_shares_budget(papers, 0, LOT, Budget(1_000_000, (500_000, 416_666)), "cost", "add1")
    assert count.elected == ("Well", "Roof")
    assert raised_by(count) == 83_333


@given(budgets(), UTILITIES, COMPLETIONS)
def test_money_is_kept_to_the_last_part(case: tuple[Marks, Budget], utility: str, completion: str) -> None:
    papers, budget = case
    count = equal_shares_budget(papers, 0, LOT, budget, utility, completion)
    if count.result == "nobody":
        return
    costs = dict(zip(papers.candidates, budget.costs, strict=True))
    assert sum(costs[name] for name in count.elected) <= budget.money
    rest = count.stages[-1]
    assert int(rest.totals["spent"]) == sum(costs[name] for name in count.elected)
    assert int(rest.totals["spent"]) + int(rest.totals["unspent"]) == budget.money
    each = [Fraction(stage.totals["each"]) for stage in count.stages if "each" in stage.totals][-1]
    purses = each * papers.votes
    voters = voters_of(papers)
    paid = {name: [Fraction(0)] * len(voters) for name in papers.candidates}
    for voter, ticks in enumerate(voters):
        for part in paid_by(count, {papers.candidates[one] for one in ticks}):
            paid[part.project][voter] = part.paid
            assert part.cost == costs[part.project]
    for stage in count.stages:
        if stage.done != "budget_bought":
            continue
        [name] = stage.names
        assert sum(paid[name]) == costs[name]
        assert sum(one > 0 for one in paid[name]) == int(stage.totals["payers"])
        assert max(paid[name]) == Fraction(stage.totals["most_paid"])
        purses -= costs[name]
        assert Fraction(stage.totals["purses"]) == purses
    for name, had in rest.figures["supporters_have"].items():
        place = papers.candidates.index(name)
        assert Fraction(had) == sum(
            each - sum(paid[other][voter] for other in papers.candidates)
            for voter, ticks in enumerate(voters)
            if place in ticks
        )


@given(budgets(candidates=5, most=5), UTILITIES)
def test_every_cohesive_group_gets_its_share_up_to_one_project(
    case: tuple[Marks, Budget], utility: str
) -> None:
    """EJR up to one project, as Peters, Pierczyński and Skowron (2021) promise it, without any completion."""
    papers, budget = case
    voters = voters_of(papers)
    if not voters:
        return
    funded = {
        papers.candidates.index(name)
        for name in equal_shares_budget(papers, 0, LOT, budget, utility, "none").elected
    }
    worth = budget.costs if utility == "cost" else [1] * len(budget.costs)

    def use(ticks: frozenset[int], projects: set[int]) -> int:
        return sum(worth[each] for each in ticks & projects)

    for size in range(1, len(papers.candidates) + 1):
        for wanted in map(set, combinations(range(len(papers.candidates)), size)):
            group = [ticks for ticks in voters if wanted <= ticks]
            if not group or len(group) * budget.money < sum(budget.costs[n] for n in wanted) * len(voters):
                continue
            full = sum(worth[each] for each in wanted)
            assert any(
                use(ticks, funded) >= full or any(use(ticks, funded | {one}) > full for one in wanted)
                for ticks in group
            )


@given(budgets(), UTILITIES, st.sampled_from(("greedy", "add1-greedy")))
def test_greedy_leaves_nothing_that_could_be_paid(
    case: tuple[Marks, Budget], utility: str, completion: str
) -> None:
    papers, budget = case
    count = equal_shares_budget(papers, 0, LOT, budget, utility, completion)
    if count.result == "nobody":
        return
    left = int(count.stages[-1].totals["unspent"])
    ticked = frozenset[int]().union(*voters_of(papers))
    for each in ticked:
        assert papers.candidates[each] in count.elected or budget.costs[each] > left


@given(budgets(), UTILITIES, COMPLETIONS)
def test_halves_of_votes_fund_the_same(case: tuple[Marks, Budget], utility: str, completion: str) -> None:
    """Each vote counts half and there are twice as many papers."""
    papers, budget = case
    rows = [
        (Fraction(times, 2), {each: mark for each, mark in enumerate(row) if mark >= 0})
        for times, row in zip((2 * papers.times).tolist(), papers.marks.tolist(), strict=True)
    ]
    halves = Marks.of(papers.candidates, [*rows], papers.aside)
    settled = (0, LOT, budget, utility, completion)
    assert equal_shares_budget(halves, *settled) == equal_shares_budget(papers, *settled)


PROJECTS = ("bike path", "outdoor gym", "new park", "new playground", "library for kids")
COSTS = Budget(1100, (700, 400, 250, 200, 100))
VOTERS = ((0, 1), (0, 1, 2), (0, 1), (0, 1, 2), (0, 1, 2), (0, 1), (2, 3, 4), (3,), (3, 4), (2, 3, 4))


def eleven(last: int) -> Marks:
    """The example of equalshares.net/explanation: ten voters, and an eleventh with one vote."""
    return Marks.of(PROJECTS, [(1, dict.fromkeys(ticks, 1)) for ticks in (*VOTERS, (last,))])


def test_the_first_example_of_equalshares_net() -> None:
    count = equal_shares_budget(eleven(0), budget=COSTS, completion="none")
    assert count.elected == ("bike path", "new playground", "library for kids")
    start, *rounds, rest = count.stages
    assert start.totals["each"] == "100"
    assert start.figures["approvals"] == dict(zip(PROJECTS, ("7", "6", "5", "4", "3"), strict=True))
    assert [stage.totals["most_paid"] for stage in rounds] == ["100", "50", "100/3"]
    assert rounds[0].figures["effective_votes"]["bike path"] == "7"
    # The gym's people have nothing left, and the park's have less than it costs.
    assert rounds[1].figures["effective_votes"] == {"new playground": "4", "library for kids": "3"}
    assert rest.figures["supporters_have"] == {"outdoor gym": "0", "new park": "100/3"}
    assert rest.totals == {"spent": "1000", "unspent": "100"}


def test_the_second_example_of_equalshares_net() -> None:
    count = equal_shares_budget(eleven(1), budget=COSTS, completion="none")
    assert count.elected == ("outdoor gym", "new park", "new playground")
    _start, gym, park, playground, _rest = count.stages
    assert gym.totals["most_paid"] == "400/7"
    assert park.figures["effective_votes"] == {
        "new park": "70/17",
        "new playground": "4",
        "library for kids": "3",
    }
    assert park.totals["most_paid"] == "425/7"
    assert playground.figures["effective_votes"]["new playground"] == "56/17"


def test_what_one_vote_paid() -> None:
    count = equal_shares_budget(eleven(1), budget=COSTS, completion="none")
    parts = paid_by(count, ("outdoor gym", "bike path", "new park"))
    assert [(part.project, part.paid) for part in parts] == [
        ("outdoor gym", Fraction(400, 7)),
        ("new park", Fraction(300, 7)),
    ]
    assert part_sentence(parts[0], "en") == "Your vote paid ≈ 57.14 of the 400 for outdoor gym."


def test_the_example_of_the_page() -> None:
    """docs/counting/equal-shares-budget.md"""
    papers = Marks.of(
        ("Print shop", "Garden", "Radio", "Bikes"),
        [(4, {0: 1, 1: 1}), (2, {0: 1}), (3, {2: 1, 3: 1}), (1, {1: 1, 2: 1})],
    )
    budget = Budget(200, (60, 70, 50, 90))
    count = equal_shares_budget(papers, budget=budget, completion="none")
    assert count.elected == ("Print shop", "Radio")
    start, shop, radio, rest = count.stages
    assert start.totals["each"] == "20"
    assert shop.figures["effective_votes"] == {"Print shop": "6", "Garden": "5", "Radio": "4"}
    assert (shop.totals["payers"], shop.totals["most_paid"]) == ("6", "10")
    assert (radio.totals["payers"], radio.totals["most_paid"]) == ("4", "25/2")
    assert rest.figures["supporters_have"] == {"Garden": "95/2", "Bikes": "45/2"}
    assert rest.totals == {"spent": "110", "unspent": "90"}
    raised = equal_shares_budget(papers, budget=budget, completion="add1")
    assert raised.elected == ("Print shop", "Garden", "Radio")
    assert raised_by(raised) == 4
    assert raised.stages[-1].totals["unspent"] == "20"
    parts = paid_by(raised, {"Print shop", "Garden"})
    assert [(part.project, part.paid) for part in parts] == [("Print shop", 10), ("Garden", 14)]
    assert part_sentence(parts[1], "en") == "Your vote paid 14 of the 70 for Garden."


def test_who_has_nothing_left_does_not_pay() -> None:
    papers = Marks.of(("Well", "Roof"), [(3, {0: 1}), (1, {0: 1, 1: 1}), (2, {1: 1})])
    count = equal_shares_budget(papers, budget=Budget(60, (40, 14)), completion="none")
    _start, well, roof, _rest = count.stages
    assert (well.totals["payers"], well.totals["most_paid"], well.totals["purses"]) == ("4", "10", "20")
    assert (roof.totals["payers"], roof.totals["most_paid"], roof.totals["purses"]) == ("2", "7", "6")


def test_what_is_left_goes_to_most_ticks_or_to_most_for_its_cost() -> None:
    papers = Marks.of(("A", "B", "Palace"), [(3, {0: 1}), (2, {1: 1}), (7, {2: 1})])
    budget = Budget(12, (10, 4, 13))
    by_cost = equal_shares_budget(papers, budget=budget, utility="cost", completion="greedy")
    assert by_cost.elected == ("A",)
    assert by_cost.stages[1].figures == {"approvals": {"A": "3", "B": "2"}}
    by_number = equal_shares_budget(papers, budget=budget, utility="cardinality", completion="greedy")
    assert by_number.elected == ("B",)
    assert by_number.stages[1].figures == {"approvals_for_cost": {"A": "3/10", "B": "1/2"}}


def test_equals_are_told_apart_by_cost_then_votes() -> None:
    """The procedure that equalshares.net recommends: the cheaper, then the one with more votes, then a lot."""
    papers = Marks.of(("Dear", "Cheap"), [(2, {0: 1}), (2, {1: 1})])
    count = equal_shares_budget(papers, budget=Budget(10, (5, 4)), completion="none")
    assert count.elected == ("Cheap", "Dear")
    assert (count.ties[0].settled_by, count.ties[0].among) == ("earlier_round", ("Dear", "Cheap"))
    # Of three the two cheap ones go on, and the lot is drawn between them.
    rows = [(2, {0: 1}), (2, {1: 1}), (2, {2: 1})]
    for seed in "abcdef":
        count = equal_shares_budget(
            Marks.of(("Dear", "One", "Two"), rows),
            tie=TieRule(("earlier_round", "lot"), seed=seed),
            budget=Budget(12, (4, 3, 3)),
            completion="none",
        )
        assert count.ties[0].among == ("One", "Two")
        assert count.elected[-1] == "Dear"
    # Same cost: A bought first leaves B with two full votes and C with two, of whom B was ticked by three.
    rows = [(4, {0: 1}), (1, {0: 1, 1: 1}), (2, {1: 1}), (2, {2: 1})]
    count = equal_shares_budget(
        Marks.of(("A", "B", "C"), rows), budget=Budget(9, (5, 2, 2)), completion="none"
    )
    assert count.elected == ("A", "B", "C")
    assert count.ties[-1].among == ("B", "C")


def test_a_tie_that_nothing_settles_is_told() -> None:
    papers = Marks.of(("A", "B"), [(2, {0: 1}), (2, {1: 1})])
    count = equal_shares_budget(papers, budget=Budget(10, (4, 4)))
    assert (count.result, count.elected) == ("tied", ())
    assert count.ties[-1].among == ("A", "B")
    assert count.stages[-1].figures["effective_votes"] == {"A": "2", "B": "2"}


def test_a_tie_that_only_a_raise_brings_is_told() -> None:
    papers = Marks.of(("A", "B", "C"), [(1, {0: 1}), (1, {1: 1}), (2, {2: 1})])
    count = equal_shares_budget(papers, budget=Budget(10, (4, 4, 2)), completion="add1")
    assert count.result == "tied"
    assert count.elected == ("C",)
    assert raised_by(count) == 2


def test_what_costs_more_than_there_is_makes_nobody_save() -> None:
    papers = Marks.of(("Palace", "Hut"), [(9, {0: 1}), (1, {1: 1})])
    count = equal_shares_budget(papers, budget=Budget(10, (11, 10)), completion="add1")
    assert count.elected == ("Hut",)
    assert raised_by(count) == 9


@pytest.mark.parametrize(
    ("budget", "code", "said"),
    [
        (None, "NoBudget", "not said"),
        (Budget(0, (1, 1)), "NothingToSpend", "nothing"),
        (Budget(5, (1, 0)), "NoCost", "B has no cost"),
        (Budget(5, (1,)), "NoCost", "B has no cost"),
    ],
)
def test_what_cannot_be_counted(budget: Budget | None, code: str, said: str) -> None:
    with pytest.raises(NotCountable, match=code) as error:
        equal_shares_budget(Marks.of(("A", "B"), [(1, {0: 1})]), budget=budget)
    assert said in not_countable_sentence(error.value, "en")


def test_blank_papers_alone() -> None:
    count = equal_shares_budget(Marks.of(("A",), [(3, {})]), budget=Budget(5, (1,)))
    assert (count.result, count.blank) == ("nobody", "3")


def test_money_beyond_machine_words() -> None:
    papers = Marks.of(("A", "B"), [(2, {0: 1}), (1, {1: 1})])
    count = equal_shares_budget(papers, budget=Budget(3 * 10**30, (10**30, 10**30)), completion="none")
    assert count.elected == ("A", "B")
    assert count.stages[1].totals["most_paid"] == str(5 * 10**29)
