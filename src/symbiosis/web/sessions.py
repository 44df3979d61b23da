"""Devices that were revoked from elsewhere are signed out at their next page."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from symbiosis.actions.people import is_live


class LiveSessions:
    """Signs out a session whose row is gone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and not is_live(request.user, request.session.session_key or ""):
            logout(request)
        return self.get_response(request)
