"""Votes tried out: what a stage's own rule says where everybody votes one way, or nobody, or one alone.

The figures are those that `core.outcomes` gives a rule; the judging is that of `counting`, and no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import zip_longest

from symbiosis.core.apportioned import votes_of
from symbiosis.core.charters import Charter, Stage, positions_of
from symbiosis.core.findings.case import Case, Step, steps
from symbiosis.counting.conditions import share_of
from symbiosis.counting.outcomes import judge_consensus, judge_deciding, judge_vote

MANY = 10**12
"""So many where nobody said how many there are: more than any number that a charter asks for."""
UNITS = {
    "members": ("members",),
    "referendum": ("members", "bodies"),
    "bodies": ("bodies",),
    "delegations": ("votes", "bodies"),
}
"""In what an electorate's votes are counted."""
ANSWERS = ("yes", "no", "abstain")
"""What a body can answer where bodies take part by their own rules."""

Cast = Mapping[str, Fraction | int]
"""Which part of the electorate takes each position; who is missing does not vote."""


def positions(stage: Stage) -> tuple[str, ...]:
    """What can be chosen in fact."""
    return ANSWERS if stage.electorate == "bodies" else tuple(dict.fromkeys(positions_of(stage)))


def counted(step: Step, unit: str) -> set[str]:
    """The names that have figures in a unit, in votes of this stage."""
    stage = step.stage
    if unit not in UNITS[stage.electorate]:
        return set()
    names = {*positions(stage), "cast", "entitled"}
    if unit == "members" and stage.electorate == "members":
        names |= {"present", "last_attendance"}
    if unit == "bodies":
        names |= {"all", "yes", "no", "abstain"}
        names |= {"present", "with_mandate"} if stage.electorate == "delegations" else set()
    return names


def totals(case: Case, stage: Stage) -> dict[str, Fraction]:
    """How many there are in each unit."""
    if stage.electorate == "members":
        return {"members": Fraction(MANY if case.members is None else case.members)}
    rule = case.charter.bodies
    if case.bodies is None or rule is None:
        return {unit: Fraction(MANY) for unit in UNITS[stage.electorate]}
    by = rule.apportionment
    weights = [share_of(by.weights.get(code, "1")) for code in case.bodies]
    votes = list(votes_of(by, case.bodies).values())
    every = {
        "votes": Fraction(sum(votes)),
        "bodies": sum(weights, Fraction(0)),
        "members": Fraction(sum(case.bodies.values())),
    }
    return {unit: every[unit] for unit in UNITS[stage.electorate]}


def result(case: Case, step: Step, cast: Cast, fewer: int = 0, alone: bool = False) -> str:
    """What the rule says of a vote: "adopted", "not_adopted", "no_consensus"...

    `fewer` of each unit stay away; `alone` one of each unit votes as `cast` says, and nobody else.
    """
    stage = step.stage
    figures: dict[str, dict[str, Fraction]] = {}
    for unit, total in totals(case, stage).items():
        voting = Fraction(1) if alone else max(total - fewer, Fraction(0))
        taken = {name: Fraction(part) * voting for name, part in cast.items()}
        if stage.silence != "nothing":
            silent = total - sum(taken.values(), Fraction(0))
            taken[stage.silence] = taken.get(stage.silence, Fraction(0)) + silent
        base = sum(taken.values(), Fraction(0))
        present = total - fewer if step.meets else (Fraction(0) if unit == "members" else base)
        figures[unit] = {"yes": Fraction(0), "no": Fraction(0), **taken, "cast": base, "entitled": total}
        figures[unit] |= {"all": total, "with_mandate": total, "present": present}
        figures[unit]["last_attendance"] = Fraction(1)
        known = counted(step, unit)
        figures[unit] = {name: value for name, value in figures[unit].items() if name in known}
    if stage.method == "deciding":
        return judge_deciding(figures, stage.quorum, stage.counted_in, stage.tie == "passes").result
    if stage.method == "consensus":
        unit = "members" if stage.electorate == "members" else "bodies"
        return judge_consensus(figures, stage.quorum, unit, stage.stand_aside_limit).result
    tie, empty = stage.tie == "passes", stage.empty == "passes"
    return judge_vote(figures, stage.conditions, stage.quorum, tie=tie, empty=empty).result


def favourable(step: Step) -> Iterator[Cast]:
    """The votes that adopt if any do: everybody for one position, then two sides in several proportions."""
    offered = positions(step.stage)
    for one in offered:
        yield {one: 1}
    for one in offered:
        for other in offered:
            if one < other:
                for part in (
                    Fraction(1, 2),
                    Fraction(1, 3),
                    Fraction(2, 3),
                    Fraction(1, 10),
                    Fraction(9, 10),
                ):
                    yield {one: part, other: 1 - part}


def ways(matter: str, charter: Charter) -> Iterator[tuple[Step, ...]]:
    """Each row of stages that must all adopt for an item of a matter to be decided."""
    row: tuple[Step, ...] = ()
    through = [step for step in steps(charter) if step.name == matter]
    for step, following in zip_longest(through, through[1:]):
        if step is None or step.stage.method == "deciding":
            return
        if following is not None and following.stage.after == "adopted":
            row = (*row, step)
            continue
        yield (*row, step)
        if step.stage.method != "consensus":
            return
