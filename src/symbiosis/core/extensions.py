"""Votes that stay open longer because people ask for time."""

from __future__ import annotations

from symbiosis.core.act import Act, Count, Moment, Name
from symbiosis.core.state import Board, Voting
from symbiosis.core.voting import open_voting, standing_votes
from symbiosis.errors import Refusal


class VotingExtended(Act, frozen=True, kw_only=True):
    """A vote's last moment moves on, because `asked` of those who take part ask for time or more discussion."""

    voting: Name
    asked: Count
    closes: Moment


def check_voting_extended(board: Board, act: VotingExtended) -> None:
    """The charter gives the extension, so many ask for it, and not all of them have had theirs.

    Raises `Refusal` NoSuchVoting, VotingIsClosed, NoExtension, TallyDiffers, OpenTooShort.
    """
    voting = open_voting(board, act.voting, act.at)
    stage = voting.rule(board)
    article = f"matters.{voting.matter}"
    if stage.extension is None or not voting.closes:
        raise Refusal("NoExtension", article, had=voting.extensions, asked=act.asked)
    if stage.electorate == "delegations" and act.asked != asking_bodies(board, voting):
        raise Refusal("TallyDiffers", "", voting=act.voting)
    if voting.extensions >= min(act.asked, stage.extension.most):
        raise Refusal("NoExtension", f"{article}.extension", had=voting.extensions, asked=act.asked)
    if act.closes != voting.closes + stage.extension.days * 86400:
        raise Refusal("OpenTooShort", f"{article}.extension", days=stage.extension.days)


def asking_bodies(board: Board, voting: Voting) -> int:
    """How many delegations ask for time by the position they have taken."""
    extension = voting.rule(board).extension
    wanted = extension.positions if extension else ()
    return sum(any(votes.get(each) for each in wanted) for votes in standing_votes(board, voting).values())


def apply_voting_extended(board: Board, act: VotingExtended) -> None:
    """Votes are taken until the new moment."""
    voting = board.votings[act.voting]
    voting.closes = act.closes
    voting.extensions += 1
