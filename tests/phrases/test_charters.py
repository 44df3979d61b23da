"""A charter in plain words leaves no rule out: whatever changes in it changes what members read."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from symbiosis import phrases
from symbiosis.core.reading import read_charter
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
duties = "To obey, not to command."
seats = 2
filled_by = "women"
max_terms = 2
bar_elections = 2
excludes = ["facilitator"]
no_vote = true
together_with = "facilitator"
alone_days = 14
term_days = 365

[[roles.base.composition]]
traits = ["women"]
needs = "at_least"
share = "1/2"
unmet = "refuse"

[roll]
waiting_days = 30
vouchers = 2

[emergencies]
by = ["base"]
matter = "dues"
judged_days = 14
signers = 2
most = 100000
currency = "USD"

[expulsion]
grounds = ["disruption"]
matter = "dues"
notice_days = 14
appeal_days = 7

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

[[meetings.quorum]]
call = 3
share = "1/2"
plus = 1

[[meetings.quorum]]
call = 4
share = "4/5"
average_of = 3

[[meetings.quorum]]
call = 5
share = "4/5"
average_of = 3
plus = 1

[meetings.kinds.special]
title = "Special"
notice_days = 5
overdue_working_days = 5
overdue_callers = ["base"]
quorum = [{ call = 1, share = "1/6" }]
petition = { share = "1/3", counted_in = "bodies", or_number = 20, window_days = 100 }

[matters.dues]
title = "Dues"
competence = "policy"
binding = "consenting"
reserved_to = "women"
answer_days = 90
kinds = ["special"]
discussion_days = 7
lapse_days = 14
review_adopted_days = 365
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
electorate = "referendum"
method = "deciding"
counted_in = ["members"]
snapshot = "put"
frozen_days = 7
last_days_of_month = 7
proxies = 1
estimates = true
provisional = true
positions = ["first", "extend"]
extension = { days = 3, positions = ["extend"], most = 2 }

[[matters.dues.stages]]
electorate = "bodies"
secrecy = "hands"
silence = "no"
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
decides = "administration"
minimum_members = 5
waiting_days = 182
cut_off = "2026-03-03"
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
notetakers = 1
rotation = true
term_days = 730

[[bodies.delegations.composition]]
traits = ["women"]
needs = "at_least"
share = "1/2"
scope = "delegation"
unmet = "refuse"

[bodies.caucuses.women]
title = "Women's council"
body = "w1"
referral_hours = 72

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
    "competence": "administration",
    "binding": "all",
    "decides": "all",
    "snapshot": "opened",
    "silence": "yes",
    "cut_off": "2026-04-04",
    "most": 200000,
    "currency": "EUR",
    "together_with": "base",
}
FIXED = {
    ("matters", "dues", "stages", 2, "electorate"),
    ("roles", "base", "filled_by"),
    ("roles", "base", "excludes", 0),
    ("roles", "base", "composition", 0, "scope"),
    ("emergencies", "by", 0),
    ("emergencies", "matter"),
    ("expulsion", "matter"),
    ("meetings", "kinds", "special", "overdue_callers", 0),
    ("matters", "dues", "reserved_to"),
    ("matters", "dues", "kinds", 0),
    ("matters", "dues", "stages", 1, "positions", 0),
    ("matters", "dues", "stages", 1, "positions", 1),
    ("matters", "dues", "stages", 1, "extension", "positions", 0),
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
    if path in FIXED:
        pytest.skip("there is one of its kind here")
    name = next(key for key in reversed(path) if isinstance(key, str))
    if name == "share" or "weights" in path:
        return "5/7"
    if name in ("required", "on_change"):
        return {"text": "audio", "audio": "text"}.get(value, "fr")
    if value == "referendum" or "counted_in" in path[-2:-1]:
        return {"referendum": "members", "members": "bodies"}[value]
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


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_no_rule_is_told_in_english_elsewhere(language: str) -> None:
    """Every line that two languages share is one of figures and chosen names alone."""
    english, other = (phrases.charter_lines(read_charter(RICH), each) for each in ("en", language))
    same = {
        line for (_, told), (_, there) in zip(english, other, strict=True) for line in set(told) & set(there)
    }
    assert not {line for line in same if line != "To obey, not to command."}
