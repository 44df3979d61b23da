"""Texts of people as safe HTML, and what changed between two of them."""

from __future__ import annotations

import difflib
import re
from functools import cache

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

_TAGS = {
    "p",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "em",
    "strong",
    "blockquote",
    "code",
    "pre",
    "br",
    "hr",
    "a",
}


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False})


def as_html(text: str) -> str:
    """CommonMark without HTML, images or scripts; links lead away without saying where from.

    Headings are lowered by two, so that a text never has the heading of its page.
    """
    html = _reader().render(text)
    html = re.sub(r"<(/?)h([1-4])>", lambda found: f"<{found[1]}h{int(found[2]) + 2}>", html)
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel="noreferrer nofollow",
    )


def differences(before: str, after: str) -> SafeString:
    """The later text by words, with what was taken out and what was put in marked as such."""
    old, new = (re.findall(r"\S+\s*|\s+", text) for text in (before, after))
    parts = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = escape("".join(old[a:b])), escape("".join(new[c:d]))
        if kind == "equal":
            parts.append(come)
            continue
        parts += [f"<del>{gone}</del>"] if gone else []
        parts += [f"<ins>{come}</ins>"] if come else []
    return mark_safe("".join(parts).replace("\n", "<br>"))
