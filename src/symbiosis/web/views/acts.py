"""Every act that a person may do in a body, as a list and as one form each."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from symbiosis import phrases
from symbiosis.actions import ceremonies, folds, people
from symbiosis.actions.attachments import attach
from symbiosis.actions.perform import Receipt, perform
from symbiosis.core.acts import ACTS, ROWS
from symbiosis.core.delegations import Imbalance, delegation_of, imbalances
from symbiosis.errors import Refusal
from symbiosis.queries.people import empowered, members_of, person_in
from symbiosis.web.answers import sentence
from symbiosis.web.forms import form_of, read_form
from symbiosis.web.pages import Place, now, page, place, say, trail

_PEOPLE = frozenset(["role", "member", "seat", "anyone"])
ELSEWHERE = {
    "VoteCast",
    "CouncilVoteCast",
    "MemberAdmitted",
    "BallotingEnded",
    "BallotsShuffled",
    "BallotsDecrypted",
    "PapersStated",
}
"""Acts that other pages lead to: the vote and its closing, inviting people, what trustees do in their browsers."""


def acts(request: HttpRequest, body: str) -> HttpResponse:
    """Everything that the viewer may do in a body."""
    here = place(request, body)
    language = get_language() or "en"
    able = [row.act.__name__ for row in ROWS if row.who in _PEOPLE and here.may(row.act.__name__)]
    listed = sorted((phrases.act_title(kind, language), kind) for kind in able if kind not in ELSEWHERE)
    return page(
        request,
        "acts.html",
        _("What I can do in %(body)s") % {"body": here.board.name},
        here=here,
        listed=listed,
        trail=trail(here.board),
    )


def act(request: HttpRequest, body: str, kind: str) -> HttpResponse:
    """One act's form; what is in the address is known and only shown."""
    here = place(request, body)
    row = ACTS.get((kind, 1))
    if row is None or row.who not in _PEOPLE or kind in ELSEWHERE:
        raise Http404
    capacity = here.may(kind)
    language = get_language() or "en"
    title = phrases.act_title(kind, language)
    if not capacity:
        return _not_yours(request, here, kind, title)
    known = {name: value for name, value in request.GET.items() if len(value) < 200}
    if _must_say_where(here, kind, known):
        return page(
            request,
            "act_to.html",
            title,
            here=here,
            kind=kind,
            known=known,
            options=_councils(here),
            at_home=kind in _AT_HOME_TOO,
            trail=trail(here.board),
        )
    fields = form_of(here, kind, known, request.POST)
    if kind in _AT_HOME_TOO and "to" not in known:
        fields = [each for each in fields if each.name != "to"]
    if row.who == "member":
        fields = [each for each in fields if each.name != "token"]
    refused, status, warnings = "", 200, []
    if request.method == "POST":
        try:
            if any(value for name, value in request.POST.items() if name.startswith("member.")):
                fields = [each for each in fields if each.name != "seats"]  # people were chosen by name
            given = read_form(request, here, fields)
            warnings = _warnings(here, kind, given) if "warned" not in request.POST else []
            if kind == "VotingOpened" and ceremonies.is_secret(here.fold, given):
                made = ceremonies.prepare(here.id, given, at=now(), by=capacity)
                return redirect("secret_vote", body, made.voting)
            if not warnings:
                receipt = _do(request, here, kind, given, capacity)
                say(request, _("%(act)s: done, entry %(n)d.") % {"act": title, "n": receipt.index})
                return redirect(_after(here, receipt))
        except Refusal as error:
            refused, status = sentence(error), 409
    return page(
        request,
        "act.html",
        title,
        status=status,
        refused=refused,
        here=here,
        kind=kind,
        fields=fields,
        warnings=warnings,
        members=members_of(here.fold, here.day) if kind == "DelegationElected" else [],
        seats=SEATS,
        typed=request.POST,
        trail=trail(here.board),
    )


_AT_HOME_TOO = frozenset(
    [
        "ProposalPut",
        "ProposalWithdrawn",
        "AmendmentPut",
        "AmendmentAccepted",
        "TallyReported",
        "RollCounted",
        "OutcomeContested",
        "Corrected",
        "OfficeFilled",
    ]
)
"""Acts that a body may do before itself as well as before a council."""


def _must_say_where(here: Place, kind: str, known: dict[str, str]) -> bool:
    """Whether it must be asked first before whom an act is done: what can be chosen after that depends on it."""
    if kind == "BodyJoined" or "to" in known or "to" not in ACTS[kind, 1].act.__struct_fields__:
        return False
    return bool(here.board.confederations) and not (kind in _AT_HOME_TOO and "home" in known)


def _councils(here: Place) -> list[tuple[str, str]]:
    found = []
    for council, left in here.board.confederations.items():
        if not left:
            name = folds.caught_up(council).board.name if council in folds.known() else council
            found.append((council, name))
    return found


def _not_yours(request: HttpRequest, here: Place, kind: str, title: str) -> HttpResponse:
    charter = here.board.charter
    who = ", ".join(charter.roles[role].title for role in empowered(charter, kind)) or _("nobody")
    words = sentence(Refusal("NotYours", "", who=who))
    if here.viewer.account is None:
        words += " " + _("Sign in first.")
    return page(request, "answer.html", title, status=403, sentence=words, trail=trail(here.board))


def _do(request: HttpRequest, here: Place, kind: str, given: dict[str, object], capacity: str) -> Receipt:
    who = ACTS[kind, 1].who
    if who == "member" and here.person is not None:
        given["token"] = here.person.token
    if kind == "AttemptRecorded":
        text = attach(here.id, str(given.pop("answer")).encode(), "text/markdown")
        given |= {"answer": text["sha256"], "size": text["size"]}
    if kind == "DelegationElected":
        return _elect(request, here, given, capacity)
    return perform(here.id, kind, given, at=now(), by=capacity if capacity not in ("member", "seat") else "")


SEATS = ("delegate", "alternate", "observer", "notetaker")


def _elect(request: HttpRequest, here: Place, given: dict[str, object], capacity: str) -> Receipt:
    """Elect a delegation and hand its seats to the people chosen by name; the record holds seats alone."""
    chosen: list[tuple[str, str]] = []
    seats = []
    for member in members_of(here.fold, here.day):
        kind = request.POST.get(f"member.{member.pk}", "")
        if kind in SEATS:
            number = 1 + sum(each[1] == kind for each in chosen)
            chosen.append((str(member.pk), kind))
            seats.append({"credential": f"{kind}-{number}", "kind": kind})
    if seats:
        given["seats"] = seats
    receipt = perform(here.id, "DelegationElected", given, at=now(), by=capacity)
    for (pk, _kind), seat in zip(chosen, seats, strict=True):
        people.hand_credential(person_in(here.id, int(pk)), str(given["to"]), seat["credential"])
    return receipt


def _warnings(here: Place, kind: str, given: dict[str, object]) -> list[Imbalance]:
    """What a substitution would do to the composition, said before it is made."""
    if kind != "AlternateSeated":
        return []
    to = str(given["to"])
    council = folds.caught_up(to).board
    delegation = delegation_of(council, here.id, to)
    composition = given.get("composition", {})
    assert isinstance(composition, dict)
    gone = delegation.credentials.get(str(given.get("instead_of", "")))
    delegates = delegation.delegates + (0 if gone is not None and gone.seated else 1)
    return imbalances(council, here.id, composition, delegates)


def _after(here: Place, receipt: Receipt) -> str:
    """The page that shows what an act did."""
    done = receipt.act
    voting = getattr(done, "voting", None)
    to = getattr(done, "to", None)
    petition = getattr(done, "petition", None)
    if type(done).__name__ in ("PetitionPut", "PetitionCounted", "PetitionSigned"):
        return reverse("petition", args=[here.id, petition])
    if to and type(done).__name__ in ("DelegationElected", "AlternateSeated", "SeatRecalled", "MandateGiven"):
        return reverse("delegation", args=[here.id, to])
    if voting in here.board.votings and not to:
        held = here.board.votings[voting]
        return reverse("decision" if held.closed else "voting", args=[here.id, voting])
    proposal = getattr(done, "proposal", None)
    where = to if to in folds.known() else here.id
    if proposal and proposal in folds.caught_up(where).board.proposals:
        return reverse("proposal", args=[where, proposal])
    return reverse("body", args=[here.id])
