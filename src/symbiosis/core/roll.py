"""The roll of a body, in its book: tokens, never names."""

from __future__ import annotations

from symbiosis.core.act import Act, BodyId, Digest, Key, Name, Token
from symbiosis.core.cases import case_of, check_carried_out
from symbiosis.core.state import Book
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
    """A person is on the roll, as a token, on the word of `vouchers` who are on it."""

    token: Token
    vouchers: tuple[Token, ...] = ()


def check_member_admitted(book: Book, act: MemberAdmitted) -> None:
    """The token is not on the roll, and enough members vouch. Raises `Refusal` AlreadyOnTheRoll, TooFewVouch."""
    if act.token in book.roll:
        raise Refusal("AlreadyOnTheRoll", "")
    vouch = {each for each in act.vouchers if each in book.roll}
    # The first ones have nobody to vouch for them.
    needed = min(book.board.charter.roll.vouchers, len(book.roll))
    if len(vouch) < needed:
        raise Refusal("TooFewVouch", "roll.vouchers", vouchers=len(vouch), needed=needed)


def apply_member_admitted(book: Book, act: MemberAdmitted) -> None:
    """The person takes part in everything that opens from now on."""
    book.roll[act.token] = book.size
    book.admitted[act.token], book.joined[act.token] = act.board or 0, act.date


class MemberLeft(Act, frozen=True, kw_only=True):
    """A person is no longer on the roll. Votes they cast before stand."""

    token: Token


def check_member_left(book: Book, act: MemberLeft) -> None:
    """The token is on the roll. Raises `Refusal` NotOnTheRoll."""
    check_on_the_roll(book, act.token)


def apply_member_left(book: Book, act: MemberLeft) -> None:
    """The token's roles and proxies end with it."""
    _strike(book, act.token)


def _strike(book: Book, token: str) -> None:
    del book.roll[token], book.admitted[token], book.joined[token]
    book.roles.pop(token, None)
    book.proxies.pop(token, None)
    book.behind.discard(token)


class MemberExpelled(Act, frozen=True, kw_only=True):
    """A person is put off the roll after charges, answer, decision and appeal; the board knows the case alone."""

    token: Token
    case: Name
    voting: Name


def check_member_expelled(book: Book, act: MemberExpelled) -> None:
    """The case is against a member and was gone through to its end. Raises `Refusal` NotOnTheRoll, NoSuchCase,
    NoExpulsion, NoSuchVoting, AnotherMatter, NotAdopted, DecidedSomethingElse, AppealIsOpen."""
    check_on_the_roll(book, act.token)
    if case_of(book.board, act.case).against != "member" or act.case in book.expelled:
        raise Refusal("NoSuchCase", "", case=act.case)
    check_carried_out(book.board, act, act.case, act.voting)


def apply_member_expelled(book: Book, act: MemberExpelled) -> None:
    """The person is no longer on the roll; the case is over."""
    _strike(book, act.token)
    book.expelled.add(act.case)


class StandingChanged(Act, frozen=True, kw_only=True):
    """A member is in good standing or not (dues, as the body sees them); without it there is no vote."""

    token: Token
    good: bool


def check_standing_changed(book: Book, act: StandingChanged) -> None:
    """The token is on the roll. Raises `Refusal` NotOnTheRoll."""
    check_on_the_roll(book, act.token)


def apply_standing_changed(book: Book, act: StandingChanged) -> None:
    """It counts for votes that open from now on."""
    if act.good:
        book.behind.discard(act.token)
    else:
        book.behind.add(act.token)


def check_on_the_roll(book: Book, token: str) -> None:
    """Raises `Refusal` NotOnTheRoll."""
    if token not in book.roll:
        raise Refusal("NotOnTheRoll", "")


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
