"""The announced key takes over; what neighbours hold follows, and the old key signs no more."""

from __future__ import annotations

import pytest

from symbiosis.actions import folds
from symbiosis.actions.keys import change_key
from symbiosis.actions.perform import perform
from symbiosis.errors import Refusal
from symbiosis.record import identity
from symbiosis.store import reader, writer
from symbiosis.verify.files import verify_files
from tests.stories.conftest import STORIES, played

__all__ = ["played"]


@pytest.fixture
def bodies(played):
    """Scenario A's bodies, after all of it."""
    return played((STORIES / "scenario-a.story").read_text(encoding="utf-8")).bodies


def test_a_changed_key_is_followed_by_neighbours_and_verifier(bodies):
    body, congress = bodies["A2"], bodies["Congress"]
    at = max(folds.caught_up(each).board.at for each in bodies.values())
    before = folds.caught_up(body).board.key
    change_key(body, "board", b"s" * 32, at=at)
    after = folds.caught_up(body).board.key
    assert after != before
    assert folds.caught_up(congress).board.sisters[body].key == after
    perform(body, "RollCounted", {"members": 65, "to": congress}, at=at, by="secretary")
    change_key(body, "board", b"t" * 32, at=at)
    perform(body, "RollCounted", {"members": 66, "to": congress}, at=at, by="secretary")
    assert folds.caught_up(congress).board.sisters[body].members[-1][1] == 66
    folds.drop_all()
    verify_files([(each, reader.bundle(each)) for each in (body, congress)])


def test_a_body_without_a_book_has_no_key_for_one(bodies):
    with pytest.raises(Refusal, match="NoBook"):
        change_key(bodies["A2"], "book", b"s" * 32, at=0)


def test_what_fails_leaves_the_old_key(bodies, monkeypatch):
    body = bodies["A2"]
    origin = identity.board_origin(body)
    seeds, size = writer.seed_of(origin), reader.size(origin)

    def broken(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(writer, "replace_seeds", broken)
    with pytest.raises(OSError, match="full"):
        change_key(body, "board", b"s" * 32, at=folds.caught_up(body).board.at)
    assert (writer.seed_of(origin), reader.size(origin)) == (seeds, size)
    assert folds.caught_up(body).board.size == size
