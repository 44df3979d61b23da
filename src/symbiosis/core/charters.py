"""A body's rules as data: what a charter may say.

Written by people as TOML, kept in the record as canonical JSON of the same shape. It is never a program.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from symbiosis.core.act import Count, Form, Language, Line, Name
from symbiosis.counting.apportionment import Divided, Rounding
from symbiosis.counting.conditions import Condition, Unit
from symbiosis.counting.methods import METHODS, Method
from symbiosis.counting.reserved import Reservation
from symbiosis.counting.ties import Way as TieWay
from symbiosis.errors import Refusal

NameOrNone = Annotated[str, msgspec.Meta(pattern=r"^([a-z0-9][a-z0-9-]{0,63})?$")]
LineOrNone = Annotated[str, msgspec.Meta(max_length=300)]
DayOrNone = Annotated[str, msgspec.Meta(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]
Turn = Annotated[str, msgspec.Meta(pattern=r"^([a-z0-9][a-z0-9-]{0,63}|[*])$")]
Electorate = Literal["members", "delegations", "bodies", "referendum"]
Secrecy = Literal["hands", "open", "closed", "secret"]
Breach = Literal["refuse", "flag", "mandate"]
Way = Literal[
    "vote", "consensus", "deciding",
    "stv-scottish", "stv-ers97", "stv-meek", "stv-warren", "stv-wigm",
    "irv", "schulze", "ranked-pairs", "minimax", "copeland", "borda",
    "pav-sequential", "phragmen-sequential", "equal-shares", "harmonic", "sortition", "equal-shares-budget",
    "majority", "approval", "score", "dots", "time-poll", "gradients", "majority-judgment",
]  # fmt: skip
"""How a stage decides: by one of these three, or by a method of `counting.methods`, by its name."""


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A section of a charter."""


class Quorum(Part, frozen=True):
    """How many must be present at a meeting, by call: `share` of the roll, and never below `minimum`.

    With `average_of` the share is one of the mean attendance of so many meetings before. With `plus` the
    whole part of the share is taken and so many added ("half and one more"); without it the share is rounded
    up. A call after the first comes at least `after_days` after the one that was not quorate.
    """

    call: Count = 1
    share: str = "0"
    minimum: Count = 0
    plus: Count = 0
    average_of: Count = 0
    after_days: Count = 0


class Petition(Part, frozen=True):
    """How many may demand a vote or a meeting: a share of the members or bodies, or a number if that is fewer.

    Signatures count for `window_days` from the day the petition was put (0: for ever). In a council the members
    are those of all its bodies; their signatures are attested there by the role that counts them.
    """

    share: str
    counted_in: Literal["members", "bodies"] = "members"
    or_number: Count = 0
    window_days: Count = 0


class MeetingKind(Part, frozen=True):
    """A kind of meeting with rules of its own: notice, quorum (none given: that of all meetings), who calls it.

    Where it has a `petition`, it is called because enough people ask. If the roles that call meetings have
    not done so `overdue_working_days` after the petition was reached, those in `overdue_callers` may.
    """

    title: Line
    notice_days: Count = 0
    quorum: tuple[Quorum, ...] = ()
    petition: Petition | None = None
    overdue_working_days: Count = 0
    overdue_callers: tuple[Name, ...] = ()


class Meetings(Part, frozen=True):
    """How meetings are called: at least `notice_days` before, and the quorum of each call."""

    notice_days: Count = 0
    quorum: tuple[Quorum, ...] = (Quorum(),)
    kinds: dict[Name, MeetingKind] = {}


class Composition(Part, frozen=True):
    """A demand on who is delegated, in counts that the sending body attests.

    `scope` is each delegation by itself or all of them together; `traits` are added up ("women"). In a role it
    is about all who hold it.
    """

    traits: tuple[Name, ...]
    needs: Literal["at_least", "more_than", "at_most", "less_than"]
    share: str
    scope: Literal["delegation", "all"] = "all"
    unmet: Literal["warn", "refuse"] = "warn"


class Role(Part, frozen=True):
    """An office and the acts it may do in the body's name ("*" for all); `duties` are shown with it.

    It has `seats` (0: any number) with a `composition`, in counts that whoever fills it attests: the body, or
    the caucus named in `filled_by`. Nobody holds it for more than `max_terms` terms in a row (a term that begins
    within `term_days` after the one before), nor in the next `bar_elections` elections after a recall, nor
    together with a role in `excludes`. Who holds a role with `no_vote` does not vote. While the role
    `together_with` is vacant it acts alone for at most `alone_days`.
    """

    title: Line
    powers: tuple[str, ...] = ()
    duties: LineOrNone = ""
    term_days: Count = 0
    seats: Count = 0
    composition: tuple[Composition, ...] = ()
    filled_by: NameOrNone = ""
    max_terms: Count = 0
    bar_elections: Count = 0
    excludes: tuple[Name, ...] = ()
    no_vote: bool = False
    together_with: NameOrNone = ""
    alone_days: Count = 0


class Extension(Part, frozen=True):
    """A vote's time is extended by `days` while people take one of `positions`: once for each of them, and
    at most `most` times in all."""

    days: Annotated[int, msgspec.Meta(ge=1, lt=2**53)]
    positions: tuple[str, ...] = ("extend",)
    most: Count = 1


class Ballots(Part, frozen=True):
    """How a secret vote stays secret and can still be counted again by anyone.

    Holders of the role `authority` make the credentials and hand them out; holders of the role `trustees` each have
    a part of the key: `number` of them, of whom `threshold` (0: all) must take part before anything can be opened.
    """

    authority: Name
    trustees: Name
    number: Annotated[int, msgspec.Meta(ge=1, le=64)]
    threshold: Annotated[int, msgspec.Meta(ge=0, le=64)] = 0

    @property
    def enough(self) -> int:
        """How many trustees can open the count."""
        return self.threshold or self.number


class Stage(Part, frozen=True):
    """One step on a matter's way to a decision.

    `electorate` says who takes part: the roll of members; delegations in a council; whole bodies, each by
    its own rules (ratification); or all members of all bodies (referendum). A `consensus` stage tests
    positions, a `vote` stage counts, a `deciding` stage asks which of two adopted texts stands. The stage may
    begin where the one before it was `after`. Hours and days of grace and contest are counted from the closing
    act; a day of grace is 24 hours.

    `positions` are what may be chosen (none given: those of the method). `frozen_days` are how long the text has
    been fixed when the vote opens; with `last_days_of_month` it opens in those days only. With `snapshot` "put"
    only who was on the roll when the proposal was put may vote. What a `provisional` stage adopts may take
    effect until the stages after it have decided. `counted_in` are the units in which a `deciding` stage adds up
    shares. `estimates` lets tellers report an estimate. `silence` is the
    side of a body that did not answer. One member may vote for at most `proxies` absent ones, on their word. A
    vote whose `secrecy` is "secret" says in `ballots` who hands out credentials and who holds the key.

    Any other method counts papers on which options are ranked or marked: `seats` says how many are chosen (0: as
    many as the opening act says), `ties` in what order ties are settled (none: a tie is told and nothing is
    decided), `settings` what the method asks for. `reserved` says how many of those chosen are of a group, at least and
    at most; with a `zipper` each place is for the group whose turn it is ("*": anybody), in this order over and over.
    """

    electorate: Electorate
    method: Way = "vote"
    seats: Count = 0
    ties: tuple[TieWay, ...] = ()
    settings: dict[str, str] = {}
    reserved: dict[Name, Reservation] = {}
    zipper: tuple[Turn, ...] = ()
    positions: tuple[str, ...] = ()
    extension: Extension | None = None
    frozen_days: Count = 0
    last_days_of_month: Count = 0
    snapshot: Literal["opened", "put"] = "opened"
    provisional: bool = False
    estimates: bool = False
    silence: Literal["nothing", "yes", "no", "abstain"] = "nothing"
    proxies: Count = 0
    counted_in: tuple[Unit, ...] = ()
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
    ballots: Ballots | None = None


class Translations(Part, frozen=True):
    """The languages and forms in which a text must be ready, and how long before the meeting.

    `on_change` are those that a new version needs before its vote opens. `waiver` is the share of the bodies
    affected (those whose only working language is the one that is late) that may waive it.
    """

    required: tuple[tuple[Language, Form], ...] = ()
    days_before: Count = 0
    on_change: tuple[tuple[Language, Form], ...] = ()
    waiver: str = ""


class Matter(Part, frozen=True):
    """A kind of decision: the stages it goes through and what must come before them.

    `competence` says whether it makes policy or administers what was decided. `binding` says whom it binds: all,
    the bodies that consent, or nobody. Only the caucus in `reserved_to` puts proposals on it. What was put must
    be answered within `answer_days`, by a decision or with reasons. A proposal is discussed for
    `discussion_days` before its text is frozen and lapses `lapse_days` after it was put. It is decided at
    meetings of `kinds` alone (none given: anywhere). What was lost may come back after `review_days`; what was
    adopted comes up again after `review_adopted_days`.
    """

    title: Line
    stages: tuple[Stage, ...]
    competence: Literal["", "policy", "administration"] = ""
    binding: Literal["all", "consenting", "advisory"] = "all"
    reserved_to: NameOrNone = ""
    answer_days: Count = 0
    kinds: tuple[Name, ...] = ()
    seconds: Count = 0
    discussion_days: Count = 0
    freeze_days: Count = 0
    lapse_days: Count = 0
    translations: Translations | None = None
    petition: Petition | None = None
    review_days: Count = 0
    review_adopted_days: Count = 0


class Apportionment(Part, frozen=True):
    """The votes of each body: one per `per` members, rounded, within minimum and cap, on the record date.

    By any other `method` so many `seats` are divided among all bodies by their members, within minimum and cap.
    `weights` gives a body other than 1 when bodies are counted, by its code ("1/2").
    """

    method: Literal["per"] | Divided = "per"
    seats: Count = 0
    per: Count = 0
    rounding: Rounding = "started"
    minimum: Count = 1
    cap: Count = 0
    record_date: DayOrNone = ""
    weights: dict[str, str] = {}


class Delegations(Part, frozen=True):
    """How many delegates, alternates, observers and silent note-takers each body sends.

    With `rotation` nobody is a delegate twice in a row.
    """

    delegates: Count = 1
    alternates: Count = 1
    observers: Count = 0
    notetakers: Count = 0
    term_days: Count = 0
    rotation: bool = False
    composition: tuple[Composition, ...] = ()


class Mandates(Part, frozen=True):
    """What a mandate may be and what happens when a delegate votes against it."""

    modes: tuple[Literal["strict", "guided", "free"], ...] = ("strict", "guided", "free")
    split: Literal["never", "largest_remainder"] = "never"
    on_breach: Breach = "refuse"


class Caucus(Part, frozen=True):
    """A body of its own inside this one (`body` is its code): it may refer an item once in each version, which
    suspends that item for `referral_hours`."""

    title: Line
    body: Name
    referral_hours: Count = 0


class Bodies(Part, frozen=True):
    """The rules of a body whose members are bodies: a council, a congress, a confederation.

    With `decides` "administration" it makes no policy: a matter of policy ends with the bodies or all their
    members. A body joins with at least `minimum_members`, and votes `waiting_days` after it joined; who joined
    after the `cut_off` does not vote until the charter names a later day.
    """

    admission: Literal["open", "decision"] = "open"
    decides: Literal["all", "administration"] = "all"
    minimum_members: Count = 0
    waiting_days: Count = 0
    cut_off: DayOrNone = ""
    apportionment: Apportionment = Apportionment()
    delegations: Delegations = Delegations()
    mandates: Mandates = Mandates()
    take_over_hours: Count = 72
    caucuses: dict[Name, Caucus] = {}


class Roll(Part, frozen=True):
    """Who of the people on the roll votes: after `waiting_days`, and in good standing if the body keeps it.

    A person is admitted on the word of `vouchers` members.
    """

    waiting_days: Count = 0
    vouchers: Count = 0


class Emergencies(Part, frozen=True):
    """What may be done between meetings in extreme need: by these roles, with so many signers, spending at most
    `most` (integer minor units of `currency`); judged by `matter` within `judged_days`, or void after that."""

    by: tuple[Name, ...]
    matter: Name
    judged_days: Count
    signers: Count = 1
    most: Count = 0
    currency: Annotated[str, msgspec.Meta(pattern=r"^([A-Z]{3})?$")] = ""


class Expulsion(Part, frozen=True):
    """How a member is put out: on a ground of the list, decided by `matter` at least `notice_days` after the
    charges were put in writing, and only `appeal_days` after that if no appeal is upheld."""

    grounds: tuple[Name, ...]
    matter: Name
    notice_days: Count = 0
    appeal_days: Count = 0


class Charter(Part, frozen=True, kw_only=True):
    """A body's rules. `decisions` names the matter by which an act must first be decided, `rulebook` the ready
    charter that it began from."""

    charter: Annotated[int, msgspec.Meta(ge=1, le=1)]
    name: Line
    timezone: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_+/-]{1,64}$")]
    languages: tuple[Language, ...]
    visibility: Literal["confederation", "everyone"] = "everyone"
    roles: dict[Name, Role]
    meetings: Meetings = Meetings()
    matters: dict[Name, Matter] = {}
    decisions: dict[str, Name] = {}
    rulebook: NameOrNone = ""
    roll: Roll = Roll()
    emergencies: Emergencies | None = None
    expulsion: Expulsion | None = None
    bodies: Bodies | None = None


VOTE_CHOICES = ("yes", "no", "abstain")
DECIDING_CHOICES = ("first", "second", "abstain")
COUNTED_POSITIONS = ("marked", "blank", "spoiled")
"""Of papers, whatever is on them: those that say something, nothing, or nothing that can be counted."""
CONSENSUS_POSITIONS = ("agree", "reservation", "stand_aside", "block", "needs_discussion")
COUNCIL_CHOICES = (*VOTE_CHOICES, "stand_aside")
EVERY_CHOICE = tuple(
    dict.fromkeys(
        (*COUNCIL_CHOICES, "blank", *DECIDING_CHOICES, *CONSENSUS_POSITIONS, "extend", "marked", "spoiled")
    )
)
"""All of them, in the order in which they are shown."""


def positions_of(stage: Stage) -> tuple[str, ...]:
    """What may be chosen: what the charter says, else what the method offers."""
    if stage.positions:
        return stage.positions
    if counted_by(stage):
        return COUNTED_POSITIONS
    if stage.electorate == "delegations" and stage.method == "vote":
        return COUNCIL_CHOICES
    return {"consensus": CONSENSUS_POSITIONS, "deciding": DECIDING_CHOICES}.get(stage.method, VOTE_CHOICES)


def counted_by(stage: Stage) -> Method | None:
    """The method of `counting` by which papers are counted; None where positions are taken."""
    return METHODS.get(stage.method)


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
