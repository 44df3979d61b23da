"""Counting by hand: tellers type in their counts, or every paper, and both must say the same."""

from __future__ import annotations

import hashlib

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from symbiosis.actions import tellers
from symbiosis.core.charters import counted_by, positions_of
from symbiosis.core.decided import voting_of
from symbiosis.core.papers import check_position
from symbiosis.core.state import Board, Voting
from symbiosis.counting import written
from symbiosis.errors import Refusal
from symbiosis.queries.people import reports_waiting
from symbiosis.queries.waiting import title_of
from symbiosis.web.answers import sentence
from symbiosis.web.pages import Place, now, page, place, say, trail
from symbiosis.web.papers import in_words, paper_form, typed_paper


def count(request: HttpRequest, body: str, council: str, voting: str) -> HttpResponse:
    """A teller types in a count. The second teller's equal count makes it a tally; a different one is said."""
    here = place(request, body)
    role = here.may("TallyReported")
    if not role or here.person is None:
        raise Refusal("NotYours", "", who=_("tellers"))
    there = place(request, council).board
    held = voting_of(there, voting)
    if counted_by(held.rule(there)):
        return _typed_in(request, here, there, held, role)
    choices = positions_of(held.rule(there))
    mark = teller_mark(here.person.token, voting)
    refused, status = "", 200
    if request.method == "POST":
        try:
            counts = _counts(request, choices)
            done = tellers.report(body, council, voting, mark, counts, by=role, at=now())
        except Refusal as error:
            refused, status = sentence(error), 409
        else:
            say(
                request,
                _("Both tellers counted the same: the tally is reported.")
                if done
                else _("Your count is noted. It is reported when a second teller has counted the same."),
            )
            return redirect("voting", council, voting) if done else redirect("count", body, council, voting)
    waiting = reports_waiting(body, voting)
    mine = next((each.counts for each in waiting if each.teller == mark), {})
    typed = {choice: request.POST.get(f"counts.{choice}", mine.get(choice, "")) for choice in choices}
    return page(
        request,
        "count.html",
        title_of(there, held),
        status=status,
        refused=refused,
        here=here,
        held=held,
        there=there,
        typed=typed,
        others=[each for each in waiting if each.teller != mark],
        mine=mine,
        trail=trail(here.board),
    )


def _typed_in(request: HttpRequest, here: Place, there: Board, held: Voting, role: str) -> HttpResponse:
    """A teller types in paper after paper; when two are done their piles are compared, paper by paper."""
    assert here.person is not None
    mark = teller_mark(here.person.token, held.id)
    refused, status = "", 200
    if request.method == "POST":
        try:
            done = _pile(request, here, there, held, role, mark)
        except Refusal as error:
            refused, status = sentence(error), 409
        else:
            return redirect("voting", there.id, held.id) if done else redirect(request.path)
    waiting = reports_waiting(here.id, held.id)
    mine = next((each for each in waiting if each.teller == mark), None)
    others = [each for each in waiting if each.teller != mark]
    stage = held.rule(there)
    differing = [
        (in_words(position, held, stage), one, other)
        for each in others
        if mine is not None and mine.finished and each.finished
        for position, one, other in tellers.differing(mine.counts, each.counts)
    ]
    return page(
        request,
        "count_papers.html",
        title_of(there, held),
        status=status,
        refused=refused,
        here=here,
        there=there,
        held=held,
        paper=paper_form(held, stage, "", request.POST.dict() if refused else {}),
        pile=[(position, in_words(position, held, stage), n) for position, n in sorted(mine.counts.items())]
        if mine
        else [],
        papers=sum(mine.counts.values()) if mine else 0,
        finished=mine is not None and mine.finished,
        others=others,
        differing=differing,
        typed=request.POST if refused else {},
        trail=trail(here.board),
    )


def _pile(request: HttpRequest, here: Place, there: Board, held: Voting, role: str, mark: str) -> bool:
    """Put a paper on the pile, take one off, or report it; whether the tally is reported now."""
    stage, typed = held.rule(there), request.POST.dict()
    if "finish" in typed:
        mine = next((each for each in reports_waiting(here.id, held.id) if each.teller == mark), None)
        counts = mine.counts if mine else {}
        done = tellers.report(here.id, there.id, held.id, mark, counts, by=role, at=now())
        say(
            request,
            _("Both tellers typed in the same papers: the tally is reported.")
            if done
            else _("Your pile is noted. It is reported when a second teller has typed in the same papers."),
        )
        return done
    if "off" in typed:
        tellers.type_in(here.id, there.id, held.id, mark, typed["off"], -1)
        return False
    times = typed.get("times", "").strip() or "1"
    if not (times.isascii() and times.isdigit() and 0 < len(times) < 6 and int(times)):
        raise Refusal("FieldUnreadable", "", problem=_("how many such papers: a whole number from 1"))
    position = written.SPOILED if "spoiled" in typed else typed_paper(held, stage, typed)
    check_position(held, stage, position, by_hand=True)
    tellers.type_in(here.id, there.id, held.id, mark, position, int(times))
    say(request, _("On your pile: %(paper)s") % {"paper": in_words(position, held, stage)})
    return False


def teller_mark(token: str, voting: str) -> str:
    """What a board says of a teller: members can resolve it through their book, nobody else can."""
    return "t-" + hashlib.sha256(f"{token}/{voting}".encode()).hexdigest()[:12]


def _counts(request: HttpRequest, choices: tuple[str, ...]) -> dict[str, int]:
    counts = {}
    for choice in choices:
        text = request.POST.get(f"counts.{choice}", "").strip() or "0"
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise Refusal("FieldUnreadable", "", problem=_("counts are whole numbers"))
        counts[choice] = int(text)
    return counts
