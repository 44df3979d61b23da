"""A secret vote before it opens: who still has to do what, the trustees' page, and the authority's."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from symbiosis.actions import ceremonies, secret_votes
from symbiosis.actions.attachments import bytes_at
from symbiosis.ballots.challenges import sha256_base64
from symbiosis.core.decided import voting_of
from symbiosis.core.state import SecretBallots, Voting
from symbiosis.errors import Refusal
from symbiosis.queries.people import roles_of
from symbiosis.queries.secret_votes import Preparation, ceremony_of, next_of, preparation
from symbiosis.store.models import Ceremony
from symbiosis.verify.ballots import bytes_of
from symbiosis.web.answers import sentence
from symbiosis.web.booth_file import AUTHORITY, TRUSTEE, scripts
from symbiosis.web.ceremony_words import authority_sentences, trustee_sentences
from symbiosis.web.forms import moment_of
from symbiosis.web.pages import Place, now, page, place, say, trail
from symbiosis.web.views.accounts import script_of_ours


def _found(here: Place, voting: str) -> Ceremony:
    found = ceremony_of(here.id, voting)
    if found is None or not here.is_member:
        raise Http404
    return found


def _title(here: Place, ceremony: Ceremony) -> str:
    return ceremonies.question_of(here.fold, ceremony.opening).question


def secret_vote(request: HttpRequest, body: str, voting: str) -> HttpResponse:
    """How far the preparation has come; whoever opens votes opens it here, or begins again."""
    here = place(request, body)
    if voting in here.board.votings:
        return redirect("ballots", body, voting)
    ceremony = _found(here, voting)
    opener = here.may("VotingOpened")
    refused, status = "", 200
    if request.method == "POST" and opener:
        try:
            if request.POST.get("order") == "again":
                ceremonies.begin_again(ceremony, at=now())
                say(request, _("All that was handed in is thrown away. The trustees begin again."))
                return redirect("secret_vote", body, voting)
            closes = moment_of(here, request.POST.get("closes", "").strip(), _("Open until"))
            ceremonies.open_vote(ceremony, at=now(), by=opener, closes=closes)
            say(request, _("The vote is open. Now the slips can be handed out."))
            return redirect("ballots", body, voting)
        except Refusal as error:
            refused, status = sentence(error), 409
    state = preparation(here.fold, ceremony, here.person)
    return page(
        request,
        "secret_vote.html",
        _title(here, ceremony),
        status=status,
        refused=refused,
        here=here,
        ceremony=ceremony,
        state=state,
        is_trustee=_may_be_trustee(here, state),
        is_authority=state.rule.authority in roles_of(here.fold, here.person, here.day),
        opener=opener,
        authority=here.board.charter.roles[state.rule.authority].title,
        trail=trail(here.board),
    )


def _may_be_trustee(here: Place, state: Preparation) -> bool:
    """Whether somebody holds the trustees' role and there is room for them, or they are one already."""
    holds = state.rule.trustees in roles_of(here.fold, here.person, here.day)
    return bool(state.own) or (holds and state.handed_in[0] < state.rule.number)


@script_of_ours
def trustee(request: HttpRequest, body: str, voting: str) -> HttpResponse:
    """A trustee's page: the key before the vote, mixing and opening after it. Secrets stay in the browser."""
    here = place(request, body)
    ceremony = _found(here, voting)
    held = here.board.votings.get(voting)
    refused, status = "", 200
    if request.method == "POST":
        try:
            say(request, _take(request, here, ceremony, held))
            return redirect("trustee", body, voting)
        except Refusal as error:
            refused, status = sentence(error), 409
    task = _task(here, ceremony, held)
    return page(
        request,
        "trustee.html",
        _("Trustee: %(title)s") % {"title": _title(here, ceremony)},
        status=status,
        refused=refused,
        here=here,
        ceremony=ceremony,
        task=task,
        words=trustee_sentences(),
        scripts=scripts((*TRUSTEE, "trustee_page.js")),
        back=reverse("ballots" if held else "secret_vote", args=[body, voting]),
        trail=trail(here.board),
    )


def _handed_in(request: HttpRequest) -> str:
    """The file that a page's script made; "" where there is none or it is no text, which every check refuses."""
    file = request.FILES.get("text")
    if file is None or file.size > secret_votes.MOST_BYTES:
        return ""
    return bytes(file.read()).decode("utf-8", "replace")


def _take(request: HttpRequest, here: Place, ceremony: Ceremony, held: Voting | None) -> str:
    """Take what the browser made, and say what comes next."""
    text = _handed_in(request)
    if held is None:
        state = preparation(here.fold, ceremony, here.person)
        if not _may_be_trustee(here, state) or here.person is None:
            raise Refusal("NotYours", "", who=here.board.charter.roles[state.rule.trustees].title)
        number = ceremonies.hand_in(ceremony, here.person, state.round, text)
        return _("Taken: you are trustee %(n)d.") % {"n": number}
    number = ceremonies.number_of(ceremony, here.person)
    if request.POST.get("task") == "mix":
        role = here.may("BallotsShuffled")
        secret_votes.hand_in_shuffle(here.id, held.id, number, text.encode(), at=now(), by=role or "-")
        return _("The papers are mixed, and the proof holds.")
    role = here.may("BallotsDecrypted")
    secret_votes.hand_in_decryption(here.id, held.id, number, text.encode(), at=now(), by=role or "-")
    return _("Your part of the count is open, and every proof holds.")


def _task(here: Place, ceremony: Ceremony, held: Voting | None) -> dict[str, Any]:
    """What the page's script needs for what the trustee has to do now; `kind` is "" where there is nothing."""
    state = preparation(here.fold, ceremony, here.person)
    group = ceremonies.group_of(here.fold, ceremony)
    by_round = [list(ceremonies.messages(ceremony, each).values()) for each in range(1, state.rounds + 1)]
    common: dict[str, Any] = {
        "kind": "",
        "own": state.own,
        "label": ceremony.uuid,
        "group": group.name,
        "threshold": state.rule.enough if ceremonies.is_threshold(state.rule) else 0,
        "messages": by_round,
    }
    if held is None:
        mine = _may_be_trustee(here, state) and not state.own_done and not state.key_made
        if state.round == 1 and state.own:
            mine = False
        return common | {"kind": f"key-{state.round}" if mine else "", "round": state.round}
    ballots = voting_of(here.board, held.id).ballots
    assert ballots is not None
    task = next_of(held, ballots, state.own)
    board = reverse("ballots_posted", args=[here.id, held.id])
    return common | ({"kind": task, "board": board} | _opened(ballots) if task else {})


def _opened(ballots: SecretBallots) -> dict[str, str]:
    """The files that mixing and opening start from."""
    assert ballots.sum is not None
    last = [*ballots.shuffles.values()][-1:]
    return {
        "election": bytes_of(bytes_at, ballots.election).decode(),
        "trustees": bytes_of(bytes_at, ballots.keys).decode(),
        "tally": bytes_of(bytes_at, ballots.sum).decode(),
        "shuffle": bytes_of(bytes_at, last[0]).decode() if last else "",
    }


@script_of_ours
def authority(request: HttpRequest, body: str, voting: str) -> HttpResponse:
    """The credential authority's page: credentials are made in the browser, their public halves are handed in."""
    here = place(request, body)
    ceremony = _found(here, voting)
    if voting in here.board.votings:
        return redirect("ballots", body, voting)
    state = preparation(here.fold, ceremony, here.person)
    role = state.rule.authority
    if role not in roles_of(here.fold, here.person, here.day):
        words = sentence(Refusal("NotYours", "", who=here.board.charter.roles[role].title))
        return page(
            request,
            "answer.html",
            _title(here, ceremony),
            status=403,
            sentence=words,
            trail=trail(here.board),
        )
    if not state.key_made:
        return redirect("secret_vote", body, voting)
    refused, status = "", 200
    if request.method == "POST":
        try:
            ceremonies.hand_in_credentials(ceremony, _handed_in(request))
            say(request, _("The public credentials are handed in. Hand the slips out when the vote is open."))
            return redirect("secret_vote", body, voting)
        except Refusal as error:
            refused, status = sentence(error), 409
    task = {
        "label": ceremony.uuid,
        "group": ceremonies.group_of(here.fold, ceremony).name,
        "voters": ceremony.voters,
        "name": _title(here, ceremony),
        "fingerprint": sha256_base64(ceremonies.election_of(here.fold, ceremony)["election"]),
        "booth": request.build_absolute_uri(reverse("booth", args=[body, voting])),
    }
    return page(
        request,
        "authority.html",
        _("Credentials: %(title)s") % {"title": _title(here, ceremony)},
        status=status,
        refused=refused,
        here=here,
        ceremony=ceremony,
        task=task,
        words=authority_sentences(),
        scripts=scripts((*AUTHORITY, "authority_page.js")),
        trail=trail(here.board),
    )
