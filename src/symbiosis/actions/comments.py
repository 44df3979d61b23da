"""The discussion of a proposal: working material, changed and purged, in no record."""

from __future__ import annotations

from symbiosis.actions.people import today
from symbiosis.errors import Refusal
from symbiosis.store.models import Comment, Person

_MOST = 4000


def comment(body: str, proposal: str, person: Person, words: str, language: str, *, at: int) -> None:
    """Add a reason under the name that a person chose. Raises `Refusal` NoText, TextTooLong."""
    words = words.strip()
    if not words:
        raise Refusal("NoText", "")
    if len(words) > _MOST:
        raise Refusal("TextTooLong", "", most=_MOST)
    Comment.objects.create(
        body=body, proposal=proposal, person=person, language=language[:8], words=words, at=today(at)
    )
