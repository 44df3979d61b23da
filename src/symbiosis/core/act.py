"""What every act carries, and the shapes that its fields may have."""

from __future__ import annotations

import re
from datetime import date as civil_date
from functools import cache
from typing import Annotated, get_args

import msgspec

from symbiosis.counting.written import PATTERN

Count = Annotated[int, msgspec.Meta(ge=0, lt=2**53)]
"""People, votes or bytes."""
Moment = Annotated[int, msgspec.Meta(ge=0, lt=2**53)]
"""Whole seconds UTC since 1970."""
Day = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
"""A civil date in the body's own time zone, ISO 8601."""
Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
"""An identifier chosen by people: of a proposal, a voting, a meeting, a role, a credential."""
Digest = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 in hexadecimal."""
Token = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}$")]
"""A person in one body: 128 random bits, unlinkable to any other body or to a name."""
BodyId = Annotated[str, msgspec.Meta(pattern=r"^[a-z2-7]{52}$")]
"""A body: the hash of its board's entry 0, base32."""
Key = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9+/]{43}=$")]
"""An Ed25519 public key, base64."""
Line = Annotated[str, msgspec.Meta(min_length=1, max_length=300)]
"""One line of words."""
Language = Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]
Form = Annotated[str, msgspec.Meta(pattern=r"^(text|audio)$")]
Channel = Annotated[str, msgspec.Meta(pattern=r"^(web|paper|voice|sms|file)$")]
Position = Annotated[str, msgspec.Meta(pattern=rf"^(?:[a-z_]{{1,32}}|{PATTERN})$")]
"""What one votes: a word ("yes"), or a whole paper as `counting.written` writes it ("2 1 - 3")."""
Tally = dict[Position, Count]
"""Counts by position: {"yes": 37, "no": 19}."""

NAME_PATTERN = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


class BookHead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The book that a board act rests on: its size and root (hexadecimal) at that moment."""

    size: Count
    root: Digest


class OfficerSignature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An officer's Ed25519 signature over the entry's bytes without its `signatures`."""

    key: Key
    signature: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9+/]{86}==$")]


class Act(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    tag_field="type",
    tag=True,
):
    """One thing that happened.

    `at` and `date` are all the time that rules know; `by` is the role in whose name it was done (empty where
    a node, a seat or a member acts); `rests_on` is the book behind a board act, `board` the size of the board
    that a book act was checked against.
    """

    v: int
    at: Moment
    date: Day
    by: str = ""
    rests_on: BookHead | None = None
    board: Count | None = None
    signatures: tuple[OfficerSignature, ...] = ()


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A text or recording named by its hash: it may be deleted, and the record stays sound."""

    sha256: Digest
    size: Count
    form: Form = "text"


@cache
def _day_fields(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields of an act, beside its own date, that hold a civil date."""
    fields = msgspec.structs.fields(kind)
    return tuple(f.name for f in fields if f.name != "date" and Day in (f.type, *get_args(f.type)))


def wrong_day(act: Act) -> str:
    """A date in an act that has a date's shape and is in no calendar; "" where there is none."""
    days = (getattr(act, name) for name in _day_fields(type(act)))
    return next((day for day in days if day and not is_day(day)), "")


def is_day(text: str) -> bool:
    """Whether the calendar has this date."""
    try:
        civil_date.fromisoformat(text)
    except ValueError:
        return False
    return True
