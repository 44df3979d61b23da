"""The life of a body: founded, its charter, its keys, its place among others."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from symbiosis.core.act import Act, BodyId, Count, Day, Digest, Key, Language, Line, Name
from symbiosis.core.charters import bodies_of
from symbiosis.core.decided import check_decided
from symbiosis.core.reading import charter_bytes, read_charter
from symbiosis.core.received import Received, proven, proven_by, sent_act, sister_of
from symbiosis.core.state import Board, CharterVersion, Sister, days_between
from symbiosis.errors import Refusal, Unsound
from symbiosis.record import canonical, identity, keys

Nonce = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}$")]


class BodyFounded(Act, frozen=True, kw_only=True):
    """A body begins: entry 0 of its board, whose hash is its id.

    `charter` is the hash of the charter that the next entry must bring, `key` signs the record, `next` is
    the SHA-256 of the key that may replace it, `nonce` makes two bodies of one name two bodies.
    """

    name: Line
    charter: Digest
    key: Key
    next: Digest
    nonce: Nonce


def check_body_founded(board: Board, act: BodyFounded) -> None:
    """Only an empty board can be founded. Raises `Refusal` AlreadyFounded, NameEmpty."""
    if board.size:
        raise Refusal("AlreadyFounded", "")
    if not act.name.strip():
        raise Refusal("NameEmpty", "")


def apply_body_founded(board: Board, act: BodyFounded) -> None:
    """The body exists; it can do nothing until its charter is there."""
    board.name, board.founded = act.name, act.date
    board.charter_digest = act.charter
    board.key, board.next = act.key, act.next


class BodyRefounded(Act, frozen=True, kw_only=True):
    """A body that lost all its keys begins again: entry 0 of a new board that names the old one.

    `checkpoint` is the last signed checkpoint of the old board, as others know it.
    """

    name: Line
    charter: Digest
    key: Key
    next: Digest
    nonce: Nonce
    former: BodyId
    checkpoint: str


def check_body_refounded(board: Board, act: BodyRefounded) -> None:
    """Only an empty board can be founded. Raises `Refusal` AlreadyFounded, CheckpointOfAnother."""
    if board.size:
        raise Refusal("AlreadyFounded", "")
    if act.checkpoint.partition("\n")[0] != identity.board_origin(act.former):
        raise Refusal("CheckpointOfAnother", "")


def apply_body_refounded(board: Board, act: BodyRefounded) -> None:
    """The body exists, and says whose successor it claims to be; its sisters judge that."""
    board.name, board.former, board.founded = act.name, act.former, act.date
    board.charter_digest = act.charter
    board.key, board.next = act.key, act.next


class CharterAdopted(Act, frozen=True, kw_only=True):
    """The charter that entry 0 named by its hash."""

    charter: dict[str, Any]


def check_charter_adopted(board: Board, act: CharterAdopted) -> None:
    """It is the charter that the body was founded on. Raises `Refusal` CharterUnreadable, AnotherCharter."""
    charter = read_charter(act.charter)
    if board.charters:
        raise Refusal("CharterAlreadyAdopted", "")
    if canonical.digest(canonical.encode(act.charter)) != board.charter_digest:
        raise Refusal("AnotherCharter", "")
    if canonical.encode(act.charter) != charter_bytes(charter):
        raise Refusal("CharterUnreadable", "", problem="a value that equals its default must be left out")


def apply_charter_adopted(board: Board, act: CharterAdopted) -> None:
    """The body can act."""
    _take_charter(board, act.charter)


class CharterChanged(Act, frozen=True, kw_only=True):
    """A new charter, decided by the way that the old one has for it."""

    charter: dict[str, Any]
    digest: Digest
    voting: Name | None = None


def check_charter_changed(board: Board, act: CharterChanged) -> None:
    """The charter is readable, is the one voted on, and the vote was adopted.

    Raises `Refusal` CharterUnreadable, AnotherCharter, NotDecided, NotAdopted, DecidedSomethingElse.
    """
    charter = read_charter(act.charter)
    if canonical.digest(canonical.encode(act.charter)) != act.digest:
        raise Refusal("AnotherCharter", "")
    if canonical.encode(act.charter) != charter_bytes(charter):
        raise Refusal("CharterUnreadable", "", problem="a value that equals its default must be left out")
    check_decided(board, act, act.voting or "")


def apply_charter_changed(board: Board, act: CharterChanged) -> None:
    """The new charter is in force for what begins now; votings under way keep the one they opened under."""
    _take_charter(board, act.charter)


def _take_charter(board: Board, data: dict[str, Any]) -> None:
    charter = read_charter(data)
    board.charters.append(CharterVersion(charter, canonical.digest(charter_bytes(charter)), board.size))
    board.name = charter.name


class KeyChanged(Act, frozen=True, kw_only=True):
    """The record's key is replaced by the one that was committed to beforehand.

    The checkpoint that first covers this entry is still signed with the old key, all later ones with the new.
    """

    key: Key
    next: Digest


def check_key_changed(board: Board, act: KeyChanged) -> None:
    """The new key hashes to what was announced. Raises `Refusal` KeyNotAnnounced."""
    if keys.key_hash(keys.parse_key(act.key)) != board.next:
        raise Refusal("KeyNotAnnounced", "")


def apply_key_changed(board: Board, act: KeyChanged) -> None:
    """Checkpoints after this one carry the new key's signature."""
    board.key, board.next = act.key, act.next


class RollCounted(Act, frozen=True, kw_only=True):
    """How many members the body has: a count, never a list."""

    members: Count
    to: BodyId | None = None


def check_roll_counted(board: Board, act: RollCounted) -> None:
    """A count can always be stated, to a confederation that the body is in."""
    if act.to and act.to not in board.confederations:
        raise Refusal("NotInThatConfederation", "", body=act.to)


def apply_roll_counted(board: Board, act: RollCounted) -> None:
    """Quorums are judged by this count from now on."""
    board.rolls.append((act.date, act.members))


class RollCountedReceived(Received, frozen=True, kw_only=True):
    """A sister's new count of members."""


def check_roll_counted_received(board: Board, act: RollCountedReceived) -> None:
    """The count is proven."""
    proven(board, act, RollCounted)


def apply_roll_counted_received(board: Board, act: RollCountedReceived) -> None:
    """The sister's count stands from the date on which she stated it."""
    sent = sent_act(act, RollCounted)
    board.sisters[act.sender].members.append((sent.date, sent.members))


class BodyAdmitted(Act, frozen=True, kw_only=True):
    """The confederation admits a body that may now join, under a code of its own."""

    body: BodyId
    code: Name
    voting: Name | None = None


def check_body_admitted(board: Board, act: BodyAdmitted) -> None:
    """The body is not a member yet and its code is free. Raises `Refusal` CodeTaken, AlreadyMember."""
    bodies_of(board.charter)
    _check_code(board, act.body, act.code)
    check_decided(board, act, act.voting or "")


def apply_body_admitted(board: Board, act: BodyAdmitted) -> None:
    """The door is open for that body."""
    board.admitted[act.body] = act.code


class BodyJoined(Act, frozen=True, kw_only=True):
    """A body joins a confederation by its own act.

    `languages` are those its people work in, in writing; `audio` those that need a recording. A `partner`
    has a voice and no vote.
    """

    to: BodyId
    code: Name
    members: Count
    languages: tuple[Language, ...]
    audio: tuple[Language, ...] = ()
    region: str = ""
    partner: bool = False
    voting: Name | None = None


def check_body_joined(board: Board, act: BodyJoined) -> None:
    """The body is not in that confederation, nor is it itself. Raises `Refusal` AlreadyMember."""
    if act.to == board.id or (act.to in board.confederations and not board.confederations[act.to]):
        raise Refusal("AlreadyMember", "")
    if not act.languages and not act.audio:
        raise Refusal("NoLanguage", "")
    check_decided(board, act, act.voting or "")


def apply_body_joined(board: Board, act: BodyJoined) -> None:
    """The body may send acts to that confederation."""
    board.confederations[act.to] = ""


class BodyJoinedReceived(Received, frozen=True, kw_only=True):
    """A body has joined: with the proof, its founding entry and every later key.

    `founding` is entry 0 of its board, `key_entries` its `KeyChanged` entries so far, in order.
    """

    founding: str
    key_entries: tuple[str, ...] = ()


class _Founding(msgspec.Struct, frozen=True):
    name: str
    key: str
    next: str


def check_body_joined_received(board: Board, act: BodyJoinedReceived) -> None:
    """The founding entry is the sender's, its keys follow from it, the proof holds, and the body may join.

    Raises `Refusal` NotAdmitted, TooFewMembers, CodeTaken, AlreadyMember; `Unsound` where a proof or key does not hold.
    """
    bodies = bodies_of(board.charter)
    _, key, _ = _keys_of(act)
    sent = proven_by(board, act, BodyJoined, key)
    _check_code(board, act.sender, sent.code)
    if sent.members < bodies.minimum_members:
        raise Refusal(
            "TooFewMembers", "bodies.minimum_members", members=sent.members, needed=bodies.minimum_members
        )
    if bodies.admission == "decision" and board.admitted.get(act.sender) != sent.code:
        raise Refusal("NotAdmitted", "bodies.admission", body=sent.code)


def apply_body_joined_received(board: Board, act: BodyJoinedReceived) -> None:
    """The body is a member from this date on."""
    sent = sent_act(act, BodyJoined)
    name, key, following = _keys_of(act)
    board.sisters[act.sender] = Sister(
        id=act.sender,
        code=sent.code,
        name=name,
        key=key,
        next=following,
        joined=act.date,
        members=[(sent.date, sent.members)],
        languages=sent.languages,
        audio=sent.audio,
        region=sent.region,
        partner=sent.partner,
    )


def _keys_of(act: BodyJoinedReceived) -> tuple[str, str, str]:
    """Name, key and next key's hash of the joining body, from its founding entry on; `Unsound`."""
    founding = act.founding.encode()
    if identity.body_id(founding) != act.sender:
        raise Unsound("the founding entry is not the sender's")
    try:
        first = msgspec.json.decode(founding, type=_Founding)
        key, following = first.key, first.next
        for text in act.key_entries:
            change = msgspec.json.decode(text.encode(), type=KeyChanged)
            if keys.key_hash(keys.parse_key(change.key)) != following:
                raise Unsound("a key in the chain was not announced by the one before")
            key, following = change.key, change.next
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Unsound(f"the founding entry or a key entry cannot be read: {error}") from error
    return first.name, key, following


def _check_code(board: Board, body: str, code: str) -> None:
    if body in board.sisters and not board.sisters[body].left:
        raise Refusal("AlreadyMember", "bodies")
    for other, sister in board.sisters.items():
        if sister.code == code and other != body:
            raise Refusal("CodeTaken", "bodies", body=code)
    if any(taken == code and other != body for other, taken in board.admitted.items()):
        raise Refusal("CodeTaken", "bodies", body=code)


class KeyChangedReceived(Received, frozen=True, kw_only=True):
    """A sister's new key, announced by the old one."""


def check_key_changed_received(board: Board, act: KeyChangedReceived) -> None:
    """Proven by the old key, and the one that it announced. Raises `Unsound`."""
    sent = proven(board, act, KeyChanged)
    if keys.key_hash(keys.parse_key(sent.key)) != sister_of(board, act.sender).next:
        raise Unsound("the sister's new key is not the one she announced")


def apply_key_changed_received(board: Board, act: KeyChangedReceived) -> None:
    """Her later proofs are checked with the new key."""
    sent = sent_act(act, KeyChanged)
    sister = board.sisters[act.sender]
    sister.key, sister.next = sent.key, sent.next


class BodyLeft(Act, frozen=True, kw_only=True):
    """A body leaves a confederation, by its own members' decision, from a date on."""

    to: BodyId
    effective: Day
    voting: Name | None = None


def check_body_left(board: Board, act: BodyLeft) -> None:
    """It is in that confederation and leaves no earlier than today. Raises `Refusal` NotInThatConfederation,
    DateInThePast, NotDecided."""
    if board.confederations.get(act.to, "left"):
        raise Refusal("NotInThatConfederation", "", body=act.to)
    if days_between(act.date, act.effective) < 0:
        raise Refusal("DateInThePast", "", date=act.effective)
    check_decided(board, act, act.voting or "")


def apply_body_left(board: Board, act: BodyLeft) -> None:
    """From its date on the body sends nothing there; its record is its own and goes on."""
    board.confederations[act.to] = act.effective


class BodyLeftReceived(Received, frozen=True, kw_only=True):
    """A sister leaves. What she mandated and voted before stands; nothing later counts her."""


def check_body_left_received(board: Board, act: BodyLeftReceived) -> None:
    """The leaving is proven."""
    proven(board, act, BodyLeft)


def apply_body_left_received(board: Board, act: BodyLeftReceived) -> None:
    """She is on the roll until the date she named."""
    board.sisters[act.sender].left = sent_act(act, BodyLeft).effective
