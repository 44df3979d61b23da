"""Choosing by marks: examples worked by hand, second writings, and what may not happen."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.counting import marked
from symbiosis.counting.counts import NotCountable
from symbiosis.counting.marked import (
    approval,
    dots,
    gradients,
    majority,
    majority_judgment,
    score,
    time_poll,
)
from symbiosis.counting.papers import Marks
from tests.strategies.papers import marks

ABC = ("A", "B", "C")


def papers(*rows: tuple[Fraction | int, dict[int, int]]) -> Marks:
    return Marks.of(ABC, rows)


def test_most_votes_are_enough_unless_a_share_is_needed() -> None:
    cast = papers((4, {0: 1}), (3, {1: 1}), (3, {2: 1}), (2, {0: 1, 1: 1}))
    count = majority(cast)
    assert count.elected == ("A",)
    assert count.spoiled == {"too_many": "2"}
    assert majority(cast, share="1/3").elected == ("A",)
    assert majority(cast, share="2/5").result == "nobody"
    assert majority(papers((1, {0: 1}), (1, {1: 1})), share="1/2").result == "nobody"


def test_approvals_are_added_and_too_many_ticks_spoil() -> None:
    cast = papers((5, {0: 1}), (4, {1: 1, 2: 1}), (2, {1: 1}), (1, {0: 1, 1: 1, 2: 1}))
    assert approval(cast).ranking == (("B",), ("A",), ("C",))
    assert approval(cast, most=2).stages[0].figures["approvals"] == {"A": "5", "B": "6", "C": "4"}
    assert approval(cast, most=2).spoiled == {"too_many": "1"}


def test_points_by_sum_and_by_mean() -> None:
    cast = papers((3, {0: 5, 1: 4}), (1, {1: 1, 2: 5}), (1, {0: 9}))
    by_sum, by_mean = score(cast), score(cast, by="mean")
    assert by_sum.ranking == (("A",), ("B",), ("C",))
    assert by_sum.spoiled == {"out_of_range": "1"}
    assert by_mean.ranking == (("A", "C"), ("B",))
    assert by_mean.stages[0].figures["mean"]["B"] == "13/4"


def test_dots_are_shared_out_and_no_more() -> None:
    cast = papers((2, {0: 6, 1: 4}), (1, {1: 10}), (1, {0: 9, 2: 2}))
    count = dots(cast, 2)
    assert count.elected == ("B", "A")
    assert count.spoiled == {"too_many_dots": "1"}


def test_the_evening_that_suits_most_and_of_equal_ones_that_with_more_yes() -> None:
    cast = papers((2, {0: 2, 1: 1}), (1, {0: 1, 1: 2, 2: 2}), (1, {2: 2}))
    assert time_poll(cast).ranking == (("A",), ("B",), ("C",))


def test_a_veto_stops_an_option_or_counts_as_opposition() -> None:
    cast = papers((5, {0: 7, 1: 5}), (1, {0: 0, 1: 2}))
    assert gradients(cast).elected == ("B",)
    assert gradients(cast, veto="counts").ranking == (("B",), ("A",), ("C",))
    assert gradients(papers((1, {0: 0, 1: 0, 2: 0}))).result == "nobody"


def test_majority_judgment_takes_medians_off_until_they_differ() -> None:
    # Of five: A has 5 4 3 1 0, B 5 5 3 0 0: both have 3 in the middle; without it A has 1 and B has 0.
    cast = papers(
        (1, {0: 5, 1: 5}), (1, {0: 4, 1: 5}), (1, {0: 3, 1: 3}), (1, {0: 1, 1: 0}), (1, {0: 0, 1: 0})
    )
    count = majority_judgment(cast)
    assert count.stages[0].figures["median"] == {"A": "3", "B": "3", "C": "0"}
    assert count.ranking == (("A",), ("B",), ("C",))


@given(marks(0, 5))
def test_majority_judgment_is_that_of_removing_one_paper_after_another(case: tuple[Marks, int]) -> None:
    cast, _ = case
    count = majority_judgment(cast)
    if count.result == "nobody":
        return

    def taken_off(candidate: int) -> list[int]:
        grades = sorted(
            max(int(row[candidate]), 0)
            for row, times in zip(cast.marks, cast.times, strict=True)
            for _ in range(times)
        )
        found = []
        while grades:
            found.append(grades.pop((len(grades) - 1) // 2))
        return found

    keys = {name: tuple(taken_off(number)) for number, name in enumerate(cast.candidates)}
    expected = [
        sorted(name for name in keys if keys[name] == one) for one in sorted(set(keys.values()), reverse=True)
    ]
    flat = [sorted(group) for group in count.ranking]
    assert flat == expected


@given(marks(0, 5), st.sampled_from([approval, score, dots, majority_judgment]))
def test_a_better_mark_never_harms(case: tuple[Marks, int], method) -> None:  # type: ignore[no-untyped-def]
    cast, _ = case
    settings = {"dots": 99} if method is dots else {}
    count = method(cast, **settings)
    if count.result != "decided" or len(count.ranking[0]) > 1:
        return
    winner = cast.candidates.index(count.elected[0])
    raised = cast.marks.copy()
    raised[0, winner] = 1 if method is approval else 5
    better = Marks(cast.candidates, raised, cast.times, cast.unit)
    assert count.elected[0] in method(better, **settings).ranking[0]


def test_weights_may_be_fractions() -> None:
    count = approval(papers((Fraction(1, 2), {0: 1}), (Fraction(1, 3), {1: 1})))
    assert count.stages[0].figures["approvals"] == {"A": "1/2", "B": "1/3", "C": "0"}
    assert count.votes == "5/6"


def test_what_cannot_be_counted() -> None:
    with pytest.raises(NotCountable):
        approval(Marks.of((), []))
    assert approval(Marks.of(ABC, [(2, {})])).result == "nobody"


@given(
    st.lists(
        st.tuples(st.integers(1, 9), st.dictionaries(st.integers(0, 3), st.integers(-7, 7), min_size=1)),
        min_size=1,
        max_size=12,
    )
)
def test_marks_are_counted_by_value_as_they_are_when_sorted(rows) -> None:
    papers = Marks.of("ABCD", rows)
    found = marked.marks_given(papers)
    assert found == marked._sorted_marks(papers)
    for candidate, each in enumerate(found):
        told = [weight for weight, paper in rows if candidate in paper]
        assert sum(each.values()) == sum(told)


def test_marks_far_apart_are_counted_too() -> None:
    papers = Marks.of("AB", [(2, {0: 10**9, 1: 1}), (3, {0: -5}), (1, {1: 1})])
    assert marked.marks_given(papers) == [{-5: 3, 10**9: 2}, {1: 3}]


def test_papers_are_counted_block_by_block(monkeypatch) -> None:
    papers = Marks.of("ABC", [(n + 1, {n % 3: n % 4, (n + 1) % 3: 2}) for n in range(11)])
    whole = marked.marks_given(papers)
    monkeypatch.setattr(marked, "_BLOCK", 2)
    assert marked.marks_given(papers) == whole
