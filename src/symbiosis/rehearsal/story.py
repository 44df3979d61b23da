"""The text of a story into statements (docs/spec/rehearsal.md): nothing is done here."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

from symbiosis.errors import Refusal

_ACT = re.compile(r"(consider +)?([A-Za-z0-9_-]+)(?:/([a-z0-9-]+))?: +([A-Z][A-Za-z]+)(?: +(.*))?")
_TOKEN = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"\\]|\\.)*")|(?P<mark>[\[\]{}(),:])|(?P<word>[^\s\[\]{}(),:"]+))""", re.VERBOSE
)


@dataclass(frozen=True, slots=True)
class Call:
    """A value that the player makes: `$text("...")`, `$at("...")`, `$person(ana)`."""

    name: str
    argument: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One line: what kind, its words, its fields, and where it stands in the file (from 1)."""

    line: int
    kind: str
    words: tuple[str, ...] = ()
    fields: dict[str, Any] = field(default_factory=dict)
    source: str = ""
    expected: str = ""


class Unreadable(Refusal):
    """A story that cannot be read: the line and what is wrong with it."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__("StoryUnreadable", "", line=line, problem=problem)
        self.line = line


def read_story(text: str) -> list[Statement]:
    """The statements of a story in order. Raises `Unreadable` (a `Refusal`) naming the line."""
    found: list[Statement] = []
    lines = text.splitlines()
    number = 0
    while number < len(lines):
        start, line = number + 1, lines[number].rstrip()
        number += 1
        while line.endswith("\\") and number < len(lines):
            line = line[:-1].rstrip() + " " + lines[number].strip()
            number += 1
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("charter ") and line.endswith("{"):
            body = []
            while number < len(lines) and lines[number].strip() != "}":
                body.append(lines[number])
                number += 1
            if number == len(lines):
                raise Unreadable(start, "the charter's closing } is missing")
            number += 1
            found.append(_inline_charter(start, line.split()[1], "\n".join(body)))
        else:
            found.append(_statement(start, line))
    return found


def _inline_charter(number: int, name: str, text: str) -> Statement:
    try:
        return Statement(number, "charter", (name,), tomllib.loads(text), f"charter {name}")
    except tomllib.TOMLDecodeError as error:
        raise Unreadable(number, f"the charter is no TOML: {error}") from error


def _statement(number: int, line: str) -> Statement:
    first, _, rest = line.partition(" ")
    if first in ("story", "zone", "at", "say"):
        if not rest.strip():
            raise Unreadable(number, f"{first!r} needs something after it")
        return Statement(number, first, (rest.strip(),), {}, line)
    if first == "charter":
        words = rest.split()
        if len(words) == 3 and words[1] == "from":
            return Statement(number, "charter-file", (words[0], words[2]), {}, line)
        if len(words) == 2 and re.fullmatch(r"rulebook=[a-z0-9-]+", words[1]):
            return Statement(number, "rulebook", (words[0], words[1].removeprefix("rulebook=")), {}, line)
        raise Unreadable(
            number, "write: charter NAME from FILE, charter NAME rulebook=RULEBOOK, or charter NAME { ... }"
        )
    if first in ("found", "closed-vote", "purge", "secret-vote", "secret-count"):
        words, fields = _words_and_fields(number, rest)
        return Statement(number, first, words, fields, line)
    if first == "expect":
        left, sign, right = rest.rpartition(" = ")
        if not sign or not left.strip():
            raise Unreadable(number, "write: expect WHAT ... = VALUE")
        return Statement(number, "expect", tuple(left.split()), {}, line, right.strip())
    act = _ACT.fullmatch(line)
    if act is None:
        raise Unreadable(number, f"no statement begins with {first!r}")
    _, fields = _words_and_fields(number, act[5] or "")
    kind = "consider" if act[1] else "act"
    return Statement(number, kind, (act[2], act[3] or "", act[4]), fields, line)


def _words_and_fields(number: int, text: str) -> tuple[tuple[str, ...], dict[str, Any]]:
    words: list[str] = []
    fields: dict[str, Any] = {}
    for part in split_fields(number, text):
        name, sign, value = part.partition("=")
        if sign and re.fullmatch(r"[a-z_]+", name):
            if name in fields:
                raise Unreadable(number, f"{name!r} is there twice")
            fields[name] = read_value(number, value)
        elif fields:
            raise Unreadable(number, f"{part!r} is no field: write name=value")
        else:
            words.append(part)
    return tuple(words), fields


def split_fields(number: int, text: str) -> list[str]:
    """Cut at blanks that are outside of quotes and brackets."""
    parts, depth, quoted, current, escaped = [], 0, False, "", False
    for letter in text:
        if quoted:
            quoted = letter != '"' or escaped
            escaped = letter == "\\" and not escaped
        elif letter == '"':
            quoted = True
        elif letter in "[{(":
            depth += 1
        elif letter in "]})":
            depth -= 1
        elif letter.isspace() and depth == 0:
            if current:
                parts.append(current)
            current = ""
            continue
        current += letter
    if quoted or depth:
        raise Unreadable(number, "a quote or bracket is not closed")
    return [*parts, current] if current else parts


def read_value(number: int, text: str) -> Any:
    """A value: word, whole number, yes/no, "text", [list], {name: value}, $call(argument)."""
    tokens = []
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            raise Unreadable(number, f"{text[at:]!r} is no value")
        tokens.append(found)
        at = found.end()
    value, rest = _value(number, tokens, 0)
    if rest != len(tokens):
        raise Unreadable(number, f"{text!r} is more than one value")
    return value


def _value(number: int, tokens: list[re.Match[str]], at: int) -> tuple[Any, int]:
    if at >= len(tokens):
        raise Unreadable(number, "a value is missing")
    token = tokens[at]
    if token["text"] is not None:
        return re.sub(r"\\(.)", _escaped, token["text"][1:-1]), at + 1
    if token["word"] is not None:
        word = token["word"]
        if word.startswith("$"):
            return _call(number, tokens, at)
        if re.fullmatch(r"0|[1-9][0-9]{0,15}", word):
            return int(word), at + 1
        return {"true": True, "false": False}.get(word, word), at + 1
    if token["mark"] == "[":
        return _list(number, tokens, at + 1)
    if token["mark"] == "{":
        return _table(number, tokens, at + 1)
    raise Unreadable(number, f"{token['mark']!r} is out of place")


def _escaped(found: re.Match[str]) -> str:
    """A letter after a backslash in a text: n is a new line, any other stands for itself."""
    return "\n" if found[1] == "n" else found[1]


def _call(number: int, tokens: list[re.Match[str]], at: int) -> tuple[Call, int]:
    shape = [token["mark"] for token in tokens[at + 1 : at + 4]]
    if len(shape) < 3 or shape[0] != "(" or shape[2] != ")":
        raise Unreadable(number, "write: $name(one argument)")
    argument, _ = _value(number, tokens, at + 2)
    return Call(tokens[at]["word"][1:], str(argument)), at + 4


def _list(number: int, tokens: list[re.Match[str]], at: int) -> tuple[list[Any], int]:
    items: list[Any] = []
    while at < len(tokens) and tokens[at]["mark"] != "]":
        item, at = _value(number, tokens, at)
        items.append(item)
        if at < len(tokens) and tokens[at]["mark"] == ",":
            at += 1
    if at >= len(tokens):
        raise Unreadable(number, "a ] is missing")
    return items, at + 1


def _table(number: int, tokens: list[re.Match[str]], at: int) -> tuple[dict[str, Any], int]:
    table: dict[str, Any] = {}
    while at < len(tokens) and tokens[at]["mark"] != "}":
        name = tokens[at]["word"] or (tokens[at]["text"] or "").strip('"')
        if not name or at + 1 >= len(tokens) or tokens[at + 1]["mark"] != ":":
            raise Unreadable(number, "write: {name: value, ...}")
        table[name], at = _value(number, tokens, at + 2)
        if at < len(tokens) and tokens[at]["mark"] == ",":
            at += 1
    if at >= len(tokens):
        raise Unreadable(number, "a } is missing")
    return table, at + 1
