"""Template filters of ours: dates, words of the record, exact shares, texts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from symbiosis import phrases
from symbiosis.core.charters import EVERY_CHOICE
from symbiosis.counting.conditions import Judged
from symbiosis.web import papers, pictures, writing

register = template.Library()


@register.filter
def day(text: str) -> str:
    """A civil date of the record ("2027-06-12") as people write it."""
    return date_format(date.fromisoformat(text), "DATE_FORMAT") if text else ""


@register.filter
def moment(at: int, timezone: str) -> str:
    """Seconds UTC as date and time in a body's time zone."""
    return date_format(datetime.fromtimestamp(at, ZoneInfo(timezone)), "DATETIME_FORMAT") if at else ""


@register.filter
def word(code: str) -> str:
    """A fixed word of the record (a position, a standing, a mode) in the reader's language."""
    return phrases.value_label(code, get_language() or "en")


@register.filter
def act_title(kind: str) -> str:
    """What an act is called on a button."""
    return phrases.act_title(kind, get_language() or "en")


@register.filter
def judged(condition: Judged) -> str:
    """One condition with its numbers, in a line."""
    return phrases.judged_line(condition, get_language() or "en")


@register.filter
def bar(condition: Judged) -> SafeString:
    """A condition as a picture: what was counted against its bar."""
    return pictures.condition_bar(condition, judged(condition))


@register.filter
def item(table: Mapping[Any, Any], key: Any) -> Any:
    """What a table has under a key; "" where it has nothing."""
    return table.get(key, "")


def _place(name: str) -> tuple[int, str]:
    return (EVERY_CHOICE.index(name) if name in EVERY_CHOICE else len(EVERY_CHOICE), name)


@register.filter
def counts(tally: Mapping[str, int]) -> str:
    """ "4 Yes, 2 No" in the reader's language, in the order that ballots have them; zeros left out."""
    named = sorted(tally, key=_place)
    return ", ".join(f"{tally[name]} {word(name)}" for name in named if tally[name]) or "0"


@register.filter
def spoiled(reason: str) -> str:
    """Why papers were set aside."""
    return phrases.spoiled_name(reason, get_language() or "en")


@register.filter
def concat(text: str, more: object) -> str:
    """Two pieces of a name as one."""
    return f"{text}{more}"


@register.filter
def amount(number: int, unit: str) -> str:
    """So much of a unit: "6,000 USD"."""
    return papers.amount(number, unit)


@register.filter
def markdown(text: str) -> SafeString:
    """A text with its headings and lists; anything that is not plain writing is taken out."""
    return mark_safe(writing.as_html(text))
