"""The text of a charter: refused with line, key and what to write instead; bounded before it is looked at."""

from __future__ import annotations

import json
import time
import tomllib
from typing import Any

import pytest

from symbiosis import phrases
from symbiosis.core import charters
from symbiosis.core.charter_shape import SECTIONS
from symbiosis.core.charter_text import defects, read_charter_text
from symbiosis.core.text_lines import line_of, lines_of
from symbiosis.errors import Refusal

from .charters import BROKEN, READY

COUNCIL = next(file for file in READY if file.stem == "council").read_text(encoding="utf-8")

SAYS = [
    ('share = "1/2"', 'share = "66%"', "ShareNotExact", 'write "33/50", or "2/3"'),
    ('share = "1/2"', "share = 0.667", "ShareNotExact", 'write "667/1000", or "2/3"'),
    ('share = "1/2"', "share = 1", "ShareNotExact", 'write "1"'),
    ('share = "1/2"', 'share = "2/0"', "ShareNotExact", "divided into 0 parts"),
    ('share = "1/2"', 'share = "1 / 2"', "ShareNotExact", 'write "1/2"'),
    ('share = "1/2"', 'share = "half"', "ShareNotExact", "as a fraction"),
    ("notice_days = 14", "notice_day = 14", "KeyUnknown", "did you mean 'notice_days'?"),
    ("notice_days = 14", 'notice_days = "14"', "TypeWrong", "must be a whole number from 0"),
    ("notice_days = 14", "notice_days = 14.5", "TypeWrong", "here stands 14.5"),
    ("notice_days = 14", "notice_days = -14", "NumberImpossible", "-14 cannot stand here"),
    ("notice_days = 14", "notice_days = 99999999999999999", "NumberImpossible", "a whole number"),
    ("needs_mandate = true", "needs_mandate = 1", "TypeWrong", "true or false"),
    ("needs_mandate = true", 'share = "1/2"', "KeyUnknown", "it is a key of a quorum of a meeting"),
    ('electorate = "delegations"', 'electorate = "delegates"', "WordUnknown", "did you mean 'delegations'?"),
    ('rounding = "started"', 'rounding = "up"', "WordUnknown", "one of: started, nearest, full"),
    ("cap = 10", "record_date = 2027-03-01", "TypeWrong", "put it in quotation marks"),
    ('CharterChanged = "rules"', 'CharterChanged = "rule"', "NameUnknown", "did you mean 'rules'?"),
    ('counts = "with_mandate"', 'counts = "mandates"', "CountUnknown", "did you mean 'with_mandate'?"),
    ('powers = ["*"]', 'powers = "*"', "TypeWrong", "write [ ] around it"),
    ('name = "Council"', 'name = "Cafe\u0301"', "TextImpossible", "NFC"),
    ('name = "Council"', 'name = "Council', "TextUnreadable", "not closed"),
    ("[[matters.general.stages]]", "[matters.general.stages]", "TypeWrong", "[[matters.general.stages]]"),
]


@pytest.mark.parametrize(("right", "wrong", "code", "advice"), SAYS, ids=[each[1] for each in SAYS])
def test_line_key_and_suggestion(right: str, wrong: str, code: str, advice: str) -> None:
    text = COUNCIL.replace(right, wrong, 1)
    line = text.count("\n", 0, COUNCIL.index(right)) + 1
    found = defects(text)
    assert [(each.code, each.line) for each in found[:1]] == [(code, line)]
    assert advice in found[0].problem
    with pytest.raises(Refusal) as refused:
        read_charter_text(text)
    assert refused.value.figures["line"] == line
    assert advice in phrases.refusal(refused.value)


def test_all_wrong_places_are_told_at_once_in_order() -> None:
    text = COUNCIL.replace("cap = 10", "cup = 10").replace('title = "Chair"', "title = 3")
    assert [each.place for each in defects(text)] == ["roles.chair.title", "bodies.apportionment.cup"]
    with pytest.raises(Refusal, match="1 more places"):
        read_charter_text(text)


def test_a_key_that_is_twice_in_json_is_refused_and_not_half_lost() -> None:
    text = '{"charter": 1,\n "name": "One",\n "name": "Two"}'
    assert [(each.code, each.line) for each in defects(text)] == [("KeyTwice", 3)]


def test_a_share_is_looked_for_where_one_is_and_not_behind_a_name() -> None:
    text = (
        COUNCIL + '\n[matters.share]\ntitle = "Share"\n[[matters.share.stages]]\nelectorate = "delegations"\n'
    )
    text += 'conditions = [{ needs = "more_than", share = "1/2", counted_in = "votes" }]\n'
    text = text.replace("[decisions]", '[roles.weights]\ntitle = "Scales"\nduties = "weigh"\n\n[decisions]')
    assert not defects(text)
    assert read_charter_text(text).matters["share"].title == "Share"


BOMBS = {
    "lists": "a = " + "[" * 60_000,
    "closed lists": "a = " + "[" * 200 + "]" * 200,
    "braces": "a = " + "{ a = " * 10_000,
    "a key": "a." * 30_000 + "b = 1",
    "a quoted key": '"a".' * 15_000 + "b = 1",
    "a key in braces": "x = { " + "a." * 30_000 + "b = 1 }",
    "a section": "[" + "a." * 30_000 + "b]",
    "json": '{"a":' * 12_000,
    "json lists": '{"a":' + "[" * 60_000,
    "a number": "a = " + "9" * 60_000,
    "a json number": '{"a": ' + "9" * 60_000 + "}",
    "text": 'a = "' + "x" * 70_000 + '"',
    "quotes": '"' * 60_000,
    "a share": COUNCIL.replace('share = "1/2"', f'share = "1/{"9" * 50_000}"', 1),
    "sections": "\n".join(f"[{'a.' * 30}x{number}]" for number in range(900)),
    "commas": "a = [" + "," * 60_000,
}

REFUSED_AS = {
    "TooDeep",
    "TooLarge",
    "NumberImpossible",
    "TextUnreadable",
    "ShareNotExact",
    "KeyUnknown",
    "KeyMissing",
}


@pytest.mark.parametrize("name", BOMBS)
def test_what_is_too_large_too_deep_or_too_long_is_refused_at_once(name: str) -> None:
    begun = time.monotonic()
    found = defects(BOMBS[name])
    assert found
    assert time.monotonic() - begun < 2
    assert {each.code for each in found} <= REFUSED_AS


def test_nothing_in_a_text_is_run() -> None:
    text = COUNCIL.replace('"Council"', '"{0.__class__} %s $(touch x) {{ x }}"', 1)
    assert read_charter_text(text).name == "{0.__class__} %s $(touch x) {{ x }}"


TRICKY = '''# [not.a.section]
"quoted key" = 1
'plain "key"' = { "a.b" = [ 1, # ] not the end
  2, "}", """
]] still a text
""" ], c.d = 'x # y' }
[ spaced . out ]
long = \'\'\'one
[two]
\'\'\'
after = 1979-05-27 07:32:00
[[list]]
x = 1
[[list]]
x = 2
[list.inner]
y = ["\\\\", "\\""]
[[list.more]]
z = [[1, 2], [{ q = 3 }]]
[[list.more]]
z = []
'''


def ways(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [each for key, value in inner for each in ((*path, key), *ways(value, (*path, key)))]


@pytest.mark.parametrize("text", [TRICKY, *(file.read_text(encoding="utf-8") for file in (*READY, *BROKEN))])
def test_every_key_has_the_line_that_it_stands_on(text: str) -> None:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    lines = lines_of(text)
    assert set(lines) == set(ways(data))
    rows = text.splitlines()
    for path, line in lines.items():
        if isinstance(path[-1], str):
            assert path[-1] in rows[line - 1]
    as_json = json.dumps(data, indent=1, default=str, ensure_ascii=False)
    assert set(lines_of(as_json)) == set(ways(data))


def test_a_place_in_words_is_found_on_its_line_or_the_nearest() -> None:
    lines = lines_of(TRICKY)
    rows = TRICKY.splitlines()
    assert rows[line_of(lines, "list.2.x") - 1] == "x = 2"
    assert rows[line_of(lines, "list.2.more.1.z.2.1.q") - 1].startswith("z = [[1")
    assert rows[line_of(lines, "spaced.out.missing") - 1] == "[ spaced . out ]"
    assert line_of(lines, "nowhere") == 1
    assert line_of(lines, "") == 1


def test_every_section_has_words() -> None:
    sections = {
        each
        for each in vars(charters).values()
        if isinstance(each, type) and issubclass(each, charters.Part) and each is not charters.Part
    }
    assert sections <= set(SECTIONS)
