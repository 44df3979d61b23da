"""Bodies, caucuses, due process: rights without holders, and numbers that no body can meet."""

from __future__ import annotations

from symbiosis.core.apportioned import votes_of
from symbiosis.core.findings.case import Case, Found, steps


def cap_below_minimum(case: Case) -> Found:
    """A body has at least so many votes, and at most fewer."""
    if case.charter.bodies:
        rule = case.charter.bodies.apportionment
        if rule.cap and rule.cap < rule.minimum:
            yield "bodies.apportionment.cap", {"cap": rule.cap, "minimum": rule.minimum}


def voiceless_body(case: Case) -> Found:
    """A body that takes part has no vote at all."""
    if case.charter.bodies is None:
        return
    rule = case.charter.bodies.apportionment
    if rule.method == "per" and not rule.per and not rule.minimum:
        yield "bodies.apportionment.minimum", {"body": "*", "members": 0}
        return
    bodies = case.bodies or {}
    for code, votes in votes_of(rule, bodies).items():
        if votes == 0:
            yield "bodies.apportionment.minimum", {"body": code, "members": bodies[code]}


def seats_out_of_bounds(case: Case) -> Found:
    """Fewer seats than all bodies' minimum together, or more than all bodies' cap."""
    rule = case.charter.bodies.apportionment if case.charter.bodies else None
    if rule is None or rule.method == "per" or case.bodies is None:
        return
    number = len(case.bodies)
    if rule.seats < rule.minimum * number or 0 < rule.cap * number < rule.seats:
        yield (
            "bodies.apportionment.seats",
            {"seats": rule.seats, "bodies": number, "minimum": rule.minimum, "cap": rule.cap or "-"},
        )


def delegation_of_nobody(case: Case) -> Found:
    """A delegation has at least one delegate, and none is allowed."""
    if case.charter.bodies and case.charter.bodies.delegations.delegates == 0:
        yield "bodies.delegations.delegates", {}


def bodies_without_voice(case: Case) -> Found:
    """A body of bodies that decides everything without them."""
    charter = case.charter
    electorates = {step.stage.electorate for step in steps(charter)}
    if charter.bodies and electorates == {"members"}:
        yield "bodies", {}


def weights_for_nobody(case: Case) -> Found:
    """A weight for a code that none of the bodies has."""
    if case.charter.bodies and case.bodies is not None:
        for code in case.charter.bodies.apportionment.weights:
            if code not in case.bodies:
                yield f"bodies.apportionment.weights.{code}", {"body": code}


def body_below_minimum(case: Case) -> Found:
    """A body that is meant to be a member has too few people to join."""
    least = case.charter.bodies.minimum_members if case.charter.bodies else 0
    for code, members in (case.bodies or {}).items():
        if members < least:
            yield "bodies.minimum_members", {"body": code, "members": members, "minimum": least}


def caucus_without_rights(case: Case) -> Found:
    """A caucus is named, and no rule gives it anything."""
    charter = case.charter
    if charter.bodies is None:
        return
    named = {matter.reserved_to for matter in charter.matters.values()}
    named |= {role.filled_by for role in charter.roles.values()}
    for name, caucus in charter.bodies.caucuses.items():
        if not caucus.referral_hours and name not in named:
            yield f"bodies.caucuses.{name}", {"caucus": name}


def caucus_twice(case: Case) -> Found:
    """Two caucuses with one body: only the first of them may refer an item."""
    seen: set[str] = set()
    for name, caucus in (case.charter.bodies.caucuses if case.charter.bodies else {}).items():
        if caucus.body in seen:
            yield f"bodies.caucuses.{name}.body", {"body": caucus.body}
        seen.add(caucus.body)


def caucus_without_body(case: Case) -> Found:
    """The body of a caucus is none of the bodies."""
    for name, caucus in (case.charter.bodies.caucuses if case.charter.bodies else {}).items():
        if case.bodies is not None and caucus.body not in case.bodies:
            yield f"bodies.caucuses.{name}.body", {"body": caucus.body}


def binding_without_bodies(case: Case) -> Found:
    """A decision for the bodies that consent, where there are no bodies."""
    for name, matter in case.charter.matters.items():
        if matter.binding == "consenting" and not case.council:
            yield f"matters.{name}.binding", {"matter": name}


def waiver_without_bodies(case: Case) -> Found:
    """Bodies waive a late translation, and there are none."""
    for name, matter in case.charter.matters.items():
        if matter.translations and matter.translations.waiver and not case.council:
            yield f"matters.{name}.translations.waiver", {}


def seconds_unreachable(case: Case) -> Found:
    """More must second a proposal than there are others."""
    for name, matter in case.charter.matters.items():
        others = None if case.roll is None else case.roll - (1 if case.council else 0)
        if others is not None and matter.seconds > others:
            yield f"matters.{name}.seconds", {"seconds": matter.seconds, "others": others}


def counters_missing(case: Case) -> Found:
    """More bodies must count again than there are besides the one that is counted."""
    for step in steps(case.charter):
        stage = step.stage
        if stage.electorate != "referendum" or not stage.contest_days or case.bodies is None:
            continue
        if stage.counters > len(case.bodies) - 1:
            yield f"{step.place}.counters", {"counters": stage.counters, "others": len(case.bodies) - 1}


def signers_above_the_roll(case: Case) -> Found:
    """More must sign what is done in an emergency than there are."""
    rule = case.charter.emergencies
    if rule and not case.council and case.members is not None and rule.signers > case.members:
        yield "emergencies.signers", {"signers": rule.signers, "members": case.members}


def expulsion_without_appeal(case: Case) -> Found:
    """Whoever is put out has no day on which to appeal."""
    if case.charter.expulsion and not case.charter.expulsion.appeal_days:
        yield "expulsion", {}


def expulsion_without_notice(case: Case) -> Found:
    """Charges and decision can come on the same day."""
    rule = case.charter.expulsion
    if rule is None or rule.notice_days:
        return
    first = next((step for step in steps(case.charter) if step.name == rule.matter), None)
    if first is not None and not first.stage.notice_days and not first.meets:
        yield "expulsion", {}


def no_languages(case: Case) -> Found:
    """The body works in no language."""
    if not case.charter.languages:
        yield "languages", {}
