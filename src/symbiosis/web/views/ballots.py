"""A secret vote as everybody sees it: its page, the booth, a ballot taken in, and the archive to check it all with."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from symbiosis import phrases
from symbiosis.actions import secret_votes
from symbiosis.actions.attachments import bytes_at
from symbiosis.ballots.challenges import hex_to_base64
from symbiosis.core.act import Text
from symbiosis.core.decided import voting_of
from symbiosis.core.state import SecretBallots, Voting
from symbiosis.errors import Refusal, Unavailable
from symbiosis.queries.secret_votes import (
    fingerprint_of,
    hash_of,
    is_waiting,
    next_of,
    refused_in,
)
from symbiosis.queries.waiting import is_open, title_of
from symbiosis.verify.ballots import archive_of, bytes_of
from symbiosis.web.answers import sentence
from symbiosis.web.booth_file import booth as booth_page
from symbiosis.web.booth_file import offline_booth, published_hash
from symbiosis.web.booth_words import sentences
from symbiosis.web.pages import Place, now, page, place, say, trail
from symbiosis.web.papers import booth_paper
from symbiosis.web.steps import Step, act_address
from symbiosis.web.views.accounts import script_of_ours

_SHOWN = 200
"""Trackers on the page; all of them are in the archive, and any one can be looked for."""


def _held(here: Place, voting: str) -> tuple[Voting, SecretBallots]:
    held = voting_of(here.board, voting)
    if held.ballots is None:
        raise Refusal("NotSecret", "", voting=voting)
    return held, held.ballots


def ballots(request: HttpRequest, body: str, voting: str) -> HttpResponse:
    """The vote's page: what is asked, how to vote, what stands on the board, and what its people do next."""
    here = place(request, body)
    held, secret = _held(here, voting)
    refused, status, looked, found = "", 200, "", ""
    if request.method == "POST":
        if request.POST.get("order") == "end":
            try:
                secret_votes.end_ballot(here.id, voting, at=now(), by=here.may("BallotingEnded") or "-")
            except Refusal as error:
                refused, status = sentence(error), 409
            else:
                say(request, _("The ballot has ended. Now the trustees open the count."))
                return redirect("ballots", body, voting)
        else:
            looked = request.POST.get("tracker", "").strip()
            found = _looked_up(here, secret, held, looked)
    language = get_language() or "en"
    return page(
        request,
        "ballots.html",
        title_of(here.board, held),
        status=status,
        refused=refused,
        here=here,
        held=held,
        ballots=secret,
        open=is_open(held, here.at) and not secret.ended,
        trackers=[hex_to_base64(each) for each, _size in reversed(secret.posted[-_SHOWN:])],
        fingerprint=fingerprint_of(secret),
        list_fingerprint=hex_to_base64(secret.credentials.sha256),
        looked=looked,
        found=found,
        refusals=[
            (phrases.refused_ballot(code, language), number) for code, number in refused_in(here.id, voting)
        ],
        mixers=_numbered(secret, tuple(secret.shuffles)),
        openers=_numbered(secret, tuple(secret.decryptions)),
        may_end=bool(here.may("BallotingEnded"))
        and not secret.ended
        and not (held.closes and here.at < held.closes),
        steps=_steps(here, held, secret),
        rule=held.rule(here.board),
        trail=trail(here.board),
    )


def _looked_up(here: Place, secret: SecretBallots, held: Voting, tracker: str) -> str:
    """What there is to say of a tracker: "posted", "waiting", "nowhere", or "unreadable"."""
    sha256 = hash_of(tracker)
    if not sha256:
        return "unreadable"
    if sha256 in secret.known:
        return "posted"
    return "waiting" if is_waiting(here.id, held.id, sha256) else "nowhere"


def _numbered(secret: SecretBallots, done: tuple[int, ...]) -> list[tuple[int, bool]]:
    return [(number, number in done) for number in range(1, secret.trustees + 1)]


def _steps(here: Place, held: Voting, secret: SecretBallots) -> list[Step]:
    found = []
    trustee = secret_votes.trustee_of(here.id, held.id, here.person)
    task = next_of(held, secret, trustee)
    if task:
        label = _("Mix the papers") if task == "mix" else _("Open your part of the count")
        found.append(Step(label, reverse("trustee", args=[here.id, held.id])))
    if secret.opened and not held.closed and here.may("VotingClosed"):
        found.append(Step(_("Close the vote"), act_address(here.id, "VotingClosed", {"voting": held.id})))
    if not held.closed and not secret.ended and here.may("TallyReported"):
        found.append(
            Step(
                _("Report votes on paper"),
                act_address(here.id, "TallyReported", {"voting": held.id, "home": "1"}),
            )
        )
    return found


@script_of_ours
def booth(request: HttpRequest, body: str, voting: str) -> HttpResponse:
    """The booth: a ballot is made and encrypted on the voter's device."""
    here = place(request, body)
    held, secret = _held(here, voting)
    if secret.ended or not is_open(held, here.at):
        return redirect("ballots", body, voting)
    made = booth_page(
        bytes_of(bytes_at, secret.election),
        sentences(),
        papers=[booth_paper(held, held.rule(here.board))],
        cast=reverse("cast_ballot", args=[body, voting]),
        board=reverse("ballots", args=[body, voting]),
        offline=reverse("booth_file", args=[body, voting]),
    )
    return page(
        request,
        "booth_page.html",
        title_of(here.board, held),
        here=here,
        held=held,
        booth=made,
        trail=trail(here.board),
    )


def booth_file(request: HttpRequest, body: str, voting: str) -> HttpResponse:
    """The booth as one file that works without a network, with its hash to compare."""
    here = place(request, body)
    held, secret = _held(here, voting)
    made = offline_booth(
        bytes_of(bytes_at, secret.election),
        sentences(),
        papers=[booth_paper(held, held.rule(here.board))],
        language=get_language() or "en",
    )
    answer = HttpResponse(made, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="booth-{held.id}.html"'
    answer["X-Content-SHA256"] = published_hash(made)
    return answer


@csrf_exempt
@require_POST
def cast(request: HttpRequest, body: str, voting: str) -> HttpResponse:
    """Take in an encrypted ballot. No session, no cookie: the credential inside says that it may be cast."""
    try:
        promise = secret_votes.cast_ballot(body, voting, request.body, at=now())
    except Refusal as error:
        return JsonResponse({"refused": sentence(error)}, status=409)
    except Unavailable as error:
        return JsonResponse({"refused": sentence(error)}, status=503)
    return JsonResponse({"tracker": hex_to_base64(promise.sha256), "receipt": promise.note})


def archive(request: HttpRequest, body: str, voting: str) -> HttpResponse:
    """The whole election as one file, for this program's verifier and for belenios-tool."""
    here = place(request, body)
    held, _secret = _held(here, voting)
    answer = HttpResponse(archive_of(held, bytes_at), content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{_secret.uuid}.bel"'
    return answer


def _words(text: Text) -> str:
    return bytes_of(bytes_at, text).decode()


def posted(request: HttpRequest, body: str, voting: str) -> HttpResponse:
    """The ballots and mixes on the board, for a trustee's device that adds them up again before it opens anything."""
    here = place(request, body)
    _held_vote, secret = _held(here, voting)
    return JsonResponse(
        {
            "credentials": _words(secret.credentials),
            "ballots": [_words(Text(*each)) for each in secret.posted],
            "shuffles": [_words(each) for each in secret.shuffles.values()],
        }
    )
