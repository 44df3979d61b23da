"""The civil date of a moment in a body's own time zone: the node knows zones, the record does not."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from symbiosis.errors import Refusal


def civil_date(timezone: str, at: int) -> str:
    """The date in a body's time zone at a moment. Raises `Refusal` NoSuchTimezone."""
    try:
        return datetime.fromtimestamp(at, UTC).astimezone(ZoneInfo(timezone)).date().isoformat()
    except (KeyError, ValueError, OSError) as error:
        raise Refusal("NoSuchTimezone", "timezone", timezone=timezone) from error
