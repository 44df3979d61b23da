"""Powers and offices: acts that nobody may do, offices that stop everything, rules that one person changes."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from math import ceil, floor

from symbiosis.core.acts import ROWS
from symbiosis.core.charters import Composition
from symbiosis.core.findings.case import Case, Found, steps, waits, who_may
from symbiosis.counting.conditions import share_of

ALL = {row.act.__name__: row for row in ROWS}
OF_ROLES = [name for name, row in ALL.items() if row.who in ("role", "anyone") and not row.power]
"""The acts that a role can have the power for; some of them everybody may do without."""
DECIDABLE = frozenset(
    [
        "AmendmentAccepted",
        "AmendmentDecided",
        "AmendmentPut",
        "BodyAdmitted",
        "BodyJoined",
        "BodyLeft",
        "BodyReinstated",
        "BodySuspended",
        "CharterChanged",
        "DecisionAnnulled",
        "DelegationElected",
        "ItemReferred",
        "LineageRegistered",
        "NameSettled",
        "OfficeFilled",
        "PetitionSupported",
        "ProposalPut",
        "ProposalSupported",
        "ProposalTakenOver",
        "ProposalWithdrawn",
        "RoleRecalled",
        "SeatRecalled",
        "WaiverGiven",
    ]
)
"""The acts whose rule looks whether the charter's `decisions` want a vote first."""


def unknown_act(case: Case) -> Found:
    """A power or decision for something that is no act of a role."""
    powers = [
        (f"roles.{name}.powers", power)
        for name, role in case.charter.roles.items()
        for power in role.powers
        if power != "*" and power not in OF_ROLES
    ]
    decisions = [(f"decisions.{act}", act) for act in case.charter.decisions if act not in OF_ROLES]
    for place, act in (*powers, *decisions):
        near = difflib.get_close_matches(act[:100], OF_ROLES, 1)
        yield place, {"act": act, "near": near[0] if near else "VotingOpened"}


def decision_not_heeded(case: Case) -> Found:
    """A vote is wanted before an act that waits for none."""
    charter = case.charter
    by_rule = {
        "MemberExpelled": charter.expulsion.matter if charter.expulsion else "",
        "BodyExpelled": charter.expulsion.matter if charter.expulsion else "",
        "EmergencyJudged": charter.emergencies.matter if charter.emergencies else "",
    }
    for act, matter in charter.decisions.items():
        if act in OF_ROLES and act not in DECIDABLE and by_rule.get(act) != matter:
            yield f"decisions.{act}", {"act": act, "matter": matter}


def nobody_may_do(case: Case) -> Found:
    """An act without which the charter's own rules cannot be followed, and no role has the power for it."""
    for act, place in needed(case):
        if ALL[act].who == "role" and not who_may(case.charter, act):
            yield place, {"act": act}


def needed(case: Case) -> Iterator[tuple[str, str]]:
    """The acts that a charter's rules rest on, each once, with the rule that needs it."""
    seen = set()
    for act, place in _needed(case):
        if act not in seen:
            seen.add(act)
            yield act, place


def _needed(case: Case) -> Iterator[tuple[str, str]]:
    charter = case.charter
    if charter.matters:
        yield from ((act, "roles") for act in ("VotingOpened", "VotingClosed", "OutcomeCertified"))
    if not case.council:
        yield from ((act, "roles") for act in ("MemberAdmitted", "RoleGiven", "RollCounted"))
    elif charter.bodies and charter.bodies.admission == "decision":
        yield "BodyAdmitted", "bodies.admission"
    for act in charter.decisions:
        if act in OF_ROLES and act != "CharterChanged":
            yield act, f"decisions.{act}"
    yield from _needed_by_stages(case)
    for name, matter in charter.matters.items():
        if matter.seconds and not case.council:
            yield "SupportCounted", f"matters.{name}.seconds"
        if matter.translations and matter.translations.required:
            yield "TranslationReady", f"matters.{name}.translations"
        if matter.answer_days:
            yield "AnswerGiven", f"matters.{name}.answer_days"
        if matter.petition:
            yield "PetitionPut", f"matters.{name}.petition"
            if not case.council:
                yield "PetitionCounted", f"matters.{name}.petition"
    for name, kind in charter.meetings.kinds.items():
        yield from ((act, f"meetings.kinds.{name}") for act in ("MeetingCalled", "AttendanceStated"))
        if kind.petition:
            yield "PetitionPut", f"meetings.kinds.{name}.petition"
    if charter.emergencies:
        yield "EmergencyJudged", "emergencies"
    if charter.expulsion:
        yield "CaseOpened", "expulsion"
        yield ("BodyExpelled" if case.council else "MemberExpelled"), "expulsion"
        if charter.expulsion.appeal_days:
            yield "CaseAppealed", "expulsion.appeal_days"
            yield "AppealDecided", "expulsion.appeal_days"


def _needed_by_stages(case: Case) -> Iterator[tuple[str, str]]:
    for step in steps(case.charter):
        if step.meets:
            yield "MeetingCalled", step.place
            yield "AttendanceStated", step.place
        if step.stage.secrecy == "hands" and step.stage.electorate == "members":
            yield "TallyReported", f"{step.place}.secrecy"
        if step.stage.ballots:
            yield "BallotingEnded", f"{step.place}.ballots"
        if step.stage.extension:
            yield "VotingExtended", f"{step.place}.extension"
        if step.stage.attempts:
            yield "AttemptRecorded", f"{step.place}.attempts"
        if step.stage.late_grace_hours:
            yield "LateTallyAccepted", f"{step.place}.late_grace_hours"
        if step.stage.contest_days:
            yield "RecountReported", f"{step.place}.contest_days"


def charter_cannot_change(case: Case) -> Found:
    """No role has the power to put a new charter into the record."""
    if not who_may(case.charter, "CharterChanged"):
        yield "roles", {}


def charter_changed_by_one_role(case: Case) -> Found:
    """No matter for a change of the charter: whoever has the power does it alone."""
    may = who_may(case.charter, "CharterChanged")
    if may and "CharterChanged" not in case.charter.decisions:
        yield "decisions", {"role": ", ".join(may)}


def advice_that_decides(case: Case) -> Found:
    """A matter whose decisions bind nobody, and an act that is done by one."""
    charter = case.charter
    used = [(f"decisions.{act}", matter) for act, matter in charter.decisions.items()]
    if charter.emergencies:
        used.append(("emergencies.matter", charter.emergencies.matter))
    if charter.expulsion:
        used.append(("expulsion.matter", charter.expulsion.matter))
    for place, matter in used:
        if charter.matters[matter].binding == "advisory":
            yield place, {"matter": matter}


def role_without_powers(case: Case) -> Found:
    """An office that can do nothing, has no duty, and is named in no rule."""
    charter = case.charter
    named = {role for each in charter.roles.values() for role in (*each.excludes, each.together_with)}
    named |= {step.stage.if_lost for step in steps(charter)}
    ballots = [step.stage.ballots for step in steps(charter) if step.stage.ballots]
    named |= {role for rule in ballots for role in (rule.authority, rule.trustees)}
    named |= set(charter.emergencies.by) if charter.emergencies else set()
    named |= {role for kind in charter.meetings.kinds.values() for role in kind.overdue_callers}
    for name, role in charter.roles.items():
        idle = not (role.powers or role.duties or role.no_vote or role.composition or role.filled_by)
        if idle and name not in named:
            yield f"roles.{name}", {"role": name}


def role_with_itself(case: Case) -> Found:
    """An office that must act together with itself."""
    for name, role in case.charter.roles.items():
        if role.together_with == name:
            yield f"roles.{name}.together_with", {"role": name}


def vacancy_stops_everything(case: Case) -> Found:
    """Whoever could fill an empty office may do nothing as long as it is empty."""
    charter = case.charter
    fill = who_may(charter, "OfficeFilled")
    waiting = [
        name for name in fill if charter.roles[name].together_with and not charter.roles[name].alone_days
    ]
    if fill and waiting == fill:
        other = charter.roles[fill[0]].together_with
        yield f"roles.{fill[0]}.alone_days", {"role": fill[0], "other": other}


def bar_never_ends(case: Case) -> Found:
    """After a recall an office is closed for some elections, and nobody may record an election."""
    for name, role in case.charter.roles.items():
        if role.bar_elections and not role.filled_by and not who_may(case.charter, "OfficeFilled"):
            yield f"roles.{name}.bar_elections", {"role": name, "elections": role.bar_elections}


def composition_impossible(case: Case) -> Found:
    """No delegation, or nobody in an office, could ever be made up as the charter demands."""
    charter = case.charter
    for name, role in charter.roles.items():
        for number in _impossible(role.composition, role.seats, ("all", "delegation")):
            yield (
                f"roles.{name}.composition.{number}",
                {"traits": "+".join(role.composition[number - 1].traits)},
            )
    if charter.bodies:
        rule = charter.bodies.delegations
        for number in _impossible(rule.composition, rule.delegates, ("delegation",)):
            traits = "+".join(rule.composition[number - 1].traits)
            yield f"bodies.delegations.composition.{number}", {"traits": traits}


def _impossible(demands: tuple[Composition, ...], seats: int, scopes: tuple[str, ...]) -> list[int]:
    """The last of the demands on the same traits that no group of 1 to so many people meets, by number from 1.

    Those of all delegations together are looked at one by one: how many come is not known.
    """
    groups: dict[tuple[tuple[str, ...], int], list[tuple[int, Composition]]] = {}
    for number, demand in enumerate(demands, start=1):
        alone = 0 if demand.scope in scopes else number
        groups.setdefault((demand.traits, alone), []).append((number, demand))
    found = []
    for (traits, alone), group in groups.items():
        most = min(seats, 60) if seats and not alone else 60
        demanded = [demand for _, demand in group]
        possible = any(_possible(demanded, people, len(set(traits))) for people in range(1, most + 1))
        if not possible:
            found.append(group[-1][0])
    return found


def _possible(demands: list[Composition], people: int, traits: int) -> bool:
    """Whether so many people can have some count of so many traits that meets all demands."""
    least, most = 0, people * traits
    for demand in demands:
        bar = share_of(demand.share) * people
        if demand.needs == "at_least":
            least = max(least, ceil(bar))
        elif demand.needs == "more_than":
            least = max(least, floor(bar) + 1)
        elif demand.needs == "at_most":
            most = min(most, floor(bar))
        else:
            most = min(most, ceil(bar) - 1)
    return least <= most


def overdue_callers_powerless(case: Case) -> Found:
    """Who may call an overdue meeting has no power to call one."""
    for name, kind in case.charter.meetings.kinds.items():
        for role in kind.overdue_callers:
            if role not in who_may(case.charter, "MeetingCalled"):
                yield f"meetings.kinds.{name}.overdue_callers", {"role": role}


def emergency_role_powerless(case: Case) -> Found:
    """Who may act in an emergency has not the power for it, or nobody is named."""
    rule = case.charter.emergencies
    if rule is None:
        return
    able = who_may(case.charter, "EmergencyDecided")
    for role in rule.by:
        if role not in able:
            yield "emergencies.by", {"role": role}
    if not rule.by:
        yield "emergencies.by", {"role": "-"}


def recall_slower_than_term(case: Case) -> Found:
    """Nobody can be recalled before the longest term is over."""
    charter = case.charter
    terms = [role.term_days for role in charter.roles.values()]
    matter = charter.decisions.get("RoleRecalled", "")
    if not matter or not terms or 0 in terms:
        return
    days = sum(
        waits(charter, step)
        for step in steps(charter)
        if step.name == matter and step.stage.after == "adopted"
    )
    if days >= max(terms):
        yield "decisions.RoleRecalled", {"days": days, "term": max(terms)}
