"""The first page: what waits for me; and what this node is, for those who are new."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from symbiosis.actions import folds
from symbiosis.errors import Unsound
from symbiosis.queries.people import may_read
from symbiosis.queries.records import Listed, listed_bodies
from symbiosis.queries.waiting import waiting_for
from symbiosis.web.answers import sentence
from symbiosis.web.pages import Place, now, page, viewer
from symbiosis.web.steps import step_of


def home(request: HttpRequest) -> HttpResponse:
    """What waits for whoever is signed in, else what this node is."""
    who, at = viewer(request), now()
    if who.account is None:
        return page(request, "welcome.html", _("Communities that decide together"), listed=_listed(request))
    day = max((folds.caught_up(body).board.date for body in who.places), default="")
    try:
        waiting = waiting_for(who, at, day)
    except Unsound as error:
        return page(request, "home.html", _("What waits for me"), refused=sentence(error), todo=[], done=[])
    boards = {each.body: folds.caught_up(each.body).board for each in waiting}
    shown = [(each, boards[each.body], step_of(each)) for each in waiting]
    places = [Place(folds.caught_up(body), who, at, day) for body in who.places]
    return page(
        request,
        "home.html",
        _("What waits for me"),
        todo=[row for row in shown if not row[0].done],
        done=[row for row in shown if row[0].done],
        places=places,
    )


def bodies(request: HttpRequest) -> HttpResponse:
    """The bodies kept here that the viewer may read."""
    return page(request, "bodies.html", _("Bodies on this node"), listed=_listed(request))


def _listed(request: HttpRequest) -> list[tuple[Listed, object]]:
    who = viewer(request)
    found: list[tuple[Listed, object]] = []
    for each in listed_bodies():
        if each.problem:
            found.append((each, None))
            continue
        board = folds.caught_up(each.id).board
        if may_read(who, board):
            found.append((each, board))
    return sorted(
        found, key=lambda row: (row[1] is None, getattr(row[1], "charter", None) is None, row[0].name)
    )


def about(request: HttpRequest) -> HttpResponse:
    """How this works, and who can see what."""
    return page(request, "about.html", _("How this works and who can see what"))
