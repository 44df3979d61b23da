"""Voting: the form, for members and delegates alike, the tellers' count, and how an outcome came about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from symbiosis.actions.closed_votes import cast_closed_vote
from symbiosis.actions.perform import perform
from symbiosis.core.charters import EVERY_CHOICE, Stage, counted_by, positions_of
from symbiosis.core.decided import voting_of
from symbiosis.core.mandates import covers, mandate_in_force
from symbiosis.core.member_votes import was_there
from symbiosis.core.outcomes import body_counts, bound
from symbiosis.core.state import Board, Voting
from symbiosis.core.voting import standing_votes
from symbiosis.counting import written
from symbiosis.errors import Refusal, Unsound
from symbiosis.queries import records
from symbiosis.queries.people import Member, Person, members_of, person_in, seat_in
from symbiosis.queries.waiting import is_open, title_of
from symbiosis.web.answers import sentence
from symbiosis.web.count_pages import count_of
from symbiosis.web.pages import Place, names_near, now, page, place, say, trail
from symbiosis.web.papers import Paper, in_words, paper_form, typed_paper
from symbiosis.web.steps import Step, act_address


def voting(request: HttpRequest, body: str, voting: str) -> HttpResponse:
    """A vote: what is asked, by when, by what rule; the form for whoever may vote."""
    here = place(request, body)
    held = voting_of(here.board, voting)
    if held.closed:
        return redirect("decision", body, voting)
    if held.ballots is not None:
        return redirect("ballots", body, voting)
    electorate = held.rule(here.board).electorate
    seat = seat_in(here.viewer, here.board) if electorate == "delegations" else None
    refused, status = "", 200
    if request.method == "POST":
        try:
            said = _vote_for_body(request, here, held, seat) if seat else _vote(request, here, held)
        except Refusal as error:
            refused, status = sentence(error), 409
        else:
            say(request, said)
            return redirect("voting", body, voting)
    return page(
        request,
        "voting.html",
        title_of(here.board, held),
        status=status,
        refused=refused,
        **_voting(here, held, seat, request.POST.dict(), _more(request)),
    )


def _more(request: HttpRequest) -> int:
    """How many papers more a delegation asks for, to divide its votes."""
    asked = request.GET.get("more", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 3 else 0


def _voting(
    here: Place, held: Voting, seat: Person | None, typed: dict[str, str], more: int
) -> dict[str, Any]:
    board, stage = here.board, held.rule(here.board)
    context: dict[str, Any] = {
        "here": here,
        "board": board,
        "held": held,
        "stage": stage,
        "open": is_open(held, here.at),
        "item": board.proposals.get(held.proposal),
        "names": names_near(board),
        "steps": _steps(here, held),
        "trail": trail(board),
        "blocks": "block" in positions_of(stage) and stage.block_grounds,
        "typed": {} if typed.get("for") else typed,
    }
    if stage.electorate == "members" and here.fold.book and here.person:
        token = here.person.token
        admitted = here.fold.book.roll.get(token)
        on_time = admitted is not None and admitted < held.book_size
        if held.secrecy in ("open", "closed") and on_time and was_there(board, here.fold.book, held, token):
            context["choices"] = positions_of(stage)
        if held.secrecy == "open":
            context["mine"] = here.fold.book.votes.get(held.id, {}).get(token, "")
            context["absent"] = _absent(here, held) if stage.proxies else []
        if counted_by(stage):
            mine = str(context.get("mine", ""))
            context["paper"] = paper_form(held, stage, mine, typed if not typed.get("for") else {})
            context["mine_words"] = in_words(mine, held, stage) if mine else ""
            absent = [
                (
                    member,
                    in_words(vote, held, stage) if vote else "",
                    paper_form(held, stage, vote, _of(typed, member)),
                )
                for member, vote in context.get("absent", [])
            ]
            context["absent_papers"], context["absent"] = absent, []
    if seat is not None and seat.body in held.electorate:
        mandate = mandate_in_force(board, seat.body, held.proposal, here.day) if held.proposal else None
        cast = held.cast.get(seat.body)
        offered = positions_of(stage)
        context |= {
            "seat": seat,
            "seat_votes": held.electorate[seat.body],
            "mandate": mandate,
            "covering": mandate is not None and covers(board, mandate, held.version),
            "cast": cast,
            "choices": offered,
            "given": [(choice, _given(cast, mandate, choice)) for choice in offered],
            "recalled": _is_recalled(board, seat),
        }
        if counted_by(stage):
            context["papers"] = _delegates_papers(held, stage, cast.votes if cast else {}, seat, typed, more)
            context["cast_words"] = (
                [(in_words(each, held, stage), n) for each, n in cast.votes.items()] if cast else []
            )
    return context


def _of(typed: Mapping[str, str], member: Member) -> Mapping[str, str]:
    """What was typed, if it was on this member's form."""
    return typed if typed.get("for") == str(member.pk) else {}


def _delegates_papers(
    held: Voting, stage: Stage, cast: dict[str, int], seat: Person, typed: Mapping[str, str], more: int
) -> list[tuple[Paper, str, str]]:
    """The papers among which a delegation divides its votes: those cast, or one with all of them, and `more`."""
    given = list(cast.items()) or [("", held.electorate[seat.body])]
    given += [("", 0)] * min(more, held.electorate[seat.body] - len(given))
    found = []
    for number, (position, votes) in enumerate(given):
        prefix = f"p{number}."
        name = f"{prefix}votes"
        found.append(
            (paper_form(held, stage, position, typed, prefix), name, typed.get(name, str(votes or "")))
        )
    return found


def _absent(here: Place, held: Voting) -> list[tuple[Member, str]]:
    """The members who gave the viewer their word to vote for them, and how that vote stands."""
    book = here.fold.book
    if book is None or here.person is None:
        return []
    votes = book.votes.get(held.id, {})
    found = []
    for member in members_of(here.fold, here.day):
        holder, until = book.proxies.get(member.token, ("", ""))
        if holder == here.person.token and here.day <= until:
            found.append((member, votes.get(member.token, "")))
    return found


def _given(cast: object, mandate: object, choice: str) -> int:
    votes = getattr(cast, "votes", None) or getattr(mandate, "votes", None) or {}
    return int(votes.get(choice, 0))


def _is_recalled(board: Board, seat: Person) -> bool:
    return board.delegations[seat.body, board.id].credentials[seat.credential].recalled_at is not None


def _vote(request: HttpRequest, here: Place, held: Voting) -> str:
    if here.person is None:
        raise Refusal("NotOnTheRoll", "")
    choice, ground = request.POST.get("choice", ""), request.POST.get("ground", "")
    if counted_by(held.rule(here.board)):
        choice = typed_paper(held, held.rule(here.board), request.POST.dict())
    if held.secrecy == "closed":
        cast_closed_vote(here.id, held.id, here.person.token, choice, at=now(), ground=ground)
        return _("Your vote is in. You can change it until the vote closes.")
    fields = {"voting": held.id, "token": here.person.token, "choice": choice} | (
        {"ground": ground} if ground else {}
    )
    absent = request.POST.get("for", "")
    if absent.isascii() and absent.isdigit():
        fields |= {"token": person_in(here.id, int(absent)).token, "holder": here.person.token}
    receipt = perform(here.id, "VoteCast", fields, at=now())
    return _("Your vote is in, as entry %(n)d of the book. You can change it until the vote closes.") % {
        "n": receipt.index
    }


def _vote_for_body(request: HttpRequest, here: Place, held: Voting, seat: Person) -> str:
    votes = _votes_on_papers(request, here, held) if counted_by(held.rule(here.board)) else {}
    for choice in EVERY_CHOICE:
        number = _whole(request.POST.get(f"votes.{choice}", ""))
        if number:
            votes[choice] = number
    fields = {"voting": held.id, "sender": seat.body, "credential": seat.credential, "votes": votes}
    fields |= {name: request.POST[name] for name in ("reason", "ground") if request.POST.get(name)}
    receipt = perform(here.id, "CouncilVoteCast", fields, at=now())
    return _("The vote of your body is in, as entry %(n)d of the board.") % {"n": receipt.index}


def _whole(text: str) -> int:
    text = text.strip() or "0"
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Refusal("FieldUnreadable", "", problem=_("votes are whole numbers"))
    return int(text)


def _votes_on_papers(request: HttpRequest, here: Place, held: Voting) -> dict[str, int]:
    votes: dict[str, int] = {}
    typed = request.POST.dict()
    for number in range(written.MOST_OPTIONS):
        count = _whole(typed.get(f"p{number}.votes", ""))
        if count:
            position = typed_paper(held, held.rule(here.board), typed, f"p{number}.")
            votes[position] = votes.get(position, 0) + count
    return votes


def _steps(here: Place, held: Voting) -> list[Step]:
    steps = []
    rule = held.rule(here.board)
    if here.may("TallyReported") and rule.electorate == "members":
        steps.append(
            Step(_("Report a count made by hand"), reverse("count", args=[here.id, here.id, held.id]))
        )
    if here.may("VotingExtended") and rule.extension and held.closes:
        steps.append(Step(_("Extend the vote"), act_address(here.id, "VotingExtended", {"voting": held.id})))
    if here.may("VotingClosed") and not (held.closes and here.at < held.closes):
        steps.append(Step(_("Close the vote"), act_address(here.id, "VotingClosed", {"voting": held.id})))
    return steps


def decision(request: HttpRequest, body: str, voting: str) -> HttpResponse:
    """How an outcome was counted: figures taken from the stored record, replayed from its first byte just now."""
    here = place(request, body)
    voting_of(here.board, voting)
    try:
        verified = records.verified(body)
    except Unsound as error:
        return page(
            request,
            "answer.html",
            _("This record is unsound"),
            status=500,
            sentence=sentence(error),
            unsound=True,
            trail=trail(here.board),
        )
    board = verified.fold.board
    held = voting_of(board, voting)
    stage = held.rule(board)
    return page(
        request,
        "decision.html",
        title_of(board, held),
        here=here,
        board=board,
        held=held,
        stage=stage,
        size=verified.board.size,
        names=names_near(here.board),
        codes={sister.id: sister.code for sister in board.sisters.values()},
        rows=_rows(board, held),
        item=board.proposals.get(held.proposal),
        charter_number=held.charter + 1,
        bound=_bound(board, held),
        told=count_of(board, held),
        steps=_decision_steps(here, held),
        attested=stage.electorate == "referendum" or held.secrecy in ("hands", "closed"),
        trail=trail(here.board),
    )


def _bound(board: Board, held: Voting) -> list[str]:
    """The codes of the bodies that a council's decision binds, where it does not bind them all."""
    found = bound(board, held)
    return sorted(board.sisters[each].code for each in found) if found != set(held.electorate) else []


def _rows(board: Board, held: Voting) -> list[tuple[object, dict[str, int]]]:
    electorate = held.rule(board).electorate
    if electorate == "members":
        return []
    if electorate == "referendum":
        by_body = body_counts(held)
    elif electorate == "bodies":
        by_body = {body: {answer: 1} for body, answer in held.answers.items()}
    else:
        by_body = standing_votes(board, held)
    sisters = sorted(board.sisters.values(), key=lambda each: each.code)
    return [(each, by_body.get(each.id, {})) for each in sisters if each.id in held.weights]


def _decision_steps(here: Place, held: Voting) -> list[Step]:
    labels = (
        (
            "OutcomeCertified",
            _("Certify the outcome"),
            held.closed and held.standing not in ("certified", "contested"),
        ),
        (
            "DecisionInForce",
            _("Put the decision in force"),
            held.standing == "certified" and not (held.in_force or held.void_from),
        ),
        ("DissentNoted", _("Note dissent"), bool(held.closed)),
        ("OutcomeContested", _("Contest the count"), held.closed and held.standing != "certified"),
        ("RecountReported", _("Report the recount"), bool(held.contests)),
        ("LateTallyAccepted", _("Accept votes that came late"), held.closed and held.standing != "certified"),
    )
    return [
        Step(label, act_address(here.id, kind, {"voting": held.id}))
        for kind, label, fits in labels
        if fits and here.may(kind)
    ]
