"""Members' votes in their own body, by themselves or by somebody who has their word."""

from __future__ import annotations

from symbiosis.core.act import Act, Day, Name, Position, Token
from symbiosis.core.charters import Stage
from symbiosis.core.decided import voting_of
from symbiosis.core.papers import check_position
from symbiosis.core.roles import holds_role
from symbiosis.core.roll import check_on_the_roll
from symbiosis.core.state import Board, Book, Voting, days_between
from symbiosis.errors import Refusal


class VoteCast(Act, frozen=True, kw_only=True):
    """One member's vote in an open voting; a later one takes its place.

    `holder` is who casts it on the member's word.
    """

    voting: Name
    token: Token
    choice: Position
    ground: str = ""
    holder: Token | None = None


def check_vote_cast(book: Book, act: VoteCast) -> None:
    """The voting is open to this member, and the choice is one that it offers.

    Raises `Refusal` NoSuchVoting, VotingClosed, NotOnTheRoll, AdmittedTooLate, NoVoteYet, NotInGoodStanding,
    DoesNotVote, NoProxy, SecrecyDiffers, GroundNeeded, and what `check_position` raises.
    """
    check_may_vote(book.board, book, act, "open")


def apply_vote_cast(book: Book, act: VoteCast) -> None:
    """This is the member's vote until they change it or the voting closes."""
    book.votes.setdefault(act.voting, {})[act.token] = act.choice
    if act.holder:
        book.by_proxy.setdefault(act.voting, {})[act.token] = act.holder
    else:
        book.by_proxy.get(act.voting, {}).pop(act.token, None)


def check_may_vote(board: Board, book: Book, act: VoteCast, secrecy: str) -> None:
    """The one rule for a member's vote, whatever becomes of it: an entry (open) or a sealed row (closed)."""
    voting = voting_of(board, act.voting)
    stage = voting.rule(board)
    if voting.closed or (voting.closes and act.at > voting.closes):
        raise Refusal("VotingIsClosed", "", voting=act.voting)
    if stage.electorate != "members" or voting.secrecy != secrecy:
        raise Refusal("SecrecyDiffers", f"matters.{voting.matter}", secrecy=voting.secrecy)
    admitted = book.roll.get(act.token)
    if admitted is None:
        raise Refusal("NotOnTheRoll", "")
    if admitted >= voting.book_size or not was_there(board, book, voting, act.token):
        raise Refusal("AdmittedTooLate", "", voting=act.voting)
    _check_has_vote(board, book, voting, act)
    check_position(voting, stage, act.choice)
    if act.choice == "block" and stage.block_grounds and act.ground not in stage.block_grounds:
        raise Refusal("GroundNeeded", f"matters.{voting.matter}", grounds=", ".join(stage.block_grounds))


def _check_has_vote(board: Board, book: Book, voting: Voting, act: VoteCast) -> None:
    days = board.charter.roll.waiting_days
    if days_between(book.joined[act.token], voting.opened_date) < days:
        raise Refusal("NoVoteYet", "roll.waiting_days", days=days)
    if act.token in book.behind:
        raise Refusal("NotInGoodStanding", "roll")
    for role in book.roles.get(act.token, {}):
        rule = board.charter.roles.get(role)
        if rule and rule.no_vote and holds_role(book, act.token, role, act.date):
            raise Refusal("DoesNotVote", f"roles.{role}.no_vote", role=role)
    if act.holder:
        _check_proxy(book, voting, act)


def _check_proxy(book: Book, voting: Voting, act: VoteCast) -> None:
    """The holder has the member's word, and votes for no more than the charter lets one."""
    most = voting.rule(book.board).proxies
    given = book.proxies.get(act.token)
    held = book.by_proxy.get(act.voting, {})
    others = sum(holder == act.holder for token, holder in held.items() if token != act.token)
    own = act.token in book.votes.get(act.voting, {}) and act.token not in held
    valid = given is not None and given[0] == act.holder and act.date <= given[1]
    if not valid or others >= most or own or act.holder not in book.roll:
        raise Refusal("NoProxy", f"matters.{voting.matter}.proxies", most=most)


def was_there(board: Board, book: Book, voting: Voting, token: str) -> bool:
    """Where the charter asks for it: on the roll already when the proposal was put."""
    if voting.rule(board).snapshot == "opened" or not voting.proposal:
        return True
    return book.admitted[token] <= board.proposals[voting.proposal].index


def may_vote(board: Board, book: Book, stage: Stage, proposal: str, day: str) -> int:
    """How many on the roll may take part in a vote of this stage, if it opened on a day on a proposal ("": on none)."""
    before = board.proposals[proposal].index if stage.snapshot == "put" and proposal else board.size
    waiting = board.charter.roll.waiting_days
    return sum(
        admitted <= before and days_between(book.joined[token], day) >= waiting and token not in book.behind
        for token, admitted in book.admitted.items()
    )


class ProxyGiven(Act, frozen=True, kw_only=True):
    """An absent member gives another their word to vote for them, until a day."""

    token: Token
    holder: Token
    until: Day


def check_proxy_given(book: Book, act: ProxyGiven) -> None:
    """Both are on the roll and are two. Raises `Refusal` NotOnTheRoll, OwnProxy, DateInThePast."""
    check_on_the_roll(book, act.token)
    check_on_the_roll(book, act.holder)
    if act.token == act.holder:
        raise Refusal("OwnProxy", "")
    if days_between(act.date, act.until) < 0:
        raise Refusal("DateInThePast", "", date=act.until)


def apply_proxy_given(book: Book, act: ProxyGiven) -> None:
    """The holder may vote for the member where the charter lets them; the member's own vote takes its place."""
    book.proxies[act.token] = (act.holder, act.until)


def open_tally(book: Book, voting: str) -> dict[str, int]:
    """The members' open votes in a voting, counted: {"yes": 19, "no": 1}."""
    counts: dict[str, int] = {}
    for choice in book.votes.get(voting, {}).values():
        counts[choice] = counts.get(choice, 0) + 1
    return counts
