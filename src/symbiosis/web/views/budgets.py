"""A budget that was decided: what one paper paid of each project, worked out for whoever asks and kept nowhere."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from symbiosis import phrases
from symbiosis.core.charters import counted_by
from symbiosis.core.decided import voting_of
from symbiosis.core.outcomes import all_papers
from symbiosis.core.papers import count_papers
from symbiosis.counting.budget import paid_by
from symbiosis.errors import Refusal
from symbiosis.queries.waiting import title_of
from symbiosis.web.answers import sentence
from symbiosis.web.pages import page, place, trail
from symbiosis.web.papers import paper_form, ticked, typed_paper


def part(request: HttpRequest, body: str, voting: str) -> HttpResponse:
    """Ticks typed in again, and what a vote with them paid. Asked by POST: no address and no log holds the ticks."""
    here = place(request, body)
    held = voting_of(here.board, voting)
    stage = held.rule(here.board)
    method = counted_by(stage)
    if method is None or not method.budget or not held.closed:
        return redirect("decision", body, voting)
    own = here.fold.book.votes.get(held.id, {}) if here.fold.book else {}
    position = own.get(here.person.token, "") if here.person else ""
    asked, refused, status = bool(position), "", 200
    if request.method == "POST":
        try:
            position, asked = typed_paper(held, stage, request.POST.dict()), True
        except Refusal as error:
            refused, status, asked = sentence(error), 409, False
    told: list[str] = []
    if asked:
        count = count_papers(held, stage, method, all_papers(here.board, held, held.tally))
        language = get_language() or "en"
        told = [phrases.part_sentence(each, language) for each in paid_by(count, ticked(position, held))]
    return page(
        request,
        "budget_part.html",
        _("What a vote paid: %(title)s") % {"title": title_of(here.board, held)},
        status=status,
        refused=refused,
        here=here,
        held=held,
        paper=paper_form(held, stage, position, request.POST.dict()),
        asked=asked,
        told=told,
        trail=trail(here.board),
    )
