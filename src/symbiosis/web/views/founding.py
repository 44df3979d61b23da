"""Founding a body: the first on an empty node, with the key from the terminal, or another one by a keeper."""

from __future__ import annotations

import secrets
from hmac import compare_digest
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from symbiosis import phrases, rulebooks
from symbiosis.actions import people
from symbiosis.actions.clock import civil_date
from symbiosis.actions.founding import Randomness, found_body
from symbiosis.core.reading import read_charter
from symbiosis.errors import Refusal
from symbiosis.queries.people import empowered
from symbiosis.web.answers import sentence
from symbiosis.web.charter_form import whole
from symbiosis.web.pages import now, page, say, viewer
from symbiosis.web.views.accounts import begin_session_of

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
    context = {"key": key, "offered": _offered(), "languages": _LANGUAGES, "first": not who.is_keeper}
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


def _offered() -> list[tuple[str, str]]:
    """The rulebooks to begin from: the two plain ones first."""
    language = get_language() or "en"
    plain = ("assembly", "council")
    ordered = [*plain, *(name for name in rulebooks.names() if name not in plain)]
    return [(name, phrases.rulebook_line(name, language)) for name in ordered]


def rulebook(request: HttpRequest, name: str) -> HttpResponse:
    """A ready rulebook in plain words, before anybody founds a body on it."""
    if name not in rulebooks.names():
        raise Http404
    language = get_language() or "en"
    rules = rulebooks.charter_of(name)
    return page(
        request,
        "rulebook.html",
        rules.name,
        line=phrases.rulebook_line(name, language),
        sections=phrases.charter_lines(rules, language),
        written=rulebooks.text_of(name),
    )


def _found(request: HttpRequest, *, first: bool) -> str:
    name = request.POST.get("rulebook", "")
    if name not in rulebooks.names():
        raise Refusal("FieldUnreadable", "", problem=_("choose a charter to begin with"))
    languages = request.POST.getlist("languages") or ["en"]
    wanted = {
        "name": request.POST.get("name", "").strip(),
        "timezone": request.POST.get("timezone", "").strip(),
        "languages": languages,
        "rulebook": name,
    }
    charter = whole(rulebooks.charter_of(name)) | wanted
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
