"""Promises that a method may make of any election, each a function that says whether it is kept with these papers.

Where a promise says nothing (a tie that is told, no such candidate) it is kept. What is left to chance, as which papers
change, is drawn from the source that is handed in.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from symbiosis.counting.budget import Budget
from symbiosis.counting.counts import Count
from symbiosis.counting.methods import METHODS
from symbiosis.counting.pairs import pairs_of
from symbiosis.counting.papers import NO_MARK, Marks, Rankings
from symbiosis.counting.ties import TOLD, TieRule

LOT = TieRule(("earlier_round", "lot"), seed="eight dice")
Papers = Rankings | Marks
Row = tuple[Fraction | int, object]


def rows_of(papers: Papers) -> list[Row]:
    """Votes, and what the paper says: a ranking, or marks by candidate."""
    if isinstance(papers, Rankings):
        return list(papers.rankings())
    return [
        (int(times) * papers.unit, {each: mark for each, mark in enumerate(row) if mark != NO_MARK})
        for row, times in zip(papers.marks.tolist(), papers.times.tolist(), strict=True)
    ]


def again(papers: Papers, rows: list[Row], names: tuple[str, ...] = ()) -> Papers:
    made = (Rankings if isinstance(papers, Rankings) else Marks).of(names or papers.candidates, rows)  # type: ignore[arg-type]
    return replace(made, aside=papers.aside)


def winners(method: str, papers: Papers) -> set[str] | None:
    """All who share the first place; None where a tie is told before that, or nobody voted."""
    count = METHODS[method].count(papers, seats=1, tie=TOLD)
    if count.ranking:
        return set(count.ranking[0])
    return set(count.elected) if count.result == "decided" else None


# Whoever the people and the candidates are.


def outcome(method: str, papers: Papers, seats: int, costs: tuple[int, ...]) -> object:
    """Everything that is decided, without the order in which equals are written."""
    asked: dict[str, object] = {"budget": Budget(10, costs)} if METHODS[method].budget else {}
    count: Count = METHODS[method].count(papers, seats=seats, tie=TOLD, **asked)
    return (
        count.result,
        set(count.elected),
        [set(group) for group in count.ranking],
        {(frozenset(tie.among), tie.over) for tie in count.ties[-1:]},
    )


def anonymity(method: str, papers: Papers, chance: random.Random, seats: int = 1) -> bool:
    """The order in which papers are taken up does not matter, nor whether equal ones come together."""
    costs = tuple(range(3, 3 + len(papers.candidates)))
    rows = [(votes / 2, paper) for votes, paper in rows_of(papers) for _ in range(2)]
    chance.shuffle(rows)
    return outcome(method, papers, seats, costs) == outcome(method, again(papers, rows), seats, costs)


def neutrality(method: str, papers: Papers, chance: random.Random, seats: int = 1) -> bool:
    """Candidates in another order on the paper: the same people are chosen."""
    size = len(papers.candidates)
    place = list(range(size))
    chance.shuffle(place)
    names = tuple(papers.candidates[place.index(number)] for number in range(size))
    rows = [
        (
            votes,
            {place[each]: mark for each, mark in paper.items()}
            if isinstance(paper, dict)
            else [[place[each] for each in group] for group in paper],  # type: ignore[attr-defined]
        )
        for votes, paper in rows_of(papers)
    ]
    costs = tuple(range(3, 3 + size))
    turned = tuple(costs[place.index(number)] for number in range(size))
    return outcome(method, papers, seats, costs) == outcome(method, again(papers, rows, names), seats, turned)


# One winner, by rankings.


def majority(method: str, papers: Rankings, _chance: random.Random) -> bool:
    """Whom more than half put first alone wins alone."""
    found = winners(method, papers)
    first = [Fraction(0)] * len(papers.candidates)
    for votes, groups in papers.rankings():
        if len(groups[0]) == 1:
            first[groups[0][0]] += votes
    most = max(first, default=Fraction(0))
    if found is None or 2 * most <= papers.votes:
        return True
    return found == {papers.candidates[first.index(most)]}


def condorcet(method: str, papers: Rankings, _chance: random.Random) -> bool:
    """Who beats every other in pairs wins alone."""
    best, found = pairs_of(papers).winner(), winners(method, papers)
    return best is None or found is None or found == {papers.candidates[best]}


def condorcet_loser(method: str, papers: Rankings, _chance: random.Random) -> bool:
    """Whom every other beats does not win."""
    worst, found = pairs_of(papers).loser(), winners(method, papers)
    return worst is None or found is None or papers.candidates[worst] not in found


def smith(method: str, papers: Rankings, _chance: random.Random) -> bool:
    """The winner is of the smallest group that beats all others."""
    found = winners(method, papers)
    return not found or found <= {papers.candidates[each] for each in pairs_of(papers).smith()}


def pareto(method: str, papers: Rankings, _chance: random.Random) -> bool:
    """Whom all put below somebody does not win."""
    found = winners(method, papers)
    over = pairs_of(papers).over
    numbers = range(len(over))
    dominated = {
        papers.candidates[b] for a in numbers for b in numbers if a != b and over[a][b] == papers.votes
    }
    return not found or not found & dominated


def monotonicity(method: str, papers: Rankings, chance: random.Random) -> bool:
    """A winner who is put higher on some papers, the others left in their order, still wins."""
    found = winners(method, papers)
    if found is None or len(found) != 1:
        return True
    [name] = found
    winner = papers.candidates.index(name)
    rows: list[Row] = []
    for votes, groups in papers.rankings():
        if chance.random() < 0.5:
            rows.append((votes, groups))
            continue
        before = next((n for n, group in enumerate(groups) if winner in group), len(groups))
        rest = [[each for each in group if each != winner] for group in groups]
        rest.insert(chance.randint(0, before), [winner])
        rows.append((votes, [group for group in rest if group]))
    after = winners(method, again(papers, rows))
    return after is None or name in after


def reversal(method: str, papers: Rankings, _chance: random.Random) -> bool:
    """If all turn their papers round, the winner does not win alone again."""
    found = winners(method, papers)
    if found is None or len(found) != 1 or len(papers.candidates) == 1:
        return True
    everybody = set(range(len(papers.candidates)))
    rows: list[Row] = []
    for votes, groups in papers.rankings():
        rest = everybody - {each for group in groups for each in group}
        rows.append((votes, [*([sorted(rest)] if rest else []), *groups[::-1]]))
    return winners(method, again(papers, rows)) != found


def clones(method: str, papers: Rankings, chance: random.Random) -> bool:
    """A candidate's double, next to them on every paper, neither helps nor harms anybody else, nor the two together."""
    found = winners(method, papers)
    if found is None or len(found) != 1:
        return True
    one, double = chance.randrange(len(papers.candidates)), len(papers.candidates)
    rows: list[Row] = []
    for votes, groups in papers.rankings():
        with_double: list[list[int]] = []
        for group in groups:
            rest = [each for each in group if each != one]
            if one in group and not rest:
                with_double += [[one], [double]] if chance.random() < 0.5 else [[double], [one]]
            else:
                with_double.append([*group, double] if one in group else list(group))
        rows.append((votes, with_double))
    after = winners(method, again(papers, rows, (*papers.candidates, "the double")))
    if after is None:
        return True
    return {papers.candidates[one] if name == "the double" else name for name in after} == found


def participation(method: str, papers: Papers, chance: random.Random) -> bool:
    """Who comes to vote does not get somebody whom they like less than the winner without them."""
    found = winners(method, papers)
    if found is None or len(found) != 1:
        return True
    winner = papers.candidates.index(next(iter(found)))
    size = len(papers.candidates)
    if isinstance(papers, Rankings):
        order = chance.sample(range(size), size)
        paper: object = [[each] for each in order]
        worse = {papers.candidates[each] for each in order[order.index(winner) + 1 :]}
    else:
        least, most = (0, 1) if METHODS[method].paper == "approval" else (0, 5)
        given = {each: chance.randint(least, most) for each in range(size)}
        paper = given
        worse = {papers.candidates[each] for each in given if given[each] < given[winner]}
    after = winners(method, again(papers, [*rows_of(papers), (chance.randint(1, 5), paper)]))
    return after is None or not after & worse


# Several seats.


def conservation(method: str, papers: Rankings, _chance: random.Random, seats: int = 1) -> bool:
    """In each stage every vote is with somebody, exhausted, or lost to rounding as it says, to the last unit."""
    return nothing_lost(METHODS[method].count(papers, seats=seats, tie=LOT))


def nothing_lost(count: Count) -> bool:
    for stage in count.stages:
        written = [
            *stage.figures["votes"].values(),
            stage.totals.get("exhausted", "0"),
            stage.totals.get("rounding", "0"),
        ]
        # Weights in thirds do not go into decimals: less than one unit of the last place is missing.
        digits = max(len(each.partition(".")[2]) for each in written)
        missing = Fraction(count.votes) - sum(map(Fraction, written))
        if not 0 <= missing < Fraction(1, 10**digits) or min(map(Fraction, written)) < 0:
            return False
    return True


def solid_coalitions(method: str, papers: Rankings, _chance: random.Random, seats: int = 1) -> bool:
    """Droop: k quotas of people who put the same group first, in any order, get k of it, or all of it if it is smaller.

    What a rule loses to rounding a coalition may lack.
    """
    count = METHODS[method].count(papers, seats=seats, tie=LOT)
    if not count.stages:
        return True
    lost = Fraction(count.stages[-1].totals.get("rounding", "0")) + Fraction(1, 1000)
    quota = max(Fraction(count.stages[0].totals.get("quota", "0")), Fraction(count.votes) / (seats + 1))
    numbers = range(len(papers.candidates))
    for size in range(1, len(papers.candidates) + 1):
        for group in map(set, combinations(numbers, size)):
            solid = sum(
                votes
                for votes, groups in papers.rankings()
                if {each for group_of in groups[:size] for each in group_of} == group
                and all(len(group_of) == 1 for group_of in groups[:size])
            )
            due = min(size, int((solid - lost) / quota), seats) if solid > lost else 0
            if len({papers.candidates[each] for each in group} & set(count.elected)) < due:
                return False
    return True


def voters(papers: Marks) -> list[set[int]]:
    return [
        {each for each, mark in paper.items() if mark > 0}  # type: ignore[attr-defined]
        for votes, paper in rows_of(papers)
        for _ in range(int(votes))
        if any(mark > 0 for mark in paper.values())  # type: ignore[attr-defined]
    ]


def represented(
    method: str,
    papers: Marks,
    seats: int,
    left_out: Callable[[list[set[int]], set[int], int], list[set[int]]],
) -> bool:
    """Whether of each group that agrees on l candidates fewer than l/k of all voters are left out."""
    count = METHODS[method].count(papers, seats=seats, tie=LOT)
    people, elected = voters(papers), {papers.candidates.index(name) for name in count.elected}
    for size in range(1, seats + 1):
        for shared in combinations(range(len(papers.candidates)), size):
            group = [ticks for ticks in people if set(shared) <= ticks]
            out = left_out(group, elected, size) if group else []
            if out and len(out) * seats >= size * len(people):
                return False
    return True


def each_with_less(group: list[set[int]], elected: set[int], size: int) -> list[set[int]]:
    return [ticks for ticks in group if len(ticks & elected) < size]


def together_with_less(group: list[set[int]], elected: set[int], size: int) -> list[set[int]]:
    """The largest part whose ticks all together name fewer than so many of the elected."""
    parts = [
        [ticks for ticks in group if ticks & elected <= set(few)]
        for few in combinations(sorted(elected), min(size - 1, len(elected)))
    ]
    return max(parts, key=len)


def extended(method: str, papers: Marks, _chance: random.Random, seats: int = 1) -> bool:
    """Extended justified representation: somebody of each such group approves of l who are elected."""
    return represented(method, papers, seats, each_with_less)


def proportional(method: str, papers: Marks, _chance: random.Random, seats: int = 1) -> bool:
    """Proportional justified representation: each such group approves of l who are elected, all its ticks together."""
    return represented(method, papers, seats, together_with_less)


Axiom = Callable[..., bool]
