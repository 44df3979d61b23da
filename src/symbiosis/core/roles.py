"""Roles of members: given for a term, ended, and who may not have them."""

from __future__ import annotations

from symbiosis.core.act import Act, Day, Name, Token
from symbiosis.core.roll import check_on_the_roll
from symbiosis.core.state import Board, Book, days_between
from symbiosis.errors import Refusal


class RoleGiven(Act, frozen=True, kw_only=True):
    """A member takes on a role, for a term (`until`, the last day; empty for as long as it is not ended)."""

    token: Token
    role: Name
    until: Day | None = None


def check_role_given(book: Book, act: RoleGiven) -> None:
    """The charter has the role and lets this member take it on for this term. Raises `Refusal` NoSuchRole,
    NotOnTheRoll, DateInThePast, TermTooLong, TooManyTerms, BarredAfterRecall, RolesExclude."""
    check_on_the_roll(book, act.token)
    role = book.board.charter.roles.get(act.role)
    if role is None:
        raise Refusal("NoSuchRole", "roles", role=act.role)
    if act.until and days_between(act.date, act.until) < 0:
        raise Refusal("DateInThePast", "", date=act.until)
    if role.term_days and (not act.until or days_between(act.date, act.until) > role.term_days):
        raise Refusal("TermTooLong", f"roles.{act.role}", days=role.term_days)
    article = f"roles.{act.role}"
    if role.max_terms and terms_in_a_row(book, act.token, act.role, act.date) >= role.max_terms:
        raise Refusal("TooManyTerms", f"{article}.max_terms", most=role.max_terms)
    barred = book.barred.get((act.token, act.role))
    if barred is not None and _elections(book.board, act.role) - barred <= role.bar_elections:
        raise Refusal("BarredAfterRecall", f"{article}.bar_elections", elections=role.bar_elections)
    for other in book.roles.get(act.token, {}):
        rules = book.board.charter.roles.get(other)
        excluded = other in role.excludes or (rules is not None and act.role in rules.excludes)
        if excluded and holds_role(book, act.token, other, act.date):
            raise Refusal("RolesExclude", f"{article}.excludes", role=act.role, other=other)


def terms_in_a_row(book: Book, token: str, role: str, day: str) -> int:
    """How many terms of a role a member has had that run on into one beginning on a day.

    A term runs on where the next begins no later than one more term after its end.
    """
    rule, count, begins = book.board.charter.roles[role], 0, day
    for since, until in reversed(book.terms.get((token, role), [])):
        if until and days_between(until, begins) > rule.term_days:
            break
        count, begins = count + 1, since
    return count


def _elections(board: Board, role: str) -> int:
    return len(board.offices[role].fillings) if role in board.offices else 0


def apply_role_given(book: Book, act: RoleGiven) -> None:
    """The member may act in that role."""
    book.roles.setdefault(act.token, {})[act.role] = act.until or ""
    book.given[act.token, act.role] = act.board or 0
    book.terms.setdefault((act.token, act.role), []).append((act.date, act.until or ""))


class RoleEnded(Act, frozen=True, kw_only=True):
    """A member no longer has a role; `recalled` where the body took it back."""

    token: Token
    role: Name
    recalled: bool = False


def check_role_ended(book: Book, act: RoleEnded) -> None:
    """The member has the role. Raises `Refusal` RoleNotHeld."""
    if act.role not in book.roles.get(act.token, {}):
        raise Refusal("RoleNotHeld", "roles", role=act.role)


def apply_role_ended(book: Book, act: RoleEnded) -> None:
    """The role's powers are gone at once; after a recall the charter may bar the member for some elections."""
    del book.roles[act.token][act.role]
    terms = book.terms[act.token, act.role]
    terms[-1] = (terms[-1][0], act.date)
    if act.recalled:
        book.barred[act.token, act.role] = _elections(book.board, act.role)


def holds_role(book: Book, token: str, role: str, day: str) -> bool:
    """Whether a member holds a role on a date: on the roll, in the term, given after its last recall."""
    until = book.roles.get(token, {}).get(role)
    if until is None or (until and day > until):
        return False
    return book.given[token, role] > book.board.recalled_roles.get(role, -1)
