"""What every page has: who looks at it, the bodies it is about, and the way back."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from symbiosis.actions import folds
from symbiosis.actions.clock import civil_date
from symbiosis.core.state import Board
from symbiosis.queries.people import Person, Viewer, is_member, may_do, may_read, viewer_of
from symbiosis.verify.replay import Fold


@dataclass(slots=True)
class Place:
    """A body as somebody looks at it now."""

    fold: Fold
    viewer: Viewer
    at: int
    day: str

    @property
    def board(self) -> Board:
        """Its board."""
        return self.fold.board

    @property
    def id(self) -> str:
        """Its id."""
        return self.fold.board.id

    @property
    def person(self) -> Person | None:
        """Who the viewer is in it, if anybody."""
        return self.viewer.place(self.id)

    @property
    def is_member(self) -> bool:
        """Whether the viewer is on its roll."""
        return is_member(self.fold, self.person)

    def may(self, kind: str) -> str:
        """In what capacity the viewer may do an act here; "" for none."""
        return may_do(self.fold, self.viewer, kind, self.day)


def now() -> int:
    """The node's clock: whole seconds UTC."""
    return int(time.time())


def viewer(request: HttpRequest) -> Viewer:
    """Who looks at this page."""
    return viewer_of(request.user)


def place(request: HttpRequest, body: str) -> Place:
    """A body for a page; not found where it is not here or not to be read by this viewer."""
    who, at = viewer(request), now()
    if body not in folds.known():
        raise Http404
    fold = folds.caught_up(body)
    if not may_read(who, fold.board):
        raise Http404
    return Place(fold, who, at, civil_date(fold.board.charter.timezone, at))


def names_near(board: Board) -> dict[str, str]:
    """The names of the bodies that a board speaks of, by id."""
    found = {board.id: board.name} | {sister.id: sister.name for sister in board.sisters.values()}
    here = folds.known()
    for council in board.confederations:
        if council in here:
            found[council] = folds.caught_up(council).board.name
    return found


def trail(*steps: Board | tuple[str, str]) -> list[tuple[str, str]]:
    """The way back: bodies and (label, address) pairs, outermost first."""
    return [(s.name, reverse("body", args=[s.id])) if isinstance(s, Board) else s for s in steps]


def page(
    request: HttpRequest, template: str, heading: str, *, status: int = 200, **context: Any
) -> HttpResponse:
    """A page in the common frame. What an earlier page left to be said is said once."""
    session = getattr(request, "session", None)
    said = session.pop("said", "") if session is not None and "said" in session else ""
    who = viewer(request) if hasattr(request, "user") else Viewer()
    context = {"heading": heading, "viewer": who, "said": said} | context
    return render(request, template, context, status=status)


def say(request: HttpRequest, sentence: str) -> None:
    """Leave a sentence for the next page."""
    request.session["said"] = sentence


def host_of(request: HttpRequest) -> str:
    """The name that this page was asked for under, without a port."""
    return request.get_host().rpartition(":")[0] or request.get_host()


def offers_passkeys(request: HttpRequest) -> bool:
    """Whether browsers let this page use passkeys: under https and a name, or as localhost on this very machine."""
    host = host_of(request)
    is_a_name = not host.replace(".", "").isdigit() and ":" not in host
    return host == "localhost" or (settings.SECURE and is_a_name)
