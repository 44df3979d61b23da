"""From what waits to where it is done: one row for each kind of thing, its words and its address."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from symbiosis.queries.waiting import Waiting
from symbiosis.queries.ways import Way


@dataclass(frozen=True, slots=True)
class Step:
    """A button: what it says and where it leads."""

    label: str
    address: str
    words: str = ""


def act_address(body: str, kind: str, fields: dict[str, str] | None = None) -> str:
    """The form of an act, with what is known already filled in."""
    address = reverse("act", args=[body, kind])
    return f"{address}?{urlencode(fields)}" if fields else address


def way_step(body: str, way: Way, label: str) -> Step:
    """The button for the next step on the charter's way to an act."""
    if way.step == "wait":
        return Step(_("To the vote about it"), reverse("voting", args=[body, way.voting]))
    if way.step == "petition":
        return Step(_("Begin a petition for it"), act_address(body, way.kind, way.fields))
    if way.step == "sign":
        return Step(_("To the petition for it"), reverse("petition", args=[body, way.petition]))
    if way.step == "open":
        return Step(_("Open the vote about it"), act_address(body, way.kind, way.fields))
    return Step(label, act_address(body, way.kind, way.fields))


_SECRET = {
    "ballot": (_lazy("Vote with your slip"), _lazy("To the vote"), "ballots"),
    "key": (_lazy("Make your part of the key"), _lazy("Do your part"), "trustee"),
    "credentials": (_lazy("Make the credentials"), _lazy("Make the credentials"), "authority"),
    "open_secret": (_lazy("Open the secret vote"), _lazy("To its preparation"), "secret_vote"),
    "end": (_lazy("End the ballot"), _lazy("To the vote"), "ballots"),
    "mix": (_lazy("Mix the papers"), _lazy("Mix the papers"), "trustee"),
    "open": (_lazy("Open your part of the count"), _lazy("Open your part of the count"), "trustee"),
}
"""What a secret vote asks for: in what words, on which button, on which page."""


def step_of(waiting: Waiting) -> Step:
    """Where a waiting thing is done, and in what words it is asked for."""
    if waiting.what in ("vote", "seat_vote"):
        words = _("Vote") if waiting.what == "vote" else _("Vote for your body")
        label = _("Look at or change the vote") if waiting.done else _("To the vote")
        return Step(label, reverse("voting", args=[waiting.body, waiting.voting]), words)
    if waiting.what in _SECRET:
        words, label, page = _SECRET[waiting.what]
        return Step(str(label), reverse(page, args=[waiting.body, waiting.voting]), str(words))
    if waiting.what in ("mandate", "referred_back"):
        words = (
            _("Mandate your delegation")
            if waiting.what == "mandate"
            else _("The text changed: decide again on your mandate")
        )
        if not waiting.kind:
            return Step(
                _("To the vote about it"), reverse("voting", args=[waiting.body, waiting.voting]), words
            )
        label = _("Open the vote about it") if waiting.kind == "VotingOpened" else _("Give the mandate")
        return Step(label, act_address(waiting.body, waiting.kind, waiting.fields), words)
    if waiting.what == "ratify":
        if not waiting.kind:
            return Step(
                _("To the vote about it"),
                reverse("voting", args=[waiting.body, waiting.voting]),
                _("Ratify or refuse"),
            )
        label = _("Open the vote about it") if waiting.kind == "VotingOpened" else _("Give the answer")
        return Step(label, act_address(waiting.body, waiting.kind, waiting.fields), _("Ratify or refuse"))
    if waiting.what == "report":
        address = reverse("count", args=[waiting.body, waiting.council, waiting.voting])
        return Step(_("Report the count"), address, _("Report your body's count"))
    if waiting.what == "translation":
        return Step(
            _("Hand in the translation"),
            act_address(waiting.body, waiting.kind, waiting.fields),
            _("Translate"),
        )
    words = {
        "VotingClosed": _("Close the vote: its time is over"),
        "OutcomeCertified": _("Certify the outcome: nothing can change it any more"),
        "DecisionInForce": _("Put the decision in force"),
    }[waiting.kind]
    return Step(_("Do it"), act_address(waiting.body, waiting.kind, waiting.fields), words)
