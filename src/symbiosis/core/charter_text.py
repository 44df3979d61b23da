"""Reading the text of a charter, as people write it: what is wrong with it, on which line, and what to write instead.

A charter is data: nothing in it is ever run, and a text is bounded in size and depth before it is looked at.
Stored records are read by `reading.read_charter` alone, which stays as it was: this here only says more.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any, NamedTuple
from unicodedata import is_normalized

import msgspec

from symbiosis.core.charter_shape import Wrong, wrongs
from symbiosis.core.charters import Charter
from symbiosis.core.reading import charter_bytes, problems, read_charter
from symbiosis.core.text_lines import Lines, line_of, lines_of
from symbiosis.counting.conditions import NAMES, terms
from symbiosis.errors import Refusal, Unsound
from symbiosis.record.canonical import MAX_DEPTH, MAX_ENTRY

ROOM = 1024
"""Bytes of an entry that what stands around the charter may need: type, time, digest, signatures."""


class Defect(NamedTuple):
    """One reason for which a text is no charter: by name, on a line, at a place, in words with what to do."""

    code: str
    line: int
    place: str
    problem: str


SYNTAX = (
    ("Cannot overwrite", "KeyTwice", "this key is there twice; keep one of them"),
    (
        "Cannot declare",
        "KeyTwice",
        "this section is there twice; keep one, or write [[...]] for an item of a list",
    ),
    ("Cannot mutate", "KeyTwice", "this was finished above; put the key there"),
    ("Cannot redefine", "KeyTwice", "this section is there twice; keep one of them"),
    ("Duplicate inline", "KeyTwice", "a key is twice in these braces; keep one of them"),
    ("Unclosed array", "TextUnreadable", "a list is not closed; its end is ]"),
    ("Unclosed inline", "TextUnreadable", "braces are not closed, or two keys in them have no comma between"),
    (
        "Illegal character",
        "TextUnreadable",
        "a text is not closed before the end of its line, or has a sign that cannot be",
    ),
    ("Unterminated string", "TextUnreadable", "a text is not closed; its end is a quotation mark"),
    ('Expected "\'"', "TextUnreadable", "a text is not closed; its end is a quotation mark"),
    ("Unescaped", "TextUnreadable", "a backslash in a text is written twice"),
    (
        "Invalid value",
        "TextUnreadable",
        "the value cannot be read; words stand in quotation marks, a list in [ ]",
    ),
    (
        "Expected '=' after",
        "TextUnreadable",
        "a key is followed by = and its value; letters beyond a-z in keys need quotation marks",
    ),
    ("Expected ']", "TextUnreadable", "the name of a section stands in [ ] by itself"),
    ("Invalid initial character", "TextUnreadable", "a key begins with a letter, digit or quotation mark"),
    (
        "Invalid statement",
        "TextUnreadable",
        "a line is a key with = and a value, a [section], or a comment after #",
    ),
    ("Expected newline", "TextUnreadable", "there is more on the line than one key and one value"),
)
"""How the readers of TOML say it, the name of the defect, and what it means to whoever writes a charter."""

RULES = (
    ("there is no", "NameUnknown"),
    ("is not an exact share", "ShareNotExact"),
    ("is no date", "DateImpossible"),
    ("nothing is counted as", "CountUnknown"),
    ("can take the position", "PositionUnknown"),
    ("a matter needs at least one stage", "StagesMissing"),
    ("a vote needs at least one condition", "ConditionMissing"),
    ("need the section 'bodies'", "BodiesMissing"),
    ("a role needs a title", "TitleMissing"),
    ("terms are counted only", "TermMissing"),
    ("an amount needs its currency", "CurrencyMissing"),
    ("name at least one ground", "GroundsMissing"),
    ("a matter has this name", "NameTwice"),
    ("this body only administers", "PolicyByAdministration"),
    ("cannot be provisional", "ProvisionalAtTheEnd"),
    ("nobody can ask for it", "ExtensionForNobody"),
    ("a deciding question needs", "UnitsMissing"),
    ("silence is for", "SilenceMisplaced"),
)
"""What `reading` says of a charter whose keys and types are right, and the name of the defect."""


def read_charter_text(text: str) -> Charter:
    """The charter that people wrote as TOML or JSON.

    Raises `Refusal` CharterUnreadable with the first of its defects: line, key, what is wrong, what to do.
    """
    found = defects(text)
    if not found:
        return read_charter(parsed(text))
    first = found[0]
    key = f", {first.place}" if first.place else ""
    more = f"; {len(found) - 1} more places are wrong" if len(found) > 1 else ""
    raise Refusal(
        "CharterUnreadable",
        first.place,
        problem=f"line {first.line}{key}: {first.problem}{more}",
        defect=first.code,
        line=first.line,
    )


def defects(text: str) -> list[Defect]:
    """All that keeps a text from being a charter, in the order of its lines; none for one that can be adopted."""
    try:
        data = parsed(text)
    except _Unreadable as error:
        return [error.defect]
    if _too_deep(data):
        return [Defect("TooDeep", 1, "", f"more than {MAX_DEPTH} lists and sections lie inside one another")]
    lines = lines_of(text)
    shape = list(wrongs(data))
    if shape:
        return sorted((_placed(each, lines) for each in shape), key=lambda defect: defect.line)
    try:
        charter = msgspec.convert(data, Charter)
    except msgspec.ValidationError as error:
        return [Defect("TypeWrong", 1, "", str(error))]
    found = [_ruled(charter, place, problem, lines) for place, problem in problems(charter)]
    return sorted(found, key=lambda defect: defect.line) or list(_unwritable(charter, text))


class _Unreadable(Exception):
    def __init__(self, defect: Defect) -> None:
        super().__init__(defect)
        self.defect = defect


def parsed(text: str) -> Any:
    """The data in a text of TOML or JSON, of a size and depth that are safe to look at."""
    size = len(text.encode(errors="surrogatepass"))
    if size > MAX_ENTRY:
        problem = f"the text has {size} bytes and at most {MAX_ENTRY} are possible; take out what is no rule"
        raise _Unreadable(Defect("TooLarge", 1, "", problem))
    dotted = _DEEP_KEY.search(text)
    if dotted:
        line = text.count("\n", 0, dotted.end()) + 1
        problem = f"a key has more than {MAX_DEPTH} parts"
        raise _Unreadable(Defect("TooDeep", line, "", problem))
    try:
        if text.lstrip().startswith("{"):
            return json.loads(text, object_pairs_hook=_once)
        return tomllib.loads(text)
    except RecursionError:
        problem = f"more than {MAX_DEPTH} lists and sections lie inside one another"
        raise _Unreadable(Defect("TooDeep", 1, "", problem)) from None
    except json.JSONDecodeError as error:
        problem = f"this is no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise _Unreadable(Defect("TextUnreadable", error.lineno, "", problem)) from error
    except tomllib.TOMLDecodeError as error:
        raise _Unreadable(_syntax(text, str(error))) from error
    except _Twice as error:
        quoted = text.rfind(json.dumps(str(error), ensure_ascii=False))
        line = text.count("\n", 0, max(quoted, 0)) + 1
        problem = f"the key {str(error)!r} is there twice; keep one of them"
        raise _Unreadable(Defect("KeyTwice", line, "", problem)) from error
    except ValueError as error:  # a number of thousands of digits
        number = _LONG_NUMBER.search(text)
        line = text.count("\n", 0, number.start()) + 1 if number else 1
        raise _Unreadable(Defect("NumberImpossible", line, "", "no number is that long")) from error


_PART = r"""(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')"""
_DEEP_KEY = re.compile(rf"(?m)(?:^|[{{,])[ \t]*\[*[ \t]*{_PART}(?:[ \t]*\.[ \t]*{_PART}){{{MAX_DEPTH},}}")
_LONG_NUMBER = re.compile(r"[0-9_]{100}")


class _Twice(Exception):
    """A key that is twice in one JSON object."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Twice(key)
        found[key] = value
    return found


def _syntax(text: str, message: str) -> Defect:
    at = re.search(r"\(at line (\d+), column \d+\)$", message)
    line = int(at[1]) if at else text.count("\n") + 1
    for begins, code, problem in SYNTAX:
        if message.startswith(begins):
            return Defect(code, line, "", problem)
    plain = message.rpartition(" (at ")[0] or message
    return Defect("TextUnreadable", line, "", f"this is no TOML: {plain[:1].lower()}{plain[1:]}")


def _too_deep(data: Any) -> bool:
    level = [data]
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for each in level
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
    return any(isinstance(each, dict | list) for each in level)


def _placed(wrong: Wrong, lines: Lines) -> Defect:
    place = ".".join(str(word + 1) if isinstance(word, int) else word for word in wrong.path)
    return Defect(wrong.code, line_of(lines, place), place, wrong.problem)


def _ruled(charter: Charter, place: str, problem: str, lines: Lines) -> Defect:
    code = next((name for words, name in RULES if words in problem), "Impossible")
    named = re.match(r"there is no ([a-z ]+) '(.*)'", problem)
    counted = re.match(r"(?:nothing is counted as|nobody can take the position) '(.*)'", problem)
    if named:
        problem += _meant(named[2], _names(charter, named[1]))
    if counted:
        problem += _meant(counted[1], sorted(NAMES))
        place = _counting(charter, place, counted[1])
    return Defect(code, line_of(lines, place), place, problem)


def _counting(charter: Charter, place: str, name: str) -> str:
    """The condition of a stage that counts a name; the stage itself where none does."""
    _, matter, _, number = place.split(".")
    stage = charter.matters[matter].stages[int(number) - 1]
    for key, conditions in (("conditions", stage.conditions), ("quorum", stage.quorum)):
        for position, condition in enumerate(conditions, start=1):
            if name in {word for each in (condition.of, condition.counts) for _, word in terms(each)}:
                return f"{place}.{key}.{position}"
    return place


def _names(charter: Charter, kind: str) -> list[str]:
    """The names that a charter gives to its matters, roles, caucuses or kinds of meeting."""
    if kind == "matter":
        return list(charter.matters)
    if kind == "caucus":
        return list(charter.bodies.caucuses) if charter.bodies else []
    return list(charter.meetings.kinds) if kind == "kind of meeting" else list(charter.roles)


def _meant(word: str, names: list[str]) -> str:
    near = difflib.get_close_matches(word[:100], names, 1)
    if near:
        return f"; did you mean {near[0]!r}?"
    return f"; there are: {', '.join(names)}" if names else "; write it first"


def _unwritable(charter: Charter, text: str) -> Iterator[Defect]:
    """A readable charter that no entry of a record can hold."""
    try:
        size = len(charter_bytes(charter))
    except Unsound as error:
        lines = [n for n, line in enumerate(text.splitlines(), start=1) if not is_normalized("NFC", line)]
        problem = f"a text in it cannot be kept in a record: {error}"
        yield Defect("TextImpossible", (lines or [1])[0], "", problem)
        return
    if size > MAX_ENTRY - ROOM:
        yield Defect("TooLarge", 1, "", f"it has {size} bytes and an entry has room for {MAX_ENTRY - ROOM}")
