"""Texts, recordings and the files of secret votes that acts name by their hash."""

from __future__ import annotations

from typing import Any

from symbiosis.record import canonical
from symbiosis.store.models import Attachment


def attach(body: str, data: bytes, media: str) -> dict[str, Any]:
    """Keep a text or recording of a body and give what an act says of it: hash, size, form."""
    sha256 = canonical.digest(data)
    Attachment.objects.get_or_create(sha256=sha256, defaults={"body": body, "media": media, "data": data})
    named: dict[str, Any] = {"sha256": sha256, "size": len(data)}
    return named | ({"form": "audio"} if media.startswith("audio/") else {})


def bytes_at(sha256: str) -> bytes | None:
    """The bytes that an act names, if they are here."""
    row = Attachment.objects.filter(sha256=sha256).values_list("data", flat=True).first()
    return None if row is None else bytes(row)
