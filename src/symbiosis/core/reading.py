"""Reading a charter: what is wrong with one that cannot be read, and where."""

from __future__ import annotations

import re

import msgspec

from symbiosis.core.act import is_day
from symbiosis.core.charters import Apportionment, Charter, Matter, Stage, counted_by, positions_of
from symbiosis.counting.conditions import NAMES, share_of, terms
from symbiosis.counting.methods import Method
from symbiosis.errors import Refusal
from symbiosis.record import canonical


def read_charter(data: object) -> Charter:
    """The charter in parsed TOML or JSON.

    Raises `Refusal` CharterUnreadable naming the place and what is wrong with it.
    """
    try:
        charter = msgspec.convert(data, Charter)
    except msgspec.ValidationError as error:
        raise Refusal("CharterUnreadable", "", problem=str(error)) from error
    for place, problem in problems(charter):
        raise Refusal("CharterUnreadable", place, problem=problem)
    return charter


def charter_bytes(charter: Charter) -> bytes:
    """The canonical bytes whose hash the record names."""
    return canonical.encode(msgspec.to_builtins(charter))


def problems(charter: Charter) -> list[tuple[str, str]]:
    """What a charter of the right shape says that cannot be, with the place of each."""
    found = []
    found += _role_problems(charter)
    found += _rule_problems(charter)
    for act, matter in charter.decisions.items():
        if matter not in charter.matters:
            found.append((f"decisions.{act}", f"there is no matter {matter!r}"))
    found += _meeting_problems(charter)
    for name, matter_rule in charter.matters.items():
        place = f"matters.{name}"
        if not matter_rule.stages:
            found.append((place, "a matter needs at least one stage"))
        found += _matter_problems(place, matter_rule, charter)
        if matter_rule.petition:
            found += _share_problems(f"{place}.petition", matter_rule.petition.share)
        if matter_rule.translations and matter_rule.translations.waiver:
            found += _share_problems(f"{place}.translations", matter_rule.translations.waiver)
        for number, stage in enumerate(matter_rule.stages, start=1):
            found += _stage_problems(f"{place}.stages.{number}", stage, charter)
    if charter.bodies:
        if charter.bodies.cut_off and not is_day(charter.bodies.cut_off):
            found.append(("bodies.cut_off", f"{charter.bodies.cut_off} is no date"))
        record_date = charter.bodies.apportionment.record_date
        if record_date and not is_day(record_date):
            found.append(("bodies.apportionment.record_date", f"{record_date} is no date"))
        found += _apportionment_problems(charter.bodies.apportionment)
        for weight in charter.bodies.apportionment.weights.values():
            found += _share_problems("bodies.apportionment.weights", weight)
        for demand in charter.bodies.delegations.composition:
            found += _share_problems("bodies.delegations.composition", demand.share)
    return found


def _apportionment_problems(rule: Apportionment) -> list[tuple[str, str]]:
    place = "bodies.apportionment"
    if rule.method == "per":
        return [(f"{place}.seats", "seats are divided by a method that is not 'per'")] if rule.seats else []
    found = []
    if not rule.seats:
        found.append((place, f"{rule.method} divides seats: say how many"))
    if rule.per:
        found.append((f"{place}.per", f"{rule.method} divides seats, and not one for every so many"))
    return found


def _role_problems(charter: Charter) -> list[tuple[str, str]]:
    found = []
    caucuses = charter.bodies.caucuses if charter.bodies else {}
    for name, role in charter.roles.items():
        place = f"roles.{name}"
        if not role.title.strip():
            found.append(("roles", "a role needs a title"))
        for demand in role.composition:
            found += _share_problems(f"{place}.composition", demand.share)
        found += [
            (f"{place}.excludes", f"there is no role {o!r}") for o in role.excludes if o not in charter.roles
        ]
        if role.together_with and role.together_with not in charter.roles:
            found.append((f"{place}.together_with", f"there is no role {role.together_with!r}"))
        if role.filled_by and role.filled_by not in caucuses:
            found.append((f"{place}.filled_by", f"there is no caucus {role.filled_by!r}"))
        if role.max_terms and not role.term_days:
            found.append(
                (f"{place}.max_terms", "terms are counted only where term_days says how long one is")
            )
    return found


def _rule_problems(charter: Charter) -> list[tuple[str, str]]:
    """What is wrong with the rules for emergencies and for putting somebody out."""
    found = []
    for place, rule in (("emergencies", charter.emergencies), ("expulsion", charter.expulsion)):
        if rule is not None and rule.matter not in charter.matters:
            found.append((f"{place}.matter", f"there is no matter {rule.matter!r}"))
    if charter.emergencies is not None:
        rule = charter.emergencies
        found += [
            ("emergencies.by", f"there is no role {role!r}") for role in rule.by if role not in charter.roles
        ]
        if rule.most and not rule.currency:
            found.append(("emergencies.currency", "an amount needs its currency, such as 'USD'"))
    if charter.expulsion is not None and not charter.expulsion.grounds:
        found.append(("expulsion.grounds", "name at least one ground: the list is closed"))
    return found


def _meeting_problems(charter: Charter) -> list[tuple[str, str]]:
    found = []
    for quorum in charter.meetings.quorum:
        found += _share_problems("meetings.quorum", quorum.share)
    for name, kind in charter.meetings.kinds.items():
        place = f"meetings.kinds.{name}"
        for quorum in kind.quorum:
            found += _share_problems(f"{place}.quorum", quorum.share)
        if kind.petition:
            found += _share_problems(f"{place}.petition", kind.petition.share)
        if name in charter.matters:
            found.append((place, "a matter has this name: a petition could mean either"))
        found += [
            (f"{place}.overdue_callers", f"there is no role {role!r}")
            for role in kind.overdue_callers
            if role not in charter.roles
        ]
    return found


def _matter_problems(place: str, matter: Matter, charter: Charter) -> list[tuple[str, str]]:
    found = [
        (f"{place}.kinds", f"there is no kind of meeting {kind!r}")
        for kind in matter.kinds
        if kind not in charter.meetings.kinds
    ]
    administers = charter.bodies is not None and charter.bodies.decides == "administration"
    last = matter.stages[-1].electorate if matter.stages else "members"
    caucuses = charter.bodies.caucuses if charter.bodies else {}
    if matter.reserved_to and matter.reserved_to not in caucuses:
        found.append((f"{place}.reserved_to", f"there is no caucus {matter.reserved_to!r}"))
    if administers and matter.competence == "policy" and last not in ("bodies", "referendum"):
        found.append(
            (place, "this body only administers: a matter of policy must end with the bodies or a referendum")
        )
    if any(stage.provisional for stage in matter.stages[-1:]):
        found.append((place, "the last stage cannot be provisional: nothing comes after it"))
    return found


def _stage_problems(place: str, stage: Stage, charter: Charter) -> list[tuple[str, str]]:
    found = []
    for condition in (*stage.conditions, *stage.quorum):
        found += _share_problems(place, condition.share)
        for expression in (condition.of, condition.counts):
            for _, name in terms(expression):
                if name not in NAMES:
                    found.append((place, f"nothing is counted as {name!r}"))
    if stage.method == "vote" and not stage.conditions:
        found.append((place, "a vote needs at least one condition"))
    if stage.electorate != "members" and charter.bodies is None:
        found.append((place, "delegations, bodies and referendums need the section 'bodies'"))
    for position in (*stage.positions, *(stage.extension.positions if stage.extension else ())):
        if position not in NAMES:
            found.append((place, f"nobody can take the position {position!r}"))
    if stage.extension and not set(stage.extension.positions) & set(positions_of(stage)):
        found.append((f"{place}.extension", "nobody can ask for it: none of its positions may be chosen"))
    if stage.method == "deciding" and not stage.counted_in:
        found.append(
            (place, "a deciding question needs counted_in: the units in which the first text's share counts")
        )
    found += _counted_problems(place, stage)
    found += _secret_problems(place, stage, charter)
    if stage.silence != "nothing" and stage.electorate != "bodies":
        found.append((place, "silence is for a stage in which bodies answer"))
    if stage.if_lost and stage.if_lost not in charter.roles:
        found.append((place, f"there is no role {stage.if_lost!r} for a lost item to go to"))
    return found


def _secret_problems(place: str, stage: Stage, charter: Charter) -> list[tuple[str, str]]:
    """Secrecy "secret" and the section `ballots` go together, and what it names is there."""
    rule = stage.ballots
    if (stage.secrecy == "secret") != (rule is not None):
        return [
            (place, "secrecy = 'secret' and the section 'ballots' go together: who hands out, who holds keys")
        ]
    if rule is None:
        return []
    found = [
        (f"{place}.ballots", f"there is no role {role!r}")
        for role in (rule.authority, rule.trustees)
        if role not in charter.roles
    ]
    if rule.threshold > rule.number:
        found.append(
            (f"{place}.ballots.threshold", f"{rule.threshold} of {rule.number} trustees are too many")
        )
    return found


def _counted_problems(place: str, stage: Stage) -> list[tuple[str, str]]:
    """What a method that counts papers cannot be joined with, and what only such a method knows."""
    method = counted_by(stage)
    if method is None:
        asked = [name for name in ("seats", "ties", "settings", "reserved", "zipper") if getattr(stage, name)]
        return [(f"{place}.{name}", "only a method that counts papers has this") for name in asked]
    found = []
    if stage.electorate == "bodies":
        found.append((place, "bodies answer yes or no: papers are of members, delegations or a referendum"))
    if stage.needs_mandate:
        found.append((place, "a mandate says yes or no: delegations rank and mark freely"))
    if stage.positions or stage.extension:
        found.append((place, "papers have no positions"))
    if stage.seats > 1 and method.gives == "winner":
        found.append((f"{place}.seats", f"{stage.method} chooses one"))
    if stage.seats and method.budget:
        found.append((f"{place}.seats", "in a budget the money decides how many are funded"))
    if stage.method == "sortition" and "lot" not in stage.ties:
        found.append((f"{place}.ties", "a draw needs the lot among the ties: its seed is told beforehand"))
    found += _reserved_problems(place, stage, method)
    for name, value in stage.settings.items():
        if name not in method.settings:
            found.append((f"{place}.settings", f"{stage.method} has no setting {name!r}"))
        elif method.settings[name] and not re.fullmatch(method.settings[name], value):
            found.append((f"{place}.settings", f"{name} cannot be {value!r}"))
    return found


def _reserved_problems(place: str, stage: Stage, method: Method) -> list[tuple[str, str]]:
    found = []
    if stage.reserved and not method.reserves:
        found.append((f"{place}.reserved", f"{stage.method} reserves no seats"))
    if stage.zipper and not (method.reserves and method.gives == "order"):
        found.append((f"{place}.zipper", f"{stage.method} gives no order that could be filled by turns"))
    if stage.zipper and stage.reserved:
        found.append((f"{place}.zipper", "seats are reserved, or places filled by turns, and not both"))
    for name, rule in stage.reserved.items():
        if 0 < rule.at_most < rule.at_least:
            problem = f"at least {rule.at_least} and at most {rule.at_most} cannot both be"
            found.append((f"{place}.reserved.{name}", problem))
    return found


def _share_problems(place: str, share: str) -> list[tuple[str, str]]:
    try:
        share_of(share)
    except ValueError:
        return [(place, f"{share!r} is not an exact share such as '2/3'")]
    return []
