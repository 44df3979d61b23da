"""Errors into pages: a refusal says which rule, an unsound record stops, unavailable asks to try again."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from symbiosis import phrases
from symbiosis.actions import folds
from symbiosis.errors import Refusal, SymbiosisError, Unavailable, Unsound
from symbiosis.web.pages import page

_MISSING = frozenset(
    [
        "NoSuchBody",
        "NoSuchProposal",
        "NoSuchVoting",
        "NoSuchMeeting",
        "NoSuchAct",
        "NoSuchVersion",
        "NoSuchPetition",
    ]
)
"""Refusals that mean, at an address, that nothing is there."""


class Answers:
    """Holds the states while a page reads them, and gives each of our errors its page and status."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # States are changed in place: whoever reads them holds their lock until the page is written.
        with folds.lock:
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """404 for what is not there, 409 for a rule's no, 500 for an unsound record, 503 to try again."""
        if isinstance(error, Refusal) and request.method == "GET" and error.code in _MISSING:
            return page(request, "answer.html", _("Nothing is here"), status=404, sentence=sentence(error))
        for kind, status, heading in (
            (Refusal, 409, _("A rule says no")),
            (Unsound, 500, _("This record is unsound")),
            (Unavailable, 503, _("Not just now")),
        ):
            if isinstance(error, kind):
                return page(
                    request,
                    "answer.html",
                    heading,
                    status=status,
                    sentence=sentence(error),
                    unsound=isinstance(error, Unsound),
                )
        return None


def sentence(error: SymbiosisError) -> str:
    """An error in the reader's language."""
    language = get_language() or "en"
    if isinstance(error, Refusal):
        return phrases.refusal(error, language)
    if isinstance(error, Unsound):
        return phrases.unsound(error, language)
    return str(error)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """An address that leads nowhere."""
    words = _("There is no such page, or it is not for you to see. Sign in if it should be.")
    return page(request, "answer.html", _("Nothing is here"), status=404, sentence=words)


def broken(request: HttpRequest) -> HttpResponse:
    """Something that we did not foresee: said plainly, without a traceback."""
    words = _("Something went wrong on this node. Nothing was half done. Try again, or tell its keeper.")
    return page(request, "answer.html", _("This did not work"), status=500, sentence=words)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that no page of ours makes."""
    words = _("This request could not be read. Go back and send the form again.")
    return page(request, "answer.html", _("This did not work"), status=400, sentence=words)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that did not come from this session."""
    words = _("This form is too old or came from elsewhere. Go back, reload the page and send it again.")
    return page(request, "answer.html", _("Send it again"), status=403, sentence=words)
