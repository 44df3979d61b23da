"""A body's rules as data: what a charter may say, and what is wrong with one that cannot be read.

Written by people as TOML, kept in the record as canonical JSON of the same shape. It is never a program.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from symbiosis.core.act import Count, Day, Form, Language, Line, Name, is_day
from symbiosis.counting.apportionment import Rounding
from symbiosis.counting.conditions import NAMES, Condition, share_of, terms
from symbiosis.errors import Refusal
from symbiosis.record import canonical

Electorate = Literal["members", "delegations", "bodies", "referendum"]
Secrecy = Literal["hands", "open", "closed", "secret"]
Breach = Literal["refuse", "flag", "mandate"]


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A section of a charter."""


class Quorum(Part, frozen=True):
    """How many must be present at a meeting, by call: `share` of the roll, and never below `minimum`.

    A call after the first comes at least `after_days` after the one that was not quorate.
    """

    call: Count = 1
    share: str = "0"
    minimum: Count = 0
    after_days: Count = 0


class Meetings(Part, frozen=True):
    """How meetings are called: at least `notice_days` before, and the quorum of each call."""

    notice_days: Count = 0
    quorum: tuple[Quorum, ...] = (Quorum(),)


class Role(Part, frozen=True):
    """An office and the acts it may do in the body's name ("*" for all)."""

    title: Line
    powers: tuple[str, ...] = ()
    term_days: Count = 0


class Stage(Part, frozen=True):
    """One step on a matter's way to a decision.

    `electorate` says who takes part: the roll of members; delegations in a council; whole bodies, each by
    its own rules (ratification); or all members of all bodies (referendum). A `consensus` stage tests
    positions, a `vote` stage counts. The stage may begin where the one before it was `after`. Hours and days
    of grace and contest are counted from the closing act; a day of grace is 24 hours.
    """

    electorate: Electorate
    method: Literal["vote", "consensus"] = "vote"
    secrecy: Secrecy = "open"
    in_meeting: bool = False
    notice_days: Count = 0
    open_days: Count = 0
    conditions: tuple[Condition, ...] = ()
    quorum: tuple[Condition, ...] = ()
    tie: Literal["fails", "passes"] = "fails"
    empty: Literal["fails", "passes"] = "fails"
    block_grounds: tuple[Name, ...] = ()
    stand_aside_limit: Count = 0
    after: Literal["adopted", "no_consensus"] = "adopted"
    attempts: Count = 0
    needs_mandate: bool = False
    late_grace_hours: Count = 0
    contest_days: Count = 0
    counters: Count = 2
    if_lost: str = ""


class Translations(Part, frozen=True):
    """The languages and forms in which a text must be ready, and how long before the meeting.

    `on_change` are those that a new version needs before its vote opens. `waiver` is the share of the bodies
    affected (those whose only working language is the one that is late) that may waive it.
    """

    required: tuple[tuple[Language, Form], ...] = ()
    days_before: Count = 0
    on_change: tuple[tuple[Language, Form], ...] = ()
    waiver: str = ""


class Petition(Part, frozen=True):
    """How many may demand a vote: a share of the members or bodies."""

    share: str
    counted_in: Literal["members", "bodies"] = "members"


class Matter(Part, frozen=True):
    """A kind of decision: the stages it goes through and what must come before them."""

    title: Line
    stages: tuple[Stage, ...]
    seconds: Count = 0
    freeze_days: Count = 0
    translations: Translations | None = None
    petition: Petition | None = None
    review_days: Count = 0


class Apportionment(Part, frozen=True):
    """The votes of each body: one per `per` members, rounded, within minimum and cap, on the record date.

    `weights` gives a body other than 1 when bodies are counted, by its code ("1/2").
    """

    per: Count = 0
    rounding: Rounding = "started"
    minimum: Count = 1
    cap: Count = 0
    record_date: Day | Literal[""] = ""
    weights: dict[str, str] = {}


class Composition(Part, frozen=True):
    """A demand on who is delegated, in counts that the sending body attests.

    `scope` is each delegation by itself or all of them together; `traits` are added up ("women").
    """

    traits: tuple[Name, ...]
    needs: Literal["at_least", "more_than", "at_most", "less_than"]
    share: str
    scope: Literal["delegation", "all"] = "all"
    unmet: Literal["warn", "refuse"] = "warn"


class Delegations(Part, frozen=True):
    """How many delegates, alternates and observers each body sends."""

    delegates: Count = 1
    alternates: Count = 1
    observers: Count = 0
    term_days: Count = 0
    composition: tuple[Composition, ...] = ()


class Mandates(Part, frozen=True):
    """What a mandate may be and what happens when a delegate votes against it."""

    modes: tuple[Literal["strict", "guided", "free"], ...] = ("strict", "guided", "free")
    split: Literal["never", "largest_remainder"] = "never"
    on_breach: Breach = "refuse"


class Bodies(Part, frozen=True):
    """The rules of a body whose members are bodies: a council, a congress, a confederation."""

    admission: Literal["open", "decision"] = "open"
    apportionment: Apportionment = Apportionment()
    delegations: Delegations = Delegations()
    mandates: Mandates = Mandates()
    take_over_hours: Count = 72


class Charter(Part, frozen=True, kw_only=True):
    """A body's rules. `decisions` names the matter by which an act must first be decided."""

    charter: Annotated[int, msgspec.Meta(ge=1, le=1)]
    name: Line
    timezone: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_+/-]{1,64}$")]
    languages: tuple[Language, ...]
    visibility: Literal["confederation", "everyone"] = "everyone"
    roles: dict[Name, Role]
    meetings: Meetings = Meetings()
    matters: dict[Name, Matter] = {}
    decisions: dict[str, Name] = {}
    bodies: Bodies | None = None


def read_charter(data: object) -> Charter:
    """The charter in parsed TOML or JSON.

    Raises `Refusal` CharterUnreadable naming the place and what is wrong with it.
    """
    try:
        charter = msgspec.convert(data, Charter)
    except msgspec.ValidationError as error:
        raise Refusal("CharterUnreadable", "", problem=str(error)) from error
    for place, problem in _problems(charter):
        raise Refusal("CharterUnreadable", place, problem=problem)
    return charter


def charter_bytes(charter: Charter) -> bytes:
    """The canonical bytes whose hash the record names."""
    return canonical.encode(msgspec.to_builtins(charter))


def _problems(charter: Charter) -> list[tuple[str, str]]:
    found = []
    for role in charter.roles.values():
        if not role.title.strip():
            found.append(("roles", "a role needs a title"))
    for act, matter in charter.decisions.items():
        if matter not in charter.matters:
            found.append((f"decisions.{act}", f"there is no matter {matter!r}"))
    for quorum in charter.meetings.quorum:
        found += _share_problems("meetings.quorum", quorum.share)
    for name, matter_rule in charter.matters.items():
        place = f"matters.{name}"
        if not matter_rule.stages:
            found.append((place, "a matter needs at least one stage"))
        if matter_rule.petition:
            found += _share_problems(f"{place}.petition", matter_rule.petition.share)
        if matter_rule.translations and matter_rule.translations.waiver:
            found += _share_problems(f"{place}.translations", matter_rule.translations.waiver)
        for number, stage in enumerate(matter_rule.stages, start=1):
            found += _stage_problems(f"{place}.stages.{number}", stage, charter)
    if charter.bodies:
        record_date = charter.bodies.apportionment.record_date
        if record_date and not is_day(record_date):
            found.append(("bodies.apportionment.record_date", f"{record_date} is no date"))
        for weight in charter.bodies.apportionment.weights.values():
            found += _share_problems("bodies.apportionment.weights", weight)
        for demand in charter.bodies.delegations.composition:
            found += _share_problems("bodies.delegations.composition", demand.share)
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
    if stage.if_lost and stage.if_lost not in charter.roles:
        found.append((place, f"there is no role {stage.if_lost!r} for a lost item to go to"))
    return found


def _share_problems(place: str, share: str) -> list[tuple[str, str]]:
    try:
        share_of(share)
    except ValueError:
        return [(place, f"{share!r} is not an exact share such as '2/3'")]
    return []


def matter_of(charter: Charter, name: str) -> Matter:
    """The rule for a matter; `Refusal` NoSuchMatter."""
    matter = charter.matters.get(name)
    if matter is None:
        raise Refusal("NoSuchMatter", "matters", matter=name)
    return matter


def bodies_of(charter: Charter) -> Bodies:
    """The rules for member bodies; `Refusal` NotACouncil where the body has none."""
    if charter.bodies is None:
        raise Refusal("NotACouncil", "bodies")
    return charter.bodies
