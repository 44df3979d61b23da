"""The catalogues of sentences: gettext's PO files beside this one, read without a compiler."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import cache
from importlib import resources

LANGUAGES = ("en", "es", "fr", "de", "pt-BR", "pt-PT", "ru")


def folder(language: str) -> str:
    """Where a language's catalogue lies: "pt-BR" and Django's "pt-br" in pt_BR, Portuguese alone in pt_PT."""
    if language == "pt":
        return "pt_PT"
    tongue, _, land = language.partition("-")
    return f"{tongue}_{land.upper()}" if land else tongue


@cache
def catalogue(language: str) -> dict[str, str]:
    """The sentences of a language by their English; empty for English and for a language not begun."""
    file = resources.files("symbiosis.phrases") / "locale" / folder(language) / "LC_MESSAGES" / "phrases.po"
    return read_po(file.read_text(encoding="utf-8")) if file.is_file() else {}


def read_po(text: str) -> dict[str, str]:
    """The translated pairs of a PO file without plurals. Raises ValueError for what is none."""
    pairs: dict[str, str] = {}
    current: dict[str, str] = {}
    into = ""
    for number, raw in enumerate([*text.splitlines(), ""], start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            if current.get("msgid") and current.get("msgstr"):
                pairs[current["msgid"]] = current["msgstr"]
            current = {} if not line else current
            continue
        word, _, quoted = line.partition(" ")
        if word in ("msgid", "msgstr"):
            into, current[word] = word, ast.literal_eval(quoted)
        elif line.startswith('"') and into:
            current[into] += ast.literal_eval(line)
        else:
            raise ValueError(f"line {number} is no line of a PO file")
    return pairs


def translated(language: str, sentence: str) -> str:
    """A sentence in a language, or in English where it has none yet."""
    return catalogue(language).get(sentence, sentence)


def sayer(language: str) -> Callable[..., str]:
    """Says sentences in one language, with their figures."""

    def say(sentence: str, **figures: object) -> str:
        return translated(language, sentence).format(**figures)

    return say
