"""A charter in plain words leaves no rule out: whatever changes in it changes what members read."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from symbiosis import phrases
from symbiosis.core.charters import read_charter
from symbiosis.phrases.catalogues import LANGUAGES

RICH = tomllib.loads("""
charter = 1
name = "Council of the three valleys"
timezone = "America/Bogota"
languages = ["es", "en"]
visibility = "confederation"

[roles.facilitator]
title = "Facilitation"
powers = ["MeetingCalled", "VotingOpened"]
term_days = 365

[roles.base]
title = "The base"
powers = ["*"]

[meetings]
notice_days = 14

[[meetings.quorum]]
call = 1
share = "1/2"
minimum = 5

[[meetings.quorum]]
call = 2
share = "1/4"
minimum = 3
after_days = 7

[matters.dues]
title = "Dues"
seconds = 2
freeze_days = 21
review_days = 180

[matters.dues.translations]
required = [["es", "text"], ["en", "audio"]]
days_before = 10
on_change = [["en", "text"]]
waiver = "2/3"

[matters.dues.petition]
share = "1/10"
counted_in = "bodies"

[[matters.dues.stages]]
electorate = "delegations"
method = "consensus"
secrecy = "open"
block_grounds = ["principles"]
stand_aside_limit = 2
in_meeting = true
notice_days = 30

[[matters.dues.stages]]
electorate = "bodies"
secrecy = "hands"
open_days = 5
tie = "fails"
empty = "fails"
after = "no_consensus"
attempts = 2
needs_mandate = true
late_grace_hours = 48
contest_days = 3
counters = 2
if_lost = "base"
conditions = [{ needs = "at_least", share = "2/3", of = "yes+no", counts = "yes", counted_in = "votes" }]
quorum = [{ needs = "more_than", share = "1/2", of = "entitled", counts = "present", counted_in = "bodies" }]

[decisions]
CharterChanged = "dues"

[bodies]
admission = "decision"
take_over_hours = 72

[bodies.apportionment]
per = 25
rounding = "started"
minimum = 1
cap = 4
record_date = "2026-01-01"
weights = { A1 = "1/2" }

[bodies.delegations]
delegates = 2
alternates = 2
observers = 1
term_days = 730

[[bodies.delegations.composition]]
traits = ["women"]
needs = "at_least"
share = "1/2"
scope = "delegation"
unmet = "refuse"

[bodies.mandates]
modes = ["strict", "guided"]
split = "never"
on_breach = "flag"
""")

ANOTHER = {
    "visibility": "everyone",
    "secrecy": "closed",
    "tie": "passes",
    "empty": "passes",
    "after": "adopted",
    "needs": "less_than",
    "counted_in": "members",
    "of": "cast",
    "counts": "no",
    "electorate": "referendum",
    "admission": "open",
    "rounding": "nearest",
    "record_date": "2026-02-02",
    "scope": "all",
    "unmet": "warn",
    "split": "largest_remainder",
    "on_breach": "mandate",
    "timezone": "Europe/Paris",
    "if_lost": "facilitator",
    "waiver": "1/2",
}
SILENT = {("charter",), ("name",)}  # the page's own title; the format's number


def leaves(part: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    rows = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else None
    if rows is None:
        yield path
    for key, inner in rows or ():
        yield from leaves(inner, (*path, key))


def otherwise(path: tuple[Any, ...], value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    name = next(key for key in reversed(path) if isinstance(key, str))
    if name == "share" or "weights" in path:
        return "5/7"
    if name in ("required", "on_change"):
        return {"text": "audio", "audio": "text"}.get(value, "fr")
    if name == "modes":
        return "free"
    if name == "CharterChanged":
        pytest.skip("there is one matter here")
    if name == "powers":
        return "RoleGiven"
    if name == "method":
        pytest.skip("two stages show both methods")
    if name == "languages":
        return "fr"
    return ANOTHER.get(name, f"{value}-x")


@pytest.mark.parametrize("path", [path for path in leaves(RICH) if path not in SILENT], ids=str)
def test_no_rule_is_left_out(path: tuple[Any, ...]) -> None:
    before = phrases.charter_lines(read_charter(RICH))
    changed = copy.deepcopy(RICH)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = otherwise(path, inner[path[-1]])
    assert phrases.charter_lines(read_charter(changed)) != before


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_tells_the_same_figures(language: str) -> None:
    charter = read_charter(RICH)
    english, other = phrases.charter_lines(charter), phrases.charter_lines(charter, language)
    assert len(english) == len(other)
    for (_, told), (_, told_otherwise) in zip(english, other, strict=True):
        for line, line_otherwise in zip(told, told_otherwise, strict=True):
            numbers = sorted(filter(str.isdigit, line))
            assert sorted(filter(str.isdigit, line_otherwise)) == numbers, line
            assert "{" not in line_otherwise


def test_a_charter_in_words() -> None:
    told = dict(phrases.charter_lines(read_charter(RICH)))
    assert told["The body"] == [
        "It works in: es, en.",
        "Its dates are those of America/Bogota.",
        "Its confederation may read its board.",
    ]
    assert "In a tie it fails; if nobody takes a side it fails." in told["Matter: Dues"]
    assert "It is adopted when yes is at least 2/3 of yes + no, counted in votes." in told["Matter: Dues"]
    assert "Votes of a body, at most: 4." in told["Bodies and delegations"]
