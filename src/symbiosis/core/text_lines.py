"""On which line of a charter's text each key stands: the readers of TOML and JSON forget that."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping

Path = tuple[str | int, ...]
"""The way to a value from the top: ("matters", "rules", "stages", 0, "tie")."""
Lines = Mapping[Path, int]

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BLANK = re.compile(r"[ \t]*")
_SPACE = re.compile(r"(?:[\s,]|#[^\n]*)*")
_SCALAR = re.compile(r"[^,\]}\n#]*")
_LONG = {
    '"""': re.compile(r'"""(?:\\.|[^\\])*?"{3,5}', re.DOTALL),
    "'''": re.compile(r"'''.*?'{3,5}", re.DOTALL),
}
_SHORT = {'"': re.compile(r'"(?:\\.|[^"\\\n])*"'), "'": re.compile(r"'[^'\n]*'")}


def lines_of(text: str) -> Lines:
    """The line, from 1, of each key and each item of a list. The text must have been read before: what is no TOML
    or JSON gives some answer and no error."""
    return _Scanner(text).all()


def line_of(lines: Lines, place: str) -> int:
    """The line of a finding's place ("matters.rules.stages.1.tie", items counted from 1), or of the nearest part of
    it that the text has; 1 where it has none."""
    return lines.get(nearest(lines, place), 1)


def nearest(lines: Lines, place: str) -> Path:
    """The longest way into a text that follows a place."""
    path: Path = ()
    for word in place.split(".") if place else ():
        item = (
            (*path, int(word) - 1) if word.isascii() and word.isdigit() and len(word) < 9 else (*path, word)
        )
        step = (*path, word) if (*path, word) in lines else item
        if step not in lines:
            break
        path = step
    return path


class _Scanner:
    """Walks over a text once, from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.counted = 0
        self.line = 1
        self.lines: dict[Path, int] = {}
        self.items: dict[Path, int] = {}

    def all(self) -> Lines:
        if self._here("{"):
            self._value(())
            return self.lines
        table: Path = ()
        while self._space() < len(self.text):
            before = self.at
            if self.text.startswith("[[", self.at):
                self.at += 2
                table = self._header(self._key(), item=True)
                self._until("]]")
            elif self.text[self.at] == "[":
                self.at += 1
                table = self._header(self._key(), item=False)
                self._until("]")
            else:
                self._pair(table)
            self.at = max(self.at, before + 1)
        return self.lines

    def _note(self, path: Path) -> None:
        self.line += self.text.count("\n", self.counted, self.at)
        self.counted = self.at
        self.lines.setdefault(path, self.line)

    def _space(self) -> int:
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at

    def _here(self, sign: str) -> bool:
        self._space()
        return self.text.startswith(sign, self.at)

    def _until(self, sign: str) -> None:
        end = self.text.find(sign, self.at)
        self.at = len(self.text) if end < 0 else end + len(sign)

    def _key(self) -> list[str]:
        """A key with its dots: a . "b.c" . 'd'."""
        words: list[str] = []
        while True:
            self.at = self._skip(_BLANK)
            quote = self.text[self.at : self.at + 1]
            pattern = _SHORT.get(quote, _BARE)
            found = pattern.match(self.text, self.at)
            if found is None:
                return words
            self.at = found.end()
            words.append(_unquoted(found[0]))
            self.at = self._skip(_BLANK)
            if not self.text.startswith(".", self.at):
                return words
            self.at += 1

    def _skip(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self.text, self.at)
        return found.end() if found else self.at

    def _header(self, words: list[str], item: bool) -> Path:
        """Where [a.b] or [[a.b]] leads: into the last item of each list on the way."""
        path: Path = ()
        for position, word in enumerate(words, start=1):
            path = (*path, word)
            self._note(path)
            if item and position == len(words):
                self.items[path] = self.items.get(path, -1) + 1
            if path in self.items:
                path = (*path, self.items[path])
                self._note(path)
        return path

    def _pair(self, table: Path) -> None:
        path = table
        start = self.at
        words = self._key()
        end, self.at = self.at, start
        for word in words:
            path = (*path, word)
            self._note(path)
        self.at = self._skip_equals(end)
        self._value(path)

    def _skip_equals(self, start: int) -> int:
        self.at = start
        self._space()
        return self.at + 1 if self.text[self.at : self.at + 1] in ("=", ":") else self.at

    def _value(self, path: Path) -> None:
        self._space()
        sign = self.text[self.at : self.at + 1]
        if sign == "[":
            self.at += 1
            number = 0
            while not self._here("]") and self.at < len(self.text):
                before = self.at
                self._note((*path, number))
                self._value((*path, number))
                number += 1
                self.at = max(self.at, before + 1)
            self.at += 1
        elif sign == "{":
            self.at += 1
            while not self._here("}") and self.at < len(self.text):
                before = self.at
                self._pair(path)
                self.at = max(self.at, before + 1)
            self.at += 1
        else:
            long = _LONG.get(self.text[self.at : self.at + 3])
            self.at = self._skip(long or _SHORT.get(sign) or _SCALAR)


def _unquoted(word: str) -> str:
    if word[0] == "'":
        return word[1:-1]
    if word[0] != '"':
        return word
    try:
        return str(tomllib.loads(f"k = {word}")["k"])
    except tomllib.TOMLDecodeError:
        try:
            return str(json.loads(word))  # JSON's "\/" is no escape of TOML
        except ValueError:
            return word[1:-1]
