"""Passkeys by a small script of our own: the only pages of a node that have one."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from symbiosis.actions import passkeys
from symbiosis.errors import Refusal
from symbiosis.web.answers import sentence
from symbiosis.web.pages import host_of, now, offers_passkeys, viewer
from symbiosis.web.views.accounts import begin_session_of

_CHALLENGE = "passkey-challenge"


def _origin(request: HttpRequest) -> str:
    return f"{'https' if settings.SECURE else 'http'}://{request.get_host()}"


def _challenge(request: HttpRequest) -> str:
    """The challenge that this session was given; it works once."""
    challenge = request.session.pop(_CHALLENGE, "")
    if not challenge or not offers_passkeys(request):
        raise Refusal("PasskeyRefused", "")
    return str(challenge)


def _answer(request: HttpRequest) -> dict[str, Any]:
    try:
        answer = json.loads(request.body)
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refusal("PasskeyRefused", "") from error
    if not isinstance(answer, dict):
        raise Refusal("PasskeyRefused", "")
    return answer


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Options for adding a passkey (signed in) or for signing in with one."""
    account = viewer(request).account
    host = host_of(request)
    options, challenge = passkeys.begin_adding(account, host) if account else passkeys.begin_using(host)
    request.session[_CHALLENGE] = challenge
    return JsonResponse(options)


@require_POST
def finish(request: HttpRequest) -> HttpResponse:
    """The device's answer: a new passkey for who is signed in, or a sign-in."""
    account = viewer(request).account
    try:
        challenge = _challenge(request)
        if account is not None:
            passkeys.add(account, _answer(request), challenge, host_of(request), _origin(request), at=now())
        else:
            begin_session_of(
                request, passkeys.use(_answer(request), challenge, host_of(request), _origin(request))
            )
    except Refusal as error:
        return JsonResponse({"refused": sentence(error)}, status=409)
    return JsonResponse({"next": "/me/" if account else "/"})
