"""A petition: what it demands, how many have signed, and signing it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from symbiosis import phrases
from symbiosis.actions import folds
from symbiosis.actions.perform import perform
from symbiosis.core.petitions import petition_of, petition_rule, signatures_needed
from symbiosis.core.state import Board, PetitionState
from symbiosis.errors import Refusal
from symbiosis.queries.ways import free_name
from symbiosis.web import pictures
from symbiosis.web.answers import sentence
from symbiosis.web.pages import Place, names_near, now, page, place, say, trail
from symbiosis.web.steps import Step, act_address


def petition(request: HttpRequest, body: str, petition: str) -> HttpResponse:
    """How far a petition is; a member signs it here, and the count is stated at once."""
    here = place(request, body)
    held = petition_of(here.board, petition)
    refused, status = "", 200
    if request.method == "POST":
        try:
            _sign(here, held)
            say(
                request,
                _("You have signed. Members here can see who signed; others know the number alone."),
            )
            return redirect("petition", here.id, held.id)
        except Refusal as error:
            refused, status = sentence(error), 409
    have = max(len(held.supporters), held.counted)
    needed = signatures_needed(here.board, held.matter, here.day)
    return page(
        request,
        "petition.html",
        title_of(here.board, held),
        status=status,
        refused=refused,
        here=here,
        held=held,
        have=have,
        needed=needed,
        window=petition_rule(here.board, held.matter).window_days,
        bar=pictures.count_bar(
            have, needed, _("%(n)d signed, %(needed)d needed") % {"n": have, "needed": needed}
        ),
        about=[
            names_near(here.board).get(value, value) for name, value in held.about.items() if name != "act"
        ],
        supporters=[here.board.sisters[each].name for each in held.supporters],
        may_sign=_may_sign(here, held),
        steps=_steps(here, held),
        trail=trail(here.board),
    )


def title_of(board: Board, held: PetitionState) -> str:
    """What a petition is for: the act it would allow, else its matter or kind of meeting."""
    kind = held.about.get("act", "")
    if kind:
        return _("Petition: %(what)s") % {"what": phrases.act_title(kind, get_language() or "en")}
    rules = board.charter
    named = rules.matters.get(held.matter) or rules.meetings.kinds.get(held.matter)
    return _("Petition: %(what)s") % {"what": named.title if named else held.matter}


def _may_sign(here: Place, held: PetitionState) -> bool:
    book = here.fold.book
    if book is None or here.person is None or not here.is_member or here.board.charter.bodies is not None:
        return False
    return here.person.token not in book.signed.get(held.id, ())


def _sign(here: Place, held: PetitionState) -> None:
    if here.person is None or not here.is_member:
        raise Refusal("NotOnTheRoll", "")
    perform(here.id, "PetitionSigned", {"petition": held.id, "token": here.person.token}, at=now())
    # A crash here leaves a signature that is not counted yet: the next one, or anybody, counts it.
    perform(here.id, "PetitionCounted", {"petition": held.id}, at=now())


def _steps(here: Place, held: PetitionState) -> list[Step]:
    """What follows when enough have signed, or for bodies: supporting it."""
    steps = []
    if held.reached:
        if held.matter in here.board.charter.meetings.kinds:
            known = {"kind": held.matter, "petition": held.id}
            if here.may("MeetingCalled"):
                steps.append(Step(_("Call the meeting"), act_address(here.id, "MeetingCalled", known)))
        elif here.may("VotingOpened"):
            known = {"matter": held.matter, "stage": "1", "petition": held.id}
            known |= {f"about.{name}": value for name, value in held.about.items()}
            known["voting"] = free_name(here.board, held.matter)
            steps.append(Step(_("Open the vote about it"), act_address(here.id, "VotingOpened", known)))
        return steps
    for body in here.viewer.places:
        if body in here.board.sisters and body not in held.supporters and body in folds.known():
            known = {"to": here.id, "petition": held.id}
            label = _("Support it for %(body)s") % {"body": here.board.sisters[body].name}
            steps.append(Step(label, act_address(body, "PetitionSupported", known)))
    return steps
