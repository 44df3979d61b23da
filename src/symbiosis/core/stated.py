"""Large votes: papers that one entry cannot hold are stated in parts, right before the act that closes the vote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec

from symbiosis.core.act import Act, Count, Name, Position
from symbiosis.core.charters import counted_by
from symbiosis.core.decided import voting_of
from symbiosis.core.papers import check_position
from symbiosis.core.proposals import check_not_suspended
from symbiosis.core.state import Board, Voting
from symbiosis.errors import Refusal

Part = Annotated[int, msgspec.Meta(ge=1, le=9999)]
"""The number of a part, from 1."""
ROOM = 60_000
"""Bytes of papers in one part; the act's other fields have the rest of an entry's 65,535."""


class PapersStated(Act, frozen=True, kw_only=True):
    """A part of the papers of a large vote, by what is written on them; the act that closes the vote counts all parts.

    Whoever has the power for VotingClosed does it, and no charter names it: closing a large vote needs no more power
    than closing a small one. It says nothing that is final: the closing act is checked against the record as always.
    """

    voting: Name
    part: Part
    tally: Annotated[dict[Position, Count], msgspec.Meta(min_length=1)]


def check_papers_stated(board: Board, act: PapersStated) -> None:
    """The vote counts its members' papers and is over, the papers can be counted, and each stands in one part only.

    Raises `Refusal` NoSuchVoting, VotingIsClosed, NotYetOver, ItemSuspended, NoPapersToState, PartOutOfOrder,
    PaperStatedTwice, MoreThanTheRoll, and what `check_position` raises.
    """
    voting = voting_of(board, act.voting)
    check_over(board, voting, act.at)
    stage = voting.rule(board)
    if stage.electorate != "members" or counted_by(stage) is None:
        raise Refusal("NoPapersToState", f"matters.{voting.matter}", voting=act.voting)
    if act.part not in (1, voting.parts + 1):
        raise Refusal("PartOutOfOrder", "", part=act.part, next=voting.parts + 1)
    before = voting.stated if act.part > 1 else {}
    for paper in act.tally:
        check_position(voting, stage, paper, by_hand=True)
        if paper in before:
            raise Refusal("PaperStatedTwice", "", paper=paper)
    cast = sum(before.values()) + sum(act.tally.values())
    if cast > voting.entitled:
        raise Refusal("MoreThanTheRoll", "", present=cast, roll=voting.entitled)


def apply_papers_stated(board: Board, act: PapersStated) -> None:
    """It is added to the parts before it; part 1 begins anew, so that a closing that went wrong can be repeated."""
    voting = board.votings[act.voting]
    voting.stated = (voting.stated if act.part > 1 else {}) | act.tally
    voting.parts = act.part


def check_over(board: Board, voting: Voting, at: int) -> None:
    """The time of the vote is over, and it is not closed yet.

    Raises `Refusal` VotingIsClosed, NotYetOver, ItemSuspended.
    """
    if voting.closed:
        raise Refusal("VotingIsClosed", "", voting=voting.id)
    if voting.closes and at < voting.closes:
        raise Refusal("NotYetOver", "", voting=voting.id)
    if voting.proposal:
        check_not_suspended(board.proposals[voting.proposal], at)


def whole_tally(voting: Voting, tally: dict[str, int], parts: int) -> dict[str, int]:
    """The members' votes that a closing act speaks of: its own tally, or that of the `parts` stated before it."""
    return voting.stated if parts else tally


def check_parts(voting: Voting, tally: dict[str, int], parts: int) -> None:
    """A closing act names all parts that were stated and repeats none of their papers, or names no part.

    Raises `Refusal` PartsDiffer.
    """
    if parts and (tally or parts != voting.parts):
        raise Refusal("PartsDiffer", "", parts=parts, stated=voting.parts)


def in_parts(tally: dict[str, int]) -> Iterator[dict[str, int]]:
    """A tally in parts that fit into entries, its papers in the order of what is written on them and no other."""
    part: dict[str, int] = {}
    used = 0
    for paper in sorted(tally):
        size = len(f'"{paper}":{tally[paper]},')
        if used + size > ROOM:
            yield part
            part, used = {}, 0
        part[paper] = tally[paper]
        used += size
    if part:
        yield part
