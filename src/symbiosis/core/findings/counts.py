"""Counting: shares that cannot be reached, that everybody or nobody meets, or that say another thing than they do."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from symbiosis.core.charters import Stage
from symbiosis.core.findings.case import Case, Found, Step, steps
from symbiosis.core.findings.tried import UNITS, Cast, counted, favourable, positions, result, ways
from symbiosis.counting.conditions import Condition, share_of, terms
from symbiosis.counting.outcomes import HALF

WHOLE = frozenset(["cast", "present", "entitled", "all", "last_attendance", "one", "with_mandate"])
"""Bases in which every voice is, whatever its position."""


def _conditions(step: Step) -> Iterator[tuple[str, Condition]]:
    stage = step.stage
    for number, condition in enumerate(stage.quorum, start=1):
        yield f"{step.place}.quorum.{number}", condition
    if stage.method == "vote":
        for number, condition in enumerate(stage.conditions, start=1):
            yield f"{step.place}.conditions.{number}", condition


def _names(expression: str, sign: int = 0) -> set[str]:
    return {name for each, name in terms(expression) if not sign or each == sign}


def condition_counts_nothing(case: Case) -> Found:
    """A condition is counted in a unit, or on a base, that has no figures in such a stage: it is about 0 of 0."""
    for step in steps(case.charter):
        for place, condition in _conditions(step):
            nothing = _nothing(step, condition)
            if nothing:
                units = " / ".join(UNITS[step.stage.electorate])
                yield place, {"nothing": nothing, "unit": condition.counted_in, "units": units}


def _nothing(step: Step, condition: Condition) -> str:
    """What of a condition has no figures: its unit, or one of its counts; "" where all have."""
    if condition.counted_in not in UNITS[step.stage.electorate]:
        return condition.counted_in
    if not (_names(condition.of) and _names(condition.counts)):
        return "-"
    known = counted(step, condition.counted_in) | {"one"}
    bases = {name for each in (*step.stage.quorum, *step.stage.conditions) for name in _names(each.of)}
    if "last_attendance" not in bases:
        known -= {"last_attendance"}
    return min(((_names(condition.of) | _names(condition.counts)) & WHOLE) - known, default="")


def position_not_offered(case: Case) -> Found:
    """A condition counts a position that nobody can take in this stage."""
    for step in steps(case.charter):
        for place, condition in _conditions(step):
            if condition.counted_in not in UNITS[step.stage.electorate]:
                continue
            known = counted(step, condition.counted_in) | WHOLE
            # "yes+no" is what is meant where no base is given: its half is enough.
            named = _names(condition.counts) | (_names(condition.of) if condition.of != "yes+no" else set())
            for name in sorted(named - known):
                yield place, {"position": name, "offered": ", ".join(positions(step.stage))}


def present_without_meeting(case: Case) -> Found:
    """Those present are counted where there need not be a meeting, and so nobody is."""
    for step in steps(case.charter):
        if step.stage.electorate != "members" or step.meets:
            continue
        for place, condition in _conditions(step):
            if "present" in _names(condition.of) | _names(condition.counts):
                yield place, {}


def ambiguous_base(case: Case) -> Found:
    """A share counts voices that are not in its base: it is no share, and can be more than all."""
    for step in steps(case.charter):
        for place, condition in _conditions(step):
            base, out = _names(condition.of, 1), _names(condition.of, -1)
            counts = _names(condition.counts, 1) - {"one"}
            outside = counts - base if not base & WHOLE else counts & out
            if base and outside:
                yield place, {"counts": condition.counts, "of": condition.of, "position": sorted(outside)[0]}


def stand_aside_counts_against(case: Case) -> Found:
    """Who stands aside lets it happen without them, and is counted as if they were against."""
    for step in steps(case.charter):
        if step.stage.method != "vote" or "stand_aside" not in positions(step.stage):
            continue
        for place, condition in _conditions(step):
            plain = condition.of in ("cast", "present") and condition.counts == "yes"
            if plain and condition.needs in ("at_least", "more_than"):
                yield place, {"of": condition.of}


def threshold_unreachable(case: Case) -> Found:
    """Even if everybody votes, and votes as the charter would have it, nothing is adopted."""
    known = [found for check in (condition_counts_nothing, position_not_offered) for found in check(case)]
    told = {place for place, _ in (*known, *present_without_meeting(case))}
    for step in steps(case.charter):
        if step.stage.method != "vote" or any(place.startswith(f"{step.place}.") for place in told):
            continue
        if not any(result(case, step, cast) == "adopted" for cast in favourable(step)):
            yield step.place, {"matter": step.name}


def all_against_passes(case: Case) -> Found:
    """It is adopted even where everybody votes no."""
    for step in steps(case.charter):
        if step.stage.method != "vote" or "no" not in positions(step.stage):
            continue
        if result(case, step, {"no": 1}) == "adopted":
            yield step.place, {"matter": step.name}


def _compares_halves(condition: Condition) -> bool:
    """Whether this is the condition that `tie` decides: more yes than no."""
    return condition.of == "yes+no" and condition.counts == "yes" and share_of(condition.share) == HALF


def tie_contradicts_condition(case: Case) -> Found:
    """At least half is asked for, and exactly half fails."""
    for place, condition, stage in _halves(case):
        if condition.needs == "at_least" and stage.tie == "fails":
            yield place, {"share": condition.share}


def exact_half_passes(case: Case) -> Found:
    """More than half is asked for, and exactly half passes."""
    for place, condition, stage in _halves(case):
        if condition.needs == "more_than" and stage.tie == "passes":
            yield place, {"share": condition.share}


def _halves(case: Case) -> Iterator[tuple[str, Condition, Stage]]:
    for step in steps(case.charter):
        if step.stage.method == "vote":
            for number, condition in enumerate(step.stage.conditions, start=1):
                if _compares_halves(condition):
                    yield f"{step.place}.conditions.{number}", condition, step.stage


def tie_without_effect(case: Case) -> Found:
    """A tie is decided where none of the conditions can have one."""
    for step in steps(case.charter):
        stage = step.stage
        nothing = stage.method == "consensus" or not any(map(_compares_halves, stage.conditions))
        if stage.tie == "passes" and stage.method != "deciding" and nothing:
            yield f"{step.place}.tie", {}


def empty_passes(case: Case) -> Found:
    """Nobody votes, and it is adopted."""
    for step in steps(case.charter):
        if step.stage.silence == "nothing" and _by_empty(case, step, {}):
            yield f"{step.place}.empty", {"matter": step.name}


def everybody_stands_aside(case: Case) -> Found:
    """Everybody stands aside or abstains, and it is adopted without anybody."""
    for step in steps(case.charter):
        if _by_empty(case, step, {}):
            continue
        for position in ("stand_aside", "abstain"):
            if position in positions(step.stage) and _by_empty(case, step, {position: 1}):
                yield f"{step.place}.empty", {"matter": step.name, "position": position}
                break


def _by_empty(case: Case, step: Step, cast: Cast) -> bool:
    """Whether such a vote adopts, and only because `empty` says so of shares of nobody."""
    if step.stage.method != "vote" or step.stage.empty == "fails":
        return False
    strict = step._replace(stage=msgspec.structs.replace(step.stage, empty="fails"))
    return result(case, step, cast) == "adopted" and result(case, strict, cast) != "adopted"


def _charter_ways(case: Case) -> tuple[str, list[tuple[Step, ...]]]:
    """The matter by which the charter is changed, and the ways through it."""
    name = case.charter.decisions.get("CharterChanged", "")
    return name, list(ways(name, case.charter))


def unanimity_deadlock(case: Case) -> Found:
    """One who stays away keeps the charter from ever being changed."""
    name, found = _charter_ways(case)
    many = case._replace(members=None, bodies=None)
    absent = [all(_passes(many, step, fewer=1) for step in way) for way in found]
    full = [all(_passes(many, step, fewer=0) for step in way) for way in found]
    if any(full) and not any(absent):
        yield f"matters.{name}", {"matter": name}


def _passes(case: Case, step: Step, fewer: int) -> bool:
    return any(result(case, step, cast, fewer=fewer) == "adopted" for cast in favourable(step))


def one_voter_decides(case: Case) -> Found:
    """One voice changes the charter, if nobody else comes."""
    name, found = _charter_ways(case)
    few = (case.roll if case.roll is not None else 2) < 2
    for way in found:
        if not few and all(_alone(case, step) for step in way):
            yield f"matters.{name}", {"matter": name}
            return


def _alone(case: Case, step: Step) -> bool:
    """Whether one voice is enough, and no meeting must have others in it."""
    rules = case.charter.meetings.kinds
    quorums = [rules[kind].quorum or case.charter.meetings.quorum for kind in step.matter.kinds]
    quorums = quorums or [case.charter.meetings.quorum]
    asked = any(share_of(rule.share) or rule.minimum > 1 or rule.plus for group in quorums for rule in group)
    if step.meets and asked:
        return False
    return any(result(case, step, {name: 1}, alone=True) == "adopted" for name in positions(step.stage))
