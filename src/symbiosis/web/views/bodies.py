"""A body's pages: who it is, its charter in plain words, its records, the confederation as a picture."""

from __future__ import annotations

import base64

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from symbiosis import phrases
from symbiosis.actions import folds
from symbiosis.core.accounts import reports_owed
from symbiosis.core.delegations import imbalances
from symbiosis.core.mandates import body_votes, mandate_in_force
from symbiosis.core.meetings import attendance_before, needed_for, roll_size
from symbiosis.core.petitions import signatures_needed
from symbiosis.core.state import Board
from symbiosis.errors import Unsound
from symbiosis.queries import records
from symbiosis.queries.people import members_of, seat_holders
from symbiosis.queries.waiting import title_of
from symbiosis.queries.ways import way_to
from symbiosis.web import pictures
from symbiosis.web.affairs import accounts_owed, affairs
from symbiosis.web.answers import sentence
from symbiosis.web.pages import Place, names_near, page, place, trail
from symbiosis.web.steps import Step, act_address, way_step
from symbiosis.web.views.petitions import title_of as petition_title


def body(request: HttpRequest, body: str) -> HttpResponse:
    """A body at a glance: people by role, delegations, what is before it, what it decided."""
    here = place(request, body)
    board = here.board
    votings = [(each, title_of(board, each)) for each in board.votings.values()]
    return page(
        request,
        "body.html",
        board.name,
        here=here,
        board=board,
        names=names_near(board),
        roles=_roles(here),
        open_votings=[row for row in votings if not row[0].closed],
        decided=[row for row in reversed(votings) if row[0].closed],
        proposals=[each for each in board.proposals.values() if each.state in ("put", "frozen")],
        petitions=[
            (
                each,
                petition_title(board, each),
                max(len(each.supporters), each.counted),
                signatures_needed(board, each.matter, here.day),
            )
            for each in board.petitions.values()
        ],
        meetings=sorted(board.meetings.values(), key=lambda each: each.on, reverse=True)[:8],
        sent=[each for (sender, _to), each in board.delegations.items() if sender == board.id],
        quorum=[
            (rule.call, needed_for(rule, roll_size(board, here.day), attendance_before(board)))
            for rule in board.charter.meetings.quorum
        ],
        affairs=affairs(here),
        steps=_steps(here),
    )


def _roles(here: Place) -> list[tuple[str, int, list[str]]]:
    """Each role of the charter: its title, how many hold it, and their names where the viewer may know them."""
    members = members_of(here.fold, here.day)
    found = []
    for name, role in here.board.charter.roles.items():
        holders = [each for each in members if name in each.roles]
        names = [each.name or _("(no name)") for each in holders] if here.is_member else []
        found.append((role.title, len(holders), names))
    return found


_COMMON = ("MeetingCalled", "ProposalPut", "DelegationElected", "AttendanceStated", "VotingOpened")


def _steps(here: Place) -> list[Step]:
    language = get_language() or "en"
    steps = [
        Step(phrases.act_title(kind, language), act_address(here.id, kind))
        for kind in _COMMON
        if here.may(kind)
    ]
    if here.may("MemberAdmitted"):
        steps.append(Step(_("Invite people"), reverse("people", args=[here.id])))
    return steps


def record(request: HttpRequest, body: str) -> HttpResponse:
    """A body's records: how long, signed how, who could write in its name, and the files to take along."""
    here = place(request, body)
    return page(
        request,
        "record.html",
        _("Records of %(body)s") % {"body": here.board.name},
        trail=trail(here.board),
        **_record(here),
    )


def _record(here: Place) -> dict[str, object]:
    checkpoint = records.checkpoint(here.id)
    problem = ""
    try:
        records.verified(here.id)
    except Unsound as error:
        problem = sentence(error)
    root = here.fold.board_side.frontier.root()
    return {
        "here": here,
        "board": here.board,
        "size": here.fold.board_side.frontier.size,
        "root": base64.b64encode(root).decode(),
        "book_size": here.fold.book_side.frontier.size if here.fold.book else 0,
        "checkpoint": checkpoint,
        "problem": problem,
        "entries": records.last_entries(here.id, 25),
    }


def record_print(request: HttpRequest, body: str) -> HttpResponse:
    """A checkpoint for the notice board: who keeps this sheet is a witness."""
    here = place(request, body)
    return page(
        request,
        "record_print.html",
        _("Checkpoint of %(body)s") % {"body": here.board.name},
        trail=trail(here.board),
        **_record(here),
    )


def export(request: HttpRequest, body: str) -> HttpResponse:
    """The board as a bundle, for anyone who may read it; with the book for members."""
    here = place(request, body)
    book = request.GET.get("book") == "1"
    if book and not here.is_member:
        raise Http404
    answer = HttpResponse(records.bundle(body, book=book), content_type="application/octet-stream")
    kind = "with-book" if book else "board"
    answer["Content-Disposition"] = f'attachment; filename="{body[:12]}-{kind}.bundle"'
    return answer


def attachment(request: HttpRequest, body: str, sha256: str) -> HttpResponse:
    """A text or recording that an act names by its hash, as it is."""
    place(request, body)
    found = records.attachment(body, sha256)
    if found is None:
        raise Http404
    media, data = found
    answer = HttpResponse(
        data, content_type=media if media.startswith("audio/") else "text/plain; charset=utf-8"
    )
    answer["Content-Disposition"] = "inline" if media.startswith("audio/") else "attachment"
    return answer


def confederation(request: HttpRequest, body: str) -> HttpResponse:
    """A council and its bodies as a picture, with the same as a table."""
    here = place(request, body)
    board = here.board
    if board.charter.bodies is None:
        raise Http404
    rows = []
    nodes = []
    for sister in sorted(board.sisters.values(), key=lambda each: each.code):
        if not sister.takes_part(here.day):
            continue
        delegation = board.delegations.get((sister.id, board.id))
        seats = delegation.delegates if delegation else 0
        members = sister.members_on(here.day)
        rows.append((sister, members, body_votes(board, sister.id), seats, delegation))
        nodes.append(pictures.Node(sister.code, sister.name, sister.region, members, seats))
    words = _("%(council)s with %(n)d bodies; the table below says the same.") % {
        "council": board.name,
        "n": len(rows),
    }
    return page(
        request,
        "confederation.html",
        _("The confederation as a picture"),
        here=here,
        board=board,
        picture=pictures.confederation(board.name, nodes, words),
        rows=rows,
        total=(sum(r[1] for r in rows), sum(r[2] for r in rows), sum(r[3] for r in rows)),
        known=folds.known(),
        trail=trail(board),
    )


def delegation(request: HttpRequest, body: str, to: str) -> HttpResponse:
    """The people a body sends to a council: seats, mandates, and the way to take a seat back."""
    here = place(request, body)
    board = here.board
    sent = board.delegations.get((body, to))
    council = folds.caught_up(to).board if to in folds.known() else None
    seats = []
    for credential in sent.credentials.values() if sent else ():
        way = way_to(board, "SeatRecalled", {"to": to, "credential": credential.id})
        may = here.may(way.kind or "VotingOpened")
        step = (
            way_step(body, way, _("Carry out the recall"))
            if credential.seated and (may or way.step in ("wait", "sign"))
            else None
        )
        seats.append((credential, step))
    return page(
        request,
        "delegation.html",
        _("Delegation to %(council)s") % {"council": names_near(board).get(to, to[:8])},
        here=here,
        board=board,
        to=to,
        council=council,
        sent=sent,
        seats=seats,
        holders=seat_holders(body, to) if here.is_member else {},
        mandates=_mandates(council, body, here.day),
        owed=accounts_owed(here, council, reports_owed(board, council)) if council is not None else [],
        warnings=_warnings(council, body),
        elect=act_address(body, "DelegationElected", {"to": to}) if here.may("DelegationElected") else "",
        substitute=act_address(body, "AlternateSeated", {"to": to})
        if here.may("AlternateSeated") and sent
        else "",
        trail=trail(board),
    )


def _mandates(council: Board | None, body: str, day: str) -> list[tuple[object, object]]:
    if council is None:
        return []
    found = []
    for proposal in council.proposals.values():
        mandate = mandate_in_force(council, body, proposal.id, day)
        if mandate is not None:
            found.append((proposal, mandate))
    return found


def _warnings(council: Board | None, body: str) -> list[object]:
    if council is None or (body, council.id) not in council.delegations:
        return []
    sent = council.delegations[body, council.id]
    return list(imbalances(council, body, sent.composition, sent.delegates))
