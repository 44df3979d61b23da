"""People on this node, as pages need them: who somebody is in each body, and what they may do there."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.contrib.auth.models import AnonymousUser, User

from symbiosis.actions import folds
from symbiosis.core.acts import ACTS
from symbiosis.core.charters import Charter
from symbiosis.core.roles import holds_role
from symbiosis.core.state import Board
from symbiosis.errors import Refusal
from symbiosis.store.models import Comment, Invitation, Person, Session, TellerReport
from symbiosis.verify.replay import Fold


@dataclass(slots=True)
class Viewer:
    """Whoever looks at a page: an account and its place in each body, or nobody in particular."""

    account: User | None = None
    places: dict[str, Person] = field(default_factory=dict)

    @property
    def is_keeper(self) -> bool:
        """Whether they look after this node."""
        return self.account is not None and self.account.is_staff

    def place(self, body: str) -> Person | None:
        """Who they are in a body, if anybody."""
        return self.places.get(body)


def viewer_of(user: User | AnonymousUser) -> Viewer:
    """The viewer that an account is."""
    if not isinstance(user, User):
        return Viewer()
    return Viewer(
        user, {person.body: person for person in Person.objects.filter(account=user).order_by("pk")}
    )


def may_read(viewer: Viewer, board: Board) -> bool:
    """Whether a body's board is shown to somebody: everyone, or the confederation, as its charter says."""
    if board.charter.visibility == "everyone":
        return True
    near = {board.id, *board.sisters, *board.confederations}
    for council in board.confederations:
        if council in folds.known():
            near |= set(folds.caught_up(council).board.sisters)
    return any(body in near for body in viewer.places)


def roles_of(fold: Fold, person: Person | None, day: str) -> list[str]:
    """The roles that somebody holds in a body today, in the charter's order."""
    if person is None or fold.book is None:
        return []
    book = fold.book
    return [role for role in fold.board.charter.roles if holds_role(book, person.token, role, day)]


def empowered(charter: Charter, kind: str) -> list[str]:
    """The roles that a charter gives the power to an act."""
    return [name for name, role in charter.roles.items() if "*" in role.powers or kind in role.powers]


def acting_role(fold: Fold, person: Person | None, kind: str, day: str) -> str:
    """The role in which somebody may do an act of a body; "" where they may not."""
    held = roles_of(fold, person, day)
    return next((role for role in empowered(fold.board.charter, kind) if role in held), "")


def is_member(fold: Fold, person: Person | None) -> bool:
    """Whether somebody is on a body's roll."""
    return person is not None and fold.book is not None and person.token in fold.book.roll


def may_do(fold: Fold, viewer: Viewer, kind: str, day: str) -> str:
    """In what capacity a viewer may do an act in a body: a role's name, "member", "seat", or "" for none."""
    row = ACTS[kind, 1]
    place = viewer.place(fold.board.id)
    if row.who == "role":
        return acting_role(fold, place, kind, day)
    if row.who == "anyone":
        return acting_role(fold, place, kind, day) or ("member" if is_member(fold, place) else "")
    if row.who == "member":
        return "member" if is_member(fold, place) else ""
    if row.who == "seat":
        return "seat" if seat_in(viewer, fold.board) else ""
    return ""


def seat_in(viewer: Viewer, board: Board) -> Person | None:
    """The place whose seat in this council a viewer holds: still seated there, not recalled."""
    for place in viewer.places.values():
        if place.seat_to != board.id:
            continue
        delegation = board.delegations.get((place.body, board.id))
        credential = delegation.credentials.get(place.credential) if delegation else None
        if credential is not None and (credential.seated or credential.recalled_at is not None):
            return place
    return None


def names_in(body: str) -> dict[str, str]:
    """The chosen names in a body, by token: for its own members alone."""
    return dict(Person.objects.filter(body=body).values_list("token", "name"))


def person_in(body: str, pk: int) -> Person:
    """A person of a body. Raises `Refusal` NotOnTheRoll."""
    person = Person.objects.filter(body=body, pk=pk).first()
    if person is None:
        raise Refusal("NotOnTheRoll", "")
    return person


@dataclass(frozen=True, slots=True)
class Member:
    """A person on a roll, as the body's own members see them."""

    pk: int
    token: str
    name: str
    roles: tuple[str, ...]
    seat: str
    claimed: bool
    waiting: bool


def members_of(fold: Fold, day: str) -> list[Member]:
    """The people on a body's roll, by name."""
    if fold.book is None:
        return []
    body = fold.board.id
    waiting = set(
        Invitation.objects.filter(person__body=body, used=False).values_list("person_id", flat=True)
    )
    return [
        Member(
            pk=person.pk,
            token=person.token,
            name=person.name,
            roles=tuple(roles_of(fold, person, day)),
            seat=person.credential,
            claimed=person.account_id is not None,
            waiting=person.pk in waiting,
        )
        for person in Person.objects.filter(body=body).order_by("name", "pk")
        if person.token in fold.book.roll
    ]


def seat_holders(body: str, to: str) -> dict[str, str]:
    """Who holds which seat of a body's delegation, for its own members: name by credential."""
    rows = Person.objects.filter(body=body, seat_to=to).exclude(credential="")
    return dict(rows.values_list("credential", "name"))


def sessions_of(account: User) -> list[Session]:
    """The devices that an account is signed in on."""
    return list(Session.objects.filter(account=account).order_by("-since", "-pk"))


def comments_on(body: str, proposal: str) -> list[Comment]:
    """The discussion of a proposal, oldest first."""
    rows = Comment.objects.filter(body=body, proposal=proposal).select_related("person")
    return list(rows.order_by("pk"))


def reports_waiting(body: str, voting: str) -> list[TellerReport]:
    """What single tellers have counted and no second one has confirmed."""
    return list(TellerReport.objects.filter(body=body, voting=voting).order_by("pk"))


def keepers() -> list[str]:
    """The usernames of those who look after this node."""
    return list(User.objects.filter(is_staff=True).order_by("username").values_list("username", flat=True))


def person_of_account(account: User, pk: int) -> Person:
    """One of an account's own places. Raises `Refusal` NotOnTheRoll."""
    person = Person.objects.filter(account=account, pk=pk).first()
    if person is None:
        raise Refusal("NotOnTheRoll", "")
    return person
