"""A body's charter: in plain words, beside the rulebook it began from, changed by a decision under its own rules."""

from __future__ import annotations

import difflib

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from symbiosis import phrases, rulebooks
from symbiosis.actions.attachments import attach
from symbiosis.actions.perform import perform
from symbiosis.core.charters import Charter
from symbiosis.core.reading import charter_bytes, read_charter
from symbiosis.errors import Refusal
from symbiosis.queries import records
from symbiosis.queries.ways import way_to
from symbiosis.record import canonical
from symbiosis.web import charter_form
from symbiosis.web.answers import sentence
from symbiosis.web.forms import charter_of
from symbiosis.web.pages import Place, now, page, place, say, trail
from symbiosis.web.steps import way_step
from symbiosis.web.trials import trial

Change = tuple[str, list[tuple[str, str]]]


def charter(request: HttpRequest, body: str) -> HttpResponse:
    """The rules of a body in plain words, as they are now or were at an earlier version."""
    here = place(request, body)
    versions = here.board.charters
    wanted = request.GET.get("version", str(len(versions)))
    if not (wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= len(versions)):
        raise Http404
    shown = versions[int(wanted) - 1]
    rulebook = shown.charter.rulebook
    return page(
        request,
        "charter.html",
        _("Charter of %(body)s") % {"body": here.board.name},
        here=here,
        sections=phrases.charter_lines(shown.charter, get_language() or "en"),
        shown=shown,
        number=int(wanted),
        versions=list(enumerate(versions, start=1)),
        trail=trail(here.board),
        rulebook=rulebooks.charter_of(rulebook) if rulebook in rulebooks.names() else None,
        differs=differences(rulebooks.charter_of(rulebook), shown.charter)
        if rulebook in rulebooks.names()
        else [],
        may_change=bool(here.may("CharterChanged")),
    )


def differences(before: Charter, after: Charter) -> list[Change]:
    """What two charters say differently, in words: by heading, lines that are gone ("-") and that are new ("+")."""
    language = get_language() or "en"
    # A record keeps a charter's keys in their canonical order: both are told in that one.
    old, new = (dict(phrases.charter_lines(as_recorded(each), language)) for each in (before, after))
    found = []
    for heading in dict.fromkeys([*old, *new]):
        lines = difflib.ndiff(old.get(heading, []), new.get(heading, []))
        changes = [(line[0], line[2:]) for line in lines if line[0] in "+-"]
        if changes:
            found.append((heading, changes))
    return found


def as_recorded(rules: Charter) -> Charter:
    """A charter as a record gives it back."""
    return read_charter(msgspec.json.decode(charter_bytes(rules)))


def change(request: HttpRequest, body: str) -> HttpResponse:
    """The charter as a form. What is typed becomes a draft with an address of its own; nothing is decided by it."""
    here = place(request, body)
    if not here.is_member:
        raise Refusal("NotYours", "", who=_("members"))
    language = get_language() or "en"
    rules, refused, status = here.board.charter, "", 200
    if request.method == "POST":
        try:
            pasted = request.POST.get("charter", "").strip()
            data = charter_of(pasted) if pasted else charter_form.changed(rules, request.POST, language)
            drafted = charter_bytes(read_charter(data))
            if canonical.digest(drafted) == here.board.charters[-1].digest:
                raise Refusal("FieldUnreadable", "", problem=_("nothing was changed"))
            attach(here.id, drafted, "application/json")
            return redirect("charter_draft", here.id, canonical.digest(drafted))
        except Refusal as error:
            refused, status = sentence(error), 409
    return page(
        request,
        "charter_change.html",
        _("Change the charter of %(body)s") % {"body": here.board.name},
        status=status,
        refused=refused,
        here=here,
        groups=charter_form.groups_of(rules, language),
        typed=request.POST,
        trail=trail(here.board),
    )


def draft(request: HttpRequest, body: str, digest: str) -> HttpResponse:
    """A changed charter before it is decided: what would be different, and the way to a decision about it."""
    here = place(request, body)
    drafted = _drafted(here, digest)
    way = way_to(here.board, "CharterChanged", {"digest": digest})
    refused, status = "", 200
    if request.method == "POST":
        try:
            plain = msgspec.json.decode(charter_bytes(drafted))
            fields = {"charter": plain, "digest": digest} | ({"voting": way.voting} if way.voting else {})
            perform(here.id, "CharterChanged", fields, at=now(), by=here.may("CharterChanged"))
            say(request, _("The changed charter is in force for everything that begins from now on."))
            return redirect("charter", here.id)
        except Refusal as error:
            refused, status = sentence(error), 409
    return page(
        request,
        "charter_draft.html",
        _("A changed charter for %(body)s") % {"body": here.board.name},
        status=status,
        refused=refused,
        here=here,
        digest=digest,
        differs=differences(here.board.charter, drafted),
        in_force=digest == here.board.charters[-1].digest,
        way=way,
        step=way_step(here.id, way, "")
        if way.step != "do" and here.may(way.kind or "VotingOpened")
        else None,
        may_do=way.step == "do" and bool(here.may("CharterChanged")),
        trial=trial(here.board, drafted, here.day),
        trail=trail(here.board),
    )


def _drafted(here: Place, digest: str) -> Charter:
    found = records.attachment(here.id, digest)
    if found is None or found[0] != "application/json":
        raise Http404
    return read_charter(msgspec.json.decode(found[1]))
