"""Sortition with quotas: a panel drawn by lot from a public seed, every possible panel as likely as any other."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import comb

from symbiosis.counting.counts import Count, Result, Stage, check_seats, column, reasons
from symbiosis.counting.lots import drawn_below
from symbiosis.counting.papers import Marks
from symbiosis.counting.reserved import NOTHING, Reserved, check_reserved
from symbiosis.counting.ties import TOLD, TieRule, Ties, Undecided

Group = tuple[tuple[str, ...], int, int]
"""Its names in order, and how many of them are drawn at least and at most."""


def sortition(
    papers: Marks, seats: int = 1, tie: TieRule = TOLD, share: str = "0", reserved: Reserved = NOTHING
) -> Count:
    """Draw so many of those who stand and have at least a `share` of the votes; without a share, of all who stand.

    Of all panels with as many of each group as are `reserved` each is equally likely. The seed is that of the rule for
    ties, which must name the lot: without it the draw is open, a tie among all in it. Where too few are left for the
    seats as they are reserved, nobody is drawn. Each one's exact chance is told. Raises `NotCountable` as
    `check_seats` and `check_reserved`.
    """
    check_seats(papers.candidates, seats)
    check_reserved(reserved, papers.candidates, seats)
    approvals = [
        int(papers.times[papers.marks[:, each] > 0].sum()) * papers.unit
        for each in range(len(papers.candidates))
    ]
    bar = Fraction(share) * papers.votes
    nobody = Fraction(share) > 0 and not papers.votes
    pool = [] if nobody else [each for each, votes in enumerate(approvals) if votes >= bar]
    names = [papers.candidates[each] for each in pool]
    groups = groups_of(names, [_group(reserved, each) for each in pool], seats, reserved)
    panels = _ways(groups, seats)[0][seats]
    figures = {"approvals": column(papers.candidates, approvals)} if papers.votes else {}
    if panels:
        figures["chance"] = {name: str(each) for name, each in chances(groups, seats).items()}
    stages = [Stage(done="pool", names=tuple(names), figures=figures, totals={"panels": str(panels)})]
    ties = Ties(papers.candidates, tie)
    elected = frozenset[str]()
    result: Result = "decided" if panels else "nobody"
    if panels:
        try:
            elected = panel(groups, seats, _number(ties, pool, groups, panels))
        except Undecided:
            result = "tied"
    drawn = tuple(name for name in papers.candidates if name in elected)
    if drawn:
        stages.append(Stage(done="drawn", names=drawn, elected=drawn))
    return Count(
        method="sortition",
        candidates=papers.candidates,
        seats=seats,
        result=result,
        elected=drawn,
        stages=tuple(stages),
        votes=str(papers.votes),
        blank=str(papers.aside.blank),
        spoiled=reasons(papers.aside),
        ties=tuple(each for each in ties.met if not each.settled_by),
        settings={"share": share},
    )


def _group(reserved: Reserved, number: int) -> str:
    """The group of somebody, as far as a rule names it: all others are one group."""
    group = reserved.groups[number] if reserved.groups else ""
    return group if group in reserved.rules else ""


def groups_of(names: Sequence[str], groups: Sequence[str], seats: int, reserved: Reserved) -> list[Group]:
    """Those in the draw by group; groups and names in code point order, so that the order of the paper says nothing."""
    found: list[Group] = []
    for group in sorted({*groups, *reserved.rules}):
        those = tuple(sorted(name for name, each in zip(names, groups, strict=True) if each == group))
        rule = reserved.rules.get(group)
        most = min(len(those), seats, rule.at_most if rule and rule.at_most else seats)
        found.append((those, rule.at_least if rule else 0, most))
    return found


def _ways(groups: Sequence[Group], seats: int) -> list[list[int]]:
    """For each group how many panels of so many seats those from it on can form."""
    ways = [[1] + [0] * seats]
    for those, least, most in reversed(groups):
        after = ways[0]
        ways.insert(
            0,
            [
                sum(comb(len(those), k) * after[n - k] for k in range(least, min(most, n) + 1))
                for n in range(seats + 1)
            ],
        )
    return ways


def panel(groups: Sequence[Group], seats: int, number: int) -> frozenset[str]:
    """The panel of this number, from 0: every panel that may be has one number, and every number one panel."""
    chosen: list[str] = []
    for (those, least, most), (_, after) in zip(groups, pairwise(_ways(groups, seats)), strict=True):
        for k in range(least, min(most, seats) + 1):
            block = comb(len(those), k) * after[seats - k]
            if number < block:
                place, number = divmod(number, after[seats - k])
                chosen += _combination(those, k, place)
                seats -= k
                break
            number -= block
    return frozenset(chosen)


def _combination(those: Sequence[str], k: int, place: int) -> list[str]:
    """The combination of k at this place, those with the first name before those without."""
    found: list[str] = []
    for position, name in enumerate(those):
        with_it = comb(len(those) - position - 1, k - len(found) - 1) if k > len(found) else 0
        if place < with_it:
            found.append(name)
        else:
            place -= with_it
    return found


def chances(groups: Sequence[Group], seats: int) -> dict[str, Fraction]:
    """Each one's chance to be on the panel: the part of all panels with them. It is the same for all of one group."""
    panels = _ways(groups, seats)[0][seats]
    found: dict[str, Fraction] = {}
    for number, (those, least, most) in enumerate(groups):
        others = _ways([each for place, each in enumerate(groups) if place != number], seats)[0]
        with_one = sum(
            comb(len(those) - 1, k - 1) * others[seats - k]
            for k in range(max(least, 1), min(most, seats) + 1)
        )
        found |= dict.fromkeys(those, Fraction(with_one, panels))
    return found


def _number(ties: Ties, pool: Sequence[int], groups: Sequence[Group], panels: int) -> int:
    """A number below that of all panels, from the seed; where there is one panel alone nothing is drawn.

    The bytes are those of `lots` with the head "symbiosis sortition 1", the seed, and the SHA-256 of all in the draw, a
    line each, with an empty line after each group. Raises `Undecided`.
    """
    if panels == 1:
        return 0
    ties.drawn(pool, "elect")
    lists = hashlib.sha256("\n\n".join("\n".join(those) for those, _, _ in groups).encode()).hexdigest()
    return drawn_below(f"symbiosis sortition 1\n{ties.rule.seed}\n{lists}\n", panels, 0)[0]
