"""The voting booth: what its page needs, the published hashes of its scripts, and the booth as a single file.

docs/spec/booth.md says what the booth does and how anyone compares the hashes.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.html import json_script
from django.utils.translation import get_language_bidi

from symbiosis.errors import Unsound
from symbiosis.web.booth_words import WITHOUT_SCRIPTS

STATIC = Path(__file__).resolve().parent / "static"
SEALING = ("hashes.js", "groups.js", "ballots.js", "checks.js")
BOOTH = (*SEALING, "elements.js", "paper.js", "booth.js")
TRUSTEE = (*SEALING, "trustee.js", "threshold.js", "tally.js", "elements.js")
AUTHORITY = (*SEALING, "qr.js", "authority.js", "elements.js")
"""The scripts of each page, in the order in which they are loaded."""

Paper = Mapping[str, object]
"""How a ranked question's paper is filled in: `least` and `most` (the marks), `ranking` (places, which close up),
`equal` (several may have one place), `marks` (words by mark), `hint`, `labels` (the answers as they are shown), `ticks`
(how many may be ticked, where there is one mark only) and `dots` (how many there are to share out; 0: any number). What
is left out follows from the question."""


@dataclass(frozen=True, slots=True)
class Script:
    """A script of a page: its file, its SHA-256 in hexadecimal to print, and the same as a browser demands it."""

    name: str
    sha256: str
    integrity: str


def scripts(names: Sequence[str] = BOOTH) -> tuple[Script, ...]:
    """The scripts with the hashes of the files as they are served."""
    return tuple(
        Script(name, hashlib.sha256(source).hexdigest(), _integrity(source))
        for name, source in ((name, (STATIC / name).read_bytes()) for name in names)
    )


def _integrity(source: bytes) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source).digest()).decode()


def booth(
    election: bytes,
    sentences: Mapping[str, str],
    *,
    papers: Sequence[Paper | None] = (),
    cast: str = "",
    board: str = "",
    offline: str = "",
) -> dict[str, object]:
    """What `booth.html` is given: the election's file as it stands on the board, and addresses of this node.

    `cast` takes the encrypted ballot as the body of a POST without cookies and answers with JSON: `tracker` and
    `receipt` (a text to keep), or a status from 400 and `refused` (a sentence that says what to do). Without it the
    ballot is saved and carried. Raises Unsound if the file is not UTF-8: its fingerprint could not be made.
    """
    return {
        "election": _text(election),
        "words": dict(sentences),
        "papers": list(papers),
        "without_scripts": sentences[WITHOUT_SCRIPTS],
        "cast": cast,
        "board": board,
        "offline": offline,
        "scripts": scripts(),
    }


def _text(election: bytes) -> str:
    try:
        return election.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unsound("the election's file is not UTF-8", "election") from error


def offline_booth(
    election: bytes,
    sentences: Mapping[str, str],
    *,
    papers: Sequence[Paper | None] = (),
    language: str = "en",
) -> str:
    """The booth as one HTML file: it needs no network, sends nothing, and saves the encrypted ballot as a file.

    The same input gives the same bytes, so that its hash can be published (`published_hash`). Its own policy lets
    exactly these scripts and this style run, and nothing connect anywhere. Raises Unsound for an election that is
    no JSON object with a name.
    """
    text = _text(election)
    try:
        name = str(json.loads(text)["name"])
    except (ValueError, KeyError, TypeError) as error:
        raise Unsound("the election's file has no name", "election") from error
    style = (STATIC / "site.css").read_text("utf-8")
    sources = [(STATIC / script).read_text("utf-8") for script in BOOTH]
    for inlined, end in ((style, "</style"), *((source, "</script") for source in sources)):
        if end in inlined.lower():
            raise Unsound(f"a file with {end} in it cannot be put into a page", "booth")
    hashes = " ".join(f"'{_integrity(source.encode())}'" for source in sources)
    policy = (
        f"default-src 'none'; script-src {hashes}; style-src '{_integrity(style.encode())}'; "
        "form-action 'none'; base-uri 'none'"
    )
    data = (("booth-words", dict(sentences)), ("booth-papers", list(papers)), ("booth-election", text))
    title, direction = html.escape(name), "rtl" if get_language_bidi() else "ltr"
    return "\n".join(
        [
            f'<!doctype html>\n<html lang="{html.escape(language)}" dir="{direction}">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>",
            f'<noscript><div class="stop"><p>{html.escape(sentences[WITHOUT_SCRIPTS])}</p></div></noscript>',
            f'<div id="booth" data-cast="" data-board=""><p>{html.escape(sentences["loading"])}</p></div>\n</main>',
            *(json_script(value, name) for name, value in data),
            *(f"<script>{source}</script>" for source in sources),
            "</body>\n</html>\n",
        ]
    )


def published_hash(page: str) -> str:
    """The SHA-256 of an offline booth, in hexadecimal, as `sha256sum` prints it for the saved file."""
    return hashlib.sha256(page.encode("utf-8")).hexdigest()
