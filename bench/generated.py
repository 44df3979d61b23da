"""A body's records as busy ones are: 80 % votes in 20 votings, 10 % members, 10 % all other acts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import msgspec

from symbiosis.core import body as rules
from symbiosis.core.acts import ACTS
from symbiosis.core.member_votes import open_tally
from symbiosis.core.membership import BodyFounded, CharterAdopted
from symbiosis.core.outcomes import outcome_of
from symbiosis.core.reading import charter_bytes, read_charter
from symbiosis.core.roll import BookOpened
from symbiosis.record import canonical, identity, keys
from symbiosis.verify.replay import Fold

CHARTER = {
    "charter": 1,
    "name": "Busy body",
    "timezone": "UTC",
    "languages": ["en"],
    "roles": {"secretary": {"title": "Secretary", "powers": ["*"]}},
    "matters": {
        "general": {
            "title": "General",
            "stages": [
                {"electorate": "members", "conditions": [{"needs": "more_than", "share": "1/2"}]},
            ],
        }
    },
}
SEED, NEXT = b"b" * 32, b"n" * 32
VOTINGS = 20
DAY = "2027-01-16"


@dataclass
class Records:
    """A body's board and book as bytes, and their fold."""

    fold: Fold = field(default_factory=Fold)
    board: list[bytes] = field(default_factory=list)
    book: list[bytes] = field(default_factory=list)
    at: int = 1_800_000_000

    def put(self, act: Any) -> None:
        """Add one act to the record it belongs to."""
        data = rules.write_entry(act)
        record = rules.row_of(act).record
        self.fold.take(data, record)
        (self.board if record == "board" else self.book).append(data)

    def do(self, kind: str, by: str = "secretary", **fields: Any) -> None:
        """Make and add an act by its fields."""
        self.at += 1
        row, fold = ACTS[kind, 1], self.fold
        known = fields | {"type": kind, "v": 1, "at": self.at, "date": DAY, "by": by}
        if row.record == "book":
            known["board"] = fold.board.size
        elif row.rests:
            known["rests_on"] = {
                "size": fold.book_side.frontier.size,
                "root": fold.book_side.frontier.root().hex(),
            }
        self.put(msgspec.convert(known | self._following(kind, fields), row.act))

    def _following(self, kind: str, fields: dict[str, Any]) -> dict[str, Any]:
        """What an act says that follows from the record."""
        book, board = self.fold.book, self.fold.board
        assert book is not None
        if kind == "RollCounted":
            return {"members": len(book.roll)}
        if kind == "VotingOpened":
            return {"entitled": board.members}
        if kind == "VotingClosed":
            tally = open_tally(book, fields["voting"])
            outcome = outcome_of(board, board.votings[fields["voting"]], tally)
            return {"tally": tally, "outcome": msgspec.to_builtins(outcome)}
        return {}


def founded() -> Records:
    """A body with nobody on its roll yet."""
    made = Records()
    charter = read_charter(CHARTER)
    plain = canonical.decode(charter_bytes(charter))
    key, following = keys.key_text(keys.public_key(SEED)), keys.key_hash(keys.public_key(NEXT))
    common = {"v": 1, "at": made.at, "date": DAY}
    digest = canonical.digest(charter_bytes(charter))
    made.put(BodyFounded(**common, name="Busy body", charter=digest, key=key, next=following, nonce="0" * 32))
    body = identity.body_id(made.board[0])
    made.put(CharterAdopted(**common, charter=plain))
    made.put(BookOpened(**common, board=2, body=body, key=key, next=following))
    return made


def token(number: int) -> str:
    """The token of the n-th member."""
    return f"{number:032x}"


def generate(acts: int, members: int) -> Records:
    """A body with so many acts in all, of which `members` are admissions.

    A tenth are other acts: meetings, attendance, proposals, supports, roles, counts of the roll.
    """
    made = founded()
    for number in range(members):
        made.do("MemberAdmitted", token=token(number))
    made.do("RollCounted")
    others = acts // 10 - VOTINGS * 2 - 4
    votes = (acts - members - acts // 10) // VOTINGS
    each = others // VOTINGS
    for voting in range(VOTINGS):
        made.do("VotingOpened", voting=f"v-{voting}", matter="general")
        for number in range(votes):
            choice = ("yes", "no", "abstain")[number % 3]
            made.do("VoteCast", by="", voting=f"v-{voting}", token=token(number % members), choice=choice)
        _others(made, voting, each)
        made.do("VotingClosed", voting=f"v-{voting}")
    return made


def _others(made: Records, voting: int, count: int) -> None:
    text = {"en": {"sha256": "0" * 64, "size": 100}}
    for number in range(count // 5):
        name = f"{voting}-{number}"
        made.do("MeetingCalled", meeting=f"m-{name}", on="2031-01-01")
        made.do("ProposalPut", proposal=f"p-{name}", title="A proposal", matter="general", texts=text)
        made.do("SupportGiven", by="", proposal=f"p-{name}", token=token(number))
        made.do("RoleGiven", token=token(number), role="secretary")
        made.do("RollCounted")
