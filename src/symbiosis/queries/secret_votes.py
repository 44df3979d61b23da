"""Where a secret vote stands, before it opens and after: what each of its people has to do next."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from symbiosis.actions import ceremonies
from symbiosis.actions.secret_votes import prepared
from symbiosis.ballots.challenges import hex_to_base64
from symbiosis.core.charters import Ballots
from symbiosis.core.state import SecretBallots, Voting
from symbiosis.queries.people import Person
from symbiosis.store.models import Ceremony, RefusedBallots, WaitingBallot
from symbiosis.verify.replay import Fold


@dataclass(frozen=True, slots=True)
class Preparation:
    """A secret vote that is not open yet: the round of the key that is under way, and who is still missing.

    `handed_in` is how many trustees have done each round, `own` the viewer's number among them (0: none), `own_done`
    whether they have done this round.
    """

    ceremony: Ceremony
    rule: Ballots
    round: int
    rounds: int
    handed_in: tuple[int, ...]
    own: int
    own_done: bool

    @property
    def key_made(self) -> bool:
        """Whether all trustees have done all rounds."""
        return self.round > self.rounds

    @property
    def ready(self) -> bool:
        """Whether the vote can be opened."""
        return self.key_made and bool(self.ceremony.credentials)


def ceremony_of(body: str, voting: str) -> Ceremony | None:
    """What is being prepared under this name; None where nothing is."""
    return Ceremony.objects.filter(body=body, voting=voting).first()


def ceremonies_in(fold: Fold) -> list[Ceremony]:
    """The votes of a body that are being prepared and are not open yet."""
    held = Ceremony.objects.filter(body=fold.board.id).order_by("voting")
    return [each for each in held if each.voting not in fold.board.votings]


def preparation(fold: Fold, ceremony: Ceremony, person: Person | None) -> Preparation:
    """How far a preparation has come, as one person sees it. Raises `Refusal` where the charter no longer has it."""
    _, rule = ceremonies.stage_of(fold, ceremony.opening)
    rounds = ceremonies.rounds_of(rule)
    done = tuple(len(ceremonies.handed_in(ceremony, number)) for number in range(1, rounds + 1))
    now = ceremonies.round_now(ceremony, rule)
    own = ceremonies.number_of(ceremony, person)
    own_done = bool(own) and own in ceremonies.handed_in(ceremony, now)
    return Preparation(ceremony, rule, now, rounds, done, own, own_done)


def hash_of(tracker: str) -> str:
    """The hash behind what somebody typed: a whole tracker; "" where it is none."""
    try:
        data = base64.b64decode(tracker.strip() + "=", validate=True)
    except ValueError:
        return ""
    return data.hex() if len(data) == 32 and hex_to_base64(data.hex()) == tracker.strip() else ""


def is_waiting(body: str, voting: str, sha256: str) -> bool:
    """Whether a ballot was accepted and is not posted yet: asked by whoever has its tracker."""
    return WaitingBallot.objects.filter(body=body, voting=voting, sha256=sha256).exists()


def refused_in(body: str, voting: str) -> list[tuple[str, int]]:
    """How many ballots were refused, by reason."""
    rows = RefusedBallots.objects.filter(body=body, voting=voting, number__gt=0).order_by("code")
    return list(rows.values_list("code", "number"))


def next_of(voting: Voting, ballots: SecretBallots, trustee: int) -> str:
    """What a trustee has to do in an open vote: "mix", "open", or "" for nothing now."""
    if not trustee or voting.closed or not ballots.ended or not ballots.counted or ballots.opened:
        return ""
    if not ballots.mixed:
        return "" if trustee in ballots.shuffles else "mix"
    return "" if trustee in ballots.decryptions else "open"


def fingerprint_of(ballots: SecretBallots) -> str:
    """The fingerprint of the election: slips and booth show the same."""
    return prepared(ballots)[0].fingerprint
