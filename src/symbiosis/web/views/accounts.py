"""Signing in by invitation, with a username and a password, and out again; devices; one's own data."""

from __future__ import annotations

from csp.decorators import csp_replace as csp_update
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from symbiosis.actions import folds, people
from symbiosis.actions.passkeys import forget, passkeys_of
from symbiosis.actions.people import account_of_link, claim, create_account, invitation_of
from symbiosis.errors import Refusal
from symbiosis.queries.people import person_of_account, roles_of, sessions_of
from symbiosis.web.answers import sentence
from symbiosis.web.pages import now, offers_passkeys, page, say, viewer

script_of_ours = csp_update({"script-src": ["'self'"], "connect-src": ["'self'"]})
"""The two pages that offer passkeys may run the one script that asks the device for them."""


@script_of_ours
def sign_in(request: HttpRequest) -> HttpResponse:
    """Username and password."""
    if request.method != "POST":
        return page(
            request,
            "sign_in.html",
            _("Sign in"),
            next=request.GET.get("next", ""),
            passkeys_offered=offers_passkeys(request),
        )
    username = request.POST.get("username", "").strip()
    account = authenticate(request, username=username, password=request.POST.get("password", ""))
    if not isinstance(account, User):
        return page(
            request,
            "sign_in.html",
            _("Sign in"),
            status=403,
            username=username,
            next=request.POST.get("next", ""),
            refused=_("Username and password do not fit. Try again, or ask your body for a new invitation."),
        )
    begin_session_of(request, account)
    return redirect(_safe(request, request.POST.get("next", "")))


def _safe(request: HttpRequest, address: str) -> str:
    fits = url_has_allowed_host_and_scheme(address, {request.get_host()}, request.is_secure())
    return address if fits else "home"


def begin_session_of(request: HttpRequest, account: User) -> None:
    """Sign an account in on this device, and note the device so that it can be revoked."""
    login(request, account, backend="django.contrib.auth.backends.ModelBackend")
    if request.session.session_key is None:
        request.session.save()
    people.begin_session(account, request.session.session_key or "", _device(request), at=now())


def _device(request: HttpRequest) -> str:
    """A word by which people tell their own devices apart; no version, nothing to recognise anybody by."""
    agent = request.headers.get("User-Agent", "")
    kinds = (("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"))
    kinds += (("Mac OS", "Mac"), ("Linux", "Linux"))
    return next((label for mark, label in kinds if mark in agent), "")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """This device is forgotten."""
    people.end_session(request.session.session_key or "")
    logout(request)
    return redirect("home")


def join(request: HttpRequest, code: str = "") -> HttpResponse:
    """Claim the place on a slip: with a new account, or with the one that is signed in."""
    code = code or request.GET.get("code", "")
    if not code:
        return page(request, "join.html", _("Join with an invitation"), ask_code=True)
    invitation = invitation_of(code, at=now())
    body = folds.caught_up(invitation.person.body).board
    who = viewer(request)
    context = {"code": code, "body": body, "name": invitation.person.name, "taken": body.id in who.places}
    heading = _("Your place in %(body)s") % {"body": body.name}
    if request.method != "POST":
        return page(request, "join.html", heading, **context)
    try:
        if who.account is not None and request.POST.get("use") == "this":
            account = who.account
        else:
            account = create_account(request.POST.get("username", ""), request.POST.get("password", ""))
        person = claim(code, account, at=now())
    except Refusal as error:
        username = request.POST.get("username", "")
        return page(
            request, "join.html", heading, status=409, refused=sentence(error), username=username, **context
        )
    people.rename(person, request.POST.get("name", person.name))
    if who.account is None:
        begin_session_of(request, account)
    say(request, _("Welcome. This is what waits for you."))
    return redirect("home")


def enter_example(request: HttpRequest, key: str) -> HttpResponse:
    """Sign in as one of the people of the worked example."""
    if request.method != "POST":
        account_of_link(key)
        return page(request, "enter.html", _("The worked example"))
    if request.user.is_authenticated:
        people.end_session(request.session.session_key or "")
        logout(request)
    begin_session_of(request, account_of_link(key))
    return redirect("home")


@script_of_ours
def me(request: HttpRequest) -> HttpResponse:
    """One's own account: places and names in bodies, devices, everything kept about oneself."""
    who = viewer(request)
    if who.account is None:
        return redirect("sign_in")
    if request.method == "POST":
        return _change_me(request, who.account)
    here = people.session_hash(request.session.session_key or "")
    places = []
    for body, person in who.places.items():
        fold = folds.caught_up(body)
        titles = [fold.board.charter.roles[role].title for role in roles_of(fold, person, fold.board.date)]
        places.append((fold.board, person, titles))
    devices = [(each, each.key_hash == here) for each in sessions_of(who.account)]
    return page(
        request,
        "me.html",
        _("My account"),
        places=places,
        devices=devices,
        passkeys=passkeys_of(who.account),
        passkeys_offered=offers_passkeys(request),
    )


def _change_me(request: HttpRequest, account: User) -> HttpResponse:
    order = request.POST.get("order", "")
    if order == "name":
        person = person_of_account(account, _number(request.POST.get("person", "")))
        people.rename(person, request.POST.get("name", ""))
        say(request, _("Your name is changed. Records never held it."))
    elif order == "revoke":
        people.revoke(account, _number(request.POST.get("session", "")))
        say(request, _("That device is signed out."))
    elif order == "passkey":
        forget(account, _number(request.POST.get("passkey", "")))
        say(request, _("That passkey signs nobody in any more."))
    elif order == "password":
        return _change_password(request, account)
    elif order == "erase":
        people.erase(account)
        logout(request)
        return redirect("home")
    return redirect("me")


def _change_password(request: HttpRequest, account: User) -> HttpResponse:
    if not account.check_password(request.POST.get("old", "")):
        say(request, _("The old password was another one. Nothing was changed."))
        return redirect("me")
    new = request.POST.get("new", "")
    people.check_password(new, account)
    people.change_password(account, new)
    begin_session_of(request, account)
    say(request, _("The password is changed, and your other devices are signed out."))
    return redirect("me")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else -1


def my_data(request: HttpRequest) -> HttpResponse:
    """Everything that this node keeps about an account, as one file."""
    who = viewer(request)
    if who.account is None:
        return redirect("sign_in")
    answer = JsonResponse(people.data_of(who.account), json_dumps_params={"indent": 2, "ensure_ascii": False})
    answer["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return answer
