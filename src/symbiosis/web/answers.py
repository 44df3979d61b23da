"""Errors into pages: a refusal says which rule, an unsound record stops, unavailable asks to try again."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from symbiosis.errors import Refusal, Unavailable, Unsound


class Answers:
    """Gives each of our errors its page and status."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """409 for a rule's no, 500 for a record that does not hold, 503 to try again."""
        for kind, status in ((Refusal, 409), (Unsound, 500), (Unavailable, 503)):
            if isinstance(error, kind):
                return render(request, "answer.html", {"error": error}, status=status)
        return None
