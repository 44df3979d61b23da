"""Closed votes: the same rule as an open one, but the choice waits sealed and only totals enter the record.

Each voting has a key of its own, in a file that no backup holds; destroying it is the purge. The keeper of a
running node could read votes before that: the page that takes them says so.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from django.conf import settings
from django.db import OperationalError, connection, transaction
from nacl.secret import SecretBox

from symbiosis.actions import folds
from symbiosis.actions.clock import civil_date
from symbiosis.core.member_votes import VoteCast, check_may_vote
from symbiosis.errors import Refusal, Unavailable
from symbiosis.store import writer
from symbiosis.store.models import SealedVote

_WIDTH = 32
_MARK = 4
"""Choices are padded to this many bytes, or to so many for each option, so that a row's length says nothing."""


def _keys() -> Path:
    return Path(settings.DATA_DIR) / "vote-keys"


def _key_file(body: str, voting: str) -> Path:
    return _keys() / body / voting


def _key(body: str, voting: str, *, create: bool = False) -> bytes | None:
    path = _key_file(body, voting)
    if not path.exists():
        if not create:
            return None
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        new = path.parent / f".{voting}.new"
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(secrets.token_bytes(SecretBox.KEY_SIZE))
            file.flush()
            os.fsync(file.fileno())
        # A crash before this line leaves half a key that nothing was sealed under; the next vote makes another.
        new.replace(path)
        for folder in (path.parent, _keys(), _keys().parent):
            _sync(folder)
    return path.read_bytes()


def _sync(folder: Path) -> None:
    """Have a folder's names on disk: a vote that was acknowledged needs its key after a power cut, too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def cast_closed_vote(body: str, voting: str, token: str, choice: str, *, at: int, ground: str = "") -> None:
    """Take a member's closed vote, or the change of one. Raises what `check_may_vote` raises."""
    with folds.lock, writer.locked([body]) as sizes:
        fold = folds.caught_up(body, sizes)
        if fold.book is None:
            raise Refusal("NoBook", "")
        day = civil_date(fold.board.charter.timezone, at)
        act = VoteCast(v=1, at=at, date=day, voting=voting, token=token, choice=choice, ground=ground)
        check_may_vote(fold.board, fold.book, act, "closed")
        key = _key(body, voting, create=True)
        assert key is not None
        slot = hmac.new(key, token.encode(), hashlib.sha256).hexdigest()
        width = max(_WIDTH, _MARK * len(fold.board.votings[voting].options))
        sealed = bytes(SecretBox(key).encrypt(choice.encode().ljust(width)))
        SealedVote.objects.update_or_create(body=body, voting=voting, slot=slot, defaults={"sealed": sealed})


def totals(body: str, voting: str) -> dict[str, int]:
    """The closed votes of a voting, counted. Raises `Unavailable` where votes are here and their key is lost."""
    key = _key(body, voting)
    counts: dict[str, int] = {}
    rows = SealedVote.objects.filter(body=body, voting=voting)
    if key is None:
        if rows.exists():
            raise Unavailable(f"the key of the closed votes of {voting} is lost: nobody can count them")
        return counts
    box = SecretBox(key)
    for row in rows:
        choice = box.decrypt(bytes(row.sealed)).decode().strip()
        counts[choice] = counts.get(choice, 0) + 1
    return counts


def purge(body: str, voting: str) -> None:
    """Destroy the key of a certified voting and delete its rows: nobody can open these votes any more.

    The key goes first: a crash between the two leaves rows that nothing opens, deleted at the next start. That
    the key is gone is the guarantee. The deleted rows are overwritten in SQLite's file, and its log is emptied
    unless somebody reads at this moment; PostgreSQL keeps them, sealed, until it needs the space.
    """
    path = _key_file(body, voting)
    if path.exists():
        with path.open("r+b") as file:
            file.write(bytes(SecretBox.KEY_SIZE))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
        _sync(path.parent)
    with transaction.atomic():
        SealedVote.objects.filter(body=body, voting=voting).delete()
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def purge_if_certified(body: str, voting: str) -> bool:
    """Purge a closed voting once its outcome is certified; gives whether it is.

    Raises `Unavailable` where the votes could not be deleted: the next start of the node tries again.
    """
    with folds.lock:
        held = folds.caught_up(body).board.votings.get(voting)
        if held is None or held.secrecy != "closed" or held.standing != "certified":
            return False
    try:
        purge(body, voting)
    except (OSError, OperationalError) as error:
        raise Unavailable(
            f"the outcome of {voting} is certified, and its closed votes could not be destroyed: {error}"
        ) from error
    return True


def kept() -> list[tuple[str, str]]:
    """Body and voting of all closed votes of which a key or a row is still here."""
    found = set(SealedVote.objects.values_list("body", "voting").distinct())
    found |= {(path.parent.name, path.name) for path in _keys().glob("*/*") if path.suffix != ".new"}
    return sorted(found)
