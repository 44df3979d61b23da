"""The people of a body: invited many at once, given roles, given a new slip; and the keepers of the node."""

from __future__ import annotations

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from symbiosis.actions import people as actions
from symbiosis.actions.people import Slip
from symbiosis.errors import Refusal
from symbiosis.queries.people import keepers, members_of, person_in
from symbiosis.web.pages import now, page, place, say, trail, viewer

_MOST = 300


def people(request: HttpRequest, body: str) -> HttpResponse:
    """Who is on the roll, for members; inviting and roles for those whom the charter lets."""
    here = place(request, body)
    if not here.is_member:
        raise Http404
    charter = here.board.charter
    members = [
        (each, [charter.roles[role].title for role in each.roles]) for each in members_of(here.fold, here.day)
    ]
    return page(
        request,
        "people.html",
        _("People of %(body)s") % {"body": here.board.name},
        here=here,
        members=members,
        may_invite=bool(here.may("MemberAdmitted")),
        may_give=bool(here.may("RoleGiven")),
        may_end=bool(here.may("RoleEnded")),
        trail=trail(here.board),
    )


@require_POST
def invite(request: HttpRequest, body: str) -> HttpResponse:
    """Admit the people on a pasted list and show their slips, once: only hashes of the codes are kept."""
    here = place(request, body)
    role = here.may("MemberAdmitted")
    if not role:
        raise Refusal("NotYours", "", who=_("those who admit members"))
    names = [line.strip() for line in request.POST.get("names", "").splitlines() if line.strip()][:_MOST]
    if not names:
        say(request, _("The list was empty: write one name a line."))
        return redirect("people", body)
    return _sheet(request, body, here.board.name, actions.invite(body, names, by=role, at=now()))


@require_POST
def reissue(request: HttpRequest, body: str, person: int) -> HttpResponse:
    """A new slip to the same place: whoever lost a phone or a password comes back to their own token."""
    here = place(request, body)
    if not here.may("MemberAdmitted"):
        raise Refusal("NotYours", "", who=_("those who admit members"))
    slip = actions.reissue(person_in(body, person), at=now())
    return _sheet(request, body, here.board.name, [slip])


def _sheet(request: HttpRequest, body: str, name: str, slips: list[Slip]) -> HttpResponse:
    shown = []
    for slip in slips:
        address = request.build_absolute_uri(reverse("join", args=[slip.code]))
        code = segno.make(address, error="m").svg_inline(scale=1, omitsize=True, border=2)
        shown.append((slip, address, mark_safe(code)))
    answer = page(
        request,
        "slips.html",
        _("Invitations to %(body)s") % {"body": name},
        slips=shown,
        body=body,
        site=request.build_absolute_uri("/"),
    )
    answer["Cache-Control"] = "no-store"
    return answer


def keeper(request: HttpRequest) -> HttpResponse:
    """For keepers: who else keeps this node, and founding another body on it."""
    who = viewer(request)
    if not who.is_keeper:
        raise Http404
    return page(request, "keeper.html", _("This node"), keepers=keepers())
