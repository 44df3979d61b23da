"""Founding a body: the first on an empty node, with the key from the terminal, or another one by a keeper."""

from __future__ import annotations

import secrets
import tomllib
from hmac import compare_digest
from importlib import resources
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from symbiosis.actions import people
from symbiosis.actions.clock import civil_date
from symbiosis.actions.founding import Randomness, found_body
from symbiosis.core.charters import read_charter
from symbiosis.errors import Refusal
from symbiosis.queries.people import empowered
from symbiosis.web.answers import sentence
from symbiosis.web.pages import now, page, say, viewer
from symbiosis.web.views.accounts import begin_session_of

_STARTERS = ("assembly", "council")
_LANGUAGES = (
    ("en", "English"),
    ("es", "Español"),
    ("fr", "Français"),
    ("de", "Deutsch"),
    ("pt", "Português"),
    ("ru", "Русский"),
)


def found(request: HttpRequest) -> HttpResponse:
    """A name, a time zone, languages and a charter to begin with; its founder is its first member."""
    who = viewer(request)
    key = request.POST.get("key", request.GET.get("key", ""))
    if not who.is_keeper and not _is_key(key):
        return page(
            request,
            "answer.html",
            _("Found a body"),
            status=403,
            sentence=_(
                "Only keepers found bodies on this node. The first one uses the address that the terminal printed."
            ),
        )
    context = {"key": key, "starters": _starters(), "languages": _LANGUAGES, "first": not who.is_keeper}
    if request.method != "POST":
        return page(request, "found.html", _("Found a body"), typed={"timezone": "UTC"}, **context)
    try:
        body = _found(request, first=not who.is_keeper)
    except Refusal as error:
        return page(
            request,
            "found.html",
            _("Found a body"),
            status=409,
            refused=sentence(error),
            typed=request.POST,
            **context,
        )
    say(request, _("The body is founded, and you are its first member. Next: invite the others."))
    return redirect("people", body)


def _is_key(key: str) -> bool:
    """Whether this is the founding key of a node that has no keeper yet."""
    path = Path(settings.DATA_DIR) / "founding-key"
    return bool(key) and path.exists() and compare_digest(path.read_text().encode(), key.encode())


def _starters() -> list[tuple[str, str]]:
    titles = {
        "assembly": _("Assembly: members decide by majority of yes and no"),
        "council": _("Council or confederation: bodies send delegates with mandates"),
    }
    return [(name, titles[name]) for name in _STARTERS]


def _found(request: HttpRequest, *, first: bool) -> str:
    name = request.POST.get("starter", "")
    if name not in _STARTERS:
        raise Refusal("FieldUnreadable", "", problem=_("choose a charter to begin with"))
    text = resources.files("symbiosis.web").joinpath("starters", f"{name}.toml").read_text(encoding="utf-8")
    languages = request.POST.getlist("languages") or ["en"]
    wanted = {
        "name": request.POST.get("name", "").strip(),
        "timezone": request.POST.get("timezone", "").strip(),
        "languages": languages,
    }
    charter = tomllib.loads(text) | wanted
    # Everything that can be refused is asked before the account is made: nothing is left half done.
    rules = read_charter(charter)
    civil_date(rules.timezone, now())
    role = empowered(rules, "MemberAdmitted")[0]
    who = viewer(request).account
    if first or who is None:
        who = people.create_account(request.POST.get("username", ""), request.POST.get("password", ""))
        who.is_staff = True
        who.save()
    random = Randomness(*(secrets.token_bytes(32) for _seed in range(4)), secrets.token_bytes(16))
    body = found_body(charter, random, at=now())
    people.add_founder(body, who, request.POST.get("founder", "").strip(), role, at=now())
    if first:
        (Path(settings.DATA_DIR) / "founding-key").unlink(missing_ok=True)
        begin_session_of(request, who)
    return body
