"""A council on one item: who has which credential and why, who sits, and the votes as they come."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from symbiosis.core.mandates import body_votes, credential_standing, mandate_in_force
from symbiosis.core.outcomes import outcome_of
from symbiosis.core.proposals import proposal_of
from symbiosis.core.state import Voting
from symbiosis.core.voting import holds_seat, standing_votes
from symbiosis.web.pages import Place, page, place, trail
from symbiosis.web.steps import Step, act_address


def council(request: HttpRequest, body: str, proposal: str) -> HttpResponse:
    """The council's table on an item; where a vote is open, what the outcome would be now."""
    here = place(request, body)
    board = here.board
    if board.charter.bodies is None:
        raise Http404
    item = proposal_of(board, proposal)
    number = len(item.versions)
    held = [
        each
        for each in board.votings.values()
        if each.proposal == proposal and each.rule(board).electorate == "delegations"
    ]
    voting = held[-1] if held else None
    standing = standing_votes(board, voting) if voting else {}
    rows = []
    for sister in sorted(board.sisters.values(), key=lambda each: each.code):
        if not sister.takes_part(here.day):
            continue
        delegation = board.delegations.get((sister.id, board.id))
        cast = voting.cast.get(sister.id) if voting else None
        rows.append(
            {
                "sister": sister,
                "votes": voting.electorate.get(sister.id, 0) if voting else body_votes(board, sister.id),
                "credential": credential_standing(board, sister.id, proposal, number, here.day),
                "seats": [c for c in delegation.credentials.values() if c.kind != "observer"]
                if delegation
                else [],
                "mandate": mandate_in_force(board, sister.id, proposal, here.day),
                "cast": cast,
                "stands": standing.get(sister.id),
                "void": cast is not None
                and voting is not None
                and not voting.closed
                and not holds_seat(board, sister.id, cast),
                "refer": _refer(here, voting, sister.id, proposal, number),
            }
        )
    return page(
        request,
        "council.html",
        _("%(council)s on: %(title)s") % {"council": board.name, "title": item.title},
        here=here,
        board=board,
        item=item,
        voting=voting,
        rows=rows,
        running=outcome_of(board, voting) if voting and not voting.closed else None,
        trail=[*trail(board), (item.title, f"/b/{body}/proposal/{proposal}/")],
    )


def _refer(here: Place, voting: Voting | None, body: str, proposal: str, number: int) -> Step | None:
    """The button that sends a changed text back to a body whose mandate does not cover it."""
    if voting is None or not here.may("ItemReferredBack"):
        return None
    item = here.board.proposals[proposal]
    silent = credential_standing(here.board, body, proposal, number, here.day) == "silent"
    if not silent or item.referred_back.get(body) == number:
        return None
    return Step(
        _("Refer back"), act_address(here.id, "ItemReferredBack", {"voting": voting.id, "body": body})
    )
