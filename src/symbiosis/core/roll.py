"""The roll of a body, in its book: tokens, never names."""

from __future__ import annotations

from typing import Annotated

import msgspec

from symbiosis.core.act import Act, BodyId, Day, Digest, Key, Name, Token
from symbiosis.core.decided import voting_of
from symbiosis.core.state import Board, Book, days_between
from symbiosis.errors import Refusal
from symbiosis.record import keys


class BookOpened(Act, frozen=True, kw_only=True):
    """A body's book begins: entry 0, naming the body it belongs to."""

    body: BodyId
    key: Key
    next: Digest


def check_book_opened(book: Book, act: BookOpened) -> None:
    """Only an empty book, of this very body. Raises `Refusal` AlreadyFounded, NotForThisBody."""
    if book.size:
        raise Refusal("AlreadyFounded", "")
    if act.body != book.board.id:
        raise Refusal("NotForThisBody", "")


def apply_book_opened(book: Book, act: BookOpened) -> None:
    """The book can be written."""
    book.key, book.next = act.key, act.next


class BookKeyChanged(Act, frozen=True, kw_only=True):
    """The book's key is replaced by the one that was committed to beforehand."""

    key: Key
    next: Digest


def check_book_key_changed(book: Book, act: BookKeyChanged) -> None:
    """The new key hashes to what was announced. Raises `Refusal` KeyNotAnnounced."""
    if keys.key_hash(keys.parse_key(act.key)) != book.next:
        raise Refusal("KeyNotAnnounced", "")


def apply_book_key_changed(book: Book, act: BookKeyChanged) -> None:
    """Checkpoints after this one carry the new key's signature."""
    book.key, book.next = act.key, act.next


class MemberAdmitted(Act, frozen=True, kw_only=True):
    """A person is on the roll, as a token."""

    token: Token


def check_member_admitted(book: Book, act: MemberAdmitted) -> None:
    """The token is not on the roll. Raises `Refusal` AlreadyOnTheRoll."""
    if act.token in book.roll:
        raise Refusal("AlreadyOnTheRoll", "")


def apply_member_admitted(book: Book, act: MemberAdmitted) -> None:
    """The person takes part in everything that opens from now on."""
    book.roll[act.token] = book.size


class MemberLeft(Act, frozen=True, kw_only=True):
    """A person is no longer on the roll. Votes they cast before stand."""

    token: Token


def check_member_left(book: Book, act: MemberLeft) -> None:
    """The token is on the roll. Raises `Refusal` NotOnTheRoll."""
    check_on_the_roll(book, act.token)


def apply_member_left(book: Book, act: MemberLeft) -> None:
    """The token's roles end with it."""
    del book.roll[act.token]
    book.roles.pop(act.token, None)


class RoleGiven(Act, frozen=True, kw_only=True):
    """A member takes on a role, for a term (`until`, the last day; empty for as long as it is not ended)."""

    token: Token
    role: Name
    until: Day | None = None


def check_role_given(book: Book, act: RoleGiven) -> None:
    """The charter has the role, the token is on the roll, the term is not over. Raises `Refusal` NoSuchRole,
    NotOnTheRoll, DateInThePast, TermTooLong."""
    check_on_the_roll(book, act.token)
    role = book.board.charter.roles.get(act.role)
    if role is None:
        raise Refusal("NoSuchRole", "roles", role=act.role)
    if act.until and days_between(act.date, act.until) < 0:
        raise Refusal("DateInThePast", "", date=act.until)
    if role.term_days and (not act.until or days_between(act.date, act.until) > role.term_days):
        raise Refusal("TermTooLong", f"roles.{act.role}", days=role.term_days)


def apply_role_given(book: Book, act: RoleGiven) -> None:
    """The member may act in that role."""
    book.roles.setdefault(act.token, {})[act.role] = act.until or ""


class RoleEnded(Act, frozen=True, kw_only=True):
    """A member no longer has a role."""

    token: Token
    role: Name


def check_role_ended(book: Book, act: RoleEnded) -> None:
    """The member has the role. Raises `Refusal` RoleNotHeld."""
    if act.role not in book.roles.get(act.token, {}):
        raise Refusal("RoleNotHeld", "roles", role=act.role)


def apply_role_ended(book: Book, act: RoleEnded) -> None:
    """The role's powers are gone at once."""
    del book.roles[act.token][act.role]


def holds_role(book: Book, token: str, role: str, day: str) -> bool:
    """Whether a member holds a role on a date: on the roll, in the term, not recalled."""
    until = book.roles.get(token, {}).get(role)
    return until is not None and (not until or day <= until)


class VoteCast(Act, frozen=True, kw_only=True):
    """One member's vote in an open voting; a later one takes its place."""

    voting: Name
    token: Token
    choice: Annotated[str, msgspec.Meta(pattern=r"^[a-z_]{1,32}$")]
    ground: str = ""


def check_vote_cast(book: Book, act: VoteCast) -> None:
    """The voting is open to this member, and the choice is one that it offers.

    Raises `Refusal` NoSuchVoting, VotingClosed, NotOnTheRoll, AdmittedTooLate, SecrecyDiffers,
    NotAChoice, GroundNeeded.
    """
    check_may_vote(book.board, book, act, "open")


def apply_vote_cast(book: Book, act: VoteCast) -> None:
    """This is the member's vote until they change it or the voting closes."""
    book.votes.setdefault(act.voting, {})[act.token] = act.choice


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
    if admitted >= voting.book_size:
        raise Refusal("AdmittedTooLate", "", voting=act.voting)
    offered = CONSENSUS_POSITIONS if stage.method == "consensus" else VOTE_CHOICES
    if act.choice not in offered:
        raise Refusal("NotAChoice", f"matters.{voting.matter}", choice=act.choice)
    if act.choice == "block" and act.ground not in stage.block_grounds:
        raise Refusal("GroundNeeded", f"matters.{voting.matter}", grounds=", ".join(stage.block_grounds))


VOTE_CHOICES = ("yes", "no", "abstain")
CONSENSUS_POSITIONS = ("agree", "reservation", "stand_aside", "block", "needs_discussion")


def check_on_the_roll(book: Book, token: str) -> None:
    """Raises `Refusal` NotOnTheRoll."""
    if token not in book.roll:
        raise Refusal("NotOnTheRoll", "")


def open_tally(book: Book, voting: str) -> dict[str, int]:
    """The members' open votes in a voting, counted: {"yes": 19, "no": 1}."""
    counts: dict[str, int] = {}
    for choice in book.votes.get(voting, {}).values():
        counts[choice] = counts.get(choice, 0) + 1
    return counts


class SupportGiven(Act, frozen=True, kw_only=True):
    """A member supports a proposal of their own body."""

    proposal: Name
    token: Token


def check_support_given(book: Book, act: SupportGiven) -> None:
    """The proposal is before the body and the member has not supported it yet. Raises `Refusal`
    NoSuchProposal, NotOnTheRoll, AlreadySupported."""
    check_on_the_roll(book, act.token)
    if act.proposal not in book.board.proposals:
        raise Refusal("NoSuchProposal", "", proposal=act.proposal)
    if act.token in book.supports.get(act.proposal, ()):
        raise Refusal("AlreadySupported", "", proposal=act.proposal)


def apply_support_given(book: Book, act: SupportGiven) -> None:
    """One more supporter; the board learns the number only."""
    book.supports.setdefault(act.proposal, set()).add(act.token)


class PetitionSigned(Act, frozen=True, kw_only=True):
    """A member signs a petition in their own body."""

    petition: Name
    token: Token


def check_petition_signed(book: Book, act: PetitionSigned) -> None:
    """The petition is open and not signed by this member. Raises `Refusal` NoSuchPetition, AlreadySupported."""
    check_on_the_roll(book, act.token)
    if act.petition not in book.board.petitions:
        raise Refusal("NoSuchPetition", "", petition=act.petition)
    if act.token in book.signed.get(act.petition, ()):
        raise Refusal("AlreadySupported", "", proposal=act.petition)


def apply_petition_signed(book: Book, act: PetitionSigned) -> None:
    """One more signature; the board learns the number only."""
    book.signed.setdefault(act.petition, set()).add(act.token)
