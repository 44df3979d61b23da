"""The one tree of errors: a rule says no, a record does not hold, try again.

Nothing in Symbiosis answers with `None`, `False` or a log line where one of these belongs.
"""

from __future__ import annotations


class SymbiosisError(Exception):
    """Something that people must be told, in words of their language."""


class Refusal(SymbiosisError):
    """A rule says no.

    `code` names the reason (CamelCase, one page and one sentence each in `phrases`), `article` the place in
    the body's charter that it rests on ("" where the rule is older than any charter), `figures` what the
    sentence needs: plain strings and integers only, so that they can be shown, stored and translated.
    """

    def __init__(self, code: str, article: str = "", **figures: str | int) -> None:
        super().__init__(code, article, figures)
        self.code = code
        self.article = article
        self.figures = figures

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value}" for name, value in self.figures.items())
        place = f" [{self.article}]" if self.article else ""
        return f"{self.code}{place}" + (f": {shown}" if shown else "")


class Unsound(SymbiosisError):
    """A record, a proof or a signature does not hold: stop, never continue.

    `where` names the log and entry if known ("body/…/board 17").
    """

    def __init__(self, sentence: str, where: str = "") -> None:
        super().__init__(sentence, where)
        self.sentence = sentence
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}" if self.where else self.sentence


class Unavailable(SymbiosisError):
    """It cannot be done just now (another writer, a full disk, a node being restored); try again."""
