"""What an act says that follows from the record: filled in by the node, checked by everybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from symbiosis.actions import closed_votes, folds
from symbiosis.actions.attachments import bytes_at
from symbiosis.core import tallies
from symbiosis.core.acts import ACTS
from symbiosis.core.decided import voting_of
from symbiosis.core.extensions import asking_bodies
from symbiosis.core.mandates import body_votes
from symbiosis.core.member_votes import may_vote, open_tally
from symbiosis.core.membership import KeyChanged
from symbiosis.core.outcomes import added, outcome_of
from symbiosis.core.reading import charter_bytes, read_charter
from symbiosis.counting.apportionment import largest_remainder
from symbiosis.counting.lots import drawn_from
from symbiosis.counting.outcomes import side_of
from symbiosis.errors import Refusal
from symbiosis.record import canonical, identity, proofs, tiles
from symbiosis.store import reader, writer
from symbiosis.verify.ballots import result_of, tally_from
from symbiosis.verify.replay import Fold

Fields = dict[str, Any]


def fill(fold: Fold, kind: str, fields: Fields) -> Fields:
    """The fields with what the record gives for those that were left out.

    Raises `Refusal` FieldUnreadable: nothing is computed from a value that is none.
    """
    known = FILLED.get(kind)
    if known is None:
        return fields
    for each in msgspec.structs.fields(ACTS[kind, 1].act):
        if each.name in fields:
            try:
                msgspec.convert(fields[each.name], each.type)
            except msgspec.ValidationError as error:
                raise Refusal("FieldUnreadable", "", problem=f"{each.name}: {error}") from error
    return known(fold, fields) | fields


def _rolled(fold: Fold, fields: Fields) -> Fields:
    """A body of members counts its roll; a body of bodies adds up what they have stated."""
    if fold.board.charter.bodies is not None:
        sisters = fold.board.sisters.values()
        taking_part = [each for each in sisters if each.takes_part(fields["date"]) and not each.partner]
        return {"members": sum(each.members_on(fields["date"]) for each in taking_part)}
    return {"members": len(fold.book.roll)} if fold.book else {}


def _supports(fold: Fold, fields: Fields) -> Fields:
    return {"members": len(fold.book.supports.get(fields.get("proposal", ""), ()))} if fold.book else {}


def _signatures(fold: Fold, fields: Fields) -> Fields:
    """What the book has; in a council the people who sign are in their bodies, and somebody attests the number."""
    if fold.board.charter.bodies is not None:
        return {}
    return {"members": len(fold.book.signed.get(fields.get("petition", ""), ()))} if fold.book else {}


def _opened(fold: Fold, fields: Fields) -> Fields:
    matter = fold.board.charter.matters.get(fields.get("matter", ""))
    number = fields.get("stage", 1)
    if matter is None or not isinstance(number, int) or not 1 <= number <= len(matter.stages):
        return {}
    stage = matter.stages[number - 1]
    found: Fields = {}
    if stage.electorate == "members":
        put = str(fields.get("proposal") or "")
        found["entitled"] = fold.board.members
        if fold.book is not None and (not put or put in fold.board.proposals):
            found["entitled"] = may_vote(fold.board, fold.book, stage, put, fields["date"])
    if stage.open_days:
        found["closes"] = fields["at"] + stage.open_days * 86400
    return found


def _extended(fold: Fold, fields: Fields) -> Fields:
    """How many ask for time as the record has it, and the moment that the charter's extension gives."""
    voting = voting_of(fold.board, fields.get("voting", ""))
    extension = voting.rule(fold.board).extension
    if extension is None:
        return {"asked": 0, "closes": voting.closes}
    if voting.rule(fold.board).electorate == "delegations":
        asked = asking_bodies(fold.board, voting)
    else:
        votes = open_tally(fold.book, voting.id) if fold.book is not None else {}
        asked = sum(votes.get(choice, 0) for choice in extension.positions)
    return {"asked": asked, "closes": voting.closes + extension.days * 86400}


def _closed(fold: Fold, fields: Fields) -> Fields:
    voting = voting_of(fold.board, fields.get("voting", ""))
    tally: dict[str, int] = fields.get("tally", {})
    if voting.rule(fold.board).electorate == "members" and not tally:
        counted = [report.counts for report in voting.reported]
        if voting.secrecy == "open" and fold.book is not None:
            counted.append(open_tally(fold.book, voting.id))
        if voting.secrecy == "closed":
            counted.append(closed_votes.totals(fold.board.id, voting.id))
        if voting.ballots is not None and voting.ballots.opened and voting.ballots.counted:
            counted.append(tally_from(fold.board, voting, result_of(voting, bytes_at)))
        tally = added(counted)
    return {
        "tally": tally,
        "outcome": msgspec.to_builtins(outcome_of(fold.board, voting, tally, fields["date"])),
    }


def _late(fold: Fold, fields: Fields) -> Fields:
    voting = voting_of(fold.board, fields.get("voting", ""))
    found: Fields = {}
    report = fields.pop("report", None)
    if report is not None and "body" in fields:
        origin = identity.board_origin(fields["body"])
        size, note = reader.heads([origin]).get(origin, (0, ""))
        if not 0 <= report < size:
            raise Refusal("NoSuchEntry", "", entry=report)
        entry = reader.entries(origin, report, report + 1)[0]
        path = tiles.inclusion_proof_from_tiles(writer.tile_reader(origin), report, size)
        found["entry"] = entry.decode()
        found["proof"] = proofs.write_proof(report, path, note)
        sent = msgspec.json.decode(entry, type=tallies.TallyReported)
        found |= {"counts": sent.counts, "tellers": list(sent.tellers), "sealed": sent.sealed}
    known = found | fields
    outcome = tallies.late_outcome(
        fold.board, voting, known.get("body", ""), known.get("counts", {}), tuple(known.get("tellers", ()))
    )
    return found | {"outcome": msgspec.to_builtins(outcome)}


def _recount(fold: Fold, fields: Fields) -> Fields:
    voting = voting_of(fold.board, fields.get("voting", ""))
    outcome = tallies.recount_outcome(fold.board, voting, fields.get("body", ""), fields.get("counts", {}))
    return {"outcome": msgspec.to_builtins(outcome)}


def _drawn(fold: Fold, fields: Fields) -> Fields:
    lot = fold.board.lots.get(fields.get("lot", ""))
    if lot is None:
        return {}
    return {"drawn": drawn_from(str(fields.get("seed", "")), lot.id, lot.groups, lot.seats)}


def _certified(fold: Fold, fields: Fields) -> Fields:
    outcome = voting_of(fold.board, fields.get("voting", "")).outcome
    return {"outcome": msgspec.to_builtins(outcome)} if outcome else {}


def _corrected(fold: Fold, fields: Fields) -> Fields:
    report = fold.board.reports.get(fields.get("entry", -1))
    if report is None or fields.get("counts") is None or report.to not in ("", fold.board.id):
        return {}
    voting = fold.board.votings[report.voting]
    if not voting.closed:
        return {}
    outcome = tallies.corrected_outcome(fold.board, voting, report.tally, fields["counts"])
    return {"outcome": msgspec.to_builtins(outcome)}


def _corrected_received(fold: Fold, fields: Fields) -> Fields:
    sent = msgspec.json.decode(fields["entry"].encode(), type=tallies.Corrected)
    for voting in fold.board.votings.values():
        for tally in voting.tallies.get(fields["sender"], []):
            if tally.origin == sent.entry and voting.closed and sent.counts is not None:
                outcome = tallies.corrected_outcome(fold.board, voting, tally, sent.counts)
                return {"outcome": msgspec.to_builtins(outcome)}
    return {}


def _joined_received(fold: Fold, fields: Fields) -> Fields:
    entries = reader.board_entries(fields["sender"])
    head = b'"type":"KeyChanged"'
    return {
        "founding": entries[0].decode(),
        "key_entries": [entry.decode() for entry in entries if head in entry and _is_key_change(entry)],
    }


def _is_key_change(entry: bytes) -> bool:
    try:
        msgspec.json.decode(entry, type=KeyChanged)
    except msgspec.ValidationError:
        return False
    return True


def _charter(fold: Fold, fields: Fields) -> Fields:
    return {"digest": canonical.digest(charter_bytes(read_charter(fields.get("charter"))))}


def _mandate(fold: Fold, fields: Fields) -> Fields:
    """Tally of the body's vote, and its votes in the council: on its majority's side, or split if asked."""
    voting = voting_of(fold.board, fields.get("voting", ""))
    split = fields.pop("split", False)
    found: Fields = {"tally": voting.behind}
    if "votes" not in fields and "to" in fields and reader.size(identity.board_origin(fields["to"])):
        council = folds.caught_up(fields["to"]).board
        if fold.board.id in council.sisters:
            total = body_votes(council, fold.board.id)
            people = {side: voting.behind.get(side, 0) for side in ("yes", "no")}
            found["votes"] = largest_remainder(total, people) if split else {side_of(people): total}
    return found


def _ratification(fold: Fold, fields: Fields) -> Fields:
    """The tally of the body's own vote, and the answer that it gives."""
    own = voting_of(fold.board, fields.get("own", ""))
    if own.outcome is None:
        return {}
    people = {side: own.behind.get(side, 0) for side in ("yes", "no")}
    lost = "abstain" if side_of(people) == "abstain" else "no"
    return {"tally": own.behind, "answer": "yes" if own.outcome.result == "adopted" else lost}


FILLED: dict[str, Callable[[Fold, Fields], Fields]] = {
    "RollCounted": _rolled,
    "SupportCounted": _supports,
    "PetitionCounted": _signatures,
    "VotingOpened": _opened,
    "VotingClosed": _closed,
    "VotingExtended": _extended,
    "LateTallyAccepted": _late,
    "RecountReported": _recount,
    "OutcomeCertified": _certified,
    "LotDrawn": _drawn,
    "Corrected": _corrected,
    "CorrectedReceived": _corrected_received,
    "BodyJoinedReceived": _joined_received,
    "CharterChanged": _charter,
    "MandateGiven": _mandate,
    "RatificationGiven": _ratification,
}
