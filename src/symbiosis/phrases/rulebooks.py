"""The ready rulebooks in words: for whom each is, in one line."""

from __future__ import annotations

from symbiosis.phrases.catalogues import translated

RULEBOOKS = {
    "assembly": "An assembly: members decide by majority of yes and no, and recall by petition.",
    "council": "A council or confederation: bodies send delegates with mandates.",
}
"""By the name of its file."""


def rulebook_line(name: str, language: str = "en") -> str:
    """For whom a rulebook is."""
    return translated(language, RULEBOOKS[name])
