"""People on this node: invited onto a roll, claiming their place, naming themselves, being forgotten.

A person in a record is a token; name and account are private rows of this node and can be erased.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from symbiosis.actions import folds
from symbiosis.actions.perform import perform
from symbiosis.errors import Refusal
from symbiosis.store.models import Comment, Invitation, Person, Session

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Letters that are not mistaken for each other on paper."""
_DAYS = 30
"""How long an invitation can be claimed."""
_EXAMPLE = "example-links.json"


@dataclass(frozen=True, slots=True)
class Slip:
    """What a person gets on paper: a name to hand it to, and a code that works once."""

    name: str
    code: str
    token: str
    person_id: int


def today(at: int) -> date:
    """The date of a moment, for rows that are not in any record."""
    return datetime.fromtimestamp(at, UTC).date()


def _new_code() -> str:
    """16 letters in fours: 78 random bits."""
    letters = [secrets.choice(_ALPHABET) for _ in range(16)]
    return "-".join("".join(letters[start : start + 4]) for start in range(0, 16, 4))


def _hash(code: str) -> str:
    return hashlib.sha256(code.replace("-", "").replace(" ", "").upper().encode()).hexdigest()


def invite(body: str, names: Sequence[str], *, by: str, at: int) -> list[Slip]:
    """Admit people to a body's roll under fresh tokens and give each a slip to claim their place with.

    The row with the name comes first: a crash in between leaves a name whose token is on no roll, which shows
    nowhere. Raises what `MemberAdmitted` and `RollCounted` refuse; the slips made before that are lost, and
    the same people are given new ones by `reissue`.
    """
    slips = []
    for name in names:
        person = Person.objects.create(body=body, token=secrets.token_hex(16), name=name.strip()[:120])
        try:
            perform(body, "MemberAdmitted", {"token": person.token}, at=at, by=by)
        except BaseException:
            person.delete()
            raise
        slips.append(_slip(person, at))
    perform(body, "RollCounted", {}, at=at, by=by)
    return slips


def reissue(person: Person, *, at: int) -> Slip:
    """A new slip for the same token: earlier slips are void, and whoever claims this one takes the place."""
    with transaction.atomic():
        Invitation.objects.filter(person=person).delete()
        return _slip(person, at)


def _slip(person: Person, at: int) -> Slip:
    code = _new_code()
    Invitation.objects.create(code_hash=_hash(code), person=person, expires=today(at) + timedelta(days=_DAYS))
    return Slip(person.name, code, person.token, person.pk)


def invitation_of(code: str, *, at: int) -> Invitation:
    """The invitation that a slip's code opens. Raises `Refusal` InvitationUnknown."""
    found = Invitation.objects.select_related("person").filter(code_hash=_hash(code), used=False).first()
    if found is None or found.expires < today(at):
        raise Refusal("InvitationUnknown", "")
    return found


def claim(code: str, account: User, *, at: int) -> Person:
    """Give the place on a slip to an account; it works once. Raises `Refusal` InvitationUnknown."""
    with transaction.atomic():
        found = invitation_of(code, at=at)
        if not Invitation.objects.filter(pk=found.pk, used=False).update(used=True):
            raise Refusal("InvitationUnknown", "")
        person: Person = found.person
        person.account = account
        person.save()
    return person


def create_account(username: str, password: str) -> User:
    """An account with a username and a password, and no mail address.

    Raises `Refusal` UsernameTaken, UsernameUnreadable, PasswordWeak.
    """
    user = User(username=username.strip())
    try:
        User.username_validator(user.username)
    except ValidationError as error:
        raise Refusal("UsernameUnreadable", "") from error
    if User.objects.filter(username__iexact=user.username).exists():
        raise Refusal("UsernameTaken", "")
    check_password(password, user)
    user.set_password(password)
    user.save()
    return user


def check_password(password: str, user: User) -> None:
    """Long enough and not among the common ones. Raises `Refusal` PasswordWeak."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Refusal("PasswordWeak", "") from error


def add_founder(body: str, account: User, name: str, role: str, *, at: int) -> Person:
    """The first person of a new body: on its roll, in the role that admits the others."""
    person = Person.objects.create(account=account, body=body, token=secrets.token_hex(16), name=name[:120])
    perform(body, "MemberAdmitted", {"token": person.token}, at=at, by=role)
    perform(body, "RoleGiven", {"token": person.token, "role": role}, at=at, by=role)
    if folds.caught_up(body).board.charter.bodies is None:
        perform(body, "RollCounted", {}, at=at, by=role)
    return person


def hand_credential(person: Person, to: str, credential: str) -> None:
    """Let a person use a seat of their body's delegation; whoever had it before has it no more."""
    with transaction.atomic():
        Person.objects.filter(body=person.body, seat_to=to, credential=credential).update(
            seat_to="", credential=""
        )
        person.seat_to, person.credential = to, credential
        person.save()


def rename(person: Person, name: str) -> None:
    """The name that a person goes by in one body; empty erases it."""
    person.name = name.strip()[:120]
    person.save()


def begin_session(account: User, session_key: str, label: str, *, at: int) -> None:
    """Note a signed-in device, so that it can be revoked from another: a hash, a label, a date."""
    Session.objects.update_or_create(
        key_hash=session_hash(session_key),
        defaults={"account": account, "label": label[:60], "since": today(at)},
    )


def session_hash(session_key: str) -> str:
    """What a session is known by: its key cannot be had from it."""
    return hashlib.sha256(session_key.encode()).hexdigest()


def is_live(account: User, session_key: str) -> bool:
    """Whether this device has not been revoked."""
    return Session.objects.filter(account=account, key_hash=session_hash(session_key)).exists()


def revoke(account: User, session_pk: int) -> None:
    """Sign one's own other device out."""
    Session.objects.filter(account=account, pk=session_pk).delete()


def end_session(session_key: str) -> None:
    """Forget this device."""
    Session.objects.filter(key_hash=session_hash(session_key)).delete()


def sign_in_link(account: User, label: str) -> str:
    """A path that signs in whoever has it, as often as they like: for the people of the worked example only.

    A node without the example has no such file, and one with it is served on loopback alone.
    """
    path = Path(settings.DATA_DIR) / _EXAMPLE
    links = json.loads(path.read_text()) if path.exists() else {}
    key = secrets.token_urlsafe(12)
    links[key] = {"account": account.pk, "label": label}
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(links, file)
    return f"/example/{key}"


def sign_in_links() -> list[tuple[str, str]]:
    """Label and path of each of the example's sign-in links."""
    path = Path(settings.DATA_DIR) / _EXAMPLE
    links = json.loads(path.read_text()) if path.exists() else {}
    return [(link["label"], f"/example/{key}") for key, link in links.items()]


def account_of_link(key: str) -> User:
    """Whom an example's sign-in link is for. Raises `Refusal` InvitationUnknown."""
    path = Path(settings.DATA_DIR) / _EXAMPLE
    links = json.loads(path.read_text()) if path.exists() else {}
    account = User.objects.filter(pk=links.get(key, {}).get("account")).first()
    if account is None:
        raise Refusal("InvitationUnknown", "")
    return account


def change_password(account: User, password: str) -> None:
    """A new password signs every device out."""
    account.set_password(password)
    account.save()
    Session.objects.filter(account=account).delete()


def erase(account: User) -> None:
    """Forget an account: its names and devices go, its comments lose their author.

    Tokens stay in records, where they name nobody; what they voted stands. To leave a roll is an act of its own.
    """
    with transaction.atomic():
        Comment.objects.filter(person__account=account).update(person=None)
        Person.objects.filter(account=account).update(account=None, name="", seat_to="", credential="")
        account.delete()


def data_of(account: User) -> dict[str, object]:
    """Everything kept here about an account, to be taken along."""
    return {
        "username": account.username,
        "places": [
            {
                "body": person.body,
                "token": person.token,
                "name": person.name,
                "seat_to": person.seat_to,
                "credential": person.credential,
            }
            for person in Person.objects.filter(account=account)
        ],
        "devices": [
            {"label": each.label, "since": each.since.isoformat()}
            for each in Session.objects.filter(account=account)
        ],
        "comments": [
            {"body": each.body, "proposal": each.proposal, "words": each.words, "on": each.at.isoformat()}
            for each in Comment.objects.filter(person__account=account)
        ],
    }
