"""Several bodies in memory, with real keys, trees and proofs: acts go through the core and nothing else."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime

import msgspec

from symbiosis.core import body as rules
from symbiosis.core import tallies
from symbiosis.core.acts import ACTS
from symbiosis.core.charters import Stage
from symbiosis.core.decided import voting_of
from symbiosis.core.extensions import asking_bodies
from symbiosis.core.mandates import body_votes
from symbiosis.core.member_votes import may_vote, open_tally
from symbiosis.core.outcomes import added, outcome_of
from symbiosis.core.reading import charter_bytes, read_charter
from symbiosis.core.state import Board, Book, Voting
from symbiosis.counting.apportionment import largest_remainder
from symbiosis.counting.outcomes import side_of
from symbiosis.errors import Refusal
from symbiosis.record import canonical, identity, keys, proofs, tree
from symbiosis.record.checkpoints import Checkpoint, sign_checkpoint

NOON = 1_804_248_000
"""2027-03-05 12:00 UTC: when these stories begin."""


def token(name: str) -> str:
    """A person of these stories, in any body."""
    return hashlib.sha256(f"person/{name}".encode()).hexdigest()[:32]


@dataclass
class Kept:
    """One body: its state as it was folded live, and what its node would keep on disk."""

    seed: bytes
    board: Board = field(default_factory=Board)
    book: Book | None = None
    entries: dict[str, list[bytes]] = field(default_factory=lambda: {"board": [], "book": []})
    leaves: dict[str, list[bytes]] = field(default_factory=lambda: {"board": [], "book": []})

    def append(self, act) -> int:
        """Write and read the act again, apply it, and give the index of its entry."""
        data = rules.write_entry(act)
        read = rules.read_entry(data)
        assert read == act
        record = rules.row_of(act).record
        rules.apply(self.board, self.book, read)
        self.entries[record].append(data)
        self.leaves[record].append(tree.leaf_hash(data))
        return len(self.entries[record]) - 1

    def proof(self, index: int) -> str:
        """The proof of a board entry under a checkpoint signed now."""
        leaves = self.leaves["board"]
        checkpoint = Checkpoint(identity.board_origin(self.board.id), len(leaves), tree.root_of(leaves))
        path = tree.inclusion_proof(leaves, index, len(leaves))
        return proofs.write_proof(index, path, sign_checkpoint(checkpoint, self.seed))

    def book_head(self) -> dict[str, int | str]:
        """What a board act says of the book that it rests on."""
        leaves = self.leaves["book"]
        return {"size": len(leaves), "root": tree.root_of(leaves).hex()}


def seed_after(seed: bytes) -> bytes:
    """The key that takes the place of this one."""
    return hashlib.sha256(b"next" + seed).digest()


class Confederation:
    """Bodies by their codes, and one clock."""

    def __init__(self) -> None:
        self.bodies: dict[str, Kept] = {}
        self.at = NOON

    def id(self, code: str) -> str:
        """A body's id."""
        return self.bodies[code].board.id

    def found(self, code: str, charter: dict, *, book: bool = True) -> Kept:
        """Found a body on a charter, with its book."""
        read = read_charter(charter)
        plain = msgspec.json.decode(charter_bytes(read))
        seed = hashlib.sha256(code.encode()).digest()
        key = {
            "key": keys.key_text(keys.public_key(seed)),
            "next": keys.key_hash(keys.public_key(seed_after(seed))),
        }
        kept = self.bodies[code] = Kept(seed)
        digest = canonical.digest(charter_bytes(read))
        self.do(code, "BodyFounded", name=read.name, charter=digest, nonce=seed.hex()[:32], **key)
        self.do(code, "CharterAdopted", charter=plain)
        if book:
            kept.book = Book(board=kept.board)
            self.do(code, "BookOpened", body=kept.board.id, **key)
        return kept

    def do(self, code: str, kind: str, by: str = "", /, **fields):
        """Do one act in a body and deliver it where it goes; gives the act.

        Raises `Refusal`. Where the receiving body refuses, the act stands in the sender's board.
        """
        kept, row = self.bodies[code], ACTS[kind, 1]
        for act in rules.in_entries(self.make(code, kind, by, **fields)):
            rules.check(kept.board, kept.book, act)
            index = kept.append(act)
        try:
            if row.goes and not getattr(act, "sealed", None):
                for other in self._recipients(kept, act):
                    self.deliver(code, index, other, row.goes)
        finally:
            # The change travels under the old key; whoever refuses it does not keep the new one from signing.
            if kind == "KeyChanged":
                kept.seed = seed_after(kept.seed)
        return act

    def make(self, code: str, kind: str, by: str = "", /, **fields):
        """The act that these fields make now, with what follows from the record where it was left out."""
        kept, row = self.bodies[code], ACTS[kind, 1]
        day = datetime.fromtimestamp(self.at, UTC).date().isoformat()
        known = {"type": kind, "v": 1, "at": self.at, "date": day, "by": by} | self._filled(
            kept, kind, {"date": day} | fields
        )
        if row.record == "book":
            known["board"] = kept.board.size
        elif row.rests and kept.book is not None:
            known["rests_on"] = kept.book_head()
        try:
            return msgspec.convert(known, row.act)
        except msgspec.ValidationError as error:
            raise Refusal("FieldUnreadable", "", problem=str(error)) from error

    def deliver(self, code: str, index: int, other: str, kind: str) -> None:
        """Take an entry of one body into another's board, with its proof."""
        sender = self.bodies[code]
        fields = {
            "sender": sender.board.id,
            "entry": sender.entries["board"][index].decode(),
            "proof": sender.proof(index),
        }
        if kind == "BodyJoinedReceived":
            changes = [data for data in sender.entries["board"] if b'"type":"KeyChanged"' in data]
            fields |= {
                "founding": sender.entries["board"][0].decode(),
                "key_entries": tuple(data.decode() for data in changes),
            }
        self.do(other, kind, **fields)

    def _recipients(self, kept: Kept, act) -> list[str]:
        if type(act).__name__ == "KeyChanged":
            wanted = {other for other, left in kept.board.confederations.items() if not left}
        else:
            wanted = {act.to} - {kept.board.id, None}
        return [code for code, each in self.bodies.items() if each.board.id in wanted]

    def _filled(self, kept: Kept, kind: str, fields: dict) -> dict:
        board, book = kept.board, kept.book
        if kind == "RollCounted" and book:
            return {"members": len(book.roll)} | fields
        if kind == "SupportCounted" and book:
            return {"members": len(book.supports.get(fields["proposal"], ()))} | fields
        if kind == "PetitionCounted" and book:
            return {"members": len(book.signed.get(fields["petition"], ()))} | fields
        if kind == "VotingOpened" and fields["matter"] in board.charter.matters:
            stages = board.charter.matters[fields["matter"]].stages
            stage = stages[min(max(fields.get("stage", 1), 1), len(stages)) - 1]
            return self._entitled(kept, stage, fields) | fields
        if kind == "VotingExtended" and fields["voting"] in board.votings:
            return self._extended(kept, board.votings[fields["voting"]]) | fields
        if kind in COMPUTED and "outcome" not in fields:
            return fields | COMPUTED[kind](kept, fields)
        if kind == "MandateGiven" and fields.get("voting") in board.votings:
            tally = board.votings[fields["voting"]].behind
            return {"tally": tally, "votes": self._votes(board, fields, tally)} | fields
        if kind == "RatificationGiven":
            own = voting_of(board, fields["own"])
            adopted = own.outcome is not None and own.outcome.result == "adopted"
            lost = "abstain" if side_of(sides(own.behind)) == "abstain" else "no"
            return {"tally": own.behind, "answer": "yes" if adopted else lost} | fields
        return fields

    def _entitled(self, kept: Kept, stage: Stage, fields: dict) -> dict:
        if stage.electorate != "members":
            return {}
        proposal = fields.get("proposal", "")
        if kept.book is None or (proposal and proposal not in kept.board.proposals):
            return {"entitled": kept.board.members}
        return {"entitled": may_vote(kept.board, kept.book, stage, proposal, fields["date"])}

    def _extended(self, kept: Kept, voting: Voting) -> dict:
        extension = voting.rule(kept.board).extension
        if extension is None:
            return {"asked": 0, "closes": voting.closes}
        votes = open_tally(kept.book, voting.id) if kept.book else {}
        asked = sum(votes.get(each, 0) for each in extension.positions)
        if voting.rule(kept.board).electorate == "delegations":
            asked = asking_bodies(kept.board, voting)
        return {"asked": asked, "closes": voting.closes + extension.days * 86_400}

    def _votes(self, board: Board, fields: dict, tally: dict[str, int]) -> dict[str, int]:
        council = next((each.board for each in self.bodies.values() if each.board.id == fields["to"]), None)
        if council is None or board.id not in council.sisters:
            return {}
        return largest_remainder(body_votes(council, board.id), sides(tally))


def sides(tally: dict[str, int]) -> dict[str, int]:
    """The yes and no of a tally."""
    return {side: tally.get(side, 0) for side in ("yes", "no")}


def _closed(kept: Kept, fields: dict) -> dict:
    voting = voting_of(kept.board, fields["voting"])
    tally = dict(fields.get("tally", {}))
    if fields.get("parts"):
        return {"outcome": plain(outcome_of(kept.board, voting, voting.stated, fields["date"]))}
    if not tally and voting.rule(kept.board).electorate == "members":
        votes = open_tally(kept.book, voting.id) if kept.book and voting.secrecy == "open" else {}
        tally = added([votes, *[report.counts for report in voting.reported]])
    return {"tally": tally, "outcome": plain(outcome_of(kept.board, voting, tally, fields["date"]))}


def _late(kept: Kept, fields: dict) -> dict:
    voting = voting_of(kept.board, fields["voting"])
    outcome = tallies.late_outcome(
        kept.board, voting, fields["body"], fields["counts"], tuple(fields["tellers"])
    )
    return {"outcome": plain(outcome)}


def _recount(kept: Kept, fields: dict) -> dict:
    voting = voting_of(kept.board, fields["voting"])
    return {"outcome": plain(tallies.recount_outcome(kept.board, voting, fields["body"], fields["counts"]))}


def _certified(kept: Kept, fields: dict) -> dict:
    voting = voting_of(kept.board, fields["voting"])
    return {"outcome": plain(voting.outcome or outcome_of(kept.board, voting))}


def _corrected(kept: Kept, fields: dict) -> dict:
    report = kept.board.reports.get(fields["entry"])
    if report is None or fields.get("counts") is None or report.to not in ("", kept.board.id):
        return {}
    voting = kept.board.votings[report.voting]
    if not voting.closed:
        return {}
    outcome = tallies.corrected_outcome(kept.board, voting, report.tally, fields["counts"])
    return {"outcome": plain(outcome)}


def plain(outcome) -> dict:
    """An outcome as an act carries it."""
    return msgspec.to_builtins(outcome)


COMPUTED = {
    "VotingClosed": _closed,
    "LateTallyAccepted": _late,
    "RecountReported": _recount,
    "OutcomeCertified": _certified,
    "Corrected": _corrected,
}
