"""Paper: the agenda, the form of a mandate, the sheet of a count."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from symbiosis.core.charters import counted_by, positions_of
from symbiosis.core.decided import voting_of
from symbiosis.core.meetings import meeting_of, needed_now
from symbiosis.core.proposals import proposal_of
from symbiosis.queries.records import words_of
from symbiosis.queries.waiting import title_of
from symbiosis.web.pages import page, place, trail
from symbiosis.web.papers import paper_form


def agenda(request: HttpRequest, body: str, meeting: str) -> HttpResponse:
    """A meeting's agenda: when, what quorum, which items."""
    here = place(request, body)
    held = meeting_of(here.board, meeting)
    items = [
        (name, here.board.proposals.get(name), here.board.charter.matters.get(name)) for name in held.items
    ]
    frozen = [
        each
        for each in here.board.proposals.values()
        if each.meeting == meeting and each.id not in held.items
    ]
    needed = needed_now(here.board, held, here.day) if held.needed is None else held.needed
    return page(
        request,
        "agenda.html",
        _("Agenda of %(body)s") % {"body": here.board.name},
        here=here,
        held=held,
        items=items,
        frozen=frozen,
        needed=needed,
        votings=[
            (each, title_of(here.board, each))
            for each in here.board.votings.values()
            if each.meeting == meeting
        ],
        attend=here.may("AttendanceStated") and held.present is None,
        trail=trail(here.board),
    )


def mandate_form(request: HttpRequest, body: str, proposal: str) -> HttpResponse:
    """What an assembly fills in to mandate its delegation, on paper."""
    here = place(request, body)
    item = proposal_of(here.board, proposal)
    version = item.versions[-1]
    modes = here.board.charter.bodies.mandates.modes if here.board.charter.bodies else ()
    texts = [(language, words_of(text)) for language, text in version.texts.items()]
    return page(
        request,
        "mandate_form.html",
        _("Mandate: %(title)s") % {"title": item.title},
        here=here,
        item=item,
        version=version,
        modes=modes,
        texts=texts,
        trail=trail(here.board),
    )


def tally_sheet(request: HttpRequest, body: str, voting: str) -> HttpResponse:
    """What two tellers fill in while they count."""
    here = place(request, body)
    held = voting_of(here.board, voting)
    return page(
        request,
        "tally_sheet.html",
        _("Count: %(title)s") % {"title": title_of(here.board, held)},
        here=here,
        held=held,
        choices=positions_of(held.rule(here.board)),
        trail=trail(here.board),
    )


def ballot_papers(request: HttpRequest, body: str, voting: str) -> HttpResponse:
    """Papers to rank or mark by hand, as many as are asked for."""
    here = place(request, body)
    held = voting_of(here.board, voting)
    if counted_by(held.rule(here.board)) is None:
        return redirect("tally_sheet", body, voting)
    asked = request.GET.get("n", "")
    number = min(int(asked), 200) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 4
    return page(
        request,
        "ballot_papers.html",
        title_of(here.board, held),
        here=here,
        held=held,
        paper=paper_form(held, held.rule(here.board), "", {}),
        papers=range(number),
        n=number,
        trail=trail(here.board),
    )
