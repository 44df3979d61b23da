"""What has come of a record so far: data only, changed by `apply_*` and by nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as civil_date
from datetime import timedelta
from fractions import Fraction

from symbiosis.core.act import Text
from symbiosis.core.charters import Charter, Stage
from symbiosis.counting.outcomes import Outcome


def days_between(earlier: str, later: str) -> int:
    """Civil days from one date to another, exact across months and years."""
    return (civil_date.fromisoformat(later) - civil_date.fromisoformat(earlier)).days


def working_days_between(earlier: str, later: str) -> int:
    """Days from Monday to Friday after one date, up to and with another; 0 where it is not later."""
    first, last = civil_date.fromisoformat(earlier), civil_date.fromisoformat(later)
    weeks, rest = divmod(max((last - first).days, 0), 7)
    return weeks * 5 + sum((first.weekday() + day) % 7 < 5 for day in range(1, rest + 1))


def day_after(day: str, days: int) -> str:
    """The civil date so many days after another."""
    return (civil_date.fromisoformat(day) + timedelta(days=days)).isoformat()


@dataclass(slots=True)
class CharterVersion:
    """A charter as it stood from an entry on."""

    charter: Charter
    digest: str
    index: int


@dataclass(slots=True)
class Sister:
    """A body as the confederation's board knows it: a code, counts, languages, its key; never its roll."""

    id: str
    code: str
    name: str
    key: str
    next: str
    joined: str
    members: list[tuple[str, int]]
    languages: tuple[str, ...]
    audio: tuple[str, ...]
    region: str
    left: str = ""
    partner: bool = False
    suspended: str = ""

    def members_on(self, day: str) -> int:
        """Its count of members on a date: the last one stated by then, else the first."""
        stated = [count for when, count in self.members if when <= day]
        return stated[-1] if stated else self.members[0][1]

    def takes_part(self, day: str) -> bool:
        """Whether it is a member of this confederation on a date."""
        return not self.left or day < self.left


@dataclass(slots=True)
class Credential:
    """One place in a delegation: who fills it is known to the sending body alone.

    `since` is the index of the entry by which it was seated.
    """

    id: str
    kind: str
    seated: bool
    recalled_at: int | None = None
    since: int = 0

    @property
    def sat(self) -> bool:
        """Whether it has ever been seated with a vote in this delegation."""
        return self.kind == "delegate" or self.seated or self.recalled_at is not None


@dataclass(slots=True)
class Delegation:
    """The people one body sends to another, as credentials and attested counts."""

    sender: str
    to: str
    credentials: dict[str, Credential]
    composition: dict[str, int]
    until: str

    @property
    def delegates(self) -> int:
        """How many sit with a vote."""
        return sum(each.seated for each in self.credentials.values())


@dataclass(slots=True)
class Mandate:
    """What a body told its delegation about one version of one item."""

    sender: str
    to: str
    proposal: str
    version: int
    mode: str
    votes: dict[str, int]
    tally: dict[str, int]
    red_lines: tuple[str, ...]
    until: str
    channel: str
    confirmed: bool
    at: int


@dataclass(slots=True)
class Meeting:
    """A meeting that was called, and whether enough came."""

    id: str
    on: str
    called: str
    call: int
    first: str
    items: tuple[str, ...]
    kind: str = ""
    present: int | None = None
    needed: int | None = None

    @property
    def quorate(self) -> bool:
        """Whether attendance was stated and reached the quorum of this call."""
        return self.present is not None and self.needed is not None and self.present >= self.needed


@dataclass(slots=True)
class Version:
    """One immutable text of a proposal, in its authentic languages, and the translations that follow it."""

    number: int
    texts: dict[str, Text]
    date: str
    frozen: str = ""
    touches: tuple[str, ...] = ()
    ready: dict[tuple[str, str], str] = field(default_factory=dict)
    hashes: dict[tuple[str, str], Text] = field(default_factory=dict)
    waivers: dict[tuple[str, str], set[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Amendment:
    """A change that somebody asks for."""

    id: str
    sender: str
    base: int
    texts: dict[str, Text]
    touches: tuple[str, ...]
    state: str = "put"


@dataclass(slots=True)
class Proposal:
    """An item before a body, from `put` to its end."""

    id: str
    sender: str
    to: str
    title: str
    matter: str
    put: str
    versions: list[Version]
    index: int = 0
    supporters: set[str] = field(default_factory=set)
    supports_counted: int = 0
    amendments: dict[str, Amendment] = field(default_factory=dict)
    state: str = "put"
    withdrawn_at: int = 0
    meeting: str = ""
    review_on: str = ""
    referred_back: dict[str, int] = field(default_factory=dict)
    referrals: dict[str, int] = field(default_factory=dict)
    suspended_until: int = 0
    answer_due: str = ""
    answered: str = ""
    referred_to: str = ""


@dataclass(slots=True)
class CastVote:
    """A body's votes in a council, through one credential; whether it stands is computed, never stored.

    `entry` is the index of the act in the council's board.
    """

    entry: int
    credential: str
    votes: dict[str, int]
    at: int
    channel: str
    confirmed: bool
    reason: str
    ground: str
    breach: bool


@dataclass(slots=True)
class BodyTally:
    """What one body's members said in a referendum, or its late papers, as its tellers reported it.

    `origin` is the index of the report in the board of the body that made it.
    """

    counts: dict[str, int]
    tellers: tuple[str, ...]
    late: bool = False
    origin: int = -1
    estimated: bool = False


@dataclass(slots=True)
class Milestone:
    """An outcome as it stood after an act: none is ever taken away."""

    standing: str
    outcome: Outcome
    at: int
    index: int
    because: str


@dataclass(slots=True)
class SecretBallots:
    """The ballots of a secret vote as the record names them: hash and size, in the order in which they were posted.

    `trustees` and `enough` are how many hold the key and how many of them can open it; `shuffled` whether papers
    are mixed before they are opened. `shuffles` and `decryptions` are by the trustee's number, from 1.
    """

    uuid: str
    election: Text
    keys: Text
    credentials: Text
    trustees: int
    enough: int
    shuffled: bool
    posted: list[tuple[str, int]] = field(default_factory=list)
    posted_at: int = 0
    known: set[str] = field(default_factory=set)
    ended: int = 0
    counted: int = 0
    sum: Text | None = None
    shuffles: dict[int, Text] = field(default_factory=dict)
    decryptions: dict[int, Text] = field(default_factory=dict)

    @property
    def mixed(self) -> bool:
        """Whether enough trustees have mixed the papers, or none need be."""
        return not self.shuffled or not self.counted or len(self.shuffles) >= self.enough

    @property
    def opened(self) -> bool:
        """Whether the result can be worked out: enough trustees have opened their part, or nobody voted."""
        return bool(self.ended) and (not self.counted or len(self.decryptions) >= self.enough)


@dataclass(slots=True)
class Voting:
    """A question put to an electorate that was fixed when it opened.

    `stated` has the papers of a large vote that is being closed, gathered from so many `parts`; empty once it is.
    """

    id: str
    matter: str
    stage: int
    proposal: str
    version: int
    about: dict[str, str]
    meeting: str
    secrecy: str
    opened: int
    opened_date: str
    opened_index: int
    closes: int
    charter: int
    entitled: int
    book_size: int
    electorate: dict[str, int] = field(default_factory=dict)
    weights: dict[str, Fraction] = field(default_factory=dict)
    cast: dict[str, CastVote] = field(default_factory=dict)
    reported: list[BodyTally] = field(default_factory=list)
    tallies: dict[str, list[BodyTally]] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    closed: int = 0
    closed_date: str = ""
    tally: dict[str, int] = field(default_factory=dict)
    stated: dict[str, int] = field(default_factory=dict)
    parts: int = 0
    final_votes: dict[str, dict[str, int]] = field(default_factory=dict)
    final_mandates: Fraction = Fraction(0)
    history: list[Milestone] = field(default_factory=list)
    contests: dict[str, str] = field(default_factory=dict)
    recounted: set[str] = field(default_factory=set)
    attempts: int = 0
    extensions: int = 0
    between: tuple[str, str] | tuple[()] = ()
    options: tuple[str, ...] = ()
    seats: int = 0
    seed: str = ""
    stands: str = ""
    budget: int = 0
    costs: tuple[int, ...] = ()
    unit: str = ""
    ballots: SecretBallots | None = None
    group_of: tuple[str, ...] = ()
    in_force: str = ""
    void_from: str = ""
    annulled: str = ""
    dissent: list[tuple[str, int]] = field(default_factory=list)

    def rule(self, board: Board) -> Stage:
        """The stage of the charter that this voting opened under."""
        return board.charters[self.charter].charter.matters[self.matter].stages[self.stage - 1]

    @property
    def outcome(self) -> Outcome | None:
        """The outcome as it stands now; None while the vote is open."""
        return self.history[-1].outcome if self.history else None

    @property
    def behind(self) -> dict[str, int]:
        """The count that a mandate or an answer to a council rests on: of members, or of the delegations' votes."""
        if self.tally or not self.final_votes:
            return self.tally
        total: dict[str, int] = {}
        for votes in self.final_votes.values():
            for choice, count in votes.items():
                total[choice] = total.get(choice, 0) + count
        return total

    @property
    def standing(self) -> str:
        """open, provisional, contested, recounted or certified."""
        if not self.history:
            return "open"
        return "contested" if self.contests else self.history[-1].standing


@dataclass(slots=True)
class PetitionState:
    """A demand for a vote, and who supports it."""

    id: str
    matter: str
    about: dict[str, str]
    supporters: set[str]
    counted: int = 0
    put: str = ""
    reached: str = ""


@dataclass(slots=True)
class Emergency:
    """Something done between meetings in extreme need, and what the next assembly said of it."""

    id: str
    reason: str
    text: Text
    amount: int
    by: str
    done: str
    due: str
    judged: str = ""

    def standing(self, day: str) -> str:
        """waiting, confirmed, refused, or lapsed where nobody judged it in time: void from then on."""
        return self.judged or ("waiting" if day <= self.due else "lapsed")


@dataclass(slots=True)
class Office:
    """Who fills a role, as counts: `fillings` are the days of its elections, `vacant_since` that of a vacancy."""

    role: str
    holders: int = 0
    composition: dict[str, int] = field(default_factory=dict)
    until: str = ""
    fillings: list[str] = field(default_factory=list)
    recalled: str = ""

    def vacant_since(self, founded: str, day: str) -> str:
        """The day since which nobody fills it on a date; "" where somebody does."""
        if not self.fillings:
            return founded
        if self.recalled:
            return self.recalled
        return day_after(self.until, 1) if self.until and day > self.until else ""


@dataclass(slots=True)
class Case:
    """Charges against a member or a body, on their way: put, answered, decided, appealed."""

    id: str
    against: str
    body: str
    ground: str
    charges: Text
    opened: str
    answered: bool = False
    appealed: str = ""
    upheld: bool | None = None
    done: bool = False


@dataclass(slots=True)
class Lot:
    """A drawing of lots: what was fixed beforehand, and who was drawn, by number."""

    id: str
    source: str
    on: str
    groups: dict[str, int]
    seats: dict[str, int]
    drawn: dict[str, tuple[int, ...]] | None = None


@dataclass(slots=True)
class Lineage:
    """Bodies that became others, by merging or splitting."""

    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    on: str


@dataclass(slots=True)
class Note:
    """A correction: what an entry should have said."""

    entry: int
    note: str
    at: int


@dataclass(slots=True)
class Report:
    """A tally that two tellers reported, by the entry that brought it: what a correction may change."""

    voting: str
    to: str
    sender: str
    tally: BodyTally


@dataclass(slots=True)
class Board:
    """The outward record of a body, folded."""

    id: str = ""
    name: str = ""
    former: str = ""
    key: str = ""
    next: str = ""
    charter_digest: str = ""
    charters: list[CharterVersion] = field(default_factory=list)
    size: int = 0
    at: int = 0
    date: str = ""
    rolls: list[tuple[str, int]] = field(default_factory=list)
    confederations: dict[str, str] = field(default_factory=dict)
    admitted: dict[str, str] = field(default_factory=dict)
    sisters: dict[str, Sister] = field(default_factory=dict)
    delegations: dict[tuple[str, str], Delegation] = field(default_factory=dict)
    mandates: dict[tuple[str, str], list[Mandate]] = field(default_factory=dict)
    without_mandate: dict[tuple[str, str], str] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)
    proposals: dict[str, Proposal] = field(default_factory=dict)
    votings: dict[str, Voting] = field(default_factory=dict)
    petitions: dict[str, PetitionState] = field(default_factory=dict)
    recalled_roles: dict[str, int] = field(default_factory=dict)
    founded: str = ""
    emergencies: dict[str, Emergency] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    lots: dict[str, Lot] = field(default_factory=dict)
    lineages: list[Lineage] = field(default_factory=list)
    disputed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    accounts: dict[tuple[str, str], str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    reports: dict[int, Report] = field(default_factory=dict)

    @property
    def charter(self) -> Charter:
        """The charter in force."""
        return self.charters[-1].charter

    @property
    def members(self) -> int:
        """The last stated count of the roll."""
        return self.rolls[-1][1] if self.rolls else 0


@dataclass(slots=True)
class Book:
    """The inward record of a body, folded: tokens, roles, open votes.

    For each token `roll` has the book's size at its admission, `admitted` that of the board.
    """

    board: Board
    key: str = ""
    next: str = ""
    size: int = 0
    at: int = 0
    date: str = ""
    roll: dict[str, int] = field(default_factory=dict)
    admitted: dict[str, int] = field(default_factory=dict)
    roles: dict[str, dict[str, str]] = field(default_factory=dict)
    votes: dict[str, dict[str, str]] = field(default_factory=dict)
    joined: dict[str, str] = field(default_factory=dict)
    behind: set[str] = field(default_factory=set)
    given: dict[tuple[str, str], int] = field(default_factory=dict)
    terms: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=dict)
    barred: dict[tuple[str, str], int] = field(default_factory=dict)
    proxies: dict[str, tuple[str, str]] = field(default_factory=dict)
    by_proxy: dict[str, dict[str, str]] = field(default_factory=dict)
    expelled: set[str] = field(default_factory=set)
    supports: dict[str, set[str]] = field(default_factory=dict)
    signed: dict[str, set[str]] = field(default_factory=dict)
