"""Meetings, deadlines and petitions: what cannot be met at all, or not together."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from symbiosis.core.charters import Quorum
from symbiosis.core.findings.case import Case, Found, longest_notice, petitions, steps, waits
from symbiosis.core.meetings import needed_for
from symbiosis.counting.conditions import share_of

MANY = 10**6
"""A roll to compare two quorums on where nobody said how many there are."""


def _quorums(case: Case) -> Iterator[tuple[str, tuple[Quorum, ...]]]:
    meetings = case.charter.meetings
    yield "meetings.quorum", meetings.quorum
    for name, kind in meetings.kinds.items():
        if kind.quorum:
            yield f"meetings.kinds.{name}.quorum", kind.quorum


def quorum_above_the_roll(case: Case) -> Found:
    """More must come than there are."""
    for place, rules in _quorums(case):
        for number, rule in enumerate(rules, start=1):
            roll = case.roll if case.roll is not None else max(MANY, rule.minimum, 10 * rule.plus)
            needed = needed_for(rule, roll, [roll])
            if needed > roll:
                size = str(roll) if case.roll is not None else "?"
                yield f"{place}.{number}", {"needed": needed if size != "?" else "?", "roll": size}


def quorum_by_call_missing(case: Case) -> Found:
    """A second call needs a first: calls are counted from 1 without a gap."""
    for place, rules in _quorums(case):
        calls = {rule.call for rule in rules}
        missing = next((n for n in range(1, len(calls) + 1) if n not in calls), 0)
        if missing or not rules:
            yield place, {"call": missing or 1}


def quorum_twice(case: Case) -> Found:
    """Two quorums for one call: the first of them is the rule, the other is never looked at."""
    for place, rules in _quorums(case):
        calls = [rule.call for rule in rules]
        for number, call in enumerate(calls, start=1):
            if call in calls[: number - 1]:
                yield f"{place}.{number}", {"call": call}


def later_call_higher(case: Case) -> Found:
    """A later call is meant to be easier, and needs more."""
    roll = case.roll if case.roll is not None else MANY
    for place, rules in _quorums(case):
        by_call = {rule.call: (number, rule) for number, rule in reversed(list(enumerate(rules, start=1)))}
        for call, (number, rule) in by_call.items():
            if call - 1 in by_call:
                before = needed_for(by_call[call - 1][1], roll, [roll])
                if needed_for(rule, roll, [roll]) > before:
                    yield f"{place}.{number}", {"call": call}


def average_without_floor(case: Case) -> Found:
    """A quorum by the attendance before lets the first meeting be quorate with nobody in it."""
    for place, rules in _quorums(case):
        for number, rule in enumerate(rules, start=1):
            if rule.average_of and needed_for(rule, 0, []) == 0:
                yield f"{place}.{number}", {"average_of": rule.average_of}


def overdue_without_petition(case: Case) -> Found:
    """Others may call a meeting that is overdue, and nothing says when it is."""
    for name, kind in case.charter.meetings.kinds.items():
        if not kind.petition and (kind.overdue_callers or kind.overdue_working_days):
            yield f"meetings.kinds.{name}", {"kind": name}


def freeze_longer_than_notice(case: Case) -> Found:
    """Texts are fixed before any meeting for them need be called: one called in time for the rules takes up none."""
    charter = case.charter
    for step in steps(charter):
        days = longest_notice(charter, step)
        if step.number == 1 and step.meets and step.matter.freeze_days > days:
            place = f"matters.{step.name}.freeze_days"
            yield place, {"freeze": step.matter.freeze_days, "notice": days}


def translation_before_freeze(case: Case) -> Found:
    """Translations are due while the text may still change."""
    for name, matter in case.charter.matters.items():
        due = matter.translations.days_before if matter.translations and matter.translations.required else 0
        if matter.freeze_days and due > matter.freeze_days:
            yield f"matters.{name}.translations.days_before", {"days": due, "freeze": matter.freeze_days}


def lapses_before_the_vote(case: Case) -> Found:
    """A proposal is over before it may be voted on."""
    found: set[str] = set()
    for step in steps(case.charter):
        matter = step.matter
        first = matter.stages[0]
        meets = first.in_meeting or bool(matter.kinds)
        fixed = max(first.frozen_days, matter.freeze_days if meets else 0)
        earlier = sum(stage.open_days for stage in matter.stages[: step.number - 1])
        days = matter.discussion_days + max(step.stage.frozen_days, fixed + earlier)
        if matter.lapse_days and days > matter.lapse_days and step.name not in found:
            found.add(step.name)
            figures = {"lapse": matter.lapse_days, "days": days, "stage": step.number}
            yield f"matters.{step.name}.lapse_days", dict(figures)


def emergency_judged_too_late(case: Case) -> Found:
    """What was done in need is void before anybody can have judged it."""
    rule = case.charter.emergencies
    if rule is None:
        return
    first = next((step for step in steps(case.charter) if step.name == rule.matter), None)
    if first is not None and waits(case.charter, first) > rule.judged_days:
        yield "emergencies.judged_days", {"judged": rule.judged_days, "days": waits(case.charter, first)}


def petition_unreachable(case: Case) -> Found:
    """More must sign than there are."""
    for place, rule in petitions(case.charter):
        share = share_of(rule.share)
        roll = case.roll
        needed = -(-share * (roll if roll is not None else MANY) // 1)
        needed = min(needed, rule.or_number) if rule.or_number else needed
        over = needed > roll if roll is not None else share > 1 and not rule.or_number
        if over:
            yield f"{place}.share", {"needed": str(needed) if roll is not None else "?", "share": rule.share}


def petition_needs_nobody(case: Case) -> Found:
    """Nobody has to sign."""
    for place, rule in petitions(case.charter):
        if share_of(rule.share) == Fraction(0):
            yield f"{place}.share", {"share": rule.share}


def petition_counts_others(case: Case) -> Found:
    """The charter says that bodies sign in an assembly, whose members are people."""
    for place, rule in petitions(case.charter):
        if rule.counted_in == "bodies" and not case.council:
            yield f"{place}.counted_in", {"said": rule.counted_in, "right": "members"}
